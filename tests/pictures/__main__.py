"""`make pictures`: the stories are lived in both languages, and each picture is taken where it is told of."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.migrate import upgrade
from tests.cast.fixtures import laid
from tests.cast.scene import playing
from tests.pictures.camera import camera, ready
from tests.pictures.shots import Desk, Shot, file_of
from tests.pictures.stage import Stage
from tests.pictures.stories import TOLD


def main() -> None:
    ready()
    for told, language in TOLD:
        with TemporaryDirectory() as folder:
            address = str(Path(folder) / "stage.db")
            asyncio.run(upgrade(address))  # runs a loop of its own, as the next one does
            asyncio.run(laid(address))
            asyncio.run(_take(told, language, Path(folder), address))


async def _take(told: Callable[[Stage], AsyncIterator[Shot | Desk]], language: str, folder: Path, address: str) -> None:
    async with camera() as taking, playing(address, folder, page=True) as scene:
        async for what in told(Stage(scene, language)):
            file = file_of(what.name, language)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(await taking.take(what, language))
            print(f"{file.stat().st_size:6} {language} {what.name}", flush=True)


if __name__ == "__main__":
    main()
