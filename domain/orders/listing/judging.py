"""What would become of the rows of a list, without changing anything: whose they are, whether an order says the same,
whether their day is the agency's, their month closed, their figures far from what was usual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.imports.records import Problem
from domain.orders import logged, months, taxes, tenure
from domain.orders.listing.cells import BLANK, OrderRow
from domain.orders.listing.columns import OrderColumn
from domain.orders.listing.holding import ADD, Hold
from domain.orders.listing.moved_days import Moved
from domain.orders.listing.numbered import Numbered
from domain.orders.listing.placing import Placed, Unplaced
from domain.orders.listing.records import LineCorrection, PlannedRow
from domain.orders.listing.returning import Returnable
from domain.orders.logged import Figures, same_batches
from domain.orders.recording import DayOutside, PriceOutside, QuantityOutside, check_day, check_figures
from domain.orders.records import YUAN, Habit, Line, Order
from domain.orders.standing import Days, StandingLine, named
from domain.orders.tenure import Tenure
from domain.people.records import AccountType
from domain.products.mcus import model_key


@dataclass(frozen=True, slots=True)
class Judged:
    """`wrong` keeps the row out, and so does what is in `held`, by what it waits for; `known` is the line that says the
    same; `changes` the order that the row says otherwise."""

    placed: Placed
    wrong: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    known: StandingLine | None = None
    late: bool = False
    held: Mapping[Hold, tuple[Problem, ...]] = field(default_factory=dict)
    changes: Order | None = None
    correction: LineCorrection | None = None
    before: bool = False

    @property
    def planned(self) -> PlannedRow:
        return replace(self.placed.planned, correction=self.correction, before=self.before)


@dataclass
class Judge:
    """Of one list. What was found of a customer is remembered for its other rows."""

    written_on: date
    workbook: str = ""
    """The name of the file."""
    said: Mapping[str, str] = field(default_factory=dict)
    """What was answered, by `Hold`."""
    _tenures: dict[int, Tenure | None] = field(default_factory=dict)
    _habits: dict[tuple[int, str, str], Habit] = field(default_factory=dict)
    _taxes: dict[int, bool | None] = field(default_factory=dict)
    """Whether tax is usually added to the customer's prices without it; None: nothing is usual."""
    _moved: Moved | None = None
    _numbered: Numbered = field(default_factory=Numbered)
    _returnable: Returnable = field(default_factory=Returnable)

    def sent_again(self, work: Work) -> bool:
        """Whether a file of that name was logged before: then all rows go through `recognise` first."""
        demand(work.actor, Action.LOG_ORDERS)
        before = work.order_lists.same_workbook(work.actor.agency_id or 0, self.workbook) if self.workbook else ()
        self._moved = Moved(before)
        return bool(before)

    def recognise(self, work: Work, rows: Sequence[Placed]) -> None:
        """Rows that stand as they are: no other row corrects these."""
        standing, of_workbook = self._standing(work, rows)
        found = _as_they_stand(standing, [self._taxed(work, each) for each in rows])
        if self._moved is not None:
            self._moved.says(filter(None, found), of_workbook)

    def _standing(self, work: Work, rows: Sequence[Placed]) -> tuple[Days, Collection[int]]:
        days = list(dict.fromkeys((each.customer.id, each.row.day) for each in rows))
        orders = work.orders.of_days(work.actor.agency_id or 0, days)
        ids = [order.id for several in orders.values() for order in several]
        of_workbook = work.order_lists.of_workbook(self.workbook, ids) if self.workbook else ()
        return Days(orders, work.policy.orders.batches, of_workbook), of_workbook

    def judge(self, work: Work, rows: Sequence[Placed]) -> list[Judged]:
        """All rows of a customer and day together, for a line answers for one row; days in their order. Raises `NotAllowed`."""
        demand(work.actor, Action.LOG_ORDERS)
        self._look_up(work, {each.customer.id for each in rows})
        rows = [self._taxed(work, each) for each in rows]
        standing, _ = self._standing(work, rows)
        same = _as_they_stand(standing, rows)
        self._numbered.said.update(line for each in same if each is not None for line in each.lines)
        judged: dict[int, Judged] = {}
        in_turn = sorted(range(len(rows)), key=lambda place: (rows[place].row.day, rows[place].row.quantity < 0))
        for place in in_turn:  # what is sold on a day can come back on it
            known, placed = same[place], rows[place]
            judged[place] = Judged(placed, known=known) if known else self._judged(work, placed, standing)
        return _moved_as_a_whole([judged[place] for place in range(len(rows))])

    def _taxed(self, work: Work, placed: Placed) -> Placed:
        """A price without tax as the customer's usually are, and marked, where nobody answered for this list."""
        row = placed.row
        net = next((each for each in row.remarks if each.code == "net"), None)
        if net is None or Hold.NET in self.said:
            return placed
        customer = placed.customer.id
        if customer not in self._taxes:
            added, times = work.orders.tax_habit(work.actor.agency_id or 0, customer)
            self._taxes[customer] = added if times >= taxes.ENOUGH else None
        usual = self._taxes[customer]
        if usual is None or (not usual and row.untaxed is None):
            return placed
        price = row.price if usual else row.untaxed
        told = replace(net, code="net-habit") if usual else replace(net, code="net-habit-included", hint=f"{price:f}")
        remarks = tuple(told if each is net else each for each in row.remarks)
        return replace(placed, row=replace(row, price=price, remarks=remarks))

    def without_project(self, work: Work, rows: Sequence[Unplaced]) -> list[tuple[Unplaced, tuple[Problem, ...], bool]]:
        """Why each can't even wait, and whether somebody said that it shall."""
        self._look_up(work, {each.customer.id for each in rows})
        said = Hold.PROJECT in self.said
        return [(each, self._cant_wait(work, each), said or each.said) for each in rows]

    def _cant_wait(self, work: Work, each: Unplaced) -> tuple[Problem, ...]:
        had = self._tenures[each.customer.id]
        if each.row.number or each.row.quantity < 0 or (had is not None and not had.held):
            return (each.why,)
        return _wrong(work, each.row, had)

    def _judged(self, work: Work, placed: Placed, standing: Days) -> Judged:
        row, customer, project = placed.row, placed.customer.id, placed.project.id
        changed, beside = self._changed(work, placed, standing), None
        if isinstance(changed, Problem):
            return Judged(placed, (changed,))
        if changed is None or self.said.get(Hold.CHANGED) == ADD:
            beside = standing.beside(placed.says)
        wrong = _wrong(work, row, self._tenures[customer])
        if changed is not None and self.said.get(Hold.CHANGED) != ADD:
            wrong = wrong or _closed(work, changed.order, row.day)
        held: dict[Hold, tuple[Problem, ...]] = {
            Hold.ABOVE: tuple(each for each in row.remarks if each.code == BLANK),
            Hold.CHANGED: tuple(_differences(placed, changed)) if changed is not None else (),
            Hold.SLIP: tuple(self._unusual(work, placed)),
            Hold.NET: tuple(each for each in row.remarks if each.code == "net"),
            Hold.CURRENCY: _foreign(row),
        }
        if row.quantity < 0 and not wrong:
            problem = self._returnable.take(work, customer, project, row)
            if problem is not None and problem.code == "before":
                held[Hold.BEFORE] = (problem,)
            elif problem is not None:
                wrong = (problem,)
        asked = {hold: problems for hold, problems in held.items() if problems}
        open_ = {hold: problems for hold, problems in asked.items() if hold.value not in self.said}
        if row.quantity > 0 and not wrong and not open_:
            self._returnable.sells(work, customer, project, row)
        remarks = [*(each for each in row.remarks if each.code not in ("net", BLANK)), *_beside(row, beside)]
        remarks += [each for hold, several in asked.items() if hold.value in self.said for each in several]
        closing = work.policy.orders.month_closes_on
        return Judged(
            placed,
            wrong,
            tuple(remarks),
            late=changed is None and months.is_closed(row.day, self.written_on, closing),
            held=open_,
            changes=changed.order if changed is not None else None,
            correction=self._correction(changed),
            before=Hold.BEFORE in asked,
        )

    def _changed(self, work: Work, placed: Placed, standing: Days) -> StandingLine | Problem | None:
        """The line that the row says otherwise."""
        row = placed.row
        if not row.number:
            changed = standing.changed(placed.says)
            if changed is None and self._moved is not None:
                changed = self._moved.find(work, placed.says, _figures(placed))
            return changed
        if self.said.get(Hold.CHANGED) == ADD:
            return Problem(OrderColumn.NUMBER, "number-add", row.number[:40])
        found = self._numbered.find(work, placed.says, _figures(placed))
        if isinstance(found, StandingLine):
            standing.claim(found.lines)
        return found

    def _correction(self, changed: StandingLine | None) -> LineCorrection | None:
        why = self.said.get(Hold.CHANGED, ADD)
        return (
            LineCorrection(changed.line.id, changed.order.version, why) if changed is not None and why != ADD else None
        )

    def _look_up(self, work: Work, customers: Collection[int]) -> None:
        """What the agency had of those that weren't met before."""
        fresh, agency_id = [each for each in customers if each not in self._tenures], work.actor.agency_id or 0
        if not fresh:
            return
        former = work.pool.holdings_of_all(fresh, agency_id)
        found = work.customers.several(fresh)
        for each in fresh:
            customer = found.get(each)
            had = tenure.of(work, customer, agency_id, former.get(each, ())) if customer is not None else None
            self._tenures[each] = had

    def _unusual(self, work: Work, placed: Placed) -> Iterable[Problem]:
        """As the guard against slips says it of a card's row."""
        row, mcu = placed.row, placed.project.mcu
        if row.quantity < 0:
            return
        key = placed.customer.id, model_key(mcu), row.currency
        if key not in self._habits:
            self._habits[key] = logged.habit(work, placed.customer.id, mcu, row.currency)
        slip = logged.against(self._habits[key], work.policy.orders, row.quantity, row.price)
        if slip.price_before is not None:
            yield Problem(OrderColumn.PRICE, "slip-price", f"{row.price:f}", f"{slip.price_before.normalize():f}")
        if slip.quantity_before is not None:
            yield Problem(OrderColumn.QUANTITY, "slip-quantity", str(row.quantity), str(slip.quantity_before))


def _as_they_stand(standing: Days, rows: Sequence[Placed]) -> list[StandingLine | None]:
    """A row that names its order is that order's alone."""

    def found(placed: Placed) -> StandingLine | None:
        row, says = placed.row, placed.says
        meant = (lambda each: named(each.order, says)) if row.number else None
        return standing.take(says.customer, row.day, _figures(placed), row.batches, meant)

    return list(map(found, rows))


def _moved_as_a_whole(rows: Sequence[Judged]) -> list[Judged]:
    """An order has one day: where only some of its lines are on another one, somebody corrects it himself."""
    to: dict[tuple[int, date], int] = Counter(
        (each.changes.id, each.placed.row.day) for each in rows if each.changes is not None
    )

    def checked(each: Judged) -> Judged:
        order, day = each.changes, each.placed.row.day
        if order is None or order.day == day or to[order.id, day] == len(order.lines):
            return each
        if each.correction is None and not each.held.get(Hold.CHANGED):  # it is another order
            return each
        return replace(
            each, wrong=(Problem(OrderColumn.DAY, "moved-part", day.isoformat(), f"{order.number} {order.day}"),)
        )

    return [checked(each) for each in rows]


def _figures(placed: Placed) -> Figures:
    row = placed.row
    return Figures(placed.project.id, row.quantity, row.price, row.currency)


def _closed(work: Work, order: Order, day: date) -> tuple[Problem, ...]:
    """Once the month is closed the owner alone corrects."""
    closing = work.policy.orders.month_closes_on
    first = min(order.day, day)
    if work.actor.type is AccountType.OWNER or not months.is_closed(first, work.today, closing):
        return ()
    return (Problem(OrderColumn.DAY, "change-closed", order.number, months.closes_on(first, closing).isoformat()),)


def _differences(placed: Placed, standing: StandingLine) -> Iterable[Problem]:
    row, line = placed.row, standing.line
    if standing.order.day != row.day:
        yield Problem(OrderColumn.DAY, "changed", hint=f"{standing.order.day} → {row.day}")
    if line.project_id != placed.project.id:
        yield Problem(OrderColumn.PROJECT, "changed", hint=f"{line.project} → {placed.project.name}")
    if line.quantity != row.quantity:
        yield Problem(OrderColumn.QUANTITY, "changed", hint=f"{line.quantity:,} → {row.quantity:,}")
    if (line.price, line.currency) != (row.price, row.currency):
        yield Problem(OrderColumn.PRICE, "changed", hint=f"{_money(line)} → {_money(row)}")
    if not same_batches(row.batches, line.batches):
        before, after = ("、".join(each.code for each in several) for several in (line.batches, row.batches))
        yield Problem(OrderColumn.BATCHES, "changed", hint=f"{before} → {after}")


def _money(of: Line | OrderRow) -> str:
    price = "—" if of.price is None else f"{of.price.normalize():f}"
    return price if of.currency == YUAN else f"{price} {of.currency}"


def _beside(row: OrderRow, standing: StandingLine | None) -> Iterable[Problem]:
    if standing is not None:
        hint = f"{standing.order.number} {standing.line.quantity:,}"
        yield Problem(OrderColumn.QUANTITY, "beside", f"{row.quantity:,}", hint)


def _foreign(row: OrderRow) -> tuple[Problem, ...]:
    if row.currency == YUAN or row.price is None:
        return ()
    return (Problem(OrderColumn.CURRENCY, "currency", row.currency, f"{row.price.normalize():f}"),)


def _wrong(work: Work, row: OrderRow, had: Tenure | None) -> tuple[Problem, ...]:
    """By the same rules as the use-case that logs it."""
    if had is None:
        return (Problem(OrderColumn.CUSTOMER, "not-yours", row.customer[:60]),)
    try:
        check_day(had, row.day)
    except DayOutside as outside:
        span = f"{outside.since.isoformat()} – {outside.until.isoformat()}"
        return (Problem(OrderColumn.DAY, "day-outside", row.day.isoformat(), span),)
    try:
        check_figures(work.policy, abs(row.quantity), row.price, row.currency)
    except QuantityOutside as outside:
        return (Problem(OrderColumn.QUANTITY, "quantity-outside", str(row.quantity), str(outside.largest)),)
    except PriceOutside as outside:
        lowest, highest = f"{outside.lowest:f}", f"{outside.highest:f}"
        return (Problem(OrderColumn.PRICE, "price-outside", f"{outside.price:f}", f"{lowest} – {highest}"),)
    return ()
