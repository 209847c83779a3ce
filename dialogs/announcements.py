"""公告: what was announced to me; writing one; who has read it (docs/announcements.md)."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Many
from dialogs.core.field import Option
from dialogs.core.file_names import all_named
from dialogs.core.files import Files, kept
from dialogs.core.form import Form
from dialogs.core.kinds import Text, YesNo
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, act, say
from dialogs.shared.list_page import ListPage
from dialogs.shared.words import BACK, HOME, button, leafed, opens, page_in, pages
from domain.announcements import announcing
from domain.announcements.announcing import View
from domain.announcements.records import Announcement
from domain.base.bilingual import translated
from domain.base.rights import Action, may
from domain.base.written import KeptFile
from domain.home import views
from domain.people.records import AccountType

NAMES = 20


class WriteAnnouncement(Form[announcing.Announce], name="write_announcement", submit="announce-key"):
    """写公告: for whom, what, with which files, and whether it must be read."""

    heading = Text(max_length=60)
    text = Text(max_length=2000, lines=True)
    attachments = Files(at_most=5).optional()
    types = Many(
        tuple(Option(each.value, say(f"type-{each.value}")) for each in AccountType), load=AccountType
    ).optional(say("announce-everybody"))
    units = Many(load=int).optional(say("announce-everybody"))
    agencies = Many(load=int).optional(say("announce-everybody"))
    must_read = YesNo()

    @units.options
    def my_units(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(str(unit.id), translated(unit.name)) for unit in ask(announcing.units))

    @units.relevant
    def several(self, ask: Ask) -> bool:
        return len(ask(announcing.units)) > 1

    @agencies.options
    def my_agencies(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(str(agency.id), agency.called, find=agency.name) for agency in ask(announcing.agencies))

    @override
    def called(self) -> Wording | None:
        return self.heading

    @override
    def build(self, values: dict[str, object]) -> announcing.Announce:
        return announcing.Announce(
            heading=self.heading,
            text=self.text,
            types=self.types or (),
            units=self.units or (),
            agencies=self.agencies or (),
            must_read=self.must_read,
            attachments=tuple(map(kept, self.attachments or ())),
        )

    @override
    def done(self, result: Announcement, ask: Ask) -> Screen:
        view = ask(announcing.view, result.id)
        total = view.counts.total if view.counts is not None else 0
        look = opens(say("look-key"), "broadcast", announcement=result.id)
        quiet = (say("announced-later"),) if ask(announcing.waits) else ()
        return Screen((say("announced", count=total), say("strong", text=result.title), *quiet), ((look, HOME),))


class Announcements(ListPage[tuple[Announcement, bool]]):
    """What was announced to me, newest first."""

    name = "announcements"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[tuple[Announcement, bool]], int]:
        return ask(announcing.to_me, offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("announcements-title", count=total),)

    @override
    def row(self, place: int, row: tuple[Announcement, bool], args: Args, ask: Ask) -> Sequence[Wording]:
        each, read = row
        at, mark = each.created_at, "yes" if read else "no"
        return (say("announcements-row", index=place, title=title(each), at=at, read=mark),)

    @override
    def key(self, place: int, row: tuple[Announcement, bool], args: Args, ask: Ask) -> Button:
        return opens(str(place), "announcement", announcement=row[0].id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("announcements-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        if not may(ask(views.reader), Action.ANNOUNCE):
            return ((HOME,),)
        write = opens(say("write-announcement-title"), "write_announcement")
        return ((write, opens(say("broadcasts-key"), "broadcasts")), (HOME,))


class AnnouncementPage(Page):
    """One announcement: pushed, opened from the list, and in front of home where it must be read."""

    name = "announcement"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        return announcement(ask(announcing.view, _id(args)), ((HOME,),))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return reading(act)

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show() if isinstance(result, KeptFile) else Show(toast=say("read-toast"))


class Broadcasts(ListPage[Announcement]):
    """What I have announced."""

    name = "broadcasts"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Announcement], int]:
        return ask(announcing.by_me, offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("broadcasts-title", count=total),)

    @override
    def row(self, place: int, row: Announcement, args: Args, ask: Ask) -> Sequence[Wording]:
        return (say("announcements-row", index=place, title=title(row), at=row.created_at, read="yes"),)

    @override
    def key(self, place: int, row: Announcement, args: Args, ask: Ask) -> Button:
        return opens(str(place), "broadcast", announcement=row.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("announcements-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((BACK, HOME),)


class Broadcast(Page):
    """How far an announcement has come: progress, who has read it and who hasn't; for its author."""

    name = "broadcast"
    steady = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(announcing.view, _id(args))
        counts, found = view.counts, view.announcement
        lines: list[Wording] = [say("strong", text=title(found)) if found.title else title(found)]
        if counts is not None:
            lines.append(say("broadcast-progress", arrived=counts.arrived, total=counts.total))
            if counts.unreachable:
                lines.append(say("broadcast-unreachable", count=counts.unreachable))
            lines.append(say("broadcast-read", read=counts.read, total=counts.total))
        listed = args.get("listed")
        rows: list[Row] = []
        if isinstance(listed, str):
            read = listed == "read"
            page, names, total = leafed(
                args, NAMES, lambda offset: ask(announcing.readers, found.id, read=read, offset=offset, limit=NAMES)
            )
            people = tuple(f"{each.company} {each.name}".strip() for each in names)
            lines.append(say(f"broadcast-list-{'read' if read else 'unread'}", people=people, count=total))
            rows += pages(page, NAMES, total)
        rows.append(
            (button("broadcast-readers-key", "list", of="read"), button("broadcast-unread-key", "list", of="unread"))
        )
        words = opens(say("broadcast-words-key"), "announcement", announcement=found.id)
        remind = (button("broadcast-remind-key", "remind"),) if counts is not None and counts.unread else ()
        rows.append((*remind, words, HOME))
        return Screen(tuple(lines), tuple(rows))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "list":
                return Show({"announcement": _id(args), "listed": act.args.get("of")})
            case "page":
                return Show({**args, "page": page_in(act.args)})
            case _:
                return Run(announcing.RemindUnread(announcement=_id(args)))

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        if isinstance(result, int) and result:
            return Show(toast=say("reminded-toast", count=result))
        counts = ask(announcing.view, _id(args)).counts
        some = counts is not None and counts.unread
        return Show(toast=say("reminded-already-toast") if some else say("reminded-nobody-toast"))


def announcement(view: View, last: tuple[Row, ...]) -> Screen:
    """The announcement with its files as keys, and 我已阅读 until it was."""
    found = view.announcement
    lines: list[Wording] = [say("announcement-head", title=title(found))]
    if found.release:
        lines.append(say(f"release-{found.release.replace('.', '-')}"))
    else:
        lines += [found.text] if found.text else []
        lines.append(say("announcement-by", author=view.author, at=found.created_at))
    files = tuple(
        (Button(say("attachment-key", name=name), act("file", announcement=found.id, index=index)),)
        for index, name in enumerate(all_named(each.name for each in found.attachments))
    )
    document: tuple[Row, ...] = ()
    if found.publication is not None:
        document = ((opens(say("publication-open-key"), "publication", publication=found.publication),),)
    unread = view.is_receiver and not view.read
    return Screen(
        tuple(lines),
        (*files, *document, *(((button("have-read-key", "read", announcement=found.id),),) if unread else ()), *last),
    )


def reading(act: Act) -> Turn:
    """What the keys under an announcement do: to this very one, whatever else stands in front by now."""
    if act.verb == "file":
        index = act.args.get("index")
        return Run(announcing.OpenAttachment(announcement=_id(act.args), index=index if isinstance(index, int) else -1))
    return Run(announcing.ReadAnnouncement(announcement=_id(act.args)))


def title(found: Announcement) -> Wording:
    return say("release-title", version=found.release) if found.release else found.title


def _id(args: Args) -> int:
    value = args.get("announcement")
    return value if isinstance(value, int) else 0
