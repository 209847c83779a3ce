"""What the policy was, on record: each change of the deployment's file is an event with both versions, for a
decision is judged by the policy of its day (docs/policy.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.base import policy
from domain.base.events import Event
from domain.base.rights import EVERYTHING
from domain.base.work import Work


@dataclass(frozen=True, kw_only=True)
class PolicyChanged(Event, subject="policy"):
    """`policy` is the version's number. `before` (empty for the first) and `after` are whole, as TOML; `changed` are the
    dotted names of the values that differ."""

    policy: int
    before: str
    after: str
    changed: tuple[str, ...]


def note(work: Work) -> PolicyChanged | None:
    """At a start: record the policy that holds now, if it isn't the one that was recorded last."""
    after = policy.show(work.policy)
    last = _newest(work)
    if last is not None and (last.after == after or not _changed(last.after, after)):
        return None
    number = work.numbers.count("policy-0")  # of several that start at once one records it
    last = _newest(work)
    changed = _changed(last.after, after) if last is not None else ()
    if last is not None and not changed:
        return None
    event = PolicyChanged(policy=number, before=last.after if last is not None else "", after=after, changed=changed)
    work.events.record(event)
    return event


def _newest(work: Work) -> PolicyChanged | None:
    found = work.events.of_kind(PolicyChanged, EVERYTHING, 0, 1)
    event = found[0].event if found else None
    return event if isinstance(event, PolicyChanged) else None


def _changed(before: str, after: str) -> tuple[str, ...]:
    """The names whose values differ; remarks in the text don't count."""
    old, new = dict(_flat(tomllib.loads(before))), dict(_flat(tomllib.loads(after)))
    return tuple(name for name in dict.fromkeys((*new, *old)) if old.get(name) != new.get(name))


def _flat(table: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value
