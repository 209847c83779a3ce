"""What of a card is folded, asked, named, and what a correction of it may change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domain.orders import mending, rereading, showing
from domain.orders.mending import AmendCard, CorrectedCard
from domain.orders.reading import Ask, How
from domain.orders.recording import BatchesDontAddUp, PriceOutside, QuantityOutside, UnknownCurrency
from domain.orders.showing import ShownCard
from tests.rules.office import Office
from tests.rules.orders.test_noting_orders import SAID, another_project, answers, confirms, notes
from tests.rules.orders.test_orders import star

__all__ = ["star"]


async def corrects(office: Office, card: ShownCard, text: str, row: int | None = None) -> CorrectedCard:
    command = AmendCard(card=card.waiting.id, text=text, row=row)
    return await office.does("周助理", lambda work: mending.correct(work, command))


def by_prices(office: Office, how: str) -> None:
    orders = office.policy.orders.model_copy(update={"price": how})
    office.policy = office.policy.model_copy(update={"orders": orders})


@pytest.mark.parametrize(
    "more", ["总价15000", "未税", "深圳市海天科技有限公司"], ids=["sum", "tax", "another company's name"]
)
async def test_a_row_of_which_something_is_asked_is_not_folded(office: Office, star: int, more: str) -> None:
    await confirms(office, await notes(office, SAID))
    card = await notes(office, f"{SAID} {more}")
    assert card.rows[0].row.asks
    assert not card.rows[0].folded


async def test_one_more_on_the_same_day_is_one_more(office: Office, star: int) -> None:
    await confirms(office, await notes(office, SAID))
    card = await notes(office, "星河 再来一单")
    assert card.ready == (0,)


@pytest.mark.parametrize(
    "text", ["不要第二个", "第三个改6k", "第三个价格9毛", "删掉第二行", "第二个不是空调，是电压力锅"]
)
async def test_a_row_that_is_not_on_the_card_is_named_and_nothing_changes(office: Office, star: int, text: str) -> None:
    card = await notes(office, SAID)
    command = AmendCard(card=card.waiting.id, text=text)
    assert await office.does("周助理", lambda work: mending.corrects(work, command))
    after = await corrects(office, card, text)
    assert (after.understood, after.absent, after.count) in ((False, (2,), 1), (False, (3,), 1))
    assert after.card.rows[0].row == card.rows[0].row


async def test_a_project_that_contradicts_the_written_model_is_asked_and_the_card_shows_what_is_stored(
    office: Office, star: int
) -> None:
    await another_project(office, star, "空调遥控器", "HC32F005")
    card = await notes(office, "星河 变频空调主控 BAT32G139 5k 3.2元")
    card = (await corrects(office, card, "空调遥控器")).card
    assert Ask.MCU in card.rows[0].row.asks
    card = await answers(office, card, Ask.MCU)
    row = card.rows[0].row
    (order,) = (await confirms(office, card)).orders
    assert order.lines[0].written == order.lines[0].mcu == (row.written or row.mcu) == "HC32F005"


async def test_a_sum_that_gives_no_price_waits_for_it_and_is_compared(office: Office, star: int) -> None:
    card = await notes(office, "星河 变频空调主控 3k 总价10000")
    assert (card.rows[0].row.total, card.rows[0].row.asks) == (Decimal(10000), (Ask.PRICE,))
    wrong = (await corrects(office, card, "3.5")).card
    assert wrong.rows[0].row.asks == (Ask.TOTAL,)
    assert wrong.rows[0].row.options[Ask.TOTAL]
    card = await notes(office, "星河 变频空调主控 3k 总价10001")
    assert (await corrects(office, card, "3.3334元")).card.ready == (0,)


async def test_without_a_price_nobody_asks_for_one_where_policy_does_without(office: Office, star: int) -> None:
    by_prices(office, "optional")
    card = await notes(office, "星河 变频空调主控 5k 批次 A1")
    assert card.ready == (0,)
    assert (await confirms(office, card)).orders[0].lines[0].price is None
    by_prices(office, "none")
    card = await notes(office, "星河 变频空调主控 6k 3.2元 未税")
    assert card.ready == (0,)
    assert "3.2" in card.rows[0].row.rest
    assert (await confirms(office, card)).orders[0].lines[0].price is None


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("100000001片 3.2元", QuantityOutside), ("5k 单价0.00001", PriceOutside), ("5k EUR 3.2", UnknownCurrency)],
)
async def test_figures_that_cannot_be_logged_are_told_before_anybody_confirms(
    office: Office, star: int, text: str, wrong: type[Exception]
) -> None:
    card = await notes(office, f"星河 变频空调主控 {text}")
    assert isinstance(card.rows[0].wrong, wrong)
    assert card.ready == ()


async def test_batches_that_come_to_something_else_offer_their_sum(office: Office, star: int) -> None:
    card = await notes(office, "星河 变频空调主控 5k 3.2元 批次 E1 3k E2 1k")
    assert card.rows[0].row.asks == (Ask.BATCH_QUANTITIES,)
    card = await answers(office, card, Ask.BATCH_QUANTITIES, 0)
    assert card.rows[0].row.quantity == 4000
    assert card.ready == (0,)


async def test_a_card_on_which_all_is_logged_is_nobodys_work(office: Office, star: int) -> None:
    await confirms(office, await notes(office, SAID))
    await notes(office, SAID)
    assert not await office.does("周助理", showing.open_cards)
    waiting = await notes(office, f"{SAID} 未税")
    assert [each.id for each in await office.does("周助理", showing.open_cards)] == [waiting.waiting.id]


async def test_lines_that_change_places_keep_what_was_answered(office: Office, star: int) -> None:
    await another_project(office, star, "空调遥控器", "HC32F005")
    first, second = "星河 变频空调主控 5k 3.2元", "星河 空调遥控器 2k 0.85元"
    card = await notes(office, f"{first}\n{second}")
    card = (await corrects(office, card, "第二个批次 C5")).card
    command = rereading.ReadAnew(card=card.waiting.id, text=f"{second}\n{first}")
    found = await office.does("周助理", lambda work: rereading.read_anew(work, command))
    assert found is not None
    assert not found.gone
    assert [[each.code for each in row.row.batches] for row in found.card.rows] == [["C5"], []]


async def test_once_more_of_nothing_says_that_there_was_nothing(office: Office, star: int) -> None:
    card = await notes(office, "变频空调主控 再来一单")
    assert card.rows[0].row.marks["other"] is How.NONE_BEFORE


async def test_shares_that_come_to_something_else_are_asked_and_a_new_quantity_is_held_against_them(
    office: Office, star: int
) -> None:
    card = await notes(office, "星河 变频空调主控 5k 3.2元 批次 A12 A13 A14 A15")
    card = (await corrects(office, card, "2000 1000 1000 900")).card
    assert card.rows[0].row.asks == (Ask.BATCH_QUANTITIES,)
    card = await answers(office, card, Ask.BATCH_QUANTITIES, 0)
    assert (card.rows[0].row.quantity, card.ready) == (4900, (0,))
    card = (await corrects(office, card, "改6k")).card
    assert isinstance(card.rows[0].wrong, BatchesDontAddUp)
    assert not card.ready
