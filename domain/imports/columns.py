"""What somebody said of a heading that wasn't understood, kept for the next list that comes from the same house: an agency
writes its lists in one manner, whoever of its people sends them (docs/orders.md)."""

from __future__ import annotations

from collections.abc import Mapping

from domain.base import labels
from domain.base.work import Work
from domain.people.records import Account

VENDOR = "vendor"


def house(account: Account | None) -> str:
    """Whose manner a list is written in: the agency's; the unit's for a manager; the vendor's for an administrator, whose
    lists are of all units, and for the operator's command line."""
    if account is not None and account.agency_id is not None:
        return f"agency:{account.agency_id}"
    if account is not None and account.unit_id is not None and not account.administrator:
        return f"unit:{account.unit_id}"
    return VENDOR


def learned(work: Work, kind: str) -> Mapping[str, str]:
    """Heading → field, for this kind of list."""
    return work.imports.columns(house(work.account), kind)


def remember(work: Work, kind: str, heading: str, field: str) -> None:
    """The newest word counts."""
    work.imports.remember_column(house(work.actor), kind, labels.read(heading).plain, field)
