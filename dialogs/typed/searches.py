"""One short line that finds something: a customer, somebody at one by name or number; somebody whom the reader manages, by his whole
name; for whoever looks after agencies, also an agency by name, code or manager, and
one of the vendor's own by his 工号, for an administrator a unit."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.core.ask import Ask
from dialogs.core.page import Open
from dialogs.core.screen import say
from dialogs.counterparts.words import short
from dialogs.shared.words import middle
from dialogs.typed import Claim
from domain.agencies import views as agency_views
from domain.base.bilingual import translated
from domain.base.rights import Action, may
from domain.counterparts import views as counterpart_views
from domain.home import views
from domain.people import views as people_views
from domain.protection import filters as customer_filters
from domain.protection.filters import Filter

LONGEST = 30
UNITS = 3
LEADS_TO = frozenset({"counterpart", "found_counterparts", "customers", "agencies", "agency", "unit", "person"})


def searches(text: str, ask: Ask) -> Iterator[Claim]:
    line = text.strip()
    if "\n" in line or not 1 < len(line) <= LONGEST:
        return
    count = ask(customer_filters.customers, Filter(text=line), 0, 1)[1]
    if count:
        label = say("counted", entry=say("read-as-search"), count=count)
        yield Claim(label, Open("customers", {"text": line}), mine=False)
    for each in ask(people_views.named, line)[:UNITS]:
        if not (count and each.active):  # of who works here his customers are meant
            yield Claim(say("read-as-person", name=each.name), Open("person", {"account": each.id}), mine=False)
    yield from _counterparts(line, ask)
    if not may(ask(views.me).account, Action.MANAGE_AGENCIES):
        return
    agencies, count = ask(agency_views.agencies, line, 0, 1)
    if count == 1:
        (only,) = agencies
        label = say("read-as-agency", name=middle(only.agency.called))
        yield Claim(label, Open("agency", {"agency": only.agency.id}), mine=False)
    elif count:
        label = say("counted", entry=say("agencies-entry"), count=count)
        yield Claim(label, Open("agencies", {"text": line}), mine=False)
    for unit in ask(people_views.units_called, line)[:UNITS]:
        yield Claim(say("read-as-unit", name=translated(unit.name)), Open("unit", {"unit": unit.id}), mine=False)
    for each in ask(people_views.numbered, line):
        yield Claim(say("read-as-person", name=each.name), Open("person", {"account": each.id}), mine=False)


def _counterparts(line: str, ask: Ask) -> Iterator[Claim]:
    people, count = ask(counterpart_views.search, line, 1)
    if count == 1:
        ((person, customer),) = people
        label = say("read-as-counterpart", name=short(person.told), customer=middle(customer, 12))
        yield Claim(label, Open("counterpart", {"counterpart": person.id}), mine=False)
    elif count:
        label = say("counted", entry=say("counterparts-key"), count=count)
        yield Claim(label, Open("found_counterparts", {"text": line}), mine=False)
