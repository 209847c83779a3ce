"""The sentence for a refusal of the domain: found by the class's name, with the facts of its fields."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from dialogs.core.screen import Arg, Say


def say_refusal(refusal: Exception) -> Say:
    """`AlreadyDecided(by, at, how)` is `refusal-already-decided` with the facts `by`, `at` and `how`."""
    kebab = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", type(refusal).__name__).lower()
    fields = getattr(refusal, "__dataclass_fields__", {})
    return Say(f"refusal-{kebab}", {name: _fact(getattr(refusal, name)) for name in fields})


def _fact(value: object) -> Arg:
    match value:
        case Say() | str() | int() | Decimal() | date() | datetime():
            return value
        case None:
            return ""
        case tuple() | list():
            return tuple(_fact(each) for each in value)
        case _:
            return str(value)
