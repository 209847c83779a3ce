"""Units by what they are called: their name, or the English one that the policy gives it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.base import searching
from domain.base.english import namer
from domain.base.work import Work
from domain.people.records import Unit

ENGLISH_BEGINS = 3
"""So many letters of an English name must be written."""


def unit_called(work: Work, text: str) -> Unit | None:
    """The one that is called exactly so."""
    english, said = namer(work.policy.in_english), " ".join(text.split()).casefold()
    there = (each for each in work.people.units() if said in (each.name.casefold(), english(each.name).casefold()))
    return next(there, None)


def units_like(work: Work, text: str) -> Sequence[Unit]:
    """By characters, pinyin or initials, or by how the English name begins; the one that is called exactly so alone."""
    if (only := unit_called(work, text)) is not None:
        return [only]
    asked, english, said = searching.words(text), namer(work.policy.in_english), " ".join(text.split()).casefold()
    return [
        each
        for each in (work.people.units() if asked else ())
        if searching.fits(each.name, asked)
        or (len(said) >= ENGLISH_BEGINS and english(each.name).casefold().startswith(said))
    ]
