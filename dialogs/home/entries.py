"""The entries of an account: which there are, and the one table of what stands at home and what under 更多, in which order
(docs/wording.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from dialogs.core.ask import Ask
from dialogs.core.screen import Button, Say, say
from dialogs.shared.words import opens
from domain.base.rights import Action, manages_people, may
from domain.customers import twins
from domain.disputes.scope import reads_disputes
from domain.home.views import Badges, Me
from domain.people.records import Account, AccountType

There: TypeAlias = Callable[[Me, Badges, Ask], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """`right` is what the account must hold, `there` what else must be so, `count` what waits behind it. `by_name`: it opens by
    its name also where it isn't there."""

    label: str
    right: Action | None = None
    there: There = lambda me, badges, ask: True
    count: Callable[[Badges], int] = lambda badges: 0
    by_name: bool = False


ENTRIES: Final[Mapping[str, Entry]] = {
    "accounts": Entry("accounts-entry", there=lambda me, badges, ask: me.others > 0),
    "administration": Entry("administration-entry", Action.SEE_AUDIT),
    "announcements": Entry("announcements-entry", count=lambda badges: badges.announcements),
    "approvals": Entry("approvals-entry", Action.DECIDE, count=lambda badges: badges.approvals),
    "board": Entry(
        "board-entry",
        Action.SEE_BOARD,
        there=lambda me, badges, ask: not (me.account.administrator or me.account.type is AccountType.OWNER),
        by_name=True,
    ),
    "changes": Entry("changes-entry", Action.SEE_AUDIT),
    "contact_us": Entry("contact-us-entry"),
    "contracts": Entry("contracts-entry", Action.SEE_CONTRACTS),
    "customers": Entry("customers-entry", count=lambda badges: badges.customers),
    "direct_accounts": Entry("direct-entry", Action.KEEP_DIRECT),
    "disputes": Entry("disputes-entry", Action.SEE_DISPUTES, lambda me, badges, ask: ask(reads_disputes)),
    "drafts": Entry("drafts-entry"),
    "exchange_rates": Entry("rates-entry", Action.SET_RATES),
    "failures": Entry("failures-entry", Action.SEE_FAILURES),
    "feedbacks": Entry(
        "feedback-entry",
        Action.GIVE_FEEDBACK,
        # an owner has a page's worth of entries besides, and comes to it by 帮助
        there=lambda me, badges, ask: (
            badges.feedback > 0 or not (me.account.administrator or me.account.type is AccountType.OWNER)
        ),
        count=lambda badges: badges.feedback,
        by_name=True,
    ),
    "help": Entry("help-entry"),
    "import_customers": Entry("import-entry", Action.IMPORT_CUSTOMERS),
    "language": Entry("language-entry"),
    "log_orders": Entry("log-order-entry", Action.LOG_ORDERS),
    "missed": Entry("missed-entry", there=lambda me, badges, ask: badges.missed > 0),
    "my_projects": Entry("my-projects-entry", there=lambda me, badges, ask: badges.customers > 0),
    "orders_day": Entry(
        "orders-day-entry",
        Action.SEE_ORDERS,
        there=lambda me, badges, ask: not (me.account.administrator or me.account.type is AccountType.OWNER),
        by_name=True,
    ),
    "people": Entry("people-entry", there=lambda me, badges, ask: manages_people(me.account)),
    "person": Entry("own-data-entry"),
    "policy": Entry("policy-entry", Action.SEE_AUDIT),
    "pool": Entry("pool-entry", Action.SEE_POOL),
    "refused_attempts": Entry(
        "refused-entry",
        Action.SEE_REFUSED,
        there=lambda me, badges, ask: not me.account.administrator,
        by_name=True,
    ),
    "report_customer": Entry("report-entry", Action.REPORT_CUSTOMER),
    "publications": Entry("publications-entry"),
    "questions": Entry("questions-entry", Action.ASK_MANAGER),
    "requests": Entry("requests-entry", Action.SEE_REQUESTS, count=lambda badges: badges.requests),
    "sales": Entry("sales-key", Action.SEE_ORDERS),
    "statistics": Entry("statistics-entry", Action.SEE_ORDERS),
    "forecast": Entry("forecast-entry", Action.SEE_FORECAST),
    "status": Entry("status-entry", Action.SEE_AUDIT),
    "to_answer": Entry(
        "to-answer-entry",
        Action.DECIDE,
        there=lambda me, badges, ask: badges.answers > 0,
        count=lambda badges: badges.answers,
        by_name=True,
    ),
    "twins": Entry("twins-entry", Action.MERGE_CUSTOMERS, lambda me, badges, ask: ask(twins.suspected, 0, 0)[1] > 0),
    "units": Entry("units-entry", Action.MANAGE_UNITS),
    "write_follow_up": Entry("follow-up-entry", Action.WRITE_FOLLOW_UP, count=lambda badges: badges.overdue),
}
"""By the dialog that it opens."""


BESIDES: Final[Mapping[str, Entry]] = {
    "order_cards": Entry("order-cards-entry", Action.LOG_ORDERS),
    "targets": Entry("targets-entry", Action.SEE_ORDERS),
}
"""What stands in other places, and opens by its name from anywhere, too."""


@dataclass(frozen=True, slots=True)
class Order:
    """Dialogs, the most used first: `first` alone in their rows and `home` beneath (together eight at most), `more` under 更多,
    `room` at 管理."""

    first: tuple[str, ...]
    home: tuple[str, ...]
    more: tuple[str, ...]
    room: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.first, *self.home, *self.more, *self.room)


def _order(first: str, home: str, more: str, room: str = "") -> Order:
    return Order(tuple(first.split()), tuple(home.split()), tuple(more.split()), tuple(room.split()))


ORDERS: Final[Mapping[str, Order]] = {
    "owner": _order(
        "report_customer",
        "customers write_follow_up log_orders requests contracts people announcements",
        "missed board pool statistics sales forecast orders_day my_projects questions publications drafts accounts contact_us feedbacks person help language",
    ),
    "salesperson": _order(
        "report_customer",
        "customers write_follow_up log_orders requests pool announcements",
        "missed my_projects statistics sales forecast orders_day questions publications drafts accounts contact_us feedbacks person help language",
    ),
    "engineer": _order(
        "",
        "customers write_follow_up announcements",
        "missed my_projects questions publications drafts accounts contact_us feedbacks person help language",
    ),
    "assistant": _order(
        "log_orders",
        "customers statistics announcements",
        "missed sales orders_day my_projects questions publications drafts accounts contact_us feedbacks person help language",
    ),
    "manager": _order(
        "approvals",
        "customers board requests pool contracts people announcements",
        "missed to_answer statistics sales forecast orders_day my_projects refused_attempts disputes publications drafts accounts contact_us feedbacks person help language",
    ),
    "administrator": _order(
        "approvals",
        "customers requests pool contracts people announcements administration",
        "missed to_answer twins board statistics sales forecast orders_day my_projects refused_attempts disputes publications drafts accounts contact_us "
        "feedbacks person help language",
        "units policy exchange_rates direct_accounts import_customers failures changes status",
    ),
}
"""By account type; an administrator's own whatever else he is. Whoever may open an entry has it in his order."""


def order_of(account: Account) -> Order:
    return ORDERS["administrator" if account.administrator else account.type.value]


def at_home(me: Me, badges: Badges, ask: Ask) -> tuple[Sequence[Button], Sequence[Button]]:
    """What stands alone in its row, and what beneath."""
    order = order_of(me.account)
    return _keys(order.first, me, badges, ask), _keys(order.home, me, badges, ask)


def under_more(me: Me, badges: Badges, ask: Ask) -> Sequence[Button]:
    return _keys(order_of(me.account).more, me, badges, ask)


def in_room(me: Me, badges: Badges, ask: Ask) -> Sequence[Button]:
    """At 管理."""
    return _keys(order_of(me.account).room, me, badges, ask)


def by_name(me: Me) -> Sequence[Button]:
    """What opens by its name though it isn't there just now, or stands in a room of its own."""
    order = order_of(me.account)
    named = (each for each in order.all if ENTRIES[each].by_name or each in order.room)
    there = {**{each: ENTRIES[each] for each in named}, **BESIDES}
    return [opens(say(entry.label), each) for each, entry in there.items() if may_open(me.account, entry)]


def counted(label: str, count: int) -> Say:
    """`我的客户 (23)`; without a count when there is nothing."""
    return say("counted", entry=say(label), count=count) if count else say(label)


def _keys(dialogs: Sequence[str], me: Me, badges: Badges, ask: Ask) -> list[Button]:
    return [
        opens(counted(entry.label, entry.count(badges)), dialog)
        for dialog in dialogs
        for entry in (ENTRIES[dialog],)
        if may_open(me.account, entry) and entry.there(me, badges, ask)
    ]


def may_open(account: Account, entry: Entry) -> bool:
    return entry.right is None or may(account, entry.right)
