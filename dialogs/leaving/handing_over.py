"""移交 within an agency: from a person's card some of his customers or everything, from a customer's card that one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice, Many
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.inputs import Typed
from dialogs.core.lists import ListEntry, listing
from dialogs.core.page import Args, Close, Heard, Page, Perhaps, Run, Show, Turn
from dialogs.core.person_choice import PersonChoice, nobody_called
from dialogs.core.screen import Act, Button, Row, Screen, Wording, act, say
from dialogs.shared.persons import fitting, is_called, persons
from dialogs.shared.words import BACK, HOME, button, middle, opens, page_in, type_of
from domain.leaving import handing_over, staffing
from domain.leaving.handing_over import HandOverResult
from domain.leaving.handovers import HandedNames
from domain.protection import customers as customer_views


class What(StrEnum):
    ALL = "all"
    SOME = "some"


class HandOver(Form[handing_over.HandOver], name="hand_over", submit="hand-over-submit"):
    account = source("account", int)
    what = Choice(load=What).aside()
    customers = Many(load=int)
    to = PersonChoice(load=int)

    @what.relevant
    def there_is_a_choice(self, ask: Ask) -> bool:
        _, held = ask(handing_over.holding, self.account)
        return held.customers + held.reports > 1 and held.customers > 0

    @what.options
    def whats(self, ask: Ask) -> tuple[Option, ...]:
        _, held = ask(handing_over.holding, self.account)
        everything = say("hand-over-all", what=things(held.customers, held.reports))
        return (Option(What.ALL.value, everything), Option(What.SOME.value, say("hand-over-some")))

    @customers.relevant
    def some(self) -> bool:
        return self.what is What.SOME

    @customers.options
    def held(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(str(each.id), each.name) for each in ask(handing_over.customers, self.account))

    @to.options
    def colleagues(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(handing_over.successors, self.account))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        account, held = ask(handing_over.holding, self.account)
        who = say("staffing-who", name=account.name, type=type_of(account))
        holds = say("hand-over-holds", what=things(held.customers, held.reports))
        return (who, holds, *_nobody(ask(handing_over.successors, self.account)))

    @override
    def called(self) -> Wording | None:
        return self.ask(handing_over.holding, self.account)[0].name

    @override
    def done(self, result: HandOverResult, ask: Ask) -> Screen:
        rows: list[Row] = []
        nothing = not (result.left.customers or result.left.reports)
        if nothing and ask(staffing.types_for, self.account):
            rows.append((opens(say("change-type-key"), "change_type", account=self.account),))
        return Screen(_told(result), (*rows, (opens(say("people-entry"), "people"), HOME)))


class HandCustomerOver(Page):
    """A tap on a colleague hands the customer over; another one gives it back."""

    name = "hand_customer_over"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(customer_views.customer, _customer(args))
        found, sought = _colleagues(args, ask), args.get("text")
        if isinstance(sought, str):
            found = fitting(found, sought, self.wordings)
        of = view.customer.contact_id
        shown = listing([ListEntry(each.label, act("to", to=int(each.key), of=of)) for each in found], page_in(args))
        everybody = ((button("hand-customer-over-all-key", "all"),),) if sought else ()
        hint = (say("hand-customer-over-hint"),) if found else _nobody(found)
        lines = (
            say("hand-over-title"),
            say("strong", text=view.customer.name),
            say("customer-contact", agency=view.agency, person=view.contact),
            *hint,
            *shown.lines,
        )
        return Screen(lines, (*shown.rows, *everybody, (BACK, HOME)))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        """A name that is a colleague's alone is the tap on it; what fits several shows these."""
        if not isinstance(said, Typed) or not said.line:
            return None
        colleagues = _colleagues(args, ask)
        found = fitting(colleagues, said.line, self.wordings)
        if len(found) == 1 and is_called(found[0], said.line, self.wordings):
            of = ask(customer_views.customer, _customer(args)).customer.contact_id
            return Run(handing_over.HandCustomerOver(customer=_customer(args), to=int(found[0].key), of=of))
        if not found:
            return Perhaps(Show(notice=(nobody_called(said.line, colleagues),)))
        return Show({"customer": _customer(args), "text": said.line})

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "all":
            return Show({"customer": _customer(args)})
        to, of = act.args.get("to"), act.args.get("of")
        if isinstance(to, int):
            whose = of if isinstance(of, int) else None
            return Run(handing_over.HandCustomerOver(customer=_customer(args), to=to, of=whose))
        return Show({**args, "page": page_in(act.args)})

    @override
    def after(self, args: Args, result: HandOverResult, ask: Ask) -> Turn:
        return Close(notice=_told(result))


def _colleagues(args: Args, ask: Ask) -> tuple[Option, ...]:
    return persons(ask, ask(handing_over.colleagues, _customer(args)))


def _customer(args: Args) -> int:
    value = args.get("customer")
    return value if isinstance(value, int) else 0


def key(customer_id: int, ask: Ask) -> tuple[Button, ...]:
    """On a customer's card, for who may."""
    if not ask(handing_over.may_hand_customer_over, customer_id):
        return ()
    return (opens(say("hand-customer-over-key"), "hand_customer_over", customer=customer_id),)


def things(customers: int, reports: int) -> Wording:
    """What can be handed over."""
    if not reports:
        return say("handed-customers", count=customers)
    if not customers:
        return say("handed-reports", count=reports)
    return say("handed-both", first=say("handed-customers", count=customers), then=say("handed-reports", count=reports))


def handed(names: HandedNames) -> Wording:
    """What was handed over: the first few by name, one alone by its whole name."""
    customers = _named("handed-named", names.customers, names.customer_count)
    reports = _named("handed-reported", names.reported, names.report_count)
    if not (names.customer_count or names.report_count):
        return things(0, 0)
    if not names.report_count:
        return customers
    return reports if not names.customer_count else say("handed-both-named", first=customers, then=reports)


def _named(key: str, names: tuple[str, ...], count: int) -> Wording:
    told = names if count == 1 else tuple(map(middle, names))
    return say(f"{key}-more", names=told, count=count) if count > len(names) else say(key, names=told)


def _told(result: HandOverResult) -> tuple[Wording, ...]:
    return (
        say("hand-over-done", what=handed(result.names), name=result.to, source=result.source),
        say("hand-over-done-kept"),
    )


def _nobody(found: Sequence[object]) -> tuple[Wording, ...]:
    return () if found else (say("hand-over-nobody"),)
