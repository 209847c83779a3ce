"""What was said in a form whose record went away can be read to the last answer."""

from __future__ import annotations

from dialogs.core import lost
from dialogs.core.answers import Answer
from dialogs.core.filling import Filling
from domain.base.bilingual import joined
from tests.dialogs.core.everything import Everything


def test_an_answer_that_no_rule_reads_any_more_is_told_as_it_was_kept() -> None:
    filling = Filling(version=1, answers={"name": Answer("深圳星河"), "volume": Answer("很多")})
    lines, _ = lost.told(Everything.declared, filling)
    values = [line.args["value"] for line in lines if not isinstance(line, str) and "value" in line.args]
    assert values == ["深圳星河", "很多"]


def test_an_answer_of_another_kind_than_the_question_has_now_is_told_as_it_was_kept() -> None:
    lines, _ = lost.told(Everything.declared, Filling(version=1, answers={"volume": Answer(["一", "二"])}))
    assert joined(("一", "二")) in [
        line.args["value"] for line in lines if not isinstance(line, str) and "value" in line.args
    ]
