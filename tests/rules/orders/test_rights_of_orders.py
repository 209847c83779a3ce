"""Every use-case of orders × every role, against a table (`order_rights.tsv`): each act in a transaction that is taken back.

`yes`: it is done, or shows something; `none`: it shows nothing; `unseen`: as if there were no such thing; `denied`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from bot.serving.work import DeskWork
from domain.base.errors import NotAllowed, NotFound
from domain.leaving import staffing
from domain.orders import (
    changing,
    confirming,
    days,
    evening,
    exporting,
    mending,
    noting,
    rating,
    recording,
    views,
    wanting,
)
from domain.orders.recording import LineToLog
from domain.orders.records import Batch, Wanted
from domain.people.records import AccountType
from tests.rules.office import Office
from tests.rules.orders.test_orders import logs, project, star

__all__ = ["star"]

WHO = {
    "assistant": "周助理",
    "owner": "孙总",
    "salesperson": "李明",
    "colleague": "张磊",
    "other_owner": "钱总",
    "other_salesperson": "王芳",
    "engineer": "赵工",
    "manager": "陈经理",
    "administrator": "管理员",
    "gone": "旧助理",
    "guest": None,
}
DAY = date(2026, 12, 1)


class TakenBackError(Exception):
    """Ends a transaction that was only tried; carries what came of it."""

    def __init__(self, came: object) -> None:
        self.came = came


@dataclass(frozen=True)
class There:
    """What there is to act upon: two orders, a late one, a card of the assistant's."""

    customer: int
    project: int
    order: int
    line: int
    late: int
    card: int
    agency: int

    def _drops(self, work: DeskWork) -> object:
        mending.drop(work, mending.DropCard(card=self.card))
        return self

    def acts(self) -> dict[str, Callable[[DeskWork], object]]:
        line = LineToLog(project=self.project, quantity=7, price=Decimal(3))
        batches = (Batch("A1"),)
        before = changing.ReturnFromBefore(
            customer=self.customer, mcu="BAT32G135", quantity=1, day=DAY, price=Decimal(3)
        )
        return {
            "log": lambda w: recording.log(w, recording.LogOrder(customer=self.customer, day=DAY, lines=(line,))),
            "correct": lambda w: changing.correct(w, changing.CorrectOrder(order=self.order, day=DAY, lines=(line,))),
            "add_batches": lambda w: changing.add_batches(w, changing.AddBatches(line=self.line, batches=batches)),
            "void": lambda w: changing.void(w, changing.VoidOrder(order=self.order)),
            "give_back": lambda w: changing.give_back(w, changing.ReturnGoods(line=self.line, quantity=1, day=DAY)),
            "give_back_from_before": lambda w: changing.give_back_from_before(w, before),
            "deliver": lambda w: changing.deliver(w, changing.Deliver(line=self.line, quantity=1, day=DAY)),
            "confirm_late": lambda w: changing.confirm_late(w, changing.ConfirmLate(order=self.late)),
            "note": lambda w: noting.note(w, noting.NoteOrders(text="星河 变频空调主控 9k 3.2", written_on=DAY)),
            "confirm_card": lambda w: confirming.confirm(w, confirming.ConfirmRows(card=self.card)),
            "drop_card": self._drops,
            "want_project": lambda w: wanting.want_project(w, wanting.WantProject(customer=self.customer)),
            "forget_alias": lambda w: confirming.forget(w, confirming.ForgetAlias(customer=self.customer, name="星星")),
            "no_orders": lambda w: evening.no_orders(w, evening.NoOrders(more=True)),
            "look": lambda w: views.page(w, self.order),
            "list": lambda w: views.orders(w, Wanted())[0],
            "sum": lambda w: views.summed(w, Wanted(), False).pieces,
            "day_sheet": lambda w: days.sheet(w, self.agency, w.today).orders,
            "export": lambda w: exporting.ask(w, exporting.ExportOrders()),
            "set_rate": lambda w: rating.set_rate(
                w, rating.SetRate(currency="USD", month=date(2026, 12, 1), rate=Decimal(7))
            ),
        }


async def tries(office: Office, who: str | None, act: Callable[[DeskWork], object]) -> str:
    def step(work: DeskWork) -> None:
        raise TakenBackError(act(work))

    try:
        await office.does(who, step)
    except TakenBackError as done:
        return "yes" if done.came else "none"
    except NotFound:
        return "unseen"
    except NotAllowed:
        return "denied"
    raise AssertionError("a transaction that isn't taken back")


async def test_who_may_do_what_with_orders(office: Office, star: int) -> None:
    await office.colleague("赵工", "深圳南山电子", AccountType.ENGINEER)
    await office.colleague("旧助理", "深圳南山电子", AccountType.ASSISTANT)
    leaves = staffing.Deactivate(account=office.ids["旧助理"])
    await office.does("孙总", lambda work: staffing.deactivate(work, leaves))
    office.day("2026-12-06")
    (order,) = await logs(office, "周助理", star, "2026-12-01")
    (late,) = await logs(office, "周助理", star, "2026-11-30")
    note = noting.NoteOrders(text="星河 变频空调主控 8k 3.2", written_on=DAY)
    card = await office.does("周助理", lambda work: noting.note(work, note))
    assert card is not None
    there = There(
        star,
        await project(office, star),
        order.id,
        order.lines[0].id,
        late.id,
        card.waiting.id,
        order.agency_id,
    )
    with (Path(__file__).parent / "order_rights.tsv").open(encoding="utf-8") as lines:
        table = {row.pop("act"): row for row in csv.DictReader(lines, delimiter="\t")}
    assert list(table) == list(there.acts())
    found = {
        name: {role: await tries(office, who, act) for role, who in WHO.items()} for name, act in there.acts().items()
    }
    assert found == table
