"""Headings and labels as people write them, against the policy's table of synonyms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base import labels, policy

CUSTOMER = labels.of(policy.default(), "customer")


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("客户名称", "name"),
        ("1、客户全称 *", "name"),
        ("（1）客户名称：", "name"),
        ("① 客户名称", "name"),
        ("一、客户名称", "name"),
        ("【公司名称】", "name"),
        ("客 户 名 称", "name"),
        ("客户\n名称", "name"),
        ("ＣＵＳＴＯＭＥＲ　ＮＡＭＥ", "name"),
        ("信用代码/税号", "credit_code"),
        ("所在省市", "region"),
        ("主要用料", "mcus"),
        ("代工", "factory"),
        ("年用量(片)", "volume"),
        ("年用量/片", "volume"),
        ("年用量 单位：万片", "volume"),
        ("年出货量（K/年）", "volume"),
        ("总出货量（万/年） *", "volume"),
        ("保护截止日期", "until"),
        ("保护至（格式 2027-03-31）", "until"),
        ("*代理商", "agency"),
        ("业务员", "contact"),
        ("\ufeff客户全称", "name"),
        ("客戶名稱", "name"),
    ],
)
def test_a_label_is_known_however_it_is_written(written: str, field: str) -> None:
    assert labels.fields(CUSTOMER, written) == (field,)


@pytest.mark.parametrize("written", ["", "  ", "内部评级", "联系电话", "客户名称" * 20, "1", "*", "（）"])
def test_what_is_no_label_means_nothing(written: str) -> None:
    assert labels.fields(CUSTOMER, written) == ()


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("年用量(片)", ("片",)),
        ("年用量/片", ("片",)),
        ("年用量 万片", ("万片",)),
        ("年出货量（K/年）", ("k/年",)),
        ("总出货量（万/年） *", ("万/年",)),
        ("年用量", ()),
        ("信用代码/税号", ()),
    ],
)
def test_a_unit_in_a_label_is_told(written: str, unit: tuple[str, ...]) -> None:
    assert labels.read(written).inside == unit


def test_a_word_may_mean_two_fields_and_then_says_so() -> None:
    words = {"invoice_postcode": ("邮政编码", "收票邮编"), "delivery_postcode": ("邮政编码", "收货邮编")}
    assert labels.fields(words, "邮政编码：") == ("invoice_postcode", "delivery_postcode")
    assert labels.fields(words, "收货邮编") == ("delivery_postcode",)


@pytest.mark.parametrize("matter", ["customer", "agency", "person", "mcu", "project"])
def test_no_word_of_a_list_means_two_columns(matter: str) -> None:
    words = labels.of(policy.default(), matter)
    assert {
        word: found for several in words.values() for word in several if len(found := labels.fields(words, word)) != 1
    } == {}


def test_a_deployment_writes_its_own_words() -> None:
    mine = policy.parse('[labels.customer]\nuntil = ["封存日"]\n')
    assert labels.fields(labels.of(mine, "customer"), "封存日") == ("until",)
    assert labels.fields(labels.of(mine, "customer"), "客户名称") == ("name",)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    labels.read(text)
    labels.fields(CUSTOMER, text)
