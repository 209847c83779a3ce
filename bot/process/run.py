"""One bot process from start to end: open, wire, serve, stop.

    database (migrated) → policy, catalogues → driver → inbox side, relay, schedule → until a signal

Stopping is graceful: nothing new is taken, what runs is finished, what is in flight is marked.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from urllib.parse import urlsplit

from bot.clock import Clock
from bot.demo import data as demo
from bot.drivers import introducing
from bot.drivers.driver import Driver, open_driver
from bot.process import duties, inviting
from bot.process.control import Commands, ControlServer
from bot.process.jobs import runner
from bot.process.papers import keep_papers
from bot.process.sweeping import Sweeping
from bot.process.workers import Workers
from bot.serving.app import App
from bot.serving.intake import Intake
from bot.serving.polling import Poller
from bot.serving.pulse import Pulse
from bot.serving.rendering import ScreenRenderer
from bot.serving.webhook import Webhook
from bot.settings import Settings
from dialogs.core.texts import LANGUAGES, Texts
from domain.base import policy as policies
from domain.reminders.moments import is_quiet
from notifications.jobs.working import Runner
from notifications.schedule import Schedule
from notifications.sending.messenger import Failure, Unauthorized
from notifications.sending.pace import LIMITS, RateLimits
from notifications.sending.relay import Relay
from notifications.sending.smtp import Postman, Server
from notifications.sending.stopping import Stopping
from storage import migrate
from storage.chat import inbox, outbox, sending
from storage.chat.mails import MailQueue
from storage.chat.sending import OutboxQueue
from storage.engine import Connection, private
from storage.engine.database import Database
from storage.engine.leader import Leadership, leadership
from storage.files.store import FileStore
from storage.records import jobs, standing

log = logging.getLogger(__name__)

KEEP_SENT = timedelta(days=7)
"""How long a sent row of the outbox is kept for looking at (its body is gone at once)."""
KEEP_ASIDE = timedelta(days=90)
"""What was refused, or couldn't reach anybody: for the operator, and for the person's return."""
KEEP_JOBS = timedelta(days=90)


class CannotRun(Exception):
    """The bot can't start; the text tells the operator what to do."""


@dataclass
class Bot:
    """The pieces of a running process."""

    settings: Settings
    clock: Clock
    db: Database
    driver: Driver
    app: App
    intake: Intake
    relay: Relay
    lead: Leadership
    pulse: Pulse
    workers: Workers | Runner | None
    postman: Postman | None = None
    sweeping: Sweeping | None = None

    async def tick(self) -> None:
        """One round of what became due, by whoever leads."""
        if not self.lead.holds:
            return
        await duties.do_all(self.db, self.app, self.clock.now())
        await self.db.transact(self._tidy)
        if self.sweeping is not None:
            self.sweeping.nudge()

    def _tidy(self, conn: Connection) -> None:
        real = Clock().now()
        inbox.purge(conn, real)
        outbox.purge(conn, real - KEEP_SENT, real - KEEP_ASIDE)
        jobs.purge(conn, real - KEEP_JOBS)
        standing.note(conn, standing.TICKED, self.clock.now())

    async def idle(self) -> bool:
        """Whether nothing waits: neither updates nor rows to send before quiet hours end."""
        # asked again behind the look: what was sent meanwhile may have left an old screen to shrink
        return self._rests and await self.db.read(self._nothing_waits) and self._rests

    @property
    def _rests(self) -> bool:
        return self.intake.idle and self.relay.idle

    def _nothing_waits(self, conn: Connection) -> bool:
        return inbox.undone(conn) == 0 and sending.left(conn, quiet=is_quiet(self.app.policy, self.clock.now())) == 0


async def run(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM. Raises `CannotRun`."""
    if settings.token is None:
        raise CannotRun("BAOBEI_TOKEN is not set: get a token from @BotFather, or try `baobei demo` without one.")
    private.folder(settings.data)
    stopping = Stopping()
    _on_signals(stopping.ask)
    await live(settings, stopping)


async def live(
    settings: Settings,
    stopping: Stopping,
    driver: Driver | None = None,
    limits: RateLimits = LIMITS,
    texts: Texts | None = None,
) -> None:
    """Open and serve until somebody wants us to stop, however far we are by then. The rest as of `opened`."""
    async with AsyncExitStack() as stack:
        control, ready = _control(settings)
        if control is not None:
            await control.start(settings.control or "")
            stack.push_async_callback(control.stop)
        opening = stack.enter_async_context(opened(settings, driver, limits, texts))
        if (bot := await stopping.unless(opening)) is None:
            log.info("stopped before it was ready")
            return
        if ready is not None:
            ready.bot = bot
        gc.freeze()  # what is there now stays; looking through it again and again would be somebody's step that waits
        await serve(bot, stopping, control)


@asynccontextmanager
async def opened(
    settings: Settings, driver: Driver | None = None, limits: RateLimits = LIMITS, texts: Texts | None = None
) -> AsyncIterator[Bot]:
    """Everything wired and the database migrated; closed again at the end.

    `driver` and `limits` are Telegram's unless somebody stands in for it; `texts` may be there already.
    """
    policy, clock = policies.load(settings.policy), Clock(settings.clock_offset)
    texts = texts or Texts.load(strict=False, english=policy.in_english)
    await migrate.upgrade(settings.database_url)
    db = await Database.open(settings.database_url)
    token = settings.token.get_secret_value() if settings.token is not None else ""
    driver = driver or open_driver(settings.driver, token, settings.api_base, settings.proxy)
    lead = leadership(db)
    files = FileStore(settings.data / "files")
    sweeping = Sweeping(db, files)
    try:
        await lead.begin()
        name = await introducing.known(db, token) or await introducing.learned(db, driver)
        renderer = ScreenRenderer(texts, policy, files, clock.now)
        await asyncio.to_thread(keep_papers, policy, settings.policy, files)
        app = App(policy, texts, renderer, name, mails=settings.smtp is not None)
        await db.transact(lambda conn: app.begin(conn, clock.now()))
        queue = OutboxQueue(db, Clock().now, lambda: is_quiet(policy, clock.now()))
        relay = Relay(queue, driver, app.renderer, leads=lambda: lead.holds, limits=limits)
        db.after_commit("outbox", relay.wake)
        intake = Intake(db, driver, app, files, clock.now)
        workers = _workers(settings, db, app, files, clock)
        postman = _postman(settings, db, app)
        yield Bot(settings, clock, db, driver, app, intake, relay, lead, Pulse(), workers, postman, sweeping)
    finally:
        await sweeping.stop()
        await lead.end()
        await driver.close()
        await db.close()


def _postman(settings: Settings, db: Database, app: App) -> Postman | None:
    if settings.smtp is None:
        return None
    try:
        server = Server.parse(settings.smtp.get_secret_value())
    except ValueError as error:
        raise CannotRun(f"BAOBEI_SMTP: {error}") from None
    if settings.mail_from is None:
        raise CannotRun("BAOBEI_SMTP needs BAOBEI_MAIL_FROM: the address that mail comes from.")
    return Postman(MailQueue(db, Clock().now), server, settings.mail_from, app.renderer.letter)


def _workers(settings: Settings, db: Database, app: App, files: FileStore, clock: Clock) -> Workers | Runner | None:
    if settings.jobs == "none":
        return None
    apart = settings.jobs == "process"
    working = Workers(db, settings, clock) if apart else runner(db, app, files, clock)
    db.after_commit("jobs", working.wake)
    return working


async def serve(bot: Bot, stopping: Stopping, control: ControlServer | None = None) -> None:
    """Receive, work and send until somebody wants us to stop; then finish what runs."""
    schedule = Schedule(bot.tick, Clock().now)
    receiving = _webhook(bot) if bot.settings.webhook_url is not None else _polling(bot)
    async with asyncio.TaskGroup() as group:
        background = [group.create_task(bot.lead.keep()), group.create_task(bot.db.listen())]
        niceties = (_named(bot), *(bot.driver.insist(partial(bot.driver.set_commands, *each)) for each in _menus(bot)))
        background += [group.create_task(_besides(each)) for each in niceties]
        working = [group.create_task(bot.intake.run()), group.create_task(bot.relay.run())]
        if bot.postman is not None:
            working.append(group.create_task(bot.postman.run()))
        if bot.workers is not None:
            working.append(group.create_task(bot.workers.run()))
        async with receiving:
            schedule.start()
            if control is not None:
                control.ready()
            log.info("ready")
            await _until(stopping, working)
        schedule.stop()
        bot.intake.stop()
        bot.relay.stop()
        if bot.postman is not None:
            bot.postman.stop()
        if bot.workers is not None:
            bot.workers.stop()
        await asyncio.gather(*working)
        for task in background:
            task.cancel()


async def _besides(doing: Awaitable[object]) -> None:
    """A nicety: nobody's work waits for it, and where it is refused the bot goes without."""
    try:
        await doing
    except Unauthorized:
        raise
    except Failure as error:
        log.error("the bot goes without: %s", error)


async def _named(bot: Bot) -> None:
    bot.app.called(await introducing.learned(bot.db, bot.driver))


async def _until(stopping: Stopping, tasks: list[asyncio.Task[None]]) -> None:
    """Until somebody wants us to stop, or one of the tasks ends by itself (its error then comes out of the group)."""
    waiting = asyncio.get_running_loop().create_future()

    def over(_: object) -> None:
        if not waiting.done():
            waiting.set_result(None)

    for task in tasks:
        task.add_done_callback(over)
    async with asyncio.TaskGroup() as group:
        stop = group.create_task(stopping.wished())
        stop.add_done_callback(over)
        await waiting
        stop.cancel()


@asynccontextmanager
async def _polling(bot: Bot) -> AsyncIterator[None]:
    poller = Poller(bot.driver, bot.intake.store, bot.pulse, leads=lambda: bot.lead.holds)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(poller.run())
        try:
            yield
        finally:
            poller.stop()
            with contextlib.suppress(Unauthorized):
                await task


@asynccontextmanager
async def _webhook(bot: Bot) -> AsyncIterator[None]:
    settings = bot.settings
    if settings.webhook_secret is None or settings.webhook_url is None:
        raise CannotRun("BAOBEI_WEBHOOK_URL needs BAOBEI_WEBHOOK_SECRET: without it anybody could send updates.")
    secret = settings.webhook_secret.get_secret_value()
    webhook = Webhook(bot.intake.store, secret, urlsplit(settings.webhook_url).path or "/", bot.pulse)
    await webhook.start(settings.webhook_host, settings.webhook_port)
    async with asyncio.TaskGroup() as group:
        # beside the work: Telegram may know the address since the last start
        setting = group.create_task(_told_where(bot, settings.webhook_url, secret))
        try:
            yield
        finally:
            setting.cancel()
            await webhook.stop()


async def _told_where(bot: Bot, url: str, secret: str) -> None:
    await bot.driver.insist(lambda: bot.driver.set_webhook(url, secret))
    bot.pulse.beat()


def _menus(bot: Bot) -> list[tuple[tuple[tuple[str, str], ...], str]]:
    """The commands of whoever has no account, by the language of his messenger; else in the vendor's."""
    return [
        (bot.app.renderer.commands(language or bot.app.policy.language, None), language)
        for language in ("", *LANGUAGES)
    ]


def _on_signals(stop: Callable[[], object]) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(number, stop)


# --- under the sandbox --------------------------------------------------------------------------------------------


class _Ready:
    """What the sandbox may ask. The control server starts before the bot is there, so that the sandbox can wait for it."""

    bot: Bot | None = None

    async def set_clock(self, offset: float) -> None:
        if self.bot is not None:
            self.bot.clock.shift(offset)
            await self.bot.tick()

    async def idle(self) -> bool:
        return self.bot is not None and await self.bot.idle()

    async def reset(self, wanted: dict[str, object]) -> str | None:
        bot = self.bot
        if bot is None:
            return "the bot isn't ready yet"
        return await bot.db.transact(lambda conn: demo.reset(conn, bot.app, bot.clock.now(), wanted))

    async def invite(self) -> str | None:
        bot = self.bot
        if bot is None:
            return None
        token = await bot.db.transact(lambda conn: demo.invite(conn, bot.app, bot.clock.now()))
        return None if token is None else inviting.address(bot.app.bot_name, token)

    async def speak(self, language: str) -> None:
        if (bot := self.bot) is not None:
            await bot.db.transact(lambda conn: demo.speak(conn, bot.app, bot.clock.now(), language))


def _control(settings: Settings) -> tuple[ControlServer | None, _Ready | None]:
    if settings.control is None or settings.control_key is None or not settings.demo:
        return None, None
    ready = _Ready()
    commands = Commands(ready.set_clock, ready.idle, ready.reset, ready.invite, ready.speak)
    return ControlServer(settings.control_key.get_secret_value(), commands), ready
