"""客户联系人: whoever looks after a customer keeps the people there, and gives them to the phone; nobody else learns of them."""

from __future__ import annotations

import pytest

from bot.sandbox.bot_api_error import Json
from tests.cast import Person, Scene, after, wire
from tests.cast.customers import held

STAR = "深圳市星河联创电子有限公司"
MOON = "东莞市明月精密仪器有限公司"
PHONE = "+8613900139000"
CARD = """BEGIN:VCARD
VERSION:3.0
FN:王建国
TEL;TYPE=CELL:13900139000
item1.TEL:0755-83765566
EMAIL;TYPE=INTERNET:wang@xinghe.example
ORG:星河联创;采购部
TITLE:采购经理
NOTE:周三不在\\, 下午好找
END:VCARD"""


async def holds(who: Person, chen: Person, name: str = STAR) -> None:
    await who.reports(name)
    await chen.approves(name)


async def keeps(who: Person, line: str, customer: str = "星河") -> None:
    """One line on the customer's page, and the summary."""
    await who.opens_customer(customer)
    await who.says(line)
    await who.taps("提交")


async def hands_over(sun: Person) -> None:
    """星河, to herself."""
    await sun.opens_customer("星河")
    await sun.taps("移交")
    await sun.taps("孙总")


def contacts(who: Person) -> list[Json]:
    """Those that the bot sent."""
    return [each.content["contact"] for each in who.phone.from_bot if "contact" in each.content]


@wire
@after(held)
async def test_a_contact_is_kept_by_a_form_and_comes_back_as_telegrams_own(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await li.taps("联系人")
    li.sees("客户联系人 0", STAR, "还没有联系人")
    await li.taps("添加联系人")
    li.sees(STAR, "姓名")
    await li.says("王工")
    await li.says("139 0013 9000 转 801")
    await li.says("采购员")
    li.sees("备注")
    await li.taps("跳过")
    li.sees("请核对", "王工", "139 0013 9000 转 801", "采购")
    await li.taps("提交")
    li.sees("已添加联系人", STAR, "采购 王工 139 0013 9000")
    await li.taps("查看")
    li.sees("王工", "角色　采购", "电话　139 0013 9000 转 801", "由 李明 填写")
    await li.taps("发名片")
    (sent,) = contacts(li)
    assert (sent["phone_number"].lstrip("+"), sent["first_name"]) == ("8613900139000", "王工")
    assert f"ORG:{STAR}" in sent["vcard"]
    assert "TITLE:采购" in sent["vcard"]
    await li.taps("返回")
    li.sees("王工", "[📇 发名片]")
    await li.opens_customer("星河")
    li.sees("👤 采购 王工 139 0013 9000", "联系人 (1)")


@after(held)
async def test_a_contact_forwarded_on_the_customers_page_is_somebody_there(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await li.forwards_contact("王建国", PHONE, CARD)
    li.sees(
        "请核对",
        STAR,
        "王建国",
        "139 0013 9000",
        "采购",
        "0755-8376 5566",
        "wang@xinghe.example",
        "采购经理",
        "周三不在, 下午好找",
    )
    await li.taps("提交")
    li.sees("已添加联系人")


@after(held)
async def test_a_contact_forwarded_at_home_asks_whose_it_is(li: Person, chen: Person) -> None:
    await holds(li, chen, MOON)
    await li.opens_customer("明月")
    await li.goes_home()
    await li.forwards_contact("王建国", PHONE)
    li.sees("这是哪家客户的联系人？", "王建国 139 0013 9000", "东莞市明月精密仪器", "刚看过")
    await li.says("星河")
    await li.taps("1")
    li.sees(STAR, "角色")
    await li.taps("研发")
    li.sees("请核对", "王建国", "研发")
    await li.taps("提交")
    li.sees("已添加联系人", STAR, "研发 王建国 139 0013 9000")


@after(held)
async def test_a_contact_forwarded_into_the_open_form_answers_it(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await li.taps("联系人")
    await li.taps("添加联系人")
    await li.forwards_contact("王建国", PHONE)
    li.sees("✓ 姓名", "角色")
    await li.taps("品质")
    await li.finishes()
    li.sees("王建国", "139 0013 9000", "品质")


@after(held)
async def test_one_line_says_all_of_it(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await li.says("采购王工 13900139000")
    li.sees("请核对", "王工", "139 0013 9000", "采购")
    await li.taps("提交")
    li.sees("已添加联系人")


@after(held)
async def test_changing_and_removing_keep_what_was_said(li: Person, sun: Person, chen: Person) -> None:
    await keeps(li, "采购王工 13900139000")
    await li.taps("查看")
    await li.taps("修改")
    await li.taps("修改")
    await li.picks("电话")
    await li.says("13800138000")
    await li.taps("提交")
    li.sees("已修改联系人", "138 0013 8000")
    await sun.opens_customer("星河")
    await sun.taps("联系人")
    await sun.taps("1")
    sun.sees("电话　138 0013 8000", "此前", "采购 王工 139 0013 9000", "李明")
    await sun.taps("删除")
    sun.sees("确定删除？")
    await sun.taps("确定删除")
    sun.sees("还没有联系人")
    await li.goes_home()
    await li.says("13800138000")
    li.sees("未识别")


@after(held)
async def test_a_note_that_was_changed_is_read_with_those_before_it(li: Person, chen: Person) -> None:
    await keeps(li, "财务 郑姐 13511110001")
    await li.taps("查看")
    for note in ("周三不在，zheng@xinghe.example", "已转岗"):
        await li.taps("修改")
        await li.taps("修改")
        await li.picks("备注")
        await li.says(note)
        await li.taps("提交")
        await li.taps("查看")
    li.sees("备注　已转岗", "此前备注　周三不在，zheng@xinghe.example", "此前备注　—")
    await li.taps("修改")
    await li.taps("修改")
    await li.picks("角色")
    await li.picks("采购")
    await li.taps("提交")
    await li.taps("查看")
    li.sees("财务 郑姐 135 1111 0001")
    li.sees_not("此前备注　已转岗")


@after(held)
async def test_the_same_number_is_no_second_person(li: Person, chen: Person) -> None:
    await keeps(li, "采购王工 13900139000")
    await keeps(li, "研发李工 +86 139-0013-9000")
    li.sees("这个号码已是该客户的联系人“王工”")


@after(held)
async def test_found_at_home_by_name_and_number_by_those_who_see_the_customer_alone(
    li: Person, wang: Person, zhao: Person, sun: Person, chen: Person
) -> None:
    await keeps(li, "采购王建国 13900139000")
    for words in ("王建国", "wangjianguo", "139 0013 9000", "13900139000"):
        for each in (li, sun, chen):
            await each.goes_home()
            await each.says(words)
            each.sees("王建国", STAR, "角色　采购")
        for each in (wang, zhao):
            await each.goes_home()
            await each.says(words)
            each.sees_not("王建国 139", STAR, "角色")
    chen.sees_not("[修改]", "[删除]")


@after(held)
async def test_an_old_button_opens_nobody_to_whom_the_customer_isnt_any_more(
    li: Person, wang: Person, sun: Person, chen: Person, scene: Scene
) -> None:
    await keeps(li, "采购王工 13900139000")
    look = li.button("查看")
    await wang.presses(look)
    wang.sees_not("王工")
    await li.presses(look)
    li.sees("王工")


async def test_who_may_not_keep_them_reads_as_before_what_a_contact_is_for(chen: Person) -> None:
    await chen.forwards_contact("王建国", PHONE)
    chen.sees("收到名片 王建国 139 0013 9000，没有保存")


@after(held)
async def test_a_line_that_is_edited_is_heard_anew_by_the_form_that_it_opened(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await li.says("研发 钱工 13800138022")
    await li.edits("13800138022", "品质 钱工 13800138033")
    li.sees("请核对", "品质", "138 0013 8033")
    li.sees_not("改这条消息不起作用", "138 0013 8022")
    await li.taps("提交")
    li.sees("品质 钱工 138 0013 8033")


@after(held)
async def test_a_form_about_somebody_whose_customer_was_handed_over_says_by_whom(
    li: Person, sun: Person, chen: Person
) -> None:
    await keeps(li, "采购王工 13900139000")
    await li.taps("查看")
    await li.taps("修改")
    await li.taps("修改")
    await li.picks("电话")
    await hands_over(sun)
    await li.says("13800138000")
    li.sees("已不能提交", f"孙总 已于 11-23 09:41 将客户 {STAR} 移交给 孙总", "13800138000")
    li.sees_not("没有找到")


@after(held)
async def test_of_a_customer_that_went_away_it_is_said_once(li: Person, sun: Person, chen: Person) -> None:
    await keeps(li, "采购王工 13900139000")
    await li.taps("查看")
    await hands_over(sun)
    await li.taps("修改")
    assert li.phone.printed().count("没有找到") == 1


@after(held)
async def test_handed_over_the_new_contact_has_them_and_the_former_one_not(
    li: Person, sun: Person, chen: Person, scene: Scene
) -> None:
    await keeps(li, "采购王工 13900139000")
    await hands_over(sun)
    await sun.goes_home()
    await sun.says("13900139000")
    sun.sees("王工", "角色　采购")
    await li.goes_home()
    await li.says("13900139000")
    li.sees_not("王工")


@pytest.mark.parametrize(
    "name",
    ["王\n工\r\n<b>x</b>", "\u202e总经理\u202c王", "王" * 5000, "=cmd|'/c calc'!A1", "\u200b\u200b"],
)
@after(held)
async def test_hostile_names_are_cut_cleaned_or_refused(li: Person, chen: Person, name: str) -> None:
    await li.opens_customer("星河")
    await li.forwards_contact(name, PHONE, f"BEGIN:VCARD\nTEL:{'9' * 3000}\nNOTE:{name}\nEND")
    if "研发" not in li.buttons:
        await li.says("李工")
    await li.taps("研发")
    await li.finishes()
    await li.taps("提交")
    li.sees("已添加联系人")
    await li.taps("查看")
    await li.taps("发名片")
    (sent,) = contacts(li)
    assert 0 < len(sent["first_name"]) <= 64
    assert len(sent["vcard"].encode()) <= 2048
    assert sent["vcard"].count("BEGIN:VCARD") == 1
    assert "\u202e" not in sent["first_name"]


@after(held)
async def test_merged_customers_have_everybody_once(li: Person, chen: Person, admin: Person) -> None:
    await holds(li, chen, MOON)
    await keeps(li, "采购王工 13900139000")
    await keeps(li, "采购王工 13900139000", "明月")
    await keeps(li, "研发李工 13700137000", "明月")
    await admin.opens_customer("明月")
    await admin.taps("合并")
    await admin.says(STAR)
    await admin.taps("1")
    await admin.taps("合并")
    await li.opens_customer("明月")
    li.sees("联系人 (2)", "王工", "李工")


@after(held)
async def test_in_english(li: Person, chen: Person) -> None:
    await li.speaks("English")
    await li.forwards_contact("Jane Wang", PHONE, "BEGIN:VCARD\nTITLE:Purchasing Manager\nEND:VCARD")
    li.sees("At which customer is this person?", "Jane Wang")
    await li.taps("1")
    li.sees("Role: Purchasing", "Note: Purchasing Manager")
    await li.taps("Submit")
    li.sees("Added", "Purchasing Jane Wang")
    await li.taps("View")
    await li.taps("Send as a contact")
    (sent,) = contacts(li)
    assert "TITLE:Purchasing" in sent["vcard"]


async def test_whom_a_report_in_a_sentence_names_is_the_customers_from_the_approval_on(
    li: Person, chen: Person
) -> None:
    await li.says("中山市阳光灯饰厂，LED驱动，50万，STC8，广东 中山，采购王工 13900139000，李经理 13800138000")
    li.sees("请核对", "客户联系人　采购王工 13900139000、李经理 13800138000", "客户背景　—")
    await li.taps("提交")
    await li.taps("查看")
    li.sees("客户联系人　采购王工 13900139000、李经理 13800138000")
    await li.goes_home()
    await li.says("13900139000")
    li.sees_not("角色　采购")
    await chen.taps("详情", on="中山市阳光灯饰厂")
    chen.sees("客户联系人　采购王工")
    await chen.approves("中山市阳光灯饰厂")
    await li.goes_home()
    await li.says("13900139000")
    li.sees("王工", "角色　采购", "中山市阳光灯饰厂")
    await li.opens_customer("阳光")
    li.sees("联系人 (2)", "李经理 138 0013 8000")


async def test_at_the_summary_of_a_report_people_can_be_named_and_nonsense_is_refused(li: Person) -> None:
    await li.says(f"客户名称：{STAR}\n区域：深圳\n产品领域：空调\n总出货量：120\n在用MCU：STM32F103")
    li.sees("请核对", "客户联系人　—")
    await li.says("客户联系人：没看懂的话")
    li.sees("没有认出联系人")
    await li.says("客户联系人：研发 李工 13800138000")
    li.sees("客户联系人　研发 李工 13800138000")
