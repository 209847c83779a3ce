"""A workbook or a text with columns that is sent at home, or at a page that has no use for it: a list, checked aside.

Whose list it is follows from what its sender may do: who logs orders brings orders; an administrator says by one tap whether
they are customers or the vendor's own accounts.
"""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.field import not_had
from dialogs.core.files import stored_from_json, stored_to_json
from dialogs.core.page import Args, Open, Page, Run, Show, Turn
from dialogs.core.said import Failed, Sent, Stored
from dialogs.core.screen import Act, Screen, say
from dialogs.words import HOME, button
from domain import importing, views
from domain.orders.listing import asking
from domain.rights import Action, brings_lists, may


def sent(said: Sent, ask: Ask) -> Turn | None:
    """None where the sender brings no lists."""
    account = ask(views.me).account
    if not brings_lists(account):
        return None
    if isinstance(said.file, Failed):
        return Show(notice=(not_had(said.file),))
    if not said.file.size:
        return Show(notice=(say("core-file-empty", name=said.file.name),))
    if may(account, Action.LOG_ORDERS):
        return Run(asking.BringOrders(sha256=said.file.sha256, name=said.file.name))
    return Open(ListSent.name, {"file": stored_to_json(said.file)})


class ListSent(Page):
    """An administrator's list: of what? Args: the `file`, or that it was `taken`."""

    name = "list_sent"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        file = _file(args)
        if file is None:
            return Screen((say("import-checking"),), ((HOME,),))
        rows = ((button("import-entry", "customers"), button("direct-entry", "direct")), (HOME,))
        return Screen((say("import-received", name=file.name), say("list-sent-what")), rows)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        file = _file(args)
        if file is None:
            return Show()
        if act.verb == "customers":
            return Run(importing.ImportCustomers(sha256=file.sha256, name=file.name))
        return Open("import_direct_accounts", {"answers": {"file": stored_to_json(file)}})

    @override
    def after(self, args: Args, result: Any, ask: Ask) -> Turn:
        return Show({})


def _file(args: Args) -> Stored | None:
    given = args.get("file")
    try:
        return stored_from_json(given) if given is not None else None
    except (KeyError, TypeError, ValueError):
        return None
