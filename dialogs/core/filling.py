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
GIVEN = 100
"""Messages of which is known what they gave."""
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


def stamps(state: State) -> list[str]:
    """The messages of which is known what they gave."""
    return [stamp for each in _list(state.get("given")) for stamp in map(str, _list(_dict(each).get("stamps")))]


def in_parts(state: State) -> list[str]:
    """Those of which it heard a part alone."""
    given = [_dict(each) for each in _list(state.get("given"))]
    return [stamp for each in given if each.get("part") for stamp in map(str, _list(each.get("stamps")))]


def told_apart(state: State) -> dict[str, Json]:
    """All of a state that a screen could be made of: not which messages it came from."""
    return {name: value for name, value in state.items() if name not in ("given", "pieces")}


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


@dataclass(frozen=True, slots=True)
class Given:
    """What a message gave: where it was heard, what stood there before by path, new items by part, lines that it left. `over`
    are paths that it gave and that were answered anew since; `to` is where it led."""

    stamps: tuple[str, ...]
    """Of its pieces: a long text comes in several."""
    place: Place
    digest: str
    """Of its words."""
    to: Place = NEXT
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


@dataclass(slots=True)
class Filling:
    """Changed freely inside a step, which always works on its own copy."""

    version: int
    answers: dict[str, Answer] = field(default_factory=dict)
    earlier: dict[str, list[Answer]] = field(default_factory=dict)
    items: dict[str, list[str]] = field(default_factory=dict)
    mend: list[str] = field(default_factory=list)
    """Answers that must be given anew; what they were is proposed."""
    only: list[str] = field(default_factory=list)
    """Those that it was opened for: what was returned."""
    trail: list[Place] = field(default_factory=list)
    at: Place = NEXT
    shared: list[str] = field(default_factory=list)
    """Where a contact was shared rather than typed."""
    count: int = 0
    album: tuple[str, str] | None = None
    """The last album and the question that takes its pieces."""
    left: list[Left] = field(default_factory=list)
    """What was pasted and found no place yet: one tap puts each line somewhere, or drops it."""
    given: list[Given] = field(default_factory=list)
    """By message, the newest last."""
    pieces: list[tuple[str, str]] = field(default_factory=list)
    """What was written last, by stamp: it may be a text in several pieces."""
    hearing: Given | None = None
    """Inside a step: what the message that is heard has given so far."""
    spare: dict[str, list[str]] = field(default_factory=dict)
    """Inside a step: the items' keys that the message gave before it was edited."""

    # --- messages ---------------------------------------------------------------------------------------------------

    def gave(self, stamp: str) -> Given | None:
        return next((each for each in self.given if stamp in each.stamps), None)

    def close(self, to: Place, in_place_of: Given | None = None) -> None:
        """The message is heard."""
        made, spare = self.hearing, self.spare
        self.hearing, self.spare = None, {}
        if made is None:
            return
        for part, keys in spare.items():  # an item that is left out now may come again
            made.items[part] = [*(own := made.items.get(part, [])), *(key for key in keys if key not in own)]
        made = replace(made, to=to)
        known = [each.stamps[0] for each in self.given]
        at = known.index(in_place_of.stamps[0]) if in_place_of and in_place_of.stamps[0] in known else len(known)
        self.given[at : at + 1] = [made]
        self.given = self.given[-GIVEN:]

    def resume(self) -> Given | None:
        """What the person is asked about is the last message: it goes on giving."""
        last = self.given[-1] if self.given and self.given[-1].to == self.at else None
        self.hearing = None if last is None else last.copy()
        return last

    def take_away(self, given: Given) -> None:
        """As if the message hadn't been; what it gave is remembered as an earlier answer."""
        for path, before in given.before.items():
            now = self.answers.pop(path, None)
            if now is not None:
                self._remember(path, now)
            if before is not None:
                self.answers[path] = before
        for part, keys in given.items.items():
            self.items[part] = [key for key in self.items.get(part, ()) if key not in keys]
        self.spare = {part: list(keys) for part, keys in given.items.items()}
        self.left = [each for each in self.left if each.text not in given.left]

    def new_key(self, part: str) -> str:
        """For an item: what the message is read into that made it before, or one that was never used."""
        spare = [key for key in self.spare.get(part, ()) if key not in self.items.get(part, ())]
        if spare:
            return spare[0]
        self.count += 1
        return f"k{self.count}"

    def made_item(self, part: str, key: str) -> None:
        if self.hearing is not None and key not in self.hearing.items.get(part, ()):
            self.hearing.items.setdefault(part, []).append(key)

    def _credit(self, path: str) -> None:
        """Whoever gave the answer before gave it in vain."""
        if any(path in each.before for each in self.given):
            self.given = [each.without(path) if path in each.before else each for each in self.given]
        if self.hearing is not None:
            self.hearing.before.setdefault(path, self.answers.get(path))

    def _remember(self, path: str, before: Answer) -> None:
        kept = [each for each in self.earlier.get(path, ()) if each != before]
        self.earlier[path] = [before, *kept][:EARLIER]

    # --- answers ----------------------------------------------------------------------------------------------------

    def leave(self, lines: Iterable[Left]) -> None:
        """None is lost: where there are more than anybody would go through, the last one holds the rest."""
        for line in lines:
            told = self.hearing.left if self.hearing is not None else []
            if len(self.left) < LEFT:
                self.left.append(line)
                told.append(line.text)
            else:
                last = self.left[-1]
                if told[-1:] == [last.text]:
                    told[-1] = f"{last.text}\n{line.text}"
                self.left[-1] = replace(last, text=f"{last.text}\n{line.text}", value=f"{last.value}\n{line.text}")

    def give(self, path: str, answer: Answer) -> None:
        """An answer; what stood there before is remembered, so that changing back can restore it."""
        before = self.answers.get(path)
        if before is not None and before.value != answer.value:
            self._remember(path, before)
        self._credit(path)
        self.answers[path] = answer
        if path in self.mend:
            self.mend.remove(path)
        if answer.value is not None:  # what was refused there is made good
            self.left = [each for each in self.left if each.why is None or each.paths != (path,)]

    def add_item(self, path: str) -> str:
        """A new item of a repeated part; its path."""
        key = self.new_key(path)
        self.items[path] = [*self.items.get(path, ()), key]
        self.made_item(path, key)
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
            list(self.only),
            list(self.trail),
            self.at,
            list(self.shared),
            self.count,
            self.album,
            list(self.left),
            list(self.given),
            list(self.pieces),
            None if self.hearing is None else self.hearing.copy(),
            self.spare,
        )

    def to_json(self) -> dict[str, Json]:
        made: dict[str, Json] = {"version": self.version, "at": _place_to_json(self.at)}
        if self.answers:
            made["answers"] = {path: answer_to_json(answer) for path, answer in self.answers.items()}
        if self.earlier:
            made["earlier"] = {path: [answer_to_json(each) for each in kept] for path, kept in self.earlier.items()}
        if self.items:
            made["items"] = {path: list(keys) for path, keys in self.items.items()}
        rest: dict[str, Json] = {
            "trail": [_place_to_json(place) for place in self.trail[-TRAIL:]],
            "mend": list(self.mend),
            "only": list(self.only),
            "shared": list(self.shared),
            "count": self.count,
            "album": list(self.album) if self.album else [],
            "left": [left_to_json(each) for each in self.left],
            "given": [_given_to_json(each) for each in self.given],
            "pieces": [list(piece) for piece in self.pieces],
        }
        return {**made, **{name: value for name, value in rest.items() if value}}

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
            only=[str(path) for path in _list(state.get("only"))],
            trail=[_place_from_json(place) for place in _list(state.get("trail"))],
            at=_place_from_json(state.get("at")),
            shared=[str(path) for path in _list(state.get("shared"))],
            count=_int(state.get("count")),
            album=(str(album[0]), str(album[1])) if isinstance(album, list) and len(album) == 2 else None,
            left=[left for each in _list(state.get("left")) if (left := left_from_json(each)) is not None],
            given=[given for each in _list(state.get("given")) if (given := _given_from_json(each)) is not None],
            pieces=[(str(each[0]), str(each[1])) for each in map(_list, _list(state.get("pieces"))) if len(each) == 2],
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


def _given_to_json(given: Given) -> Json:
    before = {path: None if each is None else answer_to_json(each) for path, each in given.before.items()}
    made: dict[str, Json] = {
        "stamps": list(given.stamps),
        "place": _place_to_json(given.place),
        "to": _place_to_json(given.to),
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


def _given_from_json(value: Json) -> Given | None:
    if not isinstance(value, dict) or not (known := tuple(map(str, _list(value.get("stamps"))))):
        return None
    before, flags = _dict(value.get("before")), _list(value.get("flags"))
    return Given(
        known,
        _place_from_json(value.get("place")),
        str(value.get("digest")),
        _place_from_json(value.get("to")),
        "unasked" in flags,
        "pasted" in flags,
        {path: None if each is None else answer_from_json(each) for path, each in before.items()},
        {part: [str(key) for key in _list(keys)] for part, keys in _dict(value.get("items")).items()},
        [str(each) for each in _list(value.get("left"))],
        tuple(str(each) for each in _list(value.get("over"))),
        str(value.get("cut") or ""),
        value.get("part") is True,
    )


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
