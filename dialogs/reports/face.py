"""A customer report before its approver."""

from __future__ import annotations

from decimal import Decimal

from dialogs.core.ask import Ask
from dialogs.core.screen import Button, Row, Say, Wording, say
from dialogs.core.words import folding
from dialogs.reports.report_customer import MENDABLE
from dialogs.shared.faces import Face, mendable, register
from dialogs.shared.lookalikes import doubts, elsewhere, lookalike
from dialogs.shared.words import button, code_line, opens, profile_lines, project_line, signed, stage, volume
from domain.approvals.acting import Signature
from domain.approvals.records import Approval, FieldChange
from domain.base.kinds import Kind
from domain.base.stage import Stage
from domain.customers.records import ReportState
from domain.direct import views as direct_views
from domain.petitions import identity_views
from domain.reports import views as report_views


def asking(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(report_views.report_of_approval, approval_id)
    report, approval = view.report, view.approval
    due = approval.current.due_at if approval is not None else None
    lines: list[Wording] = [
        say("approval-title", number=report.number),
        say("strong", text=report.profile.name),
        *profile_lines(report.profile),
    ]
    lines += doubts(ask, report.profile.name, report.profile.credit_code)
    lines += elsewhere(report.profile.name, report.profile.region)
    if report.profile.credit_code:
        lines.append(code_line(report.profile.credit_code))
    if ask(direct_views.is_direct, report.customer_id):
        lines.append(say("approval-direct"))
    if view.known_as:
        lines.append(say("approval-known-as", name=view.known_as))
    if view.claimed_from is not None:
        before = view.claimed_from
        lines.append(say("approval-claim", agency=before.agency, person=before.person, at=before.until))
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
    lines += [lookalike(each) for each in ask(identity_views.lookalikes, report)]
    if due is not None:
        lines.append(say("approval-due", at=report.submitted_at, due=due))
    lines += [_behind(each) for each in view.queue[:3]]
    if len(view.queue) > 3:
        lines.append(say("approval-queue-more", count=len(view.queue) - 3))
    return tuple(lines)


def _behind(each: report_views.QueuedReport) -> Wording:
    """Another code or name is a question for whoever decides: is it the same company?"""
    what = " ".join(filter(None, (each.name, each.code)))
    if not what:
        return say("approval-queue", agency=each.agency, person=each.person, at=each.at)
    return say("approval-queue-apart", agency=each.agency, person=each.person, at=each.at, what=what)


def verbs(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    """The vendor's own account can't be given to anybody: only what is possible can be tapped."""
    refuse = (button("reject-key", "reject"), button("return-key", "return"))
    if ask(report_views.of_direct_account, approval_id):
        return (refuse[:1],)
    return ((button("approve-key", "approve"), *refuse),)


def outcome(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(report_views.report_of_approval, approval_id)
    report = view.report
    last, by = view.decisions[-1] if view.decisions else (None, Signature(""))
    lines: list[Wording] = []
    if last is None:
        lines.append(say(f"report-state-{report.state.value}"))
    else:
        lines.append(say(f"decided-{last.verb.value}", by=signed(by), at=last.at))
    lines.append(say("approval-title-plain", number=report.number))
    lines.append(say("approval-who", name=report.profile.name, agency=view.agency.called, person=view.contact.name))
    if report.state is ReportState.APPROVED and view.until is not None:
        lines.append(say("approval-until", until=view.until))
    if last is not None and last.reason:
        lines.append(say("approval-reason", reason=last.reason))
    return tuple(lines)


def more(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """What was said beyond the card, and everybody who waits behind."""
    view = ask(report_views.report_of_approval, approval_id)
    profile = view.report.profile
    facts = (
        ("buyer", profile.buyer),
        ("factory", profile.factory),
        ("background", folding(profile.background)),
        ("people", view.report.people),
    )
    lines = [say("fact", label=_label(name), value=value) for name, value in facts if value]
    if view.reporter.id != view.contact.id:
        lines.append(say("approval-reporter", person=view.reporter.name))
    return (*lines, *(_behind(each) for each in view.queue[3:]))


def mended(change: FieldChange) -> Wording:
    field, _, of_project = change.field.partition(".")
    return say(
        "approval-change",
        label=_label(field),
        before=_value(of_project or field, change.before),
        after=_value(of_project or field, change.after),
    )


def _label(field: str) -> Say:
    return say(f"report-customer-{field.replace('_', '-')}")


def _value(field: str, text: str) -> Wording:
    match field:
        case _ if not text:
            return say("nothing")
        case "volume":
            return volume(Decimal(text))
        case "stage":
            return stage(Stage(text))
        case _:
            return text


def look(approval: Approval) -> Button:
    return opens(say("look-key"), "request", report=approval.subject_id)


register(
    Kind.CUSTOMER_REPORT,
    face=Face(
        asking,
        verbs,
        outcome,
        more,
        look,
        mendable=mendable("report-customer", MENDABLE),
        mended=mended,
    ),
)
