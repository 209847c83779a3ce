"""What becomes of an order, as forms: corrected, its batches told, given back, shipped."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from typing_extensions import override

from dialogs.core.amounts import Whole
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.days import Date
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.kinds import Hidden, Text
from dialogs.core.page import Args
from dialogs.core.parts import Repeat
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Json, Say, Screen, Wording, say
from dialogs.core.verdicts import Mend, Pause, Stop
from dialogs.orders.fields import Batches, Price
from dialogs.orders.log_order import to_log
from dialogs.orders.order_line import LineTold, OrderLine
from dialogs.orders.words import line_lines, logged_line, order_lines
from dialogs.products.mcus import Mcu, mcu_options
from dialogs.shared.words import HOME, opens
from domain.base.rights import Action
from domain.base.work import Work
from domain.orders import changing, choosing, recording, views
from domain.orders.records import YUAN, CorrectionReason, Line, Order

UNITS = ("片", "颗", "只", "个", "pcs", "pc", "ea", "pieces")
REASONS = (CorrectionReason.SLIP, CorrectionReason.CHANGED, CorrectionReason.OTHER)


class CorrectOrder(Form[changing.CorrectOrder], name="correct_order", submit="correct-report-key"):
    """Opened with `order`: as it stands now, at its summary; each version is kept."""

    order = Hidden()
    day = Date(lean="past", latest=0)
    lines = Repeat(OrderLine, at_least=1, at_most=20)
    why = Choice(load=CorrectionReason)
    splits = False

    @override
    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        found = args.get("order")
        if found is None or "answers" in args:
            return args
        order = ask(views.page, found if isinstance(found, int) else 0).view.order
        return {
            "answers": {
                "order": order.id,
                "day": order.day.isoformat(),
                "lines": [_as_it_is(each) for each in order.lines],
            }
        }

    @why.options
    def reasons(self) -> tuple[Option, ...]:
        return tuple(Option(each.value, say(f"sale-why-{each.value}")) for each in REASONS)

    @property
    def whose(self) -> int:
        return int(self.ask(_customer_of, self.order or 0))

    def asks_price(self, how: str) -> bool:
        return bool(self.ask(choosing.rules).price == how)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        view = ask(views.page, self.order or 0).view
        return (say("sale-correcting", number=view.order.number), say("strong", text=view.customer))

    @override
    def called(self) -> Wording | None:
        return self.ask(views.page, self.order or 0).view.order.number

    @override
    def build(self, values: dict[str, object]) -> changing.CorrectOrder:
        before = self.ask(views.page, self.order or 0).view.order.lines
        written = {each.id: (each.project_id, each.written) for each in before}

        def line(told: LineTold) -> recording.LineToLog:
            project, model = written.get(told.line, (None, ""))  # type: ignore[call-overload]
            return to_log(told, model if project == told.project else "")

        return super().build({**values, "lines": tuple(map(line, self.lines))})

    @override
    def done(self, result: Order, ask: Ask) -> Screen:
        return _done(say("sale-corrected", number=result.number), result.id, ask)

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        match refusal:
            case recording.DayOutside():
                return Mend("day", say_refusal(refusal))
            case (
                recording.QuantityOutside()
                | recording.PriceOutside()
                | recording.BatchesDontAddUp()
                | changing.TooManyBatches()
                | changing.ReturnsOrDeliveries()
            ):
                return Mend("lines", say_refusal(refusal))
            case _:
                return None


def _as_it_is(line: Line) -> dict[str, Json]:
    price: Json = None if line.price is None else f"{line.price:f} {line.currency}"
    return {
        "line": line.id,
        "project": str(line.project_id or 0),
        "quantity": str(line.quantity),
        "price": price,
        "maybe_price": price,
        "batches": [[each.code, each.quantity] for each in line.batches] or None,
    }


def _customer_of(work: Work, order_id: int) -> int:
    """Raises `NotFound`."""
    return views.page(work, order_id).view.order.customer_id


class AddBatches(Form[changing.AddBatches], name="add_batches", submit="sale-batches-key"):
    """Batches that became known; no reason is asked for."""

    right = Action.LOG_ORDERS
    line = source("line", int)
    batches = Batches()

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return _about(ask, self.line)

    @override
    def called(self) -> Wording | None:
        return None

    @override
    def done(self, result: Order, ask: Ask) -> Screen:
        return _done(say("sale-batches-added", number=result.number), result.id, ask)

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        fits = isinstance(refusal, changing.TooManyBatches | recording.BadBatch)
        return Mend("batches", say_refusal(refusal)) if fits else None


class ReturnGoods(Form[changing.ReturnGoods], name="return_goods", submit="sale-return-key"):
    """退货: pieces of a line that come back."""

    right = Action.LOG_ORDERS
    line = source("line", int)
    quantity = Whole(unit="sale-pieces", words=UNITS, at_least=1)
    day = Date(lean="past", latest=0)
    reference = Text(max_length=recording.LONGEST_REFERENCE).optional()

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        page, _ = ask(views.line, self.line)
        return (*_about(ask, self.line), say("sale-left", left=page.left[self.line]))

    @quantity.propose
    def all_that_is_left(self, ask: Ask) -> int | None:
        return ask(views.line, self.line)[0].left[self.line] or None

    @quantity.check
    def not_more(self, ask: Ask) -> Say | None:
        left = ask(views.line, self.line)[0].left[self.line]
        return say_refusal(changing.MoreThanSold(self.quantity, left)) if self.quantity > left else None

    @day.check
    def within(self, ask: Ask) -> Say | Pause | None:
        page, _ = ask(views.line, self.line)
        return _day(ask, self.day, page.view.order.day)

    @override
    def called(self) -> Wording | None:
        return None

    @override
    def build(self, values: dict[str, object]) -> changing.ReturnGoods:
        return super().build({**values, "reference": values.get("reference") or ""})

    @override
    def done(self, result: Order, ask: Ask) -> Screen:
        return _done(logged_line(ask(views.page, result.id).view), result.id, ask, rows=True)

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        return _mended(refusal)


class ReturnFromBefore(Form[changing.ReturnFromBefore], name="return_from_before", submit="sale-return-key"):
    """上线前订单: a return of what was sold before the system knew of it."""

    customer = source("customer", int)
    mcu = Mcu()
    quantity = Whole(unit="sale-pieces", words=UNITS, at_least=1)
    price: Any = Price()
    day = Date(lean="past", latest=0)
    reference = Text(max_length=recording.LONGEST_REFERENCE).optional()
    currency: source[str] = source(lambda form: YUAN)

    @mcu.options
    def models(self, ask: Ask) -> tuple[Option, ...]:
        return ask(mcu_options)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (say("strong", text=ask(choosing.whom, self.customer)[0].name), say("return-from-before-why"))

    @day.check
    def within(self, ask: Ask) -> Say | Pause | None:
        return _day(ask, self.day, ask(choosing.whom, self.customer)[1].since)

    @override
    def called(self) -> Wording | None:
        return None

    @override
    def build(self, values: dict[str, object]) -> changing.ReturnFromBefore:
        told: tuple[Decimal, str] = self.price
        return super().build(
            {**values, "price": told[0], "currency": told[1], "reference": values.get("reference") or ""}
        )

    @override
    def done(self, result: Order, ask: Ask) -> Screen:
        return _done(logged_line(ask(views.page, result.id).view), result.id, ask, rows=True)

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        if isinstance(refusal, recording.PriceOutside | recording.UnknownCurrency):
            return Mend("price", say_refusal(refusal))
        return _mended(refusal)


class Deliver(Form[changing.Deliver], name="deliver", submit="sale-deliver-key"):
    """发货: a part of a line was shipped."""

    right = Action.LOG_ORDERS
    line = source("line", int)
    quantity = Whole(unit="sale-pieces", words=UNITS, at_least=1)
    day = Date(lean="past", latest=0)
    batches = Batches().optional()

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        page, _ = ask(views.line, self.line)
        return (*_about(ask, self.line), say("sale-unshipped", left=page.unshipped[self.line]))

    @quantity.propose
    def all_that_is_left(self, ask: Ask) -> int | None:
        return ask(views.line, self.line)[0].unshipped[self.line] or None

    @quantity.check
    def not_more(self, ask: Ask) -> Say | None:
        left = ask(views.line, self.line)[0].unshipped[self.line]
        return say("sale-more-than-unshipped", quantity=self.quantity, left=left) if self.quantity > left else None

    @day.check
    def within(self, ask: Ask) -> Say | None:
        begin = ask(views.line, self.line)[0].view.order.day
        return say("sale-before-contract", day=self.day, since=begin) if self.day < begin else None

    @override
    def called(self) -> Wording | None:
        return None

    @override
    def build(self, values: dict[str, object]) -> changing.Deliver:
        told = self.batches or ()
        return super().build({**values, "batches": tuple(each.code for each in told)})

    @override
    def done(self, result: Order, ask: Ask) -> Screen:
        return _done(say("sale-delivery-kept", number=result.number), result.id, ask)

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        return _mended(refusal)


def _mended(refusal: Exception) -> Mend | None:
    match refusal:
        case recording.DayOutside():
            return Mend("day", say_refusal(refusal))
        case changing.MoreThanSold() | recording.QuantityOutside():
            return Mend("quantity", say_refusal(refusal))
        case _:
            return None


def _day(ask: Ask, day: date, since: date) -> Say | Pause | None:
    """A return counts on its own day; of a closed month it is 补录."""
    if day < since:
        return say_refusal(recording.DayOutside(day, since, ask.today))
    if not ask(choosing.is_closed, day):
        return None
    return Pause((say("sale-late-told", day=day),), mend=say("mend-it-key"))


def _about(ask: Ask, line_id: int) -> tuple[Wording, ...]:
    """Which row; whoever doesn't see it learns nothing."""
    page, line = ask(views.line, line_id)
    first = say("sale-line-of", number=page.view.order.number, index=line.place)
    return (first, say("strong", text=page.view.customer), *line_lines(line, page.view))


def _done(first: Wording, order_id: int, ask: Ask, *, rows: bool = False) -> Screen:
    view = ask(views.page, order_id).view
    lines = (first, say("strong", text=view.customer), *(order_lines(view) if rows else order_lines(view, 3)))
    sales = opens(say("sales-key"), "sales", customer=view.order.customer_id)
    return Screen(lines, ((opens(say("look-key"), "sales_order", order=order_id), sales), (HOME,)))
