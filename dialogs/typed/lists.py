"""A workbook or a text with columns that is sent at home, or at a page that has no use for it: a list, checked aside.

Whose list it is follows from what its sender may do: who logs orders brings orders; an administrator says by one tap whether
they are customers or the vendor's own accounts.
"""

from __future__ import annotations

from typing_extensions import override

from dialogs.core import returned_workbook, words
from dialogs.core.ask import Ask
from dialogs.core.file_names import named
from dialogs.core.files import stored_from_json, stored_to_json
from dialogs.core.inputs import Failed, Stored, Uploaded
from dialogs.core.missed_files import not_had
from dialogs.core.page import Args, Close, Heard, Open, Page, Run, Show, Turn
from dialogs.core.screen import Act, Json, Say, Screen, Wording, say
from dialogs.shared.words import HOME, button
from domain.base.bilingual import joined
from domain.base.rights import Action, brings_lists, may
from domain.contracts import views as contract_views
from domain.home import views
from domain.imports import direct as listing
from domain.imports import importing
from domain.orders.listing import asking


def sent(said: Uploaded, ask: Ask) -> Turn | None:
    """None where the sender brings no lists, or it is no table."""
    account = ask(views.me).account
    if not brings_lists(account):
        return None
    if isinstance(said.file, Failed):
        if said.file.why == "unasked":
            return None
        return Show(notice=(not_had(said.file),))
    if not said.file.size:
        return Show(notice=(say("core-file-empty", name=named(said.file.name)),))
    if (contract := _contract(said.file, ask)) is not None:
        return Show(notice=(contract,))
    if may(account, Action.LOG_ORDERS):
        return Run(asking.BringOrders(sha256=said.file.sha256, name=said.file.name))
    return Open(ListSent.name, _args([stored_to_json(said.file)]))


def _contract(file: Stored, ask: Ask) -> Say | None:
    """What is said of a contract's workbook, which is no list: whose it is and where it goes."""
    returned = returned_workbook.read(file.text)
    if not returned.marked:
        return None
    number = words.head(returned.sent.about if returned.sent is not None else file.name, 40)
    mine = may(ask(views.me).account, Action.MANAGE_CONTRACTS) and ask(contract_views.contracts, number)[1]
    return say("list-sent-contract" if mine else "list-sent-contract-other", number=number)


class ListSent(Page):
    """An administrator's lists: of what? Args: the `files` that are asked about, one by one; they wait, wherever their
    sender goes."""

    name = "list_sent"
    hears_files = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        files = _files(args)
        if not files:
            return Screen((say("import-checking"),), ((HOME,),))
        first = say("import-received", name=words.head(files[0].name, 60))
        more = (
            (say("list-sent-more", count=len(files) - 1, name=words.head(files[-1].name, 40)),)
            if len(files) > 1
            else ()
        )
        rows = (
            (button("import-entry", "customers"), button("direct-entry", "direct")),
            (button("list-sent-drop-key", "drop"), HOME),
        )
        return Screen((first, say("list-sent-what"), say("list-sent-others"), *more), rows)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """A further list waits until the one before is answered."""
        turn = sent(said, ask) if isinstance(said, Uploaded) else None
        if not isinstance(turn, Open):
            return turn
        return _left([*_json(args), *_json(turn.args)])

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        files = _files(args)
        match act.verb:
            case "customers" if files:
                return Run(importing.ImportCustomers(sha256=files[0].sha256, name=files[0].name))
            case "direct" if files:
                return Run(listing.ImportDirectAccounts(sha256=files[0].sha256, name=files[0].name))
            case "drop":
                return _left(_json(args)[1:]) if files[1:] else Close(notice=(say("list-sent-dropped"),))
            case _:
                return _left(_json(args))

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return _left(_json(args)[1:])

    @override
    def waits(self, args: Args) -> Wording | None:
        files = _files(args)
        return say("list-sent-waits", name=words.head(files[0].name, 40), count=len(files)) if files else None


def _left(files: list[Json]) -> Show:
    """What home says of them meanwhile is `text`."""
    return Show(_args(files))


def _args(files: list[Json]) -> dict[str, Json]:
    named = joined(str(each.get("name", "")) for each in files if isinstance(each, dict))
    return {"files": files, "text": named}


def _json(args: Args) -> list[Json]:
    given = args.get("files")
    return list(given) if isinstance(given, list) else []


def _files(args: Args) -> list[Stored]:
    try:
        return [stored_from_json(each) for each in _json(args)]
    except (KeyError, TypeError, ValueError):
        return []
