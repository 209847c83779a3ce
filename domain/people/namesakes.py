"""Agencies that are called, or were called, what a company calls itself: for whoever decides about its name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from domain.base.rights import EVERYTHING
from domain.base.work import Work
from domain.names import Verdict, compare
from domain.people.records import Agency, AgencyState


@dataclass(frozen=True, slots=True)
class Namesake:
    """`former`: the name by which it is one, where it isn't called so any more."""

    called: str
    former: str = ""


def namesakes(work: Work, name: str, besides: Collection[int]) -> tuple[Namesake, ...]:
    """Of the same name, or of one that can pass for it; those that never became an agency left out."""
    several = (
        _of(name, each)
        for each in work.people.agencies(EVERYTHING)
        if each.id not in besides and each.state is not AgencyState.REJECTED
    )
    return tuple(each for each in several if each is not None)


def _of(name: str, agency: Agency) -> Namesake | None:
    """By the most alike of all that it is and was called; today's name where one is as good as the other."""
    called = {**dict.fromkeys((agency.name, agency.called), ""), **{each: each for each in agency.former_names}}
    found = {each: compare(name, each) for each in called}
    alike = [each for each, how in found.items() if how.verdict in (Verdict.SAME, Verdict.STRONG)]
    best = max(alike, key=lambda each: (found[each].verdict is Verdict.SAME, found[each].score), default=None)
    return Namesake(agency.called, called[best]) if best is not None else None
