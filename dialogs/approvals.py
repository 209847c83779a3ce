"""待审批: the card that asks for a decision, pushed or taken from the inbox, and its two forms 驳回 and 退回修改."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Many
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text
from dialogs.core.page import Args, Close, Open, Page, Run, Show, Swap, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, say
from dialogs.report_customer import MENDABLE
from dialogs.words import HOME, button, numbered, opens, page_in, pages, profile_line, project_line
from domain import deciding, views
from domain.customers import ReportState
from domain.views import RequestView

A_PAGE = 6


class ApprovalCard(Page):
    """One request before its approver. The same card is pushed into the chat and opened from the inbox."""

    name = "approval"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(views.request_of_approval, _id(args))
        if view.can_decide:
            return Screen(_asking(view), _verbs(args, view))
        return Screen(_settled(view, ask), _afterwards(args, view, ask))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "approve":
                return Run(deciding.Approve(approval=_id(args)))
            case "reject":
                return Open("reject_request", {"approval": _id(args)})
            case "return":
                return Open("return_request", {"approval": _id(args)})
            case "next":
                waiting, _ = ask(views.next_waiting)
                return Swap("approval", {"approval": waiting}) if waiting is not None else Close(say("inbox-empty"))
            case _:
                return Show()

    @override
    def after(self, args: Args, result: Any, ask: Ask) -> Turn:
        return Show(toast=say("approved-toast"))


class Inbox(Page):
    """What waits for my decision, oldest first."""

    name = "approvals"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        waiting = ask(views.inbox)
        if not waiting:
            return Screen((say("inbox-title"), say("inbox-empty")), ((HOME,),))
        page = min(page_in(args), (len(waiting) - 1) // A_PAGE)
        first = page * A_PAGE
        shown = waiting[first : first + A_PAGE]
        lines: list[Wording] = [say("inbox-title")]
        lines += [
            say(
                "inbox-row",
                index=first + place,
                name=view.report.profile.name,
                agency=view.agency.called,
                person=view.contact.name,
                at=view.report.submitted_at,
            )
            for place, view in enumerate(shown, 1)
        ]
        numbers = [
            opens(str(first + place), "approval", approval=view.approval.id if view.approval is not None else 0)
            for place, view in enumerate(shown, 1)
        ]
        return Screen(tuple(lines), (*numbered(numbers), *pages(page, A_PAGE, len(waiting)), (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"page": page_in(act.args)})


class RejectRequest(Form[deciding.Reject], name="reject_request"):
    """驳回: the reason is told to the applicant."""

    approval = source("approval", int)
    reason = Text(max_length=300)

    @override
    def done(self, result: Any, ask: Ask) -> Screen:
        return _decided(self.approval, ask)


class ReturnRequest(Form[deciding.Return], name="return_request"):
    """退回修改: names the fields to mend; the applicant is asked for these alone."""

    approval = source("approval", int)
    fields = Many(tuple(Option(name, say(f"report-customer-{name.replace('_', '-')}")) for name in MENDABLE))
    reason = Text(max_length=300)

    @override
    def done(self, result: Any, ask: Ask) -> Screen:
        return _decided(self.approval, ask)


def _id(args: Args) -> int:
    value = args.get("approval")
    return value if isinstance(value, int) else 0


def _asking(view: RequestView) -> tuple[Wording, ...]:
    """Everything needed to decide at a glance."""
    report, approval = view.report, view.approval
    due = approval.current.due_at if approval is not None else None
    lines: list[Wording] = [
        say("approval-title", number=report.number),
        say("strong", text=report.profile.name),
        profile_line(report.profile),
    ]
    if report.profile.credit_code:
        lines.append(say("approval-code", code=report.profile.credit_code))
    if report.project is not None:
        lines.append(project_line(report.project))
    lines.append(
        say(
            "approval-applicant",
            agency=view.agency.called,
            person=view.contact.name,
            held=view.record.held,
            overdue=view.record.overdue,
            refused=view.record.refused,
        )
    )
    if due is not None:
        lines.append(say("approval-due", at=report.submitted_at, due=due))
    lines += [say("approval-queue", agency=each.agency, person=each.person, at=each.at) for each in view.queue[:3]]
    if len(view.queue) > 3:
        lines.append(say("approval-queue-more", count=len(view.queue) - 3))
    return tuple(lines)


def _verbs(args: Args, view: RequestView) -> tuple[Row, ...]:
    return (
        (button("approve-key", "approve"), button("reject-key", "reject"), button("return-key", "return")),
        (opens(say("detail-key"), "request", report=view.report.id), HOME),
    )


def _settled(view: RequestView, ask: Ask) -> tuple[Wording, ...]:
    """What became of it: by whom and when, in place of the buttons."""
    report = view.report
    last, by = view.decisions[-1] if view.decisions else (None, "")
    lines: list[Wording] = []
    if last is None:
        lines.append(say(f"report-state-{report.state.value}"))
    else:
        lines.append(say(f"decided-{last.verb.value}", by=by, at=last.at))
    lines.append(say("approval-title-plain", number=report.number))
    lines.append(say("approval-who", name=report.profile.name, agency=view.agency.called, person=view.contact.name))
    if report.state is ReportState.APPROVED and view.until is not None:
        lines.append(say("approval-until", until=view.until))
    if last is not None and last.reason:
        lines.append(say("approval-reason", reason=last.reason))
    return tuple(lines)


def _afterwards(args: Args, view: RequestView, ask: Ask) -> tuple[Row, ...]:
    waiting, count = ask(views.next_waiting)
    row = [opens(say("detail-key"), "request", report=view.report.id), HOME]
    if waiting is not None:
        row.insert(0, Button(say("counted", entry=say("next-key"), count=count), Act("next")))
    return (tuple(row),)


def _decided(approval_id: int, ask: Ask) -> Screen:
    view = ask(views.request_of_approval, approval_id)
    return Screen(_settled(view, ask), _final(ask))


def _final(ask: Ask) -> tuple[Row, ...]:
    waiting, count = ask(views.next_waiting)
    if waiting is None:
        return ((HOME,),)
    return ((opens(say("counted", entry=say("next-key"), count=count), "approval", approval=waiting), HOME),)
