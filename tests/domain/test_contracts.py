"""Contracts: fiscal years, what differs between two submissions, what is missing, who decides."""

from __future__ import annotations

from datetime import date

import pytest

from domain.base import policy
from domain.contracts.contracting import required_documents
from domain.contracts.differences import differences, merged
from domain.contracts.records import Flat, fiscal_year


@pytest.mark.parametrize(
    ("starts", "day", "year"),
    [
        ("01-01", date(2026, 12, 31), 2026),
        ("01-01", date(2027, 1, 1), 2027),
        ("04-01", date(2027, 3, 31), 2026),
        ("04-01", date(2027, 4, 1), 2027),
    ],
)
def test_a_fiscal_year_is_named_by_the_year_in_which_it_starts(starts: str, day: date, year: int) -> None:
    rules = policy.parse(f'[calendar]\nfiscal_year_starts = "{starts}"')
    assert fiscal_year(rules, day) == year


def test_what_differs_is_told_in_the_order_in_which_it_is_asked() -> None:
    first = {"station": "深圳", "brands": "华芯", "fax": "1"}
    second = {"station": "深圳北", "brands": "华芯", "website": "example.com"}
    assert differences(first, first) == ()
    assert differences(first, second) == (
        ("website", None, "example.com"),
        ("fax", "1", None),
        ("station", "深圳", "深圳北"),
    )


def test_the_documents_of_a_type_are_missing_until_they_are_attached() -> None:
    dealer = policy.default().contract.type("AA")
    assert required_documents(dealer, ("营业执照", "三证合一")) == ("正式合同", "法人身份证复印件", "注册登记表")
    assert required_documents(None, ()) == ()


def test_of_a_list_only_what_comes_and_goes_differs() -> None:
    licence, card = {"kind": "营业执照", "pages": ["a"]}, {"kind": "法人身份证复印件", "pages": ["b"]}
    renewed = {"kind": "营业执照", "pages": ["c"]}
    before, after = {"attachments": [licence, card]}, {"attachments": [card, renewed]}
    assert differences(before, after) == (("attachments", [licence], [renewed]),)
    assert differences(before, {"attachments": [licence]}) == (("attachments", [card], None),)


@pytest.mark.parametrize(
    ("wished", "now", "becomes"),
    [
        ({"station": "深圳北", "fax": "1"}, {"station": "深圳", "fax": "1"}, {"station": "深圳北", "fax": "1"}),
        ({"station": "深圳北", "fax": "1"}, {"station": "深圳", "fax": "2"}, {"station": "深圳北", "fax": "2"}),
        ({"station": "深圳", "fax": "1"}, {"station": "深圳东", "fax": "1"}, {"station": "深圳东", "fax": "1"}),
        ({"station": "深圳北", "fax": "1"}, {"station": "深圳东", "fax": "1"}, {"station": "深圳北", "fax": "1"}),
        ({"fax": "1"}, {"station": "深圳", "fax": "2"}, {"fax": "2"}),
    ],
)
def test_a_wish_changes_what_it_changed_and_leaves_what_has_become_otherwise(
    wished: dict[str, str], now: dict[str, str], becomes: dict[str, str]
) -> None:
    assert merged({"station": "深圳", "fax": "1"}, wished, now) == becomes


def test_a_type_is_taken_with_its_entity_and_its_level() -> None:
    base = {"entity": "华芯信息", "type": "DB", "level": "金牌分销商"}
    wished = base | {"level": "白金分销商"}
    now = {"entity": "华芯软件", "type": "ICP", "level": "认证"}
    assert merged(base, wished, now) == wished


def test_what_a_list_names_twice_and_then_once_is_gone_once() -> None:
    government, education = ({"industry": each, "industry_sales": "500"} for each in ("政府", "教育"))
    twice: Flat = {"industries": [government, government]}
    assert differences(twice, {"industries": [government, education]}) == (("industries", [government], [education]),)
    assert differences({"industries": [government]}, twice) == (("industries", None, [government]),)
