"""A file that is sent where nothing takes it: it isn't kept, and its sender reads which files are taken where. What he wrote
under it isn't lost: one tap reads it as if it had been typed."""

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Failed, Typed, Uploaded
from dialogs.core.page import Args, Heard, Open, Page, Perhaps, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, say
from dialogs.core.words import head
from dialogs.shared.words import BACK, HOME, button, evenly, opens
from dialogs.typed.readers import read
from domain.base.rights import Action, may
from domain.home import views
from domain.people.records import Account

SHOWN, LONGEST = 120, 1000


def unasked(said: Uploaded) -> Turn | None:
    """None of a file that was let in."""
    if not isinstance(said.file, Failed):
        return None
    return Open(FileSent.name, {"caption": said.caption[:LONGEST]})


class FileSent(Page):
    """Opened with what stood under the file, its `caption`."""

    name = "file_sent"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        caption = _caption(args)
        lines: list[Wording] = [say("file-sent")]
        keys: list[Button] = []
        for line, key in _places(ask(views.me).account):
            lines.append(say(line))
            keys.append(key)
        lines.append(say("file-sent-text"))
        rows: list[Row] = []
        if caption:
            lines.append(say("quoted", text=head(caption, SHOWN)))
            rows.append((button("file-sent-read-key", "read"),))
        return Screen(tuple(lines), (*rows, *evenly(keys, 2), (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        caption = _caption(args)
        if act.verb != "read" or not caption:
            return Show()
        found = read(Typed(caption), ask, self.wordings)
        return found.turn if isinstance(found, Perhaps) else found

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """Another one of them, perhaps of the same album, whose first piece alone bears the words."""
        if isinstance(said, Uploaded) and isinstance(said.file, Failed) and said.file.why == "unasked":
            return Show({"caption": said.caption[:LONGEST] or _caption(args)})
        return None


def _places(account: Account) -> Iterator[tuple[str, Button]]:
    if may(account, Action.MANAGE_CONTRACTS):
        yield "file-sent-contract", opens(say("contracts-entry"), "contracts")
    if may(account, Action.WRITE_FOLLOW_UP):
        yield "file-sent-follow-up", opens(say("follow-up-entry"), "write_follow_up")
    if may(account, Action.LOG_ORDERS):
        yield "file-sent-orders", opens(say("log-order-entry"), "log_orders")
    if may(account, Action.IMPORT_CUSTOMERS):
        yield "file-sent-customers", opens(say("import-entry"), "import_customers")
    if may(account, Action.ANNOUNCE):
        yield "file-sent-announcement", opens(say("announcements-entry"), "announcements")
    if may(account, Action.MANAGE_AGENCY_PEOPLE):
        yield "file-sent-people", opens(say("people-entry"), "people")


def _caption(args: Args) -> str:
    return str(args.get("caption", "")).strip()
