"""A row of a message that stands in an order already, by the mechanism of lists (`standing`)."""

from __future__ import annotations

from datetime import date

from domain.base.rights import Reach
from domain.base.work import Work
from domain.orders.logged import Figures, LoggedRow
from domain.orders.reading import Ask, How, Intent, ReadRow
from domain.orders.records import Batch, Order, Wanted
from domain.orders.standing import Days

MOST = 200


def known(work: Work, row: ReadRow) -> LoggedRow | None:
    """The order that says the same: customer, project, day, quantity, price and batches (those not told yet don't count); of
    linked ones the first. Nothing says the same of which something is asked, nor what is to be once more."""
    if row.customer is None or row.project is None or row.day is None or _is_open(row):
        return None
    standing = _of_day(work, row.customer.id, row.day)
    found = _given_back(row, standing) if row.intent is Intent.RETURN else _sold(work, row, standing)
    if found is None:
        return None
    author = work.people.account(found.author_id)
    return LoggedRow(found.number, author.name, found.at, author.id == work.actor.id)


def _is_open(row: ReadRow) -> bool:
    if row.marks.get("project") is How.AGAIN:  # 再来一单, on the day of the last one
        return True
    shares_alone = all(each.quantity is None for each in row.batches)
    answered = {Ask.DATE}  # the day is this one where the order of that day says the same
    answered |= {Ask.RETURN} if row.intent is Intent.RETURN else set()
    answered |= {Ask.BATCH_QUANTITIES} if shares_alone else set()
    return not answered.issuperset(row.asks)


def _of_day(work: Work, customer_id: int, day: date) -> list[Order]:
    """All of the agency's, whoever of it logged them."""
    mine = Reach(agency_id=work.actor.agency_id or 0)
    return list(work.orders.newest(mine, Wanted(customer_id=customer_id, since=day, until=day, limit=MOST)))


def _given_back(row: ReadRow, standing: list[Order]) -> Order | None:
    """At the price of its order, whatever was written."""
    project = row.project.id if row.project is not None else None
    says = project, -(row.quantity or 0)
    return next(
        (order for order in standing if any((line.project_id, line.quantity) == says for line in order.lines)), None
    )


def _sold(work: Work, row: ReadRow, standing: list[Order]) -> Order | None:
    if row.customer is None or row.project is None or row.day is None:
        return None
    of = row.customer.id, row.day
    figures = Figures(row.project.id, row.quantity, row.price, row.currency)
    batches = [Batch(each.code, each.quantity) for each in row.batches]
    found = Days({of: standing}, work.policy.orders.batches).take(*of, figures, batches)
    return found.order if found is not None else None
