"""What screens of cards show beside the card itself."""

from __future__ import annotations

from collections.abc import Sequence

from domain.orders.noting import Card
from domain.orders.records import Delivery, Line, Order
from domain.orders.scope import visible
from domain.work import Work


def tax_percent(work: Work) -> int:
    return work.policy.orders.tax_percent


def called(work: Work, account_id: int) -> str:
    return work.people.account(account_id).name


def order(work: Work, order_id: int) -> tuple[Order, str]:
    """With its customer's name. Raises `NotFound`."""
    found = visible(work, order_id)
    return found, work.customers.get(found.customer_id).name


def deliveries(work: Work, order_id: int) -> Sequence[Delivery]:
    """Raises `NotFound`."""
    return work.orders.deliveries(visible(work, order_id).id)


def together(work: Work, card: Card) -> int:
    """How many orders its ready rows become, each customer's of a day together; 0 where each is one of its own anyway."""
    ready = [card.rows[place].row for place in card.ready]
    groups = {(each.customer, each.day, each.reference) for each in ready}
    return len(groups) if len(groups) < len(ready) else 0


def lines_of(work: Work, numbers: Sequence[str]) -> list[tuple[Order, Line]]:
    """The lines of the orders that are called so, of those that the actor sees; returns are none."""
    found = [visible(work, each.id) for number in numbers if (each := work.orders.called(number)) is not None]
    return [(each, line) for each in found if not each.is_return for line in each.lines]
