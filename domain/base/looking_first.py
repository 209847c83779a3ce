"""What takes long to look up is asked before a step, of a snapshot beside it, so that nobody's step waits for it.

A step finds out by itself what it needs: the query raises `LookFirst`, nothing of the step is kept, and whoever runs steps looks it
up on a connection that only reads and takes the step again with the answer. Without a `Beforehand` (a job, a page that is only
read) a query is answered where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar

from domain.base.errors import Refusal
from domain.base.work import Work

R = TypeVar("R")


@dataclass(eq=False)
class LookFirst(Exception):
    """`query` is to be asked on behalf of `account`, as of whom it is answered under `key` alone."""

    account: int
    key: Hashable
    query: Callable[[Work], object]


def looked_up(work: Work, key: Hashable, kind: type[R], query: Callable[[Work], R]) -> R:
    """`key` names all that the answer hangs on besides the day and who asks. Raises `LookFirst`, and what the query refuses."""
    if work.beforehand is None:
        return query(work)
    whole = (work.actor, work.today, key)
    if whole not in work.beforehand.known:
        raise LookFirst(work.actor.id, whole, query)
    answer = work.beforehand.known[whole]
    if isinstance(answer, Refusal):
        raise answer
    assert isinstance(answer, kind)
    return answer
