"""Who hears what is said about a request, and who was sent a copy of it."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.approvals import talk
from dialogs.core.screen import Row, Screen, say
from dialogs.shared.faces import FACES
from dialogs.shared.words import HOME, decided, opens
from domain.approvals import acting, briefs, commenting, copying, sides
from domain.approvals.records import Approval, ApprovalState
from domain.base.work import Work
from notifications.hearing.pushes import Note, Push, PushedCard, Refresh, hears


@hears(commenting.RequestCommented)
def _commented(work: Work, event: commenting.RequestCommented) -> Iterable[Push]:
    approval = work.approvals.get(event.approval)
    subject = f"approval:{approval.id}"
    yield Refresh(subject)
    args = {"approval": approval.id, "comment": event.comment}
    for account in event.told:
        yield PushedCard(account, "request_comment", args, subject)
    if event.chat is not None:
        each, by = commenting.comments(work, approval)[event.comment]
        lines = talk.heard(briefs.brief(work, approval), each, by, new=True)
        files = talk.pictures(approval, event.comment, each, by)
        look = FACES[approval.kind].look(approval)
        row = (talk.answering(approval), *((look,) if look != HOME else ()), HOME)
        yield Note(Screen(lines, (*files, row)), chat=event.chat)


@hears(copying.RequestCopied)
def _copied(work: Work, event: copying.RequestCopied) -> Iterable[Push]:
    subject = f"approval:{event.approval}"
    yield Refresh(subject)
    yield PushedCard(event.to, "approval", {"approval": event.approval}, subject)


def over(work: Work, approval: Approval) -> Iterable[Push]:
    """Whoever was sent a copy is told what became of it, unless he did it himself."""
    if approval.state is ApprovalState.PENDING:
        return
    about, acts = briefs.brief(work, approval), acting.signed(work, approval)
    withdrawn = approval.state is ApprovalState.WITHDRAWN
    last = (
        say("notice-copied-lapsed")
        if withdrawn
        else decided(approval.kind, acts[-1][0].verb, acts[-1][1], acts[-1][0].at)
    )
    reason = acts[-1][0].reason if acts and not withdrawn else ""
    lines = (
        say("notice-copied-over"),
        say("approval-who", name=about.title, agency=about.agency, person=about.person),
        last,
        *((say("approval-reason", reason=reason),) if reason else ()),
    )
    row: Row = (opens(say("look-key"), "approval", approval=approval.id), HOME)
    for reader in sides.readers(work, approval):
        if work.account is None or reader != work.account.id:
            yield Note(Screen(lines, (row,)), account=reader)
