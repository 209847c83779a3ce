"""What the events of a customer name, in words: people, agencies, numbers that can be said aloud. Each is looked up once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Final

from domain.approvals import commenting as request_words
from domain.approvals.records import Approval
from domain.approvals.request_kinds import KINDS
from domain.base.bilingual import translated
from domain.base.events import Event
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.base.written import KeptFile
from domain.customers.records import Customer, ReportState
from domain.follow_ups import commenting as follow_up_words
from domain.follow_ups import writing
from domain.follow_ups.records import FollowUpVersion
from domain.petitions import appealing, correcting
from domain.petitions.parties import holder_of, who

_REQUESTS: Final[Mapping[str, frozenset[Kind]]] = {
    "report": frozenset({Kind.CUSTOMER_REPORT}),
    "appeal": frozenset({Kind.APPEAL}),
    "correction": frozenset({Kind.DATA_CHANGE}),
    "request": frozenset({Kind.EXTENSION, Kind.STAGE_CONFIRMATION, Kind.PRODUCTION_REVIEW}),
}
"""By the fact that names one, of which kinds it is."""


class Naming:
    """For one customer and its requests, within one transaction."""

    def __init__(self, work: Work, customer: Customer, requests: Sequence[Approval]) -> None:
        self._work = work
        self.holder = holder_of(work, customer)
        self.who: Callable[[int | None], tuple[str, str]] = cache(lambda account: who(work, account))
        """The person, and the agency or the vendor."""
        self._versions: Callable[[int], Sequence[FollowUpVersion]] = cache(
            lambda follow_up: work.follow_ups.versions(work.follow_ups.get(follow_up))
        )
        self._numbers: dict[tuple[str, int], str] = {}
        for each in requests:
            number = KINDS[each.kind].about(work, each).number
            self._numbers["approval", int(each.id)] = number
            fact = next((fact for fact, kinds in _REQUESTS.items() if each.kind in kinds), "")
            self._numbers[fact, each.subject_id] = number
        for report in work.customers.reports_of(
            customer.id, frozenset(ReportState)
        ):  # one that queued was before nobody
            self._numbers["report", int(report.id)] = report.number

    def number(self, event: Event) -> str:
        """Of the report or request that it is about."""
        for fact in ("approval", *_REQUESTS):
            value = getattr(event, fact, None)
            if isinstance(value, int) and (fact, value) in self._numbers:
                return self._numbers[fact, value]
        return ""

    def files(self, event: Event) -> tuple[KeptFile, ...]:
        """Pictures that came with it."""
        match event:
            case writing.FollowUpWritten(follow_up=follow_up):
                return self._versions(follow_up)[0].files
            case writing.FollowUpCorrected(follow_up=follow_up, version=version):
                return self._versions(follow_up)[version - 1].files
            case follow_up_words.Commented(follow_up=follow_up, comment=comment):
                said = self._work.follow_ups.comments(follow_up)
                return next((each.files for each in said if each.id == comment), ())
            case request_words.RequestCommented(approval=approval, comment=comment):
                return request_words.comments(self._work, self._work.approvals.get(approval))[comment][0].files
            case appealing.AppealMade(appeal=appeal):
                return self._work.petitions.appeal(appeal).files
            case correcting.CorrectionAsked(correction=correction):
                return self._work.petitions.correction(correction).evidence.files
            case _:
                return ()

    def to(self, event: Event) -> tuple[str, ...]:
        """Whom it came to."""
        given = getattr(event, "to", None)
        several = given if isinstance(given, tuple) else (getattr(event, "contact", given),)
        if "from_contact" not in vars(event) and "to" not in vars(event) and "file" not in vars(event):
            return ()
        return tuple(self.whole(each) for each in several if isinstance(each, int))

    def whole(self, account: int | None) -> str:
        """`深圳南山电子 李明`."""
        person, agency = self.who(account)
        return f"{translated(agency)} {person}".strip()

    def day(self, at: datetime) -> date:
        """In the vendor's zone."""
        return at.astimezone(self._work.zone).date()
