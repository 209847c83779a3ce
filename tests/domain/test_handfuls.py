"""Who works through something long takes as many at once as nobody has to wait for."""

from __future__ import annotations

from itertools import pairwise

from domain.base.handfuls import AIM, Handful


def sizes(handful: Handful, seconds_each: float, before: float, times: int = 12) -> list[int]:
    """So many at once, where each takes so long, and looking for them `before` that."""
    found = []
    for _ in range(times):
        found.append(handful.now)
        handful.took(handful.now, before + handful.now * seconds_each)
    return found


def test_what_is_quickly_done_is_soon_done_by_the_most() -> None:
    found = sizes(Handful(200), seconds_each=1e-6, before=0)
    assert found[0] == 16
    assert found[-1] == 200
    assert all(after <= 2 * before for before, after in pairwise(found))


def test_what_takes_a_millisecond_each_is_done_by_the_few_that_fit() -> None:
    found = sizes(Handful(50), seconds_each=0.001, before=0)
    assert found[-1] == round(AIM / 0.001) == 5


def test_where_looking_takes_long_nobody_looks_for_one_at_a_time() -> None:
    assert set(sizes(Handful(200), seconds_each=0.00001, before=0.5)) == {16}
    assert set(sizes(Handful(3), seconds_each=0.1, before=0.5)) == {1}
