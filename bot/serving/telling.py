"""A transaction in which people are told something, for `notifications`."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from bot.serving.pushes import Pushes, acting_as
from bot.serving.work import DeskWork, reading_ahead
from dialogs.core.ask import WorkAsk
from dialogs.core.screen import Json, Screen
from domain.reminders.records import Reminder
from notifications.hearing.pushes import Notice, Refresh
from storage.engine.errors import DATABASE_FAILED

log = logging.getLogger(__name__)


@contextmanager
def alone(text: str, *args: object) -> Iterator[None]:
    """What fails inside, for a reason that nobody foresaw, is told in the log and concerns nobody else; a database that
    fails concerns everybody."""
    try:
        yield
    except DATABASE_FAILED:
        raise
    except Exception:
        log.exception(text, *args)


@dataclass(frozen=True)
class StepTelling:
    """Fulfils `notifications.due.telling.Telling`."""

    pushes: Pushes
    work: DeskWork
    alone = staticmethod(alone)

    @property
    def mails(self) -> bool:
        return self.pushes.mails

    def reading_ahead(self, reminders: Sequence[Reminder]) -> StepTelling:
        return replace(self, work=reading_ahead(self.work, reminders))

    def asker(self, account_id: int) -> WorkAsk:
        return WorkAsk(acting_as(self.work, account_id))

    def page(self, account_id: int, page: str, args: Mapping[str, Json]) -> Screen | None:
        return self.pushes.page(self.work, account_id, page, dict(args))

    def tell(self, notices: Sequence[Notice]) -> list[int | None]:
        return self.pushes.tell(self.work, notices)

    def mail(self, address: str, chat: int | None, screen: Screen) -> None:
        self.pushes.mail(self.work, address, chat, screen)

    def refresh(self, push: Refresh) -> None:
        self.pushes.refresh(self.work, push)
