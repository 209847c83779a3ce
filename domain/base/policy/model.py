"""What a policy is: frozen, checked, without a default of its own (those stand in `domain/data/policy.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, field_validator, model_validator

from domain.base import regions
from domain.base.policy.english import EnglishNames
from domain.base.policy.labels import Labels
from domain.base.policy.people import (
    ApprovalsPolicy,
    ContractPolicy,
    PeoplePolicy,
    QuietHours,
    RegistrationPolicy,
    UnitPolicy,
    VendorLink,
)
from domain.base.policy.reasons import ReasonsPolicy
from domain.base.policy.values import (
    Choices,
    Count,
    Day,
    Lead,
    Months,
    Name,
    Names,
    Percent,
    PolicySection,
    Positive,
    TimeOfDay,
    _distinct,
    _some,
    missing,
)
from domain.base.stage import Stage


class CalendarPolicy(PolicySection):
    """Working time in the vendor's zone. From `opens` to `closes` is one working day."""

    opens: TimeOfDay
    closes: TimeOfDay
    days_off: Annotated[tuple[Day, ...], AfterValidator(_distinct)]
    days_on: Annotated[tuple[Day, ...], AfterValidator(_distinct)]
    fiscal_year_starts: str

    @field_validator("fiscal_year_starts")
    @classmethod
    def _a_day_of_every_year(cls, value: str) -> str:
        try:
            date.fromisoformat(f"2001-{value}")
        except ValueError as error:
            raise ValueError("a month and a day of every year, such as 04-01") from error
        return value

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.closes <= self.opens:
            raise ValueError("closes must be later than opens, on the same day")
        if both := sorted(set(self.days_off) & set(self.days_on)):
            raise ValueError(f"{both[0]} stands in days_off and in days_on")
        return self


class Quota(PolicySection):
    """How many a day, in the vendor's zone."""

    person: Positive
    agency: Positive


class ReportPolicy(PolicySection):
    checks_a_day: Quota
    open_limit: Positive
    return_keeps_place_days: Positive
    appeal_reserves_days: Positive
    believable_volume: Annotated[int, Field(strict=True, ge=1, le=10_000_000)]
    kinds_of_body: Choices


class Granted(PolicySection):
    """Calendar months of protection by what grants them."""

    approved: Months
    development: Months
    pilot: Months
    after_production: Months


class ProtectionPolicy(PolicySection):
    months: Granted
    review_months: Months
    reminder_days: Annotated[tuple[Count, ...], AfterValidator(_distinct)]
    owner_days: Count
    red_days: Count
    alarm_days: Positive
    longest_extension: Months
    refused_stage_days: Count
    late_answer_days: Count
    order_months: Annotated[int, Field(strict=True, ge=0, le=120)]
    order_notice_days: Positive


class CounterpartRole(PolicySection):
    """What somebody at a customer does there, and what else people call it."""

    name: Name
    words: Names = ()


class FollowUpPolicy(PolicySection):
    every_days: Positive
    reminder_days: Annotated[tuple[Positive, ...], AfterValidator(_distinct)]
    escalate_days: Positive
    again_days: Positive
    manager_weekday: Annotated[int, Field(strict=True, ge=1, le=7)]
    on_days_off: Annotated[bool, Field(strict=True)]
    silent_days: Positive


class RemindersPolicy(PolicySection):
    draft_days: Positive
    milestone_days: Annotated[tuple[Count, ...], AfterValidator(_distinct)]
    visit_days: Annotated[tuple[Annotated[int, Field(strict=True, ge=0, le=60)], ...], AfterValidator(_distinct)]
    contract_days: Annotated[tuple[Count, ...], AfterValidator(_distinct)]
    document_days: Annotated[tuple[Count, ...], AfterValidator(_distinct)]
    weekly: bool
    must_read_days: Annotated[tuple[Positive, ...], AfterValidator(_distinct)]


class PoolPolicy(PolicySection):
    fair_start_hours: Count
    cool_down_days: Count
    details_a_day: Positive
    claims_a_day: Quota


class McuSeries(PolicySection):
    """Models of the product table that a deployment begins with."""

    name: Name
    models: Choices


class ProductDomain(PolicySection):
    name: Name
    examples: Names = ()


Money = Annotated[Decimal, Field(gt=0, le=1_000_000, decimal_places=6)]
Currency = Annotated[str, Field(strict=True, pattern="^[A-Z]{3}$")]


class Synonyms(PolicySection):
    """What else people call a product domain, or a product, by its label: `家电 · 电饭煲`."""

    of: Name
    words: Choices


class OrdersPolicy(PolicySection):
    """Prices are yuan a piece, tax included; quantities pieces."""

    reminder_at: TimeOfDay
    price: Literal["required", "optional", "none"]
    price_to_vendor: Literal["full", "average", "none"]
    tax_percent: Percent
    largest_quantity: Annotated[int, Field(strict=True, ge=1, le=1_000_000_000)]
    lowest_price: Money
    highest_price: Money
    bare_price_from: Money
    bare_price_to: Money
    month_closes_on: Annotated[int, Field(strict=True, ge=1, le=28)]
    currencies: Annotated[tuple[Currency, ...], AfterValidator(_distinct), AfterValidator(_some)]
    batches: Annotated[int, Field(strict=True, ge=1, le=10)]
    price_slip_percent: Percent
    quantity_slip_times: Positive

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.lowest_price > self.highest_price or self.bare_price_from > self.bare_price_to:
            raise ValueError("the lower price must come first")
        if "CNY" not in self.currencies:
            raise ValueError("CNY must be among the currencies")
        return self


class StatisticsPolicy(PolicySection):
    falling_percent: Percent


class Chances(PolicySection):
    """Per cent by stage."""

    contact: Percent
    selection: Percent
    development: Percent
    pilot: Percent
    production: Percent
    paused: Percent
    ended: Percent

    def of(self, stage: Stage) -> int:
        value: int = getattr(self, stage.value)
        return value


class Leads(PolicySection):
    """Months from a stage to the first delivery."""

    contact: Lead
    selection: Lead
    development: Lead
    pilot: Lead
    production: Lead
    paused: Lead
    ended: Lead

    def of(self, stage: Stage) -> int:
        value: int = getattr(self, stage.value)
        return value


class Curve(PolicySection):
    """When a product domain, or a product, by its label, is wanted: per cent of a mean month, January first."""

    of: Name
    months: Annotated[tuple[Count, ...], Field(min_length=12, max_length=12)]

    @field_validator("months")
    @classmethod
    def _a_whole_year(cls, months: tuple[int, ...]) -> tuple[int, ...]:
        if sum(months) != 1200:
            raise ValueError(f"twelve months of 100 % on the average make 1200, not {sum(months)}")
        return months


class ForecastPolicy(PolicySection):
    """Product domains without a curve are flat."""

    probability: Chances
    lead_months: Leads
    curves: tuple[Curve, ...]
    behind_percent: Percent
    reach_percent: Percent
    unrevised_days: Positive
    frozen_months: Positive
    cases: Positive
    silent_days: Positive


class Policy(PolicySection):
    """All of it."""

    vendor: Name
    time_zone: str
    language: Literal["zh", "en"]
    hotline: str
    mail: Annotated[str, Field(pattern=r"^(\S+@\S+)?$")]
    report_needs_contract: Annotated[bool, Field(strict=True)]
    links: tuple[VendorLink, ...]
    calendar: CalendarPolicy
    quiet_hours: QuietHours
    units: Annotated[tuple[UnitPolicy, ...], AfterValidator(_some)]
    people: PeoplePolicy
    registration: RegistrationPolicy
    contract: ContractPolicy
    approvals: ApprovalsPolicy
    reasons: ReasonsPolicy
    report: ReportPolicy
    protection: ProtectionPolicy
    follow_up: FollowUpPolicy
    counterpart_roles: Annotated[tuple[CounterpartRole, ...], AfterValidator(_some)]
    reminders: RemindersPolicy
    pool: PoolPolicy
    product_domains: Annotated[tuple[ProductDomain, ...], AfterValidator(_some)]
    product_synonyms: tuple[Synonyms, ...]
    english: EnglishNames
    mcu_series: tuple[McuSeries, ...]
    labels: Labels
    orders: OrdersPolicy
    statistics: StatisticsPolicy
    forecast: ForecastPolicy

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (LookupError, ValueError, OSError) as error:  # LookupError: unknown; the others: a path, a folder
            raise ValueError(f"{value!r} is no time zone; an example: Asia/Shanghai") from error
        return value

    @field_validator("units")
    @classmethod
    def _one_unit_a_province(cls, units: tuple[UnitPolicy, ...]) -> tuple[UnitPolicy, ...]:
        _distinct(tuple(each.name for each in units))
        covered = _distinct(tuple(province for each in units for province in each.provinces))
        if uncovered := missing(regions.provinces(), covered):
            raise ValueError(f"no unit covers {uncovered}: a registration from there would reach nobody")
        return units

    @model_validator(mode="after")
    def _of_what_there_is(self) -> Self:
        known = {each.name for each in self.product_domains}
        known |= {f"{each.name} · {example}" for each in self.product_domains for example in each.examples}
        if unknown := missing((each.of for each in self.product_synonyms), known):
            raise ValueError(f"product_synonyms: no product domain is called {unknown}")
        curves = _distinct(tuple(each.of for each in self.forecast.curves))
        if unknown := missing(curves, known):
            raise ValueError(f"forecast.curves: no product domain is called {unknown}")
        return self

    @field_validator("counterpart_roles")
    @classmethod
    def _each_role_once(cls, roles: tuple[CounterpartRole, ...]) -> tuple[CounterpartRole, ...]:
        _distinct(tuple(each.name for each in roles))
        return roles

    @field_validator("product_domains")
    @classmethod
    def _told_apart(cls, domains: tuple[ProductDomain, ...]) -> tuple[ProductDomain, ...]:
        _distinct(tuple(each.name for each in domains))
        return domains

    @property
    def in_english(self) -> Mapping[str, str]:
        """By name, what any value of the policy is called in English."""
        words = {name: word.english for name, word in self.contract.words.known.items() if word.english}
        return {**words, **self.english.names}

    def unit(self, name: str) -> UnitPolicy | None:
        return next((each for each in self.units if each.name == name), None)

    def approval_path(self, unit: str) -> tuple[str, ...]:
        """Levels 2, 3 … of a contract in this unit: "head", "administrator", or a manager's e-mail address."""
        found = self.unit(unit)
        return self.contract.approval_path if found is None or found.approval_path is None else found.approval_path
