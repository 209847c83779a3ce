"""Where a customer is, as people say it: the city is understood, what lies below it isn't lost."""

from __future__ import annotations

from tests.cast import Person, Scene
from tests.documents.workbooks import customer
from tests.scenarios.imports.test_import import WHY, held, imports, received

STAR = "深圳市星河联创电子有限公司"
HALL = "华海微电子有限公司"


async def at_the_region(li: Person, name: str = HALL) -> None:
    await li.taps("报备客户")
    await li.says(name)
    await li.taps("跳过")
    li.sees("区域")


async def goes_on(li: Person) -> None:
    li.sees("产品领域")
    for answer in ("空调", "120", "STM32F103"):
        await li.says(answer)


async def test_a_district_names_its_city_and_goes_to_the_background(li: Person, chen: Person) -> None:
    await at_the_region(li)
    await li.says("潮州市湘桥区枫溪镇")
    await goes_on(li)
    await li.taps("直接核对")
    li.sees("广东 潮州（潮州市湘桥区枫溪镇 记入客户背景）")
    await li.taps("提交")
    chen.sees("广东 潮州")
    await chen.taps("详情")
    chen.sees("潮州市湘桥区枫溪镇")


async def test_what_was_told_below_the_city_stands_beside_the_background(li: Person, chen: Person) -> None:
    await at_the_region(li)
    await li.says("苏州昆山")
    await goes_on(li)
    await li.taps("跳过")
    await li.taps("跳过")
    li.sees("客户背景")
    await li.says("2003 年成立")
    await li.taps("跳过")
    await li.taps("提交")
    chen.sees("江苏 苏州")
    await chen.taps("详情")
    chen.sees("苏州昆山市\n2003 年成立")


async def test_a_place_that_several_cities_have_is_asked(li: Person) -> None:
    await at_the_region(li)
    await li.says("南山")
    li.sees("“南山”是哪一个？", "[黑龙江 鹤岗 · 南山区]", "[广东 深圳 · 南山区]", "[全部选项]")
    await li.taps("广东 深圳 · 南山区")
    await goes_on(li)
    await li.taps("直接核对")
    li.sees("广东 深圳（深圳市南山区 记入客户背景）")


async def test_a_province_opens_its_cities(li: Person) -> None:
    await at_the_region(li)
    await li.says("海南")
    li.sees("[海口]", "[三亚]")
    li.sees_not("青海")
    await li.taps("三亚")
    await goes_on(li)
    await li.taps("直接核对")
    li.sees("海南 三亚")


async def test_pinyin_and_initials_find_and_a_whole_name_in_latin_letters_answers(li: Person) -> None:
    await at_the_region(li)
    await li.says("sz")
    li.sees("[广东 深圳]")
    await li.says("亚特兰蒂斯")
    li.sees("没有“亚特兰蒂斯”")
    await li.says("Suzhou")
    li.sees("“Suzhou”是哪一个？", "[江苏 苏州]", "[安徽 宿州]")
    await li.says("Suzhou, Jiangsu")
    li.sees("✓ 区域：江苏 苏州", "产品领域")
    await li.says("rice cookers")
    li.sees("✓ 产品领域：家电 · 电饭煲")


async def test_the_city_of_the_name_is_offered_first(li: Person) -> None:
    await at_the_region(li, STAR)
    assert li.buttons[0] == "广东 深圳"
    await li.taps("广东 深圳")
    li.sees("产品领域")


async def test_a_pasted_place_that_is_not_clear_is_asked(li: Person) -> None:
    await li.says(f"客户名称：{HALL}\n区域：深圳、东莞\n产品领域：空调\n总出货量：120\n在用MCU：STM32F103")
    li.sees("“深圳、东莞”是哪一个？", "区域")
    await li.says(f"客户名称：{HALL}\n区域：海南")
    li.sees("“海南”是省，请写到市一级")
    await li.says("区域：深圳南山")
    li.sees("广东 深圳（深圳市南山区 记入客户背景）")


async def test_a_correction_reads_places_alike(li: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")
    await li.taps("更正资料")
    await li.taps("修改")
    await li.picks("区域")
    await li.says("顺德")
    li.sees("广东 佛山（佛山市顺德区 记入客户背景）")
    await li.taps("提交")
    await li.taps("客户卡片")
    li.sees("广东 佛山", "佛山市顺德区")


async def test_a_list_reads_places_as_the_chat_does(scene: Scene, admin: Person) -> None:
    await imports(
        admin,
        customer("枫溪陶瓷电器有限公司", region="潮州市湘桥区枫溪镇", background="老客户"),
        customer("海岛照明有限公司", region="海南"),
        customer("双山微电子有限公司", region="南山"),
        customer("大湖电机有限公司", region="松山嘴"),
    )
    kept = (await held(scene, "枫溪陶瓷电器有限公司")).profile
    assert (kept.region, kept.background) == ("广东 潮州", "潮州市湘桥区枫溪镇\n老客户")
    province, several, unsure = (str(row[WHY]) for row in received(admin))
    assert "“海南”是省" in province
    assert "黑龙江 鹤岗 南山区、广东 深圳 南山区" in several
    assert "内蒙古 赤峰" in unsure


async def test_the_pool_is_narrowed_by_a_place(li: Person, wang: Person, chen: Person) -> None:
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()
    await li.taps("我的客户")
    await li.picks("星河")
    await li.taps("放弃保护")
    await li.says("客户已停产")
    await li.taps("放弃保护")
    await wang.taps("资源池")
    await wang.says("苏州昆山")
    wang.sees("江苏", "暂时没有客户")
    await wang.says("深圳南山")
    wang.sees("广东 深圳 · 家电")
