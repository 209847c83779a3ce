"""What people make of a name: variations by kind, by a fixed seed, of names that are in the index.

Each function returns the variation, or None when the name doesn't lend itself to it. The blind edits know nothing of
the parts of a name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

from opencc import OpenCC

from domain.names import regions, trades
from domain.names.parts import Parts, parse
from domain.names.sound import look_alike, same_sound, syllable
from domain.names.text import same_key


@dataclass(frozen=True, slots=True)
class Sample:
    """A name, its parts, and the region as it is written in front (empty when it stands elsewhere)."""

    raw: str
    parts: Parts
    place: str

    @property
    def short(self) -> str:
        return regions.table().names.get(self.parts.region, "")


def sample(raw: str) -> Sample | None:
    """None for names that our parts don't put together again (brackets, towns): variations by part need the parts."""
    parts, key = parse(raw), same_key(raw)
    place = key[: key.find(parts.core)] if parts.region else ""
    whole = place + parts.core + parts.trade + parts.legal + parts.branch
    return Sample(raw, parts, place) if whole == key and not parts.town and len(parts.core) >= 2 else None


class Characters:
    """Characters as often as they stand in brands."""

    def __init__(self, cores: list[str]) -> None:
        self.all = [char for core in cores for char in core if not char.isascii()]
        by_sound: dict[str, list[str]] = {}
        for char in sorted(set(self.all)):
            by_sound.setdefault(syllable(char), []).append(char)
        self.by_sound = by_sound

    def other(self, random: Random, than: str) -> str:
        while True:
            char = random.choice(self.all)
            if char != than:
                return char

    def homophone(self, random: Random, of: str) -> str | None:
        found = [char for char in self.by_sound.get(syllable(of), ()) if char != of and same_sound(char, of)]
        return random.choice(found) if found else None

    def alike(self, random: Random, to: str) -> str | None:
        found = [char for char in sorted(set(self.all)) if look_alike(char, to) and char != to]
        return random.choice(found) if found else None


Vary = Callable[[Sample, Random, Characters], str | None]


@cache
def _traditional() -> OpenCC:
    return OpenCC("s2t")


def _with_core(name: Sample, core: str | None) -> str | None:
    p = name.parts
    return None if core is None or core == p.core else name.place + core + p.trade + p.legal + p.branch


def _replaced(text: str, positions: list[int], random: Random, chars: Characters) -> str:
    for i in positions:
        text = text[:i] + chars.other(random, text[i]) + text[i + 1 :]
    return text


def width(name: Sample, random: Random, chars: Characters) -> str | None:
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in name.raw.upper())
    at = random.randrange(1, len(wide))
    return f" {wide[:at]}　{wide[at:]}"


def traditional(name: Sample, random: Random, chars: Characters) -> str | None:
    text = _traditional().convert(name.raw)
    return text if text != name.raw else None


def legal_dropped(name: Sample, random: Random, chars: Characters) -> str | None:
    p = name.parts
    return name.place + p.core + p.trade if p.legal and not p.branch and len(p.core + p.trade) > 2 else None


def other_legal(name: Sample, random: Random, chars: Characters) -> str | None:
    p = name.parts
    forms = [form for form in ("有限公司", "有限责任公司", "股份有限公司") if form != p.legal]
    return name.place + p.core + p.trade + random.choice(forms) if p.legal.endswith("公司") and not p.branch else None


def branch_office(name: Sample, random: Random, chars: Characters) -> str | None:
    city = random.choice(("上海", "深圳", "成都", "武汉", "西安", "宝安", "昆山"))
    return name.raw + city + "分公司" if name.parts.legal and not name.parts.branch else None


def region_dropped(name: Sample, random: Random, chars: Characters) -> str | None:
    p = name.parts
    return p.core + p.trade + p.legal + p.branch if name.place and p.trade else None


def region_otherwise(name: Sample, random: Random, chars: Characters) -> str | None:
    p, place = name.parts, name.place
    if not place or p.branch:
        return None
    is_city = p.region[4:] == "00" and p.region[2:] != "0000"
    bare = place[:-1] if place[-1] in "市省" else place + "市" if is_city else place
    rest = p.core + p.trade
    forms = [bare + rest + p.legal, f"{rest}（{name.short}）{p.legal}", f"{p.core}（{name.short}）{p.trade}{p.legal}"]
    province = regions.table().names.get(p.region[:2] + "0000", "")
    if p.region[2:] != "0000" and province and not place.startswith(province):
        forms.append(f"{province}省{place}{rest}{p.legal}")
    forms = [form for form in forms if same_key(form) != same_key(name.raw)]
    return random.choice(forms) if forms else None


def region_inside(name: Sample, random: Random, chars: Characters) -> str | None:
    p = name.parts
    return p.core + name.short + p.trade + p.legal if name.place and p.trade and not p.branch else None


def _company(name: Sample) -> bool:
    """Whether a part of the name abbreviates it: that of a branch office abbreviates the company, not the office."""
    return bool(name.parts.trade) and not name.parts.branch


def core_trade(name: Sample, random: Random, chars: Characters) -> str | None:
    return name.parts.body if _company(name) and (name.place or name.parts.legal) else None


def region_core(name: Sample, random: Random, chars: Characters) -> str | None:
    return name.short + name.parts.core if name.place and _company(name) else None


def region_core_word(name: Sample, random: Random, chars: Characters) -> str | None:
    words = trades.words(name.parts.trade)
    return name.short + name.parts.core + words[0] if name.place and len(words) > 1 and _company(name) else None


def long_core(name: Sample, random: Random, chars: Characters) -> str | None:
    return name.parts.core if len(name.parts.core) >= 3 and _company(name) else None


def short_core(name: Sample, random: Random, chars: Characters) -> str | None:
    return name.parts.core if len(name.parts.core) == 2 and _company(name) else None


def one_homophone(name: Sample, random: Random, chars: Characters) -> str | None:
    core = name.parts.core
    at = random.randrange(len(core))
    other = chars.homophone(random, core[at])
    return other and _with_core(name, core[:at] + other + core[at + 1 :])


def all_homophones(name: Sample, random: Random, chars: Characters) -> str | None:
    others = [chars.homophone(random, char) for char in name.parts.core]
    return None if None in others else _with_core(name, "".join(other or "" for other in others))


def homophones_short(name: Sample, random: Random, chars: Characters) -> str | None:
    text = all_homophones(name, random, chars)
    p = name.parts
    return text[: -len(p.legal)] if text and p.legal and not p.branch and p.trade else None


def swapped(name: Sample, random: Random, chars: Characters) -> str | None:
    core = name.parts.core
    at = random.randrange(len(core) - 1)
    return _with_core(name, core[:at] + core[at + 1] + core[at] + core[at + 2 :])


def words_swapped(name: Sample, random: Random, chars: Characters) -> str | None:
    p, words = name.parts, list(trades.words(name.parts.trade))
    if len(set(words)) < 2:
        return None
    words[0], words[1] = words[1], words[0]
    return name.place + p.core + "".join(words) + p.legal + p.branch


def one_extra(name: Sample, random: Random, chars: Characters) -> str | None:
    core = name.parts.core
    at = random.randrange(len(core) + 1)
    return _with_core(name, core[:at] + chars.other(random, "") + core[at:])


def one_missing(name: Sample, random: Random, chars: Characters) -> str | None:
    core = name.parts.core
    at = random.randrange(len(core))
    return _with_core(name, core[:at] + core[at + 1 :]) if len(core) >= 3 else None


def one_missing_short(name: Sample, random: Random, chars: Characters) -> str | None:
    """One character of two is left."""
    core = name.parts.core
    return _with_core(name, random.choice(core)) if len(core) == 2 else None


def one_wrong_long(name: Sample, random: Random, chars: Characters) -> str | None:
    core = name.parts.core
    return _with_core(name, _replaced(core, [random.randrange(len(core))], random, chars)) if len(core) >= 3 else None


def one_wrong_short(name: Sample, random: Random, chars: Characters) -> str | None:
    core = name.parts.core
    return _with_core(name, _replaced(core, [random.randrange(2)], random, chars)) if len(core) == 2 else None


def wrong_by_eye(name: Sample, random: Random, chars: Characters) -> str | None:
    core = name.parts.core
    at = random.randrange(len(core))
    other = chars.alike(random, core[at])
    return other and _with_core(name, core[:at] + other + core[at + 1 :])


def wrong_in_trade(name: Sample, random: Random, chars: Characters) -> str | None:
    p = name.parts
    if not p.trade:
        return None
    trade = _replaced(p.trade, [random.randrange(len(p.trade))], random, chars)
    return name.place + p.core + trade + p.legal + p.branch


def two_wrong_long(name: Sample, random: Random, chars: Characters) -> str | None:
    core = name.parts.core
    if len(core) < 3:
        return None
    return _with_core(name, _replaced(core, random.sample(range(len(core)), 2), random, chars))


def two_wrong_short(name: Sample, random: Random, chars: Characters) -> str | None:
    """Two characters of brand and trade together."""
    p = name.parts
    if len(p.core) != 2 or not p.trade:
        return None
    body = _replaced(p.body, random.sample(range(len(p.body)), 2), random, chars)
    return name.place + body + p.legal + p.branch


KINDS: dict[str, tuple[Vary, float]] = {
    # kind → how, and its goal in per cent
    "width, case, blanks": (width, 100),
    "traditional": (traditional, 100),
    "legal form dropped": (legal_dropped, 100),
    "other legal form": (other_legal, 100),
    "branch office": (branch_office, 100),
    "region dropped": (region_dropped, 99.5),
    "region in another form or place": (region_otherwise, 99.9),
    "bare region in the middle": (region_inside, 98),
    "core + trade": (core_trade, 99),
    "region + core": (region_core, 99.5),
    "region + core + first trade word": (region_core_word, 99.7),
    "core only, 3+ characters": (long_core, 98),
    "core only, 2 characters": (short_core, 60),
    "one homophone": (one_homophone, 100),
    "whole core homophones": (all_homophones, 99.8),
    "the same and legal form dropped": (homophones_short, 100),
    "brand characters swapped": (swapped, 100),
    "trade words swapped": (words_swapped, 100),
    "one extra character": (one_extra, 99.8),
    "one missing, core 3+": (one_missing, 98.5),
    "one missing, core 2": (one_missing_short, 0),
    "one wrong, core 3+": (one_wrong_long, 100),
    "one wrong, core 2 (weak)": (one_wrong_short, 94),
    "one wrong, alike to the eye": (wrong_by_eye, 0),
    "one wrong in the trade": (wrong_in_trade, 99.8),
    "two wrong, core 3+": (two_wrong_long, 90),
    "two wrong, core 2": (two_wrong_short, 80),
}

Edit = Callable[[str, Random, Characters], str]


def _swap(text: str, random: Random, chars: Characters) -> str:
    at = random.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _remove(text: str, random: Random, chars: Characters) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at + 1 :]


BLIND: dict[str, tuple[Edit, float]] = {
    "blind: one replaced": (lambda t, r, c: _replaced(t, [r.randrange(len(t))], r, c), 97),
    "blind: one removed": (_remove, 98),
    "blind: two neighbours swapped": (_swap, 96),
    "blind: two replaced": (lambda t, r, c: _replaced(t, r.sample(range(len(t)), 2), r, c), 70),
    "blind: last four cut": (lambda t, r, c: t[:-4], 97),
    "blind: first two cut": (lambda t, r, c: t[2:], 97),
    "blind: first three cut": (lambda t, r, c: t[3:], 85),
}
