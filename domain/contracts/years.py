"""Which fiscal years an agency can sign a contract for (docs/contracts.md)."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.errors import Refusal
from domain.base.work import Work
from domain.contracts.records import Contract, ContractState, fiscal_year


@dataclass
class YearTaken(Refusal):
    """The agency has an approved contract of that fiscal year already."""

    year: str
    number: str


@dataclass
class YearPending(Refusal):
    """A contract of the agency's year is being decided: that one is withdrawn first."""

    year: str
    number: str


@dataclass
class YearNotOpen(Refusal):
    """Contracts are signed for the present fiscal year and the next. `year` is a name, no quantity: nobody writes 2,027."""

    year: str


def open_years(work: Work) -> tuple[int, int]:
    """The fiscal years that contracts are signed for: the present one and the next."""
    year = fiscal_year(work.policy, work.today)
    return year, year + 1


def pending(work: Work, agency_id: int, year: int) -> Contract | None:
    """The agency's contract of that year that is being decided."""
    found = work.contracts.of_year(agency_id, year)
    return next((each for each in found if each.state is ContractState.SUBMITTED), None)


NEAREST = (
    ContractState.APPROVED,
    ContractState.SUBMITTED,
    ContractState.RETURNED,
    ContractState.DRAFT,
    ContractState.WITHDRAWN,
    ContractState.REJECTED,
)
"""Which of several of a year tells how far it came."""


def standing(work: Work, agency_id: int, year: int) -> Contract | None:
    """How far the agency's year came with what was handed in; of several alike the newest."""
    handed_in = [each for each in work.contracts.of_year(agency_id, year) if each.submitted_at is not None]
    return min(handed_in, key=lambda each: NEAREST.index(each.state), default=None)


def begun(work: Work, agency_id: int, year: int) -> Contract | None:
    """What the actor goes on with instead of beginning another one: what was sent back, his own draft, what was taken back; of
    several alike the newest. A colleague's draft is that colleague's."""
    found = [each for each in work.contracts.of_year(agency_id, year) if each.editable]
    mine = [each for each in found if each.submitted_at is not None or each.created_by == work.actor.id]
    return min(mine, key=lambda each: NEAREST.index(each.state), default=None)


def demand_open(work: Work, agency_id: int, year: int) -> None:
    """Before one is begun. Raises `YearNotOpen`, `YearTaken`, `YearPending`."""
    if year not in open_years(work):
        raise YearNotOpen(str(year))
    demand_free(work, agency_id, year)
    waiting = pending(work, agency_id, year)
    if waiting is not None:
        raise YearPending(str(year), waiting.number)


def demand_free(work: Work, agency_id: int, year: int) -> None:
    """Raises `YearTaken`."""
    taken = work.contracts.approved(agency_id, year)
    if taken is not None:
        raise YearTaken(str(year), taken.number)
