"""Contracts (渠道签约): what an agency signs for a fiscal year, its documents, its states (docs/contracts.md).

Records and port; `contracting` has the use-cases, `distributors` whom a contract is bound to, `approvals.paths` who decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, NewType, Protocol, TypeAlias

from domain.base.policy import Policy
from domain.base.rights import Reach
from domain.people.records import AccountId, AgencyId

ContractId = NewType("ContractId", int)
Json: TypeAlias = Any
"""A JSON value; what it may be is the question's business."""


class ContractState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


EDITABLE = frozenset({ContractState.DRAFT, ContractState.RETURNED, ContractState.WITHDRAWN})
"""The agency may fill it in and submit it; a rejected one stays as it is, and can be copied."""


# --- what is filled in --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A page of a document as a file: SHA-256 of its bytes, sniffed type, size in bytes, the sender's name for it."""

    sha256: str
    type: str
    size: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPage:
    """A page of a document that lies elsewhere."""

    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document of a type that the policy knows, of one or several pages. `valid_until`: its last valid day, where it runs
    out."""

    kind: str
    pages: tuple[Content | LinkedPage, ...]
    valid_until: date | None = None
    name: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Industry:
    """A main industry with its yearly sales of servers, in 万元."""

    industry: str
    industry_sales: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCustomer:
    """A main customer with its yearly sales of servers, in 万元."""

    customer: str
    customer_sales: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """签约基本信息. Amounts are in 万元."""

    accepts_letter: bool
    name: str
    fiscal_year: int
    entity: str
    type: str
    level: str
    manager: int
    distributor: int | None = None
    distributor_contact: str = ""
    contact_position: str
    contact_phone: str
    general_manager: str
    general_manager_mobile: str
    general_manager_email: str
    server_lead: str
    server_lead_mobile: str
    server_lead_email: str
    qualification: str
    credit_code: str = ""
    organisation_code: str = ""
    province: str = ""
    city: str = ""
    office_address: str = ""
    website: str = ""
    postcode: str = ""
    phone: str = ""
    fax: str = ""
    ownership: str = ""
    business_scope: str
    registered_capital: Decimal | None = None
    turnover: Decimal
    financing: Decimal | None = None
    working_capital: Decimal | None = None
    staff: int | None = None
    sales_staff: int | None = None
    technical_staff: int | None = None
    marketing_staff: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Business:
    """商务信息."""

    issuer: str
    registered_name: str
    taxpayer: str
    registered_address: str = ""
    registered_phone: str = ""
    bank: str = ""
    bank_account: str = ""
    tax_number: str = ""
    invoice_name: str
    invoice_address: str
    invoice_postcode: str
    invoice_contact: str
    invoice_phone: str
    delivery_name: str
    delivery_address: str
    delivery_postcode: str
    transport: str
    station: str
    recipient: str
    recipient_phone: str
    recipient_mobile: str
    recipient_fax: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyProfile:
    """公司业务信息. Amounts are in 万元."""

    industries: tuple[Industry, ...]
    key_customers: tuple[KeyCustomer, ...]
    company_turnover: Decimal
    hardware_sales: Decimal
    software_sales: Decimal | None = None
    server_sales: Decimal | None = None
    brands: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractProfile:
    """All that an agency fills in."""

    basics: Basics
    business: Business
    company: CompanyProfile
    attachments: tuple[Attachment, ...] = ()


QUESTIONS = (*(each.name for part in (Basics, Business, CompanyProfile) for each in fields(part)), "attachments")
"""In the order in which they are asked."""

Flat: TypeAlias = Mapping[str, Json]
"""A profile as it is kept: JSON by question, without what was left empty."""


def flat(profile: ContractProfile) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for part in (profile.basics, profile.business, profile.company):
        found |= _fields(part)
    found["attachments"] = kept(profile.attachments)
    return found


def _fields(record: Any) -> dict[str, Json]:
    values = {each.name: getattr(record, each.name) for each in fields(record)}
    return {name: kept(value) for name, value in values.items() if value is not None and value != ""}


def kept(value: object) -> Json:
    """An answer as a profile keeps it."""
    match value:
        case Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [kept(each) for each in value]
        case _ if is_dataclass(value):
            return _fields(value)
        case _:
            return value


# --- the records --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Binding:
    """The distributor that a dealer's contract is bound to, and the account there whom the dealer deals with."""

    distributor: AgencyId
    contact: AccountId


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """`distributor_id` and its contact are what the manager bound; what the agency wished for is in the profile."""

    id: ContractId
    number: str
    agency_id: AgencyId
    fiscal_year: int
    state: ContractState
    name: str
    type: str
    level: str
    manager_id: AccountId | None
    distributor_id: AgencyId | None
    distributor_contact_id: AccountId | None
    created_by: AccountId
    created_at: datetime
    submitted_at: datetime | None
    approved_at: datetime | None
    profile: Flat

    @property
    def dropped(self) -> bool:
        """A draft that was deleted: it was never handed in."""
        return self.state is ContractState.WITHDRAWN and self.submitted_at is None

    @property
    def editable(self) -> bool:
        return self.state in EDITABLE and not self.dropped

    @property
    def bound(self) -> Binding | None:
        if self.distributor_id is None or self.distributor_contact_id is None:
            return None
        return Binding(self.distributor_id, self.distributor_contact_id)


def with_answers(contract: Contract, profile: Flat, bound: Binding | None) -> Contract:
    """The same contract, saying this."""
    manager = profile.get("manager")
    return replace(
        contract,
        name=str(profile.get("name", contract.name)),
        type=str(profile.get("type", "")),
        level=str(profile.get("level", "")),
        manager_id=AccountId(manager) if isinstance(manager, int) else None,
        distributor_id=bound.distributor if bound is not None else None,
        distributor_contact_id=bound.contact if bound is not None else None,
        profile=profile,
    )


@dataclass(frozen=True, slots=True)
class ContractRow:
    """For lists: without the profile."""

    id: ContractId
    number: str
    agency: str
    fiscal_year: int
    state: ContractState
    name: str
    waits_for: tuple[str, ...] = ()
    """Who has it, while it is being decided."""
    amending: str = ""
    """The state of its amendment that isn't decided; empty where there is none."""
    run_out: bool = False
    """A document of it has run out, and none is newer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractWord:
    """What is looked for: part of a number or of a name (of the contract; of its agency or manager, or the pinyin or initials
    of that), or one of the types, levels or states that are called so."""

    text: str
    types: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    states: tuple[ContractState, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractQuery:
    """Each of the words must fit."""

    words: tuple[ContractWord, ...] = ()
    offset: int = 0
    limit: int = 6


class Contracts(Protocol):
    """The port. `get` raises `NotFound`."""

    def get(self, contract_id: int, *, lock: bool = False) -> Contract: ...
    def add(
        self, *, number: str, agency_id: int, fiscal_year: int, name: str, created_by: int, now: datetime
    ) -> Contract: ...
    def submit(self, contract_id: int, profile: ContractProfile, now: datetime) -> None:
        """The profile becomes the contract's, and one more version of it."""

    def set_state(self, contract_id: int, state: ContractState, at: datetime) -> None: ...
    def bind(self, contract_id: int, distributor_id: int, contact_id: int) -> None: ...
    def amend(self, contract_id: int, profile: Flat, bound: Binding | None) -> None:
        """An approved one goes on with these answers."""

    def versions(self, contract_id: int) -> Sequence[Flat]:
        """What was submitted, oldest first."""

    def lock_year(self, agency_id: int, fiscal_year: int) -> None:
        """Held until the COMMIT: two contracts of an agency's year can't be decided at the same moment."""

    def approved(self, agency_id: int, fiscal_year: int) -> Contract | None: ...
    def newest_approved(self, agency_id: int, before_year: int) -> Contract | None:
        """The approved contract of the latest fiscal year before that one."""

    def open_of(self, agency_id: int) -> Sequence[Contract]:
        """Those that wait for a decision, or to be mended."""

    def of_year(self, agency_id: int, fiscal_year: int) -> Sequence[Contract]:
        """All that the agency ever began for it, newest first."""

    def is_under_way(self, agency_id: int, fiscal_year: int) -> bool:
        """Whether the agency has submitted one for the year, or has it approved."""

    def found(self, reach: Reach, sought: ContractQuery) -> tuple[Sequence[ContractRow], int]:
        """Newest first, and how many there are. Drafts are the agency's own: others don't find them, and nobody one that was
        deleted."""

    def distributors(self, fiscal_year: int, types: Sequence[str]) -> Sequence[AgencyId]:
        """Agencies whose approved contract of that year is of one of these types."""

    def path(self, unit_id: int) -> tuple[str, ...] | None:
        """The approval path set in the chat, None where the policy's holds."""

    def set_path(self, unit_id: int, steps: Sequence[str] | None) -> None: ...


# --- the fiscal year ----------------------------------------------------------------------------------------------


def fiscal_year(policy: Policy, day: date) -> int:
    """签约财年 of a day, named by the year in which it starts."""
    return day.year if day >= first_day(policy, day.year) else day.year - 1


def first_day(policy: Policy, year: int) -> date:
    """Of the fiscal year of that name."""
    return date.fromisoformat(f"{year}-{policy.calendar.fiscal_year_starts}")


def last_day(policy: Policy, year: int) -> date:
    """Of the fiscal year of that name."""
    return first_day(policy, year + 1) - timedelta(days=1)
