"""What differs between two profiles of a contract, and what becomes of a wish when the contract has changed meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

from domain.contracts.records import QUESTIONS, Flat, Json

Difference: TypeAlias = tuple[str, Json, Json]
"""A question, what was answered before, what is answered now; of a list what only the one has and what only the other."""

TOGETHER = (("entity", "type", "level"), ("province", "city"), ("distributor", "distributor_contact"))
"""Answers that say something only beside each other: of these none is taken without the others."""

_PLACES = {name: place for place, name in enumerate(QUESTIONS)}


def differences(before: Flat, now: Flat) -> tuple[Difference, ...]:
    """In the order in which they are asked."""
    names = sorted({*before, *now}, key=lambda name: (_PLACES.get(name, len(_PLACES)), name))
    pairs = ((name, before.get(name), now.get(name)) for name in names)
    return tuple(_apart(*each) for each in pairs if each[1] != each[2])


def _apart(name: str, before: Json, now: Json) -> Difference:
    if not isinstance(before, list) or not isinstance(now, list):
        return name, before, now
    gone, come = _beyond(before, now), _beyond(now, before)
    return (name, gone or None, come or None) if gone or come else (name, before, now)  # only the order changed


def _beyond(some: Sequence[Json], others: Sequence[Json]) -> list[Json]:
    """What the one has and the other hasn't; of what it has twice and the other once, one."""
    left, found = list(others), []
    for each in some:
        if each in left:
            left.remove(each)
        else:
            found.append(each)
    return found


def changed(before: Flat, now: Flat) -> tuple[str, ...]:
    """The questions alone."""
    return tuple(name for name, _, _ in differences(before, now))


def merged(base: Flat, wished: Flat, now: Flat) -> Flat:
    """What stands now with what the wish changes of `base`, which stood when it was begun: what it leaves alone is as it has
    become meanwhile."""
    return replaced(now, _with_their_kin(changed(base, wished)), wished)


def _with_their_kin(names: Collection[str]) -> set[str]:
    return {*names, *(each for group in TOGETHER if not set(names).isdisjoint(group) for each in group)}


def replaced(profile: Flat, names: Collection[str], by: Flat) -> Flat:
    """With these answers of the other one, or without any where that has none."""
    sides = {name: by if name in names else profile for name in dict.fromkeys((*profile, *by))}
    return {name: side[name] for name, side in sides.items() if name in side}
