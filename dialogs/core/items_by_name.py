"""Items that are known and that a text names: `项目：空调主控` is the project of that name and no new one. It comes as it stands;
what the text says of it counts above that."""

from __future__ import annotations

from dialogs.core import prefill
from dialogs.core.answers import Answer
from dialogs.core.bound import BoundForm, Question, StepState
from dialogs.core.changes import Change
from dialogs.core.field import Field
from dialogs.core.filling import Filling
from dialogs.core.form import Form
from dialogs.core.parts import Parts
from dialogs.core.way import suggestions
from dialogs.core.words import bare


def item_called(root: BoundForm, owner: str, named_by: Field[object], name: str) -> str | None:
    """The item of a part that has that name already, where the field is the one that items are named by."""
    for key in root.step.filling.items.get(owner, ()):
        path = f"{owner}[{key}]"
        first = _first(root.item(path))
        answer = first.standing.answer if first is not None and first.field is named_by else None
        if answer is not None and bare(str(answer.value)) == bare(name):
            return path
    return None


def bring_in(change: Change, trial: StepState, form: type[Form[object]], before: Filling) -> frozenset[str]:
    """What is offered of that name is taken into the change's new items; the paths of the answers that came so."""
    brought: set[str] = set()
    for part, keys in change.items.items():
        for key in keys:
            if key not in before.items.get(part, ()):
                brought |= _bring(f"{part}[{key}]", part, change, trial, form)
    return frozenset(brought)


def _bring(path: str, part: str, change: Change, trial: StepState, form: type[Form[object]]) -> set[str]:
    root = trial.open(form)
    first, found = _first(root.item(path)), root.locate(part)
    owner = found[0].question(found[1]) if found else None
    answer = change.answers.get(first.path) if first is not None else None
    if first is None or owner is None or answer is None:
        return set()
    name = first.field.name
    fitting = [each for each in suggestions(owner) if bare(str(each.values.get(name))) == bare(str(answer.value))]
    if len(fitting) != 1:
        return set()
    kept = set(trial.filling.answers)
    prefill.give_into(
        trial,
        form,
        f"{path}.",
        {name: value for name, value in fitting[0].values.items() if f"{path}.{name}" not in kept},
    )
    came: dict[str, Answer] = {each: trial.filling.answers[each] for each in set(trial.filling.answers) - kept}
    change.answers.update(came)
    return set(came)


def _first(item: BoundForm | None) -> Question | None:
    """By which items are told apart."""
    asked = item.own_questions() if item is not None else ()
    return next((each for each in asked if not isinstance(each.field, Parts)), None)
