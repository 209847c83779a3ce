"""Words of the policy to choose from: each found by all that it is called, read in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.core.field import Option
from domain.base.policy.people import ContractPolicy


def offered(policy: ContractPolicy, words: Iterable[str]) -> tuple[Option, ...]:
    return tuple(Option(each, policy.words.told(each), names=policy.words.called(each)[1:]) for each in words)
