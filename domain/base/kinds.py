"""The kinds of requests, by the names under which the policy and the records know them. What each of them is, its matter
registers (`request_kinds`)."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    AGENCY_REGISTRATION = "agency_registration"
    CUSTOMER_REPORT = "customer_report"
    CONTRACT = "contract"
    CONTRACT_AMENDMENT = "contract_amendment"
    EXTENSION = "extension"
    STAGE_CONFIRMATION = "stage_confirmation"
    PRODUCTION_REVIEW = "production_review"
    """Whether a customer in mass production is kept; every *policy* months."""
    APPEAL = "appeal"
    DATA_CHANGE = "data_change"
    AGENCY_CHANGE = "agency_change"
    """An agency's name or code."""
    AGENCY_CLAIM = "agency_claim"
    """申请核实: whoever registers says that an agency that is known is his."""
    QUESTION = "question"
    """问渠道经理: answered in words."""
