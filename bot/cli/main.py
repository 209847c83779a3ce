"""The command line: `baobei …`. Errors are sentences that say what to do; a stack trace is for mistakes of ours."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Literal, NoReturn, TypeVar

import typer
from pydantic import ValidationError

from bot import logs
from bot.cli import forecast as forecast_cli
from bot.cli import imports as import_cli
from bot.cli import names as names_cli
from bot.cli import orders as orders_cli
from bot.settings import Settings
from domain.base import policy as policies
from domain.base.policy import PolicyError
from notifications.sending.messenger import Failure
from storage.engine.errors import StorageError

T = TypeVar("T")

app = typer.Typer(
    name="baobei",
    help="报备: a channel's sales desk in a chat.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
policy_app = typer.Typer(help="The deployment's policy file.", no_args_is_help=True)
app.add_typer(policy_app, name="policy")
app.add_typer(names_cli.app, name="names")
app.add_typer(orders_cli.app, name="orders")
app.add_typer(forecast_cli.app, name="forecast")
app.add_typer(import_cli.app, name="import")


@app.command("demo")
def demo_command(
    port: Annotated[int, typer.Option(help="port of the page")] = 8080,
    data: Annotated[Path | None, typer.Option(help="folder that keeps the demo's data")] = None,
    driver: Annotated[str, typer.Option(help="aiogram or ptb")] = "aiogram",
    database: Annotated[str | None, typer.Option(help="PostgreSQL URL; default: SQLite in the folder")] = None,
    policy: Annotated[Path | None, typer.Option(help="policy file")] = None,
    browser: Annotated[bool, typer.Option(help="open the page in a browser")] = True,
    empty: Annotated[bool, typer.Option(help="start without any data, for the very first invitation")] = False,
    story: Annotated[bool, typer.Option(help="begin with a month that was lived in and a year of orders")] = True,
) -> None:
    """The whole thing, running, in a browser, without a token."""
    from bot.sandbox.demo import DemoOptions, run_demo  # only the demo needs the sandbox

    if driver not in ("aiogram", "ptb"):
        _fail(f"{driver!r} is no driver: choose aiogram or ptb.")
    if policy is not None:
        _policy(policy)
    folder = data or _settings().data / ("demo-empty" if empty else "demo")
    options = DemoOptions(
        data=folder.resolve(),
        port=port,
        driver=driver,
        database=database,
        policy=policy.resolve() if policy is not None else None,
        browser=browser,
        empty=empty,
        story=story,
    )
    raise SystemExit(asyncio.run(run_demo(options)))


@app.command("sandbox")
def sandbox_command(
    port: Annotated[int, typer.Option(help="port of the Bot API and of the page")] = 8081,
    data: Annotated[
        Path | None, typer.Option(help="folder that keeps chats and token; without one nothing is kept")
    ] = None,
    token: Annotated[str | None, typer.Option(help="the bot's token; default: the folder's, or a new one")] = None,
    username: Annotated[str, typer.Option(help="the bot's username")] = "sandbox_bot",
    person: Annotated[list[str] | None, typer.Option(help="who is there; may be given several times")] = None,
    browser: Annotated[bool, typer.Option(help="open the page in a browser")] = True,
) -> None:
    """A Bot API server for one machine, and phones on a page: for any bot, in any language."""
    from bot.sandbox.alone import PEOPLE, AloneOptions, run_alone

    folder = data.resolve() if data is not None else None
    people = tuple(person) if person else PEOPLE
    raise SystemExit(asyncio.run(run_alone(AloneOptions(port, folder, token, username, people, browser))))


@app.command("run")
def run_command() -> None:
    """Run the bot. Settings come from the environment (BAOBEI_…) or a .env file; `baobei doctor` checks them."""
    for number in (signal.SIGINT, signal.SIGTERM):  # until the bot itself listens, there is nothing yet to finish
        signal.signal(number, lambda *_: sys.exit(0))
    from bot.process.run import CannotRun, run

    settings = _settings()
    logs.set_up(settings)
    try:
        asyncio.run(run(settings))
    except* (CannotRun, PolicyError, StorageError, Failure) as group:
        _fail("\n".join(str(each) or type(each).__name__ for each in _leaves(group)))


@app.command("migrate")
def migrate_command() -> None:
    """Bring the database to this version's schema (`run` does it by itself)."""
    from storage import migrate

    url = _settings().database_url
    changed = _await(migrate.upgrade(url))
    print("The database is migrated." if changed else "The database is up to date.")


@app.command("backup")
def backup_command(
    file: Annotated[Path, typer.Argument(help="where the copy goes; an older one of that name is replaced")],
) -> None:
    """Write a whole, checked copy of the database while the bot works; the files beside it are plain files to be copied."""
    from bot.cli.backup import CannotCopy, backup

    try:
        print(_await(backup(_settings(), file)))
    except CannotCopy as error:
        _fail(str(error))


@app.command("doctor")
def doctor_command() -> None:
    """Check settings, policy, database, calendar and connection; exit code 1 if something needs mending."""
    from bot.cli import doctor  # each command brings only what it needs: `names compare` is to answer at once

    raise SystemExit(0 if _await(doctor.examine(_settings())) else 1)


@app.command("work")
def work_command(
    kept: Annotated[bool, typer.Option(hidden=True)] = False,
) -> None:
    """Work imports and exports: the bot starts this by itself; run it where another process or machine shall (BAOBEI_JOBS)."""
    from bot.process.workers import IDLE, work

    settings = _settings()
    logs.set_up(settings)
    _await(work(settings, kept=kept, idle=IDLE if kept else None))


@app.command("invite")
def invite_command(
    administrator: Annotated[str, typer.Option(help="name of the administrator to invite", metavar="NAME")],
) -> None:
    """Invite the first administrator: prints a one-time link."""
    from bot.process.inviting import invite_administrator

    print(_await(invite_administrator(_settings(), administrator)))


@app.command("forms")
def forms_command(
    as_json: Annotated[bool, typer.Option("--json", help="as JSON")] = False,
    language: Annotated[Literal["zh", "en"], typer.Option(help="language of the labels")] = "zh",
) -> None:
    """Every form's fields: form, label, required."""
    from bot.cli import forms

    rows = forms.fields(language)
    if as_json:
        print(json.dumps([each._asdict() for each in rows], ensure_ascii=False, indent=1))
    else:
        print(forms.table(rows))


@policy_app.command("check")
def policy_check(file: Annotated[Path, typer.Argument(help="the policy file")]) -> None:
    """Check a policy file; says the place of every mistake."""
    _policy(file)  # tells every mistake and ends here if there is one
    print(policies.check(file))


@policy_app.command("show")
def policy_show(
    file: Annotated[Path | None, typer.Argument(help="the policy file; default: as configured")] = None,
) -> None:
    """Show the policy in force: every value, with the defaults filled in."""
    print(policies.show(_policy(file if file is not None else _settings().policy)))


def main() -> None:
    """The script's entry. Whatever any command writes (lists with links, copies, results) is its user's alone."""
    os.umask(0o077)
    app()


# --- the pieces ---------------------------------------------------------------------------------------------------


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        problems = [f"BAOBEI_{'_'.join(map(str, each['loc'])).upper()}: {each['msg']}" for each in error.errors()]
        _fail("\n".join(problems))


def _policy(file: Path | None) -> policies.Policy:
    try:
        return policies.load(file)
    except PolicyError as error:
        _fail(str(error))


def _await(doing: Coroutine[object, None, T]) -> T:
    try:
        return asyncio.run(doing)
    except (PolicyError, StorageError, Failure) as error:
        _fail(str(error))


def _leaves(group: BaseExceptionGroup[BaseException]) -> list[BaseException]:
    return [
        leaf
        for each in group.exceptions
        for leaf in (_leaves(each) if isinstance(each, BaseExceptionGroup) else [each])
    ]


def _fail(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    raise SystemExit(1)
