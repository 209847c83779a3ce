"""What the bot is called: links lead to it. Kept from start to start, so that a Bot API that is away holds up no start but the
very first one."""

from __future__ import annotations

import logging

from bot.drivers.driver import Driver
from storage.engine import Connection
from storage.engine.database import Database
from storage.engine.errors import StorageError
from storage.records import deployment

log = logging.getLogger(__name__)

KEPT = "bot"


async def known(db: Database, token: str) -> str | None:
    """As of the last time that Telegram told; None for another bot's token, or when it never did."""
    number, _, name = (await db.read(_kept) or "").partition(" ")
    return name if name and token.startswith(f"{number}:") else None


async def learned(db: Database, driver: Driver) -> str:
    """As Telegram tells, however long that takes."""
    me = await driver.start()

    def keep(conn: Connection) -> None:
        value = f"{me.id} {me.username}"
        if _kept(conn) != value:
            deployment.remember(conn, KEPT, value)

    try:
        await db.transact(keep)
    except StorageError as error:  # we know it now; the next start asks again
        log.warning("the bot's name isn't kept: %s", error)
    return me.username


def _kept(conn: Connection) -> str | None:
    return deployment.remembered(conn, KEPT)
