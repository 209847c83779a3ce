"""The answer to a tap."""

from __future__ import annotations

from bot.sandbox.bot_api_error import bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox

MAX_TOAST = 200


async def answer_callback_query(sandbox: Sandbox, call: ReceivedCall) -> bool:
    """An unknown, late or already answered query is refused alike."""
    text = call.text("text")
    if len(text) > MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    alert = call.flag("show_alert")
    answer = {
        "toast": text if text and not alert else None,
        "alert": text if text and alert else None,
        "url": call.text("url") or None,
    }
    sandbox.answer_tap(call.text("callback_query_id"), answer)
    return True
