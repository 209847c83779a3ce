"""Where a story takes place: the database, and the line between bot and chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest

Line = Literal["straight", "aiogram", "ptb"]


@dataclass(frozen=True, slots=True)
class Venue:
    """`line`: in process, or over HTTP by one of the libraries."""

    database: Literal["sqlite", "postgres"] = "sqlite"
    line: Line = "straight"


def _venue(database: Literal["sqlite", "postgres"], line: Line = "straight") -> object:
    marks = [pytest.mark.pg] if database == "postgres" else []
    if line != "straight":
        marks.append(pytest.mark.wire)
    elif marks:
        marks.append(pytest.mark.slow)
    return pytest.param(Venue(database, line), id=database if line == "straight" else f"{database}-{line}", marks=marks)


everywhere = pytest.mark.parametrize("venue", [_venue("sqlite"), _venue("postgres")], indirect=True)
"""The story is played on both databases; on the second one by `make check`."""

wire = pytest.mark.parametrize("venue", [_venue("sqlite", "aiogram"), _venue("postgres", "ptb")], indirect=True)
"""The story is played over HTTP, with either library, on either database."""
