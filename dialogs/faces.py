"""How a request of each kind looks to its approver: the table that a new kind adds a line to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dialogs import appeal, correct_customer, protection, report_face
from dialogs.core.ask import Ask
from dialogs.core.screen import Button, Row, Wording
from domain.approvals import Approval, Kind


@dataclass(frozen=True, slots=True)
class Face:
    """`asking` is everything needed to decide at a glance, `verbs` the rows that decide, `settled` what became of it: by
    whom and when, in place of the buttons; `detail` opens the whole."""

    asking: Callable[[Ask, int], tuple[Wording, ...]]
    verbs: Callable[[Ask, int], tuple[Row, ...]]
    settled: Callable[[Ask, int], tuple[Wording, ...]]
    detail: Callable[[Approval], Button]


_PROTECTION = Face(protection.asking, protection.verbs, protection.settled, protection.detail)

FACES: Mapping[Kind, Face] = {
    Kind.CUSTOMER_REPORT: Face(report_face.asking, report_face.verbs, report_face.settled, report_face.detail),
    Kind.EXTENSION: _PROTECTION,
    Kind.STAGE_CONFIRMATION: _PROTECTION,
    Kind.PRODUCTION_REVIEW: _PROTECTION,
    Kind.APPEAL: Face(appeal.asking, appeal.verbs, appeal.settled, appeal.detail),
    Kind.DATA_CHANGE: Face(
        correct_customer.asking, correct_customer.verbs, correct_customer.settled, correct_customer.detail
    ),
}
