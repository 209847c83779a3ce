"""All that happened to a customer, over all agencies: who asked, reported, decided, saw, when (docs/disputes.md).

What was asked for is found by every name and code that the customer is or was known by, in reports as well: a question is on
record by what was typed, for there may have been no such customer then.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from domain.approvals.adding_signers import SignerAdded
from domain.approvals.commenting import RequestCommented
from domain.approvals.copying import RequestCopied
from domain.approvals.escalating import Escalated
from domain.approvals.handing_on import RequestHandedOn
from domain.approvals.records import Approval
from domain.base.events import KINDS, Event, Logged, Trail
from domain.base.work import Work
from domain.base.written import KeptFile
from domain.customers.holders import CustomerHandedOver
from domain.customers.merged_customers import CustomersMerged, all_of
from domain.customers.records import Customer, ReportState
from domain.customers.seeing import CustomerSeen
from domain.disputes import scope
from domain.disputes.naming import Naming
from domain.disputes.records import DisputePackAsked
from domain.follow_ups.commenting import CommentsRead
from domain.imports.records import CustomerImported, CustomerUnimported
from domain.leaving.handovers import ReportHandedOver
from domain.names import same_key
from domain.petitions import appealing, correcting
from domain.petitions.appeal_request import AppealWithdrawn
from domain.petitions.correction_request import CorrectionWithdrawn
from domain.protection import protecting, stages
from domain.protection.claiming import CustomerClaimed, PoolDetailSeen
from domain.protection.releasing import CustomerReleased
from domain.reports import queueing, reporting
from domain.reports.approving import FoundSame
from domain.reports.conflict import CustomerChecked


class Aspect(StrEnum):
    """What a dispute asks: who asked, reported, decided, saw; and what was done with the customer otherwise."""

    ASKED = "asked"
    REPORTED = "reported"
    DECIDED = "decided"
    SAW = "saw"
    WORKED = "worked"


ASPECTS: Final[Mapping[Aspect, tuple[type[Event], ...]]] = {
    Aspect.ASKED: (CustomerChecked, reporting.ReportRefused),
    Aspect.REPORTED: (
        reporting.ReportSubmitted,
        reporting.ReportResubmitted,
        reporting.ReportWithdrawn,
        queueing.ReportMovedUp,
        queueing.PlaceLost,
        ReportHandedOver,
        CustomerClaimed,
        appealing.AppealMade,
        AppealWithdrawn,
        correcting.CorrectionAsked,
        CorrectionWithdrawn,
        protecting.ExtensionAsked,
        protecting.RequestWithdrawn,
        stages.StageEntered,
        protecting.ReviewBegun,
    ),
    Aspect.DECIDED: (
        reporting.ReportApproved,
        reporting.ReportRejected,
        reporting.ReportReturned,
        queueing.ReportClosed,
        appealing.AppealAccepted,
        appealing.AppealDismissed,
        correcting.CustomerCorrected,
        correcting.CorrectionDismissed,
        protecting.RequestRefused,
        stages.ProtectionChanged,
        stages.ExtensionNeedless,
        CustomerReleased,
        CustomerHandedOver,
        CustomerImported,
        CustomerUnimported,
        CustomersMerged,
        FoundSame,
        RequestHandedOn,
        RequestCommented,
        SignerAdded,
        Escalated,
    ),
    Aspect.SAW: (CustomerSeen, RequestCopied, PoolDetailSeen, CommentsRead, DisputePackAsked),
}
"""What isn't named here is work."""
_ASPECT_OF: Final = {kind.__name__: aspect for aspect, kinds in ASPECTS.items() for kind in kinds}
_OF_APPROVALS: Final = frozenset({RequestHandedOn, RequestCommented, RequestCopied, SignerAdded, Escalated})
"""Of what becomes of a request; the rest of it says its own matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One line: the event's number in the log, when, who of which agency (or the vendor), what. `number` is that of the report or
    request, `to` whom it came to, `reason` in the words of whoever gave it, `until` until when it holds."""

    id: int
    at: datetime
    event: Event
    person: str
    agency: str
    number: str = ""
    to: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    files: tuple[KeptFile, ...] = ()
    """Pictures that came with it."""

    @property
    def aspect(self) -> Aspect:
        return _ASPECT_OF.get(type(self.event).__name__, Aspect.WORKED)


@dataclass(frozen=True, slots=True)
class Timeline:
    customer: Customer
    holder: str
    rows: Sequence[Occurrence]
    counts: Mapping[Aspect, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def timeline(work: Work, customer_id: int, aspect: Aspect | None, offset: int, limit: int) -> Timeline:
    """A part of it, oldest first. Raises `NotFound`."""
    customer = scope.visible(work, customer_id)
    return of_customer(work, customer, aspect, offset, limit)


def of_customer(
    work: Work, customer: Customer, aspect: Aspect | None = None, offset: int = 0, limit: int | None = None
) -> Timeline:
    """For whoever has looked whether that may be."""
    requests = work.approvals.about(all_of(work, customer.id))
    found = trail(work, customer, requests)
    counts = _counts(work.events.tally(found))
    kinds = _kinds(aspect)
    naming = Naming(work, customer, requests)
    rows = [_occurrence(naming, each) for each in work.events.on_trail(found, kinds=kinds, offset=offset, limit=limit)]
    return Timeline(customer, naming.holder, rows, counts)


def trail(work: Work, customer: Customer, requests: Sequence[Approval]) -> Trail:
    """Where to look: the customer with whatever was merged into it, its requests, its names and codes."""
    ids = all_of(work, customer.id)
    reports = work.customers.reports_of(customer.id, frozenset(ReportState))
    known = list(work.customers.several(ids).values())
    aliases = [name for each in work.names.aliases_of(ids).values() for name in each]
    names = {*(each.name for each in known), *aliases, *(each.profile.name for each in reports)}
    codes = {*(each.credit_code for each in known), *(each.profile.credit_code for each in reports)}
    return Trail(
        {"customer": ids, "approval": [int(each.id) for each in requests]},
        keys={same_key(each) for each in names},
        codes={each for each in codes if each is not None},
    )


def _kinds(aspect: Aspect | None) -> Collection[type[Event]]:
    """Of requests there is no more in it than how they went from hand to hand: each decision is an event of its own matter."""
    every = {kind for kind in KINDS.values() if kind.subject_kind != "approval" or kind in _OF_APPROVALS}
    if aspect is None:
        return every
    return {kind for kind in every if _ASPECT_OF.get(kind.__name__, Aspect.WORKED) is aspect}


def _counts(tally: Mapping[str, int]) -> Mapping[Aspect, int]:
    told = {kind.__name__ for kind in _kinds(None)}
    counts = dict.fromkeys(Aspect, 0)
    for kind, count in tally.items():
        if kind in told:
            counts[_ASPECT_OF.get(kind, Aspect.WORKED)] += count
    return counts


def _occurrence(naming: Naming, each: Logged) -> Occurrence:
    event = each.event
    person, agency = naming.who(each.actor)
    until = getattr(event, "until", None)
    return Occurrence(
        id=each.id,
        at=each.at,
        event=event,
        person=person,
        agency=agency,
        number=naming.number(event),
        to=naming.to(event),
        reason=str(getattr(event, "reason", "")),
        until=naming.day(until) if isinstance(until, datetime) else until,
        files=naming.files(event),
    )
