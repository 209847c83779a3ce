"""申请核实 before its approvers."""

from __future__ import annotations

from dialogs.core.ask import Ask
from dialogs.core.screen import HOME, Button, Row, Wording, say
from dialogs.shared.faces import Face, register
from dialogs.shared.words import button, opens, phone, signed
from domain.approvals.records import Approval
from domain.base.kinds import Kind
from domain.registration import views as registration_views


def asking(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(registration_views.claim_of_approval, approval_id)
    claim, due = view.claim, view.approval.current.due_at
    lines: list[Wording] = [
        say("agency-claim-asking", number=claim.number, agency=view.agency),
        say("agency-claim-by", name=claim.contact, chat=view.chat),
        say("registration-mobile-shared" if claim.mobile_shared else "registration-mobile", mobile=phone(claim.mobile)),
        say("agency-claim-as", name=claim.name),
    ]
    lines += [say("quoted", text=claim.note)] if claim.note else []
    lines.append(say("agency-claim-next"))
    if due is not None:
        lines.append(say("approval-due", at=claim.made_at, due=due))
    return tuple(lines)


def verbs(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    return ((button("approve-key", "approve"), button("reject-key", "reject")), beside(ask, approval_id)[0])


def outcome(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(registration_views.claim_of_approval, approval_id)
    lines: list[Wording] = []
    if view.decisions:
        last, by = view.decisions[-1]
        lines.append(say(f"decided-{last.verb.value}", by=signed(by), at=last.at))
        lines += [say("approval-reason", reason=last.reason)] if last.reason else []
    lines.append(say("agency-claim-asked", number=view.claim.number, agency=view.agency, name=view.claim.contact))
    return tuple(lines)


def more(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    return ()


def beside(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    view = ask(registration_views.claim_of_approval, approval_id)
    return ((opens(say("agency-claim-agency-key"), "agency", agency=view.approval.agency_id),),)


def look(approval: Approval) -> Button:
    """Whoever asks has nothing to look at but home, which says how it stands."""
    return HOME


register(Kind.AGENCY_CLAIM, face=Face(asking, verbs, outcome, more, look, beside))
