"""批量审批: several of what waits are ticked, looked at once more by name, and approved, or rejected for one reason."""

from __future__ import annotations

from collections.abc import Iterable

from typing_extensions import override

from dialogs.approvals.waiting import Inbox, in_list, within
from dialogs.core.ask import Ask
from dialogs.core.choices import numbers_of
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.inputs import Typed
from dialogs.core.own_words import ChoiceOrText
from dialogs.core.page import Args, Close, Heard, Open, Page, Run, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Json, Row, Screen, Tone, Wording, act, say
from dialogs.shared.faces import FACES
from dialogs.shared.reasons import as_said, may_be_completed
from dialogs.shared.words import BACK, HOME, button, numbered, opens, page_in, pages
from domain.approvals import briefs, deciding_several
from domain.approvals.briefs import Brief
from domain.approvals.deciding_several import MOST, Choices, OneOfSeveral, Ticked


class DecideSeveral(Page):
    """`ticks` are pairs of a request and its revision: what has changed since isn't decided unseen. `kind` and `age` are those
    of the list that it was opened from."""

    name = "decide_several"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found = _choices(args, ask)
        ticked = [each for each in found.together if _tick(each) in _ticks(args)]
        if ticked and args.get("sure") is True:
            return _confirmation(ticked)
        return _ticking(found, ticked, page_in(args))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        ticks = _ticks(args)
        match act.verb:
            case "tick":
                tick = [act.args.get("approval"), act.args.get("revision")]
                return _show(args, [each for each in ticks if each != tick] if tick in ticks else [*ticks, tick])
            case "tick_all":
                shown = _page(_choices(args, ask), page_in(args))
                return _show(args, [*ticks, *(each for each in map(_tick, shown) if each not in ticks)])
            case "page":
                return Show({**args, "page": page_in(act.args), "sure": False})
            case "sure":
                return Show({**args, "sure": True})
            case "approve":
                return Run(deciding_several.ApproveSeveral(requests=_ticked_of(ticks)))
            case "reject":
                return Open("reject_several", {"ticks": ticks})
            case _:
                return Show({**args, "sure": False})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """Numbers that stand there are as their buttons."""
        numbers = numbers_of(said.text) if isinstance(said, Typed) and args.get("sure") is not True else []
        first = page_in(args) * Inbox.a_page
        shown = {
            str(first + place): _tick(each) for place, each in enumerate(_page(_choices(args, ask), page_in(args)), 1)
        }
        if not numbers or not all(each in shown for each in numbers):
            return None
        ticks, meant = _ticks(args), [shown[each] for each in dict.fromkeys(numbers)]
        return _show(
            args, [each for each in ticks if each not in meant] + [each for each in meant if each not in ticks]
        )

    @override
    def after(self, args: Args, result: tuple[OneOfSeveral, ...], ask: Ask) -> Turn:
        return Close(notice=_outcome(result, "several-done"))


class RejectSeveral(Form[deciding_several.RejectSeveral], name="reject_several"):
    """批量驳回: the one reason is told to each applicant."""

    @source
    def requests(self) -> tuple[Ticked, ...]:
        return _ticked_of(_ticks(self.context))

    reason = ChoiceOrText(max_length=300)

    @reason.options
    def reasons(self, ask: Ask) -> tuple[Option, ...]:
        return as_said(ask(deciding_several.reasons_for, [each.approval for each in self.requests]))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        several = [ask(briefs.brief, ask(briefs.approval, each.approval)) for each in self.requests]
        means = [
            say("reject-several-means", name=each.title, means=line)
            for each in several
            for line in FACES[each.approval.kind].refusing(ask, each.approval.id)
        ]
        return (say("reject-several-who", count=len(several), names=tuple(each.title for each in several)), *means)

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        return may_be_completed(self.reason, self.reasons(ask))

    @override
    def done(self, result: tuple[OneOfSeveral, ...], ask: Ask) -> Screen:
        return Screen(_outcome(result, "several-rejected"), ((opens(say("approvals-entry"), "approvals"), HOME),))


def _choices(args: Args, ask: Ask) -> Choices:
    found = ask(deciding_several.choices)
    return Choices(within(found.together, args), within(found.singly, args))


def _show(args: Args, ticks: list[Json]) -> Turn:
    if len(ticks) > MOST:
        return Show(toast=say("several-most", most=MOST), alert=True)
    return Show({**args, "ticks": ticks, "sure": False})


def _ticking(found: Choices, ticked: list[Brief], page: int) -> Screen:
    shown = _page(found, page)
    first = page * Inbox.a_page
    lines: list[Wording] = [say("several-title")]
    lines += [in_list(first + place, each) for place, each in enumerate(shown, 1)]
    if found.singly:
        lines.append(say("several-singly", names=tuple(each.title for each in found.singly)))
    numbers = [_number(first + place, each, each in ticked) for place, each in enumerate(shown, 1)]
    rows: list[Row] = [*numbered(numbers), *pages(page, Inbox.a_page, len(found.together))]
    if any(each not in ticked for each in shown):
        rows.append((button("several-tick-all", "tick_all"),))
    if ticked:
        rows.append((Button(say("several-next", count=len(ticked)), act("sure")),))
    return Screen(tuple(lines), (*rows, (BACK, HOME)))


def _confirmation(ticked: list[Brief]) -> Screen:
    lines = [say("several-sure", count=len(ticked)), *(in_list(at, each) for at, each in enumerate(ticked, 1))]
    approve = Button(say("several-approve-key", count=len(ticked)), act("approve"), tone=Tone.APPROVE)
    reject = Button(say("several-reject-key", count=len(ticked)), act("reject"), tone=Tone.DANGER)
    return Screen(tuple(lines), ((approve,), (reject, button("several-back", "choose"), HOME)))


def _outcome(result: tuple[OneOfSeveral, ...], key: str) -> tuple[Wording, ...]:
    done = tuple(each.brief.title for each in result if each.refusal is None)
    lines: list[Wording] = [say(key, count=len(done), names=done)] if done else []
    lines += [
        say("several-left", name=each.brief.title, why=say_refusal(each.refusal))
        for each in result
        if each.refusal is not None
    ]
    return tuple(lines)


def _number(place: int, each: Brief, ticked: bool) -> Button:
    approval = each.approval
    label = say("core-ticked", label=str(place)) if ticked else str(place)
    return Button(label, act("tick", approval=approval.id, revision=approval.revision))


def _page(found: Choices, page: int) -> list[Brief]:
    return list(found.together[page * Inbox.a_page : (page + 1) * Inbox.a_page])


def _tick(each: Brief) -> Json:
    return [each.approval.id, each.approval.revision]


def _ticks(args: Args) -> list[Json]:
    value = args.get("ticks")
    return list(value) if isinstance(value, list) else []


def _ticked_of(ticks: Iterable[Json]) -> tuple[Ticked, ...]:
    return tuple(map(_ticked, ticks))


def _ticked(tick: Json) -> Ticked:
    approval, revision = tick if isinstance(tick, list) and len(tick) == 2 else (0, 0)
    return Ticked(approval if isinstance(approval, int) else 0, revision if isinstance(revision, int) else 0)
