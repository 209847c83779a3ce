"""退回修改: only what is named is asked again, and the place in the line is kept for two working days."""

from __future__ import annotations

from tests.cast import Person, Scene, everywhere

STAR = "深圳市星河联创电子有限公司"


async def test_only_the_named_fields_are_asked_again(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.taps("退回修改", on=STAR)
    await chen.says("总出货量、客户背景")
    chen.sees("修改说明")
    await chen.says("请写明终端年产量")
    await chen.taps("提交")
    li.sees(
        "退回修改 BB-2026-00001",
        "请修改：总出货量（万/年）、客户背景",
        "陈经理：请写明终端年产量",
        "前交回，保留原排队时间",
    )

    await li.taps("修改并交回")
    li.sees("修改 1/2 · 陈经理：请写明终端年产量", "总出货量", "现为：120")
    await li.says("150")
    li.sees("修改 2/2 · 陈经理：请写明终端年产量", "客户背景")
    await li.says("2010 年成立，注册资本 5000 万")
    li.sees("请核对", "陈经理：请写明终端年产量", "150", "STM32F103")
    assert li.buttons.index("提交") < li.buttons.index("回复陈经理")
    await li.taps("回复陈经理")
    await li.says("含二期产线")
    li.sees("请核对", "回复审批人　含二期产线")
    await li.taps("提交")
    li.sees("已交回 BB-2026-00001", "陈经理")
    chen.sees(STAR, "150 万/年", "李明：含二期产线", "[批准]")
    await chen.approves(STAR)
    li.sees("报备通过 BB-2026-00001", "前写第一份跟进", "[写跟进] [客户卡片] [主页]")


async def test_who_mends_in_time_keeps_the_place(scene: Scene, li: Person, wang: Person, chen: Person) -> None:
    await li.reports(STAR)
    await wang.reports(STAR)
    await chen.returns(STAR, "在用MCU")
    assert wang.count("轮到您的报备") == 0, "those behind wait for the one who mends"
    await scene.later(days=1)
    await mends(li)
    li.sees("已交回", "陈经理")
    await chen.approves("深圳南山电子 · 李明")
    wang.sees("暂不可报备")


@everywhere
async def test_who_mends_too_late_comes_back_at_the_end(scene: Scene, li: Person, wang: Person, chen: Person) -> None:
    await li.reports(STAR)
    await wang.reports(STAR)
    await chen.returns(STAR, "在用MCU")
    await scene.later(days=1, hours=23)
    assert wang.count("轮到您的报备") == 0, "two working days aren't over"
    await scene.later(hours=2)
    li.sees("未按时交回", "从队尾重新排队")
    wang.sees("轮到您的报备")
    await mends(li)
    li.sees("已交回", "轮到时马上通知")
    await chen.approves("广州天河微电 · 王芳")
    li.sees("暂不可报备")


async def test_days_off_do_not_count_for_the_place(scene: Scene, li: Person, wang: Person, chen: Person) -> None:
    await scene.later(days=4)  # Friday
    await li.reports(STAR)
    await wang.reports(STAR)
    await chen.returns(STAR, "在用MCU")
    await scene.later(days=3)  # Monday, the same hour: one working day went by
    assert wang.count("轮到您的报备") == 0
    await scene.later(days=1, hours=1)
    wang.sees("轮到您的报备")


async def test_mended_to_another_name_it_is_checked_as_that_customer(li: Person, wang: Person, chen: Person) -> None:
    await wang.reports("佛山市启明电机有限公司")
    await li.reports(STAR)
    await chen.returns("深圳南山电子 · 李明", "客户名称", reason="请核对全称")
    await li.taps("修改并交回")
    await li.says("佛山市启明电机有限公司")
    li.sees("需人工核实")
    await li.taps("继续")
    await li.taps("提交")
    li.sees("已交回", "轮到时马上通知")
    await chen.rejects("广州天河微电 · 王芳")
    li.sees("轮到您的报备")


async def test_a_return_names_at_least_one_field(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.taps("退回修改", on=STAR)
    chen.sees(f"{STAR} · 深圳南山电子 李明", "要修改的内容")
    await chen.says("没有")
    chen.sees(f"{STAR} · 深圳南山电子 李明", "要修改的内容")
    assert li.count("退回修改") == 0


async def test_a_returned_report_can_be_withdrawn(li: Person, wang: Person, chen: Person) -> None:
    await li.reports(STAR)
    await wang.reports(STAR)
    await chen.returns(STAR, "在用MCU")
    await li.withdraws(STAR)
    wang.sees("轮到您的报备")
    await li.taps("修改并交回", on="请修改") if "修改并交回" in li.phone.printed(30) else None
    li.sees_not("请核对")


async def mends(person: Person) -> None:
    await person.taps("修改并交回", on="退回修改")
    await person.says("GD32F303")
    await person.taps("提交")
