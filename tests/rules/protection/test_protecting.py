"""Protection on the records: stages confirmed once, reviews, extensions, release; each rule walked day by day."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from bot.serving.work import DeskWork
from domain.approvals import adding_signers, deciding, granting
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.follow_ups import writing
from domain.projects.records import Milestone, ProjectItem
from domain.protection import clock as protection
from domain.protection import protecting, stages
from domain.protection import views as protection_views
from domain.reports import merging
from tests.rules.office import POLICY, Office

STAR = "深圳市星河联创电子有限公司"
WHALE = "深圳市蓝鲸智能科技有限公司"


async def stage(office: Office, customer: int, stage: Stage | None) -> None:
    await office.does(None, lambda work: stages.stage_is(work, customer, stage))


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


async def test_a_report_while_mass_production_is_reviewed_begins_no_second_review(office: Office) -> None:
    customer = await producing(office)
    office.day("2027-05-23")
    await office.duties()

    def forget(work: DeskWork) -> None:  # as it was kept before it was noted what a holder told
        held = work.protections.held(customer)
        assert held is not None
        before = replace(held.protection, told=frozenset())
        work.protections.hold(customer, before, set_on=held.set_on, remind_on=None, review_on=None)
        stages.stage_told(work, customer, Stage.PRODUCTION, Stage.PRODUCTION)

    await office.does(None, forget)
    await office.duties()
    assert await waiting(office) == [Kind.PRODUCTION_REVIEW]


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
    assert "保护期有变\n" + STAR + "\n保护至 2029-02-28" in (await office.chat("李明"))[-1]
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


async def test_a_further_signer_sees_the_end_by_the_months_that_the_first_one_grants(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "李明", customer, months=6)

    def grants_one(work: DeskWork) -> None:
        (asked,) = work.approvals.waiting_for((work.actor.id,))
        signer = adding_signers.AddSigner(
            approval=asked.id, to=office.ids["刘经理"], place=adding_signers.SignerPlace.AFTER
        )
        adding_signers.add(work, signer)
        granting.grant(work, granting.GrantMonths(approval=asked.id, months=1))

    await office.does("陈经理", grants_one)
    card = (await office.chat("刘经理"))[-1]
    assert "申请延长 6 个月" in card
    assert "拟批准 1 个月\n批准后：保护至 2027-03-23" in card
    await office.approves("刘经理")
    assert await office.until(customer) == "2027-03-23"


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


# --- one stage after the other ------------------------------------------------------------------------------------


async def stage_asked(office: Office, customer: int) -> tuple[Stage, str] | None:
    def act(work: DeskWork) -> tuple[Stage, str] | None:
        asked = [each for each in work.protections.pending_of(customer) if each.stage is not None]
        return (asked[0].stage, asked[0].day.isoformat()) if asked and asked[0].stage else None

    return await office.does(None, act)


async def test_a_refused_further_stage_leaves_the_nearer_one_to_be_confirmed(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2026-12-20")
    await stage(office, customer, Stage.DEVELOPMENT)
    office.day("2026-12-22")
    await stage(office, customer, Stage.PILOT)
    assert await stage_asked(office, customer) == (Stage.PILOT, "2026-12-22")
    office.day("2027-02-25")
    await office.duties()
    await office.rejects()
    assert await stage_asked(office, customer) == (Stage.DEVELOPMENT, "2026-12-20")
    await office.duties()
    await office.approves()
    assert await office.until(customer) == "2027-06-20"


async def test_a_stage_refused_after_the_end_leaves_the_days_that_a_prompt_answer_would_have_left(
    office: Office,
) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2027-02-11")
    for each in (Stage.DEVELOPMENT, Stage.PILOT):
        await stage(office, customer, each)
    office.day("2027-02-25")
    await office.rejects()
    assert await office.until(customer) == "2027-03-09"
    await office.rejects()
    assert await office.until(customer) == "2027-03-09"
    assert "2027-03-09" in (await office.chat("李明"))[-1]
    await asks(office, "李明", customer)


async def test_a_stage_of_the_last_day_that_is_refused_after_it_releases_the_customer(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2027-02-23")
    await stage(office, customer, Stage.DEVELOPMENT)
    office.day("2027-02-25")
    await office.rejects()
    assert await office.until(customer) == "pool"
    assert "申请未获批准，客户进入资源池" in (await office.chat("李明"))[-1]


async def test_production_that_goes_back_to_a_pilot_asks_for_the_pilot(office: Office) -> None:
    customer = await producing(office)
    office.day("2027-01-10")
    await stage(office, customer, Stage.PILOT)
    assert await office.until(customer) == "2027-04-10"
    assert await stage_asked(office, customer) == (Stage.PILOT, "2027-01-10")
    await office.approves()
    assert await office.until(customer) == "2027-07-10"


async def test_production_that_ended_unconfirmed_past_the_end_still_gives_its_three_months(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    office.day("2027-01-20")
    await stage(office, customer, Stage.PRODUCTION)
    office.day("2027-05-10")
    await office.duties()
    await stage(office, customer, Stage.SELECTION)
    await office.duties()
    assert await waiting(office) == [Kind.STAGE_CONFIRMATION]
    await office.approves()
    assert await office.until(customer) == "2027-08-10"


async def test_after_a_refusal_going_to_and_fro_asks_nothing_for_a_month(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await stage(office, customer, Stage.DEVELOPMENT)
    await office.rejects()
    for on in ("2026-11-24", "2026-12-22"):
        office.day(on)
        for each in (Stage.SELECTION, Stage.DEVELOPMENT):
            await stage(office, customer, each)
        assert await waiting(office) == []
    office.day("2026-12-23")
    await office.does(None, lambda work: stages.stage_told(work, customer, Stage.DEVELOPMENT, Stage.DEVELOPMENT))
    assert await stage_asked(office, customer) == (Stage.DEVELOPMENT, "2026-12-23")


@pytest.mark.parametrize("pending", [False, True])
async def test_an_extension_is_asked_before_the_end_alone(office: Office, pending: bool) -> None:
    customer = await office.holds("李明", STAR)
    if pending:  # a stage that nobody decided keeps the customer, but not the way to an extension
        await stage(office, customer, Stage.DEVELOPMENT)
    office.day("2027-02-24", "00:00")
    with pytest.raises(protecting.ProtectionOver):
        await asks(office, "李明", customer)
    keeping = await office.does("李明", lambda work: protection_views.keeping(work, customer))
    assert keeping is not None
    assert not keeping.may_extend
    with pytest.raises(protecting.ProtectionOver):  # before the form asks anything
        await office.does("李明", lambda work: protection_views.to_extend(work, customer))


async def test_what_has_no_end_any_more_needs_no_extension_decided(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "孙总", customer)
    await stage(office, customer, Stage.PRODUCTION)

    def confirm(work: DeskWork) -> None:
        stage_ = next(each for each in work.approvals.waiting_for((work.actor.id,)) if each.kind is not Kind.EXTENSION)
        deciding.approve(work, deciding.Approve(approval=stage_.id))

    await office.does("陈经理", confirm)
    assert await waiting(office) == []
    assert await office.until(customer) == "endless"


def project(stage_: Stage, name: str = "空调主控") -> ProjectItem:
    return ProjectItem(
        name=name,
        domain="空调",
        mcu="BAT32G135",
        stage=stage_,
        progress="样片已寄出",
        yearly=50_000,
        milestone=Milestone.SAMPLE,
        due="2027-06",
    )


async def writes(office: Office, who: str, customer: int, *items: ProjectItem) -> None:
    command = writing.WriteFollowUp(customer=customer, dynamics="客户立项空调主控", projects=items)
    await office.does(who, lambda work: writing.write(work, command))


async def test_a_stage_of_former_hands_asks_nothing_until_the_new_holder_tells_of_it(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await writes(office, "李明", customer, project(Stage.DEVELOPMENT))
    await office.approves()
    await office.does(
        "李明", lambda work: protecting.give_up(work, protecting.GiveUp(customer=customer, reason="放弃"))
    )
    office.day("2026-11-25")
    await office.reports("王芳", STAR)
    await office.approves()
    assert await waiting(office) == []
    assert await office.until(customer) == "2027-02-25"
    office.day("2026-12-07")
    await writes(office, "王芳", customer)
    assert await waiting(office) == []
    office.day("2026-12-08")
    await writes(office, "王芳", customer, project(Stage.DEVELOPMENT))
    assert await stage_asked(office, customer) == (Stage.DEVELOPMENT, "2026-12-08")
    await office.approves()
    office.day("2027-03-01")
    await writes(office, "王芳", customer, project(Stage.DEVELOPMENT))
    assert await waiting(office) == []
    assert await office.until(customer) == "2027-06-08"


async def test_a_further_project_of_former_hands_does_not_hide_what_the_new_holder_came_to(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await writes(office, "李明", customer, project(Stage.PRODUCTION, "旧项目"))
    await office.does(
        "李明", lambda work: protecting.give_up(work, protecting.GiveUp(customer=customer, reason="放弃"))
    )
    office.day("2026-11-25")
    await office.reports("王芳", STAR)
    await office.approves()
    for day, stage_ in (("2026-12-01", Stage.SELECTION), ("2026-12-08", Stage.DEVELOPMENT)):
        office.day(day)
        assert await stage_asked(office, customer) is None
        await writes(office, "王芳", customer, project(stage_))
    assert await stage_asked(office, customer) == (Stage.DEVELOPMENT, "2026-12-08")
    await office.approves()
    assert await office.until(customer) == "2027-06-08"
    office.day("2027-01-10")
    await writes(office, "王芳", customer, project(Stage.PRODUCTION, "旧项目"))
    assert await stage_asked(office, customer) == (Stage.PRODUCTION, "2027-01-10")
    await office.approves()
    await writes(office, "王芳", customer, project(Stage.PILOT))  # behind what is his own by now
    assert await stage_asked(office, customer) is None
    assert await office.until(customer) == "endless"


async def test_an_extension_is_decided_by_what_its_holder_did_himself(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    for each in ("空调主控", "风机主控", "水泵主控"):
        await writes(office, "李明", customer, project(Stage.SELECTION, each))
    await office.does(
        "李明", lambda work: protecting.give_up(work, protecting.GiveUp(customer=customer, reason="放弃"))
    )
    office.day("2026-11-25")
    await office.reports("王芳", STAR)
    await office.approves()
    await writes(office, "王芳", customer, project(Stage.SELECTION))
    await asks(office, "王芳", customer)

    def request(work: DeskWork) -> protection_views.ProtectionRequestView:
        (asked,) = work.protections.pending_of(customer)
        return protection_views.of_request(work, asked.id)

    evidence = (await office.does("陈经理", request)).evidence
    assert evidence is not None
    assert (evidence.follow_ups, evidence.earlier) == (1, 3)
    assert {each.name for each in evidence.projects if each.id in evidence.inherited} == {"风机主控", "水泵主控"}


async def test_a_former_holders_request_shows_nothing_of_what_came_after(office: Office) -> None:
    customer = await office.holds("李明", STAR)
    await asks(office, "李明", customer)
    asked = await office.does("李明", lambda work: work.protections.pending_of(customer)[0].id)
    await office.does(
        "李明", lambda work: protecting.give_up(work, protecting.GiveUp(customer=customer, reason="放弃"))
    )
    office.day("2026-11-25")
    await office.reports("王芳", STAR)
    await office.approves()
    view = await office.does("李明", lambda work: protection_views.of_request(work, asked))
    assert (view.until, view.left, view.would_be, view.evidence) == (None, None, None, None)


async def test_of_two_customers_that_are_one_both_stages_wait_and_that_which_gives_more_is_asked(
    office: Office,
) -> None:
    star, whale = await office.holds("李明", STAR), await office.holds("李明", WHALE)
    await stage(office, star, Stage.PILOT)
    office.day("2026-12-20")
    await stage(office, whale, Stage.DEVELOPMENT)
    command = merging.MergeCustomers(gone=star, into=whale)
    await office.does("管理员", lambda work: merging.merge(work, command))
    assert await stage_asked(office, whale) == (Stage.DEVELOPMENT, "2026-12-20")
    await agrees(office, whale)
    await office.rejects()
    assert await stage_asked(office, whale) == (Stage.PILOT, "2026-11-23")


# --- any history, on the records ------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(2))
async def test_what_is_before_the_manager_is_what_the_clock_waits_for(office: Office, seed: int) -> None:
    chance = Random(seed)
    customer = await office.holds("李明", STAR)
    for _ in range(40):
        office.now += timedelta(days=chance.choice((0, 1, 3, 10)))
        stage_ = chance.choice((Stage.SELECTION, Stage.DEVELOPMENT, Stage.PILOT, Stage.PRODUCTION, None))
        match chance.randrange(6):
            case 0:
                await office.does(None, lambda work: stages.stage_told(work, customer, Stage.PILOT, Stage.PILOT))
            case 1 if await waiting(office):
                await office.approves()
            case 2 if await waiting(office):
                await office.rejects()
            case 3:
                with suppress(protecting.NothingToExtend, protecting.ExtensionPending, protecting.ProtectionOver):
                    await asks(office, "李明", customer, chance.randint(1, 12))
            case _:
                await stage(office, customer, stage_)
        if await office.until(customer) == "pool":
            assert await waiting(office) == []
            break
        await agrees(office, customer)


async def agrees(office: Office, customer: int) -> None:
    """One question of a kind at most, and that of the stage is the one that the clock waits for."""

    def act(work: DeskWork) -> None:
        held = work.protections.held(customer)
        assert held is not None
        due = protection.due(POLICY, held.protection)
        pending = work.protections.pending_of(customer)
        asked = [(each.stage, each.day) for each in pending if each.kind is Kind.STAGE_CONFIRMATION]
        assert asked == ([] if due is None else [(due.stage, due.on)])
        if held.protection.endless:
            assert Kind.EXTENSION not in [each.kind for each in pending]
        cards = work.approvals.waiting_for((office.ids["陈经理"],))
        assert sorted(each.subject_id for each in cards) == sorted(each.id for each in pending)

    await office.does(None, act)
