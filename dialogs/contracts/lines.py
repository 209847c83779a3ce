"""Questions of a line that a contract asks several times: a name, an address, a postcode, a mail address."""

from __future__ import annotations

from dialogs.core.kinds import Text
from dialogs.shared.checks import Checked
from domain.base import identifiers


def line(longest: int = 60) -> Text:
    return Text(max_length=longest)


def address() -> Text:
    return Text(max_length=120)


def postcode() -> Text:
    return Text(pattern=r"\d{6}", examples=("518000",))


def email() -> Checked:
    return Checked(identifiers.email, "email-wrong", max_length=254)
