"""Small manners of single screens: what stands where people read it every day, each by itself."""

from __future__ import annotations

from tests.cast import Person, Scene, after
from tests.cast.contracts import at_the_overview, attaches, signs
from tests.documents.workbooks import customer, listing, workbook
from tests.scenarios.imports.test_import import STAR, sends_list, worked
from tests.scenarios.people.test_people import opens_person


async def test_the_first_line_says_what_one_can_do_here(li: Person, sun: Person, zhou: Person, chen: Person) -> None:
    for person, can in (
        (li, "在这里报备客户、写跟进"),
        (sun, "在这里报备客户、签约、管人"),
        (zhou, "在这里录"),
        (chen, "在这里审批"),
    ):
        person.finds(can)
        person.finds_not("键在输入框下方")


async def test_months_to_ask_for_are_offered_alike_and_none_looks_chosen(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")
    await li.taps("申请延期")
    assert [each for each in li.buttons if each.endswith("个月")] == ["1 个月", "3 个月", "6 个月"]
    li.sees_not("✓")


@after(at_the_overview)
async def test_documents_in_a_line_are_counted_in_all(sun: Person, chen: Person) -> None:
    await attaches(sun, "正式合同", "营业执照", "注册登记表", "三证合一")
    await sun.taps("查看全部")
    for _ in range(4):
        if "等 4 项" in sun.view:
            break
        await sun.taps("下一页")
    sun.sees("等 4 项")
    sun.sees_not("等 1 项", "、等")


async def test_an_announcement_goes_to_all_and_says_so(chen: Person) -> None:
    await chen.goes_home()
    await chen.taps("公告")
    await chen.taps("写公告")
    await chen.says("价格调整")
    await chen.says("12 月起执行新价格")
    while "否" not in chen.buttons:
        await chen.taps("跳过")
    await chen.taps("否")
    chen.sees("账户类型　全部")
    chen.sees_not("账户类型　—")


async def test_a_search_of_contracts_leads_back_to_all_contracts(sun: Person) -> None:
    await signs(sun)
    await sun.goes_home()
    await sun.taps("渠道签约")
    await sun.says("没有这份合同")
    sun.sees("[全部合同]")
    sun.sees_not("[全部客户]")


async def test_one_hint_says_how_a_place_is_found(li: Person) -> None:
    await li.taps("报备客户")
    await li.says(STAR)
    await li.taps("跳过")
    li.sees("区域")
    assert sum("例如" in line or "输入" in line for line in li.screen.splitlines()) == 1


async def test_a_draft_is_named_by_whom_it_is_about(sun: Person, li: Person) -> None:
    """Not by who receives what the other one had; and giving it up is asked in words of its own."""
    await li.reports(STAR)
    await opens_person(sun, "李明")
    await sun.taps("停用")
    await sun.taps("孙总")
    await sun.goes_home()
    await sun.taps("更多")
    await sun.taps("草稿")
    sun.sees("停用账户 · 李明")
    sun.sees_not("停用账户 · 孙总")


async def test_a_toggle_leaves_one_card_alive(scene: Scene, admin: Person, li: Person, chen: Person) -> None:
    """Of a list with hidden rows, and of the pool's subscriptions."""
    content = listing(customer(STAR))  # made twice it would be two files: each says in which second it was made
    await sends_list(admin, content)
    await sends_list(admin, content)
    assert sum(each.count("[开始导入]") for each in admin.phone.printed().splitlines()) == 1
    await li.goes_home()
    await li.taps("资源池")
    await li.taps("订阅")
    first = next(each for each in li.buttons if "广东" in each or "家电" in each)
    for _ in range(2):
        label = next(each for each in li.buttons if first.strip("☐☑✓ ") in each)
        await li.taps(label)
    printed = li.phone.printed()
    assert printed.count(first.strip("☐☑✓ ") + "]") == 1, printed


async def test_what_is_mostly_wanted_stands_first_under_a_checked_list(scene: Scene, admin: Person) -> None:
    await sends_list(admin, workbook(("客户名称", "代理商", "业务员", "星座"), (STAR, "深圳南山电子", "李明", "狮子")))
    await worked(scene)
    assert admin.buttons[0] == "开始导入"


async def test_nobody_reads_his_own_name_in_what_he_asked_for(li: Person, sun: Person) -> None:
    await li.reports(STAR)
    for person, sees in ((li, False), (sun, True)):
        await person.goes_home()
        await person.taps("申请处理")
        person.sees(STAR, "BB-2026-00001")
        assert ("李明" in person.screen) is sees
