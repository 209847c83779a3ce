"""A wish to stop that ends waiting early and lets work finish."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


class Stopping:
    """Asked once, for good. Wrap only what loses nothing when it is given up: a poll, a download, a pause."""

    def __init__(self) -> None:
        self.asked = False
        self._scopes: set[asyncio.Timeout] = set()

    def ask(self) -> None:
        self.asked = True
        for scope in self._scopes:
            scope.reschedule(0)  # long past: at once

    async def unless(self, waiting: Awaitable[T]) -> T | None:
        """The result, or None when the wish came first: `waiting` is then cancelled."""
        scope = asyncio.timeout(0 if self.asked else None)
        try:
            async with scope:
                self._scopes.add(scope)
                return await waiting
        except TimeoutError:
            if not scope.expired():  # its own
                raise
            return None
        finally:
            self._scopes.discard(scope)

    async def pause(self, seconds: float) -> None:
        await self.unless(asyncio.sleep(seconds))
