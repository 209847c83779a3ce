"""One row of a customer list, checked: what can be taken in, or every problem with its column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from domain.base import dates, quantities, regions
from domain.base.identifiers import ALSO_THERE
from domain.base.naming import no_name
from domain.base.policy import Policy
from domain.customers.records import Profile
from domain.imports.findings import Findings, Marks
from domain.imports.records import REQUIRED, Cells, Column, CustomerEntry, Problem
from domain.lists import days
from domain.lists.reading import Mark
from domain.names import noise as name_noise
from domain.names import same_key
from domain.names.bodies import says_its_kind
from domain.people.records import Account, AccountState, AccountType, Agency, AgencyState
from domain.products import domains as products

LONGEST: Mapping[Column, int] = {
    Column.NAME: 60,
    Column.MCUS: 200,
    Column.BUYER: 60,
    Column.FACTORY: 60,
    Column.BACKGROUND: 1000,
    Column.ALIASES: 400,
}
MOST_ALIASES = 10
FURTHEST = timedelta(days=3660)
"""A last day later than this is a slip of the pen."""
LARGEST = Decimal(10_000_000)
PER = 10_000
"""The volume's unit: 万."""
MONTHS = 12
"""By which what is said of a month is counted, for the volume is a year's."""
_BETWEEN_ALIASES = str.maketrans(dict.fromkeys("；;、|\r\n", "\n"))


@dataclass(frozen=True)
class Directory:
    """Agencies and their people by all that a list may call them; a name that several bear stands for all of them."""

    agencies: Mapping[str, tuple[Agency, ...]]
    people: Mapping[int, Mapping[str, tuple[Account, ...]]]
    """Of each agency by `person_key`, and by e-mail address."""

    @classmethod
    def of(cls, agencies: Iterable[Agency], people: Mapping[int, Sequence[Account]]) -> Directory:
        named: dict[str, tuple[Agency, ...]] = {}
        for agency in agencies:
            for called in {same_key(each) for each in (*agency.names, agency.credit_code or "")}:
                if called:
                    named[called] = (*named.get(called, ()), agency)
        return cls(named, {agency: _by_name(theirs) for agency, theirs in people.items()})

    def called(self, agency: int, typed: str) -> list[Account]:
        """李　明 is 李明: blanks within a name mean nothing."""
        known = self.people.get(agency, {})
        return list(dict.fromkeys((*known.get(person_key(typed), ()), *known.get(_mail(typed), ()))))


def _by_name(people: Iterable[Account]) -> Mapping[str, tuple[Account, ...]]:
    known: dict[str, tuple[Account, ...]] = {}
    for each in people:
        for key in filter(None, (person_key(each.name), each.email and _mail(each.email))):
            known[key] = (*known.get(key, ()), each)
    return known


def _mail(address: str) -> str:
    """No `person_key` begins so."""
    return f"<{address.casefold()}"


@dataclass(frozen=True)
class Checker:
    """Checks rows against the policy and the people of a day."""

    policy: Policy
    directory: Directory
    today: date
    plain_names: bool = False
    """Whether the names that are proposed in place of 1. ★深圳市…公司（重点） are taken: somebody said so."""
    _domains: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Those looked up already: a list has a few."""

    def check(self, row: int, cells: Cells, marks: Marks = MappingProxyType({})) -> CustomerEntry | list[Problem]:
        """All problems of the row at once, so that one mending is enough."""
        found = Findings(cells, marks)
        found.demand(REQUIRED)
        for column, longest in LONGEST.items():
            found.at_most(column, longest)
        name, plain = self._name(found)
        key = same_key(name or found.text(Column.NAME)[: LONGEST[Column.NAME]])
        if name and len(key) < 4:
            found.wrong(Column.NAME, "fragment")
        place = found.place(Column.REGION)
        if place.below:
            found.noted(Column.REGION, "region-below", hint=place.region)
        profile = Profile(
            name=name,
            credit_code=found.code(Column.CODE),
            region=place.region,
            domain=self._domain(found),
            volume=self._volume(found),
            mcus=found.text(Column.MCUS),
            buyer=found.text(Column.BUYER),
            factory=found.text(Column.FACTORY),
            background=regions.noted(place.below, found.free(Column.BACKGROUND)),
        )
        if profile.credit_code is None and not says_its_kind(plain, self.policy.report.kinds_of_body):
            found.noted(Column.NAME, "no-legal-form")
        agency = self._agency(found)
        contact = self._contact(found, agency) if agency is not None else None
        until = self._until(found)
        aliases = _aliases(found, key)
        if found.problems or agency is None or contact is None:
            return found.problems
        return CustomerEntry(row, profile, key, agency.id, contact.id, until, aliases, tuple(found.remarks))

    def _name(self, found: Findings) -> tuple[str, str]:
        """The name that is taken, and the one that may be meant: what stands around it is told."""
        name = found.name(Column.NAME)
        proposed = name_noise.without(name)
        if proposed == name or no_name(proposed) is not None:
            return name, name
        found.noted(Column.NAME, "name-proposed" if self.plain_names else "name-noise", hint=proposed)
        return proposed if self.plain_names else name, proposed

    def _volume(self, found: Findings) -> Decimal:
        """One that is too large to be believed is taken as in the chat: somebody is told of it before it counts."""
        volume = _volume(found)
        if self.policy.report.believable_volume < volume <= LARGEST:
            found.noted(Column.VOLUME, "volume-unbelievable", hint=f"{volume:f}")
        return volume

    def _domain(self, found: Findings) -> str:
        typed = found.text(Column.DOMAIN)
        if not typed:
            return ""
        fitting = self._domains.get(typed)
        if fitting is None:
            fitting = self._domains[typed] = tuple(each.label for each in products.find(self.policy, typed[:60]))
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            found.wrong(Column.DOMAIN, "domain-several", hint="、".join(fitting[:6]))
            return ""
        near = products.near(self.policy, typed[:60])
        known = near or products.domains(self.policy)
        code = "domain-near" if near else "domain-unknown"
        found.wrong(Column.DOMAIN, code, hint="、".join(each.label for each in known[:6]))
        return ""

    def _agency(self, found: Findings) -> Agency | None:
        typed = found.text(Column.AGENCY)
        if not typed:
            return None
        named = self.directory.agencies.get(same_key(typed), ())
        fitting = [each for each in named if each.state in (AgencyState.ACTIVE, AgencyState.SUSPENDED)]
        if len(fitting) == 1:
            return fitting[0]
        found.wrong(Column.AGENCY, "agency-several" if fitting else "agency-ended" if named else "agency-unknown")
        return None

    def _contact(self, found: Findings, agency: Agency) -> Account | None:
        typed = found.text(Column.CONTACT)
        if not typed:
            return None
        named, apart = self.directory.called(agency.id, typed), None
        if not named and (apart := without_phones(typed)) is not None:
            if not apart:
                found.wrong(Column.CONTACT, "contact-phone", hint=agency.called)
                return None
            named = self.directory.called(agency.id, apart)
        fitting = [each for each in named if each.type in (AccountType.SALESPERSON, AccountType.OWNER)]
        if len(fitting) == 1 and fitting[0].state is not AccountState.LEFT:
            if apart is not None:
                found.noted(Column.CONTACT, "contact-phone-beside", hint=fitting[0].name)
            return fitting[0]
        code = "contact-several" if len(fitting) > 1 else "contact-not-sales" if named else "contact-unknown"
        found.wrong(Column.CONTACT, code, hint=agency.called)
        return None

    def _until(self, found: Findings) -> date | None:
        typed = found.text(Column.UNTIL)
        if not typed:
            if found.cell(Column.UNTIL):  # 无 may be meant for no end at all
                found.noted(Column.UNTIL, "until-none")
            return None
        several = days.read(typed, self.today)
        if len(several) != 1:
            meant = "、".join(each.last.isoformat() for each in several[:3])
            example = f"{self.today.year + 1}-03-31"
            found.wrong(Column.UNTIL, "day-several" if several else "not-a-day", hint=meant or example)
            return None
        day = several[0].last
        if isinstance(several[0], dates.Month):
            found.noted(Column.UNTIL, "day-month", hint=day.isoformat())
        elif days.is_serial(typed):
            found.noted(Column.UNTIL, "day-serial", hint=day.isoformat())
        if day < self.today:
            found.wrong(Column.UNTIL, "day-past")
        elif day > self.today + FURTHEST:
            found.wrong(Column.UNTIL, "day-far")
        return day


def person_key(name: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKC", name).casefold() if each.isalnum() or each in "@.")


def without_phones(typed: str) -> str | None:
    """The name beside a telephone number; empty for a number alone, None where there is none."""
    wide = unicodedata.normalize("NFKC", typed)
    rest = _PHONE.sub(" ", wide)
    return " ".join(_BESIDE_A_PHONE.sub(" ", _ALSO_THERE.sub(" ", rest)).split()) if rest != wide else None


_PHONE = re.compile(r"\(?\+?\d[\d\s()-]{5,}\d(?:\s*(?:转|分机|#|ext\.?)\s*\d{1,6})?")
_ALSO_THERE = re.compile(ALSO_THERE, re.IGNORECASE)
_BESIDE_A_PHONE = re.compile(
    r"(?:手机|电话|联系电话|tel|mobile|phone)?[\s:：/／,，;；、|()\[\]【】]+|(?:手机|电话|tel|mobile|phone)$",
    re.IGNORECASE,
)


_RANGE = re.compile(r"\d\s*(?:k|w|万|千|片)?\s*(?:[-~—–−]|至|到|to)+\s*\d", re.IGNORECASE)


def _volume(found: Findings) -> Decimal:
    typed = found.text(Column.VOLUME)
    if not typed:
        return Decimal(0)
    plain = unicodedata.normalize("NFKC", typed)[:60].strip()
    if _RANGE.search(plain):
        found.wrong(Column.VOLUME, "volume-range")
        return Decimal(0)
    exact = quantities.without_hedge(plain)
    monthly = quantities.of_a_month(exact)
    value = quantities.in_units(exact if monthly is None else monthly, PER)
    if value is None or value <= 0:
        found.wrong(Column.VOLUME, "volume")
        return Decimal(0)
    if monthly is not None:
        value *= MONTHS
    if value > LARGEST:
        found.wrong(Column.VOLUME, "volume-large", hint=str(LARGEST))
    shown = f"{quantities.tidy(value):f}"
    if exact != plain:
        found.noted(Column.VOLUME, "volume-about", hint=shown)
    if monthly is not None:
        found.noted(Column.VOLUME, "volume-monthly", hint=shown)
    elif found.mark(Column.VOLUME) == Mark.OWN_UNIT:
        found.noted(Column.VOLUME, "volume-own-unit", hint=shown)
    return quantities.tidy(value)


def _aliases(found: Findings, key: str) -> tuple[str, ...]:
    several: dict[str, str] = {}
    for each in found.text(Column.ALIASES).translate(_BETWEEN_ALIASES).split("\n"):
        alias = each.strip()
        if not alias:
            continue
        if len(same_key(alias)) < 2 or len(alias) > LONGEST[Column.NAME] or no_name(alias) is not None:
            found.wrong(Column.ALIASES, "alias", hint=alias[:20])
        several.setdefault(same_key(alias), alias)
    several.pop(key, None)
    if len(several) > MOST_ALIASES:
        found.wrong(Column.ALIASES, "aliases-many", hint=str(MOST_ALIASES))
    return tuple(several.values())
