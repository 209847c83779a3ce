"""What a list is about: handed to the reader as plain values, for it reads in a process of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from domain.base.json_values import JsonObject

Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Matter:
    """`words` are by field, in the template's order. `learned` says of a heading (as `labels.read` makes it) what somebody
    said it is. `measured` are fields with a number, by the size of their unit; `codes` are never numbers; `lines` may have
    several lines. `positions`: the fields from the left where there is no heading at all."""

    words: Words
    required: tuple[str, ...]
    called: str
    """The field that names the row."""
    learned: Mapping[str, str] = field(default_factory=dict)
    measured: Mapping[str, int] = field(default_factory=dict)
    yearly: tuple[str, ...] = ()
    """Those of them that are asked for a year: a column by the month is counted twelve times."""
    codes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    joined: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Field → those that may be written into columns of their own before and behind it: 省份, 区县."""
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field → what its cells begin with, where that is known: models, as `domain.products.mcus.model_key` writes them."""
    hidden_rows: bool = True
    """Whether rows that are hidden are taken; `hidden_columns` likewise."""
    hidden_columns: bool = True
    sheet: str = ""
    """The one that is read; empty: the one with the best heading."""
    beside: tuple[tuple[str, ...], ...] = ()
    """The headings of sheets that our own template has beside the list: they bring nothing."""

    def to_json(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def of(cls, given: JsonObject) -> Matter:
        """What `to_json` made, after it was JSON."""
        several = {key: tuple(given[key]) for key in ("required", "yearly", "codes", "lines", "positions")}
        words = {key: tuple(value) for key, value in given["words"].items()}
        beside = tuple(tuple(each) for each in given.get("beside", ()))
        joined = {key: (before, behind) for key, (before, behind) in given.get("joined", {}).items()}
        known = {key: tuple(value) for key, value in given.get("known", {}).items()}
        return cls(**{**given, **several, "words": words, "joined": joined, "known": known, "beside": beside})
