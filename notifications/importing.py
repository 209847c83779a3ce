"""The job that takes a list of customers in: read → foreseen → (asked) → taken in → look-alikes → result file.

Each phase goes on where it was: read rows lie in the content store, the checkpoint says how far into them we are, and
what became of a row stands in the records. Wording: `import-…` in the catalogues.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from decimal import Decimal
from functools import cache
from pathlib import Path, PurePath
from typing import Any, Final

from dialogs.core.screen import Say, say
from dialogs.lookalikes import alike_key
from domain import importing
from domain.import_checks import Checker
from domain.import_undoing import ImportTakenBack
from domain.imports import Clash, Column, CustomersBrought, Fate, Settled, Undone
from domain.names import Reason
from domain.work import Work
from notifications.documents.workbook import Book, Value
from notifications.documents.workbook import Column as Titled
from notifications.jobs import Task
from notifications.list_header import CUSTOMERS
from notifications.lists import Row, lines, read_in, template

GROUPED: Final = 12
"""Rows that are named of each kind of remark; a list may have thousands."""
MOST_GROUPS: Final = 30
MOST_TOLD: Final = 20_000
"""Rows of the file that tells what would become of them."""
COMPARED: Final = 100
BATCH: Final = 50
"""Rows a transaction: those who serve people wait no longer than for so many."""
RESULT: Final[Mapping[str, int]] = {
    "row": 8,
    "name": 36,
    "fate": 16,
    "column": 18,
    "why": 48,
    "other": 36,
    "agency": 20,
    "person": 12,
    "until": 12,
    "score": 8,
    "reasons": 24,
}
"""The columns of the result with their widths."""
LOOKED_UP: Final = 400
"""Rows foreseen at once: that only reads."""


def import_customers(task: Task) -> Mapping[str, Any]:
    """The kind of job."""
    if "rows" not in task.checkpoint:
        read_in(task, CUSTOMERS, "foresee")
    check = cache(lambda: task.read(lambda work: importing.checker(work, task.args)))  # all people of all agencies
    if "foreseen" not in task.checkpoint:
        _foresee(task, check)
        if task.args.get("ask"):
            task.rest(task.checkpoint["foreseen"])
    _take_in(task, check)
    _compare(task)
    task.commit(lambda work: work.events.record(CustomersBrought(job=task.job.id)))
    return result(task)


def list_template(task: Task) -> Mapping[str, Any]:
    """The kind of job that makes an empty list."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        template(path, CUSTOMERS, task.words)
        return {"file": {"sha256": task.keep(path), "name": f"{task.words(say('import-template-name'))}.xlsx"}}


def take_back(task: Task) -> Mapping[str, Any]:
    """The kind of job that takes an import back."""
    job, by = int(task.args["import"]), task.job.account_id
    while True:
        at = task.checkpoint or {"row": 0, "taken_back": 0, "kept": 0}
        undone = task.commit(lambda work, at=at: _undo(work, job, at, by))  # type: ignore[misc]
        if undone.last is None:
            break
        so_far = {key: at[key] + getattr(undone, key) for key in ("taken_back", "kept")}
        task.note(done=so_far["taken_back"] + so_far["kept"], checkpoint={"row": undone.last, **so_far})
    told = {key: task.checkpoint.get(key, 0) for key in ("taken_back", "kept")}
    task.commit(lambda work: work.events.record(ImportTakenBack(job=job, count=told["taken_back"])))
    return told


def _undo(work: Work, job: int, at: Mapping[str, Any], by: int | None) -> Undone:
    return work.imports.undo(job, int(at["row"]), BATCH, work.now, by)


def _at(task: Task, **more: Any) -> dict[str, Any]:
    return {**task.checkpoint, **more}


# --- foreseeing -------------------------------------------------------------------------------------------------------


def _foresee(task: Task, check: Callable[[], Checker]) -> None:
    """Counts what would become of the rows, and writes down those that need looking at. Nothing is changed, so it simply
    begins anew when it was cut off."""
    foreseen = _Foreseen(task, check())
    for rows in _in_order(task):
        foreseen.add(rows)
        task.note(done=foreseen.done)
    checkpoint = _at(task, phase="take", foreseen=foreseen.facts())
    task.note(done=0, checkpoint=checkpoint)


def _in_order(task: Task) -> Iterator[Sequence[Row]]:
    offset = 0
    while True:
        rows, offset = lines(task, offset, LOOKED_UP)
        if not rows:
            return
        yield rows


class _Foreseen:
    """What would become of the rows so far."""

    def __init__(self, task: Task, check: Checker) -> None:
        self._task = task
        self._file = importing.listing(task.args)
        self._check = check
        self._seen: dict[str, int] = {}
        """Name or code → the row of the list that has it."""
        self._counted = Counter[str]()
        self._groups: dict[tuple[str, str, str], dict[str, Any]] = {}
        self._told: list[Settled] = []
        self.done = 0

    def add(self, rows: Sequence[Row]) -> None:
        told: list[Settled] = []
        entries = []
        for row, cells, marks in rows:
            checked = self._check.check(row, cells, marks)
            if isinstance(checked, list):
                told.append(importing.refusal(row, cells, checked))
                continue
            keys = {checked.key, checked.profile.credit_code or checked.key}
            earlier = min((self._seen[key] for key in keys if key in self._seen), default=None)
            if earlier is not None:
                told.append(importing.twice(checked, earlier))
                continue
            self._seen |= dict.fromkeys(keys, row)
            entries.append(checked)
        settled = self._task.read(lambda work: importing.foresee(work, self._file, entries))
        told += [importing.with_remarks(each, entry) for each, entry in zip(settled, entries, strict=True)]
        for each in sorted(told, key=lambda each: each.row):
            self._tell(each)
        self.done += len(rows)

    def _tell(self, settled: Settled) -> None:
        self._counted[settled.fate] += 1
        for found in settled.found:
            facts = found
            if found.get("clash") == Clash.TWICE:
                kind, key = "clash", str(found["row"])
                facts = {"column": Column.NAME.value, "code": Clash.TWICE.value, "typed": "", "hint": key}
            elif "clash" in facts:  # its fate tells it
                continue
            else:
                kind, key = "wrong" if settled.fate is Fate.REFUSED else "remark", str(facts["code"])
            group = self._groups.setdefault((kind, facts["column"], key), {**facts, "rows": [], "count": 0})
            group["count"] += 1
            if (facts["typed"], facts["hint"]) != (group["typed"], group["hint"]):
                group["various"] = True
            if len(group["rows"]) < GROUPED:
                group["rows"].append(settled.row)
        if settled.found and len(self._told) < MOST_TOLD:
            self._told.append(settled)

    def facts(self) -> dict[str, Any]:
        """As the job's checkpoint keeps them."""
        groups = [{"kind": kind, **group} for (kind, _, _), group in self._groups.items()]
        counts = {fate.value: self._counted[fate] for fate in Fate}
        return {**counts, "groups": groups[:MOST_GROUPS], **self._file_of_told()}

    def _file_of_told(self) -> dict[str, Any]:
        if not self._told or not self._task.args.get("ask"):
            return {}
        return {"file": _workbook_of(self._task, "import-to-look-at", iter(self._told))}


# --- taking in --------------------------------------------------------------------------------------------------------


def _take_in(task: Task, check: Callable[[], Checker]) -> None:
    if task.checkpoint["phase"] != "take":
        return
    file, job = importing.listing(task.args), int(task.job.id)
    checker = check()

    def checked(offset: int) -> tuple[list[importing.Checked], int]:
        rows, behind = lines(task, offset, BATCH)
        return importing.checked(checker, rows), behind

    with ThreadPoolExecutor(1) as ahead:  # the next rows are checked while the disk takes these in
        following = ahead.submit(checked, int(task.checkpoint.get("offset", 0)))
        while (found := following.result())[0]:
            rows, offset = found
            following = ahead.submit(checked, offset)
            task.commit(
                lambda work, rows=rows: importing.settle(work, file, job, rows),  # type: ignore[misc]
                done=task.job.done + len(rows),
                checkpoint=_at(task, offset=offset),
            )
    task.note(done=0, checkpoint=_at(task, phase="compare", row=0))


def _compare(task: Task) -> None:
    """Look-alikes are looked for when all are in: so rows of one list are compared with each other, too."""
    if task.checkpoint["phase"] != "compare":
        return
    file, job = importing.listing(task.args), int(task.job.id)
    while True:
        after = int(task.checkpoint["row"])
        rows = task.read(lambda work, after=after: work.imports.kept(file, after, COMPARED))  # type: ignore[misc]
        if not rows:
            break
        alike = task.read(lambda work, rows=rows: importing.alike(work, file, rows))  # type: ignore[misc]
        task.commit(
            lambda work, alike=alike: work.imports.keep(file, job, alike),  # type: ignore[misc]
            done=task.job.done + len(rows),
            checkpoint=_at(task, row=rows[-1].row),
        )
    task.note(checkpoint=_at(task, phase="result"))


# --- the result file --------------------------------------------------------------------------------------------------


def result(task: Task, columns: Sequence[Column] = tuple(Column)) -> Mapping[str, Any]:
    """What became of the rows, with the file that tells of those that didn't come in; `columns` are the list's own."""
    file = importing.listing(task.args)
    tally = asdict(task.read(lambda work: work.imports.tally(file)))
    if not (tally["alike"] or tally["conflict"] or tally["refused"]):
        return tally
    return {**tally, "file": _workbook_of(task, "import-result", None, columns)}


def _workbook_of(
    task: Task, called: str, told: Iterable[Settled] | None, columns: Sequence[Column] = tuple(Column)
) -> Mapping[str, str]:
    """What is told row by row (None: what was kept of the file), and the rows to be mended, as a file."""
    name = f"{PurePath(str(task.args['name'])).stem[:60]}-{task.words(say(called))}.xlsx"
    several = None if told is None else list(told)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "result.xlsx"
        with Book(path) as book:
            _write(task, book, called, columns, lambda: _kept(task) if several is None else iter(several))
        return {"sha256": task.keep(path), "name": name}


def _write(
    task: Task, book: Book, called: str, columns: Sequence[Column], rows: Callable[[], Iterator[Settled]]
) -> None:
    words = _Words(task)
    told, mend = words.of(say(called)), words.of(say("import-to-mend"))
    book.sheet(told, [Titled(words.of(say(f"import-head-{each}")), width) for each, width in RESULT.items()])
    book.sheet(mend, [Titled(words.of(say(f"import-column-{column.value}")), 18) for column in columns])
    book.add(told, (line for each in rows() for line in words.lines(each)))
    book.add(mend, _to_mend(task, (each.row for each in rows() if each.fate is Fate.REFUSED), columns))


def _kept(task: Task) -> Iterator[Settled]:
    file, after = importing.listing(task.args), 0
    while rows := task.read(lambda work, after=after: work.imports.kept(file, after, LOOKED_UP, telling=True)):  # type: ignore[misc]
        yield from rows
        after = rows[-1].row
        task.obey()


def _to_mend(task: Task, refused: Iterator[int], columns: Sequence[Column]) -> Iterator[Sequence[Value]]:
    """The refused rows as they were, to be corrected and sent again."""
    wanted, offset = next(refused, None), 0
    while wanted is not None:
        rows, offset = lines(task, offset, LOOKED_UP)
        if not rows:
            return
        for number, cells, _ in rows:
            if number == wanted:
                yield [cells.get(column.value) for column in columns]
                wanted = next(refused, None)


class _Words:
    """The result's words in one language, each sentence made once."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._known: dict[str, str] = {}

    def of(self, words: Say) -> str:
        if words.args:
            return self._task.words(words)
        if words.key not in self._known:
            self._known[words.key] = self._task.words(words)
        return self._known[words.key]

    def lines(self, row: Settled) -> Iterable[Sequence[Value]]:
        fate = self.of(say(f"import-fate-{'alike' if row.fate is Fate.IMPORTED else row.fate.value}"))
        match row.fate:
            case Fate.REFUSED:
                for each in row.found:
                    column = self.of(say(f"import-column-{each['column']}"))
                    yield (row.row, row.name, fate, column, self.of(problem(each)))
            case Fate.STANDING:
                return
            case Fate.CONFLICT:
                for each in row.found:
                    other = (each["name"], each["agency"], each["person"], each["until"])
                    yield (
                        row.row,
                        row.name,
                        fate,
                        "",
                        self.of(say(f"import-clash-{each['clash']}", row=each["row"])),
                        *other,
                    )
            case Fate.IMPORTED:
                for each in row.found:
                    if "code" in each:  # how it would be taken in
                        column = self.of(say(f"import-column-{each['column']}"))
                        yield (row.row, row.name, self.of(say("import-fate-remark")), column, self.of(remark(each)))
                        continue
                    other = (each["name"], each["agency"], each["person"], each["until"])
                    why = self.of(say("import-alike", row=each["row"]))
                    yield (row.row, row.name, fate, "", why, *other, Decimal(each["score"]), self.of(reasons(each)))


def reasons(facts: Mapping[str, Any]) -> Say:
    """Kept by the word of our own language; told in the reader's."""
    return say("import-reasons", reasons=tuple(say(alike_key(Reason(each))) for each in facts["reasons"]))


def remark(facts: Mapping[str, Any]) -> Say:
    """The sentence of a cell that is taken in a certain way."""
    return say(f"import-remark-{facts['code']}", typed=str(facts["typed"]), hint=str(facts["hint"]))


def problem(facts: Mapping[str, Any]) -> Say:
    """The sentence of a refused cell."""
    return say(f"import-wrong-{facts['code']}", typed=str(facts["typed"]), hint=str(facts["hint"]))
