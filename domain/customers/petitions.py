"""What is asked about a customer beside its report: appeals (申诉) and corrections (更正). Records and port."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.base.kinds import Kind
from domain.base.written import KeptFile, Written
from domain.customers.records import CustomerId, Profile, ReportId
from domain.people.records import AccountId, AgencyId


class PetitionState(StrEnum):
    PENDING = "pending"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """Against a refusal: of a report (`report_id`), or of a name that another agency holds."""

    id: int
    number: str
    customer_id: CustomerId
    report_id: ReportId | None
    agency_id: AgencyId
    applicant_id: AccountId
    name: str
    reason: str
    state: PetitionState
    created_at: datetime
    files: tuple[KeptFile, ...] = ()
    """Pictures to the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Another name or code for a customer, which goes through the conflict check and approval again."""

    id: int
    number: str
    customer_id: CustomerId
    applicant_id: AccountId
    agency_id: AgencyId
    profile: Profile
    state: PetitionState
    created_at: datetime
    evidence: Written
    """Why, where it was said, and pictures to it."""


class Petitions(Protocol):
    """The port. `get` methods raise `NotFound`."""

    def appeal(self, appeal_id: int) -> Appeal: ...
    def open_appeal(self, customer_id: int, agency_id: int) -> Appeal | None: ...
    def open_appeals(self, customer_id: int) -> Sequence[Appeal]: ...
    def decided_appeals(self, customer_id: int) -> Sequence[Appeal]: ...
    def move_appeals(self, gone: int, into: int) -> None:
        """Two customers turned out to be one, about which no agency appeals twice."""

    def add_appeal(
        self,
        *,
        number: str,
        customer_id: int,
        report_id: int | None,
        agency_id: int,
        applicant_id: int,
        name: str,
        reason: str,
        now: datetime,
        files: Sequence[KeptFile] = (),
    ) -> Appeal: ...
    def correction(self, correction_id: int) -> Correction: ...
    def open_correction(self, customer_id: int) -> Correction | None: ...
    def open_corrections(self) -> Sequence[Correction]:
        """All that wait for a decision, oldest first: the vendor's desk, never the archive."""

    def add_correction(
        self,
        *,
        number: str,
        customer_id: int,
        applicant_id: int,
        agency_id: int,
        profile: Profile,
        now: datetime,
        evidence: Written | None = None,
    ) -> Correction: ...
    def close(self, kind: Kind, petition_id: int, state: PetitionState) -> None:
        """An appeal or a correction."""
