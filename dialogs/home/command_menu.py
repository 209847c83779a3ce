"""The commands beside the text field: by role, in the order of home; whoever has no account has those of a stranger (docs/wording.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dialogs.core.screen import Say, say
from dialogs.home.entries import ENTRIES, ORDERS, may_open, order_of
from domain.people.records import Account

NAMES: Final[Mapping[str, str]] = {
    "report": "report_customer",
    "approvals": "approvals",
    "order": "log_orders",
    "customers": "customers",
    "follow_up": "write_follow_up",
    "requests": "requests",
    "pool": "pool",
    "contracts": "contracts",
    "people": "people",
    "news": "announcements",
    "figures": "statistics",
    "forecast": "forecast",
    "questions": "questions",
    "answer": "to_answer",
    "documents": "publications",
    "feedback": "feedbacks",
    "contact": "contact_us",
    "status": "status",
    "help": "help",
    "language": "language",
}
"""The entry that each opens: what somebody types, so they stay what they are."""
BEYOND: Final = (
    "statistics",
    "questions",
    "to_answer",
    "publications",
    "status",
    "feedbacks",
    "contact_us",
    "help",
    "language",
)
"""Under 更多 or at 管理, and in the menu of whoever may open them."""
_STRANGERS: Final = ("help", "language")
_HOME: Final = ("home", say("core-home"))


def menu(role: str | None) -> tuple[tuple[str, Say], ...]:
    """Command and label, the most used first."""
    entries: tuple[str, ...] = _STRANGERS
    if role is not None:
        order = ORDERS[role]
        entries = (*order.first, *order.home, *(each for each in BEYOND if each in order.all))
    by_entry = {entry: name for name, entry in NAMES.items()}
    return (_HOME, *((by_entry[each], say(ENTRIES[each].label)) for each in entries if each in by_entry))


def opened(name: str, account: Account) -> str | None:
    """The dialog that a command opens for this account; None for what is none, or not his."""
    entry, order = NAMES.get(name), order_of(account)
    return entry if entry in order.all and may_open(account, ENTRIES[entry]) else None
