"""The cast as fixtures. Each test gets a database of its own, copied from one on which the cast stands already."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.demo import data as demo
from bot.sandbox.world import CAST, FIRST_PERSON
from bot.serving.app import App
from bot.serving.rendering import ScreenRenderer
from dialogs.core.texts import Texts
from domain.base import policy
from storage.engine.database import Database
from storage.files.store import FileStore
from tests.cast.beginnings import CHAT, DATABASE, Beginnings, Begun, entered
from tests.cast.marks import Venue
from tests.cast.person import Person
from tests.cast.scene import BEGIN, Scene, playing

PEOPLE = {name: FIRST_PERSON + place for place, (name, _) in enumerate(CAST)}


@cache
def _app() -> App:
    rules, texts = policy.load(None), Texts.load()
    files = FileStore(Path(tempfile.gettempdir()) / "baobei-no-files")
    return App(rules, texts, ScreenRenderer(texts, rules, files, lambda: BEGIN), "baobei_bot")


def _lay(conn: Connection) -> None:
    _app().begin(conn, BEGIN)
    demo.lay_cast(_app().system(conn, BEGIN), PEOPLE)


async def laid(address: str) -> str:
    db = await Database.open(address)
    await db.transact(_lay)
    await db.close()
    return address


@pytest.fixture(scope="session")
def sqlite_with_cast(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("cast") / "baobei.db"))
    asyncio.run(laid(str(path)))
    return path


@pytest.fixture
def venue(request: pytest.FixtureRequest) -> Venue:
    """Where the story takes place; see `tests.cast.marks`."""
    venue: Venue = getattr(request, "param", Venue())
    return venue


@pytest.fixture(scope="session")
def beginnings(sqlite_with_cast: Path, tmp_path_factory: pytest.TempPathFactory) -> Beginnings:
    return Beginnings(sqlite_with_cast, lambda: tmp_path_factory.mktemp("begun"))


@pytest.fixture
def begun(venue: Venue, request: pytest.FixtureRequest) -> Begun | None:
    """The stage from which the story goes on; see `tests.cast.beginnings`."""
    mark = request.node.get_closest_marker("begins")
    if mark is None or venue != Venue():
        return None
    beginnings: Beginnings = request.getfixturevalue("beginnings")
    return asyncio.run(beginnings.of(mark.args[0]))


@pytest.fixture
def stage_address(begun: Begun | None, venue: Venue, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database on which the cast stands."""
    if begun is not None:
        begun.copied(tmp_path)
        return str(tmp_path / DATABASE)
    if venue.database == "sqlite":
        return str(shutil.copy(request.getfixturevalue("sqlite_with_cast"), tmp_path / DATABASE))
    return asyncio.run(laid(request.getfixturevalue("postgres_address")))


@pytest.fixture
async def scene(stage_address: str, begun: Begun | None, venue: Venue, tmp_path: Path) -> AsyncIterator[Scene]:
    if begun is None:
        where = playing(stage_address, tmp_path, venue.line)
    else:
        where = playing(stage_address, tmp_path, chat=tmp_path / CHAT, now=begun.now, begun=begun.seen)
    async with where as scene:
        yield scene


@pytest.fixture
def empty_address(venue: Venue, request: pytest.FixtureRequest) -> str:
    """A migrated database, empty. Not made in `empty_scene`: its loop runs already, and migrating runs one of its own."""
    return str(request.getfixturevalue(f"{venue.database}_address"))


@pytest.fixture
async def empty_scene(empty_address: str, venue: Venue, tmp_path: Path) -> AsyncIterator[Scene]:
    """A new deployment: nobody has an account, nobody has met the bot."""
    async with playing(empty_address, tmp_path, venue.line, cast=False) as scene:
        yield scene


@pytest.fixture
async def li(scene: Scene) -> Person:
    return await entered(scene, "李明")


@pytest.fixture
async def zhao(scene: Scene) -> Person:
    return await entered(scene, "赵工")


@pytest.fixture
async def zhou(scene: Scene) -> Person:
    return await entered(scene, "周助理")


@pytest.fixture
async def sun(scene: Scene) -> Person:
    return await entered(scene, "孙总")


@pytest.fixture
async def wang(scene: Scene) -> Person:
    return await entered(scene, "王芳")


@pytest.fixture
async def qian(scene: Scene) -> Person:
    return await entered(scene, "钱总")


@pytest.fixture
async def chen(scene: Scene) -> Person:
    return await entered(scene, "陈经理")


@pytest.fixture
async def liu(scene: Scene) -> Person:
    return await entered(scene, "刘经理")


@pytest.fixture
async def admin(scene: Scene) -> Person:
    return await entered(scene, "管理员")


@pytest.fixture
async def wu(scene: Scene) -> Person:
    """A stranger who hasn't opened the bot yet."""
    return scene.add("吴总")
