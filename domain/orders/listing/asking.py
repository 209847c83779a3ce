"""What people do about a list of orders: bring it, answer for its names, take it back as a whole, let its late orders count,
have an empty one made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from domain.base.errors import NotFound, Refusal
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.imports import choices as import_choices
from domain.imports.choices import ListKind
from domain.jobs import control as job_control
from domain.jobs.records import Job, JobAskedAgain, JobState
from domain.orders.listing.columns import OrderColumn
from domain.orders.listing.holding import ANSWERS
from domain.orders.listing.records import Brought
from domain.people.records import AccountType

JOB = "import_orders"
TEMPLATE = "orders_template"
BACK = "take_back_orders"
COUNT = "count_late_orders"
STEM = "orders-list"
MOST_ANSWERS = 5_000


@dataclass(frozen=True, kw_only=True)
class BringOrders:
    """A file of the content store; it is checked first, and waits for somebody to say go on."""

    sha256: str
    name: str


@dataclass(frozen=True, kw_only=True)
class AnswerNames:
    """Whom names of a list mean: customers by the name's key, projects by theirs; 0: these rows stay out."""

    job: int
    customers: Mapping[str, int] = field(default_factory=dict)
    projects: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AnswerHeld:
    """What is to be done with all rows of a list that wait for the same (`holding.ANSWERS`)."""

    job: int
    hold: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class MakeOrdersTemplate:
    """An empty list with the customers, projects and models of whoever asks, to choose from."""


@dataclass(frozen=True, kw_only=True)
class TakeBackOrders:
    """`job` is the one that took the list in."""

    job: int


@dataclass(frozen=True, kw_only=True)
class CountLateOrders:
    """补录 of a list: the owner lets them all count, each in its own month."""

    job: int


@dataclass
class NothingToTakeBack(Refusal):
    """Nothing of the list stands any more, or it is being taken in yet."""


@dataclass
class NothingLate(Refusal):
    """None of the list's orders waits for the owner (any more)."""


def bring(work: Work, command: BringOrders) -> Job:
    """The same file goes on where it was while its job is open; sent again afterwards it is checked anew, and what was logged
    is known. Raises `NotAllowed`."""
    demand(work.actor, Action.LOG_ORDERS)
    args = {"file": command.sha256, "name": command.name, "ask": True}
    return job_control.put(work, JOB, args, key=_key(work, args), sent=True)


def _key(work: Work, args: Mapping[str, object]) -> str:
    """Of a person: another's list of the same rows finds them logged."""
    sheet = sha256(str(args.get("sheet", "")).encode()).hexdigest()[:8]
    return f"{JOB}:{work.actor.id}:{args['file']}:{sheet}"


import_choices.LISTS[JOB] = ListKind(STEM, Action.LOG_ORDERS, tuple(OrderColumn), _key)


def template(work: Work, command: MakeOrdersTemplate) -> Job:
    """It comes as a message. Raises `NotAllowed`."""
    demand(work.actor, Action.LOG_ORDERS)
    return job_control.put(work, TEMPLATE, {}, key=f"{TEMPLATE}:{work.actor.id}")


def answer(work: Work, command: AnswerNames) -> Job:
    """The list is checked anew with what was said. Raises `NotFound`, `NotAllowed`, `JobIsOver`."""
    job = import_choices.waiting(work, command.job)
    if job.kind != JOB or len(command.customers) + len(command.projects) > MOST_ANSWERS:
        raise NotFound("job")
    asked = (job.checkpoint or {}).get("foreseen", {}).get("asked", ())
    typed = {each["key"]: each["typed"] for each in asked if each["kind"] == "customer"}
    said = {"names": command.customers, "projects": command.projects, "typed": typed}
    args = {**job.args, **{key: {**job.args.get(key, {}), **value} for key, value in said.items()}}
    begun = import_choices.again(work, job, args)
    work.events.record(JobAskedAgain(job=job.id))
    return begun


def answer_held(work: Work, command: AnswerHeld) -> Job:
    """The list is checked anew with what was said. Raises `NotFound`, `NotAllowed`, `JobIsOver`."""
    job = import_choices.waiting(work, command.job)
    if job.kind != JOB or (command.hold, command.answer) not in {
        (hold.value, each) for hold, answers in ANSWERS.items() for each in answers
    }:
        raise NotFound("job")
    held = {**job.args.get("held", {}), command.hold: command.answer}
    return import_choices.again(work, job, {**job.args, "held": held})


def brought(work: Work, job_id: int) -> Brought:
    """What stands of a list of one's own. Raises `NotFound`."""
    return work.order_lists.brought(job_control.view(work, job_id).id)


def take_back(work: Work, command: TakeBackOrders) -> Job:
    """A job. Raises `NotFound`, `NotAllowed`, `NothingToTakeBack`."""
    demand(work.actor, Action.LOG_ORDERS)
    job = job_control.view(work, command.job)
    if job.kind != JOB or job.state is not JobState.DONE or not _stands(work, job):
        raise NothingToTakeBack
    args = {"import": job.id, "name": str(job.args.get("name", ""))}
    return job_control.put(work, BACK, args, key=f"{BACK}:{job.id}")


def _stands(work: Work, job: Job) -> bool:
    return bool(work.order_lists.brought(job.id).orders or work.orders.waiting_of_job(job.id, 1))


def late_of(work: Work, job_id: int) -> tuple[Job, Mapping[tuple[int, int], int]]:
    """A list that somebody of the owner's agency brought, with its late orders by year and month. Raises `NotFound`,
    `NotAllowed`."""
    demand(work.actor, Action.CONFIRM_LATE_ORDERS)
    job = work.jobs.get(job_id)
    by = work.people.account(job.account_id) if job.account_id is not None else None
    if job.kind != JOB or by is None or by.agency_id != work.actor.agency_id:
        raise NotFound("job")
    return job, work.order_lists.late_months(job.id)


def count_late(work: Work, command: CountLateOrders) -> Job:
    """A job. Raises `NotFound`, `NotAllowed`, `NothingLate`."""
    job, months = late_of(work, command.job)
    if not months:
        raise NothingLate
    args = {"import": job.id, "name": str(job.args.get("name", ""))}
    return job_control.put(work, COUNT, args, key=f"{COUNT}:{job.id}")


SHORTEST_NAME, LONGEST_NAME = 2, 60
_SAYS_NOTHING = re.compile(r"[\d\W_]*")


def learn(work: Work, names: Mapping[str, tuple[str, int]]) -> None:
    """Names that somebody answered for (key → as written, customer) are short names of the agency from now on."""
    for written, customer in names.values():
        if SHORTEST_NAME <= len(written) <= LONGEST_NAME and not _SAYS_NOTHING.fullmatch(written):
            work.orders.learn(work.actor.agency_id or 0, customer, written, author_id=work.actor.id, at=work.now)


def is_owner(work: Work) -> bool:
    return work.actor.type is AccountType.OWNER
