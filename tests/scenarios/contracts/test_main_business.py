"""主要行业 and 主要客户: several in one line, each with its figure; what is checked before it is handed in."""

from __future__ import annotations

from tests.cast import Person, after
from tests.cast.contracts import at_the_overview, attaches, pasted

TRADES = tuple(f"主要行业{number}{what}" for number in (1, 2, 3) for what in ("", "服务器年销售额"))
CUSTOMERS = tuple(f"主要客户{number}{what}" for number in (1, 2, 3) for what in ("", "服务器年销售额"))


@after(at_the_overview)
async def test_three_trades_and_customers_in_one_line_are_three_and_checked_with_their_figures(sun: Person) -> None:
    customers = "深圳市星河联创电子有限公司 300、佛山市启明电机有限公司 1,200万，东莞市宏图智能科技有限公司 0"
    line = f"主要行业：制造 500、教育 0.5亿；医疗 80\n主要客户：{customers}"
    await sun.says(f"{pasted(without=(*TRADES, *CUSTOMERS))}\n{line}")
    sun.sees("✅ 公司业务信息")
    sun.sees_not("未识别")
    await sun.taps("查看全部")
    for _ in range(3):
        await sun.taps("下一页")
    sun.sees("主要行业　制造 500 万元、教育 5,000 万元、医疗 80 万元")
    await sun.says("主要行业：教育 300、制造 600")
    sun.sees_not("未识别")
    await sun.taps("查看全部")
    for _ in range(3):
        await sun.taps("下一页")
    sun.sees("主要行业　制造 600 万元、教育 300 万元、医疗 80 万元")
    sun.sees(
        "深圳市星河联创电子有限公司 300 万元、佛山市启明电机有限公司 1,200 万元、东莞市宏图智能科技有限公司 0 万元"
    )


@after(at_the_overview)
async def test_a_figure_may_stand_right_behind_its_trade_and_be_typed_wide(sun: Person) -> None:
    await sun.says(f"{pasted(without=(*TRADES, *CUSTOMERS))}\n主要行业：制造５００、教育３００万、医疗８０")
    sun.sees_not("未识别")
    await sun.says("主要客户：深圳市星河联创电子有限公司 ３００、佛山市启明电机有限公司 １，２００")
    sun.sees_not("未识别")
    await sun.taps("查看全部")
    for _ in range(3):
        await sun.taps("下一页")
    sun.sees("主要行业　制造 500 万元、教育 300 万元、医疗 80 万元")
    sun.sees("深圳市星河联创电子有限公司 300 万元、佛山市启明电机有限公司 1,200 万元")


@after(at_the_overview)
async def test_a_trade_with_its_figure_is_understood_where_it_is_asked_for(sun: Person) -> None:
    await sun.taps("公司业务信息")
    await sun.says("制造５００")
    sun.sees("✓ 主要行业、服务器年销售额 2 项")


@after(at_the_overview)
async def test_a_fourth_trade_hears_how_many_there_may_be_and_isnt_lost(sun: Person) -> None:
    await sun.says("主要行业：制造 500、教育 300、医疗 80")
    await sun.says("主要行业：金融 90、能源 70")
    sun.sees("⚠ 主要行业：最多 3 个，多出的没有填入", "[未识别 (2)]")
    assert sun.view.count("最多 3 个，多出") == 1
    await sun.taps("未识别")
    sun.sees("金融 90", "能源 70")


@after(at_the_overview)
async def test_they_are_typed_in_one_line_where_they_are_asked_for(sun: Person) -> None:
    await sun.taps("公司业务信息")
    await sun.says("制造、教育，医疗")
    sun.sees("主要行业 1", "服务器年销售额")
    for sales in ("500", "300", "200"):
        await sun.says(sales)
    sun.sees("主要客户")
    await sun.taps("添加")
    await sun.says("深圳市星河联创电子有限公司、佛山市启明电机有限公司")
    sun.sees("主要客户 1", "服务器年销售额")


@after(at_the_overview)
async def test_of_a_line_only_what_is_offered_is_taken_and_said_anew_it_fills_the_same_places(sun: Person) -> None:
    await sun.says("主要行业：家电、制造、汽车")
    sun.sees("没有“家电”", "没有“汽车”")
    await sun.says("主要行业：教育、医疗")
    await sun.taps("查看全部")
    for _ in range(3):
        await sun.taps("下一页")
    sun.sees("制造", "教育", "医疗")


@after(at_the_overview)
async def test_a_figure_of_nothing_is_a_figure(sun: Person, chen: Person) -> None:
    await sun.says(f"{pasted(without=('年总营业额', '公司年营业额(万元)', '主要行业1服务器年销售额'))}\n年总营业额：0")
    await sun.says("主要行业1服务器年销售额：0\n销售人员总数：0")
    sun.sees("公司年营业额")
    await sun.taps("继续")
    sun.sees("[0 万元]")
    await sun.says("0")
    await sun.taps("总览")
    await attaches(sun)
    await sun.taps("提交审批")
    chen.sees("年总营业额　0 万元")
    await chen.taps("详情", on="HT-2027-0001")
    await chen.taps("全部内容")
    chen.sees("年总营业额　0 万元", "销售人员总数　0")
    await chen.taps("下页")
    await chen.taps("下页")
    chen.sees("主要行业　制造 0 万元、教育 200 万元", "公司年营业额　0 万元")


@after(at_the_overview)
async def test_the_same_trade_or_customer_takes_no_second_place(sun: Person) -> None:
    await sun.taps("公司业务信息")
    for answer in ("制造", "500"):
        await sun.says(answer)
    await sun.taps("再加一个")
    await sun.says("制造")
    sun.sees("“制造”已填过，请填另一个")
    await sun.says("教育")
    await sun.says("300")
    sun.sees("制造 500 万元", "教育 300 万元")


@after(at_the_overview)
async def test_nor_does_it_where_all_stand_in_one_line(sun: Person) -> None:
    await sun.says("主要行业：制造 500、制造 300、制造 100")
    sun.sees("“制造”写了两次，只取第一个", "[未识别 (2)]", "主要行业（还缺 2 项）")
    await sun.taps("未识别")
    sun.sees("制造 300", "制造 100")
    await sun.taps("返回")
    await sun.says("主要行业：教育、教育、医疗")
    sun.sees("“教育”写了两次", "[未识别 (3)]")
    await sun.taps("查看全部")
    for _ in range(3):
        await sun.taps("下一页")
    sun.sees("主要行业　制造 500 万元、教育（⚠ 缺 服务器年销售额）、医疗（⚠ 缺 服务器年销售额）")
    await sun.says("主要客户：佛山市启明电机有限公司 300、佛山市启明电机有限公司 200")
    sun.sees("“佛山市启明电机有限公司”写了两次")


@after(at_the_overview)
async def test_a_trade_that_stands_elsewhere_leaves_the_figure_of_the_place_that_it_was_said_for(sun: Person) -> None:
    await sun.says("主要行业：制造 500、教育 300")
    await sun.says("主要行业2：制造 800")
    sun.sees("“制造”已填过")
    await sun.taps("查看全部")
    for _ in range(3):
        await sun.taps("下一页")
    sun.sees("主要行业　制造 500 万元、教育 300 万元")


async def test_in_english_the_lists_own_label_stands_before_several(sun: Person) -> None:
    await sun.speaks("English")
    await sun.taps("Contracts")
    await sun.taps("New for 2027")
    await sun.says("Main industries: finance 1 million, energy 500k, education 200,000, manufacturing 100,000")
    sun.sees("at most 3, the others were not filled in", "[Not understood (1)]")
    await sun.taps("See all")
    for _ in range(3):
        await sun.taps("Next")
    sun.sees("Finance CNY 1 million, Energy CNY 500,000, Education CNY 200,000")
