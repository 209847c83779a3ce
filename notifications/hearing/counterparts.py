"""Who hears that somebody at a customer was added, changed or removed: whoever has the customer, of what he didn't do himself."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, say
from dialogs.counterparts.words import told_line
from dialogs.shared.words import HOME, opens
from domain.base.work import Work
from domain.counterparts import keeping
from notifications.hearing.pushes import Note, Push, hears


@hears(keeping.CounterpartAdded)
def _added(work: Work, event: keeping.CounterpartAdded) -> Iterable[Push]:
    yield from _told(work, event.customer, event.counterpart, "added")


@hears(keeping.CounterpartChanged)
def _changed(work: Work, event: keeping.CounterpartChanged) -> Iterable[Push]:
    yield from _told(work, event.customer, event.counterpart, "changed")


@hears(keeping.CounterpartRemoved)
def _removed(work: Work, event: keeping.CounterpartRemoved) -> Iterable[Push]:
    yield from _told(work, event.customer, event.counterpart, "removed")


def _told(work: Work, customer_id: int, counterpart_id: int, what: str) -> Iterable[Push]:
    customer = work.customers.get(customer_id)
    if work.account is None or customer.contact_id in (None, work.account.id):
        return
    told = work.counterparts.get(counterpart_id).told
    line = say("notice-counterpart", what=what, by=work.account.name, name=customer.name)
    row = (opens(say("counterparts-key"), "counterparts", customer=customer_id), HOME)
    yield Note(Screen((line, told_line(told)), (row,)), account=customer.contact_id)
