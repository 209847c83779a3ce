"""A registration before its approvers."""

from __future__ import annotations

from dialogs.core.ask import Ask
from dialogs.core.screen import Button, Row, Wording, say
from dialogs.registration.register_agency import MENDABLE
from dialogs.shared.faces import Face, mendable, register
from dialogs.shared.lookalikes import alike, strange
from dialogs.shared.words import button, code_line, opens, phone, signed
from domain.approvals.records import Approval, FieldChange
from domain.base.bilingual import translated
from domain.base.kinds import Kind
from domain.registration import views as registration_views
from domain.registration.views import RegistrationView


def asking(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(registration_views.of_approval, approval_id)
    company, due = view.registration.company, view.approval.current.due_at
    lines: list[Wording] = [
        say("registration-title", number=view.registration.number),
        say("strong", text=company.name),
        *strange(company.name),
        say("registration-place", region=translated(company.region), address=company.address),
        code_line(company.credit_code),
        say("registration-contact", name=company.contact, position=company.position, email=company.email),
        _mobile(view),
        say("registration-wants", entity=translated(company.entity), products=tuple(map(translated, company.products))),
    ]
    lines += [
        say("registration-rival", number=each.number, name=each.company.name, contact=each.company.contact)
        for each in view.rivals
    ]
    lines += alike(view.namesakes)
    if due is not None:
        lines.append(say("approval-due", at=view.registration.submitted_at, due=due))
    return tuple(lines)


def verbs(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    return ((button("approve-key", "approve"), button("reject-key", "reject"), button("return-key", "return")),)


def outcome(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(registration_views.of_approval, approval_id)
    head: tuple[Wording, ...] = ()
    reason: tuple[Wording, ...] = ()
    if view.overtaken_by:
        head = (say("registration-overtaken", number=view.overtaken_by),)
    elif view.decisions:
        last, by = view.decisions[-1]
        head = (say(f"decided-{last.verb.value}", by=signed(by), at=last.at),)
        reason = (say("approval-reason", reason=last.reason),) if last.reason else ()
    company = view.registration.company
    return (
        *head,
        say("registration-title", number=view.registration.number),
        say("approval-who", name=company.name, agency=translated(company.region), person=company.contact),
        *reason,
    )


def more(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """All else that the applicant said."""
    company = ask(registration_views.of_approval, approval_id).registration.company
    facts: tuple[tuple[str, Wording | None], ...] = (
        ("organisation-code", company.organisation_code),
        ("tax-number", company.tax_number),
        ("phone", phone(company.phone) if company.phone else None),
        ("fax", phone(company.fax) if company.fax else None),
    )
    return tuple(say("fact", label=say(f"register-agency-{key}"), value=value) for key, value in facts if value)


def look(approval: Approval) -> Button:
    return opens(say("look-key"), "registration")


def mended(change: FieldChange) -> Wording:
    label = say(f"register-agency-{change.field.replace('_', '-')}")
    shown = phone if change.field in ("phone", "mobile", "fax") else str
    before = shown(change.before) if change.before else say("nothing")
    after = shown(change.after) if change.after else say("nothing")
    return say("approval-change", label=label, before=before, after=after)


def _mobile(view: RegistrationView) -> Wording:
    company = view.registration.company
    if company.mobile is None:
        return say("registration-no-mobile")
    return say(
        "registration-mobile-shared" if company.mobile_shared else "registration-mobile", mobile=phone(company.mobile)
    )


register(
    Kind.AGENCY_REGISTRATION,
    face=Face(
        asking,
        verbs,
        outcome,
        more,
        look,
        mendable=mendable("register-agency", MENDABLE),
        mended=mended,
    ),
)
