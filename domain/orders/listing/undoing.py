"""A list of orders taken back as a whole: its orders become void, but for those that something was built on, and its drafts go."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.errors import NotAllowed, NotFound
from domain.base.work import Work
from domain.orders import months
from domain.orders.changing import ConfirmLate, OrderVoided, confirm_late
from domain.orders.listing.asking import is_owner
from domain.orders.records import CorrectionReason, Order, OrderState
from domain.orders.scope import held, within
from domain.protection import stages


@dataclass(frozen=True, slots=True)
class UndoneOrders:
    """`below`: the next ones have smaller numbers; None when none is left. `kept` had been built on. `drafts`: rows that waited
    for their project, or, since it came, for somebody to confirm them."""

    below: int | None
    taken_back: int = 0
    kept: int = 0
    drafts: int = 0


def undo(work: Work, job_id: int, below: int | None, limit: int) -> UndoneOrders:
    """The next orders of the list, the last first: so a return goes before what it takes back. Raises `NotAllowed`."""
    orders = work.order_lists.orders(job_id, below, limit)
    taken_back = sum(_void(work, each) for each in orders)
    drafts = work.orders.waiting_of_job(job_id, limit)
    for each in drafts:
        work.orders.drop(each.id)
    last = orders[-1] if orders else 0 if drafts else None
    return UndoneOrders(last, taken_back, len(orders) - taken_back, sum(len(each.rows) for each in drafts))


def _void(work: Work, order_id: int) -> bool:
    try:
        with work.apart():
            order = within(work, order_id)
    except (NotFound, NotAllowed):  # the customer went into other hands
        return False
    if _built_on(work, order):
        return False
    work.orders.set_state(order, OrderState.VOID, author_id=work.actor.id, at=work.now, why=CorrectionReason.VOIDED)
    work.events.record(OrderVoided(order=order.id, customer=order.customer_id))
    stages.orders_changed(work, order.customer_id)
    return True


def _built_on(work: Work, order: Order) -> bool:
    """Corrected, counted by the owner, given back or delivered since, or of a month that has closed meanwhile, which only
    the owner touches."""
    closed = months.is_closed(order.day, work.today, work.policy.orders.month_closes_on)
    lines = [each.id for each in order.lines]
    return (
        order.state is OrderState.VOID
        or order.version > 1
        or (closed and order.state is OrderState.LOGGED and not is_owner(work))
        or any(work.orders.returned(lines).values())
        or bool(work.orders.deliveries(order.id))
    )


def count_late(work: Work, job_id: int, below: int | None, limit: int) -> UndoneOrders:
    """The next late ones let count; those that somebody voided meanwhile are passed over. Raises `NotAllowed`."""
    orders = work.order_lists.orders(job_id, below, limit, late=True)
    counted = 0
    for each in orders:
        if held(work, each).state is OrderState.LATE:
            confirm_late(work, ConfirmLate(order=each), job=job_id)
            counted += 1
    return UndoneOrders(orders[-1] if orders else None, counted)
