"""变更记录: what the administration changed, who and when; of one matter by a tap, of one person by his name."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.administration.told import told
from dialogs.core.ask import Ask
from dialogs.core.page import Args, Heard, Perhaps, Show, Turn
from dialogs.core.screen import Act, Button, Row, Wording, act, say
from dialogs.shared.list_page import ListPage, text_of
from dialogs.shared.words import BACK, HOME, button, evenly, event_word, in_a_line, member
from domain.administration import changes
from domain.administration.changes import Change, ChangeTopic
from domain.base.bilingual import translated


class Changes(ListPage[Change]):
    name = "changes"
    hint = "changes-search-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Change], int]:
        return ask(changes.newest, _topic(args), text_of(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        topic, text = _topic(args), text_of(args)
        narrowed = in_a_line((say(f"changes-{topic.value}") if topic else "", text))
        return (say("changes-title", count=total), *((say("changes-narrowed", by=narrowed),) if narrowed else ()))

    @override
    def row(self, place: int, row: Change, args: Args, ask: Ask) -> Sequence[Wording]:
        what = in_a_line((event_word(type(row.event)), translated(row.about), told(row)))
        by = row.by or say("changes-nobody")
        return say("changes-row", index=place, at=row.at, by=by), say("changes-what", what=what)

    @override
    def key(self, place: int, row: Change, args: Args, ask: Ask) -> Button | None:
        return None

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("changes-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        topic = _topic(args)
        keys = [
            Button(say(f"changes-{each.value}"), act("topic", topic=each.value))
            for each in ChangeTopic
            if each != topic
        ]
        whole = (button("changes-all-key", "all"),) if topic or text_of(args) else ()
        return (*evenly(keys, 3), (*whole, BACK, HOME))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb != "topic":
            return super().act(args, act, ask)
        return Show({"topic": act.args.get("topic"), "text": text_of(args)})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        return self.sought(args, said, ask)


def _topic(args: Args) -> ChangeTopic | None:
    return member(ChangeTopic, args.get("topic"))
