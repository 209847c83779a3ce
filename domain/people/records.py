"""Who works with the desk: accounts, units, agencies, invitations (docs/people.md)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from domain.base.rights import Reach

AccountId = NewType("AccountId", int)
AgencyId = NewType("AgencyId", int)
UnitId = NewType("UnitId", int)


class AccountType(StrEnum):
    """The five account types. *Administrator* is no type but a right that a vendor's account can hold."""

    OWNER = "owner"
    SALESPERSON = "salesperson"
    ENGINEER = "engineer"
    ASSISTANT = "assistant"
    MANAGER = "manager"


AGENCY_TYPES = (AccountType.OWNER, AccountType.SALESPERSON, AccountType.ENGINEER, AccountType.ASSISTANT)


class AccountState(StrEnum):
    INVITED = "invited"
    ACTIVE = "active"
    LEFT = "left"
    """Deactivated, never deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person in one part. One chat user may hold several; one account is linked to one chat user at a time."""

    id: AccountId
    name: str
    type: AccountType
    state: AccountState
    email: str = ""
    phone: str = ""
    employee_number: str = ""
    """工号, of the vendor's people; empty where it isn't known."""
    administrator: bool = False
    agency_id: AgencyId | None = None
    unit_id: UnitId | None = None
    chat_id: int | None = None
    former: bool = False
    """Its agency has ended: it looks back at what it had, and does nothing more."""

    @property
    def active(self) -> bool:
        return self.state is AccountState.ACTIVE

    @property
    def roles(self) -> frozenset[str]:
        """The rows of the rights table that count for this account."""
        if not self.administrator:
            return frozenset({self.type.value})
        return frozenset({self.type.value, "administrator"} if self.unit_id else {"administrator"})


class UnitKind(StrEnum):
    REGION = "region"
    INDUSTRY = "industry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A region (省区) or an industry (行业) of the vendor, with one head. Of one that ended what it had is the successor's, if it
    had anything."""

    id: UnitId
    name: str
    kind: UnitKind
    head_id: AccountId | None = None
    ended_at: datetime | None = None
    successor_id: UnitId | None = None


class AgencyState(StrEnum):
    PENDING = "pending"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    """Nothing new; protection runs on."""
    ENDED = "ended"
    REJECTED = "rejected"
    """Never became one: its registration was rejected or withdrawn."""


WITH_US = (AgencyState.ACTIVE, AgencyState.SUSPENDED)
"""They work with the vendor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A channel company. Its requests go to its manager, whatever city the customer is in. `contact`, `phone`, `email` and
    `address` are how it is reached; `former_names` what it was called before, oldest first."""

    id: AgencyId
    name: str
    state: AgencyState
    unit_id: UnitId
    manager_id: AccountId | None
    short_name: str = ""
    credit_code: str | None = None
    province: str = ""
    city: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    former_names: tuple[str, ...] = ()
    ended_at: datetime | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is or was called."""
        return tuple(each for each in (self.name, self.short_name, *self.former_names) if each)

    @property
    def called(self) -> str:
        """How it is called on screens."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A one-time link into an account. Only the hash of its token is kept."""

    id: int
    account_id: AccountId
    invited_by: AccountId | None
    expires_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    def open_at(self, now: datetime) -> bool:
        return self.used_at is None and self.revoked_at is None and now < self.expires_at


class Engineers(Protocol):
    """The port to who helps with which customer (技术支持)."""

    def of_customer(self, customer_id: int) -> Sequence[AccountId]: ...
    def set(self, customer_id: int, accounts: Iterable[int], at: datetime) -> None:
        """Exactly these from now on."""


class People(Protocol):
    """The port. `get` methods raise `NotFound`; lists are ordered by name or as told."""

    def account(self, account_id: int) -> Account: ...
    def read_ahead(self, ids: Iterable[int]) -> None:
        """These accounts will be asked for: one look-up instead of one each."""

    def called_in_chat(self, chat_id: int) -> tuple[str, str | None]:
        """The name and the user name that the messenger tells of the chat's person; empty and None for one never met."""

    def joined_by(self, account_id: int) -> int | None:
        """The invitation that was used last."""

    def accounts_of_chat(self, chat_id: int) -> Sequence[Account]: ...
    def last_of_chat(self, chat_id: int) -> Account | None:
        """The account that acted in the chat last, though it may be elsewhere by now, or nowhere."""

    def shared(self, chat_ids: Collection[int]) -> frozenset[int]:
        """Those of these chats whose person holds several accounts."""

    def accounts_of_agency(self, agency_id: int) -> Sequence[Account]: ...
    def managers_of_unit(self, unit_id: int) -> Sequence[Account]: ...
    def administrators(self) -> Sequence[Account]: ...
    def vendor_accounts(self) -> Sequence[Account]: ...
    def called(self, text: str, limit: int = 100) -> Sequence[AccountId]:
        """Whose name holds the characters, pinyin or initials, or who has that 工号; of those who have left, too."""

    def add_account(
        self,
        *,
        name: str,
        type: AccountType,  # noqa: A002  the field is called so
        email: str = "",
        phone: str = "",
        administrator: bool = False,
        agency_id: int | None = None,
        unit_id: int | None = None,
        employee_number: str = "",
    ) -> Account: ...
    def bind(self, account_id: int, chat_id: int | None, state: AccountState) -> None:
        """Link the account to a chat user (or to nobody) and set its state; the chat it was linked to forgets it."""

    def keep_account(self, before: Account, after: Account) -> None:
        """What differs is so from now on, and nothing else: somebody else may be changing the rest. Its chat is `bind`'s matter."""

    def unit(self, unit_id: int) -> Unit: ...
    def units(self) -> Sequence[Unit]:
        """Those that haven't ended."""

    def unit_called(self, name: str) -> Unit | None:
        """Also one that ended."""

    def add_unit(self, name: str, kind: UnitKind) -> Unit:
        """Raises `NameTaken`."""

    def keep_unit(self, unit: Unit) -> None:
        """The record as it is from now on."""

    def lock_unit(self, unit_id: int) -> None:
        """Until the transaction ends nobody else changes it, or adds to it."""

    def move_unit(self, gone: int, into: int) -> None:
        """The agencies and people of a unit that became another are that one's."""

    def provinces(self) -> Mapping[str, UnitId]:
        """Who covers which, by the province's short name."""

    def cover(self, unit_id: int, provinces: Sequence[str]) -> None:
        """These are the unit's from now on, whoever's they were."""

    def set_head(self, unit_id: int, account_id: int | None) -> None: ...
    def set_manager(self, agency_id: int, account_id: int) -> None:
        """The agency's 主管经理."""

    def agency(self, agency_id: int) -> Agency: ...
    def agencies(self, reach: Reach) -> Sequence[Agency]: ...
    def lock_agency(self, agency_id: int) -> None:
        """Until the transaction ends nobody else counts what the agency has, to add to it, nor hands over what its people
        have. The agency and its people are read anew."""

    def lock_agency_code(self, credit_code: str) -> None:
        """Until the transaction ends nobody else registers an agency of this code."""

    def lock_employee_number(self, number: str) -> None:
        """Until the transaction ends nobody else of the vendor's is given this 工号."""

    def agency_by_code(self, credit_code: str) -> Agency | None: ...
    def add_agency(
        self,
        *,
        name: str,
        unit_id: int,
        manager_id: int | None,
        state: AgencyState,
        credit_code: str | None = None,
        province: str = "",
        city: str = "",
        short_name: str = "",
    ) -> Agency:
        """Raises `NameTaken`."""

    def keep_agency(self, agency: Agency) -> None:
        """The record as it is from now on."""

    def add_invitation(
        self, *, account_id: int, token_hash: str, invited_by: int | None, created_at: datetime, expires_at: datetime
    ) -> Invitation: ...
    def invitation_by_hash(self, token_hash: str, *, lock: bool = False) -> Invitation | None:
        """Locked, if wished, until the transaction ends, so that a link is used once."""

    def open_invitations(self, accounts: Sequence[int], now: datetime) -> frozenset[int]:
        """Those of these accounts that a link stands open for."""

    def invitation(self, invitation_id: int) -> Invitation: ...
    def use_invitation(self, invitation_id: int, at: datetime) -> None: ...
    def revoke_invitations(self, account_id: int, at: datetime) -> None:
        """All open invitations of the account end."""
