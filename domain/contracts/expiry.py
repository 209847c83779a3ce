"""Documents that run out (营业执照 …): until when each of a contract's is good, and which of them come to their end
(docs/contracts.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.base.work import Work
from domain.contracts.records import Contract, with_answers


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """`until` is its last valid day, in the vendor's zone."""

    kind: str
    until: date


def dated(contract: Contract) -> list[DatedDocument]:
    """Those with a last day, in the order of the contract's documents."""
    attached = contract.profile.get("attachments")
    documents = [each for each in attached if isinstance(each, dict)] if isinstance(attached, list) else []
    return [
        DatedDocument(str(each.get("kind", "")), date.fromisoformat(each["valid_until"]))
        for each in documents
        if isinstance(each.get("valid_until"), str)
    ]


def expired(work: Work, contract: Contract) -> tuple[DatedDocument, ...]:
    """Those whose last day has passed."""
    return passed(dated(contract), work.today)


def passed(documents: Iterable[DatedDocument], today: date) -> tuple[DatedDocument, ...]:
    """Those whose last day lies before `today`, in the vendor's zone."""
    return tuple(each for each in documents if each.until < today)


def coming(work: Work, contract: Contract) -> list[DatedDocument]:
    """Those that run out within the longest of the *policy's* `reminders.document_days`, and that no contract of a later
    year has anew."""
    ahead = max(work.policy.reminders.document_days, default=0)
    later = _later(work, contract)
    return [
        each
        for each in dated(contract)
        if 0 <= (each.until - work.today).days <= ahead
        and not any(other.kind == each.kind and other.until > each.until for other in later)
    ]


def _later(work: Work, contract: Contract) -> list[DatedDocument]:
    """What contracts of later years that are decided or before their approvers say, and its own amendment that waits."""
    following = [each for each in work.contracts.open_of(contract.agency_id) if each.fiscal_year > contract.fiscal_year]
    approved = work.contracts.approved(contract.agency_id, contract.fiscal_year + 1)
    waiting = work.amendments.open_of(contract.id)
    if waiting is not None:
        following.append(with_answers(contract, waiting.after, waiting.bound_after))
    return [found for each in (*following, *((approved,) if approved is not None else ())) for found in dated(each)]
