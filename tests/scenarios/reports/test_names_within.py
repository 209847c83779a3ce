"""A protected customer isn't taken by a name that carries its own, or is drawn like it: the rival is asked, the manager sees."""

from __future__ import annotations

import pytest

from tests.cast import Person

HAITANG = "深圳市海棠智能家居有限公司"


@pytest.mark.parametrize(
    "written",
    [
        f"广州市蓝海科技有限公司（原{HAITANG}）",
        f"VIP {HAITANG}",
        f"关于{HAITANG}",
        "Shenzhen Haitang Smart Home Co., Ltd.",
        "深圳市ㄑ棠智能家居有限公司",
        "深土川市海棠智能家居有限公司",
        "深圳市HT智能家居有限公司",
    ],
)
async def test_a_rival_is_asked_and_the_manager_sees_whose_it_is(
    li: Person, wang: Person, chen: Person, written: str
) -> None:
    await li.reports(HAITANG)
    await chen.approves(HAITANG)
    await wang.taps("报备客户")
    await wang.says(written)
    wang.sees("有相近名称")
    wang.sees_not(HAITANG if HAITANG not in written else "深圳南山电子")
    await wang.taps("继续")
    await wang.fills_report()
    chen.finds("相近：" + HAITANG, "深圳南山电子 李明")


CHONGGONG, QINGHE = "大连重工机电有限公司", "广州市青禾储能技术有限公司"


@pytest.mark.parametrize(
    ("held", "written"),
    [
        (CHONGGONG, f"大连{CHONGGONG}"),
        (CHONGGONG, f"{CHONGGONG}（已更名）"),
        (CHONGGONG, "有限公司大连重工机电"),
        (CHONGGONG, f"{CHONGGONG} {CHONGGONG}"),
        (CHONGGONG, f"公司名叫{CHONGGONG}"),
        (CHONGGONG, f"VIP{CHONGGONG}"),
        (CHONGGONG, f"蓝海有限公司（原{CHONGGONG}）"),
        (CHONGGONG, "旅大重工机电有限公司"),
        (QINGHE, "广州市储能技术青禾有限公司"),
        (QINGHE, "穗青禾储能技术有限公司"),
        (QINGHE, "广州市清禾储能技木有限公司"),
        ("深圳市第一八零八电子有限公司", "深圳市第壹捌零捌电子有限公司"),
        ("上海三六零安防科技有限公司", "上海三百六十安防科技有限公司"),
        ("上海三百六十安防科技有限公司", "上海三六零安防科技有限公司"),
        ("深圳市三一电子有限公司", "深圳市Ⅲ一电子有限公司"),
        ("深圳市三一电子有限公司", "深圳市丨三一电子有限公司"),
        ("北京中科院微电子研究所", "北京中国科学院微电子研究所"),
    ],
)
async def test_a_rival_who_writes_it_otherwise_is_asked(
    li: Person, wang: Person, chen: Person, held: str, written: str
) -> None:
    await li.reports(held)
    await chen.approves(held)
    await wang.taps("报备客户")
    await wang.says(written)
    wang.sees("有相近名称")
    await wang.taps("继续")
    await wang.fills_report()
    chen.finds("相近：" + held, "深圳南山电子 李明")


async def test_two_companies_are_no_name_and_use_up_no_check(li: Person, wang: Person, chen: Person) -> None:
    await li.reports(HAITANG)
    await chen.approves(HAITANG)
    await wang.taps("报备客户")
    for _ in range(12):  # more than the checks of a day
        await wang.says(f"广州市蓝海科技有限公司/{HAITANG}")
        wang.sees("客户名称")
        wang.sees_not("有相近名称", "暂不可报备", "次数")
    await wang.says(HAITANG)
    wang.sees("暂不可报备")


async def test_signs_that_no_licence_has_stand_on_the_card_of_a_report_and_of_a_correction(
    li: Person, wang: Person, chen: Person
) -> None:
    await wang.reports("深圳市海≡智能家居有限公司")
    chen.finds("⚠ 含营业执照上没有的符号：≡")
    await chen.approves("深圳市海≡智能家居有限公司")
    await wang.goes_home()
    await wang.taps("我的客户")
    await wang.taps("1")
    await wang.taps("更正资料")
    await wang.taps("修改")
    await wang.taps("1")
    await wang.says("深圳市海⊿智能家居装饰有限公司")
    await wang.taps("提交")
    chen.finds("更正", "⚠ 含营业执照上没有的符号：⊿")
