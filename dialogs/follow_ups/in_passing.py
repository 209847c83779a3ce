"""What a line of a project's progress tells beside it: `首批顺利，年预期 200万，节点改到明年6月`.

Only what is named by its label, and can be read to its end, is taken out of the progress; everything else stays there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dialogs.core.ask import Ask
from dialogs.core.field import Asking, Field, Option, Took
from dialogs.core.labels import Wordings
from dialogs.core.screen import Json
from dialogs.reports.report_customer import Project
from dialogs.shared.words import milestone
from domain.projects.records import Milestone

_BECOMES = (
    r"(?:\s|[:：=]|→|->|现在?|已经?|仍|预计|是|为|改[为成到]?|调整?[为成到至]?|上调[为到至]?|下调[为到至]?|提[高前][到至]|增加?[到至]"
    r"|降[低]?[到至]|推迟?[到至]|延[后期][到至]|is now|is|now|to|moved to)*"
)
_COMPARED = r"(?<![比较占超低高过])"
_END = r"(?=\s*(?:[，,；;。.!！、\n]|$))"
_REST = r"(?P<value>[^，；;。\n]{1,40}?)"
TOO_COMMON = frozenset({"时间", "用量", "date", "due"})
"""Words of which a sentence may be full."""
MILESTONES = tuple(Option(each.value, milestone(each)) for each in Milestone)
_AROUND = " \t，,；;。、\u3000"


@dataclass(frozen=True, slots=True)
class Passing:
    """`progress`: what is left of it."""

    progress: str
    values: dict[str, Json]


def told_in_passing(progress: str, wordings: Wordings, ask: Ask) -> Passing:
    """The yearly expectation, and the milestone with its day."""
    synonyms = Project.synonyms(ask)

    def labels(*fields: Field[object]) -> list[str]:
        words = (word for each in fields for word in wordings(Project.declared.label(each)))
        also = (word for each in fields for word in synonyms.get(each.name, ()))
        return [each for each in (*words, *also) if each not in TOO_COMMON]

    def heard(field: Field[object], text: str, options: Sequence[Option] = ()) -> Took | None:
        hearing = field.pasted(text, Asking(ask.today, wordings, lambda: options))
        return hearing if isinstance(hearing, Took) else None

    def yearly(text: str) -> dict[str, Json]:
        """One that wasn't meant exactly (约200万) stays with its words."""
        took = heard(Project.yearly, text)
        return {} if took is None or took.shown is not None else {"yearly": took.value}

    def due(text: str) -> dict[str, Json]:
        first, _, rest = text.partition(" ")
        which = heard(Project.milestone, first, MILESTONES)
        day = heard(Project.due, rest if which is not None else text)
        return {} if day is None else {**({"milestone": which.value} if which is not None else {}), "due": day.value}

    return taken_out(progress, ((labels(Project.yearly), yearly), (labels(Project.milestone, Project.due), due)))


Read = Callable[[str], dict[str, Json]]
"""What a text says; nothing where it can't be read to its end."""


def taken_out(progress: str, asked: Collection[tuple[Collection[str], Read]]) -> Passing:
    """Each of the `asked` is some labels, and what reads what stands behind one. What is said twice is left."""
    values: dict[str, Json] = {}
    for labels, read in asked:
        told = list(_told(frozenset(labels)).finditer(progress))
        said, length = _longest(told[0]["value"], read) if len(told) == 1 else ({}, 0)
        if said:
            values |= said
            end = told[0].start("value") + length
            progress = _joined(progress[: told[0].start()].rstrip(_AROUND), progress[end:].lstrip(_AROUND))
    return Passing(progress, values)


def _longest(value: str, read: Read) -> tuple[dict[str, Json], int]:
    """What its first words say, as many as can be read; none where a number goes on behind them."""
    for end in (len(value), *(each.start() for each in reversed(list(_BLANK.finditer(value))))):
        if (said := read(value[:end].strip())) and not _GOES_ON.match(value[end:]):
            return said, end
    return {}, 0


_BLANK = re.compile(r"\s+")
_GOES_ON = re.compile(r"\s*(?:[\d~－—–-]|[万千亿kw多余]|到|至|以[上下内]|左右|or|to|或)", re.IGNORECASE)


def _joined(before: str, behind: str) -> str:
    mark = "，" if any("\u4e00" <= each <= "\u9fff" for each in before + behind) else ", "
    return mark.join(filter(None, (before, behind)))


@lru_cache(maxsize=16)
def _told(labels: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return re.compile(rf"{_COMPARED}(?:{words}){_BECOMES}{_REST}{_END}", re.IGNORECASE)
