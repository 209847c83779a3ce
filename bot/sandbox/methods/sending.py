"""Messages of the bot: text, files of every kind, albums, and the sign that it is at work."""

from __future__ import annotations

import secrets
import time
from collections.abc import Awaitable, Callable

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.formatting.content import caption_of, text_of
from bot.sandbox.media import MEDIA, media_of
from bot.sandbox.methods.options import options_of, preview_of
from bot.sandbox.reply_markup import markup_of
from bot.sandbox.world import Message, Person

TYPING_SECONDS = 5.0
MAX_ALBUM = 10
_ACTIONS = """
    typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker
    find_location record_video_note upload_video_note
"""
ACTIONS = frozenset(_ACTIONS.split())
_TOGETHER = ({"photo", "video", "live_photo"}, {"document"}, {"audio"})
_IN_MEDIA = ("photo", "live_photo", "video", "document", "audio", "animation")


async def send_message(sandbox: Sandbox, call: ReceivedCall) -> Json:
    content = {**text_of(call, sandbox.user), **preview_of(call)}
    return sent(sandbox, call, lambda: content)


def sending(kind: str) -> Callable[[Sandbox, ReceivedCall], Awaitable[Json]]:
    """The method that sends a file of that kind."""

    async def send(sandbox: Sandbox, call: ReceivedCall) -> Json:
        return sent(sandbox, call, lambda: _medium(sandbox, call, kind, kind))

    return send


def _medium(sandbox: Sandbox, call: ReceivedCall, kind: str, parameter: str) -> Json:
    content = media_of(sandbox.files, call, kind, parameter)
    if kind in MEDIA and not MEDIA[kind].captioned:
        return content
    flags = {"show_caption_above_media": call.flag("show_caption_above_media")}
    if kind in ("photo", "live_photo", "video", "animation"):
        flags["has_media_spoiler"] = call.flag("has_spoiler")
    return {**content, **caption_of(call, sandbox.user), **{name: True for name, given in flags.items() if given}}


def sent(sandbox: Sandbox, call: ReceivedCall, content: Callable[[], Json]) -> Json:
    """The message as the bot sees it; its content is made once all else is found good."""
    markup = markup_of(call)
    person = sandbox.recipient(call)
    extra = options_of(sandbox, call, person)
    return sandbox.shown(deliver(sandbox, person, content(), markup, extra))


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
    """Up to ten items, of which photos and videos go together; an album has no keyboard."""
    items = call.json("media", [])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise bad_request("can't parse media JSON object")
    if len(items) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    if not items:
        raise bad_request("there are no messages to send")
    kinds = {str(item.get("type")) for item in items}
    if not any(kinds <= together for together in _TOGETHER):
        known = all(any(kind in together for together in _TOGETHER) for kind in kinds)
        mixed = "documents" if "document" in kinds else "audio"
        raise bad_request(
            f"{mixed} can't be mixed with other media types" if known else "wrong type of the InputMedia in the album"
        )
    person = sandbox.recipient(call)
    group = {"media_group_id": str(secrets.randbits(53))} if len(items) > 1 else {}
    extra = {**group, **options_of(sandbox, call, person)}
    contents = [media_content(sandbox, call, item) for item in items]
    return [sandbox.shown(deliver(sandbox, person, content, None, dict(extra))) for content in contents]


def media_content(sandbox: Sandbox, call: ReceivedCall, item: Json) -> Json:
    """The content that an InputMedia describes."""
    kind = str(item.get("type"))
    if kind not in _IN_MEDIA:
        raise bad_request(f"can't parse InputMedia: the sandbox knows the types {', '.join(_IN_MEDIA)}")
    return _medium(sandbox, call.part({**item, "media": str(item.get("media", ""))}), kind, "media")


async def send_chat_action(sandbox: Sandbox, call: ReceivedCall) -> bool:
    if call.text("action").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    person = sandbox.recipient(call)
    chat = sandbox.world.chat(person.id)
    chat.typing, chat.typing_until = call.text("action").lower(), time.monotonic() + TYPING_SECONDS
    sandbox.world.touched(person.id)
    return True
