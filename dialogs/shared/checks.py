"""Questions that several forms ask in the same way: credit code, e-mail, phone. Each keeps the one normal form."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from typing_extensions import override

from dialogs.core import words
from dialogs.core.amounts import Number, Whole
from dialogs.core.ask import Ask
from dialogs.core.field import Asking, Hearing, Misread, Took
from dialogs.core.form import Form
from dialogs.core.kinds import Phone, Text
from dialogs.core.screen import Json, Say, Wording, say
from dialogs.core.verdicts import Pause
from dialogs.shared import words as words_of
from domain.base import identifiers
from domain.base.identifiers import (
    Flaw,
    IdentityCard,
    Scientific,
    SeveralPhones,
    Whereabouts,
    WrongCharacter,
    WrongLength,
)
from domain.reports import reporting


def normal(parse: Callable[[str], str | Flaw]) -> Callable[[str], str]:
    """The normal form of what can be read, the rest as it was typed: the check says what is wrong with it."""

    def tidy(text: str) -> str:
        found = parse(text)
        return text if isinstance(found, Flaw) else found

    return tidy


def email(text: str | None) -> Say | None:
    if text is None or not isinstance(identifiers.email(text), Flaw):
        return None
    return say("email-wrong", typed=text)


def believed(volume: Decimal, ask: Ask) -> Pause | None:
    """A volume, in 万 a year, that is too large to be believed is asked once more: [是] [改]."""
    return None if ask(reporting.believable, volume) else _sure(say("volume-believed", volume=words_of.volume(volume)))


def believed_yearly(yearly: int, ask: Ask) -> Pause | None:
    """The same of a project's pieces a year."""
    if ask(reporting.believable, Decimal(yearly) / 10_000):
        return None
    return _sure(say("yearly-believed", volume=Decimal(yearly)))


def _sure(line: Say) -> Pause:
    return Pause((line,), go_on=say("core-yes"), mend=say("mend-it-key"))


def hedged(form: Form[object], field: Number | Whole) -> str:
    """`总出货量（万/年）：大约20`: what was said of a number that wasn't meant exactly, to be kept beside it; else empty."""
    answer = form.answer(field)
    shown = answer.shown if answer is not None else None
    if not isinstance(shown, Say) or shown.key != field.about:
        return ""
    label = form.wordings(form.declared.label(field))
    return f"{label[0] if label else ''}：{shown.args['typed']}"


def insisted(code: str | None) -> Pause | None:
    """A code whose check character is off: a slip, or really issued so, and then marked for the manager."""
    if code is None or not words_of.insisted(code):
        return None
    return Pause((say("code-check"),), go_on=say("code-insist-key"), mend=say("mend-it-key"))


class Checked(Text):
    """Words of which `parse` makes the one normal form, or else `wrong` names the sentence that says so."""

    def __init__(self, parse: Callable[[str], str | Flaw], wrong: str, *, max_length: int = 60) -> None:
        super().__init__(max_length=max_length)
        self.parse, self.wrong = parse, wrong

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        taken = super().typed(text, asking)
        if not isinstance(taken, Took) or not isinstance(taken.value, str):
            return taken
        found = self.parse(taken.value)
        if isinstance(found, Flaw):
            return Misread(self.told(found, text), secret=isinstance(found, IdentityCard))
        return Took(found)

    def told(self, flaw: Flaw, text: str) -> Say:
        return say(self.wrong, typed=words.quoted(text))


class Code(Checked):
    """A code with a check character: what is wrong with it is told by its place. Of somebody's identity card nothing is
    kept, nor repeated."""

    def __init__(self, parse: Callable[[str], str | Flaw]) -> None:
        super().__init__(parse, "code-check")

    @override
    def show(self, value: Json) -> Wording:
        return words_of.code(str(value))

    @override
    def told(self, flaw: Flaw, text: str) -> Say:
        match flaw:
            case IdentityCard():
                return say("code-identity-card")
            case Scientific():
                return say("code-scientific", typed=words.quoted(text))
            case WrongLength(given=given, wanted=wanted):
                return say("code-short" if given < wanted else "code-long", given=given, wanted=wanted)
            case WrongCharacter(at=at, found=found, likely=""):
                return say("code-character", at=at, found=found)
            case WrongCharacter(at=at, found=found, likely=likely):
                return say("code-character-likely", at=at, found=found, likely=likely)
            case _:
                return say("code-check")


def credit_code() -> Code:
    """统一社会信用代码; the form asks `insisted` about it."""
    return Code(identifiers.issued_code)


def organisation_code() -> Code:
    """组织机构代码."""
    return Code(identifiers.organisation_code)


class PhoneNumber(Checked):
    """A number that can be called."""

    def __init__(self, parse: Callable[[str], str | Flaw] = identifiers.phone, wrong: str = "phone-wrong") -> None:
        super().__init__(parse, wrong)

    @override
    def load(self, value: Json) -> str:
        """What an earlier version kept comes into the one form."""
        text = super().load(value)
        found = identifiers.phone(text)
        return text if isinstance(found, Flaw) else found

    @override
    def show(self, value: Json) -> Wording:
        return words_of.phone(str(value))

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        """微信同号 has no place: it is told that the number alone is kept."""
        taken, beside = super().typed(text, asking), identifiers.beside_phone(text)
        if not isinstance(taken, Took) or not beside:
            return taken
        return Took(taken.value, say("phone-beside", number=self.show(taken.value), beside=words.quoted(beside)))

    @override
    def told(self, flaw: Flaw, text: str) -> Say:
        match flaw:
            case SeveralPhones():
                return say("phone-several", typed=words.quoted(text))
            case Whereabouts(likely=likely):
                return say("phone-where", typed=words.quoted(text), likely=likely)
            case _:
                return super().told(flaw, text)


class OwnMobile(PhoneNumber, Phone):
    """A mobile number, which one key shares."""

    def __init__(self) -> None:
        super().__init__(identifiers.mobile, "mobile-wrong")
