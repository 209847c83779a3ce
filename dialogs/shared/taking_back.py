"""Where an appeal or a correction stands, and 撤回, which takes it back with one tap and one more to be sure."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Row, Say, Wording, say
from dialogs.shared.words import button, danger, decided
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, ApprovalState, Decision
from domain.approvals.taking_back import TakeBack


class TakenBack(Page):
    """The page of a request of whose own there is nothing to do but to take it back: what it shows is its matter's."""

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return _took_back(args, act) or self.turned(args, act)

    def turned(self, args: Args, act: Act) -> Turn:
        """Whatever else is tapped."""
        return Show(args)

    @override
    def after(self, args: Args, result: Approval, ask: Ask) -> Turn:
        return Show({"approval": result.id}, toast=say("withdrawn-toast"))


def taking_back(args: Args, *, may: bool) -> tuple[Row, ...]:
    """撤回, and once more to be sure."""
    if not may:
        return ()
    if args.get("sure") is True:
        return ((danger("withdraw-sure-key", "withdraw_sure"),), (button("keep-key", "keep"),))
    return ((button("withdraw-key", "withdraw"),),)


def _took_back(args: Args, act: Act) -> Turn | None:
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
    lines: list[Wording] = [] if told else [stands(approval)]
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


def stands(approval: Approval) -> Say:
    return say(f"petition-{approval.kind.value.replace('_', '-')}-{approval.state.value}")
