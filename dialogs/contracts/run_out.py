"""⚠ Documents whose last day has passed, in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from dialogs.contracts.attachment import ContractAttachment
from dialogs.core.field import attempt
from dialogs.core.screen import Wording, say
from domain.base.policy.people import ContractPolicy
from domain.contracts import expiry
from domain.contracts.expiry import DatedDocument


class InBothLanguages(Protocol):
    """Who knows what a word of the policy is called."""

    def told(self, word: str) -> str: ...


def attached(documents: Iterable[ContractAttachment], policy: ContractPolicy, today: date) -> tuple[Wording, ...]:
    """Of the documents of a form that is being filled in."""
    given = ((attempt(getattr, each, "kind"), attempt(getattr, each, "valid_until")) for each in documents)
    dated = [DatedDocument(kind, until) for kind, until in given if kind is not None and until is not None]
    return told(expiry.passed(dated, today), policy.words)


def told(documents: Sequence[DatedDocument], called: InBothLanguages) -> tuple[Wording, ...]:
    if not documents:
        return ()
    named = tuple(say("document-until", kind=called.told(each.kind), until=each.until) for each in documents)
    return (say("contract-expired", documents=named),)
