"""What a form's rule says of an answer or a file, beyond taking it: read this first, mend that, it ends here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dialogs.core.screen import (
    Button,
    Json,
    Say,
    Screen,
    Wording,
    button_from_json,
    button_to_json,
    say,
    wording_from_json,
    wording_to_json,
)


@dataclass(frozen=True, slots=True)
class Unsure:
    """A file that may be answers itself, or a workbook with answers in it: which is asked. `given` as `understand_file`
    would give them."""

    given: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Anew:
    """What a file brings in place of something else, as `understand_file` would give it, and the paths of the answers that
    were given of that and are asked once more."""

    given: Mapping[str, Json]
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """A check's interlude: the answer is taken; the person reads this and goes on, keeps a draft or cancels. Where it
    may be a slip, `mend` is the key that opens the question anew ([是] [改]). `again`: the answer counts only when the
    person has gone on, for then the field's `confirmed` rule says the rest."""

    lines: tuple[Wording, ...]
    go_on: Wording = field(default_factory=lambda: say("core-continue"))
    mend: Wording | None = None
    path: str = ""
    """Of the answer that was checked; the core fills it in."""
    again: bool = False
    other: Button | None = None
    """What else it may be: a button that opens another dialog."""

    def to_json(self) -> dict[str, Json]:
        view: dict[str, Json] = {
            "pause": [wording_to_json(line) for line in self.lines],
            "go_on": wording_to_json(self.go_on),
            "mended": self.path,
        }
        if self.mend is not None:
            view["mend"] = wording_to_json(self.mend)
        if self.again:
            view["again"] = self.path
        if self.other is not None:
            view["other"] = button_to_json(self.other)
        return view

    @classmethod
    def from_json(cls, view: Mapping[str, Json]) -> Pause | None:
        lines, go_on, mend, other = view.get("pause"), view.get("go_on"), view.get("mend"), view.get("other")
        if not isinstance(lines, list):
            return None
        return cls(
            tuple(wording_from_json(line) for line in lines),
            say("core-continue") if go_on is None else wording_from_json(go_on),
            None if mend is None else wording_from_json(mend),
            str(view.get("mended", view.get("again", ""))),
            "again" in view,
            None if other is None else button_from_json(other),
        )

    def after(self, other: Pause | None) -> Pause:
        """Both in one: each line is read; what may be a slip can be mended."""
        if other is None:
            return self
        lines, both = (*other.lines, *self.lines), (other, self)
        doubtful = next((each for each in both if each.again), None)
        if doubtful is not None:
            return replace(doubtful, lines=lines)
        first = other if other.mend is not None or self.mend is None else self
        return Pause(lines, mend=first.mend, path=first.path)


@dataclass(frozen=True, slots=True)
class Stop:
    """The form ends here with this screen; the answers are kept as a draft."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Become:
    """Somebody else did what the form was for: it goes on as this one, with the answers that it has; both ask the same."""

    dialog: str
    args: Mapping[str, Json]
    why: Say


@dataclass(frozen=True, slots=True)
class Mend:
    """The domain refused because of this answer: it is asked again under the sentence."""

    field: str
    why: Say


@dataclass(frozen=True, slots=True)
class ReturnNote:
    """Who gave the form back, and with which words; `reply` is the question whose answer he reads when it comes again."""

    by: Wording
    words: str
    reply: str
