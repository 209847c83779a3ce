"""What was mended in a returned request: field by field, as it was and as it came back."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum

from domain.approvals.records import FieldChange
from domain.base.bilingual import joined


def changes(before: object, after: object, *, prefix: str = "") -> tuple[FieldChange, ...]:
    """Of two records of one kind (None: there is none); `prefix` stands before the fields' names."""
    known = before if before is not None else after
    if not is_dataclass(known):
        return ()
    found = ((each.name, _text(before, each.name), _text(after, each.name)) for each in fields(known))
    return tuple(FieldChange(f"{prefix}{name}", was, now) for name, was, now in found if was != now)


def _text(record: object, name: str) -> str:
    match getattr(record, name, None):
        case None:
            return ""
        case Enum(value=value):
            return str(value)
        case Decimal() as number:
            return f"{number.normalize():f}"
        case tuple() as several:
            return joined(map(str, several))
        case other:
            return str(other)
