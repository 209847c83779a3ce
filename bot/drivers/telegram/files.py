"""What file an update carries, and the JSON in which its fetching is remembered on the inbox row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import cast, get_args

from bot.drivers.telegram.shapes import BIGGEST, Raw, Unparsable, a_number, a_text, an_object, text_or
from dialogs.core.inputs import Failed, Stored, Why

DOWNLOAD_LIMIT = 20 << 20  # bytes; what getFile gives out
NAME_LENGTH = 120

KINDS = ("document", "photo", "video", "audio")
"""An animation comes as a document too. Voice and round video messages are talk, not files."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A file that an update speaks of. `size` in bytes, as the update claims it."""

    file_id: str
    name: str
    kind: str
    size: int | None = None
    reply_to: int | None = None
    """The message that it answers, when it answers one."""


def file_of(raw: Raw) -> Carried | None:
    """The file in a message; raises Unparsable when there is one in a wrong shape."""
    body = raw.get("message")
    if not isinstance(body, dict):
        return None
    for kind in KINDS:
        if body.get(kind) is not None:
            return _carried(kind, body)
    return None


def _carried(kind: str, body: Raw) -> Carried:
    file = _largest(body[kind]) if kind == "photo" else an_object(body[kind], kind)
    size = file.get("file_size")
    extension = {"photo": ".jpg", "video": ".mp4", "audio": ".mp3"}.get(kind, "")
    return Carried(
        a_text(file.get("file_id"), f"{kind}.file_id"),
        file_name(text_or(file.get("file_name"))) or f"{kind}-{body.get('message_id')}{extension}",
        kind,
        size if isinstance(size, int) and 0 <= size < BIGGEST else None,
        replied_to(body),
    )


def replied_to(body: Raw) -> int | None:
    """The message that a message answers, when it answers one."""
    earlier = body.get("reply_to_message")
    number = earlier.get("message_id") if isinstance(earlier, dict) else None
    return None if number is None else a_number(number, "reply_to_message.message_id")


def _largest(sizes: object) -> Raw:
    if not isinstance(sizes, list) or not sizes:
        raise Unparsable("photo without sizes")

    def pixels(size: Raw) -> int:
        width, height = size.get("width"), size.get("height")
        return width * height if isinstance(width, int) and isinstance(height, int) else 0

    return max((an_object(size, "photo size") for size in sizes), key=pixels)


def file_name(given: str) -> str:
    """A sender's name for a file, without folders and invisible characters, not longer than a directory takes."""
    name = PurePosixPath(given.replace("\\", "/")).name
    name = "".join(char for char in name if char.isprintable()).strip().strip(".")
    if len(name) <= NAME_LENGTH:
        return name
    suffix = PurePosixPath(name).suffix[:12]
    return name[: NAME_LENGTH - len(suffix)] + suffix


def fetched_to_json(file: Stored | Failed) -> Raw:
    match file:
        case Stored():
            known = {"sha256": file.sha256, "type": file.type, "size": file.size, "name": file.name}
            return {**known, "text": file.text} if file.text else known
        case Failed():
            return {"failed": file.why, "name": file.name}


def fetched_from_json(value: object) -> Stored | Failed:
    match value:
        case {"sha256": str(sha256), "type": str(kind), "size": int(size), "name": str(name), **rest}:
            return Stored(sha256, kind, size, name, text_or(rest.get("text")) or "")
        case {"failed": str(why), "name": str(name)} if why in get_args(Why):
            return Failed(cast(Why, why), name)
        case _:
            raise ValueError(f"not the outcome of a fetching: {value!r}")
