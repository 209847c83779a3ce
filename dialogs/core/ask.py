"""How a dialog learns what lies outside of it.

A step is a plain function and looks nowhere by itself: it asks a query of the domain, `ask(customers.same, name)`, and
whoever runs the step calls `customers.same(work, name)` in the same transaction. In tests a table answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from domain.base.rights import Action, demand
from domain.base.work import Work

P = ParamSpec("P")
R = TypeVar("R")


class Ask(Protocol):
    """Calls a query with the present transaction's `work`, which the core never looks into."""

    @property
    def today(self) -> date:
        """The day in the vendor's time zone: what 今天 means in an answer."""

    @property
    def language(self) -> str:
        """What the person reads: "zh" or "en"."""

    def __call__(self, query: Callable[Concatenate[Work, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R: ...


def allowed(work: Work, right: Action) -> None:
    """Raises `NotAllowed`."""
    demand(work.actor, right)


@dataclass(frozen=True, slots=True)
class WorkAsk:
    """Answers in the transaction of that work."""

    work: Work

    @property
    def today(self) -> date:
        return self.work.today

    @property
    def language(self) -> str:
        return self.work.language

    def __call__(self, query: Callable[Concatenate[Work, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        return query(self.work, *args, **kwargs)


@dataclass(frozen=True)
class AskTable:
    """Answers from a table: a value, or a function of the query's arguments (without `work`)."""

    today: date
    answers: Mapping[Callable[..., object], object] = field(default_factory=dict)
    language: str = "zh"

    def __call__(self, query: Callable[Concatenate[Work, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        if query not in self.answers:
            raise LookupError(f"the table has no answer for {query}")
        answer = self.answers[query]
        return cast(R, answer(*args, **kwargs) if callable(answer) else answer)


class AskedOnce:
    """Of one screen: what it asks again is answered as before, for nothing changes while it is made."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._answers: dict[object, object] = {}

    @property
    def today(self) -> date:
        return self._ask.today

    @property
    def language(self) -> str:
        return self._ask.language

    def __call__(self, query: Callable[Concatenate[Work, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        asked = (query, args, tuple(kwargs.items()))
        try:
            known = asked in self._answers
        except TypeError:  # a list among them
            return self._ask(query, *args, **kwargs)
        if not known:
            self._answers[asked] = self._ask(query, *args, **kwargs)
        return cast(R, self._answers[asked])
