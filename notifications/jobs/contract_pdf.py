"""An approved contract as a PDF: all that was filled in, the list of documents, who approved it and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dialogs.contracts import values as contract_values
from dialogs.core.screen import Say, Wording, say
from dialogs.shared.words import signed
from domain.base.work import Work
from domain.contracts import documents as contract_documents
from domain.contracts import views as contract_views
from domain.contracts.views import ContractView
from notifications.documents.printed import Printed, Table, write
from notifications.jobs.working import Task


@dataclass(frozen=True, slots=True)
class Source:
    """What the document is made of, in the dialogs' words."""

    view: ContractView
    vendor: str
    zone: tzinfo


def contract_pdf(task: Task) -> Mapping[str, Any]:
    """The job: its `args` name the contract."""
    source = task.read(lambda work: collect(work, task.args["contract"]))
    with TemporaryDirectory() as folder:
        made = write(laid_out(source, task.words), Path(folder) / "contract.pdf")
        kept = task.keep(made)
    return {"file": {"sha256": kept, "name": f"{source.view.contract.number}.pdf"}}


def collect(work: Work, contract_id: int) -> Source:
    """As whoever asked for it may see it. Raises `NotFound`."""
    return Source(contract_views.contract(work, contract_id), work.policy.vendor, work.zone)


def laid_out(source: Source, words: Any) -> Printed:
    """`words` gives the plain text of a wording."""
    view, contract = source.view, source.view.contract
    said = _PdfWords(words, source.zone)
    year = str(contract.fiscal_year)
    lines = [
        say("contract-pdf-number", number=contract.number, year=year),
        view.agency.name,
        source.vendor,
        say("contract-pdf-approved", at=said.moment(contract.approved_at)),
    ]
    tables = [
        Table(words(contract_values.heading(section)), said.pairs(contract_values.values(view, section, empty=True)))
        for section in contract_values.SECTIONS
        if section != contract_values.ATTACHMENTS
    ]
    if view.distributor is not None:
        tables.append(_bound(view, words))
    tables += [_documents(view, words), _decisions(view, said)]
    return Printed(
        words(say("contract-pdf-title")),
        [words(each) for each in lines],
        tables,
        f"{source.vendor} · {contract.number}",
    )


def _bound(view: ContractView, words: Any) -> Table:
    contact = view.distributor_contact.name if view.distributor_contact is not None else ""
    bound = view.distributor.name if view.distributor is not None else ""
    pairs = [("distributor", bound), ("distributor_contact", contact)]
    rows = [(words(contract_values.label(name)), value) for name, value in pairs]
    return Table(words(say("contract-pdf-bound")), rows)


def _documents(view: ContractView, words: Any) -> Table:
    found = contract_documents.pages_of(view.contract)
    rows = [(each.kind, f"{each.at}/{each.of}", each.name, each.link or each.sha256[:16]) for each in found]
    head = tuple(words(say(f"contract-pdf-{each}")) for each in ("document", "page", "name", "mark"))
    return Table(words(contract_values.heading(contract_values.ATTACHMENTS)), [head, *rows], (24, 8, 42, 26), head=True)


def _decisions(view: ContractView, said: _PdfWords) -> Table:
    rows = [
        (
            said.words(say("contract-pdf-level-of", level=each.level)),
            said.words(say(f"verb-{each.verb.value}")),
            said.words(signed(by)),
            said.moment(each.at),
            each.reason,
        )
        for each, by in view.decisions
    ]
    head = tuple(said.words(say(f"contract-pdf-{each}")) for each in ("level", "decision", "by", "at", "reason"))
    return Table(said.words(say("contract-pdf-record")), [head, *rows], (10, 11, 25, 22, 32), head=True)


@dataclass(frozen=True, slots=True)
class _PdfWords:
    words: Any
    zone: tzinfo

    def moment(self, at: datetime | None) -> str:
        """With the year: a document outlives it."""
        return f"{at.astimezone(self.zone):%Y-%m-%d %H:%M}" if at is not None else ""

    def pairs(self, found: Any) -> list[tuple[str, str]]:
        pairs: list[tuple[Say, Wording]] = list(found)
        return [(self.words(label), self.words(value)) for label, value in pairs]
