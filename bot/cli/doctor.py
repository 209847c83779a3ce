"""`baobei doctor`: what is right and what needs mending, one line each, without printing a secret."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.clock import Clock
from bot.drivers.driver import open_driver
from bot.settings import Settings
from domain.base import policy as policies
from domain.base.calendar import covers
from storage import migrate
from storage.chat import inbox, outbox
from storage.engine import private
from storage.engine.database import Database

OK, WARN, BAD = "✅", "⚠", "⛔"
FULL, SCARCE = 100_000_000, 2_000_000_000
"""Bytes free below which nothing works soon, and below which somebody should look."""


async def examine(settings: Settings) -> bool:
    """Print the report; whether nothing is bad."""
    fine = True
    for name, check in CHECKS:
        try:
            mark, text = await check(settings)
        except Exception as error:
            mark, text = BAD, f"{type(error).__name__}: {error}"
        fine = fine and mark != BAD
        print(f"{mark} {name}: {text}")
    return fine


async def _data(settings: Settings) -> tuple[str, str]:
    return await asyncio.to_thread(_writable, settings.data)


def _writable(folder: Path) -> tuple[str, str]:
    private.folder(folder)
    probe = folder / ".doctor"
    probe.write_text("ok")
    probe.unlink()
    if private.open_to_others(folder):
        return WARN, f"{folder} can be written, but others may read it: chmod 700 it"
    return OK, f"{folder} can be written"


async def _disk(settings: Settings) -> tuple[str, str]:
    return await asyncio.to_thread(_room, settings.data)


def _room(folder: Path) -> tuple[str, str]:
    disk = shutil.disk_usage(folder)
    kept = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
    text = f"{disk.free / 1e9:.1f} GB free of {disk.total / 1e9:.1f}; the data folder takes {kept / 1e9:.2f} GB"
    if disk.free < FULL:
        return BAD, f"{text}: files and updates can't be kept any more, make room"
    return (WARN, f"{text}: make room soon") if disk.free < max(SCARCE, kept // 10) else (OK, text)


async def _policy(settings: Settings) -> tuple[str, str]:
    policy = policies.load(settings.policy)
    return OK, f"{policy.vendor}, {len(policy.units)} units ({settings.policy or 'built in'})"


async def _calendar(settings: Settings) -> tuple[str, str]:
    policy = policies.load(settings.policy)
    year = Clock().now().astimezone(policy.zone).year
    missing = [each for each in (year, year + 1) if not covers(each)]
    if not missing:
        return OK, f"public holidays are known for {year} and {year + 1}"
    years = ", ".join(map(str, missing))
    return WARN, (
        f"no public holidays are known for {years}: update chinesecalendar, or list days_off and days_on in the policy"
    )


async def _database(settings: Settings) -> tuple[str, str]:
    url = settings.database_url
    current, head = await migrate.current(url), migrate.head()
    if current is None:
        return OK, "empty; it is migrated at the first start"
    if current != head:
        return WARN, f"at {current}, this version needs {head}: the next start migrates it; make a backup first"
    db = await Database.open(url)
    try:
        undone, aside = await db.read(inbox.counts)
        rows = await db.read(outbox.counts)
    finally:
        await db.close()
    text = f"{undone} updates to do, {aside} set aside; {rows['waiting']} to send, {rows['dead']} refused for good"
    return (WARN if aside or rows["dead"] else OK), text


async def _telegram(settings: Settings) -> tuple[str, str]:
    if settings.token is None:
        return BAD, "BAOBEI_TOKEN is not set: get one from @BotFather (the demo needs none)"
    driver = open_driver(settings.driver, settings.token.get_secret_value(), settings.api_base, settings.proxy)
    try:
        me = await driver.me()
    finally:
        await driver.close()
    way = f"webhook {settings.webhook_url}" if settings.webhook_url else "long polling"
    return OK, f"@{me.username} by {settings.driver}, {way}"


CHECKS: tuple[tuple[str, Callable[[Settings], Awaitable[tuple[str, str]]]], ...] = (
    ("data folder", _data),
    ("disk", _disk),
    ("policy", _policy),
    ("calendar", _calendar),
    ("database", _database),
    ("Telegram", _telegram),
)
