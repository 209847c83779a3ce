"""Everything that one may see of customers, for a file: in portions, so that any number needs little memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from domain.base.json_values import JsonObject
from domain.base.rights import Action, reach
from domain.base.stage import Stage
from domain.base.work import Work
from domain.counterparts.records import Counterpart
from domain.customers.records import Customer, Report, ReportState
from domain.follow_ups.commenting import audible
from domain.follow_ups.records import Comment, FollowUp
from domain.jobs import control as job_control
from domain.jobs.records import Job
from domain.projects.records import Project
from domain.protection import filters as customer_filters
from domain.protection.filters import Due, Filter

KIND = "export_customers"
EVERYTHING = Filter()
PORTION = 200


@dataclass(frozen=True, kw_only=True)
class ExportCustomers:
    """The file comes when it is ready. `only` narrows it as a list is narrowed."""

    only: Filter = EVERYTHING


@dataclass(frozen=True, slots=True)
class ExportedFollowUp:
    """A report with its author's and its helpers' names, and what was said about it, by whom."""

    told: FollowUp
    author: str
    helpers: tuple[str, ...]
    comments: tuple[tuple[Comment, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedCustomer:
    """A customer with all that hangs on it. Names are as the reader may learn them. `report` is the one by which the agency
    has it, approved; `overdue` are the days since a follow-up was due."""

    customer: Customer
    agency: str
    manager: str
    contact: str
    engineers: tuple[str, ...]
    report: Report | None
    overdue: int | None
    counterparts: tuple[Counterpart, ...]
    projects: tuple[Project, ...]
    follow_ups: tuple[ExportedFollowUp, ...]


def ask(work: Work, command: ExportCustomers) -> Job:
    """Raises `NotAllowed`."""
    reach(work.actor, Action.SEE_CUSTOMERS)
    only = {name: value for name, value in asdict(command.only).items() if value}
    return job_control.put(work, KIND, only, key=job_control.key_of(work, KIND, only))


def narrowed(args: JsonObject) -> Filter:
    """What a job's args say."""
    stage, due = args.get("stage"), args.get("due")
    return Filter(**{**args, "stage": Stage(stage) if stage else None, "due": Due(due) if due else None})


def count(work: Work, only: Filter) -> int:
    """How many customers there are to export. Raises `NotAllowed`."""
    return customer_filters.customers(work, only, 0, 0)[1]


def portion(work: Work, only: Filter, after: int) -> Sequence[ExportedCustomer]:
    """The next customers behind one, by id; none at the end. Raises `NotAllowed`."""
    within, search = reach(work.actor, Action.SEE_CUSTOMERS), customer_filters.search(work, only)
    found = work.customers.after(within, search, after, PORTION)
    ids = [each.id for each in found]
    projects, follow_ups = work.projects.of_customers(ids), work.follow_ups.of_customers(ids)
    comments, people = work.follow_ups.comments_of(ids), work.counterparts.of_customers(ids)
    return [
        ExportedCustomer(
            customer=each,
            agency=work.people.agency(each.agency_id).called if each.agency_id is not None else "",
            manager=_manager(work, each),
            contact=work.people.account(each.contact_id).name if each.contact_id is not None else "",
            engineers=tuple(work.people.account(engineer).name for engineer in work.engineers.of_customer(each.id)),
            report=_report(work, each),
            overdue=_overdue(work, each),
            counterparts=tuple(people.get(each.id, ())),
            projects=tuple(projects.get(each.id, ())),
            follow_ups=tuple(_named(work, each, one, comments.get(one.id, ())) for one in follow_ups.get(each.id, ())),
        )
        for each in found
    ]


def _manager(work: Work, customer: Customer) -> str:
    """主管经理 of the agency that has it."""
    manager = work.people.agency(customer.agency_id).manager_id if customer.agency_id is not None else None
    return work.people.account(manager).name if manager is not None else ""


def _report(work: Work, customer: Customer) -> Report | None:
    """The present agency's last one; how another came to it is nobody's business here."""
    approved = work.customers.reports_of(customer.id, frozenset({ReportState.APPROVED}))
    theirs = [each for each in approved if each.agency_id == customer.agency_id]
    return theirs[-1] if theirs else None


def _overdue(work: Work, customer: Customer) -> int | None:
    due = customer.follow_up_due
    return (work.today - due).days if due is not None and due < work.today else None


def _named(work: Work, customer: Customer, found: FollowUp, comments: Sequence[Comment]) -> ExportedFollowUp:
    """A former holder's people aren't named to the present one's."""
    said = tuple((each, work.people.account(each.author_id).name) for each in audible(work, found, customer, comments))
    if work.actor.agency_id not in (None, found.agency_id):
        return ExportedFollowUp(found, "", (), said)
    helpers = tuple(work.people.account(each).name for each in found.helpers)
    return ExportedFollowUp(found, work.people.account(found.author_id).name, helpers, said)
