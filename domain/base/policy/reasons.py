"""The policy's section on the reasons that approvers give by one tap."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from domain.base.bilingual import bilingual
from domain.base.kinds import Kind
from domain.base.policy.values import PolicySection

MOST = 8
"""Reasons of one decision: one look, one page of a list."""


class OfferedReason(PolicySection):
    """As the approver taps it and the applicant reads it; `english` for who reads that, where there is one."""

    text: Annotated[str, Field(strict=True, min_length=1, max_length=40)]
    english: Annotated[str, Field(strict=True, max_length=80)] = ""

    @property
    def told(self) -> str:
        """In both languages, as `domain.base.bilingual` keeps them."""
        return bilingual(self.text, self.english)


def _told_apart(reasons: tuple[OfferedReason, ...]) -> tuple[OfferedReason, ...]:
    for what in ("text", "english"):
        counted = Counter(getattr(each, what) for each in reasons if getattr(each, what))
        if twice := [words for words, count in counted.items() if count > 1]:
            raise ValueError(f"{', '.join(twice)} stands here more than once")
    return reasons


Reasons = Annotated[tuple[OfferedReason, ...], Field(max_length=MOST), AfterValidator(_told_apart)]


class ReasonsOfKind(PolicySection):
    """None given: the approver writes."""

    reject: Reasons = ()
    send_back: Reasons = Field(default=(), alias="return")


NO_REASONS = ReasonsOfKind()


class ReasonsPolicy(PolicySection):
    """By kind of request, in the order in which they are offered."""

    model_config = ConfigDict(frozen=True, extra="allow")
    __pydantic_extra__: dict[str, ReasonsOfKind]

    @model_validator(mode="before")
    @classmethod
    def _kinds_that_there_are(cls, data: Any) -> Any:
        if isinstance(data, dict) and (unknown := [kind for kind in data if kind not in set(Kind)]):
            raise ValueError(f"no kind of request is called {', '.join(unknown)}; there are {', '.join(Kind)}")
        return data

    def of(self, kind: Kind) -> ReasonsOfKind:
        return (self.__pydantic_extra__ or {}).get(kind, NO_REASONS)
