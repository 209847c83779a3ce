"""主页: who acts, what waits, and at most eight entries; 更多 holds the rest."""

from __future__ import annotations

from typing_extensions import override

from dialogs.announcements import announcement, reading
from dialogs.core.ask import Ask
from dialogs.core.frames import WAITING
from dialogs.core.inputs import Shared, Typed, Uploaded
from dialogs.core.page import Args, Heard, Open, Page, Perhaps, Show, Turn
from dialogs.core.screen import Act, Button, Row, Say, Screen, Wording, say
from dialogs.core.words import bare, head
from dialogs.follow_ups.replying import WAITS
from dialogs.home import entries
from dialogs.home.preferences import LANGUAGES, Language
from dialogs.orders.late import late_rows
from dialogs.shared.list_page import part
from dialogs.shared.words import HOME, evenly, leafed, opens, page_in, pages, type_of
from dialogs.typed import contacts, files, lists
from dialogs.typed.called import called
from dialogs.typed.numbers import opens_number
from dialogs.typed.readers import read
from domain.announcements import announcing
from domain.base.bilingual import translated
from domain.base.rights import Action, may
from domain.home import views
from domain.home.views import Badges, Me
from domain.jobs.records import Job
from domain.orders import showing

A_PAGE = 8
"""Entries under 更多."""


class Home(Page):
    """What an account sees first."""

    name = "home"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        must_read = ask(announcing.gate)
        if must_read is not None:
            return announcement(ask(announcing.view, must_read.id), ())
        me, badges = ask(views.me), ask(views.badges)
        former = (say("home-former"),) if me.account.former else ()
        unconfirmed = len(ask(showing.open_cards)) if may(me.account, Action.LOG_ORDERS) else 0
        return Screen(
            (_who(me), *former, *_waiting(badges)),
            (
                *_left(args),
                *_unconfirmed(unconfirmed),
                *late_rows(ask),
                *_to_answer(badges),
                *_visits(badges),
                *_board(me, badges),
                *_rows(me, badges, ask),
            ),
        )

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        """Of what must be read, which stands in front, one after another."""
        return reading(act)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        """By whoever reads such a text (`dialogs.typed`)."""
        if ask(announcing.gate) is not None:
            return None
        if isinstance(said, Uploaded):
            return lists.sent(said, ask) or files.unasked(said)
        if isinstance(said, Shared):
            return contacts.shared(said, ask)
        if not isinstance(said, Typed) or not said.text.strip():
            return None
        return read(said, ask, self.wordings)

    @override
    def entry(self, said: Typed, ask: Ask) -> Open | None:
        """What stands here, under 更多, by its label or by what people call it besides, a language by its name, a number that can be said aloud: whoever knows it writes it, wherever he is."""
        wanted = bare(said.line)
        if not wanted or ask(announcing.gate) is not None:
            return None
        if (numbered := opens_number(said.line, ask)) is not None:
            return numbered
        me, badges = ask(views.me), ask(views.badges)
        first, others = entries.at_home(me, badges, ask)
        more = opens(say("more-entry"), More.name)
        there = (*first, *others, more, *entries.under_more(me, badges, ask), *entries.by_name(me))
        opening = [each for each in there if each.act is not None]
        found = next((each.act for each in opening if wanted in map(bare, self.wordings(each.label))), None)
        if found is None and "\n" not in said.text.strip():
            acts = (each.act for each in opening if each.act is not None)
            found = next((act for act in acts if called(said.line, str(act.args.get("dialog")), self.wordings)), None)
        if found is None and wanted in {bare(name) for _, name in LANGUAGES}:
            return Open(Language.name)
        given = found.args.get("args") if found is not None else None
        return (
            Open(str(found.args.get("dialog")), given if isinstance(given, dict) else {}) if found is not None else None
        )

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        """A list was brought (`dialogs.typed.lists`): its card is on its way. What was to be read was read."""
        if not isinstance(result, Job):
            return Show()
        return Show(notice=(say("import-received", name=str(result.args.get("name", ""))), say("import-checking")))


class More(Page):
    """更多: what doesn't fit on home, and at the end the vendor's other pages; at most eight a page."""

    name = "more"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        me = ask(views.me)
        links = [
            Button(say("link-label", label=each.label, english=each.english or each.label), url=each.url)
            for each in ask(views.links)
        ]
        keys = (*entries.under_more(me, ask(views.badges), ask), *links)
        page, shown, total = leafed(args, A_PAGE, lambda offset: part(keys, offset, A_PAGE))
        return Screen((_who(me), say("more-title")), (*evenly(shown, 2), *pages(page, A_PAGE, total), (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"page": page_in(act.args)})


def _who(me: Me) -> Say:
    return say("home-who", name=me.account.name, place=translated(me.unit or me.company), type=type_of(me.account))


def _left(args: Args) -> tuple[Row, ...]:
    """What was written and lies there until it is said what becomes of it."""
    found = args.get(WAITING)
    rows = []
    for each in found if isinstance(found, list) else []:
        match each:
            case {"dialog": str(name), "args": dict(lying)}:
                label = say(
                    "home-left-key", text=head(" ".join(str(lying.get("called", lying.get("text", ""))).split()), WAITS)
                )
                rows.append((opens(label, name, **lying),))
            case _:
                pass
    return tuple(rows)


def _unconfirmed(count: int) -> tuple[Row, ...]:
    """Orders that were written and nobody has confirmed: they don't count yet."""
    return ((opens(entries.counted("order-cards-entry", count), "order_cards"),),) if count else ()


def _to_answer(badges: Badges) -> tuple[Row, ...]:
    """Questions that wait: there only while they do."""
    return ((opens(entries.counted("to-answer-entry", badges.answers), "to_answer"),),) if badges.answers else ()


def _visits(badges: Badges) -> tuple[Row, ...]:
    """There only while some are planned within a week."""
    return ((opens(entries.counted("visits-entry", badges.visits), "visits"),),) if badges.visits else ()


def _board(me: Me, badges: Badges) -> tuple[Row, ...]:
    """Whose customers end or are late, for whoever has no room for it among his entries: there only while some do."""
    if not (badges.ending or badges.overdue) or "board" in entries.order_of(me.account).home:
        return ()
    return ((opens(say("board-entry"), "board"),),) if may(me.account, Action.SEE_BOARD) else ()


def _waiting(badges: Badges) -> tuple[Wording, ...]:
    lines = []
    if badges.away is not None:
        deputy, until = badges.away
        lines.append(say("home-away", deputy=deputy, until=until))
    if badges.approvals:
        lines.append(say("home-approvals", count=badges.approvals))
    if badges.answers:
        lines.append(say("home-answers", count=badges.answers))
    if badges.feedback:
        lines.append(say("home-feedback", count=badges.feedback))
    if badges.visits_today:
        lines.append(say("home-visits", count=badges.visits_today))
    if badges.ending:
        lines.append(say("home-ending", count=badges.ending, days=badges.ending_days))
    if badges.overdue:
        lines.append(say("home-overdue", count=badges.overdue))
    if badges.missed:
        lines.append(say("home-missed", count=badges.missed))
    if badges.unread:
        lines.append(say("home-unread", count=badges.unread))
    return tuple(lines)


def _rows(me: Me, badges: Badges, ask: Ask) -> tuple[Row, ...]:
    """What the account does most stands alone in its row; the rest two or three in a row."""
    first, others = entries.at_home(me, badges, ask)
    return (*((each,) for each in first), *evenly((*others, opens(say("more-entry"), More.name))))
