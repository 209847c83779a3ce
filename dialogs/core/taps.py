"""What the buttons of a form do: one function a verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias, cast

from dialogs.core import changes, prefill, sheets
from dialogs.core.answers import Answer, Leftover, Position, PositionKind
from dialogs.core.bound import Question
from dialogs.core.changes import Change
from dialogs.core.field import Misread, Took
from dialogs.core.parts import Parts
from dialogs.core.pasted_answers import answer_of
from dialogs.core.screen import Act, Json, Say, say
from dialogs.core.several_answers import ask_only_for_gaps, finish, skip_the_rest
from dialogs.core.verdicts import Pause, Stop
from dialogs.core.walk import Walk
from dialogs.core.way import GAPS, proposal, suggestions

Args: TypeAlias = Mapping[str, Json]


def tap(walk: Walk, what: Act) -> None:
    if what.verb.startswith(sheets.KIND):
        sheets.tap(walk, what)
    verb = _VERBS.get(what.verb)
    if verb is not None:
        verb(walk, what.args)


# --- a question ---------------------------------------------------------------------------------------------------


def _answer(walk: Walk, args: Args) -> None:
    question = walk.here()
    if question is not None:
        asking = question.bound.asking(question, walk.at.view)
        walk.answer(question, question.field.tapped(str(args.get("do")), args, asking))


def _propose(walk: Walk, args: Args) -> None:
    """One tap takes what the field proposes; of a part, the items are brought in and can be changed."""
    question = walk.here()
    value = proposal(question) if question else None
    if question is None or value is None:
        return
    if isinstance(question.field, Parts) and isinstance(value, Sequence):
        for each in value[: question.field.at_most]:
            prefill.give_item(walk.step, walk.form, question.path, each)
        walk.refresh()
        gap = changes.gaps(walk.root, question.path)
        walk.step_to(Position("question", gap[0].path if gap else question.path))
        return
    took = prefill.as_answer(question, question.field.dump(value))
    if took is not None:
        walk.answer(question, took)


def _skip(walk: Walk, args: Args) -> None:
    question = walk.here()
    if question is not None and not question.field.required:
        walk.answer(question, Took(None))


def _keep(walk: Walk, args: Args) -> None:
    question = walk.here()
    if question is not None and question.answered:
        walk.keep(question)


def _change(walk: Walk, args: Args) -> None:
    """What would clear other answers was confirmed."""
    if walk.at.kind == "change":
        change, given = Change.from_json(walk.at.view), walk.step.filling.resume()
        several = set(change.answers) != {walk.at.path}
        walk.make(change, changes.tried(change, walk.form, walk.step), Pause.from_json(walk.at.view))
        if several:  # as where nothing had to be confirmed: the question that was open is still asked
            ask_only_for_gaps(walk)
        walk.step.filling.close(walk.at, in_place_of=given)


# --- where to go --------------------------------------------------------------------------------------------------


def _see(walk: Walk, args: Args) -> None:
    """Another screen of the same form. The place is one of ours: the button was."""
    view = {name: args[name] for name in ("page", "gaps", "section", "named", "line") if name in args}
    walk.step_to(Position(cast(PositionKind, args.get("place")), _path(args), view))


def edit(walk: Walk, path: str, view: Args = MappingProxyType({})) -> None:
    """An answer to be given anew; of a part, its items."""
    question = walk.question(path)
    if question is not None and isinstance(question.field, Parts):
        items = question.bound.items(question.field)
        if question.field.closes_itself and items:
            walk.step_to(Position("item", items[0].prefix[:-1]))
            return
        _reopen(walk, path)
    walk.step_to(Position("question", path, view))


def _section(walk: Walk, args: Args) -> None:
    """To the section's first gap; where there is none, to its answers."""
    name, declared = _path(args), walk.root.declared
    inside = (each for each in walk.root.questions() if declared.section_of(each.path.partition("[")[0]) == name)
    gap = next((each for each in inside if each.open), None)
    walk.step_to(Position("question", gap.path) if gap else Position("pick", "", {"section": name}))


def _submit(walk: Walk, args: Args) -> None:
    missing = _missing(walk)
    if not missing:
        skip_the_rest(walk)
        missing = _missing(walk)  # an empty answer may have opened a question
    if missing:
        walk.notice.append(say("core-gaps", count=len(missing)))
        walk.step_to(Position("pick", "", {"gaps": True}))
    else:
        walk.command = walk.root.command()


def _missing(walk: Walk) -> list[Question]:
    return [question for question in walk.root.questions() if question.missing]


def _cancel(walk: Walk, args: Args) -> None:
    """Who cancels again where it is asked whether all is given up wants to be out of it; nothing is lost."""
    if walk.at.kind == "cancel":
        _draft(walk, args)
    elif _has_answers(walk):
        walk.step_to(Position("cancel", walk.at.path))
    else:
        walk.leave("given up")


def _draft(walk: Walk, args: Args) -> None:
    walk.leave("kept" if _has_answers(walk) else "given up")


def _has_answers(walk: Walk) -> bool:
    return bool(walk.step.filling.answers or walk.step.filling.items)


# --- what was pasted and found no place ---------------------------------------------------------------------------


def put(walk: Walk, line: int, path: str) -> None:
    """A left line becomes the answer of a question, or goes on below it where that may have several lines."""
    left, question = walk.step.filling.left, walk.question(path)
    if question is None or isinstance(question.field, Parts) or not 0 <= line < len(left):
        return
    answer = _put_there(left[line], question)
    if isinstance(answer, Misread):
        walk.notice.append(say("core-paste-refused", label=question.label, why=answer.why))
        return
    change = Change({path: answer})
    verdict = changes.check(changes.tried(change, walk.form, walk.step), path)
    if isinstance(verdict, Say):
        walk.notice.append(verdict)
        return
    del left[line]
    walk.refresh()
    tried = changes.tried(change, walk.form, walk.step)
    if isinstance(verdict, Stop):
        walk.stop(tried, [path], verdict)
        return
    walk.make_or_ask(change, tried, verdict)
    if walk.at.kind in ("question", "summary", "overview") and left:
        walk.go(Position("left"))


def _put_there(left: Leftover, question: Question) -> Answer | Misread:
    present = question.standing.answer
    if not question.field.takes_lines:
        return answer_of(question, left.value)
    before = f"{present.value}\n" if present is not None and present.value is not None else ""
    return answer_of(question, f"{before}{left.text}")


def _put(walk: Walk, args: Args) -> None:
    line = args.get("line")
    if isinstance(line, int):
        put(walk, line, _path(args))


def _drop(walk: Walk, args: Args) -> None:
    """Knowingly: a line, or all of them."""
    left, line = walk.step.filling.left, args.get("line")
    if line is None:
        left.clear()
    elif isinstance(line, int) and 0 <= line < len(left):
        del left[line]
    if left:
        walk.go(Position("left"))
    else:
        walk.back()


# --- items of a part ----------------------------------------------------------------------------------------------


def _add(walk: Walk, args: Args) -> None:
    path = _path(args)
    if _has_room(walk, path):
        made = walk.step.filling.add_item(path)
        _reopen(walk, path)
        walk.step_to(Position("next", made))


def _bring(walk: Walk, args: Args) -> None:
    """A suggested item: it is brought in, and shown to be changed."""
    path, index = _path(args), args.get("index")
    question = _part(walk, path)
    offered = suggestions(question) if question is not None else ()
    if isinstance(index, int) and 0 <= index < len(offered) and _has_room(walk, path):
        made = prefill.give_item(walk.step, walk.form, path, offered[index].values)
        _reopen(walk, path)
        gap = next((each for each in changes.gaps(walk.root, path) if each.path.startswith(f"{made}.")), None)
        walk.step_to(Position("question", gap.path) if gap is not None else Position("item", made))


def _copy(walk: Walk, args: Args) -> None:
    path = _path(args)
    owner = path.rpartition("[")[0]
    if walk.root.item(path) is not None and _has_room(walk, owner):
        made = walk.step.filling.copy_item(path)
        copied = walk.step.open(walk.form).item(made)
        for field in copied.declared.fields.values() if copied else ():
            if not field.asked:
                walk.step.filling.answers.pop(f"{made}.{field.name}", None)
        _reopen(walk, owner)
        walk.step_to(Position("item", made))


def _remove(walk: Walk, args: Args) -> None:
    path = _path(args)
    if walk.root.item(path) is not None:
        owner = path.rpartition("[")[0]
        walk.step.filling.remove_item(path)
        _reopen(walk, owner)
        walk.go(Position("question", owner))


def _listed(walk: Walk, args: Args) -> None:
    """完成 of a list of items."""
    question = _part(walk, _path(args))
    if question is None or not isinstance(question.field, Parts):
        return
    count = len(question.bound.items(question.field))
    gap = changes.gaps(walk.root, question.path)
    if gap:
        walk.step_to(Position("question", gap[0].path))
    elif question.short:
        walk.notice.append(say("core-too-few-items", least=question.bound.least(question.field)))
    else:
        walk.answer(question, Took(True if count else None, say("core-items", count=count)))


def _part(walk: Walk, path: str) -> Question | None:
    question = walk.question(path)
    return question if question is not None and isinstance(question.field, Parts) else None


def _has_room(walk: Walk, path: str) -> bool:
    question = _part(walk, path)
    if question is None or not isinstance(question.field, Parts):
        return False
    return len(question.bound.items(question.field)) < question.field.at_most


def _reopen(walk: Walk, path: str) -> None:
    """The list is open until 完成 is tapped again."""
    walk.step.filling.answers.pop(path, None)
    walk.refresh()


def _path(args: Args) -> str:
    return str(args.get("path", ""))


_VERBS: dict[str, Callable[[Walk, Args], None]] = {
    "answer": _answer,
    "propose": _propose,
    "skip": _skip,
    "keep": _keep,
    "change": _change,
    "back": lambda walk, args: walk.back(),
    "next": lambda walk, args: walk.go_on(),
    "continue": lambda walk, args: walk.step_to(Position("next", "", {"gap": True})),
    "edit": lambda walk, args: edit(walk, _path(args)),
    "mend": lambda walk, args: edit(walk, _path(args), GAPS),
    "see": _see,
    "section": _section,
    "finish": lambda walk, args: finish(walk),
    "submit": _submit,
    "draft": _draft,
    "cancel": _cancel,
    "give-up": lambda walk, args: walk.leave("given up"),
    "add": _add,
    "bring": _bring,
    "copy": _copy,
    "remove": _remove,
    "put": _put,
    "drop": _drop,
    "listed": _listed,
}
