"""申诉: the form, and the appeal before whoever judges it, with the history of both sides."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.own_words import ChoiceOrText
from dialogs.core.page import Args, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, act, say
from dialogs.core.text_and_files import TextAndFiles
from dialogs.core.words import folding
from dialogs.questions.keys import ask_row
from dialogs.shared import talk
from dialogs.shared.deciders import decided_by
from dialogs.shared.faces import Face, register
from dialogs.shared.reasons import as_said, may_be_completed
from dialogs.shared.taking_back import TakenBack, became, taking_back
from dialogs.shared.words import BACK, HOME, button, decided, event_word, opens, page_in
from domain.approvals import deciding, reasons
from domain.approvals.records import Approval, ApprovalState
from domain.base.bilingual import translated
from domain.base.kinds import Kind
from domain.base.work import Work
from domain.base.written import Written
from domain.direct import views as direct_views
from domain.home import deciders as path_views
from domain.petitions import appealing
from domain.petitions import views as petition_views
from domain.petitions.views import AppealView, Moment
from domain.reports import views as report_views

A_PAGE = 12


class MakeAppeal(Form[appealing.MakeAppeal], name="make_appeal"):
    """Opened with `report`, or with the `name` (and perhaps `credit_code`) that wasn't open."""

    report: source[int | None] = source("report")
    name: source[str | None] = source("name")
    credit_code: source[str | None] = source("credit_code")
    reason = TextAndFiles(max_length=1000, min_length=4, needs_words=True)
    files = source(lambda form: form.reason.files)

    @override
    def build(self, values: dict[str, object]) -> appealing.MakeAppeal:
        return self._made(self.reason)

    def _made(self, why: Written) -> appealing.MakeAppeal:
        return appealing.MakeAppeal(
            reason=why.text, report=self.report, name=self.name, credit_code=self.credit_code, files=why.files
        )

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        """The customer as the appellant called it; of an appeal that his agency has already he hears before he writes."""
        ask(appealing.demand_none_open, self._made(Written("")))
        return self._name(ask)

    def _name(self, ask: Ask) -> tuple[Wording, ...]:
        name = self.name if self.report is None else ask(report_views.report, self.report).report.profile.name
        return (say("strong", text=name),) if name else ()

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        return decided_by(ask, path_views.of_appeal, self._made(self.reason))

    @override
    def done(self, result: appealing.Appealed, ask: Ask) -> Screen:
        made = say("appeal-made", number=result.number)
        lines = (made, *self._name(ask), say("appeal-made-who", approvers=result.approvers))
        return Screen(lines, ((opens(say("look-key"), "petitions"), HOME),))


class AppealCard(TakenBack):
    """The whole appeal, for both sides; for who judges with all that happened to the customer, from the beginning."""

    name = "appeal"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        value, page = args.get("approval"), page_in(args)
        approval = value if isinstance(value, int) else 0
        view = ask(petition_views.appeal, approval)
        found = ask(petition_views.history, approval, page * A_PAGE, A_PAGE + 1)
        turn: list[Button] = []
        if page:
            turn.append(Button(say("page-before"), act("page", page=page - 1)))
        if len(found) > A_PAGE:
            turn.append(Button(say("page-after"), act("page", page=page + 1)))
        rows: tuple[Row, ...] = (tuple(turn),) if turn else ()
        request = view.request
        stands = (
            *became(request.approval, request.approvers, request.decisions),
            *talk.said(request.approval, ask),
        )
        lines = (*_lines(view), *stands, *_history(found[:A_PAGE]))
        take_back = taking_back(args, may=request.may_take_back)
        asking = talk.answering(request.approval, ask, ask_row(ask, "appeal", view.appeal.id))
        return Screen(lines, (*rows, *take_back, *asking, (BACK, HOME)))

    @override
    def turned(self, args: Args, act: Act) -> Turn:
        return Show({**args, "page": page_in(act.args)})


class DismissAppeal(Form[deciding.Reject], name="dismiss_appeal"):
    """维持原决定: the reason is told to the appellant."""

    approval = source("approval", int)
    reason = ChoiceOrText(max_length=300)

    @reason.options
    def reasons(self, ask: Ask) -> tuple[Option, ...]:
        return as_said(ask(reasons.for_rejecting, self.approval))

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        return may_be_completed(self.reason, self.reasons(ask))

    @source
    def same_as(self) -> None:
        return None

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return _lines(ask(petition_views.appeal, self.approval))

    @override
    def done(self, result: Approval, ask: Ask) -> Screen:
        more = opens(say("approvals-entry"), "approvals")
        return Screen(outcome(ask, self.approval), ((more, HOME),))


def asking(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(petition_views.appeal, approval_id)
    due = view.request.approval.current.due_at
    late: tuple[Wording, ...] = (say("approval-due", at=view.appeal.created_at, due=due),) if due is not None else ()
    means = say("appeal-direct") if ask(direct_views.is_direct, view.request.customer.id) else _means(view, ask)
    return (*_lines(view), *_history(view.timeline), *late, means)


def _means(view: AppealView, ask: Ask) -> Wording:
    """Who would lose the customer, and who alone may report it then, for how long."""
    days = ask(_reserved)
    if view.holder:
        return say("appeal-means-losing", holder=view.holder, person=view.request.person, days=days)
    return say("appeal-means", person=view.request.person, days=days)


def _reserved(work: Work) -> int:
    return work.policy.report.appeal_reserves_days


def verbs(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    dismiss = button("appeal-dismiss-key", "reject")
    if ask(direct_views.is_direct, ask(petition_views.appeal, approval_id).request.customer.id):
        return ((dismiss,),)
    return ((button("appeal-accept-key", "approve"), dismiss),)


def outcome(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(petition_views.appeal, approval_id)
    if not view.request.decisions:
        return _lines(view)
    last, by = view.request.decisions[-1]
    reason = (say("approval-reason", reason=last.reason),) if last.reason else ()
    return (decided(Kind.APPEAL, last.verb, by, last.at), *_lines(view), *reason)


def more(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """All that happened to the customer, from the beginning, but for what stands on the card; what goes on further has pages
    of its own (`beside`)."""
    view = ask(petition_views.appeal, approval_id)
    found = ask(petition_views.history, approval_id, 0, A_PAGE)
    if view.request.approval.state is not ApprovalState.PENDING:
        return _history(found)
    rest = [each for each in found if each not in view.timeline]
    return (say("appeal-timeline-rest"), *map(moment, rest)) if rest else ()


def beside(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    return ((opens(say("appeal-history-key"), "appeal", approval=approval_id),),)


def look(approval: Approval) -> Button:
    return opens(say("look-key"), "appeal", approval=approval.id)


def _lines(view: AppealView) -> tuple[Wording, ...]:
    lines: list[Wording] = [
        say("appeal-title", number=view.appeal.number),
        say("strong", text=view.appeal.name),
        say("customer-contact", agency=view.request.agency, person=view.request.person),
        say("fact", label=say("make-appeal-reason"), value=folding(view.appeal.reason)),
    ]
    if view.holder:
        lines.append(say("appeal-holder", holder=view.holder))
    return tuple(lines)


def _history(found: Sequence[Moment]) -> tuple[Wording, ...]:
    return (say("appeal-timeline"), *map(moment, found)) if found else ()


def moment(each: Moment) -> Wording:
    """`11-22 09:41 深圳南山电子 李明 提交报备`."""
    return say(
        "moment", at=each.at, agency=translated(each.agency), person=each.person, what=event_word(type(each.event))
    )


register(Kind.APPEAL, face=Face(asking, verbs, outcome, more, look, beside))
