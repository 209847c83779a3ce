"""A bot with pyTelegramBotAPI, as its users write them: it says again what it hears, and sends a file back."""

from __future__ import annotations

import os

import telebot
from telebot import apihelper, types

apihelper.API_URL = os.environ["SANDBOX_URL"] + "/bot{0}/{1}"
apihelper.FILE_URL = os.environ["SANDBOX_URL"] + "/file/bot{0}/{1}"
bot = telebot.TeleBot(os.environ["SANDBOX_TOKEN"])


@bot.message_handler(commands=["start"])
def welcome(message: types.Message) -> None:
    markup = types.ReplyKeyboardMarkup(resize_keyboard=True)
    markup.add("一", "二")
    bot.send_message(message.chat.id, "<b>你好</b>", parse_mode="HTML", reply_markup=markup)


@bot.message_handler(content_types=["document"])
def send_back(message: types.Message) -> None:
    file = bot.get_file(message.document.file_id)
    content = bot.download_file(file.file_path)
    bot.send_document(message.chat.id, content, visible_file_name=f"回_{message.document.file_name}")


@bot.message_handler(func=lambda message: True)
def say_again(message: types.Message) -> None:
    bot.reply_to(message, message.text)


bot.infinity_polling(timeout=5, long_polling_timeout=5)
