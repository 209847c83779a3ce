"""公司资料变更: another name or code of an agency, before those who decide and as whoever asked for it sees it."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.screen import Button, Row, Screen, Wording, say
from dialogs.questions.keys import ask_row
from dialogs.shared import talk
from dialogs.shared.faces import Face, register
from dialogs.shared.lookalikes import alike, strange
from dialogs.shared.taking_back import TakenBack, became, taking_back
from dialogs.shared.words import BACK, HOME, button, code, opens, signed
from domain.agencies import views as agency_views
from domain.agencies.records import AgencyChange
from domain.agencies.views import ChangeView
from domain.approvals.records import Approval, ApprovalState
from domain.base.kinds import Kind


class AgencyChangeCard(TakenBack):
    """As the agency's side sees it, and whoever keeps its file."""

    name = "agency_change"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        value = args.get("approval")
        view = ask(agency_views.change, value if isinstance(value, int) else 0)
        lines: list[Wording] = [
            say("agency-change-title", number=view.change.number),
            *differences(view.change),
            say("customer-contact", agency=view.agency.called, person=view.person),
            say("request-submitted", at=view.change.created_at),
            *became(view.approval, view.approvers, view.decisions),
            *talk.said(view.approval, ask),
        ]
        file = (opens(say("agency-file-key"), "agency", agency=view.agency.id),)
        asking = talk.answering(view.approval, ask, ask_row(ask, "agency_change", view.change.id))
        return Screen(tuple(lines), (*taking_back(args, may=view.may_take_back), file, *asking, (BACK, HOME)))


def differences(change: AgencyChange) -> tuple[Wording, ...]:
    """What is to be otherwise, as it is and as it would be."""
    before, after = change.before, change.after
    lines: list[Wording] = []
    if before.name != after.name:
        lines.append(say("agency-change-name", before=before.name, after=after.name))
    else:
        lines.append(say("strong", text=after.name))
    if before.short_name != after.short_name:
        told = (before.short_name or say("nothing"), after.short_name or say("nothing"))
        lines.append(say("agency-change-short-name", before=told[0], after=told[1]))
    if before.credit_code != after.credit_code:
        shown = (code(each) if each else say("nothing") for each in (before.credit_code, after.credit_code))
        lines.append(say("agency-change-code", before=next(shown), after=next(shown)))
    if change.note:
        lines.append(say("agency-change-note", text=change.note))
    return tuple(lines)


# --- before those who decide ----------------------------------------------------------------------------------------


def asking(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(agency_views.change, approval_id)
    due = view.approval.current.due_at
    lines: list[Wording] = [say("agency-change-title", number=view.change.number), *differences(view.change)]
    if view.change.before.name != view.change.after.name:
        lines += strange(view.change.after.name)
    lines += alike(view.namesakes)
    lines += [say("agency-change-registering", number=number) for number in view.registering]
    lines.append(say("customer-contact", agency=view.agency.called, person=view.person))
    if due is not None:
        lines.append(say("approval-due", at=view.change.created_at, due=due))
    return tuple(lines)


def verbs(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    return ((button("approve-key", "approve"), button("reject-key", "reject")),)


def outcome(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(agency_views.change, approval_id)
    return (
        *_decided(view)[:1],
        say("agency-change-title", number=view.change.number),
        *_who(view),
        *_decided(view)[1:],
    )


def _decided(view: ChangeView) -> tuple[Wording, ...]:
    if view.approval.state is ApprovalState.WITHDRAWN and not view.decisions:
        return (say("agency-change-lapsed"),)
    lines: list[Wording] = []
    for last, by in view.decisions[-1:]:
        lines.append(say(f"decided-{last.verb.value}", by=signed(by), at=last.at))
        if last.reason:
            lines.append(say("approval-reason", reason=last.reason))
    return tuple(lines)


def _who(view: ChangeView) -> tuple[Wording, ...]:
    return (*differences(view.change), say("customer-contact", agency=view.agency.called, person=view.person))


def more(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """Who else decides."""
    view = ask(agency_views.change, approval_id)
    return tuple(say("approval-waits", approvers=each) for each in view.levels[view.approval.level :])


def beside(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    agency = ask(agency_views.change, approval_id).agency
    return ((opens(say("agency-file-key"), "agency", agency=agency.id),),)


def look(approval: Approval) -> Button:
    return opens(say("look-key"), "agency_change", approval=approval.id)


register(Kind.AGENCY_CHANGE, face=Face(asking, verbs, outcome, more, look, beside))
