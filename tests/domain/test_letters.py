"""Letters that nobody sees or that look like others: cleaning, and words in which alphabets are mixed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.letters import clean, mixed_words, odd_signs, outline, visible
from domain.letters.table import table

FAMILY, SCOTLAND, KEY, HEART = "👨‍👩‍👧", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "1️⃣", "❤️"

CLEANED = [
    # typed, as an answer of one line, as free text
    ("  宏达\t科技 \u3000有限公司 ", "宏达 科技 有限公司", "宏达 科技 有限公司"),
    ("一\r\n二\n \n \n三", "一 二 三", "一\n二\n\n三"),
    ("一\u2028二\u2029三\x85四", "一 二 三 四", "一\n二\n三\n四"),
    ("宏\u3164达\u115f科\uffa0技", "宏达科技", "宏达科技"),
    ("\u2800宏\u2800达", "宏 达", "宏 达"),
    ("宏\u00ad达\u200b科\ufeff技\u2060", "宏达科技", "宏达科技"),
    ("\u202e达宏\u202c\u2067科技\u2069\u200f\u061c", "达宏科技", "达宏科技"),
    ("宏\u0301达\u20dd\u3099科技", "宏达科技", "宏达科技"),
    ("宏\u180b达\u180e\ufe01\U000e0100", "宏达", "宏达"),
    ("cafe\u0301 か\u3099 é", "cafe\u0301 か\u3099 é", "cafe\u0301 か\u3099 é"),
    (f"{FAMILY} 好", "👨👩👧 好", f"{FAMILY} 好"),
    (f"{HEART}{KEY}{SCOTLAND}👍🏽🇨🇳", "❤1\u20e3🏴👍🏽🇨🇳", f"{HEART}{KEY}{SCOTLAND}👍🏽🇨🇳"),
    ("🏳️‍🌈 🏴‍☠️ 👩🏽‍💻", "🏳🌈 🏴☠ 👩🏽💻", "🏳️‍🌈 🏴‍☠️ 👩🏽‍💻"),
    ("好\ufe0f 1\ufe0f 2\u200d3 👍\u200d ", "好 1 23 👍", "好 1 23 👍"),
    ("👍" + "".join(chr(0xE0000 + ord(char)) for char in "meet me at nine") + "\U000e007f", "👍", "👍"),
    ("🏴\U000e0067", "🏴", "🏴"),
    ("人々 コーヒー 〇 𰻝", "人々 コーヒー 〇 𰻝", "人々 コーヒー 〇 𰻝"),
    ("新\U0001fae8字\U00031350", "新\U0001fae8字\U00031350", "新\U0001fae8字\U00031350"),
    ("\x00\x07\x1b[31m\ud800", "[31m", "[31m"),
    ("⻓沙", "⻓沙", "⻓沙"),
]


@pytest.mark.parametrize("case", CLEANED, ids=lambda case: ascii(case[0]))
def test_cleaning(case: tuple[str, str, str]) -> None:
    typed, line, free = case
    assert (clean(typed), clean(typed, lines=True)) == (line, free)


PIECES = st.sampled_from(
    [FAMILY, SCOTLAND, KEY, HEART, "宏达", "か\u3099", "é", "\n", " ", "1", "\u200d", "\ufe0f", "々"]
)
TYPED = st.lists(PIECES | st.sampled_from(sorted(table().hidden)) | st.text(max_size=3), max_size=12).map("".join)


@given(TYPED)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean(clean(text, lines=True), lines=True) == clean(text, lines=True)


@given(TYPED)
def test_cleaning_changes_nothing_that_can_be_seen(text: str) -> None:
    kept = iter(text)
    assert all(char in kept for char in clean(text, lines=True) if char not in " \n")
    assert "".join(clean(clean(text, lines=True)).split()) == "".join(clean(text).split())


@given(TYPED)
def test_a_line_has_nothing_that_nobody_sees(text: str) -> None:
    line = clean(text)
    assert table().ignorable.isdisjoint(line)
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co") for char in line)


@given(TYPED)
def test_free_text_keeps_no_direction_and_nothing_hidden_but_at_an_emoji(text: str) -> None:
    free = clean(text, lines=True)
    assert all(unicodedata.category(char) != "Cf" or char == "\u200d" or char > "\U000e0000" for char in free)
    for before, char in zip(f" {free}", free, strict=False):
        if char in table().ignorable:
            assert before in table().emoji or before == "\ufe0f" or before > "\U000e0000"


@pytest.mark.parametrize("emoji", [FAMILY, SCOTLAND, KEY, HEART, "🏳️‍🌈", "👩🏽‍💻", "🇨🇳", "👍🏽"])
def test_an_emoji_in_free_text_stays_whole(emoji: str) -> None:
    assert clean(f"好{emoji}的\n{emoji}", lines=True) == f"好{emoji}的\n{emoji}"


MIXED = [
    ("ТСL通讯科技有限公司", ("ТСL",)),
    ("ＴＣＬ TCL", ()),
    ("ТСЛ Россия", ()),
    ("ΩPower 电源 Δ TCL", ("ΩPower",)),
    ("T\u200bС\u3164L", ("TСL",)),
    ("МИР MИР 大连", ("MИР",)),
    ("深圳市宏达电子有限公司", ()),
    ("A0C カシオ 人々", ()),
    ("", ()),
]


@pytest.mark.parametrize(("text", "words"), MIXED)
def test_words_in_which_alphabets_are_mixed_are_named(text: str, words: tuple[str, ...]) -> None:
    assert mixed_words(text) == words


ODD = [
    ("宁波≡川电子有限公司", ("≡",)),
    ("大连重ㅗ机电有限公司", ("ㅗ",)),
    ("TCL™通讯", ("™",)),
    ("А座通讯", ("А",)),
    ("北京٣٦٠智能", ("٣", "٦", "٠")),
    ("青禾🔥储能", ("🔥",)),
    ("T©L通讯", ("©",)),
    ("A*B通讯", ("*",)),
    ("ТСL通讯", ()),
    ("日本カシオ株式会社", ()),
    ("青禾（广州）·储能 & Co., Ltd.", ()),
    ("ＡＢ①号Société电子", ()),
    ("二〇二人々", ()),
    ("Ω≡", ()),
]


@pytest.mark.parametrize(("text", "signs"), ODD)
def test_signs_that_no_licence_has_are_named(text: str, signs: tuple[str, ...]) -> None:
    assert odd_signs(text) == signs


@given(st.text(max_size=20))
def test_an_outline_is_its_own_outline(text: str) -> None:
    assert outline(outline(text)) == outline(text)
    assert visible(visible(text)) == visible(text)


def test_the_table_says_where_it_is_from() -> None:
    assert table().version.startswith("Unicode 1")
    assert "confusable-homoglyphs" in table().version
