"""Numbers and dates as people say them: what is too large to be believed is asked, a month is not a day."""

from __future__ import annotations

from tests.cast import Person, after
from tests.cast.customers import held

STAR = "深圳市星河联创电子有限公司"


async def reaches_volume(who: Person) -> None:
    await who.goes_home()
    await who.taps("报备客户")
    await who.says(STAR)
    await who.taps("跳过")  # the code
    await who.says("深圳")
    await who.says("空调")


async def test_a_volume_too_large_to_be_believed_is_asked_once(li: Person) -> None:
    await reaches_volume(li)
    await li.says("12台")
    li.sees("“12台”不是数字。年用量以万为单位，例如 120 或 3.5")
    await li.says("650000")
    li.sees("⚠ 年用量 650,000 万/年，确定吗？", "[是] [改]")
    await li.taps("改")
    li.sees("总出货量", "现为：650,000 万/年")
    await li.says("65")
    li.sees("✓ 总出货量", "在用MCU")
    li.sees_not("确定吗")


async def test_what_is_believed_goes_on(li: Person) -> None:
    await reaches_volume(li)
    await li.says("60000")
    li.sees("确定吗")
    await li.taps("是")
    li.sees("在用MCU")


async def test_a_pasted_volume_is_asked_as_well(li: Person) -> None:
    await li.goes_home()
    await li.taps("报备客户")
    await li.says(f"客户名称：{STAR}\n区域：深圳\n产品领域：空调\n总出货量：650000\n在用MCU：STM32F103")
    li.sees("确定吗", "[是] [改]")
    await li.taps("是")
    li.sees("请核对", "650,000 万/年")


async def test_a_number_said_with_a_hedge_is_taken_and_the_hedge_is_kept(li: Person, chen: Person) -> None:
    await reaches_volume(li)
    await li.says("大约20")
    li.sees("✓ 总出货量：约 20 万/年", "在用MCU")
    await li.says("STM32F103")
    await li.taps("直接核对")
    li.sees("总出货量　约 20 万/年")
    await li.taps("提交")
    chen.sees("20 万/年")
    await chen.taps("详情", on=STAR)
    chen.sees("总出货量（万/年）：大约20")


async def test_english_counts_pieces(li: Person) -> None:
    await li.speaks("English")
    await li.taps("Report customer")
    await li.says(STAR)
    await li.taps("Skip")
    await li.says("深圳")
    await li.says("空调")
    await li.says("650,000 a year")
    li.finds("Total volume: 650,000 a year")


@after(held)
async def test_a_milestone_is_told_in_words(li: Person, chen: Person) -> None:
    await li.follows_up("星河", "情况良好")
    await li.taps("添加")
    for answer in ("变频主控", "空调", "BAT32G135"):
        await li.says(answer)
    await li.taps("研发")
    await li.says("首版已出")
    await li.says("约5k")
    li.finds("✓ 年预期：约 5,000")
    await li.taps("小批")
    await li.says("春节后")
    li.sees("“春节后”不是日期，例如")
    await li.says("Q1")
    li.sees("“Q1”是 2027 年哪个月？", "[01] [02] [03]")
    await li.says("下周三")  # typing goes on
    li.sees("✓ 节点时间：12-02 周三")
    await li.says("节点：量产 明年3月 首批五千")  # in one breath
    li.sees("✓ 节点、节点时间、节点说明 3 项")
    await li.taps("修改")
    await li.picks("变频主控")
    await li.picks("变频主控")
    li.sees("节点　量产", "节点时间　2027年3月")
    await li.picks("节点　量产")
    await li.says("小批 12月")
    li.sees("✓ 节点、节点时间 2 项")
