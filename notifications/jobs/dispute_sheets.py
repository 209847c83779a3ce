"""The sheets of a dispute pack: reports, decisions and everything that happened, to be filtered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typing_extensions import override

from dialogs.core.file_names import all_named
from dialogs.core.screen import Wording, say
from dialogs.disputes.lines import detail, what
from dialogs.shared.words import kind_of, signed
from domain.base.bilingual import translated
from domain.base.written import KeptFile
from domain.disputes.pack import DisputePack
from notifications.documents.workbook import Value
from notifications.jobs.exporting import SheetWriter

SHEETS: Mapping[str, tuple[str, ...]] = {
    "timeline": ("event", "at", "aspect", "agency", "person", "what", "detail"),
    "reports": ("number", "name", "code", "agency", "person", "submitted", "state", "decided", "reason"),
    "decisions": ("number", "kind", "agency", "level", "verb", "by", "at", "reason", "pictures"),
    "appeals": ("number", "name", "agency", "person", "at", "state", "reason", "pictures"),
}
WIDE = frozenset({"name", "what", "detail", "reason", "by"})
FORMATS: Mapping[str, str] = dict.fromkeys(("at", "submitted", "decided"), "yyyy-mm-dd hh:mm:ss")


class DisputeSheets(SheetWriter[DisputePack]):
    stem, columns, broad, formats = "dispute-", SHEETS, WIDE, FORMATS

    @override
    def write(self, each: DisputePack) -> None:
        self.add("timeline", self._timeline(each))
        self.add("reports", self._reports(each))
        self.add("decisions", self._decisions(each))
        self.add("appeals", self._appeals(each))

    def _timeline(self, found: DisputePack) -> list[tuple[Value, ...]]:
        return [
            (
                each.id,
                self.at(each.at),
                self.word(f"dispute-aspect-{each.aspect.value}"),
                self.words(translated(each.agency)),
                each.person or self.word("dispute-system"),
                self.words(what(each)),
                "\n".join(map(self.words, detail(each))),
            )
            for each in found.occurrences
        ]

    def _reports(self, found: DisputePack) -> list[tuple[Value, ...]]:
        return [
            (
                each.report.number,
                each.report.profile.name,
                each.report.profile.credit_code,
                each.agency,
                each.person,
                self.at(each.report.submitted_at),
                self.word(f"dispute-report-{each.report.state.value}"),
                self.at(each.report.decided_at) if each.report.decided_at is not None else None,
                self._told(each.report.reason),
            )
            for each in found.reports
        ]

    def _decisions(self, found: DisputePack) -> list[tuple[Value, ...]]:
        return [
            (
                each.summary.number,
                self.words(kind_of(each.approval)),
                each.agency,
                decision.level,
                self.word(f"verb-{decision.verb.value}"),
                self.words(signed(by)),
                self.at(decision.at),
                self._told(decision.reason),
                self._named(decision.files),
            )
            for each in found.requests
            for decision, by in each.decisions
        ]

    def _appeals(self, found: DisputePack) -> list[tuple[Value, ...]]:
        return [
            (
                each.appeal.number,
                each.appeal.name,
                each.agency,
                each.person,
                self.at(each.appeal.created_at),
                self.word(f"dispute-appeal-{each.appeal.state.value}"),
                each.appeal.reason,
                self._named(each.appeal.files),
            )
            for each in found.appeals
        ]

    def _named(self, files: Sequence[KeptFile]) -> str:
        return "\n".join(self.words(each) for each in all_named(each.name for each in files))

    def _told(self, reason: Wording) -> str:
        """A reason that was tapped has words in both languages."""
        return self.words(say("dispute-pdf-words", text=reason))
