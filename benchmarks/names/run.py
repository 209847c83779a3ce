"""One run: build, ask, compare, print."""

from __future__ import annotations

import argparse
import lzma
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from random import Random

from sqlalchemy import Connection
from sqlalchemy.pool import NullPool

from benchmarks.names import measure, peers
from benchmarks.names.engines import Built, Postgres, Sqlite
from benchmarks.names.invented import names as invented
from benchmarks.names.measure import Measured, Query, Recall, at
from benchmarks.names.others import meanwhile
from benchmarks.names.variations import BLIND, KINDS
from benchmarks.names.vendor import lay_people
from storage.engine.metadata import metadata
from storage.names.index import StoredNames
from storage.names.search import search

GOALS = {kind: goal for kind, (_, goal) in (KINDS | BLIND).items()}
_COLD = 60
BIG = 100_000


def read(path: Path) -> list[str]:
    """Distinct names of a text or packed text, in the file's order."""
    raw = path.read_bytes()
    lines = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode().split("\n")
    return list(dict.fromkeys(line.strip() for line in lines if line.strip()))


def progress(what: str, total: int) -> Callable[[int], None]:
    """Tells how far it is, each second at most, on standard error."""
    last = [time.monotonic()]

    def told(done: int) -> None:
        if time.monotonic() - last[0] > 1 and sys.stderr.isatty():
            last[0] = time.monotonic()
            print(f"\r{what}: {done:,} of {total:,} ", end="\033[K\r", file=sys.stderr, flush=True)

    return told


def options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__)
    given = os.environ.get
    parser.add_argument(
        "names", nargs="?", type=Path, default=given("NAMES"), help="known names; default: invented ones"
    )
    parser.add_argument("--new", type=Path, default=given("NEW_NAMES"), help="names of companies that aren't known")
    parser.add_argument("--limit", type=int, default=None, help="take only so many of the names")
    parser.add_argument("--each", type=int, default=400, help="variations of each kind")
    parser.add_argument("--peers-each", type=int, default=20, help="variations of each kind for the slow peers")
    parser.add_argument("--quick", action="store_true", help="a small run: 20,000 names, 40 of each kind")
    parser.add_argument("--no-postgres", action="store_true", help="SQLite alone")
    parser.add_argument("--no-peers", action="store_true", help="without the ways that it is compared with")
    return parser.parse_args(arguments)


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def print_recall(found: Measured, beside: dict[str, Measured]) -> None:
    heads = "".join(f"{name:>16}" for name in beside)
    print(f"\n{'recall@5, %':36}{'goal':>7}{'ours':>8}{'≤5 bearers':>12}{'strong':>8}{heads}")
    for kind, recall in found.kinds.items():
        goal = f"{GOALS[kind]:g}" if GOALS[kind] else ""
        others = "".join(
            f"{percent(r.found, r.asked):>16}" for r in (each.kinds.get(kind, Recall()) for each in beside.values())
        )
        print(
            f"{kind:36}{goal:>7}{percent(recall.found, recall.asked):>8}{percent(recall.clear_found, recall.clear):>12}"
            f"{percent(recall.strong, recall.found):>8}{others}"
        )
    for kind, recall in found.kinds.items():
        if kind.startswith("core only"):
            most = 100 * recall.chances / max(1, recall.asked)
            print(f"{kind}: {most:.1f} can be expected at most, as nothing tells the brand's bearers apart")


def print_built(where: str, built: Built, count: int) -> None:
    print(
        f"{where}: {count:,} names built in {built.wall:.1f} s ({built.processor:.1f} s of this processor), "
        f"postings {built.postings:.0f} MB, names {built.names:.0f} MB"
    )


def print_time(what: str, found: Measured) -> None:
    wall, processor = ([at(share, seconds) for share in (0.5, 0.99)] for seconds in (found.wall, found.processor))
    print(
        f"{what}: p50 {wall[0]:.2f} ms, p99 {wall[1]:.2f} ms; "
        f"of this processor {processor[0]:.2f} and {processor[1]:.2f} ({len(found.wall)} look-ups)",
        flush=True,
    )


def cold(store: Sqlite, asked: Sequence[Query]) -> tuple[Measured, Measured]:
    """Each look-up on a new connection with the default cache: the file in the system's cache, and thrown out of it."""
    warm, thrown_out = Measured(), Measured()
    engine = store.opened(pool=NullPool)
    for measured in (warm, thrown_out):
        for query in asked:
            if measured is thrown_out:
                store.forget()
            with engine.connect() as conn:
                measured.timed(partial(search, conn, query.typed))
    return warm, thrown_out


def added(write: Callable[[Callable[[Connection], None]], None], new: Sequence[str], start: int) -> Measured:
    """One name added to the full index, a transaction each."""
    measured = Measured()
    for i, name in enumerate(new):
        measured.timed(partial(write, partial(_add, customer=start + i, name=name)))
    return measured


def _add(conn: Connection, *, customer: int, name: str) -> None:
    StoredNames(conn).add(customer, name)


def main(arguments: Sequence[str] = ()) -> None:
    chosen = options(arguments)
    count = 20_000 if chosen.quick else 200_000
    known = read(chosen.names) if chosen.names else list(invented(count))
    Random(measure.SEED).shuffle(known)
    known = known[: chosen.limit or (count if chosen.quick else None)]
    new = read(chosen.new) if chosen.new else list(invented(2 * len(known), seed=7))
    strangers = sorted(set(new) - set(known))
    new = Random(measure.SEED).sample(strangers, min(len(strangers), 300 if chosen.quick else 3000))
    asked = measure.queries(known, 40 if chosen.quick else chosen.each)
    print(f"{len(known):,} known names, {len(new):,} new ones, {len(asked):,} queries", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        run(
            Path(folder),
            known,
            new,
            asked,
            postgres=not chosen.no_postgres,
            peers_each=0 if chosen.no_peers else chosen.peers_each,
        )


def run(folder: Path, known: list[str], new: list[str], asked: list[Query], *, postgres: bool, peers_each: int) -> None:
    store = Sqlite(folder)
    print_built("SQLite", store.build(known, progress("SQLite", len(known))), len(known))
    store.read(lambda conn: measure.ours(conn, asked[::7], progress("warming", len(asked) // 7)))
    found = store.read(lambda conn: measure.ours(conn, asked, progress("asking", len(asked))))
    print_time("warm, SQLite", found)
    few = Random(measure.SEED).sample(asked, min(len(asked), _COLD))
    for what, measured in zip(("new connection", "file thrown out of the cache"), cold(store, few), strict=True):
        print_time(what, measured)
    metadata.create_all(store.engine)
    meanwhile(store.path, lay_people, [query.typed for query in few], 5 if len(known) < BIG else 20)
    print_alarms(store.read(lambda conn: measure.alarms(conn, new, progress("new names", len(new)))))
    server = Postgres(folder) if postgres else None
    beside = {}
    try:
        if server:
            on_postgres(server, known, asked, found)
        if peers_each:
            beside = compared(folder, store, server, known, few_of_each(asked, peers_each))
        print_recall(found, beside)
        add_some(store, server, new[:200], len(known))
    finally:
        if server:
            server.close()


def print_alarms(counted: measure.Alarms) -> None:
    each = counted.companies or 1
    print(
        f"new companies: strong hits {counted.strong / each:.3f} each (branches apart), asked "
        f"{percent(counted.asked, each)} % ({percent(counted.asked_with_branches, each)} % with branches), "
        f"weak {counted.weak / each:.2f} each, {counted.weak_shown / each:.2f} shown"
    )


def on_postgres(server: Postgres, known: list[str], asked: list[Query], on_sqlite: Measured) -> None:
    print_built("PostgreSQL", server.build(known, progress("PostgreSQL", len(known))), len(known))
    server.read(lambda conn: measure.ours(conn, asked[::7], progress("warming", len(asked) // 7)))
    found = server.read(lambda conn: measure.ours(conn, asked, progress("asking", len(asked))))
    print_time("warm, PostgreSQL", found)
    same = all(found.kinds[kind].found == recall.found for kind, recall in on_sqlite.kinds.items())
    print("the same recall on both" if same else "RECALL DIFFERS between SQLite and PostgreSQL", flush=True)


def few_of_each(asked: list[Query], count: int) -> list[Query]:
    by_kind = groupby(asked, key=lambda query: query.kind)
    return [query for _, of_kind in by_kind for query in islice(of_kind, count)]


def compared(
    folder: Path, store: Sqlite, server: Postgres | None, known: list[str], few: list[Query]
) -> dict[str, Measured]:
    others: list[peers.Peer] = [peers.FullScan(known), peers.Fts5(folder, known), peers.Like(store.path)]
    if server:
        others.append(peers.Trigrams(server, known))
    found = {}
    for peer in others:
        found[peer.name] = measure.theirs(peer.nearest, few, progress(peer.name, len(few)))
        print_time(peer.name, found[peer.name])
    return found


def add_some(store: Sqlite, server: Postgres | None, new: list[str], start: int) -> None:
    def on_sqlite(step: Callable[[Connection], None]) -> None:
        with store.engine.begin() as conn:
            step(conn)

    print()
    print_time("one name added, SQLite", added(on_sqlite, new, start))
    if server:
        print_time("one name added, PostgreSQL", added(server.write, new, start))
