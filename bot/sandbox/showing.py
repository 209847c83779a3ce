"""A message as its reader sees it: what the page draws, and what a script reads."""

from __future__ import annotations

from urllib.parse import quote

from bot.sandbox.bot_api_error import Json
from bot.sandbox.clock import iso
from bot.sandbox.core import Sandbox
from bot.sandbox.formatting.rendered import to_html
from bot.sandbox.media import MEDIA
from bot.sandbox.polls import poll_of
from bot.sandbox.world import Message


def message_shown(sandbox: Sandbox, message: Message) -> Json:
    content = message.content
    text: str = content.get("text") or content.get("caption", "")
    entities: list[Json] = content.get("entities") or content.get("caption_entities", [])
    shown: Json = {
        "id": message.id,
        "from": "bot" if message.from_bot else "person",
        "text": text,
        "html": to_html(text, entities),
        "buttons": [[_button(button) for button in row] for row in message.inline],
        "file": _file(content),
        "edited": message.edited,
        "deleted": message.deleted,
        "date": iso(message.date),
    }
    for name in ("contact", "location", "venue", "dice"):
        if name in content:
            shown[name] = content[name]
    if "poll" in content:
        shown["poll"] = poll_of(message, sandbox.clock.now())
        shown["voted"] = message.extra.get("_votes", {}).get(str(message.chat), [])
    if "media_group_id" in message.extra:
        shown["album"] = message.extra["media_group_id"]
    if "_reply_to" in message.extra:
        shown["reply_to"] = message.extra["_reply_to"]
    return {**shown, **_marks(message)}


def _marks(message: Message) -> Json:
    """What was put on the message, or sent with it."""
    emoji = [each for given in message.extra.get("_reactions", {}).values() for each in given]
    origin = message.extra.get("forward_origin", {}).get("sender_user", {}).get("first_name")
    marks = {
        "reactions": emoji,
        "pinned": message.extra.get("_pinned"),
        "forwarded_from": origin,
        "quote": message.extra.get("quote", {}).get("text"),
        "caption_above": message.content.get("show_caption_above_media"),
        "spoiler": message.content.get("has_media_spoiler"),
    }
    return {name: value for name, value in marks.items() if value}


def _button(button: Json) -> Json:
    shown = {
        "text": button["text"],
        "data": button.get("callback_data"),
        "url": button.get("url"),
        "style": button.get("style"),
    }
    if "copy_text" in button:
        shown["copy"] = button["copy_text"]["text"]
    return {name: value for name, value in shown.items() if value is not None}


def _file(content: Json) -> Json | None:
    """What can be fetched: the document, or the photo's largest size."""
    if "photo" in content and "live_photo" not in content:
        size = content["photo"][-1]
        place = f"/sim/file/{size['file_unique_id']}/photo.jpg"
        sides = {"width": size["width"], "height": size["height"]}
        return {"name": "photo.jpg", "size": size["file_size"], "url": place, "kind": "photo", **sides}
    kind = next((each for each in MEDIA if each in content and each != "document"), "document")
    if kind not in content:
        return None
    known = {"kind": kind, "mime": content[kind].get("mime_type", "")}
    name = content[kind].get("file_name", kind)
    place = f"/sim/file/{content[kind]['file_unique_id']}/{quote(name)}"
    return {"name": name, "size": content[kind]["file_size"], "url": place, **known}
