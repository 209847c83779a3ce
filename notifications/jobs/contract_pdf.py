"""A contract as a PDF: both parties, the policy's clauses with the fields filled in, what was filled in by section, the
documents by name, who approved it, and where both sides sign. What isn't approved says so on every page.

Absent: reasons and comments of approvers, and whoever was only asked; they are the vendor's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dialogs.contracts import values as contract_values
from dialogs.contracts.contract import Contract
from dialogs.core.file_names import all_named
from dialogs.core.screen import say
from dialogs.shared.words import signed
from domain.approvals.records import Verb
from domain.base.bilingual import translated
from domain.base.json_values import JsonObject
from domain.base.policy import Agreement, ContractingCompany, Policy
from domain.base.work import Work
from domain.contracts import documents as contract_documents
from domain.contracts import versions
from domain.contracts import views as contract_views
from domain.contracts.documents import AttachedDocument, Validity
from domain.contracts.records import first_day, last_day
from domain.contracts.views import ContractView
from notifications.documents.printed import Clause, Pairs, Printed, Side, Signatures, Table, write
from notifications.jobs.contract_draft import as_filled_in
from notifications.jobs.working import Task

ON_PAPER: Final = frozenset({Verb.APPROVE, Verb.SIGN_BEFORE, Verb.SIGN_AFTER})
"""Decisions that a contract names; what went back and forth before is no part of it."""
CALLED: Final = {
    name: say(f"contract-pdf-{name.replace('_', '-')}") for name in ("accepts_letter", "general_manager", "server_lead")
}
"""Questions that a form asks otherwise than a contract tells them (贵公司总经理)."""
LONGEST_NAME: Final = 60
"""Characters of a company's name in the name of a file."""
_NO_FILE: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


@dataclass(frozen=True, slots=True)
class Source:
    """What the document is made of, in the dialogs' words; `version` counts what was approved, and is 1 of what may yet be:
    what went back and forth before is no version of a contract. `by`: the version that took its place."""

    view: ContractView
    policy: Policy
    version: int
    language: str
    by: int = 0

    @property
    def agreement(self) -> Agreement:
        return self.policy.contract.agreement(self.language)

    @property
    def validity(self) -> Validity:
        return contract_documents.validity(self.view.contract, self.view.agency, superseded=self.by > 0)

    def told(self, name: str) -> str:
        return str(self.view.contract.profile.get(name) or "")

    @property
    def company(self) -> ContractingCompany:
        return self.policy.contract.company(self.told("issuer"))

    @property
    def agency(self) -> str:
        """乙方, as its licence calls it."""
        return self.told("registered_name") or self.view.agency.name


def contract_pdf(task: Task) -> JsonObject:
    """The job: its `args` name the contract, and which version of it."""
    source = task.read(lambda work: collect(work, task.args["contract"], task.language, **_asked(task.args)))
    paper = ContractPaper(source, task.words)
    with TemporaryDirectory() as folder:
        made = write(paper.laid_out(), Path(folder) / "contract.pdf")
        kept = task.keep(made)
    return {"file": {"sha256": kept, "name": paper.file_name}}


def _asked(args: JsonObject) -> dict[str, Any]:
    return {name: args[name] for name in ("version", "filling") if name in args}


def collect(work: Work, contract_id: int, language: str, version: int = 0, filling: JsonObject | None = None) -> Source:
    """As whoever asked for it may see it, in that version (0: the newest); `filling` are the answers of its form as they stood
    then. Raises `NotFound`."""
    view = contract_views.contract(work, contract_id)
    held = len(versions.versions(work, view.contract))
    if filling:
        return Source(as_filled_in(work, view, filling), work.policy, 1, language)
    if not held:
        return Source(view, work.policy, 1, language)
    number = version or held
    view = contract_views.contract(work, contract_id, version=number)
    return Source(view, work.policy, number, language, by=held if number < held else 0)


@dataclass(frozen=True, slots=True)
class ContractPaper:
    """`words` gives the plain text of a wording."""

    source: Source
    words: Any

    def say(self, key: str, **facts: Any) -> str:
        return str(self.words(say(f"contract-pdf-{key}", **facts)))

    @property
    def file_name(self) -> str:
        """深圳市南山电子有限公司 2027 渠道合作协议 HT-2027-0001.pdf; what isn't approved says so there, too."""
        contract, validity = self.source.view.contract, self.source.validity
        agency = self.source.view.agency.name[:LONGEST_NAME]
        parts = [agency, str(contract.fiscal_year), self.source.agreement.title, contract.number]
        if validity is not Validity.VALID:
            parts.append(self.say(f"mark-{validity.value}", version=str(self.source.version)))
        return _NO_FILE.sub(" ", " ".join(parts)) + ".pdf"

    def laid_out(self) -> Printed:
        source, agreement = self.source, self.source.agreement
        number, validity = source.view.contract.number, source.validity
        valid = validity is Validity.VALID
        return Printed(
            agreement.title,
            tuple(self._facts()),
            (
                *self._parties(),
                *(Clause(each.text, each.heading) for each in agreement.filled(self._fields())),
                *self._schedules(),
                self._documents(),
                *self._decisions(),
                self._signatures(),
            ),
            running=f"{self._name(source.policy.vendor)} · {agreement.title} · {number}",
            page=self.say("page", page="{page}", pages="{pages}"),
            continued=self.say("continued"),
            watermark="" if valid else self.say(f"mark-{validity.value}", version=str(source.version)),
            indented=agreement.language == "zh",
        )

    def _facts(self) -> Iterator[str]:
        contract, validity = self.source.view.contract, self.source.validity
        version = str(self.source.version)
        yield self.say("number", number=contract.number, year=str(contract.fiscal_year), version=version)
        if contract.approved_at is not None:
            at = contract.approved_at.astimezone(self.source.policy.zone)
            yield self.say("approved", day=self._day(at.date()))
        if validity is not Validity.VALID:
            yield self.say(f"state-{validity.value}", by=str(self.source.by))

    def _day(self, day: date) -> str:
        return self.say("day", year=str(day.year), month=str(day.month), day=str(day.day))

    def _moment(self, at: datetime) -> str:
        """With the year: a document outlives it."""
        return f"{at.astimezone(self.source.policy.zone):%Y-%m-%d %H:%M}"

    def _fields(self) -> Mapping[str, str]:
        source, view = self.source, self.source.view
        contract, policy = view.contract, self.source.policy
        found = {
            "number": contract.number,
            "version": str(source.version),
            "year": str(contract.fiscal_year),
            "begins": self._day(first_day(policy, contract.fiscal_year)),
            "ends": self._day(last_day(policy, contract.fiscal_year)),
            "vendor": self._name(policy.vendor),
            "company": self._name(source.company.name),
            "agency": source.agency,
            "entity": self._name(source.told("entity")),
            "type": self._word(view.type.name) if view.type is not None else contract.type,
            "level": self._word(contract.level),
            "manager": view.manager.name if view.manager is not None else "",
            "distributor": view.distributor.name if view.distributor is not None else "",
        }
        return {name: value or self.say("none" if name == "distributor" else "blank") for name, value in found.items()}

    def _name(self, name: str) -> str:
        """Of the vendor, as the document's language has it."""
        return str(self.words(translated(name)))

    def _word(self, word: str) -> str:
        """Of the policy, as the document's language has it."""
        return str(self.words(self.source.view.called.told(word)))

    # --- who ------------------------------------------------------------------------------------------------------

    def _parties(self) -> tuple[Pairs, Pairs]:
        source, company, agency = self.source, self.source.company, self.source.view.agency
        vendor = {
            "name": self._name(company.name),
            "code": company.credit_code,
            "representative": company.representative,
            "phone": company.phone,
            "address": company.address,
        }
        other = {
            "name": source.agency,
            "code": source.told("credit_code") or agency.credit_code or "",
            "general-manager": source.told("general_manager"),
            "phone": self._first("phone", "contact_phone"),
            "address": self._first("registered_address", "office_address", "invoice_address"),
        }
        return self._party("vendor", vendor), self._party("agency", other)

    def _party(self, who: str, told: Mapping[str, str]) -> Pairs:
        return Pairs(self.say(f"party-{who}"), [(self.say(name), value) for name, value in told.items() if value])

    def _first(self, *names: str) -> str:
        """The first of these answers that was given."""
        return next(filter(None, map(self._answer, names)), "")

    # --- what was filled in ---------------------------------------------------------------------------------------

    def _schedules(self) -> Iterator[Pairs]:
        sections = [each for each in contract_values.SECTIONS if each != contract_values.ATTACHMENTS]
        for at, section in enumerate(sections, 1):
            heading = self.say("schedule", at=at, heading=contract_values.heading(section))
            yield Pairs(heading, list(self._answers(section)))

    def _answers(self, section: str) -> Iterator[tuple[str, str]]:
        """Those that were given: a contract has no empty questions."""
        for name in Contract.declared.sections[section]:
            field = Contract.declared.fields[name]
            value = self._answer(name) if field.asked and name != "attachments" else ""
            if value:
                yield self.say("label", label=CALLED.get(name) or contract_values.label(name)), value

    def _answer(self, name: str) -> str:
        """Empty where there is none. Whom the manager bound, not whom the agency wished for."""
        view = self.source.view
        if name == "distributor" and view.distributor is not None:
            return view.distributor.name
        if name == "distributor_contact" and view.distributor_contact is not None:
            return view.distributor_contact.name
        given = view.contract.profile.get(name)
        told = contract_values.whole(view, name, given) if given is not None else ()
        return "\n".join(str(self.words(each)) for each in told)

    def _documents(self) -> Table:
        found = contract_documents.attached_documents(self.source.view.contract)
        rows = [
            (
                str(at),
                self._word(each.kind),
                "\n".join((*filter(None, [each.name]), *map(self.words, all_named(each.pages)))),
                str(len(each.pages)),
                self._until(each),
            )
            for at, each in enumerate(found, 1)
        ]
        head = tuple(self.say(each) for each in ("place", "document", "file", "pages", "until"))
        return Table(self.say("documents"), head, rows, (8, 28, 42, 9, 15), self.say("none"))

    def _until(self, document: AttachedDocument) -> str:
        return document.until.isoformat() if document.until is not None else ""

    def _decisions(self) -> Iterator[Table]:
        rows = [
            (
                self.say("level-of", level=str(each.level)),
                str(self.words(say(f"verb-{each.verb.value}"))),
                str(self.words(signed(by))),
                self._moment(each.at),
            )
            for each, by in self.source.view.decisions
            if each.verb in ON_PAPER
        ]
        if self.source.view.contract.approved_at is not None and rows:
            head = tuple(self.say(each) for each in ("level", "decision", "by", "at"))
            yield Table(self.say("record"), head, rows, (15, 15, 45, 25), self.say("none"))

    # --- who signs ------------------------------------------------------------------------------------------------

    def _signatures(self) -> Signatures:
        source = self.source
        sides = (("vendor", source.company.name), ("agency", source.agency))
        first, second = (
            Side(
                self.say(f"signs-{who}", name=translated(name)),
                self.say("seal"),
                (self.say("signature"), self.say("date")),
            )
            for who, name in sides
        )
        closing = self.say("closing", number=source.view.contract.number)
        return Signatures(self.say("signing"), closing, (first, second))
