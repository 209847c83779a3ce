"""Messages that are edited, and long texts that come in pieces, as a salesman's phone sends them."""

from __future__ import annotations

from tests.cast import Person, Scene, after, wire

STAR = "深圳星河科技有限公司"
SEA = "深圳星海科技有限公司"


async def begins(li: Person) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.taps("跳过")
    for answer in ("深圳", "空调", "120"):
        await li.says(answer)


@wire
async def test_an_edited_answer_is_the_answer_until_it_is_submitted(scene: Scene, li: Person, chen: Person) -> None:
    await begins(li)
    li.sees("MCU")
    await li.edits("120", "130万")
    li.sees("MCU")
    await li.edits(STAR, SEA)
    await li.edits("130", "很多")
    li.sees("修改未采用", "不是数字")
    await li.says("STM32F103")
    await li.taps("直接核对")
    li.sees(SEA, "130")
    await li.taps("提交")
    chen.sees(SEA)
    await li.edits(SEA, STAR)
    li.sees("已提交，请用 [修改]")
    chen.finds_not(STAR)


@wire
async def test_a_text_that_the_phone_cut_in_three_is_one(scene: Scene, li: Person) -> None:
    await li.taps("报备客户")
    async with scene.at_once():
        await li.says("字" * (4096 * 2 + 980))
    li.sees("共 9,172 字")
    await li.says(STAR)
    li.sees_not("字字")


async def test_what_an_edit_cannot_do_is_said(li: Person) -> None:
    await li.says("你好吗")
    await li.edits("你好吗", "你们好")
    li.sees("改这条消息不起作用")
    await begins(li)
    await li.edits("120", "/cancel")
    li.sees("改成命令不起作用", "MCU")
    await li.sends("规格.txt", b"hello", caption="规格")
    await li.edits("规格", "规格书")
    li.sees("文件或说明改了不起作用", "MCU")


NOTE = "星河 空调主控 小批 首批已下单\n启明 应急灯驱动 选型 首批2000"


async def two_held(li: Person, chen: Person) -> None:
    for name in (STAR, "佛山市启明电机有限公司"):
        await li.reports(name)
        await chen.approves(name)
        await li.goes_home()


def note(star: str, moon: str) -> str:
    return f"星河 空调主控 小批 {star}\n启明 应急灯驱动 选型 {moon}"


@after(two_held)
async def test_a_note_of_several_customers_that_is_edited_changes_the_reports_that_wait(li: Person) -> None:
    await li.says(NOTE)
    await li.taps("写跟进 · 深圳星河科技有限公司、佛山市启明")
    await li.edits("首批已下单", note("首批已发货", "首批3000"))
    li.sees("已随消息更改：写跟进 · 佛山市启明", "选型 首批3000", "✓ 客户动态：空调主控 小批 首批已发货")
    await li.edits("首批已发货", "启明 应急灯驱动 选型 首批4000\n星河 空调主控 小批 首批已签收")
    li.sees("已随消息更改：写跟进 · 佛山市启明", "首批4000", "首批已签收")
    await li.edits("首批已签收", "启明 应急灯驱动 选型 首批5000")
    li.sees("首批5000", "还没提交，请在表单里改", "星河")
    await li.taps("返回")
    await li.finishes()
    li.sees("首批已签收")
    await li.taps("提交")
    await li.finishes()
    li.sees("启明", "首批5000")


@after(two_held)
async def test_who_is_added_to_a_note_of_several_customers_is_named(li: Person, chen: Person) -> None:
    await li.reports("中山市大河电机有限公司")
    await chen.approves("大河")
    await li.goes_home()
    await li.says(NOTE)
    await li.taps("写跟进 · 深圳星河科技有限公司、佛山市启明")
    await li.edits("首批已下单", f"{NOTE}\n大河 网关 选型 首批1000")
    li.sees("新写的没有采用，请另发一条：大河 网关 选型 首批1000")


@after(two_held)
async def test_of_a_note_of_several_customers_what_was_submitted_stands_and_is_named(li: Person) -> None:
    await li.says(NOTE)
    await li.taps("写跟进 · 深圳星河科技有限公司、佛山市启明")
    await li.finishes()
    await li.taps("提交")
    li.sees("启明")
    await li.edits("首批已下单", note("首批已签收", "首批3000"))
    li.sees("请用 [修改]", "[修改 深圳星河", "已随消息更改：写跟进 · 佛山市启明")
    li.sees_not("还没提交")
    await li.taps("返回")
    await li.finishes()
    li.sees("首批3000")
    await li.taps("提交")
    await li.edits("首批已签收", note("首批已到货", "首批3000"))
    li.sees("这条消息已写成 2 份，改消息不起作用", "[修改 深圳星河", "[修改 佛山市启明")
    li.sees_not("还没提交")
    await li.taps("修改 佛山市启明")
    li.sees("更正", "首批3000")
