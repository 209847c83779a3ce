"""What a reply to a message about an order that stands means for it: 改6k, 单价 3.2, 不要第二个, 退 500, 撤.

Nothing changes here: what would become of the order is told, with what is asked, and whoever may do it does it by one tap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.base.errors import NotAllowed
from domain.base.work import Work
from domain.orders import answering, knowing, logged, months, taxes, tenure, years
from domain.orders.logged import Slip
from domain.orders.rates import month_of
from domain.orders.reading import Ask, Catalogue, KnownCustomer, Option, ReadBatch, ReadRow, Tax
from domain.orders.reading.amend import amend, names_a_row
from domain.orders.recording import LineToLog
from domain.orders.records import YUAN, Line, Order
from domain.orders.records import Batch as Kept
from domain.orders.scope import visible
from domain.orders.tenure import Tenure
from domain.people.records import AccountType


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line as it would be, with what it is now. `rates` are of the month of its day."""

    before: Line
    row: ReadRow
    slip: Slip
    rates: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class OrderCorrection:
    """`lines` are what the order would say: none where every line is taken away. Nothing is `changed` nor `removed` where the
    words say what stands there. `question` is what isn't clear yet of which
    changed line, with the readings to choose from. `closed` is the day on which its month closed for the actor."""

    order: Order
    customer: str
    day: date
    lines: tuple[LineToLog, ...]
    changed: tuple[LineChange, ...]
    removed: tuple[Line, ...]
    rest: tuple[str, ...]
    question: tuple[Ask, tuple[Option, ...]] | None
    closed: date | None


def correction(
    work: Work, order_id: int, line_id: int | None, text: str, written_on: date, taken: Sequence[int] = ()
) -> OrderCorrection | None:
    """What `text` would change, `line_id` being the one that is meant where that was said by a tap. `taken` are the readings
    chosen so far. None where it says nothing of the order, or not of which of its lines. Raises `NotFound`."""
    order = visible(work, order_id)
    catalogue = _catalogue(work)
    customer = next((each for each in catalogue.customers if each.id == order.customer_id), None) if catalogue else None
    if catalogue is None or customer is None or order.is_return:
        return None
    meant = [each for each in order.lines if line_id in (None, each.id)]
    if not meant or (len(meant) > 1 and not names_a_row(text, len(meant))):
        return None
    rows = [_row(work, order, each, customer) for each in meant]
    after = amend(text, rows, catalogue, written_on, knowing.bounds(work.policy))
    if not (after.understood or after.agrees):
        return None
    had = tenure.of(work, work.customers.get(order.customer_id), order.agency_id)
    after_answers = {
        place: _answered(work, after.rows[place], taken, written_on, had) for place in sorted(after.changed)
    }
    changed = tuple(
        LineChange(meant[place], row, _slip(work, rows[place], row), _rates(work, row))
        for place, row in after_answers.items()
    )
    removed = tuple(meant[place] for place in sorted(after.removed))
    open_ = next((each.row for each in changed if each.row.asks), None)
    days = {row.day for place, row in after_answers.items() if row.day != order.day and row.day is not None}
    day = days.pop() if days else order.day
    told = {each.before.id: each.row for each in changed}
    return OrderCorrection(
        order=order,
        customer=customer.name,
        day=day,
        lines=tuple(
            _to_log(told.get(each.id) or _row(work, order, each, customer))
            for each in order.lines
            if each not in removed
        )
        if open_ is None
        else (),
        changed=changed,
        removed=removed,
        rest=after.rest,
        question=None if open_ is None else (open_.asks[0], _options(work, open_)),
        closed=_closed(work, order, None if open_ is not None else day),
    )


def _answered(work: Work, row: ReadRow, taken: Sequence[int], written_on: date, had: Tenure | None) -> ReadRow:
    row = years.asked(work, taxes.by_habit(work, row), written_on, had, late=_may_be_late(work))
    for option in taken:
        offered = _options(work, row) if row.asks else ()
        if 0 <= option < len(offered):
            row = answering.take(row, row.asks[0], offered[option])
    return row


def _options(work: Work, row: ReadRow) -> tuple[Option, ...]:
    rules = work.policy.orders
    return answering.options(row, row.asks[0], tax_percent=rules.tax_percent, currencies=rules.currencies)


def _slip(work: Work, before: ReadRow, row: ReadRow) -> Slip:
    """Of what is changed alone."""
    found = logged.slip(work, row)
    return Slip(
        found.price_before if row.price != before.price else None,
        found.quantity_before if row.quantity != before.quantity else None,
    )


def _closed(work: Work, order: Order, day: date | None) -> date | None:
    """Of the month that the order leaves, or comes into on that `day`: whichever is closed."""
    closing = work.policy.orders.month_closes_on
    if _may_be_late(work):
        return None
    closed = (each for each in (order.day, day) if each is not None and months.is_closed(each, work.today, closing))
    return next((months.closes_on(each, closing) for each in closed), None)


def _may_be_late(work: Work) -> bool:
    return work.actor.type is AccountType.OWNER


def _catalogue(work: Work) -> Catalogue | None:
    try:
        return knowing.catalogue(work)
    except NotAllowed:
        return None


def _row(work: Work, order: Order, line: Line, customer: KnownCustomer) -> ReadRow:
    return ReadRow(
        customer=customer,
        project=next((each for each in customer.projects if each.id == line.project_id), None),
        mcu=line.mcu,
        written=line.written,
        quantity=line.quantity,
        price=line.price,
        currency=line.currency,
        tax=Tax.INCLUDED,
        batches=tuple(ReadBatch(each.code, each.quantity) for each in line.batches),
        day=order.day,
        reference=order.reference,
    )


def _to_log(row: ReadRow) -> LineToLog:
    return LineToLog(
        project=row.project.id if row.project is not None else 0,
        quantity=row.quantity or 0,
        price=row.price,
        currency=row.currency,
        batches=tuple(Kept(each.code, each.quantity) for each in row.batches),
        written=row.written or "",
    )


def _rates(work: Work, row: ReadRow) -> Mapping[str, Decimal]:
    if row.currency == YUAN or row.day is None:
        return {}
    return work.rates.of([month_of(row.day)]).get(month_of(row.day), {})
