"""People: accounts, units, agencies, invitations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, insert, or_, select, update

from domain.base.errors import NotFound
from domain.base.rights import Reach
from domain.base.searching import find_text, words
from domain.people.records import (
    Account,
    AccountId,
    AccountState,
    AccountType,
    Agency,
    AgencyState,
    Invitation,
    Unit,
    UnitId,
    UnitKind,
)
from storage.engine.dialect import insert as insert_or_update
from storage.engine.statements import fixed, once
from storage.records.people_rows import account_of, agencies_within, agency_of, invitation_of, unit_of
from storage.tables.chats import chats
from storage.tables.customers import identity_locks
from storage.tables.people import accounts, agencies, invitations, unit_provinces, units

_ACCOUNTS = select(accounts, agencies.c.state.label("agency_state")).select_from(
    accounts.outerjoin(agencies, agencies.c.id == accounts.c.agency_id)
)
_BY_ID = fixed(_ACCOUNTS.where(accounts.c.id == bindparam("account")))
OF_CHAT = fixed(
    _ACCOUNTS.where(accounts.c.chat_id == bindparam("chat"), accounts.c.state == AccountState.ACTIVE.value).order_by(
        accounts.c.id
    )
)
_HERE = accounts.c.state != AccountState.LEFT.value
_SOME = fixed(_ACCOUNTS.where(accounts.c.id.in_(bindparam("some", expanding=True))))
_SHARED = fixed(
    select(accounts.c.chat_id)
    .where(accounts.c.chat_id.in_(bindparam("chats", expanding=True)), accounts.c.state == AccountState.ACTIVE.value)
    .group_by(accounts.c.chat_id)
    .having(func.count() > 1)
)
_AGENCY = fixed(select(agencies).where(agencies.c.id == bindparam("agency")))
_LOCK_AGENCY = fixed(_AGENCY.with_for_update(key_share=True))

_KEPT = ("name", "type", "state", "email", "phone", "employee_number", "administrator", "agency_id", "unit_id")


class StoredPeople:
    """Fulfils `domain.people.records.People`. Accounts and agencies are read once a transaction: they stand in every check."""

    def __init__(self, conn: Connection, here: Mapping[int, Sequence[Account]] | None = None) -> None:
        """`here`: the accounts of these chats were read already."""
        self.conn = conn
        here = here or {}
        self._known: dict[int, Account] = {each.id: each for accounts in here.values() for each in accounts}
        self._staffs: dict[int, Sequence[Account]] = {}
        self._chats: dict[int, Sequence[Account]] = dict(here)
        self._agencies: dict[int, Agency] = {}

    def read_ahead(self, ids: Iterable[int]) -> None:
        """These accounts will be asked for."""
        unknown = [each for each in ids if each not in self._known]
        if unknown:
            self._known |= {row.id: account_of(row) for row in self.conn.execute(_SOME, {"some": unknown})}

    def account(self, account_id: int) -> Account:
        if account_id not in self._known:
            row = self.conn.execute(_BY_ID, {"account": account_id}).one_or_none()
            if row is None:
                raise NotFound("account")
            self._known[account_id] = account_of(row)
        return self._known[account_id]

    def called_in_chat(self, chat_id: int) -> tuple[str, str | None]:
        query = select(chats.c.name, chats.c.username).where(chats.c.chat_id == chat_id)
        row = self.conn.execute(query).one_or_none()
        return ("", None) if row is None else (row.name, row.username)

    def joined_by(self, account_id: int) -> int | None:
        used = (invitations.c.account_id == account_id, invitations.c.used_at.is_not(None))
        query = select(invitations.c.id).where(*used).order_by(invitations.c.used_at.desc(), invitations.c.id.desc())
        return self.conn.execute(query.limit(1)).scalar()

    def accounts_of_chat(self, chat_id: int) -> Sequence[Account]:
        if chat_id not in self._chats:
            self._chats[chat_id] = [account_of(row) for row in self.conn.execute(OF_CHAT, {"chat": chat_id})]
        return self._chats[chat_id]

    def last_of_chat(self, chat_id: int) -> Account | None:
        last = select(chats.c.current_account).where(chats.c.chat_id == chat_id)
        row = self.conn.execute(_ACCOUNTS.where(accounts.c.id == last.scalar_subquery())).one_or_none()
        return account_of(row) if row is not None else None

    def shared(self, chat_ids: Collection[int]) -> frozenset[int]:
        return frozenset(self.conn.execute(_SHARED, {"chats": list(chat_ids)}).scalars())

    def accounts_of_agency(self, agency_id: int) -> Sequence[Account]:
        if agency_id not in self._staffs:
            theirs = once(
                lambda p: _ACCOUNTS.where(accounts.c.agency_id == p.agency, _HERE).order_by(accounts.c.id),
                agency=agency_id,
            )
            self._staffs[agency_id] = [account_of(row) for row in self.conn.execute(*theirs)]
            self._known |= {each.id: each for each in self._staffs[agency_id]}
        return self._staffs[agency_id]

    def managers_of_unit(self, unit_id: int) -> Sequence[Account]:
        theirs = once(
            lambda p: _ACCOUNTS.where(accounts.c.unit_id == p.unit, _HERE).order_by(accounts.c.id), unit=unit_id
        )
        return [account_of(row) for row in self.conn.execute(*theirs)]

    def administrators(self) -> Sequence[Account]:
        return self._accounts(accounts.c.administrator, accounts.c.state == AccountState.ACTIVE)

    def vendor_accounts(self) -> Sequence[Account]:
        return self._accounts(accounts.c.agency_id.is_(None), _HERE)

    def called(self, text: str, limit: int = 100) -> Sequence[AccountId]:
        ways = [accounts.c.find.contains(word, autoescape=True) for word in words(text)]
        number = func.lower(accounts.c.employee_number) == text.strip().lower()
        query = select(accounts.c.id).where(or_(and_(*ways), number) if ways else number).order_by(accounts.c.id)
        return [AccountId(each) for each in self.conn.execute(query.limit(limit)).scalars()]

    def _accounts(self, *where: ColumnElement[bool]) -> list[Account]:
        rows = self.conn.execute(_ACCOUNTS.where(*where).order_by(accounts.c.id))
        return [account_of(row) for row in rows]

    def add_account(
        self,
        *,
        name: str,
        type: AccountType,  # noqa: A002 - the field's name
        email: str = "",
        phone: str = "",
        administrator: bool = False,
        agency_id: int | None = None,
        unit_id: int | None = None,
        employee_number: str = "",
    ) -> Account:
        self._forget_groups()
        made = self.conn.execute(
            insert(accounts)
            .values(
                name=name,
                find=find_text(name),
                type=type.value,
                state=AccountState.INVITED.value,
                email=email,
                phone=phone,
                employee_number=employee_number,
                administrator=administrator,
                agency_id=agency_id,
                unit_id=unit_id,
            )
            .returning(accounts.c.id)
        ).scalar_one()
        return self.account(made)

    def bind(self, account_id: int, chat_id: int | None, state: AccountState) -> None:
        before = self.account(account_id).chat_id
        self._forget(account_id)
        self.conn.execute(
            update(accounts).where(accounts.c.id == account_id).values(chat_id=chat_id, state=state.value)
        )
        if before not in (None, chat_id):  # whoever has no account there any more reads of the last one
            others = select(accounts.c.id).where(accounts.c.chat_id == before).exists()
            left = update(chats).where(chats.c.chat_id == before, ~others)
            self.conn.execute(left.values(current_account=account_id))

    def keep_account(self, before: Account, after: Account) -> None:
        changed = {
            each: value.value if isinstance(value := getattr(after, each), Enum) else value
            for each in _KEPT
            if getattr(after, each) != getattr(before, each)
        }
        if "name" in changed:
            changed["find"] = find_text(after.name)
        if changed:
            self._forget(after.id)
            self.conn.execute(update(accounts).where(accounts.c.id == after.id).values(changed))

    def _forget(self, account_id: int) -> None:
        self._known.pop(account_id, None)
        self._forget_groups()

    def _forget_groups(self) -> None:
        self._staffs.clear()
        self._chats.clear()

    def unit(self, unit_id: int) -> Unit:
        row = self.conn.execute(*once(lambda p: select(units).where(units.c.id == p.unit), unit=unit_id)).one_or_none()
        if row is None:
            raise NotFound("unit")
        return unit_of(row)

    def units(self) -> Sequence[Unit]:
        there = once(lambda _: select(units).where(units.c.ended_at.is_(None)).order_by(units.c.id))
        return [unit_of(row) for row in self.conn.execute(*there)]

    def unit_called(self, name: str) -> Unit | None:
        row = self.conn.execute(select(units).where(units.c.name == name)).one_or_none()
        return unit_of(row) if row is not None else None

    def add_unit(self, name: str, kind: UnitKind) -> Unit:
        made = self.conn.execute(insert(units).values(name=name, kind=kind.value).returning(units.c.id)).scalar_one()
        return self.unit(made)

    def keep_unit(self, unit: Unit) -> None:
        told = {"name": unit.name, "kind": unit.kind.value, "head_id": unit.head_id}
        since = {"ended_at": unit.ended_at, "successor_id": unit.successor_id}
        self.conn.execute(update(units).where(units.c.id == unit.id).values(**told, **since))

    def lock_unit(self, unit_id: int) -> None:
        self.conn.execute(select(units.c.id).where(units.c.id == unit_id).with_for_update())

    def move_unit(self, gone: int, into: int) -> None:
        for table in (agencies, accounts):
            self.conn.execute(update(table).where(table.c.unit_id == gone).values(unit_id=into))
        self._agencies.clear()
        self._known.clear()
        self._forget_groups()

    def provinces(self) -> Mapping[str, UnitId]:
        rows = self.conn.execute(*once(lambda _: select(unit_provinces)))
        return {row.province: UnitId(row.unit_id) for row in rows}

    def cover(self, unit_id: int, provinces: Sequence[str]) -> None:
        if provinces:
            rows = [{"province": each, "unit_id": unit_id} for each in sorted(provinces)]
            put = insert_or_update(self.conn, unit_provinces).values(rows)
            self.conn.execute(put.on_conflict_do_update(index_elements=["province"], set_={"unit_id": unit_id}))

    def set_head(self, unit_id: int, account_id: int | None) -> None:
        self.conn.execute(update(units).where(units.c.id == unit_id).values(head_id=account_id))

    def set_manager(self, agency_id: int, account_id: int) -> None:
        self._agencies.pop(agency_id, None)
        self.conn.execute(update(agencies).where(agencies.c.id == agency_id).values(manager_id=account_id))

    def agency(self, agency_id: int) -> Agency:
        if agency_id not in self._agencies:
            row = self.conn.execute(_AGENCY, {"agency": agency_id}).one_or_none()
            if row is None:
                raise NotFound("agency")
            self._agencies[agency_id] = agency_of(row)
        return self._agencies[agency_id]

    def lock_agency(self, agency_id: int) -> None:
        row = self.conn.execute(_LOCK_AGENCY, {"agency": agency_id}).one_or_none()
        if row is not None:
            self._agencies[agency_id] = agency_of(row)
        self._known.clear()  # whoever held it until now may have changed its people
        self._forget_groups()

    def agencies(self, reach: Reach) -> Sequence[Agency]:
        rows = self.conn.execute(select(agencies).where(agencies_within(reach)).order_by(agencies.c.name))
        return [agency_of(row) for row in rows]

    def lock_agency_code(self, credit_code: str) -> None:
        self._hold(f"agency:{credit_code}")

    def lock_employee_number(self, number: str) -> None:
        self._hold(f"employee:{number}")
        self._known.clear()  # whoever held it until now may have given it to somebody
        self._forget_groups()

    def _hold(self, identity: str) -> None:
        held = insert_or_update(self.conn, identity_locks).values(identity=identity, held=1)
        again = {"held": identity_locks.c.held + 1}
        self.conn.execute(held.on_conflict_do_update(index_elements=["identity"], set_=again))

    def agency_by_code(self, credit_code: str) -> Agency | None:
        row = self.conn.execute(select(agencies).where(agencies.c.credit_code == credit_code)).one_or_none()
        return agency_of(row) if row is not None else None

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
        made = self.conn.execute(
            insert(agencies)
            .values(
                name=name,
                short_name=short_name,
                find=find_text(name, short_name),
                unit_id=unit_id,
                manager_id=manager_id,
                state=state.value,
                credit_code=credit_code,
                province=province,
                city=city,
            )
            .returning(agencies.c.id)
        ).scalar_one()
        return self.agency(made)

    def keep_agency(self, agency: Agency) -> None:
        self._agencies.pop(agency.id, None)
        self._known.clear()  # whether they are former people hangs on it
        self._forget_groups()
        self.conn.execute(
            update(agencies)
            .where(agencies.c.id == agency.id)
            .values(
                name=agency.name,
                short_name=agency.short_name,
                find=find_text(*agency.names),
                state=agency.state.value,
                unit_id=agency.unit_id,
                manager_id=agency.manager_id,
                credit_code=agency.credit_code,
                province=agency.province,
                city=agency.city,
                contact=agency.contact,
                phone=agency.phone,
                email=agency.email,
                address=agency.address,
                former_names=list(agency.former_names) or None,
                ended_at=agency.ended_at,
            )
        )

    def add_invitation(
        self, *, account_id: int, token_hash: str, invited_by: int | None, created_at: datetime, expires_at: datetime
    ) -> Invitation:
        made = self.conn.execute(
            insert(invitations)
            .values(
                account_id=account_id,
                token_hash=token_hash,
                invited_by=invited_by,
                created_at=created_at,
                expires_at=expires_at,
            )
            .returning(invitations.c.id)
        ).scalar_one()
        return self.invitation(made)

    def invitation_by_hash(self, token_hash: str, *, lock: bool = False) -> Invitation | None:
        found = select(invitations).where(invitations.c.token_hash == token_hash)
        row = self.conn.execute(found.with_for_update() if lock else found).one_or_none()
        return invitation_of(row) if row is not None else None

    def open_invitations(self, accounts: Sequence[int], now: datetime) -> frozenset[int]:
        good = invitations.c.used_at.is_(None) & invitations.c.revoked_at.is_(None) & (invitations.c.expires_at > now)
        query = select(invitations.c.account_id).where(invitations.c.account_id.in_(accounts), good)
        return frozenset(self.conn.execute(query).scalars())

    def invitation(self, invitation_id: int) -> Invitation:
        row = self.conn.execute(select(invitations).where(invitations.c.id == invitation_id)).one_or_none()
        if row is None:
            raise NotFound("invitation")
        return invitation_of(row)

    def use_invitation(self, invitation_id: int, at: datetime) -> None:
        self.conn.execute(update(invitations).where(invitations.c.id == invitation_id).values(used_at=at))

    def revoke_invitations(self, account_id: int, at: datetime) -> None:
        self.conn.execute(
            update(invitations)
            .where(
                invitations.c.account_id == account_id,
                invitations.c.used_at.is_(None),
                invitations.c.revoked_at.is_(None),
            )
            .values(revoked_at=at)
        )
