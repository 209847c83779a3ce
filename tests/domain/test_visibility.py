"""Who sees a customer and all that hangs on it: every role by every way that leads there, as one table."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.serving.work import DeskWork, work_for
from dialogs.core.ask import WorkAsk
from dialogs.core.screen import to_json
from dialogs.core.texts import Texts
from dialogs.registry import for_accounts
from domain.base import policy
from domain.base.errors import NotAllowed, NotFound, Refusal
from domain.base.stage import Stage
from domain.customers.history import Period
from domain.customers.records import Grouping, Profile
from domain.follow_ups import commenting, exporting, writing
from domain.follow_ups import views as follow_up_views
from domain.home import views
from domain.people.records import AccountState, AccountType, AgencyState, UnitKind
from domain.projects.records import Milestone, ProjectItem
from domain.protection import filters as customer_filters
from domain.protection import stages
from domain.protection.filters import Due, Filter
from storage.engine.database import Database
from tests.databases import NOW

RULES = policy.load(None)
NAME = "深圳市星河联创电子有限公司"

READERS = {"contact", "owner", "assistant", "assigned engineer", "manager", "head", "administrator"}
STRANGERS = {
    "colleague", "other engineer", "rival", "rival's owner", "rival's engineer", "manager of another unit",
    "one who left",
}  # fmt: skip
WRITERS = {"contact", "owner", "assigned engineer"}
NAMERS = {"contact", "owner"}
COMMENTERS = {"manager", "head", "administrator"}


@dataclass(frozen=True)
class Laid:
    """The accounts by part, and the records."""

    people: Mapping[str, int]
    customer: int
    follow_up: int
    project: int


def item(stage: Stage = Stage.DEVELOPMENT) -> ProjectItem:
    return ProjectItem(
        name="变频主控",
        domain="家电 · 空调",
        mcu="BAT32G135",
        stage=stage,
        progress="样片已寄出",
        yearly=50_000,
        milestone=Milestone.SAMPLE,
        due="2027-03",
    )


def lay(conn: Connection) -> Laid:
    work = work_for(conn, RULES, NOW)
    south, north = (work.people.add_unit(name, UnitKind.REGION).id for name in ("华南", "华北"))
    agencies = [
        work.people.add_agency(name=name, unit_id=south, manager_id=None, state=AgencyState.ACTIVE).id
        for name in ("深圳市南山电子有限公司", "广州市天河微电科技有限公司")
    ]
    chats = iter(range(1000, 2000))

    def add(name: str, kind: AccountType, agency: int | None = None, unit: int | None = None, **more: Any) -> int:
        made = work.people.add_account(name=name, type=kind, agency_id=agency, unit_id=unit, **more)
        work.people.bind(made.id, next(chats), AccountState.ACTIVE)
        return made.id

    own, other = agencies
    people = {
        "contact": add("李明", AccountType.SALESPERSON, own),
        "colleague": add("何强", AccountType.SALESPERSON, own),
        "owner": add("孙总", AccountType.OWNER, own),
        "assistant": add("周助理", AccountType.ASSISTANT, own),
        "assigned engineer": add("赵工", AccountType.ENGINEER, own),
        "other engineer": add("冯工", AccountType.ENGINEER, own),
        "one who left": add("旧人", AccountType.OWNER, own),
        "rival": add("王芳", AccountType.SALESPERSON, other),
        "rival's owner": add("钱总", AccountType.OWNER, other),
        "rival's engineer": add("郑工", AccountType.ENGINEER, other),
        "manager": add("陈经理", AccountType.MANAGER, unit=south),
        "head": add("刘经理", AccountType.MANAGER, unit=south),
        "manager of another unit": add("北经理", AccountType.MANAGER, unit=north),
        "administrator": add("管理员", AccountType.MANAGER, administrator=True),
    }
    work.people.bind(people["one who left"], None, AccountState.LEFT)
    customer = work.customers.add(name=NAME, same_key=NAME, credit_code=None, now=NOW).id
    work.customers.protect(
        customer,
        agency_id=own,
        contact_id=people["contact"],
        since=NOW,
        until=date(2027, 2, 22),
        profile=Profile(name=NAME, region="广东 深圳", domain="家电 · 空调", volume=Decimal(120), mcus="STM32"),
        stage=None,
        follow_up_due=date(2026, 11, 1),
    )
    stages.start(work, customer)
    work.engineers.set(customer, (people["assigned engineer"],), NOW)
    written = writing.write(
        acting(conn, people["contact"]),
        writing.WriteFollowUp(customer=customer, dynamics="客户立项", projects=(item(),)),
    )
    work.customers.followed_up(customer, NOW, date(2026, 11, 1))
    commenting.write(
        acting(conn, people["manager"]), commenting.WriteComment(follow_up=written.follow_up, text="竞品是谁")
    )
    return Laid(people, customer, written.follow_up, work.projects.of_customer(customer)[0].id)


def acting(conn: Connection, account: int) -> DeskWork:
    people = work_for(conn, RULES, NOW).people
    return work_for(conn, RULES, NOW, account=people.account(account))


READING: Mapping[str, Callable[[DeskWork, Laid], object]] = {
    "list": lambda work, at: customer_filters.customers(work, Filter(), 0, 10)[0],
    "count": lambda work, at: customer_filters.customers(work, Filter(), 0, 0)[1],
    "search by characters": lambda work, at: customer_filters.customers(work, Filter(text="星河"), 0, 10)[0],
    "search by pinyin": lambda work, at: customer_filters.customers(work, Filter(text="xinghe"), 0, 10)[0],
    "search by initials": lambda work, at: customer_filters.customers(work, Filter(text="xhlc"), 0, 10)[0],
    "those overdue": lambda work, at: customer_filters.customers(work, Filter(due=Due.OVERDUE), 0, 10)[0],
    "by stage": lambda work, at: customer_filters.customers(work, Filter(stage=Stage.DEVELOPMENT), 0, 10)[0],
    "by agency": lambda work, at: customer_filters.grouped(work, Grouping.AGENCY, 0, 10)[0],
    "badges": lambda work, at: views.badges(work).customers,
    "export": lambda work, at: exporting.portion(work, Filter(), 0),
    "card": lambda work, at: follow_up_views.card(work, at.customer),
    "reports": lambda work, at: follow_up_views.follow_ups(work, at.customer, Period())[1],
    "report": lambda work, at: follow_up_views.follow_up(work, at.follow_up),
    "corrections": lambda work, at: [follow_up_views.corrections(work, at.follow_up)],
    "projects": lambda work, at: follow_up_views.projects(work, at.customer)[1],
    "projects to import": lambda work, at: follow_up_views.projects_of(work, at.customer),
    "timeline": lambda work, at: follow_up_views.timeline(work, at.project),
    "engineers": lambda work, at: [follow_up_views.engineers(work, at.customer)],
    "opening comments": lambda work, at: commenting.read(work, commenting.ReadComments(follow_up=at.follow_up)),
}
SUPERIORS = {"owner", "assistant", "manager", "head", "administrator"}
"""Who has customers of more than one contact."""
SEARCHING: Mapping[str, tuple[str, set[str]]] = {
    "an alias": ("Star River", READERS),
    "a project": ("变频主控", READERS),
    "a project's pinyin": ("bianpin", READERS),
    "a model in a project": ("BAT32 G135", READERS),
    "a model in use": ("stm32", READERS),
    "the contact": ("liming", SUPERIORS),
    "the agency": ("南山 星河", {"manager", "head", "administrator"}),
}
PAGES: Mapping[str, Callable[[Laid], dict[str, Any]]] = {
    "customers": lambda at: {"text": "变频"},
    "customer": lambda at: {"customer": at.customer},
    "follow_ups": lambda at: {"customer": at.customer},
    "follow_up_report": lambda at: {"follow_up": at.follow_up},
    "corrections": lambda at: {"follow_up": at.follow_up},
    "comment_card": lambda at: {"follow_up": at.follow_up, "comment": 1},
    "projects": lambda at: {"customer": at.customer},
    "project_timeline": lambda at: {"project": at.project},
    "engineers": lambda at: {"customer": at.customer},
}
"""What any button, forged or not, could name."""
DOING: Mapping[str, tuple[set[str], Callable[[DeskWork, Laid], object]]] = {
    "write": (
        WRITERS,
        lambda work, at: writing.write(work, writing.WriteFollowUp(customer=at.customer, dynamics="拜访")),
    ),
    "assign": (NAMERS, lambda work, at: writing.assign(work, writing.AssignEngineers(customer=at.customer))),
    "comment or answer": (
        COMMENTERS | WRITERS,
        lambda work, at: commenting.write(work, commenting.WriteComment(follow_up=at.follow_up, text="好")),
    ),
    "correct": (
        {"contact"},
        lambda work, at: writing.write(
            work, writing.WriteFollowUp(customer=at.customer, dynamics="更正", follow_up=at.follow_up)
        ),
    ),
}


def finds(way: Callable[[DeskWork, Laid], object], work: DeskWork, at: Laid) -> bool:
    try:
        return bool(way(work, at))
    except (NotFound, NotAllowed):
        return False


async def test_every_way_of_reading_shows_a_customer_to_its_readers_alone(db: Database) -> None:
    at = await db.transact(lay)
    assert set(at.people) == READERS | STRANGERS
    for name, way in READING.items():
        found = {
            part
            for part, account in at.people.items()
            if await db.transact(lambda conn, a=account, w=way: finds(w, acting(conn, a), at))  # type: ignore[misc]
        }
        assert found == READERS, name


@pytest.mark.parametrize("what", SEARCHING)
async def test_a_search_finds_a_customer_for_its_readers_alone(db: Database, what: str) -> None:
    text, expected = SEARCHING[what]
    at = await db.transact(lay)

    def finders(conn: Connection) -> set[str]:
        work_for(conn, RULES, NOW).names.add(at.customer, "Star River", alias=True)
        way = Filter(text=text)
        return {
            part
            for part, account in at.people.items()
            if finds(lambda work, at: _listed(work, way), acting(conn, account), at)
        }

    assert await db.transact(finders) == expected


def _listed(work: DeskWork, way: Filter) -> object:
    return customer_filters.customers(work, way, 0, 10)[0]


async def test_whatever_page_a_button_names_only_readers_see_the_customer(db: Database) -> None:
    at = await db.transact(lay)
    pages = for_accounts(Texts.load())

    def seers(conn: Connection, name: str) -> set[str]:
        found = set()
        for part, account in at.people.items():
            work = acting(conn, account)
            try:
                screen = pages.page(name).show(PAGES[name](at), WorkAsk(work))
            except (NotFound, NotAllowed):
                continue
            shown = json.dumps(to_json(screen), ensure_ascii=False)
            if any(each in shown for each in ("星河", "变频主控", "客户立项", "GJ-2026")):
                found.add(part)
        return found

    for name in PAGES:
        assert await db.transact(lambda conn, n=name: seers(conn, n)) == READERS, name  # type: ignore[misc]


async def test_everybody_does_what_the_table_says_and_no_more(db: Database) -> None:
    at = await db.transact(lay)
    for name, (expected, way) in DOING.items():
        done = set()
        for part, account in at.people.items():

            def attempt(conn: Connection, account: int = account, way: Any = way) -> bool:
                with conn.begin_nested() as trial:
                    try:
                        way(acting(conn, account), at)
                    except Refusal:
                        return False
                    finally:
                        trial.rollback()
                return True

            if await db.transact(attempt):
                done.add(part)
        assert done == expected, name


async def test_a_list_of_an_agency_out_of_reach_is_empty(db: Database) -> None:
    at = await db.transact(lay)

    def asked(conn: Connection) -> tuple[int, str]:
        work = acting(conn, at.people["rival"])
        own = work_for(conn, RULES, NOW).customers.get(at.customer).agency_id
        found = customer_filters.customers(work, Filter(agency=own), 0, 10)[1]
        return found, customer_filters.agency_name(work, own or 0)

    assert await db.transact(asked) == (0, "")


async def test_the_next_holder_gets_the_history_without_names(db: Database) -> None:
    at = await db.transact(lay)

    def hand_over(conn: Connection) -> tuple[Any, Any]:
        work = work_for(conn, RULES, NOW)
        rival = work.people.account(at.people["rival"])
        customer = work.customers.get(at.customer)
        assert customer.profile is not None
        assert rival.agency_id is not None
        work.customers.protect(
            at.customer,
            agency_id=rival.agency_id,
            contact_id=rival.id,
            since=NOW,
            until=None,
            profile=customer.profile,
            stage=customer.stage,
            follow_up_due=NOW.date(),
        )
        mine = acting(conn, rival.id)
        return follow_up_views.follow_up(mine, at.follow_up), exporting.portion(mine, Filter(), 0)[0].follow_ups[0]

    view, exported = await db.transact(hand_over)
    assert view.follow_up.dynamics == "客户立项"
    assert (view.author, view.contact, view.comments) == ("", "", ())
    assert (exported.author, exported.helpers, exported.comments) == ("", (), ())


@pytest.mark.parametrize("text", ["", "%", "_", "'", "|"])
async def test_marks_search_for_nothing(db: Database, text: str) -> None:
    at = await db.transact(lay)
    found = await db.transact(
        lambda conn: customer_filters.customers(acting(conn, at.people["contact"]), Filter(text=text), 0, 10)[1]
    )
    assert found == (0 if text else 1)
