"""周助理 logs orders for two agencies: what she answers, and whom she names, may be the other one's."""

from __future__ import annotations

from domain.people.records import AccountType
from tests.cast import Person, Scene, after
from tests.scenarios.orders.files import figures
from tests.scenarios.orders.office import STAR, stocked

SAID = "星河 变频空调主控 5k 3.2元 批次 A12 昨天"
OTHER = "广州天河微电"


async def acts_for_two(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:
    await stocked(scene, li, chen)
    await scene.second_account(zhou, AccountType.ASSISTANT, OTHER)


async def test_a_reply_to_a_card_of_the_other_agency_acts_as_its_account(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await acts_for_two(scene, li, zhou, chen)
    await zhou.says(SAID)
    await zhou.switches_to(OTHER)
    await zhou.replies("请核对订单 #1", "改1500")
    zhou.sees("#1", "1,500 片")
    await zhou.taps("确认")
    assert await figures(scene) == [("DD-2026-00001", "logged", 1500)]


async def test_a_reply_to_a_logged_order_of_the_other_agency_acts_as_its_account(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await acts_for_two(scene, li, zhou, chen)
    await zhou.says(SAID)
    await zhou.taps("确认")
    await zhou.switches_to(OTHER)
    await zhou.replies("已录入 DD-2026-00001", "改6k")
    zhou.sees("更正 DD-2026-00001？", "6,000 片 × 3.20 元")


async def test_a_reply_to_a_request_of_the_other_account_is_a_comment_as_that_one_and_decides_nothing(
    scene: Scene, li: Person, chen: Person, liu: Person
) -> None:
    await scene.agency("东莞松山电子", ("何平", AccountType.SALESPERSON))
    await scene.second_account(chen, AccountType.SALESPERSON, "东莞松山电子")
    await chen.switches_to("东莞松山电子")
    await li.reports(STAR)
    await chen.replies(STAR, "同意")
    chen.sees("点评 · 请核对", "点评内容　同意")
    await chen.taps("提交")
    chen.sees("已发送")
    li.sees("陈经理 点评 BB-2026-00001", "同意")
    chen.finds("[批准]")
    li.finds_not("报备通过")


async def test_a_reply_to_a_message_that_was_sent_to_the_other_account_and_takes_no_words_says_whose_it_is(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await scene.second_account(li, AccountType.SALESPERSON, OTHER)
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()
    await li.switches_to(OTHER)
    await sun.says("星河联创")
    for each in ("1", "移交", "孙总"):
        await sun.taps(each)
    await li.replies("已将您的", "同意")
    li.sees("您回复的消息属于 李明（业务员 · 深圳南山电子）", "[切换账户]")
    await li.taps("切换账户")
    li.sees("李明 · 深圳南山电子 · 业务员")


async def test_an_order_for_a_customer_of_the_other_agency_says_whose_he_is(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    await acts_for_two(scene, li, zhou, chen)
    await zhou.switches_to(OTHER)
    await zhou.says("星河 变频空调主控 1k 3.15")
    zhou.sees("这是 周助理（助理 · 深圳南山电子）的客户", "没有录入", "[切换账户]")
    await zhou.taps("切换账户")
    zhou.sees("周助理 · 深圳南山电子")


@after(stocked)
async def test_an_entry_that_is_typed_while_a_card_is_open_opens(
    scene: Scene, li: Person, zhou: Person, chen: Person
) -> None:
    for said, shown in (("我的客户", STAR), ("销售记录", "销售记录"), ("草稿", "草稿")):
        await zhou.says(SAID)
        await zhou.says(said)
        zhou.sees(shown)
        zhou.sees_not("未识别")
