"""What the model does to a request, and what it asks for: one act each, in the transaction of whoever does it."""

from __future__ import annotations

from collections.abc import Callable

from bot.serving.work import DeskWork
from domain.agencies import filing
from domain.approvals import deciding
from domain.approvals.records import Approval
from domain.approvals.request_kinds import KINDS
from domain.base.kinds import Kind
from domain.base.written import Written
from domain.questions import answering
from domain.registration import agency_claims, registering
from tests.rules.kinds import renaming


def decide(work: DeskWork, approval: Approval, verb: str) -> None:
    match verb:
        case _ if KINDS[approval.kind].answered:
            answering.answer(work, answering.AnswerQuestion(approval=approval.id, words=Written("可以")))
        case "approve":
            deciding.approve(work, deciding.Approve(approval=approval.id))
        case "reject":
            deciding.reject(work, deciding.Reject(approval=approval.id, reason="资料不实"))
        case _:
            fields = ("volume",) if approval.kind is Kind.CUSTOMER_REPORT else ("name",)
            deciding.return_(work, deciding.Return(approval=approval.id, fields=fields, reason="请补充"))


def deciding_by(approval: Approval, verb: str) -> Callable[[DeskWork], None]:
    return lambda work: decide(work, approval, verb)


def renames(work: DeskWork, name: str) -> None:
    filing.correct(work, renaming(work, name))


def registers(work: DeskWork, command: registering.RegisterAgency) -> None:
    registering.register(work, command)


def claims(work: DeskWork, command: agency_claims.ClaimAgency) -> None:
    agency_claims.claim(work, command)
