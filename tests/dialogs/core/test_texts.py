"""Wording: two complete catalogues, escaped facts, Telegram's limits."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dialogs.core
from dialogs.core import Button, Reader, Say, Screen, Texts, act, figures, say
from dialogs.core.inputs import Why
from dialogs.core.screen import (
    Arg,
    Json,
    Tone,
    Wording,
    button_from_json,
    from_json,
    to_json,
    wording_from_json,
    wording_to_json,
)
from dialogs.core.texts import Catalogue, MissingWording, plain, shorten
from dialogs.core.words import folding
from tests.dialogs.core.everything import TEXTS, TODAY

ZH = Reader("zh", TODAY, timezone(timedelta(hours=8)))
EN = Reader("en", TODAY, UTC)


def keys_of_the_core() -> set[str]:
    """The wording keys that the core's source names."""
    files = Path(dialogs.core.__path__[0]).glob("*.py")
    strings = (
        node.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant)
    )
    return {
        each
        for each in strings
        if isinstance(each, str) and each.startswith("core-") and " " not in each and not each.endswith("-")
    }


def test_each_sentence_that_the_core_says_stands_in_both_languages() -> None:
    assert keys_of_the_core() <= TEXTS.keys("zh")
    assert {key for key in TEXTS.keys("zh") if key.startswith("core-")} == {
        key for key in TEXTS.keys("en") if key.startswith("core-")
    }


def test_no_sentence_of_the_core_is_idle() -> None:
    made = {f"core-file-{why.replace('_', '-')}" for why in get_args(Why)}
    made |= {f"{key}-example" for key in ("core-text-form", "core-not-number")} | {"core-not-number-about"}
    assert {key for key in TEXTS.keys("zh") if key.startswith("core-")} - keys_of_the_core() <= made


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        ("<b>&", "&lt;b&gt;&amp;"), (5000, "5,000"), (Decimal("16000.00"), "16,000.00"), (Decimal("3.5"), "3.5"), (date(2026, 11, 29), "11-29"),
        (date(2027, 2, 22), "2027-02-22"), (datetime(2026, 11, 22, 1, 41, tzinfo=UTC), "11-22 09:41"),
        (datetime(2026, 12, 31, 20, 0, tzinfo=UTC), "2027-01-01"), (("甲", "乙<"), "甲、乙&lt;"), (say("core-yes"), "是"), ("\u202eab\x00", "ab"),
    ],
)  # fmt: skip
def test_a_fact_is_told_in_the_manner_of_the_product(fact: Arg, shown: str) -> None:
    assert TEXTS.render(say("core-present", value=fact), ZH) == f"现为：{shown}"


def test_english_tells_one_from_many() -> None:
    one = say("core-pasted", labels=("Name",), more=0, count=1, left=1)
    many = say("core-pasted", labels=("Name", "Region"), more=3, count=2000, left=2000)
    assert TEXTS.render(one, EN) == "✓ Name (1); 1 line not understood"
    assert TEXTS.render(many, EN) == "✓ Name, Region … (2,000); 2,000 lines not understood"


def test_a_missing_sentence_or_fact_is_found_in_tests_and_survived_in_production() -> None:
    with pytest.raises(MissingWording):
        TEXTS.render(say("core-nowhere"), ZH)
    with pytest.raises(MissingWording):
        TEXTS.render(say("core-present"), ZH)
    calm = Texts.load(strict=False)
    assert calm.render(say("core-<nowhere>"), ZH) == "core-&lt;nowhere&gt;"
    assert calm.render(say("core-yes"), Reader("fr", TODAY, UTC)) == "是"


def test_a_catalogue_with_a_key_twice_or_with_a_slip_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "zh"
    folder.mkdir()
    (folder / "a.ftl").write_text("a-b = 一\n", "utf-8")
    (folder / "b.ftl").write_text("a-b = 二\n", "utf-8")
    with pytest.raises(ValueError, match=r"a-b stands in a\.ftl too"):
        Catalogue.load("zh", [tmp_path])
    (folder / "b.ftl").write_text("= 二\n", "utf-8")
    with pytest.raises(ValueError, match="not Fluent"):
        Catalogue.load("zh", [tmp_path])


@given(st.lists(st.text(max_size=6000), max_size=6))
def test_whatever_is_said_fits_into_a_message(lines: list[str]) -> None:
    rendered = TEXTS.screen(
        Screen(
            tuple(say("core-question", label=line) for line in lines), ((Button(lines[0] if lines else "", act("x")),),)
        ),
        ZH,
    )
    assert 0 < len(plain(rendered.html).encode("utf-16-le")) // 2 <= 4096
    assert plain(rendered.html).strip()
    assert 0 < len(rendered.rows[0][0].text) <= 40


@given(st.text(max_size=100), st.integers(3, 50))
def test_shortening_keeps_both_ends(text: str, longest: int) -> None:
    short = shorten(text, longest)
    assert len(short) <= max(longest, 0)
    assert text.startswith(short.partition("…")[0]) or "…" in text


ARGS = st.recursive(
    st.text() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.dates() | st.datetimes(timezones=st.just(UTC)),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.builds(Say, st.just("core-list"), st.dictionaries(st.sampled_from(["items", "x"]), inner)),
    max_leaves=6,
)  # fmt: skip


@given(ARGS)
def test_a_sentence_goes_through_json(fact: Arg) -> None:
    wording = Say("core-present", {"value": fact})
    assert wording_from_json(wording_to_json(wording)) == wording


def test_a_screen_goes_through_json() -> None:
    screen = Screen(
        ("a", say("core-yes")),
        (
            (
                Button("x", act("y", path="z")),
                Button("u", url="https://example.org"),
                Button("z", act("z"), tone=Tone.DANGER),
                Button("c", copy_text="BB-1"),
            ),
        ),
        asks_contact=True,
    )
    assert from_json(to_json(screen)) == screen


def test_a_tone_of_another_version_is_none() -> None:
    told: Json = {"label": "x", "act": {"verb": "y", "args": {}}, "tone": "sparkling"}
    assert button_from_json(told) == Button("x", act("y"))


def test_what_came_back_has_its_minus_before_the_sign_of_its_currency() -> None:
    assert (figures.money("-255.00", "¥"), figures.money("3.20", "US$")) == ("-¥255.00", "US$3.20")


@pytest.mark.parametrize(
    ("value", "pieces", "yuan"),
    [
        ("65", "650,000", "650,000"), ("120", "1,200,000", "1.2 million"), ("5,000", "50,000,000", "50 million"),
        ("3.5", "35,000", "35,000"), ("12,000", "120,000,000", "120 million"), ("0.00005", "0.5", "0.5"),
        ("12,345.6", "123,456,000", "123.456 million"), ("1,234,567", "12,345,670,000", "12,345,670,000"), ("?", "?", "?"),
    ],
)  # fmt: skip
def test_english_tells_figures_without_ten_thousands_and_rounds_nothing(value: str, pieces: str, yuan: str) -> None:
    assert (figures.pieces(value), figures.yuan(value)) == (pieces, yuan)


LONG = "客户主打出口，" * 20
QUOTE = f"<blockquote expandable>{LONG}</blockquote>"


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ((folding("量产后 50 万/年"),), "量产后 50 万/年"),
        ((folding(LONG),), QUOTE),
        ((say("core-present", value=folding(LONG)), "完"), f"现为：\n{QUOTE}\n完"),
        ((say("core-text-files", text=folding(LONG), count=2),), f"{QUOTE}\n📎 2"),
        ((folding("一\n二\n三\n四\n五 <"),), "<blockquote expandable>一\n二\n三\n四\n五 &lt;</blockquote>"),
    ],
)
def test_long_words_are_a_quote_that_folds_in_lines_of_its_own(lines: tuple[Wording, ...], shown: str) -> None:
    assert TEXTS.screen(Screen(lines), ZH).html == shown


@pytest.mark.parametrize("text", ["长" * 3000, "&" * 2000, "<" * 2000], ids=["long", "ampersands", "brackets"])
def test_long_words_stand_within_a_sentence_however_they_are_escaped(text: str) -> None:
    told = TEXTS.screen(Screen((say("core-folded", text=text),)), ZH).html
    assert text in plain(told)
