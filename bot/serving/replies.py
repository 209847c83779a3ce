"""What a message means that answers another one, or is edited: which dialog it opens, and as which of the person's accounts.
Absent: opening it (`desk`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.serving.acting import Acting, place_of
from bot.serving.pushes import NOTE
from dialogs.core import conversation as core
from dialogs.core.ask import WorkAsk
from dialogs.core.blank import asks_for_files
from dialogs.core.edited_message import Became
from dialogs.core.frames import Frame
from dialogs.core.inputs import Typed, Uploaded
from dialogs.core.page import Args, Open, Page
from dialogs.core.refusals import say_refusal
from dialogs.core.registry import Registry
from dialogs.core.screen import Json, Say, act_from_json, say
from dialogs.core.words import head
from dialogs.shared.words import type_of
from domain.base.errors import Refusal
from domain.people.records import Account
from storage.chat import cards, submitted
from storage.chat.cards import Card
from storage.chat.chats import Chat

QUOTED = 60
"""Characters of what wasn't sent."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What is opened, and as whom; `here`: in the conversation that goes on, not on top of it; `adds`: where it is being
    written to already, it is more of that."""

    account: Account
    opened: Open
    here: bool = False
    adds: bool = False


@dataclass(frozen=True, slots=True)
class TooLate:
    """Nothing hears it any more, which is said."""

    why: Say


class Replies:
    """In one update's transaction."""

    def __init__(self, acting: Acting, dialogs: Registry) -> None:
        self.acting = acting
        self.dialogs = dialogs

    def meant(self, chat: Chat, said: Typed | Uploaded) -> Meant | TooLate | None:
        """None: it answers nothing of ours, and is what the open dialog hears."""
        if isinstance(said, Uploaded):
            return self._with_file(chat, said)
        return self._to_card(chat, said) or self._back(chat, said)

    def takes_file(self, chat: Chat, reply_to: int | None) -> bool:
        """Whether the message that a file answers is one whose form has a question for files."""
        card, account = self._answered(chat, reply_to)
        if card is None or account is None:
            return False
        return bool(self._for_files(card)) or self._late_for_file(chat, account, card) is not None

    def _with_file(self, chat: Chat, said: Uploaded) -> Meant | None:
        """What is open already hears it itself: the next piece of an album, say."""
        card, account = self._answered(chat, said.reply_to)
        if card is None or account is None:
            return None
        stack = self.acting.conversation(f"account:{account.id}")[1].stack
        if stack and said.album is not None and said.album in _albums(stack[-1]):
            return None
        forms = self._for_files(card)
        late = self._late_for_file(chat, account, card)
        opened = self._opened(chat, account, forms, said) if forms else late and replace(late, said=said)
        if opened is None or (stack and (stack[-1].dialog, dict(stack[-1].args)) == (opened.dialog, dict(opened.args))):
            return None
        return Meant(account, opened, adds=True)

    def _answered(self, chat: Chat, reply_to: int | None) -> tuple[Card | None, Account | None]:
        """The pushed message, and as whom it is answered."""
        card = self._card(chat, reply_to)
        return card, self.acting.holder(chat, card)

    def _for_files(self, card: Card) -> list[Args]:
        """The ways into the one form of a card that has a question for files."""
        forms = [each for each in self._forms(card) if self._has_files(str(each["dialog"]))]
        return forms if len({str(each["dialog"]) for each in forms}) == 1 else []

    def _late_for_file(self, chat: Chat, account: Account, card: Card) -> Open | None:
        late = None if self._forms(card) else self._late(chat, account, card)
        return late if isinstance(late, Open) and self._has_files(late.dialog) else None

    def _card(self, chat: Chat, reply_to: int | None) -> Card | None:
        """The pushed message; of one that a newer took the place of, that one."""
        card = cards.of_message(self.acting.conn, chat.chat_id, reply_to) if reply_to is not None else None
        if card is None or card.page != NOTE or not card.subject:
            return card
        same = cards.of_subject(self.acting.conn, card.subject)
        return [each for each in same if (each.chat_id, each.account_id) == (card.chat_id, card.account_id)][-1]

    def _late(self, chat: Chat, account: Account, card: Card) -> Open | Say | None:
        page = self.dialogs.get(card.page)
        try:
            ask = WorkAsk(self.acting.work(chat, account))
            return page.late(card.args, ask) if isinstance(page, Page) else None
        except Refusal as refusal:
            return say_refusal(refusal)

    def heard_by_another(self, chat: Chat, acting: Account | None, said: Typed) -> Say | None:
        """A message that another account of this person heard: only as that one it can be changed."""
        if acting is None or self._heard_before(acting, said):
            return None
        work = self.acting.work(chat, acting)
        for account in work.people.accounts_of_chat(chat.chat_id):
            if account != acting and self._heard_before(account, said):
                return say("edited-as-another", name=account.name, place=place_of(work, account), type=type_of(account))
        return None

    def _heard_before(self, account: Account, said: Typed) -> bool:
        owner = f"account:{account.id}"
        return core.heard_before(self.acting.conversation(owner)[1], said) or bool(self.became(owner, said))

    def became(self, owner: str, what: core.What) -> tuple[Became, ...]:
        """What came of a message that is edited now."""
        if not isinstance(what, Typed) or not what.edited or what.stamp is None:
            return ()
        return tuple(map(Became.from_json, submitted.of(self.acting.conn, owner, what.stamp)))

    def _to_card(self, chat: Chat, said: Typed) -> Meant | TooLate | None:
        """A reply to a pushed message is as its button that opens a form to write in, and then the words. Where it offers
        several of a kind (a digest), the form says which is meant; where it offers none any more, its page what follows."""
        card = self._card(chat, said.reply_to) if not said.edited else None
        account = self.acting.holder(chat, card)
        if card is None or account is None:
            return None
        forms = self._forms(card)
        if forms:
            return self._replied(chat, account, forms, said)
        match self._late(chat, account, card):
            case Open() as opened:
                return Meant(account, replace(opened, said=said), adds=True)
            case Say() as why:
                return TooLate(say("reply-too-late", why=why, text=head(said.line, QUOTED)))
            case None:
                return None

    def _replied(self, chat: Chat, account: Account, forms: Sequence[Args], said: Typed) -> Meant | None:
        names = {str(each["dialog"]) for each in forms}
        opened = self._by_form(chat, account, forms, said) if len(names) == 1 else None
        if opened is not None:
            return Meant(account, opened)
        if len(names) != len(forms):
            return None
        return Meant(account, Open(str(forms[0]["dialog"]), _opening(forms[0]), said), adds=True)

    def _opened(self, chat: Chat, account: Account, forms: Sequence[Args], said: Uploaded) -> Open | None:
        opened = self._by_form(chat, account, forms, said)
        if opened is not None or len(forms) > 1:
            return opened
        return Open(str(forms[0]["dialog"]), _opening(forms[0]), said)

    def _by_form(self, chat: Chat, account: Account, forms: Sequence[Args], said: Typed | Uploaded) -> Open | None:
        """What the form itself says that is meant; each of the `forms` is one and the same."""
        dialog = self.dialogs.get(str(forms[0]["dialog"]))
        if dialog is None or isinstance(dialog, Page):
            return None
        return dialog.replied([_opening(each) for each in forms], said, WorkAsk(self.acting.work(chat, account)))

    def _back(self, chat: Chat, said: Typed) -> Meant | None:
        """A reply to what a page showed earlier, or a message that is read anew, goes there, whatever is open now."""
        if not said.edited and said.reply_to is None:
            return None
        acting = self.acting.account(chat)
        for account in self.acting.accounts(chat, acting):
            opened = self.dialogs.answered(said, WorkAsk(self.acting.work(chat, account)))
            if opened is not None:
                return Meant(account, opened)
        return None if said.edited else self._to_another(chat, acting, said)

    def _to_another(self, chat: Chat, acting: Account | None, said: Typed) -> Meant | None:
        """A reply to what was sent to another account of the person, and takes no words: it says nothing to this one."""
        card = cards.of_message(self.acting.conn, chat.chat_id, said.reply_to) if said.reply_to is not None else None
        holder = self.acting.holder(chat, card)
        if holder is None or acting is None or holder == acting:
            return None
        return Meant(acting, Open("accounts", {"to": holder.id, "why": "reply"}), here=True)

    def _forms(self, card: Card) -> list[Args]:
        """Those that a reply to the card is written in, by what its buttons open."""
        acts = map(act_from_json, card.acts)
        return [each.args for each in acts if each.verb == "open" and self._hears_replies(each.args)]

    def _has_files(self, name: str) -> bool:
        dialog = self.dialogs.get(name)
        return dialog is not None and not isinstance(dialog, Page) and asks_for_files(dialog.declared)

    def _hears_replies(self, args: Args) -> bool:
        dialog = self.dialogs.get(str(args.get("dialog")))
        return dialog is not None and not isinstance(dialog, Page) and dialog.hears_replies


def _opening(args: Args) -> dict[str, Json]:
    opening = args.get("args")
    return dict(opening) if isinstance(opening, dict) else {}


def _albums(frame: Frame) -> list[Json]:
    """The album whose first pieces the dialog took."""
    known = frame.state.get("album")
    return [frame.args.get("album"), *(known[:1] if isinstance(known, list) else ())]
