"""What is said about a request that waits, and the keys to say more: the same on the pages of both sides."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.screen import Button, Row, Wording, say
from dialogs.shared.thread import Signed, file_rows, words_of
from dialogs.shared.words import opens, signed
from domain.approvals import commenting, copying, evidence
from domain.approvals.acting import Signature
from domain.approvals.evidence import RequestWord
from domain.approvals.records import Approval, Decision
from domain.base.written import Written

SHOWN = 6
FILE = "request_file"


def comment(each: Decision, by: Signature) -> Wording:
    """`陈经理 11-22 10:05：请写明终端年产量`."""
    text, files = words_of(Written(each.reason, each.files)), len(each.files)
    return say("comment-line", mark="none", by=signed(by), at=each.at, text=text, files=files)


def said(approval: Approval | None, ask: Ask) -> tuple[Wording, ...]:
    """For whoever asked; the newest comments."""
    return () if approval is None else tuple(comment(*each) for each in ask(commenting.comments, approval)[-SHOWN:])


def answering(approval: Approval | None, ask: Ask, beside: Sequence[Row] = ()) -> tuple[Row, ...]:
    """For whoever asked: the pictures, 回复 once something was said to him, 抄送; in one row with what stands `beside` them."""
    keys = () if approval is None else (*_answering_key(approval, ask), *copying_key(approval, ask))
    row = (*keys, *(key for each in beside for key in each))
    return (*(pictures(approval, ask) if approval is not None else ()), *((row,) if row else ()))


def pictures(approval: Approval, ask: Ask) -> tuple[Row, ...]:
    """Those by which it is asked for, and those of what is said about it."""
    return file_rows(shown(ask(evidence.said, approval), ""), FILE, approval.id)


def shown(said: Sequence[RequestWord], asker: str) -> Signed:
    return [(each, signed(each.by) if each.by is not None else asker) for each in said]


def _answering_key(approval: Approval, ask: Ask) -> tuple[Button, ...]:
    may = ask(commenting.may_comment, approval) and bool(ask(commenting.comments, approval))
    return (opens(say("answer-key"), "answer_request", approval=approval.id),) if may else ()


def commenting_key(approval: Approval, ask: Ask) -> tuple[Button, ...]:
    may = ask(commenting.may_comment, approval)
    return (opens(say("comment-key"), "comment_request", approval=approval.id),) if may else ()


def copying_key(approval: Approval, ask: Ask) -> tuple[Button, ...]:
    may = ask(copying.may_copy, approval)
    return (opens(say("copy-key"), "copy_request", approval=approval.id),) if may else ()
