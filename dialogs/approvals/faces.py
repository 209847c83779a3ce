"""How a request of each kind looks to its approver: the table that a new kind adds a line to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dialogs.agencies import changes as agency_changes
from dialogs.contracts import amendment_face
from dialogs.contracts import face as contract_face
from dialogs.core.ask import Ask
from dialogs.core.field import Option
from dialogs.core.page import Open
from dialogs.core.screen import Button, Row, Say, Wording, say
from dialogs.petitions import appeal, correct_customer
from dialogs.protection import keeping as protection
from dialogs.questions import face as question
from dialogs.registration import claim_face, register_agency
from dialogs.registration import face as registration_face
from dialogs.reports import face as report_face
from dialogs.reports import report_customer
from domain.approvals import briefs
from domain.approvals.records import Approval, FieldChange
from domain.base.kinds import Kind


def _no_rows(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    return ()


def _plainly(change: FieldChange) -> Wording:
    return say("approval-change", label=change.field, before=change.before, after=change.after)


def _takes_no_reply(ask: Ask, approval_id: int) -> Say:
    return say("approval-takes-no-reply", number=ask(briefs.brief, ask(briefs.approval, approval_id)).number)


def _nothing(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """Most refusals mean what they say."""
    return ()


@dataclass(frozen=True, slots=True)
class Face:
    """`asking` is everything needed to decide at a glance, `verbs` the rows that decide, `outcome` what became of it: by
    whom and when, in place of the buttons. [详情] adds to this what `more` tells, and the rows of `beside` that open more.
    `look` is how whoever asked for it opens it."""

    asking: Callable[[Ask, int], tuple[Wording, ...]]
    verbs: Callable[[Ask, int], tuple[Row, ...]]
    outcome: Callable[[Ask, int], tuple[Wording, ...]]
    more: Callable[[Ask, int], tuple[Wording, ...]]
    look: Callable[[Approval], Button]
    beside: Callable[[Ask, int], tuple[Row, ...]] = _no_rows
    mendable: tuple[Option, ...] = ()
    """The fields that a return may name."""
    refusing: Callable[[Ask, int], tuple[Wording, ...]] = _nothing
    """What comes of a refusal beyond itself, told before its reason is asked."""
    late: Callable[[Ask, int], Open | Say] = _takes_no_reply
    """What a reply to its card opens, or is told, once no button hears one."""
    mended: Callable[[FieldChange], Wording] = _plainly
    """A field that was returned, as it was and as it came back."""


def _fields(stem: str, names: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(name, say(f"{stem}-{name.replace('_', '-')}")) for name in names)


_PROTECTION = Face(
    protection.asking,
    protection.verbs,
    protection.outcome,
    protection.more,
    protection.look,
    refusing=protection.refusing,
)

FACES: Mapping[Kind, Face] = {
    Kind.AGENCY_REGISTRATION: Face(
        registration_face.asking,
        registration_face.verbs,
        registration_face.outcome,
        registration_face.more,
        registration_face.look,
        mendable=_fields("register-agency", register_agency.MENDABLE),
        mended=registration_face.mended,
    ),
    Kind.CUSTOMER_REPORT: Face(
        report_face.asking,
        report_face.verbs,
        report_face.outcome,
        report_face.more,
        report_face.look,
        mendable=_fields("report-customer", report_customer.MENDABLE),
        mended=report_face.mended,
    ),
    Kind.CONTRACT: Face(
        contract_face.asking,
        contract_face.verbs,
        contract_face.outcome,
        contract_face.more,
        contract_face.look,
        contract_face.beside,
        contract_face.MENDABLE,
    ),
    Kind.CONTRACT_AMENDMENT: Face(
        amendment_face.asking,
        amendment_face.verbs,
        amendment_face.outcome,
        amendment_face.more,
        amendment_face.look,
        amendment_face.beside,
        amendment_face.MENDABLE,
        mended=amendment_face.mended,
    ),
    Kind.EXTENSION: _PROTECTION,
    Kind.STAGE_CONFIRMATION: _PROTECTION,
    Kind.PRODUCTION_REVIEW: _PROTECTION,
    Kind.APPEAL: Face(appeal.asking, appeal.verbs, appeal.outcome, appeal.more, appeal.look, appeal.beside),
    Kind.DATA_CHANGE: Face(
        correct_customer.asking,
        correct_customer.verbs,
        correct_customer.outcome,
        correct_customer.more,
        correct_customer.look,
        correct_customer.beside,
    ),
    Kind.AGENCY_CLAIM: Face(
        claim_face.asking, claim_face.verbs, claim_face.outcome, claim_face.more, claim_face.look, claim_face.beside
    ),
    Kind.QUESTION: Face(
        question.asking, question.verbs, question.outcome, question.more, question.look, late=question.late
    ),
    Kind.AGENCY_CHANGE: Face(
        agency_changes.asking,
        agency_changes.verbs,
        agency_changes.outcome,
        agency_changes.more,
        agency_changes.look,
        agency_changes.beside,
    ),
}

question.LOOKS.update((kind, face.look) for kind, face in FACES.items())
