"""语言, 切换账户: what a person sets for himself."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, GoHome, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Screen, Wording, act, say
from dialogs.home.commands import SetLanguage, SwitchAccount
from dialogs.shared.words import BACK, HOME, type_of
from domain.home import views
from domain.people.records import Account

LANGUAGES = (("zh", "中文"), ("en", "English"))


class Language(Page):
    name = "language"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        choices = tuple(Button(label, act("speak", language=key)) for key, label in LANGUAGES)
        return Screen((say("language-title"),), (choices, (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        wanted = act.args.get("language")
        return Run(SetLanguage(language=wanted)) if isinstance(wanted, str) else Show()

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return GoHome(toast=say("language-set"))


class Accounts(Page):
    """The accounts of this chat user; each screen says which one acts. Args: `to`, the one that is needed, and `why`: what it is
    that belongs to it."""

    name = "accounts"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        mine, me = ask(views.my_accounts), ask(views.me).account
        meant = next((each for each in mine if each[0].id == args.get("to") != me.id), None)
        if meant is not None:
            account, company = meant
            told = say(f"accounts-of-{args.get('why')}", name=account.name, company=company, type=type_of(account))
            switch = Button(say("accounts-entry"), act("switch", account=account.id))
            return Screen((told,), ((switch,), (BACK, HOME)))
        lines: list[Wording] = [say("accounts-title")]
        rows = []
        for place, (account, company) in enumerate(mine, 1):
            key = "accounts-row-now" if account.id == me.id else "accounts-row"
            lines.append(say(key, index=place, name=account.name, company=company, type=type_of(account)))
            rows.append(Button(str(place), act("switch", account=account.id)))
        return Screen(tuple(lines), (tuple(rows), (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        wanted = act.args.get("account")
        return Run(SwitchAccount(account=wanted)) if isinstance(wanted, int) else Show()

    @override
    def after(self, args: Args, result: Account, ask: Ask) -> Turn:
        now = next((each for each in ask(views.my_accounts) if each[0].id == result.id), None)
        if now is None:
            return GoHome()
        account, company = now
        return GoHome(toast=say("now-acting", name=account.name, type=type_of(account), place=company))
