"""One transaction in which people are told something: what a batch needs of whoever keeps their cards and what is to be sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from dialogs.core.ask import Ask
from dialogs.core.screen import Json, Screen
from domain.base.work import Work
from domain.reminders.records import Reminder
from notifications.hearing.pushes import Notice, Refresh


class Telling(Protocol):
    @property
    def work(self) -> Work: ...

    @property
    def mails(self) -> bool:
        """Whether what is urgent may go by mail."""

    def reading_ahead(self, reminders: Sequence[Reminder]) -> Telling:
        """The same with all records at hand that these are about; for a batch that doesn't change them."""

    def asker(self, account_id: int) -> Ask:
        """Asks as that account."""

    def alone(self, text: str, *args: object) -> AbstractContextManager[None]:
        """What fails inside, for a reason that nobody foresaw, is told in the log and concerns nobody else; a database that
        fails concerns everybody."""

    def page(self, account_id: int, page: str, args: Mapping[str, Json]) -> Screen | None:
        """As that account sees it; None when it may not (any more)."""

    def tell(self, notices: Sequence[Notice]) -> Sequence[int | None]:
        """To be sent in this order; the messages' numbers, None for whoever has no chat, or may not see the page."""

    def mail(self, address: str, chat: int | None, screen: Screen) -> None:
        """A screen's lines, in the language of the chat."""

    def refresh(self, push: Refresh) -> None:
        """Every card of the subject as its page is now."""
