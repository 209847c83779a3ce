"""A workbook that came back, before anything of it is taken: where draft and workbook both moved on, which of them counts;
then all that would change. What was decided so far lies in the view of the place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dialogs.core.answers import Leftover, Position, left_from_json, left_to_json
from dialogs.core.bound import BoundForm
from dialogs.core.changes import Change
from dialogs.core.files import stored_from_json, stored_to_json
from dialogs.core.inputs import Stored
from dialogs.core.lists import PAGE, page_row
from dialogs.core.pieces import page_of, shown
from dialogs.core.returned_workbook import Compared, ComparedAnswer, ReturnedWorkbook
from dialogs.core.screen import Act, Button, Json, Screen, Wording, act, say, wording_from_json, wording_to_json
from dialogs.core.several_answers import take_file, take_several
from dialogs.core.walk import Walk

KIND: Final = "sheet"


def place(
    compared: Compared, returned: ReturnedWorkbook, name: str, earlier: Mapping[str, Json] | None = None
) -> Position:
    """`earlier`: the view of another workbook that is being compared; it comes again when this one is done with."""
    doubt = "" if returned.sent is not None else "altered" if returned.marked else "missing"
    return Position(
        "sheet",
        "",
        {
            "change": compared.change.to_json(),
            "lines": [_line_to_json(each) for each in compared.lines],
            "left": [left_to_json(each) for each in compared.left],
            "chosen": {},
            "name": name,
            "made": returned.sent.made if returned.sent is not None else "",
            "doubt": doubt,
            "earlier": dict(earlier) if earlier is not None else None,
        },
    )


def unsure(compared: Compared, returned: ReturnedWorkbook, file: Stored, given: Mapping[str, Json]) -> Position:
    """A workbook in which the form finds nothing of its own, but which it could take as it is."""
    read, stored = place(compared, returned, file.name), stored_to_json(file)
    return Position(KIND, "", {"name": file.name, "file": stored, "given": dict(given), "read": dict(read.view)})


def is_again(compared: Compared, view: Mapping[str, Json]) -> bool:
    """Whether this very workbook is being compared."""
    lines, left = [_line_to_json(each) for each in compared.lines], [left_to_json(each) for each in compared.left]
    return (view.get("lines"), view.get("left")) == (lines, left)


def _line_to_json(line: ComparedAnswer) -> Json:
    facts = [wording_to_json(each) for each in (line.label, line.draft, line.cell)]
    return [line.path, *facts, line.asked, left_to_json(line.raw)]


def _lines(view: Mapping[str, Json]) -> list[ComparedAnswer]:
    lines = view.get("lines")
    found: list[ComparedAnswer] = []
    for each in lines if isinstance(lines, list) else ():
        match each:
            case [str(path), label, draft, cell, bool(asked), raw]:
                words = (wording_from_json(label), wording_from_json(draft), wording_from_json(cell))
                found.append(ComparedAnswer(path, *words, asked, left_from_json(raw) or Leftover("", "")))
            case _:
                pass
    return found


def _chosen(view: Mapping[str, Json]) -> Mapping[str, Json]:
    chosen = view.get("chosen")
    return chosen if isinstance(chosen, dict) else {}


def _open(view: Mapping[str, Json]) -> list[ComparedAnswer]:
    return [each for each in _lines(view) if each.asked and each.path not in _chosen(view)]


# --- what is shown ------------------------------------------------------------------------------------------------


def sheet_screen(root: BoundForm, at: Position) -> Screen:
    if "given" in at.view:
        return _what(at.view)
    asked = _open(at.view)
    return _which(at.view, asked) if asked else _list(at)


def _what(view: Mapping[str, Json]) -> Screen:
    read = view.get("read")
    lines = len(_left(read)) if isinstance(read, dict) else 0
    reads = ((Button(say("core-sheet-as-text", count=lines), act("sheet-as-text")),),) if lines else ()
    keep = (Button(say("core-sheet-as-file"), act("sheet-as-file")),)
    return Screen(
        (say("core-sheet-title", name=_name(view)), say("core-sheet-what")),
        (keep, *reads, (Button(say("core-sheet-neither"), act("sheet-drop")),)),
    )


def _head(view: Mapping[str, Json]) -> tuple[Wording, ...]:
    name: Wording = say("core-sheet-title", name=_name(view))
    made, doubt = str(view.get("made", "")), str(view.get("doubt", ""))
    earlier = view.get("earlier")
    then = (say("core-sheet-then", name=_name(earlier)),) if isinstance(earlier, dict) else ()
    if doubt:
        return (name, *then, say("core-sheet-altered" if doubt == "altered" else "core-sheet-missing"))
    return (name, *then, say("core-sheet-made", at=made)) if made else (name, *then)


def _name(view: Mapping[str, Json]) -> str:
    return str(view.get("name", ""))


def _which(view: Mapping[str, Json], asked: Sequence[ComparedAnswer]) -> Screen:
    """Side by side: the draft and the workbook."""
    first, every = asked[0], [each for each in _lines(view) if each.asked]
    at = len(every) - len(asked) + 1
    take, keep = (
        Button(say(key), act("sheet-choose", path=first.path, take=taken))
        for key, taken in (("core-sheet-take", True), ("core-sheet-keep", False))
    )
    several: tuple[tuple[Button, ...], ...] = ()
    if len(asked) > 1:
        several = (
            tuple(
                Button(say(key, count=len(asked)), act("sheet-choose", take=taken))
                for key, taken in (("core-sheet-take-all", True), ("core-sheet-keep-all", False))
            ),
        )
    return Screen(
        (
            *_head(view),
            say("core-sheet-both", label=first.label, at=str(at), of=str(len(every))),
            say("core-sheet-draft", value=first.draft),
            say("core-sheet-cell", value=first.cell),
        ),
        ((take, keep), *several, (Button(say("core-sheet-drop"), act("sheet-drop")),)),
    )


def _list(at: Position) -> Screen:
    """All that would change, page by page, before it does."""
    changing = _changing(at.view)
    pages = max(1, -(-len(changing) // PAGE))
    page = min(page_of(at), pages - 1)
    some = list(enumerate(changing, 1))[page * PAGE : (page + 1) * PAGE]
    lines = tuple(
        say("core-sheet-line", number=str(n), label=each.label, draft=each.draft, cell=each.cell) for n, each in some
    )
    left = _left(at.view)
    wrong = tuple(each.why for each in left if each.why is not None)[:PAGE]
    unknown = sum(each.why is None for each in left)
    further = sum(each.why is not None for each in left) - len(wrong)
    more = (say("core-sheet-further", count=further),) if further else ()
    also = (*wrong, *more, *((say("core-sheet-left", count=unknown),) if unknown else ()))
    turn = page_row(page, pages, lambda number: act("sheet-page", page=number))
    drop = Button(say("core-sheet-drop"), act("sheet-drop"))
    go = say("core-sheet-go", count=len(changing)) if changing else say("core-sheet-place", count=unknown)
    take = ((Button(go, act("sheet-take")),),) if changing or unknown else ()
    return Screen(
        (*_head(at.view), say("core-sheet-changes", count=len(changing)), *lines, *also), (*turn, *take, (drop,))
    )


def _left(view: Mapping[str, Json]) -> list[Leftover]:
    left = view.get("left")
    return [line for each in (left if isinstance(left, list) else ()) if (line := left_from_json(each)) is not None]


def _changing(view: Mapping[str, Json]) -> list[ComparedAnswer]:
    chosen = _chosen(view)
    return [each for each in _lines(view) if not each.asked or chosen.get(each.path) is True]


# --- what its buttons do ------------------------------------------------------------------------------------------


def tap(walk: Walk, what: Act) -> None:
    if walk.at.kind != KIND:
        return
    view: dict[str, Json] = dict(walk.at.view)
    given, shown = view.get("given"), view.get("read")
    match what.verb:
        case "sheet-choose":
            path, take = what.args.get("path"), what.args.get("take") is True
            several = [str(path)] if path is not None else [each.path for each in _open(view)]
            walk.step.filling.at = Position(
                KIND, "", {**view, "chosen": {**_chosen(view), **dict.fromkeys(several, take)}}
            )
        case "sheet-page":
            walk.step.filling.at = Position(KIND, "", {**view, "page": what.args.get("page")})
        case "sheet-as-file" if isinstance(given, dict):
            walk.back()
            take_file(walk, stored_from_json(view["file"]), given)
        case "sheet-as-text" if isinstance(shown, dict):
            walk.step.filling.at = Position(KIND, "", shown)
        case "sheet-drop":
            walk.notice.append(say("core-sheet-dropped"))
            walk.back()
            _earlier(walk, view)
        case "sheet-take" if not _open(view):
            _take(walk, view)
        case _:
            pass


def _take(walk: Walk, view: Mapping[str, Json]) -> None:
    kept = view.get("change")
    change = Change.from_json(kept) if isinstance(kept, dict) else Change({})
    changing = _changing(view)
    paths = {each.path for each in changing} | set(change.items)
    change.answers = {path: answer for path, answer in change.answers.items() if path in paths}
    walk.back()
    take_several(walk, change, {each.path: each.raw for each in changing}, _left(view))
    _earlier(walk, view)


def _earlier(walk: Walk, view: Mapping[str, Json]) -> None:
    """The workbook that was being compared before this one, against the draft as it is now: what this one has changed is
    asked about."""
    earlier = view.get("earlier")
    if not isinstance(earlier, dict):
        return
    kept = earlier.get("change")
    change = Change.from_json(kept) if isinstance(kept, dict) else Change({})
    lines = [line for each in _lines(earlier) if (line := _anew(walk, each, change)) is not None]
    if lines or _left(earlier):
        walk.step.filling.trail = [*walk.step.filling.trail, walk.at]
        walk.step.filling.at = Position(KIND, "", {**earlier, "lines": [_line_to_json(each) for each in lines]})
    else:
        _earlier(walk, earlier)


def _anew(walk: Walk, line: ComparedAnswer, change: Change) -> ComparedAnswer | None:
    """None where the draft says by now what the workbook does."""
    question, answer = walk.question(line.path), change.answers.get(line.path)
    if question is None:
        return line
    standing = question.standing.answer
    if answer is not None and standing is not None and standing.value == answer.value:
        return None
    draft = shown(question) if standing is not None and standing.value is not None else say("core-none")
    same = wording_to_json(draft) == wording_to_json(line.draft)
    return line if same else replace(line, draft=draft, asked=True)
