"""The content store: what people send and what is made for them, each content once, under the SHA-256 of its bytes.

A file appears under its name only when it is whole and on the disk. Absent: who may read it, and the record that they did.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

import filetype

from storage import private

LIMIT: Final = 20 * 1024 * 1024
"""Bytes: what a bot may download from Telegram."""
_HEAD: Final = 8192  # as much as `filetype` looks at


class EmptyFile(ValueError):
    """A file without a byte."""


class TooBig(ValueError):
    """More bytes than the limit."""


@dataclass(frozen=True, slots=True)
class Kept:
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

    def keep(self, chunks: Iterable[bytes], limit: int = LIMIT) -> Kept:
        """Store a content, or find that it is there already. Raises `EmptyFile`, `TooBig`, or `OSError` (no room)."""
        descriptor, name = tempfile.mkstemp(dir=self._half)
        half = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as out:
                kept = _write(out, chunks, limit)
            whole = self._place(kept.sha256)
            if not whole.exists():
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
        place = self._place(sha256)
        if not place.exists():
            raise LookupError(f"no content {sha256}")
        return place

    def sweep(self, older_than: float = 3600) -> int:
        """Remove what a killed process left half-written `older_than` seconds ago; returns how many."""
        before = time.time() - older_than  # noqa: TID251  (a file's own time is the system's)
        left = [each for each in self._half.iterdir() if each.stat().st_mtime < before]
        for each in left:
            each.unlink(missing_ok=True)
        return len(left)

    def _place(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256


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


def _write(out: IO[bytes], chunks: Iterable[bytes], limit: int) -> Kept:
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
    return Kept(digest.hexdigest(), sniff(head), size)


def _sync_folder(folder: Path) -> None:
    # Without it a power cut may take the name away again. Windows can't open a folder, and needs no such thing.
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
