"""The two databases behind one door: SQLite's one writer, PostgreSQL, statements that are put together once.

`Connection` is what every step is handed. Absent: any table.
"""

from sqlalchemy import Connection

__all__ = ["Connection"]
