"""The policy's section on what its values are called in English."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ConfigDict

from domain.base.policy.values import Name, PolicySection


class EnglishNames(PolicySection):
    """By the name that a value has in the policy, wherever it stands there: a product domain, a unit, a document. One that isn't
    here is told as it is."""

    model_config = ConfigDict(frozen=True, extra="allow")
    __pydantic_extra__: dict[str, Name]

    @property
    def names(self) -> Mapping[str, str]:
        return self.__pydantic_extra__ or {}
