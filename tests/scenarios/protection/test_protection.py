"""Keeping a customer: reminders with keys, extension, stage confirmation, giving up, the review of mass production."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere

STAR = "深圳市星河联创电子有限公司"


async def protected(li: Person, chen: Person) -> None:
    """李明 holds the customer until 2027-02-23."""
    await li.reports(STAR)
    await chen.approves(STAR)
    li.sees("保护至 2027-02-23")


async def asks(li: Person, months: str = "2", reason: str = "样机测试中，预计三月量产") -> None:
    """The form 申请延期, opened from wherever its key stands."""
    await li.taps("申请延期")
    await li.says(months)
    await li.says(reason)
    await li.taps("提交")


async def opens_card(li: Person) -> None:
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")


@after(protected)
async def test_an_extension_is_asked_from_the_card_and_counts_from_the_end(
    scene: Scene, li: Person, chen: Person
) -> None:
    await scene.later(days=70)
    await opens_card(li)
    await asks(li)
    li.sees("已提交延期申请", "待 陈经理 审批")
    chen.sees("申请延期 YQ-2027-00001", STAR, "没有跟进报告", "批准后：保护至 04-23", "[批准 2 个月]")
    await chen.taps("批准 2 个月")
    chen.sees("已批准 · 陈经理", "保护至 04-23")
    li.sees("延期通过", "保护至 04-23")


@after(protected)
async def test_the_manager_grants_other_months_than_were_wished_for(scene: Scene, li: Person, chen: Person) -> None:
    await opens_card(li)
    await asks(li, "6")
    await chen.taps("改月数")
    chen.sees(STAR, "保护至 2027-02-23", "申请延长 6 个月")
    await chen.says("13")
    chen.sees("一次最多 12 个月")
    await chen.says("1")
    await chen.taps("批准")
    li.sees("延长 1 个月", "保护至 2027-03-23")


@after(protected)
async def test_one_extension_at_a_time_and_it_can_be_withdrawn(scene: Scene, li: Person, chen: Person) -> None:
    await opens_card(li)
    await asks(li)
    await opens_card(li)
    li.sees("延期审批中")
    await li.taps("延期审批中")
    await li.taps("撤回")
    await li.taps("确认撤回")
    li.sees("已撤回")
    assert "批准 2 个月" not in chen.screen
    await opens_card(li)
    li.sees("[申请延期]")


@after(protected)
async def test_the_vendors_silence_costs_nobody_a_customer_and_alarms_the_head_daily(
    scene: Scene, li: Person, sun: Person, chen: Person, liu: Person
) -> None:
    await scene.later(days=90)
    await opens_card(li)
    await asks(li)
    await scene.later(days=4)  # 2027-02-25, two days past the end
    await opens_card(li)
    li.sees("保护至 02-23")
    liu.sees_not("延期申请未批")
    await scene.later(days=1)
    liu.sees("申请延期未批，已过期 3 天", STAR[:4])
    await opens_card(li)
    await li.taps("延期审批中")
    li.sees("保护至 02-23（已过期 3 天，审批期间继续受保护）")
    await liu.goes_home()
    await scene.later(days=1)
    liu.sees("已过期 4 天")
    await chen.taps("驳回", on="申请延期")
    chen.sees(STAR, "提交后客户立即进入资源池")
    await chen.says("没有跟进")
    await chen.taps("提交")
    li.sees("延期未批准", "没有跟进", "客户进入资源池")
    sun.sees("保护期已满，申请未获批准，客户进入资源池")


@everywhere
@after(protected)
async def test_after_the_last_day_the_customer_goes_to_the_pool_by_itself(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await scene.later(days=92)  # the last day, 09:41: it counts in full
    await opens_card(li)
    li.sees("保护至 02-23")
    await scene.later(days=1)
    for person in (li, sun, chen):
        person.finds("保护期已满，客户进入资源池", STAR)
    await li.goes_home()
    assert "我的客户" in li.buttons


@after(protected)
async def test_who_gives_a_customer_up_says_why(scene: Scene, li: Person, sun: Person, chen: Person) -> None:
    await opens_card(li)
    await li.taps("放弃保护")
    li.sees("客户立即进入资源池", "本公司 30 天内不能再申请该客户")
    await li.says("客户已停产")
    await li.taps("放弃保护")
    li.sees("已放弃保护")
    sun.sees("已放弃保护，客户进入资源池", "客户已停产")
    chen.sees("已放弃保护，客户进入资源池", "客户已停产")


@after(protected)
async def test_what_was_asked_for_a_customer_that_is_given_up_says_that_it_lapsed(
    scene: Scene, li: Person, chen: Person
) -> None:
    await opens_card(li)
    await asks(li)
    await li.goes_home()
    await li.taps("申请处理 (1)")
    li.sees("没有在审的报备", "[延期与阶段 (1)]")
    await opens_card(li)
    await li.taps("放弃保护")
    await li.says("客户已停产")
    await li.taps("放弃保护")
    await li.goes_home()
    await li.taps("申请处理")
    await li.taps("延期与阶段")
    await li.taps("全部")
    await li.taps("1")
    li.sees("YQ-2026-00001", "已失效：客户已不由申请方持有")


@after(protected)
async def test_a_rival_can_not_extend_or_give_up_by_a_forged_card(
    scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    await opens_card(li)
    stolen = li.button("放弃保护")
    await wang.presses(stolen)
    wang.sees_not("放弃原因", STAR)


@after(protected)
async def test_a_stage_is_confirmed_with_one_tap_and_its_milestone_brought_to_mind(
    scene: Scene, li: Person, chen: Person
) -> None:
    await li.follows_up("星河", "客户立项空调主控")
    await li.adds_project("空调主控", "空调", "BAT32G135", "研发", "样片已寄出", "5万", "打样", "2026-12-20")
    await li.taps("提交")
    chen.sees("阶段确认", "进入研发", "批准后：保护至 2027-05-23", "空调主控　研发")
    await chen.taps("确认阶段")
    li.sees("阶段确认：研发", "保护至 2027-05-23")
    await li.goes_home()
    await scene.later(days=20)
    li.sees("今日提醒", "空调主控　打样节点将到（2026-12-20）", "写跟进")
    await scene.later(days=10)
    li.finds("空调主控　打样节点已过（2026-12-20）")


@after(protected)
async def test_a_stage_that_is_confirmed_late_says_on_the_card_what_it_grants_now(
    scene: Scene, li: Person, chen: Person
) -> None:
    """Past what it would have given the customer is protected still, and the confirmation leaves time to act in."""
    await li.follows_up("星河", "客户立项空调主控")
    await li.adds_project("空调主控", "空调", "BAT32G135", "研发", "样片已寄出", "5万", "打样", "2026-12-20")
    await li.taps("提交")
    await scene.later(days=186)  # 2027-05-28
    await chen.goes_home()
    await chen.taps("待审批")
    await chen.taps("1")
    chen.sees("阶段确认", "⚠ 确认已晚，现在确认保护至 06-27（及时确认为 05-23）", "[确认阶段]")
    chen.sees_not("批准后：")
    await chen.taps("确认阶段")
    li.sees("阶段确认：研发", "保护至 06-27")


@after(protected)
async def test_a_further_stage_refused_leaves_the_nearer_one_to_be_confirmed_from_its_own_day(
    scene: Scene, li: Person, chen: Person
) -> None:
    await li.follows_up("星河", "客户立项空调主控")
    await li.adds_project("空调主控", "空调", "BAT32G135", "研发", "样片已寄出", "5万", "打样", "2026-12-20")
    await li.taps("提交")
    await scene.later(days=2)
    await li.follows_up("星河", "客户计划首批五百片")
    await li.adds_project("风机主控", "风机", "BAT32G135", "小批", "首批五百片", "5万", "小批", "2026-12-20")
    await li.taps("提交")
    chen.sees("阶段确认", "进入小批", "批准后：保护至 2027-05-25")
    await chen.taps("驳回", on="进入小批")
    chen.sees_not("资源池")
    await chen.says("没有小批订单")
    await chen.taps("提交")
    li.sees("阶段未确认", "没有小批订单", "12-25 起，新的跟进仍为小批时会再次提请确认")
    chen.finds("进入研发", "批准后：保护至 2027-05-23")
    await chen.taps("确认阶段")
    li.sees("阶段确认：研发", "保护至 2027-05-23")


@after(protected)
async def test_the_owner_who_asked_for_an_extension_hears_of_it_beside_the_contact(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await opens_card(sun)
    await asks(sun)
    await chen.taps("批准 2 个月")
    for person in (li, sun):
        person.sees("延期通过", "保护至 2027-04-23")
