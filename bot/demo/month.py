"""What the demo's past holds as facts: the customers of the last weeks, those of a year, what was sold to them and what people said.

Nothing in it is overdue on the day it begins: whoever looks first shall see work, not alarms. What people wrote is in both languages
(`domain.base.bilingual`), projects are called by their codes, so it can be read in either.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from domain.base.bilingual import bilingual
from domain.base.stage import Stage

Told: TypeAlias = tuple[int, str, Stage]
"""A follow-up: days ago, what was said, the project's stage by then."""


@dataclass(frozen=True)
class Past:
    """A customer. `ago` days ago it was reported; what was decided the next day, and what stage was told is confirmed the next day.
    `left`: so many days ago it was given up."""

    who: str
    name: str
    region: str
    domain: str
    volume: str
    mcus: str
    ago: int
    decided: str = "approve"
    project: str = ""
    told: tuple[Told, ...] = field(default=())
    left: int = 0


MONTH = (
    Past("李明", "东莞市晨曦家电有限公司", "广东 东莞", "家电 · 电饭煲", "240", "BAT32G137", 40, project="RC-5L",
         told=((27, bilingual("试产 2,000 台，客户开始按批下单", "Trial run of 2,000; the customer begins to order by the batch"), Stage.SELECTION),
               (6, bilingual("节前备货，订单放量", "Stocking up before the holidays, orders grow"), Stage.SELECTION))),
    Past("李明", "深圳市海棠智能家居有限公司", "广东 深圳", "家电 · 空调", "180", "STM32F030、GD32F130", 34, project="VAC-1.5P",
         told=((24, bilingual("研发王工确认样机方案，下周打样", "Their engineer settled on the prototype; samples next week"), Stage.SELECTION),
               (5, bilingual("样机温升通过，转入研发评审", "The prototype passed the heat test and goes to their review"), Stage.DEVELOPMENT))),
    Past("李明", "东莞市白桦电动工具有限公司", "广东 东莞", "电机控制 · 电动工具", "320", "FU6832", 33, project="BLDC-18V",
         told=((18, bilingual("竞品涨价，客户愿意换型，样片 50 片已寄出", "The rival's price went up; they would change, 50 samples are sent"), Stage.SELECTION),
               (4, bilingual("样片测试通过，等价格", "The samples passed; they wait for a price"), Stage.SELECTION))),
    Past("李明", "佛山市启明风机制造有限公司", "广东 佛山", "电机控制 · 风机", "65", "STM8S003", 31, project="FAN-2",
         told=((8, bilingual("采购换人，约下周三拜访", "A new buyer; visit on Wednesday next week"), Stage.CONTACT),)),
    Past("李明", "惠州市朗月照明科技有限公司", "广东 惠州", "照明 · 智能灯", "90", "CH32V003", 20, project="LED-E3",
         told=((6, bilingual("老化测试中，月底给结论", "Ageing test under way, a result by the end of the month"), Stage.SELECTION),)),
    Past("李明", "中山市恒泉水泵有限公司", "广东 中山", "电机控制 · 水泵", "45", "GD32E230", 15, decided="reject"),
    Past("李明", "深圳市云岫仪表有限公司", "广东 深圳", "仪器仪表 · 电表", "210", "MSP430、HT5015", 1, decided="return"),
    Past("李明", "珠海市听潮电子有限公司", "广东 珠海", "消费电子 · 耳机", "500", "BES2300", 0, decided=""),
    Past("李明", "江门市川石机电有限公司", "广东 江门", "电机控制 · 水泵", "55", "STM8S105", 60, left=9),
    Past("王芳", "广州市青禾储能技术有限公司", "广东 广州", "电源储能 · BMS", "130", "STM32G071", 32, project="BMS-500W",
         told=((7, bilingual("小批 300 套已交付，客户跟踪返修率", "300 sets of the pilot run are delivered; they watch the returns"), Stage.PILOT),)),
    Past("王芳", "广州市南雁医疗器械有限公司", "广东 广州", "医疗健康 · 血压计", "75", "HC32L110", 26, project="BP-200",
         told=((6, bilingual("注册检验通过，等量产排期", "Type test passed; mass production is being scheduled"), Stage.DEVELOPMENT),)),
    Past("王芳", "佛山市云帆门锁有限公司", "广东 佛山", "安防消防 · 门锁", "150", "N32G031", 8),
    Past("王芳", "深圳市海棠智能家电有限公司", "广东 深圳", "家电 · 风扇", "60", "STM8S003", 0, decided=""),
    Past("王芳", "肇庆市竹影照明有限公司", "广东 肇庆", "照明 · 应急灯", "35", "CH32V003", 58, left=6),
)  # fmt: skip
_STEADY = (
    (440, bilingual("样机调通，转入研发", "The prototype works; development begins"), Stage.DEVELOPMENT),
    (270, bilingual("小批验证通过，逐月下单", "The pilot run passed; orders come by the month"), Stage.PILOT),
    (95, bilingual("转入量产，按月备货", "Mass production; stock is laid up by the month"), Stage.PRODUCTION),
    (3, bilingual("月度对账完成，下月计划不变", "This month is settled; next month's plan stands"), Stage.PRODUCTION),
)
YEAR = (
    Past("李明", "佛山市南桥风机有限公司", "广东 佛山", "电机控制 · 风机", "150", "BAT32G135", 450, project="FAN-750", told=_STEADY),
    Past("李明", "深圳市锐目电表有限公司", "广东 深圳", "仪器仪表 · 电表", "110", "BAT32G137", 450, project="MTR-3P", told=_STEADY),
    Past("王芳", "广州市远航车灯有限公司", "广东 广州", "汽车电子 · 车灯", "80", "BAT32A237", 450, project="HL-40", told=_STEADY),
    Past("王芳", "东莞市乐音电子有限公司", "广东 东莞", "消费电子 · 音箱", "200", "BAT32G127", 450, project="SPK-12", told=_STEADY),
)  # fmt: skip
"""Customers of more than a year, in mass production by now."""


@dataclass(frozen=True)
class DemoOrder:
    """An order, by whom and how many days ago. `batches` with the pieces of each. `shipped` and `back` are days ago, and pieces.
    `late`: its contract is of the last month that was closed when it was logged."""

    who: str
    name: str
    ago: int
    pieces: int
    price: str
    batches: tuple[tuple[str, int], ...] = ()
    shipped: tuple[int, int] | None = None
    back: tuple[int, int] | None = None
    late: bool = False


SOLD = (
    DemoOrder("周助理", "东莞市晨曦家电有限公司", 36, 2_000, "2.35", (("E2610", 2_000),)),
    DemoOrder("周助理", "东莞市白桦电动工具有限公司", 25, 5_000, "3.2", (("A12", 3_000), ("A13", 2_000)), back=(16, 500)),
    # four batches are two linked orders
    DemoOrder("周助理", "东莞市晨曦家电有限公司", 19, 12_000, "2.3",
         (("E2611", 3_000), ("E2612", 3_000), ("E2613", 3_000), ("E2614", 3_000)), shipped=(12, 5_000)),
    DemoOrder("周助理", "惠州市朗月照明科技有限公司", 12, 20_000, "0.85", (("L07", 20_000),)),
    DemoOrder("李明", "深圳市海棠智能家居有限公司", 7, 3_000, "4.6", (("H0311", 3_000),)),
    DemoOrder("周助理", "东莞市白桦电动工具有限公司", 3, 8_000, "3.15", (("A15", 8_000),), shipped=(2, 4_000)),
    DemoOrder("周助理", "东莞市晨曦家电有限公司", 1, 1_500, "2.4", late=True),
    DemoOrder("王芳", "广州市青禾储能技术有限公司", 18, 3_000, "5.6", (("Q21", 3_000),)),
    DemoOrder("王芳", "广州市青禾储能技术有限公司", 4, 6_000, "5.5", (("Q24", 6_000),)),
)  # fmt: skip
_MONTHLY = (("周助理", YEAR[0], 52_000, "1.9"), ("周助理", YEAR[1], 36_000, "2.6"), ("王芳", YEAR[2], 24_000, "4.2"),
            ("王芳", YEAR[3], 60_000, "1.15"))  # fmt: skip
_SHARE = (45, 50, 62, 58, 70, 64, 78, 88, 84, 96, 92, 108, 104)
"""Per cent of a month's usual, thirteen months ago first: it grows, and not evenly."""
HISTORY = tuple(
    DemoOrder(who, customer.name, 30 * (len(_SHARE) - month) + 3 * place - 25, usual * share // 100 // 500 * 500, price)
    for month, share in enumerate(_SHARE)
    for place, (who, customer, usual, price) in enumerate(_MONTHLY)
)
"""A year of them, which pictures and the forecast stand on."""
WAITS = ("周助理", 2, "佛山市启明风机制造有限公司 FAN-3 2k 1.9元")
"""An order that waits for its project: who wrote it, how many days ago, what was written."""
REASONS = {
    "reject": bilingual("该客户由总部直供，不再授权代理", "Served by headquarters directly"),
    "return": bilingual(
        "请写明终端年产量和在用型号占比", "Please give the yearly volume and the share of each model in use"
    ),
}
FIRST = bilingual("首次拜访，了解现用方案", "First visit: what they use at present")
GIVEN_UP = bilingual("客户改用总部直供方案", "The customer turned to a solution served by headquarters")
COMMENTS = (
    (
        "东莞市白桦电动工具有限公司",
        3,
        bilingual("价格按 3.15 元可批，注意竞品交期", "3.15 yuan can be approved; mind the rival's delivery time"),
    ),
    ("广州市青禾储能技术有限公司", 5, bilingual("返修率数据请下周补上", "Please add the figures of returns next week")),
)
"""Of the manager, on the newest report: whose customer, how many days ago, what."""
ANNOUNCED = (
    (12, bilingual("BAT32G137 供货正常", "BAT32G137 in good supply"),
     bilingual("四季度产能已确认，交期 6 周，无需提前备货。", "Capacity of the fourth quarter is confirmed; six weeks, no need to stock up.")),
    (4, bilingual("应用笔记：无刷电机启动", "Application note: starting brushless motors"),
     bilingual("新版笔记已发布，含 FU6832 与 BAT32G135 对比，请到资料下载查看。", "The new note compares FU6832 and BAT32G135.")),
)  # fmt: skip
"""By the head of the unit: how many days ago, title, text."""
