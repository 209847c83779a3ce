"""A report in a sentence: `中山市阳光灯饰厂，LED驱动，50万，STC8`: a company's name, and what is told of it, in any order
(docs/typing.md#a-report-in-a-sentence).

Pure: which customers there are shows in nothing here. Every word is in an answer or left over, in the order in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from domain.base.policy import Policy
from domain.letters import narrow
from domain.reports import sentence_words

_APART = re.compile(
    r"\s*(?:[\n\r\t;；、。|]|(?<!\d)[,，]|[,，](?!\d))\s*"
    r"|(?<=[访去见]了)|(?<=[司厂团])(?=做|主营|生产|在用|使用|用(?:的是)?[A-Za-z]|年用量|一年|每年|\d)"
)
"""Not within 1,200万; a name ends before 做 and the like."""
_GLUED = (
    re.compile(r"[（）()\[\]【】/+]"),
    re.compile(r"(?<=[司厂团])(?=[A-Za-z])|(?<=[万亿])(?=[A-Za-z\u4e00-\u9fff])"),
    re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)"),
)
"""中山市阳光灯饰厂（LED驱动）50万STC8: parted where all of it says something then."""
_NUMBER = re.compile(r"\s*[(（]?(\d{1,2})[.)）、](?!\d)\s*")
_LEGAL = re.compile(r"(?:ltd|inc|llc|corp|co|gmbh|limited|plc|s\.?a)\b\.?", re.IGNORECASE)
IN_FRONT = re.compile(
    r"^(?:(?:请|我要|我想|想)?(?:帮我|帮忙)?(?:报备|登记)(?:一下|一个|个)?(?:新?客户)?|新客户|新增客户|(?:please )?report(?: an?)?(?: new)?(?: customer)?\b)[:：，,\s]*",
    re.IGNORECASE,
)
_PRICE = re.compile(r"单价[:：]?\d[\d.]*|(?:单价|[@¥￥])?\d[\d.]*(?:元|块)\S*|[@¥￥]\d[\d.]*")
_ASKS = re.compile(r"[?？吗呢]|多少|几|什么|how |what |who ", re.IGNORECASE)
_FRAGMENT = re.compile(r"(?=.{3})[A-Za-z]{0,8}[\u4e00-\u9fff]{1,20}|[^\W\d_][\w.&'\-]*(?: [\w.&'\-]+){1,8}")
FIELDS = ("people", "background", "name", "credit_code", "region", "domain", "volume", "mcus")
"""In the order of their lines: what may have several lines isn't the last, for what is left over stands behind."""
LONGEST, MOST = 200, 40
"""Characters and words; whoever writes more has more than a sentence to say."""
A_RUN = 8
"""Words in a row that are read as one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`answers` by field. `names` are all the full names in it: of several somebody picks. `sure`: it is nothing else."""

    name: str
    answers: dict[str, str]
    rest: tuple[str, ...]
    names: tuple[str, ...]
    sure: bool


@dataclass(slots=True)
class _Told:
    """`words`: what stands next to each other, with its field, empty where nothing is understood."""

    words: list[tuple[str, str]] = field(default_factory=list)

    def of(self, name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for known, value in self.words if known == name))


def read(text: str, policy: Policy, about: str | None = None) -> Sentence | None:
    """None where it isn't one. `about`: which of several full names is meant.

    A full name takes a volume or a model beside it, with a domain alone it is only *perhaps*; one that doesn't say its kind
    (阳光灯饰) takes all of domain, volume and model, with two of them it is *perhaps*; behind 报备 less will do.
    """
    if len(text) > LONGEST or len(text.split()) > MOST:
        return None
    text = narrow(text.strip())
    said = IN_FRONT.sub("", text, count=1)
    bidden, told = said != text, _Told(list(_words(said, policy)))
    names = told.of("name")
    beside = sum(bool(told.of(each)) for each in ("domain", "volume", "mcus"))
    name = about if about in names else names[0] if names else "" if _ASKS.search(said) else _fragment(told)
    rest = tuple(word for known, word in told.words if (known in ("", "name") and word != name))
    if any(_PRICE.fullmatch(each) for each in rest):
        return None  # an order of somebody who isn't known is no report of him
    if names:
        enough, sure = bidden or beside > 0, bool(bidden or told.of("volume") or told.of("mcus"))
    else:
        enough = (bidden and beside > 0) or (bool(name) and beside > 1 and bool(told.of("volume")))
        sure = bidden or beside == 3
    if not enough:
        return None
    answers = {each: "、".join(told.of(each)) for each in FIELDS if each != "name" and told.of(each)}
    if "people" in answers and not any(map(sentence_words.is_somebody, told.of("people"))):
        answers["background"] = answers.pop("people")
    if name:
        answers["name"] = name
    return Sentence(name, answers, rest, names, sure)


def lines(found: Sentence, policy: Policy) -> list[str]:
    """The same with labels, as a paste has it, and what is left over behind."""
    labels = policy.labels.customer
    parts = ((getattr(labels, each)[0], found.answers.get(each, "")) for each in FIELDS)
    return [*(f"{label}：{value}" for label, value in parts if value), *found.rest]


def _fragment(told: _Told) -> str:
    """What may be a name though it doesn't say its kind: the words in front, else the only ones that say nothing else."""
    unknown = [word for known, word in told.words if not known]
    first = told.words[0] if told.words else ("", "")
    word = first[1] if first[1] in unknown else unknown[0] if len(unknown) == 1 else ""
    return word if _FRAGMENT.fullmatch(word) and not sentence_words.is_nobody(word) else ""


def _words(text: str, policy: Policy) -> Iterator[tuple[str, str]]:
    for piece in _pieces(_unnumbered(text)):
        known = sentence_words.read(piece, policy)
        if known is not None:
            yield known
        else:
            yield from _together(list(_in_a_piece(piece.split(), policy)))


def _unnumbered(text: str) -> str:
    """Without the running numbers of lines that all have one, from 1 on."""
    lines = [each for each in text.splitlines() if each.strip()]
    found = [_NUMBER.match(each) for each in lines]
    if len(lines) < 2 or [each and each[1] for each in found] != [str(each) for each in range(1, len(lines) + 1)]:
        return text
    return "\n".join(line[each.end() :] for line, each in zip(lines, found, strict=True) if each)


def _pieces(text: str) -> Iterator[str]:
    """What commas, marks and lines part; Co., Ltd. is one."""
    waiting = ""
    for piece in filter(None, _APART.split(text)):
        if waiting and _LEGAL.fullmatch(piece.split()[0]):
            waiting = f"{waiting}, {piece}"
        else:
            yield from filter(None, (waiting,))
            waiting = piece
    yield from filter(None, (waiting,))


def _in_a_piece(words: Sequence[str], policy: Policy) -> Iterator[tuple[str, str]]:
    """The longest runs that say something, from the front on."""
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + A_RUN), at, -1):
            known = sentence_words.read(" ".join(words[at:end]), policy)
            if known is not None:
                yield known
                break
        else:
            end = at + 1
            yield from _glued(words[at], policy) or [("", words[at])]
        at = end


def _glued(word: str, policy: Policy) -> list[tuple[str, str]]:
    """What the parts of a word say; nothing where one of them says nothing."""
    known = sentence_words.read(word, policy)
    if known is not None:
        return [known]
    for apart in _GLUED:
        parts = [each for each in apart.split(word) if each]
        found = [_glued(each, policy) for each in parts] if len(parts) > 1 else []
        if found and all(found):
            return [one for each in found for one in each]
    return []


def _together(words: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Latin words that say nothing else stand together, with the place in front, and what is a domain behind them where the piece
    ends or another domain follows: Zhongshan Sunshine Lighting."""
    run: list[str] = []
    for place, (known, word) in enumerate(words):
        behind = words[place + 1] if place + 1 < len(words) else ("domain", "")
        in_front = known == "region" and not run and behind[0] == "" and behind[1].isascii()
        named = run and known == "domain" and behind[0] == "domain" and " " not in word
        if word.isascii() and (not known or in_front or named):
            run.append(word)
            continue
        if run:
            yield "", " ".join(run)
            run = []
        yield known, word
    if run:
        yield "", " ".join(run)
