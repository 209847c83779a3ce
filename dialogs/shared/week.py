"""What a week begins with, in a line: in the digest, and under the picture."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.screen import Say, Wording, say
from dialogs.shared.words import in_a_line, so_many
from domain.deadlines.week import WeekFacts
from domain.projects.records import COUNTED


def week_line(facts: WeekFacts, ahead: Sequence[Wording] = ()) -> Say:
    """Of what there is none, nothing is said; that nothing moved is. `ahead`: what the job that drew the picture found besides."""
    moved = say("week-moved", count=so_many(facts.moved, COUNTED)) if facts.moved else say("week-still")
    told: list[Wording] = [*ahead, moved]
    told += [say("week-overdue", count=facts.overdue, silent=facts.silent)] if facts.overdue else []
    told += [say("week-ending", count=facts.ending, days=facts.days)] if facts.ending else []
    return say("week-line", facts=in_a_line(told))
