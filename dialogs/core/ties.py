"""The tie between a form and its command: each field of the command is filled by exactly one question or source.

A field whose type is a dataclass and that has no question of its own is filled field by field (`profile.name` by the
question `name`), so that a command may be put together of smaller records.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias, get_type_hints

from dialogs.core.field import DeclarationError, Field


@dataclass(frozen=True, slots=True)
class FromAnswer:
    """The parameter is filled by the question or source of that name; `has_default` lets it out when there is no answer."""

    parameter: str
    name: str
    has_default: bool


@dataclass(frozen=True, slots=True)
class FromRecord:
    """The parameter is a record of its own."""

    parameter: str
    make: Callable[..., object]
    ties: tuple[Tie, ...]


Tie: TypeAlias = FromAnswer | FromRecord


def tie(form: str, command: type, fields: Mapping[str, Field[object]], sources: Collection[str]) -> tuple[Tie, ...]:
    """How the command is made; raises `DeclarationError` for what is missing or fills nothing."""
    used: list[str] = []
    ties = _ties(form, command, frozenset(fields) | frozenset(sources), used)
    for name in sorted(set(used)):
        if used.count(name) > 1:
            raise DeclarationError(f"{form}.{name} fills two fields of {command.__name__}.")
    for name, field in fields.items():
        if field.fills_command and name not in used and field.kind != "accept":
            raise DeclarationError(
                f"{form}.{name} fills no field of {command.__name__}; if that is meant, say .aside()."
            )
    for name in sources:
        if name not in used:
            raise DeclarationError(f"{form}.{name} is a source, but {command.__name__} has no such field.")
    return ties


def _ties(form: str, command: type, names: frozenset[str], used: list[str]) -> tuple[Tie, ...]:
    if not dataclasses.is_dataclass(command):
        raise DeclarationError(
            f"{form}: {command.__name__} isn't a dataclass, so its fields can't be tied to questions."
        )
    ties: list[Tie] = []
    missing: list[str] = []
    hints = get_type_hints(command)
    for field in dataclasses.fields(command):
        if not field.init:
            continue
        default = field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
        kind = hints.get(field.name)
        if field.name in names:
            used.append(field.name)
            ties.append(FromAnswer(field.name, field.name, default))
        elif isinstance(kind, type) and dataclasses.is_dataclass(kind):
            ties.append(FromRecord(field.name, kind, _ties(form, kind, names, used)))
        else:
            missing.append(field.name)
    if missing:
        raise DeclarationError(
            f"{form} has no question and no source for {', '.join(missing)} of {command.__name__}: "
            "declare a question of that name, or say source(…)."
        )
    return tuple(ties)
