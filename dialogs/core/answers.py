"""What was given to a form: answers, what was left of a paste, places, by which message; as records and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, cast, get_args

from dialogs.core.screen import Json, Wording, wording_from_json, wording_to_json

PositionKind: TypeAlias = Literal[
    "question",
    "summary",
    "overview",
    "pick",
    "item",
    "remove",
    "change",
    "pause",
    "cancel",
    "help",
    "paste",
    "whole",
    "left",
    "line",
    "sheet",
    "drafts",
    "next",
]


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` None is a skipped question. `under` are the upstream answers, by path, that a choice was offered for."""

    value: Json
    shown: Wording | None = None
    under: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Leftover:
    """A line of a paste that no answer was made of: as it was written, and without its label; `why` where it was
    refused; `paths` are the questions that it may mean."""

    text: str
    value: str
    why: Wording | None = None
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """Where the person is. `next` means: at the next gap, or the summary. `view` is how it is looked at."""

    kind: PositionKind
    path: str = ""
    view: Mapping[str, Json] = field(default_factory=dict)


NEXT = Position("next")


_KINDS = frozenset(get_args(PositionKind))


@dataclass(frozen=True, slots=True)
class Given:
    """What a message gave: where it was heard, what stood there before by path, new items by part, lines that it left. `over`
    are paths that it gave and that were answered anew since; `to` is where it led."""

    stamps: tuple[str, ...]
    """Of its pieces: a long text comes in several."""
    place: Position
    digest: str
    """Of its words."""
    to: Position = NEXT
    unasked: bool = False
    pasted: bool = False
    before: dict[str, Answer | None] = field(default_factory=dict)
    items: dict[str, list[str]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    over: tuple[str, ...] = ()
    cut: str = ""
    """What stood in front of it in the message."""
    part: bool = False
    """It was a part of the message alone."""

    @property
    def gave(self) -> bool:
        return bool(self.before or self.items or self.left)

    def copy(self) -> Given:
        items = {part: list(keys) for part, keys in self.items.items()}
        return replace(self, before=dict(self.before), items=items, left=list(self.left))

    def without(self, path: str) -> Given:
        """Something else gave the answer since."""
        before = {name: each for name, each in self.before.items() if name != path}
        return replace(self, before=before, over=(*self.over, path))


def answer_to_json(answer: Answer) -> Json:
    if answer.shown is None and not answer.under:
        return [answer.value]
    shown = None if answer.shown is None else wording_to_json(answer.shown)
    return [answer.value, shown, dict(answer.under)] if answer.under else [answer.value, shown]


def answer_from_json(value: Json) -> Answer:
    match value:
        case [given]:
            return Answer(given)
        case [given, None, *under]:
            return Answer(given, None, dict_in(under[0]) if under else {})
        case [given, shown, *under]:
            return Answer(given, wording_from_json(shown), dict_in(under[0]) if under else {})
        case _:
            return Answer(value)


def left_to_json(left: Leftover) -> Json:
    why = None if left.why is None else wording_to_json(left.why)
    return [left.text, left.value, why, list(left.paths)]


def left_from_json(value: Json) -> Leftover | None:
    match value:
        case [str(text), str(given), why, list(paths)]:
            return Leftover(text, given, None if why is None else wording_from_json(why), tuple(map(str, paths)))
        case _:
            return None


def given_to_json(given: Given) -> Json:
    before = {path: None if each is None else answer_to_json(each) for path, each in given.before.items()}
    made: dict[str, Json] = {
        "stamps": list(given.stamps),
        "place": place_to_json(given.place),
        "to": place_to_json(given.to),
        "digest": given.digest,
        "before": before,
    }
    if given.items:
        made["items"] = {part: list(keys) for part, keys in given.items.items()}
    if given.left:
        made["left"] = list(given.left)
    if given.over:
        made["over"] = list(given.over)
    if given.cut:
        made["cut"] = given.cut
    if given.part:
        made["part"] = True
    flags: list[Json] = [name for name in ("unasked", "pasted") if getattr(given, name)]
    return {**made, "flags": flags} if flags else made


def given_from_json(value: Json) -> Given | None:
    if not isinstance(value, dict) or not (known := tuple(map(str, list_in(value.get("stamps"))))):
        return None
    before, flags = dict_in(value.get("before")), list_in(value.get("flags"))
    return Given(
        known,
        place_from_json(value.get("place")),
        str(value.get("digest")),
        place_from_json(value.get("to")),
        "unasked" in flags,
        "pasted" in flags,
        {path: None if each is None else answer_from_json(each) for path, each in before.items()},
        {part: [str(key) for key in list_in(keys)] for part, keys in dict_in(value.get("items")).items()},
        [str(each) for each in list_in(value.get("left"))],
        tuple(str(each) for each in list_in(value.get("over"))),
        str(value.get("cut") or ""),
        value.get("part") is True,
    )


def place_to_json(place: Position) -> Json:
    if place.view:
        return [place.kind, place.path, dict(place.view)]
    return [place.kind, place.path] if place.path else place.kind


def place_from_json(value: Json) -> Position:
    match value:
        case str(kind):
            return _place(kind)
        case [str(kind), str(path)]:
            return _place(kind, path)
        case [str(kind), str(path), dict(view)]:
            return _place(kind, path, view)
        case _:
            return NEXT


def _place(kind: str, path: str = "", view: Mapping[str, Json] | None = None) -> Position:
    """Of a kind that this version doesn't know, nothing is left but to go on."""
    return Position(cast(PositionKind, kind), path, view or {}) if kind in _KINDS else NEXT


def dict_in(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def list_in(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def int_in(value: Json) -> int:
    return value if isinstance(value, int) else 0
