"""Every screen that taps alone reach, of every role: it renders in both languages, and leads home.

Buttons that change the world are tapped as well; the cast's catalogues are strict and render each screen in both
languages, so a missing sentence fails the story.
"""

from __future__ import annotations

import pytest

from tests.cast import Person, Scene, after

pytestmark = pytest.mark.slow

STAR, LIGHT = "深圳市星河联创电子有限公司", "佛山市启明电机有限公司"
DEPTH = 3
SCREENS = 40
"""How many different screens are opened for each role at most."""
ROLES = ("李明", "赵工", "周助理", "孙总", "陈经理", "刘经理", "管理员", "吴总")


async def reported(li: Person, chen: Person) -> None:
    """A protected customer, and a report that waits."""
    await li.reports(STAR)
    await chen.approves(STAR)
    await li.goes_home()
    await li.reports(LIGHT)


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.timeout(180)
@after(reported)
async def test_each_role_can_look_at_everything(scene: Scene, name: str) -> None:
    person = scene.add(name) if name == "吴总" else scene.person(name)
    await person.opens()
    explorer = Explorer(person)
    await explorer.explore()
    assert len(explorer.seen) >= 2, "there is more than one screen"


class Explorer:
    """Taps through everything from home on, breadth first; a screen is known by its buttons and first line."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.seen: set[tuple[str, ...]] = set()

    async def explore(self) -> None:
        ways: list[tuple[str, ...]] = [()]
        while ways and len(self.seen) < SCREENS:
            way = ways.pop(0)
            if not await self._goes(way):
                continue
            sign = self._sign()
            if sign in self.seen:
                continue
            self.seen.add(sign)
            assert self.person.buttons, f"a dead end after {way}\n{self.person.phone.printed()}"
            if len(way) < DEPTH:
                ways += [(*way, label) for label in dict.fromkeys(self.person.buttons) if label not in ("主页", "返回")]

    async def _goes(self, way: tuple[str, ...]) -> bool:
        await self.person.says("主页")
        for label in way:
            if label not in self.person.buttons:
                return False
            await self.person.taps(label)
        return True

    def _sign(self) -> tuple[str, ...]:
        return (self.person.screen.splitlines()[0], *self.person.buttons)
