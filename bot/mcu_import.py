"""`baobei import mcus FILE`: the vendor's product table of MCU models, from Excel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import Connection

from bot.clock import Clock
from bot.settings import Settings
from bot.work import work_for
from domain import policy, product_table
from domain.mcus import McuModel
from notifications.documents import reading
from storage import migrate
from storage.database import Database

HEADS = frozenset({"型号", "mcu型号", "model", "mcu"})
"""What stands above the models where the sheet has a head."""
LONGEST = 40


async def bring(settings: Settings, file: Path) -> tuple[int, int]:
    """Columns: model, series, a note. Returns how many are new, and how many there were. Raises the refusals of
    `notifications.documents.reading`."""
    models = list(table(reading.rows(file)))
    rules, clock = policy.load(settings.policy), Clock(settings.clock_offset)
    await migrate.upgrade(settings.database_url)
    db = await Database.open(settings.database_url)

    def step(conn: Connection) -> tuple[int, int]:
        return product_table.bring(work_for(conn, rules, clock.now()), models)

    try:
        return await db.transact(step)
    finally:
        await db.close()


def table(rows: Iterable[reading.Row]) -> Iterator[McuModel]:
    """Each model once, as it stands last; a head is passed over."""
    found: dict[str, McuModel] = {}
    for _, cells in rows:
        model, series, note = (*cells, "", "", "")[:3]
        if model and model.lower() not in HEADS:
            made = McuModel(model[:LONGEST], series[:LONGEST], note[:200])
            found[made.key] = made
    yield from found.values()
