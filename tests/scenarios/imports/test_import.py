"""An administrator takes an existing customer list in: the file is checked, told, confirmed, taken in, and what is
doubtful comes back as an Excel file."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from typing import Any

import pytest
from openpyxl import load_workbook

from domain.names import same_key
from storage.chat import cards
from storage.records import jobs
from storage.records.customers import StoredCustomers
from tests.cast import Person, Scene, everywhere
from tests.cast.contracts import pdf, picture
from tests.documents.workbooks import (
    HEADING,
    SHEET,
    cells,
    customer,
    listing,
    protected_by_password,
    with_part,
    workbook,
)

STAR = "深圳市星河联创电子有限公司"
MOON = "东莞市明月精密仪器有限公司"
RIVER = "佛山市大河电机制造有限公司"
CODE, OTHER_CODE = "91440300708461136T", "91440300192448589C"
NAME, FATE, COLUMN, WHY, OTHER, AGENCY, PERSON, UNTIL = range(1, 9)


async def worked(scene: Scene) -> None:
    """Until no job waits or runs, and all is told."""
    async with asyncio.timeout(30):
        while (await scene.db.read(jobs.counts)).keys() & {"waiting", "running"}:  # noqa: ASYNC110  no event of ours
            await asyncio.sleep(0.02)
    await scene.settled()


async def sends_list(admin: Person, content: bytes, name: str = "客户清单.xlsx") -> None:
    """Up to the card that tells what would come in."""
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps("导入客户")
    await admin.sends(name, content)
    await admin.taps("提交")
    await worked(admin.scene)


async def imports(admin: Person, *rows: Sequence[Any]) -> None:
    await sends_list(admin, listing(*rows))
    await admin.taps("开始导入")
    await worked(admin.scene)


def document(admin: Person) -> bytes:
    """The newest file on the phone."""
    sandbox = admin.scene.sandbox
    message = next(each for each in reversed(admin.phone.from_bot) if "document" in each.content)
    stored = sandbox.files.get(message.content["document"]["file_id"])
    assert stored is not None
    return sandbox.files.place(stored).read_bytes()


def received(admin: Person, sheet: int = 0) -> list[tuple[Any, ...]]:
    """Its rows without the heading."""
    return cells(document(admin), sheet)[1:]


def formulas(admin: Person) -> list[str]:
    """Cells of the newest file on the phone that Excel would run."""
    book = load_workbook(io.BytesIO(document(admin)))
    return [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


async def held(scene: Scene, name: str) -> Any:
    """The customer of that name."""
    (found,) = await scene.db.read(lambda conn: StoredCustomers(conn).by_name(same_key(name)))
    return found


@everywhere
async def test_a_list_is_checked_told_confirmed_and_taken_in(
    scene: Scene, admin: Person, li: Person, wang: Person
) -> None:
    rows = (customer(STAR, until="2027-06-30"), customer(MOON, agency="广州天河微电", contact="王芳"), customer("星河"))
    await sends_list(admin, listing(*rows))
    admin.sees("导入客户", "共 3 行，可导入 2 行", "需修改 1 行", "尚未导入", "[开始导入]")
    assert await scene.db.read(lambda conn: StoredCustomers(conn).by_name(same_key(STAR))) == []

    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 2 个客户", "需修改 1 行", "[结果文件]")
    await li.goes_home()
    await li.taps("我的客户")
    li.sees("星河联创", "06-30")
    await wang.taps("报备客户")
    await wang.says(STAR)
    wang.sees("暂不可报备")
    assert str((await held(scene, MOON)).protected_until) == "2027-02-23"


async def test_a_card_that_moves_along_keeps_its_buttons(scene: Scene, admin: Person) -> None:
    await sends_list(admin, listing(customer(STAR)))
    begin = admin.button("开始导入")
    (card,) = await scene.db.read(lambda conn: cards.of_subject(conn, "job:1"))
    for _ in range(3):  # as its progress does
        await scene.lays(lambda work: scene.bot.app.pushes.show_again(work, card))
    await scene.settled()
    await admin.presses(begin)
    await worked(scene)
    admin.sees("导入 1 个客户")


async def test_nothing_comes_in_when_the_card_is_cancelled(scene: Scene, admin: Person) -> None:
    await sends_list(admin, listing(customer(STAR)))
    await admin.taps("取消", on="尚未导入")
    await admin.taps("确定取消")
    admin.sees("已取消，没有导入任何客户", "可导入 1 行", "[开始导入]")
    admin.sees_not("[重试]")
    assert await scene.db.read(lambda conn: StoredCustomers(conn).by_name(same_key(STAR))) == []


async def test_each_refused_row_is_told_with_its_column_and_a_sentence(scene: Scene, admin: Person) -> None:
    wrong = {
        "客户名称": customer("星河"),
        "统一社会信用代码": customer(RIVER, code="914403007084611360"),
        "区域": customer(RIVER, region="火星"),
        "产品领域": customer(RIVER, domain="火箭"),
        "总出货量（万/年）": customer(RIVER, volume="很多"),
        "客户背景": customer(RIVER, background="长" * 1001),
        "代理商": customer(RIVER, agency="北京无名电子"),
        "代理商联系人": customer(RIVER, contact="赵工"),
        "保护至": customer(RIVER, until="2026-01-01"),
        "别名": customer(RIVER, aliases="a"),
    }
    await imports(admin, customer(STAR), *wrong.values())
    found = received(admin)
    assert [(row[0], row[COLUMN]) for row in found] == list(enumerate(wrong, 3))
    whys = " ".join(str(row[WHY]) for row in found)
    for words in (
        "全称",
        "信用代码",
        "没有找到城市",
        "没有产品领域",
        "不是大于 0",
        "最多 1000",
        "没有代理商",
        "不是业务员",
        "已过",
        "别名",
    ):
        assert words in whys


async def test_refused_rows_come_back_as_a_list_to_be_mended(scene: Scene, admin: Person) -> None:
    await imports(admin, customer(STAR), customer(MOON, agency="广州天河电子"))
    (row,) = received(admin, sheet=1)
    assert row[: len(HEADING)] == tuple(
        str(each) if each else None for each in customer(MOON, agency="广州天河电子", volume="12.5")
    )
    await sends_list(admin, listing([*row[:9], "广州天河微电", "王芳"]))
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 1 个客户")


async def test_a_customer_that_is_somebody_elses_is_told_and_left_alone(
    scene: Scene, admin: Person, wang: Person, li: Person, chen: Person
) -> None:
    await wang.reports(STAR)
    await chen.approves(STAR)
    await wang.reports(MOON)
    await imports(
        admin,
        customer(STAR),
        customer("深圳市星河联创电子（有限公司）"),
        customer(MOON),
        customer(RIVER),
        customer(RIVER),
    )
    clashes = [(row[0], row[OTHER], row[AGENCY], row[PERSON], row[WHY]) for row in received(admin)]
    assert clashes == [
        (2, STAR, "广州天河微电", "王芳", "该客户在其他代理商保护期内"),
        (3, STAR, "广州天河微电", "王芳", "该客户在其他代理商保护期内"),
        (4, MOON, None, None, "该客户有报备正在审批"),
        (6, RIVER, "深圳南山电子", "李明", "与第 5 行是同一客户（名称相同）"),
    ]
    assert (await held(scene, STAR)).contact_id != (await held(scene, RIVER)).contact_id


async def test_equal_codes_are_one_customer_and_different_ones_two(scene: Scene, admin: Person) -> None:
    rows = (
        customer(STAR, code=CODE),
        customer(MOON, code=CODE),
        customer("深圳市星河联创电子有限公司", code=OTHER_CODE),
        customer(RIVER, code=OTHER_CODE, aliases="大河"),
    )
    await sends_list(admin, listing(*rows))
    admin.sees("可导入 2 行", "第 3 行 统一社会信用代码：与第 2 行是同一客户（信用代码相同）", "第 5 行")
    await admin.taps("开始导入")
    await worked(scene)
    assert [(row[0], row[WHY]) for row in received(admin)] == [
        (3, "与第 2 行是同一客户（信用代码相同）"),
        (5, "与第 4 行是同一客户（信用代码相同）"),
    ]


async def test_look_alikes_come_in_and_are_told_with_holder_score_and_reasons(
    scene: Scene, admin: Person, wang: Person, chen: Person
) -> None:
    await wang.reports(STAR)
    await chen.approves(STAR)
    await imports(admin, customer("深圳星河联创电子"), customer("深圳星河联创电子股份有限公司"), customer(RIVER))
    admin.sees("导入 3 个客户", "2 个有相近名称")
    rows = received(admin)
    assert {(row[0], row[OTHER]) for row in rows} == {(2, STAR), (3, STAR), (3, "深圳星河联创电子")}
    first = rows[0]
    assert (first[AGENCY], first[PERSON], first[UNTIL]) == ("广州天河微电", "王芳", "2027-02-23")
    assert first[9] >= 0.8
    assert first[10]


async def test_a_list_sent_again_doubles_nothing_and_takes_in_what_was_mended_meanwhile(
    scene: Scene, admin: Person
) -> None:
    content = listing(customer(STAR), customer(MOON, contact="新来的"))
    await sends_list(admin, content)
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 1 个客户", "需修改 1 行")
    await scene.lays(lambda work: _joins(work, "新来的", "深圳南山电子"))
    await sends_list(admin, content)
    await admin.taps("开始导入")
    await worked(scene)
    admin.sees("导入 2 个客户")
    admin.sees_not("需修改")
    assert (await held(scene, STAR)).id != (await held(scene, MOON)).id


def _joins(work: Any, name: str, agency: str) -> None:
    from domain.base.rights import EVERYTHING
    from domain.people.records import AccountType

    found = next(each for each in work.people.agencies(EVERYTHING) if each.called == agency)
    work.people.add_account(name=name, type=AccountType.SALESPERSON, agency_id=found.id)


async def test_another_list_with_the_same_customers_changes_nothing(scene: Scene, admin: Person) -> None:
    await imports(admin, customer(STAR))
    before = await held(scene, STAR)
    await imports(admin, customer(STAR, volume=99), customer(MOON))
    admin.sees("导入 1 个客户", "已在库，未改动 1 行")
    assert await held(scene, STAR) == before


async def test_what_a_list_leaves_open_leaves_no_gap_on_the_card_and_is_asked_when_corrected(
    scene: Scene, admin: Person, li: Person
) -> None:
    await imports(admin, customer(STAR, region="", domain="", volume=None, mcus=""), customer(MOON, volume=None))
    await li.goes_home()
    await li.opens_customer("星河")
    li.sees(f"{STAR}\n保护至")
    await li.opens_customer("明月")
    li.sees(f"{MOON}\n广东 深圳 · 家电 · 空调 · STM32F103\n")
    await li.taps("更正资料")
    li.sees("总出货量")


async def test_an_alias_from_the_list_finds_the_customer(scene: Scene, admin: Person) -> None:
    await imports(admin, customer(STAR, aliases="Xinghe Lianchuang；星河股份"))
    found = await scene.lays(lambda work: [hit.name for hit in work.names.similar("Xinghe Lianchuang")])
    assert found == ["Xinghe Lianchuang"]


async def test_a_customer_that_was_once_rejected_comes_in_by_the_list(
    scene: Scene, admin: Person, wang: Person, chen: Person
) -> None:
    await wang.reports(STAR)
    await chen.rejects(STAR, "信息不全")
    await imports(admin, customer(STAR))
    admin.sees("导入 1 个客户")
    assert (await held(scene, STAR)).agency_id is not None


async def test_formulas_in_a_list_come_back_as_texts(scene: Scene, admin: Person) -> None:
    await sends_list(admin, listing(customer("=1+1|cmd", contact="=2+2"), customer("@SUM(A1)", agency="-1")))
    admin.sees_not("开始导入")
    await admin.taps("需核对的行")
    assert received(admin) != []
    assert {row[0] for row in received(admin, sheet=1)} == {"=1+1|cmd", "@SUM(A1)"}
    assert not formulas(admin)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "客户.xlsx",
            with_part(listing(customer(STAR)), SHEET, b"<worksheet><sheet"),
            "不是能打开的 Excel 或 CSV 文件",
        ),
        ("客户.xlsx", workbook(HEADING), "只有列名"),
        ("客户.xlsx", workbook((STAR, "南山", "李明")), "没有找到列：客户名称、代理商、代理商联系人"),
        ("客户.xls", b"<html><body><table><tr><td>STAR</td></tr></table></body></html>", "这是存成 .xls 的网页"),
    ],
)
async def test_a_file_that_cannot_be_read_gets_a_sentence(
    scene: Scene, admin: Person, name: str, content: bytes, words: str
) -> None:
    await sends_list(admin, content, name=name)
    admin.sees("未能完成", words, "[主页]")
    admin.sees_not("[重试]")


@pytest.mark.parametrize("content", ["名单".encode() * 100, protected_by_password()])
async def test_what_is_no_workbook_at_all_never_becomes_a_job(scene: Scene, admin: Person, content: bytes) -> None:
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps("导入客户")
    await admin.sends("客户清单.xlsx", content)
    admin.sees("客户清单（Excel）", "[取消]")
    assert await scene.db.read(jobs.counts) == {}


async def test_only_administrators_import(scene: Scene, chen: Person, li: Person) -> None:
    for person in (chen, li):
        await person.goes_home()
        await person.taps("更多")
        person.sees_not("导入客户")


@pytest.mark.parametrize("way", ["导入客户", "直供客户"])
async def test_a_photo_of_a_list_is_told_what_is_wanted(scene: Scene, admin: Person, way: str) -> None:
    await admin.goes_home()
    await admin.taps("管理")
    await admin.taps(way)
    if way == "直供客户":
        await admin.taps("导入")
    for send in (admin.sends_photo(picture()), admin.sends("名单.pdf", pdf(), mime="application/pdf")):
        await send
        admin.sees("没有能读的表格", "Excel 或 CSV", "[取消]")
        admin.sees_not("[提交]")
    assert await scene.db.read(jobs.counts) == {}
