"""What would become of a list's rows, counted and told before anything is taken in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from domain.imports.records import Clash, Column, ImportFate, RowOutcome
from notifications.jobs.import_results import workbook_of
from notifications.jobs.lists import Row, lines, some_of
from notifications.jobs.working import Task

GROUPED: Final = 12
"""Rows that are named of each kind of remark; a list may have thousands."""
MOST_TOLD: Final = 20_000
"""Rows of the file that tells what would become of them."""
LOOKED_UP: Final = 400
"""Rows foreseen at once: that only reads."""


class Foreseen(ABC):
    """What would become of the rows so far. Nothing is changed, so it simply begins anew when it was cut off."""

    columns: Sequence[Column] = tuple(Column)

    def __init__(self, task: Task) -> None:
        self._task = task
        self._counted = Counter[str]()
        self._groups: dict[tuple[str, str, str], dict[str, Any]] = {}
        self._told: list[RowOutcome] = []
        self._done = 0

    @abstractmethod
    def add(self, rows: Sequence[Row]) -> None:
        """Each of the rows is to be told (`tell`)."""

    def go(self) -> None:
        """All rows; the checkpoint then has what is to be told, and goes on with taking in."""
        for rows in _in_order(self._task):
            self.add(rows)
            self._done += len(rows)
            self._task.note(done=self._done)
        facts = {**self._task.checkpoint, "phase": "take", "foreseen": self._facts()}
        self._task.note(done=0, checkpoint=facts)

    def tell(self, several: Sequence[RowOutcome]) -> None:
        for each in sorted(several, key=lambda each: each.row):
            self._tell(each)

    def _tell(self, outcome: RowOutcome) -> None:
        self._counted[outcome.fate] += 1
        for found in outcome.found:
            facts = found
            if found.get("clash") == Clash.TWICE:
                by = str(found.get("by", ""))
                kind, key = "clash", f"{found['row']} {by}"
                facts = {
                    "column": (Column.CODE if by == "code" else Column.NAME).value,
                    "code": Clash.TWICE.value,
                    "typed": by,
                    "hint": str(found["row"]),
                }
            elif "clash" in facts:  # its fate tells it
                continue
            elif "reasons" in facts:
                kind, key = "remark", "alike"
                facts = {"column": Column.NAME.value, "code": key, "typed": outcome.name, "hint": found["name"]}
            else:
                kind, key = "wrong" if outcome.fate is ImportFate.REFUSED else "remark", str(facts["code"])
            group = self._groups.setdefault((kind, facts["column"], key), {**facts, "rows": [], "count": 0})
            if outcome.row in group["rows"]:
                continue
            group["count"] += 1
            if (facts["typed"], facts["hint"]) != (group["typed"], group["hint"]):
                group["various"] = True
            if len(group["rows"]) < GROUPED:
                group["rows"].append(outcome.row)
        if outcome.found and len(self._told) < MOST_TOLD:
            self._told.append(outcome)

    def _facts(self) -> dict[str, object]:
        """As the job's checkpoint keeps them."""
        groups = some_of([{"kind": kind, **group} for (kind, _, _), group in self._groups.items()])
        counts = {fate.value: self._counted[fate] for fate in ImportFate}
        return {**counts, "groups": groups, **self._file_of_told()}

    def _file_of_told(self) -> dict[str, object]:
        if not self._told or not self._task.args.get("ask"):
            return {}
        return {"file": workbook_of(self._task, "import-to-look-at", iter(self._told), self.columns)}


def _in_order(task: Task) -> Iterator[Sequence[Row]]:
    offset = 0
    while True:
        rows, offset = lines(task, offset, LOOKED_UP)
        if not rows:
            return
        yield rows
