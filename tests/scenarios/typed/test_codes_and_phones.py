"""Credit codes and phone numbers as people write them: what is wrong is told by its place, nobody's identity card is kept."""

from __future__ import annotations

from tests.cast import Person

STAR = "深圳市星河联创电子有限公司"
CODE, ODD, CARD = "91440300708461136T", "91440300708461136A", "110101199003078515"


async def reaches_code(who: Person) -> None:
    await who.goes_home()
    await who.taps("报备客户")
    await who.says(STAR)


async def test_what_is_wrong_with_a_code_is_told(li: Person) -> None:
    await reaches_code(li)
    await li.says("123")
    li.sees("只有 3 位，应为 18 位")
    await li.says(f"{CODE}1")
    li.sees("有 19 位，应为 18 位")
    await li.says("9144O300708461136T")
    li.sees("第 5 位“O”不对，应是“0”？请对照执照")
    await li.says(CODE)
    li.sees("✓ 统一社会信用代码：91440300708461136T", "区域")


async def test_an_identity_card_is_neither_kept_nor_repeated(li: Person) -> None:
    await reaches_code(li)
    await li.says(CARD)
    li.sees("这是身份证号，不是统一社会信用代码，未保存", "统一社会信用代码")
    li.finds_not(CARD)
    await li.taps("跳过")
    li.sees("区域")


async def test_a_code_that_was_really_issued_so_can_be_insisted_upon(li: Person, chen: Person) -> None:
    await reaches_code(li)
    await li.says(ODD)
    li.sees("校验码不符，请对照执照", "[执照上就是这样] [改]")
    await li.taps("改")
    li.sees("统一社会信用代码")
    await li.says(ODD)
    await li.taps("执照上就是这样")
    await li.fills_report()
    chen.sees(f"⚠ 统一社会信用代码 {ODD}　校验码不符，申请人称执照如此")


async def test_a_phone_is_shown_in_one_way(sun: Person) -> None:
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.taps("邀请人员")
    await sun.says("郑港")
    await sun.taps("业务员")
    await sun.says("zheng@example.com")
    await sun.says("很多")
    sun.sees("“很多”不是有效的电话号码")
    await sun.says("010 8888 8888 转 801")
    sun.sees("010-8888 8888 转 801")
    await sun.taps("修改")
    await sun.picks("手机号码")
    await sun.says("852-9123 4567")
    sun.sees("+852 9123 4567")


async def test_what_is_written_around_a_phone_is_understood_or_asked(sun: Person) -> None:
    await sun.goes_home()
    await sun.taps("人员管理")
    await sun.taps("邀请人员")
    await sun.says("郑港")
    await sun.taps("业务员")
    await sun.says("zheng@example.com")
    await sun.says("13800138000/13900139000")
    sun.sees("“13800138000/13900139000”里有几个号码，请只写一个")
    await sun.says("0223456789")
    sun.sees("若是台湾的电话，请写 +886 2 2345 6789")
    await sun.says("138 0013 8000（微信同号）")
    sun.sees("138 0013 8000（“微信同号”不另记）")
    for typed, shown in (("0755-83765566（801）", "0755-8376 5566 转 801"), ("02-2345-6789", "+886 2 2345 6789")):
        await sun.taps("修改")
        await sun.picks("手机号码")
        await sun.says(typed)
        sun.sees(shown)
