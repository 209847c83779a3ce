"""Words that several dialogs share: how a person, a place, a stage, a customer's data are called on screens."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import reduce
from itertools import accumulate, pairwise
from typing import Protocol, TypeVar

from dialogs.core.screen import HOME as HOME
from dialogs.core.screen import Act, Arg, Button, Row, Say, Tone, Wording, act, say
from dialogs.core.words import columns
from domain.approvals.acting import Signature
from domain.approvals.records import Verb
from domain.approvals.request_kinds import KINDS
from domain.base import identifiers
from domain.base.bilingual import translated
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.customers.records import Profile
from domain.people.records import Account
from domain.projects.records import Milestone, ProjectItem

BACK = Button(say("back-key"), act("close"))


def button(key: str, verb: str, **args: str | int | bool | None) -> Button:
    """A button with a wording of the catalogue."""
    return Button(say(key), act(verb, **args))


def danger(key: str, verb: str, **args: str | int | bool | None) -> Button:
    """The same for what isn't taken back easily."""
    return replace(button(key, verb, **args), tone=Tone.DANGER)


def opens(label: Wording, dialog: str, **args: str | int | bool | None) -> Button:
    """A button that opens another dialog on top."""
    return Button(label, Act("open", {"dialog": dialog, "args": dict(args)}))


def writes(label: Wording, customer: int) -> Button:
    """A button that opens a new report for the customer, whatever drafts of others lie about."""
    return Button(label, Act("open", {"dialog": "follow_up", "args": {"answers": {"customer": customer}}}))


def clipboard(key: str, text: str | None) -> Row:
    """A button that puts the text on the reader's clipboard, where there is one. A screen has one at most: what is copied stands
    above it."""
    return (Button(say(key), copy_text=text),) if text else ()


def type_of(account: Account) -> Say:
    """业务员, 渠道经理, 管理员 …"""
    if account.administrator and account.unit_id is None:
        return say("type-administrator")
    return say(f"type-{account.type.value}")


def signed(by: Signature) -> Wording:
    """`刘经理（代 陈经理）`: a decision names both."""
    name: Wording = say("signed-for", name=by.name, principal=by.principal) if by.principal else by.name
    return say("signed-to", name=name, to=by.to) if by.to else name


def decided(kind: Kind, verb: Verb, by: Signature, at: datetime) -> Wording:
    """`✅ 已批准 · 陈经理 · 11-22 10:05`; an appeal is upheld or dismissed."""
    judged = KINDS[kind].judged and verb in (Verb.APPROVE, Verb.REJECT)
    return say(f"judged-{verb.value}" if judged else f"decided-{verb.value}", by=signed(by), at=at)


def event_word(kind: type[Event]) -> Say:
    """What happened, in a word or two: `ReportSubmitted` is called by `event-report-submitted`."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.__name__).lower()
    return say(f"event-{name}")


def middle(name: str, longest: int = 18) -> str:
    """A name in a list, of the width of so many Chinese characters; a company's is shortened in the middle: both ends tell
    companies apart."""
    if columns(name) <= 2 * longest:
        return translated(name)
    front = (2 * longest - 2) * 2 // 3
    return f"{_first(name, front)}…{_first(name[::-1], 2 * longest - 2 - front)[::-1]}"


def _first(name: str, width: int) -> str:
    """As much of it as so many columns hold."""
    widths = accumulate(map(columns, name))
    return name[: sum(each <= width for each in widths)]


class Requested(Protocol):
    """Whatever has a kind of request: an approval, and the requests of protection."""

    @property
    def kind(self) -> Kind: ...


def kind_of(asked: Requested) -> Say:
    """客户报备, 申请延期 …"""
    return say(f"approval-kind-{asked.kind.value.replace('_', '-')}")


def stage(value: Stage) -> Say:
    return say(f"stage-{value.value}")


def milestone(value: Milestone) -> Say:
    return say(f"milestone-{value.value}")


def phone(kept: str) -> Wording:
    """138 0013 8000, 0755-8376 5566 转 801, +852 9123 4567."""
    found = identifiers.written(kept)
    return say("phone-extended", number=found.number, extension=found.extension) if found.extension else found.number


def code_line(code: str) -> Say:
    """信用代码; one that was insisted upon is marked."""
    return say("approval-code-doubtful" if insisted(code) else "approval-code", code=code)


def insisted(code: str) -> bool:
    """A credit code whose check character is off: it was said to be so on the licence."""
    return isinstance(identifiers.credit_code(code), identifiers.WrongCheck)


def code(kept: str) -> Wording:
    return say("code-doubtful", code=kept) if insisted(kept) else kept


def volume(value: Decimal) -> Say:
    return say("volume", value=value)


def profile_lines(profile: Profile) -> tuple[Wording, ...]:
    """`广东 深圳 · 家电 · 空调 · 120 万/年 · STM32F103`; of an imported customer some of it, or all, may not be known."""
    amount = volume(profile.volume) if profile.volume else ""
    return lines_of((translated(profile.region), translated(profile.domain), amount, profile.mcus))


def project_line(project: ProjectItem) -> Say:
    return say("first-project-line", name=project.name, stage=stage(project.stage))


def numbered(labels: Sequence[Button]) -> tuple[Row, ...]:
    """The numbers under a list: at most four a row, in even rows."""
    return evenly(labels, 4)


def evenly(buttons: Sequence[Button], most: int = 3) -> tuple[Row, ...]:
    """Rows of nearly the same length: four are two and two, seven three, two and two."""
    if not buttons:
        return ()
    rows = -(-len(buttons) // most)
    each, longer = divmod(len(buttons), rows)
    starts = [row * each + min(row, longer) for row in range(rows + 1)]
    return tuple(tuple(buttons[start:end]) for start, end in pairwise(starts))


def in_a_line(facts: Sequence[Wording | None]) -> Wording:
    """`广东 深圳 · 家电`, of what there is: what is absent leaves neither a dash nor a separator behind."""
    known = [each for each in facts if each]
    return reduce(lambda before, fact: say("profile-line", before=before, fact=fact), known) if known else ""


def lines_of(*several: Sequence[Wording | None]) -> tuple[Wording, ...]:
    """A line for each of these rows of facts of which something is known."""
    return tuple(line for facts in several if (line := in_a_line(facts)))


def pages(page: int, size: int, total: int) -> tuple[Row, ...]:
    """The row that turns pages, when there is more than one."""
    last = max(0, (total - 1) // size)
    if last == 0:
        return ()
    row = []
    if page > 0:
        row.append(Button(say("page-before"), act("page", page=page - 1)))
    row.append(Button(say("page-of", page=page + 1, pages=last + 1), act("page", page=page)))
    if page < last:
        row.append(Button(say("page-after"), act("page", page=page + 1)))
    return (tuple(row),)


E = TypeVar("E", bound=StrEnum)


def member(kind: type[E], value: object) -> E | None:
    """The member of that value; None for nonsense."""
    return next((each for each in kind if each.value == value), None)


def page_in(args: object) -> int:
    """The page number in a page's args; nonsense is the first page."""
    value = args.get("page") if hasattr(args, "get") else None
    return value if isinstance(value, int) and 0 <= value < 100_000 else 0


R = TypeVar("R")


def so_many(count: int, most: int) -> Arg:
    """How many a list has, where it is counted up to `most`."""
    return count if count <= most else say("more-than", count=most)


def leafed(args: object, size: int, read: Callable[[int], tuple[Sequence[R], int]]) -> tuple[int, Sequence[R], int]:
    """The page that is asked for, its rows (`read` from an offset on) and how many there are in all. A list that has grown
    shorter meanwhile is opened at its last page, never behind it."""
    page = page_in(args)
    rows, total = read(page * size)
    if total and not rows:
        page = (total - 1) // size
        rows, total = read(page * size)
    return page, rows, total
