"""Which message gave what: an edited one is heard anew where it was heard first, and a text that a client cut in two is heard
as one.

Both are the same: what the message gave is taken away again, it is heard in its place with the words it has now, and the
person stays where they are, unless nothing happened since. A later answer stands, whatever an earlier message says by then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2s
from itertools import pairwise

from dialogs.core import changes, hearing, words
from dialogs.core.answers import Answer, Given, Position
from dialogs.core.bound import StepState
from dialogs.core.filling import Filling, State
from dialogs.core.inputs import Typed
from dialogs.core.screen import Say, Wording, say
from dialogs.core.text_and_files import parts
from dialogs.core.walk import NAMED, Walk

LONG = 4000
"""Characters from which on a text may have been cut: a client cuts at 4,096, or at the end of a line or word before."""
WHOLE = 4096
WITHIN = 2
"""Seconds between the pieces of one text, by their own dates."""

Pieces = Sequence[tuple[str, str]]
"""Stamp and text of each piece, in the order of writing."""


# --- a new message --------------------------------------------------------------------------------------------------


def hear(walk: Walk, said: Typed, *, unasked: bool = False, pasted: bool = False) -> None:
    """`unasked`, `pasted`: as `hearing` has them."""
    filling, stamp = walk.step.filling, said.stamp
    pieces = _joined(filling.pieces, said)
    given = filling.gave(filling.pieces[0][0]) if pieces else None
    if given is not None:
        _continue(walk, given, pieces)
        return
    if stamp is not None:
        filling.hearing = Given(
            (stamp,),
            _where(walk),
            _digest(said.text),
            unasked=unasked,
            pasted=pasted,
            cut=said.cut,
            part=said.part,
        )
    _read(walk, said, unasked=unasked, pasted=pasted)
    walk.step.filling.close(walk.at)
    walk.step.filling.pieces = [(stamp, said.text)] if stamp is not None else []


def _read(walk: Walk, said: Typed, *, unasked: bool, pasted: bool) -> None:
    if pasted:
        hearing.paste(walk, said.text)
    else:
        hearing.hear(walk, said, unasked=unasked)


def _where(walk: Walk) -> Position:
    paused = hearing.paused(walk)
    return walk.at if paused is None else Position("question", paused.path)


def _digest(text: str) -> str:
    return blake2s(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


# --- a text in pieces -----------------------------------------------------------------------------------------------


def continues(state: State, said: Typed) -> bool:
    """Whether the text belongs to what this form heard last."""
    return "pieces" in state and bool(_joined(Filling.from_json(state).pieces, said))


def _joined(known: Pieces, said: Typed) -> list[tuple[str, str]]:
    """All pieces, where it is one of them, whichever arrived first; else none. Each but the last one is long."""
    if said.stamp is None or not known or any(stamp == said.stamp for stamp, _ in known):
        return []
    pieces = sorted([*known, (said.stamp, said.text)], key=lambda piece: _numbers(piece[0]))
    times = [_numbers(stamp)[1] for stamp, _ in pieces]
    near = all(0 <= after - before <= WITHIN for before, after in pairwise(times))
    return pieces if near and all(len(text) >= LONG for _, text in pieces[:-1]) else []


def _numbers(stamp: str) -> tuple[int, int]:
    message, _, at = stamp.partition(".")
    return int(message), int(at)


def _together(pieces: Pieces) -> str:
    """A client trims what it cuts: where it cut at the end of a line or word, the break is put back."""
    whole = ""
    for (_, text), (_, following) in zip(pieces, [*pieces[1:], ("", "")], strict=True):
        whole += text
        if following and len(text.encode("utf-16-le", "surrogatepass")) // 2 < WHOLE:
            whole += "\n" if "\n" in text else " " if " " in text else ""
    return whole


def _continue(walk: Walk, given: Given, pieces: Pieces) -> None:
    now = replace(given, stamps=tuple(stamp for stamp, _ in pieces))
    text = _together(pieces)
    trial = _anew(walk, given, now, text) if _stands(walk, given) else None
    if trial is None or trial.command is not None or trial.leaving not in (None, "stopped"):
        walk.notice.append(say("core-continued-late"))
    elif _gave(trial) or (not given.gave and _is_there(walk, given)):
        _adopt(walk, given, trial)
    else:
        walk.notice.extend((_kept(walk, given), *trial.notice))
    filling = walk.step.filling
    filling.given = [replace(each, stamps=now.stamps) if _same(each, given) else each for each in filling.given]
    filling.pieces = list(pieces)


def _same(one: Given, other: Given) -> bool:
    return not set(one.stamps).isdisjoint(other.stamps)


# --- an edited message ----------------------------------------------------------------------------------------------


def edit(walk: Walk, said: Typed) -> bool:
    """A message that this form heard says something else now. False: it says the same (clients tell of edits that are none)."""
    filling, stamp = walk.step.filling, said.stamp
    given = filling.gave(stamp) if stamp is not None else None
    if given is None or stamp is None:
        return False
    own = said.without(given.cut) if given.cut and not given.part else said.text
    if own is None:  # it tells of something else now
        walk.notice.extend((_kept(walk, given), say("core-edited-no-answer", typed=words.quoted(said.text))))
        return True
    said = replace(said, text=own)
    pieces = [(each, said.text if each == stamp else text) for each, text in filling.pieces]
    of_one = {each for each, _ in pieces} == set(given.stamps)
    if len(given.stamps) > 1 and not of_one:
        walk.notice.append(say("core-edited-long"))
        return True
    text = _together(pieces) if of_one else said.text
    if _digest(text) == given.digest:
        return False
    if of_one:
        filling.pieces = pieces
    _edit(walk, given, text)
    return True


def _edit(walk: Walk, given: Given, text: str) -> None:
    if not _stands(walk, given):
        walk.notice.append(say("core-edited-overtaken"))
        return
    trial = _anew(walk, given, given, text)
    if trial is None:
        walk.notice.append(say("core-edited-unasked"))
        return
    acts = trial.command is not None or trial.leaving not in (None, "stopped")
    if not acts and (_gave(trial) or (not given.gave and _is_there(walk, given))):
        _adopt(walk, given, trial)
    elif given.gave:
        why = trial.notice or (say("core-edited-no-answer", typed=words.quoted(text)),)
        walk.notice.extend((_kept(walk, given), *why))
    else:
        walk.notice.append(say("core-edited-nothing"))


def _kept(walk: Walk, given: Given) -> Say:
    """What stays as it was."""
    question = walk.question(next(iter(given.before))) if len(given.before) == 1 else None
    answer = question.standing.answer if question is not None else None
    if question is None or answer is None:
        return say("core-edited-kept")
    shown: Wording = answer.shown or (say("core-none") if answer.value is None else question.field.show(answer.value))
    return say("core-edited-kept-one", label=question.label, value=shown)


# --- hearing anew ---------------------------------------------------------------------------------------------------


def _stands(walk: Walk, given: Given) -> bool:
    """Whether what it gave still counts; or, where it gave nothing, whether what was asked is still open."""
    if given.gave or given.over or given.place.kind != "question":
        return given.gave or not given.over
    question = walk.question(given.place.path)
    return question is None or not question.answered or _is_there(walk, given)


def _is_there(walk: Walk, given: Given) -> bool:
    """Still where it was heard, or where it led and nothing happened since."""
    if _is_last(walk, given):
        return True
    return (walk.at.kind, walk.at.path) == (given.place.kind, given.place.path)


def _is_last(walk: Walk, given: Given) -> bool:
    known = walk.step.filling.given
    last = bool(known) and _same(known[-1], given)
    return walk.at == given.to and (last or walk.at.kind == "pause")


def _anew(walk: Walk, given: Given, now: Given, text: str) -> Walk | None:
    """The form as it would be, had the message said this from the beginning; None where that isn't asked any more."""
    filling = walk.step.filling.copy()
    filling.take_away(given)
    for path in given.before:
        _keep_pictures(filling, path, walk.step.filling.answers.get(path))
    filling.at = given.place
    step = StepState(filling, walk.step.ask, walk.step.context, walk.step.wordings)
    trial = Walk(walk.form, step, anew=True)
    if (trial.at.kind, trial.at.path) != (given.place.kind, given.place.path):
        return None
    filling.hearing = Given(
        now.stamps,
        given.place,
        _digest(text),
        unasked=given.unasked,
        pasted=given.pasted,
        over=given.over,
        cut=given.cut,
        part=given.part,
    )
    _read(trial, Typed(text), unasked=given.unasked, pasted=given.pasted)
    _keep_what_was_refused(walk, given, trial)
    _keep_what_came_later(walk, given, trial)
    return trial


def _keep_pictures(filling: Filling, path: str, now: Answer | None) -> None:
    """Those beside the words of a message are no part of it, whenever they came."""
    files = parts(now.value)[1] if now is not None else []
    if files:
        before = filling.answers.get(path)
        text = parts(before.value)[0] if before is not None else ""
        filling.answers[path] = Answer({"text": text, "files": files})


def _gave(trial: Walk) -> bool:
    made = trial.step.filling.hearing
    return made is not None and made.gave


def _keep_what_was_refused(walk: Walk, given: Given, trial: Walk) -> None:
    """A line of several that can't be read now: its answer stays."""
    filling, made = trial.step.filling, trial.step.filling.hearing
    refused = {each.paths[0] for each in filling.left if each.why is not None and len(each.paths) == 1}
    for path in refused & given.before.keys():
        answer = walk.step.filling.answers.get(path)
        if made is not None and path not in made.before and answer is not None:
            filling.answers[path] = answer
            made.before[path] = given.before[path]
    trial.refresh()


def _keep_what_came_later(walk: Walk, given: Given, trial: Walk) -> None:
    """What was answered anew since, and lines that found a place or were dropped."""
    filling, made, before = trial.step.filling, trial.step.filling.hearing, walk.step.filling
    if made is None:
        return
    labels = []
    for path in given.over:
        answer, said = before.answers.get(path), filling.answers.get(path)
        if path not in made.before or answer is None:
            continue
        del made.before[path]
        filling.answers[path] = answer
        question = walk.question(path)
        if question is not None and said is not None and said.value != answer.value:
            labels.append(question.label)
    done = set(given.left) - {each.text for each in before.left}
    filling.left = [each for each in filling.left if each.text not in done]
    made.left.extend(text for text in given.left if text in done and text not in made.left)
    if labels:
        trial.notice.append(say("core-edited-later", labels=tuple(labels[:NAMED]), count=len(labels)))
    trial.refresh()


def _adopt(walk: Walk, given: Given, trial: Walk) -> None:
    """The form is as if the message had said so; what that clears or restores is told."""
    made = trial.step.filling.hearing
    own = made.before if made is not None else {}
    before, after = changes.counting(walk.root), changes.counting(trial.root)
    cleared = [each for each in walk.root.questions() if each.path in before.keys() - after.keys() - own.keys()]
    restored = after.keys() - before.keys() - own.keys()
    if cleared:
        labels = tuple(each.label for each in cleared[:NAMED])
        trial.notice.append(say("core-edited-clears", count=len(cleared), labels=labels))
    if restored:
        trial.notice.append(say("core-restored", count=len(restored)))
    if trial.leaving is None and trial.at.kind != "pause" and not _is_last(walk, given):
        trial.step.filling.trail = list(walk.step.filling.trail)
        trial.go(walk.at)
    trial.step.filling.close(trial.at, in_place_of=given)
    walk.step, walk.root = trial.step, trial.root
    walk.notice.extend(trial.notice)
    walk.shrunk, walk.leaving, walk.last_screen = trial.shrunk, trial.leaving, trial.last_screen
