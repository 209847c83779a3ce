"""Reasons that are offered by one tap, where a request is rejected or returned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogs.core.field import Option
from dialogs.core.own_words import ChoiceOrText
from dialogs.core.screen import Wording, say


def as_said(reasons: Iterable[str]) -> tuple[Option, ...]:
    """Each is the answer itself."""
    return tuple(Option(each, each) for each in reasons)


def may_be_completed(reason: str, offered: Sequence[Option]) -> tuple[Wording, ...]:
    """Under a chosen reason: how more is said."""
    return (say("reason-more"),) if ChoiceOrText.is_chosen(reason, offered) else ()
