"""Fifty agencies report one customer at the same instant: one is first, forty-nine stand in line, none is lost."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, select

from domain.people.records import AccountType
from storage.tables.reports import reports
from tests.cast import Person, Scene, everywhere

STAR = "深圳市星河联创电子有限公司"
AGENCIES = 50


@everywhere
@pytest.mark.timeout(240)  # on a slow machine
async def test_fifty_at_once_stand_in_one_line(scene: Scene) -> None:
    people: list[Person] = []
    for number in range(AGENCIES):
        people += await scene.agency(f"第{number}电子", (f"业务{number}", AccountType.SALESPERSON))
    async with scene.at_once():
        for person in people:
            await person.says(pasted())
    # each has seen: nobody was first yet
    for person in people:
        person.sees("请核对")
    async with scene.at_once():
        for person in people:
            await person.taps("提交")

    submitted = [person for person in people if person.count("已提交 BB-2026-")]
    assert len(submitted) == AGENCIES, "none is lost"
    assert sum("陈经理" in person.screen for person in people) == 1, "one is first"
    line = await scene.db.read(line_of)
    assert [position for position, _, _ in line] == sorted({position for position, _, _ in line})
    assert [state for _, state, _ in line] == ["pending"] + ["queued"] * (AGENCIES - 1)
    assert len({number for _, _, number in line}) == AGENCIES

    chen = scene.person("陈经理")
    await chen.opens()
    chen.sees("1 条待审批")
    await chen.approves(STAR)
    assert sum(person.count("报备通过") for person in people) == 1
    assert sum(person.count("暂不可报备") for person in people) == AGENCIES - 1


def line_of(conn: Connection) -> list[tuple[int, str, str]]:
    """The customer's reports in their order: position, state, number."""
    statement = select(reports.c.position, reports.c.state, reports.c.number).order_by(reports.c.position)
    return [(row.position, str(row.state), row.number) for row in conn.execute(statement)]


def pasted() -> str:
    return f"客户名称：{STAR}\n区域：深圳\n产品领域：空调\n总出货量：120\n在用MCU：STM32F103"
