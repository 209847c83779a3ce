"""批量批准: several of what waits are ticked, looked at once more by name, and approved in one act."""

from __future__ import annotations

from typing_extensions import override

from dialogs.approvals.inbox import Inbox, in_list
from dialogs.core.ask import Ask
from dialogs.core.page import Args, Close, Page, Run, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, act, say
from dialogs.shared.words import BACK, HOME, button, numbered, page_in, pages
from domain.approvals import approving_several
from domain.approvals.approving_several import MOST, Approved, Choices, Ticked
from domain.approvals.briefs import Brief


class ApproveSeveral(Page):
    """`ticks` are pairs of a request and its revision: what has changed since isn't approved unseen."""

    name = "approve_several"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found = ask(approving_several.choices)
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
                shown = _page(ask(approving_several.choices), page_in(args))
                return _show(args, [*ticks, *(each for each in map(_tick, shown) if each not in ticks)])
            case "page":
                return Show({**args, "page": page_in(act.args), "sure": False})
            case "sure":
                return Show({**args, "sure": True})
            case "approve":
                return Run(approving_several.ApproveSeveral(requests=tuple(_ticked(each) for each in ticks)))
            case _:
                return Show({**args, "sure": False})

    @override
    def after(self, args: Args, result: tuple[Approved, ...], ask: Ask) -> Turn:
        return Close(notice=_outcome(result))


def _show(args: Args, ticks: list[Json]) -> Turn:
    if len(ticks) > MOST:
        return Show(toast=say("approve-several-most", most=MOST), alert=True)
    return Show({**args, "ticks": ticks, "sure": False})


def _ticking(found: Choices, ticked: list[Brief], page: int) -> Screen:
    shown = _page(found, page)
    first = page * Inbox.a_page
    lines: list[Wording] = [say("approve-several-title")]
    lines += [in_list(first + place, each) for place, each in enumerate(shown, 1)]
    if found.singly:
        lines.append(say("approve-several-singly", names=tuple(each.title for each in found.singly)))
    numbers = [_number(first + place, each, each in ticked) for place, each in enumerate(shown, 1)]
    rows: list[Row] = [*numbered(numbers), *pages(page, Inbox.a_page, len(found.together))]
    if any(each not in ticked for each in shown):
        rows.append((button("approve-several-tick-all", "tick_all"),))
    if ticked:
        rows.append((Button(say("approve-several-next", count=len(ticked)), act("sure")),))
    return Screen(tuple(lines), (*rows, (BACK, HOME)))


def _confirmation(ticked: list[Brief]) -> Screen:
    lines = [say("approve-several-sure", count=len(ticked)), *(in_list(at, each) for at, each in enumerate(ticked, 1))]
    sure = Button(say("approve-several-sure-key", count=len(ticked)), act("approve"))
    return Screen(tuple(lines), ((sure,), (button("approve-several-back", "choose"), HOME)))


def _outcome(result: tuple[Approved, ...]) -> tuple[Wording, ...]:
    done = tuple(each.brief.title for each in result if each.refusal is None)
    lines: list[Wording] = [say("approve-several-done", count=len(done), names=done)] if done else []
    lines += [
        say("approve-several-left", name=each.brief.title, why=say_refusal(each.refusal))
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


def _ticked(tick: Json) -> Ticked:
    approval, revision = tick if isinstance(tick, list) and len(tick) == 2 else (0, 0)
    return Ticked(approval if isinstance(approval, int) else 0, revision if isinstance(revision, int) else 0)
