"""Who hears of announcements: the author of their progress, a reader of the file that he opened; a card that was read says so."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Attached, Screen, say
from domain.announcements import announcing
from domain.base.work import Work
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh, hears


@hears(announcing.Announced)
def _announced(work: Work, event: announcing.Announced) -> Iterable[Push]:
    """That of a document is told under the document itself."""
    found = work.announcements.get(event.announcement)
    author = found.author_id
    if author is not None and found.publication is None:
        args = {"announcement": event.announcement}
        yield PushedCard(author, "broadcast", args, announcing.progress_of(event.announcement))


@hears(announcing.AnnouncementRead)
def _read(work: Work, event: announcing.AnnouncementRead) -> Iterable[Push]:
    yield Refresh(announcing.shown_to(event.announcement, work.actor.id))


@hears(announcing.AttachmentOpened)
def _opened(work: Work, event: announcing.AttachmentOpened) -> Iterable[Push]:
    file = work.announcements.get(event.announcement).attachments[event.index]
    attached = Attached(file.sha256, file.name, picture=file.type.startswith("image/"))
    yield Note(Screen((say("attachment-key", name=file.name),), (), attached), account=event.account)
