"""Announcing (公告): write one, have it broadcast, read it, see who has, remind the rest (docs/announcements.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.announcements.records import (
    Announcement,
    Audience,
    BroadcastState,
    Counts,
    ReadReceipt,
    Receiver,
)
from domain.base.bilingual import bilingual
from domain.base.errors import NotFound, Refusal
from domain.base.events import Event
from domain.base.rights import EVERYTHING, Action, demand, may, reach
from domain.base.work import Work
from domain.base.written import KeptFile
from domain.people.records import WITH_US, AccountType, Agency, Unit
from domain.reminders.moments import is_quiet
from domain.reminders.records import Planned, ReminderKind


@dataclass(frozen=True, kw_only=True)
class Announce:
    """The command behind the form 写公告."""

    heading: str
    text: str
    types: tuple[AccountType, ...] = ()
    units: tuple[int, ...] = ()
    agencies: tuple[int, ...] = ()
    must_read: bool = False
    attachments: tuple[KeptFile, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadAnnouncement:
    announcement: int


@dataclass(frozen=True, kw_only=True)
class RemindUnread:
    announcement: int


@dataclass(frozen=True, kw_only=True)
class OpenAttachment:
    announcement: int
    index: int


@dataclass
class NobodyThere(Refusal):
    """The audience is empty."""


@dataclass(frozen=True, kw_only=True)
class Announced(Event, subject="announcement"):
    announcement: int
    receivers: int


@dataclass(frozen=True, kw_only=True)
class AnnouncementRead(Event, subject="announcement"):
    announcement: int


@dataclass(frozen=True, kw_only=True)
class AttachmentOpened(Event, subject="announcement"):
    """Every reading of a file is recorded."""

    announcement: int
    account: int
    index: int


# --- writing --------------------------------------------------------------------------------------------------------


def announce(work: Work, command: Announce) -> Announcement:
    """Raises `NotAllowed`, `NotFound` for somebody out of the author's reach, `NobodyThere`."""
    to = audience(work, command.types, command.units, command.agencies)
    receivers = work.announcements.count_audience(to, work.actor.id)
    if receivers == 0:
        raise NobodyThere
    made = work.announcements.add(
        author_id=work.actor.id,
        title=command.heading,
        text=command.text,
        must_read=command.must_read,
        audience=to,
        attachments=command.attachments,
        at=work.now,
    )
    work.events.record(Announced(announcement=made.id, receivers=receivers))
    return made


def audience(work: Work, types: Sequence[AccountType], units: tuple[int, ...], named: tuple[int, ...]) -> Audience:
    """For whom the author writes. Raises `NotAllowed`, `NotFound` for somebody out of his reach."""
    within = _units(work, units)
    reachable = {agency.id for agency in agencies(work)}
    if any(each not in reachable for each in named):
        raise NotFound("agency")
    return Audience(types=tuple(types), units=within, agencies=named)


def announce_publication(work: Work, publication: int, title: str, to: Audience) -> None:
    """A new document is announced to whoever is there to have it; who comes later finds it."""
    receivers = work.announcements.count_audience(to, work.actor.id)
    if receivers == 0:
        return
    made = work.announcements.add(
        author_id=work.actor.id,
        title=f"{bilingual('新资料', 'New document')} · {title}",
        text="",
        must_read=False,
        audience=to,
        attachments=(),
        at=work.now,
        publication=publication,
    )
    work.events.record(Announced(announcement=made.id, receivers=receivers))


def _units(work: Work, named: tuple[int, ...]) -> tuple[int, ...]:
    """A manager speaks to his own unit, whether he names it or not."""
    mine = {unit.id for unit in units(work)}
    if any(each not in mine for each in named):
        raise NotFound("unit")
    return named if named or reach(work.actor, Action.ANNOUNCE) == EVERYTHING else tuple(mine)


def units(work: Work) -> Sequence[Unit]:
    """The units that the author may speak to. Raises `NotAllowed`."""
    within = reach(work.actor, Action.ANNOUNCE)
    return [unit for unit in work.people.units() if within.all or unit.id == within.unit_id]


def agencies(work: Work) -> Sequence[Agency]:
    """Those that work with the vendor. Raises `NotAllowed`."""
    found = work.people.agencies(reach(work.actor, Action.ANNOUNCE))
    return [each for each in found if each.state in WITH_US]


def announce_release(work: Work, version: str) -> Announcement | None:
    """A new version says once what changed, to those who are there; None when it has."""
    if work.announcements.of_release(version) is not None:
        return None
    made = work.announcements.add(
        author_id=None,
        title="",
        text="",
        must_read=False,
        audience=Audience(),
        attachments=(),
        at=work.now,
        release=version,
    )
    if work.announcements.count_audience(made.audience, None) == 0:
        # a new deployment: whoever joins later needn't hear what once changed
        work.announcements.advance(made.id, 0, BroadcastState.DONE)
    return made


# --- the broadcast --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReceiverBatch:
    """Whose turn it is. `last`: nobody is behind them."""

    announcement: Announcement
    receivers: Sequence[Receiver]
    last: bool


def next_batch(work: Work, limit: int) -> ReceiverBatch | None:
    """The next receivers of the oldest broadcast that isn't out; None when there is none, or it is quiet. The caller
    notes them with `announcements.receipts` and then calls `advance`, in the same transaction: a kill loses nothing."""
    if is_quiet(work.policy, work.now):
        return None
    waiting = work.announcements.waiting()
    if not waiting:
        return None
    announcement = work.announcements.get(waiting[0], lock=True)
    receivers = work.announcements.next_receivers(announcement, limit)
    return ReceiverBatch(announcement, receivers, last=len(receivers) < limit)


def advance(work: Work, batch: ReceiverBatch) -> None:
    cursor = batch.receivers[-1].account_id if batch.receivers else batch.announcement.cursor
    state = BroadcastState.DONE if batch.last else BroadcastState.WAITING
    work.announcements.advance(batch.announcement.id, cursor, state)


# --- reading --------------------------------------------------------------------------------------------------------


def gate(work: Work) -> Announcement | None:
    """What stands in front of the reader's home: one after another, oldest first."""
    return work.announcements.first_unread(work.actor.id)


@dataclass(frozen=True, slots=True)
class View:
    """An announcement as the reader sees it. `counts` are for its author and the administrators."""

    announcement: Announcement
    author: str
    read: bool
    is_receiver: bool
    counts: Counts | None


def view(work: Work, announcement_id: int) -> View:
    """Raises `NotFound`, also when it isn't the reader's."""
    found = work.announcements.get(announcement_id)
    receiver = work.announcements.is_receiver(found.id, work.actor.id)
    watches = _watches(work, found)
    if not receiver and not watches:
        raise NotFound("announcement")
    return View(
        found,
        work.people.account(found.author_id).name if found.author_id is not None else "",
        work.announcements.has_read(found.id, work.actor.id),
        receiver,
        work.announcements.counts(found.id) if watches else None,
    )


def _watches(work: Work, announcement: Announcement) -> bool:
    """Who sees how far it has come: its author, and the administrators."""
    if not may(work.actor, Action.ANNOUNCE):
        return False
    return announcement.author_id == work.actor.id or reach(work.actor, Action.ANNOUNCE) == EVERYTHING


def shown_to(announcement_id: int, account_id: int) -> str:
    """What the card that brought it to somebody is about: it changes when he has read it, wherever he did."""
    return f"announcement:{announcement_id}:{account_id}"


def progress_of(announcement_id: int) -> str:
    """What the cards are about that show how far it has come."""
    return f"broadcast:{announcement_id}"


def read(work: Work, command: ReadAnnouncement) -> None:
    if work.announcements.mark_read(command.announcement, work.actor.id, work.now):
        work.events.record(AnnouncementRead(announcement=command.announcement))


def open_attachment(work: Work, command: OpenAttachment) -> KeptFile:
    """Raises `NotFound`."""
    attachments = view(work, command.announcement).announcement.attachments
    if not 0 <= command.index < len(attachments):
        raise NotFound("file")
    work.events.record(AttachmentOpened(announcement=command.announcement, account=work.actor.id, index=command.index))
    return attachments[command.index]


def waits(work: Work) -> bool:
    """Whether what is announced now waits for the end of quiet hours."""
    return is_quiet(work.policy, work.now)


def to_me(work: Work, offset: int, limit: int) -> tuple[Sequence[tuple[Announcement, bool]], int]:
    return work.announcements.of_reader(work.actor.id, offset, limit)


def by_me(work: Work, offset: int, limit: int) -> tuple[Sequence[Announcement], int]:
    """What the author has written; an administrator sees everybody's. Raises `NotAllowed`."""
    within = reach(work.actor, Action.ANNOUNCE)
    return work.announcements.of_author(None if within == EVERYTHING else work.actor.id, offset, limit)


def readers(
    work: Work, announcement_id: int, *, read: bool, offset: int, limit: int
) -> tuple[Sequence[ReadReceipt], int]:
    """Who has read it, or who hasn't. Raises `NotFound`."""
    _authored(work, announcement_id)
    return work.announcements.readers(announcement_id, read=read, offset=offset, limit=limit)


def remind_unread(work: Work, command: RemindUnread) -> int:
    """Those who haven't read it hear of it again, at most once a day. Returns how many. Raises `NotFound`."""
    demand(work.actor, Action.ANNOUNCE)
    _authored(work, command.announcement)
    today = work.calendar.begin_of(work.today)
    return work.reminders.plan(
        [
            Planned(
                receiver=receiver,
                kind=ReminderKind.ANNOUNCEMENT,
                subject=f"announcement:{command.announcement}",
                due=today,
            )
            for receiver in work.announcements.unread_receivers(command.announcement)
        ]
    )


def _authored(work: Work, announcement_id: int) -> None:
    if not _watches(work, work.announcements.get(announcement_id)):
        raise NotFound("announcement")
