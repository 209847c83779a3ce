"""A vendor with two agencies on a real database, and a clock in hand.

await office.does("李明", lambda work: protecting.ask_extension(work, …))     # as somebody, in one transaction
await office.does(None, …)                                                    # as the system
office.day("2027-02-24")                                                      # noon of a day in Shanghai
await office.duties()                                                         # what became due, by the real tick
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import Connection, select, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.process import duties
from bot.serving.app import App
from bot.serving.rendering import ScreenRenderer
from bot.serving.work import DeskWork, work_for
from dialogs.core.texts import Texts
from domain.approvals import deciding
from domain.base import policy
from domain.base.errors import Refusal
from domain.customers.records import Profile
from domain.people.records import AccountState, AccountType, AgencyState
from domain.petitions import appealing
from domain.reminders.records import ReminderKind
from domain.reports import reporting
from storage.chat import chats
from storage.engine.database import Database
from storage.engine.errors import Busy
from storage.engine.metadata import dump_json
from storage.files.store import FileStore
from storage.tables.queues import outbox
from storage.tables.reminders import reminders

T = TypeVar("T")
U = TypeVar("U")
POLICY = policy.default()
BEGIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, 10:00 in Shanghai."""
PEOPLE = (
    ("李明", AccountType.SALESPERSON, "深圳南山电子"),
    ("张磊", AccountType.SALESPERSON, "深圳南山电子"),
    ("孙总", AccountType.OWNER, "深圳南山电子"),
    ("王芳", AccountType.SALESPERSON, "广州天河微电"),
    ("钱总", AccountType.OWNER, "广州天河微电"),
)


class Office:
    def __init__(self, db: Database, app: App) -> None:
        self.db = db
        self.app = app
        self.policy = POLICY
        self.now = BEGIN
        self.ids: dict[str, int] = {}

    # --- time -----------------------------------------------------------------------------------------------------

    def day(self, text: str, clock: str = "12:00") -> None:
        moment = datetime.combine(date.fromisoformat(text), time.fromisoformat(clock), POLICY.zone)
        self.now = moment.astimezone(UTC)

    async def duties(self) -> None:
        await duties.do_all(self.db, self.app, self.now)

    # --- acts -----------------------------------------------------------------------------------------------------

    async def does(self, name: str | None, act: Callable[[DeskWork], T]) -> T:
        """Raises what the rule raises."""

        while True:
            try:
                return await self.db.transact(self._step(name, act))
            except Busy:  # as the intake does: a long queue for one name is tried again
                continue

    def _step(self, name: str | None, act: Callable[[DeskWork], T]) -> Callable[[Connection], T]:
        def step(conn: Connection) -> T:
            system = work_for(conn, self.policy, self.now)
            account = system.people.account(self.ids[name]) if name is not None else None
            work = work_for(conn, self.policy, self.now, account=account)
            result = act(work)
            self.app.pushes.deliver(work)
            return result

        return step

    # --- at the same instant (PostgreSQL) ---------------------------------------------------------------------------

    async def overlapping(
        self,
        first: tuple[str | None, Callable[[DeskWork], T]],
        second: tuple[str | None, Callable[[DeskWork], U]],
        *,
        beside: bool = False,
    ) -> tuple[T, U | Refusal]:
        """The second acts when the first has acted but not committed yet: it gets through beside him (where `beside`, it has
        to), or waits for him."""
        engine = create_async_engine(self.db.url, json_serializer=dump_json)
        try:
            async with asyncio.TaskGroup() as group:
                async with engine.begin() as conn:
                    done = await conn.run_sync(self._step(*first))
                    other = group.create_task(self._answered(*second))
                    await self._blocked(other)
                    assert other.done() or not beside, "the second waits for the first"
                answer = await other
        finally:
            await engine.dispose()
        return done, answer

    async def _answered(self, name: str | None, act: Callable[[DeskWork], T]) -> T | Refusal:
        try:
            return await self.does(name, act)
        except Refusal as refusal:
            return refusal

    async def _blocked(self, other: asyncio.Task[T]) -> None:
        """Until it waits for a lock, or is done. Only of this database: beside it, other tests' steps wait for their own."""
        waiting = text(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        while not other.done() and not await self.db.read(lambda conn: conn.execute(waiting).scalar_one()):
            await asyncio.wait([other], timeout=0.01)

    async def open(self) -> None:
        """The people and their chats."""

        def step(conn: Connection) -> None:
            self.app.begin(conn, self.now)
            work = work_for(conn, POLICY, self.now)
            unit = next(each for each in work.people.units() if each.name == "华南")
            for name in ("陈经理", "刘经理", "管理员"):
                self._person(work, name, AccountType.MANAGER, unit_id=None if name == "管理员" else unit.id)
            work.people.set_head(unit.id, self.ids["刘经理"])
            for short in dict.fromkeys(agency for _, _, agency in PEOPLE):
                agency = work.people.add_agency(
                    name=f"{short}有限公司",
                    short_name=short,
                    unit_id=unit.id,
                    manager_id=self.ids["陈经理"],
                    state=AgencyState.ACTIVE,
                )
                for name, type_, of in PEOPLE:
                    if of == short:
                        self._person(work, name, type_, agency_id=agency.id)

        await self.db.transact(step)

    def _person(
        self,
        work: DeskWork,
        name: str,
        type_: AccountType,
        *,
        unit_id: int | None = None,
        agency_id: int | None = None,
    ) -> None:
        account = work.people.add_account(
            name=name,
            type=type_,
            unit_id=unit_id,
            agency_id=agency_id,
            administrator=name == "管理员",
            email=f"u{len(self.ids)}@example.com",
        )
        chat = 1000 + account.id
        chats.meet(work.conn, chat, name, None, self.now)
        work.people.bind(account.id, chat, AccountState.ACTIVE)
        self.ids[name] = account.id

    async def colleague(self, name: str, agency: str, type_: AccountType = AccountType.SALESPERSON) -> None:
        def step(conn: Connection) -> None:
            work = work_for(conn, POLICY, self.now)
            like = next(each for each, _, of in PEOPLE if of == agency)
            agency_id = work.people.account(self.ids[like]).agency_id
            self._person(work, name, type_, agency_id=agency_id)

        await self.db.transact(step)

    async def second_account(self, who: str, agency: str) -> str:
        """Of the same chat user, at another agency. Returns what it is called here."""
        name = f"{who}二"
        await self.colleague(name, agency)
        chat = 1000 + self.ids[who]
        await self.does(None, lambda work: work.people.bind(self.ids[name], chat, AccountState.ACTIVE))
        return name

    async def many_agencies(self, names: list[str]) -> None:
        """Each with one salesperson, called after it."""

        def step(conn: Connection) -> None:
            work = work_for(conn, POLICY, self.now)
            unit = next(each for each in work.people.units() if each.name == "华南")
            for name in names:
                agency = work.people.add_agency(
                    name=name, unit_id=unit.id, manager_id=self.ids["陈经理"], state=AgencyState.ACTIVE
                )
                self._person(work, f"{name}业务员", AccountType.SALESPERSON, agency_id=agency.id)

        await self.db.transact(step)

    async def reports(self, who: str, name: str, *, mends: int | None = None, **changes: str) -> reporting.Submitted:
        command = reporting.ReportCustomer(profile=profile(name, **changes), report=mends)
        return await self.does(who, lambda work: reporting.report(work, command))

    async def approves(self, who: str = "陈经理") -> None:
        """The oldest request that waits for somebody."""

        def act(work: DeskWork) -> None:
            oldest = work.approvals.waiting_for((work.actor.id,))[0]
            deciding.approve(work, deciding.Approve(approval=oldest.id))

        await self.does(who, act)

    async def rejects(self, who: str = "陈经理", reason: str = "不同意") -> None:
        def act(work: DeskWork) -> None:
            oldest = work.approvals.waiting_for((work.actor.id,))[0]
            deciding.reject(work, deciding.Reject(approval=oldest.id, reason=reason))

        await self.does(who, act)

    async def appeals(self, who: str, name: str) -> None:
        """And is right: the unit's head accepts it."""
        command = appealing.MakeAppeal(reason="2026-08 起送样", name=name)
        await self.does(who, lambda work: appealing.make(work, command))
        await self.approves("刘经理")

    async def returns(self, *fields: str, who: str = "陈经理") -> None:
        def act(work: DeskWork) -> None:
            oldest = work.approvals.waiting_for((work.actor.id,))[0]
            deciding.return_(work, deciding.Return(approval=oldest.id, reason="请补充", fields=fields))

        await self.does(who, act)

    async def holds(self, who: str, name: str, *, credit_code: str | None = None) -> int:
        """Somebody holds a customer, from now on. Returns its number."""
        given = {} if credit_code is None else {"credit_code": credit_code}
        made = await self.reports(who, name, mends=None, **given)
        await self.approves()
        return await self.does(None, lambda work: int(work.customers.report(made.report).customer_id))

    # --- what is found ----------------------------------------------------------------------------------------------

    async def until(self, customer: int) -> str:
        """The last protected day; `endless`, or the state of what is held by nobody."""

        def act(work: DeskWork) -> str:
            held = work.protections.held(customer)
            if held is None:
                return work.customers.get(customer).state.value
            return held.protection.last_day.isoformat() if held.protection.last_day is not None else "endless"

        return await self.does(None, act)

    async def chat(self, who: str) -> list[str]:
        """All that goes out to somebody, oldest first: messages, and cards as they change."""

        def step(conn: Connection) -> list[str]:
            his = outbox.c.account_id == self.ids[who], outbox.c.body.is_not(None)
            bodies = conn.execute(select(outbox.c.body).where(*his).order_by(outbox.c.id)).scalars()
            return [self.app.renderer.letter(body["screen"], None) for body in bodies]

        return await self.db.read(step)

    async def reminders(self, kind: ReminderKind | None = None) -> list[tuple[str, str, str, str]]:
        """All of them in the order of their making: receiver, kind, the vendor's day on which it was due, state."""
        names = {account: name for name, account in self.ids.items()}

        def step(conn: Connection) -> list[tuple[str, str, str, str]]:
            rows = conn.execute(select(reminders).order_by(reminders.c.due, reminders.c.id)).all()
            return [
                (names[row.receiver], row.kind, row.due.astimezone(POLICY.zone).date().isoformat(), row.state)
                for row in rows
                if kind is None or row.kind == kind.value
            ]

        return await self.db.read(step)


PROFILE: dict[str, object] = {
    "region": "广东 深圳",
    "domain": "家电 · 空调",
    "volume": Decimal(120),
    "mcus": "STM32F103",
}


def profile(name: str, **changes: str) -> Profile:
    return Profile(**{**PROFILE, "name": name, **changes})  # type: ignore[arg-type]


def with_report(**changes: object) -> policy.Policy:
    """The policy with other rules for reports."""
    return POLICY.model_copy(update={"report": POLICY.report.model_copy(update=changes)})


async def open_office(db: Database, texts: Texts, files: FileStore) -> Office:
    app = App(POLICY, texts, ScreenRenderer(texts, POLICY, files, lambda: BEGIN), "baobei_bot")
    office = Office(db, app)
    await office.open()
    return office
