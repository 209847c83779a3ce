"""Whoever wished to hear of such a customer hears that one lies in the pool (docs/protection.md)."""

from __future__ import annotations

from collections.abc import Collection

from domain.base.work import Work
from domain.reminders.records import Planned, ReminderKind


def tell_subscribers(work: Work, customer_id: int, *, but: Collection[int]) -> None:
    """All who wished to hear of such a customer are told at the same minute, when quiet hours are over; to who just lost
    it (`but`), and hears so, it is no news."""
    entry = work.pool.entry(customer_id)
    if entry is None:
        return
    work.reminders.plan(
        [
            Planned(
                receiver=account,
                kind=ReminderKind.POOL,
                subject=f"customer:{customer_id}",
                due=work.now,
            )
            for account in work.pool.subscribers(entry.province, entry.domain)
            if account not in but
        ]
    )
