"""`baobei invite --administrator`: the first link of a new deployment."""

from __future__ import annotations

from bot.clock import Clock
from bot.drivers.driver import open_driver
from bot.serving.work import work_for
from bot.settings import Settings
from domain.base import policy
from domain.people import joining
from notifications.sending.messenger import Outage, Throttled
from storage import migrate
from storage.engine import Connection
from storage.engine.database import Database


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
    try:
        return address(await bot_name(settings), token)
    except (Outage, Throttled):  # the word does as well, and the invitation is made
        return address(None, token)


async def bot_name(settings: Settings) -> str | None:
    """What the bot is called; None without a token to ask Telegram with."""
    if settings.token is None:
        return None
    driver = open_driver(settings.driver, settings.token.get_secret_value(), settings.api_base, settings.proxy)
    try:
        return (await driver.me()).username
    finally:
        await driver.close()


def address(bot: str | None, token: str) -> str:
    """The link, or (without the bot's name) the word to send to the bot."""
    return f"https://t.me/{bot}?start={token}" if bot is not None else f"/start {token}"
