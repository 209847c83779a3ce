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
    r"(?:[\u4e00-\u9fff]{1,3}|[a-z])(?:工|总|经理|先生|女士|小姐|老师|主任|厂长|主管|部长)|(?:mr|ms|mrs|miss|dr)\.?\s?[a-z]+(?: [a-z]+)?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[A-Za-z][A-Za-z.'\-]+(?: [A-Za-z][A-Za-z.'\-]+){0,2}")
_GLUED = re.compile(r"(?!部门|人员|同事|那边|这边)[\u4e00-\u9fff]{2,3}")
"""采购王建国."""
_NUMBER = re.compile(r"[+(（]?\d[\d\s()（）\-]{5,}\d(?:(?:转|ext\.?)\s?\d{1,6})?")
_POST = re.compile(
    r"(?:高级|资深|助理)?(?:部门?)?(?:工程师|经理|主管|总监|专员|员|助理|负责人|部长|科长|组长|课长|主任|代表)"
)
"""What a post is called behind what it is about: 品质经理, 采购工程师."""
_BESIDE = re.compile(r"(?:微信|手机|电话|v信|wx|vx)?(?:同号|同手机号?|同步)", re.IGNORECASE)
_NOTED = re.compile(
    r"(?:^|(?<=[\s,，;；、。]))(?:备注|附注|说明|notes?|remarks?)(?:\s*[:：]\s*|\s+)(?P<note>\S.*)$", re.IGNORECASE
)
_NAMES_LEAST = ("工程师", "工程", "engineer")
"""Of a title's roles those that many posts are called by: 品质工程师 is of 品质."""
_APART = re.compile(r"[\s,，;；、:：/|]+")
_CALLED = re.compile(
    r"^(?:联系人|联系方式|联系电话|电话|手机号?码?|座机|微信|邮箱|姓名|名字|称呼|角色|职务|职位|(?:contact|tel|phone|mobile|e-?mail|name|role|title)(?![a-z]))[.:：\s]*",
    re.IGNORECASE,
)
_KEEPS = "\u2060"
"""Between the parts of a number, or of a Latin name, while a line is cut."""


def people(text: str, policy: Policy) -> list[CounterpartTold]:
    """Nobody where neither a number nor a titled name stands there."""
    found: list[CounterpartTold] = []
    titled: list[bool] = []
    sure = False
    for kind, word in _words(text[:LONGEST], policy):
        sure = sure or kind in ("phone", "titled")
        now = found[-1] if found else None
        if now is None or _begins(now, kind):
            now = CounterpartTold()
            found.append(now)
            titled.append(False)
        titled[-1] = titled[-1] or kind == "titled"
        found[-1] = _with(now, kind, word)
    while len(found) > 1 and (joined := _remark(found[-2], found[-1], titled[-1])) is not None:
        found[-2:] = [joined]
        titled[-2:] = [titled[-2]]
    return found[:MOST] if sure and all(each.name or each.phone for each in found) else []


def one(text: str, policy: Policy) -> CounterpartTold | None:
    """Somebody with name and number, and nothing in front that is said of anything else; in several lines each says something of
    him. None: it is no such line, or of several."""
    text = text.strip()
    words = [kind for line in text.splitlines() for kind, _ in list(_words(line, policy))[:1]]
    found = people(text, policy) if len(text) <= LONGEST and words and "note" not in words else []
    return found[0] if len(found) == 1 and found[0].name and found[0].phone else None


def has_number(name: str) -> bool:
    """Whether what should be a name alone has a number in it that can be called."""
    return any(not isinstance(identifiers.phone(each[0]), Flaw) for each in _NUMBER.finditer(name))


def _remark(before: CounterpartTold, last: CounterpartTold, titled: bool) -> CounterpartTold | None:
    """What stands behind somebody who was told whole, and is nobody: 下午好找; or his role."""
    if not (before.name and before.phone) or last.phone or titled:
        return None
    if not last.name and not before.role:
        return replace(before, role=last.role, note=_noted(before, last.note))
    return replace(before, note=_noted(before, last.name, last.note)) if last.name and not last.role else None


def _noted(now: CounterpartTold, *words: str) -> str:
    return " ".join(filter(None, (now.note, *words)))


def role_in(text: str, policy: Policy) -> str:
    """The role that a title says: 采购经理, Purchasing Manager; what it says first, but for what many are called."""
    low = text.casefold()
    found = [
        (word in _NAMES_LEAST, low.index(word), -len(word), name)
        for word, name in _roles(policy).items()
        if _says(low, word)
    ]
    return min(found)[-1] if found else ""


def _says(low: str, word: str) -> bool:
    return re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word), low) is not None


def _is_role(text: str, policy: Policy) -> bool:
    """Said by the role's own name it says nothing more, as that which is sent out does."""
    low, english = text.strip().casefold(), policy.in_english
    return any(
        low in (each.name.casefold(), english.get(each.name, "").casefold()) for each in policy.counterpart_roles
    )


def of_contact(name: str, phone: str, card: VCard, policy: Policy) -> tuple[CounterpartTold, tuple[str, ...]]:
    """What a shared contact says of somebody; what more it says (numbers, addresses, company, title) for the note, in its order."""
    number = identifiers.phone(phone)
    first = next(iter(card.phones), "") if isinstance(number, Flaw) else number
    more = (
        *(identifiers.written(each).number for each in card.phones if each != first),
        *([phone] if isinstance(number, Flaw) and phone not in card.others else ()),
        *card.others,
        *card.emails,
        *filter(None, (card.company, "" if _is_role(card.title, policy) else card.title, card.address)),
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
        case "role" | "post":
            return bool(now.role) or bool(now.name and now.phone)
        case _:
            return False


def _with(now: CounterpartTold, kind: str, word: str) -> CounterpartTold:
    match kind:
        case "titled" | "name":
            return replace(now, name=word)
        case "role":
            return replace(now, role=word)
        case "post":
            return replace(now, role=now.role or word.partition(_KEEPS)[0], note=_noted(now, word.partition(_KEEPS)[2]))
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
    """In lines, of which what stands behind 备注 is a note as it is written."""
    roles = _roles(policy)
    for line in text.splitlines():
        noted = _NOTED.search(line)
        kept = _NUMBER.sub(lambda each: f" {_whole(each[0])} ", line[: noted.start()] if noted else line)
        kept = re.sub(r"(?<=[A-Za-z.]) (?=[A-Za-z])", _KEEPS, kept)
        for piece in _APART.split(kept):
            whole = piece.replace(_KEEPS, " ").strip()
            word = whole if _BESIDE.fullmatch(whole) else _CALLED.sub("", whole).strip()
            if word:
                yield from _read(word, roles)
        if noted:
            yield "noted", noted["note"].strip()


def _whole(number: str) -> str:
    """Two numbers that stand beside each other aren't one."""
    return number if isinstance(identifiers.phone(number), Flaw) else _KEEPS.join(number.split())


def _read(word: str, roles: dict[str, str]) -> Iterator[tuple[str, str]]:
    phone = identifiers.phone(word)
    if not isinstance(phone, Flaw):
        yield "phone", phone
    elif word.casefold() in roles:
        yield "role", roles[word.casefold()]
    elif _BESIDE.fullmatch(word):
        yield "note", word
    elif (post := _role_in_front(word, roles)) and _POST.fullmatch(word[len(post) :]):
        yield "post", f"{roles[post.casefold()]}{_KEEPS}{word}"
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
