"""Files that people send as a list and that are none, or none that can be read: what they are, so that one sentence says how
to make a list of them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final

import filetype

LOOKED_AT: Final = 64 * 1024
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_WORD, _SLIDES = (name.encode("utf-16-le") for name in ("WordDocument", "PowerPoint Document"))
_KINGSOFT: Final = (b"Kingsoft", "WpsCustomData".encode("utf-16-le"), b"KSO")
_PAGES: Final = (
    b"<html",
    b"<table",
    b"<!doctype html",
    b"<head",
    b"<meta ",
    b"<body",
    b"<style",
    b"urn:schemas-microsoft-com:office",
)
"""How older systems write what they call an Excel file: a web page, or Excel's XML of 2003."""
_INSIDE: Final = {
    "index/document.iwa": "numbers",
    "index.zip": "numbers",
    "word/document.xml": "word",
    "ppt/presentation.xml": "word",
}


def kind_of(path: Path) -> str:
    """`page`, `pdf`, `picture`, `numbers`, `word`, `wps`, `archive`; empty where nothing is known about it."""
    with path.open("rb") as file:
        head = file.read(LOOKED_AT)
    if head.startswith(b"PK"):
        return _of_zip(path)
    if head.startswith(_OLE):
        return _of_compound(path.read_bytes())
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if plain.startswith((b"mime-version:", b"content-type: multipart")):
        return "page"
    if plain.startswith(b"<") and any(each in plain for each in _PAGES):
        return "page"
    found = filetype.guess(head)
    if found is None:
        return ""
    kinds = {"application/pdf": "pdf", "application/rtf": "word"}
    return kinds.get(found.mime) or {"image": "picture", "application": "archive"}.get(found.mime.partition("/")[0], "")


def _of_compound(content: bytes) -> str:
    """What Office and WPS wrote before 2007."""
    if _WORD in content or _SLIDES in content:
        return "word"
    return "wps" if any(each in content for each in _KINGSOFT) else ""


def _of_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {each.casefold() for each in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError):
        return ""
    known = next(
        (kind for name, kind in _INSIDE.items() if name in names or any(each.endswith(f"/{name}") for each in names)),
        "",
    )
    if known or "[content_types].xml" in names or "mimetype" in names:
        return known
    return "archive"
