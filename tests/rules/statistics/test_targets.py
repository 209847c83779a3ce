"""目标: who sets whose, what figures say of them, and that each change is on record (docs/statistics.md)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.serving.work import DeskWork
from domain.base.errors import NotAllowed, NotFound, Refusal
from domain.people.records import AccountType
from domain.statistics import targets
from domain.statistics.measuring import FiguresQuestion
from domain.statistics.records import EVERYTHING, WHOLE, Basis, Measure, Only, SalesGrouping
from domain.statistics.spans import Span
from domain.statistics.target_records import Aim, TargetOf
from domain.statistics.targets import SetTarget
from tests.rules.office import POLICY, Office
from tests.rules.statistics.test_figures import READS, TODAY, Sold, asks, sold, value

__all__ = ["sold"]
Q3, Q4 = date(2026, 7, 1), date(2026, 10, 1)
THIRD = Span(Q3, 3)


async def sets(office: Office, who: str, aim: Aim, value: int, quarter: date = Q3, **more: Measure) -> None:
    command = setting(aim, quarter, more.get("measure", Measure.PIECES), Decimal(value))
    await office.does(who, lambda work: targets.set_target(work, command))


def setting(aim: Aim, quarter: date, measure: Measure, value: Decimal) -> SetTarget:
    pieces, yuan = (value, None) if measure is Measure.PIECES else (None, value)
    return SetTarget(of=aim.of, subject=aim.id, quarter=quarter, measure=measure, pieces=pieces, yuan=yuan)


async def whose(office: Office) -> dict[str, Aim]:
    def find(work: DeskWork) -> dict[str, Aim]:
        people = {name: Aim(TargetOf.PERSON, office.ids[name]) for name in ("李明", "张磊", "王芳", "孙总")}
        agencies = {
            called: Aim(TargetOf.AGENCY, work.people.account(office.ids[who]).agency_id or 0)
            for called, who in (("深圳南山电子", "李明"), ("广州天河微电", "王芳"))
        }
        units = {each.name: Aim(TargetOf.UNIT, each.id) for each in work.people.units()}
        return people | agencies | units

    return await office.does(None, find)


async def test_each_sets_the_targets_of_his_own(office: Office, sold: list[Sold]) -> None:
    await office.colleague("赵工", "深圳南山电子", AccountType.ENGINEER)
    known = await whose(office)
    engineer = Aim(TargetOf.PERSON, office.ids["赵工"])
    other = next(each for name, each in known.items() if each.of is TargetOf.UNIT and name != "华南")
    allowed = {
        "管理员": {*known, "another unit"},
        "陈经理": {*known} - {name for name, each in known.items() if each.of is TargetOf.UNIT and name != "华南"},
        "孙总": {"李明", "张磊", "孙总"},
        "李明": set(),
        "赵工": set(),
    }
    for who, may in allowed.items():
        for place, (name, aim) in enumerate({**known, "another unit": other, "an engineer": engineer}.items()):
            try:
                await sets(office, who, aim, len(who) * 1000 + place + 1)
                done = True
            except targets.SameTarget:
                done = True
            except NotAllowed:
                done = False
            assert done is (name in may), (who, name)


async def test_what_no_target_is_is_refused(office: Office, sold: list[Sold]) -> None:
    li = (await whose(office))["李明"]
    wrong: tuple[tuple[SetTarget, type[Refusal]], ...] = tuple(
        (setting(li, quarter, measure, Decimal(value)), refusal)
        for quarter, measure, value, refusal in (
            (date(2026, 8, 1), Measure.PIECES, "1", targets.QuarterOutside),
            (date(2025, 7, 1), Measure.PIECES, "1", targets.QuarterOutside),
            (date(2028, 10, 1), Measure.PIECES, "1", targets.QuarterOutside),
            (Q3, Measure.PIECES, "1.5", targets.TargetOutside),
            (Q3, Measure.AMOUNT, "1.555", targets.TargetOutside),
            (Q3, Measure.PIECES, "-1", targets.TargetOutside),
            (Q3, Measure.PIECES, "1e13", targets.TargetOutside),
            (Q3, Measure.PRICE, "3", NotAllowed),
            (Q3, Measure.PIECES, "0", targets.SameTarget),
        )
    )
    for command, refusal in wrong:
        with pytest.raises(refusal):
            await office.does("孙总", lambda work, command=command: targets.set_target(work, command))  # type: ignore[misc]
    office.policy = POLICY.model_copy(update={"orders": POLICY.orders.model_copy(update={"price_to_vendor": "none"})})
    with pytest.raises(NotAllowed):
        await sets(office, "陈经理", li, 5, measure=Measure.AMOUNT)


async def test_figures_say_how_far_a_target_is_attained_and_what_is_lacking(office: Office, sold: list[Sold]) -> None:
    known = await whose(office)
    await sets(office, "管理员", known["华南"], 900_000)
    await sets(office, "陈经理", known["深圳南山电子"], 400_000)
    await sets(office, "孙总", known["李明"], 100_000)
    await sets(office, "孙总", known["李明"], 5_000_000, measure=Measure.AMOUNT)
    li, sun = replace(EVERYTHING, person=known["李明"].id), replace(EVERYTHING, agency=known["深圳南山电子"].id)
    for who, only, target, mine in (
        ("陈经理", EVERYTHING, 900_000, lambda each: True),
        ("管理员", replace(EVERYTHING, unit=known["华南"].id), 900_000, lambda each: True),
        ("陈经理", sun, 400_000, READS["孙总"]),
        ("孙总", EVERYTHING, 400_000, READS["孙总"]),
        ("孙总", li, 100_000, READS["李明"]),
        ("李明", EVERYTHING, 100_000, READS["李明"]),
    ):
        found = (await asks(office, who, FiguresQuestion(span=THIRD, only=only))).total
        theirs = [each for each in sold if mine(each)]
        done = value(theirs, Q3, THIRD.end, Measure.PIECES, Basis.ORDERED)
        assert found.attained is not None, who
        assert (found.attained.target, found.attained.done) == (Decimal(target), done), who
        assert done is not None
        assert (found.attained.lacking, found.attained.share) == (target - done, done / target), who
    money = (await asks(office, "孙总", FiguresQuestion(span=THIRD, only=li, measure=Measure.AMOUNT))).total.attained
    assert money is not None
    assert money.target == 5_000_000
    for span, only in ((Span(Q3, 1), li), (THIRD, replace(li, model="bat32g135")), (Span(Q4, 3), li)):
        assert (await asks(office, "孙总", FiguresQuestion(span=span, only=only))).total.attained is None
    by_person = await asks(office, "孙总", FiguresQuestion(span=THIRD, grouping=SalesGrouping.PERSON))
    assert {each.name: each.attained and each.attained.target for each in by_person.groups}["李明"] == 100_000
    assert all(each.attained is None for each in by_person.groups if each.name != "李明")


async def test_all_units_together_are_measured_by_their_targets_once_each_has_one(
    office: Office, sold: list[Sold]
) -> None:
    known, whole = await whose(office), FiguresQuestion(span=Span(date(2026, 7, 1), 6), grouping=SalesGrouping.QUARTER)
    assert (await asks(office, "管理员", whole)).total.attained is None
    await sets(office, "管理员", known["华南"], 900_000)
    first = (await asks(office, "管理员", replace(whole, span=THIRD))).total.attained
    done = value(sold, Q3, THIRD.end, Measure.PIECES, Basis.ORDERED)
    assert first is not None
    assert done is not None
    assert (first.set, first.quarters, first.lacking) == (1, 1, 900_000 - done), "no other unit sells"
    empty = next(name for name, each in known.items() if each.of is TargetOf.UNIT and name != "华南")
    await sets(office, "管理员", known[empty], 100_000)
    both = await asks(office, "管理员", whole)
    assert both.total.attained is not None
    told = both.total.attained
    assert (told.target, told.set, told.quarters) == (Decimal(1_000_000), 2, 4)
    assert told.share is None
    assert [each.attained and each.attained.lacking for each in both.groups] == [1_000_000 - done, None]


async def test_a_year_is_measured_by_its_quarters_once_each_has_a_target(office: Office, sold: list[Sold]) -> None:
    known, year = await whose(office), FiguresQuestion(span=Span(date(2026, 1, 1), 12), grouping=SalesGrouping.QUARTER)
    for month, pieces in ((1, 100), (4, 200), (7, 300)):
        await sets(office, "陈经理", known["深圳南山电子"], pieces, date(2026, month, 1))
    found = await asks(office, "孙总", year)
    told = found.total.attained
    assert told is not None
    assert (told.target, told.set, told.quarters, told.share, told.lacking) == (Decimal(600), 3, 4, None, None)
    assert [each.attained and each.attained.target for each in found.groups] == [100, 200, 300, None]
    await sets(office, "陈经理", known["深圳南山电子"], 400, Q4)
    whole = (await asks(office, "孙总", year)).total.attained
    assert whole is not None
    assert whole.lacking == 1000 - (whole.done or 0)


async def test_nobody_learns_of_targets_that_arent_his_to_see(office: Office, sold: list[Sold]) -> None:
    known = await whose(office)
    for name in ("广州天河微电", "王芳", "深圳南山电子", "张磊"):
        await sets(office, "管理员", known[name], 1000)
    for who, name, sees in (
        ("孙总", "广州天河微电", False),
        ("孙总", "王芳", False),
        ("孙总", "张磊", True),
        ("李明", "张磊", False),
        ("李明", "深圳南山电子", False),
        ("张磊", "张磊", True),
        ("陈经理", "王芳", True),
    ):
        aim = known[name]
        only = Only(agency=aim.id) if aim.of is TargetOf.AGENCY else Only(person=aim.id)
        found = await asks(office, who, FiguresQuestion(span=THIRD, only=only))
        told = found.total.attained is not None and found.question.only == only
        assert told is (sees and who != "张磊"), (who, name)  # a salesperson's figures are his own without his name
        try:
            await office.does(who, lambda work, aim=aim: targets.page(work, aim, Q3, WHOLE))  # type: ignore[misc]
            assert sees, (who, name)
        except NotFound:
            assert not sees, (who, name)


async def test_each_change_is_on_record_and_nothing_is_left_of_one_taken_back(office: Office, sold: list[Sold]) -> None:
    li = (await whose(office))["李明"]
    for who, pieces in (("孙总", 100), ("陈经理", 200), ("孙总", 0)):
        await sets(office, who, li, pieces)
    page = await office.does("孙总", lambda work: targets.page(work, li, Q3, WHOLE))
    assert page.top is not None
    assert page.top.targets == {}
    assert [(each.by, each.before, each.value) for each in page.changes] == [
        ("孙总", None, Decimal(100)),
        ("陈经理", Decimal(100), Decimal(200)),
        ("孙总", Decimal(200), Decimal(0)),
    ]
    assert (await asks(office, "李明", FiguresQuestion(span=THIRD))).total.attained is None
    assert TODAY > Q3, "a quarter that is over may still be given one"
