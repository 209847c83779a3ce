"""A follow-up report in one message: `客户动态：…`, and a line for each project that moved, `项目 状态 进展`.

Nothing is guessed in silence: what is understood goes into the form, whose summary is confirmed; every other line is part
of the dynamics.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.base.stage import Stage
from domain.names import same_key
from domain.projects.records import Project

_LABELLED = re.compile(r"\s*(?P<label>[^：:\n]{2,20}?)\s*[：:]\s*(?P<rest>.*)", re.DOTALL)
_COLON = re.compile(r"[：:]")
_LONGEST_NAME = 60
_NAME_WORDS = 12
"""Of how many words a project's name may be made in a line."""
_NEW_NAME_WORDS = 4
"""Of a new one, where a sentence could begin like it."""
_STAGE_WORDS = 2
"""小批 is one word, `pilot run` two."""


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """What one line says of a project: a known one, or a new one of that name."""

    name: str
    project: Project | None
    stage: Stage | None
    progress: str


@dataclass(frozen=True, slots=True)
class QuickFollowUp:
    """`dynamics` is empty when the message says nothing but projects."""

    dynamics: str
    lines: tuple[ProjectLine, ...]
    labelled: bool = False
    """The dynamics are said to be those."""


def read(
    text: str,
    known: Sequence[Project],
    stages: Mapping[str, Stage],
    labels: Sequence[str],
    another: Callable[[str], bool] = lambda line: False,
) -> QuickFollowUp:
    """`stages` are the words for stages in any language, `labels` those for 客户动态; `another` tells a line that is about
    another customer, of whom no project is made."""
    dynamics: list[str] = []
    lines: list[ProjectLine] = []
    place, labelled = 0, False
    for line in map(str.strip, text.splitlines()):
        if not line:
            dynamics += [""] if dynamics and dynamics[-1] else []  # between paragraphs
            continue
        rest = _without_label(line, labels)
        labelled = labelled or rest is not None
        found = None if rest is not None else _project(line, known, stages, may_be_new=place > 0)
        place += 1
        within = told_within(line, known, stages) if found is None else ()
        lines += within
        if found is not None and (found.project is not None or not another(line)):
            lines.append(found)
        else:
            dynamics.append(line if rest is None else rest)
    return QuickFollowUp("\n".join(dynamics).strip(), tuple(lines), labelled)


def stage_first(text: str, stages: Mapping[str, Stage]) -> tuple[Stage | None, str]:
    """`小批 首批已下单` of a project that is known from what stands on the screen."""
    spoken = _spoken(text, stages)
    if spoken is not None:
        return spoken
    for length in range(_STAGE_WORDS, 0, -1):
        words = text.split(maxsplit=length)
        stage = stages.get(" ".join(words[:length]).strip(":：").lower())
        if stage is not None:
            return stage, " ".join(words[length:]).strip()
    return None, text.strip()


def _spoken(text: str, stages: Mapping[str, Stage]) -> tuple[Stage, str] | None:
    """`转研发了，样机已跑`: that it moved there, and what stands behind."""
    found = _moved(tuple(stages)).match(text)
    return (stages[found["stage"].lower()], text[found.end() :].strip(_MARKS)) if found is not None else None


@lru_cache(maxsize=8)
def _moved(stages: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, stages), key=len, reverse=True))
    return re.compile(
        rf"\s*(?:{_BEFORE})*(?P<stage>{words})(?:阶段|节点)?[了啦]?(?:[{re.escape(_MARKS)}]+|$)", re.IGNORECASE
    )


_MARKS = " ，,。；;：:\u3000"
_BEFORE = r"已经?|现在?|目前|刚刚?|今天|上周|本周|转[到入至]?|进入?了?|到了?|改[为成]?|升[到至]?|moved to |now |is |in "
"""What people say before a stage that a project has come to."""


def told_within(text: str, known: Sequence[Project], stages: Mapping[str, Stage]) -> tuple[ProjectLine, ...]:
    """Of a sentence in which a known project comes to a stage: `今天去了白桦，无刷电钻进小批了，首批500片`."""
    found = []
    for project in known:
        _, between, behind = text.partition(project.name)
        told = _spoken(behind, stages) if between and len(project.name) > 1 else None
        if told is not None:
            found.append(ProjectLine(project.name, project, *told))
    return tuple(found)


def _without_label(line: str, labels: Sequence[str]) -> str | None:
    found = _LABELLED.match(line)
    return found["rest"] if found is not None and found["label"].strip() in labels else None


def _project(
    line: str, known: Sequence[Project], stages: Mapping[str, Stage], *, may_be_new: bool
) -> ProjectLine | None:
    words = _words(line)
    for length in range(min(_NAME_WORDS, len(words) - 1), 0, -1):
        key = same_key(" ".join(words[:length]))
        project = next((each for each in known if each.told.key == key), None)
        if project is not None:
            stage, progress = stage_first(" ".join(words[length:]), stages)
            return ProjectLine(project.name, project, stage, progress)
    return _new(line, stages) if may_be_new else None


def _new(line: str, stages: Mapping[str, Stage]) -> ProjectLine | None:
    """`水泵 主板 选型 对比三家`, `Pump board: pilot run first 500`: a name of several words ends where the colon or, among
    Chinese words, the stage stands."""
    words = _words(line)
    before = len(_words(_COLON.split(line, 1)[0])) if _COLON.search(line) else 0
    for length in range(1, min(_NEW_NAME_WORDS, len(words) - 1) + 1):
        name = " ".join(words[:length])
        sure = length in (1, before) or (not before and not any(each.isascii() for each in words[:length]))
        stage, progress = stage_first(" ".join(words[length:]), stages)
        if stage is not None and sure and progress and len(name) <= _LONGEST_NAME:
            return ProjectLine(name, None, stage, progress)
    return None


def _words(line: str) -> list[str]:
    return _COLON.sub(" ", line).split()
