"""What `baobei policy check` and `baobei policy show` say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import Table

from domain.base.policy.loading import default, load
from domain.base.policy.model import Policy
from domain.base.policy.papers import VendorPaper
from domain.base.policy.values import PolicySection


def check(path: Path | None) -> str:
    """One line that says that the file can be used, and how much it changes. Raises `PolicyError`."""
    changed = differences(load(path))
    match changed:
        case []:
            count = "no value differs from the defaults"
        case [only]:
            count = f"1 value differs from the defaults: {only}"
        case _:
            count = f"{len(changed)} values differ from the defaults: {', '.join(changed)}"
    return f"{path or 'The default policy'} can be used; {count}"


@lru_cache(maxsize=4)
def show(policy: Policy) -> str:
    """The whole policy as TOML that can be loaded again; what differs from the defaults is marked."""
    return tomlkit.dumps(_table(policy, default(), tomlkit.document()))


def differences(policy: PolicySection, base: PolicySection | None = None, above: str = "") -> list[str]:
    """The dotted names of the values that differ from the defaults."""
    base = default() if base is None else base
    found: list[str] = []
    for name, alias, value in _values(policy):
        other = getattr(base, name, None)
        if isinstance(value, PolicySection) and isinstance(other, PolicySection):
            found += differences(value, other, f"{above}{alias}.")
        elif value != other:
            found.append(above + alias)
    return found


@dataclass(frozen=True, slots=True)
class PolicyDifference:
    """A value that differs from the default: its dotted name, and both as the file writes them; empty where it isn't set. A list
    that is written in tables is told by how many they are (`several`), for both."""

    name: str
    value: str
    default: str
    several: tuple[int, int] | None = None


@lru_cache(maxsize=4)
def differing(policy: Policy) -> tuple[PolicyDifference, ...]:
    """What `differences` names, with the values."""
    return tuple(_difference(name, _at(policy, name), _at(default(), name)) for name in differences(policy))


def _at(policy: PolicySection, name: str) -> object:
    part: object = policy
    for step in name.split("."):
        known = {alias: value for _, alias, value in _values(part)} if isinstance(part, PolicySection) else {}
        part = known.get(step)
    return part


def _difference(name: str, value: object, other: object) -> PolicyDifference:
    if any(isinstance(each, tuple) and each and isinstance(each[0], PolicySection) for each in (value, other)):
        sizes = tuple(len(each) if isinstance(each, tuple) else 0 for each in (value, other))
        return PolicyDifference(name, "", "", (sizes[0], sizes[1]))
    return PolicyDifference(name, _written(value), _written(other))


def _written(value: object) -> str:
    match value:
        case None:
            return ""
        case VendorPaper():
            return str(_paper(value).as_string())
        case PolicySection():
            return ""
        case _:
            return str(_item(value).as_string())


def _values(part: PolicySection) -> list[tuple[str, str, object]]:
    """Name, name in the file, value; what isn't set is left out."""
    fields = type(part).model_fields
    given = [(name, info.alias or name, getattr(part, name)) for name, info in fields.items()]
    given += [(name, name, value) for name, value in (part.__pydantic_extra__ or {}).items()]
    return [each for each in given if each[2] is not None]


def _table(part: PolicySection, base: PolicySection | None, into: Any) -> Any:
    tables: list[tuple[str, PolicySection, PolicySection | None]] = []
    for name, alias, value in _values(part):
        other = getattr(base, name, None)
        if isinstance(value, VendorPaper):
            into.add(alias, _paper(value))
            if base is not None and value != other:
                into[alias].comment("differs from the default")
        elif isinstance(value, PolicySection):
            tables.append((alias, value, other))
        else:
            into.add(alias, _item(value))
            if base is not None and value != other:
                into[alias].comment("differs from the default")
    # a plain value behind a table would belong to the table
    for alias, value, other in tables:
        into.add(alias, _table(value, other, tomlkit.table()))
    return into


def _paper(paper: VendorPaper) -> Any:
    """The text alone where there is nothing else."""
    given = {name: value for name, _, value in _values(paper) if value}
    if given.keys() == {"text"}:
        return tomlkit.item(paper.text)
    table = tomlkit.inline_table()
    table.update(given)
    return table


def _item(value: object) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], PolicySection):
        tables: list[Table] = [_table(each, None, tomlkit.inline_table()) for each in value]
        return _lines(tables)
    if isinstance(value, tuple):
        return tomlkit.item(list(value))
    if isinstance(value, date | time | str | int):
        return tomlkit.item(value)
    if isinstance(value, Decimal):
        return tomlkit.value(f"{value:f}")
    raise TypeError(f"{value!r} has no form in TOML")


def _lines(tables: list[Table]) -> Any:
    array = tomlkit.array()
    array.extend(tables)
    return array.multiline(True)
