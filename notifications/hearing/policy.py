"""Who hears that the policy changed: the administrators, for everybody's rules did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dialogs.core.screen import Screen, say
from dialogs.shared.words import HOME
from domain.base.policy_versions import PolicyChanged
from domain.base.work import Work
from notifications.hearing.pushes import Note, Push, hears

NAMED: Final = 8
BEGINNING: Final = ("units", "mcu_series")
"""Where a deployment begins: what stands there later changes nothing (docs/policy.md)."""


@hears(PolicyChanged)
def _changed(work: Work, event: PolicyChanged) -> Iterable[Push]:
    if not event.before:  # the first: the deployment begins
        return
    line = say("notice-policy-changed", names=event.changed[:NAMED], more=len(event.changed[NAMED:]))
    begun = [name for name in event.changed if name in BEGINNING]
    lines = (line, *((say("notice-policy-beginning", names=tuple(begun)),) if begun else ()))
    for administrator in work.people.administrators():
        yield Note(Screen(lines, ((HOME,),)), account=administrator.id)
