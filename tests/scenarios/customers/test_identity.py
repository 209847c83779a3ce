"""Who is the same customer: the credit code says so, or the name; whoever gives a code doesn't mean the bearer of another."""

from __future__ import annotations

from tests.cast import Person

STAR, MOON = "深圳市星河联创电子有限公司", "东莞市明月精密仪器有限公司"
CODE, OTHER_CODE = "91440300708461136T", "91440300192448589C"


async def reports(person: Person, name: str, code: str = "") -> None:
    """Step by step, whatever is said in between."""
    await asks(person, name)
    if code:
        await gives(person, code)
    await person.fills_report()


async def asks(person: Person, name: str) -> None:
    await person.goes_home()
    await person.taps("报备客户")
    await person.says(name)


async def gives(person: Person, code: str) -> None:
    if "继续" in person.buttons:
        await person.taps("继续")
    await person.says(code)
    if "继续" in person.buttons:
        await person.taps("继续")


async def test_the_code_is_asked_for_before_another_company_of_the_same_name_is_turned_away(
    li: Person, wang: Person, chen: Person
) -> None:
    await reports(li, STAR, CODE)
    await chen.approves(STAR)
    await asks(wang, STAR)
    wang.sees("暂不可报备", "仅凭名称判断", "统一社会信用代码", "[继续]")
    wang.sees_not("李明", "南山", CODE, "2027")
    await gives(wang, OTHER_CODE)
    await wang.fills_report()
    wang.sees("已提交 BB-2026-00002")
    await chen.approves("广州天河微电 · 王芳")
    wang.sees("报备通过")


async def test_whoever_has_no_code_for_a_taken_name_or_the_same_one_is_turned_away(
    li: Person, wang: Person, chen: Person
) -> None:
    await reports(li, STAR, CODE)
    await chen.approves(STAR)
    await asks(wang, STAR)
    await gives(wang, CODE)
    wang.sees("暂不可报备", "[申诉]")
    await asks(wang, STAR)
    await wang.taps("继续")
    await wang.taps("跳过")
    wang.sees("暂不可报备", "[申诉]")


async def test_a_pasted_report_of_a_taken_name_is_asked_for_its_code(li: Person, wang: Person, chen: Person) -> None:
    await reports(li, STAR, CODE)
    await chen.approves(STAR)
    await wang.says(f"客户名称：{STAR}\n区域：深圳\n产品领域：空调\n总出货量：120\n在用MCU：STM32F103")
    await wang.taps("继续")
    await wang.taps("提交")
    wang.sees("仅凭名称暂不可报备", "统一社会信用代码")
    await wang.says(OTHER_CODE)
    await wang.taps("提交")
    wang.sees("已提交 BB-2026-00002")


async def test_the_manager_sees_who_waits_with_another_code_and_whom_a_code_means(
    li: Person, wang: Person, chen: Person
) -> None:
    await reports(li, STAR, CODE)
    await asks(wang, STAR)
    await gives(wang, OTHER_CODE)
    await wang.fills_report()
    chen.finds("排队：广州天河微电 王芳", f"所报不同：{OTHER_CODE}")
    await chen.approves(STAR)
    wang.sees("轮到您的报备")
    chen.sees("广州天河微电 · 王芳", OTHER_CODE)


async def test_a_known_code_under_another_name_tells_the_manager_which_customer_it_is(
    li: Person, wang: Person, chen: Person
) -> None:
    await reports(li, STAR, CODE)
    await asks(wang, MOON)
    await gives(wang, CODE)
    await wang.fills_report()
    await li.withdraws(STAR)
    chen.sees(MOON, f"与已知客户 {STAR} 相同")
    await chen.approves(MOON)
    await asks(li, STAR)
    li.sees("暂不可报备")
