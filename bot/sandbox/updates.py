"""What waits for the bot: updates in order, each with the time after which Telegram forgets it.

As on the real server an update gets its number when it is queued, so numbers only grow along the queue and an offset that
confirms what is below it can never reach one that wasn't handed out yet, whatever was held back before.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import partial

from bot.sandbox.bot_api_error import Json
from bot.sandbox.clock import wall
from bot.sandbox.store import Store

MESSAGE_LIFE = 86400.0
CALLBACK_LIFE = 150.0
_KINDS = """
    message edited_message channel_post edited_channel_post inline_query chosen_inline_result callback_query
    shipping_query pre_checkout_query poll poll_answer my_chat_member chat_member chat_join_request
    message_reaction message_reaction_count business_connection business_message edited_business_message
    deleted_business_messages purchased_paid_media chat_boost removed_chat_boost
"""
KINDS = frozenset(_KINDS.split())
DEFAULT_KINDS = KINDS - {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class Pending:
    body: Json
    lane: str
    """Updates of one lane reach a webhook one after another: a chat's messages, or a person's taps."""
    expires: float
    key: int

    @property
    def id(self) -> int:
        number: int = self.body["update_id"]
        return number


class Updates:
    def __init__(self, store: Store) -> None:
        self.pending: list[Pending] = []
        self.allowed: frozenset[str] = DEFAULT_KINDS
        self.watchers: list[Callable[[], None]] = []
        self._store = store
        self._key = 0
        self._next = secrets.randbelow(800_000_000) + 100_000_000
        self._load()

    def _load(self) -> None:
        for _, body in self._store.load("update"):
            self.pending.append(Pending(**body))
        self.pending.sort(key=lambda p: p.key)
        self._key = max((p.key for p in self.pending), default=0)
        for _, body in self._store.load("updates"):
            self._next = body["next"] + 1000
            self.allowed = frozenset(body["allowed"])

    def _keep(self) -> None:
        self._store.put("updates", "", lambda: {"next": self._next, "allowed": sorted(self.allowed)})

    def allow(self, kinds: object) -> None:
        """`allowed_updates` as the bot gave it; what isn't a list is ignored, nothing valid means the default."""
        if isinstance(kinds, list):
            self.allowed = frozenset(k for k in kinds if isinstance(k, str)) & KINDS or DEFAULT_KINDS
            self._keep()

    def add(self, content: Json, lane: str, life: float, *, times: int = 1) -> Json:
        """Queues it, under its number; `times`: that it comes so often. Returns the update."""
        self._next += 1
        self._keep()
        body = {"update_id": self._next, **content}
        for _ in range(times):
            self._key += 1
            pending = Pending(body, lane, wall() + life, self._key)
            self.pending.append(pending)
            self._store.put("update", pending.key, partial(asdict, pending))
        self.announce()
        return body

    def waits(self, pending: Pending) -> bool:
        return any(each is pending for each in self.pending)

    def announce(self) -> None:
        for watcher in self.watchers:
            watcher()

    def remove(self, gone: Iterable[Pending]) -> None:
        keys = {pending.key for pending in gone}
        if not keys:
            return
        for key in keys:
            self._store.drop("update", key)
        self.pending = [p for p in self.pending if p.key not in keys]

    def expire(self) -> None:
        now = wall()
        self.remove([p for p in self.pending if p.expires < now])

    def confirm(self, offset: int) -> None:
        """`getUpdates` with this offset: everything before it is done; negative keeps only the last so many."""
        if offset < 0:
            self.remove(self.pending[:offset])
        elif offset > 0:
            self.remove([p for p in self.pending if p.id < offset])

    def clear(self) -> None:
        self.remove(self.pending)
