"""Invitations: one link, one person, once."""

from __future__ import annotations

from sqlalchemy import Connection, String, Text, cast, inspect, select

from storage.metadata import metadata
from tests.cast import Person, Scene, everywhere, wire


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
    li.sees_not("已在别处重新绑定")
    await sun.taps("换绑并发链接")
    li.sees("李明（深圳南山电子）已在别处重新绑定，本聊天不再是该账户")
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
