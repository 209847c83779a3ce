"""The half-filled forms about the same record, offered where one is opened."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.registry import Draft
from dialogs.core.screen import HOME, Button, Screen, Wording, act, say

DRAFTS = 6
"""How many drafts are offered when a form is opened."""


def offered(title: Wording, waiting: Sequence[Draft]) -> Screen:
    drafts = waiting[:DRAFTS]
    lines = tuple(
        say("core-draft-line", number=str(n), title=draft.title, at=draft.at) for n, draft in enumerate(drafts, 1)
    )
    buttons = tuple(
        Button(say("core-draft-open", number=str(n)), act("draft-open", draft=draft.id))
        for n, draft in enumerate(drafts, 1)
    )
    return Screen(
        (say("core-drafts", title=title, count=len(drafts)), *lines),
        (
            *(buttons[start : start + 3] for start in range(0, len(buttons), 3)),
            (Button(say("core-draft-none"), act("draft-none")),),
            (HOME,),
        ),
    )
