"""Invented company names, built like real ones: by the shares of forms that real ones have (docs/names.md). Always the same
for the same seed; that one of them exists is chance."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from domain.names import regions

_CHARACTERS = (
    "鑫华金天宏达盛兴瑞祥通泰恒诚信安德源丰隆顺康福利永昌新正和明海汇中大建凯博润嘉宝创佳龙东光联亚美科吉万广荣富邦宇辉晟亿众杰腾飞鸿弘鼎立捷方星"
    "河远景阳平成伟益友力胜元旺春长江百佰顶卓越奥迪威斯特尔诺维拓普思睿智慧蓝绿青红紫云雨雪风山川林木森石岩玉珠翠晶莹碧湖溪泉沃野田禾麦谷稻桑麻"
    "锦绣绮罗绢素雅韵琴棋书画墨砚竹梅兰菊桂枫柏松杉桐榆柳杨槐樟楠橡朗晴曦晨曙旭昊晖昱晔煜炫烨灿炎焱聚合拢融汇纳容纬经络纲领航舟帆舰楫渡津港湾"
    "浦滨洲岛屿礁峰岭岳峦崖谦谨慎勤俭廉毅勇刚强健壮硕茂繁荫庆贺喜悦欣怡乐舒畅适宜优良善仁义礼孝悌忠恕敬贤哲彦俊秀英豪雄霸冠魁首元始初启肇基业"
)
_LATIN = (
    "tek max pro sun sky bio geo neo evo uni mega nova luma vita zeta orion delta sigma lumen kern halo pivot quark"
)
_TRADES = (
    "电子 科技 电子科技 信息技术 网络科技 智能科技 自动化设备 自动化科技 仪器仪表 电器 电气 机电设备 机械制造 五金制品 模具 塑胶制品 新材料 新能源科技 "
    "电源技术 照明科技 光电科技 半导体 微电子 集成电路 通信技术 软件 计算机系统 物联网科技 医疗器械 生物科技 汽车电子 汽车零部件 电机 水泵 阀门 "
    "环保科技 贸易 商贸 进出口 实业 工贸 物流 运输 投资管理 文化传媒 广告 餐饮管理 服饰 纺织 食品 农业科技 建材 装饰工程 建筑工程 物业管理 咨询 教育科技"
).split()
_LEGAL = (("有限公司", 81), ("有限责任公司", 9), ("厂", 5), ("股份有限公司", 3), ("集团有限公司", 1), ("公司", 1))
_DEFAULT_SEED = 20_261


def _skewed(random: Random, things: str | list[str]) -> str:
    """One of the things; those in front far more often, as life has it."""
    return things[int(len(things) * random.random() ** 2.2)]


def _brand(random: Random) -> str:
    kind = random.random()
    if kind < 0.03:
        word = random.choice(_LATIN.split()) + random.choice(("", "", "on", "ix", "tech"))
        return word.upper() if random.random() < 0.6 else word
    length = 2 if kind < 0.66 else 3 if kind < 0.8 else 4
    return "".join(_skewed(random, _CHARACTERS) for _ in range(length))


def _places() -> list[str]:
    known = regions.table().names
    cities = [name for code, name in known.items() if code.endswith("00") and not code.startswith("99")]
    leading = "深圳 上海 北京 广州 东莞 苏州 杭州 宁波 无锡 成都 武汉 天津 重庆 青岛 厦门".split()
    return leading + [name for name in cities if name not in leading]


def _name(random: Random, places: list[str]) -> str:
    legal = random.choices([form for form, _ in _LEGAL], [share for _, share in _LEGAL])[0]
    place, brand = _skewed(random, places), _brand(random)
    trade = "" if random.random() < 0.05 else _skewed(random, _TRADES)
    where = random.random()
    if where < 0.05:
        return f"{brand}{trade}{legal}"
    if where < 0.08:
        return f"{brand}{trade}({place}){legal}"
    name = f"{place}{'市' if random.random() < 0.5 else ''}{brand}{trade}{legal}"
    if random.random() < 0.06:
        name += f"{random.choice(places)}分公司"
    return name


def names(count: int, seed: int = _DEFAULT_SEED) -> Iterator[str]:
    """`count` different names."""
    random, places, seen = Random(seed), _places(), set[str]()
    while len(seen) < count:
        name = _name(random, places)
        if name not in seen:
            seen.add(name)
            yield name
