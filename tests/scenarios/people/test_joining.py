"""Invitations: one link, one person, once."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, String, Text, cast, inspect, select

from storage.engine.metadata import metadata
from tests.cast import Person, Scene, after, everywhere, wire
from tests.cast.customers import reported

STAR = "深圳市星河联创电子有限公司"


@wire
async def test_a_colleague_joins_by_a_link(scene: Scene, sun: Person, wu: Person) -> None:
    await sun.invites("吴桐", "业务员")
    sun.sees("已为 吴桐 生成邀请", "72 小时内有效，只能用一次")
    await wu.opens()
    wu.sees("使用邀请链接加入")
    await wu.opens(sun.link)
    wu.sees("确认加入", "吴桐", "深圳南山电子", "业务员")
    await wu.taps("确认加入")
    assert "已加入" in wu.toast
    wu.sees("吴桐 · 深圳南山电子 · 业务员", "[报备客户]")
    sun.sees("吴桐（业务员）已加入", "[撤销]")


async def test_looking_at_a_link_does_not_use_it_up(scene: Scene, sun: Person, wu: Person) -> None:
    await sun.invites("吴桐", "业务员")
    link = sun.link
    await wu.opens(link)
    await wu.taps("不是我")
    wu.sees_not("确认加入")
    await wu.opens(link)
    await wu.taps("确认加入")
    wu.sees("吴桐 · 深圳南山电子")


async def test_a_link_opens_once(scene: Scene, sun: Person, wu: Person) -> None:
    await sun.invites("吴桐", "业务员")
    other = scene.add("郑某")
    await wu.opens(sun.link)
    await other.opens(sun.link)
    other.sees("确认加入")
    await wu.taps("确认加入")
    await other.taps("确认加入")
    other.sees("邀请链接无效或已过期")
    other.sees_not("吴桐 · 深圳南山电子")
    await other.opens(sun.link)
    other.sees("邀请链接无效或已过期", "主页")
    other.sees_not("南山", "[确认加入]")


@everywhere
async def test_of_two_who_confirm_at_once_one_joins(scene: Scene, sun: Person, wu: Person) -> None:
    await sun.invites("吴桐", "业务员")
    other = scene.add("郑某")
    for person in (wu, other):
        await person.opens(sun.link)
    async with scene.at_once():
        await wu.taps("确认加入")
        await other.taps("确认加入")
    joined = [person for person in (wu, other) if person.count("吴桐 · 深圳南山电子")]
    assert len(joined) == 1
    assert sun.count("吴桐（业务员）已加入") == 1


async def test_a_link_expires(scene: Scene, sun: Person, wu: Person) -> None:
    await sun.invites("吴桐", "业务员")
    await scene.later(hours=71)
    await wu.opens(sun.link)
    wu.sees("确认加入")
    await scene.later(hours=2)
    await wu.taps("确认加入")
    wu.sees("邀请链接无效或已过期")


async def test_a_new_link_revokes_the_older_one(scene: Scene, sun: Person, wu: Person) -> None:
    await sun.invites("吴桐", "业务员")
    first = sun.link
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.picks("吴桐")
    await sun.taps("重发邀请链接")
    second = sun.link
    assert first != second
    await wu.opens(first)
    wu.sees("邀请链接无效或已过期")
    await wu.opens(second)
    await wu.taps("确认加入")
    wu.sees("吴桐 · 深圳南山电子 · 业务员")


async def test_the_wrong_person_is_undone_by_the_inviter(scene: Scene, sun: Person, wu: Person) -> None:
    await sun.invites("吴桐", "业务员")
    await wu.opens(sun.link)
    await wu.taps("确认加入")
    await sun.taps("撤销")
    sun.sees("吴桐 的加入已撤销")
    wu.sees("吴桐（深圳南山电子）的加入已被撤销")
    await wu.opens()
    wu.sees("使用邀请链接加入")
    wu.sees_not("[报备客户]")


async def test_after_a_lost_phone_a_new_link_ends_the_old_binding_at_once_and_tells_the_old_chat(
    scene: Scene, li: Person, sun: Person
) -> None:
    await li.reports("深圳市星河联创电子有限公司")
    await li.taps("报备其他客户")
    await li.says("佛山市启明电机有限公司")
    await sun.taps("人员管理")
    await sun.picks("李明")
    await sun.taps("重发邀请链接")
    sun.sees("原聊天将立即失去该账户")
    li.sees_not("邀请链接已重发")
    await sun.taps("换绑并发链接")
    li.sees("李明（深圳南山电子）的邀请链接已重发，本聊天不再是该账户")
    await li.opens()
    li.sees("使用邀请链接加入")

    new_phone = scene.add("李明（新手机）")
    await new_phone.opens(sun.link)
    await new_phone.taps("确认加入")
    await new_phone.taps("申请处理")
    new_phone.sees("深圳市星河联创电子有限公司")


async def test_a_half_filled_form_comes_along_to_the_new_phone(scene: Scene, li: Person, sun: Person) -> None:
    await li.taps("报备客户")
    await li.says("佛山市启明电机有限公司")
    await sun.taps("人员管理")
    await sun.picks("李明")
    await sun.taps("重发邀请链接")
    await sun.taps("换绑并发链接")
    new_phone = scene.add("李明（新手机）")
    await new_phone.opens(sun.link)
    await new_phone.taps("确认加入")
    await new_phone.goes_home()
    await new_phone.taps("更多")
    await new_phone.taps("草稿")
    await new_phone.picks("佛山市启明电机有限公司")
    new_phone.sees("统一社会信用代码")


async def test_a_link_lies_on_top_of_an_open_form(scene: Scene, li: Person, qian: Person) -> None:
    """The same person gets a second account, in the middle of a report."""
    await qian.invites("李明", "业务员")
    await li.taps("报备客户")
    await li.says("深圳市星河联创电子有限公司")
    await li.opens(qian.link)
    li.sees("确认加入", "广州天河微电")
    await li.taps("不是我")
    li.sees("报备客户", "统一社会信用代码")
    await li.taps("跳过")
    li.sees("区域")


async def test_people_are_invited_only_where_one_may(zhou: Person, li: Person, chen: Person, sun: Person) -> None:
    for person in (zhou, li):
        person.sees_not("[人员管理]")
    await sun.taps("人员管理")
    await sun.taps("邀请人员")
    await sun.says("吴桐")
    sun.sees("业务员", "技术", "助理")
    sun.sees_not("渠道经理", "公司主账户")


@everywhere
async def test_no_link_is_readable_in_the_database_once_it_was_delivered(scene: Scene, sun: Person, wu: Person) -> None:
    await sun.invites("吴桐", "业务员")
    used = sun.link
    await wu.opens(used)
    await wu.taps("确认加入")
    await sun.invites("郑欣", "助理")
    delivered = sun.link
    assert len({used, delivered}) == 2
    for token in (used, delivered):
        assert await scene.db.read(lambda conn, token=token: places_of(conn, token)) == []  # type: ignore[misc]


def places_of(conn: Connection, text: str) -> list[str]:
    """Every table and column in which the text stands, whatever the column's type."""
    found = []
    standing = set(inspect(conn).get_table_names())
    for table in (each for each in metadata.sorted_tables if each.name in standing):
        for column in table.columns:
            words = cast(column, Text if conn.dialect.name == "postgresql" else String)
            if conn.execute(select(words).where(words.contains(text)).limit(1)).first() is not None:
                found.append(f"{table.name}.{column.name}")
    return found


# --- who it is, and what stays ---------------------------------------------------------------------------------------


async def test_the_inviter_sees_who_came(scene: Scene, sun: Person, wu: Person) -> None:
    scene.sandbox.world.people[wu.chat].username = "wu_tong"
    await sun.invites("吴桐", "业务员")
    await wu.opens(sun.link)
    await wu.taps("确认加入")
    sun.sees("吴桐（业务员）已加入", "Telegram　吴总 @wu_tong", "[撤销]")
    sun.sees_not("还持有其他公司的账户")
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.picks("吴桐")
    sun.sees("Telegram　吴总 @wu_tong")


async def test_the_inviter_is_told_that_a_rival_came_but_not_which(scene: Scene, sun: Person, wang: Person) -> None:
    await sun.invites("吴桐", "业务员")
    await wang.opens(sun.link)
    await wang.taps("确认加入")
    sun.sees("Telegram　王芳 @wangfang", "⚠ 此人还持有其他公司的账户", "[撤销]")
    sun.sees_not("天河")


async def test_what_a_removed_chat_shows_is_taken_back(scene: Scene, sun: Person, wang: Person) -> None:
    """The rival looked round before anybody noticed."""
    await sun.invites("吴桐", "业务员")
    await wang.opens(sun.link)
    await wang.taps("确认加入")
    await wang.taps("我的客户")
    await sun.taps("撤销")
    wang.finds("吴桐（深圳南山电子）的加入已被撤销")
    wang.finds_not("吴桐 · 深圳南山电子 · 业务员")
    wang.finds_not("我的客户")
    await wang.opens()
    wang.sees("广州天河微电")


@pytest.mark.parametrize("hours", [1, 50])
@after(reported)
async def test_the_screens_of_who_left_are_empty_and_their_keys_dead(
    scene: Scene, li: Person, sun: Person, hours: int
) -> None:
    """What is older than two days can't be deleted any more, and is emptied."""
    await li.goes_home()
    await li.taps("申请处理")
    li.sees(STAR)
    old = li.button(li.buttons[0])
    await scene.later(hours=hours)
    await sun.taps("人员管理")
    await sun.picks("李明")
    await sun.taps("停用")
    await sun.picks("孙总")
    await sun.taps("确认")
    await scene.settled()
    li.sees("李明（深圳南山电子）的账户已停用")
    li.finds_not("重新绑定")
    shown = [each for each in li.phone.from_bot if STAR in str(each.content)]
    assert shown == []
    await li.presses(old)
    li.sees("使用邀请链接加入")


async def test_a_new_link_into_ones_own_account_is_readable_afterwards(scene: Scene, admin: Person) -> None:
    await admin.taps("人员管理")
    await admin.taps("渠道经理")
    await admin.picks("管理员")
    await admin.taps("重发邀请链接")
    await admin.taps("换绑并发链接")
    admin.finds("管理员", "的邀请链接已重发")
    phone = scene.add("管理员的新手机")
    await phone.opens(admin.link)
    await phone.taps("确认加入")
    phone.sees("管理员 · ")


async def test_an_older_undo_does_not_throw_out_who_came_later(scene: Scene, sun: Person, wu: Person) -> None:
    await sun.invites("吴桐", "业务员")
    await wu.opens(sun.link)
    await wu.taps("确认加入")
    first = sun.button("撤销")
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.picks("吴桐")
    await sun.taps("重发邀请链接")
    await sun.taps("换绑并发链接")
    phone = scene.add("吴桐的新手机")
    await phone.opens(sun.link)
    await phone.taps("确认加入")
    await sun.presses(first)
    phone.sees("吴桐 · 深圳南山电子")


async def test_who_was_deactivated_reads_it_whenever_he_comes_back(scene: Scene, li: Person, sun: Person) -> None:
    """He may come weeks later, when the notice has long gone out of sight."""
    await sun.taps("人员管理")
    await sun.picks("李明")
    await sun.taps("停用")
    await sun.taps("确认停用")
    li.sees("李明（深圳南山电子）的账户已停用")
    for _ in range(2):
        await scene.later(days=3)
        await li.opens()
        li.sees("李明（深圳南山电子）的账户已停用", "[代理商注册]")
        await li.says("星河")
        li.sees("账户已停用")


async def test_in_the_chat_that_a_new_link_was_made_for_the_old_one_leads_to_it_and_the_new_one_back_in(
    scene: Scene, sun: Person, wu: Person
) -> None:
    await sun.invites("吴桐", "业务员")
    await wu.opens(sun.link)
    await wu.taps("确认加入")
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.picks("吴桐")
    await sun.taps("重发邀请链接")
    await sun.taps("换绑并发链接")
    await wu.says("主页")
    wu.sees("吴桐（深圳南山电子）的账户已不在本聊天，请用新的邀请链接加入")
    await wu.opens(sun.link)
    await wu.taps("确认加入")
    wu.sees("吴桐 · 深圳南山电子 · 业务员", "[报备客户]")
    wu.sees_not("已不在本聊天")


async def test_whom_one_company_let_go_is_at_home_in_the_next(
    scene: Scene, li: Person, sun: Person, qian: Person
) -> None:
    await sun.taps("人员管理")
    await sun.picks("李明")
    await sun.taps("停用")
    await sun.taps("确认停用")
    await qian.invites("李明", "业务员")
    await li.opens(qian.link)
    await li.taps("确认加入")
    li.sees("李明 · 广州天河微电 · 业务员")
    await qian.goes_home()
    await qian.taps("人员管理")
    await qian.picks("李明")
    await qian.taps("停用")
    await qian.taps("确认停用")
    await li.opens()
    li.sees("李明（广州天河微电）的账户已停用")
