"""我的客户: the list with search, and a customer's card."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Heard, Page, Show, Turn
from dialogs.core.said import Typed
from dialogs.core.screen import Act, Button, Row, Screen, Wording, act, say
from dialogs.words import HOME, button, middle, numbered, opens, page_in, pages, profile_line, stage
from domain import views
from domain.customers import Search
from domain.views import CustomerView

A_PAGE = 6


class Customers(Page):
    name = "customers"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        text, page = _text(args), page_in(args)
        rows, total = ask(views.customers, Search(text=text, offset=page * A_PAGE, limit=A_PAGE))
        lines: list[Wording] = [
            say("customers-found", text=text, count=total) if text else say("customers-title", count=total)
        ]
        lines += [_row(place, row) for place, row in enumerate(rows, page * A_PAGE + 1)]
        if not rows:
            lines.append(say("customers-none-found") if text else say("customers-none"))
        elif total > A_PAGE:
            lines.append(say("customers-search-hint"))
        numbers = [
            opens(str(place), "customer", customer=row.customer.id) for place, row in enumerate(rows, page * A_PAGE + 1)
        ]
        last = (button("customers-all-key", "all"), HOME) if text else (HOME,)
        return Screen(tuple(lines), (*numbered(numbers), *pages(page, A_PAGE, total), last))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "page":
            return Show({**args, "page": page_in(act.args)})
        return Show({})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn:
        """Typing searches."""
        if isinstance(said, Typed) and said.text.strip():
            return Show({"text": said.text.strip()[:60]})
        return super().heard(args, said, ask)


class CustomerCard(Page):
    name = "customer"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        value = args.get("customer")
        view = ask(views.customer, value if isinstance(value, int) else 0)
        return Screen(_card(view), (_back(),))


def _back() -> Row:
    return (Button(say("back-key"), act("close")), HOME)


def _text(args: Args) -> str:
    value = args.get("text")
    return value if isinstance(value, str) else ""


def _row(place: int, view: CustomerView) -> Wording:
    return say(
        "customers-row",
        index=place,
        name=middle(view.customer.name),
        ends=_ends(view),
        person=view.contact,
        mark="red" if view.red else "none",
    )


def _ends(view: CustomerView) -> Wording:
    until = view.customer.protected_until
    return say("customers-until", until=until) if until is not None else say("customers-endless")


def _card(view: CustomerView) -> tuple[Wording, ...]:
    customer = view.customer
    lines: list[Wording] = [say("strong", text=customer.name)]
    if customer.profile is not None:
        lines.append(profile_line(customer.profile))
    if customer.credit_code:
        lines.append(say("approval-code", code=customer.credit_code))
    if customer.stage is not None:
        lines.append(say("customer-stage", stage=stage(customer.stage)))
    lines.append(say("customer-contact", agency=view.agency, person=view.contact))
    if customer.protected_until is None:
        lines.append(say("customer-protected-endless"))
    else:
        lines.append(
            say(
                "customer-protected",
                until=customer.protected_until,
                days=view.days_left if view.days_left is not None else 0,
                mark="red" if view.red else "none",
            )
        )
    if customer.profile is not None and customer.profile.background:
        lines.append(say("fact", label=say("report-customer-background"), value=customer.profile.background))
    return tuple(lines)
