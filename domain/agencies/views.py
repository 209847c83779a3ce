"""What screens ask of agencies: the list, a file, a change that waits or was decided, each within the reader's rights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.agencies import filing
from domain.agencies.records import AgencyChange
from domain.approvals import acting, briefs, taking_back
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, ApprovalState, Decision
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.rights import Action, Belongs, Reach, may, reach
from domain.base.searching import fits, words
from domain.base.work import Work
from domain.contracts import years as contract_years
from domain.contracts.records import Contract
from domain.leaving import agency_states
from domain.orders import views as order_views
from domain.orders.records import Wanted
from domain.orders.views import Summed
from domain.people.namesakes import Namesake, namesakes
from domain.people.records import WITH_US, AccountState, Agency


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """`manager` is empty where it has none; `formerly` the former name by which it was found, where it is found by that
    alone."""

    agency: Agency
    manager: str
    formerly: str


@dataclass(frozen=True, slots=True)
class YearSigned:
    """Where the contract of a fiscal year stands; None: nothing was begun, or submitted."""

    year: int
    contract: Contract | None
    level: str = ""
    """In both languages (`domain.base.bilingual`)."""


@dataclass(frozen=True, slots=True)
class AgencyFile:
    """`people` are those who are here; `reports` wait for a decision or to be mended; `orders` are of this calendar year, from
    `since` on, None where the reader sees none. `change` is what waits to be decided about its name or code."""

    agency: Agency
    unit: str
    manager: str
    people: int
    customers: int
    reports: int
    signed: tuple[YearSigned, ...]
    since: date
    orders: Summed | None
    change: Approval | None
    change_number: str
    may_correct: bool
    manages: bool
    """The reader is the vendor's: he sees to its people, its state, its manager."""
    may_change_manager: bool


@dataclass(frozen=True, slots=True)
class ChangeView:
    """`namesakes` and `registering` (numbers of registrations of the wanted code that aren't decided) are for those who decide."""

    change: AgencyChange
    approval: Approval
    agency: Agency
    person: str
    approvers: tuple[str, ...]
    """Whom it waits for, as long as it waits."""
    levels: tuple[tuple[str, ...], ...]
    decisions: tuple[tuple[Decision, Signature], ...]
    may_take_back: bool
    namesakes: tuple[Namesake, ...]
    registering: tuple[str, ...]


def agencies(work: Work, text: str, offset: int, limit: int) -> tuple[Sequence[AgencyRow], int]:
    """The agencies that the reader manages. Raises `NotAllowed`."""
    found, total = work.agency_files.found(reach(work.actor, Action.MANAGE_AGENCIES), text, offset, limit)
    work.people.read_ahead([each.manager_id for each in found if each.manager_id is not None])
    asked = words(text)
    return [AgencyRow(each, manager(work, each), _formerly(each, asked)) for each in found], total


def manager(work: Work, agency: Agency) -> str:
    """Empty where it has none."""
    return work.people.account(agency.manager_id).name if agency.manager_id is not None else ""


def _formerly(agency: Agency, asked: Sequence[str]) -> str:
    if not asked or any(fits(each, asked) for each in (agency.name, agency.short_name) if each):
        return ""
    return next((each for each in agency.former_names if fits(each, asked)), "")


def file(work: Work, agency_id: int | None) -> AgencyFile:
    """Of an agency, the reader's own when None. Raises `NotFound`, also when it is out of his reach."""
    agency = filing.within(work, agency_id if agency_id is not None else work.actor.agency_id or 0)
    belongs = Belongs(frozenset(), agency.id, agency.unit_id)
    change = work.agency_files.open_change(agency.id)
    since = date(work.today.year, 1, 1)
    seen = may(work.actor, Action.SEE_ORDERS, belongs)
    _, reports = work.customers.reports(Reach(agency_id=agency.id), open_only=True, offset=0, limit=0)
    return AgencyFile(
        agency=agency,
        unit=work.people.unit(agency.unit_id).name,
        manager=manager(work, agency),
        people=sum(each.state is AccountState.ACTIVE for each in work.people.accounts_of_agency(agency.id)),
        customers=len(work.hand_overs.customers_of_agency(agency.id)),
        reports=reports,
        signed=_signed(work, agency) if may(work.actor, Action.SEE_CONTRACTS, belongs) else (),
        since=since,
        orders=order_views.summed_of(work, agency, Wanted(since=since, until=work.today)) if seen else None,
        change=work.approvals.of_subject(Kind.AGENCY_CHANGE, change.id) if change is not None else None,
        change_number=change.number if change is not None else "",
        may_correct=agency.state in WITH_US,
        manages=may(work.actor, Action.MANAGE_AGENCIES, belongs),
        may_change_manager=agency_states.may_change_manager(work, agency),
    )


def _signed(work: Work, agency: Agency) -> tuple[YearSigned, ...]:
    """This fiscal year's contract, and the next one's as soon as there is one: as far as it came with what was handed in."""
    this, following = contract_years.open_years(work)
    found = [(year, contract_years.standing(work, agency.id, year)) for year in (this, following)]
    return tuple(
        YearSigned(year, contract, work.policy.contract.words.told(contract.level) if contract is not None else "")
        for year, contract in found
        if contract is not None or year == this
    )


def change(work: Work, approval_id: int) -> ChangeView:
    """For whoever keeps the agency's file, its approvers and those above them. Raises `NotFound`."""
    approval = work.approvals.get(approval_id)
    if approval.kind is not Kind.AGENCY_CHANGE:
        raise NotFound("approval")
    found = work.agency_files.change(approval.subject_id)
    agency = work.people.agency(found.agency_id)
    if not may(work.actor, Action.KEEP_AGENCY_FILE, Belongs(frozenset(), agency.id, agency.unit_id)):
        approval = briefs.approval(work, approval_id)
    pending, vendor = approval.state is ApprovalState.PENDING, work.actor.agency_id is None
    code = found.after.credit_code
    rivals = work.registrations.open_with_code(code) if vendor and pending and code is not None else ()
    return ChangeView(
        change=found,
        approval=approval,
        agency=agency,
        person=work.people.account(found.applicant_id).name,
        approvers=acting.names(work, approval) if pending else (),
        levels=tuple(tuple(work.people.account(each).name for each in step.approvers) for step in approval.steps),
        decisions=acting.signed(work, approval),
        may_take_back=pending and taking_back.may_take_back(work, approval),
        namesakes=namesakes(work, found.after.name, {agency.id}) if vendor and pending else (),
        registering=tuple(each.number for each in rivals),
    )
