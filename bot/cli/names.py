"""`baobei names`: look inside the comparison of company names. An administrator explains a decision with it, a developer
tunes with it. `compare` needs neither a deployment nor a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from domain.customers.lookalikes import Hit
    from domain.names import Comparison

app = typer.Typer(help="Company names: same, look-alike, different.", no_args_is_help=True)

HEADER = ("A", "B", "a", "b", "名称A", "名称B")


def words(reasons: Iterable[str]) -> str:
    return "、".join(reasons)


def judged(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Each row of a table (A, B, anything) with verdict, score and reasons as further columns. A heading, which has
    A and B for names, gets headings; what has no two names passes unchanged."""
    from domain.names import compare as compare_names

    for number, row in enumerate(rows):
        if len(row) < 2:
            yield row
        elif number == 0 and row[0].strip() in HEADER and row[1].strip() in HEADER:
            yield [*row, "verdict", "score", "reasons"]
        else:
            yield [*row, *_columns(compare_names(row[0], row[1]))]


def _columns(found: Comparison) -> list[str]:
    return [found.verdict.value, f"{found.score:.3f}", words(found.reasons)]


@app.command()
def compare(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A B]", help="Two names: the one typed, the one known.", show_default=False),
    ] = None,
    pairs: Annotated[
        Path | None, typer.Option(help="A tab-separated table: A, B, anything.", exists=True, dir_okay=False)
    ] = None,
    code: Annotated[
        tuple[str, str] | None, typer.Option(help="Their credit codes (统一社会信用代码).", show_default=False)
    ] = None,
) -> None:
    """The verdict over two names, with score and reasons; or over each pair of a table."""
    from domain.names import compare as compare_names

    if pairs is not None and not names:
        try:
            lines = pairs.read_text(encoding="utf-8-sig").removesuffix("\n").split("\n")
        except UnicodeDecodeError:
            raise typer.BadParameter(f"{pairs} is not a text in UTF-8.") from None
        for row in judged(line.split("\t") for line in lines):
            typer.echo("\t".join(row))
        return
    if pairs is not None or names is None or len(names) != 2:
        raise typer.BadParameter("Give two names, or a table with --pairs.")
    mine, theirs = code or (None, None)
    found = compare_names(names[0], names[1], typed_code=mine, known_code=theirs)
    typer.echo("\t".join(_columns(found)))


def show(hits: Iterable[Hit]) -> None:
    """One hit a line: verdict, score, customer, name, reasons."""
    for hit in hits:
        columns = (hit.verdict.value, f"{hit.score:.3f}", str(hit.customer), hit.name, words(hit.reasons))
        typer.echo("\t".join(columns))


@app.command()
def search(
    name: str,
    limit: Annotated[int, typer.Option(help="at most so many", min=1)] = 10,
    database: Annotated[str | None, typer.Option(help="URL; default: the deployment's database")] = None,
) -> None:
    """The names of the deployment that are the same or look alike, best first: verdict, score, customer, name, reasons."""
    if database is None:
        from bot.settings import Settings

        database = Settings().database_url
    from storage.engine.errors import StorageError

    try:
        hits = search_names(database, name, limit)
    except StorageError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    show(hits)


def search_names(url: str, name: str, limit: int = 10) -> list[Hit]:
    """The ranked hits of the deployment with that database. Raises `StorageError` when it can't be asked."""
    import asyncio

    from storage import migrate
    from storage.engine.database import Database
    from storage.engine.errors import Unusable
    from storage.engine.urls import is_sqlite, normalise, sqlite_path
    from storage.names import search as name_search

    async def found() -> list[Hit]:
        address = normalise(url)
        missing = is_sqlite(address) and not sqlite_path(address).exists()  # asking would make an empty one
        if missing or await migrate.current(url) != migrate.head():
            raise Unusable("There is no database of this version; `baobei migrate` makes it one.")
        database = await Database.open(url)
        try:
            return await database.read(lambda conn: name_search.search(conn, name, limit=limit))
        finally:
            await database.close()

    return asyncio.run(found())


if __name__ == "__main__":
    app()
