"""People who do anything at any time: Telegram never refuses a call of ours, nobody reads raw errors, everybody gets home.

The long form is `tests/faults/test_misbehaving.py`; a seed that found something is kept here.
"""

from __future__ import annotations

import pytest

from domain.people.records import AccountType
from tests.cast import Person, Scene
from tests.cast.mischief import Mischief

CAST = ("李明", "王芳", "赵工", "周助理", "孙总", "陈经理", "刘经理", "管理员")
ACTS = 400


async def everybody(scene: Scene) -> list[Person]:
    """The cast, a stranger, and one who has two accounts."""
    people = [scene.person(name) for name in CAST]
    await scene.second_account(people[4], AccountType.SALESPERSON, "广州天河微电")
    people.append(scene.add("吴总"))
    for person in people:
        await person.opens()
    return people


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.timeout(180)
async def test_nothing_that_people_do_breaks_a_chat(scene: Scene, seed: int) -> None:
    await Mischief(scene, await everybody(scene), seed).acts(ACTS)
