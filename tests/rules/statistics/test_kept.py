"""What figures add up is kept beside the orders and stays what they say, whatever becomes of them (docs/statistics.md)."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from bot.serving.work import DeskWork, work_for
from domain.base.beforehand import Beforehand
from domain.base.looking_first import LookFirst
from domain.leaving import agency_states, handing_over
from domain.orders.records import CorrectionReason, OrderState, as_new
from domain.people.records import AgencyState
from domain.reports import merging
from domain.statistics import measuring
from domain.statistics.measuring import FiguresQuestion, SalesFigures
from domain.statistics.records import Basis, Measure, Part, SalesGrouping
from domain.statistics.spans import Span
from storage.engine import Connection
from storage.records.orders import sales
from tests.rules.office import POLICY, Office
from tests.rules.statistics import test_figures
from tests.rules.statistics.test_figures import TODAY, UNRATED, Sold, asks, key_of, sold, value

__all__ = ["sold"]
YEARS = (
    (Span(date(2026, 1, 1), 12), (date(2026, 1, 1), TODAY)),
    (Span(date(2025, 1, 1), 12), (date(2025, 1, 1), date(2025, 12, 31))),
)


async def agrees(office: Office, lines: list[Sold], who: str = "管理员") -> None:
    """With all that the orders say, made anew; and with plain adding up."""
    assert await office.db.read(sales.differing) == 0
    for (span, (since, until)), measure, basis in product(YEARS, Measure, Basis):
        for grouping in (SalesGrouping.CUSTOMER, SalesGrouping.PERSON):
            found = await asks(office, who, FiguresQuestion(measure=measure, span=span, grouping=grouping, basis=basis))
            assert found.total.value == value(lines, since, until, measure, basis), (span, measure, basis)
            for each in found.groups:
                theirs = [line for line in lines if key_of(line, grouping, office) == each.key]
                assert each.value == value(theirs, since, until, measure, basis), (span, measure, basis, each)


async def test_whatever_becomes_of_orders_figures_are_what_they_say(office: Office, sold: list[Sold]) -> None:
    """Corrected in day, quantity, price and hands, voided, confirmed, delivered, taken back."""
    lot = random.Random(3)

    def live(work: DeskWork) -> None:
        by: Any = {"author_id": office.ids["管理员"], "at": work.now}
        for place in lot.sample(range(len(sold)), 90):
            each = sold[place]
            order = work.orders.called(f"DD-2026-{place + 1:05}")
            assert order is not None
            act = lot.choice(("correct", "void", "confirm", "deliver"))
            if act == "deliver" and each.quantity > 10:
                day, part = each.day + timedelta(days=40), each.quantity // 5
                work.orders.deliver(order.lines[0].id, quantity=part, day=day, batches=(), **by)
                each.deliveries.append((day, part))
            elif act in ("void", "confirm"):
                each.state = OrderState.VOID if act == "void" else OrderState.LOGGED
                work.orders.set_state(order, each.state, why=CorrectionReason.SLIP, **by)
            elif act == "correct":
                each.day -= timedelta(days=lot.randrange(90))
                each.quantity += 11
                each.price = lot.choice((Decimal("0.07"), None))
                each.currency = lot.choice(("CNY", "USD"))
                each.who = "张磊" if each.who == "李明" else each.who
                line = replace(as_new(order.lines[0]), quantity=each.quantity, price=each.price, currency=each.currency)
                contact = office.ids[each.who]
                why = CorrectionReason.CHANGED
                work.orders.change(order, day=each.day, lines=[line], contact_id=contact, why=why, **by)

    await office.does(None, live)
    await agrees(office, sold)


async def test_rates_that_are_said_later_and_customers_that_become_one_change_figures(
    office: Office, sold: list[Sold], monkeypatch: pytest.MonkeyPatch
) -> None:
    dearer = {"USD": Decimal("7.9"), "HKD": Decimal("0.899999")}
    gone, into = sold[0].customer, next(each.customer for each in sold if each.customer != sold[0].customer)

    def later(work: DeskWork) -> None:
        for month in range(40):
            first = date(2023 + (9 + month) // 12, (9 + month) % 12 + 1, 1)
            for currency, rate in dearer.items():
                if first != UNRATED or currency != "USD":
                    work.rates.put(currency, first, rate, author_id=work.actor.id, at=work.now)
        merging.merge(work, merging.MergeCustomers(gone=gone, into=into))

    await office.does("管理员", later)
    monkeypatch.setattr(test_figures, "RATES", dearer)
    for each in sold:
        each.customer = into if each.customer == gone else each.customer
    await agrees(office, sold)


async def test_what_was_sold_stays_whose_it_was_when_hands_units_and_agencies_change(
    office: Office, sold: list[Sold]
) -> None:
    """An agency's unit, a customer's contact, an agency's end: figures are as it stood on the contract's day."""
    south = await office.does("管理员", southern)
    by_unit = FiguresQuestion(span=YEARS[0][0], grouping=SalesGrouping.UNIT)
    before = await asks(office, "管理员", by_unit)
    assert {each.key for each in before.groups} == {south}

    def change(work: DeskWork) -> None:
        give = handing_over.HandOver(account=office.ids["李明"], to=office.ids["张磊"], customers=None)
        handing_over.hand_over(work, give)

    def end(work: DeskWork) -> None:
        other = next(each.id for each in work.people.units() if each.id != south)
        agency = work.people.agency(work.people.account(office.ids["王芳"]).agency_id or 0)
        work.people.keep_agency(replace(agency, unit_id=other))
        agency_states.set_state(work, agency_states.SetAgencyState(agency=agency.id, state=AgencyState.ENDED))

    await office.does("孙总", change)
    await office.does("管理员", end)
    assert (await asks(office, "管理员", by_unit)).groups == before.groups
    await agrees(office, sold)
    theirs = [each for each in sold if each.agency == "深圳南山电子"]
    held = await asks(office, "张磊", FiguresQuestion(span=YEARS[0][0]))
    assert held.total.value == value(theirs, *YEARS[0][1], Measure.PIECES, Basis.ORDERED), "lists show him theirs, too"


def southern(work: DeskWork) -> int:
    return next(int(each.id) for each in work.people.units() if each.name == "华南")


async def test_pages_of_customers_are_parts_of_the_whole(office: Office, sold: list[Sold]) -> None:
    """The last of them had something before and have nothing now."""
    for measure, (span, _) in product(Measure, (*YEARS, (Span(date(2026, 10, 1), 1), ()))):
        asked = FiguresQuestion(measure=measure, span=span)
        whole = await asks(office, "管理员", asked)
        assert whole.count == len(whole.groups)
        values = [each.value for each in whole.groups if each.there and each.value is not None]
        assert values == sorted(values, reverse=True), "the largest first"
        parts = [await part(office, asked, Part(at, 2)) for at in range(0, whole.count + 2, 2)]
        assert [each for one in parts for each in one.groups] == list(whole.groups)
        assert {(one.count, one.total.value, one.newcomers) for one in parts} == {
            (whole.count, whole.total.value, whole.newcomers)
        }


async def part(office: Office, asked: FiguresQuestion, of: Part) -> SalesFigures:
    return await office.does("管理员", lambda work: measuring.figures(work, asked, of))


async def test_what_takes_long_is_looked_up_before_the_step(
    office: Office, sold: list[Sold], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "AT_ONCE", 20)
    asked = FiguresQuestion(span=YEARS[0][0])

    def step(conn: Connection, who: str, known: Beforehand) -> SalesFigures:
        account = work_for(conn, POLICY, office.now).people.account(office.ids[who])
        return measuring.figures(work_for(conn, POLICY, office.now, account=account, beforehand=known), asked)

    with pytest.raises(LookFirst) as raised:
        await office.db.transact(lambda conn: step(conn, "管理员", Beforehand()))
    wanted = raised.value
    answer = await office.db.read(lambda conn: office.app.look(conn, wanted, office.now))
    known = Beforehand().with_answer(wanted.key, answer)
    assert await office.db.transact(lambda conn: step(conn, "管理员", known)) == await asks(office, "管理员", asked)
    with pytest.raises(LookFirst):  # what one may see is no answer for another
        await office.db.transact(lambda conn: step(conn, "孙总", known))
    small = replace(asked, span=Span(TODAY.replace(day=1), 1), only=replace(asked.only, customer=sold[0].customer))
    found = await office.does("管理员", lambda work: measuring.figures(replace(work, beforehand=Beforehand()), small))
    assert found == await asks(office, "管理员", small), "a little is added up where it is asked"
