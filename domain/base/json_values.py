"""JSON as it is kept and sent. What is inside is for whoever reads it to look at."""

from __future__ import annotations

from typing import TypeAlias

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
