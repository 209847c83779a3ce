"""Statements that are put together once.

    _FIND = fixed(select(chats).where(chats.c.chat_id == bindparam("chat")))       # a constant of a module
    conn.execute(*once(lambda p: select(units).where(units.c.id == p.unit), unit=5))   # where it is used
    @each_once                                                                     # one for each database
    def _counting(postgres: bool) -> …

Putting a statement together takes three times as long as running it by SQLAlchemy, and that fifteen times as long as SQLite
itself. A fixed statement is a usual one (what is made of it by a method isn't fixed any more); `storage.step` runs it by its
plan: the text that SQLAlchemy compiled for the dialect, and what its types make of each value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import CodeType
from typing import Any, Final, ParamSpec, TypeVar

from sqlalchemy import Executable, bindparam
from sqlalchemy.engine import Dialect, IteratorResult
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

P = ParamSpec("P")
S = TypeVar("S", bound=Executable)
Process = Callable[[Any], Any]
NOTHING: Final = SimpleResultMetaData(())

_FIXED: Final[dict[Executable, dict[Any, Plan | None]]] = {}
_ONCE: Final[dict[CodeType, Executable]] = {}


def fixed(statement: S) -> S:
    """The same statement, from now on run by its plan: for what lives as long as the process."""
    _FIXED[statement] = {}
    return statement


class _Parameters:
    """`p.name` is a parameter of that name."""

    def __getattr__(self, name: str) -> Any:
        return bindparam(name)


def once(build: Callable[[Any], Executable], **values: Any) -> tuple[Any, dict[str, Any]]:
    """The statement of these lines, put together the first time only, and its parameters. `build` closes over nothing: what
    differs from call to call comes in by `p`."""
    code = build.__code__
    statement = _ONCE.get(code)
    if statement is None:
        if code.co_freevars:
            raise TypeError(f"a statement that is put together once can't hang on {', '.join(code.co_freevars)}")
        statement = _ONCE[code] = fixed(build(_Parameters()))
    return statement, values


def each_once(build: Callable[P, S]) -> Callable[P, S]:
    """A function of a few possible arguments (a dialect, a kind of reach): for each the statement is put together once."""

    @cache
    def built(*args: Any) -> S:
        return fixed(build(*args))  # type: ignore[call-arg]

    return built  # type: ignore[return-value]


def plan_of(statement: Executable, dialect: Dialect, parameters: Mapping[str, Any]) -> Plan | None:
    """None where the statement isn't fixed, or hangs on more than the values (a list's length, Python's defaults)."""
    plans = _FIXED.get(statement)
    if plans is None:
        return None
    key = (dialect.name, *parameters)
    if key not in plans:
        plans[key] = _planned(statement, dialect, list(parameters))
    return plans[key]


class Rows(IteratorResult[Any]):
    """What a `CursorResult` is to the repositories."""

    def __init__(self, keys: SimpleResultMetaData, rows: Iterator[Any], rowcount: int) -> None:
        super().__init__(keys, rows)
        self.rowcount = rowcount


class Plan:
    """A statement as a dialect runs it with parameters of certain names."""

    __slots__ = ("_keys", "_reads", "_writes", "text")

    def __init__(
        self,
        text: str,
        writes: Sequence[tuple[str | None, Any, Process | None]],
        keys: Sequence[str],
        reads: Sequence[tuple[int, Process]],
    ) -> None:
        self.text = text
        self._writes = writes
        self._keys = SimpleResultMetaData(keys) if keys else None
        self._reads = reads

    @property
    def returns(self) -> bool:
        return self._keys is not None

    def bound(self, parameters: Mapping[str, Any]) -> tuple[Any, ...]:
        """The values in the text's order."""
        return tuple(
            [
                value if name is None else parameters[name] if write is None else write(parameters[name])
                for name, value, write in self._writes
            ]
        )

    def result(self, cursor: DBAPICursor) -> Rows:
        if self._keys is None:
            return Rows(NOTHING, iter(()), cursor.rowcount)
        rows: Sequence[Any] = cursor.fetchall()
        return Rows(self._keys, map(self._read, rows) if self._reads else iter(rows), len(rows))

    def _read(self, row: Sequence[Any]) -> tuple[Any, ...]:
        cells = list(row)
        for place, read in self._reads:
            cells[place] = read(cells[place])
        return tuple(cells)


class _Given(str):
    """Stands in a compiled statement for the parameter of that name."""


def _planned(statement: Any, dialect: Dialect, names: list[str]) -> Plan | None:
    compiled = statement.compile(dialect=dialect, column_keys=names)
    assert isinstance(compiled, SQLCompiler)
    binds = {name: bind for bind, name in compiled.bind_names.items()}
    if (
        compiled.insert_prefetch
        or compiled.update_prefetch
        or any(b.expanding and b.key in names for b in binds.values())
    ):
        return None
    state = compiled.construct_expanded_state({name: _Given(name) for name in names})
    writes: list[tuple[str | None, Any, Process | None]] = []
    for name in state.positiontup or ():
        value = state.parameters[name]
        write = _writes(binds[name].type, dialect) if name in binds else state.processors.get(name)
        if isinstance(value, _Given):
            writes.append((str(value), None, write))
        else:
            writes.append((None, value if write is None else write(value), None))
    returned = list(statement.exported_columns) if statement.is_select or compiled.effective_returning else []
    reads = [(place, _reads(column.type, dialect)) for place, column in enumerate(returned)]
    return Plan(
        state.statement,
        writes,
        [column.key or getattr(column, "name", None) or f"_{place}" for place, column in enumerate(returned)],
        [(place, read) for place, read in reads if read is not None],
    )


def _writes(kind: TypeEngine[Any], dialect: Dialect) -> Process | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reads(kind: TypeEngine[Any], dialect: Dialect) -> Process | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
