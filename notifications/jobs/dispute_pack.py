"""The job behind 争议材料: what a dispute about a customer is judged by, on paper to be read and in sheets to be searched.

The paper has everything but what was merely worked, where that would be more than `WORKED` lines: these stand in the sheets.
Absent: what it is made of (`domain.disputes.pack`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from dialogs.core.screen import Wording, say
from dialogs.disputes.lines import by, detail, pictures, what
from dialogs.shared.words import kind_of, signed
from domain.base.bilingual import joined, translated
from domain.base.json_values import JsonObject
from domain.base.policy import Policy
from domain.base.written import KeptFile
from domain.disputes import pack
from domain.disputes.pack import DisputePack, Party, ToldReport, ToldRequest
from domain.disputes.timeline import Aspect, Occurrence
from notifications.documents.printed import Clause, Pairs, Printed, Table, write
from notifications.documents.workbook import Book
from notifications.jobs.dispute_sheets import DisputeSheets
from notifications.jobs.working import Task

WORKED: Final = 500
"""Lines of projects, follow-ups and orders on paper; what was asked, reported, decided and seen stands there in any case."""
LONGEST_NAME: Final = 60
_NO_FILE: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def dispute_pack(task: Task) -> JsonObject:
    """The job: its `args` name the customer. Raises `NotFound`."""
    found = task.read(lambda work: pack.collect(work, task.args["customer"]))
    policy = task.read(lambda work: work.policy)
    paper = DisputePaper(found, policy, task.words)
    with TemporaryDirectory() as folder:
        printed = task.keep(write(paper.laid_out(), Path(folder) / "pack.pdf"))
        sheets = Path(folder) / "pack.xlsx"
        with Book(sheets, task.words) as book:
            DisputeSheets(task, book).write(found)
        kept = task.keep(sheets)
    return {
        "files": [
            {"sha256": printed, "name": f"{paper.file_name}.pdf"},
            {"sha256": kept, "name": f"{paper.file_name}.xlsx"},
        ]
    }


@dataclass(frozen=True, slots=True)
class DisputePaper:
    """`words` gives the plain text of a wording."""

    found: DisputePack
    policy: Policy
    words: Callable[[Wording], str]

    def say(self, key: str, **facts: str | int) -> str:
        return self.words(say(f"dispute-pdf-{key}", **facts))

    @property
    def file_name(self) -> str:
        """争议材料 深圳市星河联创电子有限公司 2026-11-22."""
        day = f"{self.found.at.astimezone(self.policy.zone):%Y-%m-%d}"
        return _NO_FILE.sub(" ", f"{self.say('title')} {self.found.customer.name[:LONGEST_NAME]} {day}")

    def laid_out(self) -> Printed:
        found = self.found
        return Printed(
            self.say("title"),
            (found.customer.name, self.say("made", at=self._moment(found.at), by=found.reader)),
            (
                self._customer(),
                self._table("parties", map(self._party, found.parties), (20, 16, 21, 21, 11, 11)),
                self._table("reports", map(self._report, found.reports), (17, 24, 22, 12, 25)),
                self._appeals(),
                self._table("decisions", self._decisions(), (18, 22, 13, 17, 30)),
                *self._timeline(),
            ),
            running=self.say("running", vendor=translated(self.policy.vendor), name=found.customer.name),
            page=self.say("page", page="{page}", pages="{pages}"),
            continued=self.say("continued"),
        )

    def _customer(self) -> Pairs:
        customer = self.found.customer
        held = customer.protected_until
        told: Sequence[tuple[str, Wording | None]] = (
            ("name", customer.name),
            ("code", customer.credit_code),
            ("state", say(f"dispute-state-{customer.state.value}")),
            ("holder", self.found.holder),
            (
                "until",
                f"{held:%Y-%m-%d}" if held is not None else say("dispute-endless") if self.found.holder else None,
            ),
            ("reserved", self.found.reserved_for),
            ("direct", say("dispute-yes") if self.found.direct else None),
            ("names", joined(self.found.names)),
            ("merged", joined(self.found.merged)),
        )
        return Pairs(self.say("customer"), [(self.say(label), self._text(value)) for label, value in told if value])

    def _table(self, name: str, rows: Iterator[tuple[str, ...]], widths: tuple[int, ...]) -> Table:
        head = self.say(f"{name}-head").split("|")
        return Table(self.say(name), head, list(rows), widths, self.say("none"))

    def _party(self, each: Party) -> tuple[str, ...]:
        agency = self.say("holds", agency=each.agency) if each.holds else each.agency
        asked, reported = (self._moment(at) if at is not None else "—" for at in (each.asked, each.reported))
        return agency, self.words(joined(each.people)) or "—", asked, reported, str(each.reports), str(each.appeals)

    def _report(self, each: ToldReport) -> tuple[str, ...]:
        report = each.report
        state = self._text(say(f"dispute-report-{report.state.value}"))
        decided = self._moment(report.decided_at) if report.decided_at is not None else ""
        ended = "\n".join(filter(None, (decided, self._text(report.reason))))
        name = report.profile.name if report.profile.name != self.found.customer.name else ""
        by_whom = "\n".join(filter(None, (f"{each.agency} {each.person}", name)))
        return report.number, by_whom, self._moment(report.submitted_at), state, ended

    def _appeals(self) -> Table:
        rows = (
            (
                each.appeal.number,
                f"{each.agency} {each.person}",
                self._moment(each.appeal.created_at),
                self._text(say(f"dispute-appeal-{each.appeal.state.value}")),
                self._with_pictures(self._text(each.appeal.reason), each.appeal.files),
            )
            for each in self.found.appeals
        )
        return self._table("appeals", rows, (17, 22, 22, 13, 26))

    def _decisions(self) -> Iterator[tuple[str, ...]]:
        for each in self.found.requests:
            for decision, by_whom in each.decisions:
                yield (
                    self._called(each),
                    self._moment(decision.at),
                    self._text(say(f"verb-{decision.verb.value}")),
                    self._text(signed(by_whom)),
                    self._with_pictures(self._text(decision.reason), decision.files),
                )

    def _with_pictures(self, told: str, files: Sequence[KeptFile]) -> str:
        return "\n".join(filter(None, (told, *map(self.words, pictures(files)))))

    def _called(self, each: ToldRequest) -> str:
        return f"{self._text(kind_of(each.approval))}\n{each.summary.number}"

    def _timeline(self) -> Iterator[Clause | Table]:
        found = self.found.occurrences
        worked = sum(each.aspect is Aspect.WORKED for each in found)
        whole = worked <= WORKED
        rows = (each for each in found if whole or each.aspect is not Aspect.WORKED)
        yield self._table("timeline", map(self._occurrence, rows), (9, 22, 23, 22, 24))
        if not whole:
            yield Clause(self.say("rest", count=worked))

    def _occurrence(self, each: Occurrence) -> tuple[str, ...]:
        told = "\n".join(self._text(fact) for fact in detail(each))
        return str(each.id), self._moment(each.at), self._text(by(each)), self._text(what(each)), told

    def _moment(self, at: datetime) -> str:
        """With the year and the second: a dispute may hang on it."""
        return f"{at.astimezone(self.policy.zone):%Y-%m-%d %H:%M:%S}"

    def _text(self, told: Wording) -> str:
        """As its reader reads it; a reason that was tapped has words in both languages."""
        return self.words(told if not isinstance(told, str) else say("dispute-pdf-words", text=told))
