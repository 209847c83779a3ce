"""A customer's card: the centre from which everything about it is one tap away."""

from __future__ import annotations

from dataclasses import replace

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.days import with_weekday
from dialogs.core.page import Args, Heard, Page, Perhaps, Turn
from dialogs.core.screen import Button, Row, Screen, Wording, say
from dialogs.core.words import folding, head
from dialogs.counterparts.shared_contacts import adds
from dialogs.counterparts.words import told_line
from dialogs.disputes.timeline import timeline_key
from dialogs.follow_ups.reading import who
from dialogs.leaving import handing_over
from dialogs.orders.sales import sales_keys
from dialogs.petitions.correct_customer import correcting_rows
from dialogs.protection.keeping import keeping_rows
from dialogs.questions.keys import about_customer
from dialogs.shared.faces import FACES
from dialogs.shared.words import (
    BACK,
    HOME,
    clipboard,
    code_line,
    evenly,
    kind_of,
    milestone,
    opens,
    profile_lines,
    stage,
    writes,
)
from domain.base.kinds import Kind
from domain.customers import seeing
from domain.follow_ups import views as follow_up_views
from domain.follow_ups.views import CardView, Pending
from domain.petitions import identity_views
from domain.protection.customers import CustomerView

PROJECTS_SHOWN = 3
PENDING_SHOWN = 3
COUNTERPARTS_SHOWN = 3


class CustomerCard(Page):
    name = "customer"

    @override
    def looked(self, args: Args, ask: Ask) -> None:
        ask(seeing.note, _number(args))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        return adds(_number(args), said, ask)

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(follow_up_views.card, _number(args))
        about = _rows(view)
        aliases = ask(identity_views.aliases, view.at.customer.id)
        known_as = (say("alias-line", names=tuple(aliases)),) if aliases else ()
        return Screen(
            (*_lines(view), *known_as),
            (
                *about,
                *_sales(ask, view.at.customer.id),
                *keeping_rows(ask, view.at.customer.id),
                *_putting_right(ask, view.at.customer.id),
                (*clipboard("copy-code-key", view.at.customer.credit_code), BACK, HOME),
            ),
        )


def _number(args: Args) -> int:
    value = args.get("customer")
    return value if isinstance(value, int) else 0


def _sales(ask: Ask, customer: int) -> tuple[Row, ...]:
    keys = tuple(sales_keys(ask, customer))
    return (keys,) if keys else ()


def _putting_right(ask: Ask, customer: int) -> tuple[Row, ...]:
    """Its facts, whose it is, and what is asked about it; what happened to it, for whoever judges that."""
    putting_right = (each for row in correcting_rows(ask, customer) for each in row)
    asking = about_customer(ask, customer)
    return evenly((*putting_right, *handing_over.key(customer, ask), *asking, *timeline_key(customer, ask)))


def _rows(view: CardView) -> tuple[Row, ...]:
    customer = view.at.customer.id
    first = ((writes(say("follow-up-entry"), customer),),) if view.may_write else ()
    second = [
        opens(_counted("follow-ups-key", view.reports), "follow_ups", customer=customer),
        opens(_counted("projects-key", len(view.projects)), "projects", customer=customer),
        opens(_counted("counterparts-key", len(view.counterparts)), "counterparts", customer=customer),
    ]
    if view.may_write or view.visit is not None:
        second.append(_visit(view, customer))
    if view.may_assign:
        second.append(opens(_counted("engineers-key", len(view.engineers)), "engineers", customer=customer))
    return (*_pending(view), *first, *evenly(second))


def _visit(view: CardView, customer: int) -> Button:
    if view.visit is not None:
        return opens(say("visit-key"), "visit", visit=view.visit.id)
    return opens(say("visit-key"), "plan_visit", customer=customer)


def _pending(view: CardView) -> tuple[Row, ...]:
    """The vendor's people open what is to be decided; on the agency's side an extension has a key of its own."""
    if view.of_vendor:
        keys = [_opens(each, opens("", "approval", approval=each.brief.approval.id)) for each in view.pending]
    else:
        others = [each for each in view.pending if each.brief.approval.kind is not Kind.EXTENSION]
        keys = [_opens(each, FACES[each.brief.approval.kind].look(each.brief.approval)) for each in others]
    return tuple((each,) for each in keys[:PENDING_SHOWN])


def _opens(pending: Pending, to: Button) -> Button:
    return replace(to, label=say("customer-pending-key", kind=kind_of(pending.brief.approval)))


def _counted(key: str, count: int) -> Wording:
    return say("counted", entry=say(key), count=count) if count else say(key)


def _lines(view: CardView) -> tuple[Wording, ...]:
    customer = view.at.customer
    lines: list[Wording] = [say("strong", text=customer.name)]
    if customer.profile is not None:
        lines += profile_lines(customer.profile)
    if customer.credit_code:
        lines.append(code_line(customer.credit_code))
    lines.append(_protected(view.at))
    if view.kept_until is not None:
        lines.append(say("customer-kept-by-orders", until=view.kept_until))
    lines += [
        say(
            "customer-pending",
            kind=kind_of(each.brief.approval),
            approvers=each.approvers,
            late=-1 if each.brief.late is None else each.brief.late,
        )
        for each in view.pending[:PENDING_SHOWN]
    ]
    lines.append(_people(view))
    lines += [say("customer-counterpart", told=told_line(each.told)) for each in view.counterparts[:COUNTERPARTS_SHOWN]]
    if customer.stage is not None:
        lines.append(say("customer-stage", stage=stage(customer.stage)))
    for each in view.projects[:PROJECTS_SHOWN]:
        told = each.told
        lines.append(
            say(
                "customer-project",
                name=told.name,
                stage=stage(told.stage),
                yearly=told.yearly,
                milestone=milestone(told.milestone),
                due=told.due,
            )
        )
    if view.sold is not None:
        lines.append(say("customer-ordered", last=view.sold.last, pieces=view.sold.quarter))
    lines += _followed(view)
    if customer.profile is not None and customer.profile.background:
        lines.append(say("fact", label=say("report-customer-background"), value=folding(customer.profile.background)))
    return tuple(lines)


def _people(view: CardView) -> Wording:
    if not view.engineers:
        return say("customer-contact", agency=view.at.agency, person=view.at.contact)
    return say("customer-contact-helped", agency=view.at.agency, person=view.at.contact, engineers=view.engineers)


def _protected(at: CustomerView) -> Wording:
    until = at.customer.protected_until
    if until is None:
        return say("customer-protected-endless")
    days = at.days_left if at.days_left is not None else 0
    if days < 0:
        return say("customer-protected-past", until=until, days=-days)
    return say("customer-protected", until=until, days=days, mark="red" if at.red else "none")


def _followed(view: CardView) -> list[Wording]:
    lines: list[Wording] = []
    if view.last is not None:
        found = view.last.follow_up
        lines.append(say("customer-followed", at=found.at, who=who(view.last), text=head(found.dynamics, 40)))
    due = view.at.customer.follow_up_due
    if view.at.overdue > 0:
        lines.append(say("follow-up-overdue", days=view.at.overdue))
    elif due is not None:
        lines.append(say("follow-up-due", due=due))
    if view.visit is not None:
        lines.append(
            say("customer-visit-past" if view.visit_past else "customer-visit", on=with_weekday(view.visit.on))
        )
    if view.unread:
        lines.append(say("home-unread", count=view.unread))
    return lines
