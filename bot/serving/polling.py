"""Long polling with our own acceptance: a batch is confirmed by the next call only after it is stored."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.drivers import telegram
from bot.drivers.driver import Driver
from bot.drivers.patience import Patience, in_short
from bot.serving.pulse import Pulse
from notifications.sending.messenger import Failure, Unauthorized
from notifications.sending.stopping import Stopping

log = logging.getLogger(__name__)

LONG = 25  # seconds that the server may hold an empty poll
NOT_LEADING = 0.5  # seconds between looks whether we lead
ROUND = 1.0
"""Seconds that a round without progress lasts at least: a server, or a proxy before it, that answers at once with nothing, or
with the same again, isn't asked a hundred times a second."""
CONFIRMING = 2.0
"""Seconds for the last call when we stop: what it doesn't confirm comes again and is known already."""


class Poller:
    """Asks for updates and hands each batch to `store`, which returns once it is committed.

    Whatever fails, of Telegram or of `store`, is told and tried again without a step forward; only a refused token
    ends `run`, by Unauthorized.
    """

    def __init__(
        self,
        driver: Driver,
        store: Callable[[list[object]], Awaitable[None]],
        pulse: Pulse | None = None,
        patience: Patience | None = None,
        long: int = LONG,
        leads: Callable[[], bool] = lambda: True,
    ) -> None:
        """`leads`: of several replicas only one may poll, for Telegram refuses a second (409)."""
        self.pulse = pulse or Pulse()
        self._driver = driver
        self._store = store
        self._patience = patience or Patience()
        self._long = long
        self._leads = leads
        self._offset: int | None = None
        self._told: int | None = None  # the offset that the server has been asked with
        self._heard = False
        self._stopping = Stopping()

    async def run(self) -> None:
        """Polls until `stop`; the last batch is then confirmed."""
        while not self._stopping.asked:
            if not self._leads():
                self._offset = self._told = None  # another polls meanwhile, and knows where it is
                await self._stopping.pause(NOT_LEADING)
                continue
            began = asyncio.get_running_loop().time()
            try:
                if not await self._round():
                    await self._stopping.pause(began + ROUND - asyncio.get_running_loop().time())
            except Unauthorized as error:
                self.pulse.miss(in_short(error))
                log.critical("Telegram refuses the token (%s): the bot hears nothing any more and stops", error)
                raise
            except Exception as error:  # deaf is worse than noisy: whatever it was, it is told and tried again
                await self._wait_after(error)
        await self._confirm()

    def stop(self) -> None:
        """A poll that is under way is given up (nothing of it is confirmed), storing is not."""
        self._stopping.ask()

    async def _round(self) -> bool:
        """Whether it brought us any further."""
        self._told = self._offset
        try:
            batch = await self._stopping.unless(self._driver.updates(self._offset, self._long))
        except telegram.Conflict as error:
            if "webhook is active" not in str(error) or self._heard:  # later it is somebody else's, who means it
                raise
            log.info("a webhook stands in the way of polling and is taken down")
            await self._stopping.unless(self._driver.drop_webhook())
            return False
        if batch is None:
            return False
        if batch:
            await self._store(batch)
            self._offset = _next_offset(batch)
        else:
            # Everything is confirmed. Ids may start anew below ours after a quiet week: ask without an offset.
            self._offset = None
        self._heard = True
        self._patience.rest()
        self.pulse.beat()
        return self._offset is not None and (self._told is None or self._offset > self._told)

    async def _wait_after(self, error: Exception) -> None:
        wait = self._patience.after(error)
        self.pulse.miss(in_short(error))
        if isinstance(error, telegram.Conflict):
            log.error("somebody else receives this bot's updates (%s): only one may. Again in %.1f s", error, wait)
        elif isinstance(error, Failure):
            log.warning("no updates (%s), again in %.1f s", in_short(error), wait)
        else:
            log.error("updates came but weren't taken, again in %.1f s", wait, exc_info=error)
        await self._stopping.pause(wait)

    async def _confirm(self) -> None:
        if self._offset == self._told:  # the last poll did; the same again so soon is made to wait
            return
        with suppress(Failure, TimeoutError):
            async with asyncio.timeout(CONFIRMING):
                await self._driver.updates(self._offset, 0, most=1)


def _next_offset(batch: list[object]) -> int:
    """Past the highest id; what has no readable id can't be confirmed by itself but goes with its neighbours."""
    ids = []
    for raw in batch:
        with suppress(telegram.Unparsable):
            ids.append(telegram.update_id(raw))
    if not ids:
        raise telegram.Unparsable(f"{len(batch)} updates without a readable id")
    return max(ids) + 1
