"""待审批: what waits for my decision, with how many there are of each kind and how late they are; narrowed to one of these by a
tap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Show, Turn
from dialogs.core.screen import HOME, Act, Button, Row, Say, Wording, act, say
from dialogs.shared.list_page import ListPage, part
from dialogs.shared.words import evenly, in_a_line, kind_of, opens
from domain.approvals import briefs, deciding_several
from domain.approvals.briefs import Age, Brief
from domain.base.kinds import Kind


class Inbox(ListPage[Brief]):
    """Late ones first, then the oldest. `kind`, `age`: those of that group alone."""

    name = "approvals"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Brief], int]:
        return part(within(ask(briefs.inbox), args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        if not total:
            return (say("inbox-title"),)
        waiting = ask(briefs.inbox)
        if _narrowed(args):
            return (say("inbox-title-of", group=_called(within(waiting, args)[0], args), count=total),)
        ages, kinds = _ages(waiting), _kinds(waiting)
        lines: list[Wording] = [say("inbox-title-count", count=total)]
        lines += [in_a_line([_counted(*each) for each in ages])] if ages else []
        lines += [in_a_line([_counted(*each) for each in kinds])] if len(kinds) > 1 else []
        return lines

    @override
    def row(self, place: int, row: Brief, args: Args, ask: Ask) -> Sequence[Wording]:
        return (in_list(place, row),)

    @override
    def key(self, place: int, row: Brief, args: Args, ask: Ask) -> Button:
        return opens(str(place), "approval", approval=row.approval.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("inbox-empty")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        waiting = ask(briefs.inbox)
        rows: list[Row] = []
        if _narrowed(args):
            rows.append((Button(say("counted", entry=say("inbox-all-key"), count=len(waiting)), act("all")),))
        elif total > self.a_page:  # what stands on one page is seen at once
            rows += evenly(_narrowing(waiting))
        several = len(within(ask(deciding_several.choices).together, args)) > 1
        last = (opens(say("several-key"), "decide_several", **_group(args)), HOME) if several else (HOME,)
        return (*rows, last)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show(_group(act.args)) if act.verb == "only" else super().act(args, act, ask)


def within(waiting: Sequence[Brief], args: Args) -> Sequence[Brief]:
    """Those of the group that the list is narrowed to."""
    kind, age = args.get("kind"), args.get("age")
    return [each for each in waiting if kind in (None, each.approval.kind.value) and age in (None, each.age.value)]


def in_list(place: int, each: Brief) -> Wording:
    """One request in a list, with its number before it."""
    line = say(
        "inbox-row",
        index=place,
        kind=kind_of(each.approval),
        name=each.title,
        agency=each.agency,
        person=each.person,
        at=each.at,
        late=-1 if each.late is None else each.late,
    )
    return say("inbox-row-instead-of", row=line, principal=each.principal) if each.principal else line


def _group(args: Args) -> dict[str, str]:
    """By what the list is narrowed."""
    return {name: value for name in ("kind", "age") if isinstance(value := args.get(name), str)}


def _narrowed(args: Args) -> bool:
    return bool(_group(args))


def _ages(waiting: Sequence[Brief]) -> list[tuple[Age, Say, int]]:
    """How many are late, and how many are to be decided today; nothing where it is neither."""
    counts = Counter(each.age for each in waiting)
    return [(age, say(f"inbox-age-{age.value}"), counts[age]) for age in (Age.LATE, Age.TODAY) if counts[age]]


def _kinds(waiting: Sequence[Brief]) -> list[tuple[Kind, Say, int]]:
    """The most of one kind first."""
    found = Counter(each.approval.kind for each in waiting)
    names = {each.approval.kind: kind_of(each.approval) for each in waiting}
    return [(kind, names[kind], count) for kind, count in found.most_common()]


def _counted(group: StrEnum, label: Say, count: int) -> Say:
    return say("inbox-group", group=label, count=count)


def _called(first: Brief, args: Args) -> Say:
    return kind_of(first.approval) if "kind" in args else say(f"inbox-age-{first.age.value}")


def _narrowing(waiting: Sequence[Brief]) -> list[Button]:
    """A key for each group that isn't the whole list."""
    groups = [("age", *each) for each in _ages(waiting)] + [("kind", *each) for each in _kinds(waiting)]
    return [
        Button(say("counted", entry=label, count=count), act("only", **{by: group.value}))
        for by, group, label, count in groups
        if count < len(waiting)
    ]
