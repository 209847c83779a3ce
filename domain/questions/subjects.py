"""What a question may be asked on: a customer, a follow-up report, a project, or a request of a kind that can be asked about
(`RequestKind.asked_about`). Each is looked at by its own matter's view, which refuses what is out of reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from domain.approvals.request_kinds import KINDS, AskedAbout
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.customers import scope
from domain.follow_ups import views as follow_up_views
from domain.follow_ups import writing

Look = Callable[[Work, int], AskedAbout]


def _customer(work: Work, number: int) -> AskedAbout:
    return AskedAbout(customer=scope.visible(work, number).id)


def _follow_up(work: Work, number: int) -> AskedAbout:
    follow_up, customer = writing.readable(work, number)
    return AskedAbout(follow_up.number, customer.id)


def _project(work: Work, number: int) -> AskedAbout:
    customer, project, _ = follow_up_views.timeline(work, number)
    return AskedAbout(project.name, customer.id)


_RECORDS: Final[Mapping[str, Look]] = {"customer": _customer, "follow_up": _follow_up, "project": _project}
"""What is no request, by what it is called in a thread."""


def _look(about: str) -> Look | None:
    return KINDS[Kind(about)].asked_about if about in set(Kind) else _RECORDS.get(about)


def may_be_asked_about(about: str) -> bool:
    """By what it is called in a thread."""
    return _look(about) is not None


def subject(work: Work, about: str, number: int) -> AskedAbout:
    """Raises `NotFound` for what isn't there, or isn't the actor's to see."""
    look = _look(about)
    if look is None:
        raise NotFound("record")
    return look(work, number)
