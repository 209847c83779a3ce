"""Rosters: lists of agencies with their owners, and of people, for the roll-out (docs/people.md). Columns.

What became of a row is kept as of any list (`imports`); `enrolling` takes the rows in.
"""

from __future__ import annotations

from enum import StrEnum


class AgencyColumn(StrEnum):
    """An agency and its owner, in the order of the template."""

    NAME = "name"
    SHORT_NAME = "short_name"
    CODE = "code"
    REGION = "region"
    UNIT = "unit"
    """Empty: the unit that covers the province."""
    MANAGER = "manager"
    """Name or e-mail; empty: the head of the unit."""
    OWNER = "owner"
    EMAIL = "email"
    PHONE = "phone"


class PersonColumn(StrEnum):
    """Somebody of an agency, or a manager of a unit."""

    NAME = "name"
    TYPE = "type"
    AGENCY = "agency"
    """Name or credit code; for all but managers."""
    UNIT = "unit"
    """For managers."""
    EMAIL = "email"
    PHONE = "phone"


AGENCY_REQUIRED = (AgencyColumn.NAME, AgencyColumn.REGION, AgencyColumn.OWNER, AgencyColumn.EMAIL)
PERSON_REQUIRED = (PersonColumn.NAME, PersonColumn.TYPE, PersonColumn.EMAIL)
