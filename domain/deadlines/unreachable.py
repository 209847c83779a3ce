"""Who can't be reached in the chat is made known, once a week, to whoever can speak to him (docs/reminders.md)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.base.work import Work
from domain.people import heads, standing_in
from domain.people.hearers import owners
from domain.people.records import Account, AccountState
from domain.reminders.records import Planned, Reminder, ReminderKind


def make_known(work: Work, account_id: int) -> None:
    account = work.people.account(account_id)
    monday = work.today - timedelta(days=work.today.weekday())
    work.reminders.plan(
        [
            Planned(
                receiver=each,
                kind=ReminderKind.UNREACHABLE,
                subject=f"account:{account_id}",
                due=work.calendar.begin_of(monday),
            )
            for each in superiors(work, account)
        ]
    )


def superiors(work: Work, account: Account) -> Sequence[int]:
    """An agency's owners and manager; of the vendor's people the head. Failing all of them, and of a head himself, the
    administrators."""
    if account.agency_id is not None:
        found = (*owners(work, account.agency_id), *_manager(work, account.agency_id))
    elif account.unit_id is not None:
        found = heads.told(work, work.people.unit(account.unit_id))
    else:
        found = ()
    others = [each for each in dict.fromkeys(found) if each != account.id]
    return others or [each.id for each in work.people.administrators() if each.id != account.id]


def _manager(work: Work, agency_id: int) -> tuple[int, ...]:
    agency = work.people.agency(agency_id)
    manager = work.people.account(agency.manager_id) if agency.manager_id is not None else None
    if manager is not None and manager.active:
        return standing_in.present(work, manager.id)
    return heads.told(work, work.people.unit(agency.unit_id))


def is_so(work: Work, reminder: Reminder) -> bool:
    """Whether whom the reminder is about still can't be reached, and should be: who has left isn't missed."""
    account = work.people.account(reminder.about)
    left = account.state is AccountState.LEFT or account.former
    return not left and bool(work.reminders.unreachable([account.id]))
