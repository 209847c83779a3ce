"""How a request of each kind looks to its approver. The module that shows it registers its face (`…face.py`, or the page itself);
`dialogs.matters` finds these by their name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogs.core.ask import Ask
from dialogs.core.field import Option
from dialogs.core.page import Open
from dialogs.core.screen import Button, Row, Say, Wording, say
from domain.approvals import briefs
from domain.approvals.records import Approval, FieldChange
from domain.base.kinds import Kind


def _no_rows(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    return ()


def _plainly(change: FieldChange) -> Wording:
    return say("approval-change", label=change.field, before=change.before, after=change.after)


def _takes_no_reply(ask: Ask, approval_id: int) -> Say:
    return say("approval-takes-no-reply", number=ask(briefs.brief, ask(briefs.approval, approval_id)).number)


def _nothing(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """Most refusals mean what they say."""
    return ()


@dataclass(frozen=True, slots=True)
class Face:
    """`asking` is everything needed to decide at a glance, `verbs` the rows that decide, `outcome` what became of it: by
    whom and when, in place of the buttons. [详情] adds to this what `more` tells, and the rows of `beside` that open more.
    `look` is how whoever asked for it opens it."""

    asking: Callable[[Ask, int], tuple[Wording, ...]]
    verbs: Callable[[Ask, int], tuple[Row, ...]]
    outcome: Callable[[Ask, int], tuple[Wording, ...]]
    more: Callable[[Ask, int], tuple[Wording, ...]]
    look: Callable[[Approval], Button]
    beside: Callable[[Ask, int], tuple[Row, ...]] = _no_rows
    mendable: tuple[Option, ...] = ()
    """The fields that a return may name."""
    refusing: Callable[[Ask, int], tuple[Wording, ...]] = _nothing
    """What comes of a refusal beyond itself, told before its reason is asked."""
    late: Callable[[Ask, int], Open | Say] = _takes_no_reply
    """What a reply to its card opens, or is told, once no button hears one."""
    mended: Callable[[FieldChange], Wording] = _plainly
    """A field that was returned, as it was and as it came back."""


FACES: dict[Kind, Face] = {}


def register(*kinds: Kind, face: Face) -> None:
    """Raises `ValueError` for a kind that has one: two matters would both believe that it is theirs."""
    for kind in kinds:
        if kind in FACES:
            raise ValueError(kind)
        FACES[kind] = face


def mendable(stem: str, names: Sequence[str]) -> tuple[Option, ...]:
    """A form's fields that a return may name."""
    return tuple(Option(name, say(f"{stem}-{name.replace('_', '-')}")) for name in names)
