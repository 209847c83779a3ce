"""What a change came to, behind what it was about: `→ 刘经理`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from dialogs.core.screen import Wording, say
from dialogs.shared.words import in_a_line
from domain.administration.changes import Change
from domain.agencies.filing import AgencyRenamed
from domain.announcements.announcing import Announced
from domain.base.bilingual import translated
from domain.base.events import E, Event
from domain.base.policy_versions import PolicyChanged
from domain.customers.merged_customers import CustomersMerged
from domain.direct.keeping import DirectAccountAdded, DirectAccountRemoved
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
from domain.people.joining import PersonInvited
from domain.petitions.correcting import AliasAdded

Names: TypeAlias = Mapping[int, str]
Tell: TypeAlias = "Callable[[Event, Names], Wording | None]"
NAMED: Final = 4
"""Values of the policy that are named."""


def told(change: Change) -> Wording | None:
    tell = TELLS.get(type(change.event))
    return tell(change.event, change.names) if tell is not None else None


def _of(kind: type[E], tell: Callable[[E, Names], Wording | None]) -> tuple[type[Event], Tell]:
    """A line of the table below."""

    def told_of(event: Event, names: Names) -> Wording | None:
        assert isinstance(event, kind)
        return tell(event, names)

    return kind, told_of


def _head(event: HeadSet, names: Names) -> Wording:
    return _turned(names.get(event.before or 0), names.get(event.head or 0) or say("units-vacant"))


def _renamed(event: AgencyRenamed, names: Names) -> Wording:
    """Its name, or its code alone."""
    if event.name_before != event.name_after:
        return _turned(event.name_before, event.name_after)
    return _turned(event.code_before, event.code_after)


def _handed_over(event: HandedOver, names: Names) -> Wording:
    name = names.get(event.from_account or 0)
    before = say("changes-from", name=name) if name else None
    return in_a_line((before, say("changes-handed-over", customers=event.customers, reports=event.reports)))


def _deputy(event: DeputySet, names: Names) -> Wording:
    return in_a_line((names.get(event.deputy), say("deputyship-days", since=event.since, until=event.until)))


def _corrected(event: PersonCorrected, names: Names) -> Wording:
    return _listed([say(f"correct-person-{each.replace('_', '-')}") for each in event.fields])


def _ended(event: UnitEnded, names: Names) -> Wording | None:
    if event.to is None:
        return None
    return in_a_line(
        (say("changes-into", name=translated(names[event.to])), say("changes-agency-count", count=event.agencies))
    )


def _rate(event: RateSet, names: Names) -> Wording:
    return say("changes-rate", currency=event.currency, month=f"{event.month:%Y-%m}", rate=event.rate)


def _values(event: PolicyChanged, names: Names) -> Wording | None:
    """The first has none: the deployment began."""
    changed = event.changed
    return say("changes-values", names=tuple(changed[:NAMED]), more=len(changed[NAMED:])) if changed else None


TELLS: Final = dict(
    (
        _of(HeadSet, _head),
        _of(ManagerChanged, lambda event, names: _turned(names.get(event.before or 0), names.get(event.manager))),
        _of(AgencyStateSet, lambda event, names: _turned(say(f"agency-{event.before}"), say(f"agency-{event.after}"))),
        _of(AgencyRenamed, _renamed),
        _of(TypeChanged, lambda event, names: _turned(say(f"type-{event.before}"), say(f"type-{event.after}"))),
        _of(
            AdministratorSet,
            lambda event, names: say("administrator-give" if event.administrator else "administrator-take"),
        ),
        _of(PersonLeft, lambda event, names: say("changes-to", name=names[event.to]) if event.to is not None else None),
        _of(HandedOver, _handed_over),
        _of(DeputySet, _deputy),
        _of(DeputyshipOver, lambda event, names: names.get(event.deputy)),
        _of(PersonCorrected, _corrected),
        _of(PersonInvited, lambda event, names: say("changes-again") if event.again else None),
        _of(
            ProvincesTaken,
            lambda event, names: in_a_line(
                (
                    say("changes-from", name=translated(names[event.before])),
                    _listed(tuple(map(translated, event.provinces))),
                )
            ),
        ),
        _of(UnitRenamed, lambda event, names: _turned(translated(event.name_before), translated(event.name_after))),
        _of(UnitEnded, _ended),
        _of(RateSet, _rate),
        _of(PolicyChanged, _values),
        _of(DirectAccountAdded, lambda event, names: event.name),
        _of(DirectAccountRemoved, lambda event, names: event.name),
        _of(AliasAdded, lambda event, names: event.name),
        _of(CustomersMerged, lambda event, names: say("changes-from", name=event.gone_name)),
        _of(ImportTakenBack, lambda event, names: say("changes-customers", count=event.count)),
        _of(Announced, lambda event, names: say("changes-receivers", count=event.receivers)),
    )
)
"""Of the others it is enough what happened, and to what."""


def _turned(before: Wording | None, after: Wording | None) -> Wording:
    return say("path-then", before=before, after=after or "") if before else after or ""


def _listed(what: Sequence[Wording]) -> Wording:
    return say("changes-listed", names=tuple(what))
