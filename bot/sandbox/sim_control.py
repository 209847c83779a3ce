"""/sim: time, faults, the bot process, the log, and starting over."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta
from typing import Protocol

from aiohttp import web

from bot.sandbox.asking import ErrorAnswer, body_of, number_in, person_in, reply, whole
from bot.sandbox.bot_api_error import Json
from bot.sandbox.clock import ZONE, iso
from bot.sandbox.core import Sandbox

CLOCK_SECONDS = 60.0
REST_SECONDS = 20.0
STEP = 0.02
HOURS = (10, 18)
"""At night nothing comes that can wait for the morning."""
NEXT_DAYS = 62
"""Further than so many days nobody looks for the next thing."""


class Supervised(Protocol):
    """The bot process that the demo looks after."""

    def state(self) -> Json: ...

    async def do(self, what: str) -> None: ...


class ControlError(Exception):
    """The bot's control channel refused, failed or was not there."""


class ControlApi:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self.child: Supervised | None = None
        self._laying = asyncio.Lock()
        """Held while data is laid, by one after the other."""

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/sim/settle", self.settle),
            web.get("/sim/clock", self.clock),
            web.post("/sim/clock", self.move_clock),
            web.get("/sim/faults", self.faults),
            web.post("/sim/faults", self.add_fault),
            web.delete("/sim/faults", self.clear_faults),
            web.get("/sim/bot", self.bot),
            web.post("/sim/bot", self.bot_do),
            web.get("/sim/log", self.log),
            web.post("/sim/reset", self.reset),
            web.post("/sim/language", self.language),
        ]

    async def settle(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        timeout, quiet = number_in(body, "timeout", 10), number_in(body, "quiet_ms", 150) / 1000
        begun = time.monotonic()
        if not await self._rests(timeout, quiet):
            raise ErrorAnswer(504, f"not settled in {timeout:g} s", **self._unsettled())
        return reply({"settled": True, "ms": round((time.monotonic() - begun) * 1000)})

    async def _settled(self, quiet: float) -> bool:
        activity = self._sandbox.activity
        self._sandbox.updates.expire()
        if self._sandbox.waiting or activity.under_way or self._sandbox.webhook.delivering:
            return False
        if time.monotonic() - activity.last < quiet:
            return False
        control = self._sandbox.control
        return control is None or await control.idle()

    def _unsettled(self) -> Json:
        return {"updates": len(self._sandbox.updates.pending), "calls": self._sandbox.activity.under_way}

    async def clock(self, request: web.Request) -> web.Response:
        return reply(self._time())

    def _time(self) -> Json:
        clock = self._sandbox.clock
        return {"now": iso(clock.now()), "offset": round(clock.offset, 3)}

    async def move_clock(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        if body.get("to") == "next":
            await self._to_the_next_thing()
            return reply(self._time())
        for name in ("advance", "set"):
            if body.get(name) is not None and not isinstance(body[name], str):
                raise ErrorAnswer(400, f'"{name}" must be a text')
        offset = self._sandbox.clock.moved(body.get("advance"), body.get("set"), body.get("force") is True)
        await self._apply(offset)
        return reply(self._time())

    async def _to_the_next_thing(self) -> None:
        """By mornings and evenings, until the bot writes to somebody of its own accord."""
        if self._sandbox.control is None:
            raise ErrorAnswer(409, "the bot isn't running; start it first")
        before = self._sandbox.log.count
        for _ in range(2 * NEXT_DAYS):
            now = datetime.fromtimestamp(self._sandbox.clock.now(), ZONE)
            hours = [hour for hour in HOURS if hour > now.hour]
            day = now if hours else now + timedelta(days=1)
            moment = day.replace(hour=hours[0] if hours else HOURS[0], minute=0, second=0, microsecond=0)
            await self._apply(self._sandbox.clock.moved(None, moment.isoformat(), force=False))
            await self._rests(REST_SECONDS, 0.15)
            if self._sandbox.log.wrote(before):
                return

    async def _rests(self, seconds: float, quiet: float) -> bool:
        """Whether the bot came to rest in time."""
        begun = time.monotonic()
        while not await self._settled(quiet):
            if time.monotonic() - begun > seconds:
                return False
            await asyncio.sleep(STEP)
        return True

    async def language(self, request: web.Request) -> web.Response:
        wanted = (await body_of(request)).get("language")
        if wanted not in ("zh", "en"):
            raise ErrorAnswer(400, '"language" must be "zh" or "en"')
        if self._sandbox.control is None:
            raise ErrorAnswer(409, "the bot isn't running; start it first")
        try:
            await self._sandbox.control.language(wanted)
        except ControlError as error:
            raise ErrorAnswer(409, str(error)) from None
        await self._seen()
        self.changed()
        return reply({"language": wanted})

    async def _seen(self) -> None:
        """What the bot still says is no news to anybody."""
        await self._rests(REST_SECONDS, 0.15)
        for person in self._sandbox.world.people.values():
            person.unread = 0

    async def _apply(self, offset: float) -> None:
        """Without a running bot the offset waits for its next start."""
        self._sandbox.set_offset(offset)
        self.changed()
        if self._sandbox.control is None:
            return
        try:
            await asyncio.wait_for(self._sandbox.control.clock(offset), CLOCK_SECONDS)
        except TimeoutError:
            raise ErrorAnswer(504, f"the bot did not apply the time in {CLOCK_SECONDS:.0f} s", **self._time()) from None
        except ControlError as error:
            raise ErrorAnswer(504, f"the bot did not apply the time: {error}", **self._time()) from None

    async def faults(self, request: web.Request) -> web.Response:
        return reply([fault.shown() for fault in self._sandbox.faults.all])

    async def add_fault(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = person_in(self._sandbox.world, body["person"]) if body.get("person") is not None else None
        fault = self._sandbox.faults.add(body, person.id if person else None)
        if fault.kind == "blocked" and person is not None:
            self._sandbox.block(person, True)
        self.changed()
        return reply(fault.shown())

    async def clear_faults(self, request: web.Request) -> web.Response:
        self._sandbox.clear_faults()
        self.changed()
        return reply([])

    async def bot(self, request: web.Request) -> web.Response:
        return reply(self.state())

    def state(self) -> Json:
        known = self.child.state() if self.child else {"running": False, "state": "none", "since": None}
        invitation = {} if self._sandbox.invitation is None else {"invitation": self._sandbox.invitation}
        return {
            **known,
            "username": self._sandbox.named.username,
            "name": self._sandbox.bot["first_name"],
            **invitation,
        }

    async def bot_do(self, request: web.Request) -> web.Response:
        what = (await body_of(request)).get("do")
        if what not in ("kill", "stop", "start"):
            raise ErrorAnswer(400, '"do" must be kill, stop or start')
        if self.child is None:
            raise ErrorAnswer(409, "this sandbox looks after no bot process")
        try:
            await self.child.do(what)
        except ControlError as error:
            raise ErrorAnswer(409, str(error), **self.state()) from None
        return reply(self.state())

    async def log(self, request: web.Request) -> web.Response:
        entries = self._sandbox.log.after(whole(request.query.get("after"), "after"))
        return web.Response(text=entries, content_type="application/json")

    async def reset(self, request: web.Request) -> web.Response:
        wanted = (await body_of(request)).get("with")
        if wanted not in (None, "story"):
            raise ErrorAnswer(400, '"with" must be "story" or absent')
        try:
            async with self._laying:
                self._sandbox.cast = self._sandbox.cast or wanted == "story"
                await self.start_over(wanted, empty=not self._sandbox.cast)
        except ControlError as error:
            raise ErrorAnswer(409, str(error)) from None
        return reply({"people": [p.id for p in self._sandbox.world.people.values()], **self._time()})

    async def start_over(self, story: str | None, *, empty: bool) -> None:
        """The bot first, since it may refuse a database that isn't the demo's; then the chats. Raises `ControlError`."""
        if self.child is not None and self._sandbox.control is None:
            raise ControlError("the bot isn't running; start it first")
        sandbox = self._sandbox
        sandbox.updates.clear()
        if sandbox.control is not None:
            if sandbox.clock.offset:
                await self._apply(0.0)
            people = [] if empty else [{"person": number, "name": name} for number, name in sandbox.cast_ids()]
            await sandbox.control.reset({"people": people, "with": story, "empty": empty})
        sandbox.set_offset(0.0)
        sandbox.clear()
        await self.invite(empty=empty)
        if story is not None:  # what a past leaves on the phones was seen
            await self._seen()
        self.changed()

    async def invite(self, *, empty: bool) -> None:
        """An empty demo's link for its administrator, as long as it has none. Raises `ControlError`."""
        control = self._sandbox.control
        self._sandbox.invitation = await control.invite() if empty and control is not None else None

    def changed(self) -> None:
        """Tells the page that something beside the chats is new."""
        self._sandbox.world.touched(0)
