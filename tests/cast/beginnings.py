"""How stories begin, lived once and then copied.

    @after(stocked)
    async def test_two_orders_told_as_two_are_two(scene: Scene, li: Person, zhou: Person, chen: Person) -> None:

`stocked(scene, li, chen)` is lived once a worker, by those whom it names, on a stage that ends as a stopped bot does: with what lies in
its database, its files and the chat's memory. Each story goes on from a copy. Where the venue isn't the straight one on
SQLite the beginning is lived in the story itself, as if its first line called it.
"""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from tests.cast.person import Person
from tests.cast.scene import Remembered, Scene, playing

Beginning = Callable[..., Awaitable[None]]
CAST = {
    "li": "李明",
    "zhao": "赵工",
    "zhou": "周助理",
    "sun": "孙总",
    "wang": "王芳",
    "qian": "钱总",
    "chen": "陈经理",
    "liu": "刘经理",
    "admin": "管理员",
}
"""The fixtures of those who are there from the beginning."""
DATABASE, CHAT = "stage.db", "chat"


def after(beginning: Beginning) -> Callable[[Callable[..., Awaitable[None]]], Any]:
    """The story goes on from where `beginning` ends, whose parameters needn't be the story's."""
    needed = _needs(beginning)

    def decorate(story: Callable[..., Awaitable[None]]) -> Any:
        own = inspect.signature(story).parameters

        @wraps(story)
        async def lived(**given: Any) -> None:
            if given["scene"].begun is None:
                await beginning(**{name: given[name] for name in needed})
            await story(**{name: given[name] for name in own})

        asked = dict.fromkeys((*own, "scene", *needed))
        lived.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in asked]
        )
        return pytest.mark.begins.with_args(beginning)(lived)

    return decorate


def _needs(beginning: Beginning) -> list[str]:
    given = inspect.signature(beginning).parameters.values()
    return [each.name for each in given if each.default is inspect.Parameter.empty]


@dataclass(frozen=True)
class Begun:
    """A stage at rest: folder, the moment, and what each of them has seen by then."""

    folder: Path
    now: datetime
    seen: dict[str, Remembered]

    def copied(self, into: Path) -> None:
        shutil.copytree(self.folder, into, dirs_exist_ok=True)


@dataclass
class Beginnings:
    """Those that this worker has lived."""

    stage: Path
    """A database on which the cast stands."""
    scratch: Callable[[], Path]
    _lived: dict[Beginning, Begun] = field(default_factory=dict)

    async def of(self, beginning: Beginning) -> Begun:
        if beginning not in self._lived:
            self._lived[beginning] = await self._live(beginning)
        return self._lived[beginning]

    async def _live(self, beginning: Beginning) -> Begun:
        folder = self.scratch()
        shutil.copy(self.stage, folder / DATABASE)
        async with playing(str(folder / DATABASE), folder, chat=folder / CHAT) as scene:
            await beginning(
                **{name: scene if name == "scene" else await entered(scene, CAST[name]) for name in _needs(beginning)}
            )
            await scene.settled()
            now, seen = scene.now, scene.remembered()
        return Begun(folder, now, seen)


async def entered(scene: Scene, name: str) -> Person:
    """Has opened the bot, if not before."""
    person = scene.person(name)
    if not person.phone.messages:
        await person.opens()
    person.acts = 0
    return person
