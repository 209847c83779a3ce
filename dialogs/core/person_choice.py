"""A person among accounts, chosen by name, pinyin, or what else he is known by."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core import words
from dialogs.core.choices import Choice, K
from dialogs.core.field import Option
from dialogs.core.screen import Say, say

NAMED = 6
"""How many people are named to whoever typed a name that none of them has."""


class PersonChoice(Choice[K]):
    """A person among accounts: the options' `find` holds what else they are searched by (pinyin is known already), such as the employee number."""

    kind = "person"

    @override
    def unfound(self, text: str, options: Sequence[Option]) -> Say:
        return nobody_called(text, options)


def nobody_called(text: str, options: Sequence[Option]) -> Say:
    """Of a name that is nobody's here: who there is, and how people are found."""
    shown = tuple(each.label for each in options[:NAMED])
    more = len(options) - len(shown)
    return say("core-not-a-person", typed=words.quoted(text), people=shown, count=len(options), more=more)
