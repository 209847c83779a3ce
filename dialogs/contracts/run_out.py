"""⚠ Documents whose last day has passed, in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dialogs.contracts.attachment import ContractAttachment
from dialogs.core.field import attempt
from dialogs.core.screen import Wording, say
from domain.contracts import expiry
from domain.contracts.expiry import DatedDocument


def attached(documents: Iterable[ContractAttachment], today: date) -> tuple[Wording, ...]:
    """Of the documents of a form that is being filled in."""
    given = ((attempt(getattr, each, "kind"), attempt(getattr, each, "valid_until")) for each in documents)
    dated = [DatedDocument(kind, until) for kind, until in given if kind is not None and until is not None]
    return told(expiry.passed(dated, today))


def told(documents: Sequence[DatedDocument]) -> tuple[Wording, ...]:
    if not documents:
        return ()
    named = tuple(say("document-until", kind=each.kind, until=each.until) for each in documents)
    return (say("contract-expired", documents=named),)
