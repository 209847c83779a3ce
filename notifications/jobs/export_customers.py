"""The job behind 导出: customers, their projects and follow-up reports as an Excel file, as far as its reader may see."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from functools import cache
from pathlib import Path, PurePath

from dialogs.core.screen import say
from domain.base.work import Work
from domain.follow_ups import exporting
from domain.follow_ups.exporting import ExportedCustomer
from domain.projects.records import ProjectItem
from domain.protection.filters import Filter
from notifications.documents.workbook import ROWS, Book, Column, Value
from notifications.jobs.working import Task

SHEETS: Mapping[str, tuple[str, ...]] = {
    "customers": (
        "name", "credit-code", "region", "domain", "volume", "mcus", "buyer", "factory", "background", "agency",
        "contact", "engineers", "until", "stage", "followed", "next",
    ),
    "projects": ("name", "project", "domain", "mcu", "stage", "progress", "yearly", "milestone", "due", "note", "changed"),
    "reports": ("name", "number", "at", "author", "engineers", "dynamics", "version"),
    "items": ("number", "name", "project", "domain", "mcu", "stage", "progress", "yearly", "milestone", "due", "note"),
}  # fmt: skip
MOST = 40_000_000
"""Bytes of a file: a bot may send 50 MB, and how well texts can be packed is only guessed beforehand."""
ROOM = 20_000
WIDE = frozenset({"name", "background", "progress", "dynamics"})


def export_customers(task: Task, most: int = MOST) -> dict[str, object]:
    """Files of at most about `most` bytes, each with whole customers. Begins anew when it was interrupted: a file
    half-written is of no use. Raises `NotAllowed`."""
    kept: list[str] = []
    everything = _everything(task, exporting.narrowed(task.args))
    following = next(everything, None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.xlsx"
        while following is not None or not kept:
            with Book(path) as book:
                writer = CustomersWriter(task, book)
                while following is not None and not _is_full(book, most):
                    writer.write(following)
                    following = next(everything, None)
            kept.append(task.keep(path))
    name = PurePath(task.words(say("export-file")))
    return {"files": [{"sha256": each, "name": _part(name, place, len(kept))} for place, each in enumerate(kept, 1)]}


def _part(name: PurePath, place: int, several: int) -> str:
    return str(name) if several == 1 else f"{name.stem} {place}-{several}{name.suffix}"


def _is_full(book: Book, most: int) -> bool:
    """With room for a customer that was reported on for decades."""
    return book.size > most or any(rows > ROWS - ROOM for rows in book.rows.values())


def _everything(task: Task, only: Filter) -> Iterator[ExportedCustomer]:
    total = task.read(lambda work: exporting.count(work, only))
    done = after = 0
    while found := task.read(lambda work, after=after: exporting.portion(work, only, after)):  # type: ignore[misc]
        yield from found
        done, after = done + len(found), found[-1].customer.id
        task.note(done=done, total=total)


def _zone(work: Work) -> tzinfo:
    return work.zone


class CustomersWriter:
    """Lays what is exported into the sheets, in the reader's language and the vendor's time."""

    def __init__(self, task: Task, book: Book) -> None:
        self.book = book
        self.zone = task.read(_zone)
        self.word = cache(lambda key: task.words(say(key)))
        for sheet, columns in SHEETS.items():
            titles = [Column(self.word(f"export-column-{each}"), 40 if each in WIDE else 16) for each in columns]
            book.sheet(self.word(f"export-{sheet}"), titles)

    def write(self, each: ExportedCustomer) -> None:
        name = each.customer.name
        self._add("customers", [self._customer(each)])
        self._add("projects", [(name, *self._told(p.told), self._day(p.changed_at)) for p in each.projects])
        for found, author, helpers in each.follow_ups:
            facts = (name, found.number, self._at(found.at), author, "、".join(helpers), found.dynamics, found.version)
            self._add("reports", [facts])
            self._add("items", [(found.number, name, *self._told(item)) for item in found.items])

    def _add(self, sheet: str, rows: Iterable[Sequence[Value]]) -> None:
        self.book.add(self.word(f"export-{sheet}"), rows)

    def _customer(self, each: ExportedCustomer) -> tuple[Value, ...]:
        customer, profile = each.customer, each.customer.profile
        names = ("region", "domain", "volume", "mcus", "buyer", "factory", "background")
        return (
            customer.name,
            customer.credit_code,
            *((getattr(profile, name) or None) if profile is not None else None for name in names),
            each.agency,
            each.contact,
            "、".join(each.engineers),
            customer.protected_until or self.word("customers-endless"),
            self.word(f"stage-{customer.stage.value}") if customer.stage is not None else None,
            self._day(customer.followed_up_at),
            customer.follow_up_due,
        )

    def _told(self, item: ProjectItem) -> tuple[Value, ...]:
        stage, milestone = self.word(f"stage-{item.stage.value}"), self.word(f"milestone-{item.milestone.value}")
        return (
            item.name, item.domain, item.mcu, stage, item.progress, item.yearly, milestone, item.due, item.note,
        )  # fmt: skip

    def _day(self, at: datetime | None) -> Value:
        return at.astimezone(self.zone).date() if at is not None else None

    def _at(self, at: datetime) -> Value:
        """Excel knows no time zones: the vendor's wall clock."""
        return at.astimezone(self.zone).replace(tzinfo=None)
