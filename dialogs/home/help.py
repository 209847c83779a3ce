"""帮助: what one can do here by role, in a few lines, and pictures of it at a tap.

The pictures lie in `pictures`, by language; `make pictures` takes them of the sandbox (`tests/pictures`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Illustration, Row, Screen, say
from dialogs.core.texts import LANGUAGES
from dialogs.home.contact_us import vendor_lines
from dialogs.shared.words import HOME, button, evenly, opens
from domain.home import views

FOLDER = Path(__file__).parent / "pictures"
GUEST: Final = "guest"
PICTURES: Final[Mapping[str, tuple[str, ...]]] = {
    GUEST: ("register", "join"),
    "salesperson": ("report", "result"),
    "owner": ("invite", "report"),
    "assistant": ("order",),
    "engineer": ("follow_up",),
    "manager": ("decide", "answer"),
    "administrator": ("administration",),
}
"""What there is to look at, by role."""


def picture_file(name: str, language: str) -> Path:
    """A PNG; in the first language where there are none in this one."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    return FOLDER / spoken / f"{name}.png"


class Help(Page):
    """What this account can do here."""

    name = "help"
    aside = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        account = ask(views.me).account
        role = "administrator" if account.administrator and account.unit_id is None else account.type.value
        if (looked_at := _picture(role, args)) is not None:
            return looked_at
        return Screen(
            (say("help-title"), say(f"help-{role}"), say("help-everybody")),
            (
                *_keys(role),
                (opens(say("product-table-key"), "product_table"), opens(say("contact-us-entry"), "contact_us")),
                (opens(say("feedback-entry"), "feedbacks"),),
                (HOME,),
            ),
        )

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"picture": act.args.get("picture")})


class GuestHelp(Page):
    """帮助 for somebody who has no account: how one comes in."""

    name = "guest_help"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        if (looked_at := _picture(GUEST, args)) is not None:
            return looked_at
        lines = (say("help-title"), say("help-guest"), *vendor_lines(ask))
        return Screen(lines, (*_keys(GUEST), (opens(say("terms-key"), "terms"),), (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"picture": act.args.get("picture")})


def _keys(role: str, seen: str = "") -> tuple[Row, ...]:
    names = (name for name in PICTURES[role] if name != seen)
    return evenly(tuple(button(f"picture-{name.replace('_', '-')}-key", "look", picture=name) for name in names), 2)


def _picture(role: str, args: Args) -> Screen | None:
    """The one that was tapped, with the way to the others and back to the words."""
    name = args.get("picture")
    if not isinstance(name, str) or name not in PICTURES[role]:
        return None
    words = button("help-words-key", "look")
    return Screen((say(f"picture-{name.replace('_', '-')}"),), (*_keys(role, name), (words, HOME)), Illustration(name))
