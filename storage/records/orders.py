"""Orders with their lines, batches, versions and deliveries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    tuple_,
    union_all,
    update,
)

from domain.customers import CustomerId
from domain.errors import NotFound
from domain.mcus import model_key
from domain.names import same_key
from domain.orders.records import (
    YUAN,
    Batch,
    DaySum,
    Delivery,
    Facets,
    Found,
    Habit,
    Line,
    LineId,
    NewLine,
    NewOrder,
    Order,
    OrderId,
    OrderState,
    Portion,
    Sold,
    Tally,
    Version,
    Waiting,
    WaitState,
    Wanted,
    Why,
    as_new,
)
from domain.people import AccountId, AgencyId, UnitId
from domain.projects import ProjectId
from domain.rights import Reach
from storage.counters import count_up
from storage.dialect import insert as upsert
from storage.dialect import next_ids
from storage.errors import Conflict
from storage.records import order_sums
from storage.records.customer_lists import PROTECTED
from storage.statements import each_once
from storage.tables.orders import (
    order_aliases,
    order_batches,
    order_cards,
    order_deliveries,
    order_lines,
    order_tax_habits,
    order_versions,
    orders,
)
from storage.tables.records import customers

AT_ONCE = 200
"""Customers and days of one question."""
LIVING = (OrderState.LOGGED.value, OrderState.LATE.value)


@each_once
def _waiting_of(names: tuple[str, ...]) -> Select[Any]:
    where = [order_cards.c[name] == bindparam(name) for name in names]
    return select(order_cards).where(*where).order_by(order_cards.c.id)


class StoredOrders:
    """Fulfils `domain.orders.records.Orders`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, order_id: int, *, lock: bool = False) -> Order:
        query = select(orders).where(orders.c.id == order_id)
        row = self.conn.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            raise NotFound("order")
        return self._orders([row])[0]

    def called(self, number: str) -> Order | None:
        row = self.conn.execute(select(orders).where(orders.c.number == number)).one_or_none()
        return None if row is None else self._orders([row])[0]

    def of_line(self, line_id: int, *, lock: bool = False) -> Order:
        owner = self.conn.execute(
            select(order_lines.c.order_id).where(order_lines.c.id == line_id)
        ).scalar_one_or_none()
        if owner is None:
            raise NotFound("order")
        return self.get(owner, lock=lock)

    def add(self, new: Sequence[NewOrder]) -> Sequence[Order]:
        values: list[dict[str, Any]] = []
        first: int | None = None
        for made, each in zip(next_ids(self.conn, orders, len(new)), new, strict=True):
            first = first if each.linked else made
            values.append(_new_values(made, each, first if each.linked else None))
        if values:
            self.conn.execute(insert(orders), values)
        told = [
            (value["id"], place, line)
            for value, each in zip(values, new, strict=True)
            for place, line in enumerate(each.lines, 1)
        ]
        ids = next_ids(self.conn, order_lines, len(told))
        rows = [
            {"id": made, "order_id": order, "place": place, **_line_values(line)}
            for made, (order, place, line) in zip(ids, told, strict=True)
        ]
        if rows:
            self.conn.execute(insert(order_lines), rows)
        self._put_batches((order, made, line.batches) for made, (order, _, line) in zip(ids, told, strict=True))
        lines: dict[int, list[Line]] = {}
        for made, (order, place, line) in zip(ids, told, strict=True):
            lines.setdefault(order, []).append(_as_kept(made, order, place, line))
        return [_as_logged(value, tuple(lines.get(value["id"], ()))) for value in values]

    def read_from(self, author_id: int, message: int) -> Sequence[Order]:
        rows = self.conn.execute(
            select(orders)
            .where(orders.c.author_id == author_id, orders.c.message_id == message, orders.c.state.in_(LIVING))
            .order_by(orders.c.id)
        )
        return self._orders(rows.all())

    def _put_line(self, order_id: int, place: int, line: NewLine) -> None:
        made = self.conn.execute(
            insert(order_lines).values(order_id=order_id, place=place, **_line_values(line)).returning(order_lines.c.id)
        ).scalar_one()
        self._put_batches([(order_id, made, line.batches)])

    def _put_batches(self, told: Iterable[tuple[int, int, Iterable[Batch]]]) -> None:
        """Order, line, batches."""
        rows = [
            {"code": code, "line_id": line_id, "order_id": order_id}
            for order_id, line_id, batches in told
            for code in {batch_key(each.code) for each in batches}
            if code
        ]
        if rows:
            self.conn.execute(insert(order_batches), rows)

    def change(
        self, before: Order, *, day: date, lines: Sequence[NewLine], author_id: int, at: datetime, why: Why
    ) -> Order:
        self._next_version(before, {"day": day}, author_id=author_id, at=at, why=why)
        self.conn.execute(delete(order_batches).where(order_batches.c.order_id == before.id))
        standing = {each.place: each.id for each in before.lines}
        for place, line in enumerate(lines, 1):
            if (line_id := standing.pop(place, None)) is None:
                self._put_line(before.id, place, line)
                continue
            self.conn.execute(update(order_lines).where(order_lines.c.id == line_id).values(**_line_values(line)))
            self._put_batches([(before.id, line_id, line.batches)])
        if standing:
            self.conn.execute(delete(order_lines).where(order_lines.c.id.in_(sorted(standing.values()))))
        return self.get(before.id)

    def set_state(self, order: Order, state: OrderState, *, author_id: int, at: datetime, why: Why) -> Order:
        self._next_version(order, {"state": state.value}, author_id=author_id, at=at, why=why)
        return self.get(order.id)

    def _next_version(
        self, before: Order, values: Mapping[str, Any], *, author_id: int, at: datetime, why: Why
    ) -> None:
        self.conn.execute(
            insert(order_versions).values(
                order_id=before.id,
                version=before.version,
                at=at,
                author_id=author_id,
                why=why.value,
                day=before.day,
                lines=[_line_to_json(as_new(each)) for each in before.lines],
            )
        )
        changed = self.conn.execute(
            update(orders)
            .where(orders.c.id == before.id, orders.c.version == before.version)
            .values(version=before.version + 1, **values)
        )
        if changed.rowcount != 1:
            raise Conflict(f"order {before.id} is no longer at version {before.version}")

    def versions(self, order_id: int) -> Sequence[Version]:
        rows = self.conn.execute(
            select(order_versions).where(order_versions.c.order_id == order_id).order_by(order_versions.c.version)
        )
        return [
            Version(
                version=row.version,
                at=row.at,
                author_id=AccountId(row.author_id),
                why=Why(row.why),
                day=row.day,
                lines=tuple(map(_line_from_json, row.lines)),
            )
            for row in rows
        ]

    def find(self, reach: Reach, wanted: Wanted) -> Found:
        where = [within(reach), *_narrowed(wanted)]
        total = self.conn.execute(select(func.count()).select_from(orders).where(*where)).scalar_one()
        rows = self.conn.execute(
            select(orders).where(*where).order_by(*_place(wanted)).limit(wanted.limit).offset(wanted.offset)
        )
        return Found(self._orders(rows.all()), total)

    def of_days(self, agency_id: int, days: Sequence[tuple[int, date]]) -> Mapping[tuple[int, date], Sequence[Order]]:
        found: dict[tuple[int, date], list[Order]] = {}
        for start in range(0, len(days), AT_ONCE):
            these = tuple_(orders.c.customer_id, orders.c.day).in_(days[start : start + AT_ONCE])
            query = select(orders).where(orders.c.agency_id == agency_id, orders.c.state.in_(LIVING), these)
            for order in self._orders(self.conn.execute(query.order_by(orders.c.id)).all()):
                found.setdefault((order.customer_id, order.day), []).append(order)
        return found

    def day_sums(self, reach: Reach, since: datetime, until: datetime) -> Sequence[DaySum]:
        counts = case((orders.c.state == OrderState.LOGGED.value, order_lines.c.quantity), else_=0)
        rows = self.conn.execute(
            select(orders.c.agency_id, orders.c.author_id, func.count(orders.c.id.distinct()), func.sum(counts))
            .select_from(order_lines.join(orders, orders.c.id == order_lines.c.order_id))
            .where(within(reach), orders.c.state.in_(LIVING), orders.c.at >= since, orders.c.at < until)
            .group_by(orders.c.agency_id, orders.c.author_id)
            .order_by(orders.c.agency_id, orders.c.author_id)
        )
        return [
            DaySum(AgencyId(agency), AccountId(author), count, int(pieces)) for agency, author, count, pieces in rows
        ]

    def after(self, reach: Reach, wanted: Wanted, order_id: int, limit: int) -> Sequence[Order]:
        where = [within(reach), orders.c.id > order_id, *_narrowed(wanted)]
        rows = self.conn.execute(select(orders).where(*where).order_by(orders.c.id).limit(limit))
        return self._orders(rows.all())

    def facets(self, reach: Reach, wanted: Wanted) -> Facets:
        newest = (
            select(orders.c.id)
            .where(within(reach), *_narrowed(wanted))
            .order_by(orders.c.day.desc(), orders.c.id.desc())
            .limit(wanted.limit)
        )
        where = [orders.c.id.in_(list(self.conn.execute(newest).scalars()))]
        authors = self.conn.execute(select(orders.c.author_id).where(*where).distinct().order_by(orders.c.author_id))
        joined = order_lines.join(orders, orders.c.id == order_lines.c.order_id)
        projects = self.conn.execute(
            select(order_lines.c.project_id, func.max(order_lines.c.project))
            .select_from(joined)
            .where(*where, order_lines.c.project_id.is_not(None))
            .group_by(order_lines.c.project_id)
            .order_by(order_lines.c.project_id)
        )
        models = self.conn.execute(
            select(func.max(order_lines.c.mcu))
            .select_from(joined)
            .where(*where)
            .group_by(order_lines.c.model)
            .order_by(order_lines.c.model)
        )
        return Facets(
            authors=tuple(AccountId(each) for each in authors.scalars()),
            projects=tuple((ProjectId(number), name) for number, name in projects),
            models=tuple(models.scalars()),
        )

    def sums(self, reach: Reach, wanted: Wanted, *, shipped: bool) -> Sequence[Portion]:
        where = [within(reach), *_narrowed(replace(wanted, since=None, until=None))]
        how = order_sums.shipped if shipped else order_sums.sold
        return how(self.conn, where, wanted)

    def sold(self, reach: Reach, models: Sequence[str], since: date, until: date) -> Sequence[Sold]:
        facts = (order_lines.c.model, order_lines.c.currency, orders.c.day, order_lines.c.price)
        rows = self.conn.execute(
            select(*facts, func.sum(order_lines.c.quantity))
            .select_from(order_lines.join(orders, orders.c.id == order_lines.c.order_id))
            .where(
                within(reach),
                orders.c.state.in_(LIVING),
                orders.c.day.between(since, until),
                order_lines.c.model.in_(models),
                order_lines.c.quantity > 0,
                order_lines.c.price.is_not(None),
            )
            .group_by(*facts)
        )
        return [Sold(model, currency, day, int(pieces), price) for model, currency, day, price, pieces in rows]

    def linked(self, order: Order) -> Sequence[Order]:
        first = order.linked_to or order.id
        rows = self.conn.execute(
            select(orders)
            .where(or_(orders.c.id == first, orders.c.linked_to == first), orders.c.id != order.id)
            .order_by(orders.c.id)
        )
        return self._orders(rows.all())

    def returns_of(self, lines: Sequence[int]) -> Sequence[Order]:
        back = select(order_lines.c.order_id).where(order_lines.c.of_line.in_(lines))
        rows = self.conn.execute(
            select(orders).where(orders.c.id.in_(back), orders.c.state.in_(LIVING)).order_by(orders.c.day, orders.c.id)
        )
        return self._orders(rows.all())

    def returned(self, lines: Sequence[int]) -> Mapping[int, int]:
        rows = self.conn.execute(
            select(order_lines.c.of_line, -func.sum(order_lines.c.quantity))
            .join(orders, orders.c.id == order_lines.c.order_id)
            .where(order_lines.c.of_line.in_(lines), orders.c.state.in_(LIVING))
            .group_by(order_lines.c.of_line)
        )
        return {line: int(pieces) for line, pieces in rows}

    def habit(self, customer_id: int, mcu: str, currency: str) -> Habit:
        mine = and_(
            orders.c.customer_id == customer_id,
            orders.c.state.in_(LIVING),
            order_lines.c.model == model_key(mcu),
            order_lines.c.currency == currency,
            order_lines.c.quantity > 0,
        )
        joined = order_lines.join(orders, orders.c.id == order_lines.c.order_id)
        last = self.conn.execute(
            select(order_lines.c.price)
            .select_from(joined)
            .where(mine, order_lines.c.price.is_not(None))
            .order_by(orders.c.day.desc(), order_lines.c.id.desc())
            .limit(1)
        ).scalar_one_or_none()
        largest = self.conn.execute(
            select(func.max(order_lines.c.quantity)).select_from(joined).where(mine)
        ).scalar_one()
        return Habit(last, largest)

    def last_prices(self, customers: Sequence[int]) -> Mapping[tuple[int, str], Decimal]:
        rows = self.conn.execute(
            select(orders.c.customer_id, order_lines.c.model, order_lines.c.price)
            .join(orders, orders.c.id == order_lines.c.order_id)
            .where(
                orders.c.customer_id.in_(customers),
                orders.c.state.in_(LIVING),
                order_lines.c.currency == YUAN,
                order_lines.c.price.is_not(None),
                order_lines.c.quantity > 0,
            )
            .order_by(orders.c.day, order_lines.c.id)
        )
        return {(customer, model): price for customer, model, price in rows}

    def same_batch(self, codes: Sequence[str], agency_id: int) -> Mapping[str, Sequence[OrderId]]:
        rows = self.conn.execute(
            select(order_batches.c.code, orders.c.id)
            .join(orders, orders.c.id == order_batches.c.order_id)
            .where(
                order_batches.c.code.in_([batch_key(each) for each in codes]),
                orders.c.agency_id != agency_id,
                orders.c.state.in_(LIVING),
            )
            .order_by(orders.c.id)
        )
        found: dict[str, list[OrderId]] = {}
        for code, order_id in rows:
            found.setdefault(code, []).append(OrderId(order_id))
        return found

    def deliver(
        self, line_id: int, *, quantity: int, day: date, batches: Sequence[str], author_id: int, at: datetime
    ) -> None:
        order_id = self.conn.execute(select(order_lines.c.order_id).where(order_lines.c.id == line_id)).scalar_one()
        self.conn.execute(
            insert(order_deliveries).values(
                order_id=order_id,
                line_id=line_id,
                quantity=quantity,
                day=day,
                batches=list(batches),
                author_id=author_id,
                at=at,
            )
        )

    def deliveries(self, order_id: int) -> Sequence[Delivery]:
        rows = self.conn.execute(
            select(order_deliveries)
            .where(order_deliveries.c.order_id == order_id)
            .order_by(order_deliveries.c.day, order_deliveries.c.id)
        )
        return [
            Delivery(
                id=row.id,
                line_id=LineId(row.line_id),
                quantity=row.quantity,
                day=row.day,
                batches=tuple(row.batches),
                author_id=AccountId(row.author_id),
                at=row.at,
            )
            for row in rows
        ]

    def move(self, gone: int, into: int) -> None:
        for table in (orders, order_cards, order_aliases):
            self.conn.execute(update(table).where(table.c.customer_id == gone).values(customer_id=into))
        self.conn.execute(delete(order_tax_habits).where(order_tax_habits.c.customer_id == gone))

    def tally(self, customer_id: int, agency_id: int, since: date | None = None) -> Tally:
        sold = case((order_lines.c.quantity > 0, orders.c.id))
        day = case((order_lines.c.quantity > 0, orders.c.day))
        where = [
            orders.c.customer_id == customer_id,
            orders.c.agency_id == agency_id,
            orders.c.state == OrderState.LOGGED.value,
        ]
        if since is not None:
            where.append(orders.c.day >= since)
        count, pieces, last = self.conn.execute(
            select(func.count(sold.distinct()), func.coalesce(func.sum(order_lines.c.quantity), 0), func.max(day))
            .select_from(order_lines.join(orders, orders.c.id == order_lines.c.order_id))
            .where(*where)
        ).one()
        return Tally(count, int(pieces), last)

    def kept_by(self, customer_id: int, agency_id: int) -> Sequence[tuple[date, datetime]]:
        back, given = order_lines.alias("back"), orders.alias("given")
        returned = (
            select(func.coalesce(func.sum(-back.c.quantity), 0))
            .join(given, given.c.id == back.c.order_id)
            .where(back.c.of_line == order_lines.c.id, given.c.state.in_(LIVING))
            .scalar_subquery()
        )
        some = select(order_lines.c.id).where(
            order_lines.c.order_id == orders.c.id, order_lines.c.quantity > 0, order_lines.c.quantity > returned
        )
        rows = self.conn.execute(
            select(orders.c.day, orders.c.at)
            .where(
                orders.c.customer_id == customer_id,
                orders.c.agency_id == agency_id,
                orders.c.state == OrderState.LOGGED.value,
                some.exists(),
            )
            .order_by(orders.c.at, orders.c.id)
        )
        return [(day, at) for day, at in rows]

    def _orders(self, rows: Sequence[Row[Any]]) -> list[Order]:
        lines: dict[int, list[Line]] = {row.id: [] for row in rows}
        told = self.conn.execute(
            select(order_lines)
            .where(order_lines.c.order_id.in_(sorted(lines)))
            .order_by(order_lines.c.order_id, order_lines.c.place)
        )
        for each in told:
            lines[each.order_id].append(_line(each))
        return [_order(row, tuple(lines[row.id])) for row in rows]

    # --- cards and drafts -----------------------------------------------------------------------------------------

    def wait(
        self,
        *,
        state: WaitState,
        agency_id: int,
        author_id: int,
        customer_id: int | None,
        text: str,
        rows: Sequence[Mapping[str, object]],
        at: datetime,
        written_on: date,
        asked_id: int | None = None,
        message: int | None = None,
    ) -> Waiting:
        made = self.conn.execute(
            insert(order_cards)
            .values(
                id=count_up(self.conn, "order_cards"),  # the number stands on messages: no other card ever has it again
                state=state.value,
                agency_id=agency_id,
                author_id=author_id,
                customer_id=customer_id,
                text=text,
                rows=[dict(each) for each in rows],
                at=at,
                written_on=written_on,
                asked_id=asked_id,
                message_id=message,
            )
            .returning(order_cards.c.id)
        ).scalar_one()
        return self.waiting(made)

    def waiting(self, waiting_id: int, *, lock: bool = False) -> Waiting:
        query = select(order_cards).where(order_cards.c.id == waiting_id)
        row = self.conn.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            raise NotFound("order_card")
        return _waiting(row)

    def rewrite(
        self,
        before: Waiting,
        rows: Sequence[Mapping[str, object]],
        state: WaitState,
        *,
        asked_id: int | None = None,
        text: str | None = None,
    ) -> Waiting:
        changed = self.conn.execute(
            update(order_cards)
            .where(order_cards.c.id == before.id, order_cards.c.revision == before.revision)
            .values(
                rows=[dict(each) for each in rows],
                state=state.value,
                asked_id=asked_id,
                text=before.text if text is None else text,
                revision=before.revision + 1,
            )
        )
        if changed.rowcount != 1:
            raise Conflict(f"the card {before.id} is no longer at revision {before.revision}")
        return self.waiting(before.id)

    def drop(self, waiting_id: int) -> None:
        self.conn.execute(delete(order_cards).where(order_cards.c.id == waiting_id))

    def waiting_of(
        self, agency_id: int, *, author_id: int | None = None, customer_id: int | None = None
    ) -> Sequence[Waiting]:
        of = {"agency_id": agency_id, "author_id": author_id, "customer_id": customer_id}
        known = {name: value for name, value in of.items() if value is not None}
        rows = self.conn.execute(_waiting_of(tuple(known)), known)
        return [_waiting(row) for row in rows]

    def aliases(self, agency_id: int) -> Mapping[int, Sequence[str]]:
        rows = self.conn.execute(
            select(order_aliases.c.customer_id, order_aliases.c.name)
            .where(order_aliases.c.agency_id == agency_id)
            .order_by(order_aliases.c.name)
        )
        found: dict[int, list[str]] = {}
        for customer, name in rows:
            found.setdefault(customer, []).append(name)
        return found

    def learn(self, agency_id: int, customer_id: int, name: str, *, author_id: int, at: datetime) -> bool:
        values = {"customer_id": customer_id, "name": name, "author_id": author_id, "at": at}
        before = self.conn.execute(
            select(order_aliases.c.customer_id).where(
                order_aliases.c.agency_id == agency_id, order_aliases.c.key == same_key(name)
            )
        ).scalar_one_or_none()
        if before == customer_id:
            return False
        self.conn.execute(
            upsert(self.conn, order_aliases)
            .values(agency_id=agency_id, key=same_key(name), **values)
            .on_conflict_do_update(index_elements=["agency_id", "key"], set_=values)
        )
        return True

    def forget(self, agency_id: int, customer_id: int, name: str) -> None:
        self.conn.execute(
            delete(order_aliases).where(
                order_aliases.c.agency_id == agency_id,
                order_aliases.c.customer_id == customer_id,
                order_aliases.c.key == same_key(name),
            )
        )

    def tax_habit(self, agency_id: int, customer_id: int) -> tuple[bool, int]:
        row = self.conn.execute(
            select(order_tax_habits.c.added, order_tax_habits.c.times).where(
                order_tax_habits.c.agency_id == agency_id, order_tax_habits.c.customer_id == customer_id
            )
        ).one_or_none()
        return (False, 0) if row is None else (row.added, row.times)

    def keep_tax_answer(self, agency_id: int, customer_id: int, *, added: bool) -> None:
        alike = case((order_tax_habits.c.added == added, order_tax_habits.c.times), else_=0)
        self.conn.execute(
            upsert(self.conn, order_tax_habits)
            .values(agency_id=agency_id, customer_id=customer_id, added=added, times=1)
            .on_conflict_do_update(
                index_elements=["agency_id", "customer_id"], set_={"added": added, "times": alike + 1}
            )
        )


def batch_key(code: str) -> str:
    """Width, case, blanks and marks don't tell batches apart."""
    return same_key(code)[:60]


def within(reach: Reach) -> ColumnElement[bool]:
    """The orders that a reach covers. One's own are those of the customers in one's hands, as far as the own agency logged
    them; of a customer that the agency has lost, those from when it was in one's hands."""
    if reach.all:
        return true()
    if reach.unit_id is not None:
        return orders.c.unit_id == reach.unit_id
    if reach.agency_id is not None:
        return orders.c.agency_id == reach.agency_id
    # two ways to them, each by an index: either database would look at every order for an OR of both
    one = orders.alias("one")
    theirs = select(one.c.id).join(customers, customers.c.id == one.c.customer_id)
    held = theirs.where(
        customers.c.state == PROTECTED,
        customers.c.contact_id == reach.account_id,
        customers.c.agency_id == one.c.agency_id,
    )
    lost = theirs.where(one.c.contact_id == reach.account_id, customers.c.agency_id.is_distinct_from(one.c.agency_id))
    return orders.c.id.in_(union_all(held, lost))


def _place(wanted: Wanted) -> tuple[ColumnElement[object], ...]:
    """Newest first: by the contract's day; of what was logged in a while by that moment, whose index is walked then."""
    by_moment = wanted.logged_since is not None or wanted.logged_until is not None
    return (orders.c.at.desc() if by_moment else orders.c.day.desc(), orders.c.id.desc())


def _narrowed(wanted: Wanted) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [orders.c.state.in_(sorted(each.value for each in wanted.states))]
    for column, value in (
        (orders.c.customer_id, wanted.customer_id),
        (orders.c.author_id, wanted.author_id),
    ):
        if value is not None:
            where.append(column == value)
    if wanted.since is not None:
        where.append(orders.c.day >= wanted.since)
    if wanted.until is not None:
        where.append(orders.c.day <= wanted.until)
    if wanted.logged_since is not None:
        where.append(orders.c.at >= wanted.logged_since)
    if wanted.logged_until is not None:
        where.append(orders.c.at < wanted.logged_until)
    if wanted.project_id is not None:
        where.append(
            orders.c.id.in_(select(order_lines.c.order_id).where(order_lines.c.project_id == wanted.project_id))
        )
    if wanted.model:
        where.append(orders.c.id.in_(select(order_lines.c.order_id).where(order_lines.c.model == wanted.model)))
    if wanted.batch:
        where.append(
            orders.c.id.in_(select(order_batches.c.order_id).where(order_batches.c.code == batch_key(wanted.batch)))
        )
    return where


def _line_values(line: NewLine) -> dict[str, Any]:
    return {
        "project_id": line.project_id,
        "project": line.project,
        "domain": line.domain,
        "mcu": line.mcu,
        "model": model_key(line.mcu),
        "written": line.written,
        "quantity": line.quantity,
        "price": line.price,
        "currency": line.currency,
        "batches": _batches_to_json(line.batches),
        "of_line": line.of_line,
    }


def _batches_to_json(batches: Iterable[Batch]) -> list[list[Any]]:
    return [[each.code, each.quantity] for each in batches]


def _batches_from_json(value: Iterable[Sequence[Any]]) -> tuple[Batch, ...]:
    return tuple(Batch(code, quantity) for code, quantity in value)


def _line_to_json(line: NewLine) -> dict[str, Any]:
    values = _line_values(line)
    values["price"] = None if line.price is None else str(line.price)
    del values["model"]
    return values


def _line_from_json(value: Mapping[str, Any]) -> NewLine:
    price = value["price"]
    return NewLine(
        **{**value, "price": None if price is None else Decimal(price), "batches": _batches_from_json(value["batches"])}
    )


def _line(row: Row[Any]) -> Line:
    return Line(
        id=LineId(row.id),
        order_id=OrderId(row.order_id),
        place=row.place,
        project_id=ProjectId(row.project_id) if row.project_id is not None else None,
        project=row.project,
        domain=row.domain,
        mcu=row.mcu,
        written=row.written,
        quantity=row.quantity,
        price=row.price,
        currency=row.currency,
        batches=_batches_from_json(row.batches),
        of_line=LineId(row.of_line) if row.of_line is not None else None,
    )


def _new_values(made: int, new: NewOrder, linked_to: int | None) -> dict[str, Any]:
    return {
        "id": made,
        "number": new.number,
        "state": new.state.value,
        "customer_id": new.customer_id,
        "agency_id": new.agency_id,
        "unit_id": new.unit_id,
        "contact_id": new.contact_id,
        "author_id": new.author_id,
        "day": new.day,
        "at": new.at,
        "reference": new.reference,
        "late": new.late,
        "linked_to": linked_to,
        "message_id": new.message,
        "job_id": new.job_id,
    }


def _as_logged(values: Mapping[str, Any], lines: tuple[Line, ...]) -> Order:
    """As it would be read again."""
    kept = {name: value for name, value in values.items() if name not in ("state", "message_id", "job_id")}
    return Order(**kept, state=OrderState(values["state"]), lines=lines, message=values["message_id"])


def _as_kept(made: int, order_id: int, place: int, line: NewLine) -> Line:
    return Line(
        id=LineId(made),
        order_id=OrderId(order_id),
        place=place,
        project_id=ProjectId(line.project_id) if line.project_id is not None else None,
        project=line.project,
        domain=line.domain,
        mcu=line.mcu,
        written=line.written,
        quantity=line.quantity,
        price=line.price,
        currency=line.currency,
        batches=line.batches,
        of_line=LineId(line.of_line) if line.of_line is not None else None,
    )


def _order(row: Row[Any], lines: tuple[Line, ...]) -> Order:
    return Order(
        id=OrderId(row.id),
        number=row.number,
        state=OrderState(row.state),
        customer_id=CustomerId(row.customer_id),
        agency_id=AgencyId(row.agency_id),
        unit_id=UnitId(row.unit_id),
        contact_id=AccountId(row.contact_id),
        author_id=AccountId(row.author_id),
        day=row.day,
        at=row.at,
        lines=lines,
        reference=row.reference,
        late=row.late,
        linked_to=OrderId(row.linked_to) if row.linked_to is not None else None,
        version=row.version,
        message=row.message_id,
    )


def _waiting(row: Row[Any]) -> Waiting:
    return Waiting(
        id=row.id,
        state=WaitState(row.state),
        agency_id=AgencyId(row.agency_id),
        author_id=AccountId(row.author_id),
        customer_id=CustomerId(row.customer_id) if row.customer_id is not None else None,
        text=row.text,
        rows=row.rows,
        at=row.at,
        written_on=row.written_on,
        asked_id=AccountId(row.asked_id) if row.asked_id is not None else None,
        revision=row.revision,
        message=row.message_id,
    )
