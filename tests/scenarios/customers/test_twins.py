"""疑似同一客户: two customers whose names are the same since names are read anew; an administrator merges them, either way round."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot.serving.work import DeskWork
from storage.tables.customers import customers
from tests.cast import Person, Scene

STAR, MOON = "深圳市星河联创电子有限公司", "广州市明月半导体有限公司"
FILLED = "深圳市星河\u3164联创电子有限公司"


def became_one(work: DeskWork) -> None:
    """As a database from before invisible letters were read: what was reported second is the same name."""
    first, second = (_called(work, name) for name in (STAR, MOON))
    same = {"name": FILLED, "same_key": work.customers.get(first).same_key, "twin_of": first}
    work.conn.execute(update(customers).where(customers.c.id == second).values(**same))
    work.names.rename(second, FILLED)


def _called(work: DeskWork, name: str) -> int:
    return int(work.conn.execute(select(customers.c.id).where(customers.c.name == name)).scalar_one())


@pytest.mark.parametrize("other_way", [False, True])
async def test_twins_are_told_to_the_administrator_who_merges_them_either_way_round(
    scene: Scene, li: Person, wang: Person, chen: Person, liu: Person, admin: Person, other_way: bool
) -> None:
    for person, name in ((li, STAR), (wang, MOON)):
        await person.reports(name)
        await chen.approves(name)
    await chen.goes_home()
    await chen.taps("更多")
    chen.sees_not("疑似同一客户")
    await scene.lays(became_one)
    await admin.goes_home()
    await admin.taps("更多")
    await admin.taps("疑似同一客户")
    admin.sees("疑似同一客户（1）", "核实后合并", STAR, "深圳南山电子", "广州天河微电", "[合并 1]")
    admin.sees_not("1.00", "（0）")
    await admin.taps("合并 1")
    admin.sees(f"并入 {STAR}", "不可撤销", "[确认合并]", "[反过来合并]")
    if other_way:
        await admin.taps("反过来合并")
        admin.sees(f"⚠ 将 {STAR} 并入")
    admin.sees("广州天河微电 王芳 失去该客户" if not other_way else "深圳南山电子 李明 失去该客户")
    await admin.taps("确认合并")
    admin.sees("广州天河微电 · 王芳" if other_way else "没有疑似同一的客户")
    loser, keeper = (li, wang) if other_way else (wang, li)
    loser.sees("已合并，不再持有", "[申诉]")
    keeper.sees_not("不再持有")
    await admin.goes_home()
    await admin.taps("更多")
    admin.sees_not("疑似同一客户")
    await keeper.goes_home()
    await keeper.taps("我的客户")
    keeper.sees("星河")
    await loser.taps("申诉", on="不再持有")
    await loser.says("两家不是同一公司，执照可证")
    await loser.taps("提交")
    loser.sees("已提交申诉 SS-2026-00001", "刘经理")
    liu.sees("申诉 SS-2026-00001", loser.name)
