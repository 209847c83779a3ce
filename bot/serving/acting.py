"""Who acts in a chat: the account in front, the person's other ones, whose a card is; and the conversation that is theirs.
Absent: what is meant (`replies`, `desk`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.serving.work import DeskWork, work_for
from dialogs.core.conversation import Conversation
from dialogs.core.inputs import Sender
from dialogs.core.screen import Say, say
from dialogs.shared.words import type_of
from domain.base.beforehand import Beforehand
from domain.base.bilingual import translated
from domain.base.policy import Policy
from domain.people.records import Account
from storage.acting import Present, present
from storage.chat import chats, conversations, outbox
from storage.chat.cards import Card
from storage.chat.chats import Chat
from storage.chat.conversations import KeptConversation
from storage.engine import Connection


class Acting:
    """In one update's transaction."""

    def __init__(self, conn: Connection, now: datetime, policy: Policy, beforehand: Beforehand | None = None) -> None:
        self.conn = conn
        self.now = now
        self.policy = policy
        self._beforehand = beforehand
        self.changed = False
        """Whether a command ran or a card brought its account on top: until then the chat is as it was read."""
        self._present: Present | None = None
        """Of the chat, as it was when it was first asked for."""
        self._spent: set[str] = set()
        """Whose conversation was taken from it: afterwards the step may have written it."""

    def meet(self, sender: Sender, known: Chat | None) -> Chat:
        known = known or chats.find(self.conn, sender.chat)
        if known is not None and known.name == sender.name and known.username == sender.username:
            return known
        chat = chats.meet(self.conn, sender.chat, sender.name, sender.username, self.now)
        if chat.language is None and sender.language and not sender.language.startswith("zh"):
            chats.set_language(self.conn, sender.chat, "en")
        return chats.find(self.conn, sender.chat) or chat

    def welcome_back(self, chat: Chat) -> None:
        """They can be reached again, by what couldn't reach them too."""
        chats.unblocked(self.conn, chat.chat_id)
        outbox.revive(self.conn, chat.chat_id)

    def account(self, chat: Chat) -> Account | None:
        """The account in front: one that a card brought on top, else the current one; None for a guest."""
        mine = {int(account.id): account for account in self._mine(chat)}
        for wanted in (chat.front_account, chat.current_account):
            if wanted in mine:
                return mine[wanted]
        return next(iter(mine.values()), None)

    def accounts(self, chat: Chat, acting: Account | None) -> list[Account]:
        """Who acts, and then the person's other ones: what was answered may be theirs."""
        return sorted(self._mine(chat) if acting else (), key=lambda each: each != acting)

    def _mine(self, chat: Chat) -> Sequence[Account]:
        if self.changed:
            return present(self.conn, chat.chat_id).accounts
        if self._present is None:
            self._present = present(self.conn, chat.chat_id)
        return self._present.accounts

    def holder(self, chat: Chat, card: Card | None) -> Account | None:
        if card is None or card.account_id is None:
            return None
        return next((each for each in self._mine(chat) if each.id == card.account_id and each.active), None)

    def in_front(self, work: DeskWork, chat: Chat) -> tuple[Say, ...]:
        """Said above what a card brought on top: whose it is, where the chat is another account's just now."""
        account, behind = work.account, chat.current_account
        if account is None or chat.front_account != account.id or behind in (None, account.id):
            return ()
        return (say("acting-as", name=account.name, place=place_of(work, account), type=type_of(account)),)

    def fresh(self, chat: Chat) -> Chat:
        return (chats.find(self.conn, chat.chat_id) or chat) if self.changed else chat

    def waits(self, account_id: int | None) -> bool:
        """Whether the account has something open, not just its home."""
        kept = conversations.load(self.conn, f"account:{account_id}")
        return kept is not None and len(Conversation.from_json(kept.state).stack) > 1

    def work(self, chat: Chat, account: Account | None) -> DeskWork:
        owner = f"account:{account.id}" if account is not None else f"chat:{chat.chat_id}"
        here = None if self.changed else {chat.chat_id: self._mine(chat)}
        return work_for(
            self.conn,
            self.policy,
            self.now,
            account=account,
            owner=owner,
            chat_id=chat.chat_id,
            language=chat.language or "",
            here=here,
            beforehand=self._beforehand,
        )

    def conversation(self, owner: str) -> tuple[KeptConversation | None, Conversation]:
        kept = self._kept(owner)
        return kept, (Conversation.from_json(kept.state) if kept is not None else Conversation())

    def _kept(self, owner: str) -> KeptConversation | None:
        """The first time as it came with the accounts."""
        at_hand = self._present.conversations if self._present is not None and not self.changed else {}
        if owner not in at_hand or owner in self._spent:
            return conversations.load(self.conn, owner)
        self._spent.add(owner)
        return at_hand[owner]


def place_of(work: DeskWork, account: Account) -> str:
    """Where an account is at home: its agency, or its unit of the vendor's."""
    if account.agency_id is not None:
        return work.people.agency(account.agency_id).called
    return translated(work.people.unit(account.unit_id).name if account.unit_id is not None else work.policy.vendor)
