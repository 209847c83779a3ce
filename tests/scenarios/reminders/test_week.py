"""The week's beginning: a picture and a line to owners and managers, once, outside of quiet hours."""

from __future__ import annotations

from tests.cast import Person, Scene, after, everywhere
from tests.cast.contracts import worked
from tests.scenarios.orders.test_logging import logs, star
from tests.scenarios.statistics.test_pictures import pictures


async def monday(scene: Scene) -> None:
    """From Thursday 2026-11-26 to the next Monday, on which the pictures are drawn and told."""
    await scene.later(days=4)
    await worked(scene)
    await scene.later(minutes=1)


@everywhere
@after(star)
async def test_owner_and_manager_get_a_picture_and_a_line(
    scene: Scene, li: Person, zhou: Person, sun: Person, chen: Person, qian: Person
) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    await monday(scene)
    for person in (sun, chen):
        person.finds("本周　7 天内 1 个项目有更新")
        assert len(pictures(person)) == 1, "one message"
    assert not any(map(pictures, (li, zhou))), "nobody else"
    assert not pictures(qian), "nor who has no customers"
    await scene.later(days=2)
    await worked(scene)
    await scene.later(minutes=1)
    assert len(pictures(sun)) == 1, "once a week"


@after(star)
async def test_from_the_picture_one_goes_to_the_board_and_to_other_figures(
    scene: Scene, zhou: Person, sun: Person
) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    await monday(scene)
    await sun.taps("看板", on="本周")
    sun.sees("看板 · 按业务员 · 在保 1")
    await sun.taps("金额", on="本周")
    await worked(scene)
    sun.sees("合计 16,000.00 元")
    assert len(pictures(sun)) == 1, "in its place"


@after(star)
async def test_the_line_tells_how_far_the_quarters_target_is(
    scene: Scene, zhou: Person, sun: Person, chen: Person
) -> None:
    await logs(zhou, quantity="5000", price="3.2")
    await chen.goes_home()
    await chen.says("本季度 目标")
    await chen.taps("目标")
    await chen.taps("定目标")
    await chen.taps("数量")
    await chen.says("2万")
    await chen.taps("提交")
    await monday(scene)
    chen.finds("本周　2026年 Q4 目标 20,000 片，完成 25%，还差 15,000 片 · 7 天内 1 个项目有更新")
    sun.finds("本周　7 天内 1 个项目有更新")


@after(star)
async def test_the_line_tells_what_is_expected_of_this_month_and_the_next(
    scene: Scene, sun: Person, chen: Person
) -> None:
    await scene.later(days=95)  # Monday 2027-03-01, from which the project is 量产
    await worked(scene)
    await scene.later(minutes=1)
    for person in (sun, chen):
        person.finds("本周　标准预期 本月还有 3,958 片，下月 3,958 片（近三月均值 0） · 7 天内没有项目更新")


@after(star)
async def test_what_is_not_drawn_in_its_week_is_not_told_in_the_next(scene: Scene, sun: Person) -> None:
    await scene.later(days=4)
    await scene.later(days=7)
    await worked(scene)
    await scene.later(minutes=1)
    sun.finds("本周　7 天内没有项目更新")
    assert len(pictures(sun)) == 1


@after(star)
async def test_the_week_in_english(scene: Scene, sun: Person) -> None:
    await sun.speaks("English")
    await monday(scene)
    sun.finds("This week: 1 project updated in 7 days", "[Board]")


@after(star)
async def test_the_line_tells_who_is_silent_and_what_ends(scene: Scene, sun: Person, chen: Person) -> None:
    await scene.later(days=18)  # Monday 2026-12-14
    await worked(scene)
    await scene.later(minutes=1)
    for person in (sun, chen):
        person.finds("本周　7 天内没有项目更新 · ⏰ 1 个客户跟进逾期")
