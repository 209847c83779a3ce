"""Whose report a reply to a reminder is, in words or with pictures; where that can't be known, it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from typing_extensions import override

from dialogs.core.answers import list_in
from dialogs.core.ask import Ask
from dialogs.core.field import Asking, Misread, Took
from dialogs.core.files import Files, stored_from_json
from dialogs.core.filling import Filling
from dialogs.core.inputs import Typed, Uploaded, lies_with, lying
from dialogs.core.page import Args, Close, Heard, Open, Page, Show, Turn, in_parts
from dialogs.core.screen import Act, Button, Json, Screen, Wording, act, say, wording_from_json, wording_to_json
from dialogs.core.words import head
from dialogs.shared.by_customer import SHORTEST, CustomerText, first_word, named, names_another, parted
from dialogs.shared.drafts import kept
from dialogs.shared.words import HOME, button, middle
from dialogs.visits.said import changed
from domain.base.rights import Action, may
from domain.base.searching import fits, words
from domain.follow_ups import views as follow_up_views
from domain.home import views
from domain.orders import noting

FORM: Final = "follow_up"
WAITS: Final = 20
"""Characters of what lies there, by which it is known again."""
TOLD: Final = 200
"""Of so many characters of what was written the rest is dropped where it is only repeated."""
PICTURES: Final = Files(at_most=5, types=("image/",))


class WhoseReport(Page):
    """The report is written, in a reply to several reminders; for which customer is asked. Opened with the `openings` of its
    form, the `text` and the `files` that lie there; `refused` says why one doesn't."""

    name = "whose_report"
    hears_files = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        names = ask(follow_up_views.names, _customers(_openings(args)))
        text, files = str(args.get("text", "")), list_in(args.get("files"))
        told = text if len(text) <= TOLD else f"{text[:TOLD]}…"
        lines: list[Wording] = [say("whose-report-title")]
        lines += [say("quoted", text=told)] if told else []
        lines += [PICTURES.show(files)] if files else []
        lines += [wording_from_json(args["refused"])] if "refused" in args else []
        rows = [(Button(middle(name), act("write", place=place)),) for place, name in enumerate(names) if name]
        last = (button("whose-report-drop-key", "drop"), HOME)
        return Screen(tuple(lines), (*rows, last))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Close() if act.verb == "drop" else self._write(args, act.args.get("place"), ask)

    @override
    def waits(self, args: Args) -> Wording | None:
        if args.get("taken") is True:
            return None
        text = head(" ".join(str(args.get("text", "")).split()), WAITS)
        return say("whose-report-waits", text=text or say("thread-picture"))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """A further picture, or the name of one of the customers."""
        if isinstance(said, Uploaded):
            text = "\n".join(filter(None, (str(args.get("text", "")), said.caption.strip())))
            lies = {name: value for name, value in args.items() if name != "refused"}
            return Show({**lies, **_with_picture(list_in(args.get("files")), said, ask), "text": text})
        place = _fitting(_openings(args), said.text, ask) if isinstance(said, Typed) else None
        return None if place is None else self._write(args, place, ask)

    def _write(self, args: Args, place: Json, ask: Ask) -> Turn:
        openings, files = _openings(args), list_in(args.get("files"))
        if not isinstance(place, int) or not 0 <= place < len(openings):
            return Show()
        left = {**args, "taken": True}
        if not files:
            return Open(FORM, openings[place], lies_with(args), left=left)
        *others, last = files
        said = Uploaded(stored_from_json(last), str(args.get("text", "")))
        opened = _opened(openings[place], said, ask)
        if others and "answers" in opened.args:
            answers = opened.args["answers"]
            known = answers if isinstance(answers, dict) else {}
            opened = replace(
                opened, args={**opened.args, "answers": {**known, "dynamics": {"text": "", "files": others}}}
            )
        return replace(opened, left=left)


def replied(openings: Sequence[Args], said: Typed | Uploaded, ask: Ask) -> Open | None:
    """The report of the customer whom the first word names: `星河 首批顺利`, whoever was reminded of. Without a name the one
    who was, where nobody else is named anywhere; else that is asked. What is told of others in further lines is theirs."""
    text = said.caption if isinstance(said, Uploaded) else said.text
    about = openings if len(openings) == 1 else [_of_draft(each, ask) for each in openings]
    different = [each for place, each in enumerate(about) if each not in about[:place]]
    if not all(_customers(different)):
        return None  # a report that is corrected, or the only one that was begun
    visit = changed(text, _customers(different), ask) if isinstance(said, Typed) else None
    if visit is not None:
        return visit
    place = _fitting(different, text, ask)
    opening = different[place] if place is not None else None
    if opening is None and (other := _another(text, _customers(different), ask)) is not None:
        opening = {"answers": {"customer": other}}
    if opening is None:
        strangers = _named_elsewhere(text, _customers(different), ask)
        opening = different[0] if len(different) == 1 and not strangers else None
        different += [{"answers": {"customer": each}} for each in strangers]
    if opening is None:
        lies = _lying(said, ask) if isinstance(said, Uploaded) else lying(said)
        return Open(WhoseReport.name, {"openings": [dict(each) for each in different], **lies})
    mine, *others = parted(text, _customers([opening])[0], ask)
    below = tuple(reports(each) for each in reversed(others))
    if isinstance(said, Uploaded):
        return _opened(opening, replace(said, caption=mine.text) if others else said, ask, below)
    if not others:
        return Open(FORM, opening, said)
    return in_parts(Open(FORM, opening, Typed(mine.text), below=below), said)


def reports(told: CustomerText) -> Open:
    """A report with what is told of the customer: of it only what is understood, where there is such."""
    return Open(FORM, {"answers": {"customer": told.customer}}, Typed(told.text, cut=told.cut))


def _opened(opening: Args, said: Uploaded, ask: Ask, below: tuple[Open, ...] = ()) -> Open:
    """A picture without a word belongs to what its sender has just written of the customer."""
    written = None if said.caption.strip() else ask(follow_up_views.just_written, _customers([opening])[0])
    return Open(FORM, opening if written is None else {"corrects": written}, said, below=below)


def _lying(said: Uploaded, ask: Ask) -> dict[str, Json]:
    return {"text": said.caption.strip(), "album": said.album, **_with_picture([], said, ask)}


def _with_picture(files: list[Json], said: Uploaded, ask: Ask) -> dict[str, Json]:
    """One more, or why it isn't."""
    match PICTURES.heard(said, Asking(ask.today, lambda _: (), lambda: (), files)):
        case Took(value=list(several)):
            return {"files": several}
        case Misread(why=why):
            return {"files": files, "refused": wording_to_json(why)}
        case _:
            return {"files": files}


def _fitting(openings: Sequence[Args], text: str, ask: Ask) -> int | None:
    """The customer that the first word names, and no other."""
    asked = words(first_word(text))
    if not asked or len(asked[0]) < SHORTEST:
        return None
    names = ask(follow_up_views.names, _customers(openings))
    fitting = [place for place, name in enumerate(names) if name and fits(name, asked)]
    return fitting[0] if len(fitting) == 1 else None


def _another(text: str, reminded: Sequence[int], ask: Ask) -> int | None:
    """Whom the first word names, unless it is a project of theirs that is called so."""
    other = named(text, ask)
    return other if all(names_another(text, each, ask) for each in reminded) else None


def _named_elsewhere(text: str, reminded: Sequence[int], ask: Ask) -> Sequence[int]:
    """Customers whom the first line names among other words, where it names none of those who were reminded of."""
    if not may(ask(views.me).account, Action.LOG_ORDERS):
        return ()
    found = ask(noting.named_in, next(iter(text.splitlines()), ""))
    return () if set(found) & set(reminded) else found


def _openings(args: Args) -> list[Args]:
    found = args.get("openings")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _customers(openings: Sequence[Args]) -> list[int]:
    """Those of `writes`."""
    answers = [each.get("answers") for each in openings]
    return [each["customer"] if isinstance(each, dict) and isinstance(each["customer"], int) else 0 for each in answers]


def _of_draft(opening: Args, ask: Ask) -> Args:
    """Among several, one that goes on with a report that was begun is about its customer; what is told of him now is a report of
    its own, and the draft stays."""
    draft = next((each for each in ask(kept, FORM) if each.id == opening.get("draft")), None)
    begun = Filling.from_json(draft.state).answers.get("customer") if draft is not None else None
    return opening if begun is None else {"answers": {"customer": begun.value}}
