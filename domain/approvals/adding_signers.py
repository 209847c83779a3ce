"""加签: whoever decides the current level names a colleague who signs before him, or directly after him (docs/approvals.md).

The signer's is a level like every other, with a time of its own. A request that is returned and mended begins with its
ordinary levels again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.approvals import acting, deciding, handing_on, requests
from domain.approvals.records import Approval, Decision, Verb
from domain.approvals.request_kinds import KINDS, demand_decided
from domain.base.errors import NotFound
from domain.base.events import Event
from domain.base.work import Work
from domain.people.records import Account


class SignerPlace(StrEnum):
    BEFORE = "before"
    """He decides first, then it comes back."""
    AFTER = "after"
    """He is asked once the present level has approved."""


VERBS = {SignerPlace.BEFORE: Verb.SIGN_BEFORE, SignerPlace.AFTER: Verb.SIGN_AFTER}


@dataclass(frozen=True, kw_only=True)
class AddSigner:
    """The command behind the form 加签."""

    approval: int
    to: int
    place: SignerPlace
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class SignerAdded(Event, subject="approval"):
    approval: int
    to: int
    place: str


def signers(work: Work, approval_id: int) -> Sequence[Account]:
    """Who can be named: as for handing on, and at no level of it already."""
    asked = {each for step in work.approvals.get(approval_id).steps for each in step.approvers}
    return [each for each in handing_on.colleagues(work, approval_id) if each.id not in asked]


def add(work: Work, command: AddSigner) -> Approval:
    """Raises as `deciding.demand_open`, `NotFound`, and what the kind says against a level before this one."""
    approval = deciding.demand_open(work, command.approval)
    demand_decided(approval)
    signer = next((each for each in signers(work, approval.id) if each.id == command.to), None)
    if signer is None:
        raise NotFound("account")
    before = command.place is SignerPlace.BEFORE
    if before:
        KINDS[approval.kind].signed_before(work, approval)
    decision = Decision(
        verb=VERBS[command.place],
        by=work.actor.id,
        at=work.now,
        level=approval.level,
        reason=command.reason or "",
        instead_of=acting.principal(work, approval),
        to=signer.id,
    )
    work.approvals.note(approval.id, decision)
    work.events.record(SignerAdded(approval=approval.id, to=signer.id, place=command.place.value))
    return requests.add_level(work, approval, (signer,), before=before)
