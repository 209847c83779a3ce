"""The card that asks for a decision, as it is pushed."""

from __future__ import annotations

from dialogs.core.screen import Screen, say
from dialogs.words import kind_of
from domain.approvals import Approval
from notifications.pushes import Card


def asking(account: int, approval: Approval) -> Card:
    """Older cards of the same request in the same hands are dead from then on: two that live beside each other, one of them
    seen before it was mended, would be one too many."""
    dead = Screen((say("card-below", kind=kind_of(approval)),), ())
    return Card(account, "approval", {"approval": approval.id}, f"approval:{approval.id}", dead)
