"""A request of each kind, as somebody of an agency asks for it: for the tests that hold for all of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

from bot.serving.work import DeskWork
from domain.agencies import filing
from domain.approvals.records import Approval
from domain.base.calendar import add_months
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.base.written import Written
from domain.contracts import amending, contracting
from domain.contracts import records as contracts
from domain.petitions import appealing, correcting
from domain.protection import protecting, stages
from domain.questions import asking
from domain.registration import agency_claims, registering
from domain.registration.records import Company
from tests.rules.office import POLICY, Office

STAR = "深圳市星河联创电子有限公司"
NEW = "深圳市星河联创半导体有限公司"
CODE = "91440300MA5DA1234X"
RENAMED = "深圳市南山半导体有限公司"
CHAT = 77
"""Of the stranger who registers an agency."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that waits, and somebody who may decide it."""

    approval: int
    approver: str


async def newest(office: Office, kind: Kind) -> Approval:
    """The one of that kind that was asked for last."""

    def act(work: DeskWork) -> Approval:
        everybody = [int(each) for each in office.ids.values()]
        return [each for each in work.approvals.waiting_for(everybody) if each.kind is kind][-1]

    return await office.does(None, act)


async def _asked(office: Office, kind: Kind) -> Asked:
    approval = await newest(office, kind)
    names = {number: name for name, number in office.ids.items()}
    return Asked(approval.id, names[approval.current.approvers[0]])


async def a_report(office: Office, name: str = STAR) -> Asked:
    await office.reports("李明", name, background="2010 年成立", buyer="深圳市华采供应链有限公司")
    return await _asked(office, Kind.CUSTOMER_REPORT)


async def an_extension(office: Office) -> Asked:
    customer = await office.holds("李明", STAR)
    asking = protecting.AskExtension(customer=customer, months=2, reason="样机测试中")
    await office.does("李明", lambda work: protecting.ask_extension(work, asking))
    return await _asked(office, Kind.EXTENSION)


async def a_stage(office: Office) -> Asked:
    customer = await office.holds("李明", STAR)
    await office.does(None, lambda work: stages.stage_is(work, customer, Stage.DEVELOPMENT))
    return await _asked(office, Kind.STAGE_CONFIRMATION)


async def a_review(office: Office) -> Asked:
    customer = await office.holds("李明", STAR)
    await office.does(None, lambda work: stages.stage_is(work, customer, Stage.PRODUCTION))
    await office.approves()
    office.day(add_months(office.now.date(), 7).isoformat())
    await office.does(None, protecting.begin_reviews)
    return await _asked(office, Kind.PRODUCTION_REVIEW)


async def a_correction(office: Office) -> Asked:
    customer = await office.holds("李明", STAR)
    wished = await office.does(None, lambda work: correcting.known(work.customers.get(customer)))
    command = correcting.CorrectCustomer(customer=customer, profile=replace(wished, name=NEW))
    await office.does("李明", lambda work: correcting.correct(work, command))
    return await _asked(office, Kind.DATA_CHANGE)


def renaming(work: DeskWork, name: str = RENAMED, code: str | None = None) -> filing.CorrectAgency:
    """Of the actor's agency."""
    agency = work.people.agency(work.actor.agency_id or 0)
    return filing.CorrectAgency(agency=agency.id, name=name, credit_code=code)


async def an_agency_change(office: Office) -> Asked:
    await office.does("孙总", lambda work: filing.correct(work, renaming(work)))
    return await _asked(office, Kind.AGENCY_CHANGE)


async def a_question(office: Office) -> Asked:
    customer = await office.holds("李明", STAR)
    command = asking.AskQuestion(record="customer", number=customer, words=Written("能用于 125℃ 吗"))
    await office.does("李明", lambda work: asking.ask(work, command))
    return await _asked(office, Kind.QUESTION)


async def an_appeal(office: Office) -> Asked:
    await office.holds("李明", STAR)
    making = appealing.MakeAppeal(reason="2026-08 起送样", name=STAR)
    await office.does("王芳", lambda work: appealing.make(work, making))
    return await _asked(office, Kind.APPEAL)


COMPANY = Company(
    name="东莞市宏图电子有限公司",
    credit_code=CODE,
    organisation_code="MA5DA1234",
    tax_number=CODE,
    region="广东 东莞",
    address="南城街道 1 号",
    contact="郑总",
    position="总经理",
    phone="0769-22223333",
    mobile="13800138000",
    mobile_shared=False,
    fax=None,
    email="zheng@example.com",
    entity="华芯信息",
    products=("服务器",),
)


async def a_registration(office: Office) -> Asked:
    office.policy = office.policy.model_copy(
        update={"registration": POLICY.registration.model_copy(update={"captcha": "none"})}
    )
    command = registering.RegisterAgency(company=COMPANY)
    await office.does(None, lambda work: registering.register(replace(work, chat_id=CHAT), command))
    return await _asked(office, Kind.AGENCY_REGISTRATION)


async def a_claim(office: Office) -> Asked:
    def act(work: DeskWork) -> None:
        agency = work.people.agency(work.people.account(office.ids["李明"]).agency_id or 0)
        work.people.keep_agency(replace(agency, credit_code=CODE))
        command = agency_claims.ClaimAgency(
            credit_code=CODE, name="南山电子", contact="郑总", mobile="13800138000", mobile_shared=False
        )
        agency_claims.claim(replace(work, chat_id=CHAT), command)

    office.policy = office.policy.model_copy(
        update={"registration": POLICY.registration.model_copy(update={"captcha": "none"})}
    )
    await office.does(None, act)
    return await _asked(office, Kind.AGENCY_CLAIM)


def _filled(kind: type[object], **given: object) -> dict[str, object]:
    """What such a record needs: a word in every field of text, a number in every other."""
    usual: dict[str, object] = {"str": "…", "Decimal": Decimal(100), "int": 1}
    needed = {each.name: usual[str(each.type)] for each in fields(kind) if str(each.type) in usual}  # type: ignore[arg-type]
    return {**needed, **given}


def contract_parts(office: Office, manager: str = "陈经理", **business: str) -> dict[str, Any]:
    """What a contract of this year says; `business` are other answers of 商务信息."""
    type_ = next(each for each in POLICY.contract.types if not each.needs_distributor)
    entity = next(each.name for each in POLICY.contract.entities if type_.code in each.types)
    basics = _filled(
        contracts.Basics,
        accepts_letter=True,
        fiscal_year=office.now.year,
        entity=entity,
        type=type_.code,
        level=type_.levels[0],
        manager=office.ids[manager],
    )
    three = range(POLICY.contract.required_industries)
    company = _filled(
        contracts.CompanyProfile,
        industries=tuple(contracts.Industry(industry=f"行业{each}", industry_sales=Decimal(100)) for each in three),
        key_customers=tuple(
            contracts.KeyCustomer(customer=f"客户{each}", customer_sales=Decimal(100)) for each in three
        ),
    )
    issued = _filled(contracts.Business, issuer=POLICY.contract.company_names[0]) | business
    return {
        "basics": contracts.Basics(**basics),  # type: ignore[arg-type]
        "business": contracts.Business(**issued),  # type: ignore[arg-type]
        "company": contracts.CompanyProfile(**company),  # type: ignore[arg-type]
        "attachments": tuple(
            contracts.Attachment(kind=each, pages=(contracts.LinkedPage(link="https://example.com/1.pdf"),))
            for each in type_.documents
        ),
    }


async def a_contract(office: Office, manager: str = "陈经理", who: str = "孙总") -> Asked:
    def act(work: DeskWork) -> None:
        made = contracting.start(work, contracting.StartContract(fiscal_year=work.today.year)).contract
        contracting.submit(work, contracting.SubmitContract(contract=made.id, **contract_parts(office, manager)))

    await office.does(who, act)
    return await _asked(office, Kind.CONTRACT)


async def an_approved_contract(office: Office) -> int:
    """The id of one of this year."""
    asked = await a_contract(office)
    for who in ("陈经理", "刘经理", "管理员"):
        await office.approves(who)
    return await office.does(None, lambda work: work.approvals.get(asked.approval).subject_id)


def amends(office: Office, contract: int, base: int = 1, **business: str) -> amending.AmendContract:
    """Of what was approved, with these answers."""
    parts = contract_parts(office, **business)
    return amending.AmendContract(contract=contract, base=base, reason="仓库搬迁", **parts)


async def of_an_approved_one(office: Office, contract: int, who: str = "孙总") -> Asked:
    command = amends(office, contract, station="深圳北")
    await office.does(who, lambda work: amending.amend(work, command))
    return await _asked(office, Kind.CONTRACT_AMENDMENT)


async def an_amendment(office: Office) -> Asked:
    return await of_an_approved_one(office, await an_approved_contract(office))


ASKED: Mapping[Kind, Callable[[Office], Awaitable[Asked]]] = {
    Kind.AGENCY_REGISTRATION: a_registration,
    Kind.CUSTOMER_REPORT: a_report,
    Kind.CONTRACT: a_contract,
    Kind.CONTRACT_AMENDMENT: an_amendment,
    Kind.EXTENSION: an_extension,
    Kind.STAGE_CONFIRMATION: a_stage,
    Kind.PRODUCTION_REVIEW: a_review,
    Kind.APPEAL: an_appeal,
    Kind.DATA_CHANGE: a_correction,
    Kind.AGENCY_CHANGE: an_agency_change,
    Kind.AGENCY_CLAIM: a_claim,
    Kind.QUESTION: a_question,
}
