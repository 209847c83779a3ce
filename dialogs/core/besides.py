"""What is said to a form and is none of its business: of somebody else, for whom a form of its own opens while this one waits."""

from __future__ import annotations

from dialogs.core.field import attempt
from dialogs.core.filling import State
from dialogs.core.hearing import OPEN
from dialogs.core.inputs import Shared, Typed
from dialogs.core.page import Heard, Open
from dialogs.core.running import Running
from domain.base.errors import Refusal


def besides(running: Running, state: State, said: Heard) -> Open | None:
    """As the form says (`Form.besides`), where answers are listened to."""
    if not isinstance(said, Typed | Shared):
        return None
    walk = running.walk(state)
    if walk.at.kind not in OPEN:
        return None
    try:
        return attempt(walk.root.form.besides, said, walk.at.path, walk.step.ask)
    except Refusal:  # the record is out of reach: hearing it says so
        return None
