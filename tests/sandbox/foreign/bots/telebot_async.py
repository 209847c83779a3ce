"""The same bot with pyTelegramBotAPI's asynchronous half, which sends its forms in the body of a GET."""

from __future__ import annotations

import asyncio
import io
import os

from telebot import asyncio_helper, types
from telebot.async_telebot import AsyncTeleBot

asyncio_helper.API_URL = os.environ["SANDBOX_URL"] + "/bot{0}/{1}"
asyncio_helper.FILE_URL = os.environ["SANDBOX_URL"] + "/file/bot{0}/{1}"
bot = AsyncTeleBot(os.environ["SANDBOX_TOKEN"])


@bot.message_handler(commands=["start"])
async def welcome(message: types.Message) -> None:
    markup = types.ReplyKeyboardMarkup(resize_keyboard=True)
    markup.add("一", "二")
    await bot.send_message(message.chat.id, "*你好*", parse_mode="MarkdownV2", reply_markup=markup)


@bot.message_handler(content_types=["document"])
async def send_back(message: types.Message) -> None:
    file = await bot.get_file(message.document.file_id)
    content = io.BytesIO(await bot.download_file(file.file_path))
    await bot.send_document(message.chat.id, content, visible_file_name=f"回_{message.document.file_name}")


@bot.message_handler(func=lambda message: True)
async def say_again(message: types.Message) -> None:
    await bot.reply_to(message, message.text)


asyncio.run(bot.infinity_polling(timeout=5, request_timeout=5))
