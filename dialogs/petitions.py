"""申诉与更正: what was asked beside reports and extensions, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Say, Screen, Wording, act, say
from dialogs.words import HOME, button, decided, kind_of, leafed, numbered, opens, page_in, pages
from domain import petition_views
from domain.acting import Signature
from domain.approvals import Approval, ApprovalState, Decision, Kind
from domain.briefs import Brief
from domain.taking_back import TakeBack

A_PAGE = 6
CARDS = {Kind.APPEAL: "appeal", Kind.DATA_CHANGE: "correction"}
BACK = Button(say("back-key"), act("close"))


class Petitions(Page):
    name = "petitions"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        everything = args.get("all") is True
        page, rows, total = leafed(
            args,
            A_PAGE,
            lambda offset: ask(petition_views.petitions, open_only=not everything, offset=offset, limit=A_PAGE),
        )
        lines: list[Wording] = [say("petitions-title-all" if everything else "petitions-title", count=total)]
        lines += [_row(place, each) for place, each in enumerate(rows, page * A_PAGE + 1)] or [say("requests-none")]
        numbers = [
            opens(str(place), CARDS[each.approval.kind], approval=each.approval.id)
            for place, each in enumerate(rows, page * A_PAGE + 1)
        ]
        switch = button("requests-open-key", "open_only") if everything else button("requests-all-key", "all")
        return Screen(tuple(lines), (*numbered(numbers), *pages(page, A_PAGE, total), (switch, BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "all":
                return Show({"all": True})
            case "page":
                return Show({**args, "page": page_in(act.args)})
            case _:
                return Show({})


class CorrectionCard(Page):
    """更正 as whoever asked for it sees it."""

    name = "correction"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        value = args.get("approval")
        view = ask(petition_views.correction, value if isinstance(value, int) else 0)
        lines: list[Wording] = [
            say("correction-title", number=view.correction.number),
            say("strong", text=view.after.name),
            say("customer-contact", agency=view.agency, person=view.person),
            say("request-submitted", at=view.correction.created_at),
        ]
        lines += became(view.approval, view.approvers, view.decisions)
        return Screen(tuple(lines), (*taking_back(args, may=view.may_take_back), (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return took_back(args, act) or Show(args)

    @override
    def after(self, args: Args, result: Approval, ask: Ask) -> Turn:
        return Show({"approval": result.id}, toast=say("withdrawn-toast"))


def taking_back(args: Args, *, may: bool) -> tuple[Row, ...]:
    """撤回, and once more to be sure."""
    if not may:
        return ()
    if args.get("sure") is True:
        return ((button("withdraw-sure-key", "withdraw_sure"),), (button("keep-key", "keep"),))
    return ((button("withdraw-key", "withdraw"),),)


def took_back(args: Args, act: Act) -> Turn | None:
    """What a tap on one of these does; None for another one."""
    approval = args.get("approval")
    match act.verb:
        case "withdraw":
            return Show({**args, "sure": True})
        case "withdraw_sure" if isinstance(approval, int):
            return Run(TakeBack(approval=approval))
        case "keep":
            return Show({each: value for each, value in args.items() if each != "sure"})
        case _:
            return None


def became(
    approval: Approval, approvers: Sequence[str], decisions: Sequence[tuple[Decision, Signature]]
) -> tuple[Wording, ...]:
    """Where it stands, and the record of decisions."""
    told = approval.state is ApprovalState.WITHDRAWN and bool(decisions)
    lines: list[Wording] = [] if told else [_state(approval)]
    if approvers:
        due = approval.current.due_at
        names = tuple(approvers)
        lines.append(
            say("request-with", approvers=names) if due is None else say("request-with-until", approvers=names, due=due)
        )
    for decision, by in decisions[-6:]:
        lines.append(decided(approval.kind, decision.verb, by, decision.at))
        if decision.reason:
            lines.append(say("approval-reason", reason=decision.reason))
    return tuple(lines)


def _row(place: int, each: Brief) -> Wording:
    return say(
        "petitions-row",
        index=place,
        name=each.title,
        kind=kind_of(each.approval),
        state=_state(each.approval),
        number=each.number,
        person=each.person,
    )


def _state(approval: Approval) -> Say:
    return say(f"petition-{approval.kind.value.replace('_', '-')}-{approval.state.value}")
