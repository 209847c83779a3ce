"""`baobei import …`: existing records, taken in from the terminal."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated, Literal

import typer

app = typer.Typer(help="Take existing records in from a file.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """A group even while there is one command."""


@app.command()
def customers(
    file: Annotated[Path, typer.Argument(help="the list, an Excel file (.xlsx)", show_default=False)],
    template: Annotated[bool, typer.Option("--template", help="write an empty list to FILE instead")] = False,
    language: Annotated[
        Literal["zh", "en"] | None, typer.Option(help="language of what is written; default: the policy's")
    ] = None,
) -> None:
    """Take in a list of existing customers. What was refused, conflicts or looks alike is written to an Excel file beside
    FILE. Ctrl-C pauses; the same command goes on where it was and doubles nothing."""
    from pydantic import ValidationError

    from bot import importing  # only here: the command line starts quickly
    from bot.settings import Settings
    from domain.policy import PolicyError
    from storage.errors import StorageError

    try:
        settings = Settings()
        words = importing.words_of(settings, language)
        code = importing.write_template(file, words) if template else asyncio.run(importing.run(settings, file, words))
    except (PolicyError, StorageError, ValidationError, OSError) as error:
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

    from bot import mcu_import  # only here: the command line starts quickly
    from bot.importing import words_of
    from bot.settings import Settings
    from dialogs.core.refusals import say_refusal
    from domain.errors import Refusal
    from domain.policy import PolicyError
    from storage.errors import StorageError

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
