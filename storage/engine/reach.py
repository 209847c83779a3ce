"""A reach as a part of statements that are put together once: its shape, and whose it is as a parameter."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, BindParameter, bindparam

from domain.base.rights import Reach

WHOSE: Final[BindParameter[int]] = bindparam("whose", type_=BigInteger())
"""The number of the unit, agency or account."""


def shape(reach: Reach) -> tuple[str, dict[str, int | None]]:
    """`all`, `unit`, `agency` or `account`, and the parameters."""
    if reach.all:
        return "all", {}
    if reach.unit_id is not None:
        return "unit", {"whose": reach.unit_id}
    if reach.agency_id is not None:
        return "agency", {"whose": reach.agency_id}
    return "account", {"whose": reach.account_id}
