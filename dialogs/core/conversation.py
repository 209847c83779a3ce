"""The step: (conversation, event, ask) → (conversation, screen, command?).

A conversation is a stack of dialogs, the topmost of which is on the screen; home lies at the bottom. A plain function
takes it from event to event. What the app must do besides is in `Stepped`: save the conversation, send the screen, run
the command (in the same transaction) and feed its outcome back as `Done` or `Refused` under a key of its own.

A button is known by session, revision and index. A tap that doesn't fit the screen that stands now changes nothing,
says so and shows that screen; an event whose key was seen before does nothing at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from dialogs.core.ask import Ask
from dialogs.core.blank import asks_for_files
from dialogs.core.edited_message import Became
from dialogs.core.filling import half_filled, stamps, told_apart
from dialogs.core.form import Form
from dialogs.core.frames import Frame
from dialogs.core.inputs import Odd, Shared, Typed, Uploaded
from dialogs.core.page import Args, Heard, Open, Page
from dialogs.core.registry import Draft, DropDraft, KeepDraft, Registry
from dialogs.core.running import CONTEXT, Running
from dialogs.core.screen import (
    Act,
    Json,
    Say,
    Screen,
    Wording,
    act_from_json,
    act_to_json,
    say,
    wording_from_json,
    wording_to_json,
)
from dialogs.core.stack import DialogStack
from domain.base.errors import Refusal

SEEN = 16
"""How many event keys are remembered: a repeated delivery comes soon."""


class Placement(StrEnum):
    """Where a screen goes: in place of the one that was tapped, or below a message that was written."""

    EDIT = "edit"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button, as its data says; whether that is true of the present screen is for the step to find out."""

    session: int
    revision: int
    index: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A dialog is opened from outside of the screen: by a command, a deep link, a pushed card. It lies on top."""

    dialog: str
    args: Args = field(default_factory=dict)
    said: Typed | Uploaded | None = None
    """What was written to it in the same breath, such as the answer to a reminder."""
    below: tuple[Open, ...] = ()
    adds: bool = False
    """What was written is more of what is being written to it already, where it is."""


@dataclass(frozen=True, slots=True)
class HomeWanted:
    """The person wants to go home: half-filled forms are kept as drafts."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The person wants to leave what is open: a form asks whether that is meant, a page gives way to home."""


@dataclass(frozen=True, slots=True)
class Noted:
    """Something is to be told above the screen that stands; nothing else happens."""

    why: Say


@dataclass(frozen=True, slots=True)
class Done:
    """The command that the last step asked for succeeded."""

    result: object = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The domain refused the command that the last step asked for."""

    refusal: Exception


What: TypeAlias = Heard | Tapped | Opened | HomeWanted | Cancelled | Noted | Done | Refused


@dataclass(frozen=True, slots=True)
class Event:
    """`key` tells one event from another, however often it is delivered."""

    key: str
    what: What
    became: tuple[Became, ...] = ()
    """Of an edited message: what came of it, where its answers were submitted before."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that is remembered of a person's talk with one account's bot."""

    stack: tuple[Frame, ...] = ()
    revision: int = 0
    counter: int = 0
    """The last session number; none is used twice."""
    acts: tuple[Act, ...] = ()
    """What the buttons of the present screen do."""
    seen: tuple[str, ...] = ()
    awaiting: Placement | None = None
    """A command runs; this is where the screen will go."""
    stays: bool = False
    """No other screen can take the place of the present one: it has a file or picture, or tells what was handed in. The next
    one goes below, and what the old one would have become is told above that."""
    told: tuple[Wording, ...] = ()
    """What was told above the present screen. It is told once, but a tap too many doesn't take it away."""

    @property
    def session(self) -> int:
        """The session of the dialog on the screen: what its buttons carry."""
        return self.stack[-1].session if self.stack else 0

    @property
    def over(self) -> bool:
        """Whether the screen is the last one of a form."""
        return bool(self.stack) and "ended" in self.stack[-1].state

    @property
    def handed_in(self) -> bool:
        """Whether that tells what was handed in: it stays where it is."""
        return self.over and self.stack[-1].state.get("handed_in") is True

    @property
    def unfinished(self) -> bool:
        """Whether a half-filled form is open."""
        return any(half_filled(frame.state) for frame in self.stack)

    def to_json(self) -> dict[str, Json]:
        return {
            "stack": [frame.to_json() for frame in self.stack],
            "revision": self.revision,
            "counter": self.counter,
            "acts": [act_to_json(each) for each in self.acts],
            "seen": list(self.seen),
            "awaiting": self.awaiting,
            "stays": self.stays,
            "told": [wording_to_json(each) for each in self.told],
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Json]) -> Conversation:
        match value:
            case {
                "stack": list(stack),
                "revision": int(revision),
                "counter": int(counter),
                "acts": list(acts),
                "seen": list(seen),
                **rest,
            }:
                awaiting, told = rest.get("awaiting"), rest.get("told")
                return cls(
                    tuple(Frame.from_json(frame) for frame in stack),
                    revision,
                    counter,
                    tuple(act_from_json(each) for each in acts),
                    tuple(str(key) for key in seen),
                    Placement(awaiting) if isinstance(awaiting, str) else None,
                    rest.get("stays", rest.get("pictured"))
                    is True,  # as it was called once: screens stand over an upgrade
                    tuple(wording_from_json(each) for each in told) if isinstance(told, list) else (),
                )
            case _:
                raise ValueError("not a conversation")


@dataclass(frozen=True, slots=True)
class Stepped:
    """What a step came to. `screen` None: nothing to show (a repeated event, or a command whose outcome is awaited).

    `shrunk` is what the old screen becomes where the new one goes below it; `toast` answers a tap.
    """

    conversation: Conversation
    screen: Screen | None = None
    place: Placement = Placement.EDIT
    shrunk: Wording | tuple[Wording, ...] | None = None
    toast: Say | None = None
    alert: bool = False
    command: object | None = None
    drafts: tuple[KeepDraft | DropDraft, ...] = ()
    submitted: tuple[Became, ...] = ()
    """Messages whose answers were submitted just now: editing them changes nothing any more."""
    refused: tuple[Refusal, ...] = ()
    """What the domain refused beside a command."""


def step(conversation: Conversation, event: Event, ask: Ask, dialogs: Registry) -> Stepped:
    if event.key in conversation.seen:
        return Stepped(conversation)
    seen = (*conversation.seen, event.key)[-SEEN:]
    outcome = isinstance(event.what, Done | Refused)
    if outcome and conversation.awaiting is None:
        return Stepped(replace(conversation, seen=seen))
    place = conversation.awaiting if outcome and conversation.awaiting else _place(event.what)
    stack = DialogStack(list(conversation.stack), conversation.counter, ask, dialogs)
    try:
        _play(stack, conversation, event)
    except Refusal as refusal:
        stack.refuse(refusal)
    if stack.in_place:
        place = Placement.EDIT
    shown_anew = conversation.handed_in and stack.frames[-1:] == list(conversation.stack[-1:])
    stays = conversation.stays and not shown_anew
    if stays:
        place = Placement.NEW
    if stack.command is not None:
        left = replace(conversation, stack=tuple(stack.frames), counter=stack.counter, seen=seen, awaiting=place)
        return Stepped(
            left,
            None,
            place,
            None if stays else stack.shrunk,
            command=stack.command,
            drafts=tuple(stack.drafts),
            refused=tuple(stack.refusals),
        )
    if stack.quiet:
        return Stepped(replace(conversation, seen=seen), refused=tuple(stack.refusals))
    if stays:
        _tell_above(stack)
    elif stack.outcome:
        place = Placement.NEW
    screen = stack.screen()
    acts = screen.acts()
    frames = tuple(stack.frames)
    same = acts == conversation.acts and _shown(frames) == _shown(conversation.stack)
    told = (*stack.notice, *(stack.said_above if stack.shown is not None else ()))
    after = Conversation(frames, conversation.revision + (not same), stack.counter, acts, seen, None, told=told)
    after = replace(after, stays=screen.attached is not None or after.handed_in)
    shrunk = (stack.outcome or stack.shrunk) if place is Placement.NEW and not stays else None
    drafts, submitted, refused = tuple(stack.drafts), tuple(stack.submitted), tuple(stack.refusals)
    return Stepped(after, screen, place, shrunk, stack.toast, stack.alert, None, drafts, submitted, refused)


def _tell_above(stack: DialogStack) -> None:
    """What the old screen would have become stands at the head of the new one."""
    if stack.outcome:
        stack.notice.extend((*stack.outcome, ""))
    elif stack.shrunk is not None:
        stack.notice.insert(0, stack.shrunk)


def _shown(stack: tuple[Frame, ...]) -> list[Frame]:
    return [replace(frame, state=told_apart(frame.state)) for frame in stack]


def heard_before(conversation: Conversation, said: Typed) -> bool:
    """Whether a form that is open knows what the message gave."""
    return said.stamp in [stamp for frame in conversation.stack for stamp in stamps(frame.state)]


def wants_file(conversation: Conversation, dialogs: Registry, *, spreadsheet: bool, lists: bool) -> bool:
    """Whether the dialog on the screen has a use for a file: a form with a question for one, or that reads files of its
    own accord; a spreadsheet may be a form that was filled in elsewhere, and at a page a list, where its sender brings
    `lists`. A page that only tells something hears nothing itself."""
    heard = [dialogs.get(frame.dialog) for frame in conversation.stack[-2:]]
    dialog = heard.pop() if heard else None
    if isinstance(dialog, Page) and dialog.aside and heard and heard[0] is not None:
        dialog = heard[0]
    if dialog is None or conversation.over:
        return False
    if isinstance(dialog, Page):
        return dialog.hears_files or (spreadsheet and lists)
    reads = dialog.understand_file is not Form.understand_file
    return spreadsheet or reads or asks_for_files(dialog.declared)


def left_open(conversation: Conversation, ask: Ask, dialogs: Registry) -> tuple[KeepDraft | DropDraft, ...]:
    """What would be kept as drafts if the person went home now. The conversation stays as it is."""
    stack = DialogStack(list(conversation.stack), conversation.counter, ask, dialogs)
    stack.home()
    return tuple(stack.drafts)


def has_a_point(draft: Draft, ask: Ask, dialogs: Registry) -> bool:
    """Whether a half-filled form can be gone on with: its record may be lost, or decided, since."""
    form, context = dialogs.get(draft.form), draft.state.get(CONTEXT)
    if form is None or isinstance(form, Page):
        return False
    args = {**(context if isinstance(context, dict) else {}), "draft": draft.id}
    return Running(form, args, ask, dialogs, draft.id).has_a_point(draft.state)


def _place(what: What) -> Placement:
    return Placement.EDIT if isinstance(what, Tapped) else Placement.NEW


def _play(stack: DialogStack, conversation: Conversation, event: Event) -> None:
    match what := event.what:
        case Tapped():
            if _fits(what, conversation):
                stack.act(conversation.acts[what.index])
            else:
                stack.stale(conversation.told)
        case Opened(dialog=dialog, args=args, said=said, below=below, adds=adds):
            stack.pause()
            stack.lay(below)
            stack.open(dialog, args, told=said is not None, adds=adds)
            if said is not None and stack.top.dialog == dialog:
                stack.heard(said)
            if stack.put_by is not None and stack.shrunk not in (None, stack.put_by):
                stack.notice.insert(0, stack.shrunk)
                stack.shrunk = stack.put_by
        case HomeWanted() | Cancelled() | Noted():
            _command(stack, what)
        case Done(result=result):
            stack.done(result)
        case Refused(refusal=refusal):
            stack.refused(refusal)
        case Typed() | Uploaded() | Shared() | Odd():
            _hear(stack, what, event.became)


def _hear(stack: DialogStack, said: Heard, became: tuple[Became, ...]) -> None:
    match said:
        case Typed(edited=True):
            stack.edited(said, became)
        case Odd(kind="edited_file"):
            stack.notice.append(say("core-edited-file"))
        case Odd(kind="edited_command"):
            stack.notice.append(say("core-edited-command"))
        case Typed() if stack.continued(said):
            pass
        case _:
            stack.heard(said)


def _command(stack: DialogStack, what: HomeWanted | Cancelled | Noted) -> None:
    match what:
        case HomeWanted():
            stack.pause(leaves=True)
            stack.home()
        case Cancelled():
            stack.cancel()
        case Noted(why=why):
            stack.notice.append(why)


def _fits(tap: Tapped, conversation: Conversation) -> bool:
    return (
        tap.session == conversation.session
        and tap.revision == conversation.revision
        and 0 <= tap.index < len(conversation.acts)
        and conversation.awaiting is None
    )
