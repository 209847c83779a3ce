"""Walking over what is due in batches: where a walk begins, and where it has come to."""

from __future__ import annotations

from datetime import date

Place = tuple[date, int]
"""Where a walk over what is due has come to: the day and the id of the last one seen."""


START: Place = (date.min, 0)
