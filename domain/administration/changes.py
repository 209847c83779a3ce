"""变更记录: what the administration changed, by whom and when, from the record of events. What it was about is told by the names
that hold today; what stood in a person's data isn't on record (`PersonCorrected`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.agencies.filing import AgencyFileCorrected, AgencyRenamed
from domain.announcements.announcing import Announced
from domain.approvals.paths import ApprovalPathSet
from domain.base.errors import NotFound
from domain.base.events import Event
from domain.base.policy_versions import PolicyChanged
from domain.base.rights import Action, demand
from domain.base.work import Work
from domain.customers.merged_customers import CustomersMerged
from domain.direct.keeping import DirectAccountAdded, DirectAccountRemoved
from domain.imports.records import CustomersBrought
from domain.imports.undoing import ImportTakenBack
from domain.leaving.agency_states import AgencyStateSet, ManagerChanged
from domain.leaving.handovers import HandedOver
from domain.leaving.reorganising import UnitEnded, UnitRenamed
from domain.leaving.staffing import AdministratorSet, PersonLeft, TypeChanged
from domain.orders.rating import RateSet
from domain.people.correcting_persons import PersonCorrected
from domain.people.coverage import ProvincesTaken
from domain.people.deputising import DeputySet, DeputyshipOver
from domain.people.heads import HeadSet
from domain.people.joining import JoinUndone, PersonInvited, PersonJoined
from domain.people.organising import AgencyAdded, UnitAdded
from domain.petitions.correcting import AliasAdded
from domain.publications.publishing import PublicationWithdrawn, Published


class ChangeTopic(StrEnum):
    PEOPLE = "people"
    UNITS = "units"
    AGENCIES = "agencies"
    LISTS = "lists"
    PUBLISHED = "published"
    POLICY = "policy"


KINDS: Final[Mapping[ChangeTopic, tuple[type[Event], ...]]] = {
    ChangeTopic.PEOPLE: (
        PersonInvited,
        PersonJoined,
        JoinUndone,
        TypeChanged,
        AdministratorSet,
        PersonLeft,
        PersonCorrected,
        HandedOver,
        DeputySet,
        DeputyshipOver,
    ),
    ChangeTopic.UNITS: (UnitAdded, UnitRenamed, UnitEnded, ProvincesTaken, HeadSet, ApprovalPathSet),
    ChangeTopic.AGENCIES: (AgencyAdded, AgencyStateSet, ManagerChanged, AgencyFileCorrected, AgencyRenamed),
    ChangeTopic.LISTS: (
        DirectAccountAdded,
        DirectAccountRemoved,
        CustomersMerged,
        AliasAdded,
        CustomersBrought,
        ImportTakenBack,
    ),
    ChangeTopic.PUBLISHED: (Announced, Published, PublicationWithdrawn),
    ChangeTopic.POLICY: (PolicyChanged, RateSet),
}
"""A use-case of the administration records one of these: what isn't here isn't told."""


@dataclass(frozen=True, slots=True)
class Change:
    """`by` is empty where it was nobody's act but the operator's or the clock's. `about` is what the record is called; `names`
    what the accounts, or units, are called that the event names."""

    at: datetime
    by: str
    event: Event
    about: str
    names: Mapping[int, str]


def newest(work: Work, topic: ChangeTopic | None, by: str, offset: int, limit: int) -> tuple[Sequence[Change], int]:
    """A page, newest first, and how many there are: of one matter, of whoever's name or 工号 holds `by`. Raises `NotAllowed`."""
    demand(work.actor, Action.SEE_AUDIT)
    kinds = KINDS[topic] if topic is not None else tuple(each for some in KINDS.values() for each in some)
    actors = None if not by else work.people.called(by)
    found, total = work.events.newest(kinds, actors, offset, limit)
    return [
        Change(each.at, _name(work, each.actor), each.event, _about(work, each.event), _names(work, each.event))
        for each in found
    ], total


def _name(work: Work, account: int | None) -> str:
    return work.people.account(account).name if account is not None else ""


def _names(work: Work, event: Event) -> Mapping[int, str]:
    named = (getattr(event, each, None) for each in ("head", "manager", "to", "deputy", "from_account", "before"))
    ids = [each for each in named if isinstance(each, int)]
    if isinstance(event, UnitEnded | ProvincesTaken):
        return {each: work.people.unit(each).name for each in ids}
    return {each: work.people.account(each).name for each in ids}


def _about(work: Work, event: Event) -> str:
    """Empty where it needs no name, or the record is gone."""
    called = _CALLED.get(event.subject_kind)
    try:
        return called(work, event.subject_id) if called is not None else ""
    except NotFound:
        return ""


_CALLED: Final[Mapping[str, Callable[[Work, int], str]]] = {
    "account": lambda work, number: work.people.account(number).name,
    "unit": lambda work, number: work.people.unit(number).name,
    "agency": lambda work, number: work.people.agency(number).called,
    "customer": lambda work, number: work.customers.get(number).name,
    "publication": lambda work, number: work.publications.get(number).title,
    "announcement": lambda work, number: work.announcements.get(number).title,
}
