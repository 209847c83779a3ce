"""主页: who acts, what waits, and at most eight entries; 更多 holds the rest."""

from __future__ import annotations

from typing import Any, Final

from typing_extensions import override

from dialogs.announcements import announcement, reading
from dialogs.core.ask import Ask
from dialogs.core.frames import WAITING
from dialogs.core.inputs import Shared, Typed, Uploaded
from dialogs.core.page import Args, Heard, Open, Page, Perhaps, Show, Turn
from dialogs.core.screen import Act, Button, Row, Say, Screen, Wording, say
from dialogs.core.words import bare, head
from dialogs.follow_ups.writing import WAITS
from dialogs.home.preferences import LANGUAGES, Language
from dialogs.orders.late import late_rows
from dialogs.shared.words import HOME, evenly, opens, type_of
from dialogs.typed import contacts, files, lists
from dialogs.typed.called import called
from dialogs.typed.numbers import opens_number
from dialogs.typed.readers import read
from domain.announcements import announcing
from domain.base.rights import Action, manages_people, may
from domain.customers import twins
from domain.home import views
from domain.home.views import Badges, Me
from domain.jobs.records import Job
from domain.orders import showing


class Home(Page):
    """What an account sees first."""

    name = "home"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        must_read = ask(announcing.gate)
        if must_read is not None:
            return announcement(ask(announcing.view, must_read.id), ())
        me, badges = ask(views.me), ask(views.badges)
        former = (say("home-former"),) if me.account.former else ()
        unconfirmed = len(ask(showing.open_cards)) if may(me.account, Action.LOG_ORDERS) else 0
        return Screen(
            (_who(me), *former, *_waiting(badges)),
            (*_left(args), *_unconfirmed(unconfirmed), *late_rows(ask), *_entries(me, badges)),
        )

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        """Of what must be read, which stands in front, one after another."""
        return reading(act)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        """By whoever reads such a text (`dialogs.typed`)."""
        if ask(announcing.gate) is not None:
            return None
        if isinstance(said, Uploaded):
            return lists.sent(said, ask) or files.unasked(said)
        if isinstance(said, Shared):
            return contacts.shared(said)
        if not isinstance(said, Typed) or not said.text.strip():
            return None
        return read(said, ask, self.wordings)

    @override
    def entry(self, said: Typed, ask: Ask) -> Open | None:
        """What stands here, under 更多, by its label or by what people call it besides, a language by its name, a number that can be said aloud: whoever knows it writes it, wherever he is."""
        wanted = bare(said.line)
        if not wanted or ask(announcing.gate) is not None:
            return None
        if (numbered := opens_number(said.line, ask)) is not None:
            return numbered
        rows = (*_entries(ask(views.me), ask(views.badges)), *More().show({}, ask).rows)
        opening = [each for row in rows for each in row if each.act is not None and each.act.verb == "open"]
        found = next((each.act for each in opening if wanted in map(bare, self.wordings(each.label))), None)
        if found is None and "\n" not in said.text.strip():
            acts = (each.act for each in opening if each.act is not None)
            found = next((act for act in acts if called(said.line, str(act.args.get("dialog")), self.wordings)), None)
        if found is None and wanted in {bare(name) for _, name in LANGUAGES}:
            return Open(Language.name)
        given = found.args.get("args") if found is not None else None
        return (
            Open(str(found.args.get("dialog")), given if isinstance(given, dict) else {}) if found is not None else None
        )

    @override
    def after(self, args: Args, result: Any, ask: Ask) -> Turn:
        """A list was brought (`dialogs.typed.lists`): its card is on its way. What was to be read was read."""
        if not isinstance(result, Job):
            return Show()
        return Show(notice=(say("import-received", name=str(result.args.get("name", ""))), say("import-checking")))


BY_RIGHT: Final = (
    (Action.SEE_ORDERS, "orders-day-entry", "orders_day"),
    (Action.SEE_ORDERS, "sales-key", "sales"),
    (Action.SET_RATES, "rates-entry", "exchange_rates"),
    (Action.SEE_REFUSED, "refused-entry", "refused_attempts"),
    (Action.MERGE_CUSTOMERS, "twins-entry", "twins"),
    (Action.KEEP_DIRECT, "direct-entry", "direct_accounts"),
    (Action.IMPORT_CUSTOMERS, "import-entry", "import_customers"),
    (Action.SEE_FAILURES, "failures-entry", "failures"),
)
"""What stands under 更多 for whoever may: the right, the label, the dialog."""


class More(Page):
    """更多: what doesn't fit on home."""

    name = "more"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        me = ask(views.me)
        entries = [opens(say("drafts-entry"), "drafts"), opens(say("language-entry"), "language")]
        entries.append(opens(say("own-data-entry"), "person"))
        if ask(views.badges).customers:
            entries.append(opens(say("my-projects-entry"), "my_projects"))
        if ask(views.badges).missed:
            entries.append(opens(say("missed-entry"), "missed"))
        if me.others:
            entries.append(opens(say("accounts-entry"), "accounts"))
        suspected = may(me.account, Action.MERGE_CUSTOMERS) and ask(twins.suspected, 0, 0)[1]
        entries += [
            opens(say(label), dialog)
            for action, label, dialog in BY_RIGHT
            if may(me.account, action) and (dialog != "twins" or suspected)
        ]
        entries.append(opens(say("help-entry"), "help"))
        rows = tuple(tuple(entries[start : start + 2]) for start in range(0, len(entries), 2))
        pages = [
            Button(say("link-label", label=each.label, english=each.english or each.label), url=each.url)
            for each in ask(views.links)
        ]
        return Screen((_who(me), say("more-title")), (*rows, *evenly(pages, 2), (HOME,)))


def _who(me: Me) -> Say:
    return say("home-who", name=me.account.name, place=me.unit or me.company, type=type_of(me.account))


def _left(args: Args) -> tuple[Row, ...]:
    """What was written and lies there until it is said what becomes of it."""
    found = args.get(WAITING)
    rows = []
    for each in found if isinstance(found, list) else []:
        match each:
            case {"dialog": str(name), "args": dict(lying)}:
                label = say("home-left-key", text=head(" ".join(str(lying.get("text", "")).split()), WAITS))
                rows.append((opens(label, name, **lying),))
            case _:
                pass
    return tuple(rows)


def _unconfirmed(count: int) -> tuple[Row, ...]:
    """Orders that were written and nobody has confirmed: they don't count yet."""
    return ((opens(_counted("order-cards-entry", count), "order_cards"),),) if count else ()


def _waiting(badges: Badges) -> tuple[Wording, ...]:
    lines = []
    if badges.away is not None:
        deputy, until = badges.away
        lines.append(say("home-away", deputy=deputy, until=until))
    if badges.approvals:
        lines.append(say("home-approvals", count=badges.approvals))
    if badges.ending:
        lines.append(say("home-ending", count=badges.ending, days=badges.ending_days))
    if badges.overdue:
        lines.append(say("home-overdue", count=badges.overdue))
    if badges.missed:
        lines.append(say("home-missed", count=badges.missed))
    if badges.unread:
        lines.append(say("home-unread", count=badges.unread))
    return tuple(lines)


def _entries(me: Me, badges: Badges) -> tuple[Row, ...]:
    """What the account does most stands alone in its row; the rest two or three in a row."""
    account = me.account
    first = [
        (Action.DECIDE, opens(_counted("approvals-entry", badges.approvals), "approvals")),
        (Action.REPORT_CUSTOMER, opens(say("report-entry"), "report_customer")),
    ]
    logs, order = may(account, Action.LOG_ORDERS), opens(say("log-order-entry"), "log_orders")
    only_logs = logs and not may(account, Action.REPORT_CUSTOMER)  # an assistant's day
    others: list[tuple[bool, Button]] = [
        (True, opens(_counted("customers-entry", badges.customers), "customers")),
        (
            may(account, Action.WRITE_FOLLOW_UP),
            opens(_counted("follow-up-entry", badges.overdue), "write_follow_up"),
        ),
        (logs and not only_logs, order),
        (may(account, Action.SEE_REQUESTS), opens(_counted("requests-entry", badges.requests), "requests")),
        (may(account, Action.SEE_POOL), opens(say("pool-entry"), "pool")),
        (may(account, Action.SEE_CONTRACTS), opens(say("contracts-entry"), "contracts")),
        (manages_people(account), opens(say("people-entry"), "people")),
        (True, opens(_counted("announcements-entry", badges.announcements), "announcements")),
        (True, opens(say("more-entry"), "more")),
    ]
    alone = (*(((order,),) if only_logs else ()), *((entry,) for action, entry in first if may(account, action)))
    return (*alone, *evenly([entry for shown, entry in others if shown]))


def _counted(key: str, count: int) -> Say:
    """`我的客户 (23)`; without a count when there is nothing."""
    return say("counted", entry=say(key), count=count) if count else say(key)
