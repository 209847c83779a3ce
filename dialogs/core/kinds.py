"""The simple kinds of question: text, phone, yes or no, terms to accept; and what is never asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from typing_extensions import override

from dialogs.core import words
from dialogs.core.examples import with_examples
from dialogs.core.field import Asking, Field, Heard, Hearing, Misread, Offer, Took, answering
from dialogs.core.inputs import Shared, Typed, Uploaded
from dialogs.core.screen import Act, Button, Json, Wording, say


class Text(Field[str]):
    """Words. `pattern` must match as a whole; `tidy` brings what was typed into its one form before that. `grows`: what is
    written at the summary is more of it."""

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
        grows: bool = False,
    ) -> None:
        super().__init__()
        self.grows = grows
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
    def dump(self, value: object) -> Json:
        return str(value)

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
        if (nothing := self.says_nothing(cleaned)) is not None:
            return nothing
        if len(cleaned) > self.max_length:
            return Misread(say("core-text-long", length=len(cleaned), longest=self.max_length))
        if len(cleaned) < self.min_length:
            return Misread(say("core-text-short", typed=words.quoted(cleaned), shortest=self.min_length))
        if self.pattern is not None and not self.pattern.fullmatch(cleaned):
            return Misread(with_examples("core-text-form", words.quoted(cleaned), self.examples))
        return Took(cleaned)

    @override
    def completed(self, value: Json, said: Typed | Uploaded, asking: Asking) -> Hearing | None:
        if not self.grows or not isinstance(said, Typed):
            return None
        return self.typed("\n".join((str(value), said.text)), asking)


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


class Hidden(Field[int | None]):
    """Never asked: which record the form, or an item of a part, is about. Given when it is opened, it goes along into
    drafts; a copied item stands for no record. Not `of_record`: only remembered, drafts aren't told apart by it."""

    kind = "kept"
    asked = False

    def __init__(self, *, of_record: bool = True) -> None:
        super().__init__()
        self.required = False
        self.of_record = of_record

    @override
    def load(self, value: Json) -> int:
        if not isinstance(value, int):
            raise TypeError(value)
        return value

    @override
    def dump(self, value: object) -> Json:
        return value if isinstance(value, int) else None

    @override
    def show(self, value: Json) -> Wording:
        return say("core-none")

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        return Misread(say("core-type-buttons"))


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
    def dump(self, value: object) -> Json:
        assert isinstance(value, bool)
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
    def dump(self, value: object) -> Json:
        assert isinstance(value, bool)
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
