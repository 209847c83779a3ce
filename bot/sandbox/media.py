"""The kinds of files that a message may carry, and how the Bot API describes each."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.files import Files, Stored, given_file
from bot.sandbox.upload import Upload

STICKER_SIDE = 512


@dataclass(frozen=True)
class Medium:
    """`called`: in the real server's refusals. `numbers` stand in every such object (0: not given), `texts` where given."""

    field: str
    called: str
    folder: str
    numbers: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    named: bool = True
    captioned: bool = True
    made_of: str = ""
    """Another kind whose files will do."""

    def described(self, stored: Stored) -> Json:
        named = {"file_name": stored.name} if self.named else {}
        typed = {"mime_type": stored.mime} if self.captioned else {}
        return {**stored.brief(), **named, **typed, **stored.more}


_SIDES = ("width", "height")
MEDIA = {
    medium.field: medium
    for medium in (
        Medium("document", "Document", "documents"),
        Medium("video", "Video", "videos", (*_SIDES, "duration")),
        Medium("live_photo", "LivePhoto", "live_photos", (*_SIDES, "duration"), named=False, made_of="video"),
        Medium("animation", "Animation", "animations", (*_SIDES, "duration")),
        Medium("audio", "Audio", "music", ("duration",), ("performer", "title")),
        Medium("voice", "VoiceNote", "voice", ("duration",), named=False),
        Medium("video_note", "VideoNote", "video_notes", ("length", "duration"), named=False, captioned=False),
        Medium("sticker", "Sticker", "stickers", _SIDES, ("emoji",), named=False, captioned=False),
    )
}


def media_of(files: Files, call: ReceivedCall, kind: str, parameter: str) -> Json:
    """The content of a message with that kind of file. Raises `BotApiError` where it is none."""
    if kind == "photo":
        return _photo(files, call, parameter)
    medium = MEDIA[kind]
    given = given_file(call, files, parameter)
    if isinstance(given, Stored):
        stored = given
        if stored.kind not in (kind, medium.made_of):
            raise _other_kind(stored, medium.called)
    else:
        stored = files.add(given, kind, medium.folder, _particulars(files, call, medium, given))
    shown = medium.described(stored)
    if kind == "live_photo":
        shown |= _photo(files, call, "photo")
    return {kind: shown, **_also(kind, shown)}


def _also(kind: str, shown: Json) -> Json:
    """What older bots, which don't know the kind, find in its place."""
    if kind == "animation":
        return {"document": shown}
    return {"photo": shown["photo"]} if kind == "live_photo" else {}


def _photo(files: Files, call: ReceivedCall, parameter: str) -> Json:
    given = given_file(call, files, parameter)
    sizes = files.sizes(given) if isinstance(given, Stored) else files.add_photo(given)
    if not all(size.width for size in sizes):
        raise _other_kind(sizes[0], "Photo")
    return {"photo": [size.photo_size() for size in sizes]}


def _other_kind(stored: Stored, wanted: str) -> Exception:
    called = MEDIA[stored.kind].called if stored.kind in MEDIA else "Photo"
    return bad_request(f"can't use file of type {called} as {wanted}")


def _particulars(files: Files, call: ReceivedCall, medium: Medium, upload: Upload) -> Json:
    """What the bot says of the file; the sides of a picture are seen."""
    width, height = _sides(upload) if "width" in medium.numbers else (0, 0)
    seen = {"width": width, "height": height}
    more: Json = {name: max(call.integer(name), 0) or seen.get(name, 0) for name in medium.numbers}
    more |= {name: call.text(name) for name in medium.texts if call.text(name)}
    if medium.field == "sticker":
        side = {name: more[name] or STICKER_SIDE for name in _SIDES}
        more |= {"type": "regular", "is_animated": _ends(upload, ".tgs"), "is_video": _ends(upload, ".webm"), **side}
    elif medium.field != "voice" and (call.text("thumbnail") or "thumbnail" in call.uploads):
        thumbnail = given_file(call, files, "thumbnail")
        sizes = [thumbnail] if isinstance(thumbnail, Stored) else files.add_photo(thumbnail)
        more["thumbnail"] = sizes[-1].photo_size()
    return more


def _ends(upload: Upload, ending: str) -> bool:
    return upload.name.lower().endswith(ending)


def _sides(upload: Upload) -> tuple[int, int]:
    try:
        with Image.open(io.BytesIO(upload.content)) as opened:
            return opened.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, ValueError):
        return 0, 0
