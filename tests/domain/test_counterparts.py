"""Who is meant by a line or a vCard that names somebody at a customer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base import policy
from domain.counterparts import reading, vcards
from domain.counterparts.records import CounterpartTold

POLICY = policy.default()
A, B = "+8613900139000", "+8613800138000"


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [(each.role, each.name, each.phone, each.note) for each in reading.people(text, POLICY)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("采购 王工 13900139000", [("采购", "王工", A, "")]),
        ("采购王工13900139000", [("采购", "王工", A, "")]),
        ("采购经理王建国 139 0013 9000", [("采购", "王建国", A, "")]),
        ("13900139000 李经理", [("", "李经理", A, "")]),
        ("王工", [("", "王工", "", "")]),
        ("王工、13900139000、李经理、13800138000", [("", "王工", A, ""), ("", "李经理", B, "")]),
        ("王工 13900139000 13800138000", [("", "王工", A, "138 0013 8000")]),
        ("品管 张三，+86 139-0013-9000，zhang@x.example", [("品质", "张三", A, "zhang@x.example")]),
        ("QA Mr Wang 13900139000", [("品质", "Mr Wang", A, "")]),
        ("Purchasing Jane Wang +852 9123 4567", [("采购", "Jane Wang", "+85291234567", "")]),
        ("0755-83765566转801", [("", "", "+8675583765566;ext=801", "")]),
        ("联系人：王工，电话：13900139000", [("", "王工", A, "")]),
        ("品质 李工 13900139000 下午好找", [("品质", "李工", A, "下午好找")]),
        ("采购 王工 13900139000 备注 别打晚上，也别发 微信", [("采购", "王工", A, "别打晚上，也别发 微信")]),
        ("李工，品质经理，13900139000", [("品质", "李工", A, "品质经理")]),
        ("财务 刘姐 微信同号 13900139000", [("财务", "刘姐", A, "微信同号")]),
        ("研发 A工 13900139000", [("研发", "A工", A, "")]),
        ("采购工程师 赵某 13900139000", [("采购", "赵某", A, "采购工程师")]),
        ("王工 13900139000 采购", [("采购", "王工", A, "")]),
        ("采购：王工\n电话：13900139000", [("采购", "王工", A, "")]),
        ("姓名：王工\n电话：13900139000\n角色：采购\n备注：周三 不在", [("采购", "王工", A, "周三 不在")]),
        ("采购部门没人", []),
        ("首批顺利", []),
        ("", []),
    ],
)
def test_a_line_says_who(text: str, found: list[tuple[str, str, str, str]]) -> None:
    assert told(text) == found


@given(st.text(max_size=400))
def test_whatever_is_written_nothing_breaks_and_nobody_is_without_name_and_number(text: str) -> None:
    assert all(each.name or each.phone for each in reading.people(text, POLICY))
    vcards.read(text)


def test_a_vcard_says_all_that_it_has() -> None:
    card = vcards.read(
        "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=E5=BB=BA=E5=9B=BD\r\n"
        "item1.TEL;type=pref:139 0013\r\n  9000\r\nTEL:12\r\nTEL:0755-83765566\r\nEMAIL:a@b.example\r\n"
        "ORG:星河\\, 联创;采购部\r\nTITLE:采购经理\r\nNOTE:一\\n二\r\nEND:VCARD"
    )
    assert card.name == "王建国"
    assert card.phones == (A, "+8675583765566")
    assert card.others == ("12",)
    assert (card.emails, card.company, card.title) == (("a@b.example",), "星河, 联创 采购部", "采购经理")
    who, more = reading.of_contact("", "+8613900139000", card, POLICY)
    assert who == CounterpartTold(name="王建国", phone=A, role="采购")
    assert more[:3] == ("0755-8376 5566", "12", "a@b.example")


def test_of_a_contact_without_a_number_that_can_be_called_nothing_is_lost() -> None:
    who, more = reading.of_contact("王工", "12", vcards.VCard(), POLICY)
    assert (who.name, who.phone, more) == ("王工", "", ("12",))


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=3000))
def test_what_is_written_is_one_card_that_telegram_takes(name: str, company: str, note: str) -> None:
    card = vcards.written(name, A, company=company, title="采购", note=note)
    assert len(card.encode("utf-8", "replace")) <= vcards.BYTES
    lines = card.splitlines()
    assert not card or (lines[0], lines[-1], lines.count("BEGIN:VCARD")) == ("BEGIN:VCARD", "END:VCARD", 1)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("品质工程师", "品质"),
        ("质量工程师", "品质"),
        ("QA Engineer", "品质"),
        ("采购工程师", "采购"),
        ("高级工程师", "研发"),
        ("Qatar Airways", ""),
        ("品质经理", "品质"),
        ("工程部", "研发"),
    ],
)
def test_a_title_says_the_role_by_what_it_says_most(title: str, role: str) -> None:
    assert reading.role_in(title, POLICY) == role


def test_a_title_that_is_a_role_is_no_note() -> None:
    _, more = reading.of_contact("王工", A, vcards.VCard(title="采购"), POLICY)
    assert more == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("采购 王工 13900139000 下午好找", "王工"),
        ("客户名称：星河\n采购：王工 13900139000", ""),
        ("中山市阳光灯饰厂，LED驱动，50万，采购王工 13900139000", ""),
        ("王工 13900139000、李工 13800138000", ""),
        ("王工", ""),
    ],
)
def test_a_line_that_is_nothing_else_names_one(text: str, who: str) -> None:
    found = reading.one(text, POLICY)
    assert (found.name if found is not None else "") == who
