"""What can be wrong with the storage itself; what the business refuses is in `domain.base.errors`.

    StorageError
    ├── Temporary           nothing was changed; the same step may be tried again later
    │   ├── Busy            another process holds the database
    │   ├── Away            the database server can't be reached
    │   └── Uncertain       the connection broke while committing: done or not done, nobody knows; look before redoing
    ├── DiskFull            the operator must make room
    ├── Unusable            not a database, damaged, read-only or forbidden; the operator must look
    └── InUse               another bot runs on the same data folder

`Conflict` stands beside them: it is about one row, and the step that meets it is rolled back alone.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy.exc import SQLAlchemyError


class StorageError(Exception):
    """The storage can't do its part. The text is a sentence for the operator."""


class Temporary(StorageError):
    pass


class Busy(Temporary):
    pass


class Away(Temporary):
    pass


class Uncertain(Temporary):
    pass


class DiskFull(StorageError):
    pass


class Unusable(StorageError):
    pass


class InUse(StorageError):
    pass


class Conflict(Exception):
    """A row was changed behind the step's back (compare-and-swap failed): once more, then alarm."""


DATABASE_FAILED: Final = (StorageError, SQLAlchemyError)
"""For whoever must tell a mistake in a record from a database that failed."""
