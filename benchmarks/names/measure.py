"""Recall, false alarms and time of a look-up."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from random import Random
from typing import TypeVar

from sqlalchemy import Connection

from benchmarks.names.variations import BLIND, KINDS, Characters, Sample, sample
from domain.names import Reason, Verdict, parse
from storage.names.search import search

T = TypeVar("T")
SEED = 99
ANSWERS = 5
ASKED = (Verdict.SAME, Verdict.STRONG)


@dataclass(frozen=True, slots=True)
class Query:
    kind: str
    wanted: int
    typed: str
    bearers: int
    """How many known names carry the brand."""

    @property
    def clear(self) -> bool:
        """Five answers can hold the one that is meant, whatever else was left out."""
        return self.bearers <= ANSWERS

    @property
    def chance(self) -> float:
        """Of being among the first answers, where nothing but the brand was typed."""
        return min(1.0, ANSWERS / self.bearers)


@dataclass(slots=True)
class Recall:
    """Of one kind: queries, those answered by the very name among the first five, and with a verdict that asks; the
    same for names whose brand at most five carry."""

    asked: int = 0
    found: int = 0
    strong: int = 0
    clear: int = 0
    clear_found: int = 0
    chances: float = 0.0
    """What can be found at most where only the brand was typed: its bearers are told apart by nothing."""

    def count(self, query: Query, found: bool, strong: bool = False) -> None:
        self.asked += 1
        self.found += found
        self.strong += strong
        self.clear += query.clear
        self.clear_found += found and query.clear
        self.chances += query.chance


def samples(known: Sequence[str], wanted: int) -> list[tuple[int, Sample]]:
    """Names of the index that can be varied by part, as (id, sample), in a random order that is always the same."""
    picked = Random(SEED).sample(range(len(known)), min(len(known), wanted))
    return [(i + 1, found) for i in picked if (found := sample(known[i]))]


def queries(known: Sequence[str], each: int) -> list[Query]:
    """`each` variations of every kind."""
    pool = samples(known, 40 * each)
    chars = Characters([name.parts.core for _, name in pool])
    bearers: dict[str, int] = {}
    for raw in known:
        core = parse.__wrapped__(raw).core
        bearers[core] = bearers.get(core, 0) + 1
    made: list[Query] = []

    def collect(kind: str, varied: Iterable[tuple[int, str | None, int]]) -> None:
        usable = (Query(kind, wanted, typed, carriers) for wanted, typed, carriers in varied if typed)
        made.extend(islice(usable, each))

    for kind, (vary, _) in KINDS.items():
        random = Random(kind)
        collect(kind, ((i, vary(name, random, chars), bearers[name.parts.core]) for i, name in pool))
    picked = Random(SEED + 1).sample(range(len(known)), min(len(known), each))
    for kind, (edit, _) in BLIND.items():
        random = Random(kind)
        collect(kind, ((i + 1, edit(known[i], random, chars), bearers[parse(known[i]).core]) for i in picked))
    return made


@dataclass(slots=True)
class Measured:
    """Recall by kind, and for each look-up the seconds by the clock on the wall and of this thread's processor time, which
    other programs on the machine don't disturb."""

    kinds: dict[str, Recall] = field(default_factory=dict)
    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def timed(self, ask: Callable[[], T]) -> T:
        wall, processor = time.perf_counter(), time.thread_time()
        answer = ask()
        self.wall.append(time.perf_counter() - wall)
        self.processor.append(time.thread_time() - processor)
        return answer


def at(share: float, seconds: Sequence[float]) -> float:
    """Milliseconds that this share of the look-ups didn't exceed."""
    ordered = sorted(seconds)
    return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def ours(conn: Connection, asked: Sequence[Query], told: Callable[[int], None]) -> Measured:
    """Ranked by score; names below *weak* count too, as they do for the peers."""
    measured = Measured()
    for number, query in enumerate(asked):
        hits = measured.timed(partial(search, conn, query.typed, limit=ANSWERS, least=0))
        hit = next((hit for hit in hits if hit.customer == query.wanted), None)
        recall = measured.kinds.setdefault(query.kind, Recall())
        recall.count(query, hit is not None, hit is not None and hit.verdict in ASKED)
        told(number)
    return measured


def theirs(nearest: Callable[[str], list[int]], asked: Sequence[Query], told: Callable[[int], None]) -> Measured:
    measured = Measured()
    for number, query in enumerate(asked):
        found = measured.timed(partial(nearest, query.typed))
        measured.kinds.setdefault(query.kind, Recall()).count(query, query.wanted in found)
        told(number)
    return measured


@dataclass(slots=True)
class Alarms:
    """Per new company, which is none of the known: strong hits (branches of known companies apart), whether its reporter
    is asked (with and without branches), weak hits (all, and the three at most that a card shows)."""

    companies: int = 0
    strong: int = 0
    asked: int = 0
    asked_with_branches: int = 0
    weak: int = 0
    weak_shown: int = 0


def alarms(conn: Connection, new: Sequence[str], told: Callable[[int], None]) -> Alarms:
    counted = Alarms()
    for number, name in enumerate(new):
        hits = search(conn, name, limit=60)
        strong = [hit for hit in hits if hit.verdict in ASKED]
        apart = [hit for hit in strong if Reason.BRANCH not in hit.reasons]
        weak = sum(hit.verdict is Verdict.WEAK for hit in hits)
        counted.companies += 1
        counted.strong += len(apart)
        counted.asked += bool(apart)
        counted.asked_with_branches += bool(strong)
        counted.weak += weak
        counted.weak_shown += min(weak, 3)
        told(number)
    return counted
