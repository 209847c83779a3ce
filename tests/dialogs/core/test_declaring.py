"""A form that can't be fails when it is declared, with a sentence."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dialogs.core import Accept, Choice, DeclarationError, Form, Section, Text, source


@dataclass(frozen=True)
class Inner:
    street: str
    number: str = "1"


@dataclass(frozen=True)
class Command:
    name: str
    note: str | None = None


@dataclass(frozen=True)
class Nested:
    name: str
    place: Inner


def test_each_field_of_the_command_needs_a_question_or_a_source() -> None:
    with pytest.raises(DeclarationError, match="no question and no source for note of Command"):

        class Missing(Form[Command]):
            name = Text()


def test_a_question_that_fills_nothing_has_to_be_meant() -> None:
    with pytest.raises(DeclarationError, match=r"Idle\.extra fills no field of Command"):

        class Idle(Form[Command]):
            name = Text()
            note = Text().optional()
            extra = Text()

    class Meant(Form[Command]):
        name = Text()
        note = Text().optional()
        extra = Text().aside()
        terms = Accept()

    assert list(Meant.declared.fields) == ["name", "note", "extra", "terms"]


def test_a_source_that_fills_nothing_is_a_mistake() -> None:
    with pytest.raises(DeclarationError, match=r"Wrong\.who is a source"):

        class Wrong(Form[Command]):
            name = Text()
            note = Text().optional()
            who: source[str] = source("who")


def test_a_record_inside_of_the_command_is_filled_field_by_field() -> None:
    class Deep(Form[Nested]):
        name = Text()
        street = Text()
        number = Text()

    assert [tie.parameter for tie in Deep.declared.ties] == ["name", "place"]


def test_one_question_cannot_fill_two_fields() -> None:
    @dataclass(frozen=True)
    class Twice:
        name: str
        inner: Command

    with pytest.raises(DeclarationError, match=r"Double\.name fills two fields"):

        class Double(Form[Twice]):
            name = Text()
            note = Text().optional()


def test_a_command_has_to_be_a_dataclass_and_to_be_named() -> None:
    with pytest.raises(DeclarationError, match="isn't a dataclass"):

        class Plain(Form[str]):
            name = Text()

    with pytest.raises(DeclarationError, match="doesn't say which command"):

        class Nothing(Form):  # type: ignore[type-arg]
            name = Text()


def test_a_question_cannot_take_a_name_of_the_forms_own() -> None:
    with pytest.raises(DeclarationError, match="the name 'title' is the form's own"):

        class Clash(Form[Command]):
            name = Text()
            note = Text().optional()
            title = Text()


def test_a_question_before_the_first_section_is_a_mistake() -> None:
    with pytest.raises(DeclarationError, match="stands before the first section"):

        class Early(Form[Command]):
            name = Text()
            rest = Section()
            note = Text().optional()


def test_only_choices_have_options_and_only_one_rule_of_a_kind() -> None:
    with pytest.raises(DeclarationError, match="has no options"):
        Text().options(lambda form: [])
    field = Choice()
    field.options(lambda form: [])
    with pytest.raises(DeclarationError, match="two rules"):
        field.options(lambda form: [])


def test_names_come_from_the_class_unless_they_are_said() -> None:
    class WriteFollowUp(Form[Command]):
        name = Text()
        note = Text().optional()

    class Other(Form[Command], name="note_it", version=3, submit="note-it-submit"):
        name = Text()
        note = Text().optional()

    assert (WriteFollowUp.declared.name, WriteFollowUp.declared.stem) == ("write_follow_up", "write-follow-up")
    assert (Other.declared.name, Other.declared.version, Other.declared.submit) == ("note_it", 3, "note-it-submit")
