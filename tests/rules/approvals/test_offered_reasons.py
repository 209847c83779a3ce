"""The reasons that the default policy offers, for every kind of request."""

from __future__ import annotations

import pytest

from domain.approvals.request_kinds import KINDS
from domain.base import policy
from domain.base.kinds import Kind


@pytest.mark.parametrize("kind", [each for each in Kind if not KINDS[each].answered])
def test_every_kind_of_request_has_reasons_for_what_an_approver_can_do_in_both_languages(kind: Kind) -> None:
    reasons = policy.default().reasons.of(kind)
    assert reasons.reject
    assert bool(reasons.send_back) == (KINDS[kind].returned is not None)
    assert all(each.english for each in (*reasons.reject, *reasons.send_back))
