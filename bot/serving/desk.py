"""One update at the desk: what is meant, the step, what becomes of it. All inside one transaction.

    said → account → conversation → step ⇄ command → conversation saved, screen and pushes into the outbox

Who acts is `acting`'s, what an answer to a message means `replies`'. Deliberately absent: rules (the domain's), words (the dialogs'), the commit (the caller's).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from bot.drivers import telegram
from bot.drivers.telegram import parse_button_data
from bot.drivers.telegram.buttons import Token
from bot.serving import commands, wanted
from bot.serving.acting import Acting, place_of
from bot.serving.pushes import Pushes
from bot.serving.replies import Meant, Replies, TooLate
from bot.serving.turns import TapAnswer
from bot.serving.work import DeskWork
from dialogs.core import conversation as core
from dialogs.core.ask import WorkAsk
from dialogs.core.conversation import (
    Cancelled,
    Conversation,
    Done,
    Event,
    HomeWanted,
    Noted,
    Opened,
    Placement,
    Refused,
    Stepped,
    Tapped,
)
from dialogs.core.inputs import MembershipChanged, Ordered, Pressed, Said, Sender, Started, Typed, Uploaded, Why
from dialogs.core.page import Close, GoHome, Open, Run, Show, Swap, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.registry import DropDraft, KeepDraft, Registry
from dialogs.core.screen import HOME, Act, Json, Say, Screen, Wording, act_from_json, say, to_json, wording_to_json
from dialogs.home import command_menu
from dialogs.shared.words import type_of
from domain.administration import attempts
from domain.announcements import announcing
from domain.base.beforehand import Beforehand
from domain.base.errors import Refusal
from domain.base.policy import Policy
from domain.people.joining import hashed
from domain.people.records import Account
from storage.chat import cards, chats, conversations, outbox, submitted
from storage.chat.cards import Card
from storage.chat.chats import Chat
from storage.chat.conversations import KeptConversation
from storage.engine import Connection

_TOKEN = re.compile(r"[\w-]{1,64}", re.ASCII)
"""What a deep link may carry; whatever else stands behind /start was typed."""
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
        beforehand: Beforehand | None = None,
    ) -> None:
        self.conn = conn
        self.now = now
        self.policy = policy
        self.dialogs = dialogs
        self.guest_dialogs = guest_dialogs
        self.pushes = pushes
        self.key = key
        self.acting = Acting(conn, now, policy, beforehand)
        self.replies = Replies(self.acting, dialogs)

    def tell(self, chat_id: int, told: Say) -> None:
        """Above what the person has open: it is shown again, in the language that the chat has now."""
        if (chat := chats.lock(self.conn, chat_id)) is not None:
            self._talk(chat, self.acting.account(chat), Noted(told), anew=True)

    # --- what is meant --------------------------------------------------------------------------------------------

    def hear(self, sender: Sender, said: Said, known: Chat | None = None) -> TapAnswer | None:
        """Everything that a person can do; the answer is what a tap's toast says. `known`: the chat, if it was read."""
        chat = self.acting.meet(sender, known)
        if isinstance(said, MembershipChanged) and said.blocked:
            chats.blocked(self.conn, chat.chat_id, self.now)
            return None
        if chat.blocked_at is not None:
            self.acting.welcome_back(chat)
        match said:
            case MembershipChanged():
                return None
            case Started(payload=payload) if _TOKEN.fullmatch(payload):
                self._invited(chat, payload)
            case Started():
                self._talk(chat, self.acting.account(chat), HomeWanted())
            case Ordered(name=name):
                self._ordered(chat, name)
            case Pressed():
                return self._pressed(chat, said)
            case Typed():
                self._written(chat, said)
            case Uploaded(reply_to=int()) if isinstance(meant := self.replies.meant(chat, said), Meant):
                self._meant(chat, meant)
            case _:
                self._talk(chat, self.acting.account(chat), said)
        return None

    def _written(self, chat: Chat, said: Typed) -> None:
        """What was edited is no order any more: neither the way home nor an answer to a card."""
        if not said.edited and self._is_home(said.text):
            self._talk(chat, self.acting.account(chat), HomeWanted())
            return
        account = self.acting.account(chat)
        match self.replies.meant(chat, said):
            case Meant() as meant:
                self._meant(chat, meant)
            case TooLate(why=why):
                self._talk(chat, account, Noted(why))
            case None:
                elsewhere = self.replies.heard_by_another(chat, account, said) if said.edited else None
                self._talk(chat, account, said if elsewhere is None else Noted(elsewhere))

    def _meant(self, chat: Chat, meant: Meant) -> None:
        opened = meant.opened
        if meant.here:
            self._talk(chat, meant.account, Opened(opened.dialog, dict(opened.args)))
        else:
            what = Opened(opened.dialog, dict(opened.args), opened.said, opened.below, meant.adds)
            self._on_top(chat, meant.account, what)

    def _ordered(self, chat: Chat, name: str) -> None:
        """A command is one everywhere; one that we don't know changes nothing."""
        account = self.acting.account(chat)
        match name:
            case "home" | "menu":
                self._talk(chat, account, HomeWanted())
            case "cancel":
                self._talk(chat, account, Cancelled())
            case "help" if account is not None:
                self._talk(chat, account, Opened("help"))
            case "help":
                self._talk(chat, account, Opened("guest_help"))
            case "language" | "lang":
                self._talk(chat, account, Opened("language"))
            case _:
                self._entered(chat, account, name)

    def _entered(self, chat: Chat, account: Account | None, name: str) -> None:
        """An entry of the menu; what must be read stands in front of it as it does of home."""
        dialog = command_menu.opened(name, account) if account is not None else None
        if dialog is None:
            self._talk(chat, account, Noted(say("command-unknown", name=name)))
        elif announcing.gate(self.acting.work(chat, account)) is not None:
            self._talk(chat, account, HomeWanted())
        else:
            self._talk(chat, account, Opened(dialog))

    def refuses(self, chat: Chat | None, file: telegram.Carried, sent: tuple[int, int]) -> Why | None:
        """Why a file isn't even fetched (`wanted`)."""
        return wanted.refuses(self.acting, self.replies, (self.dialogs, self.guest_dialogs), chat, file, sent)

    def _is_home(self, text: str) -> bool:
        return text.strip().casefold() in {each.casefold() for each in self.dialogs.wordings(HOME.label)}

    def _invited(self, chat: Chat, token: str) -> None:
        args: dict[str, Json] = {"token_hash": hashed(token), "chat": chat.chat_id}
        self._talk(chat, self.acting.account(chat), Opened("invitation", args))

    # --- taps -----------------------------------------------------------------------------------------------------

    def _pressed(self, chat: Chat, pressed: Pressed) -> TapAnswer | None:
        parsed = parse_button_data(pressed.data)
        account = self.acting.account(chat)
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

    def _pressed_card(self, chat: Chat, token: Token, index: int) -> TapAnswer | None:
        card = cards.find(self.conn, token.owner)
        account = self.acting.holder(chat, card)
        if card is None or card.chat_id != chat.chat_id or (account is None and card.account_id is not None):
            return self._talk(chat, self.acting.account(chat), Tapped(-1, -1, -1))
        if token.revision != card.revision or not 0 <= index < len(card.acts):
            self.pushes.show_again(self.acting.work(chat, account), card)
            return self._answer(chat, say("core-stale"))
        act = act_from_json(card.acts[index])
        match act.verb:
            case "open":
                return self._open(chat, account, str(act.args.get("dialog", "")), act.args.get("args"))
            case "home" | "close":
                return self._talk(chat, self.acting.account(chat), HomeWanted())
            case _:
                return self._act_on_card(chat, account, card, act)

    def _act_on_card(self, chat: Chat, account: Account | None, card: Card, act: Act) -> TapAnswer | None:
        work = self.acting.work(chat, account)
        page, ask = self.dialogs.page(card.page), WorkAsk(work)
        try:
            turn: Turn = page.act(card.args, act, ask)
            if isinstance(turn, Run):
                self.acting.changed = True
                turn = page.after(card.args, commands.run(work, turn.command), ask)
                self.pushes.deliver(work)
        except Refusal as refusal:
            attempts.note(work, refusal)
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

    def _open(self, chat: Chat, account: Account | None, dialog: str, args: object) -> TapAnswer | None:
        return self._on_top(chat, account, Opened(dialog, args if isinstance(args, dict) else {}))

    def _on_top(self, chat: Chat, account: Account | None, what: Opened) -> TapAnswer | None:
        """A dialog opened from a card lies on top of whatever is open, and acts as the card's account; from what was told
        to a stranger, as whoever the chat is now."""
        account = account or self.acting.account(chat)
        if account is not None and account != self.acting.account(replace(chat, front_account=None)):
            chats.set_front_account(self.conn, chat.chat_id, account.id)
            self.acting.changed = True
        return self._talk(chat, account, what)

    # --- the conversation -----------------------------------------------------------------------------------------

    def _talk(
        self, chat: Chat, account: Account | None, what: core.What, under: int | None = None, *, anew: bool = False
    ) -> TapAnswer | None:
        """One event through the step; what the step asks for is done, what it shows goes out.

        `under` is the message that was tapped: a screen that stands elsewhere comes below (`anew`: in any case).
        """
        work = self.acting.work(chat, account)
        kept, talk = self.acting.conversation(work.owner)
        dialogs = self.dialogs if account is not None else self.guest_dialogs
        stepped, changes = self._step(work, talk, what, dialogs)
        for each in stepped.refused:
            attempts.note(work, each)
        fresh = self.acting.fresh(chat)
        moved = self._moved(chat, fresh, account)
        if moved is not None:
            return self._change_over(fresh, work, kept, stepped, moved)
        self._keep(work, kept, stepped, changes)
        back = self._given_way(fresh, account, stepped.conversation)
        if stepped.screen is not None:
            screen = stepped.screen if back is None else replace(stepped.screen, rows=())
            away = anew or (under is not None and kept is not None and kept.message_id not in (None, under))
            self._show(
                chat,
                work.owner,
                account,
                stepped.conversation,
                replace(screen, lines=(*self.acting.in_front(work, fresh), *screen.lines)),
                Placement.NEW if away else stepped.place,
                stepped.shrunk,
            )
        self.pushes.deliver(work)
        if back is not None:
            self._talk(back, self.acting.account(back), Tapped(-1, -1, -1), anew=True)
        return self._answer(chat, stepped.toast, stepped.alert)

    def _step(
        self, work: DeskWork, talk: Conversation, what: core.What, dialogs: Registry
    ) -> tuple[Stepped, list[KeepDraft | DropDraft]]:
        ask = WorkAsk(work)
        stepped = core.step(talk, Event(self.key, what, self.replies.became(work.owner, what)), ask, dialogs)
        changes = list(stepped.drafts)
        for round_ in range(COMMANDS_A_STEP):
            if stepped.command is None:
                return stepped, changes
            self.acting.changed = True
            try:
                outcome: core.What = Done(commands.run(work, stepped.command))
            except Refusal as refusal:
                attempts.note(work, refusal)
                outcome = Refused(refusal)
            shrunk = stepped.shrunk
            stepped = core.step(stepped.conversation, Event(f"{self.key}.{round_}", outcome), ask, dialogs)
            changes += stepped.drafts
            if stepped.shrunk is None:
                stepped = replace(stepped, shrunk=shrunk)
        raise RuntimeError(f"a step asked for more than {COMMANDS_A_STEP} commands")

    def _keep(
        self, work: DeskWork, kept: KeptConversation | None, stepped: Stepped, changes: list[KeepDraft | DropDraft]
    ) -> None:
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
        place: Placement,
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
            "told": [wording_to_json(each) for each in talk.told],
        }
        outbox.show(
            self.conn, chat.chat_id, owner, body, self.now, account_id=account.id if account is not None else None
        )

    # --- changing accounts ----------------------------------------------------------------------------------------

    def _moved(self, chat: Chat, fresh: Chat, account: Account | None) -> Account | None:
        """The account that acts from now on, where the step changed that (joining, 切换账户)."""
        comes = account is None and self.acting.changed  # perhaps back, as whom he was before
        if fresh.current_account == chat.current_account and not comes:
            return None
        now_acting = self.acting.account(fresh)
        return now_acting if now_acting is not None and now_acting != account else None

    def _change_over(
        self, chat: Chat, work: DeskWork, kept: KeptConversation | None, stepped: Stepped, to: Account
    ) -> TapAnswer | None:
        """The old conversation rests where it is; the new account's home comes below."""
        self._keep(work, kept, stepped, list(stepped.drafts))
        rest = Screen((say("now-acting", name=to.name, place=place_of(work, to), type=type_of(to)),))
        self._show(chat, work.owner, work.account, stepped.conversation, rest, Placement.EDIT, None)
        self.pushes.deliver(work)
        fresh = chats.find(self.conn, chat.chat_id) or chat
        self._talk(fresh, to, HomeWanted())
        return self._answer(fresh, stepped.toast, stepped.alert)

    def _given_way(self, chat: Chat, account: Account | None, talk: Conversation) -> Chat | None:
        """Whether a dialog that a card brought on top, as another account, is done: then the current account's screen
        comes back, below what was told last."""
        if account is None or chat.front_account != account.id:
            return None
        if len(talk.stack) > 1 and not (talk.over and self.acting.waits(chat.current_account)):
            return None
        chats.set_front_account(self.conn, chat.chat_id, None)
        self.acting.changed = True
        return self.acting.fresh(chat)

    def _answer(self, chat: Chat, toast: Say | None, alert: bool = False) -> TapAnswer | None:
        if toast is None:
            return None
        # this very step may have chosen another language
        return TapAnswer(toast, alert, self.acting.fresh(chat).language or self.policy.language)


def _told(shrunk: Wording | None) -> Json:
    return None if shrunk is None else wording_to_json(shrunk)
