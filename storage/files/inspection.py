"""What is wrong with a content that somebody sent, judged by its bytes: before anybody opens it, it is looked into.

Contents that are small on the disk and huge when unpacked are recognised by what they announce. A picture is decoded to
its last line, for half a photo announces a whole one: this is a parser, to be called through `notifications.parsing`.
"""

from __future__ import annotations

import logging
import warnings
import zipfile
from pathlib import Path, PurePath
from typing import Final, Literal, TypeAlias

from PIL import Image
from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

Flaw: TypeAlias = Literal["disguised", "encrypted", "broken", "bomb", "heic"]

PIXELS: Final = 100_000_000
"""Of a picture; four times what a good scanner makes of an A4 page."""
FRAMES: Final = 50
"""Of a picture with several that are decoded."""
UNPACKED: Final = 200 * 1024 * 1024
"""Bytes of all that an archive or an office document holds."""
RATIO: Final = 200
"""How many times its size a packed content may be; text packs to a tenth, seldom to a hundredth."""

_OFFICE = "application/vnd.openxmlformats-officedocument."
_PACKED = (_OFFICE, "application/zip", "application/vnd.oasis.opendocument.")
_OLE = ("application/msword", "application/vnd.ms-", "application/x-ole-storage", "application/octet-stream")
_CLAIMS: Final[dict[str, tuple[str, ...]]] = {
    ".pdf": ("application/pdf",),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff"), ("image/",)),
    **dict.fromkeys((".docx", ".xlsx", ".pptx"), _PACKED),
    **dict.fromkeys((".doc", ".ppt"), (*_OLE, *_PACKED)),
    ".xls": (*_OLE, *_PACKED, "text/"),  # older systems write a web page or columns of text and call it Excel
    ".zip": _PACKED,
    **dict.fromkeys((".txt", ".csv"), ("text/", "application/octet-stream")),
}
"""What a file's name promises: the beginnings of the types that keep it."""
_OLE_MAGIC: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_PROGRAMS: Final = (
    "application/x-msdownload",
    "application/x-dosexec",
    "application/x-executable",
    "application/x-elf",
)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity of every PDF


def flaw(path: Path, type_: str, name: str) -> Flaw | None:
    """What is wrong with the content of this sniffed type under the sender's name; None: nothing that we know of."""
    suffix = PurePath(name).suffix.lower()
    if type_ in ("image/heic", "image/heif", "image/avif"):
        return "heic"
    if type_ in _PROGRAMS and suffix not in ("", ".exe"):
        return "disguised"
    if suffix in (".docx", ".xlsx", ".pptx") and _begins(path, _OLE_MAGIC):
        return "encrypted"  # Office puts a locked document into a container of its older kind
    if suffix in _CLAIMS and not type_.startswith(_CLAIMS[suffix]):
        return "disguised"
    if type_ == "application/pdf":
        return _of_pdf(path)
    if type_.startswith("image/"):
        return _of_picture(path)
    return _of_archive(path) if type_.startswith(_PACKED) else None


def _begins(path: Path, magic: bytes) -> bool:
    with path.open("rb") as content:
        return content.read(len(magic)) == magic


def _of_pdf(path: Path) -> Flaw | None:
    try:
        with PdfReader(path) as reader:
            if reader.is_encrypted and not reader.decrypt(""):
                return "encrypted"
            return None if len(reader.pages) else "broken"
    except DependencyError:  # locked by a cipher that isn't installed here
        return "encrypted"
    except (PyPdfError, OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError):
        return "broken"


def _of_picture(path: Path) -> Flaw | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata, and of sizes that are looked at here
            with Image.open(path) as picture:
                if picture.width * picture.height > PIXELS:
                    return "bomb"
                picture.draft(
                    None, (picture.width // 8, picture.height // 8)
                )  # a JPEG: all of it read, an eighth painted
                _decode(picture)
    except Image.DecompressionBombError:
        return "bomb"
    except MemoryError:
        raise
    except Exception:  # whatever a decoder stumbles over, the picture isn't whole
        return "broken"
    return None


def _decode(picture: Image.Image) -> None:
    for frame in range(FRAMES):
        try:
            picture.seek(frame)
        except EOFError:  # there is none any more
            return
        picture.load()


def _of_archive(path: Path) -> Flaw | None:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
        return "broken"
    unpacked = sum(each.file_size for each in inside)
    if unpacked > UNPACKED or unpacked > RATIO * max(path.stat().st_size, 50_000):
        return "bomb"
    return "encrypted" if any(each.flag_bits & 1 for each in inside) else None
