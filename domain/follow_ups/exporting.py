"""Everything that one may see of customers, for a file: in portions, so that any number needs little memory."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from domain.base.json_values import JsonObject
from domain.base.rights import Action, reach
from domain.base.stage import Stage
from domain.base.work import Work
from domain.customers.records import Customer
from domain.follow_ups.records import FollowUp
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
class ExportedCustomer:
    """A customer with all that hangs on it. Names are as the reader may learn them."""

    customer: Customer
    agency: str
    contact: str
    engineers: tuple[str, ...]
    projects: tuple[Project, ...]
    follow_ups: tuple[tuple[FollowUp, str, tuple[str, ...]], ...]
    """Each with its author's and its helpers' names."""


def ask(work: Work, command: ExportCustomers) -> Job:
    """Raises `NotAllowed`."""
    reach(work.actor, Action.SEE_CUSTOMERS)
    only = {name: value for name, value in asdict(command.only).items() if value}
    return job_control.put(work, KIND, only, key=f"{KIND}:{work.actor.id}:{zlib.crc32(repr(only).encode()):08x}")


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
    return [
        ExportedCustomer(
            customer=each,
            agency=work.people.agency(each.agency_id).called if each.agency_id is not None else "",
            contact=work.people.account(each.contact_id).name if each.contact_id is not None else "",
            engineers=tuple(work.people.account(engineer).name for engineer in work.engineers.of_customer(each.id)),
            projects=tuple(projects.get(each.id, ())),
            follow_ups=tuple(_named(work, one) for one in follow_ups.get(each.id, ())),
        )
        for each in found
    ]


def _named(work: Work, found: FollowUp) -> tuple[FollowUp, str, tuple[str, ...]]:
    """A former holder's people aren't named to the present one's."""
    if work.actor.agency_id not in (None, found.agency_id):
        return found, "", ()
    return found, work.people.account(found.author_id).name, tuple(work.people.account(e).name for e in found.helpers)
