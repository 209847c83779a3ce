"""What may wait: an old screen gives up its buttons once the new one is there, and a chat gets the commands of its role and language.

The person waits for the new screen and not for this, so the call is made only where the chat has one to spare beyond the
next screen's. Kept in memory: a process that is killed leaves the old screen as it stood, and its buttons, like all stale
ones, lead to the present screen; the commands come with the next screen.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from math import inf
from typing import Final, TypeAlias

from notifications.sending.messenger import Failure, Gone, Menu, Message, Messenger, Outage, Throttled, Unreachable
from notifications.sending.pace import Pace
from notifications.sending.trouble import CircuitBreaker

log = logging.getLogger(__name__)

MOST: Final = 20
"""Old screens of one chat that are remembered: nobody scrolls back further to tap."""
SPARED: Final = 2.0
"""Calls that the chat must have free: this one, and the next screen's."""


@dataclass(frozen=True, slots=True)
class Old:
    """A screen that was taken the place of. `shrunk`: what remains of its words; None: all of them, without buttons."""

    chat: int
    message_id: int
    shrunk: Message | None


@dataclass(frozen=True, slots=True)
class Commands:
    """A chat is to have another menu."""

    chat: int
    menu: Menu


Chore: TypeAlias = Old | Commands


class Afterwards:
    def __init__(
        self,
        messenger: Messenger,
        pace: Pace,
        trouble: CircuitBreaker,
        menu_set: Callable[[int, str | None], Awaitable[None]],
    ) -> None:
        """`menu_set` notes what a chat has from now on."""
        self._menu_set = menu_set
        self._messenger = messenger
        self._pace = pace
        self._trouble = trouble
        self._waiting: dict[int, deque[Chore]] = {}
        self._busy: set[int] = set()

    def __len__(self) -> int:
        """How many wait or are under way."""
        return len(self._busy) + sum(map(len, self._waiting.values()))

    @property
    def busy(self) -> int:
        return len(self._busy)

    def add(self, old: Chore) -> None:
        self._waiting.setdefault(old.chat, deque(maxlen=MOST)).append(old)

    def next(self, but: Collection[int] = (), spared: float = SPARED) -> Chore | None:
        """The first whose chat isn't among `but` and has so many calls free; it counts as under way until `finish`."""
        for chat, olds in self._waiting.items():
            if chat not in self._busy and chat not in but and self._pace.free(chat) >= spared:
                self._busy.add(chat)
                self._pace.spend(chat)
                old = olds.popleft()
                if not olds:
                    del self._waiting[chat]
                return old
        return None

    def wait(self) -> float:
        """Seconds until one may have its call, as far as its chat is concerned; infinite when none waits."""
        waiting = (chat for chat in self._waiting if chat not in self._busy)
        return min((self._pace.until(chat, SPARED) for chat in waiting), default=inf)

    def forget(self) -> None:
        """Somebody else sends from now on."""
        self._waiting.clear()

    async def finish(self, old: Chore) -> None:
        """Raises nothing: whatever goes wrong, the present screen is there already."""
        try:
            await self._do(old)
        except Gone:
            pass  # deleted by the person
        except Throttled as failure:
            self._pace.hold(old.chat, failure.seconds if failure.seconds is not None else 1.0)
            self.add(old)
        except (Outage, Unreachable) as failure:
            if isinstance(failure, Outage):
                self._trouble.outage(old.chat)
            log.info("Afterwards in chat %s: %s", old.chat, failure)
        except Failure as failure:
            log.warning("%s stays undone: %s", old, failure)
        except Exception:
            log.exception("%s stays undone", old)
        finally:
            self._busy.discard(old.chat)

    async def _do(self, old: Chore) -> None:
        if isinstance(old, Commands):
            await self._messenger.set_menu(old.chat, old.menu)
            await self._menu_set(old.chat, old.menu.key or None)
        elif old.shrunk is None:
            await self._messenger.strip(old.chat, old.message_id)
        else:
            await self._messenger.edit(old.chat, old.message_id, old.shrunk)
