"""Uploaded files: bytes in a folder, what is known of them in the store; ids as opaque as Telegram's."""

from __future__ import annotations

import io
import secrets
import shutil
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path, PurePosixPath

from PIL import Image, UnidentifiedImageError

from bot.sandbox.bot_api_error import Json, bad_request
from bot.sandbox.call import ReceivedCall
from bot.sandbox.store import Store
from bot.sandbox.upload import Upload

MAX_DOCUMENT = 50 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_PHOTO_SIDES = 10_000
MAX_PHOTO_RATIO = 20
PHOTO_SIDES = (90, 320, 1280)


@dataclass(frozen=True)
class Stored:
    file_id: str
    unique: str
    name: str
    mime: str
    size: int
    path: str
    """What `getFile` answers as `file_path`; also the place below the folder."""
    width: int = 0
    height: int = 0
    kind: str = "document"
    """Of the message that brought it: `photo`, or one of `bot.sandbox.media`."""
    more: Json = field(default_factory=dict)
    """What the Bot API tells of that kind besides: `duration`, `performer` …"""

    def brief(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": self.unique, "file_size": self.size}

    def photo_size(self) -> Json:
        return {**self.brief(), "width": self.width, "height": self.height}


class Files:
    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self._store = store
        self._known: dict[str, Stored] = {}
        self._by_path: dict[str, Stored] = {}
        self._by_unique: dict[str, Stored] = {}
        self._count = 0
        for _, body in store.load("file"):
            self._remember(Stored(**{"kind": "photo" if body["width"] else "document", **body}))

    def _remember(self, stored: Stored) -> Stored:
        self._known[stored.file_id] = stored
        self._by_path[stored.path] = stored
        self._by_unique[stored.unique] = stored
        self._count += 1
        return stored

    def get(self, file_id: str) -> Stored | None:
        return self._known.get(file_id)

    def place(self, stored: Stored) -> Path:
        return self.folder / stored.path

    def by_path(self, path: str) -> Stored | None:
        return self._by_path.get(path)

    def by_unique(self, unique: str) -> Stored | None:
        return self._by_unique.get(unique)

    def add(self, upload: Upload, kind: str, folder: str, more: Json) -> Stored:
        if not upload.content:
            raise bad_request("file must be non-empty")
        name = PurePosixPath(upload.name.replace("\\", "/")).name or "file"
        return self._add(folder, upload.content, Stored(*_ids(), name, upload.mime, 0, "", kind=kind, more=more))

    def add_photo(self, upload: Upload) -> list[Stored]:
        """The sizes that Telegram makes of a picture, small to large, all JPEG."""
        if len(upload.content) > MAX_PHOTO:
            raise bad_request("file is too big")
        try:
            with Image.open(io.BytesIO(upload.content)) as opened:
                picture = opened.convert("RGB")
        except (UnidentifiedImageError, OSError, Image.DecompressionBombError, ValueError):
            raise bad_request("IMAGE_PROCESS_FAILED") from None
        sides = sorted(picture.size)
        if sum(sides) > MAX_PHOTO_SIDES or sides[1] > sides[0] * MAX_PHOTO_RATIO:
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        wanted = [side for side in PHOTO_SIDES if side < sides[1]] + ([sides[1]] if sides[1] <= PHOTO_SIDES[-1] else [])
        picture_id = secrets.token_hex(8)
        return [self._add_size(picture, side, picture_id) for side in wanted]

    def sizes(self, size: Stored) -> list[Stored]:
        """All sizes of the picture of which this is one, small to large; of another file that alone."""
        same = [each for each in self._known.values() if each.more.get("picture", each) == size.more.get("picture")]
        return same or [size]

    def _add_size(self, picture: Image.Image, side: int, picture_id: str) -> Stored:
        scaled = picture.copy()
        scaled.thumbnail((side, side))
        out = io.BytesIO()
        scaled.save(out, "JPEG", quality=87)
        size = Stored(*_ids(), "photo.jpg", "image/jpeg", 0, "", *scaled.size, "photo", {"picture": picture_id})
        return self._add("photos", out.getvalue(), size)

    def _add(self, folder: str, content: bytes, about: Stored) -> Stored:
        path = f"{folder}/file_{self._count}_{secrets.token_hex(4)}{PurePosixPath(about.name).suffix[:12]}"
        stored = replace(about, size=len(content), path=path)
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        self._store.put("file", stored.file_id, lambda: asdict(stored))
        return self._remember(stored)

    def clear(self) -> None:
        for stored in self._known.values():
            self._store.drop("file", stored.file_id)
        for known in (self._known, self._by_path, self._by_unique):
            known.clear()
        shutil.rmtree(self.folder, ignore_errors=True)


def _ids() -> tuple[str, str]:
    """`file_id` and `file_unique_id`."""
    return "BAAD" + secrets.token_urlsafe(36), "AgAD" + secrets.token_urlsafe(9)


def given_file(call: ReceivedCall, files: Files, name: str) -> Upload | Stored:
    """The file of a parameter: a part of that name, `attach://…`, or a `file_id` from earlier."""
    value = call.text(name)
    if name in call.uploads and not value:
        return call.uploads[name]
    if value.startswith("attach://"):
        upload = call.uploads.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"there is no {name} in the request")
        return upload
    if not value:
        raise bad_request(f"there is no {name} in the request")
    if value.lower().startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content: the sandbox fetches nothing from elsewhere")
    known = files.get(value)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return known
