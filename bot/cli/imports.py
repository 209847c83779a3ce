"""`baobei import …`: existing records, taken in from the terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

if TYPE_CHECKING:
    from bot.cli.importing import Words
    from bot.settings import Settings

app = typer.Typer(help="Take existing records in from a file.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """A group even while there is one command."""


_List = Annotated[Path, typer.Argument(help="the list, an Excel file (.xlsx)", show_default=False)]
_Template = Annotated[bool, typer.Option("--template", help="write an empty list to FILE instead")]
_Language = Annotated[
    Literal["zh", "en"] | None, typer.Option(help="language of what is written; default: the policy's")
]
_Renew = Annotated[bool, typer.Option("--renew", help="a new link for everybody who hasn't come yet; older ones end")]


@app.command()
def customers(
    file: _List,
    template: _Template = False,
    language: _Language = None,
    sheet: Annotated[str, typer.Option(help="the sheet to read; default: the one with the best heading")] = "",
) -> None:
    """Take in a list of existing customers. What was refused, conflicts or looks alike is written to an Excel file beside
    FILE. Ctrl-C pauses; the same command goes on where it was and doubles nothing."""
    from bot.cli import importing  # only here: the command line starts quickly
    from notifications.jobs.list_header import CUSTOMERS

    def take(settings: Settings, words: Words) -> int:
        if template:
            return importing.write_template(file, CUSTOMERS, words)
        return asyncio.run(importing.run(settings, file, words, sheet=sheet))

    _do(take, language)


@app.command()
def agencies(file: _List, template: _Template = False, language: _Language = None, renew: _Renew = False) -> None:
    """Take in a list of agencies with their owners. An Excel file beside FILE has one invitation link for each, and says
    why a row was refused. Run it again, with a longer or mended list: nothing is doubled, links in use stay good."""
    from domain.imports import enrolling

    _enrol(enrolling.AGENCIES, file, template=template, language=language, renew=renew)


@app.command()
def people(file: _List, template: _Template = False, language: _Language = None, renew: _Renew = False) -> None:
    """Take in a list of people of agencies that are there, and of units; as `agencies`, one invitation link for each."""
    from domain.imports import enrolling

    _enrol(enrolling.PEOPLE, file, template=template, language=language, renew=renew)


def _enrol(kind: str, file: Path, *, template: bool, language: str | None, renew: bool) -> None:
    from bot.cli import importing, rosters
    from notifications.jobs.enrolling import HEADERS

    def take(settings: Settings, words: Words) -> int:
        if template:
            return importing.write_template(file, HEADERS[kind], words)
        return asyncio.run(rosters.run(settings, kind, file, words, renew=renew))

    _do(take, language)


def _do(take: Callable[[Settings, Words], int], language: str | None) -> NoReturn:
    """With sentences in place of stack traces for what isn't a mistake of ours."""
    from pydantic import ValidationError

    from bot.cli.importing import words_of
    from bot.settings import Settings
    from domain.base.policy import PolicyError
    from notifications.sending.messenger import Failure
    from storage.engine.errors import StorageError

    try:
        settings = Settings()
        code = take(settings, words_of(settings, language))
    except (PolicyError, StorageError, ValidationError, OSError, Failure) as error:
        typer.echo(str(error), err=True)
        code = 1
    raise SystemExit(code)


@app.command()
def mcus(
    file: Annotated[Path, typer.Argument(help="an Excel file (.xlsx): model, series, note", show_default=False)],
    template: Annotated[bool, typer.Option("--template", help="write an empty table to FILE instead")] = False,
    language: Annotated[
        Literal["zh", "en"] | None, typer.Option(help="language of what is written; default: the policy's")
    ] = None,
) -> None:
    """Take in the product table of MCU models; those known are brought up to date, none is removed."""
    from pydantic import ValidationError

    from bot.cli import mcus as mcu_import  # only here: the command line starts quickly
    from bot.cli.importing import words_of
    from bot.settings import Settings
    from dialogs.core.refusals import say_refusal
    from domain.base.errors import Refusal
    from domain.base.policy import PolicyError
    from storage.engine.errors import StorageError

    try:
        settings = Settings()
        words = words_of(settings, language)
        if template:
            told = mcu_import.write_template(file, words)
        else:
            told = asyncio.run(mcu_import.bring(settings, file, words))
    except Refusal as refusal:
        typer.echo(words_of(Settings(), language)(say_refusal(refusal)), err=True)
        raise SystemExit(1) from None
    except (PolicyError, StorageError, ValidationError, OSError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from None
    for line in told:
        typer.echo(line)
