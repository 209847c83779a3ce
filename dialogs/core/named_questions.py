"""The questions that a label means which is written by itself: 到站, 传真, or cz."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core import search
from dialogs.core.bound import BoundForm, Question
from dialogs.core.labels import labels
from dialogs.core.lists import PAGE

SHORTEST = 2
"""Characters from which on a part of a label means it."""


def called(root: BoundForm, text: str) -> Sequence[Question]:
    """The form's own: those of exactly that label, else those that have it in their labels, the best few."""
    asked = root.own_questions()
    meant = labels(type(root.form), root.step.wordings, root.step.ask).meant(text)
    if meant is not None:
        known = (meant.own,) if meant.own is not None else meant.several
        exactly = [each for each in asked if any(each.field is one.field for one in known)]
        if exactly:
            return exactly
    if len(search.fold(text)) < SHORTEST:
        return ()
    return search.Index((each, root.step.wordings(each.label), "") for each in asked).find(text)[:PAGE]
