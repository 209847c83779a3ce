"""What an order does to its customer's protection (*policy* `protection.order_months`), as it is told beforehand and after."""

from __future__ import annotations

from datetime import date

from domain.base.work import Work
from domain.protection import clock as protection


def would_keep(work: Work, customer_id: int, day: date) -> date | None:
    """The last protected day after an order of that contract day, where it is a later one than now."""
    if not work.policy.protection.order_months:
        return None
    held = work.protections.held(customer_id)
    if held is None or held.agency_id != work.actor.agency_id:
        return None
    until = protection.sell(work.policy, held.protection, day).last_day
    return until if until != held.protection.last_day else None


def kept_until(work: Work, customer_id: int) -> date | None:
    """The last day that orders keep the actor's customer, None where they keep it no longer than it is protected anyway."""
    held = work.protections.held(customer_id) if work.policy.protection.order_months else None
    return held.protection.by_orders if held is not None and held.agency_id == work.actor.agency_id else None
