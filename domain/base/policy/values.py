"""What a value of the policy may be: counts, months, days, names, addresses; and what every section of it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import date, time
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from domain.base import identifiers

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


def missing(wanted: Iterable[str], known: Iterable[str]) -> str:
    known = list(known)
    return ", ".join(each for each in wanted if each not in known)


Count = Annotated[int, Field(strict=True, ge=0, le=100_000)]


Positive = Annotated[int, Field(strict=True, ge=1, le=100_000)]


Months = Annotated[int, Field(strict=True, ge=1, le=120)]


Lead = Annotated[int, Field(strict=True, ge=0, le=120)]
"""Months, of which there may be none."""


Percent = Annotated[int, Field(strict=True, ge=0, le=100)]


TimeOfDay = Annotated[time, BeforeValidator(_no_bare_number)]


Day = Annotated[date, Field(strict=True)]


Name = Annotated[str, Field(strict=True, min_length=1, max_length=60)]


Names = Annotated[tuple[Name, ...], AfterValidator(_distinct)]


Choices = Annotated[Names, AfterValidator(_some)]


Url = Annotated[str, Field(strict=True, max_length=500), AfterValidator(_address)]


AccountTypes = tuple[Literal["owner", "salesperson", "engineer", "assistant", "manager"], ...]


class PolicySection(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
