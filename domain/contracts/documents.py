"""A contract's documents: reading what is attached (each reading is recorded), and the files that are made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.work import Work
from domain.contracts import contracting, expiry, known_answers
from domain.contracts import views as contract_views
from domain.contracts.records import Contract, ContractState, Json
from domain.jobs import control as job_control
from domain.people.records import Agency, AgencyState

PDF, TEMPLATE = "contract_pdf", "contract_template"
SENT_SHEET = "baobei"
"""The hidden sheet of a template: what it was sent with."""


@dataclass(frozen=True, kw_only=True)
class ReadAttachment:
    """`index` counts the pages of all documents from 0; of that version, or as that amendment would have them."""

    contract: int
    index: int
    version: int = 0
    amendment: int = 0


@dataclass(frozen=True, kw_only=True)
class MakePdf:
    """The contract as a document that can be signed; before it is approved it says on every page that it isn't. `version` from
    1; 0: as it stands. `filling`: the answers of its form, its own JSON, where that is what is to be printed."""

    contract: int
    version: int = 0
    filling: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class MakeTemplate:
    """An Excel sheet with the form's fields and what is known: the answers of a form that is open or kept as a draft
    (`filling`, its own JSON), else the contract's."""

    contract: int
    filling: Mapping[str, Json] = field(default_factory=dict)


@dataclass
class NothingFilledIn(Refusal):
    """A draft of which nothing was submitted yet."""

    number: str


class Validity(StrEnum):
    """What a printed contract counts for."""

    DRAFT = "draft"
    PENDING = "pending"
    VALID = "valid"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    """The agency was ended while it held."""
    SUPERSEDED = "superseded"
    """An amendment made another version of it."""


_VALIDITY: Final = {
    ContractState.DRAFT: Validity.DRAFT,
    ContractState.RETURNED: Validity.DRAFT,
    ContractState.SUBMITTED: Validity.PENDING,
    ContractState.APPROVED: Validity.VALID,
    ContractState.REJECTED: Validity.REJECTED,
    ContractState.WITHDRAWN: Validity.WITHDRAWN,
}


def validity(contract: Contract, agency: Agency, *, superseded: bool = False) -> Validity:
    """`superseded`: a later version holds."""
    if superseded:
        return Validity.SUPERSEDED
    if contract.state is ContractState.APPROVED and agency.state is AgencyState.ENDED:
        return Validity.ENDED
    return _VALIDITY[contract.state]


@dataclass(frozen=True, kw_only=True)
class AttachmentRead(Event, subject="contract"):
    contract: int
    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A page of an attached document: the `at`th `of` so many. A file has `sha256` and `type`, what lies elsewhere `link`; `until`
    is the document's last valid day."""

    kind: str
    name: str
    at: int
    of: int
    sha256: str = ""
    type: str = ""
    link: str = ""
    until: date | None = None


def pages_of(contract: Contract) -> list[DocumentPage]:
    """In the order of the documents."""
    attached = contract.profile.get("attachments")
    documents = [each for each in attached if isinstance(each, dict)] if isinstance(attached, list) else []
    return [page for each in documents for page in _pages(each)]


def taken_over(work: Work, contract_id: int) -> frozenset[str]:
    """The documents, by the hashes of their pages, that were the contract's before it was begun."""
    before = known_answers.copied(work, work.contracts.get(contract_id))
    return frozenset(each.sha256 for each in pages_of(before) if each.sha256) if before is not None else frozenset()


@dataclass(frozen=True, slots=True)
class AttachedDocument:
    """An attached document by name: what its sender called it, if he did, its pages by file or link, its last valid day."""

    kind: str
    name: str
    pages: tuple[str, ...]
    until: date | None


def attached_documents(contract: Contract) -> list[AttachedDocument]:
    attached = contract.profile.get("attachments")
    documents = [each for each in attached if isinstance(each, dict)] if isinstance(attached, list) else []
    return [
        AttachedDocument(
            str(each.get("kind", "")),
            str(each.get("name") or ""),
            tuple(str(page.get("name") or page.get("link", "")) for page in _pages_in(each)),
            expiry.last_day(each),
        )
        for each in documents
    ]


def _pages_in(document: Mapping[str, Json]) -> list[dict[str, Json]]:
    pages = document.get("pages")
    return [each for each in pages if isinstance(each, dict)] if isinstance(pages, list) else []


def _pages(document: dict[str, Json]) -> list[DocumentPage]:
    found = _pages_in(document)
    kind, called, until = str(document.get("kind", "")), str(document.get("name") or ""), expiry.last_day(document)
    return [
        DocumentPage(
            kind,
            called or str(each.get("name") or each.get("link", "")),
            place,
            len(found),
            sha256=str(each.get("sha256", "")),
            type=str(each.get("type", "")),
            link=str(each.get("link", "")),
            until=until,
        )
        for place, each in enumerate(found, 1)
    ]


def read(work: Work, command: ReadAttachment) -> int:
    """The index again, once the reading is recorded. Raises `NotFound`."""
    looked_at = contract_views.contract(work, command.contract, version=command.version, amendment=command.amendment)
    found = pages_of(looked_at.contract)
    if not 0 <= command.index < len(found):
        raise NotFound("attachment")
    page = found[command.index]
    work.events.record(AttachmentRead(contract=command.contract, sha256=page.sha256, name=page.name))
    return command.index


def make_pdf(work: Work, command: MakePdf) -> None:
    """The document comes as a message. Raises `NotFound`, `NothingFilledIn`."""
    if command.filling:
        found = contracting.own(work, command.contract)
    else:
        found = contract_views.contract(work, command.contract, version=command.version).contract
        if not found.profile:
            raise NothingFilledIn(found.number)
    job_control.put(
        work,
        PDF,
        {"contract": found.id, "version": command.version, "filling": dict(command.filling)},
        key=f"{PDF}:{found.id}:{command.version}:{work.actor.id}",
    )


def make_template(work: Work, command: MakeTemplate) -> None:
    """Raises `NotFound`."""
    mine = contracting.own(work, command.contract)
    job_control.put(
        work,
        TEMPLATE,
        {"contract": mine.id, "filling": dict(command.filling)},
        key=f"{TEMPLATE}:{mine.id}:{work.actor.id}",
    )
