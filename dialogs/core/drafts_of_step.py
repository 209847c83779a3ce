"""The drafts as they are once a step is done: what is shown in it knows what it keeps and drops."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Concatenate, ParamSpec, TypeVar, cast

from dialogs.core.ask import Ask
from dialogs.core.registry import Draft, DraftsQuery, DropDraft, KeepDraft
from domain.base.work import Work

P = ParamSpec("P")
R = TypeVar("R")
Change = KeepDraft | DropDraft


def amid(ask: Ask, query: DraftsQuery | None, changes: Sequence[Change]) -> Ask:
    """Asks as before, but that query's answer has these changes."""
    return _Amid(ask, query, {each.id: each for each in changes}) if changes else ask


def now(work: Work) -> datetime:
    return work.now


@dataclass(frozen=True)
class _Amid:
    ask: Ask
    query: DraftsQuery | None
    changes: dict[str, Change]

    @property
    def today(self) -> date:
        return self.ask.today

    @property
    def language(self) -> str:
        return self.ask.language

    def __call__(self, query: Callable[Concatenate[Work, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        found = self.ask(query, *args, **kwargs)
        if query is not self.query or not isinstance(found, Sequence):
            return found
        form = args[0] if args else None
        kept = [
            Draft(each.id, each.form, each.version, each.title, each.state, self.ask(now))
            for each in self.changes.values()
            if isinstance(each, KeepDraft) and form in (None, each.form)
        ]
        return cast(R, [*kept, *(each for each in found if each.id not in self.changes)])
