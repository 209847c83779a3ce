"""The app: what is made once, and the one entry of every update. It never commits: its callers' transactions do."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib.metadata import version

from bot.clock import Clock
from bot.drivers import telegram
from bot.serving.desk import Desk
from bot.serving.pushes import Pushes
from bot.serving.rendering import ScreenRenderer
from bot.serving.turns import Fetch, Taken, TapAnswer, Turn, next_turn
from bot.serving.work import DeskWork, work_for
from dialogs import registry
from dialogs.core.inputs import Failed, Stored
from dialogs.core.screen import Json, Screen, Wording, say, to_json
from dialogs.core.texts import Texts
from domain.announcements import announcing
from domain.base import policy_versions
from domain.base.beforehand import Beforehand
from domain.base.errors import Refusal
from domain.base.looking_first import LookFirst
from domain.base.policy import Policy
from domain.customers import twins
from domain.deadlines import coming_due, reminding
from domain.failures import failing
from domain.people import coverage
from domain.products import table as product_table
from storage.chat import chats, inbox, outbox
from storage.chat.chats import Chat
from storage.chat.inbox import PendingUpdate
from storage.engine import Connection
from storage.engine.dialect import take_time
from storage.engine.locks import exclusively
from storage.names import build as name_build
from storage.names import keys as name_keys
from storage.records import quotas
from storage.records.people import StoredPeople

log = logging.getLogger(__name__)


@dataclass
class App:
    """Fulfils `bot.serving.intake.UpdateHandler`."""

    policy: Policy
    texts: Texts
    renderer: ScreenRenderer
    bot_name: str
    mails: bool = False
    """Whether what is urgent may go by mail."""

    def __post_init__(self) -> None:
        self.dialogs = registry.for_accounts(self.texts)
        self.guest_dialogs = registry.for_guests(self.texts)
        self.pushes = Pushes(self.dialogs, self.bot_name, mails=self.mails)

    def called(self, bot_name: str) -> None:
        """The bot's name at present: links lead to it."""
        self.bot_name = self.pushes.bot_name = bot_name

    def take(self, conn: Connection, person: int, now: datetime, beforehand: Beforehand | None = None) -> Turn:
        """Apply the person's next update: everything of it, or (by a raise) nothing. Raises `LookFirst`."""
        chat = chats.lock(conn, person)
        row = next_turn(conn, person)
        if isinstance(row, Fetch):
            why = self.desk(conn, now, str(row.row.id)).refuses(chat, row.file, self._sent_today(conn, person, now))
            if why is None:
                return row
            row = replace(row.row, fetched=telegram.fetched_to_json(Failed(why, row.file.name)))
        if row is None:
            return None
        answer = self._apply(conn, row, chat, now, beforehand)
        inbox.done(conn, row.id, Clock().now())
        return Taken(row, answer)

    def take_at_once(
        self, conn: Connection, arrived: inbox.Arrived, now: datetime, beforehand: Beforehand | None = None
    ) -> Taken | None:
        """Store an update and apply it, in one. None where it has to wait: for others of the person's, for other people's
        (a stranger's does), or because it is known already. Then nothing was done. Raises `LookFirst`."""
        assert arrived.person is not None
        chat = chats.lock(conn, arrived.person)
        row = inbox.store_done(conn, arrived, Clock().now()) if chat is not None else None
        return None if row is None else Taken(row, self._apply(conn, row, chat, now, beforehand))

    def _apply(
        self, conn: Connection, row: PendingUpdate, chat: Chat | None, now: datetime, beforehand: Beforehand | None
    ) -> TapAnswer | None:
        heard = telegram.said(row.raw, row.fetched)
        return None if heard is None else self.desk(conn, now, str(row.id), beforehand).hear(*heard, known=chat)

    def fetched(
        self, conn: Connection, person: int, file: telegram.Carried, outcome: Stored | Failed, now: datetime
    ) -> None:
        """Whatever came of it, it counts."""
        size = outcome.size if isinstance(outcome, Stored) else file.size or 0
        quotas.count(conn, person, now.astimezone(self.policy.zone).date(), size)

    def _sent_today(self, conn: Connection, person: int, now: datetime) -> tuple[int, int]:
        return quotas.used(conn, person, now.astimezone(self.policy.zone).date())

    def look(self, conn: Connection, wanted: LookFirst, now: datetime) -> object:
        """The answer of a query, or what it refuses, beside the step that needs it."""
        take_time(conn)
        account = StoredPeople(conn).account(wanted.account)
        try:
            return wanted.query(work_for(conn, self.policy, now, account=account))
        except Refusal as refusal:
            return refusal

    def desk(self, conn: Connection, now: datetime, key: str, beforehand: Beforehand | None = None) -> Desk:
        """For one update, of that key."""
        return Desk(conn, now, self.policy, self.dialogs, self.guest_dialogs, self.pushes, key, beforehand)

    def apologise(self, conn: Connection, person: int, now: datetime) -> None:
        """What they did couldn't be read or applied: they are told, nothing they filled in is lost."""
        body: dict[str, Json] = {"screen": to_json(Screen((say("apology"),)))}
        outbox.note(conn, person, body, now, urgent=True)

    def set_aside(self, conn: Connection, update: int, now: datetime) -> None:
        work = self.system(conn, now)
        failing.note(work, update)
        self.pushes.deliver(work)

    def words(self, words: Wording, language: str) -> str:
        return self.renderer.words(words, language)

    def begin(self, conn: Connection, now: datetime) -> None:
        """At every start: what the policy names and the database doesn't know yet, and an index of names by the present
        recipe. Of several processes that start together one after another."""
        exclusively(conn, "begin")
        found = 0
        if not name_build.is_current(conn):
            for done in name_build.rebuild(conn):
                log.info("The index of names is made anew: %d names", done)
            found = name_keys.renew(conn)
        work = self.system(conn, now)
        twins.note(work, found)
        coverage.begin(work)
        product_table.seed(work)
        policy_versions.note(work)
        coming_due.begin(work)
        while reminding.take_back(work):  # nothing that lay unsent while nobody worked goes out as it is
            pass
        announcing.announce_release(work, _version())
        self.pushes.deliver(work)

    def system(self, conn: Connection, now: datetime) -> DeskWork:
        """Work on nobody's behalf."""
        return work_for(conn, self.policy, now)


@cache
def _version() -> str:
    return version("baobei")
