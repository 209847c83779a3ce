"""How a request of each kind looks to its approver: the table that a new kind adds a line to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dialogs import (
    appeal,
    contract_face,
    correct_customer,
    protection,
    register_agency,
    registration_face,
    report_customer,
    report_face,
)
from dialogs.core.ask import Ask
from dialogs.core.field import Option
from dialogs.core.screen import Button, Row, Wording, say
from domain.approvals import Approval, Kind


def _nothing(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """Most refusals mean what they say."""
    return ()


@dataclass(frozen=True, slots=True)
class Face:
    """`asking` is everything needed to decide at a glance, `verbs` the rows that decide, `settled` what became of it: by
    whom and when, in place of the buttons; `detail` opens the whole."""

    asking: Callable[[Ask, int], tuple[Wording, ...]]
    verbs: Callable[[Ask, int], tuple[Row, ...]]
    settled: Callable[[Ask, int], tuple[Wording, ...]]
    detail: Callable[[Approval], Button]
    mendable: tuple[Option, ...] = ()
    """The fields that a return may name."""
    refusing: Callable[[Ask, int], tuple[Wording, ...]] = _nothing
    """What comes of a refusal beyond itself, told before its reason is asked."""


def _fields(stem: str, names: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(name, say(f"{stem}-{name.replace('_', '-')}")) for name in names)


_PROTECTION = Face(
    protection.asking, protection.verbs, protection.settled, protection.detail, refusing=protection.refusing
)

FACES: Mapping[Kind, Face] = {
    Kind.AGENCY_REGISTRATION: Face(
        registration_face.asking,
        registration_face.verbs,
        registration_face.settled,
        registration_face.detail,
        _fields("register-agency", register_agency.MENDABLE),
    ),
    Kind.CUSTOMER_REPORT: Face(
        report_face.asking,
        report_face.verbs,
        report_face.settled,
        report_face.detail,
        _fields("report-customer", report_customer.MENDABLE),
    ),
    Kind.CONTRACT: Face(
        contract_face.asking,
        contract_face.verbs,
        contract_face.settled,
        contract_face.detail,
        contract_face.MENDABLE,
    ),
    Kind.EXTENSION: _PROTECTION,
    Kind.STAGE_CONFIRMATION: _PROTECTION,
    Kind.PRODUCTION_REVIEW: _PROTECTION,
    Kind.APPEAL: Face(appeal.asking, appeal.verbs, appeal.settled, appeal.detail),
    Kind.DATA_CHANGE: Face(
        correct_customer.asking, correct_customer.verbs, correct_customer.settled, correct_customer.detail
    ),
}
