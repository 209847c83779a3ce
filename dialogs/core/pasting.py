"""Several answers in one message: `客户名称：深圳星河`, in the labels of either language and however they are written.

`cutting` tells the pieces apart, `labels` what a label may mean; here it is found out which question it means, and what
fits is taken, in the order of the form. Nothing is dropped: a line that no answer could be made of is left, with the
reason, and the person says where it goes (`Filling.left`). A line without a label belongs to the answer above it when
that may have several lines; one at the very beginning answers the question that stood on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dialogs.core import changes, in_a_line, items_by_name, words
from dialogs.core.answers import Answer, Leftover
from dialogs.core.bound import BoundForm, Question, StepState
from dialogs.core.changes import Change
from dialogs.core.cut_tables import Piece
from dialogs.core.cutting import cut
from dialogs.core.field import Field, Misread
from dialogs.core.form import Form
from dialogs.core.labels import Labelled, Labels, Meant, labels, of_its_items
from dialogs.core.parts import ONLY, Parts
from dialogs.core.pasted_answers import answer_of, in_one_breath
from dialogs.core.screen import Wording, say

BLANK = frozenset({"", "—", "——", "-", "--", "－", "/", "…", "..."})
"""A line of a sheet that nobody filled in."""
MAYBE = re.compile(r"[\s：:=＝∶﹕︰ː꞉【\[［〔「『〖《是为→|｜-]")
"""Without any of these there is no label before an answer."""
HIDDEN = "……"
_FAR = 4
"""Questions: what stands further off doesn't tell which of the questions of one label is meant."""


@dataclass
class PastedAnswer:
    """An answer to be taken: where it goes, what was written, and the line as it stood."""

    path: str
    what: Labelled
    text: str
    line: str


@dataclass
class Pasted:
    entries: list[PastedAnswer] = field(default_factory=list)
    items: dict[str, list[str]] = field(default_factory=dict)
    left: list[Leftover] = field(default_factory=list)
    counted: int = 0
    brought: frozenset[str] = frozenset()
    """Answers that nobody wrote: of items that are known already and were named."""


def read(text: str, root: BoundForm, here: Question | None, at: str, *, unasked: bool = False) -> Pasted | None:
    """The lines that carry labels of this form; None when the message is just an answer. `unasked`: no question stood on
    the screen when it was written."""
    if MAYBE.search(text.strip()) is None:
        return None
    known = labels(type(root.form), root.step.wordings, root.step.ask)
    pieces = cut(text, lambda label: known.meant(label) is not None, lambda label: is_free(known.meant(label)))
    reader = _Reader(root, at, known, pieces, Pasted(counted=root.step.filling.count))
    if not _is_paste(reader.meant, pieces, here):
        return None
    # what is asked isn't answered twice, and what opens a form wasn't asked for
    answers_here = here is not None and not unasked and not isinstance(here.field, Parts)
    for place, piece in enumerate(pieces):
        first = here is not None and answers_here and place == 0 and _is_answer(piece, reader.meant, here)
        if first and here is not None:
            label = Labelled((), here.field, here.label)
            reader.pasted.entries.append(PastedAnswer(here.path, label, piece.value, piece.value))
            reader.used.add(here.path)
        else:
            before = text[pieces[place - 1].end : piece.start] if place else ""
            reader.piece(place, text[piece.start : piece.end], apart="\n\n" if before.count("\n") > 1 else "\n")
    return reader.pasted


def of_cells(rows: Sequence[tuple[str, str]], root: BoundForm) -> Pasted | None:
    """Labels with their values, told apart already; None where none of the labels is one of this form's."""
    known = labels(type(root.form), root.step.wordings, root.step.ask)
    pieces = [Piece(label, value, 0, 0) for label, value in rows if value]
    reader = _Reader(root, "", known, pieces, Pasted(counted=root.step.filling.count))
    for place, piece in enumerate(pieces):
        reader.piece(place, f"{piece.label}：{piece.value}", apart="\n")
    return reader.pasted if any(reader.meant) else None


def is_free(meant: Meant | None) -> bool:
    return meant is not None and any(each.field.takes_lines for each in meant.several)


def _is_paste(meant: Sequence[Meant | None], pieces: Sequence[Piece], here: Question | None) -> bool:
    found = [(each, piece) for each, piece in zip(meant, pieces, strict=True) if each is not None]
    if not found:
        return False
    if len(found) > 1 or here is None:
        return len(found) > 1 or found[0][1].how != "blank" or len(pieces) == 1
    own = any(each.field is here.field for each in found[0][0].several)
    # `客户：他说再等等` and `电话 打过了` are answers as they stand
    return own or (not here.field.takes_lines and found[0][1].how != "blank")


def _is_answer(piece: Piece, meant: Sequence[Meant | None], here: Question) -> bool:
    """A first line without a label, where nothing else answers what is asked; a greeting ends in a colon."""
    given = any(each.field is here.field for one in meant if one is not None for each in one.several)
    return not given and not piece.label and not piece.value.rstrip().endswith(("：", ":", "，", ","))


@dataclass
class _Reader:
    """Goes down the pieces and knows in which item of a part it is."""

    root: BoundForm
    at: str
    labels: Labels
    pieces: Sequence[Piece]
    pasted: Pasted
    used: set[str] = field(default_factory=set)
    under: str = ""
    another: bool = False
    """What comes from here on tells of somebody else."""
    numbered: dict[tuple[str, int], str] = field(default_factory=dict)
    named: set[tuple[Field[object], str]] = field(default_factory=set)
    """Items of lists that are written in a line."""

    def __post_init__(self) -> None:
        self.meant = [self.labels.meant(each.label) if each.label else None for each in self.pieces]

    def piece(self, place: int, line: str, *, apart: str) -> None:
        """`apart` is what stands between it and the one before: a paragraph stays one."""
        piece, meant = self.pieces[place], self.meant[place]
        line = piece.line or line
        if self._is_of_another(place):
            self._leave(piece, line)
            return
        if self.under and piece.label:
            meant = self.labels.meant(piece.label, self.under) or meant
        if meant is None:
            self._unknown(piece, line, apart)
            return
        empty = piece.value.strip() in BLANK
        what = self._which(meant, place, given=not empty)
        what = of_its_items(what) if what is not None and not empty else what
        if what is not None and isinstance(what.field, Parts):
            self.at = ""  # a heading: what follows is a new item
            if not empty:
                self._leave(piece, line)
        elif empty:
            self.under = self._heading(piece) or self.under
        else:
            several = what is not None and what.in_a_line and meant.number is None
            listed = in_a_line.parted(piece.value) if several else ()
            for each in listed if len(listed) > 1 else (piece.value,):
                own = line if each is piece.value else f"{piece.label}：{each}"
                again = self._again(what, each, listed=len(listed) > 1) if what is not None and several else None
                if again is None:
                    self._give(piece, meant, what, each, own)
                else:
                    self._leave(replace(piece, value=each), own, why=again)

    def _again(self, what: Labelled, text: str, *, listed: bool) -> Wording | None:
        """Why nothing is taken of what names an item of a list a second time, among several or with its figure behind it."""
        name = in_a_line.name_in(text)
        if (what.field, words.bare(name)) in self.named and (listed or name != text):
            return say("core-paste-refused", label=what.label, why=say("core-said-twice", name=words.quoted(name)))
        self.named.add((what.field, words.bare(name)))
        return None

    def _give(self, piece: Piece, meant: Meant, what: Labelled | None, text: str, line: str) -> None:
        path = None if what is None else self._path(what, meant.number, text)
        if what is None or path is None or path in self.used:
            self._leave(replace(piece, value=text), line, self._open_paths(meant), self._full(what))
        else:
            self.used.add(path)
            self.pasted.entries.append(PastedAnswer(path, what, text, line))

    def _is_of_another(self, place: int) -> bool:
        """Whether it belongs to a second record: the one that the form is for was named and told of, and another name
        stands in this row of a table, or has been read since."""
        piece = self.pieces[place]
        if self.another or not piece.row:
            self.another = self.another or (not piece.row and self._names_another(place) and self._repeats(place))
            return self.another
        beside = range(max(0, place - 100), min(len(self.pieces), place + 100))
        return any(self.pieces[each].row == piece.row and self._names_another(each) for each in beside)

    def _repeats(self, place: int) -> bool:
        """Whether what has been told comes again further down: a name that is given twice isn't a second record yet."""
        told = {each.what.field.name for each in self.pasted.entries if not each.what.parts}
        behind = zip(self.meant[place + 1 :], self.pieces[place + 1 :], strict=True)
        return any(
            not each.parts and each.field.name in told
            for meant, piece in behind
            if meant is not None and piece.value.strip() not in BLANK
            for each in meant.several
        )

    def _names_another(self, place: int) -> bool:
        first = next(iter(self.root.declared.fields.values()), None)
        meant, value = self.meant[place], self.pieces[place].value.strip()
        if first is None or first.takes_lines or meant is None or value in BLANK:
            return False
        own = all(each.field is first and not each.parts for each in meant.several)
        said = [each.text for each in self.pasted.entries if each.path == first.name]
        return own and len(self.pasted.entries) > 1 and bool(said) and value not in said

    def _unknown(self, piece: Piece, line: str, apart: str) -> None:
        last = self.pasted.entries[-1] if self.pasted.entries else None
        heading = self.labels.heading(line) if not (piece.label and piece.value) else None
        if heading is not None:
            self.under = heading
        elif not piece.row and last is not None and last.what.field.takes_lines:
            last.text, last.line = f"{last.text}{apart}{line}", f"{last.line}{apart}{line}"
        else:
            self._leave(piece, line)

    def _heading(self, piece: Piece) -> str:
        return self.labels.heading(piece.label) or ""

    def _leave(self, piece: Piece, line: str, paths: Sequence[str] = (), why: Wording | None = None) -> None:
        self.pasted.left.append(Leftover(line, piece.value if piece.label else line, why, tuple(paths)))

    def _full(self, what: Labelled | None) -> Wording | None:
        """Why nothing more is taken where a list is asked for that has as many items as it may."""
        part = what.parts[-1] if what is not None and len(what.parts) == 1 else None
        if what is None or part is None or part.closes_itself or len(self._keys(part.name)) < part.at_most:
            return None
        return say("core-paste-refused", label=what.label, why=say("core-items-enough", most=part.at_most))

    def _open_paths(self, meant: Meant) -> list[str]:
        """Where a line that may mean several questions could go."""
        return [each.field.name for each in meant.several if not each.parts and not isinstance(each.field, Parts)]

    # --- which question ---------------------------------------------------------------------------------------------

    def _which(self, meant: Meant, place: int, *, given: bool) -> Labelled | None:
        """Which of the questions of one label (型号 of the customer and of its project): one of the present item, else the
        form's own that is nearest; None where nothing tells. A list's label with a text behind it means the question of
        that name in the list."""
        known = meant.several
        usable = [each for each in known if not isinstance(each.field, Parts)] if given else []
        if not usable:
            return known[0]
        inside = [each for each in usable if each.parts and self._is_in(each.parts)]
        if inside:
            return inside[0]
        own = [each for each in usable if not each.parts]
        fresh = [each for each in own if each.field.name not in self.used]
        if len(fresh) > 1:
            return self._nearest(fresh, place) or (meant.own if meant.own in fresh else None)
        return (fresh or [each for each in usable if each.parts] or own)[0]

    def _nearest(self, several: Sequence[Labelled], place: int) -> Labelled | None:
        """The question behind what was said before, else before what is said next, else the one closest to either."""
        before, after = self._last(), self._following(place)
        at = {each.field.name: self._place(each.field) for each in several}
        ways: list[dict[str, int]] = []
        if before is not None:
            ways.append({name: own - before for name, own in at.items() if own > before})
        if after is not None and self.meant[place] in self.meant[place + 1 :]:
            ways.append({name: after - own for name, own in at.items() if own < after})  # the next one is behind it
        ways += [
            {name: abs(own - around) for name, own in at.items()} for around in (before, after) if around is not None
        ]
        for distances in ways:
            close = sorted((far, name) for name, far in distances.items() if far <= _FAR)
            if close and (len(close) == 1 or close[0][0] < close[1][0]):
                return next(each for each in several if each.field.name == close[0][1])
        return None

    def _is_in(self, parts: tuple[Parts[object], ...]) -> bool:
        return self.at.rpartition("[")[0].rpartition(".")[2] == parts[-1].name

    def _place(self, what: Field[object]) -> int:
        return list(self.root.declared.fields).index(what.name)

    def _last(self) -> int | None:
        plain = [each.what for each in self.pasted.entries if not each.what.parts]
        return self._place(plain[-1].field) if plain else None

    def _following(self, place: int) -> int | None:
        """The next piece that means one question alone."""
        for meant in self.meant[place + 1 :]:
            if meant is not None and len(meant.several) == 1 and not meant.several[0].parts:
                return self._place(meant.several[0].field)
        return None

    # --- where it lies ----------------------------------------------------------------------------------------------

    def _path(self, what: Labelled, number: int | None, value: str) -> str | None:
        """Where the answer goes: in the present item, or in a new one where that has it already."""
        prefix, at = "", self.at
        for depth, part in enumerate(what.parts):
            owner = prefix + part.name
            last = depth == len(what.parts) - 1
            present = _item_at(at, owner)
            if last and number is not None:
                present = self._item(owner, part, number)
            elif present is None or (last and f"{present}.{what.field.name}" in self.used):
                name = in_a_line.name_in(value) if what.in_a_line else value
                there = items_by_name.item_called(self.root, owner, what.field, name) if last else None
                again = there is None or f"{there}.{what.field.name}" in self.used
                present = self._new(owner, part) if again else there
            if present is None:
                return None
            prefix = f"{present}."
            self.at = present
        return prefix + what.field.name

    def _item(self, owner: str, part: Parts[object], number: int) -> str | None:
        """The item of that number: as it stands, or the next one."""
        known = self.numbered.get((owner, number))
        if known is None:
            keys = self._keys(owner)
            known = f"{owner}[{keys[number - 1]}]" if number <= len(keys) else self._new(owner, part)
            if known is not None:
                self.numbered[owner, number] = known
        return known

    def _keys(self, owner: str) -> Sequence[str]:
        return self.pasted.items.get(owner, list(self.root.step.filling.items.get(owner, ())))

    def _new(self, owner: str, part: Parts[object]) -> str | None:
        if part.closes_itself and part.required:
            return f"{owner}[{ONLY}]"
        keys = self._keys(owner)
        if part.closes_itself and keys and f"{owner}[{keys[0]}]" not in {path.rpartition(".")[0] for path in self.used}:
            return f"{owner}[{keys[0]}]"
        said = (*self.root.step.filling.answers, *self.used)
        waits = (each for each in keys if not any(path.startswith(f"{owner}[{each}].") for path in said))
        if (empty := next(waits, None)) is not None:  # nothing could be made of what was written for it
            return f"{owner}[{empty}]"
        if len(keys) >= part.at_most:
            return None
        spare = (each for each in self.root.step.filling.spare.get(owner, ()) if each not in keys)
        key = next(spare, "")
        if not key:
            self.pasted.counted += 1
            key = f"k{self.pasted.counted}"
        self.pasted.items[owner] = [*keys, key]
        return f"{owner}[{key}]"


def _item_at(at: str, part: str) -> str | None:
    """The item of a part that a path lies in."""
    inside = f"{part}["
    return at[: at.index("]", len(inside)) + 1] if at.startswith(inside) else None


def take(pasted: Pasted, form: type[Form[object]], step: StepState) -> tuple[Change, list[Leftover]]:
    """All that can be taken, as one change, and what is left. The step's state itself stays as it is."""
    trial = StepState(step.filling.copy(), step.ask, step.context, step.wordings)
    change = Change({}, pasted.items, [], pasted.counted)
    changes.apply(trial.filling, change)
    waiting = {entry.path: entry for entry in pasted.entries}
    left = list(pasted.left)
    # an answer may make others relevant: the next one is looked for anew each time
    while question := next((each for each in trial.open(form).questions() if each.path in waiting), None):
        entry = waiting.pop(question.path)
        answer = answer_of(question, entry.text)
        listed = entry.what.in_a_line
        several = in_one_breath(question, entry.text, listed=listed) if listed or isinstance(answer, Misread) else {}
        for path, text in several.items():
            waiting.setdefault(path, PastedAnswer(path, entry.what, text, entry.line))
        if question.path in several:
            answer = answer_of(question, waiting.pop(question.path).text)
        if isinstance(answer, Answer):
            trial.filling.give(question.path, answer)
            change.answers[question.path] = answer
        else:
            why = say("core-paste-refused", label=entry.what.label, why=answer.why)
            hidden = HIDDEN if answer.secret else entry.text
            left.append(Leftover(entry.line.replace(entry.text, hidden), hidden, why, (question.path,)))
    pasted.brought = items_by_name.bring_in(change, trial, form, step.filling)
    change.answers.update((path, Answer(True)) for path in pasted.items)  # a pasted list is complete
    left += [
        Leftover(entry.line, entry.text, say("core-paste-unasked", label=entry.what.label), (entry.path,))
        for entry in waiting.values()
    ]
    return change, left
