"""By which day the next follow-up report on a customer is expected (docs/follow-ups.md)."""

from __future__ import annotations

from datetime import date, timedelta

from domain.base.policy import Policy


def next_due(policy: Policy, day: date) -> date:
    """The day by which the next report is expected, counted from the last one or from the approval."""
    return day + timedelta(days=policy.follow_up.every_days)
