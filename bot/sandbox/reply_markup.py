"""Keyboards as Telegram accepts them: limits and refusals of `reply_markup`."""

from __future__ import annotations

import json
import re
from typing import Any

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall

MAX_INLINE_BUTTONS = 100
MAX_REPLY_BUTTONS = 300
MAX_MARKUP_BYTES = 10 * 1024
MAX_DATA_BYTES = 64
MAX_COPY = 256

_ACTION_NAMES = """
    url callback_data callback_game pay switch_inline_query switch_inline_query_current_chat
    switch_inline_query_chosen_chat login_url web_app copy_text
"""
ACTIONS = tuple(_ACTION_NAMES.split())
"""In the order in which the real server takes them: of a button with two the first counts."""
OTHER_REQUESTS = ("request_users", "request_chat", "request_poll", "request_managed_bot", "web_app")
"""What a button of a reply keyboard may ask for besides a contact and a place; who taps it is told that it isn't there."""
STYLES = ("danger", "success", "primary")
"""Red, green, blue; `default` is none of them."""
_URL = re.compile(r"^(https?://[^\s/]+\S*|tg://\S+)$", re.IGNORECASE)


def markup_of(call: ReceivedCall) -> Json | None:
    """The checked `reply_markup`, `None` where there is none or an empty inline keyboard."""
    markup = call.json("reply_markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup)
    if "keyboard" in markup:
        return _reply(markup)
    if markup.get("remove_keyboard") is True:
        return {"remove_keyboard": True}
    if markup.get("force_reply") is True:
        return {"force_reply": True}
    return None


def inline_markup_of(call: ReceivedCall) -> Json | None:
    """As `markup_of`, for edits, which take only inline keyboards."""
    markup = markup_of(call)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(markup: Json, name: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of the type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    return [row for row in rows if row]


def _inline(markup: Json) -> Json | None:
    rows = [[_inline_button(button) for button in row] for row in _rows(markup, "inline_keyboard")]
    if not rows:
        return None
    checked: Json = {"inline_keyboard": rows}
    too_big = len(json.dumps(checked, ensure_ascii=False, separators=(",", ":")).encode()) > MAX_MARKUP_BYTES
    if too_big or sum(map(len, rows)) > MAX_INLINE_BUTTONS:
        raise bad_request("reply markup is too long")
    return checked


def _unparsable(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _inline_button(button: object) -> Json:
    if not isinstance(button, dict):
        raise _unparsable("expected an Object")
    text = button.get("text")
    if not isinstance(text, str) or not text.strip():
        raise _unparsable('Field "text" must be a non-empty String')
    action = next((name for name in ACTIONS if _given(name, button.get(name))), None)
    if action is None:
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    _check_action(action, button[action])
    return {"text": text, action: button[action], **_looks(button)}


def _looks(button: Json) -> Json:
    style, icon = button.get("style") or "default", button.get("icon_custom_emoji_id")
    if style not in (*STYLES, "default"):
        raise bad_request("invalid button style specified")
    return {**({} if style == "default" else {"style": style}), **({"icon_custom_emoji_id": icon} if icon else {})}


def _given(action: str, value: object) -> bool:
    """An empty `callback_data` is none; an empty inline query is one."""
    return value not in (None, False) and not (value == "" and action in ("callback_data", "url"))


def _check_action(name: str, value: object) -> None:
    if name == "callback_data" and not (isinstance(value, str) and 1 <= len(value.encode()) <= MAX_DATA_BYTES):
        raise bad_request("BUTTON_DATA_INVALID")
    if name in ("callback_game", "pay"):
        raise bad_request("BUTTON_TYPE_INVALID")  # they stand under games and invoices only
    if name == "url" and not (isinstance(value, str) and _URL.match(value)):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if name == "copy_text":
        copied = value.get("text") if isinstance(value, dict) else None
        if not isinstance(copied, str) or not 1 <= len(copied) <= MAX_COPY:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _reply(markup: Json) -> Json:
    rows = [[_reply_button(button) for button in row] for row in _rows(markup, "keyboard")]
    if not rows:
        raise bad_request("reply keyboard must be non-empty")
    if sum(map(len, rows)) > MAX_REPLY_BUTTONS:
        raise bad_request("reply markup is too long")
    checked: Json = {"keyboard": rows}
    for name in ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective"):
        if markup.get(name) is True:
            checked[name] = True
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None:
        if not isinstance(placeholder, str) or not 1 <= len(placeholder) <= 64:
            raise bad_request("reply keyboard placeholder must be 1-64 characters long")
        checked["input_field_placeholder"] = placeholder
    return checked


def _reply_button(button: object) -> Json:
    given = {"text": button} if isinstance(button, str) else button
    if not isinstance(given, dict) or not isinstance(given.get("text"), str) or not given["text"].strip():
        raise bad_request('can\'t parse keyboard button: Field "text" must be a non-empty String')
    checked = {name: True for name in ("request_contact", "request_location") if given.get(name) is True}
    asked = {name: given[name] for name in OTHER_REQUESTS if given.get(name)}
    return {"text": given["text"], **checked, **asked, **_looks(given)}
