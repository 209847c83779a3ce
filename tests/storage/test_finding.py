"""What a customer is found by is true at the end of the transaction that changed it, on either database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from bot.serving.work import DeskWork, work_for
from domain.base import policy
from domain.base.rights import EVERYTHING
from domain.base.stage import Stage
from domain.customers.records import Profile, Search
from domain.people.records import AccountType, AgencyState, UnitKind
from domain.projects.records import Milestone, ProjectItem
from storage.engine.database import Database
from tests.databases import NOW

NAME = "深圳市星河联创电子有限公司"
RULES = policy.load(None)


def protected(work: DeskWork, name: str) -> int:
    unit = work.people.add_unit(name[:20], UnitKind.REGION).id
    agency = work.people.add_agency(name=name, unit_id=unit, manager_id=None, state=AgencyState.ACTIVE).id
    contact = work.people.add_account(name="李明", type=AccountType.SALESPERSON, agency_id=agency).id
    customer = work.customers.add(name=name, same_key=name, credit_code=None, now=NOW).id
    work.names.add(customer, name)
    work.customers.protect(
        customer,
        agency_id=agency,
        contact_id=contact,
        since=NOW,
        until=date(2027, 2, 22),
        profile=Profile(name=name, region="广东 深圳", domain="家电 · 空调", volume=Decimal(120), mcus="GD32F303"),
        stage=None,
        follow_up_due=date(2026, 12, 7),
    )
    return customer


def item(name: str, mcu: str = "BAT32G135") -> ProjectItem:
    return ProjectItem(
        name=name,
        domain="家电 · 空调",
        mcu=mcu,
        stage=Stage.CONTACT,
        progress="送样",
        yearly=1,
        milestone=Milestone.SAMPLE,
        due="2027-03",
    )


def found(work: DeskWork, text: str) -> int:
    return work.customers.held(EVERYTHING, Search(text=text)).total


async def test_a_project_is_found_as_it_was_told_last_and_not_any_more_when_it_is_gone(db: Database) -> None:
    def step(conn: Connection) -> None:
        work = work_for(conn, RULES, NOW)
        customer = protected(work, NAME)
        author = work.customers.get(customer).contact_id or 0
        told = work.follow_ups.add(
            number="GJ-1",
            customer_id=customer,
            agency_id=work.customers.get(customer).agency_id or 0,
            contact_id=author,
            author_id=author,
            helpers=(),
            at=NOW,
            dynamics="立项",
        )
        project = work.projects.add(customer, item("云台电机"), NOW)
        work.projects.tell(project.id, item("云台电机"), at=NOW, author_id=author, follow_up=told)
        assert [found(work, text) for text in ("云台", "ytdj", "bat32", "gd32")] == [1, 1, 1, 1]
        work.projects.tell(project.id, item("云台主控", "STM32G0"), at=NOW, author_id=author, follow_up=told)
        assert [found(work, text) for text in ("云台", "ytzk", "stm32", "ytdj", "bat32")] == [1, 1, 1, 0, 0]
        work.projects.untell(told)
        assert [found(work, text) for text in ("云台", "stm32", "gd32")] == [0, 0, 1]

    await db.transact(step)


async def test_names_that_come_and_go_and_move_are_found_where_they_are(db: Database) -> None:
    def step(conn: Connection) -> None:
        work = work_for(conn, RULES, NOW)
        one, other = protected(work, NAME), protected(work, "佛山市启明电机有限公司")
        work.names.add(one, "Star River", alias=True)
        assert found(work, "star river") == 1
        work.names.move(one, other)
        assert found(work, "启明 star") == 1
        work.names.rename(other, "佛山市光明电机有限公司")
        assert found(work, "光明 启明") == 1

    await db.transact(step)


async def test_however_much_a_customer_is_called_it_can_be_kept(db: Database) -> None:
    def step(conn: Connection) -> None:
        work = work_for(conn, RULES, NOW)
        customer = protected(work, "鑫" * 60)
        for number in range(40):
            work.projects.add(customer, item(f"{'龘' * 50}{number}"), NOW)
            work.names.add(customer, f"{'麤' * 50}{number}", alias=True)
        assert found(work, "鑫鑫") == 1

    await db.transact(step)
