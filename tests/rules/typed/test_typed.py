"""What is typed at home: text × reader. One that is sure opens, several are asked, none is a search."""

from __future__ import annotations

from bot.serving.work import DeskWork
from dialogs.core.ask import WorkAsk
from dialogs.typed.readers import meant
from domain.base.stage import Stage
from domain.follow_ups import writing
from domain.follow_ups.writing import WriteFollowUp
from domain.projects.records import Milestone, ProjectItem
from tests.rules.office import Office

STAR, MOON = "深圳市星河联创电子有限公司", "深圳市星海照明有限公司"
REPORT, FOLLOW_UP, WHOSE, SEARCH = "report_customer", "follow_up", "whose_report", "customers"
MINE, PERHAPS = True, False

TEXTS: dict[str, list[tuple[str, bool]]] = {
    # lines with labels of the report
    "客户名称：深圳市宏达科技有限公司": [(REPORT, MINE)],
    "客户名称：深圳市宏达科技有限公司\n区域：深圳": [(REPORT, MINE)],
    "客户名称:深圳市宏达科技有限公司": [(REPORT, MINE)],
    "客户名称\t深圳市宏达科技有限公司": [(REPORT, MINE)],
    "1. 客户名称：深圳市宏达科技有限公司": [(REPORT, MINE)],
    "总出货量：120": [(REPORT, MINE)],
    "总出货量（万/年）：120": [(REPORT, MINE)],
    "区域：海南": [(REPORT, MINE)],
    "在用MCU：STM32F103": [(REPORT, MINE)],
    "在用MCU= STM32F103": [(REPORT, MINE)],
    "产品领域：空调\n总出货量：120": [(REPORT, MINE)],
    "采购方：宏达采购中心": [(REPORT, MINE)],
    "客户背景：2003 年成立": [(REPORT, MINE)],
    "统一社会信用代码：91440300708461136T": [(REPORT, MINE)],
    "您好，请帮报备\n客户名称：深圳市宏达科技有限公司\n谢谢": [(REPORT, MINE)],
    "客户名称：\n区域：": [(REPORT, MINE)],
    "Customer name: Hongda Technology Ltd": [(REPORT, MINE)],
    "Customer name: Hongda Technology Ltd\nRegion: 深圳": [(REPORT, MINE)],
    "customer name：Hongda": [(REPORT, MINE)],
    "Region: 深圳": [(REPORT, MINE)],
    "Background: founded in 2003": [(REPORT, MINE)],
    # … of the follow-up
    "客户动态：本周送样": [(WHOSE, MINE)],
    "客户动态：本周送样\n下周回访": [(WHOSE, MINE)],
    "Customer dynamics: samples sent": [(WHOSE, MINE)],
    f"客户名称：{STAR}\n客户动态：本周送样": [(FOLLOW_UP, MINE)],  # her own already: nobody is reported twice
    f"客户动态：本周送样\n客户名称：{STAR}": [(FOLLOW_UP, MINE)],
    # … of both
    "项目名称：空调主控\n状态：小批": [(REPORT, MINE), (WHOSE, MINE)],
    # a project's update
    "空调主控 小批 首批 5k 已下单": [("order_card", MINE), (FOLLOW_UP, MINE)],
    "空调主控：小批 首批已下单": [(FOLLOW_UP, MINE)],
    "星河联创 空调主控 小批 首批已下单": [(FOLLOW_UP, MINE)],
    "空调主控 pilot run first batch ordered": [(FOLLOW_UP, MINE)],
    "空调主控 Development samples work": [(FOLLOW_UP, MINE)],
    "星河联创 新风机 研发 开始画板": [(FOLLOW_UP, PERHAPS)],  # a project that isn't known
    "深圳 新风机 研发 开始画板": [(FOLLOW_UP, PERHAPS), (FOLLOW_UP, PERHAPS)],  # two customers are called so
    # what is hoped for in a year is no order
    "空调主控 年预期 200万": [(FOLLOW_UP, MINE)],
    "空调主控 yearly expectation 20k": [(FOLLOW_UP, MINE)],
    "星河联创 空调主控 年预期改为 200万": [(FOLLOW_UP, MINE)],
    # … in English
    "Customer: Hongda": [(REPORT, MINE)],
    "City: Shenzhen": [(REPORT, MINE)],
    "Annual volume: 120": [(REPORT, MINE)],
    "Credit code: 91440300708461136T": [(REPORT, MINE)],
    "Dynamics: visited": [(WHOSE, MINE)],
    "Visit: samples work": [(WHOSE, MINE)],
    "Content: visited today\nCustomer: 星河联创": [(FOLLOW_UP, MINE)],
    "Project: 空调主控\nStage: pilot": [(REPORT, MINE), (WHOSE, MINE)],
    "xinghe 空调主控 pilot run first batch ordered": [(FOLLOW_UP, MINE)],
    "星河联创 空调主控 pilot run ok": [(FOLLOW_UP, MINE)],
    "星河联创 空调主控 moved to pilot, ok": [(FOLLOW_UP, MINE)],
    "STM32F103 5k 3.2": [("order_card", MINE)],
    "XINGHE LIANCHUANG": [(SEARCH, PERHAPS)],
    "pilot run": [],
    "hongda technology": [],
    "What can you do?": [],
    "My customers": [],  # a label of home, which opens before anybody reads
    "5k 3.2": [],
    # a command, which the desk takes first: nobody else has a use for it
    "/help": [],
    "/HOME": [],
    "/帮助": [],
    "//": [],
    # a search
    "星河": [(SEARCH, PERHAPS)],
    "联创电子": [(SEARCH, PERHAPS)],
    "xinghe": [(SEARCH, PERHAPS)],
    "xhlc": [(SEARCH, PERHAPS)],
    STAR: [(SEARCH, PERHAPS)],
    "空调主控": [(SEARCH, PERHAPS)],
    "星": [],
    "深圳": [(SEARCH, PERHAPS)],
    # nobody's
    "深圳市宏达科技有限公司": [],
    "客户全程：深圳市宏达科技有限公司\n所在的：深圳": [],
    "拜访记录：今天见了王工\n下一步：寄样": [],
    "10:30 开会\n11:00 见客户": [],
    "时间：明天下午三点": [],
    "见面时间: 3pm\nPlace: office": [],
    "https://example.com/a:b\nhttps://example.com/c:d": [],
    "宏达 新风机 研发 开始画板": [],
    "小批 首批已下单": [],
    "小批": [],
    "研发 小批 量产": [],
    "你好": [],
    "hello": [],
    "报备一下宏达": [],
    "13800138000": [],
    "zhang@hongda.com": [],
    "深圳市南山区科技园路1号": [],
    "：": [],
    "：\n：\n：": [],
    "字段：值\n字段：值": [],
    "<b>x</b>\n{ $a }：%s": [],
    "😀😀": [],
    "\u3164\u3164": [],
    "/": [],
    "客户名称": [],
    "客户名称是深圳市宏达科技有限公司": [],
}


async def prepared(office: Office) -> None:
    star = await office.holds("李明", STAR)
    await office.holds("李明", MOON)
    item = ProjectItem(
        project=None,
        name="空调主控",
        domain="家电 · 空调",
        mcu="STM32F103",
        stage=Stage.SELECTION,
        progress="画板",
        yearly=120000,
        milestone=Milestone.SAMPLE,
        due="2027-03",
    )
    await office.does(
        "李明", lambda work: writing.write(work, WriteFollowUp(customer=star, dynamics="送样", projects=(item,)))
    )


async def test_every_text_is_read_by_whom_it_is_meant_for(office: Office) -> None:
    await prepared(office)
    wordings = office.app.texts.everywhere

    def act(work: DeskWork) -> dict[str, list[tuple[str, bool]]]:
        ask = WorkAsk(work)
        return {text: [(each.opens.dialog, each.mine) for each in meant(text, ask, wordings)] for text in TEXTS}

    found = await office.does("李明", act)
    assert len(TEXTS) >= 60
    assert found == TEXTS


async def test_who_may_not_report_is_offered_no_report(office: Office) -> None:
    await prepared(office)
    wordings = office.app.texts.everywhere
    found = await office.does("管理员", lambda work: meant("客户名称：宏达\n区域：深圳", WorkAsk(work), wordings))
    assert found == []
