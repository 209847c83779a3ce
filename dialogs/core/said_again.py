"""What was said in a form, and whether a draft says more than another."""

from __future__ import annotations

from dialogs.core.filling import Filling, State
from dialogs.core.screen import Json


def given(state: State) -> dict[str, Json]:
    """What was said: a question that was passed over, or emptied where nothing was known, says nothing."""
    answers = Filling.from_json(state).answers
    return {path: each.value for path, each in answers.items() if each.value is not None}


def says_no_more(draft: State, other: State) -> bool:
    return (
        given(draft).items() <= given(other).items()
        and draft.get("items") == other.get("items")
        and not draft.get("left")
    )
