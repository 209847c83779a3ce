"""Finding a customer by a name that is like its own: one posting table, the same on SQLite and PostgreSQL.

Terms of the typed name → the first rows of each → the names that share most → judged one by one. Limits make the cost
independent of how common a brand is. Absent: what the answer means (`domain.reports.conflict`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from sqlalchemy import (
    Connection,
    Executable,
    Integer,
    any_,
    bindparam,
    cast,
    func,
    lateral,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY

from domain.customers.lookalikes import Hit
from domain.names.brands import COMMON, estimated_bearers
from domain.names.compare import Verdict, best, best_split, explain, is_unsplit, same_shape, verdict_of
from domain.names.parts import Parts
from domain.names.readings import NameReading, readings
from domain.names.reasons import Reason
from domain.names.score import SAME_SHAPE, STRONG, SURE, WEAK, Score
from domain.names.terms import key_term, term, weighted_terms
from domain.names.text import look_key, same_key
from storage.engine import Found
from storage.engine.dialect import is_postgres
from storage.engine.statements import fixed
from storage.tables.names import name_postings, names

MOST_ROWS = 100
"""Rows read of one term: more finds nothing more, and the cost stays independent of how common a brand is."""
MOST_CANDIDATES = 60
_SURELY = 100.0
"""Weight of an equal same-key: such names are candidates whatever else is found."""
_POPULATION = 1_000_000
"""Names that the weights of terms are reckoned against; only their ratios matter, so it needn't be the true number."""


_FREQUENT = 100 * MOST_ROWS
"""Rows that a term counts for which has more than were read: that a name is among the first of them says little."""
_MOST = literal_column(str(MOST_ROWS), Integer)  # no parameter: it would be one more for each term
_PARTS = tuple(names.c[field] for field in Parts._fields)


def _grouped_lookup() -> Executable:
    """The first rows of each of any number of terms, in one statement (SQLite): a term and its ids in one text."""
    wanted = func.json_each(bindparam("terms")).table_valued("value", name="wanted")
    first = (
        select(name_postings.c.name_id)
        .where(name_postings.c.term == wanted.c.value)
        .order_by(name_postings.c.name_id)
        .limit(_MOST)
        .correlate(wanted)
        .subquery()
    )
    return select(wanted.c.value, select(func.group_concat(first.c.name_id)).scalar_subquery())


def _lateral_lookup() -> Executable:
    """The same for PostgreSQL, for any number of terms."""
    array = cast(bindparam("terms"), ARRAY(Integer))
    wanted = func.unnest(array).table_valued("term", name="wanted").render_derived()
    rows = lateral(
        select(name_postings.c.name_id)
        .where(name_postings.c.term == wanted.c.term)
        .order_by(name_postings.c.name_id)
        .limit(_MOST)
    )
    return select(wanted.c.term, rows.c.name_id).select_from(wanted.join(rows, rows.c.name_id.is_not(None)))


_LATERAL = fixed(_lateral_lookup())
_GROUPED = fixed(_grouped_lookup())


def _rows_of(conn: Connection, wanted: Collection[int]) -> dict[int, list[int]]:
    """Term → ids of names."""
    if not is_postgres(conn):
        found = conn.execute(_GROUPED, {"terms": json.dumps(list(wanted))})
        return {number: list(map(int, ids.split(","))) for number, ids in found if ids}
    rows: dict[int, list[int]] = {}
    for number, name_id in conn.execute(_LATERAL, {"terms": list(wanted)}).all():
        rows.setdefault(number, []).append(name_id)
    return rows


def _wanted(key: str, look: str, typed: Sequence[NameReading]) -> dict[int, float]:
    """Terms to look for, with their weights; those of a doubtful reading weigh less."""
    wanted = {key_term(key): _SURELY, key_term(look): _SURELY}
    for i, reading in enumerate(typed):
        for number, weight in weighted_terms(reading.parts).items():
            wanted.setdefault(number, weight if i == 0 else 0.8 * weight)
    return wanted


@dataclass(frozen=True, slots=True)
class _Asked:
    """A typed name with all that it is looked for by."""

    name: str
    key: str
    look: int
    """The term of what the eye reads."""
    typed: tuple[NameReading, ...]
    weights: Mapping[int, float]

    @classmethod
    def of(cls, name: str) -> _Asked:
        typed, key, look = readings(name), same_key(name), look_key(name)
        return cls(name, key, key_term(look), typed, _wanted(key, look, typed) if typed[0].parts.core else {})

    def candidates(self, rows: Mapping[int, list[int]], shared: float) -> list[int]:
        """The names that share most, by the weight of what they share; rare terms weigh more."""
        sums: dict[int, float] = {}
        for number, per_term in self.weights.items():
            found = rows.get(number, ())
            if not found:
                continue
            bearers = len(found) if len(found) < MOST_ROWS else _FREQUENT
            weight = per_term * log(_POPULATION / bearers)
            for name_id in found:
                sums[name_id] = sums.get(name_id, 0.0) + weight
        if shared:
            sums = {name_id: weight for name_id, weight in sums.items() if weight >= shared}
        if len(sums) <= MOST_CANDIDATES:
            return list(sums)
        return sorted(sums, key=lambda name_id: (-sums[name_id], name_id))[:MOST_CANDIDATES]

    def bearers(self, rows: Mapping[int, list[int]]) -> Callable[[str], int]:
        """How many carry a core, as far as it is known."""
        counted = {}
        for core in {reading.parts.core for reading in self.typed}:
            found = len(rows.get(term("d", core), ()))
            counted[core] = found if found < MOST_ROWS else COMMON
        return lambda core: max(counted.get(core, 0), estimated_bearers(core))

    def judged(self, among: Iterable[Found], rows: Mapping[int, list[int]], limit: int, least: float) -> list[Hit]:
        ranked, bearers = [], self.bearers(rows)
        seen_so = frozenset(rows.get(self.look, ()))
        for row in among:
            parts = Parts._make(row[4:])
            fit, reading = best(self.typed, parts, bearers)
            if fit.value < STRONG and is_unsplit(
                parts
            ):  # few are; the others are as they were split when they were kept
                other = best_split(self.typed[0], row.raw, bearers)
                if other is not None and other[0].value > fit.value:
                    (fit, parts), reading = other, self.typed[0]
            if row.id in seen_so and same_shape(self.name, row.raw):
                fit = fit.raised(SAME_SHAPE)
            if fit.value >= least:
                ranked.append((fit, reading, parts, row))
        ranked.sort(key=lambda found: (-found[0].value, found[3].id))
        hits: dict[int, Hit] = {}
        for fit, reading, parts, row in ranked:
            if row.customer_id not in hits:
                hits[row.customer_id] = _hit(self.name, self.key, fit, reading, parts, row)
            if len(hits) == limit:
                break
        return sorted(hits.values(), key=lambda hit: -hit.score)


def search(conn: Connection, name: str, *, limit: int = 10, least: float = WEAK, shared: float = 0.0) -> list[Hit]:
    """Names that are the same or look alike, best first, down to the score `least`. Names that share terms of less
    weight than `shared` aren't judged: where only strong look-alikes are wanted, that is quicker and finds as much."""
    return search_all(conn, [name], limit=limit, least=least, shared=shared)[0]


def search_all(
    conn: Connection, names_: Sequence[str], *, limit: int = 10, least: float = WEAK, shared: float = 0.0
) -> list[list[Hit]]:
    """The same for many names in two statements."""
    asked = [_Asked.of(name) for name in names_]
    rows = _rows_of(conn, {number for each in asked for number in each.weights})
    candidates = [each.candidates(rows, shared) for each in asked]
    known = {row.id: row for row in _known(conn, {name_id for ids in candidates for name_id in ids})}
    return [
        each.judged((known[name_id] for name_id in ids), rows, limit, least)
        for each, ids in zip(asked, candidates, strict=True)
    ]


def _hit(name: str, key: str, fit: Score, reading: NameReading, parts: Parts, row: Found) -> Hit:
    if same_key(row.raw) == key:
        verdict, value = Verdict.SAME, 1.0
    else:
        value = min(fit.value, SURE)
        verdict = verdict_of(value)
    reasons = explain(name, row.raw, fit, reading, parts)
    if row.alias:
        reasons = (Reason.ALIAS, *reasons)
    return Hit(row.customer_id, row.raw, verdict, round(value, 3), reasons)


_ROW = select(names.c.id, names.c.customer_id, names.c.raw, names.c.alias, *_PARTS)
_ROWS_ON_SQLITE = fixed(
    _ROW.where(names.c.id.in_(select(func.json_each(bindparam("ids")).table_valued("value").c.value)))
)
_ROWS_ON_POSTGRES = fixed(_ROW.where(names.c.id == any_(cast(bindparam("ids"), ARRAY(Integer)))))


def _known(conn: Connection, ids: Collection[int]) -> Sequence[Found]:
    """One parameter for all ids: spelling out an IN for sixty costs more than reading the rows."""
    if is_postgres(conn):
        return conn.execute(_ROWS_ON_POSTGRES, {"ids": list(ids)}).all()
    return conn.execute(_ROWS_ON_SQLITE, {"ids": json.dumps(list(ids))}).all()
