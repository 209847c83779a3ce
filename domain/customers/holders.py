"""Who holds what, for handing it over: the port, and what was handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.base.events import Event


class HandOvers(Protocol):
    """The port."""

    def customers_of(self, account_id: int) -> Sequence[int]:
        """Protected customers whose contact this is."""

    def customers_of_agency(self, agency_id: int) -> Sequence[int]: ...
    def open_reports_of(self, account_id: int) -> Sequence[int]:
        """Reports of this contact that aren't decided yet."""

    def give_customer(
        self, customer_id: int, agency_id: int, contact_id: int, *, since: datetime | None = None
    ) -> None:
        """Another holder, with what is being decided about the customer's protection. `since`: of another agency, from then
        on."""

    def give_report(self, report_id: int, contact_id: int) -> None: ...
    def give_drafts(
        self, from_account: int, to_account: int, *, customers: Sequence[int], reports: Sequence[int]
    ) -> int:
        """Half-filled forms about these go along, unchanged. Returns how many."""

    def give_order_cards(self, from_account: int, to_account: int, *, customers: Sequence[int]) -> int:
        """What he wrote of orders of these alone, and nobody has checked, is the other's to check. Returns how many."""


@dataclass(frozen=True, kw_only=True)
class CustomerHandedOver(Event, subject="customer"):
    """By whom and when is the event's stamp; protection and follow-ups go on as they were."""

    customer: int
    agency: int
    contact: int
    from_agency: int | None
    from_contact: int | None
