"""What would become of the rows of a list of orders, told before anything is logged: the plan of what can come in, the rows that
are refused or wait, and the figures of the card."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from domain.imports.records import Problem
from domain.lists.report import ListReport
from domain.orders.listing.above import FillDown
from domain.orders.listing.cells import OfTitles, RowReader
from domain.orders.listing.columns import OrderColumn
from domain.orders.listing.holding import INCLUDED, HeldRows, Hold
from domain.orders.listing.judging import Judge, Judged
from domain.orders.listing.placing import Placed, Placing, Sums, Unplaced, whom_of
from domain.orders.listing.records import (
    CustomerDay,
    OrderRowFate,
)
from notifications.jobs.lists import Row, lines
from notifications.jobs.order_list_files import Groups, ToldRows, result_file
from notifications.jobs.working import Task

LOOKED_UP: Final = 400
"""Rows foreseen at once: that only reads."""
MOST_ASKED: Final = 200
MOST_MEANT: Final = 50
MOST_MONTHS: Final = 36
MOST_TAXED: Final = 1000
NET = frozenset({"net", "net-included"})


def sent_on(task: Task) -> date:
    """The day on which the list came, by which its late rows are told."""
    return task.read(lambda work: work.calendar.day_of(task.job.created_at))


def foresee(task: Task) -> None:
    """Nothing is changed, so it simply begins anew when it was cut off."""
    with tempfile.TemporaryDirectory() as folder:
        foreseen = _OrdersForeseen(task, Path(folder))
        with (foreseen.plan).open("w", encoding="utf-8") as plan, foreseen.told.open():
            foreseen.go(plan.write)
        kept = {"plan": task.keep(foreseen.plan) if foreseen.plan.stat().st_size else "", "look": foreseen.told.keep()}
        facts = foreseen.facts(kept["look"])
    task.note(
        done=0,
        total=facts["imported"] + facts["waits"],
        checkpoint={**task.checkpoint, "phase": "take", **kept, "foreseen": facts},
    )


class _OrdersForeseen:
    """What would become of the rows."""

    def __init__(self, task: Task, folder: Path) -> None:
        self._task = task
        self.plan = folder / "plan.jsonl"
        self.told = ToldRows(task, folder / "told.jsonl")
        report = ListReport.of(task.checkpoint["told"])
        policy, whom = task.read(
            lambda work: (work.policy, whom_of(work, task.args.get("names", {}), task.args.get("projects", {})))
        )
        day, said = sent_on(task), task.args.get("held", {})
        self._reader = RowReader(policy, day, OfTitles.of(report.columns), said.get(Hold.NET) == INCLUDED)
        self._placing, self._judge = Placing(whom), Judge(day, str(task.args.get("name", "")), said)
        self._above = FillDown()
        self._without: list[Unplaced] = []
        self.net = set[int]()
        """Customers with prices without tax."""
        self.sums, self.groups, self.waiting = Sums(), Groups(), HeldRows()
        self.counts = dict.fromkeys(("imported", "returns", "late", *(each.value for each in OrderRowFate)), 0)

    def go(self, write: Callable[[str], object]) -> None:
        placed: list[Placed] = []
        for rows in _in_order(self._task):
            placed += filter(None, map(self._placed, rows))
            self._task.obey()
        placed.sort(key=lambda each: (each.row.day, each.customer.id, each.row.row))
        if self._task.read(self._judge.sent_again):
            for portion in _portions(placed):
                self._task.read(lambda work, portion=portion: self._judge.recognise(work, portion))  # type: ignore[misc]
                self._task.obey()
        for portion in _portions(placed):
            judged = self._task.read(lambda work, portion=portion: self._judge.judge(work, portion))  # type: ignore[misc]
            for _, several in groupby(judged, key=lambda each: (each.placed.customer.id, each.placed.row.day)):
                self._day(list(several), write)
            self._task.obey()
        self._wait(write)

    def _wait(self, write: Callable[[str], object]) -> None:
        """What has no project yet, a customer's rows together: one draft and one question."""
        self._without.sort(key=lambda each: (each.customer.id, each.row.day, each.row.row))
        for start in range(0, len(self._without), LOOKED_UP):
            several = self._without[start : start + LOOKED_UP]
            planned: list[Unplaced] = []
            looked = self._task.read(lambda work, several=several: self._judge.without_project(work, several))  # type: ignore[misc]
            for each, wrong, said in looked:
                if wrong:
                    self._refused(each.row.row, wrong)
                    continue
                self.counts[OrderRowFate.WAITS if said else OrderRowFate.HELD] += 1
                self.told.add(
                    each.row.row, OrderRowFate.WAITS if said else OrderRowFate.HELD, [each.why, *each.row.remarks]
                )
                if said:
                    planned.append(each)
                else:
                    self.waiting.add(each.row.row, Hold.PROJECT, [each.why])
            for (customer, day), rows in groupby(planned, key=lambda each: (each.customer.id, each.row.day)):
                of = CustomerDay(customer, day, tuple(each.planned for each in rows))
                write(json.dumps(of.to_json(), ensure_ascii=False) + "\n")

    def _placed(self, row: Row) -> Placed | None:
        number, *said = row
        cells, marks = self._above.filled(*said)
        read = self._reader.read(number, cells, marks)
        if isinstance(read, list):
            self._refused(number, read)
            return None
        placed = self._placing.place(read)
        if placed is None:
            self.counts[OrderRowFate.LEFT] += 1
            self.told.add(number, OrderRowFate.LEFT)
        elif isinstance(placed, Problem):
            self._refused(number, [placed])
        elif isinstance(placed, Unplaced):
            self._without.append(placed)
        else:
            return placed
        return None

    def _refused(self, number: int, problems: Sequence[Problem]) -> None:
        self.counts[OrderRowFate.REFUSED] += 1
        self.groups.add("wrong", number, problems)
        self.told.add(number, OrderRowFate.REFUSED, problems)

    def _day(self, rows: Sequence[Judged], write: Callable[[str], object]) -> None:
        """All of a customer's day: what can come in is one line of the plan."""
        planned, seen = [], dict[object, int]()
        for each in rows:
            row = each.placed.row
            if each.known:
                self.counts[OrderRowFate.KNOWN] += 1
                self.told.add(row.row, OrderRowFate.KNOWN, order=each.known.order.number)
                continue
            if each.wrong:
                self._refused(row.row, each.wrong)
                continue
            remarks = [*each.remarks, *_twin(each.placed, seen)]
            self.groups.add("remark", row.row, remarks)
            if each.held:
                self._held(each, remarks)
                continue
            if remarks:
                self.told.add(row.row, OrderRowFate.LOGGED, remarks, order=each.changes.number if each.changes else "")
            self._comes_in(each)
            planned.append(each.planned)
        if planned:
            first = rows[0].placed
            claimed = tuple(line for each in rows if each.known for line in each.known.lines)
            day = CustomerDay(first.customer.id, first.row.day, tuple(planned), claimed)
            write(json.dumps(day.to_json(), ensure_ascii=False) + "\n")

    def _comes_in(self, each: Judged) -> None:
        row = each.placed.row
        self.counts["imported"] += 1
        self.counts["late"] += each.late
        if any(remark.code in NET for remark in row.remarks):
            self.net.add(each.placed.customer.id)
        if each.correction is not None:
            self.counts[OrderRowFate.CORRECTED] += 1
            return
        self.counts["returns"] += row.quantity < 0
        self.sums.add(row)

    def _held(self, each: Judged, remarks: Sequence[Problem]) -> None:
        row, order = each.placed.row.row, each.changes.number if each.changes else ""
        self.counts[OrderRowFate.HELD] += 1
        for hold, problems in each.held.items():
            self.waiting.add(row, hold, problems, order)
        waits = [problem for problems in each.held.values() for problem in problems]
        self.told.add(row, OrderRowFate.HELD, [*waits, *remarks], order=order)

    def facts(self, look: str) -> dict[str, Any]:
        """As the job's checkpoint keeps them."""
        asked = sorted(self._placing.asked.values(), key=lambda each: (each.kind, -each.count, each.row))
        facts: dict[str, Any] = {
            **self.counts,
            "months": self.sums.to_json()[-MOST_MONTHS:],
            "asked": [
                {"kind": each.kind, "key": each.key, "typed": each.typed, "row": each.row, "count": each.count}
                | {"offered": list(each.offered), "of": each.of}
                for each in asked[:MOST_ASKED]
            ],
            "meant": [
                {"kind": kind, "typed": typed, "meant": meant, "count": count}
                for (kind, typed), (meant, count) in list(self._placing.meant.items())[:MOST_MEANT]
            ],
            "groups": self.groups.to_json(),
            "waiting": self.waiting.to_json(),
            "net": sorted(self.net)[:MOST_TAXED],
        }
        if look:
            facts["file"] = result_file(self._task, "orders-list-look", look, None)
        return facts


def _twin(placed: Placed, seen: dict[object, int]) -> Iterator[Problem]:
    """Word for word what stands further up, or all but the price."""
    same = placed.planned
    key = (same.project, same.quantity, same.currency, same.batches, same.reference)
    if (twin := seen.get((*key, same.price))) is not None:
        yield Problem(OrderColumn.QUANTITY, "twin", str(same.quantity), str(twin))
    elif (near := seen.get(key)) is not None:
        yield Problem(OrderColumn.PRICE, "near", same.price or "", str(near))
    seen.setdefault((*key, same.price), same.row)
    seen.setdefault(key, same.row)


def _in_order(task: Task) -> Iterator[Sequence[Row]]:
    offset = 0
    while True:
        rows, offset = lines(task, offset, LOOKED_UP)
        if not rows:
            return
        yield rows


def _portions(placed: Sequence[Placed]) -> Iterator[Sequence[Placed]]:
    """Days of customers are never cut."""
    begin = 0
    while begin < len(placed):
        end = min(begin + LOOKED_UP, len(placed))
        while end < len(placed) and _day_of(placed[end]) == _day_of(placed[end - 1]):
            end += 1
        yield placed[begin:end]
        begin = end


def _day_of(placed: Placed) -> tuple[int, date]:
    return placed.customer.id, placed.row.day
