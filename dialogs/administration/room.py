"""管理: the way to what an administrator sets and looks into."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page
from dialogs.core.screen import Screen, say
from dialogs.home import entries
from dialogs.shared.words import HOME, evenly
from domain.base.rights import Action
from domain.home import views


class Administration(Page):
    right = Action.SEE_AUDIT
    name = "administration"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        keys = entries.in_room(ask(views.me), ask(views.badges), ask)
        return Screen((say("administration-title"), say("administration-hint")), (*evenly(keys, 2), (HOME,)))
