"""The simple kinds of question: text, numbers, money, yes or no, terms to accept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import ClassVar

from typing_extensions import override

from dialogs.core import quantities, words
from dialogs.core.field import Asking, Field, Heard, Hearing, Misread, Offer, Took, answering
from dialogs.core.said import Shared
from dialogs.core.screen import Act, Button, Json, Say, Wording, say


class Text(Field[str]):
    """Words. `pattern` must match as a whole; `tidy` brings what was typed into its one form before that."""

    kind = "text"

    def __init__(
        self,
        *,
        max_length: int = 200,
        min_length: int = 1,
        lines: bool = False,
        pattern: str | None = None,
        tidy: Callable[[str], str] | None = None,
        examples: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.max_length, self.min_length = max_length, min_length
        self.takes_lines = lines
        self.pattern = re.compile(pattern) if pattern else None
        self.tidy = tidy
        self.examples = tuple(examples)

    @override
    def load(self, value: Json) -> str:
        if not isinstance(value, str):
            raise TypeError(value)
        return value

    @override
    def dump(self, value: str) -> Json:
        return value

    @override
    def show(self, value: Json) -> Wording:
        return words.head(str(value))

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        cleaned = words.clean(text, lines=self.takes_lines)
        if self.tidy is not None:
            cleaned = self.tidy(cleaned)
        if not cleaned:
            return Misread(say("core-text-empty"))
        if len(cleaned) > self.max_length:
            return Misread(say("core-text-long", length=len(cleaned), longest=self.max_length))
        if len(cleaned) < self.min_length:
            return Misread(say("core-text-short", typed=words.quoted(cleaned), shortest=self.min_length))
        if self.pattern is not None and not self.pattern.fullmatch(cleaned):
            return Misread(_with_examples("core-text-form", words.quoted(cleaned), self.examples))
        return Took(cleaned)


class Phone(Text):
    """A phone number, typed or shared with one key. `form.shared(field)` tells which; only the own number can be shared."""

    kind = "phone"

    @override
    def offer(self, asking: Asking) -> Offer:
        return Offer(asks_contact=True)

    @override
    def heard(self, said: Heard, asking: Asking) -> Hearing:
        if not isinstance(said, Shared):
            return super().heard(said, asking)
        if not said.own:
            return Misread(say("core-contact-not-own"))
        return self.typed(said.phone, asking)


_PIECES = frozenset({"个", "片", "颗", "只", "件", "pcs", "pc", "ea", "pieces"})
_A_YEAR = ("每年", "一年", "年", "a year", "year", "yr")


class Number(Field[Decimal]):
    """A number in the unit of the question, as typed: 120, 5k, 1.2万, 3百万.

    `per` is the size of that unit: in a question asked in 万 (`per=10_000`) 120 means 120 万, and so do 120万/年 and
    1200000个. `unit` names the sentence that shows the value (its fact is `value`); `words` are units that may follow
    the number and mean nothing more.
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
    ) -> None:
        super().__init__()
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
    def dump(self, value: Decimal) -> Json:
        return str(value)

    @override
    def show(self, value: Json) -> Wording:
        return self._shown(self.load(value))

    def _shown(self, number: Decimal) -> Say:
        return say(self.unit or "core-number", value=number)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        number = self._parse(text)
        if number is None:
            return Misread(_with_examples("core-not-number", words.quoted(text), self.examples))
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
        return Took(str(self._settled(number)))

    def _parse(self, text: str) -> Decimal | None:
        found = quantities.parse(text)
        if found is None:
            return None
        unit = found.unit.strip("/ ")
        for ending in _A_YEAR:
            unit = unit.removesuffix(ending).rstrip("/ ")
        if unit and unit not in _PIECES and unit not in self.words:
            return None
        return found.value / self.per if found.scaled or unit in _PIECES else found.value

    def _settled(self, number: Decimal) -> Decimal:
        return quantities.tidy(number)


class Whole(Field[int]):
    """A whole number, with the same manners as `Number`."""

    kind = "whole"

    def __init__(
        self,
        *,
        unit: str | None = None,
        words: Sequence[str] = (),
        at_least: int | None = None,
        at_most: int | None = 10**12,
        examples: Sequence[str] = ("5000", "5k"),
    ) -> None:
        super().__init__()
        self._number = Number(unit=unit, words=words, at_least=at_least, at_most=at_most, decimals=0, examples=examples)

    @override
    def load(self, value: Json) -> int:
        return int(self._number.load(value))

    @override
    def dump(self, value: int) -> Json:
        return str(value)

    @override
    def show(self, value: Json) -> Wording:
        return self._number.show(value)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        return self._number.typed(text, asking)


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
    def _settled(self, number: Decimal) -> Decimal:
        return number.quantize(Decimal(1).scaleb(-2)) if number == round(number, 2) else quantities.tidy(number)


class Kept(Field[int | None]):
    """Never asked: which record the form, or an item of a part, is about. Given when it is opened, it goes along into
    drafts; a copied item stands for no record."""

    kind = "kept"
    asked = False

    def __init__(self) -> None:
        super().__init__()
        self.required = False

    @override
    def load(self, value: Json) -> int:
        if not isinstance(value, int):
            raise TypeError(value)
        return value

    @override
    def dump(self, value: int | None) -> Json:
        return value

    @override
    def show(self, value: Json) -> Wording:
        return say("core-none")

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        return Misread(say("core-tap-please"))


_YES = frozenset({"是", "是的", "对", "有", "好", "要", "y", "yes", "true", "1", "√"})
_NO = frozenset({"否", "不是", "不", "没有", "无", "不要", "n", "no", "false", "0", "×"})


class YesNo(Field[bool]):
    kind = "yes_no"

    @override
    def load(self, value: Json) -> bool:
        if not isinstance(value, bool):
            raise TypeError(value)
        return value

    @override
    def dump(self, value: bool) -> Json:
        return value

    @override
    def show(self, value: Json) -> Wording:
        return say("core-yes" if value else "core-no")

    @override
    def offer(self, asking: Asking) -> Offer:
        return Offer(((answering(say("core-yes"), "yes"), answering(say("core-no"), "no")),))

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        word = words.clean(text).lower().rstrip("。.")
        if word in _YES | _NO:
            return Took(word in _YES)
        return Misread(say("core-not-yes-no", typed=words.quoted(text)))

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        return Took(do == "yes")


class Accept(Field[bool]):
    """Terms that must be accepted. `opens` is the act that shows them: an address, or `act("open", dialog="terms")`."""

    kind = "accept"

    def __init__(self, opens: Act | str | None = None) -> None:
        super().__init__()
        self.opens = opens

    @override
    def load(self, value: Json) -> bool:
        if value is not True:
            raise ValueError(value)
        return True

    @override
    def dump(self, value: bool) -> Json:
        return value

    @override
    def show(self, value: Json) -> Wording:
        return say("core-accepted")

    @override
    def offer(self, asking: Asking) -> Offer:
        accept = (answering(say("core-accept"), "accept"),)
        if self.opens is None:
            return Offer((accept,))
        url = self.opens if isinstance(self.opens, str) else None
        return Offer(
            (accept, (Button(say("core-read-terms"), None if isinstance(self.opens, str) else self.opens, url),))
        )

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        word = words.clean(text).lower()
        if word in {"同意", "我同意", "已阅读并同意", "接受", "agree", "i agree", "accept"} | _YES:
            return Took(True)
        return Misread(say("core-not-accepted"))

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        return Took(True)


def _with_examples(key: str, typed: str, examples: tuple[str, ...]) -> Say:
    """The error, with examples where there are any."""
    return say(f"{key}-example", typed=typed, examples=examples) if examples else say(key, typed=typed)
