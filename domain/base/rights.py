"""The rights table: role × action → how far it reaches.

Rights are checked at the moment of the act, whatever button led there: `demand` raises, `reach` gives the same
answer as a filter for lists and searches. (docs/people.md.)
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.base.errors import NotAllowed


class Scope(StrEnum):
    """How far a right reaches, narrowest first."""

    OWN = "own"
    """Records whose contact (or assigned engineer, or author) is the account itself."""
    AGENCY = "agency"
    UNIT = "unit"
    """Records of the agencies in the manager's unit."""
    ALL = "all"


WIDTH = {Scope.OWN: 1, Scope.AGENCY: 2, Scope.UNIT: 3, Scope.ALL: 4}


class Action(StrEnum):
    REPORT_CUSTOMER = "report_customer"
    NAME_CONTACT = "name_contact"
    """Report for a named colleague."""
    SEE_CUSTOMERS = "see_customers"
    SEE_BOARD = "see_board"
    """How customers are spread over colleagues, and who leaves which alone."""
    SEE_REQUESTS = "see_requests"
    WITHDRAW_REPORT = "withdraw_report"
    KEEP_CUSTOMER = "keep_customer"
    """Ask for an extension of a protected customer, or give it up."""
    SEE_POOL = "see_pool"
    ANNOUNCE = "announce"
    DECIDE = "decide"
    """Be an approver at all; who may decide *this* request is the approval's own business."""
    SEE_REFUSED = "see_refused"
    WRITE_FOLLOW_UP = "write_follow_up"
    ASSIGN_ENGINEERS = "assign_engineers"
    KEEP_COUNTERPARTS = "keep_counterparts"
    """Add, change and remove people at a customer that one sees."""
    COMMENT = "comment"
    """A word of the vendor's on a follow-up report; whom it concerns may answer."""
    ASK_MANAGER = "ask_manager"
    """问渠道经理, on whatever record one may see."""
    SEE_QUESTIONS = "see_questions"
    GIVE_FEEDBACK = "give_feedback"
    ANSWER_FEEDBACK = "answer_feedback"
    HAND_OVER = "hand_over"
    """Give a customer, or all that somebody has, to a colleague of his."""
    CORRECT_CUSTOMER = "correct_customer"
    NAME_ALIASES = "name_aliases"
    MERGE_CUSTOMERS = "merge_customers"
    MANAGE_AGENCY_PEOPLE = "manage_agency_people"
    MANAGE_OWNERS = "manage_owners"
    MANAGE_VENDOR_PEOPLE = "manage_vendor_people"
    MANAGE_AGENCIES = "manage_agencies"
    KEEP_AGENCY_FILE = "keep_agency_file"
    """Look at an agency's file, correct it, ask for another name or code."""
    MANAGE_UNITS = "manage_units"
    GRANT_ADMINISTRATOR = "grant_administrator"
    SET_DEPUTY = "set_deputy"
    """Give oneself a deputy while away; a unit's head also gives its managers one (`deputising`)."""
    SEE_AUDIT = "see_audit"
    SEE_DISPUTES = "see_disputes"
    """What happened to a customer over all agencies; of a unit's managers its head alone (`domain.disputes.scope`)."""
    MANAGE_CONTRACTS = "manage_contracts"
    """Fill in, submit and withdraw contracts."""
    SEE_CONTRACTS = "see_contracts"
    SET_APPROVAL_PATHS = "set_approval_paths"
    IMPORT_CUSTOMERS = "import_customers"
    KEEP_DIRECT = "keep_direct"
    """The list of the vendor's own accounts."""
    LOG_ORDERS = "log_orders"
    """Log, correct and void orders, returns and deliveries."""
    SEE_ORDERS = "see_orders"
    SEE_FORECAST = "see_forecast"
    CONFIRM_LATE_ORDERS = "confirm_late_orders"
    """补录: let an order count in a month that is closed."""
    SET_TARGETS = "set_targets"
    """What a unit, an agency or a salesperson is to sell."""
    SET_RATES = "set_rates"
    """What a foreign currency is worth in yuan, by month."""
    SEE_FAILURES = "see_failures"
    """What failed for a reason that nobody foresaw, to try it again."""
    SEE_JOBS = "see_jobs"
    """Look at what was put to be done aside, pause and cancel it."""


RIGHTS: dict[Action, dict[str, Scope]] = {
    Action.REPORT_CUSTOMER: {"owner": Scope.AGENCY, "salesperson": Scope.OWN},
    Action.NAME_CONTACT: {"owner": Scope.AGENCY},
    Action.SEE_CUSTOMERS: {
        "owner": Scope.AGENCY,
        "salesperson": Scope.OWN,
        "engineer": Scope.OWN,
        "assistant": Scope.AGENCY,
        "manager": Scope.UNIT,
        "administrator": Scope.ALL,
    },
    Action.SEE_BOARD: {"owner": Scope.AGENCY, "manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.SEE_REQUESTS: {
        "owner": Scope.AGENCY,
        "salesperson": Scope.OWN,
        "manager": Scope.UNIT,
        "administrator": Scope.ALL,
    },
    Action.WITHDRAW_REPORT: {"owner": Scope.AGENCY, "salesperson": Scope.OWN},
    Action.KEEP_CUSTOMER: {"owner": Scope.AGENCY, "salesperson": Scope.OWN},
    Action.SEE_POOL: {
        "owner": Scope.ALL,
        "salesperson": Scope.ALL,
        "manager": Scope.ALL,
        "administrator": Scope.ALL,
    },
    Action.ANNOUNCE: {"manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.DECIDE: {"manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.WRITE_FOLLOW_UP: {"owner": Scope.AGENCY, "salesperson": Scope.OWN, "engineer": Scope.OWN},
    Action.ASSIGN_ENGINEERS: {"owner": Scope.AGENCY, "salesperson": Scope.OWN},
    Action.KEEP_COUNTERPARTS: {
        "owner": Scope.AGENCY,
        "salesperson": Scope.OWN,
        "engineer": Scope.OWN,
        "assistant": Scope.AGENCY,
    },
    Action.COMMENT: {"manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.SEE_REFUSED: {"manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.ASK_MANAGER: {
        "owner": Scope.AGENCY,
        "salesperson": Scope.OWN,
        "engineer": Scope.OWN,
        "assistant": Scope.OWN,
    },
    Action.SEE_QUESTIONS: {
        "owner": Scope.AGENCY,
        "salesperson": Scope.OWN,
        "engineer": Scope.OWN,
        "assistant": Scope.OWN,
        "manager": Scope.UNIT,
        "administrator": Scope.ALL,
    },
    Action.GIVE_FEEDBACK: {
        "owner": Scope.OWN,
        "salesperson": Scope.OWN,
        "engineer": Scope.OWN,
        "assistant": Scope.OWN,
        "manager": Scope.OWN,
        "administrator": Scope.OWN,
    },
    Action.ANSWER_FEEDBACK: {"administrator": Scope.ALL},
    Action.HAND_OVER: {"owner": Scope.AGENCY, "manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.CORRECT_CUSTOMER: {"owner": Scope.AGENCY, "salesperson": Scope.OWN},
    Action.NAME_ALIASES: {"manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.MERGE_CUSTOMERS: {"administrator": Scope.ALL},
    Action.MANAGE_AGENCY_PEOPLE: {"owner": Scope.AGENCY, "manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.MANAGE_OWNERS: {"manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.MANAGE_VENDOR_PEOPLE: {"manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.MANAGE_AGENCIES: {"manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.KEEP_AGENCY_FILE: {"owner": Scope.AGENCY, "manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.MANAGE_UNITS: {"administrator": Scope.ALL},
    Action.GRANT_ADMINISTRATOR: {"administrator": Scope.ALL},
    Action.SET_DEPUTY: {"manager": Scope.OWN, "administrator": Scope.ALL},
    Action.SEE_AUDIT: {"administrator": Scope.ALL},
    Action.SEE_DISPUTES: {"manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.IMPORT_CUSTOMERS: {"administrator": Scope.ALL},
    Action.SEE_FAILURES: {"administrator": Scope.ALL},
    Action.KEEP_DIRECT: {"administrator": Scope.ALL},
    Action.SEE_JOBS: {
        "owner": Scope.OWN,
        "salesperson": Scope.OWN,
        "engineer": Scope.OWN,
        "assistant": Scope.OWN,
        "manager": Scope.OWN,
        "administrator": Scope.ALL,
    },
    Action.LOG_ORDERS: {"owner": Scope.AGENCY, "assistant": Scope.AGENCY, "salesperson": Scope.OWN},
    Action.SEE_ORDERS: {
        "owner": Scope.AGENCY,
        "assistant": Scope.AGENCY,
        "salesperson": Scope.OWN,
        "manager": Scope.UNIT,
        "administrator": Scope.ALL,
    },
    Action.SEE_FORECAST: {
        "owner": Scope.AGENCY,
        "salesperson": Scope.OWN,
        "manager": Scope.UNIT,
        "administrator": Scope.ALL,
    },
    Action.CONFIRM_LATE_ORDERS: {"owner": Scope.AGENCY},
    Action.SET_TARGETS: {"owner": Scope.AGENCY, "manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.SET_RATES: {"administrator": Scope.ALL},
    Action.MANAGE_CONTRACTS: {"owner": Scope.AGENCY},
    Action.SEE_CONTRACTS: {"owner": Scope.AGENCY, "manager": Scope.UNIT, "administrator": Scope.ALL},
    Action.SET_APPROVAL_PATHS: {"administrator": Scope.ALL},
}


FORMER = frozenset(
    {
        Action.SEE_CUSTOMERS,
        Action.SEE_REQUESTS,
        Action.SEE_CONTRACTS,
        Action.SEE_JOBS,
        Action.SEE_ORDERS,
        Action.SEE_QUESTIONS,
    }
)
"""What is left to the people of an agency that has ended: their own records, while those are theirs. No pool, no check
of names, nothing new."""


class Actor(Protocol):
    """What the table needs to know of an account."""

    @property
    def id(self) -> int: ...
    @property
    def roles(self) -> frozenset[str]: ...
    @property
    def active(self) -> bool: ...
    @property
    def former(self) -> bool: ...
    @property
    def agency_id(self) -> int | None: ...
    @property
    def unit_id(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Belongs:
    """Where a record belongs: the accounts that call it their own, its agency, that agency's unit."""

    accounts: frozenset[int] = frozenset()
    agency_id: int | None = None
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """A scope bound to an account: what a list may show. Exactly one of the fields speaks; `all` for everything."""

    account_id: int | None = None
    agency_id: int | None = None
    unit_id: int | None = None
    all: bool = False

    def covers(self, of: Belongs) -> bool:
        return (
            self.all
            or (self.account_id is not None and self.account_id in of.accounts)
            or (self.agency_id is not None and self.agency_id == of.agency_id)
            or (self.unit_id is not None and self.unit_id == of.unit_id)
        )


EVERYTHING = Reach(all=True)


def scope(actor: Actor, action: Action) -> Scope | None:
    """The widest scope that any of the account's roles gives; None when it may not at all."""
    if not actor.active or (actor.former and action not in FORMER):
        return None
    scopes = [held for role, held in RIGHTS[action].items() if role in actor.roles]
    return max(scopes, key=WIDTH.__getitem__, default=None)


def reach(actor: Actor, action: Action) -> Reach:
    """The same as a filter. Raises `NotAllowed`."""
    match scope(actor, action):
        case Scope.ALL:
            return EVERYTHING
        case Scope.UNIT if actor.unit_id is not None:
            return Reach(unit_id=actor.unit_id)
        case Scope.AGENCY if actor.agency_id is not None:
            return Reach(agency_id=actor.agency_id)
        case Scope.OWN:
            return Reach(account_id=actor.id)
        case _:
            raise NotAllowed(action.value)


def may(actor: Actor, action: Action, of: Belongs | None = None) -> bool:
    """Whether the account may do it to a record that belongs there (to anything at all when `of` is None)."""
    try:
        held = reach(actor, action)
    except NotAllowed:
        return False
    return of is None or held.covers(of)


def demand(actor: Actor, action: Action, of: Belongs | None = None) -> None:
    """Raises `NotAllowed` unless `may`."""
    if not may(actor, action, of):
        raise NotAllowed(action.value)


def manages_people(actor: Actor) -> bool:
    """Whether 人员管理 is there for whoever acts so."""
    return may(actor, Action.MANAGE_AGENCY_PEOPLE) or may(actor, Action.MANAGE_VENDOR_PEOPLE)


def brings_lists(actor: Actor) -> bool:
    """Whether the account may send a list that isn't asked for: orders, or customers."""
    return may(actor, Action.LOG_ORDERS) or may(actor, Action.IMPORT_CUSTOMERS)
