"""Whatever is added is in every table that it must be in: kinds of request, commands, dialogs, reminders."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from bot.serving.commands import COMMANDS
from dialogs import matters as matters
from dialogs.core.field import Asking, Field, Took
from dialogs.core.form import Form
from dialogs.core.kinds import YesNo
from dialogs.core.page import Page
from dialogs.core.parts import Parts
from dialogs.core.screen import say
from dialogs.core.texts import Texts
from dialogs.registry import FOR_ACCOUNTS, FOR_GUESTS
from dialogs.reminders import LINES
from dialogs.shared.faces import FACES
from domain.approvals.records import ApprovalState
from domain.approvals.request_kinds import KINDS, register
from domain.base import policy
from domain.base.kinds import Kind
from domain.deadlines import reminding
from domain.reminders.records import ReminderKind
from notifications.hearing.pushes import HEARERS, hears
from tests.honesty.tree import PRODUCT, ROOT, in_one_worker, parsed, python_files

TEXTS = Texts.load(strict=True)


def said(key: str) -> tuple[str, ...]:
    """In each language; a sentence that is missing raises."""
    return TEXTS.everywhere(say(key))


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_of_request_has_all_its_parts(kind: Kind) -> None:
    known, face = KINDS[kind], FACES[kind]
    assert known.kind is kind
    assert (known.returned is None) == (not face.mendable) or kind is Kind.DATA_CHANGE  # which is returned as a whole
    assert (known.taken_back is None) == (known.taking_back is None)
    assert said(f"approval-kind-{kind.value.replace('_', '-')}")
    if known.taken_back is not None:
        assert [said(f"petition-{kind.value.replace('_', '-')}-{state.value}") for state in ApprovalState]


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_of_request_may_have_times_of_its_own(kind: Kind) -> None:
    mine = policy.parse(f"[approvals.{kind.value}]\nnudges = [1]\nhours = 8\nhead = 90\n")
    assert (mine.approvals.sla(kind.value).hours, mine.approvals.default.hours) == (8, 9)
    assert policy.parse(policy.show(mine)).approvals == mine.approvals


def test_times_of_a_kind_that_isnt_there_are_refused() -> None:
    with pytest.raises(policy.PolicyError, match="no kind of request is called holiday"):
        policy.parse("[approvals.holiday]\nhours = 8\n")


def test_no_registration_overwrites_another_in_silence() -> None:
    with pytest.raises(ValueError, match="twice"):
        register(KINDS[Kind.APPEAL])
    heard, hearer = next(iter(HEARERS.items()))
    with pytest.raises(ValueError, match="twice"):
        hears(heard)(hearer)


def test_whoever_hears_of_events_is_known_to_the_table() -> None:
    """A module that registers its hearers and that nobody imports would hear nothing, and nothing else would say so."""
    hearing = ROOT / "notifications" / "hearing"
    registering = {path.stem for path in hearing.glob("*.py") if "@hears(" in path.read_text("utf-8")} - {"table"}
    tree = ast.parse((hearing / "table.py").read_text("utf-8"))
    from_here = [
        each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom) and each.module == "notifications.hearing"
    ]
    assert registering == registering & {name.name for each in from_here for name in each.names}
    assert len(registering) > 10


FORMS = [each for each in dict.fromkeys((*FOR_ACCOUNTS, *FOR_GUESTS)) if issubclass(each, Form)]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.declared.name)
def test_what_a_form_asks_for_is_carried_out(form: type[Form[Any]]) -> None:
    assert form.declared.command in COMMANDS


def _asked(form: type[Form[Any]]) -> Iterator[Field[Any]]:
    for each in form.declared.fields.values():
        if isinstance(each, Parts):
            yield from _asked(each.form)
        elif each.asked:
            yield each


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.declared.name)
def test_no_question_that_needs_an_answer_takes_one_that_says_nothing(form: type[Form[Any]]) -> None:
    """Typed or pasted; to yes or no `无` is an answer."""
    asking = Asking(date(2026, 11, 23), TEXTS.everywhere, lambda: ())
    took = [
        (each.name, word)
        for each in _asked(form)
        if each.required and not isinstance(each, YesNo)
        for word in ("无", "没有", "暂无", "-", "——", "N/A", "none", " — ")
        for hearing in (each.typed(word, asking), each.pasted(word, asking))
        if isinstance(hearing, Took)
    ]
    assert not took


@in_one_worker
@pytest.mark.parametrize("dialog", dict.fromkeys((*FOR_ACCOUNTS, *FOR_GUESTS)), ids=lambda dialog: dialog.__name__)
def test_a_dialog_has_a_way_in(dialog: type[Page] | type[Form[Any]]) -> None:
    """Something names it, by its name or by its class, or a reply to one of its messages opens it."""
    name = dialog.declared.name if issubclass(dialog, Form) else dialog.name
    assert name in named() or dialog.__name__ in named() or "answers" in vars(dialog)


@cache
def named() -> set[str]:
    """The literal texts of the product but those that give a dialog its name, and the classes that are asked for theirs."""
    found: set[str] = set()
    for path in python_files(*PRODUCT):
        tree = parsed(path)
        classes = [each for each in ast.walk(tree) if isinstance(each, ast.ClassDef)]
        parts = [each for node in classes for each in (*node.body, *node.keywords)]
        own = [id(each.value) for each in parts if isinstance(each, ast.Assign | ast.keyword)]
        for each in ast.walk(tree):
            if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in own:
                found.add(each.value)
            elif (
                isinstance(each, ast.Attribute)
                and each.attr in ("name", "declared")
                and isinstance(each.value, ast.Name)
            ):
                found.add(each.value.id)
    return found


@pytest.mark.parametrize("kind", ReminderKind)
def test_a_kind_of_reminder_has_its_line_and_knows_when_it_is_pointless(kind: ReminderKind) -> None:
    assert kind in LINES
    assert kind in reminding.LIVE
