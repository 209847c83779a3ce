"""争议: what happened to a customer over all agencies, for administrators and the unit's head; nothing of it for an agency."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cast import Person, Scene, after, everywhere
from tests.cast.contracts import picture, worked
from tests.cast.customers import held, reported

STAR = "深圳市星河联创电子有限公司"
PACK = f"争议材料 {STAR} 2026-11-23"


async def quarrel(li: Person, wang: Person, chen: Person) -> None:
    """李明 holds it, 王芳 was turned away and appeals."""
    await li.reports(STAR)
    await chen.approves(STAR)
    await wang.taps("报备客户")
    await wang.says(STAR)
    await wang.taps("申诉")
    await wang.says("2026-08 起送样，对方研发王工可证")
    await wang.taps("提交")
    wang.sees("已提交申诉 SS-2026-00001")


async def looks(person: Person) -> None:
    await person.goes_home()
    await person.opens_more("争议")
    await person.taps("1")


@everywhere
async def test_the_head_reads_who_asked_reported_decided_and_saw(
    scene: Scene, li: Person, wang: Person, chen: Person, liu: Person
) -> None:
    await quarrel(li, wang, chen)
    await chen.opens_customer("星河")
    await liu.goes_home()
    await liu.opens_more("争议")
    liu.sees(f"1 {STAR}　深圳南山电子 李明", "申诉 SS-2026-00001 ⏳ 待答复")
    await liu.taps("1")
    liu.sees(
        STAR,
        "现由 深圳南山电子 李明 持有",
        "查询 → 可报备\n　深圳南山电子 李明",
        "提交报备 BB-2026-00001\n　深圳南山电子 李明",
        "批准报备 BB-2026-00001\n　华芯渠道 陈经理",
        "至 2027-02-23",
        "查询 → 暂不可报备\n　广州天河微电 王芳",
        "提出申诉 SS-2026-00001",
        "查看客户\n　华芯渠道 陈经理",
    )
    await liu.taps("查询")
    liu.sees("查询 → 可报备", "查询 → 暂不可报备", "查询 (2) ✓")
    liu.sees_not("提交报备")
    await liu.taps("查看")
    liu.sees("查看客户\n　华芯渠道 陈经理", "查看客户\n　华芯渠道 刘经理")
    liu.sees_not("查询 →")


@everywhere
async def test_the_pack_comes_as_paper_and_as_sheets_and_who_has_it_is_known(
    scene: Scene, li: Person, wang: Person, chen: Person, liu: Person, admin: Person
) -> None:
    await quarrel(li, wang, chen)
    await looks(liu)
    await liu.taps("争议材料")
    await worked(scene)
    paper = "".join("".join(page.extract_text() for page in _paper(liu).pages).split())
    for words in (
        "刘经理于2026-11-23",
        "客户名称深圳市星河联创电子有限公司",
        "深圳南山电子（现持有）",
        "广州天河微电",
        "BB-2026-00001",
        "SS-2026-00001",
        "2026-08起送样，对方研发王工可证",
        "查询→暂不可报备",
        "陈经理批准报备",
        "内部资料",
    ):
        assert words in paper, words
    book = load_workbook(BytesIO(liu.received(f"{PACK}.xlsx")))
    assert book.sheetnames == ["经过", "报备", "审批记录", "申诉"]
    rows = list(book["经过"].iter_rows(values_only=True))
    assert [row[5] for row in rows[1:4]] == ["查询 → 可报备", "提交报备 BB-2026-00001", "批准报备 BB-2026-00001"]
    assert isinstance(rows[1][1], datetime)
    numbers = [int(str(row[0])) for row in rows[1:]]
    assert numbers == sorted(numbers)
    await looks(admin)
    await admin.taps("查看")
    admin.sees("生成争议材料\n　华芯渠道 刘经理")


@after(reported)
async def test_pictures_are_named_in_the_history_and_in_the_pack(
    scene: Scene, li: Person, wang: Person, chen: Person, liu: Person
) -> None:
    await chen.taps("点评", on=STAR)
    await chen.sends("依据.png", picture(), "年用量的依据？", mime="image/png")
    await chen.taps("提交")
    await chen.goes_home()
    await chen.approves(STAR)
    await li.taps("写跟进", on="报备通过")
    await li.sends("现场.png", picture("teal"), "产线已换型", mime="image/png")
    await li.finishes()
    await li.taps("提交")
    await wang.taps("报备客户")
    await wang.says(STAR)
    await wang.taps("申诉")
    await wang.sends("送样单.png", picture("red"), "2026-08 起送样", mime="image/png")
    await wang.taps("提交")
    await looks(liu)
    liu.sees("图片：依据.png", "图片：现场.png")
    await liu.taps("下页")
    liu.sees("提出申诉 SS-2026-00001\n　广州天河微电 王芳 · 图片：送样单.png")
    await liu.taps("争议材料")
    await worked(scene)
    paper = "".join("".join(page.extract_text() for page in _paper(liu).pages).split())
    assert paper.count("图片：依据.png") == paper.count("图片：送样单.png") == 2
    book = load_workbook(BytesIO(liu.received(f"{PACK}.xlsx")))
    assert [row[7] for row in book["申诉"].iter_rows(values_only=True)] == ["图片", "送样单.png"]
    assert "依据.png" in [row[8] for row in book["审批记录"].iter_rows(values_only=True)]


@after(reported)
async def test_a_customer_without_an_appeal_is_found_by_name_part_code_or_number(
    scene: Scene, li: Person, wang: Person, chen: Person, liu: Person
) -> None:
    await chen.rejects(STAR)
    await liu.opens_more("争议")
    liu.sees("没有申诉")
    for said in (STAR, "深圳星河联创电子有限公司"):
        await liu.says(said)
        liu.sees(f"1 {STAR}　目前无人持有")
    await liu.says("完全不同的公司名称有限公司")
    liu.sees("没有找到")
    await liu.taps("全部申诉")
    await liu.says(STAR)
    await liu.taps("1")
    liu.sees("目前无人持有", "驳回报备 BB-2026-00001", "该客户由总部直供")
    await liu.says("bb 2026 1")
    await liu.taps("经过")
    liu.sees("驳回报备 BB-2026-00001")


async def test_another_spelling_that_was_asked_for_before_anybody_reported_is_found(
    scene: Scene, li: Person, wang: Person, chen: Person, admin: Person
) -> None:
    await wang.taps("报备客户")
    await wang.says("深圳市星河聯創電子有限公司")
    await wang.taps("取消")
    await li.reports(STAR)
    await admin.opens_more("争议")
    await admin.says(STAR)
    await admin.taps("1")
    await admin.taps("查询")
    admin.sees("查询 → 可报备\n　广州天河微电 王芳", "深圳市星河聯創電子有限公司")


async def test_nobody_else_has_anything_of_it(
    scene: Scene, li: Person, sun: Person, wang: Person, chen: Person, liu: Person
) -> None:
    """A manager who isn't the head, an owner, a salesperson: no entry, and what leads there is refused."""
    await quarrel(li, wang, chen)
    await looks(liu)
    timeline = liu.button("争议材料")
    for person in (li, sun, wang, chen):
        await person.goes_home()
        await person.taps("更多")
        person.sees_not("争议")
        await person.goes_home()
        await person.says("争议")
        person.sees_not("查询 →", "SS-2026")
        await person.presses(timeline)
        person.sees_not("查询 →")
    await chen.opens_customer("星河")
    chen.sees_not("[经过]")


@after(held)
async def test_from_the_customers_card_it_is_one_tap(
    scene: Scene, li: Person, chen: Person, liu: Person, admin: Person
) -> None:
    for person in (liu, admin):
        await person.opens_customer("星河")
        await person.taps("经过")
        person.sees("批准报备 BB-2026-00001")


def _paper(person: Person) -> PdfReader:
    return PdfReader(BytesIO(person.received(f"{PACK}.pdf")))


async def test_an_administrator_finds_refused_questions_beside_the_disputes(
    li: Person, wang: Person, chen: Person, admin: Person
) -> None:
    await quarrel(li, wang, chen)
    await looks(admin)
    await admin.taps("返回")
    await admin.taps("被拒查询")
    admin.sees("广州天河微电 王芳")
    await admin.goes_home()
    await admin.says("被拒查询")
    admin.sees("广州天河微电 王芳")
