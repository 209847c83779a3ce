"""Who hears that updates were set aside: the administrators, who have them in a list."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, say
from dialogs.shared.words import HOME, opens
from domain.base.work import Work
from domain.failures.failing import FailuresTold
from notifications.hearing.pushes import Note, Push, hears


@hears(FailuresTold)
def _told(work: Work, event: FailuresTold) -> Iterable[Push]:
    line = say("notice-failures", count=event.failures)
    for administrator in work.people.administrators():
        yield Note(Screen((line,), ((opens(say("failures-look-key"), "failures"), HOME),)), account=administrator.id)
