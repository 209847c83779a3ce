"""What a person does with the bot: writes, opens it, taps, sends files."""

from __future__ import annotations

import re
import secrets
from functools import partial

from bot.sandbox import polls
from bot.sandbox.bot_api_error import Json
from bot.sandbox.call import ReceivedCall
from bot.sandbox.core import Sandbox, Tap
from bot.sandbox.formatting.content import MAX_CAPTION, MAX_TEXT, typed
from bot.sandbox.media import media_of
from bot.sandbox.reactions import read_reactions, written
from bot.sandbox.reply_markup import OTHER_REQUESTS
from bot.sandbox.updates import MESSAGE_LIFE
from bot.sandbox.upload import Upload
from bot.sandbox.world import Message, Person

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


class ActError(Exception):
    """A person cannot do that in Telegram; the text says why."""


def _put(sandbox: Sandbox, person: Person, content: Json, extra: Json | None = None) -> Message:
    """A message of the person, who by writing has met the bot."""
    if person.blocked:
        raise ActError(f"{person.name} has blocked the bot; opening it unblocks")
    person.started = True
    person.unread = 0
    world = sandbox.world
    message = Message(person.id, world.next(), int(sandbox.clock.now()), False, content, extra=extra or {})
    world.keep(message)
    world.changed(person)
    sandbox.push_message(message, person)
    return message


def say(sandbox: Sandbox, person: Person, text: str, reply_to: Message | None = None) -> Message:
    """Longer text than one message holds goes as several, as Telegram's apps do; returns the last."""
    extra = _answering(sandbox, reply_to)
    text = text.strip()
    if not text:
        raise ActError("text must not be empty")
    if sandbox.invitation is not None and text == f"/start {sandbox.invitation.rpartition('start=')[2]}":
        sandbox.invitation = None
    parts = [text[start : start + MAX_TEXT] for start in range(0, len(text), MAX_TEXT)]
    sent = [_put(sandbox, person, typed(part.strip()), extra) for part in parts if part.strip()]
    return sent[-1]


def edit(sandbox: Sandbox, person: Person, message: Message, text: str) -> Message:
    """Of what the person wrote: the text, or what stands under a file."""
    if person.blocked:
        raise ActError(f"{person.name} has blocked the bot; opening it unblocks")
    text, under = text.strip(), not message.content.get("text")
    if message.from_bot or message.deleted or not (message.content.keys() & {"text", "photo", "document"}):
        raise ActError("only one's own messages with words can be edited")
    if not text and not under:
        raise ActError("text must not be empty")
    if len(text) > (MAX_CAPTION if under else MAX_TEXT):
        raise ActError("the text is too long for one message")
    if under:
        kept = {name: value for name, value in message.content.items() if not name.startswith("caption")}
        message.content = {**kept, **_caption(text)}
    else:
        message.content = typed(text)
    message.edited += 1
    message.edit_date = int(sandbox.clock.now())
    sandbox.world.keep(message)
    sandbox.push_message(message, person, "edited_message")
    return message


def open_bot(sandbox: Sandbox, person: Person, start: str | None) -> Message:
    """What pressing Start does, with the payload of a link `t.me/<bot>?start=…` if given; unblocks."""
    if start and not _PAYLOAD.fullmatch(start):
        raise ActError("a start payload is 1-64 characters of A-Z, a-z, 0-9, _ and -")
    sandbox.block(person, False)
    return say(sandbox, person, f"/start {start}" if start else "/start")


def tap(sandbox: Sandbox, person: Person, message: Message, data: str) -> Tap:
    """A tap with any data, forged or stale; the message may be deleted."""
    if person.blocked:
        raise ActError(f"{person.name} has blocked the bot; opening it unblocks")
    person.unread = 0
    sandbox.world.changed(person)
    return sandbox.push_tap(person, message, data)


def press_reply_button(sandbox: Sandbox, person: Person, button: Json) -> Message:
    """A button of the reply keyboard writes its text, or shares the contact or place it asks for."""
    other = next((name for name in OTHER_REQUESTS if button.get(name)), None)
    if other is not None:
        raise ActError(f"the sandbox doesn't have what the button {button['text']} asks for: {other}")
    chat = sandbox.world.chat(person.id)
    shown = chat.messages[chat.keyboard] if chat.keyboard else None
    if shown is not None and shown.markup and shown.markup.get("one_time_keyboard"):
        sandbox.world.show_keyboard(person.id, None)
    if button.get("request_contact"):
        return send_contact(sandbox, person, person)
    if button.get("request_location"):
        return send_location(sandbox, person, 22.5431, 114.0579)
    return say(sandbox, person, button["text"])


def send_contact(sandbox: Sandbox, person: Person, whose: Person) -> Message:
    contact = {"phone_number": whose.phone, "first_name": whose.name, "user_id": whose.id}
    return _put(sandbox, person, {"contact": contact})


def send_foreign_contact(sandbox: Sandbox, person: Person, phone: str, name: str, vcard: str = "") -> Message:
    """Somebody who isn't in Telegram: without `user_id`."""
    card = {"vcard": vcard} if vcard else {}
    return _put(sandbox, person, {"contact": {"phone_number": phone, "first_name": name, **card}})


def send_location(sandbox: Sandbox, person: Person, latitude: float, longitude: float) -> Message:
    return _put(sandbox, person, {"location": {"latitude": latitude, "longitude": longitude}})


def send_file(
    sandbox: Sandbox, person: Person, kind: str, given: ReceivedCall, reply_to: Message | None = None, group: str = ""
) -> Message:
    """A file of any kind but a photo: `given` has it under the kind's name, with `caption`, `duration` and the like."""
    extra = {**_grouped(group), **_answering(sandbox, reply_to)}
    content = media_of(sandbox.files, given, kind, kind)
    return _put(sandbox, person, {**content, **_caption(given.text("caption"))}, extra)


def send_document(
    sandbox: Sandbox, person: Person, upload: Upload, caption: str, reply_to: Message | None = None, group: str = ""
) -> Message:
    given = ReceivedCall("", {"caption": caption}, {"document": upload})
    return send_file(sandbox, person, "document", given, reply_to, group)


def send_photo(
    sandbox: Sandbox, person: Person, upload: Upload, caption: str, reply_to: Message | None = None, group: str = ""
) -> Message:
    sizes = [size.photo_size() for size in sandbox.files.add_photo(upload)]
    extra = {**_grouped(group), **_answering(sandbox, reply_to)}
    return _put(sandbox, person, {"photo": sizes, **_caption(caption)}, extra)


def send_album(
    sandbox: Sandbox, person: Person, uploads: list[Upload], caption: str, reply_to: Message | None = None
) -> list[Message]:
    """Pictures only make an album of photos, else it is one of documents; the caption stands under the first."""
    if not 2 <= len(uploads) <= 10:
        raise ActError("an album has 2-10 files")
    send = send_photo if all(upload.mime.startswith("image/") for upload in uploads) else send_document
    group = str(secrets.randbits(53))
    return [
        send(sandbox, person, upload, "" if index else caption, reply_to, group) for index, upload in enumerate(uploads)
    ]


def vote(sandbox: Sandbox, person: Person, message: Message, options: list[int]) -> Json:
    """The bot hears of the poll, and unless it is anonymous of who voted how."""
    if "poll" not in message.content:
        raise ActError("the message is no poll")
    try:
        poll = polls.vote(message, person.id, options, sandbox.clock.now())
    except polls.VoteError as error:
        raise ActError(str(error)) from None
    sandbox.world.keep(message)
    push = partial(sandbox.push, person=person, lane=f"chat {person.id}", life=MESSAGE_LIFE)
    if not poll["is_anonymous"]:
        names = [poll["options"][each]["persistent_id"] for each in options]
        answer = {"poll_id": poll["id"], "user": person.user(), "option_ids": options, "option_persistent_ids": names}
        push("poll_answer", answer)
    push("poll", poll)
    return poll


def react(sandbox: Sandbox, person: Person, message: Message, emoji: str) -> None:
    """One reaction, or none any more; a bot that asked for it hears of both."""
    reactions = message.extra.get("_reactions", {})
    old, new = reactions.get("person", []), read_reactions(written([emoji] if emoji else []))
    message.extra["_reactions"] = {**reactions, "person": new}
    sandbox.world.keep(message)
    body: Json = {
        "chat": person.chat(),
        "message_id": message.id,
        "user": person.user(),
        "date": int(sandbox.clock.now()),
        "old_reaction": written(old),
        "new_reaction": written(new),
    }
    sandbox.push("message_reaction", body, person, lane=f"chat {person.id}", life=MESSAGE_LIFE)


def _answering(sandbox: Sandbox, reply_to: Message | None) -> Json:
    return {} if reply_to is None else sandbox.answered(reply_to)


def _grouped(group: str) -> Json:
    return {"media_group_id": group} if group else {}


def _caption(caption: str) -> Json:
    content = typed(caption.strip()) if caption.strip() else {}
    return {name.replace("text", "caption").replace("entities", "caption_entities"): v for name, v in content.items()}
