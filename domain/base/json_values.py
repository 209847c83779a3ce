"""JSON as it is kept and sent. What is inside is for whoever reads it to look at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

JsonObject: TypeAlias = Mapping[str, Any]
"""One whose inside is the business of whoever wrote it, and is read by nobody else: a job's, a list's, a waiting order's."""
