"""Everything that one may see of customers, for a file: in portions, so that any number needs little memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain import job_control
from domain.customers import Customer
from domain.followups import FollowUp
from domain.jobs import Job
from domain.projects import Project
from domain.rights import Action, reach
from domain.work import Work

KIND = "export_customers"
PORTION = 200


@dataclass(frozen=True, kw_only=True)
class ExportCustomers:
    """The file comes when it is ready."""


@dataclass(frozen=True, slots=True)
class Exported:
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
    return job_control.put(work, KIND, {}, key=f"{KIND}:{work.actor.id}")


def portion(work: Work, after: int) -> Sequence[Exported]:
    """The next customers behind one, by id; none at the end. Raises `NotAllowed`."""
    found = work.customers.after(reach(work.actor, Action.SEE_CUSTOMERS), after, PORTION)
    ids = [each.id for each in found]
    projects, follow_ups = work.projects.of_customers(ids), work.follow_ups.of_customers(ids)
    return [
        Exported(
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
