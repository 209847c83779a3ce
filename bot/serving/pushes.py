"""What is pushed beside the conversation: news and cards, and cards that change when their subject does."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.drivers.telegram.buttons import Token
from bot.serving.work import DeskWork
from dialogs.core.ask import AskedOnce, WorkAsk
from dialogs.core.registry import Registry
from dialogs.core.screen import Json, Screen, say, to_json
from dialogs.shared.words import type_of
from domain.base.bilingual import translated
from domain.base.errors import Refusal
from domain.home import views
from domain.reminders.records import Reminder
from notifications.due import digests
from notifications.hearing import done_reminders
from notifications.hearing import table as hearing
from notifications.hearing.pushes import Blank, Mail, Note, Notice, PushedCard, Refresh
from storage.chat import blanking, cards, mails, outbox
from storage.chat.cards import Card

NOTE = "note"
"""The page of a card that is only a message: it has buttons, but nothing behind it changes."""
A_FEW = 6
"""Digests of one person that are looked at for what is done."""
GONE = Screen((say("card-gone"),), ())
BLANK = Screen((say("blanked"),), ())


@dataclass(frozen=True, slots=True)
class _Shown:
    card: cards.New
    screen: Screen
    bulk: bool


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
            by = _still_here(work)
            invitation = Note(hearing.invitation(work, link, address), account=by, chat=work.chat_id)
            self.tell(work, [Notice(invitation, bulk=False)])
            self._file(work, Note(hearing.invitation_picture(address), account=by, chat=work.chat_id))
        work.links.clear()
        told: list[Notice] = []
        blanks: list[Blank] = []
        events = work.log.take_fresh()
        for push in hearing.hear(work, events):
            match push:
                case Refresh():
                    self.refresh(work, push)
                case Blank():
                    blanks.append(push)
                case Mail(address=address, chat=chat, screen=screen):
                    self.mail(work, address, chat, screen)
                case Note(screen=screen) if screen.attached is not None:
                    self.tell(work, told)  # what comes before a file is told before it
                    told.clear()
                    self._file(work, push)
                case Note() | PushedCard():
                    self._retire(work, push)
                    told.append(Notice(push, bulk=False))
        self.tell(work, told)
        self._refresh_digests(work, done_reminders.reminders_of(work, events, work.drafted))
        work.drafted.clear()
        for each in blanks:  # behind the word of what happened: one goes a second
            blanking.blank(work.conn, each.chat, each.account, to_json(BLANK), work.now, real=Clock().now())

    def mail(self, work: DeskWork, address: str, chat: int | None, screen: Screen) -> None:
        """Its lines, and where its buttons are, by mail if there is any."""
        if self.mails:
            there = say("mail-open", link=f"https://t.me/{self.bot_name}")
            mails.put(work.conn, address, chat, to_json(Screen((*screen.lines, there))), work.now)

    def _refresh_digests(self, work: DeskWork, reminders: Sequence[Reminder]) -> None:
        """Digests lose the keys of what is done, and get back what is open again. One whose keys stay as they are is let be,
        and one that is still here is made anew, as it is true when it goes: it may have nothing to say any more."""
        concerned: dict[int, set[int]] = {}
        for each in reminders:
            concerned.setdefault(each.receiver, set()).add(each.id)
        for receiver, ids in concerned.items():
            changed = [
                card
                for card in cards.latest(work.conn, digests.of_account(receiver), A_FEW)
                if card.page == digests.PAGE and ids & _told_of(card) and self._keys(work, card) != card.acts
            ]
            unsent = bool(changed) and work.reminders.take_back(work.now, receivers=[receiver])
            for card in changed:
                if not unsent or cards.find(work.conn, card.id) is not None:
                    self.show_again(work, card)

    def _keys(self, work: DeskWork, card: Card) -> list[Json]:
        """Those of its page as it is now."""
        screen = self.page(work, card.account_id, card.page, card.args) if card.account_id is not None else None
        return _acts(screen) if screen is not None else []

    def _retire(self, work: DeskWork, push: Note | PushedCard) -> None:
        """Cards that a newer one takes the place of lose their buttons."""
        if not isinstance(push, PushedCard) or push.instead is None:
            return
        for each in cards.of_subject(work.conn, push.subject):
            if (each.account_id, each.page) == (push.account, push.page):
                now = cards.find(work.conn, each.id, lock=True) or each
                body = _body(push.instead, each.id, cards.change(work.conn, now, NOTE, {}, []))
                account = each.account_id
                outbox.recard(work.conn, each.chat_id, each.id, body, work.now, account_id=account, urgent=True)

    def refresh(self, work: DeskWork, push: Refresh) -> None:
        """Every card of the subject as its page is now."""
        for card in cards.of_subject(work.conn, push.subject):
            self.turn(work, card, push.args)

    def tell(self, work: DeskWork, told: Sequence[Notice]) -> list[int | None]:
        """Into the outbox, in this order; the rows' numbers, None for whoever has no chat, or may not see the page.

        All at once: the number of statements is what the digests of many people cost.
        """
        there = {chat for each in told if (chat := _chat_of(work, each.push)) is not None}
        shared = work.people.shared(there) if there else frozenset()
        shown = [self._shown(work, each, shared) for each in told]
        new = [each for each in shown if each is not None]
        numbers = cards.make_all(work.conn, [each.card for each in new])
        firsts = [
            outbox.First(each.card.chat_id, number, _body(each.screen, number, 1), each.card.account_id, bulk=each.bulk)
            for number, each in zip(numbers, new, strict=True)
        ]
        rows = iter(outbox.cards(work.conn, firsts, work.now))
        return [next(rows) if each is not None else None for each in shown]

    def _shown(self, work: DeskWork, told: Notice, shared: Collection[int]) -> _Shown | None:
        chat = _chat_of(work, told.push)
        if chat is None:
            return None
        match told.push:
            case Note(screen=screen, account=account):
                named = _named(work, screen, account) if chat in shared else screen
                return _Shown(cards.New(chat, account, NOTE, {}, "", _acts(screen)), named, told.bulk)
            case PushedCard(account=account, page=page, args=args, subject=subject):
                found = self.page(work, account, page, args)
                if found is None:
                    return None
                named = _named(work, found, account) if chat in shared else found
                return _Shown(cards.New(chat, account, page, dict(args), subject, _acts(found)), named, told.bulk)

    def _file(self, work: DeskWork, note: Note) -> None:
        """A file takes its time, and buttons would be lost to its caption."""
        chat = _chat_of(work, note)
        if chat is not None:
            outbox.file(
                work.conn, chat, {"screen": to_json(note.screen)}, work.now, account_id=note.account, urgent=True
            )

    def show_again(self, work: DeskWork, card: Card) -> None:
        """The card as its page is now."""
        self.turn(work, card, None)

    def turn(self, work: DeskWork, card: Card, args: Mapping[str, Json] | None) -> None:
        """The card's page with these args (None: those that it has)."""
        if card.page == NOTE or card.account_id is None:
            return
        # since it was read, a decision elsewhere may have changed it: what counts is what stands now
        now = cards.find(work.conn, card.id, lock=True) or card
        told = now.args if args is None else args
        # who may not see it any more, or left this chat for another, keeps a message that says so, and no buttons
        here = work.people.account(card.account_id).chat_id == card.chat_id
        screen = (self.page(work, card.account_id, card.page, told) if here else None) or GONE
        if here and work.people.shared([card.chat_id]):
            screen = _named(work, screen, card.account_id)
        acts = _acts(screen)
        unmoved = self.dialogs.page(card.page).steady and (told, acts) == (now.args, now.acts)
        revision = now.revision if unmoved else cards.change(work.conn, now, now.page, dict(told), acts)
        body = _body(screen, card.id, revision)
        outbox.recard(work.conn, card.chat_id, card.id, body, work.now, account_id=card.account_id, urgent=True)

    def page(self, work: DeskWork, account_id: int, page: str, args: Mapping[str, Json]) -> Screen | None:
        """The page as that account sees it; None when it may not (any more)."""
        try:
            return self.dialogs.page(page).show(args, AskedOnce(WorkAsk(acting_as(work, account_id))))
        except Refusal:
            return None


def acting_as(work: DeskWork, account_id: int) -> DeskWork:
    """The same transaction as that account sees it."""
    return replace(work, account=work.people.account(account_id), owner=f"account:{account_id}", links=[])


def _named(work: DeskWork, screen: Screen, account_id: int | None) -> Screen:
    """With the account that it is for (docs/people.md), in a chat that has several."""
    if account_id is None:
        return screen
    me = views.me(acting_as(work, account_id))
    line = say("card-account", name=me.account.name, place=translated(me.unit or me.company), type=type_of(me.account))
    return replace(screen, lines=(*screen.lines, line))


def _still_here(work: DeskWork) -> int | None:
    """Who acts; nobody once he has made a new link into his own account: that, too, is for this chat."""
    if work.account is None or work.people.account(work.account.id).chat_id != work.chat_id:
        return None
    return work.account.id


def _chat_of(work: DeskWork, push: Note | PushedCard) -> int | None:
    if isinstance(push, Note) and push.chat is not None:
        return push.chat
    return work.people.account(push.account).chat_id if push.account is not None else None


def _told_of(card: Card) -> set[int]:
    """The reminders that a digest tells of."""
    ids = card.args.get("ids")
    return {each for each in ids if isinstance(each, int)} if isinstance(ids, list) else set()


def _acts(screen: Screen) -> list[Json]:
    return [{"verb": each.verb, "args": dict(each.args)} for each in screen.acts()]


def _body(screen: Screen, card_id: int, revision: int) -> dict[str, Json]:
    return {"screen": to_json(screen), "token": str(Token("k", card_id, 0, revision))}
