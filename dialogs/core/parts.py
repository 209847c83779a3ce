"""Questions that are forms themselves: a list of items, or one record of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar, cast

from typing_extensions import override

from dialogs.core.field import Asking, Field, Hearing, Misread
from dialogs.core.form import Form
from dialogs.core.screen import Json, Wording, say

I = TypeVar("I", covariant=True)  # noqa: E741  the item's command
V = TypeVar("V", covariant=True)

ONLY = "only"
"""The key of the one item of a required `Part`."""


class Parts(Field[V]):
    """What `Repeat` and `Part` have in common: their answers are the items' answers; their own says no more than 完成."""

    closes_itself = False
    in_a_line = False

    def __init__(self, form: type[Form[object]], at_least: int, at_most: int) -> None:
        super().__init__()
        self.form = form
        self.at_least, self.at_most = at_least, at_most

    def keys(self, keys: Sequence[str]) -> Sequence[str]:
        return keys

    def value(self, commands: Sequence[Any]) -> V:
        raise NotImplementedError

    @override
    def show(self, value: Json) -> Wording:
        return say("core-none")

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        return Misread(say("core-type-items"))


class Repeat(Parts[tuple[I, ...]], Generic[I]):
    """Any number of items, each with the questions of its own form; these may repeat once more."""

    kind = "repeat"

    def __init__(self, form: type[Form[I]], *, at_least: int = 0, at_most: int = 20, in_a_line: bool = False) -> None:
        """`in_a_line`: people write several in one line, each as its first question is answered: 制造 500、教育 300."""
        super().__init__(form, at_least, at_most)
        self.required = at_least > 0
        self.in_a_line = in_a_line

    @override
    def value(self, commands: Sequence[Any]) -> tuple[I, ...]:
        return tuple(commands)


class Part(Parts[I], Generic[I]):
    """One record with questions of its own, asked in the row of the others; an optional one is offered first."""

    kind = "part"
    closes_itself = True

    def __init__(self, form: type[Form[I]]) -> None:
        super().__init__(form, 0, 1)

    @override
    def keys(self, keys: Sequence[str]) -> Sequence[str]:
        return (ONLY,) if self.required else keys[:1]

    @override
    def value(self, commands: Sequence[Any]) -> I:
        # none where it was skipped, and then it was declared `.optional()`
        return cast(I, commands[0] if commands else None)
