"""What an agency is called, and a change of that which waits for approval: records and port (docs/agencies.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.base.rights import Reach
from domain.customers.petitions import PetitionState
from domain.people.records import AccountId, Agency, AgencyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyIdentity:
    """By what an agency is known: as on the licence, and how lists call it."""

    name: str
    short_name: str = ""
    credit_code: str | None = None

    @classmethod
    def of(cls, agency: Agency) -> AgencyIdentity:
        return cls(name=agency.name, short_name=agency.short_name, credit_code=agency.credit_code)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyChange:
    """`before` is what it was known by when the change was asked for; `note` why, in the applicant's words."""

    id: int
    number: str
    agency_id: AgencyId
    applicant_id: AccountId
    before: AgencyIdentity
    after: AgencyIdentity
    note: str
    state: PetitionState
    created_at: datetime


class AgencyFiles(Protocol):
    """The port. `change` raises `NotFound`."""

    def found(self, reach: Reach, text: str, offset: int, limit: int) -> tuple[Sequence[Agency], int]:
        """A page of the agencies within reach, by name, but for those that never became one; with how many there are. Each
        word of `text` is in a name of the agency (a former one, too), its pinyin or initials, in its code, or tells its
        manager by name or 工号."""

    def change(self, change_id: int) -> AgencyChange: ...
    def open_change(self, agency_id: int) -> AgencyChange | None: ...
    def add_change(
        self,
        *,
        number: str,
        agency_id: int,
        applicant_id: int,
        before: AgencyIdentity,
        after: AgencyIdentity,
        note: str,
        now: datetime,
    ) -> AgencyChange: ...
    def close_change(self, change_id: int, state: PetitionState) -> None: ...
