"""Updates as the Bot API writes them, for the tables: one builder a kind, a few words each."""

from __future__ import annotations

from typing import Any

from bot.drivers.telegram import Raw

LI: Raw = {
    "id": 5001,
    "is_bot": False,
    "first_name": "明",
    "last_name": "李",
    "username": "liming",
    "language_code": "zh-hans",
}
PRIVATE: Raw = {"id": 5001, "type": "private", "first_name": "明", "last_name": "李", "username": "liming"}
GROUP: Raw = {"id": -1001, "type": "supergroup", "title": "销售群"}
CHANNEL: Raw = {"id": -1002, "type": "channel", "title": "新闻"}
BOT: Raw = {"id": 77, "is_bot": True, "first_name": "报备助手", "username": "baobei_bot"}


def message(**content: Any) -> Raw:
    body = {"message_id": 12, "date": 1795000000, "chat": PRIVATE, "from": LI}
    return {"update_id": 900, "message": body | content}


def edited(**content: Any) -> Raw:
    return {"update_id": 901, "edited_message": message(**content)["message"] | {"edit_date": 1795000009}}


def tap(data: str | None = "a5.2.1k.0", **more: Any) -> Raw:
    shown = {"message_id": 12, "date": 1795000000, "chat": PRIVATE, "from": BOT, "text": "请选择"}
    query = {"id": "4382bfdwdsb323b2d9", "from": LI, "chat_instance": "-1", "data": data, "message": shown}
    return {"update_id": 902, "callback_query": query | more}


def membership(chat: Raw, status: str) -> Raw:
    body = {
        "chat": chat,
        "from": LI,
        "date": 1795000000,
        "old_chat_member": {"user": BOT, "status": "member"},
        "new_chat_member": {"user": BOT, "status": status, "until_date": 0},
    }
    return {"update_id": 903, "my_chat_member": body}


def post(**content: Any) -> Raw:
    body = {"message_id": 3, "date": 1795000000, "chat": CHANNEL, "sender_chat": CHANNEL}
    return {"update_id": 904, "channel_post": body | content}


DOCUMENT: Raw = {
    "file_name": "报价单.pdf",
    "mime_type": "application/pdf",
    "file_id": "BQACAgUAAx",
    "file_unique_id": "AgADx",
    "file_size": 23400,
}
PHOTO: list[Raw] = [
    {"file_id": "small", "file_unique_id": "s", "width": 90, "height": 60, "file_size": 1200},
    {"file_id": "large", "file_unique_id": "l", "width": 1280, "height": 853, "file_size": 98000},
    {"file_id": "middle", "file_unique_id": "m", "width": 320, "height": 213, "file_size": 9000},
]
