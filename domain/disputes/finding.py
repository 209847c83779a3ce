"""Which customers there is a dispute about, and finding any other: for whoever reads disputes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.approvals.records import ApprovalState
from domain.base import identifiers
from domain.base.errors import NotAllowed, NotFound
from domain.base.kinds import Kind
from domain.base.rights import Action, Reach, Scope, scope
from domain.base.said_numbers import is_number, number_of
from domain.base.work import Work
from domain.customers import identity
from domain.customers.records import Customer
from domain.disputes.requests import customer_of
from domain.disputes.scope import headed, reads_disputes, visible
from domain.petitions.parties import holder_of

MOST: Final = 100
"""Appeals that are looked through, the newest."""
FOUND: Final = 12
"""Customers that a name may mean."""
_OF_NUMBER: Final[Mapping[str, Kind]] = {
    "BB": Kind.CUSTOMER_REPORT,
    "SS": Kind.APPEAL,
    "GZ": Kind.DATA_CHANGE,
    "YQ": Kind.EXTENSION,
    "JD": Kind.STAGE_CONFIRMATION,
    "FS": Kind.PRODUCTION_REVIEW,
}


@dataclass(frozen=True, slots=True)
class Disputed:
    """A customer, who holds it, and its last appeal, if there was one; `open` while that waits for its judge."""

    customer: Customer
    holder: str
    appeal: str = ""
    open: bool = False


def disputed(work: Work) -> Sequence[Disputed]:
    """About which somebody appealed, the newest first. Raises `NotAllowed`."""
    found: dict[int, Disputed] = {}
    for within in _reaches(work):
        for approval in work.approvals.asked_by(within, [Kind.APPEAL], open_only=False, offset=0, limit=MOST)[0]:
            appeal = work.petitions.appeal(approval.subject_id)
            waits = approval.state is ApprovalState.PENDING
            for each in _seen(work, [appeal.customer_id]):
                found.setdefault(each.id, Disputed(each, holder_of(work, each), appeal.number, waits))
    return list(found.values())


def find(work: Work, said: str) -> Sequence[Disputed]:
    """By a number, a credit code, or a name: the customers that bear it, then those that are called alike. Raises `NotAllowed`."""
    if not reads_disputes(work):
        raise NotAllowed(Action.SEE_DISPUTES.value)
    if is_number(said):
        number = number_of(said)
        record, kind = work.numbers.holder(number), _OF_NUMBER.get(number[:2])
        wanted = [customer_of(work, kind, record)] if kind is not None and record is not None else []
    else:
        coded = work.customers.by_code(identifiers.plain_code(said))
        same = [each.id for each in identity.same(work, said, None)]
        alike = [hit.customer for hit in work.names.similar(said)]
        wanted = [*([coded.id] if coded is not None else []), *same, *alike]
    return [Disputed(each, holder_of(work, each)) for each in _seen(work, wanted)][:FOUND]


def _seen(work: Work, customers: Iterable[int]) -> list[Customer]:
    """Those that the reader may see, each once."""
    found: dict[int, Customer] = {}
    for each in dict.fromkeys(customers):
        try:
            customer = visible(work, each)
        except NotFound:
            continue
        found[customer.id] = customer
    return list(found.values())


def _reaches(work: Work) -> Sequence[Reach]:
    if not reads_disputes(work):
        raise NotAllowed(Action.SEE_DISPUTES.value)
    if scope(work.actor, Action.SEE_DISPUTES) is Scope.ALL:
        return (Reach(all=True),)
    return [Reach(unit_id=unit) for unit in sorted(headed(work))]
