"""这是什么？: a text that several readers take, a button each."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import lies_with
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Button, Screen, act, say
from dialogs.core.words import head
from dialogs.shared.words import HOME
from dialogs.typed.readers import meant, opening

SHOWN = 120


class ReadAs(Page):
    """Opened with the `text`, which lies with it until somebody has chosen."""

    name = "read_as"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found = meant(_text(args), ask, self.wordings)
        rows = [(Button(each.label, act("take", place=place)),) for place, each in enumerate(found)]
        return Screen((say("read-as-title"), say("quoted", text=head(_text(args), SHOWN))), (*rows, (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        found, place = meant(_text(args), ask, self.wordings), act.args.get("place")
        if not isinstance(place, int) or not 0 <= place < len(found):
            return Show()
        return opening(found[place], lies_with(args))


def _text(args: Args) -> str:
    return str(args.get("text", ""))
