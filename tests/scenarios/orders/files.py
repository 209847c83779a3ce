"""Lists of orders for stories: rows as somebody's ERP writes them, sent, worked, read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.cast import Person, Scene
from tests.documents.workbooks import cells, workbook
from tests.scenarios.imports.test_import import document, worked

HEADING = ("销售日期", "客户名称", "项目名称", "MCU型号", "数量", "单价", "批次号", "合同号")
MAIN, REMOTE = ("变频空调主控", "BAT32G139"), ("空调遥控器", "HC32F005")


def row(
    customer: str,
    quantity: Any,
    price: Any = "3.2",
    *,
    day: Any = "2026-12-02",
    project: tuple[str, str] = MAIN,
    batches: str = "",
    reference: str = "",
) -> list[Any]:
    return [day, customer, *project, quantity, price, batches or None, reference or None]


def sheet(*rows: Sequence[Any], heading: Sequence[str] = HEADING) -> bytes:
    return workbook(heading, *rows, title="出货")


async def sends(person: Person, content: bytes, name: str = "12月出货.xlsx") -> None:
    """From home, up to the card."""
    await person.goes_home()
    await person.sends(name, content)
    await worked(person.scene)


async def logs(person: Person, content: bytes, name: str = "12月出货.xlsx") -> None:
    await sends(person, content, name)
    await person.taps("开始导入")
    await worked(person.scene)


def told(person: Person) -> list[tuple[Any, ...]]:
    """Row, outcome, column and why of the newest file on the phone."""
    return [(each[0], each[2], each[3] or "", each[4] or "") for each in cells(document(person))[1:]]


async def figures(scene: Scene) -> list[tuple[str, str, int]]:
    """Number, state and pieces of all orders."""
    from sqlalchemy import func, select

    from storage.tables.orders import order_lines, orders

    query = (
        select(orders.c.number, orders.c.state, func.sum(order_lines.c.quantity))
        .join(order_lines, order_lines.c.order_id == orders.c.id)
        .group_by(orders.c.id)
        .order_by(orders.c.id)
    )
    return [(row[0], row[1], int(row[2])) for row in await scene.db.read(lambda conn: conn.execute(query).all())]
