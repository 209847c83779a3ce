"""Changing and deleting what stands in a chat."""

from __future__ import annotations

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox
from bot.sandbox.formatting.content import caption_of, text_of
from bot.sandbox.methods.options import preview_of
from bot.sandbox.methods.sending import media_content
from bot.sandbox.reply_markup import inline_markup_of
from bot.sandbox.world import Message

DELETABLE_SECONDS = 48 * 3600
_CAPTION = ("caption", "caption_entities", "show_caption_above_media")


async def edit_message_text(sandbox: Sandbox, call: ReceivedCall) -> Json:
    content = {**text_of(call, sandbox.user), **preview_of(call)}
    markup = inline_markup_of(call)
    message = to_be_edited(sandbox, call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return edited(sandbox, message, content, markup)


async def edit_message_caption(sandbox: Sandbox, call: ReceivedCall) -> Json:
    caption = caption_of(call, sandbox.user)
    if call.flag("show_caption_above_media"):
        caption["show_caption_above_media"] = True
    markup = inline_markup_of(call)
    message = to_be_edited(sandbox, call)
    if "text" in message.content:
        raise bad_request("there is no caption in the message to edit")
    rest = {name: value for name, value in message.content.items() if name not in _CAPTION}
    return edited(sandbox, message, {**rest, **caption}, markup)


async def edit_message_reply_markup(sandbox: Sandbox, call: ReceivedCall) -> Json:
    markup = inline_markup_of(call)
    message = to_be_edited(sandbox, call)
    return edited(sandbox, message, message.content, markup)


async def edit_message_media(sandbox: Sandbox, call: ReceivedCall) -> Json:
    media = call.json("media")
    if not isinstance(media, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    markup = inline_markup_of(call)
    message = to_be_edited(sandbox, call)
    return edited(sandbox, message, media_content(sandbox, call, media), markup)


def to_be_edited(sandbox: Sandbox, call: ReceivedCall) -> Message:
    person = sandbox.recipient(call)
    if not call.integer("message_id"):
        raise bad_request("message identifier is not specified")
    message = sandbox.world.chat(person.id).messages.get(call.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to edit not found")
    if not message.editable:
        raise bad_request("message can't be edited")
    return message


def edited(sandbox: Sandbox, message: Message, content: Json, markup: Json | None) -> Json:
    """An edit without `reply_markup` removes the keyboard; an edit that changes nothing is refused."""
    if content == message.content and markup == message.markup:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same"
            " as a current content and reply markup of the message"
        )
    message.content, message.markup = content, markup
    message.edited += 1
    message.edit_date = int(sandbox.clock.now())
    return sandbox.shown(sandbox.world.keep(message))


async def delete_message(sandbox: Sandbox, call: ReceivedCall) -> bool:
    person = sandbox.recipient(call)
    message = sandbox.world.chat(person.id).messages.get(call.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    if sandbox.clock.now() - message.date >= DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    _delete(sandbox, message)
    return True


async def delete_messages(sandbox: Sandbox, call: ReceivedCall) -> bool:
    """What isn't there, or is too old, is passed over."""
    person = sandbox.recipient(call)
    numbers = call.json("message_ids", [])
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= 100:
        raise bad_request("message identifiers must be an Array of 1-100 integers")
    for number in numbers:
        message = sandbox.world.chat(person.id).messages.get(number) if isinstance(number, int) else None
        if message is not None and not message.deleted and sandbox.clock.now() - message.date < DELETABLE_SECONDS:
            _delete(sandbox, message)
    return True


def _delete(sandbox: Sandbox, message: Message) -> None:
    message.deleted = True
    sandbox.world.keep(message)
    if sandbox.world.chat(message.chat).keyboard == message.id:
        sandbox.world.show_keyboard(message.chat, None)
