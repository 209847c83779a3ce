"""One more message in a thread, and a file of one that is looked at; whose turn it is and who may is the matter's."""

from __future__ import annotations

from dataclasses import dataclass

from domain.base.errors import Refusal
from domain.base.work import Work
from domain.base.written import Written
from domain.threads.records import Thread


@dataclass
class NothingWritten(Refusal):
    """Neither words nor a file."""


def write(work: Work, thread: Thread, written: Written, *, answers: bool) -> int:
    """By whoever acts. Raises `NothingWritten`."""
    if not written.text.strip() and not written.files:
        raise NothingWritten
    return work.threads.write(thread.id, work.actor.id, work.now, written, answers=answers)
