"""Answers to be given: what the form's checks say to them, what they would clear, and giving them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dialogs.core.answers import Answer, answer_from_json, answer_to_json
from dialogs.core.bound import BoundForm, Question, StepState
from dialogs.core.field import try_rule
from dialogs.core.filling import Filling
from dialogs.core.form import Form
from dialogs.core.parts import Parts
from dialogs.core.screen import Json, Say, say
from dialogs.core.verdicts import Pause, Stop


@dataclass
class Change:
    """Answers by path; `items` are the keys of parts that come with new items."""

    answers: dict[str, Answer]
    items: dict[str, list[str]] = field(default_factory=dict)
    shared: list[str] = field(default_factory=list)
    counted: int = 0
    """The last item key that the change used."""

    def to_json(self) -> dict[str, Json]:
        return {
            "answers": {path: answer_to_json(answer) for path, answer in self.answers.items()},
            "items": {path: list(keys) for path, keys in self.items.items()},
            "shared": list(self.shared),
            "counted": self.counted,
        }

    @classmethod
    def from_json(cls, view: Mapping[str, Json]) -> Change:
        answers, items, shared, counted = (view.get(name) for name in ("answers", "items", "shared", "counted"))
        return cls(
            {path: answer_from_json(each) for path, each in answers.items()} if isinstance(answers, dict) else {},
            {path: [str(key) for key in keys] for path, keys in items.items() if isinstance(keys, list)}
            if isinstance(items, dict)
            else {},
            [str(path) for path in shared] if isinstance(shared, list) else [],
            counted if isinstance(counted, int) else 0,
        )


def apply(filling: Filling, change: Change) -> None:
    for path, keys in change.items.items():
        for key in keys:
            if key not in filling.items.get(path, ()):
                filling.made_item(path, key)
        filling.items[path] = list(keys)
    filling.count = max(filling.count, change.counted)
    for path, answer in change.answers.items():
        filling.give(path, answer)
        if path in filling.shared:
            filling.shared.remove(path)
    filling.shared.extend(change.shared)


def counting(root: BoundForm) -> dict[str, Json]:
    """The answers that count, by path, but for those that say no more than 完成."""
    return {
        question.path: question.standing.answer.value
        for question in root.questions()
        if question.standing.answer
        and question.standing.answer.value is not None
        and not isinstance(question.field, Parts)
    }


def gaps(root: BoundForm, inside: str) -> list[Question]:
    """What is still open within a part's items."""
    return [question for question in root.questions() if question.open and question.path.startswith(f"{inside}[")]


def tried(change: Change, form: type[Form[object]], step: StepState) -> BoundForm:
    """The form as it would be after the change, in a step's state of its own."""
    filling = step.filling.copy()
    apply(filling, change)
    return StepState(filling, step.ask, step.context, step.wordings).open(form)


def check(tried: BoundForm, path: str, *, confirmed: bool = False) -> Say | Pause | Stop | None:
    """What the question's own check says to its new answer, or to its being skipped, or when the person went on from the
    check's doubt: asked once for each, for it may be counted."""
    found = tried.locate(path)
    skipped = tried.step.filling.answers[path].value is None
    if found is None:
        return None
    rules = found[1].rules
    rule = rules.confirmed if confirmed else rules.skipped if skipped else rules.check
    if rule is None:
        return None
    # a check may hang on what is still to come; the domain looks at the whole once more
    verdict = try_rule(rule, found[0].form, tried.step.ask)
    return replace(verdict, path=path) if isinstance(verdict, Pause) else verdict


@dataclass
class Judged:
    """What the checks said to several answers."""

    refused: dict[str, Say] = field(default_factory=dict)
    """Why, by path."""
    pause: Pause | None = None
    stop: Stop | None = None
    stopped: list[str] = field(default_factory=list)
    """The answers that the form was stopped for."""


def judge(change: Change, form: type[Form[object]], step: StepState) -> Judged:
    """Check each answer of a change; those that are refused are taken out of it."""
    judged = Judged()
    for question in tried(change, form, step).questions():
        if question.path not in change.answers:
            continue
        match check(question.bound.step.root, question.path):
            case None:
                pass
            case Say() as why:
                del change.answers[question.path]
                judged.refused[question.path] = say("core-paste-refused", label=question.label, why=why)
            case Pause() as pause:
                judged.pause = pause.after(judged.pause)
            case Stop() as stop:
                judged.stop = judged.stop or stop
                judged.stopped.append(question.path)
    return judged
