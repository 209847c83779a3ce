"""Both real libraries talk to the sandbox as they would to Telegram."""

from __future__ import annotations

import asyncio
import io
from importlib import import_module
from typing import Any

import pytest
from PIL import Image

from bot.sandbox.client import Server, Sim
from tests.sandbox.bot_api import LI

pytestmark = pytest.mark.slow


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "teal").save(out, "PNG")
    return out.getvalue()


async def check(sim: Sim, document_id: str) -> None:
    """What either library left in the chat."""
    messages = (await sim.chat("李明"))["messages"]
    assert [message["text"] for message in messages] == ["/start abc", "改过", "合同", "两张", ""]
    assert messages[1]["html"] == "<b>改过</b>"
    assert messages[1]["edited"] == 1
    assert messages[2]["file"]["name"] == "合同.pdf"
    assert messages[3]["album"] == messages[4]["album"]
    assert document_id


async def test_aiogram(server: Server, sim: Sim) -> None:
    aiogram: Any = import_module("aiogram")  # late: it takes seconds, and only this test needs it
    types: Any = import_module("aiogram.types")
    sessions: Any = import_module("aiogram.client.session.aiohttp")
    servers: Any = import_module("aiogram.client.telegram")
    api = servers.TelegramAPIServer.from_base(server.url)
    async with aiogram.Bot(server.sandbox.token, session=sessions.AiohttpSession(api=api)) as bot:
        await sim.open("李明", "abc")
        updates = await bot.get_updates(timeout=5)
        assert updates[0].message.text == "/start abc"
        keyboard = types.InlineKeyboardMarkup(
            inline_keyboard=[[types.InlineKeyboardButton(text="好", callback_data="ok")]]
        )
        sent = await bot.send_message(LI, "第一", reply_markup=keyboard)
        tapped = asyncio.ensure_future(sim.tap("李明", "好"))  # noqa: TID251  awaited below
        query = (await bot.get_updates(offset=updates[-1].update_id + 1, timeout=5))[0].callback_query
        await query.answer("收到", show_alert=True)
        assert (await tapped)["alert"] == "收到"
        await bot.edit_message_text("<b>改过</b>", chat_id=LI, message_id=sent.message_id, parse_mode="HTML")
        file = types.BufferedInputFile(b"%PDF-1", "合同.pdf")
        document = (await bot.send_document(LI, file, caption="合同")).document
        photos = [
            types.InputMediaPhoto(media=types.BufferedInputFile(png(), f"{n}.png"), caption=c)
            for n, c in ((1, "两张"), (2, None))
        ]
        assert len(await bot.send_media_group(LI, photos)) == 2
        fetched = await bot.download(document.file_id)
        assert fetched.read() == b"%PDF-1"
        await check(sim, document.file_id)


async def test_python_telegram_bot(server: Server, sim: Sim) -> None:
    telegram: Any = import_module("telegram")
    bot = telegram.Bot(server.sandbox.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")
    async with bot:
        await sim.open("李明", "abc")
        updates = await bot.get_updates(timeout=5)
        assert updates[0].message.text == "/start abc"
        keyboard = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("好", callback_data="ok")]])
        sent = await bot.send_message(LI, "第一", reply_markup=keyboard)
        tapped = asyncio.ensure_future(sim.tap("李明", "好"))  # noqa: TID251  awaited below
        query = (await bot.get_updates(offset=updates[-1].update_id + 1, timeout=5))[0].callback_query
        await query.answer("收到", show_alert=True)
        assert (await tapped)["alert"] == "收到"
        await bot.edit_message_text("<b>改过</b>", chat_id=LI, message_id=sent.message_id, parse_mode="HTML")
        document = (await bot.send_document(LI, b"%PDF-1", filename="合同.pdf", caption="合同")).document
        photos = [telegram.InputMediaPhoto(png(), caption="两张"), telegram.InputMediaPhoto(png())]
        assert len(await bot.send_media_group(LI, photos)) == 2
        fetched = await (await bot.get_file(document.file_id)).download_as_bytearray()
        assert bytes(fetched) == b"%PDF-1"
        await check(sim, document.file_id)
