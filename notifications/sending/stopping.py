"""A wish to stop that ends waiting early and lets work finish."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Final, TypeVar

T = TypeVar("T")

GRACE: Final = 3.0
"""Seconds that a call to somebody else's server gets to end by itself, once we are to stop: it may be hanging."""


class Stopping:
    """Asked once, for good. Wrap only what loses nothing when it is given up: a poll, a download, a pause, a send whose row
    then waits for the next start."""

    def __init__(self) -> None:
        self.asked = False
        self._scopes: dict[asyncio.Timeout, float] = {}
        self._wished = asyncio.Event()

    def ask(self) -> None:
        if self.asked:
            return
        self.asked = True
        self._wished.set()
        now = asyncio.get_running_loop().time()
        for scope, grace in self._scopes.items():
            scope.reschedule(now + grace)

    async def wished(self) -> None:
        """Returns when somebody asks."""
        await self._wished.wait()

    async def unless(self, waiting: Awaitable[T], grace: float = 0.0) -> T | None:
        """The result, or None when the wish came first and `grace` seconds passed since: `waiting` is then cancelled."""
        scope = asyncio.timeout(grace if self.asked else None)
        try:
            async with scope:
                self._scopes[scope] = grace
                return await waiting
        except TimeoutError:
            if not scope.expired():  # its own
                raise
            return None
        finally:
            self._scopes.pop(scope, None)

    async def pause(self, seconds: float) -> None:
        await self.unless(asyncio.sleep(seconds))
