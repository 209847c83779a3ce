"""Dialogs that lie on each other, while one step works on them: what is on top, what waits, what is kept as a draft when it leaves.
What a person does to them is `stage`'s."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dialogs.core.ask import Ask
from dialogs.core.edited_message import Became
from dialogs.core.filling import behind_what_was_said
from dialogs.core.form import Form
from dialogs.core.page import EMPTY, Args, Page
from dialogs.core.registry import Dialog, DropDraft, KeepDraft, Registry
from dialogs.core.running import Running
from dialogs.core.screen import Json, Say, Screen, Wording, say
from domain.base.errors import Refusal

WAITING = "waiting"
"""Among home's args: the pages with which something lies, as `Open` takes them."""
DEPTH = 10
"""How many dialogs may lie on each other; then the lowest gives way."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A dialog on the stack. `state` is a form's own; a page has none."""

    session: int
    dialog: str
    args: Args = field(default_factory=dict)
    state: Mapping[str, Json] = field(default_factory=dict)

    def to_json(self) -> Json:
        return [self.session, self.dialog, dict(self.args), dict(self.state)]

    @classmethod
    def from_json(cls, value: Json) -> Frame:
        match value:
            case [int(session), str(dialog), dict(args), dict(state)]:
                return cls(session, dialog, args, state)
            case _:
                raise ValueError(f"not a frame: {value!r}")


@dataclass
class Frames:
    frames: list[Frame]
    counter: int
    ask: Ask
    dialogs: Registry
    notice: list[Wording] = field(default_factory=list)
    shrunk: Wording | None = None
    put_by: Wording | None = None
    """What the old screen becomes whatever is heard: something lies with it."""
    toast: Say | None = None
    alert: bool = False
    command: object | None = None
    drafts: list[KeepDraft | DropDraft] = field(default_factory=list)
    submitted: list[Became] = field(default_factory=list)
    """The messages whose answers were submitted in this step."""
    refusals: list[Refusal] = field(default_factory=list)
    """What the domain refused in this step, beside a command."""
    quiet: bool = False
    """Nothing happened that anybody could want to see."""
    shown: Screen | None = None
    """The screen that a form has made in this step already."""
    said_above: tuple[Wording, ...] = ()
    """What stands above that already."""
    in_place: bool = False
    """What is shown says the same thing anew: it stands where it stood."""
    outcome: tuple[Wording, ...] = ()
    """How a form ended that gave way to one that waited below."""

    def __post_init__(self) -> None:
        # a dialog may have been taken out of the product since
        self.frames = [frame for frame in self.frames if self.dialogs.get(frame.dialog) is not None]
        self.began = bool(self.frames)
        self.latest = self.counter
        if not self.frames or self.frames[0].dialog != self.dialogs.home:
            self.frames.insert(0, self._frame(self.dialogs.home, EMPTY))

    @property
    def top(self) -> Frame:
        return self.frames[-1]

    def _frame(self, dialog: str, args: Args) -> Frame:
        self.counter += 1
        return Frame(self.counter, dialog, args)

    def _dialog(self, frame: Frame) -> Dialog:
        dialog = self.dialogs.get(frame.dialog)
        if dialog is None:
            raise LookupError(frame.dialog)
        return dialog

    def _running(self, frame: Frame, form: type[Form[object]]) -> Running:
        return Running(form, frame.args, self.ask, self.dialogs, draft_id(frame))

    def pause(self, *, leaves: bool = False) -> None:
        """Something comes on top: the form below is marked in the chat as waiting; one that `leaves`, only where it is kept."""
        dialog = self._dialog(self.top)
        if isinstance(dialog, Page):
            lying = dialog.waits(self.top.args)
            if lying is not None:
                self.shrunk = self.put_by = say("core-paused", title=lying)
            return
        if "ended" in self.top.state:
            return
        waits = not leaves or self._running(self.top, dialog).worth_keeping(self.top.state)
        self.shrunk = say("core-paused" if waits else "core-left-empty", title=dialog.declared.title)

    def _gone_back(self, name: str, draft: Json) -> bool:
        """A draft that is open already isn't opened twice: what lies above it leaves."""
        while draft is not None and any((each.dialog, draft_id(each)) == (name, draft) for each in self.frames[1:]):
            if (self.top.dialog, draft_id(self.top)) == (name, draft):
                return True
            self.close()
        return False

    def _goes_on(self, name: str, form: type[Form[object]], args: Args) -> bool:
        """Whoever opens a form where it stands open for the same record goes on there: a button that is tapped twice, or a card
        of days ago, opens no twin with the answers of then. One about no record is another one as soon as something was said."""
        found = self._standing(name, form, args)
        if found is None:
            return False
        while self.top is not found:
            self.close()
        self.shrunk = say("core-left-empty", title=form.declared.title)
        return True

    def _comes_up(self, name: str, form: type[Form[object]], args: Args) -> bool:
        """What is said to a form that stands open for the same record is added there, on top of whatever lay upon it: behind
        what was answered already, also where that was just being changed."""
        found = self._standing(name, form, args)
        if found is None:
            return False
        self.frames.remove(found)
        self.frames.append(replace(found, state=behind_what_was_said(found.state)))
        return True

    def _taken_up(self, name: str, form: type[Form[object]], args: Args) -> Args:
        """With the draft about the same record that it is added to, where there is one that has a point."""
        running = self._running(Frame(0, name, args), form)
        drafts = [each for each in running.waiting() if running.has_a_point(each.state)]
        return {**args, "draft": drafts[0].id} if len(drafts) == 1 else args

    def _standing(self, name: str, form: type[Form[object]], args: Args) -> Frame | None:
        there = [each for each in self.frames[1:] if each.dialog == name and self._is_filled(each)]
        return next((each for each in reversed(there) if self._running(each, form).opened_by(args, each.state)), None)

    def _became(self) -> bool:
        """What the form on top was for was done by somebody else: it goes on as what can be done now, with its answers."""
        frame = self.top
        dialog = self._dialog(frame)
        try:
            become = (
                None if isinstance(dialog, Page) or "ended" in frame.state else dialog.becomes(frame.args, self.ask)
            )
        except Refusal:  # it is out of reach, which its screen says
            return False
        if become is None:
            return False
        self.frames[-1] = replace(self._frame(become.dialog, become.args), state=frame.state)
        self.drafts.append(DropDraft(draft_id(frame)))
        self.notice.append(become.why)
        self.shown = None
        return True

    def _keep_low(self) -> None:
        while len(self.frames) > DEPTH:
            lowest = next(
                (frame for frame in self.frames[1:-1] if isinstance(self._dialog(frame), Page)), self.frames[1]
            )
            self._keep(lowest)
            self.frames.remove(lowest)
            self._put_by([lowest])

    def close(self) -> None:
        if len(self.frames) > 1:
            self._keep(self.frames.pop())

    def home(self) -> None:
        left, waiting = self.frames[1:], self.frames[0].args.get(WAITING)
        while len(self.frames) > 1:
            self._keep(self.frames.pop())
        self.frames = [self._frame(self.dialogs.home, {WAITING: waiting} if waiting else EMPTY)]
        self._put_by(left)
        self.shown = None

    def _put_by(self, frames: Sequence[Frame]) -> None:
        """What lies with a page that leaves is home's to lead back to."""
        left = [each for each in frames if self._lies(each)]
        if left:
            home = self.frames[0]
            waiting: list[Json] = [*_waiting(home)]
            waiting += [{"dialog": each.dialog, "args": dict(each.args)} for each in left]
            self.frames[0] = replace(home, args={**home.args, WAITING: waiting})

    def _takes_up(self, name: str, args: Args) -> None:
        """It is open again, and waits at home no more."""
        home = self.frames[0]
        found = [each for each in _waiting(home) if each != {"dialog": name, "args": dict(args)}]
        if len(found) < len(_waiting(home)):
            kept = {key: value for key, value in home.args.items() if key != WAITING}
            self.frames[0] = replace(home, args={**kept, WAITING: found} if found else kept)

    def _lies(self, frame: Frame) -> bool:
        dialog = self._dialog(frame)
        return isinstance(dialog, Page) and dialog.waits(frame.args) is not None

    def _keep(self, frame: Frame) -> None:
        """A half-filled form that leaves the stack becomes a draft, and that is said."""
        dialog = self._dialog(frame)
        if isinstance(dialog, Page):
            return
        running = self._running(frame, dialog)
        if running.worth_keeping(frame.state):
            title = running.title(frame.state)
            self.drafts += [DropDraft(each.id) for each in running.said_again(frame.state)]
            self.drafts.append(
                KeepDraft(draft_id(frame), frame.dialog, dialog.declared.version, title, running.drafted(frame.state))
            )
            self.notice.append(say("core-kept-for-you", title=title))

    def _is_filled(self, frame: Frame) -> bool:
        return not isinstance(self._dialog(frame), Page) and "ended" not in frame.state

    def _form(self, place: int) -> Running:
        frame = self.frames[place]
        dialog = self._dialog(frame)
        if isinstance(dialog, Page):
            raise LookupError(f"{frame.dialog} is no form")
        return self._running(frame, dialog)


def _waiting(home: Frame) -> list[Json]:
    found = home.args.get(WAITING)
    return found if isinstance(found, list) else []


def draft_id(frame: Frame) -> str:
    """A draft keeps the name of the session it began in, however often it is resumed."""
    return draft if isinstance(draft := frame.args.get("draft"), str) else f"{frame.dialog}-{frame.session}"
