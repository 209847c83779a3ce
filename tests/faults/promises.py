"""What must hold of the real bot after the faults: read from its database, and from what Telegram accepted."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, text

from bot.drivers.telegram.buttons import Token
from bot.sandbox.core import Sandbox
from bot.sandbox.log import LoggedCall
from dialogs.core.conversation import Conversation
from storage.engine.dialect import is_postgres
from storage.tables.chats import conversations
from storage.tables.queues import inbox, outbox
from tests.faults.people import Salesman, Villager

WATCH = {
    False: (
        "CREATE TABLE watched (id INTEGER, body TEXT)",
        "CREATE TRIGGER watch AFTER INSERT ON outbox BEGIN INSERT INTO watched VALUES (new.id, new.body); END",
    ),
    True: (
        "CREATE TABLE watched (id BIGINT, body TEXT, step xid8, sees pg_snapshot)",
        """CREATE FUNCTION watch() RETURNS trigger AS $$ BEGIN
        INSERT INTO watched VALUES (new.id, new.body::text, pg_current_xact_id(), pg_current_snapshot()); RETURN new;
        END $$ LANGUAGE plpgsql""",
        "CREATE TRIGGER watch AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION watch()",
    ),
}
"""The outbox forgets what it sent; here somebody remembers, on PostgreSQL also which steps were committed when it was decided."""
SIDE_BY_SIDE = """SELECT earlier.id, later.id FROM watched AS earlier
JOIN outbox AS one ON one.id = earlier.id JOIN outbox AS other ON other.chat_id = one.chat_id AND other.id > one.id
JOIN watched AS later ON later.id = other.id
WHERE earlier.step <> later.step AND NOT pg_visible_in_snapshot(earlier.step, later.sees)"""
"""Rows of one chat of which the later was decided when the earlier wasn't committed yet."""
TROUBLES_OF_STORAGE = {"Busy", "Away", "Uncertain", "DiskFull", "Unusable", "InUse"}
EXPECTED = (
    "can't be read and is set aside",  # what no library can parse
    "somebody else receives this bot's updates",  # two replicas, for the moment in which the lead changes
    "a send was lost",
    "Can not load invalid JSON data",  # python-telegram-bot, of a page where an answer was wanted
)


@dataclass
class Findings:
    """A row of the summary, and what is wrong."""

    updates: int = 0
    expired: int = 0
    lost: int = 0
    twice: int = 0
    out_of_order: int = 0
    reports: int = 0
    decided: int = 0
    edits_repeated: int = 0
    duplicates: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Facts:
    """`pushed`: every update that Telegram had for the bot. `expired`: the numbers of those that it gave up, since nobody had
    taken them in their time. `cuts`: sends of which the answer was lost."""

    sandbox: Sandbox
    villagers: Sequence[Villager]
    pushed: Sequence[dict[str, Any]]
    expired: Collection[int]
    kills: int
    stops: int
    cuts: int
    in_flight: int
    complaints: Path


def watch(conn: Connection) -> None:
    for statement in WATCH[is_postgres(conn)]:
        conn.execute(text(statement))


def judge(conn: Connection, facts: Facts) -> Findings:
    found = Findings()
    _updates(conn, facts, found)
    _steps(conn, facts, found)
    _business(conn, facts, found)
    _deliveries(conn, facts, found)
    _screens(conn, facts, found)
    _complaints(facts, found)
    if not is_postgres(conn) and (verdict := conn.exec_driver_sql("PRAGMA integrity_check").scalar_one()) != "ok":
        found.wrong.append(f"the database is damaged: {verdict}")
    return found


def _readable(update: dict[str, Any]) -> bool:
    return bool(update.get("message", {}).get("date") != "yesterday")


def _updates(conn: Connection, facts: Facts, found: Findings) -> None:
    rows = {row.update_id: row for row in conn.execute(select(inbox))}
    given_up = set(facts.expired) - set(rows)
    wanted = {each["update_id"] for each in facts.pushed if _readable(each)} - given_up
    found.updates, found.expired = len(wanted), len(given_up)
    found.lost = sum(number not in rows or rows[number].done_at is None for number in wanted)
    if found.lost:
        found.wrong.append(f"{found.lost} updates lost")
    strange = {each["update_id"] for each in facts.pushed} - wanted - given_up
    if misjudged := [number for number in strange if number in rows and rows[number].aside is None]:
        found.wrong.append(f"unparsable and not set aside: {misjudged[:3]}")
    if stray := set(rows) - wanted - strange:
        found.wrong.append(f"updates that nobody sent: {sorted(stray)[:3]}")
    for theirs in _by(rows.values(), "person").values():
        done = [row.done_at for row in sorted(theirs, key=lambda row: row.id) if row.done_at is not None]
        if done != sorted(done):
            found.out_of_order += 1
            found.wrong.append("a person's updates were applied in another order than they were stored")


def _steps(conn: Connection, facts: Facts, found: Findings) -> None:
    """Each of a salesman's messages and taps is one step of his conversation, so its revision counts them."""
    kept = {row.chat_id: row.revision for row in conn.execute(select(conversations).where(_of_account()))}
    given_up = set(facts.expired) - set(conn.execute(select(inbox.c.update_id)).scalars())
    said = Counter(
        each["message" if "message" in each else "callback_query"]["from"]["id"]
        for number, each in {each["update_id"]: each for each in facts.pushed if _readable(each)}.items()
        if number not in given_up and ("message" in each or "callback_query" in each)
    )
    for villager in facts.villagers:
        if isinstance(villager, Salesman):
            steps, acts = kept.get(villager.someone.id, 0), said[villager.someone.id]
            if steps != acts:
                found.twice += max(0, steps - acts)
                found.wrong.append(f"{villager.someone.name}: {acts} acts and {steps} steps")


def _of_account() -> Any:
    return conversations.c.owner.like("account:%")


def _business(conn: Connection, facts: Facts, found: Findings) -> None:
    rows = conn.execute(
        text("SELECT r.number, r.id, r.state, c.chat_id AS chat, CAST(r.profile AS TEXT) AS profile"
             " FROM reports r JOIN accounts c ON c.id = r.reporter_id ORDER BY r.id")
    ).all()  # fmt: skip
    found.reports = len(rows)
    names = {row.number: (json.loads(row.profile)["name"], row.chat) for row in rows}
    numbers = sorted(int(row.number[-5:]) for row in rows)
    if len(set(numbers)) < len(numbers):
        found.wrong.append("the numbers of the reports repeat themselves")
    # on PostgreSQL a step that fails leaves its number out
    if not is_postgres(conn) and numbers != list(range(1, len(rows) + 1)):
        found.wrong.append("the numbers of the reports have gaps")
    if twice := [name for name, count in Counter(name for name, _ in names.values()).items() if count > 1]:
        found.twice += len(twice)
        found.wrong.append(f"reported twice: {twice[:3]}")
    for villager in facts.villagers:
        if isinstance(villager, Salesman):
            mine = {number: name for number, (name, chat) in names.items() if chat == villager.someone.id}
            if lost := [number for number, name in villager.told.items() if mine.get(number) != name]:
                found.wrong.append(f"{villager.someone.name} was told of reports that aren't there: {lost[:3]}")
            if stray := set(mine.values()) - villager.named:
                found.wrong.append(f"{villager.someone.name} never reported {sorted(stray)[:3]}")
    _decisions(conn, found, {row.id: row.state for row in rows})


def _decisions(conn: Connection, found: Findings, states: dict[int, str]) -> None:
    """One event of each kind for each report, and a decision exactly where the report is decided."""
    events = Counter[tuple[str, int]]()
    decided = text("SELECT kind, CAST(facts AS TEXT) AS facts FROM events WHERE kind LIKE 'Report%'")
    for kind, told in conn.execute(decided):
        events[kind, json.loads(told)["report"]] += 1
    if repeated := [key for key, count in events.items() if count > 1]:
        found.twice += len(repeated)
        found.wrong.append(f"recorded twice: {repeated[:3]}")
    for id_, state in states.items():
        outcome = {"approved": "ReportApproved", "protected": "ReportApproved", "rejected": "ReportRejected"}.get(state)
        found.decided += outcome is not None
        if events["ReportSubmitted", id_] != 1 or (outcome is not None and events[outcome, id_] != 1):
            found.wrong.append(f"report {id_} is {state}, but its events don't say so")


# --- what Telegram accepted -----------------------------------------------------------------------------------------


def accepted(entry: LoggedCall) -> bool:
    """Whether the call took effect, whatever the bot heard of it."""
    struck = entry.notes.get("faults", ())
    lost = entry.status == 0 and "cut_after" in struck and not {"cut_before", "error"} & set(struck)
    return entry.status == 200 or lost or "message is not modified" in entry.answer


def _token(entry: LoggedCall) -> str | None:
    """Of the buttons that went along: what the message stands under."""
    keys = json.loads(entry.params.get("reply_markup") or "{}").get("inline_keyboard") or []
    data = next((key["callback_data"] for row in keys for key in row if "callback_data" in key), None)
    return None if data is None else str(data).rpartition(".")[0]


def _deliveries(conn: Connection, facts: Facts, found: Findings) -> None:
    sends, edits, first = _calls(facts)
    bodies = {id_: json.loads(body) for id_, body in conn.execute(text("SELECT id, body FROM watched"))}
    rows = conn.execute(select(outbox).order_by(outbox.c.id)).all()
    states = Counter(row.state for row in rows)
    if rest := {state: count for state, count in states.items() if state in {"waiting", "sending", "dead"}}:
        found.wrong.append(f"the outbox isn't drained: {rest}")
    blocked = {each.someone.id for each in facts.villagers if each.has_blocked}
    if strange := [row.id for row in rows if row.state == "unreachable" and row.chat_id not in blocked]:
        found.wrong.append(f"said to be unreachable: rows {strange[:3]}")
    under = defaultdict(list)
    for row in rows:
        if bodies[row.id]["screen"].get("rows"):
            under[row.chat_id, bodies[row.id]["token"]].append(row)
    for (chat, token), same in under.items():
        took = sends[chat, token] + edits[chat, token]
        if any(row.state == "sent" for row in same) and took == 0:
            found.wrong.append(f"{same[0].kind} {token} is marked as sent and never was")
        if took > sum(row.attempts for row in same) and chat not in blocked:
            found.wrong.append(f"{same[0].kind} {token} was accepted {took} times in fewer attempts")
        found.duplicates += max(0, sends[chat, token] - len(same))
        found.edits_repeated += max(0, edits[chat, token] - len(same))
    _order(conn, under, first, found)
    explained = (facts.kills + facts.stops) * facts.in_flight + facts.cuts
    if found.duplicates > explained:
        found.wrong.append(f"{found.duplicates} messages repeated, {explained} explained")


def _calls(facts: Facts) -> tuple[Counter[Any], Counter[Any], dict[Any, int]]:
    sends, edits, first = Counter[Any](), Counter[Any](), dict[Any, int]()
    for place, entry in enumerate(facts.sandbox.log._entries):
        if entry.method in ("sendMessage", "editMessageText") and accepted(entry) and (token := _token(entry)):
            key = (int(entry.params["chat_id"]), token)
            (sends if entry.method == "sendMessage" else edits)[key] += 1
            first.setdefault(key, place)
    return sends, edits, first


def _order(conn: Connection, under: dict[Any, list[Any]], first: dict[Any, int], found: Findings) -> None:
    """In each chat what was decided first came first. Steps of two people that ran side by side have no order: PostgreSQL
    numbers the rows before either is committed."""
    beside = {(a, b) for a, b in conn.execute(text(SIDE_BY_SIDE))} if is_postgres(conn) else set()
    chats: dict[int, list[tuple[Any, int]]] = defaultdict(list)
    for (chat, token), same in under.items():
        if len(same) == 1 and same[0].state == "sent" and (chat, token) in first and same[0].kind != "recard":
            chats[chat].append((same[0], first[chat, token]))
    for chat, rows in chats.items():
        rows.sort(key=lambda each: each[0].id)
        for (earlier, place), (later, next_place) in combinations(rows, 2):
            if next_place < place and (earlier.id, later.id) not in beside:
                found.out_of_order += 1
                found.wrong.append(f"chat {chat} got {later.kind} {later.id} before {earlier.kind} {earlier.id}")


def _screens(conn: Connection, facts: Facts, found: Findings) -> None:
    """What each person sees last is where the conversation stands."""
    for row in conn.execute(select(conversations).where(_of_account())):
        talk = Conversation.from_json(row.state)
        message = facts.sandbox.world.chat(row.chat_id).messages.get(row.message_id or -1)
        if message is None or not message.inline:
            found.wrong.append(f"{row.owner} sees no screen")
            continue
        token = Token("a", int(row.owner.removeprefix("account:")), talk.session, talk.revision)
        if not str(message.inline[0][0]["callback_data"]).startswith(f"{token}."):
            found.wrong.append(f"{row.owner} sees another screen than where the conversation stands")


def _complaints(facts: Facts, found: Findings) -> None:
    """No error is swallowed: each line of the log has its reason among the faults."""
    lines = facts.complaints.read_text("utf-8").splitlines() if facts.complaints.exists() else []
    for line in lines:
        told = json.loads(line)
        known = set(told["errors"]) <= TROUBLES_OF_STORAGE and told["errors"]
        if not known and not any(words in told["message"] for words in EXPECTED) and not _of_storage(told["message"]):
            found.wrong.append(f"in the log: {told['message']} {told['errors']}")


def _of_storage(message: str) -> bool:
    words = (
        "Another process is writing",
        "disk is full",
        "waits for the storage",
        "can't look for work",
        "can't be reached",
    )
    return any(each in message for each in words)


def _by(rows: Iterable[Any], name: str) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found
