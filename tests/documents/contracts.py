"""A contract on paper, made of what a story needs to say about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from dialogs.core.screen import Wording
from dialogs.core.texts import Reader, Texts, plain
from domain.approvals.acting import Signature
from domain.approvals.records import Decision, Verb
from domain.base import policy
from domain.base.policy import Policy
from domain.base.policy.people import PolicyWords
from domain.contracts.called import Called
from domain.contracts.records import Contract, ContractId, ContractState
from domain.contracts.views import ContractView
from domain.people.records import Account, AccountId, AccountState, AccountType, Agency, AgencyId, AgencyState, UnitId
from notifications.documents.printed import write
from notifications.jobs.contract_pdf import ContractPaper, Source

DAY = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
TEXTS = Texts.load()
FILLED_IN: Mapping[str, Any] = {
    "accepts_letter": True,
    "name": "深圳南山电子 2027",
    "fiscal_year": 2027,
    "entity": "华芯信息",
    "type": "DB",
    "level": "金牌分销商",
    "manager": 3,
    "contact_position": "渠道总监",
    "contact_phone": "0755-83765566",
    "general_manager": "孙立",
    "general_manager_mobile": "13800138000",
    "general_manager_email": "sun@example.com",
    "server_lead": "李明",
    "server_lead_mobile": "13800138001",
    "server_lead_email": "li@example.com",
    "qualification": "二级",
    "business_scope": "电子元器件的销售与技术服务",
    "turnover": "12000",
    "issuer": "华芯信息有限公司",
    "registered_name": "深圳市南山电子有限公司",
    "taxpayer": "一般纳税人",
    "invoice_name": "深圳市南山电子有限公司",
    "invoice_address": "深圳市南山区科技园 1 号",
    "invoice_postcode": "518000",
    "invoice_contact": "周助理",
    "invoice_phone": "0755-83765566",
    "delivery_name": "深圳市南山电子有限公司",
    "delivery_address": "深圳市南山区仓库 2 号",
    "delivery_postcode": "518055",
    "transport": "快递",
    "station": "深圳",
    "recipient": "周助理",
    "recipient_phone": "0755-83765567",
    "recipient_mobile": "13800138002",
    "recipient_fax": "0755-83765568",
    "industries": [{"industry": "制造", "industry_sales": "500"}],
    "key_customers": [{"customer": "深圳市星河联创电子有限公司", "customer_sales": "300"}],
    "company_turnover": "12000",
    "hardware_sales": "9000",
    "brands": "华芯、天河",
    "attachments": [
        {"kind": kind, "pages": [{"sha256": "0" * 64, "type": "application/pdf", "size": 9, "name": f"{kind}.pdf"}]}
        for kind in ("正式合同", "营业执照", "法人身份证复印件", "注册登记表")
    ],
}
"""What has to be."""


def account(name: str, number: int = 3) -> Account:
    return Account(id=AccountId(number), name=name, type=AccountType.MANAGER, state=AccountState.ACTIVE)


def agency(name: str = "深圳市南山电子有限公司", state: AgencyState = AgencyState.ACTIVE, number: int = 1) -> Agency:
    return Agency(id=AgencyId(number), name=name, state=state, unit_id=UnitId(1), manager_id=AccountId(3))


def decided(level: int, verb: Verb, name: str, reason: str = "") -> tuple[Decision, Signature]:
    decision = Decision(level=level, verb=verb, by=AccountId(3), at=DAY, reason=reason, fields=())
    return decision, Signature(name)


def view(state: ContractState = ContractState.APPROVED, **changed: Any) -> ContractView:
    profile = {name: value for name, value in {**FILLED_IN, **changed}.items() if value is not None}
    contract = Contract(
        id=ContractId(1),
        number="HT-2027-0001",
        agency_id=AgencyId(1),
        fiscal_year=2027,
        state=state,
        name=profile["name"],
        type=profile["type"],
        level=profile["level"],
        manager_id=AccountId(3),
        distributor_id=None,
        distributor_contact_id=None,
        created_by=AccountId(2),
        created_at=DAY,
        submitted_at=DAY,
        approved_at=DAY if state is ContractState.APPROVED else None,
        profile=profile,
    )
    return ContractView(
        contract=contract,
        agency=agency(),
        creator=account("孙立", 2),
        manager=account("陈经理"),
        type=policy.default().contract.type(profile["type"]),
        distributor=None,
        distributor_contact=None,
        wished=None,
        called=Called(
            {each.code: each.name for each in policy.default().contract.types}, {3: "陈经理"}, {}, PolicyWords()
        ),
        approval=None,
        approvers=(),
        levels=(),
        decisions=(),
        changed=(),
        last=None,
        against_last=(),
        expired=(),
        rival="",
        own=True,
        can_decide=False,
    )


def on_paper(
    of: ContractView, *, language: str = "zh", version: int = 1, rules: Policy | None = None, **more: Any
) -> ContractPaper:
    reader = Reader(language, date(2026, 11, 22), UTC)

    def words(wording: Wording) -> str:
        return plain(TEXTS.render(wording, reader))

    return ContractPaper(Source(replace(of, **more), rules or policy.default(), version, language), words)


def printed(paper: ContractPaper, folder: Path) -> Sequence[str]:
    """The text, page by page."""
    reader = PdfReader(write(paper.laid_out(), folder / "contract.pdf"))
    return [page.extract_text() for page in reader.pages]


def together(pages: Sequence[str]) -> str:
    """Without what a line's end or a table adds."""
    return "".join("".join(pages).split())
