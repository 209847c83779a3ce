"""Somebody at a customer is added, changed, removed: by whoever looks after it (docs/counterparts.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from domain.base import identifiers
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.identifiers import Flaw
from domain.base.rights import Action
from domain.base.work import Work
from domain.counterparts.records import (
    LONGEST_NAME,
    LONGEST_NOTE,
    Counterpart,
    CounterpartTold,
)
from domain.customers.records import Customer
from domain.customers.scope import visible, within
from domain.letters import clean

MOST = 50
"""People of one customer."""


@dataclass(frozen=True, kw_only=True)
class AddCounterpart:
    """The command behind 添加联系人."""

    customer: int
    name: str
    phone: str | None = None
    role: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeCounterpart:
    """All that is said of him from now on."""

    counterpart: int
    name: str
    phone: str | None = None
    role: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class RemoveCounterpart:
    counterpart: int


@dataclass(frozen=True, slots=True)
class CounterpartKept:
    """Who it is now, and whose."""

    counterpart: Counterpart
    customer: Customer


@dataclass
class KnownThere(Refusal):
    """Somebody of that number is there already."""

    name: str
    counterpart: int


@dataclass
class TooManyCounterparts(Refusal):
    limit: int


@dataclass
class CounterpartNamed(Refusal):
    """A name, or at least a number, is needed; and no more than fits."""

    longest: int


@dataclass(frozen=True, kw_only=True)
class CounterpartAdded(Event, subject="customer"):
    customer: int
    counterpart: int


@dataclass(frozen=True, kw_only=True)
class CounterpartChanged(Event, subject="customer"):
    customer: int
    counterpart: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CounterpartRemoved(Event, subject="customer"):
    customer: int
    counterpart: int


def add(work: Work, command: AddCounterpart) -> CounterpartKept:
    """Raises `NotFound`, `NotAllowed`, `CounterpartNamed`, `KnownThere`, `TooManyCounterparts`."""
    customer = within(work, command.customer, Action.KEEP_COUNTERPARTS)
    made = _add(work, customer, _told(work, command))
    return CounterpartKept(work.counterparts.get(made), customer)


def change(work: Work, command: ChangeCounterpart) -> CounterpartKept:
    """Raises as `add`."""
    before, customer = _held(work, command.counterpart)
    told = _told(work, command, before.told)
    if told.phone != before.told.phone:
        _demand_new(work, customer.id, told)
    fields = tuple(
        each for each in ("name", "phone", "role", "note") if getattr(told, each) != getattr(before.told, each)
    )
    if fields:
        work.counterparts.change(before, told, work.actor.id, work.now)
        work.events.record(CounterpartChanged(customer=customer.id, counterpart=before.id, fields=fields))
    return CounterpartKept(work.counterparts.get(before.id), customer)


def remove(work: Work, command: RemoveCounterpart) -> CounterpartKept:
    """Raises `NotFound`, `NotAllowed`."""
    before, customer = _held(work, command.counterpart)
    work.counterparts.change(before, before.told, work.actor.id, work.now, removed=True)
    work.events.record(CounterpartRemoved(customer=customer.id, counterpart=before.id))
    return CounterpartKept(before, customer)


def came_with(work: Work, customer: Customer, people: Iterable[CounterpartTold], author_id: int) -> None:
    """Those who were told with the report that is approved; who is there already is no second time."""
    for each in people:
        known = work.counterparts.of_customer(customer.id)
        if len(known) < MOST and not any(_same(each, one.told) for one in known):
            made = work.counterparts.add(customer.id, each, author_id, work.now)
            work.events.record(CounterpartAdded(customer=customer.id, counterpart=made))


def merged(work: Work, gone: int, into: int) -> None:
    """Two customers are one: all people are its, who stood at both stands there once."""
    ours = work.counterparts.of_customer(into)
    for each in work.counterparts.of_customer(gone):
        if any(_same(each.told, one.told) for one in ours):
            work.counterparts.change(each, each.told, each.author_id, work.now, removed=True)
    work.counterparts.move(gone, into)


def readable(work: Work, counterpart_id: int) -> tuple[Counterpart, Customer]:
    """Who sees the customer sees him, and nobody else learns that there is such a one. Raises `NotFound`."""
    found = work.counterparts.get(counterpart_id)
    try:
        customer = visible(work, found.customer_id)
    except NotFound:
        raise NotFound("counterpart") from None
    if found.removed:
        raise NotFound("counterpart")
    return found, customer


def _held(work: Work, counterpart_id: int) -> tuple[Counterpart, Customer]:
    """To do something to him: the customer first, as whoever hands it over takes it."""
    found, _ = readable(work, counterpart_id)
    customer = within(work, found.customer_id, Action.KEEP_COUNTERPARTS)
    found = work.counterparts.get(counterpart_id, lock=True)
    if found.removed:
        raise NotFound("counterpart")
    return found, customer


def _add(work: Work, customer: Customer, told: CounterpartTold) -> int:
    if len(work.counterparts.of_customer(customer.id)) >= MOST:
        raise TooManyCounterparts(MOST)
    _demand_new(work, customer.id, told)
    made = work.counterparts.add(customer.id, told, work.actor.id, work.now)
    work.events.record(CounterpartAdded(customer=customer.id, counterpart=made))
    return made


def _demand_new(work: Work, customer_id: int, told: CounterpartTold) -> None:
    known = work.counterparts.of_customer(customer_id)
    found = next((each for each in known if told.phone and each.told.phone == told.phone), None)
    if found is not None:
        raise KnownThere(found.told.name or "none", found.id)


def _told(
    work: Work, command: AddCounterpart | ChangeCounterpart, before: CounterpartTold | None = None
) -> CounterpartTold:
    """As it is kept; a role that the policy doesn't know (any more) is left only where it stood before."""
    phone = identifiers.phone(command.phone) if command.phone else ""
    role = command.role or ""
    known = {each.name for each in work.policy.counterpart_roles} | ({before.role} if before is not None else set())
    told = CounterpartTold(
        name=clean(command.name),
        phone="" if isinstance(phone, Flaw) else phone,
        role=role if role in known else "",
        note=clean(command.note or "", lines=True),
    )
    if not (told.name or told.phone) or len(told.name) > LONGEST_NAME or len(told.note) > LONGEST_NOTE:
        raise CounterpartNamed(LONGEST_NAME)
    return told


def _same(one: CounterpartTold, other: CounterpartTold) -> bool:
    """The same number; of two without one, the same name."""
    if one.phone or other.phone:
        return one.phone == other.phone
    return one.name == other.name


def fitting(told: CounterpartTold) -> CounterpartTold:
    """Cut to what is kept, for what nobody typed himself."""
    return replace(told, name=clean(told.name)[:LONGEST_NAME], note=clean(told.note, lines=True)[:LONGEST_NOTE])
