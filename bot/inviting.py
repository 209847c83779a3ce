"""`baobei invite --administrator`: the first link of a new deployment."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.clock import Clock
from bot.driver import open_driver
from bot.settings import Settings
from bot.work import work_for
from domain import joining, policy
from storage import migrate
from storage.database import Database


async def invite_administrator(settings: Settings, name: str) -> str:
    """The link, or (without a token to ask Telegram for the bot's name) the word to send to the bot."""
    rules, clock = policy.load(settings.policy), Clock(settings.clock_offset)
    await migrate.upgrade(settings.database_url)
    db = await Database.open(settings.database_url)

    def step(conn: Connection) -> str:
        return joining.invite_first_administrator(work_for(conn, rules, clock.now()), name).token

    try:
        token = await db.transact(step)
    finally:
        await db.close()
    return await _address(settings, token)


async def _address(settings: Settings, token: str) -> str:
    if settings.token is None:
        return f"/start {token}"
    driver = open_driver(settings.driver, settings.token.get_secret_value(), settings.api_base, settings.proxy)
    try:
        me = await driver.start()
    finally:
        await driver.close()
    return f"https://t.me/{me.username}?start={token}"
