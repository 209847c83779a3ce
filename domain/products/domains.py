"""Product domains (产品领域, docs/typing.md): two levels over the policy's table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import lazy_pinyin

from domain.base.policy import Policy
from domain.names.text import simplified

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Product:
    """A domain, or a common product of it: 家电, 家电 · 空调."""

    domain: str
    example: str = ""

    @property
    def label(self) -> str:
        """As people read it, and as records keep it."""
        return f"{self.domain}{BETWEEN}{self.example}" if self.example else self.domain


def domains(policy: Policy) -> tuple[Product, ...]:
    """The first level."""
    return tuple(Product(each.name) for each in policy.product_domains)


def products_of(policy: Policy, domain: str) -> tuple[Product, ...]:
    """The second level of a domain, in the policy's order; of an unknown one nothing."""
    return tuple(
        Product(each.name, example)
        for each in policy.product_domains
        if each.name == domain
        for example in each.examples
    )


def everything(policy: Policy) -> tuple[Product, ...]:
    """Both levels, each domain before its products: what is searched by typing."""
    return tuple(found for top in domains(policy) for found in (top, *products_of(policy, top.domain)))


def synonyms(policy: Policy, product: Product) -> tuple[str, ...]:
    """What else people call it: 电饭锅 is 家电 · 电饭煲; its English name."""
    words = tuple(word for each in policy.product_synonyms if each.of == product.label for word in each.words)
    in_english = policy.in_english.get(product.example or product.domain)
    return words if in_english is None else (*words, in_english)


def search_text(policy: Policy, product: Product) -> str:
    """What a search by typing looks into: a domain is found by its products, a product by its domain, both by what else
    they are called."""
    if product.example:
        return " ".join((product.example, product.domain, *synonyms(policy, product)))
    below = products_of(policy, product.domain)
    return " ".join(
        (
            product.domain,
            *synonyms(policy, product),
            *(name for each in below for name in (each.example, *synonyms(policy, each))),
        )
    )


def known(policy: Policy, label: str) -> Product | None:
    """The product of a label (`家电 · 空调`, however spaced), None if the policy hasn't got it (any more)."""
    wanted = _plain(label)
    return next((each for each in everything(policy) if _plain(each.label) == wanted), None)


def find(policy: Policy, text: str) -> tuple[Product, ...]:
    """What a written domain may mean: 家电 · 空调, 家电-空调, 家电（空调）, 空调; several where it names several (油烟机、吸尘器),
    none where a part of it isn't known."""
    if (whole := known(policy, text)) is not None:
        return (whole,)
    named = _named(policy)
    wide = unicodedata.normalize("NFKC", text)
    if whole_name := named.get(_one(wide)):  # with blanks in it: air conditioner
        return whole_name
    meant = [
        found
        for part in _BETWEEN_PARTS.split(wide)
        if part.strip()
        for found in (
            (named[_one(part)],) if _one(part) in named else [named.get(_one(each), ()) for each in part.split()]
        )
    ]
    if not meant or not all(meant):
        return ()
    tops = [each for several in meant for each in several if not each.example]
    below = [each for several in meant for each in several if each.example]
    if tops:
        within = [each for each in below if any(each.domain == top.domain for top in tops)]
        if len({each.domain for each in below} - {top.domain for top in tops}):
            return tuple(dict.fromkeys((*tops, *below)))  # they contradict each other
        below = within
    return tuple(dict.fromkeys(below or tops))


def near(policy: Policy, text: str) -> tuple[Product, ...]:
    """Those that a text which isn't known may be meant for, the likeliest first: 水泵控制器 is something about 水泵."""
    plain = _plain(text)
    fitting = [
        each
        for each in everything(policy)
        if len(name := _plain(each.example or each.domain)) > 1
        and (name in plain or (len(plain) > 1 and plain in name))
    ]
    return tuple(sorted(fitting, key=lambda each: -len(each.example or each.domain))[:3])


_BETWEEN_PARTS = re.compile(r"[·・•\-‐–—−_/\\>→»|,，、;；:：.()（）\[\]【】]+")


@lru_cache(maxsize=4)
def _named(policy: Policy) -> Mapping[str, tuple[Product, ...]]:
    """What goes by a name, by a synonym of the policy, by its English name, or by the pinyin of any."""
    found: dict[str, dict[Product, None]] = {}
    for product in everything(policy):
        for word in (product.example or product.domain, *synonyms(policy, product)):
            for written in {_one(word), _one("".join(lazy_pinyin(_plain(word))))}:
                found.setdefault(written, {})[product] = None
    return {name: tuple(several) for name, several in found.items()}


def _one(name: str) -> str:
    """As `_plain`; an English word is known by its plural, too."""
    plain = _plain(name)
    return plain.removesuffix("s") if len(plain) > 3 and plain.isascii() else plain


@lru_cache(maxsize=4096)
def _plain(label: str) -> str:
    plain = "".join(label.split()).replace("・", "·").casefold()
    return plain if plain.isascii() else simplified(plain)
