"""The question for a company's name: what was pasted or meant for somebody else is refused before it is checked."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core import words
from dialogs.core.field import Asking, Hearing, Misread
from dialogs.core.kinds import Text
from dialogs.core.screen import say
from domain.base.naming import no_name

LONGEST_NAME = 60


class CompanyName(Text):
    """A name as on the licence; with the reason where it can't be one."""

    def __init__(self, *, max_length: int = LONGEST_NAME, min_length: int = 1) -> None:
        super().__init__(max_length=max_length, min_length=min_length)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        why = no_name(text)
        if why is not None:
            return Misread(say(f"no-name-{why.value}", typed=words.quoted(text)))
        return super().typed(text, asking)
