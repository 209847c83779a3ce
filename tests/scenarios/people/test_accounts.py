"""One person with several accounts: each has its own conversation, drafts and cards."""

from __future__ import annotations

import pytest

from domain.people.records import AccountType
from tests.cast import Person, Scene

STAR, LIGHT = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司"


@pytest.fixture
async def both(scene: Scene, sun: Person) -> Person:
    """孙总 is owner of 深圳南山电子 and salesperson at 广州天河微电."""
    await scene.second_account(sun, AccountType.SALESPERSON, "广州天河微电")
    await sun.goes_home()
    return sun


async def test_each_account_keeps_its_half_filled_form(both: Person) -> None:
    await both.taps("报备客户")
    await both.says(STAR)
    await both.switches_to("广州天河微电")
    assert both.toast == "已切换到 孙总（业务员 · 广州天河微电）"
    both.sees("孙总 · 广州天河微电 · 业务员")
    await both.taps("报备客户")
    await both.says(LIGHT)
    await both.taps("跳过")
    both.sees("区域")

    await both.switches_to("深圳南山电子")
    both.sees("孙总 · 深圳南山电子 · 公司主账户")
    await resumes(both, STAR)
    both.sees("统一社会信用代码")
    await both.switches_to("广州天河微电")
    await resumes(both, LIGHT)
    both.sees("区域")
    await both.goes_home()
    await both.taps("更多")
    await both.taps("草稿")
    both.sees_not(STAR)


async def test_a_report_belongs_to_the_account_that_acts(both: Person, chen: Person) -> None:
    await both.switches_to("广州天河微电")
    await both.reports(STAR)
    chen.sees("广州天河微电 · 孙总")


async def test_a_card_acts_as_the_account_that_it_was_sent_to(
    scene: Scene, li: Person, sun: Person, liu: Person, chen: Person
) -> None:
    """陈经理 is also a salesperson somewhere, and in the middle of a report there, when a card for the manager comes."""
    await scene.agency("东莞松山电子", ("何平", AccountType.SALESPERSON))
    await scene.second_account(chen, AccountType.SALESPERSON, "东莞松山电子")
    await chen.switches_to("东莞松山电子")
    await chen.taps("报备客户")
    await chen.says(LIGHT)
    await chen.taps("跳过")
    chen.sees("区域")

    await li.reports(STAR)
    chen.sees(STAR, "账户：陈经理 · 华南 · 渠道经理", "[批准]", "区域")
    await chen.taps("驳回", on=STAR)
    chen.sees("驳回原因")
    await chen.says("资料不实")
    await chen.taps("提交")
    chen.sees("已驳回 · 陈经理", "账户：陈经理 · 华南 · 渠道经理")
    li.sees("报备被驳回", "陈经理：资料不实")
    li.sees_not("账户：")
    chen.sees("区域")
    await chen.says("佛山")
    chen.sees("产品领域")


async def test_the_old_accounts_buttons_are_stale_after_switching(both: Person) -> None:
    old = both.button("报备客户")
    await both.switches_to("广州天河微电")
    await both.presses(old)
    assert "按钮已过期" in both.toast
    both.sees("广州天河微电")


async def resumes(person: Person, title: str) -> None:
    await person.goes_home()
    await person.taps("更多")
    await person.taps("草稿")
    await person.picks(title)


async def test_the_vendors_other_pages_stand_under_more_for_those_they_are_meant_for(li: Person, sun: Person) -> None:
    for person, meant in (
        (li, ["积分换奖", "渠道培训", "渠道指导"]),
        (sun, ["网上下单", "积分换奖", "渠道培训", "渠道指导"]),
    ):
        await person.taps("更多")
        addresses = links(person)
        await person.taps("下页")
        addresses |= links(person)
        assert list(addresses) == meant
        assert addresses["积分换奖"] == "https://points.huaxin.example/"


def links(person: Person) -> dict[str, str]:
    """What leads out of the chat, by its label."""
    screen = person.phone.newest
    assert screen is not None
    return {button["text"]: button["url"] for row in screen.inline for button in row if "url" in button}
