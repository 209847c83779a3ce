"""How far a project is, and with it its customer: the stages from the first contact to mass production."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    CONTACT = "contact"
    SELECTION = "selection"
    DEVELOPMENT = "development"
    PILOT = "pilot"
    PRODUCTION = "production"
    PAUSED = "paused"
    ENDED = "ended"


ADVANCE = (Stage.CONTACT, Stage.SELECTION, Stage.DEVELOPMENT, Stage.PILOT, Stage.PRODUCTION)
"""From the first contact to mass production; a paused or ended project has no place in it."""
