"""Keeping a customer: 申请延期, 放弃保护, and the requests about its protection before their approver (docs/protection.md)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from typing_extensions import override

from dialogs.core.amounts import Whole
from dialogs.core.ask import Ask
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Say, Screen, Wording, act, say
from dialogs.core.verdicts import Mend
from dialogs.questions.keys import ask_row
from dialogs.shared import talk
from dialogs.shared.deciders import decided_by
from dialogs.shared.faces import Face, register
from dialogs.shared.list_page import OpenFirst
from dialogs.shared.words import BACK, HOME, button, danger, kind_of, opens, signed, stage
from domain.approvals import acting, granting
from domain.approvals.records import Approval
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.home import deciders as path_views
from domain.projects.records import Project
from domain.protection import customers as customer_views
from domain.protection import protecting
from domain.protection import views as protection_views
from domain.protection.records import ProtectionRequest, ProtectionRequestState
from domain.protection.views import Evidence, ProtectionRequestView

PROJECTS = 4
"""So many of a customer's projects stand on a card; the request in full shows as many as a screen carries."""
MANY = 20
MONTHS = ("个月", "个", "月", "months", "month", "mos", "mo")
"""What people write behind the number."""


def _longest(work: Work) -> int:
    return work.policy.protection.longest_extension


def _cool_down(work: Work) -> int:
    return work.policy.pool.cool_down_days


class AskExtension(Form[protecting.AskExtension], name="ask_extension"):
    """申请延期: months and why."""

    customer = source("customer", int)
    months = Whole(unit="months", words=MONTHS, at_least=1, examples=("3",), quick=(1, 3, 6))
    reason = Text(max_length=500, min_length=4, lines=True)

    @months.check
    def not_too_long(self, ask: Ask) -> Say | None:
        longest = ask(_longest)
        return say("extension-too-long", longest=longest) if self.months > longest else None

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return _kept(ask(protection_views.to_extend, self.customer))

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        return decided_by(ask, path_views.of_agency)

    @override
    def called(self) -> Wording | None:
        return self.ask(customer_views.customer, self.customer or 0).customer.name

    @override
    def done(self, result: ProtectionRequest, ask: Ask) -> Screen:
        view = ask(protection_views.of_request, result.id)
        lines = (
            say("extension-asked", number=result.number),
            say("strong", text=view.name),
            say("extension-asked-who", approvers=view.approvers),
        )
        look = opens(say("look-key"), "protection_request", request=result.id)
        return Screen(lines, ((look, HOME),))


class GiveUp(Form[protecting.GiveUp], name="give_up", submit="give-up-submit", danger=True):
    """放弃保护: the customer goes to the pool at once."""

    customer = source("customer", int)
    reason = Text(max_length=300, min_length=2)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (*_kept(ask(protection_views.to_keep, self.customer)), say("give-up-means", days=ask(_cool_down)))

    @override
    def called(self) -> Wording | None:
        return self.ask(customer_views.customer, self.customer or 0).customer.name

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        return Screen((say("given-up"),), ((opens(say("customers-entry"), "customers"), HOME),))


class GrantMonths(Form[granting.GrantMonths], name="grant_months", submit="approve-key"):
    """Other months than were wished for."""

    approval = source("approval", int)
    months = Whole(unit="months", words=MONTHS, at_least=1, examples=("3",))

    @months.check
    def not_too_long(self, ask: Ask) -> Say | None:
        longest = ask(_longest)
        return say("extension-too-long", longest=longest) if self.months > longest else None

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        view = ask(protection_views.of_approval, self.approval)
        wish = say("extension-wish", months=view.request.months or 0, reason=view.request.reason)
        return (say("strong", text=view.name), *_until(view.until, view.left or 0), wish)

    @override
    def done(self, result: Approval, ask: Ask) -> Screen:
        return Screen(outcome(ask, result.id), ((HOME,),))

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | None:
        return None


def _kept(found: protection_views.Keeping) -> tuple[Wording, ...]:
    """Which customer, and until when; who has no say in it (any more) learns it before being asked anything."""
    return (say("strong", text=found.name), *_until(found.until, found.left or 0))


def _until(until: date | None, left: int) -> tuple[Wording, ...]:
    """Past the end the customer is kept by what is undecided."""
    if until is None:
        return ()
    return (
        say("protection-past", until=until, days=-left)
        if left < 0
        else say("protection-until", until=until, days=left),
    )


def keeping_rows(ask: Ask, customer_id: int) -> tuple[Row, ...]:
    """The keys on a customer's card for who may keep it."""
    keeping = ask(protection_views.keeping, customer_id)
    if keeping is None:
        return ()
    give_up = opens(say("give-up-title"), "give_up", customer=customer_id)
    if keeping.pending is not None:
        return ((opens(say("extension-pending-key"), "protection_request", request=keeping.pending.id), give_up),)
    if keeping.may_extend:
        return ((opens(say("ask-extension-title"), "ask_extension", customer=customer_id), give_up),)
    return ((give_up,),)


# --- one request ----------------------------------------------------------------------------------------------------


class ProtectionRequestPage(Page):
    """A request in full, for both sides."""

    name = "protection_request"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(protection_views.of_request, _id(args, "request"))
        lines = [*_what(view), *_about(view), *_decisions(view), *talk.said(view.approval, ask)]
        if view.request.state is ProtectionRequestState.DROPPED:
            lines.append(_dropped(view))
        if view.request.pending:
            lines.append(say("request-with", approvers=view.approvers))
        rows: list[Row] = []
        if view.may_withdraw and args.get("sure"):
            lines += [say("withdrawing-releases")] if view.lost else []
            rows.append((danger("withdraw-sure-key", "sure"), button("keep-key", "keep")))
        elif view.may_withdraw:
            rows.append((button("withdraw-key", "withdraw"),))
        if view.request.pending and ask(acting.may_decide, view.approval):
            rows.append((opens(say("decide-key"), "approval", approval=view.approval.id),))
        if not args.get("sure"):
            rows += talk.answering(view.approval, ask, ask_row(ask, view.request.kind.value, view.request.id))
        return Screen(tuple(lines), (*rows, (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "sure":
            return Run(protecting.WithdrawExtension(request=_id(args, "request")))
        return Show({**args, "sure": act.verb == "withdraw"})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show({"request": _id(args, "request")}, toast=say("withdrawn-toast"))


class ProtectionRequests(OpenFirst[tuple[ProtectionRequest, str]]):
    """延期与阶段: extensions, stage confirmations and reviews, and what became of them."""

    name = "protection_requests"

    @override
    def found(
        self, args: Args, offset: int, limit: int, ask: Ask
    ) -> tuple[Sequence[tuple[ProtectionRequest, str]], int]:
        return ask(protection_views.requests, open_only=not self.everything(args), offset=offset, limit=limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        key = "protection-requests-title-all" if self.everything(args) else "protection-requests-title"
        return (say(key, count=total),)

    @override
    def row(self, place: int, row: tuple[ProtectionRequest, str], args: Args, ask: Ask) -> Sequence[Wording]:
        request, name = row
        kind, state = kind_of(request), _state(request.state)
        return (say("protection-requests-row", index=place, name=name, kind=kind, state=state, number=request.number),)

    @override
    def key(self, place: int, row: tuple[ProtectionRequest, str], args: Args, ask: Ask) -> Button:
        return opens(str(place), "protection_request", request=row[0].id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("requests-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((self.switch(args), BACK, HOME),)


# --- before the approver ----------------------------------------------------------------------------------------------


def asking(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(protection_views.of_approval, approval_id)
    due = view.approval.current.due_at
    late = (say("approval-due", at=view.request.asked_at, due=due),) if due is not None else ()
    return (*_what(view), *_about(view, shown=PROJECTS), *late)


def verbs(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    request = ask(protection_views.of_approval, approval_id).request
    match request.kind:
        case Kind.EXTENSION:
            grant = Button(say("grant-key", months=request.to_grant), act("approve"))
            other = opens(say("grant-other-key"), "grant_months", approval=approval_id)
            return ((grant,), (other, button("reject-key", "reject")))
        case Kind.PRODUCTION_REVIEW:
            return ((button("review-keep-key", "approve"), button("review-release-key", "reject")),)
        case _:
            return ((button("confirm-stage-key", "approve"),), (button("reject-key", "reject"),))


def refusing(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    return (say("refusing-releases"),) if ask(protection_views.of_approval, approval_id).lost else ()


def outcome(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(protection_views.of_approval, approval_id)
    lines: list[Wording] = list(_decisions(view)) or [_state(view.request.state)]
    if view.request.state is ProtectionRequestState.DROPPED:
        lines = [_dropped(view)]
    lines.append(say("protection-request-plain", kind=kind_of(view.request), number=view.request.number))
    lines.append(say("approval-who", name=view.name, agency=view.agency, person=view.person))
    if view.request.state is ProtectionRequestState.APPROVED and view.theirs:
        lines.append(
            say("approval-until", until=view.until) if view.until is not None else say("customer-protected-endless")
        )
    return tuple(lines)


def more(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """The projects that the card has no room for; of what is decided, what was asked for and all that it was weighed by."""
    view = ask(protection_views.of_approval, approval_id)
    if not view.request.pending:
        count = len(view.evidence.projects) if view.evidence is not None else 0
        return (*_what(view)[3:], *_about(view, shown=count))
    return _projects(view.evidence, view.evidence.projects[PROJECTS:]) if view.evidence is not None else ()


def look(approval: Approval) -> Button:
    return opens(say("look-key"), "protection_request", request=approval.subject_id)


# --- lines ------------------------------------------------------------------------------------------------------------


def _state(state: ProtectionRequestState) -> Say:
    return say(f"protection-state-{state.value}")


def _what(view: ProtectionRequestView) -> tuple[Wording, ...]:
    """What is asked for, and what would come of it."""
    request = view.request
    lines: list[Wording] = [
        say("protection-request-title", kind=kind_of(request), number=request.number),
        say("strong", text=view.name),
        say("customer-contact", agency=view.agency, person=view.person),
    ]
    if request.pending or (view.left or 0) >= 0:  # past the end nothing keeps it but what is undecided
        lines += _until(view.until, view.left or 0)
    match request.kind:
        case Kind.EXTENSION:
            lines.append(say("extension-wish", months=request.months or 0, reason=request.reason))
            if request.pending and request.to_grant != request.months:
                lines.append(say("extension-set", months=request.to_grant))
        case Kind.STAGE_CONFIRMATION if request.stage is not None:
            lines.append(say("stage-entered", stage=stage(request.stage), day=request.day))
            if view.left_on is not None:
                lines.append(say("stage-left", stage=stage(request.stage), day=view.left_on))
        case _:
            lines.append(say("review-asked"))
    if view.would_be is not None and view.in_time is not None:
        lines.append(say("protection-would-be-late", until=view.would_be, in_time=view.in_time))
    elif request.pending and request.kind is not Kind.PRODUCTION_REVIEW:
        until = say("customers-endless") if view.would_be is None else say("customers-until", until=view.would_be)
        lines.append(say("protection-would-be", until=until))
    return tuple(lines)


def _about(view: ProtectionRequestView, shown: int = MANY) -> tuple[Wording, ...]:
    """How its holder looked after the customer."""
    evidence = view.evidence
    if evidence is None:
        return ()
    if evidence.last is None:
        lines: list[Wording] = [say("evidence-no-follow-ups")]
    else:
        lines = [say("evidence-follow-ups", count=evidence.follow_ups, last=evidence.last)]
    if evidence.earlier:
        lines.append(say("evidence-earlier", count=evidence.earlier))
    if evidence.overdue:
        lines.append(say("evidence-overdue", days=evidence.overdue))
    sold = evidence.orders
    if sold.last is None:
        lines.append(say("evidence-no-orders"))
    else:
        lines.append(say("evidence-orders", count=sold.orders, pieces=sold.pieces, last=sold.last))
    lines += _projects(evidence, evidence.projects[:shown])
    if len(evidence.projects) > shown:
        lines.append(say("evidence-projects-more", count=len(evidence.projects) - shown))
    return tuple(lines)


def _projects(evidence: Evidence, projects: Sequence[Project]) -> tuple[Wording, ...]:
    return tuple(
        say(
            "evidence-project-inherited" if each.id in evidence.inherited else "evidence-project",
            name=each.name,
            stage=stage(each.stage),
            yearly=each.told.yearly,
        )
        for each in projects
    )


def _decisions(view: ProtectionRequestView) -> tuple[Wording, ...]:
    lines: list[Wording] = []
    for decision, by in view.decisions[-4:]:
        lines.append(say(f"decided-{decision.verb.value}", by=signed(by), at=decision.at))
        if decision.reason:
            lines.append(say("approval-reason", reason=decision.reason))
    return tuple(lines)


def _dropped(view: ProtectionRequestView) -> Say:
    return say("protection-dropped", why="other" if view.theirs else "lost")


def _id(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0


register(
    Kind.EXTENSION,
    Kind.STAGE_CONFIRMATION,
    Kind.PRODUCTION_REVIEW,
    face=Face(asking, verbs, outcome, more, look, refusing=refusing),
)
