"""直供客户: the customers that the vendor supplies itself, found by typing; and the page of one, which may be removed."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Close, Heard, Page, Perhaps, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, say
from dialogs.shared.list_page import ListPage, text_of
from dialogs.shared.words import BACK, HOME, button, code_line, danger, middle, opens
from domain.direct import keeping, views
from domain.direct.records import DirectAccount


class DirectAccounts(ListPage[DirectAccount]):
    """The latest in front; typing searches."""

    name = "direct_accounts"
    a_page = 8
    hint = "customers-search-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[DirectAccount], int]:
        return ask(views.listed, text_of(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        text = text_of(args)
        return (say("direct-title", count=total), *((say("quoted", text=text),) if text else ()))

    @override
    def row(self, place: int, row: DirectAccount, args: Args, ask: Ask) -> Sequence[Wording]:
        return (say("direct-row", index=place, name=middle(row.name), code=row.credit_code or ""),)

    @override
    def key(self, place: int, row: DirectAccount, args: Args, ask: Ask) -> Button:
        return opens(str(place), "direct_account", customer=row.customer_id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("direct-none-found" if text_of(args) else "direct-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        more = (
            opens(say("direct-add-key"), "add_direct_account"),
            opens(say("direct-import-key"), "import_direct_accounts"),
        )
        return (more, (button("customers-all-key", "all"), HOME) if text_of(args) else (BACK, HOME))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        return self.sought(args, said, ask)


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
                tuple(lines), ((danger("direct-remove-sure-key", "remove_sure"),), (button("keep-key", "keep"), HOME))
            )
        rows = (
            (button("direct-remove-key", "remove"), opens(say("alias-key"), "add_alias", customer=account.customer_id)),
            (BACK, HOME),
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
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Close(toast=say("direct-removed"))


def _customer(args: Args) -> int:
    value = args.get("customer")
    return value if isinstance(value, int) else 0
