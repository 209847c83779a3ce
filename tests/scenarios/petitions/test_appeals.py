"""申诉: heard by somebody other than whoever decided; accepted, it turns the decision round."""

from __future__ import annotations

from tests.cast import Person, Scene, after, wire
from tests.cast.customers import held, reported

STAR = "深圳市星河联创电子有限公司"


async def appeals(person: Person) -> None:
    await person.taps("申诉")
    await person.says("2026-08 起送样，对方研发王工可证")
    await person.taps("提交")
    person.sees("已提交申诉 SS-2026-00001")


@wire
@after(held)
async def test_an_accepted_appeal_hands_the_customer_to_who_was_right(
    scene: Scene, li: Person, wang: Person, chen: Person, liu: Person
) -> None:
    await wang.taps("报备客户")
    await wang.says(STAR)
    wang.sees("暂不可报备", "[申诉]")
    await appeals(wang)
    wang.sees("刘经理")
    liu.sees("申诉 SS-2026-00001", STAR, "广州天河微电 · 王芳", "现由 深圳南山电子 李明 持有", "批准报备")
    chen.finds_not("SS-2026-00001")
    await liu.taps("申诉成立")
    wang.sees("申诉成立", "请在", "前提交报备")
    li.sees("不再持有该客户")

    await li.goes_home()
    await li.taps("报备客户")
    await li.says(STAR)
    li.sees("暂不可报备")
    await wang.goes_home()
    await wang.reports(STAR)
    wang.sees("已提交")


@after(reported)
async def test_a_dismissed_appeal_changes_nothing(li: Person, wang: Person, chen: Person, liu: Person) -> None:
    await wang.reports(STAR)
    await chen.approves(STAR)
    wang.sees("该客户的更早报备已获批准", "[申诉]")
    await appeals(wang)
    await liu.goes_home()
    await liu.taps("待审批")
    liu.sees(STAR, "申诉 · 广州天河微电 王芳")
    await wang.goes_home()
    wang.sees("[申请处理 (1)]")
    await wang.taps("申请处理")
    wang.sees("[申诉与更正 (1)]")
    await wang.taps("申诉与更正")
    wang.sees("进行中 1", f"1 {STAR}", "申诉 · ⏳ 待答复 · SS-2026-00001")
    wang.sees_not("· 王芳")  # nobody reads his own name
    await wang.taps("1")
    wang.sees("申诉 SS-2026-00001", "⏳ 待答复", "待 刘经理 审批", "[撤回]")
    wang.sees_not("李明", "深圳南山电子")
    await liu.taps("维持原决定", on="申诉 SS-2026-00001")
    await liu.says("李明的报备在先")
    await liu.taps("提交")
    wang.sees("维持原决定 SS-2026-00001", "李明的报备在先")
    liu.sees("⛔ 维持原决定 · 刘经理")
    await wang.goes_home()
    await wang.taps("申请处理")
    await wang.taps("申诉与更正")
    wang.sees("没有申请")
    await wang.taps("全部")
    wang.sees("全部 1", "⛔ 维持原决定")
    await wang.goes_home()
    await wang.taps("报备客户")
    await wang.says(STAR)
    wang.sees("暂不可报备")


@after(held)
async def test_who_gives_the_customer_up_meanwhile_is_on_the_judges_card_no_longer(
    li: Person, wang: Person, qian: Person, chen: Person, liu: Person
) -> None:
    await wang.taps("报备客户")
    await wang.says(STAR)
    await appeals(wang)
    liu.sees("现由 深圳南山电子 李明 持有")
    await li.opens_customer("星河")
    await li.taps("放弃保护")
    await li.says("客户已停产")
    await li.taps("放弃保护")
    liu.sees("申诉 SS-2026-00001", "成立后：5 个工作日内仅 王芳 可报备")
    liu.sees_not("现由", "失去该客户")


@after(held)
async def test_one_appeal_at_a_time(li: Person, wang: Person, qian: Person, chen: Person) -> None:
    for person in (wang, qian):
        await person.taps("报备客户")
        await person.says(STAR)
        await person.taps("申诉")
        if person is wang:
            await person.says("我们先接触的，有邮件为证")
            await person.taps("提交")
    qian.sees("申诉 SS-2026-00001 正在处理")  # before a word was written
    qian.sees_not("申诉理由")


@after(held)
async def test_the_reservation_ends_by_itself(
    scene: Scene, li: Person, wang: Person, chen: Person, liu: Person
) -> None:
    await wang.taps("报备客户")
    await wang.says(STAR)
    await appeals(wang)
    await liu.taps("申诉成立")
    await scene.later(days=9)
    await li.goes_home()
    await li.reports(STAR)
    li.sees("已提交")


@after(held)
async def test_the_judge_sees_who_came_when_however_much_was_written_since(
    li: Person, wang: Person, chen: Person, liu: Person
) -> None:
    for volume in range(10):
        await li.goes_home()
        await li.taps("我的客户")
        await li.picks(STAR[:5])
        await li.taps("更正资料")
        await li.taps("修改")
        await li.taps("5")
        await li.says(f"{200 + volume}")
        await li.taps("提交")
    await wang.taps("报备客户")
    await wang.says(STAR)
    await appeals(wang)
    liu.sees("李明　提交报备", "陈经理　批准报备")
    liu.sees_not("更正资料")
    await liu.taps("详情")
    liu.sees("提交报备", "更正资料")
    await liu.taps("全部经过")
    await liu.taps("下页")
    liu.sees("提出申诉")


@after(reported)
async def test_an_appeal_is_taken_back_before_anybody_judged_it(
    li: Person, wang: Person, chen: Person, liu: Person
) -> None:
    await wang.reports(STAR)
    await chen.approves(STAR)
    await appeals(wang)
    liu.sees("[申诉成立]")
    await wang.goes_home()
    await wang.taps("申请处理")
    await wang.taps("申诉与更正")
    await wang.taps("1")
    await wang.taps("撤回")
    await wang.taps("确认撤回")
    wang.sees("SS-2026-00001", "已撤回")
    liu.finds("已撤回", "SS-2026-00001")
    assert "申诉成立" not in liu.buttons_on("SS-2026-00001")
    await li.goes_home()
    await li.taps("我的客户")
    li.sees(STAR)
