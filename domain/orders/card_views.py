"""What screens of cards show beside the card itself."""

from __future__ import annotations

from collections.abc import Sequence

from domain.base.rights import Reach
from domain.base.work import Work
from domain.orders.records import Delivery, Line, Order, OrderState, Wanted
from domain.orders.scope import visible
from domain.orders.showing import ShownCard
from domain.people.records import AccountType


def tax_percent(work: Work) -> int:
    return work.policy.orders.tax_percent


def called(work: Work, account_id: int) -> str:
    return work.people.account(account_id).name


def order(work: Work, order_id: int) -> tuple[Order, str]:
    """With its customer's name. Raises `NotFound`."""
    found = visible(work, order_id)
    return found, work.customers.get(found.customer_id).name


def waits_for_owner(work: Work) -> tuple[int, int]:
    """How many 补录 of his agency wait for the owner who looks, and the oldest of them; nothing for anybody else."""
    if work.actor.type is not AccountType.OWNER or work.actor.agency_id is None:
        return 0, 0
    mine, late = Reach(agency_id=work.actor.agency_id), Wanted(states=frozenset({OrderState.LATE}), limit=0)
    count = work.orders.find(mine, late).total
    return (count, work.orders.after(mine, late, 0, 1)[0].id) if count else (0, 0)


def deliveries(work: Work, order_id: int) -> Sequence[Delivery]:
    """Raises `NotFound`."""
    return work.orders.deliveries(visible(work, order_id).id)


def together(work: Work, card: ShownCard) -> int:
    """How many orders its ready rows become, each customer's of a day together; 0 where each is one of its own anyway."""
    ready = [card.rows[place].row for place in card.ready]
    groups = {each.order for each in ready}
    return len(groups) if len(groups) < len(ready) else 0


def unshipped(work: Work, line_id: int) -> int:
    """Pieces of the line. Raises `NotFound`."""
    order = visible(work, work.orders.of_line(line_id).id)
    line = next(each for each in order.lines if each.id == line_id)
    return line.quantity - sum(each.quantity for each in work.orders.deliveries(order.id) if each.line_id == line_id)


def returnable(work: Work, line_id: int) -> int:
    """Pieces of the line that could still come back. Raises `NotFound`."""
    order = visible(work, work.orders.of_line(line_id).id)
    line = next(each for each in order.lines if each.id == line_id)
    return max(0, line.quantity - work.orders.returned([line_id]).get(line_id, 0))


def orders_of(work: Work, numbers: Sequence[str]) -> list[Order]:
    """Those of the orders that are called so which the actor sees and which weren't voided, returns too."""
    found = [visible(work, each.id) for number in numbers if (each := work.orders.called(number)) is not None]
    return [each for each in found if each.state is not OrderState.VOID]


def written_as(work: Work, message: int) -> Sequence[Order]:
    """The orders that a message of the actor's chat became."""
    return work.orders.read_from(work.actor.id, message)


def lines_of(work: Work, numbers: Sequence[str]) -> list[tuple[Order, Line]]:
    """The lines of these; returns have none."""
    return [(each, line) for each in orders_of(work, numbers) if not each.is_return for line in each.lines]
