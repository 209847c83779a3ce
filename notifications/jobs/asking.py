"""The dialogs' `Ask` over a `Work`, for what is made of forms outside of a conversation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar

from domain.base.work import Work

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class WorkAsk:
    """Fulfils `dialogs.core.ask.Ask`."""

    work: Work

    @property
    def today(self) -> date:
        return self.work.today

    def __call__(self, query: Callable[Concatenate[Work, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        return query(self.work, *args, **kwargs)
