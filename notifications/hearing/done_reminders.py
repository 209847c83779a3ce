"""Whose reminders an event may have made done: a digest that was sent loses the keys of what is done by now.

By what an event names, whichever it is: a new kind of event is heard without a line here. Absent: the weekly line on all
that is late of a manager's, whose key opens a list that is right whenever it is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from domain.announcements.announcing import AnnouncementRead
from domain.base.events import Event, to_facts
from domain.base.work import Work
from domain.orders.evening import NoOrdersSaid
from domain.orders.recording import OrderLogged
from domain.reminders.records import Matters, Reminder

NAMED: Final = ("customer", "request", "approval", "project", "contract", "account", "visit")
"""What reminders are about, and events name."""
SINCE: Final = timedelta(days=14)
"""An older digest has scrolled away; its keys say what became of the matter when they are tapped."""
MOST: Final = 20
"""Reminders a step; the latest. Many may have heard of a customer in the pool, and a claim waits for none of them."""


def reminders_of(work: Work, events: Iterable[Event], drafts: Sequence[tuple[int, str]]) -> Sequence[Reminder]:
    """Those that people have, or that are on their way, about what the events name. `drafts`: half-filled forms that changed,
    by their owners."""
    subjects: set[str] = set()
    customers: set[int] = set()
    own = {(owner, f"draft:{name}") for owner, name in drafts}
    for event in events:
        facts = to_facts(event)
        subjects.update(f"{name}:{facts[name]}" for name in NAMED if isinstance(facts.get(name), int))
        match event:
            case AnnouncementRead(announcement=announcement) if work.account is not None:
                own.add((work.account.id, f"announcement:{announcement}"))
            case OrderLogged() if work.account is not None:
                own.add((work.account.id, f"orders:{work.today.isoformat()}"))
            case NoOrdersSaid(account=account, day=day):
                own.update((each, f"orders:{day.isoformat()}") for each in _colleagues(work, account))
            case _:
                pass  # what it names is all
        if isinstance(customer := facts.get("customer"), int):
            customers.add(customer)
    if not subjects and not own:
        return ()
    return work.reminders.about(Matters(subjects, customers, own), work.now - SINCE, MOST)


def _colleagues(work: Work, account_id: int) -> list[int]:
    agency = work.people.account(account_id).agency_id
    return [each.id for each in work.people.accounts_of_agency(agency)] if agency is not None else [account_id]
