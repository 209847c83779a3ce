"""What every message may be sent with: an answer to another one, protection, an effect; and how a link is previewed."""

from __future__ import annotations

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.formatting.content import formatted
from bot.sandbox.world import Message, Person

MAX_QUOTE = 1024
_PREVIEW_FLAGS = ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text")


def options_of(sandbox: Sandbox, call: ReceivedCall, person: Person) -> Json:
    """As the message shows them. What only Telegram's notifications and prices know is taken and has no effect."""
    if call.text("business_connection_id"):
        raise bad_request("business connection not found")
    if call.integer("message_thread_id"):
        raise bad_request("message thread not found")
    shown: Json = {"has_protected_content": True} if call.flag("protect_content") else {}
    if call.text("message_effect_id"):
        shown["effect_id"] = call.text("message_effect_id")
    return {**shown, **_reply(sandbox, call, person)}


def _reply(sandbox: Sandbox, call: ReceivedCall, person: Person) -> Json:
    asked = call.json("reply_parameters") or {}
    if not isinstance(asked, dict):
        raise bad_request("can't parse reply parameters JSON object")
    number = asked.get("message_id") or call.integer("reply_to_message_id")
    if not number:
        return {}
    message = _answered(sandbox, person, asked, number)
    if message is not None:
        return {**sandbox.answered(message), **_quote(sandbox, call.part(asked), message)}
    if asked.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def _answered(sandbox: Sandbox, person: Person, asked: Json, number: object) -> Message | None:
    """In this chat: messages of others can't be answered here."""
    if asked.get("chat_id") not in (None, "", person.id, str(person.id)) or not isinstance(number, int):
        return None
    message = sandbox.world.chat(person.id).messages.get(number)
    return None if message is None or message.deleted else message


def _quote(sandbox: Sandbox, asked: ReceivedCall, message: Message) -> Json:
    """The part of the answered message that is quoted, which must be one."""
    if not asked.text("quote"):
        return {}
    text, entities = formatted(asked, "quote", sandbox.user)
    whole: str = message.content.get("text") or message.content.get("caption", "")
    position = whole.find(text)
    if position < 0 or len(text) > MAX_QUOTE:
        raise bad_request("QUOTE_TEXT_INVALID")
    marked = {"entities": entities} if entities else {}
    return {"quote": {"text": text, **marked, "position": position, "is_manual": True}}


def preview_of(call: ReceivedCall) -> Json:
    """`link_preview_options` as the message shows them: what was asked for, and nothing where nothing was."""
    asked = call.json("link_preview_options") or {}
    if not isinstance(asked, dict):
        raise bad_request("can't parse link preview options JSON object")
    shown: Json = {name: True for name in _PREVIEW_FLAGS if asked.get(name) is True}
    if call.flag("disable_web_page_preview"):
        shown["is_disabled"] = True
    if shown.get("is_disabled"):
        shown = {"is_disabled": True}
    elif isinstance(asked.get("url"), str) and asked["url"]:
        shown["url"] = asked["url"]
    return {"link_preview_options": shown} if shown else {}
