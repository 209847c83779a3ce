"""Whose feedback is, and who may read it: whoever gave it, and the administrators (docs/feedback.md)."""

from __future__ import annotations

from domain.base.errors import NotFound
from domain.base.rights import Action, may
from domain.base.work import Work
from domain.threads.records import Thread, ThreadMatter


def visible(work: Work, thread_id: int, *, lock: bool = False) -> Thread:
    """Raises `NotFound`."""
    thread = work.threads.get(thread_id, lock=lock)
    seen = thread.asker_id == work.actor.id or may(work.actor, Action.ANSWER_FEEDBACK)
    if thread.matter is not ThreadMatter.FEEDBACK or not seen:
        raise NotFound("thread")
    return thread
