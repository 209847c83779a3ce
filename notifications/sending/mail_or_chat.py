"""What goes out by mail, because the chat can't reach its reader (docs/reminders.md): what is urgent, still true, and has an address.

Whether somebody is reachable is known with his account; the letter itself is `smtp`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogs import reminders
from dialogs.core.ask import Ask
from dialogs.core.screen import Screen, say
from domain.base.work import Work
from domain.deadlines import reminding
from domain.reminders.records import URGENT


def urgent(work: Work, ask: Ask, digest: reminding.Digest) -> Sequence[int]:
    """Of the reminders of somebody who can't be reached, those that are mailed."""
    if digest.reachable or not work.people.account(digest.receiver).email:
        return ()
    told = [each for each in work.reminders.get(digest.ids) if each.kind in URGENT]
    return tuple(each.id for each in told if reminders.line_of(ask, each) is not None)


def with_reason(screen: Screen) -> Screen:
    return replace(screen, lines=(*screen.lines, say("mail-unreachable")))
