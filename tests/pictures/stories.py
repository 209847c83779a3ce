"""The stories that 帮助 and the README are made of, one after the other on one stage: a picture is taken where one is yielded."""

from __future__ import annotations

from collections.abc import AsyncIterator

from tests.cast import Person
from tests.pictures.shots import Desk, Shot
from tests.pictures.stage import Stage
from tests.scenarios.orders.office import item, tells_of

STAR, BLUE = "深圳市星河联创电子有限公司", "东莞市蓝海微电子有限公司"


async def help_pictures(stage: Stage) -> AsyncIterator[Shot | Desk]:
    li, chen = await stage.enters("李明"), await stage.enters("陈经理")
    for story in (_joining(stage), _registering(stage), _reporting(stage, li, chen), _asking(stage, li, chen)):
        async for shot in story:
            yield shot
    await tells_of(stage.scene, STAR, item("变频空调主控", "BAT32G139"))
    for story in (_following_up(stage, li), _ordering(stage), _administration(stage)):
        async for shot in story:
            yield shot


async def _joining(stage: Stage) -> AsyncIterator[Shot]:
    sun, zheng = await stage.enters("孙总"), stage.stranger("郑浩")
    await stage.taps(sun, "人员管理", "邀请人员")
    await stage.says(sun, "郑浩")
    await stage.taps(sun, "业务员")
    await stage.says(sun, "zheng@example.com")
    await stage.taps(sun, "跳过", "提交")
    yield Shot("invite", sun, 2, besides=1)
    await zheng.opens(sun.link)
    yield Shot("join", zheng, 1)


async def _registering(stage: Stage) -> AsyncIterator[Shot]:
    stage.scene.policy(registration={"captcha": "none"})
    wu = stage.stranger("吴总")
    await wu.opens()
    await stage.taps(wu, "代理商注册")
    await stage.says(wu, BLUE)
    yield Shot("register", wu, 4)


async def _reporting(stage: Stage, li: Person, chen: Person) -> AsyncIterator[Shot]:
    await stage.taps(li, "报备客户")
    await stage.says(li, STAR)
    await stage.taps(li, "跳过")
    await stage.says(li, stage.in_words("深圳", "Shenzhen"), stage.in_words("空调", "Air conditioner"))
    yield Shot("report", li, 5)
    await stage.says(li, "120", "STM32F103")
    await stage.taps(li, "直接核对", "提交")
    yield Shot("decide", chen, 1)
    await stage.taps(chen, "批准", on=STAR)
    yield Shot("result", li, 2)


async def _asking(stage: Stage, li: Person, chen: Person) -> AsyncIterator[Shot]:
    asked = stage.in_words("BAT32G135 能用于 125℃ 吗", "Does the BAT32G135 work at 125 °C?")
    await stage.taps(li, "客户卡片", "问渠道经理")
    await stage.says(li, asked)
    await stage.taps(li, "提交")
    await chen.replies(asked, stage.in_words("可以，见数据手册 3.2", "Yes, see chapter 3.2 of the data sheet"))
    yield Shot("answer", chen, 2)


async def _following_up(stage: Stage, li: Person) -> AsyncIterator[Shot]:
    zhao = await stage.enters("赵工")
    await stage.taps(li, "主页", "我的客户", "1", "技术支持", "赵工")
    await stage.taps(zhao, "写跟进", "1")
    await stage.says(
        zhao,
        stage.in_words(
            "样机温升测试通过\n变频空调主控 首批 500 片已下单",
            "Samples passed the heat test\n变频空调主控 first 500 pieces ordered",
        ),
    )
    yield Shot("follow_up", zhao, 2)


async def _ordering(stage: Stage) -> AsyncIterator[Shot]:
    zhou = await stage.enters("周助理")
    await stage.says(zhou, stage.in_words("星河 变频空调主控 5k 3.2元 批次 A12", "星河 变频空调主控 5k 3.2 batch A12"))
    yield Shot("order", zhou, 2)


async def _administration(stage: Stage) -> AsyncIterator[Shot]:
    admin = await stage.enters("管理员")
    await stage.taps(admin, "管理")
    yield Shot("administration", admin, 1)


async def readme_pictures(stage: Stage) -> AsyncIterator[Shot | Desk]:
    """The first story of the demo, as the README tells it."""
    li, chen, wang = [await stage.enters(name) for name in ("李明", "陈经理", "王芳")]
    await _reports(li, STAR)
    await _reports(wang, STAR)
    await chen.approves(STAR)
    yield Desk("story", tuple(Shot("story", each, 2) for each in (li, chen, wang)))
    await _reports(wang, "深圳星河聯創電子股份有限公司")
    yield Shot("card", chen, 1)


async def _reports(person: Person, name: str) -> None:
    await person.taps("报备客户" if "报备客户" in person.buttons else "报备其他客户")
    await person.says(name)
    if "继续" in person.buttons:  # another one was first, or has a name like it
        await person.taps("继续")
    await person.fills_report()


TOLD = ((help_pictures, "zh"), (help_pictures, "en"), (readme_pictures, "zh"))
