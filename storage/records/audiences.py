"""For whom something is, as columns of JSON keep it."""

from __future__ import annotations

from typing import TypedDict

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


def audience_from_json(kept: AudienceColumns) -> Audience:
    return Audience(
        types=tuple(AccountType(each) for each in kept["types"]),
        units=tuple(kept["units"]),
        agencies=tuple(kept["agencies"]),
    )
