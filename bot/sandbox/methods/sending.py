"""Messages of the bot: text, photo, document, album, and the sign that it is at work."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.files import Stored, given_file
from bot.sandbox.formatting.content import caption_of, text_of
from bot.sandbox.reply_markup import markup_of
from bot.sandbox.world import Message, Person

TYPING_SECONDS = 5.0
_ACTIONS = """
    typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker
    find_location record_video_note upload_video_note
"""
ACTIONS = frozenset(_ACTIONS.split())


async def send_message(sandbox: Sandbox, call: ReceivedCall) -> Json:
    content = text_of(call, sandbox.user)
    return _sent(sandbox, call, lambda: content)


async def send_photo(sandbox: Sandbox, call: ReceivedCall) -> Json:
    return _sent(sandbox, call, lambda: {**photo_content(sandbox, call, "photo"), **caption_of(call, sandbox.user)})


async def send_document(sandbox: Sandbox, call: ReceivedCall) -> Json:
    return _sent(
        sandbox, call, lambda: {**document_content(sandbox, call, "document"), **caption_of(call, sandbox.user)}
    )


def photo_content(sandbox: Sandbox, call: ReceivedCall, name: str) -> Json:
    given = given_file(call, sandbox.files, name)
    sizes = [given] if isinstance(given, Stored) else sandbox.files.add_photo(given)
    if not all(size.width for size in sizes):
        raise bad_request("can't use file of type Document as Photo")
    return {"photo": [size.photo_size() for size in sizes]}


def document_content(sandbox: Sandbox, call: ReceivedCall, name: str) -> Json:
    given = given_file(call, sandbox.files, name)
    if isinstance(given, Stored) and given.width:
        raise bad_request("can't use file of type Photo as Document")
    stored = given if isinstance(given, Stored) else sandbox.files.add_document(given)
    return {"document": stored.document()}


def _sent(sandbox: Sandbox, call: ReceivedCall, content: Callable[[], Json]) -> Json:
    markup = markup_of(call)
    person = sandbox.recipient(call)
    extra = _reply(sandbox, call, person)
    return sandbox.shown(deliver(sandbox, person, content(), markup, extra))


def _reply(sandbox: Sandbox, call: ReceivedCall, person: Person) -> Json:
    asked = call.json("reply_parameters") or {}
    number = asked.get("message_id") or call.integer("reply_to_message_id") if isinstance(asked, dict) else 0
    if not number:
        return {}
    message = sandbox.world.chat(person.id).messages.get(number)
    if message is not None and not message.deleted:
        return {"_reply_to": number}
    if asked.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def deliver(sandbox: Sandbox, person: Person, content: Json, markup: Json | None, extra: Json) -> Message:
    """Puts a message of the bot into the chat; a reply keyboard replaces or removes the present one."""
    world = sandbox.world
    message = Message(person.id, world.next(), int(sandbox.clock.now()), True, content, markup, extra=extra)
    person.unread += 1
    world.chat(person.id).typing_until = 0.0
    world.keep(message)
    if markup is not None and "keyboard" in markup:
        world.show_keyboard(person.id, message.id)
    elif markup is not None and ("remove_keyboard" in markup or "force_reply" in markup):
        world.show_keyboard(person.id, None)
    world.changed(person)
    return message


async def send_media_group(sandbox: Sandbox, call: ReceivedCall) -> list[Json]:
    """2–10 items, photos together or documents together; an album has no keyboard."""
    items = call.json("media", [])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise bad_request("can't parse media JSON object")
    if len(items) > 10:
        raise bad_request("too many messages to send as an album")
    if len(items) < 2:
        raise bad_request("media group must include 2-10 items")
    kinds = {item.get("type") for item in items}
    if not kinds <= {"photo", "document"}:
        raise bad_request("wrong type of the InputMedia in the album")
    if len(kinds) > 1:
        raise bad_request("documents can't be mixed with other media types")
    person = sandbox.recipient(call)
    group = {"media_group_id": str(secrets.randbits(53)), **_reply(sandbox, call, person)}
    contents = [media_content(sandbox, call, item) for item in items]
    return [sandbox.shown(deliver(sandbox, person, content, None, group)) for content in contents]


def media_content(sandbox: Sandbox, call: ReceivedCall, item: Json) -> Json:
    """The content that an InputMedia describes."""
    own = call.part({**item, "media": str(item.get("media", ""))})
    maker = {"photo": photo_content, "document": document_content}.get(str(item.get("type")))
    if maker is None:
        raise bad_request("can't parse InputMedia: the sandbox knows the types photo and document")
    return {**maker(sandbox, own, "media"), **caption_of(own, sandbox.user)}


async def send_chat_action(sandbox: Sandbox, call: ReceivedCall) -> bool:
    if call.text("action").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    person = sandbox.recipient(call)
    chat = sandbox.world.chat(person.id)
    chat.typing, chat.typing_until = call.text("action").lower(), time.monotonic() + TYPING_SECONDS
    sandbox.world.touched(person.id)
    return True
