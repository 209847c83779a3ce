"""The data of a form that is being filled: answers by stable path, and where the person is. Nothing here knows a form.

A path is `name`, or `projects[k7].stage` inside of a repeated part; an item's key is never used twice. An answer is
never thrown away by another answer: one that doesn't fit any more just doesn't count, and counts again when it fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, cast, get_args

from dialogs.core.screen import Json, Wording, wording_from_json, wording_to_json

State: TypeAlias = Mapping[str, Json]
"""A form's state as a conversation or a draft keeps it."""


EARLIER = 5
TRAIL = 100
LEFT = 200

PlaceKind: TypeAlias = Literal[
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


def half_filled(state: State) -> bool:
    """Whether it has answers that would be lost, and isn't over."""
    return "ended" not in state and bool(state.get("answers") or state.get("items"))


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` None is a skipped question. `under` are the upstream answers, by path, that a choice was offered for."""

    value: Json
    shown: Wording | None = None
    under: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Left:
    """A line of a paste that no answer was made of: as it was written, and without its label; `why` where it was
    refused; `paths` are the questions that it may mean."""

    text: str
    value: str
    why: Wording | None = None
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is. `next` means: at the next gap, or the summary. `view` is how it is looked at."""

    kind: PlaceKind
    path: str = ""
    view: Mapping[str, Json] = field(default_factory=dict)


NEXT = Place("next")
_KINDS = frozenset(get_args(PlaceKind))


@dataclass(slots=True)
class Filling:
    """Changed freely inside a step, which always works on its own copy."""

    version: int
    answers: dict[str, Answer] = field(default_factory=dict)
    earlier: dict[str, list[Answer]] = field(default_factory=dict)
    items: dict[str, list[str]] = field(default_factory=dict)
    mend: list[str] = field(default_factory=list)
    """Answers that must be given anew; what they were is proposed."""
    trail: list[Place] = field(default_factory=list)
    at: Place = NEXT
    shared: list[str] = field(default_factory=list)
    """Where a contact was shared rather than typed."""
    count: int = 0
    album: tuple[str, str] | None = None
    """The last album and the question that takes its pieces."""
    left: list[Left] = field(default_factory=list)
    """What was pasted and found no place yet: one tap puts each line somewhere, or drops it."""

    def leave(self, lines: Iterable[Left]) -> None:
        """None is lost: where there are more than anybody would go through, the last one holds the rest."""
        for line in lines:
            if len(self.left) < LEFT:
                self.left.append(line)
            else:
                last = self.left[-1]
                self.left[-1] = replace(last, text=f"{last.text}\n{line.text}", value=f"{last.value}\n{line.text}")

    def give(self, path: str, answer: Answer) -> None:
        """An answer; what stood there before is remembered, so that changing back can restore it."""
        before = self.answers.get(path)
        if before is not None and before.value != answer.value:
            kept = [each for each in self.earlier.get(path, ()) if each != before]
            self.earlier[path] = [before, *kept][:EARLIER]
        self.answers[path] = answer
        if path in self.mend:
            self.mend.remove(path)
        if answer.value is not None:  # what was refused there is made good
            self.left = [each for each in self.left if each.why is None or each.paths != (path,)]

    def add_item(self, path: str) -> str:
        """A new item of a repeated part; its path."""
        self.count += 1
        key = f"k{self.count}"
        self.items[path] = [*self.items.get(path, ()), key]
        return f"{path}[{key}]"

    def remove_item(self, path: str) -> None:
        owner, key = path[:-1].rsplit("[", 1)
        self.items[owner] = [each for each in self.items.get(owner, ()) if each != key]
        inside = f"{path}."
        for kept in (self.answers, self.earlier, self.items):
            for name in [name for name in kept if name.startswith(inside)]:
                del kept[name]

    def copy_item(self, path: str) -> str:
        """An item like another; the parts inside of it get keys of their own."""
        made = self.add_item(path[:-1].rsplit("[", 1)[0])
        self._copy_inside(path, made)
        return made

    def _copy_inside(self, path: str, made: str) -> None:
        inner = [name for name in self.items if name.startswith(f"{path}.") and "[" not in name[len(path) :]]
        for name, answer in list(self.answers.items()):
            if name.startswith(f"{path}.") and "[" not in name[len(path) :]:
                self.answers[made + name[len(path) :]] = answer
        for name in inner:
            for key in self.items[name]:
                self._copy_inside(f"{name}[{key}]", self.add_item(made + name[len(path) :]))

    def copy(self) -> Filling:
        return Filling(
            self.version,
            dict(self.answers),
            dict(self.earlier),
            dict(self.items),
            list(self.mend),
            list(self.trail),
            self.at,
            list(self.shared),
            self.count,
            self.album,
            list(self.left),
        )

    def to_json(self) -> dict[str, Json]:
        made: dict[str, Json] = {"version": self.version, "at": _place_to_json(self.at)}
        if self.answers:
            made["answers"] = {path: answer_to_json(answer) for path, answer in self.answers.items()}
        if self.earlier:
            made["earlier"] = {path: [answer_to_json(each) for each in kept] for path, kept in self.earlier.items()}
        if self.items:
            made["items"] = {path: list(keys) for path, keys in self.items.items()}
        if self.trail:
            made["trail"] = [_place_to_json(place) for place in self.trail[-TRAIL:]]
        if self.mend:
            made["mend"] = list(self.mend)
        if self.shared:
            made["shared"] = list(self.shared)
        if self.count:
            made["count"] = self.count
        if self.album:
            made["album"] = list(self.album)
        if self.left:
            made["left"] = [left_to_json(each) for each in self.left]
        return made

    @classmethod
    def from_json(cls, state: State) -> Filling:
        """Whatever a state of another version holds: what can't be read is left out."""
        album = state.get("album")
        return cls(
            version=_int(state.get("version")),
            answers={path: answer_from_json(each) for path, each in _dict(state.get("answers")).items()},
            earlier={
                path: [answer_from_json(each) for each in _list(kept)]
                for path, kept in _dict(state.get("earlier")).items()
            },
            items={path: [str(key) for key in _list(keys)] for path, keys in _dict(state.get("items")).items()},
            mend=[str(path) for path in _list(state.get("mend"))],
            trail=[_place_from_json(place) for place in _list(state.get("trail"))],
            at=_place_from_json(state.get("at")),
            shared=[str(path) for path in _list(state.get("shared"))],
            count=_int(state.get("count")),
            album=(str(album[0]), str(album[1])) if isinstance(album, list) and len(album) == 2 else None,
            left=[left for each in _list(state.get("left")) if (left := left_from_json(each)) is not None],
        )


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
            return Answer(given, None, _dict(under[0]) if under else {})
        case [given, shown, *under]:
            return Answer(given, wording_from_json(shown), _dict(under[0]) if under else {})
        case _:
            return Answer(value)


def left_to_json(left: Left) -> Json:
    why = None if left.why is None else wording_to_json(left.why)
    return [left.text, left.value, why, list(left.paths)]


def left_from_json(value: Json) -> Left | None:
    match value:
        case [str(text), str(given), why, list(paths)]:
            return Left(text, given, None if why is None else wording_from_json(why), tuple(map(str, paths)))
        case _:
            return None


def _place_to_json(place: Place) -> Json:
    if place.view:
        return [place.kind, place.path, dict(place.view)]
    return [place.kind, place.path] if place.path else place.kind


def _place_from_json(value: Json) -> Place:
    match value:
        case str(kind):
            return _place(kind)
        case [str(kind), str(path)]:
            return _place(kind, path)
        case [str(kind), str(path), dict(view)]:
            return _place(kind, path, view)
        case _:
            return NEXT


def _place(kind: str, path: str = "", view: Mapping[str, Json] | None = None) -> Place:
    """Of a kind that this version doesn't know, nothing is left but to go on."""
    return Place(cast(PlaceKind, kind), path, view or {}) if kind in _KINDS else NEXT


def _dict(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _int(value: Json) -> int:
    return value if isinstance(value, int) else 0
