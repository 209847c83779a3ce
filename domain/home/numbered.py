"""What a number that can be said aloud stands for, as far as whoever says it may see that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from domain.agencies import views as agency_views
from domain.approvals import briefs
from domain.base.errors import NotAllowed, NotFound
from domain.base.kinds import Kind
from domain.base.said_numbers import number_of
from domain.base.work import Work
from domain.contracts import amendment_views
from domain.contracts import views as contract_views
from domain.feedback import views as feedback_views
from domain.follow_ups import views as follow_up_views
from domain.orders import scope
from domain.petitions import views as petition_views
from domain.protection import views as protection_views
from domain.questions import views as question_views
from domain.reports import views as report_views

_LOOK: Final[Mapping[str, Callable[[Work, int], object]]] = {
    "DD": scope.visible,
    "BB": report_views.report,
    "HT": contract_views.contract,
    "BG": amendment_views.amendment,
    "GJ": follow_up_views.follow_up,
    "YQ": protection_views.of_request,
    "FS": protection_views.of_request,
    "JD": protection_views.of_request,
    "SS": petition_views.appeal,
    "GZ": petition_views.correction,
    "WT": question_views.question,
    "FK": feedback_views.feedback,
    "HS": briefs.approval,
    "ZC": briefs.approval,
    "ZL": agency_views.change,
}
"""By prefix; each refuses what is out of the reader's reach."""
_BY_APPROVAL: Final = {
    "SS": Kind.APPEAL,
    "GZ": Kind.DATA_CHANGE,
    "HS": Kind.AGENCY_CLAIM,
    "ZC": Kind.AGENCY_REGISTRATION,
    "ZL": Kind.AGENCY_CHANGE,
}
"""These are looked at by what decides about them."""


def record(work: Work, said: str) -> tuple[str, int] | None:
    """The prefix and the id by which it is looked at; None where nobody has the number, or not for the reader's eyes."""
    number = number_of(said)
    prefix, found = number[:2], work.numbers.holder(number)
    if found is None or prefix not in _LOOK:
        return None
    if prefix in _BY_APPROVAL:
        approval = work.approvals.of_subject(_BY_APPROVAL[prefix], found)
        if approval is None:
            return None
        found = approval.id
    try:
        _LOOK[prefix](work, found)
    except (NotFound, NotAllowed):
        return None
    return prefix, found
