"""Who hears of a list of orders: those in whose name something was logged, owners of what waits for them, managers of batches
that another agency names; each once, however long the list is."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, say
from dialogs.shared.words import HOME, opens
from domain.base.work import Work
from domain.orders.listing.records import LateOrdersCounted, OrdersBrought, OrdersTakenBack
from domain.people.records import AccountType
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh, hears

NAMED = 5


@hears(OrdersBrought)
def _brought(work: Work, event: OrdersBrought) -> Iterable[Push]:
    row = (opens(say("sales-key"), "sales"), HOME)
    for account, count in work.order_lists.people(event.job).items():
        if account != work.actor.id and work.people.account(account).active:
            told = say("notice-orders-brought", by=work.actor.name, count=count)
            yield Note(Screen((told,), (row,)), account=account)
    if work.order_lists.brought(event.job).late:
        for each in work.people.accounts_of_agency(event.agency):
            if each.type is AccountType.OWNER and each.active:
                yield PushedCard(each.id, "late_orders", {"job": event.job}, f"late:{event.job}")
    yield from _shared(work, event)


def _shared(work: Work, event: OrdersBrought) -> Iterable[Push]:
    count, some, agencies = work.order_lists.shared_batches(event.job, NAMED)
    if not count:
        return
    concerned = [work.people.agency(each) for each in agencies]
    lines = (
        say("notice-batches-shared", count=count, batches=tuple(some)),
        say("notice-batch-shared-who", agencies=tuple(each.called for each in concerned)),
    )
    for manager in dict.fromkeys(each.manager_id for each in concerned if each.manager_id is not None):
        yield Note(Screen(lines, ((opens(say("batch-look-key"), "batch"), HOME),)), account=manager)


@hears(OrdersTakenBack)
def _taken_back(work: Work, event: OrdersTakenBack) -> Iterable[Push]:
    """Who was told of the list; the orders are void, and the list says so."""
    yield Refresh(f"job:{event.job}")
    yield Refresh(f"late:{event.job}")


@hears(LateOrdersCounted)
def _counted(work: Work, event: LateOrdersCounted) -> Iterable[Push]:
    yield Refresh(f"late:{event.job}")
    yield Refresh(f"job:{event.job}")
    author = work.jobs.get(event.job).account_id
    if author is not None and author != work.actor.id:
        told = say("notice-late-counted", by=work.actor.name, count=event.count)
        yield Note(Screen((told,), ((HOME,),)), account=author)
