"""The real bot without a network: sixteen salespeople report customers, update after update.

What a person sends depends on the screen, so the newest screen's token is noted as the step puts it into the outbox.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection
from typing_extensions import override

from bot.app import App
from bot.clock import Clock
from bot.driver import Driver
from bot.intake import Intake
from bot.rendering import ScreenRenderer
from bot.telegram import Call, Raw, button_data
from bot.turns import Answer, Turn
from bot.work import DeskWork
from dialogs.core.texts import Texts
from domain import policy
from domain.people import AccountState, AccountType, AgencyState
from storage import outbox
from storage.database import Database
from storage.files import FileStore
from storage.migrate import upgrade

PEOPLE, COLLEAGUES = 16, 4
WORDS = ("深圳", "空调", "120", "STM32F103")


class Parsing:
    """Fulfils `bot.driver.Client`: aiogram reads the updates, what is called goes nowhere."""

    def __init__(self) -> None:
        from bot.aiogram_driver import client

        self._library = client("1:" + "x" * 35, "http://127.0.0.1:9", None)

    async def call(self, call: Call, seconds: float) -> Any:
        return True

    def parse(self, raw: dict[str, Any]) -> None:
        self._library.parse(raw)

    async def fetch(self, path: str, into: IO[bytes], limit: int) -> int:
        raise NotImplementedError

    async def close(self) -> None:
        await self._library.close()


class Watched(App):
    """Notes the newest body of each chat, `screens`."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.screens: dict[int, dict[str, Any]] = {}

    @override
    def take(self, conn: Connection, person: int, now: datetime) -> Turn:
        conn.info["screens"] = self.screens
        return super().take(conn, person, now)


class Heard(Intake):
    """Tells when a step is committed: then, and only then, the tap that began it is answered."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.waiting: dict[int, asyncio.Future[None]] = {}

    @override
    async def _answer(self, raw: Raw, answer: Answer | None) -> None:
        person = raw["message" if "message" in raw else "callback_query"]["from"]["id"]
        self.waiting.pop(person).set_result(None)
        await super()._answer(raw, answer)


class Bot:
    def __init__(self, db: Database, app: Watched, intake: Heard) -> None:
        self.db = db
        self.app = app
        self._intake = intake
        self._numbers = count(1)
        self._turns = {person: asyncio.Lock() for person in range(1, PEOPLE + 1)}
        self._scripts = {person: self._script(person) for person in range(1, PEOPLE + 1)}
        self._names = count(int(time.time()) % 100_000 * 1000)  # noqa: TID251

    # --- people ------------------------------------------------------------------------------------------------------

    def _script(self, person: int) -> Any:
        """Ten updates a report, over and over."""
        yield self._says(person, "主页")
        while True:
            yield self._taps(person, "report_customer")
            number = next(self._names)
            yield self._says(person, f"深圳市{_letters(number)}电子有限公司")
            yield self._taps(person, "skip")
            for words in WORDS:
                yield self._says(person, words)
            yield self._taps(person, "finish")
            yield self._taps(person, "submit")
            yield self._says(person, "主页")

    def _says(self, person: int, text: str) -> dict[str, Any]:
        return {"message": {**self._message(person), "from": _sender(person), "text": text}}

    def _taps(self, person: int, *verbs: str) -> dict[str, Any]:
        body = self.app.screens[person]
        acts = [button["act"] for row in body["screen"]["rows"] for button in row if "act" in button]
        for verb in verbs:
            for index, act in enumerate(acts):
                if verb in json.dumps(act):
                    data = button_data(body["token"], index)
                    query = {"id": "1", "from": _sender(person), "chat_instance": "1", "data": data}
                    return {"callback_query": {**query, "message": {**self._message(person), "text": "x"}}}
        raise AssertionError(f"no {verbs} on {json.dumps(body, ensure_ascii=False)}")

    def _message(self, person: int) -> dict[str, Any]:
        chat = {"id": person, "type": "private", "first_name": f"P{person}"}
        return {"message_id": 7, "date": 1795000000, "chat": chat}

    # --- steps -------------------------------------------------------------------------------------------------------

    async def step(self, person: int) -> float:
        """Seconds from the update's arrival to its COMMIT; who is asked before the last one is done waits, and it counts."""
        begun = time.perf_counter()
        async with self._turns[person]:
            raw = {"update_id": next(self._numbers), **next(self._scripts[person])}
            done = self._intake.waiting[person] = asyncio.get_running_loop().create_future()
            await self._intake.store([raw])
            await done
        return time.perf_counter() - begun

    async def begin(self) -> None:
        """Everybody somewhere else in the form: people don't walk in step, and reports are numbered one by one."""
        async with asyncio.TaskGroup() as group:
            for person in range(1, PEOPLE + 1):
                group.create_task(self._walk(person, 12 + person % 10))

    async def _walk(self, person: int, steps: int) -> None:
        for _ in range(steps):
            await self.step(person)

    async def hurry(self, steps: int) -> tuple[float, float]:
        """All at once; steps a second, and milliseconds of this process's CPU a step."""
        begun, busy = time.perf_counter(), time.process_time()
        async with asyncio.TaskGroup() as group:
            for person in range(1, PEOPLE + 1):
                group.create_task(self._walk(person, steps // PEOPLE))
        done = steps // PEOPLE * PEOPLE
        return done / (time.perf_counter() - begun), (time.process_time() - busy) / done * 1000

    async def stroll(self, steps: int, rate: float = 50) -> list[float]:
        """So many a second, each person in turn; what each took."""
        took: list[float] = []

        async def one(person: int) -> None:
            took.append(await self.step(person))

        async with asyncio.TaskGroup() as group:
            for number in range(steps):
                group.create_task(one(number % PEOPLE + 1))
                await asyncio.sleep(1 / rate)
        return took


def _sender(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": f"P{person}"}


def _letters(number: int) -> str:
    """A name of five characters that is like no other."""
    return "".join(chr(0x4E00 + (number * step + 811 * step) % 19_000) for step in (7919, 6007, 104_729, 1299, 31_337))


@asynccontextmanager
async def working(address: str, folder: Path) -> AsyncIterator[Bot]:
    """The bot on an empty database, with an agency of sixteen salespeople."""
    await upgrade(address)
    db = await Database.open(address)
    rules, texts, files = policy.load(_lenient(folder)), Texts.load(), FileStore(folder / "files")
    app = Watched(rules, texts, ScreenRenderer(texts, rules, files, Clock().now), "bench_bot")
    driver = Driver("aiogram", Parsing())
    intake = Heard(db, driver, app, files, Clock().now)
    await db.transact(lambda conn: _lay(conn, app))
    bot = Bot(db, app, intake)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(intake.run())
            listening = group.create_task(db.listen())
            yield bot
            intake.stop()
            listening.cancel()
    finally:
        await driver.close()
        with suppress(Exception):
            await db.close()


def _noting(put: Callable[..., int]) -> Callable[..., int]:
    def show(conn: Connection, chat_id: int, owner: str, body: dict[str, Any], *rest: Any, **more: Any) -> int:
        conn.info["screens"][chat_id] = body
        return put(conn, chat_id, owner, body, *rest, **more)

    return show


outbox.show = _noting(outbox.show)  # as the desk calls it


def _lenient(folder: Path) -> Path:
    """The limits that a benchmark meets in a second, out of its way."""
    folder.mkdir(exist_ok=True)
    path = folder / "policy.toml"
    path.write_text("[report]\nchecks_a_day = { person = 100000, agency = 100000 }\nopen_limit = 100000\n", "utf-8")
    return path


def _lay(conn: Connection, app: App) -> None:
    work = app.system(conn, Clock().now())
    app.begin(conn, Clock().now())
    unit, agency = work.people.units()[0], 0
    for person in range(1, PEOPLE + 1):
        if person % COLLEAGUES == 1:
            agency = _agency(work, f"代理{person}", unit.id)
        account = work.people.add_account(name=f"P{person}", type=AccountType.SALESPERSON, agency_id=agency)
        work.people.bind(account.id, person, AccountState.ACTIVE)


def _agency(work: DeskWork, short: str, unit: int) -> int:
    return work.people.add_agency(
        name=f"{short}有限公司",
        short_name=short,
        unit_id=unit,
        manager_id=None,
        state=AgencyState.ACTIVE,
        province="广东",
        city="深圳",
    ).id
