"""One update at the desk: who acts, what is meant, the step, what becomes of it. All inside one transaction.

    said → account → conversation → step ⇄ command → conversation saved, screen and pushes into the outbox

Deliberately absent: rules (the domain's), words (the dialogs'), the commit (the caller's).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.drivers import telegram
from bot.drivers.telegram import parse_button_data
from bot.drivers.telegram.buttons import Token
from bot.serving import commands
from bot.serving.pushes import Asker, Pushes
from bot.serving.turns import Answer
from bot.serving.work import DeskWork, work_for
from dialogs.core import conversation as core
from dialogs.core.became import Became
from dialogs.core.conversation import (
    Cancelled,
    Conversation,
    Done,
    Event,
    Home,
    Noted,
    Opened,
    Place,
    Refused,
    Stepped,
    Tapped,
)
from dialogs.core.page import Close, GoHome, Open, Page, Run, Show, Swap, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.registry import DropDraft, KeepDraft, Registry
from dialogs.core.said import Left, Ordered, Pressed, Said, Sender, Sent, Started, Typed, Why
from dialogs.core.screen import Json, Say, Screen, Wording, act_from_json, say, to_json, wording_to_json
from dialogs.shared.words import type_of
from domain.base.errors import Refusal
from domain.base.policy import Policy
from domain.base.rights import brings_lists
from domain.people.joining import hashed
from domain.people.records import Account
from storage.chat import cards, chats, conversations, outbox, submitted
from storage.chat.cards import Card
from storage.chat.chats import Chat
from storage.chat.conversations import Kept
from storage.engine import Connection
from storage.engine.metadata import JsonDict

_TOKEN = re.compile(r"[\w-]{1,64}", re.ASCII)
"""What a deep link may carry; whatever else stands behind /start was typed."""
SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv")
COMMANDS_A_STEP = 5
"""A command's outcome may ask for another one; more than a few would be a loop."""


class Desk:
    """Serves one update of one person, who is locked already."""

    def __init__(
        self,
        conn: Connection,
        now: datetime,
        policy: Policy,
        dialogs: Registry,
        guest_dialogs: Registry,
        pushes: Pushes,
        key: str,
    ) -> None:
        self.conn = conn
        self.now = now
        self.policy = policy
        self.dialogs = dialogs
        self.guest_dialogs = guest_dialogs
        self.pushes = pushes
        self.key = key
        self.changed = False
        """Whether a command ran or a card brought its account on top: until then the chat is as it was read."""

    # --- what is meant --------------------------------------------------------------------------------------------

    def hear(self, sender: Sender, said: Said, known: Chat | None = None) -> Answer | None:
        """Everything that a person can do; the answer is what a tap's toast says. `known`: the chat, if it was read."""
        chat = self._meet(sender, known)
        if isinstance(said, Left) and said.blocked:
            chats.blocked(self.conn, chat.chat_id, self.now)
            return None
        if chat.blocked_at is not None:
            self._returned(chat)
        match said:
            case Left():
                return None
            case Started(payload=payload) if _TOKEN.fullmatch(payload):
                self._invited(chat, payload)
            case Started():
                self._talk(chat, self._acting(chat), Home())
            case Ordered(name=name):
                self._ordered(chat, name)
            case Pressed():
                return self._pressed(chat, said)
            case Typed():
                self._written(chat, said)
            case _:
                self._talk(chat, self._acting(chat), said)
        return None

    def _written(self, chat: Chat, said: Typed) -> None:
        """What was edited is no order any more: neither the way home nor an answer to a card."""
        if not said.edited and self._is_home(said.text):
            self._talk(chat, self._acting(chat), Home())
        elif not self._answers(chat, said) and not self._goes_back(chat, said):
            account = self._acting(chat)
            elsewhere = self._heard_by_another(chat, account, said) if said.edited else None
            self._talk(chat, account, said if elsewhere is None else Noted(elsewhere))

    def _heard_by_another(self, chat: Chat, acting: Account | None, said: Typed) -> Say | None:
        """A message that another account of this person heard: only as that one it can be changed."""
        if acting is None or self._heard_before(acting, said):
            return None
        work = self._work(chat, acting)
        for account in work.people.accounts_of_chat(chat.chat_id):
            if account != acting and self._heard_before(account, said):
                return say(
                    "edited-as-another", name=account.name, place=_place_of(work, account), type=type_of(account)
                )
        return None

    def _heard_before(self, account: Account, said: Typed) -> bool:
        owner = f"account:{account.id}"
        return core.heard_before(self._conversation(owner)[1], said) or bool(self._became(owner, said))

    def _became(self, owner: str, what: core.What) -> tuple[Became, ...]:
        """What came of a message that is edited now."""
        if not isinstance(what, Typed) or not what.edited or what.stamp is None:
            return ()
        return tuple(map(Became.from_json, submitted.of(self.conn, owner, what.stamp)))

    def _ordered(self, chat: Chat, name: str) -> None:
        """A command is one everywhere; one that we don't know changes nothing."""
        account = self._acting(chat)
        match name:
            case "home" | "menu":
                self._talk(chat, account, Home())
            case "cancel":
                self._talk(chat, account, Cancelled())
            case "help" if account is not None:
                self._talk(chat, account, Opened("help"))
            case "help":
                self._talk(chat, account, Opened("guest_help"))
            case "language" | "lang":
                self._talk(chat, account, Opened("language"))
            case _:
                self._talk(chat, account, Noted(say("command-unknown", name=name)))

    def refuses(self, chat: Chat | None, file: telegram.Carried, sent: tuple[int, int]) -> Why | None:
        """Why a file isn't even fetched: the screen has no use for one, or its sender has sent enough (`sent`: files and
        bytes) today."""
        account = self._acting(chat) if chat is not None else None
        if chat is None:
            return "unasked"
        _, talk = self._conversation(f"account:{account.id}" if account is not None else f"chat:{chat.chat_id}")
        dialogs = self.dialogs if account is not None else self.guest_dialogs
        sheet, lists = file.name.lower().endswith(SPREADSHEETS), account is not None and brings_lists(account)
        if not core.wants_file(talk, dialogs, spreadsheet=sheet, lists=lists):
            return "unasked"
        files, size = sent
        rules = self.policy.people
        over = files >= rules.files_a_day or size + (file.size or 0) > rules.file_megabytes_a_day * 1_000_000
        return "quota" if over else None

    def _answers(self, chat: Chat, said: Typed) -> bool:
        """A reply to a pushed message is as its button that opens a form to write in, and then the words. Where it offers
        several of a kind (a digest), the form says which is meant."""
        if said.edited or said.reply_to is None:
            return False
        card = cards.of_message(self.conn, chat.chat_id, said.reply_to)
        account = self._holder(chat, card)
        if card is None or account is None:
            return False
        forms = [each["args"] for each in card.acts if each["verb"] == "open" and self._hears_replies(each["args"])]
        opened = self._replied(chat, account, forms, said) if forms else None
        if opened is None:
            return False
        self._open(chat, account, opened.dialog, opened.args, opened.said, opened.below)
        return True

    def _replied(self, chat: Chat, account: Account, forms: Sequence[JsonDict], said: Typed) -> Open | None:
        names = {str(each["dialog"]) for each in forms}
        openings = [dict(each.get("args") or {}) for each in forms]
        dialog = self.dialogs.get(next(iter(names))) if len(names) == 1 else None
        if dialog is not None and not isinstance(dialog, Page):
            opened = dialog.replied(openings, said, Asker(self._work(chat, account)))
            if opened is not None:
                return opened
        return Open(str(forms[0]["dialog"]), openings[0], said) if len(names) == len(forms) else None

    def _goes_back(self, chat: Chat, said: Typed) -> bool:
        """A reply to what a page showed earlier, or a message that is read anew, goes there, whatever is open now."""
        if not said.edited and said.reply_to is None:
            return False
        acting = self._acting(chat)
        for account in self._accounts(chat, acting):
            opened = self.dialogs.answered(said, Asker(self._work(chat, account)))
            if opened is not None:
                self._open(chat, account, opened.dialog, opened.args, opened.said)
                return True
        return not said.edited and self._answers_another(chat, acting, said)

    def _accounts(self, chat: Chat, acting: Account | None) -> list[Account]:
        """Who acts, and then the person's other ones: what was answered may be theirs."""
        mine = work_for(self.conn, self.policy, self.now).people.accounts_of_chat(chat.chat_id) if acting else ()
        return sorted(mine, key=lambda each: each != acting)

    def _answers_another(self, chat: Chat, acting: Account | None, said: Typed) -> bool:
        """A reply to what was sent to another account of the person, and takes no words: it says nothing to this one."""
        card = cards.of_message(self.conn, chat.chat_id, said.reply_to) if said.reply_to is not None else None
        holder = self._holder(chat, card)
        if holder is None or acting is None or holder == acting:
            return False
        self._talk(chat, acting, Opened("accounts", {"to": holder.id, "why": "reply"}))
        return True

    def _hears_replies(self, args: JsonDict) -> bool:
        dialog = self.dialogs.get(str(args.get("dialog")))
        return dialog is not None and not isinstance(dialog, Page) and dialog.hears_replies

    def _meet(self, sender: Sender, known: Chat | None) -> Chat:
        known = known or chats.find(self.conn, sender.chat)
        if known is not None and known.name == sender.name and known.username == sender.username:
            return known
        chat = chats.meet(self.conn, sender.chat, sender.name, sender.username, self.now)
        if chat.language is None and sender.language and not sender.language.startswith("zh"):
            chats.set_language(self.conn, sender.chat, "en")
        return chats.find(self.conn, sender.chat) or chat

    def _returned(self, chat: Chat) -> None:
        """They can be reached again, by what couldn't reach them too."""
        chats.unblocked(self.conn, chat.chat_id)
        outbox.revive(self.conn, chat.chat_id)

    def _acting(self, chat: Chat) -> Account | None:
        """The account in front: one that a card brought on top, else the current one; None for a guest."""
        mine = {
            int(account.id): account
            for account in work_for(self.conn, self.policy, self.now).people.accounts_of_chat(chat.chat_id)
        }
        for wanted in (chat.front_account, chat.current_account):
            if wanted in mine:
                return mine[wanted]
        return next(iter(mine.values()), None)

    def _is_home(self, text: str) -> bool:
        return text.strip() in self.dialogs.wordings(say("home-key"))

    def _invited(self, chat: Chat, token: str) -> None:
        args: dict[str, Json] = {"token_hash": hashed(token), "chat": chat.chat_id}
        self._talk(chat, self._acting(chat), Opened("invitation", args))

    # --- taps -----------------------------------------------------------------------------------------------------

    def _pressed(self, chat: Chat, pressed: Pressed) -> Answer | None:
        parsed = parse_button_data(pressed.data)
        account = self._acting(chat)
        if parsed is not None:
            token, index = parsed
            if token.scope == "k":
                return self._pressed_card(chat, token, index)
            if token.owner == (account.id if account is not None else chat.chat_id) and token.scope == (
                "c" if account is None else "a"
            ):
                tapped = Tapped(token.session, token.revision, index)
                return self._talk(chat, account, tapped, under=pressed.message)
        return self._talk(chat, account, Tapped(-1, -1, -1), under=pressed.message)

    def _pressed_card(self, chat: Chat, token: Token, index: int) -> Answer | None:
        card = cards.find(self.conn, token.owner)
        account = self._holder(chat, card)
        if card is None or card.chat_id != chat.chat_id or (account is None and card.account_id is not None):
            return self._talk(chat, self._acting(chat), Tapped(-1, -1, -1))
        if token.revision != card.revision or not 0 <= index < len(card.acts):
            self.pushes.show_again(self._work(chat, account), card)
            return self._answer(chat, say("core-stale"))
        act = act_from_json(card.acts[index])
        match act.verb:
            case "open":
                return self._open(chat, account, str(act.args.get("dialog", "")), act.args.get("args"))
            case "home" | "close":
                return self._talk(chat, self._acting(chat), Home())
            case _:
                return self._act_on_card(chat, account, card, act)

    def _holder(self, chat: Chat, card: Card | None) -> Account | None:
        if card is None or card.account_id is None:
            return None
        account = work_for(self.conn, self.policy, self.now).people.account(card.account_id)
        return account if account.active and account.chat_id == chat.chat_id else None

    def _act_on_card(self, chat: Chat, account: Account | None, card: Card, act: Any) -> Answer | None:
        work = self._work(chat, account)
        page, ask = self.dialogs.page(card.page), Asker(work)
        try:
            turn: Turn = page.act(card.args, act, ask)
            if isinstance(turn, Run):
                self.changed = True
                turn = page.after(card.args, commands.run(work, turn.command), ask)
                self.pushes.deliver(work)
        except Refusal as refusal:
            self.pushes.deliver(work)
            self.pushes.show_again(work, card)
            return self._answer(chat, say_refusal(refusal))
        match turn:
            case Open(dialog=dialog, args=args) | Swap(dialog=dialog, args=args):
                return self._open(chat, account, dialog, dict(args))
            case GoHome(toast=toast) | Close(toast=toast):
                return self._answer(chat, toast)
            case Show(args=args, toast=toast):
                if args is not None:
                    self.pushes.turn(work, card, dict(args))
                return self._answer(chat, toast)
            case Run():
                raise TypeError(f"{card.page}: the outcome of a command must not be another command")

    def _open(
        self,
        chat: Chat,
        account: Account | None,
        dialog: str,
        args: Any,
        said: Typed | Sent | None = None,
        below: tuple[Open, ...] = (),
    ) -> Answer | None:
        """A dialog opened from a card lies on top of whatever is open, and acts as the card's account; from what was told
        to a stranger, as whoever the chat is now."""
        account = account or self._acting(chat)
        if account is not None and account != self._acting(replace(chat, front_account=None)):
            chats.set_front_account(self.conn, chat.chat_id, account.id)
            self.changed = True
        return self._talk(chat, account, Opened(dialog, args if isinstance(args, dict) else {}, said, below))

    # --- the conversation -----------------------------------------------------------------------------------------

    def _talk(
        self, chat: Chat, account: Account | None, what: core.What, under: int | None = None, *, anew: bool = False
    ) -> Answer | None:
        """One event through the step; what the step asks for is done, what it shows goes out.

        `under` is the message that was tapped: a screen that stands elsewhere comes below (`anew`: in any case).
        """
        work = self._work(chat, account)
        kept, talk = self._conversation(work.owner)
        dialogs = self.dialogs if account is not None else self.guest_dialogs
        stepped, changes = self._step(work, talk, what, dialogs)
        moved = self._moved(chat, account)
        if moved is not None:
            return self._change_over(chat, work, kept, stepped, moved)
        self._keep(work, kept, stepped, changes)
        back = self._given_way(chat, account, stepped.conversation)
        if stepped.screen is not None:
            away = anew or (under is not None and kept is not None and kept.message_id not in (None, under))
            self._show(
                chat,
                work.owner,
                account,
                stepped.conversation,
                stepped.screen if back is None else replace(stepped.screen, rows=()),
                Place.NEW if away else stepped.place,
                stepped.shrunk,
            )
        self.pushes.deliver(work)
        if back is not None:
            self._talk(back, self._acting(back), Tapped(-1, -1, -1), anew=True)
        return self._answer(chat, stepped.toast, stepped.alert)

    def _step(
        self, work: DeskWork, talk: Conversation, what: core.What, dialogs: Registry
    ) -> tuple[Stepped, list[KeepDraft | DropDraft]]:
        ask = Asker(work)
        stepped = core.step(talk, Event(self.key, what, self._became(work.owner, what)), ask, dialogs)
        changes = list(stepped.drafts)
        for round_ in range(COMMANDS_A_STEP):
            if stepped.command is None:
                return stepped, changes
            self.changed = True
            try:
                outcome: core.What = Done(commands.run(work, stepped.command))
            except Refusal as refusal:
                outcome = Refused(refusal)
            shrunk = stepped.shrunk
            stepped = core.step(stepped.conversation, Event(f"{self.key}.{round_}", outcome), ask, dialogs)
            changes += stepped.drafts
            if stepped.shrunk is None:
                stepped = replace(stepped, shrunk=shrunk)
        raise RuntimeError(f"a step asked for more than {COMMANDS_A_STEP} commands")

    def _conversation(self, owner: str) -> tuple[Kept | None, Conversation]:
        kept = conversations.load(self.conn, owner)
        return kept, (Conversation.from_json(kept.state) if kept is not None else Conversation())

    def _keep(self, work: DeskWork, kept: Kept | None, stepped: Stepped, changes: list[KeepDraft | DropDraft]) -> None:
        before = kept.revision if kept is not None else None
        conversations.save(
            self.conn,
            work.owner,
            work.chat_id,
            stepped.conversation.to_json(),
            before=before,
            revision=(before or 0) + 1,
            touched_at=self.now if work.account is not None and stepped.conversation.unfinished else None,
        )
        submitted.add(self.conn, work.owner, [(each.stamp, each.to_json()) for each in stepped.submitted])
        work.keep_drafts(changes, self.now)

    def _show(
        self,
        chat: Chat,
        owner: str,
        account: Account | None,
        talk: Conversation,
        screen: Screen,
        place: Place,
        shrunk: Wording | tuple[Wording, ...] | None,
    ) -> None:
        token = Token(
            "c" if account is None else "a",
            chat.chat_id if account is None else account.id,
            talk.session,
            talk.revision,
        )
        body = {
            "screen": to_json(screen),
            "token": str(token),
            "place": place.value,
            "shrunk": [wording_to_json(each) for each in shrunk] if isinstance(shrunk, tuple) else _told(shrunk),
        }
        outbox.show(
            self.conn, chat.chat_id, owner, body, self.now, account_id=account.id if account is not None else None
        )

    # --- changing accounts ----------------------------------------------------------------------------------------

    def _moved(self, chat: Chat, account: Account | None) -> Account | None:
        """The account that acts from now on, where the step changed that (joining, 切换账户)."""
        fresh = self._fresh(chat)
        comes = account is None and self.changed  # perhaps back, as whom he was before
        if fresh.current_account == chat.current_account and not comes:
            return None
        now_acting = self._acting(fresh)
        return now_acting if now_acting is not None and now_acting != account else None

    def _change_over(
        self, chat: Chat, work: DeskWork, kept: Kept | None, stepped: Stepped, to: Account
    ) -> Answer | None:
        """The old conversation rests where it is; the new account's home comes below."""
        self._keep(work, kept, stepped, list(stepped.drafts))
        rest = Screen((say("now-acting", name=to.name, place=_place_of(work, to), type=type_of(to)),))
        self._show(chat, work.owner, work.account, stepped.conversation, rest, Place.EDIT, None)
        self.pushes.deliver(work)
        fresh = chats.find(self.conn, chat.chat_id) or chat
        self._talk(fresh, to, Home())
        return self._answer(fresh, stepped.toast, stepped.alert)

    def _given_way(self, chat: Chat, account: Account | None, talk: Conversation) -> Chat | None:
        """Whether a dialog that a card brought on top, as another account, is done: then the current account's screen
        comes back, below what was told last."""
        fresh = self._fresh(chat)
        if account is None or fresh.front_account != account.id:
            return None
        if len(talk.stack) > 1 and not (talk.over and self._waits(fresh.current_account)):
            return None
        chats.set_front_account(self.conn, chat.chat_id, None)
        self.changed = True
        return self._fresh(chat)

    def _fresh(self, chat: Chat) -> Chat:
        return (chats.find(self.conn, chat.chat_id) or chat) if self.changed else chat

    def _waits(self, account_id: int | None) -> bool:
        """Whether the account has something open, not just its home."""
        kept = conversations.load(self.conn, f"account:{account_id}")
        return kept is not None and len(Conversation.from_json(kept.state).stack) > 1

    def _work(self, chat: Chat, account: Account | None) -> DeskWork:
        owner = f"account:{account.id}" if account is not None else f"chat:{chat.chat_id}"
        return work_for(self.conn, self.policy, self.now, account=account, owner=owner, chat_id=chat.chat_id)

    def _answer(self, chat: Chat, toast: Say | None, alert: bool = False) -> Answer | None:
        if toast is None:
            return None
        # this very step may have chosen another language
        return Answer(toast, alert, self._fresh(chat).language or self.policy.language)


def _told(shrunk: Wording | None) -> Json:
    return None if shrunk is None else wording_to_json(shrunk)


def _place_of(work: DeskWork, account: Account) -> str:
    """Where an account is at home: its agency, or its unit of the vendor's."""
    if account.agency_id is not None:
        return work.people.agency(account.agency_id).called
    return work.people.unit(account.unit_id).name if account.unit_id is not None else work.policy.vendor
