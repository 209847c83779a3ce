"""What the card shows is what is stored, whatever was written: quantities, prices, batches and days in many ways of writing."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import Connection

from bot.serving.work import work_for
from dialogs.core.ask import WorkAsk
from dialogs.core.texts import Reader, Texts
from dialogs.registry import for_accounts
from domain.orders import mending
from domain.orders.mending import AmendCard
from domain.orders.reading import Ask
from domain.orders.showing import ShownCard
from tests.rules.office import POLICY, Office
from tests.rules.orders.test_noting_orders import another_project, answers, confirms, notes
from tests.rules.orders.test_orders import star

__all__ = ["star"]

TODAY = date(2026, 12, 2)


def written(random: Random) -> str:
    """An order as somebody may write it; its figures are beyond the slip guard's reach now and then."""
    quantity = random.randrange(1, 400) * 50
    how = random.choice([f"{quantity}片", f"{quantity:,}", f"{quantity}pcs", f"{Decimal(quantity) / 1000:f}k"])
    price = Decimal(random.randrange(200, 500)) / 100
    worth = random.choice([f"{price}元", f"@{price}", f"单价{price}", f"￥{price}"])
    batches = " ".join(f"A{random.randrange(10, 99)}" for _ in range(random.randrange(3)))
    day = TODAY - timedelta(random.randrange(3))
    when = random.choice(["", f" {day.month}月{day.day}日", f" {day:%Y-%m-%d}", " 昨天"])
    return f"星河 变频空调主控 {how} {worth}{' 批次 ' + batches if batches else ''}{when}"


async def shown(office: Office, texts: Texts, card: ShownCard) -> str:
    def look(conn: Connection) -> str:
        account = work_for(conn, POLICY, office.now).people.account(office.ids["周助理"])
        work = work_for(conn, POLICY, office.now, account=account, owner=f"account:{account.id}")
        screen = for_accounts(texts).page("order_card").show({"card": card.waiting.id}, WorkAsk(work))
        reader = Reader("zh", TODAY, POLICY.zone)
        return "\n".join(texts.render(each, reader) for each in screen.lines)

    return await office.db.read(look)


@pytest.mark.parametrize("seed", range(12))
async def test_what_a_card_shows_is_what_is_stored(office: Office, texts: Texts, star: int, seed: int) -> None:
    random, confirmed = Random(seed), 0
    for _ in range(4):
        text = written(random)
        card = await notes(office, text)
        read = card.rows[0].row
        if card.ready != (0,):
            continue  # a figure far from the habit waits for its own tap
        seen = await shown(office, texts, card)
        (order,) = (await confirms(office, card)).orders
        (line,) = order.lines
        assert (line.quantity, line.price, order.day) == (read.quantity, read.price, read.day), text
        assert f"{line.quantity:,} 片 × {line.price:.2f}" in seen, (text, seen)
        assert all(each.code in seen for each in line.batches), (text, seen)
        assert f"{order.day:%m-%d}" in seen or order.day == TODAY, (text, seen)
        confirmed += 1
    assert confirmed


CORRECTIONS = (
    "空调遥控器",
    "变频空调主控",
    "项目换成空调遥控器",
    "BAT32G139KA64FA",
    "HC32F005",
    "型号 HC32F005C6UA",
    "改6k",
    "单价3.3",
    "总价 18000",
    "昨天的",
    "批次 A14",
)


@pytest.mark.parametrize("seed", range(16))
async def test_what_a_card_shows_after_corrections_is_what_is_stored(
    office: Office, texts: Texts, star: int, seed: int
) -> None:
    await another_project(office, star, "空调遥控器", "HC32F005")
    random = Random(seed)
    said = [
        random.choice(
            ["星河 变频空调主控 BAT32G139 5k 3.2元", "星河 5k 3.2元", "星河 3.2元", "星河 空调遥控器 5k 总价 17000"]
        )
    ]
    card = await notes(office, said[0])
    for text in [*random.choices(CORRECTIONS, k=3), "空调遥控器", "数量 5k", "单价 3.2"]:
        said.append(text)
        command = AmendCard(card=card.waiting.id, text=text)
        card = (await office.does("周助理", lambda work, told=command: mending.correct(work, told))).card  # type: ignore[misc]
    for ask in (Ask.MCU, Ask.TOTAL):
        if ask in card.rows[0].row.asks:
            card = await answers(office, card, ask)
    assert not card.rows[0].row.asks, said
    seen = await shown(office, texts, card)
    insisted = mending.InsistOnRow(card=card.waiting.id, row=0)
    card = await office.does("周助理", lambda work: mending.insist(work, insisted))
    (order,) = (await confirms(office, card)).orders
    (line,) = order.lines
    assert f"{line.project} → {line.written}" in seen, (said, seen)
    assert f"{line.quantity:,} 片 × {line.price:.2f}" in seen, (said, seen)
