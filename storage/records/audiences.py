"""For whom something is, as columns of JSON keep it."""

from __future__ import annotations

from typing import TypedDict, cast

from sqlalchemy import Connection, Table, select, update

from domain.announcements.records import Audience
from domain.people.records import AccountType


class AudienceColumns(TypedDict):
    types: list[str]
    units: list[int]
    agencies: list[int]


def audience_to_json(audience: Audience) -> AudienceColumns:
    return {
        "types": [each.value for each in audience.types],
        "units": list(audience.units),
        "agencies": list(audience.agencies),
    }


def move_unit(conn: Connection, table: Table, gone: int, into: int) -> None:
    """What is for a unit that became another is for that one."""
    for row in conn.execute(select(table.c.id, table.c.audience)).all():
        audience = cast("AudienceColumns", row.audience)
        if gone in audience["units"]:
            units = list(dict.fromkeys(into if each == gone else each for each in audience["units"]))
            conn.execute(update(table).where(table.c.id == row.id).values(audience={**audience, "units": units}))


def audience_from_json(kept: AudienceColumns) -> Audience:
    return Audience(
        types=tuple(AccountType(each) for each in kept["types"]),
        units=tuple(kept["units"]),
        agencies=tuple(kept["agencies"]),
    )
