"""The list, and one of it."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Close, Heard, Page, Run, Show, Turn
from dialogs.core.said import Typed
from dialogs.core.screen import Act, Button, Screen, Wording, act, say
from dialogs.words import HOME, button, code_line, leafed, middle, numbered, opens, page_in, pages
from domain.direct import keeping, views

A_PAGE = 8
LONGEST_SEARCH = 60


class DirectAccounts(Page):
    """The latest in front; typing searches."""

    name = "direct_accounts"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        text = str(args.get("text", ""))
        page, rows, total = leafed(args, A_PAGE, lambda offset: ask(views.listed, text, offset, A_PAGE))
        lines: list[Wording] = [say("direct-title", count=total)]
        if text:
            lines.append(say("quoted", text=text))
        places = list(enumerate(rows, page * A_PAGE + 1))
        lines += [
            say("direct-row", index=place, name=middle(row.name), code=row.credit_code or "") for place, row in places
        ]
        if not rows:
            lines.append(say("direct-none-found" if text else "direct-none"))
        elif total > A_PAGE:
            lines.append(say("customers-search-hint"))
        numbers = [opens(str(place), "direct_account", customer=row.customer_id) for place, row in places]
        more = (
            opens(say("direct-add-key"), "add_direct_account"),
            opens(say("direct-import-key"), "import_direct_accounts"),
        )
        last = (button("customers-all-key", "all"), HOME) if text else (HOME,)
        return Screen(tuple(lines), (*numbered(numbers), *pages(page, A_PAGE, total), more, last))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({**args, "page": page_in(act.args)}) if act.verb == "page" else Show({})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return Show({"text": said.line[:LONGEST_SEARCH]}) if isinstance(said, Typed) and said.line else None


class DirectAccountCard(Page):
    """Since when, by whom; removing it is asked twice."""

    name = "direct_account"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        shown = ask(views.one, _customer(args))
        account = shown.account
        lines: list[Wording] = [say("strong", text=account.name)]
        if account.credit_code:
            lines.append(code_line(account.credit_code))
        if shown.aliases:
            lines.append(say("direct-aliases", names=shown.aliases))
        by = say("direct-since-by", at=account.since, by=shown.added_by)
        lines.append(by if shown.added_by else say("direct-since", at=account.since))
        if args.get("sure") is True:
            lines.append(say("direct-remove-sure"))
            return Screen(
                tuple(lines), ((button("direct-remove-sure-key", "remove_sure"),), (button("keep-key", "keep"), HOME))
            )
        rows = (
            (button("direct-remove-key", "remove"), opens(say("alias-key"), "add_alias", customer=account.customer_id)),
            (Button(say("back-key"), act("close")), HOME),
        )
        return Screen(tuple(lines), rows)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "remove":
                return Show({**args, "sure": True})
            case "remove_sure":
                return Run(keeping.RemoveDirectAccount(customer=_customer(args)))
            case _:
                return Show({"customer": _customer(args)})

    @override
    def after(self, args: Args, result: Any, ask: Ask) -> Turn:
        return Close(toast=say("direct-removed"))


def _customer(args: Args) -> int:
    value = args.get("customer")
    return value if isinstance(value, int) else 0
