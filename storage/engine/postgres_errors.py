"""PostgreSQL's SQLSTATEs and asyncpg's exceptions → what they mean for the bot and for the operator."""

from __future__ import annotations

from typing import Final

import asyncpg
from sqlalchemy.exc import DBAPIError

from storage.engine.errors import Away, Busy, DiskFull, StorageError, Temporary, Unusable


class Again(Temporary):
    """Lost against another transaction: rolled back whole, and likely to succeed at once."""


BROKEN: Final = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""What a connection of our own raises when the server goes away or the line is cut: the last one amid the greeting."""

_KINDS: Final[dict[str, type[StorageError]]] = {
    "40001": Again,  # serialization_failure
    "40P01": Again,  # deadlock_detected
    "55P03": Busy,  # lock_not_available: lock_timeout
    "57014": Busy,  # query_canceled: statement_timeout
    "53300": Away,  # too_many_connections
    "57P01": Away,  # admin_shutdown
    "57P02": Away,  # crash_shutdown
    "57P03": Away,  # cannot_connect_now: starting up
    "57P05": Away,  # idle_session_timeout
    "25P03": Away,  # idle_in_transaction_session_timeout
    "53100": DiskFull,
    "28000": Unusable,  # invalid_authorization_specification
    "28P01": Unusable,  # invalid_password
    "3D000": Unusable,  # invalid_catalog_name
    "25006": Unusable,  # read_only_sql_transaction: a standby
}


def judge(error: BaseException) -> StorageError | None:
    """The storage's trouble behind the error, or None when it is the step's own (a constraint, a mistake)."""
    if isinstance(error, OSError | TimeoutError):
        return Away(f"The database server can't be reached. ({error})")
    if isinstance(_drivers_own(error), asyncpg.InternalClientError):
        return Away(f"The connection to the database broke. ({_drivers_own(error)})")
    if isinstance(error, asyncpg.PostgresError | asyncpg.InterfaceError):
        state, lost = getattr(error, "sqlstate", None), isinstance(error, asyncpg.InterfaceError)
    elif isinstance(error, DBAPIError):
        state, lost = getattr(error.orig, "sqlstate", None), error.connection_invalidated
    else:
        return None
    state = str(state or "")
    words = str(getattr(error, "orig", None) or error).partition("\n")[0]  # what follows may be what was written
    if state in _KINDS:
        return _KINDS[state](f"The database says: {words}")
    if lost or state.startswith("08"):
        return Away(f"The connection to the database broke. ({words})")
    return None


def _drivers_own(error: BaseException) -> BaseException | None:
    """What asyncpg raised, out of what SQLAlchemy's adapter and SQLAlchemy made of it."""
    return error.orig.__cause__ if isinstance(error, DBAPIError) and error.orig is not None else error
