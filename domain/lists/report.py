"""What has to be told of a list that was read: all that was left out, filled in or taken in a certain way."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from domain.base.json_values import JsonObject

MOST = 200
"""Places that are kept of each kind; `counts` has them all."""


@dataclass
class ListReport:
    """Rows are by number, columns by their titles, fields by name."""

    sheet: str = ""
    other_sheets: list[str] = field(default_factory=list)
    """With a value, and not read."""
    lists: list[str] = field(default_factory=list)
    """Those of them that look like lists."""
    hidden_sheets: list[str] = field(default_factory=list)
    heading: list[int] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Fields that must be there and weren't found."""
    turned: bool = False
    """Where fields are missing: their names stand below each other instead."""
    looks_like: str = ""
    """Where fields are missing: another kind of list that this one is, by its matter."""
    columns: dict[str, str] = field(default_factory=dict)
    """Field → the title of its column."""
    unused: list[str] = field(default_factory=list)
    """Titles of columns with a value that weren't understood, or that another one was preferred to."""
    untitled: list[str] = field(default_factory=list)
    """Those of them that are called by their letter, for nothing stands above them."""
    rivals: dict[str, str] = field(default_factory=dict)
    """Those of them that would mean a field, with it."""
    remembered: dict[str, str] = field(default_factory=dict)
    """Titles of columns that are used as somebody once said, with the field."""
    units: dict[str, str] = field(default_factory=dict)
    """Field → the unit in its title; empty where a measured one has none."""
    monthly: list[str] = field(default_factory=list)
    """Fields whose column says what a month comes to."""
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: dict[str, str] = field(default_factory=dict)
    """Title → field, empty for unused ones."""
    errors: list[tuple[int, str]] = field(default_factory=list)
    formulas: list[tuple[int, str]] = field(default_factory=list)
    merged: list[tuple[int, int]] = field(default_factory=list)
    """Rows that one merged name makes one."""
    totals: list[int] = field(default_factory=list)
    tables: list[tuple[int, list[str]]] = field(default_factory=list)
    """Rows below the first that are a heading of their own, with the titles that were known."""
    cut: str = ""
    """The last column that was read, where there were more."""
    strays: list[int] = field(default_factory=list)
    """Rows with nothing but columns that aren't used."""
    samples: list[int] = field(default_factory=list)
    """Rows that are the example of our own template."""
    headings_again: list[int] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    blind: bool = False
    encoding: str = ""
    """Of a text file, and what stands between its columns."""
    delimiter: str = ""

    def note(self, kind: str, what: object) -> None:
        kept: list[object] = getattr(self, kind)
        if len(kept) < MOST:
            kept.append(what)
        self.counts[kind] = self.counts.get(kind, 0) + 1

    def to_json(self) -> dict[str, object]:
        """What stands in the order of the sheet keeps it: PostgreSQL orders an object's names anew."""
        return {key: list(value.items()) if isinstance(value, dict) else value for key, value in asdict(self).items()}

    @classmethod
    def of(cls, given: JsonObject) -> ListReport:
        """What `to_json` made, also by an earlier version."""
        known = {each.name: each.default_factory is dict for each in fields(cls)}
        kept: dict[str, Any] = {
            key: dict(value) if known[key] else value for key, value in given.items() if key in known
        }
        return cls(**kept)
