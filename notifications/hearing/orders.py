"""Who hears of orders: the salesperson whose project is wanted, who logs orders when it came, the owner of a late one."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, say
from dialogs.core.words import head
from dialogs.shared.words import HOME, opens, writes
from domain.base.work import Work
from domain.orders import changing, recording, waking, wanting
from domain.people.records import Account, AccountType
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh, hears

QUOTED = 60


@hears(wanting.ProjectWanted)
def _wanted(work: Work, event: wanting.ProjectWanted) -> Iterable[Push]:
    name = work.customers.get(event.customer).name
    waiting = work.orders.waiting(event.card)
    text = " ".join(waiting.text.split())
    lines = (
        say("notice-project-wanted", by=work.people.account(waiting.author_id).name),
        say("strong", text=name),
        say("quoted", text=head(text, QUOTED)),
        say("notice-project-wanted-why"),
    )
    row = (writes(say("follow-up-entry"), event.customer), HOME)
    yield Note(Screen(lines, (row,)), account=event.salesperson)


@hears(waking.ProjectCame)
def _came(work: Work, event: waking.ProjectCame) -> Iterable[Push]:
    """The assistants of the agency, and whoever wrote it."""
    waiting = work.orders.waiting(event.card)
    name = work.customers.get(event.customer).name
    lines = (
        say("notice-project-came"),
        say("strong", text=name),
        say("quoted", text=head(" ".join(waiting.text.split()), QUOTED)),
    )
    row = (opens(say("order-check-key"), "order_card", card=event.card), HOME)
    told = [each.id for each in _of_agency(work, waiting.agency_id, AccountType.ASSISTANT)]
    for account in dict.fromkeys((waiting.author_id, *told)):
        if work.people.account(account).active:
            yield Note(Screen(lines, (row,)), account=account)


@hears(recording.OrderLogged)
def _logged(work: Work, event: recording.OrderLogged) -> Iterable[Push]:
    if not event.late or event.job is not None:  # a list is told as a whole
        return
    order = work.orders.get(event.order)
    for owner in _of_agency(work, order.agency_id, AccountType.OWNER):
        if work.account is None or owner.id != work.account.id:  # he has the key on his screen
            yield PushedCard(owner.id, "late_order", {"order": order.id}, f"order:{order.id}")


@hears(changing.LateOrderConfirmed)
def _confirmed(work: Work, event: changing.LateOrderConfirmed) -> Iterable[Push]:
    order = work.orders.get(event.order)
    yield Refresh(f"order:{order.id}")
    if order.author_id != work.actor.id and event.job is None:
        told = say("notice-late-confirmed", number=order.number, by=work.actor.name, month=order.day.month)
        yield Note(Screen((told,), ((HOME,),)), account=order.author_id)


def _of_agency(work: Work, agency_id: int, type_: AccountType) -> list[Account]:
    return [each for each in work.people.accounts_of_agency(agency_id) if each.type is type_ and each.active]


@hears(changing.OrderCorrected)
def _corrected(work: Work, event: changing.OrderCorrected) -> Iterable[Push]:
    yield Refresh(f"order:{event.order}")


@hears(changing.OrderVoided)
def _voided(work: Work, event: changing.OrderVoided) -> Iterable[Push]:
    yield Refresh(f"order:{event.order}")


@hears(recording.BatchSharedWithAnother)
def _shared(work: Work, event: recording.BatchSharedWithAnother) -> Iterable[Push]:
    """The agencies learn nothing of each other; each one's manager learns which of them name it."""
    if event.job is not None:
        return
    order = work.orders.get(event.order)
    others = [work.orders.get(each) for each in event.others]
    agencies = {each.agency_id: work.people.agency(each.agency_id) for each in (order, *others)}
    names = tuple(dict.fromkeys(each.called for each in agencies.values()))
    lines = (say("notice-batch-shared", batch=event.batch), say("notice-batch-shared-who", agencies=names))
    search = opens(say("batch-look-key"), "batch", code=event.batch)
    for manager in dict.fromkeys(each.manager_id for each in agencies.values() if each.manager_id is not None):
        yield Note(Screen(lines, ((search, HOME),)), account=manager)
