"""Every dialog × every role, opened at the desk as a button would that somebody had once, or forged: `rights_at_the_desk.tsv` says
what becomes of it. The records are those of 李明's customer and of his agency.

| cell | what |
|---|---|
| `+` | opens |
| `-` | there is no such right: it is said |
| `?` | there is no such record, for this role |
| `!` | another refusal says why not, as things stand |

A dialog that is new gets its row by `python -m tests.rules.people.test_rights_at_the_desk`, and is read before it is committed.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import Connection, select

from bot.demo import story
from bot.serving.desk import Desk
from bot.serving.work import DeskWork, work_for
from dialogs.core.conversation import Conversation, Opened, Stepped
from dialogs.core.screen import Json, Say
from domain.announcements import announcing
from domain.approvals import commenting as commenting_requests
from domain.base import policy
from domain.base.errors import NotAllowed, NotFound
from domain.base.written import Written
from domain.contracts import contracting
from domain.counterparts import keeping as counterparts
from domain.follow_ups import commenting, exporting
from domain.people import deputising
from domain.people.records import Account, AccountType
from domain.protection import protecting
from domain.publications import publishing
from domain.questions import asking
from domain.visits import planning
from storage import migrate
from storage.engine.database import Database
from storage.tables.approvals import approvals
from storage.tables.customers import customers
from storage.tables.follow_ups import follow_ups, projects
from storage.tables.orders import order_lines, orders
from storage.tables.people import accounts, agencies
from storage.tables.reports import reports
from tests.cast.fixtures import _app, laid
from tests.cast.scene import BEGIN

TABLE = Path(__file__).with_name("rights_at_the_desk.tsv")
ROLES: Mapping[str, str] = {
    "owner": "孙总",
    "salesperson": "李明",
    "engineer": "赵工",
    "assistant": "周助理",
    "rival": "王芳",
    "manager": "陈经理",
    "administrator": "管理员",
}
"""The rival is a salesperson of another agency."""
Cells: TypeAlias = dict[str, dict[str, str]]


def test_what_each_role_opens_is_what_the_table_says(sqlite_with_cast: Path, tmp_path: Path) -> None:
    """And nothing else: a dialog without a row, or a row without its dialog, is a difference, too."""
    found = asyncio.run(_opened(Path(shutil.copy(sqlite_with_cast, tmp_path / "rights.db"))))
    told = _told()
    assert {name: row for name, row in found.items() if row != told.get(name)} == {}, "the desk has it so"
    assert sorted(told.keys() - found.keys()) == []


def _told() -> Cells:
    head, *rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines())
    assert head[1:] == list(ROLES)
    return {name: dict(zip(ROLES, cells, strict=True)) for name, *cells in rows}


async def _opened(path: Path) -> Cells:
    db = await Database.open(str(path))
    try:
        return await db.transact(_each)
    finally:
        await db.close()


def _each(conn: Connection) -> Cells:
    """Nothing of it stays: each is opened beside all others."""
    story.lay(conn, _app(), BEGIN, year=False)
    args = _records(conn)
    desk = _app().desk(conn, BEGIN, "")
    cells: Cells = {}
    for name in desk.dialogs._dialogs:
        cells[name] = {}
        for role, who in ROLES.items():
            point = conn.begin_nested()
            cells[name][role] = _cell(desk, _as(conn, who), name, args)
            point.rollback()
    return cells


def _as(conn: Connection, who: str) -> DeskWork:
    number = conn.execute(select(accounts.c.id).where(accounts.c.name == who)).scalar_one()
    account: Account = work_for(conn, policy.default(), BEGIN).people.account(number)
    owner, chat = f"account:{account.id}", account.chat_id or 0
    return work_for(conn, policy.default(), BEGIN, account=account, owner=owner, chat_id=chat)


def _cell(desk: Desk, work: DeskWork, dialog: str, args: Mapping[str, Json]) -> str:
    stepped, _ = desk._step(work, Conversation(), Opened(dialog, args), desk.dialogs)
    if any(isinstance(each, NotAllowed) for each in stepped.refused):
        return "-"
    if any(isinstance(each, NotFound) for each in stepped.refused):
        return "?"
    return _by_words(stepped) if not stepped.refused else "!"


def _by_words(stepped: Stepped) -> str:
    """A form that can't be opened says why itself, where something else can be done."""
    lines = stepped.screen.lines if stepped.screen is not None else ()
    said = {each.key for each in lines if isinstance(each, Say)}
    if "refusal-not-allowed" in said:
        return "-"
    if "refusal-not-found" in said:
        return "?"
    return "!" if any(each.startswith("refusal-") for each in said) else "+"


def _records(conn: Connection) -> dict[str, Json]:
    """By the names that dialogs open them with."""
    work = {who: _as(conn, who) for who in ROLES.values()}
    mine = work["李明"].actor

    def first(query: Callable[[], object]) -> int:
        found = query()
        assert isinstance(found, int)
        return found

    theirs = conn.execute(
        select(projects.c.customer_id)
        .join(customers, customers.c.id == projects.c.customer_id)
        .join(orders, orders.c.customer_id == customers.c.id)
        .where(customers.c.contact_id == mine.id)
        .order_by(customers.c.id)
    )
    customer = first(theirs.scalars().first)
    work["李明"].engineers.set(customer, [work["赵工"].actor.id], BEGIN)
    colleague = work["孙总"].people.add_account(name="张磊", type=AccountType.SALESPERSON, agency_id=mine.agency_id)
    contract = contracting.start(work["孙总"], contracting.StartContract(fiscal_year=2026)).contract
    words = Written("能用于 125℃ 吗")
    thread = asking.ask(work["李明"], asking.AskQuestion(record="customer", number=customer, words=words)).thread
    asked = protecting.ask_extension(
        work["李明"], protecting.AskExtension(customer=customer, months=2, reason="样机测试中")
    )
    approval = first(conn.execute(select(approvals.c.id).order_by(approvals.c.id.desc()).limit(1)).scalars().first)
    commenting_requests.comment(work["陈经理"], commenting_requests.CommentOnRequest(approval=approval, text="请补充"))
    publication = publishing.publish(work["陈经理"], publishing.Publish(heading="选型表", content="https://a.example"))
    announcement = announcing.announce(work["管理员"], announcing.Announce(heading="放假", text="周五放假"))
    deputies = deputising.SetDeputy(
        principal=work["陈经理"].actor.id,
        deputy=work["管理员"].actor.id,
        since=work["管理员"].today,
        until=work["管理员"].today,
    )
    deputyship = deputising.set_deputy(work["陈经理"], deputies)
    follow_up = first(conn.execute(select(follow_ups.c.id).where(follow_ups.c.customer_id == customer)).scalars().first)
    named = counterparts.AddCounterpart(customer=customer, name="王工", phone="13900139000", role="采购")
    counterpart = counterparts.add(work["李明"], named)
    planning.plan(work["李明"], planning.PlanVisit(customer=customer, on=work["李明"].today))
    visit = work["李明"].visits.of_customer(customer)
    commenting.write(work["陈经理"], commenting.WriteComment(follow_up=follow_up, text="样机温升？"))
    job = exporting.ask(work["李明"], exporting.ExportCustomers())
    order = first(conn.execute(select(orders.c.id).where(orders.c.customer_id == customer)).scalars().first)
    return {
        "customer": customer,
        "report": first(conn.execute(select(reports.c.id).where(reports.c.customer_id == customer)).scalars().first),
        "follow_up": follow_up,
        "visit": visit.id if visit is not None else 0,
        "counterpart": counterpart.counterpart.id,
        "project": first(conn.execute(select(projects.c.id).where(projects.c.customer_id == customer)).scalars().first),
        "order": order,
        "line": first(conn.execute(select(order_lines.c.id).where(order_lines.c.order_id == order)).scalars().first),
        "approval": approval,
        "agency": int(mine.agency_id or 0),
        "unit": first(conn.execute(select(agencies.c.unit_id).where(agencies.c.id == mine.agency_id)).scalars().first),
        "account": colleague.id,
        "contract": contract.id,
        "thread": thread.id,
        "request": asked.id,
        "publication": publication.id,
        "announcement": announcement.id,
        "deputyship": deputyship.id,
        "job": job.id,
        "record": "customer",
        "number": customer,
    }


async def _write() -> None:
    """The table as it would have to be."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rights.db"
        await migrate.upgrade(str(path))
        found = await _opened(Path(await laid(str(path))))
    rows = [("dialog", *ROLES), *((name, *row.values()) for name, row in sorted(found.items()))]
    TABLE.write_text("".join("\t".join(each) + "\n" for each in rows), "utf-8")


if __name__ == "__main__":
    asyncio.run(_write())
