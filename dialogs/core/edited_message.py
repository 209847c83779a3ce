"""What a message became that is edited after it was submitted: each record that stands from it, with a button that corrects it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Open, Page
from dialogs.core.screen import (
    HOME,
    Button,
    Json,
    Screen,
    Wording,
    act,
    act_from_json,
    act_to_json,
    say,
    wording_from_json,
    wording_to_json,
)


@dataclass(frozen=True, slots=True)
class Became:
    """`corrects`: the button that leads to what stands, where its form knows one."""

    stamp: str
    corrects: Button | None = None

    def to_json(self) -> Json:
        found = self.corrects
        if found is None or found.act is None:
            return self.stamp
        return [self.stamp, wording_to_json(found.label), act_to_json(found.act)]

    @classmethod
    def from_json(cls, value: Json) -> Became:
        match value:
            case [str(stamp), label, opens]:
                return cls(stamp, Button(wording_from_json(label), act_from_json(opens)))
            case _:
                return cls(str(value))


class BecameOf(Page):
    """Args: the `records`, as `Became` keeps them, and what is `open` of the same message."""

    name = "became"
    aside = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        records, still = args.get("records"), args.get("open")
        found = [Became.from_json(each) for each in records] if isinstance(records, list) else []
        lines: list[Wording] = [say("core-became", count=len(found))]
        if isinstance(still, list) and still:
            lines.append(say("core-became-open", titles=tuple(map(wording_from_json, still))))
        last = (Button(say("core-became-back"), act("close")), HOME)
        return Screen(tuple(lines), (*((each.corrects,) for each in found if each.corrects is not None), last))


def told(records: Sequence[Became], still: Sequence[Wording]) -> Open:
    return Open(
        BecameOf.name,
        {"records": [each.to_json() for each in records], "open": [wording_to_json(each) for each in still]},
    )
