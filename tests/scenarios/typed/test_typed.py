"""What is typed at home: a text that isn't an answer never becomes one."""

from __future__ import annotations

import pytest

from dialogs.core.screen import Wording
from dialogs.typed.called import called
from tests.cast import Person, Scene, after
from tests.cast.customers import held

STAR = "深圳市星河联创电子有限公司"


@pytest.mark.parametrize(
    "text",
    [
        f"客户全程：{STAR}\n所在的：深圳",
        "拜访记录：今天见了王工\n下一步：寄样",
        "10:30 开会\n11:00 见客户",
    ],
)
async def test_a_note_with_colons_becomes_nobodys_name(li: Person, text: str) -> None:
    await li.says(text)
    li.sees("未识别", "“客户名称：…”", "“客户 项目 状态 进展”，写跟进", "“客户 型号 数量 单价”，录订单", "[报备客户]")
    li.sees_not("统一社会信用代码", "✓")


async def test_a_paste_fills_only_what_it_has_labels_for(li: Person) -> None:
    await li.says("王总您好\n区域：深圳\n总出货量：120")
    li.sees("客户名称", "未识别 1 行：王总您好")
    await li.says(STAR)
    li.sees("统一社会信用代码")


async def test_a_paste_over_a_page_is_understood_there_too(li: Person) -> None:
    await li.taps("资源池")
    await li.says(f"客户名称：{STAR}\n区域：深圳\n产品领域：空调\n总出货量：120\n在用MCU：STM32F103")
    li.sees("请核对", STAR, "[提交]")


@after(held)
async def test_what_two_readers_take_is_asked(li: Person, chen: Person) -> None:
    await li.goes_home()
    await li.says("项目名称：空调主控\n状态：小批")
    li.sees("这是什么？", "项目名称：空调主控", "[报备客户]", "[写跟进]", "[主页]")
    await li.edits("空调主控", "项目名称：风扇主控\n状态：小批")
    li.sees("这是什么？", "项目名称：风扇主控")
    assert li.count("这是什么？") == 1, "what the message said before stands nowhere"
    await li.taps("报备客户")
    li.sees("客户名称")
    await li.edits("风扇主控", "项目名称：水泵主控\n状态：小批\n客户名称：佛山市启明电机有限公司")
    li.sees("✓ 客户名称、项目名称、状态 3 项", "区域")


@after(held)
async def test_a_projects_update_in_one_line_is_heard_anew_behind_the_customers_name(li: Person, chen: Person) -> None:
    await li.follows_up("星河", "客户立项")
    await li.adds_project("空调主控", "空调", "BAT32G135", "研发", "样片已寄出", "5万", "打样", "2026-12-20")
    await li.taps("提交")
    await li.goes_home()
    await li.says("星河 空调主控 小批 首批顺利")
    await li.says("进展正常")
    await li.finishes()
    li.sees("请核对", "空调主控（小批）首批顺利")
    await li.edits("首批顺利", "星河 空调主控 小批 首批有返工")
    li.sees("请核对", "空调主控（小批）首批有返工")
    await li.edits("首批有返工", "启明 空调主控 小批 首批有返工")
    li.sees("修改未采用", "空调主控（小批）首批有返工")


@after(held)
async def test_a_known_project_that_a_paste_names_is_that_project(li: Person, chen: Person) -> None:
    await li.follows_up("星河", "客户立项")
    await li.adds_project("空调主控", "空调", "BAT32G135", "研发", "样片已寄出", "5万", "打样", "2026-12-20")
    await li.taps("提交")
    await li.goes_home()
    await li.says("客户：星河\n客户动态：首批顺利\n项目：空调主控\n状态：小批\n进展：首批已下单")
    li.sees("✓ 客户动态、项目名称、状态、进展 4 项")
    await li.finishes()
    li.sees("请核对", "空调主控（小批）首批已下单")
    await li.says("项目名称：空调主控\n进展：首批已付款")
    li.sees("空调主控（小批）首批已付款")
    li.sees_not("首批已下单", "2 空调主控")
    await li.taps("提交")
    li.sees("已提交")
    await li.goes_home()
    await li.taps("更多")
    await li.taps("我的项目")
    li.sees("我的项目 · 1", "1 空调主控　小批")


@pytest.mark.parametrize("text", ["星河 空调主控 小批 首批500片", "今天去了星河，空调主控进小批了，首批500片"])
@after(held)
async def test_a_stage_and_pieces_without_a_price_are_no_order(li: Person, chen: Person, text: str) -> None:
    await li.follows_up("星河", "客户立项")
    await li.adds_project("空调主控", "空调", "BAT32G135", "研发", "样片已寄出", "5万", "打样", "2026-12-20")
    await li.taps("提交")
    await li.goes_home()
    await li.says(text)
    li.sees("写跟进", "星河联创")
    li.sees_not("这是什么？")
    await li.goes_home()
    for either in ("星河 空调主控 小批 500片 3.2元", "星河 空调主控 小批 首批500片已下单"):
        await li.says(either)
        li.sees("这是什么？", "[录入订单]", "[写跟进 · 深圳市星河联创电子有限公司]")
        await li.goes_home()


async def test_a_draft_that_names_no_customer_yet_says_what_it_has(li: Person) -> None:
    await li.says("区域：深圳\n产品领域：空调")
    await li.goes_home()
    await li.taps("更多")
    await li.taps("草稿")
    li.sees("报备客户 · 区域 广东 深圳")
    li.sees_not("报备客户 · 李明")


@after(held)
async def test_a_follow_up_asks_for_whom_and_takes_what_it_has_labels_for(li: Person, chen: Person) -> None:
    await li.goes_home()
    await li.says("客户动态：本周送样")
    li.sees("星河", "客户动态：本周送样")
    await li.picks("深圳市星河")
    li.sees("本周送样")
    await li.edits("本周送样", "客户动态：下周送样")
    li.sees("请核对", "客户动态　下周送样")


@after(held)
async def test_a_list_searches_and_what_it_does_not_find_goes_to_whoever_knows_it(li: Person, chen: Person) -> None:
    for entry in ("我的客户", "写跟进", "录入订单", "更多"):
        await li.goes_home()
        await li.taps(entry)
        if entry == "更多":
            await li.taps("我的项目")
        await li.says("客户动态：本周送样")
        li.sees("这一条是哪个客户的？", "本周送样")
        await li.taps("不要这条")
        await li.says("晨曦晨曦")
        li.sees_not("这一条是哪个客户的？", "未识别")
    await li.goes_home()
    await li.taps("写跟进")
    note = "今天上午去见了王工，样机已经跑起来了，他们对功耗比较满意，下周再寄 20 片样片过去看看高温"
    await li.says(note)
    li.sees("跟进", "今天上午去见了王工")


async def test_in_english_too(li: Person) -> None:
    await li.speaks("English")
    await li.goes_home()
    await li.says("Meeting notes: met Mr Wang\nNext: samples")
    li.sees("Not found, and not understood")
    await li.says(f"Customer name: {STAR}\nRegion: 深圳")
    li.sees("Product domain")


async def test_who_may_not_report_is_told_what_he_can_type(zhou: Person) -> None:
    await zhou.says(f"客户名称：{STAR}\n区域：深圳")
    zhou.sees("未识别")
    zhou.sees_not("报备")


@pytest.mark.parametrize(
    ("who", "can", "cannot"),
    [("周助理", "录订单", "写跟进"), ("赵工", "写跟进", "录订单"), ("陈经理", "查找客户", "录订单")],
)
async def test_what_is_not_understood_says_what_this_person_can_type(
    scene: Scene, who: str, can: str, cannot: str
) -> None:
    person = scene.person(who)
    await person.goes_home()
    await person.says("你们几点下班")
    person.sees("未识别，也没有找到", "客户名称的几个字", can)
    assert cannot not in person.screen.split(person.name)[0]


@pytest.mark.parametrize(
    "text",
    [
        "中山市宏景电机有限公司，风扇，80万，STM32F103",
        "新客户 中山市宏景电机有限公司 年用量80万 用STM32F103 做风扇",
        "帮我报备中山市宏景电机有限公司 80万/年 STM32F103 风扇",
    ],
)
async def test_a_sentence_with_a_full_name_and_a_volume_is_a_report(li: Person, text: str) -> None:
    """It asks what is missing and nothing that was said."""
    await li.says(text)
    li.sees("客户名称、产品领域、总出货量（万/年）、在用MCU 4 项", "报备客户", "区域", "[广东 中山]")
    li.sees_not("未识别")


@pytest.mark.parametrize(
    "text",
    ["我们公司 80万 STM32F103", "贵公司 100万/年 BAT32G135", "中山市宏景电机有限公司 STM32F103 5k 3.2元"],
)
async def test_our_company_yours_and_an_order_are_no_report(li: Person, text: str) -> None:
    await li.says(text)
    li.sees_not("报备客户 ·")


async def test_thousands_in_a_reports_sentence_stay_one_figure(li: Person) -> None:
    await li.says("中山市宏景电机有限公司,1,200万,STM32F103")
    li.sees("客户名称、总出货量（万/年）、在用MCU 3 项")
    li.sees_not("未识别")


async def test_a_year_in_a_reports_sentence_is_no_volume(li: Person) -> None:
    await li.says("中山市宏景电机有限公司 2026年 STM32F103")
    li.sees("客户名称、在用MCU 2 项", "未识别 1 行：2026年")


async def test_what_a_reports_sentence_says_besides_is_shown(li: Person) -> None:
    await li.says("中山市宏景电机有限公司 80万 STM32F103 老板姓何")
    li.sees("客户名称、总出货量（万/年）、在用MCU 3 项", "未识别 1 行：老板姓何")


@after(held)
async def test_how_long_a_customer_is_protected_is_asked_in_a_sentence(li: Person, chen: Person) -> None:
    for text in ("星河还有几天", "星河 还剩多少天保护？", "查一下星河联创的保护期到哪天", "星河什么时候到期"):
        await li.goes_home()
        await li.says(text)
        li.sees(STAR, "保护至 2027-02-23")
    await li.goes_home()
    await li.says("还剩多少天保护")
    li.sees("我的客户", STAR)


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("报备", "客户名称"),
        ("我要报备！", "客户名称"),
        ("新客户", "客户名称"),
        ("跟进", "还没有"),
        ("看看我的草稿", "草稿"),
        ("帮我录单", "录入订单"),
        ("公海", "资源池"),
        ("通知", "公告"),
        ("申请进度", "申请处理"),
        ("report a customer", "客户名称"),
        ("怎么用？", "帮助"),
    ],
)
async def test_what_people_call_a_thing_leads_to_it(li: Person, typed: str, stands: str) -> None:
    await li.says(typed)
    li.sees(stands)


async def test_a_word_that_says_what_a_paste_is_belongs_to_it(li: Person) -> None:
    await li.says(f"报备：\n客户名称：{STAR}\n区域：广东 深圳\n其他：老板姓黄")
    li.sees("✓ 客户名称、区域、客户背景 3 项")
    li.sees_not("未识别")


def test_a_long_line_is_no_such_word_and_isnt_looked_at() -> None:
    def never(wording: Wording) -> tuple[str, ...]:
        raise AssertionError(wording)

    assert not called("。" * 4000 + "x", "report_customer", never)
