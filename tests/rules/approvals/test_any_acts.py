"""Whatever anybody does whenever (`any_acts`): a request is never lost, never decided twice or by whom it isn't his to decide; its
clock never jumps; no button of one that is decided is alive (`believing`)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Coroutine
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from bot.serving.work import DeskWork
from dialogs.core.texts import Texts
from domain.base.kinds import Kind
from domain.people.records import AccountType
from storage.engine.database import Database
from storage.files.store import FileStore
from tests.databases import ALONE, EMPTY, execute
from tests.rules.approvals.any_acts import AnyActs
from tests.rules.approvals.believing import ASKED_FOR
from tests.rules.office import POLICY, Office, open_office


def test_every_kind_of_request_is_known_to_the_model() -> None:
    assert {kind for _, _, kinds in ASKED_FOR for kind in kinds} == set(Kind)


async def _begin(address: str, texts: Texts, files: Path) -> Office:
    """The office with two managers and an administrator more; one manager has an account of an agency's, too."""
    office = await open_office(await Database.open(address), texts, FileStore(files))
    office.policy = POLICY.model_copy(
        update={"registration": POLICY.registration.model_copy(update={"captcha": "none"})}
    )

    def more(work: DeskWork) -> None:
        unit = work.people.account(office.ids["陈经理"]).unit_id
        for name in ("高经理", "何经理"):
            office._person(work, name, AccountType.MANAGER, unit_id=unit)
        office._person(work, "副管理员", AccountType.MANAGER)
        number = work.people.account(office.ids["副管理员"])
        work.people.keep_account(number, replace(number, administrator=True))

    await office.does(None, more)
    await office.second_account("陈经理", "深圳南山电子")
    return office


def _lives(begin: Callable[[], Coroutine[None, None, Office]], *, lives: int, acts: int, anew: bool) -> None:
    run_state_machine_as_test(
        type("Lives", (AnyActs,), {"begin": staticmethod(begin)}),
        settings=settings(
            max_examples=lives,
            stateful_step_count=acts,
            deadline=None,
            derandomize=not anew,
            database=None,
            phases=(Phase.generate,),  # to shrink fifty acts takes longer than to read them
            suppress_health_check=list(HealthCheck),
        ),
    )


def _fresh(template: str, texts: Texts, folder: Path) -> Callable[[], Coroutine[None, None, Office]]:
    """A copy of an empty SQLite database each time."""

    lives = count()

    async def begin() -> Office:
        return await _begin(str(shutil.copy(template, folder / f"{next(lives)}.db")), texts, folder / "files")

    return begin


@pytest.mark.timeout(300)
def test_whatever_anybody_does_requests_stay_whole(sqlite_template: Path, texts: Texts, tmp_path: Path) -> None:
    _lives(_fresh(str(sqlite_template), texts, tmp_path), lives=10, acts=40, anew=False)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_whatever_anybody_does_for_long(sqlite_template: Path, texts: Texts, tmp_path: Path) -> None:
    _lives(_fresh(str(sqlite_template), texts, tmp_path), lives=40, acts=50, anew=True)


@pytest.mark.pg
@pytest.mark.timeout(900)
def test_whatever_anybody_does_on_postgresql(postgres_database: str, texts: Texts, tmp_path: Path) -> None:
    async def begin() -> Office:
        await execute(postgres_database, ALONE, EMPTY)
        return await _begin(postgres_database, texts, tmp_path / "files")

    _lives(begin, lives=20, acts=40, anew=True)
