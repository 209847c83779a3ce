"""Answers that don't come from the person: given when the form is opened, or proposed for one tap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dialogs.core.answers import Answer
from dialogs.core.bound import Question, StepState
from dialogs.core.changes import Change
from dialogs.core.field import Field, Took
from dialogs.core.form import Form
from dialogs.core.parts import Parts
from dialogs.core.screen import Json


def as_answer(question: Question, value: Json) -> Took | None:
    """A JSON value as an answer, when it is one that the question takes."""
    try:
        question.field.load(value)
        return question.field.filled_in(value, question.bound.asking(question, {}))
    except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError):
        return None


def _as_it_stands(question: Question, value: Json) -> Took | None:
    """What is amended says so already, whether or not it would be offered today."""
    try:
        question.field.load(value)
    except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError):
        return None
    return Took(value)


def give_values(step: StepState, form: type[Form[object]], values: Mapping[str, object]) -> None:
    """Python values by field, as `prefill` returns them."""
    _give(step, form, "", values, dump=True)


def give_json(step: StepState, form: type[Form[object]], answers: Mapping[str, Json]) -> None:
    """JSON values by field, as opening args carry them; an item's field also by its path, `projects[k1].stage`."""
    nested = {name: value for name, value in answers.items() if "[" not in name}
    _give(step, form, "", nested, dump=False)
    for path in (each for each in answers if "[" in each):  # as they stand: what hangs on another comes behind it
        _add_items_on_the_way(step, path)
        _give_one(step, form, path, answers[path], dump=False)


def change_of(answers: Mapping[str, Json], form: type[Form[object]], step: StepState) -> Change:
    """Such JSON values as a change that is still to be made."""
    trial = StepState(step.filling.copy(), step.ask, step.context, step.wordings)
    trial.open(form)
    give_json(trial, form, answers)
    before, after = step.filling, trial.filling
    given = {path: answer for path, answer in after.answers.items() if before.answers.get(path) != answer}
    items = {path: keys for path, keys in after.items.items() if before.items.get(path) != keys}
    return Change(given, items, [], after.count)


def give_item(step: StepState, form: type[Form[object]], part: str, values: Mapping[str, object]) -> str:
    """A new item of a part, of Python values; its path."""
    found = step.root.locate(part)
    field = found[1] if found else None
    made = (
        f"{part}[only]"
        if isinstance(field, Parts) and field.closes_itself and field.required
        else step.filling.add_item(part)
    )
    step.open(form)
    _give(step, form, f"{made}.", values, dump=True)
    return made


def give_into(step: StepState, form: type[Form[object]], prefix: str, values: Mapping[str, object]) -> None:
    """Python values into an item that is there."""
    _give(step, form, prefix, values, dump=True)


def _give(step: StepState, form: type[Form[object]], prefix: str, values: Mapping[str, object], dump: bool) -> None:
    """In the order of the declaration, so that what hangs on earlier answers finds them."""
    bound = step.root.item(prefix[:-1]) if prefix else step.root
    for name in bound.declared.fields if bound else ():
        if name in values:
            _give_one(step, form, prefix + name, values[name], dump)


def _give_one(step: StepState, form: type[Form[object]], path: str, value: object, dump: bool) -> None:
    found = step.root.locate(path)
    question = found[0].question(found[1]) if found else None
    if question is None:
        return
    if value is None:  # known to be nothing, where nothing is an answer
        if not question.field.required:
            step.filling.give(path, Answer(None))
            step.open(form)
        return
    if isinstance(question.field, Parts):
        items: Iterable[object] = value if isinstance(value, list | tuple) else [value]
        for each in items:
            if isinstance(each, Mapping) and (made := give_item(step, form, path, {})):
                _give(step, form, f"{made}.", each, dump)
        step.filling.give(path, Answer(True))
    else:
        given: Json = _dumped(question.field, value) if dump else value  # type: ignore[assignment]
        took = as_answer(question, given) or (_as_it_stands(question, given) if form.amends else None)
        if took is not None:
            step.filling.give(path, Answer(took.value, took.shown, question.bound.under(question.field)))
    step.open(form)


def _dumped(field: Field[object], value: object) -> Json:
    return field.dump(value)


def _add_items_on_the_way(step: StepState, path: str) -> None:
    """`projects[k1].stage` names an item that may not be there yet."""
    for end in (index for index, char in enumerate(path) if char == "["):
        part, key = path[:end], path[end + 1 : path.index("]", end)]
        keys = step.filling.items.get(part, [])
        if key not in keys and key.startswith("k") and key[1:].isdecimal():
            step.filling.items[part] = [*keys, key]
            step.filling.count = max(step.filling.count, int(key[1:]))
