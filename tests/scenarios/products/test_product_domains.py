"""产品领域: by what people call it; the whole table can be read."""

from __future__ import annotations

from tests.cast import Person

STAR = "深圳市星河联创电子有限公司"


async def reaches_domain(who: Person) -> None:
    await who.goes_home()
    await who.taps("报备客户")
    await who.says(STAR)
    await who.taps("跳过")  # the code
    await who.says("深圳")


async def test_a_product_is_known_by_what_else_it_is_called(li: Person) -> None:
    await reaches_domain(li)
    await li.says("扫地机器人")
    li.sees("✓ 产品领域：家电 · 吸尘器", "总出货量")


async def test_what_isnt_known_may_be_other(li: Person) -> None:
    await reaches_domain(li)
    await li.says("火箭发动机")
    li.sees("没有“火箭发动机”。可选“其它”，以后再更正", "[其它]", "[产品领域对照]")
    await li.taps("其它")
    li.sees("总出货量")


async def test_the_whole_table_can_be_read_from_the_question(li: Person) -> None:
    await reaches_domain(li)
    await li.taps("产品领域对照")
    li.sees("家电", "空调、冰箱、洗衣机", "其它")
    await li.says("电饭锅")
    li.sees("“电饭锅” → 家电 · 电饭煲")
    await li.taps("返回")
    li.sees("产品领域", "报备客户")
    await li.says("电饭锅")
    li.sees("✓ 产品领域：家电 · 电饭煲")


async def test_the_table_can_be_read_from_help(li: Person) -> None:
    await li.says("/help")
    await li.taps("产品领域对照")
    li.sees("电机控制", "筋膜枪")
