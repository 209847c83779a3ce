"""The peer: aiogram-dialog's form of five questions, run by a Python of its own.

    python form.py              with memory storage
    python form.py PORT FILE    with a Redis, and a SQLite database for what is filled in

Reads a number of steps a line, plays them with sixteen people and writes one line of JSON. Started by
`benchmarks.steps.peers`; imports nothing of ours.
"""

# Read by a Python that has other libraries than ours.
# mypy: ignore-errors

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.base import BaseSession
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import Chat, Message, Update
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.input import TextInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo
from aiogram_dialog.widgets.text import Const, Format

PEOPLE = 16
QUESTIONS = ("name", "region", "field", "volume", "models")


class Form(StatesGroup):
    name, region, field, volume, models, check = State(), State(), State(), State(), State(), State()


class Nowhere(BaseSession):
    """Takes every call at once; remembers what each chat's newest buttons send."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[int, str] = {}
        self._number = 0

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109  (as aiogram calls it)
        if isinstance(method, AnswerCallbackQuery):
            return True
        chat = getattr(method, "chat_id", 0)
        markup = getattr(method, "reply_markup", None)
        if markup is not None and getattr(markup, "inline_keyboard", None):
            self.buttons[chat] = markup.inline_keyboard[0][0].callback_data or ""
        self._number += 1
        now = datetime.fromtimestamp(1_795_000_000, UTC)
        return Message(message_id=self._number, date=now, chat=Chat(id=chat, type="private"), text="x").as_(bot)

    async def close(self) -> None: ...

    async def stream_content(self, *args: Any, **more: Any) -> AsyncGenerator[bytes, None]:
        yield b""


async def kept(message: Any, widget: Any, manager: DialogManager, value: str) -> None:
    await manager.next()


class Kept:
    """Where finished forms go: nowhere, or into a table."""

    engine: Any = None
    table: Any = None

    async def open(self, file: str) -> None:
        from sqlalchemy import JSON, Column, Integer, MetaData, Table, event
        from sqlalchemy.ext.asyncio import create_async_engine

        metadata = MetaData()
        self.table = Table("forms", metadata, Column("id", Integer, primary_key=True), Column("answers", JSON))
        self.engine = create_async_engine(f"sqlite+aiosqlite:///{file}")

        @event.listens_for(self.engine.sync_engine, "connect")
        def full(connection: Any, _record: Any) -> None:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")

        async with self.engine.begin() as conn:
            await conn.run_sync(metadata.create_all)

    async def add(self, answers: dict[str, Any]) -> None:
        if self.engine is not None:
            async with self.engine.begin() as conn:
                await conn.execute(self.table.insert(), {"answers": answers})


forms = Kept()


async def done(call: Any, button: Any, manager: DialogManager) -> None:
    await forms.add({name: manager.find(name).get_value() for name in QUESTIONS})
    await manager.switch_to(Form.name)


def dialog() -> Dialog:
    states = (Form.name, Form.region, Form.field, Form.volume, Form.models)
    asked = [
        Window(
            Format(f"<b>{name}</b>\nWrite it."),
            TextInput(id=name, on_success=kept),
            Row(SwitchTo(Const("Back"), id="back", state=states[max(0, place - 1)]), Button(Const("Cancel"), id="no")),
            state=states[place],
        )
        for place, name in enumerate(QUESTIONS)
    ]
    check = Window(Const("Check"), Column(Button(Const("Submit"), id="yes", on_click=done)), state=Form.check)
    return Dialog(*asked, check)


def storage(port: str | None) -> Any:
    if port is None:
        return MemoryStorage()
    from aiogram.fsm.storage.base import DefaultKeyBuilder
    from aiogram.fsm.storage.redis import RedisStorage

    return RedisStorage.from_url(f"redis://127.0.0.1:{port}/0", key_builder=DefaultKeyBuilder(with_destiny=True))


class Peer:
    def __init__(self, port: str | None) -> None:
        self.session = Nowhere()
        self.bot = Bot("1:" + "x" * 35, session=self.session)
        self.dispatcher = Dispatcher(storage=storage(port))
        router = Router()

        @router.message(CommandStart())
        async def start(message: Message, dialog_manager: DialogManager) -> None:
            await dialog_manager.start(Form.name, mode=StartMode.RESET_STACK)

        self.dispatcher.include_routers(router, dialog())
        setup_dialogs(self.dispatcher)
        self.number = 0
        self.places = dict.fromkeys(range(1, PEOPLE + 1), -1)

    def update(self, person: int) -> dict[str, Any]:
        self.number += 1
        place = self.places[person]
        sender = {"id": person, "is_bot": False, "first_name": "P"}
        chat = {"id": person, "type": "private", "first_name": "P"}
        message = {"message_id": self.number, "date": 1795000000, "chat": chat}
        self.places[person] = (place + 1) % 6
        if place == 5:
            tapped = {
                "id": str(self.number),
                "from": sender,
                "chat_instance": "1",
                "data": self.session.buttons[person],
            }
            return {"update_id": self.number, "callback_query": {**tapped, "message": {**message, "text": "x"}}}
        text = "/start" if place == -1 else f"answer {place}"
        entities = [{"type": "bot_command", "offset": 0, "length": 6}] if place == -1 else []
        said = {**message, "from": sender, "text": text, **({"entities": entities} if entities else {})}
        return {"update_id": self.number, "message": said}

    async def step(self, person: int) -> float:
        raw = self.update(person)
        begun = time.perf_counter()
        update = Update.model_validate(raw, context={"bot": self.bot})
        await self.dispatcher.feed_update(self.bot, update)
        return time.perf_counter() - begun

    async def hurry(self, steps: int) -> tuple[float, float]:
        """Everybody at once; steps a second, and milliseconds of processor a step."""

        async def person(number: int) -> None:
            for _ in range(steps // PEOPLE):
                await self.step(number)

        begun, busy = time.perf_counter(), time.process_time()
        async with asyncio.TaskGroup() as group:
            for number in range(1, PEOPLE + 1):
                group.create_task(person(number))
        done = steps // PEOPLE * PEOPLE
        return done / (time.perf_counter() - begun), (time.process_time() - busy) / done * 1000

    async def stroll(self, steps: int, rate: float) -> list[float]:
        """So many a second; seconds that each took."""
        took = []
        for number in range(steps):
            took.append(await self.step(number % PEOPLE + 1))
            await asyncio.sleep(max(0.0, 1 / rate - took[-1]))
        return took


async def serve() -> None:
    peer = Peer(sys.argv[1] if sys.argv[1:] else None)
    if sys.argv[2:]:
        await forms.open(sys.argv[2])
    await peer.hurry(PEOPLE * 12)
    while line := await asyncio.to_thread(sys.stdin.readline):
        what, count = line.split()
        told = await peer.hurry(int(count)) if what == "hurry" else await peer.stroll(int(count), 50)
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    asyncio.run(serve())
