"""What the card shows is what is stored, whatever was written: quantities, prices, batches and days in many ways of writing."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import Connection

from bot.serving.pushes import Asker
from bot.serving.work import work_for
from dialogs.core.texts import Reader, Texts
from dialogs.registry import for_accounts
from domain.orders.showing import ShownCard
from tests.rules.office import POLICY, Office
from tests.rules.orders.test_noting_orders import confirms, notes
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
        screen = for_accounts(texts).page("order_card").show({"card": card.waiting.id}, Asker(work))
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
