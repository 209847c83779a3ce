"""Questions that several forms ask in the same way: credit code, e-mail, phone. Each keeps the one normal form."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from typing_extensions import override

from dialogs.core import words
from dialogs.core.ask import Ask
from dialogs.core.field import Asking, Hearing, Misread, Took
from dialogs.core.form import Pause
from dialogs.core.kinds import Text
from dialogs.core.screen import Say, say
from dialogs.words import volume as volume_said
from domain import identifiers, reporting
from domain.identifiers import Flaw, Scientific


def normal(parse: Callable[[str], str | Flaw]) -> Callable[[str], str]:
    """The normal form of what can be read, the rest as it was typed: the check says what is wrong with it."""

    def tidy(text: str) -> str:
        found = parse(text)
        return text if isinstance(found, Flaw) else found

    return tidy


def credit_code(text: str | None) -> Say | None:
    found = identifiers.credit_code(text) if text is not None else ""
    if text is None or not isinstance(found, Flaw):
        return None
    return say("credit-code-scientific" if isinstance(found, Scientific) else "credit-code-wrong", typed=text)


def email(text: str | None) -> Say | None:
    if text is None or not isinstance(identifiers.email(text), Flaw):
        return None
    return say("email-wrong", typed=text)


def organisation_code(text: str | None) -> Say | None:
    if text is None or not isinstance(identifiers.organisation_code(text), Flaw):
        return None
    return say("organisation-code-wrong", typed=text)


def mobile(text: str | None) -> Say | None:
    if text is None or not isinstance(identifiers.mobile(text), Flaw):
        return None
    return say("mobile-wrong", typed=text)


def phone(text: str | None) -> Say | None:
    if text is None or not isinstance(identifiers.phone(text), Flaw):
        return None
    return say("phone-wrong", typed=text)


def believed(volume: Decimal, ask: Ask) -> Pause | None:
    """A volume, in 万 a year, that is too large to be believed is asked once more: [是] [改]."""
    return None if ask(reporting.believable, volume) else _sure(say("volume-believed", volume=volume_said(volume)))


def believed_yearly(yearly: int, ask: Ask) -> Pause | None:
    """The same of a project's pieces a year."""
    if ask(reporting.believable, Decimal(yearly) / 10_000):
        return None
    return _sure(say("yearly-believed", volume=Decimal(yearly)))


def _sure(line: Say) -> Pause:
    return Pause((line,), go_on=say("core-yes"), mend=say("mend-it-key"))


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
        return Misread(say(self.wrong, typed=words.quoted(text))) if isinstance(found, Flaw) else Took(found)
