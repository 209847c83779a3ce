"""Reading JSON that anybody may have made: each reader gives the type that it promises or raises Unparsable."""

from __future__ import annotations

from typing import Any, TypeAlias

Raw: TypeAlias = dict[str, Any]
"""A JSON object as it came."""

BIGGEST = 2**63  # what a database's integer holds


class Unparsable(Exception):
    """An update whose shape isn't the Bot API's. The text is for the log."""


def an_object(value: object, what: str) -> Raw:
    if not isinstance(value, dict):
        raise Unparsable(f"{what} is no object")
    return value


def a_number(value: object, what: str) -> int:
    """An id: whole, not a bool, and such that a database can hold it."""
    if not isinstance(value, int) or isinstance(value, bool) or not -BIGGEST < value < BIGGEST:
        raise Unparsable(f"{what} is no number of an id")
    return value


def a_text(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise Unparsable(f"{what} is no text")
    return value


def text_or(value: object, otherwise: str = "") -> str:
    """For what may be missing: an absent or ill-shaped text is as if it weren't there."""
    return value if isinstance(value, str) else otherwise


def cleaned(value: Any) -> Any:
    """The same JSON without what no database stores: NUL and halves of surrogate pairs become `\N{REPLACEMENT CHARACTER}`."""
    match value:
        case str():
            if value.isascii() and "\0" not in value:
                return value
            return value.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case dict():
            return {cleaned(key): cleaned(each) for key, each in value.items()}
        case list():
            return [cleaned(each) for each in value]
        case _:
            return value
