"""vCards, as phones and Telegram carry contacts: read into what is said of somebody, and written (RFC 6350, 2426). Pure.

Anybody may have made one: whatever isn't understood is left out, and nothing here raises. What is read and has no place of its
own (further numbers, an address, a company) goes to the note, with what it is.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.base import identifiers
from domain.base.identifiers import Flaw
from domain.letters import clean

LONGEST = 4096
"""Characters that are read; Telegram carries 2048 bytes."""
MOST_LINES = 100
BYTES = 2048
"""Of one that Telegram takes."""
_FOLDED = re.compile(r"\r?\n[ \t]")
_SOFT = re.compile(r"=\r?\n")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PARTS = re.compile(r"(?<!\\);")


@dataclass(frozen=True, slots=True)
class VCard:
    """`phones` in the form in which they are kept; `others` are numbers that none can be read of."""

    phones: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    company: str = ""
    title: str = ""
    address: str = ""
    notes: tuple[str, ...] = ()
    name: str = ""


def read(text: str) -> VCard:
    found: dict[str, list[str]] = {}
    for name, value in _lines(text):
        found.setdefault(name, []).append(value)
    numbers = [(each, identifiers.phone(each.removeprefix("tel:"))) for each in found.get("TEL", ())]
    return VCard(
        phones=tuple(dict.fromkeys(phone for _, phone in numbers if not isinstance(phone, Flaw))),
        others=tuple(dict.fromkeys(each for each, phone in numbers if isinstance(phone, Flaw))),
        emails=tuple(dict.fromkeys(found.get("EMAIL", ()))),
        company=next(iter(found.get("ORG", ())), ""),
        title=next(iter((*found.get("TITLE", ()), *found.get("ROLE", ()))), ""),
        address=next(iter(found.get("ADR", ())), ""),
        notes=tuple(found.get("NOTE", ())),
        name=next(iter((*found.get("FN", ()), *found.get("N", ()))), ""),
    )


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """The properties by their names, without groups and parameters, in plain text."""
    unfolded = _FOLDED.sub("", text[:LONGEST])
    if "QUOTED-PRINTABLE" in unfolded.upper():
        unfolded = _SOFT.sub("", unfolded)
    for line in unfolded.splitlines()[:MOST_LINES]:
        front, colon, value = line.partition(":")
        name, _, parameters = front.partition(";")
        if colon and (plain := _plain(value, parameters.upper())):
            yield name.rpartition(".")[2].strip().upper(), plain


def _plain(value: str, parameters: str) -> str:
    if "QUOTED-PRINTABLE" in parameters:
        value = quopri.decodestring(value.encode("ascii", "ignore")).decode("utf-8", "replace")
    parts = (clean(_ESCAPED.sub(lambda each: "\n" if each[1] in "nN" else each[1], one)) for one in _PARTS.split(value))
    return " ".join(filter(None, parts))


def written(name: str, phone: str, *, company: str = "", title: str = "", note: str = "") -> str:
    """One that a phone saves with company and role; what doesn't fit into Telegram's measure is left out, the note first."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{_escaped(name)};;;;",
        f"FN:{_escaped(name)}",
        f"TEL;TYPE=WORK,VOICE:{phone.partition(';')[0]}",
        *([f"ORG:{_escaped(company)}"] if company else ()),
        *([f"TITLE:{_escaped(title)}"] if title else ()),
    ]
    end = ["END:VCARD"]
    noted = [*lines, *([f"NOTE:{_escaped(note)}"] if note else ()), *end]
    return _fitting((noted, [*lines, *end], [*lines[:5], *end]))


def _escaped(text: str) -> str:
    plain = re.sub(r"([\\,;])", r"\\\1", text)
    return plain.replace("\r", "").replace("\n", "\\n")


def _fitting(several: Sequence[Sequence[str]]) -> str:
    made = ["\r\n".join(lines) for lines in several]
    return next((each for each in made if len(each.encode("utf-8", "replace")) <= BYTES), "")
