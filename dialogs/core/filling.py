"""The data of a form that is being filled: answers by stable path, and where the person is. Nothing here knows a form.

A path is `name`, or `projects[k7].stage` inside of a repeated part; an item's key is never used twice. An answer is
never thrown away by another answer: one that doesn't fit any more just doesn't count, and counts again when it fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from dialogs.core.answers import (
    NEXT,
    Answer,
    Given,
    Leftover,
    Position,
    answer_from_json,
    answer_to_json,
    dict_in,
    given_from_json,
    given_to_json,
    int_in,
    left_from_json,
    left_to_json,
    list_in,
    place_from_json,
    place_to_json,
)
from dialogs.core.screen import Json

State: TypeAlias = Mapping[str, Json]
"""A form's state as a conversation or a draft keeps it."""


EARLIER = 5
TRAIL = 100
GIVEN = 100
"""Messages of which is known what they gave."""
LEFT = 200
_SEVERAL = re.compile(r"[、,，;；\n]")


def half_filled(state: State) -> bool:
    """Whether it has answers that would be lost, and isn't over."""
    return "ended" not in state and bool(state.get("answers") or state.get("items"))


def stamps(state: State) -> list[str]:
    """The messages of which is known what they gave."""
    return [stamp for each in list_in(state.get("given")) for stamp in map(str, list_in(dict_in(each).get("stamps")))]


def in_parts(state: State) -> list[str]:
    """Those of which it heard a part alone."""
    given = [dict_in(each) for each in list_in(state.get("given"))]
    return [stamp for each in given if each.get("part") for stamp in map(str, list_in(each.get("stamps")))]


def told_apart(state: State) -> dict[str, Json]:
    """All of a state that a screen could be made of: not which messages it came from."""
    return {name: value for name, value in state.items() if name not in ("given", "pieces")}


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
    trail: list[Position] = field(default_factory=list)
    at: Position = NEXT
    shared: list[str] = field(default_factory=list)
    """Where a contact was shared rather than typed."""
    count: int = 0
    album: tuple[str, str] | None = None
    """The last album and the question that takes its pieces."""
    too_many: int = 0
    """Of its pieces, those for which there was no room."""
    left: list[Leftover] = field(default_factory=list)
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

    def close(self, to: Position, in_place_of: Given | None = None) -> None:
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

    def takes_album(self, album: str, path: str) -> None:
        if self.album is None or self.album[0] != album:
            self.too_many = 0
        self.album = (album, path)

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

    def leave(self, lines: Iterable[Leftover]) -> None:
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
        if self.hearing is not None or not _same_words(before, answer):
            self._credit(path)
        self.answers[path] = answer
        if path in self.mend:
            self.mend.remove(path)
        if answer.value is not None:  # what was refused there is made good; a line that says more isn't by one answer
            self.left = [
                each for each in self.left if each.why is None or each.paths != (path,) or _SEVERAL.search(each.value)
            ]

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
            self.too_many,
            list(self.left),
            list(self.given),
            list(self.pieces),
            None if self.hearing is None else self.hearing.copy(),
            self.spare,
        )

    def to_json(self) -> dict[str, Json]:
        made: dict[str, Json] = {"version": self.version, "at": place_to_json(self.at)}
        if self.answers:
            made["answers"] = {path: answer_to_json(answer) for path, answer in self.answers.items()}
        if self.earlier:
            made["earlier"] = {path: [answer_to_json(each) for each in kept] for path, kept in self.earlier.items()}
        if self.items:
            made["items"] = {path: list(keys) for path, keys in self.items.items()}
        rest: dict[str, Json] = {
            "trail": [place_to_json(place) for place in self.trail[-TRAIL:]],
            "mend": list(self.mend),
            "only": list(self.only),
            "shared": list(self.shared),
            "count": self.count,
            "album": list(self.album) if self.album else [],
            "too_many": self.too_many,
            "left": [left_to_json(each) for each in self.left],
            "given": [given_to_json(each) for each in self.given],
            "pieces": [list(piece) for piece in self.pieces],
        }
        return {**made, **{name: value for name, value in rest.items() if value}}

    @classmethod
    def from_json(cls, state: State) -> Filling:
        """Whatever a state of another version holds: what can't be read is left out."""
        album = state.get("album")
        return cls(
            version=int_in(state.get("version")),
            answers={path: answer_from_json(each) for path, each in dict_in(state.get("answers")).items()},
            earlier={
                path: [answer_from_json(each) for each in list_in(kept)]
                for path, kept in dict_in(state.get("earlier")).items()
            },
            items={path: [str(key) for key in list_in(keys)] for path, keys in dict_in(state.get("items")).items()},
            mend=[str(path) for path in list_in(state.get("mend"))],
            only=[str(path) for path in list_in(state.get("only"))],
            trail=[place_from_json(place) for place in list_in(state.get("trail"))],
            at=place_from_json(state.get("at")),
            shared=[str(path) for path in list_in(state.get("shared"))],
            count=int_in(state.get("count")),
            album=(str(album[0]), str(album[1])) if isinstance(album, list) and len(album) == 2 else None,
            too_many=int_in(state.get("too_many")),
            left=[left for each in list_in(state.get("left")) if (left := left_from_json(each)) is not None],
            given=[given for each in list_in(state.get("given")) if (given := given_from_json(each)) is not None],
            pieces=[
                (str(each[0]), str(each[1])) for each in map(list_in, list_in(state.get("pieces"))) if len(each) == 2
            ],
        )


def _same_words(before: Answer | None, answer: Answer) -> bool:
    """Whether only pictures came to them, or went: the words are still whoever gave them's."""
    match (before and before.value, answer.value):
        case ({"text": str(one), "files": list()}, {"text": str(other), "files": list()}):
            return one == other
        case _:
            return False


def behind_what_was_said(state: State) -> State:
    """At the first gap, or the summary, unless a question stands open that wasn't answered: what comes now takes no answer's
    place."""
    filling = Filling.from_json(state)
    here = filling.answers.get(filling.at.path)
    waits = filling.at.kind in ("summary", "drafts") or (filling.at.kind == "question" and here is None)
    return state if waits else {**state, "at": place_to_json(NEXT)}


def whole(before: State, after: State) -> bool:
    """Whether the last question was answered just now, and nobody has been at the summary, to put something right there."""
    now = Filling.from_json(after)
    seen = any(each.kind == "summary" for each in now.trail)
    return Filling.from_json(before).at.kind == "question" and now.at.kind == "summary" and not seen
