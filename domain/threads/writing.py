"""One more message in a thread, and how a thread is read; whose turn it is and who may is the matter's."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.errors import Refusal
from domain.base.work import Work
from domain.base.written import Written
from domain.threads.records import Thread, ThreadMessage


@dataclass
class NothingWritten(Refusal):
    """Neither words nor a file."""


def something(written: Written) -> Written:
    """Raises `NothingWritten`."""
    if not written.text.strip() and not written.files:
        raise NothingWritten
    return written


def write(work: Work, thread: Thread, written: Written, *, answers: bool) -> int:
    """By whoever acts. Raises `NothingWritten`."""
    return work.threads.write(thread.id, work.actor.id, work.now, something(written), answers=answers)


def signed(work: Work, thread: Thread) -> tuple[tuple[ThreadMessage, str], ...]:
    """Its messages with the names of those who wrote them."""
    return tuple((each, work.people.account(each.author_id).name) for each in work.threads.messages(thread.id))


def waited(work: Work, thread: Thread) -> int:
    """Days since the last question, in the vendor's zone."""
    return (work.today - work.calendar.day_of(thread.waits_since)).days


def last_asked(work: Work, thread: Thread) -> str:
    """The words of the newest question; empty where it is a picture."""
    asked = [each for each in work.threads.messages(thread.id) if not each.answers]
    return asked[-1].written.text if asked else ""
