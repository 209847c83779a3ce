"""One step through a form: where the person is, the way back, and taking an answer.

What a message means is in `hearing`, what a button does in `taps`, what is shown in `views`; what becomes of the form
on the stack of dialogs, in `running`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from dialogs.core import changes
from dialogs.core.albums import counted
from dialogs.core.answers import NEXT, Answer, Position
from dialogs.core.bound import BoundForm, Question, StepState
from dialogs.core.changes import Change
from dialogs.core.field import Enough, Hearing, Look, Misread, Took, View
from dialogs.core.filling import TRAIL
from dialogs.core.form import Form
from dialogs.core.inputs import Shared, Typed, Uploaded
from dialogs.core.kinds import Text
from dialogs.core.page import Heard
from dialogs.core.screen import Json, Say, Screen, Wording, say, wording_to_json
from dialogs.core.text_and_files import TextAndFiles
from dialogs.core.verdicts import Pause, Stop
from dialogs.core.way import GAPS, item_around, onward, still_there

Leaving: TypeAlias = Literal["kept", "stopped", "given up"]

_STEPS = ("question", "summary", "overview", "item")
"""What the way back is made of; anything else is an aside."""

NAMED = 6
"""How many answers that would be cleared are named."""


@dataclass
class Walk:
    """The state is this step's own: its filling may be changed freely."""

    form: type[Form[object]]
    step: StepState
    notice: list[Wording] = field(default_factory=list)
    """What stands above the next screen."""
    shrunk: Wording | None = None
    command: object | None = None
    leaving: Leaving | None = None
    last_screen: Screen | None = None
    anew: bool = False
    """A message is heard once more: nothing is asked first, and whoever does it tells what that clears or restores."""

    def __post_init__(self) -> None:
        self.refresh()
        self.go(self.step.filling.at)

    def refresh(self) -> None:
        """The answers have changed: what was worked out from them is worked out anew."""
        self.root = self.step.open(self.form)

    # --- where the person is --------------------------------------------------------------------------------------

    @property
    def at(self) -> Position:
        return self.step.filling.at

    def go(self, place: Position) -> None:
        """To a place; or, where that isn't there any more, to the next gap."""
        self.step.filling.at = still_there(self.root, place)

    def here(self) -> Question | None:
        return self.question(self.at.path) if self.at.kind in ("question", "help") else None

    def question(self, path: str) -> Question | None:
        found = self.root.locate(path)
        return found[0].question(found[1]) if found else None

    def step_to(self, place: Position) -> None:
        """Going on, with the way back kept."""
        # an aside comes back to the very view; a step onwards leaves it behind
        aside = place.kind in ("cancel", "help", "overview", "change", "paste", "left", "sheet")
        trail, came_from = self.step.filling.trail, self.at if aside else Position(self.at.kind, self.at.path)
        if came_from.kind in _STEPS and trail[-1:] != [came_from]:
            self.step.filling.trail = [*trail, came_from][-TRAIL:]
        self.go(place)

    def back(self) -> None:
        """The way that was walked; else out of an item to its answers. Where nothing is before, it is said."""
        here = (self.at.kind, self.at.path)
        while self.step.filling.trail:
            place = self.step.filling.trail.pop()
            if (place.kind, place.path) != here and still_there(self.root, place) == place:
                self.step.filling.at = place
                return
        outer = item_around(self.at)
        if outer is not None:
            self.go(outer)
        elif self.at.kind in _STEPS:
            self.notice.append(say("core-nothing-before"))
        else:
            self.go(NEXT)

    def leave(self, how: Leaving, screen: Screen | None = None) -> None:
        self.leaving, self.last_screen = how, screen

    # --- answers --------------------------------------------------------------------------------------------------

    def answer(self, question: Question, hearing: Hearing, said: Heard | None = None) -> None:
        match hearing:
            case Misread(why=why, view=view):
                self.notice.append(counted(self.step.filling, said, question.path, why))
                if view is not None:
                    self._look(question, view)
            case Look(view=view):
                self._look(question, view)
            case Enough():
                self.keep(question)
            case Took():
                self._take(question, hearing, said)

    def _look(self, question: Question, view: View) -> None:
        self.step.filling.at = Position("question", question.path, {**self._of_gaps(), **view})

    def keep(self, question: Question) -> None:
        """The answer stands as it is; one that was to be mended is given once more, and so checked."""
        answer = question.standing.answer
        if question.to_mend and answer is not None:
            self._take(question, Took(answer.value, answer.shown), None)
        else:
            self.step_to(Position("next", question.path, self._of_gaps()))

    def _take(self, question: Question, took: Took, said: Heard | None) -> None:
        path = question.path
        if took.but is not None:
            self.notice.append(counted(self.step.filling, said, path, took.but))
        if took.stay and took.value is None:  # the last of several pieces was taken away again
            self.step.filling.answers.pop(path, None)
            self.refresh()
            return
        change = Change({path: Answer(took.value, took.shown, question.bound.under(question.field))})
        if isinstance(said, Shared):
            change.shared.append(path)
        if isinstance(said, Uploaded) and said.album is not None:
            self.step.filling.takes_album(said.album, path)
        tried = changes.tried(change, self.form, self.step)
        verdict = changes.check(tried, path)
        if isinstance(verdict, Say):
            self.notice.append(verdict)
            return
        if verdict is None and isinstance(said, Typed) and type(question.field) in (Text, TextAndFiles):
            verdict = self._told_elsewhere(said.text, question)
        shown = took.shown or (say("core-none") if took.value is None else question.field.show(took.value))
        self.shrunk = say("core-answered", label=question.label, value=shown)
        if isinstance(verdict, Stop):
            self.stop(tried, [path], verdict)
        elif took.stay:
            self._adopt(tried)
        else:
            self.make_or_ask(change, tried, verdict)

    def _told_elsewhere(self, text: str, question: Question) -> Pause | None:
        """A text takes anything, also what was meant for another dialog."""
        if self.step.elsewhere is None:
            return None
        kept = {name: answer.value for name, answer in self.step.filling.answers.items()}
        pause = self.step.elsewhere(text, {**kept, **self.step.context}, question.label, self.step.ask)
        return None if pause is None else replace(pause, path=question.path)

    def stop(self, tried: BoundForm, paths: Sequence[str], stop: Stop) -> None:
        """The form ends here. What it was stopped for is asked and checked anew when it is taken up again."""
        self._adopt(tried)
        self.step.filling.mend.extend(paths)
        self.leave("stopped", stop.screen)

    def _adopt(self, tried: BoundForm) -> None:
        self.step, self.root = tried.step, tried

    def make_or_ask(self, change: Change, tried: BoundForm, pause: Pause | None) -> None:
        """Make a change that was tried; or, where it would clear answers, first say so and ask."""
        before, after = changes.counting(self.root), changes.counting(tried)
        cleared = [path for path in before if path not in after and path not in change.answers]
        if not cleared or self.anew:
            self.make(change, tried, pause)
            return
        labels = [question.label for question in self.root.questions() if question.path in cleared[:NAMED]]
        view = change.to_json()
        view["cleared"] = [wording_to_json(label) for label in labels]
        view["count"] = len(cleared)
        if pause is not None:
            view |= pause.to_json()
        self.step_to(Position("change", self.at.path, view))

    def make(self, change: Change, tried: BoundForm, pause: Pause | None) -> None:
        """Make a change, tell what it restored, and go on: by way of the pause, when there is one."""
        before, now = changes.counting(self.root), changes.counting(tried)
        restored = [path for path in now if path not in change.answers and now[path] != before.get(path)]
        if restored and not self.anew:
            self.notice.append(say("core-restored", count=len(restored)))
        self._adopt(tried)
        if pause is not None:
            if pause.again:
                self.step.filling.mend.append(pause.path)  # until it is confirmed it is asked anew wherever one goes on
                self.refresh()
            self.step_to(Position("pause", pause.path or self.at.path, pause.to_json()))
        else:
            self.step_to(onward(self.root, Position("next", self.at.path, self._of_gaps())))

    def go_on(self) -> None:
        """From a pause. An answer that waited to be confirmed counts from now on, unless its rule refuses it."""
        path = self.at.view.get("again") if self.at.kind == "pause" else None
        if not isinstance(path, str) or path not in self.step.filling.answers:
            self.step_to(Position("next", self.at.path))
            return
        verdict = changes.check(self.root, path, confirmed=True)
        if isinstance(verdict, Say):
            self.notice.append(verdict)
            self.step_to(Position("question", path))
            return
        mend = self.step.filling.mend
        self.step.filling.mend = [each for each in mend if each != path]
        self.refresh()
        if isinstance(verdict, Stop):
            self.stop(self.root, [path], verdict)
        elif verdict is not None:
            self.step_to(Position("pause", path, verdict.to_json()))
        else:
            self.step_to(Position("next", self.at.path))

    def _of_gaps(self) -> Mapping[str, Json]:
        return GAPS if self.at.kind == "question" and self.at.view.get("gaps") else {}
