"""The demo's data: the cast (docs/sandbox.md) in its parts, and the mark by which a database is known as the demo's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.demo import story as demo_story
from bot.drivers import introducing
from bot.serving.app import App
from bot.serving.work import DeskWork
from dialogs.core.inputs import Sender, Started
from dialogs.core.screen import say
from domain.people import joining
from domain.people.records import AccountState, AccountType, AgencyState
from storage.chat import chats
from storage.engine import Connection
from storage.records import deployment

MARK = "demo"

AGENCIES = (
    (
        *("深圳市南山电子有限公司", "深圳南山电子", "广东", "深圳"),
        *("孙总", "+8675526780001", "office@nanshan.example", "南山区科技南路 8 号"),
    ),
    (
        *("广州市天河微电科技有限公司", "广州天河微电", "广东", "广州"),
        *("钱总", "+862038770002", "office@tianhe.example", "天河区五山路 12 号"),
    ),
)
CAST: tuple[tuple[str, AccountType, str | None], ...] = (
    ("李明", AccountType.SALESPERSON, "深圳南山电子"),
    ("赵工", AccountType.ENGINEER, "深圳南山电子"),
    ("周助理", AccountType.ASSISTANT, "深圳南山电子"),
    ("孙总", AccountType.OWNER, "深圳南山电子"),
    ("王芳", AccountType.SALESPERSON, "广州天河微电"),
    ("钱总", AccountType.OWNER, "广州天河微电"),
    ("陈经理", AccountType.MANAGER, None),
    ("刘经理", AccountType.MANAGER, None),
    ("管理员", AccountType.MANAGER, None),
)
UNIT, HEAD, ADMINISTRATOR, AGENCIES_MANAGER = "华南", "刘经理", "管理员", "陈经理"


def reset(conn: Connection, app: App, now: datetime, wanted: dict[str, Any]) -> str | None:
    """Everything gone, the demo's data as new. Answers why not, for a database that isn't the demo's own."""
    if not _ours(conn):
        return "this database holds data that isn't the demo's: give the demo a database of its own (DATABASE=, DATA=)"
    deployment.empty(conn, but=(introducing.KEPT,))
    deployment.remember(conn, MARK, "1")
    app.begin(conn, now)
    people = {str(each["name"]): int(each["person"]) for each in wanted.get("people", ())}
    if wanted.get("empty"):
        return None
    work = app.system(conn, now)
    lay_cast(work, people)
    if wanted.get("with") == "story":
        demo_story.lay(conn, app, now)
    for name, chat in people.items():
        _greet(conn, app, now, name, chat)
    return None


def invite(conn: Connection, app: App, now: datetime) -> str | None:
    """The token of an empty demo's very first invitation; an earlier one that nobody used ends. None: somebody did."""
    work = app.system(conn, now)
    if work.people.administrators():
        return None
    waiting = next((each for each in work.people.vendor_accounts() if each.administrator), None)
    link = None if waiting is None else joining.invite_enrolled(work, waiting.id)
    return (link or joining.invite_first_administrator(work, ADMINISTRATOR)).token


def speak(conn: Connection, app: App, now: datetime, language: str) -> None:
    """Everybody reads that language from here on, what is open goes on in it."""
    for chat in chats.everybody(conn):
        if (chat.language or app.policy.language) == language:
            continue
        chats.set_language(conn, chat.chat_id, language)
        app.desk(conn, now, f"language-{chat.chat_id}-{now.timestamp()}").tell(chat.chat_id, say("language-set"))


def _ours(conn: Connection) -> bool:
    return deployment.remembered(conn, MARK) is not None or deployment.is_bare(conn)


def lay_cast(work: DeskWork, people: dict[str, int]) -> None:
    """The cast's accounts; `people` are the chats that they are linked to, by name."""
    unit = next(each for each in work.people.units() if each.name == UNIT)
    made: dict[str, int] = {}
    for name, type_, agency in CAST:
        if agency is None:
            made[name] = _add(work, name, type_, people, unit_id=None if name == ADMINISTRATOR else unit.id)
    work.people.set_head(unit.id, made[HEAD])
    for full, short, province, city, contact, phone, email, address in AGENCIES:
        theirs = work.people.add_agency(
            name=full,
            short_name=short,
            unit_id=unit.id,
            manager_id=made[AGENCIES_MANAGER],
            state=AgencyState.ACTIVE,
            province=province,
            city=city,
        )
        work.people.keep_agency(replace(theirs, contact=contact, phone=phone, email=email, address=address))
        for name, type_, agency in CAST:
            if agency == short:
                _add(work, name, type_, people, agency_id=theirs.id)


def _add(
    work: DeskWork,
    name: str,
    type_: AccountType,
    people: dict[str, int],
    *,
    unit_id: int | None = None,
    agency_id: int | None = None,
) -> int:
    account = work.people.add_account(
        name=name, type=type_, unit_id=unit_id, agency_id=agency_id, administrator=name == ADMINISTRATOR
    )
    if name in people:
        work.people.bind(account.id, people[name], AccountState.ACTIVE)
    return account.id


def _greet(conn: Connection, app: App, now: datetime, name: str, chat: int) -> None:
    """As if they had pressed Start: each phone shows its home."""
    app.desk(conn, now, f"demo-{chat}").hear(Sender(chat, name, None, "zh-hans"), Started())
