"""A report by paste: however it is written, two acts; what isn't understood is shown, and goes where one tap says."""

from __future__ import annotations

import pytest

from tests.cast import Person

NAME = "深圳市星河联创电子有限公司"
SEEN = (
    "请核对",
    f"客户名称　{NAME}",
    "区域　广东 深圳",
    "产品领域　家电 · 空调",
    "总出货量　120 万/年",
    "在用MCU　STM32F103",
)

TEN = (
    f"客户名称：{NAME}\n区域：深圳\n产品领域：空调\n总出货量：120\n在用MCU：STM32F103",
    f"客户全称:{NAME}\n所在地:深圳\n领域:空调\n年用量:120万\n型号:STM32F103",
    f"1、公司名称：{NAME}\n2、所在城市：深圳\n3、应用领域：空调\n4、年用量：120万/年\n5、主要用料：STM32F103\n6、采购方：\n7、加工厂：无",
    f"【客户全称】{NAME}\n【所在地】深圳\n【产品】空调\n【用量】120万\n【型号】STM32F103",
    f"客户名称 {NAME}\n区域 深圳\n产品领域 空调\n年用量 120万\n型号 STM32F103",
    f"客户：{NAME}，所在地：深圳，产品：空调，年用量：120万，型号：STM32F103",
    f"客户名称\t区域\t产品领域\t年用量\t在用MCU\n{NAME}\t深圳\t空调\t120\tSTM32F103",
    f"客户名称\t{NAME}\n区域\t深圳\n产品领域\t空调\n总出货量（万/年）\t120\n在用MCU\tSTM32F103",
    f"Customer name: {NAME}\nRegion: 深圳\nProduct domain: 空调\nAnnual volume: 1200000 pcs\nMCU: STM32F103",
    (
        f"客户报备\n(1)客户名称={NAME}\n(2)所在省市=广东 深圳\n(3)领域=家电 空调\n(4)用量=120w\n(5)MCU型号=STM32F103\n"
        "(6)备注=2010年成立，注册资本 5000 万"
    ),
)


@pytest.mark.parametrize("text", TEN)
async def test_a_report_by_paste_takes_two_acts(li: Person, text: str) -> None:
    before = li.acts
    await li.says(text)
    li.sees(*SEEN)
    li.sees_not("未识别")
    await li.taps("提交")
    li.sees("已提交 BB-2026-0")
    assert li.acts - before == 2


async def test_what_was_understood_is_named_and_every_other_line_is_shown(li: Person) -> None:
    await li.taps("报备客户")
    await li.says(f"客户名称：{NAME}\n区域：深圳\n星座：狮子\n领域：空调\n用量：120\n型号：STM32F103\n王总说很急")
    li.finds("✓ 客户名称、区域、产品领域、总出货量（万/年）、在用MCU 5 项；未识别 2 行")
    li.sees("请核对", "未识别 2 行：星座：狮子、王总说很急")
    await li.taps("未识别 (2)")
    li.sees("1 星座：狮子", "2 王总说很急")
    await li.taps("2")
    li.sees("王总说很急", "放到哪一项")
    await li.taps("客户背景")
    li.sees("未识别 1 行", "星座：狮子")
    await li.taps("1")
    await li.taps("不要这行")
    li.sees("请核对", "客户背景　王总说很急")
    li.sees_not("未识别")
    await li.taps("提交")
    li.sees("已提交")


async def test_thirty_lines_that_mean_nothing_are_all_shown_page_by_page(li: Person) -> None:
    await li.taps("报备客户")
    lines = "\n".join(f"闲话第{number}句" for number in range(1, 31))
    await li.says(f"客户名称：{NAME}\n区域：深圳\n{lines}")
    li.sees("未识别 30 行")
    await li.taps("未识别 (30)")
    for page in range(4):
        li.sees(f"闲话第{page * 8 + 1}句")
        if page < 3:
            await li.taps("下一页")
    li.sees("闲话第30句")
    await li.taps("全部不要")
    li.sees_not("未识别")
    li.sees("产品领域")


async def test_a_value_that_was_refused_isnt_lost_and_says_why(li: Person) -> None:
    await li.taps("报备客户")
    await li.says(f"客户名称：{NAME}\n区域：深圳\n领域：空调\n用量：12台\n型号：STM32F103")
    li.sees("“12台”不是数字", "总出货量（万/年）")
    await li.says("星座：狮子\n王总说很急\n年用量：13台")
    li.sees("；未识别 3 行" if "✓" in li.view else "未识别", "⚠ 未识别 3 行：星座：狮子、王总说很急、年用量：13台")
    await li.taps("未识别 (4)")
    for _ in range(3):
        await li.taps("2")
        await li.taps("不要这行")
    li.sees("用量：12台")
    await li.goes_home()
    await li.taps("报备客户")
    await li.taps("继续 1")
    li.sees("未识别 1 行")  # it lies in the draft, too
    await li.taps("返回")
    await li.says("年用量：120")  # which makes it good
    li.sees_not("未识别")


async def test_a_value_where_nothing_is_an_answer_empties_and_where_it_is_a_choice_is_chosen(
    li: Person, sun: Person
) -> None:
    await li.says(f"客户名称：{NAME}\n区域：深圳\n领域：空调\n用量：120\n型号：STM32F103\n加工厂：无\n采购方：-")
    li.sees("加工厂　—", "采购方　—")
    li.sees_not("未识别")
    await sun.taps("渠道签约")
    await sun.taps("新建 2027 财年")
    await sun.says("系统集成资质等级：无\n到站：深圳")
    await sun.taps("查看全部")
    sun.sees("系统集成资质等级　无")


# --- a contract ---------------------------------------------------------------------------------------------------


async def begins(sun: Person) -> None:
    await sun.taps("渠道签约")
    await sun.taps("新建 2027 财年")


async def looks_through(sun: Person, section: str) -> None:
    """The check of a whole contract, page by page, as far as the section."""
    await sun.taps("查看全部")
    while section not in sun.screen:
        await sun.taps("下一页")


@pytest.mark.parametrize(
    "text",
    [
        "收发票地址：南山\n邮政编码：518000\n收货地址：仓库\n邮政编码：518055",
        "收货地址：仓库\n邮政编码：518055\n收发票地址：南山\n邮政编码：518000",
        "收货单位全称：甲\n邮政编码：518055\n收货地址：仓库\n收发票单位全称：甲\n邮政编码：518000\n收发票地址：南山",
        "【收货信息】\n地址：仓库\n邮编：518055\n【收票信息】\n地址：南山\n邮编：518000",
        "收货邮编：518055\n收票邮编：518000",
        "收货地址：仓库，邮编：518055；收票地址：南山，邮编：518000",
    ],
)
async def test_the_postcodes_of_invoice_and_delivery_come_out_where_they_belong(sun: Person, text: str) -> None:
    await begins(sun)
    await sun.says(text)
    sun.sees_not("未识别")
    await looks_through(sun, "渠道签约 · 商务信息")
    sun.sees("收票邮编　518000", "收货邮编　518055")


async def test_a_postcode_that_nothing_tells_apart_is_asked_for_one_tap(sun: Person) -> None:
    await begins(sun)
    await sun.says("邮政编码：518055\n主要经营品牌：华芯")
    sun.sees("未识别 1 行：邮政编码：518055")
    await sun.taps("未识别 (1)")
    await sun.taps("1")
    await sun.taps("收货邮编")
    await looks_through(sun, "渠道签约 · 商务信息")
    sun.sees("收货邮编　518055")


async def test_industries_and_customers_by_their_numbers(sun: Person) -> None:
    await begins(sun)
    await sun.says(
        "主要行业1：制造\n主要行业1服务器年销售额：500\n主要行业2：教育\n主要行业2服务器年销售额：300\n"
        "主要客户1：甲公司\n主要客户1服务器年销售额：90万"
    )
    sun.sees_not("未识别")
    await looks_through(sun, "渠道签约 · 公司业务信息")
    sun.sees("主要行业　制造 500 万元、教育 300 万元", "主要客户　甲公司")


SECOND = "东莞市明月精密仪器有限公司"
ANOTHER = (
    f"客户名称\t区域\t产品领域\t年用量\t在用MCU\n{NAME}\t深圳\t空调\t120\tSTM32F103\n{SECOND}\t东莞\t风扇\t8\tGD32",
    f"领域\t客户名称\t区域\t年用量\t在用MCU\n空调\t{NAME}\t深圳\t120\tSTM32F103\n风扇\t{SECOND}\t东莞\t8\tGD32",
    (
        f"客户名称：{NAME}\n区域：深圳\n领域：空调\n年用量：120\n型号：STM32F103\n\n"
        f"客户名称：{SECOND}\n区域：东莞\n领域：风扇\n年用量：8\n型号：GD32"
    ),
)


@pytest.mark.parametrize("text", ANOTHER)
async def test_what_tells_of_a_second_customer_goes_into_no_project_of_the_first(li: Person, text: str) -> None:
    await li.says(text)
    li.sees(*SEEN, "首个项目　—", "未识别 5 行")
    await li.taps("未识别 (5)")
    li.sees(SECOND, "东莞", "风扇", "8", "GD32")


async def test_traditional_characters_are_read_as_simplified_ones(li: Person) -> None:
    await li.says(f"客戶名稱：{NAME}\n區域：廣東 深圳\n產品領域：空調\n總出貨量：120萬\n在用MCU：STM32F103")
    li.sees(*SEEN)
    li.sees_not("未识别")
