"""What stands in a chat goes on to another: forwarded with its origin, or copied without."""

from __future__ import annotations

from bot.sandbox.bot_api_error import BotApiError, Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.formatting.content import caption_of
from bot.sandbox.methods.options import options_of
from bot.sandbox.methods.sending import deliver
from bot.sandbox.reply_markup import markup_of
from bot.sandbox.world import Message, Person

MAX_MESSAGES = 100
_CAPTION = ("caption", "caption_entities", "show_caption_above_media")


async def forward_message(sandbox: Sandbox, call: ReceivedCall) -> Json:
    person = sandbox.recipient(call)
    message = _source(sandbox, call, call.integer("message_id"), "forward")
    return sandbox.shown(_forwarded(sandbox, call, person, message))


async def forward_messages(sandbox: Sandbox, call: ReceivedCall) -> list[Json]:
    person = sandbox.recipient(call)
    found = _sources(sandbox, call, "forward")
    return [{"message_id": _forwarded(sandbox, call, person, message).id} for message in found]


async def copy_message(sandbox: Sandbox, call: ReceivedCall) -> Json:
    markup = markup_of(call)
    person = sandbox.recipient(call)
    message = _source(sandbox, call, call.integer("message_id"), "copy")
    extra, content = options_of(sandbox, call, person), _copied(message)
    if "caption" in call.params and "text" not in content:
        above = {"show_caption_above_media": True} if call.flag("show_caption_above_media") else {}
        content = {**_without_caption(content), **caption_of(call, sandbox.user), **above}
    return {"message_id": deliver(sandbox, person, content, markup, extra).id}


async def copy_messages(sandbox: Sandbox, call: ReceivedCall) -> list[Json]:
    person = sandbox.recipient(call)
    extra = options_of(sandbox, call, person)
    contents = [_copied(message) for message in _sources(sandbox, call, "copy")]
    if call.flag("remove_caption"):
        contents = [_without_caption(content) for content in contents]
    return [{"message_id": deliver(sandbox, person, content, None, dict(extra)).id} for content in contents]


def _source(sandbox: Sandbox, call: ReceivedCall, number: int, act: str) -> Message:
    source = sandbox.world.people.get(call.integer("from_chat_id"))
    if source is None:
        raise bad_request("chat not found" if call.text("from_chat_id") else "from_chat_id is empty")
    message = sandbox.world.chat(source.id).messages.get(number)
    if message is None or message.deleted:
        raise bad_request(f"message to {act} not found")
    if message.extra.get("has_protected_content"):
        raise bad_request("the message can't be forwarded" if act == "forward" else "the message can't be copied")
    return message


def _sources(sandbox: Sandbox, call: ReceivedCall, act: str) -> list[Message]:
    """In the order of the chat; what isn't there or may not go on is passed over, unless nothing is left."""
    numbers = call.json("message_ids", [])
    if not isinstance(numbers, list) or not all(isinstance(each, int) for each in numbers):
        raise bad_request("message identifiers must be an Array of integers")
    if not 1 <= len(numbers) <= MAX_MESSAGES:
        raise bad_request(f"there are no messages to {act}" if not numbers else f"too many messages to {act}")
    if numbers != sorted(set(numbers)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    found, refused = [], bad_request(f"there are no messages to {act}")
    for number in numbers:
        try:
            found.append(_source(sandbox, call, number, act))
        except BotApiError as error:
            refused = error
    if not found:
        raise refused
    return found


def _forwarded(sandbox: Sandbox, call: ReceivedCall, person: Person, message: Message) -> Message:
    seen = sandbox.shown(message)
    origin = seen.get("forward_origin") or {"type": "user", "sender_user": seen["from"], "date": message.date}
    extra = {**options_of(sandbox, call, person), "forward_origin": origin}
    return deliver(sandbox, person, message.content, None, extra)


def _copied(message: Message) -> Json:
    return dict(message.content)


def _without_caption(content: Json) -> Json:
    return {name: value for name, value in content.items() if name not in _CAPTION}
