"""A message cut into labelled pieces, however it is written; no character is read twice, none is left out."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.core.cut_tables import Piece
from dialogs.core.cutting import cut
from domain.base.labels import read

KNOWN = frozenset(
    read(each).plain
    for each in (
        "客户名称",
        "客户全称",
        "区域",
        "所在地",
        "年用量",
        "型号",
        "背景",
        "单价(元, 含税)",
        "Customer name",
        "Region",
        "电话",
        "项目",
    )
)


def known(label: str) -> bool:
    return read(label).plain in KNOWN


def free(label: str) -> bool:
    return read(label).plain == "背景"


def pairs(text: str) -> list[tuple[str, str]]:
    return [(each.label, each.value) for each in cut(text, known, free)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("客户名称:深圳星河", [("客户名称", "深圳星河")]),
        ("客户名称 ： 深圳星河 ", [("客户名称", "深圳星河")]),
        ("客户名称=深圳星河", [("客户名称", "深圳星河")]),
        ("客户名称 = 深圳星河", [("客户名称", "深圳星河")]),
        ("客户名称　深圳星河", [("客户名称", "深圳星河")]),
        ("客户名称 深圳星河", [("客户名称", "深圳星河")]),
        ("客户名称  深圳星河", [("客户名称", "深圳星河")]),
        ("1、客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("1.客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("1. 客户名称 深圳星河", [("客户名称", "深圳星河")]),
        ("(1)客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("（1） 客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("1）客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("①客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("一、客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("- 客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("· 客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("* 客户名称：深圳星河", [("客户名称", "深圳星河")]),
        ("【客户名称】深圳星河", [("客户名称", "深圳星河")]),
        ("【客户名称】：深圳星河", [("客户名称", "深圳星河")]),
        ("【客户名称：深圳星河】", [("客户名称", "深圳星河")]),
        ("[客户名称] 深圳星河", [("客户名称", "深圳星河")]),
        ("1、【客户名称】深圳星河", [("客户名称", "深圳星河")]),
        ("客户名称*：深圳星河", [("客户名称*", "深圳星河")]),
        ("年用量（万/年）：120", [("年用量（万/年）", "120")]),
        ("单价(元, 含税)：3.2", [("单价(元, 含税)", "3.2")]),
        ("Customer name: Acme Ltd", [("Customer name", "Acme Ltd")]),
        ("customer name Acme Ltd", [("customer name", "Acme Ltd")]),
        ("客户名称：深圳星河，区域：深圳；年用量：120万", [("客户名称", "深圳星河"), ("区域", "深圳"), ("年用量", "120万")]),
        ("客户名称：深圳星河 区域：深圳 年用量：120万", [("客户名称", "深圳星河"), ("区域", "深圳"), ("年用量", "120万")]),
        ("客户名称 深圳星河 区域 深圳 年用量 120万", [("客户名称", "深圳星河"), ("区域", "深圳"), ("年用量", "120万")]),
        ("客户名称 深圳星河，区域 深圳", [("客户名称", "深圳星河"), ("区域", "深圳")]),
        ("客户名称：深圳星河,区域:深圳,年用量=5k", [("客户名称", "深圳星河"), ("区域", "深圳"), ("年用量", "5k")]),
        ("1、客户名称：深圳星河 2、区域：深圳", [("客户名称", "深圳星河"), ("区域", "深圳")]),
        ("【客户名称】深圳星河【区域】深圳", [("客户名称", "深圳星河"), ("区域", "深圳")]),
        ("型号：STM32F103、GD32F303", [("型号", "STM32F103、GD32F303")]),
        ("型号：STM32F103，GD32F303", [("型号", "STM32F103，GD32F303")]),
        ("背景：2010年成立，注册资本5000万，电话 不便", [("背景", "2010年成立，注册资本5000万，电话 不便")]),
        ("背景：2010年成立，电话：123", [("背景", "2010年成立"), ("电话", "123")]),
        ("客户名称：\n区域：深圳", [("客户名称", ""), ("区域", "深圳")]),
        ("电话13800138000", [("电话", "13800138000")]),
        ("客户名称：深圳星河\n电话13800138000 年用量1200000个", [("客户名称", "深圳星河"), ("电话", "13800138000"), ("年用量", "1200000个")]),
        ("电话打过了", [("", "电话打过了")]),
        ("客户名称：\n深圳星河\n区域：\n深圳", [("客户名称", "深圳星河"), ("区域", "深圳")]),
        ("客户名称：深圳星河\n电话：\n0755-8376 5566", [("客户名称", "深圳星河"), ("电话", "0755-8376 5566")]),
        ("客户名称：深圳星河\n区域：\n客户很急", [("客户名称", "深圳星河"), ("区域", ""), ("", "客户很急")]),
        ("星座：狮子", [("星座", "狮子")]),
        ("陈经理你好", [("", "陈经理你好")]),
        ("陈经理你好，客户名称：深圳星河", [("", "陈经理你好"), ("客户名称", "深圳星河")]),
        ("客户名称\t深圳星河", [("客户名称", "深圳星河")]),
        ("客户名称\t深圳星河\t区域\t深圳", [("客户名称", "深圳星河"), ("区域", "深圳")]),
        ("1\t客户名称\t深圳星河\n2\t区域\t深圳", [("客户名称", "深圳星河"), ("区域", "深圳")]),
        ("客户名称\t区域\t年用量\n深圳星河\t深圳\t120", [("客户名称", "深圳星河"), ("区域", "深圳"), ("年用量", "120")]),
        ("客户名称\t备忘\t区域\n深圳星河\t急\t深圳", [("客户名称", "深圳星河"), ("备忘", "急"), ("区域", "深圳")]),
        ("客户名称\t区域\n深圳星河\t\n东莞宏图\t东莞", [("客户名称", "深圳星河"), ("客户名称", "东莞宏图"), ("区域", "东莞")]),
        ('客户名称\t背景\n深圳星河\t"第一行\n第二 ""好"" 行"', [("客户名称", "深圳星河"), ("背景", '第一行\n第二 "好" 行')]),
    ],
)  # fmt: skip
def test_a_line_is_understood_however_it_is_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\t",
        '"\t"',
        '"\t' * 2000,
        "【" * 4000,
        "a " * 2000,
        "客户名称：" * 1300,
        "1、" * 1300,
        "： " * 2000,
        "客户名称" + " " * 4000 + "x",
        "\t".join(["客户名称"] * 1300),
        "客户名称 区域 年用量, " * 300,
    ],
    ids=lambda text: f"{text[:8]!r} {len(text)}",
)
def test_no_text_raises_or_takes_long(text: str) -> None:
    begun = process_time()
    cut(text, known, free)
    assert process_time() - begun < 1


SNIPPETS = (
    *(
        "客户名称",
        "区域",
        "背景",
        "Customer name",
        "型号",
        "星座",
        "电话 ",
        "1、",
        "①",
        "(2) ",
        "- ",
        "【",
        "】",
        "[区域]",
        "：",
        ":",
        "=",
        "　",
        "  ",
    ),
    *(
        "\t",
        "\n",
        "\r\n",
        "，",
        "；",
        ",",
        "。",
        "|",
        '"',
        '"x\ny"',
        "深圳星河",
        "120万",
        "a b",
        "\u200b",
        "\ud800",
        "é",
        " ",
    ),
)
TEXTS = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=6), max_size=30).map("".join)


def covered(text: str, pieces: list[Piece]) -> list[int]:
    return [place for each in pieces for place in range(each.start, each.end)]


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_no_character_is_used_twice_and_none_is_dropped(text: str) -> None:
    pieces = cut(text, known, free)
    places = covered(text, pieces)
    assert len(places) == len(set(places))
    headed = any(each.row for each in pieces)
    rest = "".join(char for place, char in enumerate(text) if place not in set(places))
    # between the pieces stand separators and running numbers, and of a table the heading row
    meant = [char for char in rest if char.isalnum()]
    assert headed or all(char.isdigit() or char in "①一二三四五六七八九十" or char.isnumeric() for char in meant)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_value_stands_in_the_text_as_it_was_written(text: str) -> None:
    for each in cut(text, known, free):
        raw = text[each.start : each.end]
        assert all(part in raw or part in raw.replace('""', '"') for part in each.value.split())
        assert each.label in text
