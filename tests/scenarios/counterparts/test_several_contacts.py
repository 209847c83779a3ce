"""Several contacts, one behind the other or at once: each is somebody of his own, and none is lost."""

from __future__ import annotations

from tests.cast import Person, Scene, after, wire
from tests.cast.customers import held

STAR = "深圳市星河联创电子有限公司"
BUYER = """BEGIN:VCARD
VERSION:3.0
FN:王建国
TEL:13900139000
TITLE:采购经理
NOTE:下午好找
END:VCARD"""


async def sends_two(li: Person) -> None:
    await li.forwards_contact("王建国", "+8613900139000", BUYER)
    await li.forwards_contact("李品质", "+8613800138000")


@wire
@after(held)
async def test_two_contacts_on_the_customers_page_are_two_forms_one_after_the_other(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await sends_two(li)
    assert "⏸ 添加联系人 · 王建国，稍后继续" in li.phone.printed()
    li.sees("李品质", "角色")
    await li.taps("品质")
    await li.finishes()
    li.sees("请核对", "李品质", "138 0013 8000", "角色　品质")
    li.sees_not("下午好找")
    await li.taps("提交")
    li.sees("请核对", "王建国", "139 0013 9000", "角色　采购", "下午好找")
    await li.taps("提交")
    await li.opens_customer("星河")
    li.sees("联系人 (2)", "采购 王建国", "品质 李品质")


@after(held)
async def test_two_contacts_at_once_and_two_lines_are_all_kept(li: Person, chen: Person, scene: Scene) -> None:
    await li.opens_customer("星河")
    await li.taps("联系人")
    async with scene.at_once():
        await li.says("研发 周工 13911110001")
        await li.says("品质 吴工 13911110002 下午好找")
    li.sees("请核对", "吴工", "下午好找")
    await li.taps("提交")
    li.sees("请核对", "周工", "研发")
    await li.taps("提交")
    await li.opens_customer("星河")
    li.sees("联系人 (2)", "研发 周工", "品质 吴工")


@after(held)
async def test_two_contacts_at_home_are_asked_about_one_after_the_other(li: Person, chen: Person) -> None:
    await sends_two(li)
    assert "⏸ 名片 采购 王建国" in li.phone.printed()
    li.sees("这是哪家客户的联系人？", "李品质")
    await li.taps("1")
    await li.taps("品质")
    await li.finishes()
    await li.taps("提交")
    li.sees("这是哪家客户的联系人？", "王建国")
    await li.goes_home()
    await li.taps("王建国")
    li.sees("这是哪家客户的联系人？", "王建国 139 0013 9000")
    await li.taps("1")
    li.sees("请核对", "下午好找")
    await li.taps("提交")
    li.sees("已添加联系人")
    await li.opens_customer("星河")
    li.sees("联系人 (2)")
    await li.goes_home()
    assert not any("王建国" in each for each in li.buttons)


@after(held)
async def test_whom_a_contact_said_is_a_draft_where_the_form_is_left(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await sends_two(li)
    await li.goes_home()
    li.sees("没填完的已存为草稿：添加联系人 · 李品质", "没填完的已存为草稿：添加联系人 · 王建国")
    await li.opens_customer("星河")
    await li.forwards_contact("周工", "+8613700137000")
    li.sees("周工", "角色")


@after(held)
async def test_twelve_contacts_in_a_row_are_all_somewhere(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    told = ""
    for each in range(12):
        await li.forwards_contact(f"名{each}", f"+86139001390{each + 10}")
        told += li.view
    await li.goes_home()
    told += li.view
    assert [each for each in range(12) if f"草稿：添加联系人 · 名{each}" not in told] == []


@after(held)
async def test_a_contact_of_somebody_else_in_a_change_is_somebody_new(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await li.says("采购王工 13900139000")
    await li.taps("提交")
    await li.taps("查看")
    await li.taps("修改")
    await li.forwards_contact("李品质", "+8613800138000")
    li.sees("添加联系人", "李品质", "角色")
    await li.taps("品质")
    await li.finishes()
    await li.taps("提交")
    li.sees("修改联系人", "王工", "采购")


@after(held)
async def test_the_contact_that_is_sent_out_says_nothing_of_the_note(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await li.says("采购 王工 13800138000 备注 别打晚上")
    li.sees("添加联系人", "备注　别打晚上")
    await li.taps("提交")
    await li.taps("查看")
    await li.taps("发名片")
    (sent,) = [each.content["contact"] for each in li.phone.from_bot if "contact" in each.content]
    assert "TITLE:采购" in sent["vcard"]
    assert "别打晚上" not in sent["vcard"]


@after(held)
async def test_lines_with_labels_on_the_customers_page_are_somebody_there(li: Person, chen: Person) -> None:
    for line in ("采购：王工\n电话：13800138009", "姓名：王工\n电话：13800138009\n角色：采购"):
        await li.opens_customer("星河")
        await li.taps("联系人")
        await li.says(line)
        li.sees("添加联系人", "王工", "138 0013 8009", "角色　采购")
        await li.taps("取消")
        await li.taps("放弃")


@after(held)
async def test_a_number_is_no_part_of_a_name(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await li.taps("联系人")
    await li.taps("添加联系人")
    await li.says("星河那边的负责王工13800138000或者李工13900139000")
    li.sees("里有电话号码", "角色 姓名 电话 备注")
    await li.says("品质 李工 13800138044 下午好找")
    li.sees("请核对", "李工", "138 0013 8044", "品质", "备注　下午好找")


@after(held)
async def test_a_long_name_is_told_and_stands_whole_in_the_note(li: Person, chen: Person) -> None:
    await li.opens_customer("星河")
    await li.forwards_contact("王" * 60, "+8613900139000")
    li.sees("姓名太长", "角色")
    await li.taps("采购")
    await li.finishes()
    li.sees("王" * 60)
