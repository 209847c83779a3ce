"""The pictures of 帮助 and of the README show what the product says today."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest

from dialogs.core.texts import LANGUAGES
from dialogs.home.help import PICTURES, picture_file
from tests.cast import Scene
from tests.pictures.shots import Desk, Shot, file_of, words_of_file
from tests.pictures.stage import Stage
from tests.pictures.stories import TOLD

LARGEST = 60_000
"""Bytes: a picture comes at once on a train, too."""


@pytest.mark.parametrize(("told", "language"), TOLD)
async def test_a_picture_says_what_the_bot_says(
    scene: Scene, told: Callable[[Stage], AsyncIterator[Shot | Desk]], language: str
) -> None:
    async for what in told(Stage(scene, language)):
        shown = words_of_file(file_of(what.name, language))
        assert shown == what.words, f"{what.name} ({language}) shows other words than the bot says: run `make pictures`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_role_has_its_pictures_and_no_others_lie_there(language: str) -> None:
    named = {picture_file(name, language) for names in PICTURES.values() for name in names}
    assert set(picture_file("any", language).parent.glob("*")) == named
    assert [file.name for file in named if file.stat().st_size > LARGEST] == []
