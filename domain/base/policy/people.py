"""The policy's sections on people, contracts and requests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, field_validator, model_validator

from domain.base import regions
from domain.base.bilingual import bilingual
from domain.base.kinds import Kind
from domain.base.policy.agreement import Agreement, ContractingCompany, prevailing
from domain.base.policy.papers import VendorPaper
from domain.base.policy.values import (
    AccountTypes,
    Choices,
    Count,
    Name,
    Names,
    PolicySection,
    Positive,
    TimeOfDay,
    Url,
    _distinct,
    _some,
    missing,
)


class VendorLink(PolicySection):
    """A page of the vendor's, as a button; no types named means everybody. `english` is its label for who reads English."""

    label: Annotated[str, Field(strict=True, min_length=1, max_length=20)]
    url: Url
    types: AccountTypes = ()
    english: Annotated[str, Field(strict=True, max_length=30)] = ""


class QuietHours(PolicySection):
    """From `begin` to `end` in the vendor's zone, over midnight where `end` is earlier."""

    begin: TimeOfDay = Field(alias="from")
    end: TimeOfDay = Field(alias="to")


class UnitPolicy(PolicySection):
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


class PeoplePolicy(PolicySection):
    invitation_hours: Positive
    ended_agency_days: Count
    files_a_day: Positive
    file_megabytes_a_day: Positive


class RegistrationPolicy(PolicySection):
    captcha: Literal["picture", "none"]
    captcha_minutes: Positive
    captcha_tries: Positive
    attempts_a_day: Positive
    beginnings_an_hour: Positive
    codes_a_day: Positive
    products: Choices
    terms: VendorPaper
    """服务条款和隐私政策."""


class Entity(PolicySection):
    """签约主体 and the codes of the 签约类型 that it signs."""

    name: Name
    types: Choices


class ContractType(PolicySection):
    """签约类型 with its 渠道级别 and the documents it needs."""

    code: Name
    name: Name
    levels: Choices
    documents: Names
    distributes: bool = False
    needs_distributor: bool = False


class PolicyWord(PolicySection):
    """What a word of the policy is called in `english`, and what people call it `also`."""

    english: Annotated[str, Field(strict=True, max_length=60)] = ""
    also: Names = ()


class PolicyWords(PolicySection):
    """By the word as the policy has it."""

    model_config = ConfigDict(frozen=True, extra="allow")
    __pydantic_extra__: dict[str, PolicyWord]

    @property
    def known(self) -> Mapping[str, PolicyWord]:
        return self.__pydantic_extra__ or {}

    def told(self, word: str) -> str:
        """In both languages, as `domain.base.bilingual` keeps them; what isn't among the words as it stands."""
        return bilingual(word, self.known[word].english) if word in self.known else word

    def called(self, word: str) -> tuple[str, ...]:
        """All that it is called, in either language, the word first."""
        known = self.known.get(word)
        return (word,) if known is None else tuple(each for each in (word, known.english, *known.also) if each)


class ContractPolicy(PolicySection):
    approval_path: Annotated[tuple[str, ...], AfterValidator(_checked_path)]
    companies: Annotated[tuple[ContractingCompany, ...], AfterValidator(_some)]
    letter: VendorPaper
    """签约说明函."""
    documents: Choices
    expiring: Names
    """Kinds of documents whose last valid day is asked for."""
    qualifications: Choices
    ownerships: Choices
    taxpayers: Choices
    transports: Choices
    industries: Choices
    required_industries: Annotated[int, Field(strict=True, ge=1, le=3)]
    """How many 主要行业, and as many 主要客户, a contract names at least."""
    entities: Annotated[tuple[Entity, ...], AfterValidator(_some)]
    types: Annotated[tuple[ContractType, ...], AfterValidator(_some)]
    agreements: Annotated[tuple[Agreement, ...], AfterValidator(prevailing)]
    words: PolicyWords

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _distinct(tuple(each.name for each in self.companies))
        codes = _distinct(tuple(each.code for each in self.types))
        _distinct(tuple(each.name for each in self.entities))
        for entity in self.entities:
            if unknown := missing(entity.types, codes):
                raise ValueError(f"entity {entity.name}: no contract type has the code {unknown}")
        if unknown := missing(self.expiring, self.documents):
            raise ValueError(f"expiring: {unknown} is not among the documents")
        for each in self.types:
            if unknown := missing(each.documents, self.documents):
                raise ValueError(f"type {each.code}: {unknown} is not among the documents")
        return self

    @property
    def company_names(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.companies)

    def company(self, name: str) -> ContractingCompany:
        """One that the policy doesn't have any more is known by its name."""
        known = {each.name: each for each in self.companies}
        return known[name] if name in known else ContractingCompany.model_construct(name=name)

    def agreement(self, language: str) -> Agreement:
        """In that language, else the Chinese one."""
        found = {each.language: each for each in self.agreements}
        return found[language] if language in found else found["zh"]

    def entity(self, name: str) -> Entity | None:
        return next((each for each in self.entities if each.name == name), None)

    def type(self, code: str) -> ContractType | None:
        return next((each for each in self.types if each.code == code), None)

    def types_of(self, entity: str) -> tuple[ContractType, ...]:
        """The types that an entity signs, in the policy's order; of an unknown entity none."""
        found = self.entity(entity)
        return tuple(each for each in self.types if found is not None and each.code in found.types)


class Sla(PolicySection):
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


class ApprovalsPolicy(PolicySection):
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
        """`kind` as in `domain.base.kinds.Kind`."""
        return (self.__pydantic_extra__ or {}).get(kind) or self.default
