"""主页: who acts, what waits, and at most eight entries; 更多 holds the rest."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Heard, Open, Page, Turn
from dialogs.core.said import Typed
from dialogs.core.screen import Row, Say, Screen, Wording, say
from dialogs.words import HOME, opens, type_of
from domain import views
from domain.rights import Action, may
from domain.views import Badges, Me


class Home(Page):
    """What an account sees first."""

    name = "home"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        me, badges = ask(views.me), ask(views.badges)
        return Screen((_who(me), *_waiting(badges)), _entries(me, badges))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn:
        """Lines such as `客户名称：…` open the report, filled in."""
        if isinstance(said, Typed) and _is_filled(said.text) and may(ask(views.me).account, Action.REPORT_CUSTOMER):
            return Open("report_customer", said=said)
        return super().heard(args, said, ask)


class More(Page):
    """更多: what doesn't fit on home."""

    name = "more"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        me = ask(views.me)
        entries = [opens(say("drafts-entry"), "drafts"), opens(say("language-entry"), "language")]
        if me.others:
            entries.append(opens(say("accounts-entry"), "accounts"))
        if may(me.account, Action.SEE_REFUSED):
            entries.append(opens(say("refused-entry"), "refused_attempts"))
        entries.append(opens(say("help-entry"), "help"))
        rows = tuple(tuple(entries[start : start + 2]) for start in range(0, len(entries), 2))
        return Screen((_who(me), say("more-title")), (*rows, (HOME,)))


def _is_filled(text: str) -> bool:
    return sum(1 for line in text.splitlines() if "：" in line or ":" in line) >= 2


def _who(me: Me) -> Say:
    return say("home-who", name=me.account.name, place=me.unit or me.company, type=type_of(me.account))


def _waiting(badges: Badges) -> tuple[Wording, ...]:
    lines = []
    if badges.approvals:
        lines.append(say("home-approvals", count=badges.approvals))
    if badges.ending:
        lines.append(say("home-ending", count=badges.ending, days=badges.ending_days))
    return tuple(lines)


def _entries(me: Me, badges: Badges) -> tuple[Row, ...]:
    account = me.account
    rows: list[Row] = []
    if may(account, Action.DECIDE):
        rows.append((opens(_counted("approvals-entry", badges.approvals), "approvals"),))
    if may(account, Action.REPORT_CUSTOMER):
        rows.append((opens(say("report-entry"), "report_customer"),))
    row = [opens(_counted("customers-entry", badges.customers), "customers")]
    if may(account, Action.SEE_REQUESTS):
        row.append(opens(_counted("requests-entry", badges.requests), "requests"))
    rows.append(tuple(row))
    row = []
    if may(account, Action.MANAGE_AGENCY_PEOPLE) or may(account, Action.MANAGE_VENDOR_PEOPLE):
        row.append(opens(say("people-entry"), "people"))
    row.append(opens(say("more-entry"), "more"))
    rows.append(tuple(row))
    return tuple(rows)


def _counted(key: str, count: int) -> Say:
    """`我的客户 (23)`; without a count when there is nothing."""
    return say("counted", entry=say(key), count=count) if count else say(key)
