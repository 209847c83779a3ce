"""Who doesn't decide a request, by whatever way it would come to him."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from domain.approvals.records import Approval
from domain.approvals.request_kinds import KINDS
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.people import persons
from domain.people.records import Account


def barred(work: Work, approval: Approval, *, leaver: int | None = None) -> frozenset[int]:
    """Who doesn't decide this request, by whatever way it came to him; `leaver`: as it will be when he has left."""
    return barred_from(work, approval.kind, approval.subject_id, approval.applicant_id, leaver=leaver)


def barred_from(
    work: Work, kind: Kind, subject_id: int, applicant_id: int, *, leaver: int | None = None
) -> frozenset[int]:
    """Whoever asks for it himself, and whom its kind bars besides. Where a vendor has nobody else: nobody is."""
    known = KINDS[kind]
    mine = (
        known.mine(work, subject_id)
        if known.mine is not None
        else persons.accounts(work, work.people.account(applicant_id))
    )
    return unless_alone(work, vendors(mine) | known.barred(work, subject_id), leaver=leaver)


def unless_alone(work: Work, found: frozenset[int], *, leaver: int | None = None) -> frozenset[int]:
    """These, or nobody where the vendor has nobody else."""
    return found if found and others(work, found | {leaver}) else frozenset()


def vendors(accounts: Sequence[Account]) -> frozenset[int]:
    """Those of these accounts that could decide something."""
    return frozenset(each.id for each in accounts if each.agency_id is None)


def others(work: Work, but: Collection[int | None]) -> list[Account]:
    """The vendor's people who are here, but for these."""
    return [each for each in work.people.vendor_accounts() if each.active and each.id not in but]
