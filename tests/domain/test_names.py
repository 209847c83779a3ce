"""Company names: same, look-alike, different (docs/names.md)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.names.invented import names as invented
from domain.letters.table import table
from domain.names import Reason, Verdict, compare, parse, same_key
from domain.names.brands import estimated_bearers, is_nobodys
from domain.names.readings import readings
from domain.names.sound import look_alike, sound_key
from domain.names.terms import terms
from domain.names.text import look, look_key
from domain.names.trades import overlap, trades

PAIRS = list(
    csv.DictReader(
        Path(__file__).with_name("name_pairs.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
EXPECTED = {"weak-": {Verdict.WEAK, Verdict.DIFFERENT}} | {verdict.value: {verdict} for verdict in Verdict}

PIECES = st.sampled_from(
    """深圳市 深圳 广东省 河北 (上海) （集团） 宏达 星河 东方 中国 第二 TCL ａｂ 電子 电子 科技 五金 企业 管理 有限公司 厂 股份 分公司 公司 市 县 区 镇
    · 　 ( ） [ \u200b 三门 永和""".split(" ")
)
NAME_LIKE = st.lists(PIECES | st.text(max_size=3), max_size=9).map("".join)


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['a']}|{row['b']}")
def test_judged_pairs(row: dict[str, str]) -> None:
    found = compare(row["a"], row["b"])
    assert found.verdict in EXPECTED[row["verdict"]], found
    for wanted in row["reason"].split():
        assert any(wanted in reason for reason in found.reasons), found


def test_there_are_at_least_150_judged_pairs_of_each_verdict_some() -> None:
    assert len(PAIRS) >= 150
    assert {row["verdict"] for row in PAIRS} == EXPECTED.keys()


PARSED = [
    # typed, region, core, trade, legal form, branch
    ("深圳市宏达科技有限公司", "440300", "宏达", "科技", "有限公司", ""),
    ("宏達科技（深圳）有限公司", "440300", "宏达", "科技", "有限公司", ""),
    ("北京東方百信生物技術有限公司上海分公司", "110000", "东方百信", "生物技术", "有限公司", "上海分公司"),
    ("ＴＣＬ集团股份有限公司", "", "tcl", "", "集团股份有限公司", ""),
    ("十堰市土地开发总公司地产分公司", "420300", "土地", "开发", "总公司", "地产分公司"),
    ("广东省深圳市南山区星河电子有限公司", "440305", "星河", "电子", "有限公司", ""),
    ("杭州永和电缆有限公司", "330100", "永和", "电缆", "有限公司", ""),
    ("三门盛舟电器有限公司", "331022", "盛舟", "电器", "有限公司", ""),
    ("东方盛舟电器有限公司", "", "东方盛舟", "电器", "有限公司", ""),
    ("深圳南山科技有限公司", "440300", "南山", "科技", "有限公司", ""),
    ("天津市河北区启航五金厂", "120105", "启航", "五金", "厂", ""),
    ("青海省海南藏族自治州启航商贸有限公司", "632500", "启航", "商贸", "有限公司", ""),
    ("宏达企业管理有限公司", "", "宏达", "企业管理", "有限公司", ""),
    ("无锡明远投资合伙企业（有限合伙）", "320200", "明远", "投资", "有限合伙合伙企业", ""),
    ("宏达科技上海分公司", "", "宏达", "科技", "", "上海分公司"),
    ("中国电信股份有限公司池州分公司", "", "中国电信", "", "股份有限公司", "池州分公司"),
    ("北京医院", "110000", "医院", "", "", ""),
    ("信息科技江苏有限公司", "320000", "信息", "科技", "有限公司", ""),
    ("公司", "", "公司", "", "", ""),
    ("", "", "", "", "", ""),
]


@pytest.mark.parametrize("case", PARSED, ids=lambda case: case[0])
def test_a_name_is_taken_apart(case: tuple[str, ...]) -> None:
    parts = parse(case[0])
    assert (parts.region, parts.core, parts.trade, parts.legal, parts.branch) == case[1:]


def test_a_development_zone_and_a_town_stand_apart_from_the_brand() -> None:
    assert parse("佛山市顺德区杏坛镇宏达五金厂")[:3] == ("440606", "杏坛镇", "宏达")
    assert parse("东莞市长安宏达五金厂")[:3] == parse("东莞长安镇宏达五金厂")[:3]
    assert parse("天津开发区启航汽车配件有限公司")[:3] == ("120000", "开发区", "启航")


UNSEEN = st.sampled_from(sorted(table().ignorable))
INSIDE = st.integers(min_value=0)


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['b']}|{row['a']}")
def test_judged_pairs_the_other_way_round(row: dict[str, str]) -> None:
    assert compare(row["b"], row["a"]).verdict in EXPECTED[row["verdict"]]


@given(NAME_LIKE, st.lists(st.tuples(INSIDE, UNSEEN), min_size=1, max_size=9))
def test_what_nobody_sees_never_makes_another_name(text: str, hidden: list[tuple[int, str]]) -> None:
    disguised = text
    for at, char in hidden:
        place = at % (len(disguised) + 1)
        disguised = disguised[:place] + char + disguised[place:]
    assert same_key(disguised) == same_key(text)
    assert look_key(disguised) == look_key(text)


def test_every_single_sign_that_nobody_sees() -> None:
    name = "广州市青禾储能技术有限公司"
    kept = [char for char in table().ignorable if same_key(char.join(name)) != same_key(name) or same_key(char)]
    assert kept == []


@given(NAME_LIKE, st.sampled_from(sorted(table().marks)), INSIDE)
def test_a_mark_on_a_chinese_character_makes_no_other_name(text: str, mark: str, at: int) -> None:
    text = f"宏达{text}"
    at = 1 + at % 2
    assert same_key(text[:at] + mark + text[at:]) == same_key(text)


def test_every_radical_is_the_character_that_it_looks_like() -> None:
    radicals = table().radicals
    assert [chr(code) for code, char in radicals.items() if same_key(f"宏{chr(code)}") != same_key(f"宏{char}")] == []
    assert set(range(0x2F00, 0x2FD6)) <= radicals.keys()


def test_of_letters_that_look_the_same_it_is_said_alone() -> None:
    assert compare("AOC显示器科技有限公司", "A0C显示器科技有限公司").reasons == (Reason.SAME_SHAPE,)


def test_nothing_that_only_looks_the_same_is_the_same() -> None:
    """It is put before a person: a brand may well be written in kana."""
    for code, char in table().confusable.items():
        a, b = f"深圳市宏{chr(code)}达电子有限公司", f"深圳市宏{char}达电子有限公司"
        found = compare(a, b)
        if same_key(a) == same_key(b):  # two cases of a letter, or two traditional characters for one
            continue
        assert found.verdict is Verdict.STRONG, (chr(code), char, found)
        assert Reason.SAME_SHAPE in found.reasons


@given(NAME_LIKE)
def test_the_eye_reads_what_it_reads(text: str) -> None:
    assert look(look(text)) == look(text)
    assert same_key(text) == "" or compare(text, look(text)).verdict in (Verdict.SAME, Verdict.STRONG)


@given(NAME_LIKE)
def test_the_same_key_of_a_same_key_is_itself(text: str) -> None:
    assert same_key(same_key(text)) == same_key(text)


@given(st.text(max_size=300))
def test_no_text_whatever_breaks_anything(text: str) -> None:
    parts = parse(text)
    assert all(reading.parts.core for reading in readings(text)) or not parts.core
    assert len(set(terms(text, parts))) == len(terms(text, parts))
    assert 0 <= compare(text, "深圳市宏达科技有限公司").score <= 1


@given(NAME_LIKE)
def test_a_name_is_the_same_as_itself_unless_it_has_no_letters(text: str) -> None:
    found = compare(text, text)
    assert (found.verdict is Verdict.SAME) == bool(same_key(text))


@given(NAME_LIKE, NAME_LIKE)
def test_the_order_of_the_names_changes_no_verdict(a: str, b: str) -> None:
    there, back = compare(a, b), compare(b, a)
    assert (there.verdict, there.score) == (back.verdict, back.score)


@given(NAME_LIKE, NAME_LIKE)
def test_only_equal_keys_are_the_same(a: str, b: str) -> None:
    assert (compare(a, b).verdict is Verdict.SAME) == (same_key(a) == same_key(b) != "")


@given(NAME_LIKE)
def test_nothing_is_lost_between_the_parts(text: str) -> None:
    parts = parse(text)
    for part in (parts.core, parts.trade, parts.legal, parts.branch):
        assert set(part) <= set(look(text))


def test_two_different_codes_are_different_customers_but_still_shown() -> None:
    name, code, other = "深圳市宏达科技有限公司", "91440300708461136T", "91440101MA59A5WF3C"
    assert compare(name, "广州星河物流", typed_code=code, known_code=code.lower()).verdict is Verdict.SAME
    found = compare(name, name, typed_code=code, known_code=other)
    assert (found.verdict, found.score) == (Verdict.DIFFERENT, 1.0)
    assert found.reasons[0] is Reason.OTHER_CODE
    assert compare(name, name, typed_code=code).verdict is Verdict.SAME


def test_an_organisation_code_is_part_of_the_credit_code() -> None:
    code = "91440300708461136T"
    assert compare("宏达", "星河", typed_code="70846113-6", known_code=code).verdict is Verdict.SAME
    assert compare("宏达", "宏达", typed_code="70846113-7", known_code=code).verdict is Verdict.DIFFERENT


def test_a_rare_brand_is_evidence_and_a_common_one_is_not() -> None:
    a, b = "北京星河科技有限公司", "深圳星河科技有限公司"
    rare = compare(a, b, bearers=lambda core: 2)
    common = compare(a, b, bearers=lambda core: 500)
    assert rare.verdict is Verdict.STRONG
    assert common.verdict is Verdict.WEAK


def test_sound_and_look() -> None:
    assert sound_key("宏达") == sound_key("大弘")
    assert sound_key("陈南") == sound_key("成蓝")
    assert look_alike("未", "末")
    assert look_alike("末", "未")
    assert not look_alike("未", "来")


def test_brands_that_are_nobodys() -> None:
    assert all(map(is_nobodys, ["国有", "中国电信", "城市", "东方", "上海", "第二建筑", "三建筑"]))
    assert not any(map(is_nobodys, ["星河", "三一", "宏达", "tcl", ""]))
    assert estimated_bearers("宏达") > estimated_bearers("德赛西威")


def test_each_trade_word_stands_in_one_group() -> None:
    source = Path(__file__).parents[2] / "domain" / "data" / "trades.txt"
    words = [
        word
        for line in source.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for word in line.lstrip("~").split()
    ]
    assert len(words) == len(set(words)) == len(trades().group)
    assert overlap("电子", "半导体") == 1
    assert overlap("电子科技", "物流") == 0


def test_invented_names_look_like_names_and_come_again() -> None:
    made = list(invented(500))
    assert made == list(invented(500))
    assert len(set(made)) == 500
    assert sum(bool(parse(name).region) for name in made) > 450
