"""录入订单: whom for, and the order itself, several lines at once. A project that isn't there yet is asked for with one tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from typing_extensions import override

from dialogs.core.amounts import Whole
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.days import Date
from dialogs.core.field import Asking, Offer, Option, Unanswered, attempt
from dialogs.core.form import Form, Mend, Pause, Stop, source
from dialogs.core.kinds import Kept, Text
from dialogs.core.page import Args, Heard, Page, Perhaps, Run, Show, Swap, Turn
from dialogs.core.parts import Repeat
from dialogs.core.refusals import say_refusal
from dialogs.core.said import Typed
from dialogs.core.screen import Act, Button, Row, Say, Screen, Wording, act, say
from dialogs.list_page import ListPage, text_of
from dialogs.orders.fields import Batches, Begun, Price, Shares, batches, price
from dialogs.orders.words import logged_line, order_lines
from dialogs.words import HOME, button, middle, opens, page_in
from domain.orders import answering, choosing, keeping, recording, views, wanting
from domain.orders.choosing import Whom
from domain.orders.records import YUAN, Batch, Waiting

LATELY = 3
LONGEST_NOTE = 300


class LogOrders(ListPage[Whom]):
    """Whom for: those who were logged for lately in front; typing searches."""

    name = "log_orders"
    hint = "customers-search-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Whom], int]:
        return ask(choosing.customers, text_of(args), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("log-orders-title"),)

    @override
    def row(self, place: int, row: Whom, args: Args, ask: Ask) -> Sequence[Wording]:
        return (_row(place, row),)

    @override
    def key(self, place: int, row: Whom, args: Args, ask: Ask) -> Button:
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


def _row(place: int, row: Whom) -> Say:
    key = "log-orders-row-lost" if row.lost else "log-orders-row"
    return say(key, index=place, name=middle(row.name), contact=row.contact)


def logs(label: Wording, customer: int, *, projects: bool = True) -> Button:
    """A button that opens the form for a customer; of one without a project, what is done about that."""
    if not projects:
        return opens(label, "project_missing", customer=customer)
    return Button(label, Act("open", {"dialog": LogOrder.declared.name, "args": {"answers": {"customer": customer}}}))


@dataclass(frozen=True, kw_only=True)
class LineTold:
    """What the questions of a row are answered with. `line` is the one that is corrected."""

    line: int | None
    project: int
    quantity: int
    price: tuple[Decimal, str] | None
    maybe_price: tuple[Decimal, str] | None
    batches: tuple[Batch, ...] | None
    shares: tuple[int, ...] | None


class ProjectOf(Choice[int]):
    """One of the customer's projects; beside them is the way for one that isn't there."""

    @override
    def offer(self, asking: Asking) -> Offer:
        offer = super().offer(asking)
        known = next((each.key for each in asking.options()), "")
        if not known.isdecimal():
            return offer
        missing = opens(say("sale-project-not-there"), ProjectMissing.name, project=int(known))
        return replace(offer, rows=(*offer.rows, (missing,)))


class OrderLine(Form[LineTold], name="order_line"):
    """One row. Model and domain come with the project."""

    line = Kept()
    project = ProjectOf(load=int)
    quantity = Whole(unit="sale-pieces", words=("片", "颗", "只", "个", "pcs", "pc", "ea", "pieces"), at_least=1)
    price = Price().when(lambda line: line.outer.asks_price("required"))
    maybe_price = Price().optional().when(lambda line: line.outer.asks_price("optional"))
    batches = Batches().optional()
    shares = Shares().when(lambda line: line.is_split)

    @project.options
    def of_customer(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(
            Option(
                str(each.id),
                say("sale-project", name=each.name, mcu=each.told.mcu, domain=each.told.domain),
                find=each.told.mcu,
                names=(each.name,),
            )
            for each in ask(choosing.projects, self.outer.whose)
        )

    @quantity.check
    def usual_quantity(self, ask: Ask) -> Say | Pause | None:
        largest = ask(choosing.rules).largest_quantity
        if self.quantity > largest:
            return say_refusal(recording.QuantityOutside(self.quantity, largest))
        found = ask(choosing.slip, self.outer.whose, self.project, quantity=self.quantity)
        if found.quantity_before is None:
            return None
        told = say("sale-slip-quantity", quantity=self.quantity, before=found.quantity_before)
        return Pause((told,), go_on=say("sale-slip-right"), mend=say("mend-it-key"))

    @price.check
    def usual_price(self, ask: Ask) -> Say | Pause | None:
        return self._unusual(ask, self.price)

    @maybe_price.check
    def usual_if_told(self, ask: Ask) -> Say | Pause | None:
        return self._unusual(ask, self.maybe_price)

    def _unusual(self, ask: Ask, given: tuple[Decimal, str] | None) -> Say | Pause | None:
        if given is None:
            return None
        told, currency = given
        rules = ask(choosing.rules)
        if currency not in rules.currencies:
            return say_refusal(recording.UnknownCurrency(currency, rules.currencies))
        if not rules.lowest_price <= told <= rules.highest_price:
            return say_refusal(recording.PriceOutside(told, rules.lowest_price, rules.highest_price))
        found = ask(choosing.slip, self.outer.whose, self.project, price=told, currency=currency)
        if found.price_before is None:
            return None
        line = say("sale-slip-price", price=price(told, currency), before=price(found.price_before, currency))
        return Pause((line,), go_on=say("sale-slip-right"), mend=say("mend-it-key"))

    @price.propose
    def as_last(self, ask: Ask) -> tuple[Decimal, str] | None:
        return self._last(ask)

    @maybe_price.propose
    def as_last_if_told(self, ask: Ask) -> tuple[Decimal, str] | None:
        return self._last(ask)

    def _last(self, ask: Ask) -> tuple[Decimal, str] | None:
        found = ask(choosing.last_price, self.outer.whose, self.project, YUAN)
        return None if found is None else (found, YUAN)

    @batches.check
    def fit(self, ask: Ask) -> Say | None:
        """With a quantity of each, they make up the line's; how many an order holds is told with the next question."""
        found, most = self.batches or (), ask(choosing.rules).batches
        told = [each.quantity for each in found if each.quantity is not None]
        if len(found) > most and not self.outer.splits:
            return say("refusal-too-many-batches", most=most)
        if len(told) not in (0, len(found)) or (told and sum(told) != self.quantity):
            return say_refusal(recording.BatchesDontAddUp(self.quantity, sum(told), len(found) - len(told)))
        return None

    @property
    def is_split(self) -> bool:
        """More batches than one order holds, and nobody said how much of each."""
        found = self.batches or ()
        most = self.sheet.desk.ask(choosing.rules).batches
        return len(found) > most and any(each.quantity is None for each in found)

    @shares.check
    def add_up(self) -> Say | None:
        told, codes = self.shares, self.batches or ()
        if told is None or not told:
            return None if self.quantity >= len(codes) else say("sale-too-few-pieces", quantity=self.quantity)
        if len(told) != len(codes) or sum(told) != self.quantity:
            return say("sale-shares-off", quantity=self.quantity, batches=len(codes), told=sum(told), count=len(told))
        return None

    @override
    def called(self) -> Wording | None:
        """What is confirmed: the project and its figures."""
        return attempt(self._called)

    def _called(self) -> Wording:
        ask = self.sheet.desk.ask
        found = next((each for each in ask(choosing.projects, self.outer.whose) if each.id == self.project), None)
        if found is None:
            raise Unanswered
        told = attempt(lambda: self.price or self.maybe_price)
        named = attempt(lambda: self.batches) or ()
        return say(
            "sale-line-called",
            project=found.name,
            mcu=found.told.mcu,
            quantity=self.quantity,
            priced="yes" if told else "no",
            price=price(*told) if told else "",
            batches=batches(_shared(named, attempt(lambda: self.shares), self.quantity)) if named else "",
            batched="yes" if named else "no",
        )


def to_log(told: LineTold, written: str = "") -> recording.LineToLog:
    """The row for the domain."""
    price_told = told.price or told.maybe_price
    return recording.LineToLog(
        project=told.project,
        quantity=told.quantity,
        price=price_told[0] if price_told else None,
        currency=price_told[1] if price_told else YUAN,
        batches=_shared(told.batches or (), told.shares, told.quantity),
        written=written,
    )


def _shared(found: Sequence[Batch], shares: Sequence[int] | None, quantity: int) -> tuple[Batch, ...]:
    if shares is None:
        return tuple(found)
    codes = [each.code for each in found]
    if shares:
        return tuple(Batch(code, pieces) for code, pieces in zip(codes, shares, strict=False))
    return tuple(Batch(each.code, each.quantity) for each in answering.evenly(quantity, codes))


class LogOrder(Form[recording.LogOrder], name="log_order"):
    """Opened with its customer. `begun` keeps the day for drafts."""

    customer = Kept()
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
        return bool(self.sheet.desk.ask(choosing.rules).price == how)

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
        return self.sheet.desk.ask(choosing.whom, self.whose)[0].name

    @override
    def build(self, values: dict[str, Any]) -> recording.LogOrder:
        lines = tuple(map(to_log, values["lines"]))
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


class ProjectMissing(Page):
    """没有项目: the salesperson is asked to add it; what was written stands on a card that waits for it."""

    name = "project_missing"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found, _ = ask(choosing.whom, _customer(args, ask))
        text = str(args.get("text", ""))
        lines: list[Wording] = [
            say("project-missing-title"),
            say("strong", text=found.name),
            say("project-missing-why", contact=found.contact),
        ]
        lines.append(say("quoted", text=text) if text else say("project-missing-hint"))
        key = Button(say("project-ask-key", contact=found.contact), act("wants"))
        return Screen(tuple(lines), ((key,), (Button(say("back-key"), act("close")), HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Run(wanting.WantProject(customer=_customer(args, ask), text=str(args.get("text", ""))))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """What the order says, to be gone on with when the project is there."""
        if not isinstance(said, Typed) or not said.text.strip():
            return None
        return Show({**args, "text": said.text.strip()[:LONGEST_NOTE]})

    @override
    def after(self, args: Args, result: Waiting, ask: Ask) -> Turn:
        return Swap("project_asked", {"customer": _customer(args, ask)})


class ProjectAsked(Page):
    name = "project_asked"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found, _ = ask(choosing.whom, _id(args, "customer"))
        lines = (say("project-asked", contact=found.contact), say("strong", text=found.name), say("project-asked-then"))
        return Screen(lines, ((opens(say("log-another-key"), "log_orders"),), (HOME,)))


def _customer(args: Args, ask: Ask) -> int:
    """Said itself, or by one of its projects."""
    project = _id(args, "project")
    return ask(choosing.customer_of, project) if project else _id(args, "customer")


def _id(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0
