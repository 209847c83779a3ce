"""What a policy is: frozen, checked, without a default of its own (those stand in `domain/data/policy.toml`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, Literal, Self, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from domain import identifiers, regions
from domain.approvals import Kind
from domain.projects import Stage

T = TypeVar("T", bound=Hashable)


def _distinct(values: tuple[T, ...]) -> tuple[T, ...]:
    if twice := [value for value, count in Counter(values).items() if count > 1]:
        raise ValueError(f"{', '.join(map(str, twice))} stands here more than once")
    return values


def _some(values: tuple[T, ...]) -> tuple[T, ...]:
    if not values:
        raise ValueError("at least one is needed")
    return values


def _no_bare_number(value: object) -> object:
    """pydantic takes a number for seconds after midnight; `opens = 9` surely means something else."""
    if isinstance(value, int):
        raise ValueError(f"a time of day such as 09:00:00, not {value}")
    return value


def _address(text: str) -> str:
    """As a chat takes it under a button; one that it refuses would take the whole screen with it."""
    found = identifiers.link(text)
    if isinstance(found, identifiers.Flaw):
        raise ValueError(f"{text} is no http or https address")
    return found


def _missing(wanted: Iterable[str], known: Iterable[str]) -> str:
    known = list(known)
    return ", ".join(each for each in wanted if each not in known)


Count = Annotated[int, Field(strict=True, ge=0, le=100_000)]
Positive = Annotated[int, Field(strict=True, ge=1, le=100_000)]
Months = Annotated[int, Field(strict=True, ge=1, le=120)]
Percent = Annotated[int, Field(strict=True, ge=0, le=100)]
TimeOfDay = Annotated[time, BeforeValidator(_no_bare_number)]
Day = Annotated[date, Field(strict=True)]
Name = Annotated[str, Field(strict=True, min_length=1, max_length=60)]
Names = Annotated[tuple[Name, ...], AfterValidator(_distinct)]
Choices = Annotated[Names, AfterValidator(_some)]
Url = Annotated[str, Field(strict=True, max_length=500), AfterValidator(_address)]
AccountTypes = tuple[Literal["owner", "salesperson", "engineer", "assistant", "manager"], ...]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Link(Part):
    """A page of the vendor's, as a button; no types named means everybody. `english` is its label for who reads English."""

    label: Annotated[str, Field(strict=True, min_length=1, max_length=20)]
    url: Url
    types: AccountTypes = ()
    english: Annotated[str, Field(strict=True, max_length=30)] = ""


class Calendar(Part):
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


class QuietHours(Part):
    """From `begin` to `end` in the vendor's zone, over midnight where `end` is earlier."""

    begin: TimeOfDay = Field(alias="from")
    end: TimeOfDay = Field(alias="to")


class Unit(Part):
    """A 省区 with its provinces, or a 行业."""

    name: Name
    kind: Literal["region", "industry"] = "region"
    provinces: Names = ()
    approval_path: tuple[str, ...] | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.kind == "industry" and self.provinces:
            raise ValueError("an industry's unit has no provinces")
        if self.kind == "region" and not self.provinces:
            raise ValueError('a region needs provinces (or kind = "industry")')
        for province in self.provinces:
            if province not in regions.provinces():
                short = regions.province(province)
                raise ValueError(f"{province} is no province" + (f"; write {short}" if short else ""))
        return self

    @field_validator("approval_path")
    @classmethod
    def _steps(cls, value: tuple[str, ...] | None) -> tuple[str, ...] | None:
        return _checked_path(value) if value is not None else None


def _checked_path(path: tuple[str, ...]) -> tuple[str, ...]:
    for step in path:
        if step not in ("head", "administrator") and "@" not in step:
            raise ValueError(f'{step!r} is neither "head", "administrator" nor an e-mail address')
    return path


class People(Part):
    invitation_hours: Positive
    ended_agency_days: Count
    files_a_day: Positive
    file_megabytes_a_day: Positive


class Registration(Part):
    captcha: Literal["picture", "none"]
    captcha_minutes: Positive
    captcha_tries: Positive
    attempts_a_day: Positive
    beginnings_an_hour: Positive
    products: Choices
    terms: Annotated[str, Field(strict=True, min_length=1, max_length=20_000)]
    """服务条款和隐私政策, paragraphs between blank lines."""


class Entity(Part):
    """签约主体 and the codes of the 签约类型 that it signs."""

    name: Name
    types: Choices


class ContractType(Part):
    """签约类型 with its 渠道级别 and the documents it needs."""

    code: Name
    name: Name
    levels: Choices
    documents: Names
    distributes: bool = False
    needs_distributor: bool = False


class Contract(Part):
    approval_path: Annotated[tuple[str, ...], AfterValidator(_checked_path)]
    companies: Choices
    documents: Choices
    qualifications: Choices
    ownerships: Choices
    taxpayers: Choices
    transports: Choices
    industries: Choices
    entities: Annotated[tuple[Entity, ...], AfterValidator(_some)]
    types: Annotated[tuple[ContractType, ...], AfterValidator(_some)]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        codes = _distinct(tuple(each.code for each in self.types))
        _distinct(tuple(each.name for each in self.entities))
        for entity in self.entities:
            if unknown := _missing(entity.types, codes):
                raise ValueError(f"entity {entity.name}: no contract type has the code {unknown}")
        for each in self.types:
            if unknown := _missing(each.documents, self.documents):
                raise ValueError(f"type {each.code}: {unknown} is not among the documents")
        return self

    def entity(self, name: str) -> Entity | None:
        return next((each for each in self.entities if each.name == name), None)

    def type(self, code: str) -> ContractType | None:
        return next((each for each in self.types if each.code == code), None)

    def types_of(self, entity: str) -> tuple[ContractType, ...]:
        """The types that an entity signs, in the policy's order; of an unknown entity none."""
        found = self.entity(entity)
        return tuple(each for each in self.types if found is not None and each.code in found.types)


class Sla(Part):
    """Working hours from the moment when a level was asked."""

    nudges: tuple[Positive, ...]
    hours: Positive
    head: Positive

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        moments = (*self.nudges, self.hours, self.head)
        if list(moments) != sorted(set(moments)):
            raise ValueError("nudges, hours and head must come one after the other")
        return self


class Approvals(Part):
    """Times by kind of request; a kind, or a value of one, that isn't given is the default's."""

    model_config = ConfigDict(frozen=True, extra="allow")
    __pydantic_extra__: dict[str, Sla]

    default: Sla

    @model_validator(mode="before")
    @classmethod
    def _over_the_default(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        if unknown := [kind for kind in data if kind not in {"default", *Kind}]:
            raise ValueError(f"no kind of request is called {', '.join(unknown)}; there are {', '.join(Kind)}")
        base = data.get("default")
        if not isinstance(base, dict):
            return data
        return {kind: base | values if isinstance(values, dict) else values for kind, values in data.items()}

    def sla(self, kind: str) -> Sla:
        """`kind` as in `domain.approvals.Kind`."""
        return (self.__pydantic_extra__ or {}).get(kind) or self.default


class Quota(Part):
    """How many a day, in the vendor's zone."""

    person: Positive
    agency: Positive


class Report(Part):
    checks_a_day: Quota
    open_limit: Positive
    return_keeps_place_days: Positive
    appeal_reserves_days: Positive
    believable_volume: Annotated[int, Field(strict=True, ge=1, le=10_000_000)]
    kinds_of_body: Choices


class Granted(Part):
    """Calendar months of protection by what grants them."""

    approved: Months
    development: Months
    pilot: Months
    after_production: Months


class Protection(Part):
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


class FollowUp(Part):
    every_days: Positive
    reminder_days: Annotated[tuple[Positive, ...], AfterValidator(_distinct)]
    escalate_days: Positive
    again_days: Positive
    manager_weekday: Annotated[int, Field(strict=True, ge=1, le=7)]
    on_days_off: Annotated[bool, Field(strict=True)]
    silent_days: Positive


class Reminders(Part):
    draft_days: Positive
    milestone_days: Annotated[tuple[Count, ...], AfterValidator(_distinct)]
    contract_days: Annotated[tuple[Count, ...], AfterValidator(_distinct)]
    must_read_days: Annotated[tuple[Positive, ...], AfterValidator(_distinct)]


class Pool(Part):
    fair_start_hours: Count
    cool_down_days: Count
    details_a_day: Positive
    claims_a_day: Quota


class McuSeries(Part):
    """Models of the product table that a deployment begins with."""

    name: Name
    models: Choices


class ProductDomain(Part):
    name: Name
    examples: Names = ()


class CustomerLabels(Part):
    """What people call the fields of a customer, in forms that they paste and above the columns of lists."""

    name: Choices
    credit_code: Choices
    region: Choices
    domain: Choices
    volume: Choices
    mcus: Choices
    buyer: Choices
    factory: Choices
    background: Choices
    agency: Choices
    contact: Choices
    until: Choices
    aliases: Choices
    project: Choices


class AgencyLabels(Part):
    """Of an agency, as it registers or stands in a roster; `owner` is also the applicant."""

    name: Choices
    short_name: Choices
    credit_code: Choices
    organisation_code: Choices
    tax_number: Choices
    region: Choices
    address: Choices
    unit: Choices
    manager: Choices
    owner: Choices
    position: Choices
    email: Choices
    mobile: Choices
    phone: Choices
    fax: Choices
    entity: Choices
    products: Choices


class PersonLabels(Part):
    name: Choices
    type: Choices
    agency: Choices
    unit: Choices
    email: Choices
    phone: Choices


class McuLabels(Part):
    model: Choices
    series: Choices
    note: Choices


class OrderLabels(Part):
    """Of a list of orders, and of the heading of a table pasted into the chat."""

    day: Choices
    customer: Choices
    project: Choices
    mcu: Choices
    quantity: Choices
    unit: Choices
    price: Choices
    net_price: Choices
    tax: Choices
    currency: Choices
    amount: Choices
    batches: Choices
    batch_2: Choices
    batch_3: Choices
    reference: Choices
    kind: Choices
    status: Choices
    number: Choices
    voided: Choices


class ProjectLabels(Part):
    """Of a project as follow-ups and reports tell it."""

    name: Choices
    domain: Choices
    mcu: Choices
    stage: Choices
    progress: Choices
    yearly: Choices
    milestone: Choices
    due: Choices
    note: Choices


class FollowUpLabels(Part):
    """Of a follow-up report, whose projects have labels of their own."""

    dynamics: Choices


class ContractLabels(Part):
    """Of a contract's form; a word may mean several of its questions (邮政编码), which the lines around it tell apart."""

    name: Choices
    fiscal_year: Choices
    entity: Choices
    type: Choices
    level: Choices
    manager: Choices
    distributor: Choices
    distributor_contact: Choices
    contact_position: Choices
    contact_phone: Choices
    general_manager: Choices
    general_manager_mobile: Choices
    general_manager_email: Choices
    server_lead: Choices
    server_lead_mobile: Choices
    server_lead_email: Choices
    qualification: Choices
    credit_code: Choices
    organisation_code: Choices
    province: Choices
    city: Choices
    office_address: Choices
    website: Choices
    postcode: Choices
    phone: Choices
    fax: Choices
    ownership: Choices
    business_scope: Choices
    registered_capital: Choices
    turnover: Choices
    financing: Choices
    working_capital: Choices
    staff: Choices
    sales_staff: Choices
    technical_staff: Choices
    marketing_staff: Choices
    issuer: Choices
    registered_name: Choices
    taxpayer: Choices
    registered_address: Choices
    registered_phone: Choices
    bank: Choices
    bank_account: Choices
    tax_number: Choices
    invoice_name: Choices
    invoice_address: Choices
    invoice_postcode: Choices
    invoice_contact: Choices
    invoice_phone: Choices
    delivery_name: Choices
    delivery_address: Choices
    delivery_postcode: Choices
    transport: Choices
    station: Choices
    recipient: Choices
    recipient_phone: Choices
    recipient_mobile: Choices
    recipient_fax: Choices
    industries: Choices
    industry: Choices
    industry_sales: Choices
    key_customers: Choices
    customer: Choices
    customer_sales: Choices
    company_turnover: Choices
    hardware_sales: Choices
    software_sales: Choices
    server_sales: Choices
    brands: Choices


class PlaceLabels(Part):
    """A place may be written into columns of its own: above the city and below it."""

    province: Choices
    district: Choices


class Labels(Part):
    """Synonyms by matter and field; how they are compared is `domain.labels`."""

    customer: CustomerLabels
    agency: AgencyLabels
    person: PersonLabels
    mcu: McuLabels
    order: OrderLabels
    project: ProjectLabels
    follow_up: FollowUpLabels
    contract: ContractLabels
    place: PlaceLabels


Money = Annotated[Decimal, Field(gt=0, le=1_000_000, decimal_places=6)]
Currency = Annotated[str, Field(strict=True, pattern="^[A-Z]{3}$")]


class Synonyms(Part):
    """What else people call a product domain, or a product, by its label: `家电 · 电饭煲`."""

    of: Name
    words: Choices


class Orders(Part):
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


class Chances(Part):
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


class Leads(Part):
    """Months from a stage to the first delivery."""

    contact: Count
    selection: Count
    development: Count
    pilot: Count
    production: Count
    paused: Count
    ended: Count

    def of(self, stage: Stage) -> int:
        value: int = getattr(self, stage.value)
        return value


class Forecast(Part):
    probability: Chances
    lead_months: Leads
    silent_days: Positive


class Policy(Part):
    """All of it."""

    vendor: Name
    time_zone: str
    language: Literal["zh", "en"]
    hotline: str
    mail: Annotated[str, Field(pattern=r"^(\S+@\S+)?$")]
    report_needs_contract: Annotated[bool, Field(strict=True)]
    links: tuple[Link, ...]
    calendar: Calendar
    quiet_hours: QuietHours
    units: Annotated[tuple[Unit, ...], AfterValidator(_some)]
    people: People
    registration: Registration
    contract: Contract
    approvals: Approvals
    report: Report
    protection: Protection
    follow_up: FollowUp
    reminders: Reminders
    pool: Pool
    product_domains: Annotated[tuple[ProductDomain, ...], AfterValidator(_some)]
    product_synonyms: tuple[Synonyms, ...]
    mcu_series: tuple[McuSeries, ...]
    labels: Labels
    orders: Orders
    forecast: Forecast

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
    def _one_unit_a_province(cls, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        _distinct(tuple(each.name for each in units))
        covered = _distinct(tuple(province for each in units for province in each.provinces))
        if uncovered := _missing(regions.provinces(), covered):
            raise ValueError(f"no unit covers {uncovered}: a registration from there would reach nobody")
        return units

    @model_validator(mode="after")
    def _synonyms_of_what_there_is(self) -> Self:
        known = {each.name for each in self.product_domains}
        known |= {f"{each.name} · {example}" for each in self.product_domains for example in each.examples}
        if unknown := _missing((each.of for each in self.product_synonyms), known):
            raise ValueError(f"product_synonyms: no product domain is called {unknown}")
        return self

    @field_validator("product_domains")
    @classmethod
    def _told_apart(cls, domains: tuple[ProductDomain, ...]) -> tuple[ProductDomain, ...]:
        _distinct(tuple(each.name for each in domains))
        return domains

    def unit(self, name: str) -> Unit | None:
        return next((each for each in self.units if each.name == name), None)

    def unit_of(self, province: str) -> Unit | None:
        """The unit that covers a province, by the province's short name."""
        return next((each for each in self.units if province in each.provinces), None)

    def approval_path(self, unit: str) -> tuple[str, ...]:
        """Levels 2, 3 … of a contract in this unit: "head", "administrator", or a manager's e-mail address."""
        found = self.unit(unit)
        return self.contract.approval_path if found is None or found.approval_path is None else found.approval_path
