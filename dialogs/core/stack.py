"""The stack of dialogs while one step works on it: opening, closing, passing on what a person does, gathering what is to be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogs.core import edited_message, messages, words
from dialogs.core.ask import AskedOnce, allowed
from dialogs.core.besides import besides
from dialogs.core.drafts_of_step import amid
from dialogs.core.edited_message import Became
from dialogs.core.filling import behind_what_was_said, in_parts, stamps, whole
from dialogs.core.form import Form
from dialogs.core.frames import Frame, Frames, draft_id
from dialogs.core.inputs import Odd, Typed
from dialogs.core.page import EMPTY, Args, Close, GoHome, Heard, Open, Page, Perhaps, Run, Show, Swap, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.registry import DropDraft
from dialogs.core.running import Outcome, ended
from dialogs.core.screen import HOME, Act, Json, Say, Screen, Wording, say
from dialogs.core.words import bare
from domain.base.errors import Refusal


class DialogStack(Frames):
    """What a person does, and what becomes of it."""

    def open(self, name: str, args: Args, *, told: bool = False, adds: bool = False) -> None:
        """`told`: something was written to it, so it is no other's twin; unless that `adds` to one that stands open for the
        same record, or was put aside."""
        dialog = self.dialogs.get(name)
        if dialog is None:
            self.notice.append(say("core-gone"))
            return
        if name == self.dialogs.home:
            self.home()
            return
        if dialog.right is not None:
            self.ask(allowed, dialog.right)
        if "ended" in self.top.state:
            self.frames.pop()
        self._takes_up(name, args)
        if self._gone_back(name, args.get("draft")):
            return
        if isinstance(dialog, Page):
            if (self.top.dialog, dict(self.top.args)) != (name, dict(args)):
                self.frames.append(self._frame(name, args))
                self._keep_low()
        elif adds:
            self._adds(name, dialog, args)
        elif told or not self._goes_on(name, dialog, args):
            self._opens(name, dialog, args)

    def _adds(self, name: str, form: type[Form[object]], args: Args) -> None:
        if self._comes_up(name, form, args):
            return
        self._opens(name, form, self._taken_up(name, form, args))
        if "ended" not in self.top.state:
            self.frames[-1] = replace(self.top, state=behind_what_was_said(self.top.state))

    def _opens(self, name: str, form: type[Form[object]], args: Args) -> None:
        """Raises `Refusal` where it can't be opened, and nothing can be done instead."""
        self.frames.append(self._frame(name, args))
        self._keep_low()
        try:
            self._take(self._running(self.top, form).opened())
        except Refusal as refusal:
            instead = form.instead(args, refusal, self.ask)
            if not instead:
                self.frames.pop()
                raise
            screen = Screen((say_refusal(refusal),), ((*instead,), (HOME,)))
            self.frames[-1] = replace(self.top, state=ended(screen))

    def cancel(self) -> None:
        dialog = self._dialog(self.top)
        if isinstance(dialog, Page) or "ended" in self.top.state:
            self.pause()
            self.home()
        else:
            self._take(self._running(self.top, dialog).tapped(self.top.state, Act("cancel")))

    # --- what a person does ---------------------------------------------------------------------------------------

    def stale(self, told: Sequence[Wording]) -> None:
        self.toast = say("core-stale")
        self.notice.extend(told)

    def act(self, what: Act) -> None:
        args = what.args.get("args")
        match what.verb:
            case "open":
                said = what.args.get("said")  # what was written, where the button takes it there
                opened = self._with_answers(args) if isinstance(args, dict) else EMPTY
                goes_on = Typed(said) if isinstance(said, str) else None
                self._turn(Open(str(what.args.get("dialog")), opened, goes_on))
            case "home":
                self.home()
            case "close":
                self.close()
            case "draft-open" if self._gone_back(self.top.dialog, what.args.get("draft")):
                pass
            case _:
                dialog = self._dialog(self.top)
                if isinstance(dialog, Page):
                    self._turn(dialog.act(self.top.args, what, self.ask))
                else:
                    self._take(self._running(self.top, dialog).tapped(self.top.state, what))

    def _with_answers(self, args: dict[str, Json]) -> Args:
        """A page that is opened for what a form says just now (`filling`: True) is given it."""
        if args.get("filling") is not True or isinstance(self._dialog(self.top), Page):
            return args
        return {**args, "filling": {name: self.top.state.get(name, {}) for name in ("answers", "items", "count")}}

    def heard(self, said: Heard, *, unasked: bool = False, pasted: bool = False) -> None:
        """`unasked`: it was said to open the form that is on top now; `pasted`: and is no answer by itself."""
        dialog = self._dialog(self.top)
        if isinstance(dialog, Page) and dialog.aside and self._is_filled(self.frames[-2]) and self._named(said) is None:
            self.frames.pop()
            dialog = self._dialog(self.top)
        if not isinstance(dialog, Page) and "ended" not in self.top.state:
            running, state = self._running(self.top, dialog), self.top.state
            if (other := besides(running, state, said)) is not None:
                self.shrunk = self.put_by = say("core-paused", title=running.title(state))
                self._turn(other)
            else:
                self._take(self._heard(dialog, said, unasked=unasked, pasted=pasted))
        elif self.began:
            named = self._named(said)
            home = self._dialog(self.frames[0])
            entry = home.entry(said, self.ask) if isinstance(said, Typed) and isinstance(home, Page) else None
            if named is not None:
                self.act(named)
            elif entry is not None:
                self._turn(entry)
            else:
                turn = self._understood(said)
                if isinstance(turn, Show) and "ended" in self.top.state:  # that was told
                    self.frames.pop()
                self._turn(turn)

    def _heard(self, dialog: type[Form[object]], said: Heard, *, unasked: bool, pasted: bool) -> Outcome:
        """What opened a form in this very step is never submitted by it."""
        running, before = self._running(self.top, dialog), self.top.state
        outcome = running.heard(before, said, unasked=unasked, pasted=pasted)
        at_once = dialog.at_once and self.top.session <= self.latest
        return running.tapped(outcome.state, Act("submit")) if at_once and whole(before, outcome.state) else outcome

    # --- messages that belong to one that was heard before -----------------------------------------------------------

    def edited(self, said: Typed, submitted: Sequence[Became]) -> None:
        """The form that heard the message hears it anew, wherever it lies; elsewhere it is said where the message belongs. What
        several forms heard a part of is corrected in each. `submitted`: what came of it before."""
        records = [each for each in submitted if each.corrects is not None]
        still = [
            n for n, each in enumerate(self.frames) if self._is_filled(each) and said.stamp in in_parts(each.state)
        ]
        if records or still:
            self._edited_in_parts(said, records, still)
            return
        place = next((n for n in reversed(range(len(self.frames))) if self._gave(self.frames[n], said)), None)
        if place is None:
            if not self._lies_with_a_page(said):
                self.notice.append(self._belongs_to(said, submitted))
            return
        outcome = self._form(place).edited(self.frames[place].state, said)
        if outcome is None:
            self.quiet = True
        else:
            self._take_below(place, outcome)

    def _edited_in_parts(self, said: Typed, records: Sequence[Became], still: Sequence[int]) -> None:
        """Each form that waits hears its own part; what stands, what has no part any more and what nobody hears is named."""
        parts = {n: self._form(n).parts_of(self.frames[n].state, said) for n in still}
        texts = {n: "\n".join(each.text for each in found if each.mine) for n, found in parts.items()}
        heard = {each.whole for found in parts.values() for each in found if each.mine}
        more = list(dict.fromkeys(each.whole for found in parts.values() for each in found if each.whole not in heard))
        left = [self._form(n).title(self.frames[n].state) for n in still if not texts[n]]
        told = (
            edited_message.told(records, left)
            if (records or left) and self.dialogs.get(edited_message.BecameOf.name)
            else None
        )
        changed = False
        for n in still:
            outcome = self._form(n).edited(self.frames[n].state, replace(said, text=texts[n])) if texts[n] else None
            if outcome is not None:
                changed = True
                self._take_below(n, outcome, covered=told is not None)
        if len(more) > len(records):
            self.notice.append(say("core-edited-more", lines=tuple(words.quoted(each) for each in more)))
        self.quiet = not (changed or self.notice or told)
        if told is not None:
            self._turn(told)

    def _lies_with_a_page(self, said: Typed) -> bool:
        """Whether a page asks what becomes of the message: then of what it says now."""
        for place, frame in enumerate(self.frames):
            dialog = self._dialog(frame)
            args = dialog.edited(frame.args, said) if isinstance(dialog, Page) else None
            if args is not None:
                self.frames[place] = replace(frame, args=args)
                self.in_place = self.frames[place] is self.top
                return True
        return False

    def continued(self, said: Typed) -> bool:
        """Whether it is a further piece of a text that a form heard which something lies upon by now."""
        for place, frame in enumerate(self.frames[:-1]):
            if self._is_filled(frame) and messages.continues(frame.state, said):
                self._take_below(place, self._form(place).heard(frame.state, said))
                return True
        return False

    def _take_below(self, place: int, outcome: Outcome, *, covered: bool = False) -> None:
        """What became of a form that may lie below, or is `covered` by what comes next: what needs its own screen has to wait
        until it is on top."""
        frame = self.frames[place]
        if frame is self.top and not covered:
            self._take(outcome)
            return
        title = self._form(place).title(frame.state)
        if outcome.end is not None or outcome.command is not None:
            self.notice.append(say("core-edited-there", title=title))
            return
        self.frames[place] = replace(frame, state=outcome.state)
        changed = () if outcome.shrunk is None else (outcome.shrunk,)
        self.notice.extend((say("core-edited-below", title=title), *changed, *outcome.notice, ""))

    def _gave(self, frame: Frame, said: Typed) -> bool:
        return self._is_filled(frame) and said.stamp in stamps(frame.state)

    def _belongs_to(self, said: Typed, submitted: Sequence[Became]) -> Say:
        if submitted:
            return say("core-edited-submitted")
        drafts = self.ask(self.dialogs.drafts, None) if self.dialogs.drafts is not None else ()
        found = (say("core-edited-draft", title=each.title) for each in drafts if said.stamp in stamps(each.state))
        return next(found, say("core-edited-nothing"))

    def _named(self, said: Heard) -> Act | None:
        """The button whose label was written: whoever sees numbers types numbers."""
        wanted = bare(said.line) if isinstance(said, Typed) else ""
        if not wanted:
            return None
        try:
            buttons = [button for row in self._screen().rows for button in row]
        except Refusal:  # what is shown says it
            return None
        return next((each.act for each in buttons if wanted in map(bare, self.dialogs.wordings(each.label))), None)

    def _understood(self, said: Heard) -> Turn:
        """By the page on top, else by home: who reports one customer after another needn't go there first."""
        perhaps: Turn | None = None
        for frame in (self.top, self.frames[0])[: len(self.frames)]:
            dialog = self._dialog(frame)
            turn = dialog.heard(frame.args, said, self.ask) if isinstance(dialog, Page) else None
            if isinstance(turn, Perhaps):
                perhaps = perhaps or turn.turn
                continue
            if isinstance(turn, Open) and isinstance(said, Typed) and turn.said == Typed(said.text):
                return replace(turn, said=said)  # what opens by it knows its message
            if isinstance(turn, Run) and frame is not self.top:
                self.home()  # which hears what comes of it
            if turn is not None:
                return turn
        return perhaps or Show(notice=(say("core-odd" if isinstance(said, Odd) else "core-type-page"),))

    def done(self, result: object) -> None:
        dialog = self._dialog(self.top)
        if isinstance(dialog, Page):
            self._turn(dialog.after(self.top.args, result, self.ask))
        else:
            self._take(self._running(self.top, dialog).done(self.top.state, result))

    def refused(self, refusal: Exception) -> None:
        if self._became():  # which says why
            return
        dialog = self._dialog(self.top)
        if not isinstance(dialog, Page):
            self._take(self._running(self.top, dialog).refused(self.top.state, refusal))
            return
        turn = dialog.refused(self.top.args, refusal, self.ask)
        if turn is None:
            self.notice.append(say_refusal(refusal))
        else:
            self._turn(turn)

    # --- what becomes of it ---------------------------------------------------------------------------------------

    def _turn(self, turn: Turn) -> None:
        match turn:
            case Show():
                self.frames[-1] = replace(self.top, args=self.top.args if turn.args is None else turn.args)
                self.toast, self.alert = turn.toast, turn.alert
                self.notice.extend(turn.notice)
            case Open(dialog=dialog, args=args, said=said, pasted=pasted, below=below):
                self.frames[-1] = replace(self.top, args=self.top.args if turn.left is None else turn.left)
                if isinstance(self._dialog(self.top), Page):
                    self.pause()
                self.lay(below)
                self.open(dialog, args, told=said is not None)
                if said is not None and self.top.dialog == dialog:
                    self.heard(said, unasked=True, pasted=pasted)
            case Swap(dialog=dialog, args=args):
                self.close()
                self.open(dialog, args)
            case Run(command=command):
                self.command = command
            case Close():
                self.toast = turn.toast
                self.notice.extend(turn.notice)
                self.drafts.extend(map(DropDraft, turn.drops))
                self.close()
            case GoHome():
                self.toast = turn.toast
                self.home()

    def lay(self, below: Sequence[Open]) -> None:
        """What else the message told lies beneath what comes on top: nothing of it is shown yet."""
        notice, shrunk = list(self.notice), self.shrunk
        for each in below:
            self._turn(each)
        self.notice, self.shrunk = notice, shrunk

    def _take(self, outcome: Outcome) -> None:
        """What a form's step came to."""
        frame = self.top
        args = frame.args if outcome.args is None else outcome.args
        self.frames[-1] = frame = replace(frame, args=args, state=outcome.state)
        self.command = outcome.command
        self.shrunk = outcome.shrunk or self.shrunk
        self.shown, self.said_above = outcome.screen, outcome.notice
        if outcome.keep:
            self._keep(frame)
            self.notice.clear()  # the last screen says it
        if outcome.drop and outcome.end == "over":
            self.submitted.extend(Became(stamp, outcome.stands) for stamp in stamps(outcome.state))
        if outcome.drop:
            self.drafts.append(DropDraft(draft_id(frame)))
        match outcome.end:
            case "gone":
                self.frames.pop()
                self.shown = None
                self.notice.extend(outcome.notice)
            case "over":
                self._give_way(frame, outcome.screen or Screen(()), handed_in=outcome.drop)
            case None:
                pass

    def _give_way(self, frame: Frame, last: Screen, *, handed_in: bool) -> None:
        """A form is over, and its last screen stays; that of what was `handed_in` whatever is opened from it. One that waits
        half-filled below comes up again in a bubble of its own."""
        waiting = [n for n, each in enumerate(self.frames[:-1]) if self._is_filled(each) or self._lies(each)]
        if waiting:
            del self.frames[waiting[-1] + 1 :]
            self.shown = None
            self.outcome = last.lines
        else:
            self.frames[-1] = replace(frame, state=ended(last, handed_in=handed_in))

    def refuse(self, refusal: Refusal) -> None:
        """What was to be done is out of reach (any more): that is said, once, and nothing else happens."""
        why = say_refusal(refusal)
        if self.dialogs.wordings(why) not in map(
            self.dialogs.wordings, self.notice
        ):  # of several records it reads the same
            self.notice.append(why)
        self.refusals.append(refusal)
        self.command, self.shown = None, None

    def screen(self) -> Screen:
        """What is on top; what can't be shown any more gives way to what lies below."""
        while True:
            try:
                return self._screen()
            except Refusal as refusal:
                if len(self.frames) == 1:
                    raise
                self.refuse(refusal)
                self.close()

    def _screen(self) -> Screen:
        self._became()
        screen = self.shown
        if screen is None:
            dialog = self._dialog(self.top)
            if isinstance(dialog, Page):
                screen = dialog.show(self.top.args, AskedOnce(amid(self.ask, self.dialogs.drafts, self.drafts)))
                dialog.looked(self.top.args, self.ask)
            else:
                outcome = self._running(self.top, dialog).shown(self.top.state)
                if outcome.end is not None:  # what it was about is out of reach
                    self._take(outcome)
                    return self._screen()
                self.frames[-1] = replace(self.top, state=outcome.state)
                screen = outcome.screen or Screen(())
        above = [line for line in self.notice if line not in screen.lines]  # a page may say itself why it shows nothing
        return replace(screen, lines=(*above, *screen.lines))
