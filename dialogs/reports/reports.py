"""申请处理: my requests and what became of them; one of them in full, with its record."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Open, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, say
from dialogs.core.words import folding
from dialogs.disputes.timeline import timeline_key
from dialogs.questions.keys import ask_row
from dialogs.shared import talk
from dialogs.shared.list_page import OpenFirst
from dialogs.shared.words import (
    BACK,
    HOME,
    button,
    clipboard,
    code,
    danger,
    in_a_line,
    opens,
    project_line,
    signed,
    volume,
)
from domain.base.bilingual import translated
from domain.customers import seeing
from domain.customers.records import ReportState
from domain.home import views
from domain.petitions import views as petition_views
from domain.protection import views as protection_views
from domain.reports import reporting
from domain.reports import views as report_views
from domain.reports.views import ReportRow, ReportView


class Reports(OpenFirst[ReportRow]):
    name = "requests"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[ReportRow], int]:
        return ask(report_views.reports, open_only=not self.everything(args), offset=offset, limit=limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("requests-title-all" if self.everything(args) else "requests-title", count=total),)

    @override
    def row(self, place: int, row: ReportRow, args: Args, ask: Ask) -> Sequence[Wording]:
        report = row.report
        contact = row.contact if report.contact_id != ask(views.reader).id else None
        facts = in_a_line((say(f"report-state-{report.state.value}"), report.number, contact))
        return (say("requests-row", index=place, name=report.profile.name, facts=facts),)

    @override
    def key(self, place: int, row: ReportRow, args: Args, ask: Ask) -> Button:
        return opens(str(place), "request", report=row.report.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("requests-none-here" if _others(ask)[1] else "requests-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return (_others(ask)[0], (self.switch(args), HOME))


def _others(ask: Ask) -> tuple[Row, int]:
    """The lists of the other requests, with how many of each are open; and how many that is."""
    kept, asked = ask(protection_views.count_open), 0
    row = [_counted("protection-requests-key", "protection_requests", kept)]
    if ask(views.me).account.agency_id is not None:
        asked = ask(petition_views.count_open)
        row.append(_counted("petitions-key", "petitions", asked))
    row.append(opens(say("questions-key"), "questions"))
    return tuple(row), kept + asked


def _counted(key: str, page: str, count: int) -> Button:
    return opens(say("counted", entry=say(key), count=count) if count else say(key), page)


class ReportPage(Page):
    """One request in full."""

    name = "request"

    @override
    def looked(self, args: Args, ask: Ask) -> None:
        ask(seeing.note, ask(report_views.report, _id(args)).report.customer_id)

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(report_views.report, _id(args))
        asking: tuple[Row, ...] = ()
        number = clipboard("copy-number-key", view.report.number)
        if args.get("sure") is not True:
            asking = talk.answering(view.approval, ask, ask_row(ask, "customer_report", view.report.id))
        return Screen(
            (*_lines(view), *talk.said(view.approval, ask)),
            (*_rows(view, args, timeline_key(view.report.customer_id, ask)), *asking, (*number, BACK, HOME)),
        )

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "withdraw":
                return Show({**args, "sure": True})
            case "withdraw_sure":
                return Run(reporting.WithdrawReport(report=_id(args)))
            case "keep":
                return Show({"report": _id(args)})
            case "mend":
                return Open("report_customer", {"report": _id(args)})
            case _:
                return Show()

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show({"report": _id(args)}, toast=say("withdrawn-toast"))


class ReturnedReport(Page):
    """Pushed when a report was returned: what to mend, one tap away; after that, what became of it."""

    name = "returned"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(report_views.report, _id(args))
        report = view.report
        look = opens(say("look-key"), "request", report=report.id)
        if report.state is not ReportState.RETURNED:
            state = say(f"report-state-{report.state.value}")
            return Screen((say("request-title", number=report.number, state=state),), ((look, HOME),))
        decision, by = view.decisions[-1]
        fields = tuple(say(f"report-customer-{name.replace('_', '-')}") for name in report.return_fields)
        lines: list[Wording] = [
            say("notice-returned", number=report.number),
            say("strong", text=report.profile.name),
            say("notice-returned-fields", fields=fields),
            say("notice-by-reason", by=signed(by), reason=decision.reason),
        ]
        if report.keeps_place_until is not None:
            lines.append(say("request-keeps-place", until=report.keeps_place_until))
        return Screen(tuple(lines), ((button("mend-key", "mend"),), (look, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Open("report_customer", {"report": _id(args)})


def _id(args: Args) -> int:
    value = args.get("report")
    return value if isinstance(value, int) else 0


def _lines(view: ReportView) -> tuple[Wording, ...]:
    report, profile = view.report, view.report.profile
    lines: list[Wording] = [
        say("request-title", number=report.number, state=say(f"report-state-{report.state.value}")),
        say("strong", text=profile.name),
    ]
    facts: list[tuple[str, Wording]] = [
        ("credit-code", code(profile.credit_code) if profile.credit_code else ""),
        ("region", translated(profile.region)),
        ("domain", translated(profile.domain)),
        ("volume", volume(profile.volume)),
        ("mcus", profile.mcus),
        ("buyer", profile.buyer),
        ("factory", profile.factory),
        ("background", folding(profile.background)),
        ("people", report.people),
        ("contact", f"{view.agency.called} {view.contact.name}"),
    ]
    lines += [say("fact", label=say(f"report-customer-{name}"), value=value) for name, value in facts if value]
    if report.project is not None:
        lines.append(project_line(report.project))
    lines.append(say("request-submitted", at=report.submitted_at))
    if report.state in (ReportState.PENDING, ReportState.QUEUED):
        lines.append(_waiting(view))
    if report.state is ReportState.RETURNED and report.keeps_place_until is not None:
        lines.append(say("request-keeps-place", until=report.keeps_place_until))
    if report.state is ReportState.APPROVED and view.until is not None:
        lines.append(say("approval-until", until=view.until))
    for decision, by in view.decisions[-6:]:
        lines.append(say(f"decided-{decision.verb.value}", by=signed(by), at=decision.at))
        if decision.reason:
            lines.append(say("approval-reason", reason=decision.reason))
    return tuple(lines)


def _waiting(view: ReportView) -> Wording:
    if view.report.state is ReportState.QUEUED:
        return say("request-queued")
    due = view.approval.current.due_at if view.approval is not None else None
    if due is None:
        return say("request-with", approvers=view.approvers)
    return say("request-with-until", approvers=view.approvers, due=due)


def _rows(view: ReportView, args: Args, beside: Row) -> tuple[Row, ...]:
    if view.can_withdraw and args.get("sure") is True:
        return ((danger("withdraw-sure-key", "withdraw_sure"),), (button("keep-key", "keep"),))
    row: list[Button] = []
    if view.can_withdraw and view.report.state is ReportState.RETURNED:
        row.append(button("mend-key", "mend"))
    if view.can_withdraw:
        row.append(button("withdraw-key", "withdraw"))
    if view.can_appeal:
        row.append(opens(say("appeal-key"), "make_appeal", report=view.report.id))
    if view.can_decide and view.approval is not None:
        row.append(opens(say("decide-key"), "approval", approval=view.approval.id))
    row += beside
    return (tuple(row),) if row else ()
