"""Protection on the records: stages confirmed once, reviews, extensions, release; each rule walked day by day."""

from __future__ import annotations

import pytest

from bot.work import DeskWork
from domain import deciding, protecting
from domain.approvals import Kind
from domain.errors import NotFound
from domain.projects import Stage
from tests.rules.office import Office

STAR = "深圳市星河联创电子有限公司"


async def stage(office: Office, customer: int, stage: Stage | None) -> None:
    await office.does(None, lambda work: protecting.stage_is(work, customer, stage))


async def asks(office: Office, who: str, customer: int, months: int = 2) -> None:
    command = protecting.AskExtension(customer=customer, months=months, reason="样机测试中")
    await office.does(who, lambda work: protecting.ask_extension(work, command))


async def waiting(office: Office, who: str = "陈经理") -> list[Kind]:
    return await office.does(who, lambda work: [each.kind for each in work.approvals.waiting_for((work.actor.id,))])


@pytest.mark.parametrize("entered", [Stage.DEVELOPMENT, Stage.PILOT])
async def test_a_confirmed_stage_counts_from_the_day_on_which_it_was_entered(office: Office, entered: Stage) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2026-12-31")
    await stage(office, customer, entered)
    assert await office.until(customer) == "2027-02-23"  # not before it is confirmed
    office.day("2027-01-20")
    await office.approves()
    assert await office.until(customer) == "2027-06-30"


async def test_toggling_stages_or_adding_projects_renews_nothing(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await stage(office, customer, Stage.PILOT)
    await stage(office, customer, Stage.PILOT)
    assert await waiting(office) == [Kind.STAGE_CONFIRMATION]
    await office.approves()
    office.day("2027-04-01")
    for each in (Stage.CONTACT, Stage.PILOT, None, Stage.PILOT, Stage.SELECTION):
        await stage(office, customer, each)
    assert await waiting(office) == []
    assert await office.until(customer) == "2027-05-23"


async def test_a_stage_that_is_not_confirmed_gives_nothing(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await stage(office, customer, Stage.DEVELOPMENT)
    await office.rejects()
    assert await office.until(customer) == "2027-02-23"


async def test_while_a_stage_waits_for_its_confirmation_the_customer_stays_protected(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2027-02-20")
    await stage(office, customer, Stage.DEVELOPMENT)
    office.day("2027-03-10")
    await office.duties()
    assert await office.until(customer) == "2027-02-23"
    await office.approves()
    assert await office.until(customer) == "2027-08-20"


async def test_the_further_stage_takes_the_place_of_the_one_that_waits(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await stage(office, customer, Stage.DEVELOPMENT)
    await stage(office, customer, Stage.PILOT)
    assert await waiting(office) == [Kind.STAGE_CONFIRMATION]
    await office.approves()
    assert await office.until(customer) == "2027-05-23"


async def producing(office: Office) -> int:
    customer = await office.holds("李明", STAR)
    await stage(office, customer, Stage.PRODUCTION)
    await office.approves()
    assert await office.until(customer) == "endless"
    return customer


async def test_mass_production_is_reviewed_every_six_months_and_kept(office: Office) -> None:
    customer = await producing(office)
    office.day("2027-05-22")
    await office.duties()
    assert await waiting(office) == []
    office.day("2027-05-23")
    await office.duties()
    await office.duties()
    assert await waiting(office) == [Kind.PRODUCTION_REVIEW]
    office.day("2027-06-10")
    await office.approves()
    office.day("2027-12-09")
    await office.duties()
    assert await waiting(office) == []
    office.day("2027-12-10")
    await office.duties()
    assert await waiting(office) == [Kind.PRODUCTION_REVIEW]
    assert await office.until(customer) == "endless"


async def test_a_review_may_release_the_customer(office: Office) -> None:
    customer = await producing(office)
    office.day("2027-05-23")
    await office.duties()
    await office.rejects(reason="已停产")
    assert await office.until(customer) == "pool"


async def test_silence_at_a_review_releases_nobody(office: Office) -> None:
    customer = await producing(office)
    for day in ("2027-05-23", "2027-08-23", "2027-11-23"):
        office.day(day)
        await office.duties()
    assert await office.until(customer) == "endless"


async def test_three_months_remain_when_mass_production_ends(office: Office) -> None:
    customer = await producing(office)
    office.day("2028-11-30")
    await office.duties()
    await stage(office, customer, Stage.SELECTION)
    assert await office.until(customer) == "2029-02-28"
    assert Kind.PRODUCTION_REVIEW not in await waiting(office)


async def test_an_extension_is_for_the_holder_and_the_owner_alone(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    for other in ("张磊", "王芳", "钱总", "陈经理"):
        with pytest.raises(NotFound):
            await asks(office, other, customer)
    await asks(office, "孙总", customer)
    with pytest.raises(protecting.ExtensionPending):
        await asks(office, "李明", customer)


async def test_what_has_no_end_needs_no_extension(office: Office) -> None:
    customer = await producing(office)
    with pytest.raises(protecting.NothingToExtend):
        await asks(office, "李明", customer)


async def test_an_extension_decided_after_the_end_counts_from_the_decision(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2027-02-23")
    await asks(office, "李明", customer)
    office.day("2027-03-05")
    await office.duties()
    await office.approves()
    assert await office.until(customer) == "2027-05-05"


async def test_an_extension_withdrawn_after_the_end_lets_the_customer_go(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2027-02-23")
    await asks(office, "李明", customer)
    office.day("2027-03-05")

    def withdraw(work: DeskWork) -> None:
        (request,) = work.protections.pending_of(customer)
        protecting.withdraw(work, protecting.WithdrawExtension(request=request.id))

    await office.does("李明", withdraw)
    await office.duties()
    assert await office.until(customer) == "pool"


async def test_there_is_nothing_to_mend_in_an_extension(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "李明", customer)

    def send_back(work: DeskWork) -> None:
        (approval,) = work.approvals.waiting_for((work.actor.id,))
        deciding.return_(work, deciding.Return(approval=approval.id, fields=("months",), reason="?"))

    with pytest.raises(NotFound):
        await office.does("陈经理", send_back)


async def test_a_release_settles_everything_that_was_asked_for(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "李明", customer)
    await stage(office, customer, Stage.DEVELOPMENT)
    assert len(await waiting(office)) == 2
    await office.does(
        "李明", lambda work: protecting.give_up(work, protecting.GiveUp(customer=customer, reason="客户停产"))
    )
    assert await waiting(office) == []
    assert await office.until(customer) == "pool"


@pytest.mark.parametrize(
    ("begin", "last"), [("2026-11-30", "2027-02-28"), ("2027-11-30", "2028-02-29"), ("2027-03-31", "2027-06-30")]
)
async def test_the_last_day_counts_in_full_and_months_are_the_calendars(office: Office, begin: str, last: str) -> None:
    office.day(begin)
    customer = await office.holds("李明", STAR)
    assert await office.until(customer) == last
    office.day(last, "23:59")
    await office.duties()
    assert await office.until(customer) == last
    year, month, day = map(int, last.split("-"))
    office.day(f"{year}-{month + 1:02}-01", "00:00")
    assert day in (28, 29, 30)
    await office.duties()
    assert await office.until(customer) == "pool"
