"""What is pushed beside the conversation: news and cards, and cards that change when their subject does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from typing_extensions import override

from bot.telegram.buttons import Token
from bot.work import DeskWork
from dialogs.core.ask import Ask
from dialogs.core.registry import Registry
from dialogs.core.screen import Screen, to_json
from domain.errors import Refusal
from notifications import hearing
from notifications.pushes import Card as PushedCard
from notifications.pushes import Mail, Note, Push, Refresh
from storage import cards, mails, outbox
from storage.cards import Card

NOTE = "note"
"""The page of a card that is only a message: it has buttons, but nothing behind it changes."""


@dataclass(frozen=True)
class Asker(Ask):
    """The dialogs' `Ask`: a query of the domain, answered in this transaction."""

    work: DeskWork

    @property
    @override
    def today(self) -> date:
        return self.work.today

    @override
    def __call__(self, query: Any, /, *args: Any, **kwargs: Any) -> Any:
        return query(self.work, *args, **kwargs)


class Pushes:
    """Turns what was recorded into outbox rows, in the transaction that recorded it.

    `link` makes the address of an invitation out of its token.
    """

    def __init__(self, dialogs: Registry, bot_name: str, *, mails: bool = False) -> None:
        """`mails`: whether what is urgent may go by mail."""
        self.dialogs = dialogs
        self.bot_name = bot_name
        self.mails = mails

    def deliver(self, work: DeskWork) -> None:
        """The links that were made, then what the events have to tell."""
        for link in work.links:
            address = f"https://t.me/{self.bot_name}?start={link.token}"
            by = work.account.id if work.account else None
            self._note(work, work.chat_id, by, hearing.invitation(work, link, address))
            self._note(work, work.chat_id, by, hearing.invitation_picture(address))
        work.links.clear()
        for push in hearing.hear(work, work.log.take_fresh()):
            self._push(work, push)

    def _push(self, work: DeskWork, push: Push) -> None:
        match push:
            case Refresh():
                self.refresh(work, push)
            case Note(screen=screen, account=None, chat=chat):
                if chat is not None:
                    self._note(work, chat, None, screen)
            case Note(screen=screen, account=account):
                chat = work.people.account(account).chat_id if account is not None else None
                if chat is not None:
                    self._note(work, chat, account, screen)
            case Mail(address=address, chat=chat, screen=screen):
                if self.mails:
                    mails.put(work.conn, address, chat, to_json(screen), work.now)
            case PushedCard():
                self.card(work, push, silent=True)

    def refresh(self, work: DeskWork, push: Refresh) -> None:
        """Every card of the subject as its page is now."""
        for card in cards.of_subject(work.conn, push.subject):
            self.show_again(work, card)

    def _note(self, work: DeskWork, chat: int, account: int | None, screen: Screen) -> None:
        if screen.attached is not None:  # takes its time, and its buttons would be lost to the file's caption
            outbox.file(work.conn, chat, {"screen": to_json(screen)}, work.now, account_id=account)
            return
        card_id = cards.make(work.conn, chat, account, NOTE, {}, "", _acts(screen))
        outbox.card(work.conn, chat, card_id, _body(screen, card_id, 1), work.now, account_id=account, silent=True)

    def card(self, work: DeskWork, push: PushedCard, *, silent: bool) -> int | None:
        """Into the outbox; None when the holder has no chat, or may not see the page."""
        holder = work.people.account(push.account)
        screen = self.page(work, push.account, push.page, push.args) if holder.chat_id is not None else None
        if holder.chat_id is None or screen is None:
            return None
        conn, chat = work.conn, holder.chat_id
        card_id = cards.make(conn, chat, push.account, push.page, push.args, push.subject, _acts(screen))
        body = _body(screen, card_id, 1)
        return outbox.card(conn, chat, card_id, body, work.now, account_id=push.account, silent=silent)

    def show_again(self, work: DeskWork, card: Card) -> None:
        """The card as its page is now."""
        self.turn(work, card, None)

    def turn(self, work: DeskWork, card: Card, args: dict[str, Any] | None) -> None:
        """The card's page with these args (None: those that it has)."""
        if card.page == NOTE or card.account_id is None:
            return
        # since it was read, a decision elsewhere may have changed it: what counts is what stands now
        now = cards.find(work.conn, card.id, lock=True) or card
        told = now.args if args is None else args
        screen = self.page(work, card.account_id, card.page, told)
        if screen is None:
            return
        revision = cards.change(work.conn, now, now.page, told, _acts(screen))
        body = _body(screen, card.id, revision)
        outbox.recard(work.conn, card.chat_id, card.id, body, work.now, account_id=card.account_id)

    def page(self, work: DeskWork, account_id: int, page: str, args: dict[str, Any]) -> Screen | None:
        """The page as that account sees it; None when it may not (any more)."""
        seen = replace(work, account=work.people.account(account_id), owner=f"account:{account_id}", links=[])
        try:
            return self.dialogs.page(page).show(args, Asker(seen))
        except Refusal:
            return None


def _acts(screen: Screen) -> list[dict[str, Any]]:
    return [{"verb": each.verb, "args": dict(each.args)} for each in screen.acts()]


def _body(screen: Screen, card_id: int, revision: int) -> dict[str, Any]:
    return {"screen": to_json(screen), "token": str(Token("k", card_id, 0, revision))}
