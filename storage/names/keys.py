"""What is kept of names beside the index, made anew after the recipe changed: same-keys, and the texts that are searched.

Customers that fall together then stay two, for no machine merges what people hold: the later one is marked as the other's
twin, which keeps it out of the unique index and lists both to the administrators (`domain.customers.twins`). Runs in the
transaction that rebuilds the index, after it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from sqlalchemy import Connection, Table, bindparam, func, select, update

from domain.base.searching import find_text, found_under
from domain.names import same_key
from storage.names import finding
from storage.names.index import StoredNames
from storage.tables.customers import customers
from storage.tables.names import names
from storage.tables.people import accounts, agencies
from storage.tables.reports import reports

V = TypeVar("V", int, str)

_BATCH = 20_000
_PORTION = 500
"""Values in one IN."""


def renew(conn: Connection) -> int:
    """How many customers are another's twin now."""
    _renew_reports(conn)
    changed = dict(_changed_keys(conn))
    _renew_customers(conn, changed)
    _mark_others(conn, set(changed.values()))
    _renew_texts(conn)
    return conn.execute(select(func.count()).where(customers.c.twin_of.is_not(None))).scalar_one()


def _renew_reports(conn: Connection) -> None:
    changed = []
    for batch in conn.execute(select(reports.c.id, reports.c.profile, reports.c.same_key)).partitions(_BATCH):
        for id_, profile, old in batch:
            if (key := same_key(profile["name"])) != old:
                changed.append({"report": id_, "key": key})
    if changed:
        conn.execute(
            reports.update().where(reports.c.id == bindparam("report")).values(same_key=bindparam("key")), changed
        )


def _changed_keys(conn: Connection) -> Iterator[tuple[int, str]]:
    for batch in conn.execute(select(customers.c.id, customers.c.name, customers.c.same_key)).partitions(_BATCH):
        for id_, name, old in batch:
            if (key := same_key(name)) != old:
                yield id_, key


def _renew_customers(conn: Connection, changed: Mapping[int, str]) -> None:
    """First all get out of each other's way, then those that meet are marked, then all get their keys: one's new key may
    be what another one is still called."""
    if not changed:
        return
    this = customers.c.id == bindparam("customer")
    away = [{"customer": id_, "key": f"#{id_}"} for id_ in changed]  # no key has such a sign
    conn.execute(customers.update().where(this).values(same_key=bindparam("key")), away)
    for id_, other in sorted(_twins(conn, changed).items()):
        mark(conn, id_, other)
    conn.execute(
        customers.update().where(this).values(same_key=bindparam("key")),
        [{"customer": id_, "key": key} for id_, key in changed.items()],
    )


def _twins(conn: Connection, changed: Mapping[int, str]) -> dict[int, int]:
    """Later customer → the first one before it that bears the name from now on and isn't told apart by its code."""
    living = select(customers.c.id, customers.c.credit_code, customers.c.same_key).where(
        customers.c.merged_into.is_(None)
    )
    bearers: dict[str, list[tuple[int, str | None]]] = {}
    for where in (
        *(customers.c.same_key.in_(keys) for keys in _portions(set(changed.values()))),
        *(customers.c.id.in_(ids) for ids in _portions(changed)),
    ):
        for id_, code, key in conn.execute(living.where(where)):
            bearers.setdefault(changed.get(id_, key), []).append((id_, code))
    found: dict[int, int] = {}
    for same in bearers.values():
        same.sort()
        for place, (id_, code) in enumerate(same):
            other = next((each for each, theirs in same[:place] if None in (code, theirs) or code == theirs), None)
            if other is not None:
                found[id_] = other
    return found


def _mark_others(conn: Connection, keys: set[str]) -> None:
    """Twins by another name: what the one is also called, the other one is called."""
    keys |= {same_key(raw) for raw in conn.execute(select(names.c.raw).where(names.c.alias)).scalars()}
    index, pairs = StoredNames(conn), set[tuple[int, int]]()
    for portion in _portions(keys):
        pairs |= {(max(ids), min(ids)) for ids in index.bearers(portion).values() if len(ids) > 1}
    living = select(customers.c.credit_code, customers.c.twin_of).where(customers.c.merged_into.is_(None))
    for later, first in sorted(pairs):
        one, other = (conn.execute(living.where(customers.c.id == each)).one_or_none() for each in (later, first))
        if one is None or other is None or one.twin_of is not None:
            continue
        codes = {one.credit_code, other.credit_code}
        if None in codes or len(codes) == 1:
            mark(conn, later, first)


def _renew_texts(conn: Connection) -> None:
    """Of whatever isn't found under what it is called now."""
    stale = {
        id_
        for batch in conn.execute(
            select(names.c.customer_id, names.c.raw, customers.c.find).join(
                customers, customers.c.id == names.c.customer_id
            )
        ).partitions(_BATCH)
        for id_, raw, text in batch
        if found_under(raw) not in text
    }
    for id_ in sorted(stale):
        finding.refresh(conn, id_)
    _renew_text(conn, accounts, "name")
    _renew_text(conn, agencies, "name", "short_name", several="former_names")


def _renew_text(conn: Connection, table: Table, *columns: str, several: str = "") -> None:
    """`several`: the column that holds further names."""
    named = [table.c[each] for each in (*columns, *filter(None, (several,)))]
    for id_, text, *told in conn.execute(select(table.c.id, table.c.find, *named)).all():
        called = [*told[: len(columns)], *((told[-1] or ()) if several else ())]
        if any(found_under(each) not in text for each in called):
            conn.execute(update(table).where(table.c.id == id_).values(find=find_text(*called)))


def _portions(values: Collection[V]) -> Iterator[list[V]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), _PORTION):
        yield ordered[start : start + _PORTION]


# --- twins -----------------------------------------------------------------------------------------------------------


def mark(conn: Connection, customer_id: int, other: int) -> None:
    conn.execute(update(customers).where(customers.c.id == customer_id).values(twin_of=other))


def part(conn: Connection, customer_id: int, first: int | None = None) -> None:
    """The customer was renamed, or was merged into `first`: it is nobody's twin any more. Of those that were
    its own the first one, or the one named, takes its place."""
    twins = select(customers.c.id).where(customers.c.twin_of == customer_id).order_by(customers.c.id)
    heirs = conn.execute(twins).scalars().all()
    this = customers.c.id
    if heirs:
        heir = first if first in heirs else heirs[0]
        conn.execute(update(customers).where(customers.c.twin_of == customer_id, this != heir).values(twin_of=heir))
        conn.execute(update(customers).where(this == heir).values(twin_of=None))
    conn.execute(update(customers).where(this == customer_id, customers.c.twin_of.is_not(None)).values(twin_of=None))
