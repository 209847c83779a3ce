"""Whatever stands in the args of 订单预期 and its pages, they are shown: what is nonsense is as at first."""

from __future__ import annotations

from itertools import product

import pytest

from bot.serving.work import DeskWork
from dialogs.core.ask import WorkAsk
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Json, Screen, act
from dialogs.forecast.accuracy import ForecastAccuracy
from dialogs.forecast.gaps import ForecastGaps
from dialogs.forecast.page import Forecast
from domain.forecast import outlook
from domain.forecast.asking import OutlookGrouping
from tests.rules.forecast.test_outlook import example
from tests.rules.office import Office

__all__ = ["example"]
NONSENSE: tuple[Json, ...] = (None, True, -1, 1.0, 10**30, "", "9999-12-01", "家电", [], {"a": 1})


async def shown(office: Office, page: Page, args: Args) -> Screen:
    return await office.does("管理员", lambda work: page.show(args, WorkAsk(work)))


@pytest.mark.parametrize("most", [0, 3_000])
async def test_nonsense_in_the_args_of_a_page_is_as_if_it_said_nothing(
    office: Office, example: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlook, "MOST_PROJECTS", most)
    names = ("since", "months", "by", "layer", "page", "horizon", "kind", "agency", "model", "customer")
    several: list[Args] = [{name: value} for name, value in product(names, NONSENSE)]
    several += [{"since": "9999-12-01", "months": 12}, {"since": "0001-01-01", "months": 12}]
    for page, args in product((Forecast(), ForecastAccuracy(), ForecastGaps()), several):
        assert (await shown(office, page, args)).lines


async def test_a_group_that_there_isnt_opens_all_of_them(office: Office, example: int) -> None:
    for by, key in product(OutlookGrouping, NONSENSE):
        tapped = act("open_group", key=key)

        def taps(work: DeskWork, by: str = by.value, tapped: Act = tapped) -> Turn:
            return Forecast().act({"by": by}, tapped, WorkAsk(work))

        turn = await office.does("管理员", taps)
        assert isinstance(turn, Show)
        assert turn.args is not None
        assert (await shown(office, Forecast(), turn.args)).lines
