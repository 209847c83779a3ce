"""The question for an MCU model: chosen from the product table by a few characters; one that isn't in it is taken as it
was typed, and marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from typing_extensions import override

from dialogs.core import words
from dialogs.core.choices import Choice
from dialogs.core.field import Asking, Hearing, Misread, Offer, Option, Took, answering
from dialogs.core.screen import Button, Json, say
from domain.base.work import Work
from domain.products import table as product_table
from domain.products.mcus import model_key

LONGEST = 40


def mcu_options(work: Work) -> tuple[Option, ...]:
    """The product table, series first."""
    return tuple(
        Option(each.model, each.model, each.note, group=each.series or None) for each in product_table.models(work)
    )


class Mcu(Choice[str]):
    kind = "mcu"

    def __init__(self) -> None:
        super().__init__(None, joined="mcu-label")

    @override
    def filled_in(self, value: Json, asking: Asking) -> Took | None:
        return self._taken(str(value), asking)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        """The model itself; else those that it may mean, with what was typed beside them."""
        cleaned = words.clean(text)
        if not cleaned:
            return Misread(say("core-text-empty"))
        if (nothing := self.says_nothing(cleaned)) is not None:
            return nothing
        if len(cleaned) > LONGEST:
            return Misread(say("core-text-long", length=len(cleaned), longest=LONGEST))
        if self._listed(cleaned, asking) is None and self.find(cleaned, asking):
            return self.look({"find": cleaned}, asking)
        return self._taken(cleaned, asking)

    @override
    def pasted(self, text: str, asking: Asking) -> Hearing:
        cleaned = words.clean(text)
        return self.says_nothing(cleaned) or self._taken(cleaned[:LONGEST], asking)

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        if do == "as_typed":
            return self._taken(str(asking.view.get("find", "")), asking)
        return super().tapped(do, args, asking)

    @override
    def offer(self, asking: Asking) -> Offer:
        offer, typed = super().offer(asking), asking.view.get("find")
        if not isinstance(typed, str):
            return offer
        as_typed: Button = answering(say("mcu-as-typed", model=typed), "as_typed")
        return replace(offer, rows=((as_typed,), *offer.rows))

    def _listed(self, text: str, asking: Asking) -> Option | None:
        return next((each for each in asking.options() if model_key(each.key) == model_key(text)), None)

    def _taken(self, text: str, asking: Asking) -> Took:
        listed = self._listed(text, asking)
        if listed is not None:
            return Took(listed.key, listed.label)
        return Took(text, say("mcu-unlisted", model=text))
