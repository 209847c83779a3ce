"""Pictures to a follow-up report and to what is said about it. Absent: how one is shown (`dialogs.shared.thread`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.screen import Row, Wording, say
from dialogs.shared.thread import Signed, ThreadFile, file_rows
from domain.base.written import KeptFile, Written
from domain.follow_ups import views as follow_up_views
from domain.follow_ups.records import Comment
from domain.follow_ups.views import FollowUpView

FILE = "follow_up_file"


@dataclass(frozen=True, slots=True)
class Told:
    """The report itself (`id` 0), or a word on it."""

    id: int
    at: datetime
    written: Written


class FollowUpFile(ThreadFile):
    """`thread` is the report."""

    name = FILE

    @override
    def messages(self, thread: int, ask: Ask) -> Signed:
        view = ask(follow_up_views.follow_up, thread)
        return (_report(view), *_words(view))


def _report(view: FollowUpView) -> tuple[Told, Wording]:
    """Of a former holder's people nobody is named, nor is a file as they called it."""
    found, author = view.follow_up, view.author or say("former-holder")
    files = found.files if view.author else without_names(found.files)
    return Told(0, found.at, Written(found.dynamics, files)), author


def _words(view: FollowUpView) -> Signed:
    return tuple((said(each), by) for each, by in view.comments)


def said(comment: Comment) -> Told:
    return Told(comment.id, comment.at, Written(comment.text, comment.files))


def pictures(view: FollowUpView) -> tuple[Row, ...]:
    """Those of the report, and once they were opened of the words on it."""
    return file_rows((_report(view), *(() if view.unread else _words(view))), FILE, view.follow_up.id)


def pictures_of(view: FollowUpView, comment: Comment, by: Wording) -> Sequence[Row]:
    """Those of one word on it."""
    return file_rows(((said(comment), by),), FILE, view.follow_up.id)


def without_names(files: Sequence[KeptFile]) -> tuple[KeptFile, ...]:
    """As photos are called, whose senders give them no name."""
    return tuple(replace(each, name=f"photo-1.{each.type.removeprefix('image/')}") for each in files)
