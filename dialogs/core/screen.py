"""The whole vocabulary between a dialog and a chat.

A dialog says what it shows with these words and never in a language: a `Say` names a sentence of the catalogues and
its facts; `texts` turns it into the reader's language when it is sent. Everything here is immutable and has a JSON
form (`to_json`, `from_json`), for screens wait in the outbox as data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from domain.base.json_values import Json as Json

Arg: TypeAlias = "str | int | Decimal | date | datetime | Say | tuple[Arg, ...]"
"""A fact in a sentence. A `str` is somebody's words and is escaped; a `datetime` is aware and shown in the vendor's
time zone; a tuple is joined with the language's list comma."""

Wording: TypeAlias = "str | Say"
"""What a line or a label may be: a sentence of the catalogue, or somebody's words as they are (always escaped)."""


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence of the catalogues with its facts, not yet in any language."""

    key: str
    args: Mapping[str, Arg] = field(default_factory=dict)


def say(key: str, **args: Arg) -> Say:
    """`say("report-submitted", number=number)`."""
    return Say(key, args)


@dataclass(frozen=True, slots=True)
class Act:
    """What a button does, as data: a verb that the dialog (or the conversation) knows, and its particulars.

    Never trusted on its way back: a button carries only session, revision and index, the act is kept on our side.
    """

    verb: str
    args: Mapping[str, Json] = field(default_factory=dict)


def act(verb: str, **args: Json) -> Act:
    return Act(verb, args)


class Tone(StrEnum):
    """What a button looks like where it isn't one among others; a client that knows no colours shows it as any other."""

    APPROVE = "approve"
    """Green."""
    DANGER = "danger"
    """Red: it refuses, or what it does isn't taken back easily."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a screen: it acts, opens an address, or puts a text (at most 256 characters) on the reader's clipboard."""

    label: Wording
    act: Act | None = None
    url: str | None = None
    tone: Tone | None = None
    copy_text: str | None = None


HOME = Button(say("core-home"), act("home"))


Row: TypeAlias = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file or picture that goes with a screen: by content hash in the file store."""

    sha256: str
    name: str
    picture: bool = False


class Drawing(StrEnum):
    """Pictures that are made of a text."""

    CAPTCHA = "captcha"
    """Letters that a person can read and a robot hardly."""
    QR = "qr"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture that is drawn when the screen is sent and is kept nowhere: for what mustn't lie in the file store."""

    drawing: Drawing
    text: str


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture that the product brings along in each language (`dialogs.home.help`): whoever reads decides which one it is."""

    name: str


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Somebody as the chat shows contacts, for the phone to save or call; it has no words of its own. `phone` as it is kept
    (`domain.base.identifiers`), `title` what he does at the `company`."""

    name: str
    phone: str
    company: str = ""
    title: str = ""
    note: str = ""


Attachable: TypeAlias = Attached | Drawn | Illustration | ContactCard


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: lines of text, rows of buttons, perhaps a file. Lines of a screen with a contact go in front of it.

    `asks_contact` shows the key that shares the own phone number beneath the text field for this question only.
    """

    lines: tuple[Wording, ...]
    rows: tuple[Row, ...] = ()
    attached: Attachable | None = None
    asks_contact: bool = False

    def acts(self) -> tuple[Act, ...]:
        """The acts of the acting buttons in reading order: a button's index counts here."""
        return tuple(button.act for row in self.rows for button in row if button.act is not None)


# --- JSON ---------------------------------------------------------------------------------------------------------
# A sentence is {"say": key, "args": {...}}; facts that JSON doesn't know are tagged by a one-key object.


def _arg_to_json(value: Arg) -> Json:
    match value:
        case Say():
            return {"say": value.key, "args": {name: _arg_to_json(arg) for name, arg in value.args.items()}}
        case datetime():
            if value.tzinfo is None:
                raise ValueError(f"a datetime on a screen must be aware: {value!r}")
            return {"at": value.astimezone(UTC).isoformat()}
        case date():
            return {"day": value.isoformat()}
        case Decimal():
            return {"dec": str(value)}
        case tuple():
            return [_arg_to_json(each) for each in value]
        case str() | int():
            return value
        case _:
            raise TypeError(f"{type(value).__name__} can't stand on a screen: {value!r}")


def _arg_from_json(value: Json) -> Arg:
    match value:
        case {"say": str(key), "args": dict(args)}:
            return Say(key, {name: _arg_from_json(arg) for name, arg in args.items()})
        case {"at": str(at)}:
            return datetime.fromisoformat(at)
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case {"dec": str(dec)}:
            return Decimal(dec)
        case list():
            return tuple(_arg_from_json(each) for each in value)
        case str() | int():
            return value
        case _:
            raise ValueError(f"not a fact of a screen: {value!r}")


def wording_to_json(wording: Wording) -> Json:
    return _arg_to_json(wording)


def wording_from_json(value: Json) -> Wording:
    wording = _arg_from_json(value)
    if not isinstance(wording, str | Say):
        raise ValueError(f"not a wording: {value!r}")
    return wording


def act_to_json(what: Act) -> Json:
    return {"verb": what.verb, "args": dict(what.args)}


def act_from_json(value: Json) -> Act:
    match value:
        case {"verb": str(verb), "args": dict(args)}:
            return Act(verb, args)
        case _:
            raise ValueError(f"not an act: {value!r}")


def button_to_json(button: Button) -> Json:
    made: dict[str, Json] = {"label": wording_to_json(button.label)}
    if button.act is not None:
        made["act"] = act_to_json(button.act)
    if button.url is not None:
        made["url"] = button.url
    if button.copy_text is not None:
        made["copy_text"] = button.copy_text
    if button.tone is not None:
        made["tone"] = button.tone.value
    return made


def button_from_json(value: Json) -> Button:
    match value:
        case {"label": label, "act": what, **rest}:
            return Button(wording_from_json(label), act=act_from_json(what), tone=_tone(rest.get("tone")))
        case {"label": label, "copy_text": str(text)}:
            return Button(wording_from_json(label), copy_text=text)
        case {"label": label, "url": str(url)}:
            return Button(wording_from_json(label), url=url)
        case _:
            raise ValueError(f"not a button: {value!r}")


def _tone(value: object) -> Tone | None:
    """A screen that waits may come of another version: a tone that isn't known is none."""
    return Tone(value) if isinstance(value, str) and value in set(Tone) else None


def _attached_from_json(value: object) -> Attachable | None:
    match value:
        case {"contact": {"name": str(name), "phone": str(phone), **more}}:
            company, title, note = (str(more.get(each) or "") for each in ("company", "title", "note"))
            return ContactCard(name, phone, company, title, note)
        case {"illustration": str(name)}:
            return Illustration(name)
        case {"drawing": str(drawing), "text": str(text)}:
            return Drawn(Drawing(drawing), text)
        case {"sha256": str(sha256), "name": str(name), "picture": picture}:
            return Attached(sha256, name, bool(picture))
        case _:
            return None


def to_json(screen: Screen) -> dict[str, Json]:
    made: dict[str, Json] = {
        "lines": [wording_to_json(line) for line in screen.lines],
        "rows": [[button_to_json(button) for button in row] for row in screen.rows],
    }
    match screen.attached:
        case Attached(sha256=sha256, name=name, picture=picture):
            made["attached"] = {"sha256": sha256, "name": name, "picture": picture}
        case Drawn(drawing=drawing, text=text):
            made["attached"] = {"drawing": drawing.value, "text": text}
        case Illustration(name=name):
            made["attached"] = {"illustration": name}
        case ContactCard():
            made["attached"] = {"contact": dict(asdict(screen.attached))}
        case None:
            pass
    if screen.asks_contact:
        made["asks_contact"] = True
    return made


def from_json(value: Json) -> Screen:
    match value:
        case {"lines": list(lines), "rows": list(rows), **rest}:
            return Screen(
                tuple(wording_from_json(line) for line in lines),
                tuple(tuple(button_from_json(button) for button in row) for row in rows if isinstance(row, list)),
                _attached_from_json(rest.get("attached")),
                bool(rest.get("asks_contact")),
            )
        case _:
            raise ValueError(f"not a screen: {value!r}")
