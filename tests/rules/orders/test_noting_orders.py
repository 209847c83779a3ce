"""Orders by message: from the words to the records."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from bot.serving.work import DeskWork
from domain.base.errors import NotFound
from domain.follow_ups import writing
from domain.orders import confirming, mending, noting, showing, wanting
from domain.orders.confirming import ConfirmRows
from domain.orders.mending import AmendCard, AnswerRow
from domain.orders.noting import NoteOrders
from domain.orders.reading import Ask, How
from domain.orders.records import WaitState
from domain.orders.showing import ShownCard
from tests.rules.office import Office
from tests.rules.orders.test_orders import item, star

__all__ = ["star"]

SAID = "星河 变频空调主控 5k 3.2 批次 A12"


async def notes(office: Office, text: str, who: str = "周助理") -> ShownCard:
    def day(office: Office) -> date:
        return office.now.astimezone(office.policy.zone).date()

    command = NoteOrders(text=text, written_on=day(office))
    card = await office.does(who, lambda work: noting.note(work, command))
    assert card is not None
    return card


async def confirms(office: Office, card: ShownCard, *rows: int, who: str = "周助理") -> confirming.Confirmed:
    command = ConfirmRows(card=card.waiting.id, rows=rows)
    return await office.does(who, lambda work: confirming.confirm(work, command))


async def answers(office: Office, card: ShownCard, ask: Ask, option: int = 0, row: int = 0) -> ShownCard:
    command = AnswerRow(card=card.waiting.id, row=row, ask=ask.value, option=option)
    return await office.does("周助理", lambda work: mending.answer(work, command))


async def another_project(office: Office, customer: int, name: str, mcu: str) -> None:
    report = writing.WriteFollowUp(customer=customer, dynamics="新项目", projects=(item(name, mcu),))
    await office.does("李明", lambda work: writing.write(work, report))


async def test_two_acts_make_an_order(office: Office, star: int) -> None:
    card = await notes(office, SAID)
    assert card.ready == (0,)
    done = await confirms(office, card)
    (order,) = done.orders
    assert (order.lines[0].quantity, order.lines[0].price, order.lines[0].batches[0].code) == (
        5000,
        Decimal("3.2"),
        "A12",
    )
    assert done.left is None
    with pytest.raises(NotFound):
        await confirms(office, card)


async def test_the_same_message_twice_is_one_card_and_what_is_logged_is_folded(office: Office, star: int) -> None:
    card = await notes(office, SAID)
    assert (await notes(office, SAID)).waiting.id == card.waiting.id
    await confirms(office, card)
    again = await notes(office, f"{SAID}\n星河 变频空调主控 3k 3.2")
    assert [each.folded for each in again.rows] == [True, False]
    assert again.ready == (1,)
    done = await confirms(office, again)
    assert [each.lines[0].quantity for each in done.orders] == [3000]
    assert done.left is None


async def test_rows_of_a_customer_and_day_are_one_order_and_contracts_part_them(office: Office, star: int) -> None:
    await another_project(office, star, "空调遥控器", "HC32F005")
    text = "星河\n变频空调主控 5k 3.2\n空调遥控器 1万 0.85"
    done = await confirms(office, await notes(office, text))
    assert [len(each.lines) for each in done.orders] == [2]
    apart = await notes(office, "星河 变频空调主控 6k 3.2 PO#1001\n星河 空调遥控器 2万 0.85 PO#1002")
    assert [each.reference for each in (await confirms(office, apart)).orders] == ["1001", "1002"]


async def test_complete_rows_dont_wait_for_open_ones(office: Office, star: int) -> None:
    card = await notes(office, f"{SAID}\n星河 变频空调主控 50 30")
    assert card.ready == (0,)
    done = await confirms(office, card)
    assert len(done.orders) == 1
    assert done.left is not None
    assert Ask.QUANTITY in done.left.rows[0].row.asks


async def test_whole_readings_are_offered(office: Office, star: int) -> None:
    card = await notes(office, "星河 变频空调主控 50 30")
    card = await answers(office, card, Ask.QUANTITY)
    row = card.rows[0].row
    assert (row.quantity, row.price, row.asks) == (50, Decimal(30), ())
    assert len((await confirms(office, card)).orders) == 1


async def test_a_price_without_tax_is_asked_with_both_figures(office: Office, star: int) -> None:
    card = await notes(office, "星河 变频空调主控 5k 未税2.83")
    assert card.rows[0].row.asks == (Ask.TAX,)
    assert (await answers(office, card, Ask.TAX)).rows[0].row.price == Decimal("3.1979")


async def test_dollars_stay_dollars(office: Office, star: int) -> None:
    card = await answers(office, await notes(office, "星河 变频空调主控 5k USD 0.45"), Ask.CURRENCY)
    (order,) = (await confirms(office, card)).orders
    assert (order.lines[0].currency, order.lines[0].price) == ("USD", Decimal("0.45"))


async def test_a_reply_corrects_the_card(office: Office, star: int) -> None:
    card = await notes(office, SAID)
    command = AmendCard(card=card.waiting.id, text="改6k")
    after = await office.does("周助理", lambda work: mending.correct(work, command))
    assert after.understood
    assert [(each.before.quantity, each.after and each.after.quantity) for each in after.changes] == [(5000, 6000)]
    assert after.card.rows[0].row.quantity == 6000
    unclear = AmendCard(card=card.waiting.id, text="好的")
    assert not (await office.does("周助理", lambda work: mending.correct(work, unclear))).understood


async def test_a_figure_far_from_the_habit_needs_its_own_tap(office: Office, star: int) -> None:
    await confirms(office, await notes(office, SAID))
    card = await notes(office, "星河 变频空调主控 5k 32")
    assert card.ready == ()
    assert card.rows[0].slip.price_before == Decimal("3.2")
    with pytest.raises(confirming.NothingReady):
        await confirms(office, card)
    insist = mending.InsistOnRow(card=card.waiting.id, row=0)
    card = await office.does("周助理", lambda work: mending.insist(work, insist))
    assert len((await confirms(office, card)).orders) == 1


async def test_once_more_is_the_last_order_with_todays_date(office: Office, star: int) -> None:
    await confirms(office, await notes(office, "星河 变频空调主控 5k 3.2 12月1日"))
    card = await notes(office, "星河 再来一单")
    row = card.rows[0].row
    assert (row.quantity, row.price, row.day, row.marks["price"]) == (
        5000,
        Decimal("3.2"),
        date(2026, 12, 2),
        How.AGAIN,
    )
    assert len((await confirms(office, card)).orders) == 1


async def test_a_row_waits_for_its_project_and_is_filled_when_it_comes(office: Office, star: int) -> None:
    blue = await office.holds("李明", "深圳市蓝鲸智能科技有限公司")  # what is approved first is the stage of 星河
    await office.approves()
    card = await notes(office, "蓝鲸 BAT32G135 3k 2.5")
    assert card.rows[0].row.asks == (Ask.NO_PROJECT,)
    wanted = wanting.AskForProject(card=card.waiting.id, row=0)
    kept = await office.does("周助理", lambda work: wanting.ask_for_project(work, wanted))
    assert (kept.state, kept.asked_id) == (WaitState.PROJECT, office.ids["李明"])
    await another_project(office, blue, "云台电机", "BAT32G135")
    filled = await office.does("周助理", lambda work: showing.card(work, kept.id))
    assert filled.ready == (0,)
    assert filled.rows[0].row.project is not None
    done = await confirms(office, filled)
    assert done.orders[0].lines[0].mcu == "BAT32G135"


async def test_cards_are_the_agencys_and_nobody_elses(office: Office, star: int) -> None:
    card = await notes(office, SAID)
    for who in ("王芳", "李明"):
        with pytest.raises(NotFound):
            await confirms(office, card, who=who)
    assert len((await confirms(office, card, who="孙总")).orders) == 1


async def test_a_name_that_was_meant_is_learned_from_a_confirmed_card(office: Office, star: int) -> None:
    card = await notes(office, "兴河 变频空调主控 5k 3.2")
    assert card.rows[0].row.marks["customer"] is How.HOMOPHONE
    (learned,) = (await confirms(office, card)).learned
    assert (learned.name, learned.customer, learned.meant) == ("兴河", star, "深圳市星河联创电子有限公司")
    again = await notes(office, "兴河 变频空调主控 7k 3.2")
    assert "customer" not in again.rows[0].row.marks


async def notes_untaxed(office: Office, price: str) -> ShownCard:
    return await notes(office, f"星河 变频空调主控 5k 未税{price}")


@pytest.mark.pg
async def test_after_three_like_answers_the_customers_habit_of_tax_is_the_marked_default(
    office: Office, star: int
) -> None:
    for price in ("2.81", "2.82", "2.83"):
        card = await notes_untaxed(office, price)
        assert card.rows[0].row.asks == (Ask.TAX,)
        await confirms(office, await answers(office, card, Ask.TAX))
    card = await notes_untaxed(office, "2.84")
    row = card.rows[0].row
    assert (row.asks, row.price, row.untaxed, row.marks["price"]) == (
        (),
        Decimal("3.2092"),
        Decimal("2.84"),
        How.TAX_HABIT,
    )
    turn = mending.TurnTax(card=card.waiting.id, row=0)
    card = await office.does("周助理", lambda work: mending.turn_tax(work, turn))
    row = card.rows[0].row
    assert (row.asks, row.price, row.untaxed, "price" in row.marks) == ((), Decimal("2.84"), Decimal("2.84"), False)
    await confirms(office, card)
    assert (await notes_untaxed(office, "2.85")).rows[0].row.asks == (Ask.TAX,)


def _corrects(work: DeskWork, command: AmendCard) -> mending.CorrectedCard:
    return mending.correct(work, command)


async def test_a_price_that_is_written_anew_is_no_answer_about_tax(office: Office, star: int) -> None:
    for price in ("3.1", "3.2", "3.3"):
        card = await answers(office, await notes_untaxed(office, "2.83"), Ask.TAX)
        command = AmendCard(card=card.waiting.id, text=f"价格{price}")
        card = (await office.does("周助理", partial(_corrects, command=command))).card
        assert card.rows[0].row.untaxed is None
        await confirms(office, card)
    assert (await notes_untaxed(office, "2.84")).rows[0].row.asks == (Ask.TAX,)
