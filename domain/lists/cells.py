"""What stands in a cell, as somebody would have typed it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias

from domain import letters

LONGEST = 2_000
"""Characters that are read of a cell."""
EXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number; the others are lost."""


class Fault(StrEnum):
    """A cell without a value of its own."""

    ERROR = "error"
    """#N/A and its kind."""
    FORMULA = "formula"
    """A formula beside which the file keeps no result."""
    LOST = "lost"
    """A number that has lost its last digits."""


Value: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | Fault | None

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def text(value: Value, *, lines: bool = False) -> str:
    """Clean, in one line unless `lines`; a date as 2026-11-22, a number without a needless `.0`."""
    match value:
        case None | Fault():
            return ""
        case str():
            return clean(value[:LONGEST], lines=lines)
        case bool():
            return str(value).upper()
        case int() | float():
            return number(value)
        case datetime():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)


def number(value: float) -> str:
    """As a spreadsheet shows it; one that has lost digits in its scientific notation: 9.14408941488594E+17."""
    if lossy(value):
        return f"{value:.14E}"
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return f"{value:.10g}" if abs(value) < 1e9 else f"{value:.15g}"


def lossy(value: Value) -> bool:
    """A number with more digits than a spreadsheet keeps: no code, whatever it looks like."""
    return isinstance(value, int | float) and not isinstance(value, bool) and not abs(value) < EXACT


_ERRORS = frozenset(("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))
_SCIENTIFIC = re.compile(r"[-+]?\d(?:[.,]\d+)?[Ee]\+\d+")


def damaged(written: str) -> Fault | None:
    """What is wrong with a cell by its text alone: 9.14403E+17, #N/A, a formula without its result."""
    if written.strip().upper() in _ERRORS:
        return Fault.ERROR
    if written.startswith("=") and len(written) > 1:
        return Fault.FORMULA
    return Fault.LOST if _SCIENTIFIC.fullmatch(written.strip()) else None


def clean(typed: str, *, lines: bool = False) -> str:
    """As any answer, and `_x000D_` as the character that it stands for."""
    whole = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), typed) if "_x" in typed else typed
    return letters.clean(whole.replace("\r\n", "\n").replace("\r", "\n") if "\r" in whole else whole, lines)
