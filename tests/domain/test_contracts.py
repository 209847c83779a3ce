"""Contracts: fiscal years, what differs between two submissions, what is missing, who decides."""

from __future__ import annotations

from datetime import date

import pytest

from domain.base import policy
from domain.contracts.contracting import required_documents
from domain.contracts.records import fiscal_year
from domain.contracts.views import differences


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


def test_what_isnt_said_alike_differs() -> None:
    first = {"station": "深圳", "brands": "华芯", "fax": "1"}
    second = {"station": "深圳北", "brands": "华芯", "website": "example.com"}
    assert differences(first, first) == ()
    assert differences(first, second) == (
        ("station", "深圳", "深圳北"),
        ("fax", "1", None),
        ("website", None, "example.com"),
    )


def test_the_documents_of_a_type_are_missing_until_they_are_attached() -> None:
    dealer = policy.default().contract.type("AA")
    assert required_documents(dealer, ("营业执照", "三证合一")) == ("正式合同", "法人身份证复印件", "注册登记表")
    assert required_documents(None, ()) == ()
