"""Contracts on both databases: one approved a year by constraint, found by number and name, drafts seen by their own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from domain.base.rights import EVERYTHING, Reach
from domain.contracts.records import Contract, ContractQuery, ContractState, ContractWord
from domain.people.records import AccountType, AgencyState, UnitKind
from storage.engine.database import Database
from storage.records.contracts import StoredContracts
from storage.records.people import StoredPeople

NOW = datetime(2026, 11, 23, 1, 41, tzinfo=UTC)


def _contract(conn: Connection, number: str, year: int = 2027) -> Contract:
    people, contracts = StoredPeople(conn), StoredContracts(conn)
    known = people.agencies(EVERYTHING)
    if known:
        agency = known[0].id
        owner = people.accounts_of_agency(agency)[0].id
    else:
        unit = people.add_unit("华南", UnitKind.REGION)
        made = people.add_agency(
            name="深圳市南山电子有限公司", unit_id=unit.id, manager_id=None, state=AgencyState.ACTIVE
        )
        agency = made.id
        owner = people.add_account(name="孙总", type=AccountType.OWNER, agency_id=agency).id
    return contracts.add(
        number=number, agency_id=agency, fiscal_year=year, name=f"南山 {year}", created_by=owner, now=NOW
    )


async def test_a_second_approved_contract_of_a_year_is_refused_by_the_database(db: Database) -> None:
    def approve_two(conn: Connection) -> None:
        for number in ("HT-2027-0001", "HT-2027-0002"):
            StoredContracts(conn).set_state(_contract(conn, number).id, ContractState.APPROVED, NOW)

    with pytest.raises(IntegrityError):
        await db.transact(approve_two)


async def test_other_years_and_other_states_stand_beside_an_approved_contract(db: Database) -> None:
    def approve_one_a_year(conn: Connection) -> list[int]:
        contracts = StoredContracts(conn)
        for number, year in (("HT-2026-0001", 2026), ("HT-2027-0001", 2027)):
            contracts.set_state(_contract(conn, number, year).id, ContractState.APPROVED, NOW)
        contracts.set_state(_contract(conn, "HT-2027-0002").id, ContractState.REJECTED, NOW)
        newest = contracts.newest_approved(1, 2028)
        return [newest.fiscal_year] if newest is not None else []

    assert await db.transact(approve_one_a_year) == [2027]


async def test_a_contract_is_found_by_its_number_and_its_agency(db: Database) -> None:
    def look(conn: Connection) -> list[int]:
        contracts, mine = StoredContracts(conn), _contract(conn, "HT-2027-0001")
        own = Reach(agency_id=mine.agency_id)
        texts = ("0001", "ht-2027", "南山电子", "100%", "天河")
        return [contracts.found(own, ContractQuery(words=(ContractWord(text=text),)))[1] for text in texts]

    assert await db.transact(look) == [1, 1, 1, 0, 0]


async def test_a_word_finds_by_sound_or_by_what_it_names_and_each_word_must_fit(db: Database) -> None:
    def look(conn: Connection) -> list[int]:
        contracts, mine = StoredContracts(conn), _contract(conn, "HT-2027-0001")
        named, other = (
            ContractWord(text="…", states=(state,)) for state in (ContractState.DRAFT, ContractState.APPROVED)
        )
        sought = ((ContractWord(text="nsdz"),), (ContractWord(text="HT20270001"),), (named,), (other,))
        both = ((named, ContractWord(text="nanshan")), (named, ContractWord(text="tianhe")))
        own = Reach(agency_id=mine.agency_id)
        return [contracts.found(own, ContractQuery(words=words))[1] for words in (*sought, *both)]

    assert await db.transact(look) == [1, 1, 1, 0, 1, 0]


async def test_a_draft_is_its_agencys_own(db: Database) -> None:
    def look(conn: Connection) -> list[int]:
        contracts, mine = StoredContracts(conn), _contract(conn, "HT-2027-0001")
        reaches = (Reach(agency_id=mine.agency_id), Reach(unit_id=1), EVERYTHING)
        return [contracts.found(reach, ContractQuery())[1] for reach in reaches]

    assert await db.transact(look) == [1, 0, 0]


async def test_the_path_of_a_unit_is_kept_until_it_is_reset(db: Database) -> None:
    def change(conn: Connection) -> list[tuple[str, ...] | None]:
        unit = StoredPeople(conn).add_unit("华南", UnitKind.REGION)
        contracts, seen = StoredContracts(conn), []
        for steps in (("head",), (), None):
            contracts.set_path(unit.id, steps)
            seen.append(contracts.path(unit.id))
        return seen

    assert await db.transact(change) == [("head",), (), None]
