"""The contract's workbook: it carries the draft's answers, and coming back it changes what was changed at the computer; where
the draft has moved on as well, both are shown and the owner says which counts. Nothing is overwritten in silence."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from dialogs.core.returned_workbook import SentWorkbook
from tests.cast import Person, Scene, after
from tests.cast.contracts import at_the_overview, begins, pasted, worked
from tests.documents.workbooks import book_of

NAME = "HT-2027-0001.xlsx"


async def downloads(scene: Scene, sun: Person) -> Workbook:
    await sun.taps("下载模板")
    await sun.taps("生成 Excel 模板")
    await worked(scene)
    book = load_workbook(BytesIO(sun.received(NAME)))
    await sun.taps("返回")
    return book


def fill(book: Workbook, values: Mapping[str, object]) -> bytes:
    """As somebody types into column B."""
    rows = {str(row[0].value): row[1] for row in book.worksheets[0].iter_rows(max_col=2)}
    for label, value in values.items():
        rows[label].value = value  # type: ignore[assignment]
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def cells(book: Workbook) -> dict[str, str]:
    return {str(row[0].value): str(row[1].value or "") for row in book.worksheets[0].iter_rows(max_col=2)}


@after(at_the_overview)
async def test_it_carries_the_drafts_answers_and_calls_each_row_by_a_name_of_its_own(scene: Scene, sun: Person) -> None:
    await sun.says("到站：深圳\n收货邮编：518055\n主要行业1：制造\n主要行业1服务器年销售额：500")
    book = await downloads(scene, sun)
    found = cells(book)
    assert (found["到站"], found["收货邮编"], found["收票邮编"]) == ("深圳", "518055", "")
    assert (found["主要行业1"], found["主要行业1服务器年销售额"], found["主要行业2"]) == ("制造", "500 万元", "")
    labels = [str(row[0].value) for row in book.worksheets[0].iter_rows(max_col=1) if row[0].value]
    assert len(labels) == len(set(labels))
    assert book["baobei"].sheet_state == "veryHidden"


@after(at_the_overview)
async def test_what_was_changed_at_the_computer_is_listed_before_it_changes_anything(scene: Scene, sun: Person) -> None:
    await sun.says("到站：深圳\n贵公司总经理：孙总\n收货传真：0755-83765568")
    book = await downloads(scene, sun)
    await sun.sends(NAME, fill(book, {"到站": "深圳北", "主要经营品牌": "华芯", "主要行业2": "教育"}))
    sun.sees("将改动 3 项", "到站　深圳 → 深圳北", "主要经营品牌　— → 华芯")
    sun.sees_not("贵公司总经理")
    await sun.taps("确认改动（3）")
    await sun.taps("查看全部")
    await sun.taps("下一页")
    await sun.taps("下一页")
    sun.sees("到站　深圳北")
    await sun.taps("下一页")
    sun.sees("主要行业　教育", "主要经营品牌　华芯")


@after(at_the_overview)
async def test_a_list_that_is_refused_changes_nothing(scene: Scene, sun: Person) -> None:
    await sun.says("到站：深圳\n联系人职位：总监")
    book = await downloads(scene, sun)
    await sun.sends(NAME, fill(book, {"到站": "深圳北"}))
    await sun.taps("全部不改")
    sun.sees("草稿未改动")
    await sun.taps("查看全部")
    await sun.taps("下一页")
    await sun.taps("下一页")
    sun.sees("到站　深圳")
    sun.sees_not("深圳北")


@after(at_the_overview)
async def test_an_untouched_workbook_overwrites_no_draft_that_moved_on(scene: Scene, sun: Person) -> None:
    await sun.says("到站：深圳\n联系人职位：总监")
    book = await downloads(scene, sun)
    await sun.says("到站：广州\n联系人职位：经理")
    await sun.sends(NAME, saved(book))
    sun.sees("表格与草稿一致")
    await sun.taps("查看全部")
    sun.sees("联系人职位　经理")


@after(at_the_overview)
async def test_where_both_moved_on_they_stand_side_by_side_and_the_owner_says_which_counts(
    scene: Scene, sun: Person
) -> None:
    await sun.says("到站：深圳\n联系人职位：总监\n主要经营品牌：甲")
    book = await downloads(scene, sun)
    await sun.says("到站：广州\n联系人职位：经理\n主要经营品牌：乙")
    await sun.sends(NAME, fill(book, {"到站": "东莞", "联系人职位": "主任", "收货邮编": "518055"}))
    sun.sees("联系人职位", "草稿　经理", "表格　主任", "1/2")
    await sun.taps("留草稿")
    sun.sees("到站", "草稿　广州", "表格　东莞", "2/2")
    await sun.taps("用表格")
    sun.sees("将改动 2 项", "到站　广州 → 东莞", "收货邮编　— → 518055")
    await sun.taps("确认改动（2）")
    await sun.taps("查看全部")
    sun.sees("联系人职位　经理")
    await sun.taps("下一页")
    await sun.taps("下一页")
    sun.sees("到站　东莞")
    await sun.taps("下一页")
    sun.sees("主要经营品牌　乙")


@after(at_the_overview)
async def test_an_emptied_cell_empties_what_may_be_empty_and_says_so_of_the_rest(scene: Scene, sun: Person) -> None:
    await sun.says("开户银行：工行\n到站：深圳")
    book = await downloads(scene, sun)
    await sun.sends(NAME, fill(book, {"开户银行": None, "到站": None}))
    sun.sees("将改动 1 项", "开户银行　工行 → —", "到站：必填，不能清空")
    await sun.taps("确认改动（1）")
    sun.sees("到站：必填，不能清空")
    await sun.taps("查看全部")
    await sun.taps("下一页")
    await sun.taps("下一页")
    sun.sees("开户银行　—", "到站　深圳")


@after(at_the_overview)
async def test_where_nothing_can_be_changed_it_says_what_is_wrong_and_asks_for_no_confirmation(
    scene: Scene, sun: Person
) -> None:
    await sun.says("到站：深圳")
    book = await downloads(scene, sun)
    await sun.sends(NAME, fill(book, {"到站": None}))
    sun.sees("将改动 0 项", "到站：必填，不能清空", "[全部不改]")
    sun.sees_not("[确认改动", "[归位")
    await sun.taps("全部不改")
    sun.sees("草稿未改动")


@after(at_the_overview)
async def test_what_was_written_beside_the_answers_is_named(scene: Scene, sun: Person) -> None:
    book = await downloads(scene, sun)
    sheet = book.worksheets[0]
    row = next(each[0].row for each in sheet.iter_rows(max_col=1) if each[0].value == "到站")
    sheet.cell(row, 3).value, sheet.cell(row, 5).value = "深圳", "请加急"
    await sun.sends(NAME, fill(book, {"主要经营品牌": "华芯"}))
    sun.sees("将改动 1 项", "到站：“深圳”写在答案那一列之外，没有读入", "到站：“请加急”")
    sun.sees_not("必填”写在")


@after(at_the_overview)
async def test_of_an_item_that_is_begun_the_sheet_says_what_it_needs_and_of_one_that_neednt_be_nothing(
    scene: Scene, sun: Person
) -> None:
    await sun.says("主要行业1：制造\n主要行业2：教育")
    sheet = (await downloads(scene, sun)).worksheets[0]
    needed = {str(row[0].value) for row in sheet.iter_rows() if "必填" in [cell.value for cell in row]}
    assert {"主要行业3", "主要行业3服务器年销售额"} <= {each.partition("（")[0] for each in needed}
    scene.policy(contract={"required_industries": 1})
    sheet = (await downloads(scene, sun)).worksheets[0]
    needed = {str(row[0].value) for row in sheet.iter_rows() if "必填" in [cell.value for cell in row]}
    assert {"主要行业2", "主要行业2服务器年销售额"} <= {
        each.partition("（")[0] for each in needed
    }  # it is at_the_overview
    assert not [each for each in needed if each.startswith("主要行业3")]


@after(at_the_overview)
async def test_a_second_workbook_is_compared_too_and_the_first_comes_again(scene: Scene, sun: Person) -> None:
    await sun.says("到站：深圳\n联系人职位：总监")
    book = await downloads(scene, sun)
    first = fill(book, {"到站": "东莞", "收货邮编": "518055"})
    await sun.sends("甲.xlsx", first)
    sun.sees("将改动 2 项")
    await sun.sends("甲.xlsx", first)
    sun.sees("这份表格正在核对", "将改动 2 项")
    await sun.sends("乙.xlsx", fill(book, {"到站": "广州", "收货邮编": None, "联系人职位": "主任"}))
    sun.sees("📎 乙.xlsx", "之后接着核对 甲.xlsx", "将改动 2 项", "到站　深圳 → 广州")
    await sun.taps("确认改动（2）")
    sun.sees("📎 甲.xlsx", "到站", "草稿　广州", "表格　东莞")
    await sun.taps("留草稿")
    sun.sees("将改动 1 项", "收货邮编　— → 518055")
    await sun.taps("确认改动（1）")
    await sun.taps("查看全部")
    sun.sees("联系人职位　主任")
    await sun.taps("下一页")
    await sun.taps("下一页")
    sun.sees("到站　广州")


async def test_a_workbook_in_english_comes_back_as_it_was_sent(scene: Scene, sun: Person) -> None:
    await sun.speaks("English")
    await sun.says("Home")
    await sun.taps("Contracts")
    await sun.taps("New for 2027")
    await sun.says("Station of arrival: Shenzhen")
    await sun.taps("Template")
    await sun.taps("Make the Excel sheet")
    await worked(scene)
    book = load_workbook(BytesIO(sun.received(NAME)))
    await sun.taps("Back")
    await sun.sends(NAME, fill(book, {"Station of arrival": "Guangzhou"}))
    sun.sees("Answers that will change: 1", "Guangzhou")
    sun.sees_not("wasn't downloaded here")


# --- workbooks that aren't as they were sent -----------------------------------------------------------------------


def without_hidden(book: Workbook) -> None:
    del book["baobei"]


def forged(book: Workbook) -> None:
    """It pretends to have been sent with what the draft says now."""
    hidden = book["baobei"]
    for row in hidden.iter_rows(max_col=2):
        if row[0].value == "到站":
            row[1].value = "广州"


def nonsense(book: Workbook) -> None:
    hidden = book["baobei"]
    hidden.delete_rows(1, 3)
    hidden["A1"] = "=1/0"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(without_hidden, "不是从这里下载的表格"), (forged, "核对信息被改动"), (nonsense, "核对信息被改动")],
)
@after(at_the_overview)
async def test_without_a_hidden_sheet_to_be_trusted_everything_that_differs_is_asked(
    scene: Scene, sun: Person, spoil: object, told: str
) -> None:
    await sun.says("到站：深圳\n联系人职位：总监")
    book = await downloads(scene, sun)
    await sun.says("到站：广州")
    assert callable(spoil)
    spoil(book)
    await sun.sends(NAME, fill(book, {"联系人职位": "主任"}))
    sun.sees(told, "联系人职位", "草稿　总监", "表格　主任")
    await sun.taps("2 项都留草稿")
    sun.sees("将改动 0 项")
    await sun.taps("全部不改")
    await sun.taps("查看全部")
    sun.sees("联系人职位　总监")


@after(at_the_overview)
async def test_another_contracts_workbook_is_told_and_changes_nothing(scene: Scene, sun: Person) -> None:
    await sun.says("到站：深圳\n联系人职位：总监")
    book = await downloads(scene, sun)
    hidden = book["baobei"]
    rows = tuple((str(row[0].value), str(row[1].value or "")) for row in hidden.iter_rows(min_row=5, max_col=2))
    for at, (label, value) in enumerate(SentWorkbook("contract", "HT-2026-0009", "2026-01-01 09:00", rows).cells(), 1):
        hidden.cell(at, 1).value, hidden.cell(at, 2).value = label, value or None
    await sun.sends("HT-2026-0009.xlsx", fill(book, {"到站": "东莞"}))
    sun.sees("这是 HT-2026-0009 的表格", "没有改动")
    await sun.taps("查看全部")
    await sun.taps("下一页")
    await sun.taps("下一页")
    sun.sees("到站　深圳")


@after(at_the_overview)
async def test_an_older_workbook_says_when_it_was_made_and_takes_what_is_new_in_it(scene: Scene, sun: Person) -> None:
    await sun.says(pasted())
    old = await downloads(scene, sun)
    await sun.says("到站：广州")
    await downloads(scene, sun)
    await sun.sends(NAME, fill(old, {"主要经营品牌": "华芯"}))
    sun.sees("生成于 2026-11-", "将改动 1 项", "主要经营品牌　华芯、天河 → 华芯")
    sun.sees_not("到站")


@after(at_the_overview)
async def test_what_its_buttons_say_may_be_typed(scene: Scene, sun: Person) -> None:
    await sun.says("到站：深圳\n联系人职位：总监")
    book = await downloads(scene, sun)
    await sun.sends(NAME, fill(book, {"到站": "东莞"}))
    await sun.says("‽")
    sun.sees("可输入按钮上的字", "将改动 1 项", "到站　深圳 → 东莞")
    await sun.says("确认改动")
    await sun.taps("查看全部")
    await sun.taps("下一页")
    await sun.taps("下一页")
    sun.sees("到站　东莞")


@after(at_the_overview)
async def test_rows_and_sheets_that_were_added_are_told_and_none_of_them_is_dropped(scene: Scene, sun: Person) -> None:
    book = await downloads(scene, sun)
    book.worksheets[0].append(["备注", "请加急"])
    book.create_sheet("附页").append(["盖章人", "王会计"])
    await sun.sends("回.xlsx", saved(book))
    sun.sees("2 行未识别")
    sun.sees_not("没有改动")


@after(at_the_overview)
async def test_a_column_that_was_put_before_ours_hides_no_change(scene: Scene, sun: Person) -> None:
    await sun.says("到站：深圳")
    book = await downloads(scene, sun)
    filled = load_workbook(BytesIO(fill(book, {"到站": "广州"})))
    filled.worksheets[0].insert_cols(1)
    await sun.sends("回.xlsx", saved(filled))
    sun.sees("将改动 1 项", "到站　深圳 → 广州")


# --- workbooks that were never ours ---------------------------------------------------------------------------------


async def test_of_a_workbook_that_isnt_the_contracts_own_nothing_goes_in_unseen(
    scene: Scene, sun: Person, li: Person
) -> None:
    """A list with a heading says no answers and is named with its columns; labels with answers are listed to be confirmed."""
    customers = [
        ("客户名称", "电话", "主要客户", "区域"),
        ("深圳星河", "0755-1", "富士康", "华南"),
        ("东莞晨曦", "0769-1", "比亚迪", "华南"),
    ]
    facts = [("到站", "东莞", "急"), ("主要经营品牌", "华芯"), ("收货邮编", "518055")]
    regions = [("主要客户", "区域"), ("富士康", "华南"), ("立讯", "华东")]
    await begins(sun)
    await sun.sends("资料.xlsx", book_of(客户=customers, 资料=facts, 分区=regions))
    sun.sees(
        "将改动 3 项",
        "不是从这里下载的表格",
        "到站　— → 东莞",
        "主要经营品牌　— → 华芯",
        "到站：“急”写在答案那一列之外",
    )
    sun.sees("“客户”页是清单（客户名称，电话，主要客户，区域）", "“分区”页是清单（主要客户，区域）")
    sun.sees_not("富士康")
    await sun.taps("全部不改")
    sun.sees("草稿未改动")
    await li.taps("报备客户")
    await li.sends("客户.xlsx", book_of(客户=customers, 分区=[("客户名称", "区域"), ("富士康", "华南")]))
    li.sees(
        "“客户”页是清单（客户名称，电话，主要客户，区域），不是这份表单，没有读入", "“分区”页是清单（客户名称，区域）"
    )


@after(at_the_overview)
async def test_what_a_spreadsheet_spoilt_is_no_answer_and_says_why(scene: Scene, sun: Person) -> None:
    book = await downloads(scene, sun)
    answers: dict[str, object] = {
        "银行账号": 6222021234567890123,
        "税号": "9.14403E+17",
        "收货传真": "#REF!",
        "主要经营品牌": "华芯",
    }
    await sun.sends(NAME, fill(book, answers))
    sun.sees("将改动 1 项", "主要经营品牌　— → 华芯")
    sun.sees(
        "银行账号：6.22202123456789E+18 已丢失末尾几位", "税号：9.14403E+17 已丢失", "收货传真：#REF! 是表格里的错误值"
    )


@after(at_the_overview)
async def test_a_formula_without_a_result_is_no_emptied_cell(scene: Scene, sun: Person) -> None:
    await sun.says("开户银行：工行\n到站：深圳")
    book = await downloads(scene, sun)
    await sun.sends(NAME, fill(book, {"开户银行": '=CONCATENATE("工","行")', "主要经营品牌": "华芯"}))
    sun.sees("将改动 1 项", "主要经营品牌　— → 华芯", "开户银行：公式", "没有保存结果")
    sun.sees_not("工行 → —")


@after(at_the_overview)
async def test_a_workbook_of_which_nothing_is_known_is_asked_about(sun: Person) -> None:
    content = book_of(费用=[("差旅费", "1200"), ("招待费", "800")])
    await sun.sends("费用.xlsx", content)
    sun.sees("📎 费用.xlsx", "当作什么？", "[作为附件]", "[读表格内容（2 行）]", "[不用这个文件]")
    await sun.taps("不用这个文件")
    sun.sees_not("费用.xlsx · 文件类型")
    await sun.sends("费用.xlsx", content)
    await sun.says("读表格内容（2 行）")
    sun.sees("2 行未识别", "[归位 2 行]")
    await sun.taps("全部不改")
    await sun.sends("费用.xlsx", content)
    await sun.taps("作为附件")
    sun.sees("缺 费用.xlsx · 文件类型")
    await sun.taps("附件")
    sun.sees("渠道签约 · 附件 1 · 1/4", "📎 费用.xlsx")
    await sun.taps("总览")
    await sun.sends("注册登记表.xlsx", content)
    sun.sees_not("当作什么？")


@after(at_the_overview)
async def test_sent_elsewhere_it_is_no_list_and_says_where_it_goes(scene: Scene, sun: Person, zhou: Person) -> None:
    content = saved(await downloads(scene, sun))
    await sun.goes_home()
    await sun.sends(NAME, content)
    sun.sees("这是合同 HT-2027-0001 的表格，没有读入。请在“渠道签约”里打开这份合同的草稿")
    await zhou.sends(NAME, content)
    zhou.sees("这是合同 HT-2027-0001 的表格，没有读入。请交给该代理商的公司主账户")
    for each in (sun, zhou):
        each.finds_not("录入订单表格")


async def test_at_a_contracts_pages_a_workbook_is_the_contracts_and_no_list_of_orders(
    scene: Scene, sun: Person
) -> None:
    """Its card, its answers, its documents, the list of contracts, the page that the workbook came from."""
    content = book_of(费用=[("差旅费", "1200"), ("招待费", "800")])
    await begins(sun)
    await sun.says("到站：深圳")
    await sun.taps("下载模板")
    await sun.taps("生成 Excel 模板")
    await worked(scene)
    book = load_workbook(BytesIO(sun.received(NAME)))
    same = saved(book)
    await sun.sends(NAME, fill(book, {"到站": "东莞"}))
    sun.sees("将改动 1 项", "到站　深圳 → 东莞")
    await sun.taps("全部不改")
    for sent, seen in ((same, "表格与草稿一致"), (content, "当作什么？")):
        for page in ("渠道签约", "1"):
            await sun.goes_home()
            await sun.taps("渠道签约")
            if page == "1":
                await sun.taps(page)
            await sun.sends("费用.xlsx", sent)
            sun.sees(seen)
    sun.sees("[作为附件]", "[读表格内容（2 行）]", "[不用这个文件]")
    await sun.taps("作为附件")
    sun.sees("缺 费用.xlsx · 文件类型")
