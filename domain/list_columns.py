"""What somebody said of a heading that wasn't understood, kept for the next list that he sends."""

from __future__ import annotations

from collections.abc import Mapping

from domain import labels
from domain.work import Work


def learned(work: Work, kind: str) -> Mapping[str, str]:
    """Heading → field, for this kind of list; of the operator's command line nothing is kept."""
    return work.imports.columns(work.account.id, kind) if work.account is not None else {}


def remember(work: Work, kind: str, heading: str, field: str) -> None:
    work.imports.remember_column(work.actor.id, kind, labels.read(heading).plain, field)
