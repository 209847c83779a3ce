"""Numbers, whole numbers and money, in the units that people type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar

from typing_extensions import override

from dialogs.core import words
from dialogs.core.examples import either, with_examples
from dialogs.core.field import Asking, Field, Hearing, Misread, Offer, Took, answering
from dialogs.core.lists import in_rows
from dialogs.core.screen import Json, Say, Wording, say
from domain.base import quantities
from domain.base.bilingual import bilingual


class Number(Field[Decimal]):
    """A number in the unit of the question, as typed: 120, 5k, 1.2万, 3百万.

    `per` is the size of that unit: in a question asked in 万 (`per=10_000`) 120 means 120 万, and so do 120万/年 and
    1200000个. English knows no 万: it asks, and is answered, in single pieces. `unit` names the sentence that shows the value (its fact is `value`), `<unit>-about`, where there is one, the
    sentence that says what is counted here to whoever wrote no number; `words` are units that may follow the number and
    mean nothing more. `about` names the sentence that shows a number that was hedged (大约20); without it there is none such.
    """

    kind = "number"

    def __init__(
        self,
        *,
        unit: str | None = None,
        per: int = 1,
        words: Sequence[str] = (),
        at_least: Decimal | int | None = None,
        above: Decimal | int | None = None,
        at_most: Decimal | int | None = 10**12,
        decimals: int = 4,
        examples: Sequence[str] = ("120", "3.5"),
        about: str | None = None,
    ) -> None:
        super().__init__()
        self.about = about
        self.unit, self.per, self.words = unit, per, tuple(word.lower() for word in words)
        self.at_least, self.above, self.at_most = at_least, above, at_most
        self.decimals = decimals
        self.examples = tuple(examples)

    @override
    def load(self, value: Json) -> Decimal:
        if not isinstance(value, str | int) or not (number := Decimal(value)).is_finite():
            raise ValueError(value)
        return number

    @override
    def dump(self, value: object) -> Json:
        return str(value)

    @override
    def show(self, value: Json) -> Wording:
        return self._shown(self.load(value))

    def _shown(self, number: Decimal) -> Say:
        whole = not self.decimals and number == int(number)  # English tells one from many
        return say(self.unit or "core-number", value=int(number) if whole else number)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        text = quantities.without_preface(text)
        number, exact = self._parse(text, asking.language), quantities.without_hedge(text)
        hedged = self.about is not None and number is None and exact != text
        if hedged:
            number = self._parse(exact, asking.language)
        if number is None:
            return Misread(self._no_number(text, asking))
        if self.above is not None and number <= self.above:
            return Misread(say("core-number-above", given=self._shown(number), bound=self._shown(Decimal(self.above))))
        if self.at_least is not None and number < self.at_least:
            return Misread(
                say("core-number-small", given=self._shown(number), least=self._shown(Decimal(self.at_least)))
            )
        if self.at_most is not None and number > self.at_most:
            return Misread(say("core-number-large", given=self._shown(number), most=self._shown(Decimal(self.at_most))))
        if number != round(number, self.decimals):
            return Misread(say("core-number-exact", given=words.quoted(text), decimals=self.decimals))
        about = say(self.about, value=self._shown(number), typed=words.quoted(text)) if hedged and self.about else None
        return Took(str(self._tidied(number)), about)

    def _no_number(self, text: str, asking: Asking) -> Say:
        """`“12台”不是数字。年用量以万为单位，例如 120 或 3.5`."""
        about = say(f"{self.unit}-about") if self.unit else None
        examples = tuple(map(self._in_both, self.examples))
        if about is None or not examples or not asking.wordings(about):
            return with_examples("core-not-number", words.quoted(text), examples)
        return say("core-not-number-about", typed=words.quoted(text), about=about, examples=either(examples))

    def _in_both(self, example: str) -> str:
        number = quantities.in_units(example, self.per)
        plain = number is None or (self.per == 1 and example.isascii())
        return example if number is None or plain else bilingual(example, f"{number * self.per:,.0f}")

    def _parse(self, text: str, language: str) -> Decimal | None:
        return quantities.in_units(text, self.per, self.words, 1 if language == "en" else None)

    def _tidied(self, number: Decimal) -> Decimal:
        return quantities.tidy(number)


class Whole(Field[int]):
    """A whole number, with the same manners as `Number`. `quick` are answers with a key each."""

    kind = "whole"

    def __init__(
        self,
        *,
        unit: str | None = None,
        words: Sequence[str] = (),
        at_least: int | None = None,
        at_most: int | None = 10**12,
        examples: Sequence[str] = ("5000", "5k"),
        quick: Sequence[int] = (),
        about: str | None = None,
    ) -> None:
        super().__init__()
        self._number = Number(
            unit=unit, words=words, at_least=at_least, at_most=at_most, decimals=0, examples=examples, about=about
        )
        self.quick, self.about = tuple(quick), about

    @override
    def load(self, value: Json) -> int:
        return int(self._number.load(value))

    @override
    def dump(self, value: object) -> Json:
        return str(value)

    @override
    def show(self, value: Json) -> Wording:
        return self._number.show(value)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        return self._number.typed(text, asking)

    @override
    def offer(self, asking: Asking) -> Offer:
        keys = [answering(self.show(str(each)), "take", value=each) for each in self.quick]
        return Offer(in_rows(keys))

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        return self.typed(str(args.get("value")), asking)


class Money(Number):
    """An amount in 元 with two decimals: 3.2, 3.2元, ￥16,000, 1.2万元."""

    kind = "money"
    units: ClassVar[Sequence[str]] = ("元", "块", "块钱", "圆", "rmb", "cny", "元/片", "元/个", "元/颗", "yuan")

    def __init__(
        self,
        *,
        at_least: Decimal | int | None = None,
        above: Decimal | int | None = None,
        at_most: Decimal | int | None = 10**12,
        examples: Sequence[str] = ("3.2", "16000", "1.2万"),
        decimals: int = 2,
    ) -> None:
        super().__init__(
            unit="core-money",
            words=self.units,
            at_least=at_least,
            above=above,
            at_most=at_most,
            decimals=decimals,
            examples=examples,
        )

    @override
    def _tidied(self, number: Decimal) -> Decimal:
        return number.quantize(Decimal(1).scaleb(-2)) if number == round(number, 2) else quantities.tidy(number)
