"""The content store: what people send and what is made for them, each content once, under the SHA-256 of its bytes.

A file appears under its name only when it is whole and on the disk. Absent: who may read it, and the record that they did.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

import filetype

from storage.engine import private

LIMIT: Final = 20 * 1024 * 1024
"""Bytes: what a bot may download from Telegram."""
_HEAD: Final = 8192  # as much as `filetype` looks at


HALF_AGE: Final = 3600.0
KEPT_AGE: Final = 7 * 86400.0
ASIDE_AGE: Final = 2 * 86400.0
"""Seconds: a fetch or a step takes minutes, however often it is tried again."""


class EmptyFile(ValueError):
    """A file without a byte."""


class TooBig(ValueError):
    """More bytes than the limit."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A content: its SHA-256 in hex, its type as the bytes say (not the name), its size in bytes."""

    sha256: str
    type: str
    size: int


class FileStore:
    """A folder of contents. Blocking: from the loop, call it by `asyncio.to_thread`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._half = folder / "half"
        private.folder(folder)
        private.folder(self._half)
        self._aside = private.folder(folder / "aside")

    def keep(self, chunks: Iterable[bytes], limit: int = LIMIT) -> KeptFile:
        """Store a content, or find that it is there already. Raises `EmptyFile`, `TooBig`, or `OSError` (no room)."""
        descriptor, name = tempfile.mkstemp(dir=self._half)
        half = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as out:
                kept = _write(out, chunks, limit)
            whole = self._place(kept.sha256)
            if self._found(kept.sha256):
                _touch(whole)  # whoever sends it now refers to it in a moment
            else:
                private.folder(whole.parent)
                half.replace(whole)
                _sync_folder(whole.parent)
        finally:
            half.unlink(missing_ok=True)
        return kept

    def path(self, sha256: str) -> Path:
        """Where a content lies. Raises `LookupError` when there is none; what isn't a hash never becomes a path."""
        if not re.fullmatch(r"[0-9a-f]{64}", sha256):
            raise LookupError(f"not a content hash: {sha256!r}")
        if not self._found(sha256):
            raise LookupError(f"no content {sha256}")
        return self._place(sha256)

    # --- what isn't needed ----------------------------------------------------------------------------------------

    def sweep(self, older_than: float = HALF_AGE) -> int:
        """Remove what a killed process left half-written `older_than` seconds ago; returns how many."""
        left = [each for each in self._half.iterdir() if _age(each) > older_than]
        for each in left:
            each.unlink(missing_ok=True)
        return len(left)

    def set_aside(self, referred: Collection[str], older_than: float = KEPT_AGE) -> int:
        """What nothing refers to goes into a folder of its own, where it is found as before, and whence it comes back as soon
        as somebody asks for it or sends it again. Returns how many. Young ones stay: the step that refers to a content may
        still be under way."""
        idle = [
            each
            for each in self._folder.glob("[0-9a-f][0-9a-f]/*")
            if each.name not in referred and _age(each) > older_than
        ]
        for each in idle:
            with suppress(FileNotFoundError):  # another replica was faster
                _touch(each)
                each.replace(self._aside / each.name)
        return len(idle)

    def remove_aside(self, referred: Collection[str], older_than: float = ASIDE_AGE) -> int:
        """What lies aside for so long and is still not referred to is removed; what is, comes back. Returns how many went."""
        gone = 0
        for each in self._aside.iterdir():
            if each.name in referred:
                self._found(each.name)
            elif _age(each) > older_than:
                each.unlink(missing_ok=True)
                gone += 1
        return gone

    def _found(self, sha256: str) -> bool:
        """Whether it is there, brought back from aside if need be."""
        place = self._place(sha256)
        if place.exists():
            return True
        private.folder(place.parent)
        try:
            (self._aside / sha256).replace(place)
        except FileNotFoundError:
            return place.exists()  # brought back by another
        _touch(place)
        return True

    def _place(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256


def _age(file: Path) -> float:
    try:
        return time.time() - file.stat().st_mtime  # noqa: TID251  (a file's own time is the system's)
    except FileNotFoundError:
        return 0.0


def _touch(file: Path) -> None:
    with suppress(FileNotFoundError):
        os.utime(file)


def sniff(head: bytes) -> str:
    """The media type that the first bytes tell."""
    kind = filetype.guess(head)
    if kind is not None:
        return str(kind.mime)
    return "text/plain" if _reads_as_text(head) else "application/octet-stream"


def _reads_as_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):  # the head may end inside of a character
            try:
                head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return True
    return False


def _write(out: IO[bytes], chunks: Iterable[bytes], limit: int) -> KeptFile:
    digest, size, head = hashlib.sha256(), 0, b""
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise TooBig(f"more than {limit} bytes")
        if len(head) < _HEAD:
            head += chunk[: _HEAD - len(head)]
        digest.update(chunk)
        out.write(chunk)
    if size == 0:
        raise EmptyFile("no byte in it")
    out.flush()
    os.fsync(out.fileno())
    return KeptFile(digest.hexdigest(), sniff(head), size)


def _sync_folder(folder: Path) -> None:
    # Without it a power cut may take the name away again. Windows can't open a folder, and needs no such thing.
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
