"""What profiles of contracts name by code or number, as people call it: types, managers, distributors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.base.policy.people import PolicyWords
from domain.base.work import Work
from domain.contracts.records import Flat, Json


@dataclass(frozen=True, slots=True)
class Called:
    """By code of the policy, account, agency; the words of the policy."""

    types: Mapping[str, str]
    managers: Mapping[int, str]
    distributors: Mapping[int, str]
    words: PolicyWords

    def told(self, word: str) -> str:
        """In both languages (`domain.base.bilingual`)."""
        return self.words.told(word)


def names_in(work: Work, profiles: Iterable[Flat]) -> Called:
    several, policy = list(profiles), work.policy.contract
    managers = {number(each.get("manager")) for each in several} - {0}
    distributors = {number(each.get("distributor")) for each in several} - {0}
    return Called(
        types={each.code: policy.words.told(each.name) for each in policy.types},
        managers={each: work.people.account(each).name for each in managers},
        distributors={each: work.people.agency(each).called for each in distributors},
        words=policy.words,
    )


def number(value: Json) -> int:
    """Of an account or an agency, as a profile or a form's answer has it; 0 for none."""
    return int(str(value)) if str(value).isdecimal() else 0
