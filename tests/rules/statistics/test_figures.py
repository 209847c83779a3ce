"""SalesFigures of what was sold, against a computation of their own in plain Python over random orders: returns, voids, currencies,
补录 and deliveries (docs/statistics.md)."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

import pytest

from bot.serving.work import DeskWork
from domain.base.errors import NotAllowed
from domain.orders.records import NewLine, NewOrder, Order, OrderState
from domain.people.records import AccountType
from domain.products.mcus import McuModel, model_key
from domain.statistics import measuring, naming
from domain.statistics.measuring import FiguresQuestion, SalesFigures
from domain.statistics.records import Basis, Key, Measure, Only, SalesGrouping
from domain.statistics.spans import Span
from tests.rules.office import POLICY, Office

TODAY = date(2026, 11, 20)
NAMES = ("深圳市星河联创电子有限公司", "佛山市启明电机有限公司", "广州市天河白桦家电有限公司", "东莞市宏达电器有限公司")
MODELS = (("BAT32G135", "家电 · 空调"), ("BAT32G-137", "家电 · 电饭煲"), ("CMS8S6990", "电机控制 · 水泵"))
CURRENCIES = ("CNY", "CNY", "CNY", "USD", "HKD")
RATES = {"USD": Decimal("7.123456"), "HKD": Decimal("0.91")}
UNRATED = date(2025, 3, 1)
"""In this month nobody said what a dollar is worth."""


@dataclass
class Sold:
    """One line, as it was told to the desk."""

    who: str
    agency: str
    customer: int
    day: date
    mcu: str
    domain: str
    quantity: int
    price: Decimal | None
    currency: str
    state: OrderState
    late: bool
    deliveries: list[tuple[date, int]] = field(default_factory=list)

    def moved(self, basis: Basis) -> Iterator[tuple[date, int]]:
        if basis is Basis.SHIPPED and self.deliveries:
            yield from self.deliveries
        else:
            yield self.day, self.quantity


@pytest.fixture
async def sold(office: Office) -> list[Sold]:
    """Two agencies' years, by lot; each customer is in somebody's hands."""
    lot = random.Random(7)
    office.day(TODAY.isoformat())
    holders = ("李明", "张磊", "王芳", "李明")
    held = [await office.holds(who, name) for who, name in zip(holders, NAMES, strict=True)]
    whose = dict(zip(held, holders, strict=True))
    lines: list[Sold] = []
    for _ in range(150):
        customer = lot.choice(held)
        mcu, domain = lot.choice(MODELS)
        state = lot.choices((OrderState.LOGGED, OrderState.VOID, OrderState.LATE), (8, 1, 1))[0]
        quantity = lot.choice((1, 250, 5_000, 120_000, 7)) * lot.choice((1, 1, 1, -1))
        one = Sold(
            who=whose[customer],
            agency="广州天河微电" if whose[customer] == "王芳" else "深圳南山电子",
            customer=customer,
            day=TODAY - timedelta(days=lot.randrange(0, 800)),
            mcu=mcu,
            domain=domain,
            quantity=quantity,
            price=lot.choice((Decimal("3.2"), Decimal("0.123456"), Decimal(100000), Decimal("2.83"), None)),
            currency=lot.choice(CURRENCIES),
            state=state,
            late=state is OrderState.LATE or lot.random() < 0.1,
        )
        if quantity > 100 and lot.random() < 0.4:
            part = quantity // 3
            one.deliveries = [(one.day + timedelta(days=20), part), (one.day + timedelta(days=60), quantity - part)]
        lines.append(one)
    await office.does(None, lambda work: keep(work, office, lines))
    return lines


def keep(work: DeskWork, office: Office, lines: list[Sold], first_number: int = 1) -> None:
    for month in range(40):
        first = date(2023 + (9 + month) // 12, (9 + month) % 12 + 1, 1)
        for currency, rate in RATES.items():
            if first != UNRATED or currency != "USD":
                work.rates.put(currency, first, rate, author_id=office.ids["管理员"], at=work.now)
    new = []
    for number, each in enumerate(lines, first_number):
        account = work.people.account(office.ids[each.who])
        line = NewLine(
            project_id=None,
            project="主控",
            domain=each.domain,
            mcu=each.mcu,
            written=each.mcu,
            quantity=each.quantity,
            price=each.price,
            currency=each.currency,
        )
        new.append(
            NewOrder(
                number=f"DD-2026-{number:05}",
                state=each.state,
                customer_id=each.customer,
                agency_id=account.agency_id or 0,
                unit_id=work.people.agency(account.agency_id or 0).unit_id,
                contact_id=account.id,
                author_id=account.id,
                day=each.day,
                at=work.now,
                reference="",
                late=each.late,
                lines=(line,),
            )
        )
    for order, each in zip(work.orders.add(new), lines, strict=True):
        _deliver(work, order, each)


def _deliver(work: DeskWork, order: Order, sold: Sold) -> None:
    for day, quantity in sold.deliveries:
        work.orders.deliver(
            order.lines[0].id, quantity=quantity, day=day, batches=(), author_id=order.author_id, at=work.now
        )


# --- by themselves ----------------------------------------------------------------------------------------------------


def key_of(each: Sold, grouping: SalesGrouping, office: Office) -> Key:
    match grouping:
        case SalesGrouping.CUSTOMER:
            return each.customer
        case SalesGrouping.MODEL:
            return model_key(each.mcu)
        case SalesGrouping.DOMAIN:
            return each.domain.split(" · ")[0]
        case SalesGrouping.PERSON:
            return office.ids[each.who]
        case _:
            raise AssertionError(grouping)


def value(lines: list[Sold], since: date, until: date, measure: Measure, basis: Basis) -> Decimal | None:
    """Exact, to the fen for each month and currency of foreign money, as the desk's other sums."""
    pieces = priced = 0
    amounts: dict[tuple[date, str], Decimal] = defaultdict(Decimal)
    for each in lines:
        for day, quantity in each.moved(basis):
            if each.state is not OrderState.LOGGED or not since <= day <= until:
                continue
            pieces += quantity
            if each.price is not None:
                priced += quantity
                amounts[(day.replace(day=1), each.currency)] += each.price * quantity
    if measure is Measure.PIECES:
        return Decimal(pieces)
    yuan = Decimal(0)
    for (month, currency), amount in amounts.items():
        if currency == "CNY":
            yuan += amount
        elif month == UNRATED and currency == "USD":
            return None
        else:
            yuan += (amount * RATES[currency]).quantize(Decimal("0.01"), ROUND_HALF_UP)
    if measure is Measure.AMOUNT:
        return yuan
    return (yuan / priced).quantize(Decimal("0.0001"), ROUND_HALF_UP) if priced > 0 else None


async def names(office: Office, who: str, *words: str) -> naming.Named:
    return await office.does(who, lambda work: naming.named(work, words))


READS: dict[str, Callable[[Sold], bool]] = {
    "管理员": lambda each: True,
    "陈经理": lambda each: True,
    "孙总": lambda each: each.agency == "深圳南山电子",
    "李明": lambda each: each.who == "李明",
    "王芳": lambda each: each.who == "王芳",
}
SPANS = (
    (Span(date(2026, 10, 1), 1), (date(2026, 10, 1), date(2026, 10, 31))),
    (Span(date(2026, 7, 1), 3), (date(2026, 7, 1), date(2026, 9, 30))),
    (Span(date(2026, 1, 1), 12), (date(2026, 1, 1), TODAY)),
    (Span(date(2025, 1, 1), 12), (date(2025, 1, 1), date(2025, 12, 31))),
)


async def asks(office: Office, who: str, question: FiguresQuestion) -> SalesFigures:
    return await office.does(who, lambda work: measuring.figures(work, question))


@pytest.mark.parametrize("who", READS)
async def test_every_figure_is_what_plain_adding_up_says(office: Office, sold: list[Sold], who: str) -> None:
    mine = [each for each in sold if READS[who](each)]
    by = (
        SalesGrouping.CUSTOMER,
        SalesGrouping.MODEL,
        SalesGrouping.DOMAIN,
        *((SalesGrouping.PERSON,) if who in ("管理员", "孙总") else ()),
    )
    asked = list(product(SPANS, Measure, Basis))
    for place, ((span, (since, until)), measure, basis) in enumerate(asked):
        grouping = by[place % len(by)]
        found = await asks(office, who, FiguresQuestion(measure=measure, span=span, grouping=grouping, basis=basis))
        assert found.total.value == value(mine, since, until, measure, basis), (span, measure, basis)
        for each in found.groups:
            theirs = [line for line in mine if key_of(line, grouping, office) == each.key]
            assert each.value == value(theirs, since, until, measure, basis), (span, measure, basis, each)
        there = {
            key_of(line, grouping, office)
            for line in mine
            for day, _ in line.moved(basis)
            if line.state is OrderState.LOGGED and since <= day <= until
        }
        assert there <= {each.key for each in found.groups}


async def test_what_isnt_over_is_compared_with_as_many_days(office: Office, sold: list[Sold]) -> None:
    found = await asks(office, "管理员", FiguresQuestion(span=Span(date(2026, 11, 1), 1)))
    assert (found.total.before, found.total.year_ago) == (
        value(sold, date(2026, 10, 1), date(2026, 10, 20), Measure.PIECES, Basis.ORDERED),
        value(sold, date(2025, 11, 1), date(2025, 11, 20), Measure.PIECES, Basis.ORDERED),
    )
    over = await asks(office, "管理员", FiguresQuestion(span=Span(date(2026, 10, 1), 1)))
    assert over.total.before == value(sold, date(2026, 9, 1), date(2026, 9, 30), Measure.PIECES, Basis.ORDERED)


async def test_months_and_quarters_stand_in_their_order(office: Office, sold: list[Sold]) -> None:
    by_month = await asks(
        office, "孙总", FiguresQuestion(span=Span(date(2026, 1, 1), 12), grouping=SalesGrouping.MONTH)
    )
    assert [each.key for each in by_month.groups] == [f"2026-{month:02}-01" for month in range(1, 12)]
    mine = [each for each in sold if each.agency == "深圳南山电子"]
    may = by_month.groups[4]
    assert may.value == value(mine, date(2026, 5, 1), date(2026, 5, 31), Measure.PIECES, Basis.ORDERED)
    assert may.before == by_month.groups[3].value
    assert by_month.groups[-1].before is None  # it isn't over
    by_quarter = await asks(
        office, "孙总", FiguresQuestion(span=Span(date(2026, 1, 1), 12), grouping=SalesGrouping.QUARTER)
    )
    assert [each.key for each in by_quarter.groups] == ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"]
    assert sum(each.value or 0 for each in by_quarter.groups) == by_quarter.total.value


async def test_the_rows_of_every_grouping_add_up_to_the_total(office: Office, sold: list[Sold]) -> None:
    """Whichever months are asked: of a quarter only what of it lies among them."""
    lot = random.Random(11)
    firsts = [date(2024 + at // 12, at % 12 + 1, 1) for at in range(8, 35)]
    spans = [Span(lot.choice(firsts), lot.choice((1, 2, 4, 7, 14))) for _ in range(6)]
    asked = product((Span(date(2026, 11, 1), 1), Span(date(2026, 12, 1), 1), *spans), SalesGrouping, Basis)
    for span, grouping, basis in asked:
        found = await asks(office, "管理员", FiguresQuestion(span=span, grouping=grouping, basis=basis))
        assert found.question.grouping is grouping
        assert sum(each.value or 0 for each in found.groups) == found.total.value, (span, basis)


async def test_a_part_of_a_quarter_is_compared_with_nothing(office: Office, sold: list[Sold]) -> None:
    by_quarter = FiguresQuestion(span=Span(date(2026, 2, 1), 5), grouping=SalesGrouping.QUARTER)
    first, second = (await asks(office, "管理员", by_quarter)).groups
    assert (first.before, first.year_ago, first.falling) == (None, None, False), "January isn't asked"
    assert first.value == value(sold, date(2026, 2, 1), date(2026, 3, 31), Measure.PIECES, Basis.ORDERED)
    assert second.before == value(sold, date(2026, 1, 1), date(2026, 3, 31), Measure.PIECES, Basis.ORDERED)


async def test_it_is_narrowed_as_lists_are(office: Office, sold: list[Sold]) -> None:
    star = sold[0].customer
    only = Only(customer=star, model=model_key("BAT32G135"))
    found = await asks(office, "管理员", FiguresQuestion(span=Span(date(2025, 1, 1), 12), only=only))
    theirs = [each for each in sold if each.customer == star and each.mcu == "BAT32G135"]
    assert found.total.value == value(theirs, date(2025, 1, 1), date(2025, 12, 31), Measure.PIECES, Basis.ORDERED)
    home = await asks(office, "管理员", FiguresQuestion(span=Span(date(2025, 1, 1), 12), only=Only(domain="家电")))
    appliances = [each for each in sold if each.domain.startswith("家电")]
    assert home.total.value == value(appliances, date(2025, 1, 1), date(2025, 12, 31), Measure.PIECES, Basis.ORDERED)


async def test_who_has_no_part_in_orders_sees_no_figures(office: Office, sold: list[Sold]) -> None:
    await office.colleague("赵工", "深圳南山电子", AccountType.ENGINEER)
    with pytest.raises(NotAllowed):
        await asks(office, "赵工", FiguresQuestion(span=Span(date(2026, 10, 1), 1)))


async def test_rankings_by_person_are_the_owners_and_the_vendors(office: Office, sold: list[Sold]) -> None:
    for who, sees in (("李明", False), ("孙总", True), ("陈经理", True)):
        found = await asks(office, who, FiguresQuestion(span=Span(date(2026, 1, 1), 12), grouping=SalesGrouping.PERSON))
        assert (found.question.grouping is SalesGrouping.PERSON) is sees, who
        assert (SalesGrouping.PERSON in found.groupings) is sees
    other = Only(person=office.ids["张磊"])
    mine = await asks(office, "李明", FiguresQuestion(span=Span(date(2026, 1, 1), 12), only=other))
    assert mine.question.only == Only(), "narrowed to nobody"


@pytest.mark.parametrize(("shown", "measures"), [("average", 2), ("none", 1)])
async def test_the_vendor_sees_of_prices_what_the_policy_says(
    office: Office, sold: list[Sold], shown: str, measures: int
) -> None:
    office.policy = POLICY.model_copy(update={"orders": POLICY.orders.model_copy(update={"price_to_vendor": shown})})
    star = Only(customer=sold[0].customer)
    for measure in (Measure.AMOUNT, Measure.PRICE):
        found = await asks(
            office, "陈经理", FiguresQuestion(measure=measure, span=Span(date(2026, 8, 1), 1), only=star)
        )
        assert len(found.measures) == measures
        assert found.question.measure is not Measure.AMOUNT
        if found.question.measure is Measure.PRICE:  # of a model in a quarter, over all that the reader sees
            assert (found.question.grouping, found.question.only) == (SalesGrouping.MODEL, Only())
            assert found.question.span == Span(date(2026, 7, 1), 3)
    assert len((await asks(office, "孙总", FiguresQuestion(span=Span(date(2026, 8, 1), 1)))).measures) == 3


async def test_a_quarter_far_under_the_one_before_is_marked_as_falling(office: Office, sold: list[Sold]) -> None:
    found = await asks(office, "管理员", FiguresQuestion(span=Span(date(2026, 7, 1), 3)))
    for each in found.groups:
        down = each.before is not None and each.before > 0 and (each.value or 0) < each.before * Decimal("0.7")
        assert each.falling is down
    assert any(each.falling for each in found.groups)
    running = await asks(office, "管理员", FiguresQuestion(span=Span(date(2026, 10, 1), 3)))
    assert not any(each.falling for each in running.groups)


async def test_words_name_what_the_reader_sees(office: Office, sold: list[Sold]) -> None:
    star = sold[0].customer

    name = await office.does(None, lambda work: work.customers.get(star).name)
    found = await names(office, "管理员", name, "bat32g135", "家电", "没有这个")
    assert found.only == replace(Only(), customer=star, model="bat32g135", domain="家电")
    assert found.unknown == ("没有这个",)
    assert (await names(office, "管理员", "华南")).only.unit is not None
    assert (await names(office, "陈经理", "华南")).unknown == ("华南",)
    assert (await names(office, "孙总", "张磊")).only.person == office.ids["张磊"]
    assert (await names(office, "王芳", "星河")).unknown == ("星河",), "another agency's customer isn't told of"


async def test_what_everybody_would_wait_for_is_asked_to_be_narrowed(
    office: Office, sold: list[Sold], monkeypatch: pytest.MonkeyPatch
) -> None:
    year = Span(date(2025, 1, 1), 12)
    many = sum(each.state is OrderState.LOGGED and each.day.year == 2025 for each in sold)
    monkeypatch.setattr(measuring, "MOST_LINES", many - 1)
    with pytest.raises(measuring.TooManyLines):
        await asks(office, "管理员", FiguresQuestion(span=year))
    assert (await asks(office, "李明", FiguresQuestion(span=year))).total.value is not None
    monkeypatch.setattr(measuring, "MOST_LINES", many)
    assert (await asks(office, "管理员", FiguresQuestion(span=year))).total.value is not None


async def test_a_name_that_holds_a_particle_is_found_as_well_as_one_before_it(office: Office, sold: list[Sold]) -> None:
    midea = await office.holds("李明", "佛山市美的电器有限公司")
    star = sold[0].customer
    name = await office.does(None, lambda work: work.customers.get(star).name)
    several: tuple[tuple[tuple[str, ...], Only], ...] = (
        (("美的",), Only(customer=midea)),
        (("美的的BAT32G135",), Only(customer=midea, model="bat32g135")),
        ((f"{name}的",), Only(customer=star)),
        (("BAT32G135的",), Only(model="bat32g135")),
    )
    for words, only in several:
        found = await names(office, "管理员", *words)
        assert (found.only, found.unknown) == (only, ()), words
    for marks in ("没有", "1-", "3-", "/5"):
        assert (await names(office, "管理员", marks)).unknown == (marks,)


async def test_what_others_sold_is_no_word_for_who_doesnt_see_it(office: Office, sold: list[Sold]) -> None:
    """A model of the vendor's table has a name for everybody, sold or not; one that somebody wrote has one for those who see the order."""
    theirs = await office.holds("王芳", "珠海市南屏仪表有限公司")
    line = replace(
        sold[0], who="王芳", agency="广州天河微电", customer=theirs, mcu="BAT32X999", state=OrderState.LOGGED
    )
    await office.does(None, lambda work: keep(work, office, [line], 900))
    await office.does(None, lambda work: work.mcus.put(McuModel("BAT32G179")))

    assert (await names(office, "王芳", "BAT32X999")).only == Only(model="bat32x999")
    assert (await names(office, "李明", "BAT32X999")).unknown == ("BAT32X999",)
    for who in ("王芳", "李明"):
        assert (await names(office, who, "BAT32G179")).only == Only(model="bat32g179")


async def test_a_salespersons_name_is_a_person_for_who_sees_people_and_never_his_customer(
    office: Office, sold: list[Sold]
) -> None:
    """Lists find a customer by whoever holds it; figures asked of 王芳 aren't those of her only customer."""
    for who, sees in (("管理员", True), ("陈经理", True), ("孙总", False), ("李明", False)):
        found = await names(office, who, "王芳")
        assert found == (
            naming.Named(Only(person=office.ids["王芳"])) if sees else naming.Named(Only(), unknown=("王芳",))
        ), who
    assert (await names(office, "王芳", "王芳")).unknown == ("王芳",)


async def test_who_orders_for_the_first_time_is_counted_in_these_days(office: Office, sold: list[Sold]) -> None:
    for who, sees in READS.items():
        for span, (since, until) in SPANS:
            firsts: dict[int, date] = {}
            for each in sold:
                if sees(each) and each.state is OrderState.LOGGED:
                    firsts[each.customer] = min(each.day, firsts.get(each.customer, each.day))
            found = await asks(office, who, FiguresQuestion(span=span))
            assert found.newcomers == sum(since <= day <= until for day in firsts.values()), (who, span)
