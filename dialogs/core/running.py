"""A form on the conversation's stack: opening and resuming it, one step of it, how its command ended.

Each function takes a frame's data and gives an `Outcome`; the conversation decides what becomes of the frame.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dialogs.core import hearing, lost, messages, prefill, several_answers, taps, views
from dialogs.core.answers import Leftover, Position
from dialogs.core.ask import Ask
from dialogs.core.bound import StepState
from dialogs.core.choices import number_of
from dialogs.core.field import attempt
from dialogs.core.filling import Filling, State, half_filled
from dialogs.core.form import Form
from dialogs.core.inputs import PartOf, Typed
from dialogs.core.kinds import Hidden
from dialogs.core.offered_drafts import DRAFTS, offered
from dialogs.core.page import Heard
from dialogs.core.pieces import told_of
from dialogs.core.refusals import say_refusal
from dialogs.core.registry import Draft, Registry
from dialogs.core.said_again import given, says_no_more
from dialogs.core.screen import HOME, Act, Button, Json, Screen, Tone, Wording, act, say
from dialogs.core.screen import from_json as screen_from_json
from dialogs.core.screen import to_json as screen_to_json
from dialogs.core.verdicts import Mend, Stop
from dialogs.core.walk import Walk
from domain.base.errors import Refusal

_OPENING = ("answers", "only", "draft")
"""Args that only say how it is opened."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one step of a form came to. `end` tells that the form leaves: `over` with a last screen, `gone` without one."""

    state: State
    screen: Screen | None = None
    notice: tuple[Wording, ...] = ()
    shrunk: Wording | None = None
    command: object | None = None
    end: Literal["over", "gone"] | None = None
    keep: bool = False
    """Keep the answers as a draft."""
    drop: bool = False
    """Drop the draft that it was resumed from."""
    stands: Button | None = None
    """What corrects that which was submitted."""
    args: Mapping[str, Json] | None = None
    """The opening args that it goes on with from now on: those of the draft it was resumed from."""


@dataclass(frozen=True)
class Running:
    """A form with what surrounds it in this step."""

    form: type[Form[object]]
    args: Mapping[str, Json]
    ask: Ask
    registry: Registry
    draft: str
    """The name of the draft that it is kept as."""

    # --- beginning ------------------------------------------------------------------------------------------------

    def opened(self) -> Outcome:
        """With a draft's answers, or those that are known already; where drafts wait, the person may choose one."""
        wanted = self.args.get("draft")
        if wanted is not None:
            return self._resumed(next((draft for draft in self._drafts() if draft.id == wanted), None))
        args = self.form.opening(self.args, self.ask)
        if args != self.args:
            return replace(replace(self, args=args).anew(), args=args)
        return self.anew()

    def anew(self) -> Outcome:
        """With what the args say and no draft of its own choosing."""
        if self.waiting():
            return self.shown(Filling(self.form.declared.version, at=Position("drafts")).to_json())
        return self._begun()

    def opened_by(self, args: Mapping[str, Json], state: State) -> bool:
        """Whether these opening args mean what stands open here with that state."""
        try:
            meant = replace(self, args=self.form.opening(args, self.ask))
            about = meant.record()
        except Refusal:  # opening it says why
            return False
        if "answers" in args or "only" in args:
            return {**meant.args, "draft": None} == {**self.args, "draft": None}
        return about == self._about(self.drafted(state)) and bool(about or not self.worth_keeping(state))

    def _drafts(self) -> list[Draft]:
        query, name = self.registry.drafts, self.form.declared.name
        return [] if query is None else [draft for draft in self.ask(query, name) if draft.form == name]

    def waiting(self) -> list[Draft]:
        """Those to choose from: of the record that it is opened for, as another's answers have no business there; given
        answers about no record in particular are not put aside for a draft."""
        drafts = self._drafts()
        if not drafts:
            return []
        about = self.record()
        if "answers" in self.args and (not about or self.form.one_of_several):
            return []
        return [draft for draft in drafts if self._about(draft.state) == about]

    def said_again(self, state: State) -> list[Draft]:
        """Other drafts of the same record in which nothing stands that isn't in this one: it takes their place."""
        about = self._about(self.drafted(state))
        others = (each for each in self._drafts() if each.id != self.draft and self._about(each.state) == about)
        return [each for each in others if says_no_more(each.state, state)]

    def record(self) -> Mapping[str, Json]:
        """Which records it is opened for. Raises `Refusal`."""
        return self._about({**self._fresh().step.filling.to_json(), CONTEXT: self._context()})

    def _about(self, state: State) -> Mapping[str, Json]:
        """Which records: what it was opened with, and what the form itself keeps."""
        context, answers = state.get(CONTEXT), Filling.from_json(state).answers
        fields = self.form.declared.fields
        kept = [name for name, field in fields.items() if isinstance(field, Hidden) and field.of_record]
        of_form = {name: answers[name].value for name in kept if name in answers and answers[name].value is not None}
        return {**(context if isinstance(context, dict) else {}), **of_form}

    def _resumed(self, draft: Draft | None) -> Outcome:
        if draft is None:
            return self._begun((say("core-draft-gone"),))
        context = draft.state.get(CONTEXT)
        args = {**(context if isinstance(context, dict) else {}), **self.args, "draft": draft.id}
        resumed = replace(self, args=args)
        if (why := resumed.hopeless(draft.state)) is not None:
            state = {**draft.state, "trail": []}
            return Outcome(state, resumed.lost(state, draft.title, why), args=args)
        walk = resumed.walk(draft.state)
        if walk.at.kind == "cancel":  # whoever opens it doesn't give it up
            walk.back()
        changed = (say("core-form-changed"),) if draft.version != self.form.declared.version else ()
        return replace(self._outcome(walk, notice=(*changed, *walk.notice)), args=args)

    def _begun(self, notice: tuple[Wording, ...] = ()) -> Outcome:
        return self._outcome(self._fresh(), notice)

    def _fresh(self) -> Walk:
        """A new filling, with what is known already."""
        step = self._desk(Filling(self.form.declared.version))
        root = step.open(self.form)
        prefill.give_values(step, self.form, root.form.prefill(self.ask))
        answers, only = self.args.get("answers"), self.args.get("only")
        if isinstance(answers, dict):
            prefill.give_json(step, self.form, answers)
        if isinstance(only, list):
            step.filling.mend = [path for path in only if isinstance(path, str) and step.root.locate(path)]
            step.filling.only = list(step.filling.mend)
        walk = Walk(self.form, step)
        if step.filling.mend:  # these alone: what may stay empty stays so
            several_answers.finish(walk)
            step.filling.trail = []
        elif self.form.amends:  # nothing of it need be asked: what shall change is said there
            walk.go(Position("overview"))
        return walk

    # --- steps ----------------------------------------------------------------------------------------------------

    def shown(self, state: State, notice: tuple[Wording, ...] = ()) -> Outcome:
        """The same place once more."""
        if "ended" in state:
            return Outcome(state, _above(notice, screen_from_json(state["ended"])))
        return self._outcome(self.walk(state), notice=notice)

    def heard(self, state: State, said: Heard, *, unasked: bool = False, pasted: bool = False) -> Outcome:
        """`unasked`: it opened the form. `pasted`: nothing of it is an answer by itself."""
        walk = self.walk(state)
        if walk.at.kind == "drafts":  # whoever writes instead of choosing begins anew
            number, drafts = number_of(said.text) if isinstance(said, Typed) else "", self.waiting()[:DRAFTS]
            if number and int(number) <= len(drafts):
                return self._resumed(drafts[int(number) - 1])
            walk = self._fresh()
        try:
            if isinstance(said, Typed):
                messages.hear(walk, said, unasked=unasked, pasted=pasted)
            else:
                hearing.hear(walk, said, unasked=unasked)
        except Refusal as why:  # the rules' record is out of reach: nothing could be made of what was written
            walk = self.walk(state)
            walk.notice.append(say_refusal(why))
        return self._outcome(walk, heard=said)

    def edited(self, state: State, said: Typed) -> Outcome | None:
        """A message that this form heard was edited; None: it says what it said."""
        walk = self.walk(state)
        return self._outcome(walk) if messages.edit(walk, said) else None

    def parts_of(self, state: State, said: Typed) -> Sequence[PartOf]:
        """Of a message of which it heard a part."""
        walk = self.walk(state)
        given = walk.step.filling.gave(said.stamp or "")
        return (
            attempt(lambda ask: walk.root.form.parts_of(said.text, ask, front=not (given and given.cut)), self.ask)
            or ()
        )

    def tapped(self, state: State, what: Act) -> Outcome:
        if what.verb == "draft-open":
            found = next((draft for draft in self._drafts() if draft.id == what.args.get("draft")), None)
            return self._resumed(found)
        if what.verb == "draft-none":
            return self._begun()
        page, why = what.args.get("page"), self.hopeless(state) if what.verb == "lost" else None
        if why is not None:
            return Outcome(state, self.lost(state, self.title(state), why, page if isinstance(page, int) else 0))
        walk = self.walk(state)
        taps.tap(walk, what)
        return self._outcome(walk)

    # --- the command ----------------------------------------------------------------------------------------------

    def done(self, state: State, result: object) -> Outcome:
        if state.get(GIVEN_UP) is True:
            return self._gone(state)
        walk = self.walk(state)
        screen = _led_on(walk.root.form.done(result, self.ask))
        stands = attempt(walk.root.form.stands, result, self.ask)
        return Outcome(state, screen, end="over", drop=True, stands=stands)

    def refused(self, state: State, refusal: Exception) -> Outcome:
        if state.get(GIVEN_UP) is True:  # somebody else took that away
            return self._gone(state)
        walk = self.walk(state)
        meant = attempt(walk.root.form.refused, refusal, self.ask)
        match meant:
            case Mend(field=path, why=why):
                walk.step.filling.mend = [*walk.step.filling.mend, path]
                walk.go(Position("question", path))
                return self._outcome(walk, notice=(why,))
            case Stop(screen=screen):
                walk.leave("stopped", screen)
                return self._outcome(walk)
            case None:
                return self._outcome(walk, notice=(say_refusal(refusal),))

    # --- inside ---------------------------------------------------------------------------------------------------

    def title(self, state: State) -> Wording:
        """What a draft of it is called: the form and whatever tells this one from others."""
        try:
            root = self.walk(state).root
            name = attempt(root.form.called) or told_of(root, self._fresh().step.filling)
        except Refusal:  # what it is about is out of reach by now, and its answers are kept all the same
            name = lost.called(self.form.declared, Filling.from_json(state))
        return say("core-within", outer=self.form.declared.title, inner=name)

    def worth_keeping(self, state: State) -> bool:
        """Whether more is in it than is known anyway, or it stands on record; a draft that is gone on with stays one."""
        if not half_filled(state):
            return False
        if "draft" in self.args or state.get("left"):
            return True
        try:
            known, on_record = self._fresh().step.filling.to_json(), self.walk(state).root.form.on_record(self.ask)
        except Refusal:  # what it is about is out of reach by now
            return True
        return on_record or given(state) != given(known) or state.get("items") != known.get("items")

    def has_a_point(self, state: State) -> bool:
        """Whether what it is about can still be done by who asks: what its opening and the head of its screens say."""
        return self.hopeless(state) is None and attempt(self.walk(state).root.form.awaited, self.ask) is not False

    def hopeless(self, state: State) -> Refusal | None:
        """Why what it is about can't be done any more by who asks; None: it can."""
        try:
            self.form.opening(self._context(), self.ask)
            attempt(self.walk(state).root.form.above, self.ask)
        except Refusal as refusal:
            return refusal
        return None

    def drafted(self, state: State) -> State:
        """The state as a draft keeps it, whoever resumes it from wherever."""
        return {**state, CONTEXT: self._context()}

    def _context(self) -> dict[str, Json]:
        return {name: value for name, value in self.args.items() if name not in _OPENING}

    def _as_draft(self) -> dict[str, Json]:
        """What a button opens it with again: its answers are the draft's."""
        return {**self._context(), "draft": self.draft}

    def _desk(self, filling: Filling) -> StepState:
        return StepState(filling, self.ask, self.args, self.registry.wordings, elsewhere=self.registry.elsewhere)

    def walk(self, state: State) -> Walk:
        version = state.get("version")
        if version != self.form.declared.version and "version" in state:
            state = {
                **self.form.migrate(version if isinstance(version, int) else 0, state),
                "version": self.form.declared.version,
            }
        return Walk(self.form, self._desk(Filling.from_json(state)))

    def _outcome(self, walk: Walk, notice: tuple[Wording, ...] = (), heard: Heard | None = None) -> Outcome:
        """`heard`: what was heard just now, which is kept where the form ends by it."""
        state = walk.step.filling.to_json()
        said = (*notice, *(line for line in walk.notice if line not in notice))
        if walk.command is not None:
            return Outcome(state, command=walk.command, shrunk=walk.shrunk)
        match walk.leaving:
            case "given up" if (also := _unless_refused(walk.root.form.given_up, self.ask)) is not None:
                return Outcome({**state, GIVEN_UP: True}, command=also)
            case "given up":
                return self._gone(state)
            case "kept" if not self.worth_keeping(state):
                nothing = (say("core-nothing-kept", title=self.form.declared.title),)
                return Outcome(state, notice=nothing, end="gone", drop=True)
            case "kept" | "stopped":
                screen = _led_on(walk.last_screen or self._kept(state))
                return Outcome(state, _above(said, screen), shrunk=walk.shrunk, end="over", keep=True)
            case None:
                try:
                    screen = (
                        offered(self.form.declared.title, self.waiting())
                        if walk.at.kind == "drafts"
                        else views.view(walk.root)
                    )
                except Refusal as why:
                    state = _with(walk.step.filling, heard)
                    if not self.worth_keeping(state):
                        raise
                    resumed = act("open", dialog=self.form.declared.name, args=self._as_draft())
                    last = self.lost(state, self.title(state), why, resumed=Button(say("core-lost-open"), resumed))
                    return Outcome(state, last, shrunk=walk.shrunk, end="over", keep=True)
                return Outcome(state, _above(said, screen), said, shrunk=walk.shrunk)

    def _gone(self, state: State) -> Outcome:
        notice = (say("core-given-up", title=self.form.declared.title),)
        return Outcome(state, notice=notice, end="gone", drop=True)

    def lost(
        self, state: State, title: Wording, why: Refusal, page: int = 0, *, resumed: Button | None = None
    ) -> Screen:
        """Of a form that can't be gone on with: what became of its record, and all that was said. `resumed`: as it is left,
        not as its draft."""
        what, pages = lost.told(self.form.declared, Filling.from_json(state), page)
        became = self.registry.became
        known = became({**self.args, **self._about({**state, CONTEXT: self._context()})}, self.ask) if became else ()
        delete = Button(say("core-delete-draft"), act("give-up"), tone=Tone.DANGER)
        keys = (*self.form.instead(self.args, why, self.ask), delete if resumed is None else resumed)
        rows = (*(pages if resumed is None else ()), keys, (HOME,))
        more = (say("core-lost-more"),) if pages and resumed is not None else ()
        return Screen((say("core-draft-hopeless", title=title), *(known or (say_refusal(why),)), *what, *more), rows)

    def _kept(self, state: State) -> Screen:
        resume = act("open", dialog=self.form.declared.name, args=self._as_draft())
        return Screen((say("core-draft-kept", title=self.title(state)),), ((Button(say("core-go-on"), resume),),))


def _unless_refused(rule: Callable[[Ask], object | None], ask: Ask) -> object | None:
    try:
        return attempt(rule, ask)
    except Refusal:  # it is out of reach: nothing is left of it here
        return None


GIVEN_UP = "given_up"
"""In the state of a form that leaves: what was begun beside it is being taken away."""
CONTEXT = "context"
"""Where a draft's state keeps the opening args: whom or what the form is about."""


def _above(notice: tuple[Wording, ...], screen: Screen) -> Screen:
    if not notice:
        return screen
    return Screen((*notice, *screen.lines), screen.rows, screen.attached, screen.asks_contact)


def _led_on(screen: Screen) -> Screen:
    """Nothing ends in a dead end: 主页 is added where it isn't offered."""
    if any(each.verb == "home" for each in screen.acts()):
        return screen
    return Screen(screen.lines, (*screen.rows, (HOME,)), screen.attached, screen.asks_contact)


def ended(screen: Screen, *, handed_in: bool = False) -> State:
    """The state of a form that is over: its last screen, and whether that tells what was handed in."""
    return {"ended": screen_to_json(screen), **({"handed_in": True} if handed_in else {})}


def _with(filling: Filling, said: Heard | None) -> dict[str, Json]:
    """With the text among what found no place, where nothing was made of it."""
    if isinstance(said, Typed) and said.text.strip():
        given = filling.gave(said.stamp) if said.stamp is not None else None
        if given is None or not given.gave:
            filling.leave([Leftover(said.text, said.text)])
    return filling.to_json()
