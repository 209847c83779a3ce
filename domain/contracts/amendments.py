"""Amendments (变更) of an approved contract: how it stood, how it shall stand, who asked for it and why (docs/contracts.md).

Records and port; `amending` has the use-cases, `versions` what held when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.contracts.records import Binding, ContractId, Flat
from domain.people.records import AccountId, AgencyId

AmendmentId = NewType("AmendmentId", int)


class AmendmentState(StrEnum):
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({AmendmentState.SUBMITTED, AmendmentState.RETURNED})
"""It is being decided or mended: there is one such of a contract at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """`before` is the contract as it stood when this was handed in last, `after` as it shall stand, both whole."""

    id: AmendmentId
    number: str
    contract_id: ContractId
    agency_id: AgencyId
    applicant_id: AccountId
    """Who handed it in last."""
    state: AmendmentState
    reason: str
    before: Flat
    after: Flat
    bound_before: Binding | None
    bound_after: Binding | None
    """The distributor that it shall be bound to; None: to none, or to one that the manager is still to name."""
    created_at: datetime
    submitted_at: datetime
    closed_at: datetime | None
    """When it was approved, rejected or withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an amendment asks for, and who does."""

    applicant_id: int
    reason: str
    before: Flat
    after: Flat
    bound_before: Binding | None
    bound_after: Binding | None


class Amendments(Protocol):
    """The port. `get` raises `NotFound`."""

    def get(self, amendment_id: int, *, lock: bool = False) -> Amendment: ...
    def add(self, number: str, contract_id: int, agency_id: int, asked: Asked, now: datetime) -> Amendment: ...
    def ask_again(self, amendment_id: int, asked: Asked, now: datetime) -> None:
        """One that was sent back is handed in anew."""

    def send_back(self, amendment_id: int) -> None: ...
    def close(self, amendment_id: int, state: AmendmentState, now: datetime) -> None: ...
    def bind(self, amendment_id: int, bound: Binding) -> None: ...
    def open_of(self, contract_id: int) -> Amendment | None: ...
    def open_of_agency(self, agency_id: int) -> Sequence[Amendment]: ...
    def approved_of(self, contract_id: int) -> Sequence[Amendment]:
        """In the order in which they came to hold."""

    def of_contract(self, contract_id: int) -> Sequence[Amendment]:
        """All of them, the newest first."""
