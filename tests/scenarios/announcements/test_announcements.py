"""公告: written, broadcast, read or not, the rest reminded; what must be read stands in front of home."""

from __future__ import annotations

from tests.cast import Person, Scene


async def announces(chen: Person, heading: str, *, must_read: bool, files: tuple[tuple[str, bytes], ...] = ()) -> None:
    await chen.goes_home()
    await chen.taps("公告")
    await chen.taps("写公告")
    await chen.says(heading)
    await chen.says("12 月起执行新价格，请各公司转告。")
    for name, content in files:
        await chen.sends(name, content)
    await chen.taps("完成" if files else "跳过")
    for _ in range(4):
        if "是" in chen.buttons:
            break
        await chen.taps("跳过")
    await chen.taps("是" if must_read else "否")
    await chen.taps("发布")


async def leave(owner: Person, *names: str) -> None:
    """Deactivated one after another; what they held goes to the owner."""
    for name in names:
        await owner.goes_home()
        await owner.taps("人员管理")
        await owner.picks(name)
        await owner.taps("停用")
        if "移交给" in owner.view:
            await owner.picks(owner.name)
        await owner.taps("确认停用")


async def test_what_must_be_read_stands_in_front_of_home_one_after_another(
    scene: Scene, li: Person, chen: Person
) -> None:
    await announces(chen, "价格调整", must_read=True)
    await announces(chen, "展会通知", must_read=True)
    await scene.later(minutes=1)
    li.sees("📢 价格调整", "12 月起执行新价格", "陈经理")
    await li.goes_home()
    li.sees("📢 价格调整", "[我已阅读]")
    li.sees_not("我的客户")
    await li.taps("我已阅读", times=2)
    li.sees("📢 展会通知")  # a tap too many reads no other one
    await li.taps("我已阅读")
    li.sees("我的客户")
    assert "我已阅读" not in li.buttons_on("价格调整") + li.buttons_on("展会通知")


async def test_the_author_sees_who_has_read_and_reminds_the_rest(
    scene: Scene, li: Person, sun: Person, wang: Person, chen: Person
) -> None:
    await announces(chen, "价格调整", must_read=False)
    await scene.later(minutes=1)
    await scene.later(minutes=1)
    await li.taps("我已阅读", on="价格调整")
    await chen.goes_home()
    await chen.taps("公告")
    await chen.taps("我发布的")
    await chen.taps("1")
    chen.sees("价格调整", "已读 1/")
    await chen.taps("未读名单")
    chen.sees("深圳南山电子 孙总", "广州天河微电 王芳")
    chen.sees_not("李明")
    await leave(sun, "李明", "周助理")
    await chen.taps("未读名单")
    chen.sees("已读 1/", "深圳南山电子 孙总")
    chen.sees_not("周助理")
    await chen.taps("提醒未读")
    assert "将提醒" in chen.toast
    await chen.taps("提醒未读")
    assert "今天已提醒过" in chen.toast
    await chen.taps("正文")
    chen.sees("12 月起执行新价格")
    await li.goes_home()
    await scene.later(minutes=1)
    sun.sees("公告未读", "价格调整", "[阅读]")
    li.sees_not("公告未读")


async def test_before_anybody_has_it_nobody_is_to_be_reminded(scene: Scene, chen: Person) -> None:
    await scene.later(hours=12)  # 21:41
    await announces(chen, "价格调整", must_read=False)
    await chen.taps("查看")
    chen.sees("已送达 0/", "[正文]")
    assert "提醒未读" not in chen.buttons


async def test_an_announcement_waits_for_the_end_of_quiet_hours(scene: Scene, li: Person, chen: Person) -> None:
    await scene.later(hours=12)  # 21:41
    await announces(chen, "价格调整", must_read=False)
    await scene.later(minutes=1)
    li.finds_not("价格调整")
    await scene.later(hours=11)
    li.sees("价格调整")


async def test_a_file_comes_when_it_is_asked_for(scene: Scene, li: Person, chen: Person) -> None:
    await announces(chen, "价格调整", must_read=False, files=(("价格表.txt", "BAT32G135 3.2 元".encode()),))
    await scene.later(minutes=1)
    await li.taps("📎 价格表.txt", on="价格调整")
    li.sees("价格表.txt")


async def test_a_salesperson_announces_nothing(li: Person) -> None:
    await li.goes_home()
    await li.taps("公告")
    li.sees("还没有公告")
    assert "写公告" not in li.buttons


async def test_a_manager_speaks_to_his_own_unit_alone(scene: Scene, li: Person, chen: Person) -> None:
    east = await scene.manager("高经理", "华东")
    await announces(east, "华东通知", must_read=False)
    await scene.later(minutes=1)
    li.finds_not("华东通知")
    chen.finds_not("华东通知")


async def test_who_comes_back_in_the_night_is_answered_at_once_and_hears_the_news_in_the_morning(
    scene: Scene, li: Person, chen: Person
) -> None:
    scene.sandbox.world.people[li.chat].blocked = True  # of which the bot hears nothing until it writes to him
    await announces(chen, "价格调整", must_read=False)
    await scene.later(minutes=1)
    await scene.later(hours=14)  # 23:42
    await li.opens()
    li.sees("报备客户")
    li.finds_not("价格调整")
    await scene.later(hours=9)
    li.sees("价格调整")


async def test_who_lost_his_phone_finds_what_was_announced_meanwhile_and_who_never_came_does_not(
    scene: Scene, li: Person, sun: Person, chen: Person, wu: Person
) -> None:
    await sun.invites("吴桐", "业务员")
    newcomer = sun.link
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.picks("李明")
    await sun.taps("重发邀请链接")
    await sun.taps("换绑并发链接")
    link = sun.link
    await announces(chen, "价格调整", must_read=True)
    await scene.later(minutes=1)
    li.finds_not("价格调整")
    phone = scene.add("李明（新手机）")
    await phone.opens(link)
    await phone.taps("确认加入")
    phone.sees("📢 价格调整", "[我已阅读]")
    await wu.opens(newcomer)
    await wu.taps("确认加入")
    wu.sees("[报备客户]")
