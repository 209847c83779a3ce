"""Documents that run out (营业执照 …): until when each of a contract's is good, and which of them come to their end
(docs/contracts.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domain.base.work import Work
from domain.contracts.records import Contract, Json, with_answers


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """`until` is its last valid day, in the vendor's zone."""

    kind: str
    until: date


def dated(contract: Contract) -> list[DatedDocument]:
    """Those with a last day, in the order of the contract's documents."""
    attached = contract.profile.get("attachments")
    documents = [each for each in attached if isinstance(each, dict)] if isinstance(attached, list) else []
    days = ((str(each.get("kind", "")), last_day(each)) for each in documents)
    return [DatedDocument(kind, until) for kind, until in days if until is not None]


def last_day(document: Mapping[str, Json]) -> date | None:
    """Of an attached document, as a profile keeps it; None of one that doesn't run out."""
    until = document.get("valid_until")
    return date.fromisoformat(until) if isinstance(until, str) else None


def expired(work: Work, contract: Contract) -> tuple[DatedDocument, ...]:
    """Those whose last day has passed."""
    return passed(dated(contract), work.today)


def passed(documents: Iterable[DatedDocument], today: date) -> tuple[DatedDocument, ...]:
    """Those whose last day lies before `today`, in the vendor's zone."""
    return tuple(each for each in documents if each.until < today)


def to_renew(work: Work, contract: Contract) -> list[DatedDocument]:
    """Those that have run out, or do so within the longest of the *policy's* `reminders.document_days`, and that no contract
    of a later year has anew."""
    ahead = max(work.policy.reminders.document_days, default=0)
    near = [each for each in dated(contract) if (each.until - work.today).days <= ahead]
    later = _later(work, contract) if near else ()
    return [each for each in near if not any(other.kind == each.kind and other.until > each.until for other in later)]


def lapsed(work: Work, contract: Contract) -> tuple[DatedDocument, ...]:
    """Those that have run out, and that no contract of a later year, or an amendment that waits, has anew."""
    return passed(to_renew(work, contract), work.today)


def _later(work: Work, contract: Contract) -> list[DatedDocument]:
    """What contracts of later years that are decided or before their approvers say, and its own amendment that waits."""
    following = [each for each in work.contracts.open_of(contract.agency_id) if each.fiscal_year > contract.fiscal_year]
    approved = work.contracts.approved(contract.agency_id, contract.fiscal_year + 1)
    waiting = work.amendments.open_of(contract.id)
    if waiting is not None:
        following.append(with_answers(contract, waiting.after, waiting.bound_after))
    return [found for each in (*following, *((approved,) if approved is not None else ())) for found in dated(each)]
