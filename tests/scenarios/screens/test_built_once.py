"""What people do all day runs statements that were put together long ago."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, event

from tests.cast import Person, Scene

DOOR = ("step.py", "writer.py")
LISTS = {"customer_lists.py page", "customers.py after"}
"""What hangs on a search, or on who reads: with what is typed at home."""


async def test_reporting_a_customer_and_deciding_it_put_no_statement_together(
    scene: Scene, li: Person, chen: Person
) -> None:
    with put_together() as found:
        await li.reports("东莞市松湖精密仪器有限公司")
        await chen.approves("东莞市松湖精密仪器有限公司")
    assert found  # what looks finds something: else it looks in the wrong place
    assert found - {"a savepoint"} <= LISTS


@contextmanager
def put_together() -> Iterator[set[str]]:
    """Who ran statements of a step by SQLAlchemy itself, which tells of each; of fixed ones it doesn't know."""
    found: set[str] = set()

    def ran(*_: object) -> None:
        stack = traceback.extract_stack()
        if any(each.filename.endswith("/bot/serving/desk.py") for each in stack):
            inner = [each for each in stack if "/storage/" in each.filename and Path(each.filename).name not in DOOR]
            found.add(f"{Path(inner[-1].filename).name} {inner[-1].name}" if inner else "a savepoint")

    event.listen(Engine, "before_cursor_execute", ran)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", ran)
