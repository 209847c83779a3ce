"""Projects of a customer: stages and what is told of one (domain.md, section 7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    CONTACT = "contact"
    SELECTION = "selection"
    DEVELOPMENT = "development"
    PILOT = "pilot"
    PRODUCTION = "production"
    PAUSED = "paused"
    ENDED = "ended"


ADVANCE = (Stage.CONTACT, Stage.SELECTION, Stage.DEVELOPMENT, Stage.PILOT, Stage.PRODUCTION)
"""From the first contact to mass production; a paused or ended project has no place in it."""


class Milestone(StrEnum):
    SAMPLE = "sample"
    PILOT = "pilot"
    PRODUCTION = "production"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstProject:
    """A project as a report tells it. `yearly` is in pieces a year; `due` an ISO date or month (`2027-03`)."""

    name: str
    domain: str
    mcu: str
    stage: Stage
    progress: str
    yearly: int
    milestone: Milestone
    due: str
    note: str = ""


def most_advanced(stages: Iterable[Stage]) -> Stage | None:
    """The customer's stage: that of its most advanced project that is neither paused nor ended."""
    moving = [stage for stage in stages if stage in ADVANCE]
    return max(moving, key=ADVANCE.index, default=None)
