"""Within the own agency everything is said plainly; and who may report at all, and for whom."""

from __future__ import annotations

from domain.people.records import AccountType
from tests.cast import Person, Scene

STAR = "深圳市星河联创电子有限公司"


async def test_what_a_colleague_has_reported_is_said_with_name_and_number(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    await li.reports(STAR)
    await sun.taps("报备客户")
    await sun.says(STAR)
    sun.sees("本公司 李明 已提交该客户的报备 BB-2026-00001", "正在审批")
    await chen.approves(STAR)
    await sun.goes_home()
    await sun.taps("报备客户")
    await sun.taps("新填一份") if "新填一份" in sun.buttons else None
    await sun.says(STAR)
    sun.sees("本公司已报备该客户：李明，保护至 2027-02-23")


async def test_an_owner_reports_for_a_salesperson_whom_he_names(li: Person, sun: Person, chen: Person) -> None:
    await sun.reports(STAR, contact="李明")
    sun.sees("已提交 BB-2026-00001")
    chen.sees("深圳南山电子 · 李明")
    await chen.approves(STAR)
    sun.sees("报备通过")
    li.sees("报备通过")
    await li.goes_home()
    await li.taps("我的客户")
    li.sees(STAR[:8], "保护至")


async def test_a_salesperson_is_not_asked_for_whom(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    li.finds_not("代理商联系人")
    chen.sees("深圳南山电子 · 李明")


async def test_the_contact_is_a_salesperson_of_the_own_agency(li: Person, wang: Person, sun: Person) -> None:
    await sun.taps("报备客户")
    await sun.says(STAR)
    await sun.taps("跳过")
    for answer in ("深圳", "空调", "120", "STM32F103"):
        await sun.says(answer)
    for _ in range(3):
        await sun.taps("跳过")
    sun.sees("代理商联系人", "李明", "孙总")
    sun.sees_not("王芳", "赵工", "周助理")
    await sun.says("王芳")
    sun.sees("没有“王芳”")


async def test_engineers_and_assistants_do_not_report(zhao: Person, zhou: Person) -> None:
    for person in (zhao, zhou):
        person.sees_not("[报备客户]")
        await person.says(f"客户名称：{STAR}\n区域：深圳\n产品领域：空调")
        person.sees_not("请核对", "已提交")


async def test_someone_elses_report_button_opens_nothing_for_an_engineer(li: Person, zhao: Person) -> None:
    await zhao.presses(li.button("报备客户"))
    zhao.sees_not("客户名称")
    assert "按钮已过期" in zhao.toast


async def test_a_colleague_in_sales_does_not_see_the_customers_of_others(
    scene: Scene, li: Person, sun: Person, chen: Person
) -> None:
    he = scene.add("何平")
    await scene.second_account(he, AccountType.SALESPERSON, "深圳南山电子")
    await he.opens()
    await li.reports(STAR)
    await chen.approves(STAR)
    await he.taps("我的客户")
    he.sees_not("星河")
    await sun.goes_home()
    await sun.taps("我的客户")
    sun.sees("星河")
