"""The one `MetaData`, and the column types whose traps are closed here once.

SQLite keeps no time zone and silently drops an offset; PostgreSQL refuses NUL in text. Both accept what these types make.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import JSON, BigInteger, DateTime, Integer, MetaData
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override

from domain.base import json_values

JsonValue: TypeAlias = json_values.Json

JsonDict: TypeAlias = dict[str, Any]
"""A JSON object whose inside is the business of whoever wrote it."""

MILLION = 1_000_000

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")
"""A primary key that counts by itself: only INTEGER does on SQLite, where it is 64 bits wide anyway."""

Json: TypeEngine[Any] = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""A JSON document; None is SQL NULL."""


class UTCDateTime(TypeDecorator[datetime]):
    """A moment. Takes aware datetimes of any zone, refuses naive ones, gives back aware UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment must say its time zone: {value!r}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Micro(TypeDecorator[Decimal]):
    """An exact amount of money, kept as whole millionths so that either database adds it up without a float. Refuses what
    has more than six decimals."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        millionths = value * MILLION
        if millionths != millionths.to_integral_value():
            raise ValueError(f"{value} has more than six decimals")
        return int(millionths)

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / MILLION


# --- JSON as text -------------------------------------------------------------------------------------------------

_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def dump_json(value: object) -> str:
    """JSON text that either database takes, whatever a hostile client put into it.

    NUL and lone surrogates, which no text column can hold, become U+FFFD.
    """
    text = _ENCODER.encode(value)
    if ("\\u0000" in text and _NUL.search(text)) or not _encodable(text):
        text = _ENCODER.encode(_clean(value))
    return text


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
"""Made once: `json.dumps` makes one for each value."""


def _encodable(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _clean(value: object) -> Any:
    match value:
        case str():
            return clean_text(value)
        case dict():
            return {clean_text(str(name)): _clean(each) for name, each in value.items()}
        case list() | tuple():
            return [_clean(each) for each in value]
        case _:
            return value


def clean_text(text: str) -> str:
    """The text without what no database can hold: NUL and lone surrogates become U+FFFD."""
    return text.replace("\0", "\ufffd").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
