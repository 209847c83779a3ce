"""Registrations of agencies, and the door before them: records and port (docs/registration.md).

Whoever registers has no account yet: a registration belongs to a chat. From the moment when it is submitted there is an
agency that is pending and its owner who hasn't joined; approval makes both real, so that all kinds of request have one
shape. `registering` and `guarding` are the use-cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.people.records import AccountId, AgencyId

RegistrationId = NewType("RegistrationId", int)
AgencyClaimId = NewType("AgencyClaimId", int)


class RegistrationState(StrEnum):
    PENDING = "pending"
    RETURNED = "returned"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    """Another one with the same code was approved."""


AGAIN = (RegistrationState.REJECTED, RegistrationState.WITHDRAWN)
"""Its answers open the form again."""
OPEN = (RegistrationState.PENDING, RegistrationState.RETURNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What an agency says of itself. `region` as it is said: `广东 深圳`. `mobile_shared`: the number is the applicant's
    own, the chat vouches for it; what is typed anybody could have typed."""

    name: str
    credit_code: str
    organisation_code: str
    tax_number: str
    region: str
    address: str
    contact: str
    position: str
    phone: str | None
    mobile: str | None
    mobile_shared: bool
    fax: str | None
    email: str
    entity: str
    products: tuple[str, ...]

    @property
    def province(self) -> str:
        return self.region.split()[0]

    @property
    def city(self) -> str:
        return self.region.split()[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """`return_fields` are the fields to mend while it is returned, `reason` the last decision's."""

    id: RegistrationId
    number: str
    chat_id: int
    agency_id: AgencyId
    applicant_id: AccountId
    company: Company
    state: RegistrationState
    submitted_at: datetime
    return_fields: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorway:
    """How a chat stands before the picture (验证码). `begun` counts the day's beginnings, `wrong` and `refreshed` those of
    this one; `answer` is empty while no picture is shown."""

    chat_id: int
    day: date
    begun: int = 0
    wrong: int = 0
    refreshed: int = 0
    answer: str = ""
    expires_at: datetime | None = None
    passed: bool = False


class ClaimState(StrEnum):
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    """Its agency has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyClaim:
    """申请核实: a chat without an account says that the agency is its own. `name`: the company as it calls it. The applicant is an
    owner of the agency who isn't of it as long as nobody has found it true."""

    id: AgencyClaimId
    number: str
    chat_id: int
    agency_id: AgencyId
    applicant_id: AccountId
    name: str
    contact: str
    mobile: str
    mobile_shared: bool
    note: str
    state: ClaimState
    made_at: datetime


class Registrations(Protocol):
    """The port. `get` raises `NotFound`."""

    def get(self, registration_id: int) -> Registration: ...
    def of_chat(self, chat_id: int) -> Registration | None:
        """The newest."""

    def of_agency(self, agency_id: int) -> Registration | None:
        """The newest."""

    def open_with_code(self, credit_code: str) -> Sequence[Registration]:
        """Those that aren't decided, oldest first."""

    def add(
        self,
        *,
        number: str,
        chat_id: int,
        agency_id: int,
        applicant_id: int,
        company: Company,
        now: datetime,
    ) -> Registration: ...
    def set_state(
        self, registration_id: int, state: RegistrationState, *, reason: str = "", fields: Sequence[str] = ()
    ) -> None: ...
    def mend(self, registration_id: int, company: Company, at: datetime) -> None:
        """Pending again, with these answers."""

    def claim(self, claim_id: int) -> AgencyClaim: ...
    def claim_of_chat(self, chat_id: int) -> AgencyClaim | None:
        """The newest."""

    def add_claim(
        self,
        *,
        number: str,
        chat_id: int,
        agency_id: int,
        applicant_id: int,
        name: str,
        contact: str,
        mobile: str,
        mobile_shared: bool,
        note: str,
        now: datetime,
    ) -> AgencyClaim: ...
    def close_claim(self, claim_id: int, state: ClaimState) -> None: ...
    def doorway(self, chat_id: int) -> Doorway | None: ...
    def keep_doorway(self, doorway: Doorway) -> None: ...
