"""录入订单: whom for, and the order itself, several lines at once. A project that isn't there yet is asked for with one tap."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.days import Date
from dialogs.core.form import Form, source
from dialogs.core.kinds import Hidden, Text
from dialogs.core.page import Args, Heard, Page, Perhaps, Turn
from dialogs.core.parts import Repeat
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Row, Say, Screen, Wording, say
from dialogs.core.verdicts import Mend, Pause, Stop
from dialogs.orders.fields import Begun
from dialogs.orders.order_line import LineTold, OrderLine, id_in, shared_between
from dialogs.orders.words import logged_line, order_lines
from dialogs.shared.list_page import ListPage, text_of
from dialogs.shared.words import HOME, button, middle, opens, page_in
from domain.orders import choosing, keeping, recording, views
from domain.orders.choosing import OrderCustomer
from domain.orders.records import YUAN

LATELY = 3


class LogOrders(ListPage[OrderCustomer]):
    """Whom for: those who were logged for lately in front; typing searches."""

    name = "log_orders"
    hint = "customers-search-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[OrderCustomer], int]:
        return ask(choosing.customers, text_of(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("log-orders-title"),)

    @override
    def row(self, place: int, row: OrderCustomer, args: Args, ask: Ask) -> Sequence[Wording]:
        return (_row(place, row),)

    @override
    def key(self, place: int, row: OrderCustomer, args: Args, ask: Ask) -> Button:
        return logs(str(place), row.customer, projects=row.projects)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("customers-none-found") if text_of(args) else say("log-orders-none")

    @override
    def above(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        first = not text_of(args) and page_in(args) == 0 and total > self.a_page
        lately = ask(choosing.lately, LATELY) if first else ()
        return tuple((logs(middle(each.name), each.customer, projects=each.projects),) for each in lately)

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        if text_of(args):
            return ((button("customers-all-key", "all"), HOME),)
        return ((opens(say("orders-list-entry"), "orders_by_file"), HOME),)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        return self.sought(args, said, ask)


def _row(place: int, row: OrderCustomer) -> Say:
    key = "log-orders-row-lost" if row.lost else "log-orders-row"
    return say(key, index=place, name=middle(row.name), contact=row.contact)


def logs(label: Wording, customer: int, *, projects: bool = True) -> Button:
    """A button that opens the form for a customer; of one without a project, what is done about that."""
    if not projects:
        return opens(label, "project_missing", customer=customer)
    return Button(label, Act("open", {"dialog": LogOrder.declared.name, "args": {"answers": {"customer": customer}}}))


def to_log(told: LineTold, written: str = "") -> recording.LineToLog:
    """The row for the domain."""
    price_told = told.price or told.maybe_price
    return recording.LineToLog(
        project=told.project,
        quantity=told.quantity,
        price=price_told[0] if price_told else None,
        currency=price_told[1] if price_told else YUAN,
        batches=shared_between(told.batches or (), told.shares, told.quantity),
        written=written,
    )


class LogOrder(Form[recording.LogOrder], name="log_order"):
    """Opened with its customer. `begun` keeps the day for drafts."""

    customer = Hidden()
    lines = Repeat(OrderLine, at_least=1, at_most=20)
    day = Date(lean="past", latest=0)
    reference = Text(max_length=recording.LONGEST_REFERENCE).optional()
    written_on = Begun()
    message: source[int | None] = source(lambda form: None)
    splits = True

    @override
    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        """At the first row's project: an order has a row."""
        answers = args.get("answers")
        if not isinstance(answers, dict) or any(name.startswith("lines") for name in answers):
            return args
        return {**args, "answers": {**answers, "lines[k1].line": None}}

    @override
    def prefill(self, ask: Ask) -> dict[str, object]:
        return {"written_on": ask.today}

    @property
    def whose(self) -> int:
        return self.customer or 0

    def asks_price(self, how: str) -> bool:
        return bool(self.ask(choosing.rules).price == how)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        """For whom; who may not log for it learns that before being asked anything."""
        found, had = ask(choosing.whom, self.whose)
        me = say("sale-of-contact", name=found.name, contact=found.contact)
        rules = ask(choosing.rules)
        told = (say(f"sale-price-to-vendor-{rules.price_to_vendor}"),) if rules.price != "none" else ()
        return (me, *((say("sale-until", until=had.until),) if found.lost else ()), *told)

    @day.check
    def within(self, ask: Ask) -> Say | Pause | None:
        try:
            late = ask(choosing.is_late, self.whose, self.day, self.written_on)
        except recording.DayOutside as refusal:
            return say_refusal(refusal)
        if not late:
            return None
        return Pause((say("sale-late-told", day=self.day),), mend=say("mend-it-key"))

    @override
    def called(self) -> Wording | None:
        return self.ask(choosing.whom, self.whose)[0].name

    @override
    def build(self, values: dict[str, object]) -> recording.LogOrder:
        lines = tuple(map(to_log, self.lines))
        return super().build({**values, "lines": lines, "reference": values.get("reference") or ""})

    @override
    def done(self, result: recording.Recorded, ask: Ask) -> Screen:
        seen = [ask(views.page, each.id).view for each in result.orders]
        lines: list[Wording] = [logged_line(each) for each in seen]
        lines.append(say("strong", text=seen[0].customer))
        for each in seen:
            lines += order_lines(each)
        if len(seen) > 1:
            lines.append(say("sale-linked", count=len(seen)))
        if result.late:
            lines.append(say("sale-waits-for-owner"))
        elif (until := ask(keeping.kept_until, seen[0].order.customer_id)) is not None:
            lines.append(say("order-kept", until=until))
        look = opens(say("look-key"), "sales_order", order=seen[0].order.id)
        again = opens(say("log-another-key"), "log_orders")
        same = logs(say("log-same-key"), self.whose)
        return Screen(tuple(lines), ((same,), (look, again), (HOME,)))

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        match refusal:
            case recording.DayOutside():
                return Mend("day", say_refusal(refusal))
            case (
                recording.QuantityOutside()
                | recording.PriceOutside()
                | recording.PriceMissing()
                | recording.BatchesDontAddUp()
                | recording.ProjectWithoutModel()
            ):
                return Mend("lines", say_refusal(refusal))
            case _:
                return None


class ProjectAsked(Page):
    name = "project_asked"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found, _ = ask(choosing.whom, id_in(args, "customer"))
        lines = (say("project-asked", contact=found.contact), say("strong", text=found.name), say("project-asked-then"))
        return Screen(lines, ((opens(say("log-another-key"), "log_orders"),), (HOME,)))
