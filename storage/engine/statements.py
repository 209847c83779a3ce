"""Statements that are put together once.

    _FIND = fixed(select(chats).where(chats.c.chat_id == bindparam("chat")))       # a constant of a module
    conn.execute(*once(lambda p: select(units).where(units.c.id == p.unit), unit=5))   # where it is used
    @each_once                                                                     # one for each database
    def _counting(postgres: bool) -> …

Putting a statement together takes three times as long as running it by SQLAlchemy, and that fifteen times as long as SQLite
itself. A fixed statement is a usual one (what is made of it by a method isn't fixed any more); `storage.engine.step` runs it by its
plan: the text that SQLAlchemy compiled for the dialect, and what its types make of each value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import CodeType
from typing import Any, Final, ParamSpec, TypeAlias, TypeVar, cast

from sqlalchemy import Executable, bindparam
from sqlalchemy.engine import Compiled, Dialect, IteratorResult
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import BindParameter
from sqlalchemy.sql.visitors import iterate
from sqlalchemy.types import TypeEngine
from sqlalchemy.util import LRUCache
from typing_extensions import override

P = ParamSpec("P")
S = TypeVar("S", bound=Executable)
Process = Callable[[Any], Any]
Name = str | tuple[str, int]
"""Of a parameter, or of a value in a parameter that is a list."""
NOTHING: Final = SimpleResultMetaData(())

KEPT: Final = 1_000
"""Statements that aren't fixed, of which what SQLAlchemy compiled is kept."""

MOST: Final = 8
"""So many values of a list are in a plan at most: one for each length is kept."""

_FIXED: Final[dict[Executable, _Plans]] = {}
_ONCE: Final[dict[CodeType, Executable]] = {}


Compiling: TypeAlias = tuple[Dialect, *tuple[object, ...]]
"""What SQLAlchemy keeps a compiled statement by: the dialect, the statement's shape, the names of the parameters …"""


class _AllEngines(LRUCache[Compiling, Compiled]):
    """What was compiled for one engine serves each other that speaks the same SQL: the writer's and the readers', and whichever
    comes after these. SQLAlchemy by itself compiles all anew for each engine, which takes ten times as long as to run it."""

    @override
    def get(self, key: Compiling, default: Compiled | None = None) -> Compiled | None:  # type: ignore[override]
        return super().get(self._spoken(key), default)

    @override
    def __setitem__(self, key: Compiling, value: Compiled) -> None:
        super().__setitem__(self._spoken(key), value)

    @staticmethod
    def _spoken(key: Compiling) -> Any:
        return (key[0].name, key[0].driver, *key[1:])


SHARED: Final = {"compiled_cache": _AllEngines(KEPT)}
"""The execution options of every engine."""


def fixed(statement: S) -> S:
    """The same statement, from now on run by its plan: for what lives as long as the process."""
    _FIXED[statement] = _Plans()
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
    """None where the statement isn't fixed, or hangs on more than the values (a long list's length, Python's defaults)."""
    plans = _FIXED.get(statement)
    if plans is None:
        return None
    if plans.lists is None:
        plans.lists = _lists(statement)
    lengths = [len(parameters[name]) for name in plans.lists]
    key = (dialect.name, *parameters, *lengths)
    if key not in plans.known:
        few = all(length <= MOST for length in lengths)
        given = dict(zip(plans.lists, lengths, strict=True))
        plans.known[key] = _planned(statement, dialect, list(parameters), given) if few else None
    return plans.known[key]


class _Plans:
    """Those of a fixed statement, by dialect, by the names of its parameters and the lengths of those that are lists."""

    __slots__ = ("known", "lists")

    def __init__(self) -> None:
        self.known: dict[object, Plan | None] = {}
        self.lists: tuple[str, ...] | None = None


def _lists(statement: Any) -> tuple[str, ...]:
    binds = (each for each in iterate(statement) if isinstance(each, BindParameter))
    return tuple({each.key: None for each in binds if each.expanding and each.required})


class Rows(IteratorResult[Any]):
    """What a `CursorResult` is to the repositories."""

    def __init__(self, keys: SimpleResultMetaData, rows: Iterator[Any], rowcount: int) -> None:
        super().__init__(keys, rows)
        self.rowcount = rowcount


class Plan:
    """A statement as a dialect runs it with parameters of certain names."""

    __slots__ = ("_keys", "_lists", "_reads", "_writes", "text")

    def __init__(
        self,
        text: str,
        writes: Sequence[tuple[Name | None, object, Process | None]],
        lists: Sequence[str],
        keys: Sequence[str],
        reads: Sequence[tuple[int, Process]],
    ) -> None:
        self.text = text
        self._writes = writes
        self._lists = lists
        self._keys = SimpleResultMetaData(keys) if keys else None
        self._reads = reads

    @property
    def returns(self) -> bool:
        return self._keys is not None

    def bound(self, parameters: Mapping[str, Any]) -> tuple[object, ...]:
        """The values in the text's order."""
        values: dict[Any, Any] = {**parameters} if self._lists else cast("dict[Any, Any]", parameters)
        for name in self._lists:
            values |= {(name, place): each for place, each in enumerate(parameters[name])}
        return tuple(
            [
                value if name is None else values[name] if write is None else write(values[name])
                for name, value, write in self._writes
            ]
        )

    def result(self, cursor: DBAPICursor) -> Rows:
        if self._keys is None:
            return Rows(NOTHING, iter(()), cursor.rowcount)
        rows: Sequence[Any] = cursor.fetchall()
        return Rows(self._keys, map(self._read, rows) if self._reads else iter(rows), len(rows))

    def _read(self, row: Sequence[Any]) -> tuple[object, ...]:
        cells = list(row)
        for place, read in self._reads:
            cells[place] = read(cells[place])
        return tuple(cells)


class _Given:
    """Stands in a compiled statement for the parameter of that name, or for a value of that list."""

    def __init__(self, name: Name) -> None:
        self.name = name


def _planned(statement: Any, dialect: Dialect, names: Sequence[str], lists: Mapping[str, int]) -> Plan | None:
    compiled = statement.compile(dialect=dialect, column_keys=names)
    assert isinstance(compiled, SQLCompiler)
    binds = {name: bind for bind, name in compiled.bind_names.items()}
    if compiled.insert_prefetch or compiled.update_prefetch:
        return None
    given: dict[str, Any] = {name: _Given(name) for name in names}
    given |= {name: [_Given((name, place)) for place in range(length)] for name, length in lists.items()}
    state = compiled.construct_expanded_state(given)
    writes: list[tuple[Name | None, object, Process | None]] = []
    for name in state.positiontup or ():
        value = state.parameters[name]
        write = _writes(binds[name].type, dialect) if name in binds else state.processors.get(name)
        if isinstance(value, _Given):
            writes.append((value.name, None, write))
        else:
            writes.append((None, value if write is None else write(value), None))
    returned = list(statement.exported_columns) if statement.is_select or compiled.effective_returning else []
    reads = [(place, _reads(column.type, dialect)) for place, column in enumerate(returned)]
    return Plan(
        state.statement,
        writes,
        tuple(lists),
        [column.key or getattr(column, "name", None) or f"_{place}" for place, column in enumerate(returned)],
        [(place, read) for place, read in reads if read is not None],
    )


def _writes(kind: TypeEngine[object], dialect: Dialect) -> Process | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reads(kind: TypeEngine[object], dialect: Dialect) -> Process | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
