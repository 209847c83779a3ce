"""`baobei import agencies`, `baobei import people`: a roster taken in, and one link a person in a file of its own.

The links are readable in that file alone. It is written before the links become good: one that is good and stands
nowhere would be lost with the process; one that stands there and never became good is made anew by the next run.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

import typer

from bot.cli import importing
from bot.cli.importing import Words
from bot.clock import Clock
from bot.process import inviting
from bot.serving.work import TOKEN_BYTES, DeskWork, work_for
from bot.settings import Settings
from dialogs.core.screen import say
from dialogs.imports import list_report as import_told
from domain.base import policy as policies
from domain.base.policy import Policy
from domain.imports import enrolling
from domain.imports.enrolling import Enrolled
from domain.imports.records import ImportFate, RowOutcome
from domain.jobs.records import Job, JobState
from domain.lists.report import ListReport
from domain.people import joining
from domain.people.records import AccountState
from notifications.documents.workbook import Book, Column, Value
from notifications.jobs.enrolling import HEADERS
from notifications.jobs.import_results import problem
from storage.engine import Connection
from storage.engine.database import Database

BATCH: Final = 20
"""Links a transaction."""
WIDTHS: Final[Mapping[str, int]] = {
    "row": 8,
    "company": 36,
    "person": 14,
    "type": 14,
    "fate": 22,
    "column": 18,
    "why": 48,
    "link": 60,
    "until": 18,
}


async def run(settings: Settings, kind: str, file: Path, words: Words, *, renew: bool = False) -> int:
    """The exit code, as `importing.run`. `renew`: a new link for everybody who hasn't come yet, older ones end."""
    policy, clock = policies.load(settings.policy), Clock(settings.clock_offset)
    bot = await inviting.bot_name(settings)  # first: without it there would be no links to make
    job = await importing.attended(
        settings, file, words, lambda work, sha256: enrolling.put(work, kind, sha256, file.name)
    )
    if job is None:
        return 1
    if job.state is not JobState.DONE:
        return importing.rested(job, words)
    db = await Database.open(settings.database_url)
    try:
        return await _Roster(db, policy, clock, words, kind, bot, renew).hand_out(job, file)
    finally:
        await db.close()


@dataclass(frozen=True)
class _Roster:
    """What is done with a roster whose rows are in."""

    db: Database
    policy: Policy
    clock: Clock
    words: Words
    kind: str
    bot: str | None
    renew: bool

    async def hand_out(self, job: Job, file: Path) -> int:
        list_ = str(job.args["file"])
        people = await self.db.read(lambda conn: enrolling.enrolled(self._work(conn), list_))
        told = await self.db.read(lambda conn: list(_told(conn, self, list_)))
        links: dict[int, str] = {
            each.account.id: secrets.token_urlsafe(TOKEN_BYTES) for each in people if self._wants(each)
        }
        until = self.clock.now() + timedelta(hours=self.policy.people.invitation_hours)
        out = _beside(file, self.words(say("import-result")))
        self._write(out, [*(self._line(each, links, until) for each in people), *told])
        made = 0
        accounts = list(links)
        for start in range(0, len(accounts), BATCH):
            some = {each: links[each] for each in accounts[start : start + BATCH]}
            made += await self.db.transact(partial(self._open, some))
        for line in self._counts(job, made):
            typer.echo(line)
        typer.echo(str(out))
        return 0

    def _work(self, conn: Connection) -> DeskWork:
        return work_for(conn, self.policy, self.clock.now())

    def _wants(self, each: Enrolled) -> bool:
        """Nobody's link ends because the list is brought again."""
        return each.account.state is AccountState.INVITED and (self.renew or not each.link_stands)

    def _open(self, links: Mapping[int, str], conn: Connection) -> int:
        work = self._work(conn)
        made = [
            joining.invite_enrolled(replace(work, secret=lambda token=token: token), account)  # type: ignore[misc]
            for account, token in links.items()
        ]
        return sum(each is not None for each in made)

    # --- the file -----------------------------------------------------------------------------------------------------

    def _write(self, out: Path, rows: Sequence[Sequence[Value]]) -> None:
        """For its owner's eyes alone."""
        os.close(os.open(out, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
        sheet = self.words(say("import-result"))
        with Book(out) as book:
            book.sheet(sheet, [Column(self.words(say(f"enrol-head-{each}")), width) for each, width in WIDTHS.items()])
            book.add(sheet, sorted(rows, key=lambda row: int(str(row[0]))))
        with out.open("rb") as written:
            os.fsync(written.fileno())

    def _line(self, each: Enrolled, links: Mapping[int, str], until: datetime) -> Sequence[Value]:
        account, token = each.account, links.get(each.account.id)
        fate = self.words(say("enrol-fate-imported" if each.fresh else "enrol-fate-standing"))
        type_ = self.words(say(f"type-{account.type.value}"))
        if token is not None:
            link = inviting.address(self.bot, token)
            good = f"{until.astimezone(self.policy.zone):%Y-%m-%d %H:%M}"
            return (each.row, each.company, account.name, type_, fate, "", "", link, good)
        why = self.words(say("enrol-link-stands" if account.state is AccountState.INVITED else "enrol-has-joined"))
        return (each.row, each.company, account.name, type_, fate, "", why)

    def refused(self, row: RowOutcome) -> Iterator[Sequence[Value]]:
        fate = self.words(say(f"import-fate-{row.fate.value}"))
        for each in row.found:
            if row.fate is ImportFate.CONFLICT:
                yield (row.row, "", row.name, "", fate, "", self.words(say("enrol-twice", row=each["row"])))
                continue
            column = self.words(HEADERS[self.kind].title(str(each["column"])))
            yield (row.row, "", row.name, "", fate, column, self.words(problem(each)))

    def _counts(self, job: Job, made: int) -> Iterator[str]:
        counts = job.result or {}
        yield self.words(say(f"enrol-outcome-{self.kind.replace('_', '-')}", imported=counts.get("imported", 0)))
        for fate in ("standing", "conflict", "refused"):
            if counts.get(fate):
                yield self.words(say(f"enrol-count-{fate}", count=counts[fate]))
        yield self.words(say("enrol-links", count=made))
        read = ListReport.of((job.checkpoint or {}).get("told", {}))
        yield from map(self.words, import_told.lines(read, HEADERS[self.kind].stem, {}))


def _told(conn: Connection, roster: _Roster, file: str) -> Iterator[Sequence[Value]]:
    """The rows that didn't come in, each with its reasons."""
    work = work_for(conn, roster.policy, roster.clock.now())
    after = 0
    while rows := work.imports.kept(file, after, 500, telling=True):
        after = rows[-1].row
        for row in rows:
            yield from roster.refused(row)


def _beside(file: Path, result: str) -> Path:
    """A name that no earlier result has: its links may be in use."""
    names = (f"{file.stem}-{result}{'' if number == 1 else f'-{number}'}.xlsx" for number in range(1, 10_000))
    return next(found for name in names if not (found := file.with_name(name)).exists())
