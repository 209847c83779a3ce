"""Approvals: requests, their steps and approvers, the record of decisions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import TypeVarTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from domain.approvals.records import (
    BESIDE,
    Approval,
    ApprovalId,
    ApprovalState,
    ApprovalStep,
    Decision,
    FieldChange,
    Verb,
)
from domain.base.errors import NotFound
from domain.base.kinds import Kind
from domain.base.rights import Reach
from domain.customers.records import CustomerState
from domain.people.records import AccountId, AgencyId
from storage.engine import Found, Query
from storage.engine.errors import Conflict
from storage.engine.reach import WHOSE, shape
from storage.engine.statements import each_once, fixed, once
from storage.records.kept_files import files_from_json, files_to_json
from storage.tables.approvals import approval_approvers, approval_steps, approvals, decisions
from storage.tables.customers import customers
from storage.tables.people import accounts, agencies
from storage.tables.petitions import appeals, corrections
from storage.tables.protection import protection_requests
from storage.tables.reports import reports

Ts = TypeVarTuple("Ts")
_LOCKED = fixed(select(approvals).where(approvals.c.id == bindparam("approval")).with_for_update())
_STEP_OF = (
    approval_steps.c.level.label("at_level"),
    approval_steps.c.due_at,
    approval_approvers.c.account_id,
    approval_approvers.c.escalated,
)
_ASKED_AT = and_(
    approval_approvers.c.approval_id == approval_steps.c.approval_id,
    approval_approvers.c.level == approval_steps.c.level,
)
_IN_ORDER = (approval_steps.c.level, approval_approvers.c.account_id)
_STEPS_OF: Query = fixed(
    select(approval_steps.c.approval_id, *_STEP_OF)
    .outerjoin(approval_approvers, _ASKED_AT)
    .where(approval_steps.c.approval_id.in_(bindparam("approvals", expanding=True)))
    .order_by(approval_steps.c.approval_id, *_IN_ORDER)
)
_WITH_STEPS = (
    select(approvals, *_STEP_OF)
    .outerjoin(approval_steps, approval_steps.c.approval_id == approvals.c.id)
    .outerjoin(approval_approvers, _ASKED_AT)
    .order_by(*_IN_ORDER)
)
_ONE = fixed(_WITH_STEPS.where(approvals.c.id == bindparam("approval")))
_NEWEST = select(func.max(approvals.c.id)).where(
    approvals.c.kind == bindparam("kind"), approvals.c.subject_id == bindparam("subject")
)
_OF_SUBJECT = fixed(_WITH_STEPS.where(approvals.c.id == _NEWEST.scalar_subquery()))
_DECISIONS = fixed(select(decisions).where(decisions.c.approval_id == bindparam("approval")).order_by(decisions.c.id))
_STEP, _ASKED, _NOTE = fixed(insert(approval_steps)), fixed(insert(approval_approvers)), fixed(insert(decisions))
_CHANGE = fixed(
    update(approvals)
    .where(approvals.c.id == bindparam("approval"), approvals.c.revision == bindparam("before"))
    .values(state=bindparam("state"), level=bindparam("level"), revision=bindparam("revision"))
)


def _asked_for(by: str, kinds: frozenset[Kind], open_only: bool) -> list[ColumnElement[bool]]:
    where = [_within(by), approvals.c.kind.in_(sorted(each.value for each in kinds))]
    return [*where, *([approvals.c.state == ApprovalState.PENDING.value] if open_only else [])]


@each_once
def _count(by: str, kinds: frozenset[Kind], open_only: bool) -> Select[int]:
    return select(func.count()).select_from(approvals).where(*_asked_for(by, kinds, open_only))


@each_once
def _page(by: str, kinds: frozenset[Kind], open_only: bool) -> Query:
    newest = select(approvals).where(*_asked_for(by, kinds, open_only)).order_by(approvals.c.id.desc())
    return newest.limit(bindparam("most")).offset(bindparam("first"))


def _waiting(query: Select[*Ts]) -> Select[*Ts]:
    """Pending, and one of the accounts is asked at the present level."""
    named = select(approval_approvers.c.approval_id, approval_approvers.c.level)
    asked = (
        named.where(approval_approvers.c.account_id.in_(bindparam("accounts", expanding=True))).distinct().subquery()
    )
    at_level = (asked.c.approval_id == approvals.c.id) & (asked.c.level == approvals.c.level)
    return query.join(asked, at_level).where(approvals.c.state == ApprovalState.PENDING.value)


_WAITING = fixed(_waiting(select(approvals)).order_by(approvals.c.id))
_COUNT_WAITING = fixed(_waiting(select(approvals.c.kind, func.count())).group_by(approvals.c.kind))


_SUBJECTS = (
    (reports, (Kind.CUSTOMER_REPORT,)),
    (appeals, (Kind.APPEAL,)),
    (corrections, (Kind.DATA_CHANGE,)),
    (protection_requests, (Kind.EXTENSION, Kind.STAGE_CONFIRMATION, Kind.PRODUCTION_REVIEW)),
)
"""What the requests about a customer ask for, and in which tables that stands."""
_CUSTOMERS: BindParameter[int] = bindparam("customers", expanding=True)
_ABOUT: Query = fixed(
    select(approvals)
    .where(
        or_(
            *(
                approvals.c.kind.in_([kind.value for kind in kinds])
                & approvals.c.subject_id.in_(select(table.c.id).where(table.c.customer_id.in_(_CUSTOMERS)))
                for table, kinds in _SUBJECTS
            )
        )
    )
    .order_by(approvals.c.id)
)


class StoredApprovals:
    """Fulfils `domain.approvals.records.Approvals`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, approval_id: int, *, lock: bool = False) -> Approval:
        this = {"approval": approval_id}
        # Under its lock the steps are read after it: a statement that waited would show them as they stood before.
        found = next(iter(self._found(_LOCKED, this)), None) if lock else self._one(_ONE, this)
        if found is None:
            raise NotFound("approval")
        return found

    def of_subject(self, kind: Kind, subject_id: int) -> Approval | None:
        return self._one(_OF_SUBJECT, {"kind": kind.value, "subject": subject_id})

    def add(
        self,
        *,
        kind: Kind,
        subject_id: int,
        agency_id: int,
        applicant_id: int,
        steps: Sequence[ApprovalStep],
        now: datetime,
    ) -> Approval:
        made = self.conn.execute(
            *once(
                lambda _: insert(approvals).returning(approvals),
                kind=kind.value,
                subject_id=subject_id,
                agency_id=agency_id,
                applicant_id=applicant_id,
                state=ApprovalState.PENDING.value,
                level=1,
                started_at=now,
                revision=1,
            )
        ).one()
        self._write_steps(made.id, steps)
        return _approval(made, {each.level: each for each in steps})

    def change(
        self, approval: Approval, *, state: ApprovalState, level: int = 1, steps: Sequence[ApprovalStep] | None = None
    ) -> Approval:
        done = self.conn.execute(
            _CHANGE,
            {
                "approval": approval.id,
                "before": approval.revision,
                "state": state.value,
                "level": level,
                "revision": approval.revision + 1,
            },
        )
        if done.rowcount != 1:
            raise Conflict(f"approval {approval.id} was changed meanwhile")
        if steps is not None:
            self.conn.execute(delete(approval_approvers).where(approval_approvers.c.approval_id == approval.id))
            self.conn.execute(delete(approval_steps).where(approval_steps.c.approval_id == approval.id))
            self._write_steps(approval.id, steps)
            approval = replace(approval, steps=tuple(steps))
        return replace(approval, state=state, level=level, revision=approval.revision + 1)

    def note(self, approval_id: int, decision: Decision) -> None:
        self.conn.execute(
            _NOTE,
            {
                "approval_id": approval_id,
                "verb": decision.verb.value,
                "by": decision.by,
                "at": decision.at,
                "level": decision.level,
                "reason": decision.reason,
                "fields": list(decision.fields),
                "instead_of": decision.instead_of,
                "handed_to": decision.to,
                "changes": [[each.field, each.before, each.after] for each in decision.changes] or None,
                "files": files_to_json(decision.files) or None,
            },
        )

    def decisions(self, approval_id: int) -> Sequence[Decision]:
        return [each for each in self.record(approval_id) if each.verb not in BESIDE]

    def record(self, approval_id: int) -> Sequence[Decision]:
        rows = self.conn.execute(_DECISIONS, {"approval": approval_id})
        return [
            Decision(
                verb=Verb(row.verb),
                by=AccountId(row.by),
                at=row.at,
                level=row.level,
                reason=row.reason,
                fields=tuple(row.fields),
                instead_of=AccountId(row.instead_of) if row.instead_of is not None else None,
                to=AccountId(row.handed_to) if row.handed_to is not None else None,
                changes=tuple(FieldChange(*each) for each in row.changes or ()),
                files=files_from_json(row.files or ()),
            )
            for row in rows
        ]

    def about(self, customers: Collection[int]) -> Sequence[Approval]:
        return self._found(_ABOUT, {"customers": list(customers)})

    def waiting_for(self, accounts: Collection[int]) -> Sequence[Approval]:
        return self._found(_WAITING, {"accounts": list(accounts)})

    def naming(self, account_id: int) -> Sequence[Approval]:
        at = approval_approvers.c
        undecided = select(at.approval_id).where(
            at.account_id == account_id, at.approval_id == approvals.c.id, at.level >= approvals.c.level
        )
        pending = approvals.c.state == ApprovalState.PENDING.value
        return self._read(select(approvals).where(pending, undecided.exists()).order_by(approvals.c.id))

    def open_of(self, agency_id: int, kinds: Collection[Kind]) -> Sequence[Approval]:
        states = [ApprovalState.PENDING.value, ApprovalState.RETURNED.value]
        query = select(approvals).where(approvals.c.agency_id == agency_id, approvals.c.state.in_(states))
        return self._read(query.where(approvals.c.kind.in_([each.value for each in kinds])).order_by(approvals.c.id))

    def asked_by(
        self, reach: Reach, kinds: Collection[Kind], *, open_only: bool, offset: int, limit: int
    ) -> tuple[Sequence[Approval], int]:
        by, of = shape(reach)
        what = (by, frozenset(kinds), open_only)
        total = self.conn.execute(_count(*what), of).scalar_one()
        return self._found(_page(*what), {**of, "most": limit, "first": offset}) if limit else (), total

    def count_waiting(self, account_id: int) -> Mapping[Kind, int]:
        return {Kind(kind): count for kind, count in self.conn.execute(_COUNT_WAITING, {"accounts": [account_id]})}

    def _write_steps(self, approval_id: int, steps: Sequence[ApprovalStep]) -> None:
        levels = [{"approval_id": approval_id, "level": step.level, "due_at": step.due_at} for step in steps]
        asked = [
            {"approval_id": approval_id, "level": step.level, "account_id": each, "escalated": each in step.escalated}
            for step in steps
            for each in step.approvers
        ]
        for statement, rows in ((_STEP, levels), (_ASKED, asked)):
            if rows:
                self.conn.execute(statement, rows)

    def _read(self, query: Query) -> list[Approval]:
        return self._found(query, {})

    def _found(self, query: Query, parameters: Mapping[str, object]) -> list[Approval]:
        rows = self.conn.execute(query, parameters).all()
        steps = self._steps([row.id for row in rows])
        return [_approval(row, steps.get(row.id, {})) for row in rows]

    def _one(self, query: Query, parameters: Mapping[str, object]) -> Approval | None:
        rows = self.conn.execute(query, parameters).all()
        return _approval(rows[0], _levels(row for row in rows if row.at_level is not None)) if rows else None

    def _steps(self, approval_ids: Sequence[int]) -> dict[int, dict[int, ApprovalStep]]:
        """By approval and level."""
        rows = self.conn.execute(_STEPS_OF, {"approvals": approval_ids}) if approval_ids else ()
        return {approval: _levels(its) for approval, its in groupby(rows, lambda row: row.approval_id)}


def _approval(row: Found, levels: Mapping[int, ApprovalStep]) -> Approval:
    return Approval(
        id=ApprovalId(row.id),
        kind=Kind(row.kind),
        subject_id=row.subject_id,
        agency_id=AgencyId(row.agency_id),
        applicant_id=AccountId(row.applicant_id),
        state=ApprovalState(row.state),
        level=row.level,
        steps=tuple(levels.values()),
        started_at=row.started_at,
        revision=row.revision,
    )


def _levels(rows: Iterable[Found]) -> dict[int, ApprovalStep]:
    levels: dict[int, ApprovalStep] = {}
    for row in rows:
        step = levels.get(row.at_level, ApprovalStep(level=row.at_level, approvers=(), due_at=row.due_at))
        asked = row.account_id is not None
        levels[row.at_level] = _with(step, AccountId(row.account_id), escalated=row.escalated) if asked else step
    return levels


def _with(step: ApprovalStep, account: AccountId, *, escalated: bool) -> ApprovalStep:
    more = (account,) if escalated else ()
    return replace(step, approvers=(*step.approvers, account), escalated=(*step.escalated, *more))


def _within(by: str) -> ColumnElement[bool]:
    match by:
        case "all":
            return true()
        case "unit":
            return approvals.c.agency_id.in_(select(agencies.c.id).where(agencies.c.unit_id == WHOSE))
        case "agency":
            return approvals.c.agency_id == WHOSE
        case _:
            now = [_contact_now(appeals, Kind.APPEAL), _contact_now(corrections, Kind.DATA_CHANGE)]
            theirs = approvals.c.agency_id.in_(select(accounts.c.agency_id).where(accounts.c.id == WHOSE))
            return theirs & (func.coalesce(*now, approvals.c.applicant_id) == WHOSE)


def _contact_now(subjects: Table, kind: Kind) -> ColumnElement[int | None]:
    """Whose such a request is now, as `domain.customers.askers` has it: the contact's of a customer that its agency holds."""
    return (
        select(customers.c.contact_id)
        .join(subjects, subjects.c.customer_id == customers.c.id)
        .where(
            approvals.c.kind == kind.value,
            subjects.c.id == approvals.c.subject_id,
            customers.c.state == CustomerState.PROTECTED.value,
            customers.c.agency_id == approvals.c.agency_id,
        )
        .correlate(approvals)
        .scalar_subquery()
    )
