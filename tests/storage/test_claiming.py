"""Four who send at once: nothing twice, and each chat's order kept."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from storage.chat import outbox
from storage.chat.sending import OutboxQueue
from storage.engine.database import Database
from tests.databases import NOW

CHATS, ROWS = 50, 1000


async def test_four_claimers_send_a_thousand_rows_once_each_and_in_order(db: Database) -> None:
    def fill(conn: object) -> None:
        for number in range(ROWS):
            outbox.note(conn, number % CHATS + 1, {"screen": number}, NOW)  # type: ignore[arg-type]

    await db.transact(fill)
    seen: dict[int, list[int]] = defaultdict(list)
    total = 0

    async def claimer(queue: OutboxQueue) -> None:
        nonlocal total
        while total < ROWS:
            rows = await queue.claim(20, ())
            for row in rows:
                seen[row.chat_id].append(int(row.body["screen"]))
                total += 1
            marks = [queue.sent(row.id, row.attempt, None) for row in rows]
            await asyncio.gather(*marks)
            await asyncio.sleep(0)

    await asyncio.gather(*(claimer(OutboxQueue(db, lambda: NOW)) for _ in range(4)))
    assert seen == {chat + 1: list(range(chat, ROWS, CHATS)) for chat in range(CHATS)}
    assert await db.read(outbox.counts) == {"sent": ROWS}
