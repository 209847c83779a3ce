"""A content is stored once, whole, and known by its bytes."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from storage.files.store import EmptyFile, FileStore, TooBig


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "PNG")
    return out.getvalue()


def spreadsheet() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"):
            archive.writestr(name, "<x/>")
    return out.getvalue()


def test_a_content_is_found_by_its_hash(store: FileStore) -> None:
    kept = store.keep([b"first ", b"second"])
    assert kept.sha256 == hashlib.sha256(b"first second").hexdigest()
    assert (kept.type, kept.size) == ("text/plain", 12)
    assert store.path(kept.sha256).read_bytes() == b"first second"


def test_the_same_content_is_stored_once(store: FileStore, tmp_path: Path) -> None:
    assert store.keep([b"same"]) == store.keep([b"sa", b"me"])
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (picture(), "image/png"),
        (b"%PDF-1.7\n%\xe2\xe3", "application/pdf"),
        (spreadsheet(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("客户,电话\n星河,138".encode("gb18030"), "text/plain"),
        (("星" * 4000).encode(), "text/plain"),
        (b"MZ\x90\x00\x03", "application/x-msdownload"),
        (b"\x00\x01\x02", "application/octet-stream"),
    ],
)
def test_the_type_is_what_the_bytes_say(store: FileStore, content: bytes, kind: str) -> None:
    assert store.keep([content]).type == kind


def test_an_empty_file_is_refused(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(EmptyFile):
        store.keep([b"", b""])
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_file_beyond_the_limit_is_refused_and_leaves_nothing(store: FileStore, tmp_path: Path) -> None:
    assert store.keep([b"x" * 10], limit=10).size == 10
    with pytest.raises(TooBig):
        store.keep([b"y" * 6, b"y" * 5], limit=10)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_broken_download_leaves_nothing(store: FileStore, tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        store.keep(broken())
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a" * 63, "A" * 64, "0" * 64, "/" + "0" * 63])
def test_what_is_no_known_hash_never_becomes_a_path(store: FileStore, name: str) -> None:
    with pytest.raises(LookupError):
        store.path(name)


def test_what_a_killed_process_left_half_written_is_swept_away(store: FileStore, tmp_path: Path) -> None:
    old, new = (tmp_path / "files" / "half" / name for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1_000_000, 1_000_000))
    assert store.sweep() == 1
    assert (old.exists(), new.exists()) == (False, True)
