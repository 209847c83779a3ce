"""The job behind 导出: customers, their projects and follow-up reports as an Excel file, as far as its reader may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from typing_extensions import override

from dialogs.core.file_names import all_named
from dialogs.core.screen import say
from dialogs.follow_ups.pictures import without_names
from dialogs.shared.words import phone as phone_words
from domain.base.bilingual import joined, translated
from domain.base.written import KeptFile
from domain.counterparts.records import Counterpart
from domain.follow_ups import exporting
from domain.follow_ups.exporting import ExportedCustomer, ExportedFollowUp
from domain.projects.records import ProjectItem
from notifications.documents.workbook import Value
from notifications.jobs.exporting import MOST, SheetWriter, everything, export
from notifications.jobs.working import Task

SHEETS: Mapping[str, tuple[str, ...]] = {
    "customers": (
        "name", "credit-code", "region", "domain", "volume", "mcus", "buyer", "factory", "background", "agency",
        "manager", "contact", "engineers", "report", "reported", "until", "stage", "followed", "next", "overdue",
    ),
    "projects": ("name", "project", "domain", "mcu", "stage", "progress", "yearly", "milestone", "due", "note", "changed"),
    "reports": ("name", "number", "at", "author", "engineers", "dynamics", "version", "pictures"),
    "items": ("number", "name", "project", "domain", "mcu", "stage", "progress", "yearly", "milestone", "due", "note"),
    "comments": ("number", "name", "at", "said-by", "comment", "asks", "pictures"),
    "counterparts": ("name", "person", "role", "phone", "remark", "said"),
}  # fmt: skip
WIDE = frozenset({"name", "background", "progress", "dynamics", "comment", "pictures"})
DAY: Final = "yyyy-mm-dd"
PIECES: Final = 10_000
FORMATS: Mapping[str, str] = {
    **dict.fromkeys(("reported", "until", "followed", "next", "due", "changed", "said"), DAY),
    **dict.fromkeys(("yearly", "overdue"), "#,##0"),
    "at": "yyyy-mm-dd hh:mm",
}


def export_customers(task: Task, most: int = MOST) -> dict[str, object]:
    """Files with whole customers. Raises `NotAllowed`."""
    only = exporting.narrowed(task.args)
    found = everything(
        task,
        lambda work: exporting.count(work, only),
        lambda work, after: exporting.portion(work, only, after),
        lambda each: each.customer.id,
    )
    return export(
        task, found, CustomersWriter, say("export-file", day=task.read(lambda work: work.today).isoformat()), most
    )


class CustomersWriter(SheetWriter[ExportedCustomer]):
    stem, columns, broad, formats = "", SHEETS, WIDE, FORMATS

    @override
    def write(self, each: ExportedCustomer) -> None:
        name = each.customer.name
        self.add("customers", [self._customer(each)])
        self.add("counterparts", [(name, *self._person(one)) for one in each.counterparts])
        self.add("projects", [(name, *self._told(p.told), self.day(p.changed_at)) for p in each.projects])
        for one in each.follow_ups:
            self._follow_up(name, one)

    def _follow_up(self, name: str, one: ExportedFollowUp) -> None:
        found = one.told
        helpers = self.words(joined(one.helpers))
        pictures = self._named(found.files if one.author else without_names(found.files))
        told = (name, found.number, self.at(found.at), one.author, helpers, found.dynamics, found.version, pictures)
        self.add("reports", [told])
        self.add("items", [(found.number, name, *self._told(item)) for item in found.items])
        for said, by in one.comments:
            asks = self.word("export-comment-asks") if said.asks_correction else None
            pictures = self._named(said.files)
            self.add("comments", [(found.number, name, self.at(said.at), by, said.text, asks, pictures)])

    def _named(self, files: Sequence[KeptFile]) -> str | None:
        names = [self.words(each) for each in all_named(each.name for each in files)]
        return self.words(joined(names)) if names else None

    def _customer(self, each: ExportedCustomer) -> tuple[Value, ...]:
        customer, profile = each.customer, each.customer.profile
        told = (profile.region, profile.domain) if profile is not None else ("", "")
        names = ("mcus", "buyer", "factory", "background")
        return (
            customer.name,
            customer.credit_code,
            *(self.words(translated(each)) if each else None for each in told),
            self._volume(profile.volume) if profile is not None else None,
            *((getattr(profile, name) or None) if profile is not None else None for name in names),
            each.agency,
            each.manager or None,
            each.contact,
            self.words(joined(each.engineers)),
            each.report.number if each.report is not None else None,
            self.day(each.report.decided_at) if each.report is not None else None,
            customer.protected_until or self.word("customers-endless"),
            self.word(f"stage-{customer.stage.value}") if customer.stage is not None else None,
            self.day(customer.followed_up_at),
            customer.follow_up_due,
            each.overdue,
        )

    def _person(self, one: Counterpart) -> tuple[Value, ...]:
        told = one.told
        role, phone = self.words(translated(told.role)) if told.role else None, self.words(phone_words(told.phone))
        return told.name or None, role, phone if told.phone else None, told.note or None, self.day(one.at)

    def _volume(self, volume: Decimal) -> Decimal | None:
        """As the column's title counts: in pieces for who reads English."""
        return volume * PIECES if volume and self.language == "en" else volume or None

    def _told(self, item: ProjectItem) -> tuple[Value, ...]:
        stage, milestone = self.word(f"stage-{item.stage.value}"), self.word(f"milestone-{item.milestone.value}")
        return (
            item.name, self.words(translated(item.domain)), item.mcu, stage, item.progress, item.yearly, milestone, item.due, item.note,
        )  # fmt: skip
