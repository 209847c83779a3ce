"""The two databases behind one door: SQLite's one writer, PostgreSQL, statements that are put together once.

`Connection` is what every step is handed. Absent: any table.
"""

from typing import TypeAlias

from sqlalchemy import Connection, Row, Select

Found: TypeAlias = "Row[*tuple[object, ...]]"
"""A row whose columns are read by their names, as their types make them."""
Query: TypeAlias = "Select[*tuple[object, ...]]"
"""A statement that finds such rows."""

__all__ = ["Connection", "Found", "Query"]
