"""Who is meant by `采购 王工 13800138000、李经理`: people as they are written in a line, with role, name and number in any order.

Pure. Roles are the policy's with what people call them; a name says that it is one (王工, 李经理, Mr Wang), or stands beside a
number, or is a short one. What is said otherwise of somebody is his note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from domain.base import identifiers
from domain.base.identifiers import Flaw
from domain.base.policy import Policy
from domain.counterparts.records import CounterpartTold
from domain.counterparts.vcards import VCard

MOST = 10
LONGEST = 300
_TITLED = re.compile(
    r"[\u4e00-\u9fff]{1,3}(?:工|总|经理|先生|女士|小姐|老师|主任|厂长|主管|部长)|(?:mr|ms|mrs|miss|dr)\.?\s?[a-z]+(?: [a-z]+)?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[A-Za-z][A-Za-z.'\-]+(?: [A-Za-z][A-Za-z.'\-]+){0,2}")
_GLUED = re.compile(r"(?!部门|人员|同事|那边|这边)[\u4e00-\u9fff]{2,3}")
"""采购王建国."""
_NUMBER = re.compile(r"[+(（]?\d[\d\s()（）\-]{5,}\d(?:(?:转|ext\.?)\s?\d{1,6})?")
_APART = re.compile(r"[\s,，;；、:：/|]+")
_CALLED = re.compile(
    r"^(?:联系人|联系方式|联系电话|电话|手机号?码?|座机|微信|邮箱|contact|tel|phone|mobile|e-?mail)[.:：\s]*",
    re.IGNORECASE,
)
_KEEPS = "\u2060"
"""Between the parts of a number, or of a Latin name, while a line is cut."""


def people(text: str, policy: Policy) -> list[CounterpartTold]:
    """Nobody where neither a number nor a titled name stands there."""
    found: list[CounterpartTold] = []
    sure = False
    for kind, word in _words(text[:LONGEST], policy):
        sure = sure or kind in ("phone", "titled")
        now = found[-1] if found else None
        if now is None or _begins(now, kind):
            now = CounterpartTold()
            found.append(now)
        found[-1] = _with(now, kind, word)
    return found[:MOST] if sure and all(each.name or each.phone for each in found) else []


def role_in(text: str, policy: Policy) -> str:
    """The role that a title says: 采购经理, Purchasing Manager."""
    low = text.casefold()
    return next((name for word, name in _roles(policy).items() if word in low), "")


def of_contact(name: str, phone: str, card: VCard, policy: Policy) -> tuple[CounterpartTold, tuple[str, ...]]:
    """What a shared contact says of somebody; what more it says (numbers, addresses, company, title) for the note, in its order."""
    number = identifiers.phone(phone)
    first = next(iter(card.phones), "") if isinstance(number, Flaw) else number
    more = (
        *(identifiers.written(each).number for each in card.phones if each != first),
        *([phone] if isinstance(number, Flaw) and phone not in card.others else ()),
        *card.others,
        *card.emails,
        *filter(None, (card.company, card.title, card.address)),
        *card.notes,
    )
    return CounterpartTold(name=name or card.name, phone=first, role=role_in(card.title, policy)), tuple(
        dict.fromkeys(more)
    )


def _begins(now: CounterpartTold, kind: str) -> bool:
    """Whether the word is somebody else's."""
    match kind:
        case "titled" | "name":
            return bool(now.name)
        case "role":
            return bool(now.role) or bool(now.name and now.phone)
        case _:
            return False


def _with(now: CounterpartTold, kind: str, word: str) -> CounterpartTold:
    match kind:
        case "titled" | "name":
            return replace(now, name=word)
        case "role":
            return replace(now, role=word)
        case "phone" if not now.phone:
            return replace(now, phone=word)
        case "phone":
            word = identifiers.written(word).number
        case _:
            pass
    return replace(now, note=f"{now.note} {word}".strip())


def _roles(policy: Policy) -> dict[str, str]:
    """By what each is called, in either language."""
    english = policy.in_english
    return {
        word.casefold(): each.name
        for each in policy.counterpart_roles
        for word in (each.name, english.get(each.name, each.name), *each.words)
    }


def _words(text: str, policy: Policy) -> Iterator[tuple[str, str]]:
    roles = _roles(policy)
    kept = _NUMBER.sub(lambda each: f" {_whole(each[0])} ", text)
    kept = re.sub(r"(?<=[A-Za-z.]) (?=[A-Za-z])", _KEEPS, kept)
    for piece in _APART.split(kept):
        word = _CALLED.sub("", piece.replace(_KEEPS, " ")).strip()
        if word:
            yield from _read(word, roles)


def _whole(number: str) -> str:
    """Two numbers that stand beside each other aren't one."""
    return number if isinstance(identifiers.phone(number), Flaw) else _KEEPS.join(number.split())


def _read(word: str, roles: dict[str, str]) -> Iterator[tuple[str, str]]:
    phone = identifiers.phone(word)
    if not isinstance(phone, Flaw):
        yield "phone", phone
    elif word.casefold() in roles:
        yield "role", roles[word.casefold()]
    elif (front := _role_in_front(word, roles)) and _TITLED.fullmatch(rest := word[len(front) :].strip()):
        yield "role", roles[front.casefold()]
        yield "titled", rest
    elif front and (_GLUED.fullmatch(rest) or (rest.isascii() and _NAME.fullmatch(rest))):
        yield "role", roles[front.casefold()]
        yield "name", rest
    elif _TITLED.fullmatch(word):
        yield "titled", word
    elif _NAME.fullmatch(word):
        yield "name", word
    else:
        yield "note", word


def _role_in_front(word: str, roles: dict[str, str]) -> str:
    """采购王工, Purchasing Jane Wang."""
    low = word.casefold()
    fitting = (each for each in roles if low.startswith(each))
    whole = (each for each in fitting if not (each.isascii() and low[len(each) : len(each) + 1].isalpha()))
    return word[: len(max(whole, key=len, default=""))]
