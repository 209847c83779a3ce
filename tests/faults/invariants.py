"""What must hold after the faults, read from the database and from what the Telegram of the parent accepted."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from storage.engine.dialect import is_postgres
from storage.tables.chats import conversations
from storage.tables.events import events
from storage.tables.queues import inbox, outbox
from tests.faults.telegram import Telegram


@dataclass
class Report:
    """The summary, and what was found wrong."""

    updates: int = 0
    lost: int = 0
    twice: int = 0
    out_of_order: int = 0
    duplicates: int = 0
    edits_repeated: int = 0
    wrong: list[str] = field(default_factory=list)


def check(conn: Connection, telegram: Telegram, *, kills: int, stops: int, in_flight: int) -> Report:
    """A kill, or a stop beyond the patience with an answer, may have repeated `in_flight` messages, an answer cut one;
    nothing else may."""
    report = Report()
    steps = _steps(conn)
    _every_update_once(report, steps, telegram)
    _conversations(conn, report, steps, telegram)
    _rows(conn, report, steps, telegram)
    _queues(conn, report)
    allowed = (kills + stops) * in_flight + telegram.cuts
    if report.duplicates > allowed:
        report.wrong.append(f"{report.duplicates} messages repeated, {allowed} explained")
    if not is_postgres(conn) and (verdict := conn.exec_driver_sql("PRAGMA integrity_check").scalar_one()) != "ok":
        report.wrong.append(f"the database is damaged: {verdict}")
    return report


def _steps(conn: Connection) -> list[tuple[int, dict[str, Any]]]:
    rows = conn.execute(select(events.c.subject_id, events.c.facts).order_by(events.c.id))
    return [(person, facts) for person, facts in rows]


def _every_update_once(report: Report, steps: list[tuple[int, dict[str, Any]]], telegram: Telegram) -> None:
    said = [number for numbers in telegram.said.values() for number in numbers]
    done = Counter(facts["update"] for _, facts in steps)
    report.updates = len(said)
    report.lost = sum(done[number] == 0 for number in said)
    report.twice = sum(count > 1 for count in done.values())
    if report.lost or report.twice:
        report.wrong.append(f"{report.lost} updates lost, {report.twice} applied twice")
    if stray := set(done) - set(said):
        report.wrong.append(f"updates that nobody sent: {sorted(stray)[:5]}")


def _conversations(
    conn: Connection, report: Report, steps: list[tuple[int, dict[str, Any]]], telegram: Telegram
) -> None:
    counted: dict[int, list[int]] = defaultdict(list)
    for person, facts in steps:
        counted[person].append(facts["number"])
    kept = {row.chat_id: row for row in conn.execute(select(conversations))}
    for person, said in telegram.said.items():
        expected = list(range(1, len(said) + 1))
        row = kept.get(person)
        if row is None or not (counted[person] == row.state["numbers"] == expected) or row.revision != len(said):
            report.out_of_order += 1
            report.wrong.append(f"person {person}: applied {counted[person][-5:]}, expected up to {len(said)}")
            continue
        shown = telegram.messages.get((person, row.message_id))
        if shown != f"show {said[-1]}":
            report.wrong.append(f"person {person} sees {shown!r} instead of the screen of {said[-1]}")


def _rows(conn: Connection, report: Report, steps: list[tuple[int, dict[str, Any]]], telegram: Telegram) -> None:
    tags = {
        facts[kind]: f"{kind} {facts['update']}" for _, facts in steps for kind in ("show", "note") if kind in facts
    }
    sends = Counter(each.text for each in telegram.accepted if each.method == "send")
    edits = Counter(each.text for each in telegram.accepted if each.method == "edit")
    first: dict[str, int] = {}
    for place, each in enumerate(telegram.accepted):
        first.setdefault(each.text, place)
    order: dict[int, list[int]] = defaultdict(list)
    for row in conn.execute(select(outbox).order_by(outbox.c.id)):
        tag = tags[row.id]
        accepted = sends[tag] + edits[tag]
        if row.state == "sent":
            order[row.chat_id].append(first.get(tag, -1))
            if accepted == 0:
                report.wrong.append(f"row {row.id} ({tag}) is marked as sent and never was")
        if accepted > row.attempts:
            report.wrong.append(f"row {row.id} ({tag}) was accepted {accepted} times in {row.attempts} attempts")
    report.duplicates = sum(count - 1 for count in sends.values())
    report.edits_repeated = sum(count - 1 for count in edits.values())
    for chat, places in order.items():
        if places != sorted(places):
            report.out_of_order += 1
            report.wrong.append(f"chat {chat} got its messages in another order than they were decided")


def _queues(conn: Connection, report: Report) -> None:
    states = Counter(conn.execute(select(outbox.c.state)).scalars())
    if rest := {state: count for state, count in states.items() if state not in {"sent", "replaced"}}:
        report.wrong.append(f"the outbox isn't drained: {rest}")
    undone = conn.execute(select(inbox.c.id).where(inbox.c.done_at.is_(None))).all()
    if undone:
        report.wrong.append(f"{len(undone)} updates in the inbox aren't done")
