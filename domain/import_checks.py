"""One row of a customer list, checked: what can be taken in, or every problem with its column."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from domain import products, regions
from domain.customers import Profile
from domain.findings import Findings
from domain.imports import REQUIRED, Cells, Column, Entry, Problem
from domain.names import same_key
from domain.naming import no_name
from domain.people import Account, AccountState, AccountType, Agency, AgencyState
from domain.policy import Policy

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
_BETWEEN_ALIASES = str.maketrans(dict.fromkeys("；;、|\r\n", "\n"))
_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d")


@dataclass(frozen=True)
class Directory:
    """Agencies and their people by all that a list may call them; a name that several bear stands for all of them."""

    agencies: Mapping[str, tuple[Agency, ...]]
    people: Mapping[int, tuple[Account, ...]]

    @classmethod
    def of(cls, agencies: Iterable[Agency], people: Mapping[int, Sequence[Account]]) -> Directory:
        named: dict[str, tuple[Agency, ...]] = {}
        for agency in agencies:
            for called in {same_key(agency.name), same_key(agency.short_name), same_key(agency.credit_code or "")}:
                if called:
                    named[called] = (*named.get(called, ()), agency)
        return cls(named, {agency: tuple(theirs) for agency, theirs in people.items()})


@dataclass(frozen=True)
class Checker:
    """Checks rows against the policy and the people of a day."""

    policy: Policy
    directory: Directory
    today: date
    _domains: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Those looked up already: a list has a few."""

    def check(self, row: int, cells: Cells) -> Entry | list[Problem]:
        """All problems of the row at once, so that one mending is enough."""
        found = Findings(cells)
        found.demand(REQUIRED)
        for column, longest in LONGEST.items():
            found.at_most(column, longest)
        name, key = found.name(Column.NAME), same_key(found.text(Column.NAME)[: LONGEST[Column.NAME]])
        if name and len(key) < 4:
            found.wrong(Column.NAME, "fragment")
        place = found.place(Column.REGION)
        profile = Profile(
            name=name,
            credit_code=found.code(Column.CODE),
            region=place.region,
            domain=self._domain(found),
            volume=_volume(found),
            mcus=found.text(Column.MCUS),
            buyer=found.text(Column.BUYER),
            factory=found.text(Column.FACTORY),
            background=regions.noted(place.below, found.free(Column.BACKGROUND)),
        )
        agency = self._agency(found)
        contact = self._contact(found, agency) if agency is not None else None
        until = self._until(found)
        aliases = _aliases(found, key)
        if found.problems or agency is None or contact is None:
            return found.problems
        return Entry(row, profile, key, agency.id, contact.id, until, aliases)

    def _domain(self, found: Findings) -> str:
        typed = found.text(Column.DOMAIN)
        if not typed:
            return ""
        if typed not in self._domains:
            self._domains[typed] = _domains(typed[:60], self.policy)
        fitting = self._domains[typed]
        if len(fitting) != 1:
            known = fitting or tuple(each.label for each in products.domains(self.policy))
            code = "domain-several" if fitting else "domain-unknown"
            found.wrong(Column.DOMAIN, code, hint="、".join(known[:6]))
            return ""
        return fitting[0]

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
        theirs = self.directory.people.get(agency.id, ())
        named = [each for each in theirs if typed == each.name or typed.casefold() == each.email.casefold() != ""]
        fitting = [each for each in named if each.type in (AccountType.SALESPERSON, AccountType.OWNER)]
        if len(fitting) == 1 and fitting[0].state is not AccountState.LEFT:
            return fitting[0]
        code = "contact-several" if len(fitting) > 1 else "contact-not-sales" if named else "contact-unknown"
        found.wrong(Column.CONTACT, code, hint=agency.called)
        return None

    def _until(self, found: Findings) -> date | None:
        typed = found.text(Column.UNTIL)
        if not typed:
            return None
        day = _day(typed)
        if day is None:
            found.wrong(Column.UNTIL, "not-a-day", hint=f"{self.today.year + 1}-03-31")
        elif day < self.today:
            found.wrong(Column.UNTIL, "day-past")
        elif day > self.today + FURTHEST:
            found.wrong(Column.UNTIL, "day-far")
        return day


def _domains(typed: str, policy: Policy) -> tuple[str, ...]:
    """The domain of this label; else the products of this name: 空调 is 家电 · 空调."""
    known = products.known(policy, typed)
    if known is not None:
        return (known.label,)
    plain = "".join(typed.split()).casefold()
    return tuple(each.label for each in products.everything(policy) if each.example.casefold() == plain)


def _volume(found: Findings) -> Decimal:
    typed = found.text(Column.VOLUME)
    if not typed:
        return Decimal(0)
    plain = (
        unicodedata.normalize("NFKC", typed).replace(",", "").replace(" ", "").removesuffix("/年").removesuffix("万")
    )
    try:
        value = Decimal(plain) if len(plain) <= 20 else Decimal("NaN")
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value <= 0:
        found.wrong(Column.VOLUME, "volume")
        return Decimal(0)
    if value > LARGEST:
        found.wrong(Column.VOLUME, "volume-large", hint=str(LARGEST))
    return value


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


def _day(typed: str) -> date | None:
    plain = "".join(unicodedata.normalize("NFKC", typed).split())[:20]
    for form in _DAYS:
        try:
            return datetime.strptime(plain, form).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
    return None
