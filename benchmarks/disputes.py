"""A dispute among a million events: the customer's timeline as it is read, and the pack as it is made.

    make bench ARGS=disputes
    python -m benchmarks.disputes --quick --database postgresql://…

100,000 customers have ten events each and as many questions stand beside them; the one in dispute has `OWN`, by a dozen
agencies over two years, a hundred reports and an appeal. `--quick` is a tenth of the others. The aim: a page under 100 ms (p99),
the whole pack in seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from sqlalchemy import Connection, text

from benchmarks.follow_ups import DOMAINS, NOW, RULES, insert_rows
from benchmarks.names.vendor import AGENCIES, account_of, lay_people
from bot.serving.work import work_for
from dialogs.core.ask import WorkAsk
from dialogs.core.screen import Wording
from dialogs.core.texts import Reader, Texts, plain
from dialogs.registry import for_accounts
from domain.base.work import Work
from domain.names import same_key
from notifications.jobs.dispute_pack import dispute_pack
from storage.engine.database import Database
from storage.migrate import upgrade
from storage.tables.approvals import approvals, decisions
from storage.tables.customers import customers
from storage.tables.events import events
from storage.tables.petitions import appeals
from storage.tables.reports import reports

T = TypeVar("T")
CUSTOMERS, EACH, OWN, REPORTS = 100_000, 10, 3_000, 100
RIVALS = 12
RUNS = 60
NAME = "深圳市星河联创电子有限公司"
WORKED: Sequence[tuple[str, dict[str, Any]]] = (
    ("FollowUpWritten", {"follow_up": 1}),
    ("ProjectMoved", {"project": 1, "moved": ["progress"], "old_stage": "contact", "stage": "contact"}),
    ("OrderLogged", {"order": 1, "late": False}),
    ("CustomerSeen", {}),
    ("CommentsRead", {"follow_up": 1}),
)
ARGUED: Sequence[tuple[str, dict[str, Any]]] = (
    ("ReportSubmitted", {"position": 1, "queued": False}),
    ("ReportRejected", {"reason": "该客户由总部直供"}),
    ("CustomerSeen", {}),
    ("PoolDetailSeen", {}),
    ("FollowUpWritten", {"follow_up": 1}),
    ("ProjectMoved", {"project": 1, "moved": ["progress"], "old_stage": "contact", "stage": "contact"}),
)


@dataclass
class Standing:
    """What a job asks for, without a queue around it."""

    db: Database
    loop: asyncio.AbstractEventLoop
    texts: Texts
    folder: Path
    args: dict[str, Any] = field(default_factory=lambda: {"customer": 1})
    sizes: list[int] = field(default_factory=list)

    def read(self, step: Callable[[Work], T]) -> T:
        def whole(conn: Connection) -> T:
            account = work_for(conn, RULES, NOW).people.account(1)
            return step(work_for(conn, RULES, NOW, account=account))

        return asyncio.run_coroutine_threadsafe(self.db.read(whole), self.loop).result()

    def words(self, told: Wording) -> str:
        return plain(self.texts.render(told, Reader("zh", NOW.date(), RULES.zone)))

    def keep(self, file: Path) -> str:
        self.sizes.append(file.stat().st_size)
        shutil.copy(file, self.folder / f"pack{file.suffix}")
        return file.suffix


def main(args: Sequence[str] = ()) -> None:
    """Prints milliseconds of a page, seconds of the pack."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.disputes")
    parser.add_argument("--quick", action="store_true", help="a tenth of the other customers")
    parser.add_argument("--database", help="PostgreSQL URL of an empty database; default: a new SQLite file")
    parser.add_argument("--keep", help="a folder for the files that were made")
    given = parser.parse_args(list(args))
    with tempfile.TemporaryDirectory() as folder:
        address = given.database or str(Path(folder) / "bench.db")
        kept = Path(given.keep or folder)
        asyncio.run(_measure(address, CUSTOMERS // 10 if given.quick else CUSTOMERS, kept))


async def _measure(address: str, others: int, folder: Path) -> None:
    await upgrade(address)
    db = await Database.open(address)
    try:
        await db.transact(lay_people)
        for table, rows in (
            (customers, _customers(others)),
            (reports, _reports()),
            (appeals, _appeals()),
            (approvals, _approvals()),
            (decisions, _decisions()),
            (events, _events(others)),
        ):
            await insert_rows(db, table, rows)
        if "postgresql" in address:
            await db.transact(lambda conn: conn.execute(text("ANALYZE")))  # as its autovacuum does
        print(f"{others * EACH + OWN:,} events, {OWN:,} of them of the customer in dispute")
        texts = Texts.load()
        await _pages(db, texts)
        task = Standing(db, asyncio.get_running_loop(), texts, folder)
        begun, worked = time.perf_counter(), time.process_time()
        await asyncio.to_thread(dispute_pack, task)  # type: ignore[arg-type]  # of a task it asks no more than this
        wall, cpu = time.perf_counter() - begun, time.process_time() - worked
        sizes = " and ".join(f"{each / 1000:,.0f} kB" for each in task.sizes)
        print(f"the pack: {wall:.1f} s, {cpu:.1f} s of the processor, {sizes}")
    finally:
        await db.close()


async def _pages(db: Database, texts: Texts) -> None:
    """Opened by an administrator: looking is written down, so each is a step of its own."""
    page = for_accounts(texts).page("customer_timeline")
    for label, args in (("everything", {}), ("who asked", {"aspect": "asked"}), ("who saw", {"aspect": "saw"})):
        times, work = [], []
        for run in range(RUNS):

            def show(conn: Connection, args: dict[str, Any] = args, run: int = run) -> object:
                account = work_for(conn, RULES, NOW).people.account(1)
                mine = work_for(conn, RULES, NOW, account=account)
                return page.show({"customer": 1, "page": run % 20, **args}, WorkAsk(mine))

            begun, worked = time.perf_counter(), time.process_time()
            await db.transact(show)
            times.append((time.perf_counter() - begun) * 1000)
            work.append((time.process_time() - worked) * 1000)
        print(
            f"timeline, {label:<12} p50 {sorted(times)[RUNS // 2]:.0f} ms, p99 {max(times):.0f}, of the processor {max(work):.0f}"
        )


# --- what there is ------------------------------------------------------------------------------------------------


def _profile(name: str) -> dict[str, Any]:
    return {"name": name, "credit_code": None, "region": "广东 深圳", "domain": DOMAINS[0], "volume": "120",
            "mcus": "STM32F103", "buyer": "", "factory": "", "background": ""}  # fmt: skip


def _customers(others: int) -> Iterator[dict[str, Any]]:
    for each in range(1, others + 1):
        name = NAME if each == 1 else f"深圳市客户{each}电子有限公司"
        yield {
            "id": each, "name": name, "same_key": same_key(name) if each == 1 else f"客户{each}", "state": "protected",
            "agency_id": 1, "contact_id": account_of(1, 1), "protected_since": NOW, "protected_until": NOW.date(),
            "profile": _profile(name), "end_set_on": NOW.date(), "find": name, "created_at": NOW,
        }  # fmt: skip


def _rival(each: int) -> tuple[int, int]:
    agency = each % RIVALS + 1
    return agency, account_of(agency, 1 + each % 3)


def _reports() -> Iterator[dict[str, Any]]:
    for each in range(1, REPORTS + 1):
        agency, contact = _rival(each)
        yield {
            "id": each, "number": f"BB-2026-{each:05}", "customer_id": 1, "state": "rejected" if each > 1 else "approved",
            "position": each, "agency_id": agency, "reporter_id": contact, "contact_id": contact, "profile": _profile(NAME),
            "same_key": same_key(NAME), "submitted_at": NOW - timedelta(days=700 - each), "return_fields": [],
            "decided_at": NOW - timedelta(days=699 - each), "reason": "该客户由总部直供" if each > 1 else "",
        }  # fmt: skip


def _appeals() -> Iterator[dict[str, Any]]:
    agency, applicant = _rival(5)
    yield {
        "id": 1, "number": "SS-2026-00001", "customer_id": 1, "report_id": 5, "agency_id": agency, "applicant_id": applicant,
        "name": NAME, "reason": "2026-08 起送样，对方研发王工可证", "state": "pending", "created_at": NOW,
    }  # fmt: skip


def _approvals() -> Iterator[dict[str, Any]]:
    for each in range(1, REPORTS + 2):
        report = each <= REPORTS
        agency, applicant = _rival(each if report else 5)
        yield {
            "id": each, "kind": "customer_report" if report else "appeal", "subject_id": each if report else 1,
            "agency_id": agency, "applicant_id": applicant, "state": "rejected" if report else "pending", "level": 1,
            "started_at": NOW - timedelta(days=700 - each), "revision": 1,
        }  # fmt: skip


def _decisions() -> Iterator[dict[str, Any]]:
    for each in range(1, REPORTS + 1):
        yield {
            "approval_id": each, "verb": "reject" if each > 1 else "approve", "by": 2, "level": 1, "fields": [],
            "at": NOW - timedelta(days=699 - each), "reason": "该客户由总部直供" if each > 1 else "",
        }  # fmt: skip


def _events(others: int) -> Iterator[dict[str, Any]]:
    """The one customer's lie among all the others', as they came."""
    random, total = Random(3), others * EACH + OWN
    own = set(random.sample(range(total), OWN))
    turn = 0
    for place, (kind, facts) in enumerate(islice(cycle(WORKED), total)):
        at = NOW - timedelta(days=730) + timedelta(days=730) * place / total
        if place in own:
            turn += 1
            yield _argued(turn, at)
        elif place % EACH == 0:
            agency = place % AGENCIES + 1
            told = {"account": account_of(agency, 1), "name": f"公司{place}", "key": f"公司{place}", "code": None}
            yield _event(
                at, "CustomerChecked", "account", told["account"], agency, told | {"answer": "open", "counted": True}
            )
        else:
            customer = 2 + place % (others - 1)
            yield _event(at, kind, "customer", account_of(1, 1), 1, {"customer": customer, **facts}, customer)


def _argued(turn: int, at: Any) -> dict[str, Any]:
    agency, account = _rival(turn)
    if turn % 7 == 0:
        told = {
            "account": account,
            "name": NAME,
            "key": same_key(NAME),
            "code": None,
            "answer": "closed",
            "counted": True,
        }
        return _event(at, "CustomerChecked", "account", account, agency, told)
    kind, facts = ARGUED[turn % len(ARGUED)]
    report = {"report": turn % REPORTS + 1} if kind.startswith("Report") else {}
    return _event(at, kind, "customer", account, agency, {"customer": 1, **report, **facts}, 1)


def _event(
    at: Any, kind: str, of: str, account: Any, agency: int, facts: dict[str, Any], subject: int = 0
) -> dict[str, Any]:
    return {
        "at": at, "kind": kind, "subject_kind": of, "subject_id": subject or account, "actor_id": account,
        "agency_id": agency, "facts": facts,
    }  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
