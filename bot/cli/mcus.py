"""`baobei import mcus FILE`: the vendor's product table of MCU models, from Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from bot.clock import Clock
from bot.serving.work import work_for
from bot.settings import Settings
from dialogs.core.screen import Wording, say
from dialogs.imports import list_report as import_told
from dialogs.products.mcus import LONGEST
from domain.base import policy
from domain.lists.reading import Line
from domain.lists.report import ListReport
from domain.products import table as product_table
from domain.products.mcus import McuModel
from notifications.documents import sheets
from notifications.documents.sheets import SheetEnd
from notifications.documents.workbook import Book, Column
from notifications.jobs.list_header import MCUS, McuColumn
from storage import migrate
from storage.engine import Connection, private
from storage.engine.database import Database

Words: TypeAlias = Callable[[Wording], str]
LONGEST_NOTE = 200


@dataclass
class ModelTable:
    """What a sheet says: each model once, as it stands last; and the rows whose model or series is too long to be one."""

    models: dict[str, McuModel] = field(default_factory=dict)
    refused: list[int] = field(default_factory=list)
    report: ListReport = field(default_factory=ListReport)

    @classmethod
    def of(cls, items: Iterable[Line | SheetEnd]) -> ModelTable:
        """Rows without a model are passed over."""
        table = cls()
        for item in items:
            if isinstance(item, SheetEnd):
                table.report = item.report
                continue
            number, cells, _ = item
            model, series, note = (cells.get(each.value, "") for each in McuColumn)
            if not model:
                continue
            if max(len(model), len(series)) > LONGEST:
                table.refused.append(number)
                continue
            made = McuModel(model, series, note[:LONGEST_NOTE])
            table.models[made.key] = made
        return table


async def bring(settings: Settings, file: Path, words: Words) -> list[str]:
    """What is to be told. Raises the refusals of `notifications.documents.sheets`."""
    rules, clock = policy.load(settings.policy), Clock(settings.clock_offset)
    table = ModelTable.of(sheets.read(file, MCUS.reading(rules)))
    private.folder(settings.data)
    await migrate.upgrade(settings.database_url)
    db = await Database.open(settings.database_url)

    def step(conn: Connection) -> tuple[int, int]:
        work = work_for(conn, rules, clock.now())
        product_table.seed(work)
        return product_table.bring(work, table.models.values())

    try:
        fresh, count = await db.transact(step)
    finally:
        await db.close()
    told = [words(say("mcus-brought", count=count, fresh=fresh))]
    told += [words(line) for line in import_told.lines(table.report, MCUS.stem, {})]
    return [*told, *(words(say("mcus-refused", row=row, longest=LONGEST)) for row in table.refused)]


def write_template(file: Path, words: Words) -> list[str]:
    """An empty table with its head. What is to be told."""
    sheet = words(say("mcus-sheet"))
    with Book(file) as book:
        book.sheet(sheet, [Column(words(MCUS.title(each.value)), 24) for each in McuColumn])
    return [str(file)]
