"""What is said about a request that waits, and the keys to say more: the same on the pages of both sides."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.screen import Button, Row, Wording, say
from dialogs.core.words import folding
from dialogs.shared.words import opens, signed
from domain.approvals import commenting, copying
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, Decision

SHOWN = 6


def comment(each: Decision, by: Signature) -> Wording:
    """`陈经理 11-22 10:05：请写明终端年产量`."""
    return say("comment-line", mark="none", by=signed(by), at=each.at, text=folding(each.reason), files=0)


def said(approval: Approval | None, ask: Ask) -> tuple[Wording, ...]:
    """For whoever asked; the newest comments."""
    return () if approval is None else tuple(comment(*each) for each in ask(commenting.comments, approval)[-SHOWN:])


def answering(approval: Approval | None, ask: Ask, beside: Sequence[Row] = ()) -> tuple[Row, ...]:
    """For whoever asked: 回复 once something was said to him, 抄送; in one row with what stands `beside` them."""
    keys = () if approval is None else (*_answering_key(approval, ask), *copying_key(approval, ask))
    row = (*keys, *(key for each in beside for key in each))
    return (row,) if row else ()


def _answering_key(approval: Approval, ask: Ask) -> tuple[Button, ...]:
    may = ask(commenting.may_comment, approval) and bool(ask(commenting.comments, approval))
    return (opens(say("answer-key"), "answer_request", approval=approval.id),) if may else ()


def commenting_key(approval: Approval, ask: Ask) -> tuple[Button, ...]:
    may = ask(commenting.may_comment, approval)
    return (opens(say("comment-key"), "comment_request", approval=approval.id),) if may else ()


def copying_key(approval: Approval, ask: Ask) -> tuple[Button, ...]:
    may = ask(copying.may_copy, approval)
    return (opens(say("copy-key"), "copy_request", approval=approval.id),) if may else ()
