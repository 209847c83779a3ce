"""How a name sounds and what it looks like: readings of characters, and characters that the eye takes for one another."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_IN_NAMES = {
    # most common reading in names where the dictionary's first one is another
    "乐": "le", "亘": "gen", "会": "hui", "佛": "fo", "厦": "xia", "呈": "cheng", "堡": "bao", "大": "da", "强": "qiang",
    "得": "de", "晟": "sheng", "曾": "zeng", "朝": "chao", "柏": "bai", "泷": "long", "泊": "bo", "炮": "pao", "番": "fan",
    "石": "shi", "纤": "xian", "藏": "zang", "行": "hang", "觉": "jue", "调": "diao", "重": "zhong", "长": "chang",
    "靓": "liang", "都": "du", "什": "shi", "单": "dan", "尚": "shang", "传": "chuan", "盛": "sheng", "和": "he",
    "0": "ling", "1": "yi", "2": "er", "3": "san", "4": "si", "5": "wu", "6": "liu", "7": "qi", "8": "ba", "9": "jiu",
}  # fmt: skip
_ALSO = {
    "乐": "yue", "会": "kuai", "厦": "sha", "朝": "zhao", "番": "pan", "藏": "cang", "行": "xing", "重": "chong",
    "长": "zhang", "都": "dou", "单": "shan", "曾": "ceng", "盛": "cheng", "调": "tiao", "传": "zhuan", "柏": "bo",
    "1": "yao", "陆": "liu", "解": "xie", "仇": "qiu", "翟": "di", "车": "ju", "参": "shen", "校": "jiao", "降": "xiang",
}  # fmt: skip
"""A second reading that is common too: 长 sounds like 常 and like 掌."""

_ALIKE = """
未末 士土 己已巳 日曰 天夭 人入 干千于 田由甲申 戊戌戍 大太犬 王玉 兔免 鸟乌 晴睛 辩辨辫 拨拔 析折拆 贝见 令今 治冶 侯候 丹舟 刀力 九丸 几凡
午牛 矢失 平乎 币市 师帅 住往佳 冈岗 冀翼 卖买 历厉 汨汩 没设 淮准 凌陵 庄压 延廷 建健 徽微 恒桓 拓柘 捷睫 斤斥 旦且 昂昴 杨扬 杭抗 柏拍 栋拣
梁粱 檀擅 汉汊 泰秦 洋样祥 深探 源原 澳奥 炬矩 焕换 特持 狠狼 理埋 瑞端 瑶谣 自白百臼 盈盆 矿旷 研妍 禾木 科料 竟竞 绿缘 群郡 胜肚 臣巨 舜瞬 荣莱菜
莹萤 菱萎 蓝篮 蓉溶 薄簿 西酉 城诚 豪毫 赢羸 超趋 迪油 逢蓬 遂逐 郎朗 锋峰 锦绵 镇填 问间闻 陈阵 需露 靖清 顶项 顺须 颐顾 凤风 驰弛 骏俊 鹏鹃
龙尤尨 术木 宇字 宜宣 官宫 崇祟 巧功 仓仑 优忧 水永冰 友反 名各 固国 塔搭 状壮 奕弈 爱受 恺铠 悦锐 汇江 兴共 华毕 宏宠 东车 圆园 元无 飞气 广厂 长张
州卅川 莞完宛苑 佛沸拂 圳川
""".split()

_FOLDS = (
    (re.compile("^zh"), "z"),
    (re.compile("^ch"), "c"),
    (re.compile("^sh"), "s"),
    (re.compile("^n"), "l"),
    (re.compile("^hui$"), "fei"),
    (re.compile("^hun$"), "fen"),
    (re.compile("^hu(?=a)"), "f"),
    (re.compile("^hu$"), "fu"),
    (re.compile("ng$"), "n"),
)


@cache
def _alike() -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for group in _ALIKE:
        for char in group:
            groups[char] = groups.get(char, frozenset()) | frozenset(group)
    return groups


def alike(char: str) -> frozenset[str]:
    """The characters that the eye takes it for, itself among them where there are any."""
    return _alike().get(char, frozenset())


def look_alike(a: str, b: str) -> bool:
    """Whether the eye takes one character for the other (未/末, 士/土)."""
    return b in alike(a)


@lru_cache(maxsize=32768)
def syllable(char: str) -> str:
    """The most common reading in names, without tone; the character itself when it has none."""
    if char in _IN_NAMES:
        return _IN_NAMES[char]
    from pypinyin.pinyin_dict import pinyin_dict  # a fifth of a second: only where a name is really compared

    marked = pinyin_dict.get(ord(char), char).split(",", 1)[0]
    return "".join(part for part in unicodedata.normalize("NFD", marked) if not unicodedata.combining(part))


@lru_cache(maxsize=32768)
def fuzzy(char: str) -> str:
    """The reading with what many speakers don't keep apart made one: zh/z, ch/c, sh/s, n/l, hu/fu, ng/n."""
    sound = syllable(char)
    return sound if sound == char else _folded(sound)


def _folded(sound: str) -> str:
    for pattern, folded in _FOLDS:
        sound = pattern.sub(folded, sound)
    return sound


def sound_key(text: str) -> str:
    """The fuzzy readings in alphabetical order: equal for homophones and for swapped characters."""
    spelled = syllables(text) if text.isascii() else None
    return " ".join(sorted(map(_folded, spelled) if spelled else map(fuzzy, text)))


@cache
def _sounds() -> frozenset[str]:
    """The readings of the characters in use."""
    return frozenset(filter(str.isascii, (syllable(chr(code)) for code in range(0x4E00, 0x9FA6))))


@lru_cache(maxsize=4096)
def syllables(text: str) -> tuple[str, ...] | None:
    """Pinyin without blanks in syllables, long ones first: qinghe → qing he; None where it is none."""
    if not text.isalpha() or not 3 < len(text) <= _LONGEST_PINYIN:
        return None
    known = _sounds()
    at: dict[int, tuple[str, ...]] = {len(text): ()}
    for start in range(len(text) - 1, -1, -1):
        for length in range(min(6, len(text) - start), 0, -1):
            rest = at.get(start + length)
            if rest is not None and text[start : start + length] in known and length > (text[start] not in "aoe"):
                at[start] = (text[start : start + length], *rest)
                break
    return at.get(0)


_LONGEST_PINYIN = 60


def is_pinyin(letters: str) -> bool:
    """One syllable of two letters or more, or several."""
    return (len(letters) > 1 and letters in _sounds()) or syllables(letters) is not None


def spelt(text: str) -> str:
    """The text as typed in pinyin without blanks: huawei."""
    return "".join(map(syllable, text))


_MOST_INITIALS = 4


@lru_cache(maxsize=32768)
def initials(text: str) -> str:
    """The first letters of two to four Chinese characters: 白桦 → bh; empty for anything else."""
    if not 2 <= len(text) <= _MOST_INITIALS or not text.isalpha():
        return ""
    letters = "".join(syllable(char)[0] for char in text if char.isalpha() and not char.isascii())
    return letters if len(letters) == len(text) and letters.isascii() else ""


def same_sound(a: str, b: str) -> bool:
    """Whether two characters share a common reading."""
    sound, other = syllable(a), syllable(b)
    return sound == other or other == _ALSO.get(a) or sound == _ALSO.get(b)


def near_sound(a: str, b: str) -> bool:
    """Whether two characters sound the same to many speakers."""
    return fuzzy(a) == fuzzy(b) or same_sound(a, b)
