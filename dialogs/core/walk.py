"""One step through a form: what a person says or taps changes the filling and where the person is.

Nothing is shown here (`views`) and nothing is decided about other dialogs (`conversation`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from dialogs.core import changes, pasting, prefill
from dialogs.core.changes import Change
from dialogs.core.field import Look, Misread, Took, Unanswered
from dialogs.core.filling import NEXT, TRAIL, Answer, Place
from dialogs.core.form import Form, Pause, Stop
from dialogs.core.page import Heard
from dialogs.core.parts import Parts
from dialogs.core.said import Odd, Sent, Typed
from dialogs.core.screen import Act, Json, Say, Screen, Wording, say, wording_from_json, wording_to_json
from dialogs.core.sheet import Desk, Question
from dialogs.core.way import entries, next_place, proposal, settled

Leaving: TypeAlias = Literal["kept", "stopped", "given up"]


@dataclass
class Walk:
    """The desk is this step's own: its filling may be changed freely."""

    form: type[Form[Any]]
    desk: Desk
    notice: list[Wording] = field(default_factory=list)
    shrunk: Wording | None = None
    toast: Say | None = None
    command: object | None = None
    leaving: Leaving | None = None
    last_screen: Screen | None = None

    def __post_init__(self) -> None:
        self.root = self.desk.open(self.form)
        self.go(self.desk.filling.at)

    # --- where the person is --------------------------------------------------------------------------------------

    @property
    def at(self) -> Place:
        return self.desk.filling.at

    def go(self, place: Place) -> None:
        """To a place; or, where that isn't there any more, to the next gap."""
        self.desk.filling.at = settled(self.root, place)

    def here(self) -> Question | None:
        return self.question(self.at.path) if self.at.kind in ("question", "help") else None

    def question(self, path: str) -> Question | None:
        found = self.root.locate(path)
        return found[0].question(found[1]) if found else None

    def step_to(self, place: Place) -> None:
        """Going on, with the way back kept."""
        # an aside comes back to the very view; a step onwards leaves it behind
        aside = place.kind in ("cancel", "help", "overview", "change", "paste")
        trail, came_from = self.desk.filling.trail, self.at if aside else Place(self.at.kind, self.at.path)
        if came_from.kind in ("question", "summary", "overview", "item") and trail[-1:] != [came_from]:
            self.desk.filling.trail = [*trail, came_from][-TRAIL:]
        self.go(place)

    def back(self) -> None:
        here = (self.at.kind, self.at.path)
        while self.desk.filling.trail:
            place = self.desk.filling.trail.pop()
            if (place.kind, place.path) != here and settled(self.root, place) == place:
                self.desk.filling.at = place
                return
        self.go(NEXT)

    # --- messages -------------------------------------------------------------------------------------------------

    def heard(self, said: Heard) -> None:
        if isinstance(said, Sent) and self._continues_album(said):
            return
        if isinstance(said, Typed) and (self._is_command(said.text) or self._is_paste(said.text)):
            return
        question = self.here()
        if question is not None:
            self.shrunk = say("core-asked", label=question.sheet.declared.label(question.field))
            self._answer(question, question.field.heard(said, question.sheet.asking(question, self.at.view)), said)
        elif isinstance(said, Typed) and self._picks_entry(said.text):
            return
        else:
            self.notice.append(say("core-odd") if isinstance(said, Odd) else say("core-tap-please"))

    def _continues_album(self, said: Sent) -> bool:
        """The pieces of an album come one by one; later ones belong to the answer of the first, wherever the person is by then."""
        known = self.desk.filling.album
        if said.album is None or known is None or known[0] != said.album:
            return False
        question = self.question(known[1])
        if question is None or (self.at.kind == "question" and self.at.path == question.path):
            return False
        if question.field.kind == "files":
            hearing = question.field.heard(said, question.sheet.asking(question, {}))
            if isinstance(hearing, Took):
                self.desk.filling.give(question.path, Answer(hearing.value))
                self.root = self.desk.open(self.form)
                self.notice.append(say("core-file-added", label=question.sheet.declared.label(question.field)))
            else:
                self._say_misread(hearing)
        else:
            self.notice.append(say("core-file-first-counts", label=question.sheet.declared.label(question.field)))
        return True

    def _is_command(self, text: str) -> bool:
        """The words of the navigation may be typed as well as tapped."""
        word = text.strip()
        for verb, key in _TYPED:
            if word in self.desk.wordings(say(key)) and self._offers(verb):
                self.tapped(Act(verb))
                return True
        return False

    def _offers(self, verb: str) -> bool:
        question = self.here()
        if verb == "skip":
            return question is not None and not question.field.required
        if verb == "back":
            return question is not None and bool(self.desk.filling.trail)
        return self.at.kind in ("question", "summary", "overview", "pick", "item")

    def _is_paste(self, text: str) -> bool:
        if self.at.kind not in ("question", "summary", "overview", "pick", "item"):
            return False
        pasted = pasting.read(text, self.root, self.here(), self.at.path)
        if pasted is None:
            return False
        taken = pasting.take(pasted, self.form, self.desk)
        self.root = self.desk.open(self.form)
        self.notice.extend(taken.notice)
        self.shrunk = say("core-pasted", count=taken.count)
        if taken.stop is not None:
            changes.apply(self.desk.filling, taken.change)
            self._leave("stopped", taken.stop.screen)
        elif taken.count:
            self._settle_change(taken.change, taken.pause)
            self._skip_the_rest()
        return True

    def _skip_the_rest(self) -> None:
        """After a paste only what is required is asked for."""
        if self.at.kind == "question":
            missing = next((question for question in self.root.questions() if question.missing), None)
            if missing is not None:
                self.go(Place("question", missing.path))
            else:
                self._finish()

    def _picks_entry(self, text: str) -> bool:
        """A number typed at the summary is the answer to be edited."""
        if self.at.kind not in ("summary", "pick", "item") or not text.strip().isdecimal():
            return False
        listed = entries(self.root, self.at)
        number = int(text.strip()[:4])
        if not 1 <= number <= len(listed):
            return False
        self.edit(listed[number - 1].path)
        return True

    # --- answers --------------------------------------------------------------------------------------------------

    def _answer(self, question: Question, hearing: Took | Misread | Look, said: Heard | None = None) -> None:
        match hearing:
            case Misread():
                self._say_misread(hearing)
            case Look(view=view):
                self.desk.filling.at = Place("question", question.path, view)
            case Took():
                self._took(question, hearing, said)

    def _say_misread(self, hearing: Misread | Look) -> None:
        if isinstance(hearing, Misread):
            self.notice.append(hearing.why)

    def _took(self, question: Question, took: Took, said: Heard | None) -> None:
        path = question.path
        if took.stay and took.value is None:
            self.desk.filling.answers.pop(path, None)
            self.root = self.desk.open(self.form)
            return
        change = Change({path: Answer(took.value, took.shown, question.sheet.under(question.field))})
        if said is not None and not isinstance(said, Typed | Sent | Odd):
            change.shared.append(path)
        if isinstance(said, Sent) and said.album is not None:
            self.desk.filling.album = (said.album, path)
        done = (
            took.stay is False
            and question.standing.answer is not None
            and question.field.kind == "files"
            and said is None
        )
        verdict = None if done else changes.check(change, self.form, self.desk, path)
        if isinstance(verdict, Say):
            self.notice.append(verdict)
            return
        shown = took.shown or question.field.show(took.value)
        self.shrunk = say("core-answered", label=question.sheet.declared.label(question.field), value=shown)
        if isinstance(verdict, Stop):
            changes.apply(self.desk.filling, change)
            self._leave("stopped", verdict.screen)
        elif took.stay:
            changes.apply(self.desk.filling, change)
            self.root = self.desk.open(self.form)
        else:
            self._settle_change(change, verdict)

    def _settle_change(self, change: Change, pause: Pause | None) -> None:
        """Make the change; or first say what it would clear and ask."""
        cleared = changes.cleared(change, self.form, self.desk)
        if cleared:
            view = change.to_json()
            view["cleared"] = [wording_to_json(label) for label in cleared[:NAMED]]
            view["count"] = len(cleared)
            if pause is not None:
                view["pause"] = [wording_to_json(line) for line in pause.lines]
            self.step_to(Place("change", self.at.path, view))
            return
        self._make(change, pause)

    def _make(self, change: Change, pause: Pause | None) -> None:
        counted = changes.counting(self.root)
        changes.apply(self.desk.filling, change)
        self.root = self.desk.open(self.form)
        now = changes.counting(self.root)
        restored = [path for path in now if path not in change.answers and now[path] != counted.get(path)]
        if restored:
            self.notice.append(say("core-restored", count=len(restored)))
        place = next_place(self.root, self.at.path)
        if pause is not None:
            place = Place("pause", self.at.path, {"pause": [wording_to_json(line) for line in pause.lines]})
        self.step_to(place)

    # --- taps -----------------------------------------------------------------------------------------------------

    def tapped(self, what: Act) -> None:
        args = what.args
        path = str(args.get("path", ""))
        match what.verb:
            case "answer":
                self._tapped_answer(args)
            case "propose":
                self._propose()
            case "skip":
                self._skip()
            case "keep":
                self._keep()
            case "back":
                self.back()
            case "next":
                self.step_to(Place("next", self.at.path))
            case "continue":
                self.step_to(Place("next", "", {"gap": True}))
            case "edit":
                self.edit(path)
            case "see":
                self.step_to(
                    Place(_see(args), path, {name: args[name] for name in ("page", "gaps", "section") if name in args})
                )
            case "section":
                self._section(path)
            case "finish":
                self._finish()
            case "submit":
                self._submit()
            case "draft":
                self._leave("kept", None)
            case "cancel":
                self._cancel()
            case "give-up":
                self._leave("given up", None)
            case "change":
                self._confirm_change()
            case _:
                self._tapped_part(what.verb, path)

    def _tapped_answer(self, args: Mapping[str, Json]) -> None:
        question = self.here()
        if question is not None:
            asking = question.sheet.asking(question, self.at.view)
            self._answer(question, question.field.tapped(str(args.get("do")), args, asking))

    def _propose(self) -> None:
        """One tap takes what the field proposes; of a part, the items are brought in and can be changed."""
        question = self.here()
        value = proposal(question) if question else None
        if question is None or value is None:
            return
        if isinstance(question.field, Parts):
            for each in value[: question.field.at_most]:
                prefill.give_item(self.desk, self.form, question.path, each)
            self.root = self.desk.open(self.form)
            gap = changes.gaps(self.root, question.path)
            self.go(Place("question", gap[0].path if gap else question.path))
            return
        took = prefill.settle(question, question.field.dump(value))
        if took is not None:
            self._took(question, took, None)

    def _skip(self) -> None:
        question = self.here()
        if question is not None and not question.field.required:
            self._took(question, Took(None, say("core-none")), None)

    def _keep(self) -> None:
        question = self.here()
        if question is not None and question.answered:
            if question.path in self.desk.filling.mend:
                self.desk.filling.mend.remove(question.path)
            self.step_to(Place("next", question.path))

    def edit(self, path: str) -> None:
        question = self.question(path)
        if question is not None and isinstance(question.field, Parts):
            items = question.sheet.items(question.field)
            if question.field.closes_itself and items:
                self.step_to(Place("item", items[0].prefix[:-1]))
                return
            if self.at.kind != "item":
                self.desk.filling.answers.pop(path, None)  # open until 完成 is tapped again
                self.root = self.desk.open(self.form)
        self.step_to(Place("question", path))

    def _section(self, name: str) -> None:
        """To the section's first gap; where there is none, to its answers."""
        inside = (
            each for each in self.root.questions() if self.root.declared.section_of(each.path.partition("[")[0]) == name
        )
        gap = next((each for each in inside if each.open), None)
        self.step_to(Place("question", gap.path) if gap else Place("pick", "", {"section": name}))

    def _finish(self) -> None:
        """The rest may stay empty: go to the summary."""
        for question in self.root.questions():
            if question.open and not question.missing:
                changes.apply(self.desk.filling, Change({question.path: Answer(None)}))
        self.root = self.desk.open(self.form)
        self.step_to(NEXT)

    def _submit(self) -> None:
        missing = [question for question in self.root.questions() if question.missing]
        if missing:
            self.notice.append(say("core-gaps", count=len(missing)))
            self.step_to(Place("pick", "", {"gaps": True}))
            return
        try:
            self.command = self.root.command()
        except Unanswered as unanswered:
            self.step_to(Place("question", str(unanswered)))

    def _cancel(self) -> None:
        if self.desk.filling.answers or self.desk.filling.items:
            self.step_to(Place("cancel", self.at.path))
        else:
            self._leave("given up", None)

    def _leave(self, how: Leaving, screen: Screen | None) -> None:
        self.leaving, self.last_screen = how, screen

    def _confirm_change(self) -> None:
        if self.at.kind != "change":
            return
        lines = self.at.view.get("pause")
        pause = Pause(tuple(wording_from_json(line) for line in lines)) if isinstance(lines, list) else None
        self._make(Change.from_json(self.at.view), pause)

    # --- items ----------------------------------------------------------------------------------------------------

    def _tapped_part(self, verb: str, path: str) -> None:
        filling = self.desk.filling
        if verb == "add":
            question = self.question(path)
            if (
                question is None
                or not isinstance(question.field, Parts)
                or len(question.sheet.items(question.field)) >= question.field.at_most
            ):
                return
            made = filling.add_item(path)
            self._reopen(path)
            self.step_to(Place("next", made))
        elif verb == "copy" and (sheet := self.root.item(path)) is not None:
            owner = path[:-1].rpartition("[")[0]
            question = self.question(owner)
            if (
                question is None
                or not isinstance(question.field, Parts)
                or len(question.sheet.items(question.field)) >= question.field.at_most
            ):
                return
            made = filling.copy_item(sheet.prefix[:-1])
            self._reopen(owner)
            self.step_to(Place("item", made))
        elif verb == "remove" and self.root.item(path) is not None:
            owner = path[:-1].rpartition("[")[0]
            filling.remove_item(path)
            self._reopen(owner)
            self.go(Place("question", owner))
        elif verb == "listed":
            self._close_list(path)

    def _reopen(self, path: str) -> None:
        self.desk.filling.answers.pop(path, None)
        self.root = self.desk.open(self.form)

    def _close_list(self, path: str) -> None:
        """完成 of a list of items."""
        question = self.question(path)
        if question is None or not isinstance(question.field, Parts):
            return
        count = len(question.sheet.items(question.field))
        if gap := changes.gaps(self.root, path):
            self.step_to(Place("question", gap[0].path))
        elif count < question.field.at_least:
            self.notice.append(say("core-too-few-items", least=question.field.at_least))
        else:
            self._took(question, Took(True if count else None, say("core-items", count=count)), None)


NAMED = 6
"""How many answers that would be cleared are named."""

_TYPED = (("skip", "core-skip"), ("back", "core-back"), ("draft", "core-draft"), ("cancel", "core-cancel"))


def _see(args: Mapping[str, Json]) -> Any:
    place = args.get("place")
    return place if place in ("question", "summary", "overview", "pick", "item", "remove", "help", "paste") else "next"
