"""The card that asks for a decision, as it is pushed."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.screen import Screen, say
from dialogs.shared.words import kind_of
from domain.approvals.records import Approval
from domain.base.kinds import Kind
from domain.base.work import Work
from notifications.hearing.pushes import Push, PushedCard, Refresh


def asking(account: int, approval: Approval) -> PushedCard:
    """Older cards of the same request in the same hands are dead from then on: two that live beside each other, one of them
    seen before it was mended, would be one too many."""
    dead = Screen((say("card-below", kind=kind_of(approval)),), ())
    return PushedCard(account, "approval", {"approval": approval.id}, f"approval:{approval.id}", dead)


def of_appeals(work: Work, customer_id: int) -> Iterable[Push]:
    """Before whoever judges lies who has the customer: that is another one now, or nobody."""
    for appeal in work.petitions.open_appeals(customer_id):
        approval = work.approvals.of_subject(Kind.APPEAL, appeal.id)
        if approval is not None:
            yield Refresh(f"approval:{approval.id}")
