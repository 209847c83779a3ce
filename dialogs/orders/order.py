"""One order with all that hangs on it, and what may be done to it."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Row, Screen, Wording, say
from dialogs.orders.fields import batches
from dialogs.orders.words import figures, line_lines, order_lines, state_mark, total
from dialogs.shared.words import BACK, HOME, button, clipboard, danger, opens
from domain.orders import changing, views
from domain.orders.records import Line
from domain.orders.views import OrderPage

VERSIONS = 5
DELIVERIES = 6


class SalesOrder(Page):
    name = "sales_order"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        page = ask(views.page, _id(args, "order"))
        if args.get("void") is True and page.may_correct:
            sure = say("sale-void-sure", number=page.view.order.number)
            return Screen((sure, *order_lines(page.view)), ((danger("sale-void-yes", "void"),), _back("kept")))
        last = (*clipboard("copy-number-key", page.view.order.number), BACK, HOME)
        return Screen(told(page), (*_rows(page), last))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        order = _id(args, "order")
        match act.verb:
            case "sure":
                return Show({"order": order, "void": True})
            case "void":
                return Run(changing.VoidOrder(order=order))
            case "confirm":
                return Run(changing.ConfirmLate(order=order))
            case _:
                return Show({"order": order})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show({"order": _id(args, "order")})

    @override
    def refused(self, args: Args, refusal: Exception, ask: Ask) -> Turn | None:
        """The order shows what stands in the way; to tap once more is of no use."""
        if not isinstance(refusal, changing.ReturnsOrDeliveries):
            return None
        return Show({"order": _id(args, "order")}, notice=(say_refusal(refusal),))


class SalesLine(Page):
    """One row of an order of several, with what may be done to it."""

    name = "sales_line"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        page, line = ask(views.line, _id(args, "line"))
        lines = (
            say("sale-line-of", number=page.view.order.number, index=line.place),
            *line_lines(line, page.view),
        )
        return Screen(lines, (*_of_line(page, line), (BACK, HOME)))


class OrderVersions(Page):
    """更正记录: what an order said before, newest first."""

    name = "order_versions"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        page = ask(views.page, _id(args, "order"))
        lines: list[Wording] = [say("sale-versions-title", number=page.view.order.number)]
        for version, author in list(reversed(page.versions))[:VERSIONS]:
            why = say(f"sale-why-{version.why.value}")
            lines.append(say("sale-version", version=version.version, at=version.at, author=author, why=why))
            lines.append(say("sale-version-day", day=version.day))
            for each in version.lines:
                lines.append(say("sale-row", project=each.project, mcu=each.written or each.mcu))
                lines.append(figures(each))
                if each.batches:
                    lines.append(say("sale-row-batches", batches=batches(each.batches)))
        return Screen(tuple(lines), ((BACK, HOME),))


def told(page: OrderPage) -> tuple[Wording, ...]:
    view, order = page.view, page.view.order
    lines: list[Wording] = [
        say("sale-headed", number=order.number, mark=state_mark(order)),
        say("strong", text=view.customer),
        *order_lines(view, numbered=True),
    ]
    lines += total(view)
    if page.takes_back is not None:
        lines.append(say("sale-takes-back", number=page.takes_back.number, day=page.takes_back.day))
    who = "sale-said" if view.author == view.contact else "sale-said-by"
    lines.append(say(who, day=order.day, author=view.author, contact=view.contact))
    if page.of_vendor:
        lines.append(say("sale-agency", agency=view.agency))
    if order.reference:
        lines.append(say("sale-reference-line", reference=order.reference))
    lines.append(say("sale-logged-at", at=order.at))
    if page.linked:
        lines.append(say("sale-linked-to", numbers=tuple(each.number for each in page.linked)))
    for each in page.returns:
        pieces = -sum(line.quantity for line in each.lines)
        lines.append(say("sale-returned", day=each.day, quantity=pieces, number=each.number))
    for delivery, _ in page.deliveries[-DELIVERIES:]:
        lines.append(
            say(
                "sale-delivered",
                day=delivery.day,
                quantity=delivery.quantity,
                batches=delivery.batches,
                batched="yes" if delivery.batches else "no",
            )
        )
    if page.confirmed is not None:
        confirmed, author = page.confirmed
        lines.append(say("sale-confirmed", at=confirmed.at, author=author))
    if page.versions:
        version, author = page.versions[-1]
        lines.append(say("sale-changed", times=len(page.versions), at=version.at, author=author))
    if page.may_log and not page.may_correct and page.closed is not None:
        lines.append(say("sale-closed", on=page.closed))
    return tuple(lines)


def _rows(page: OrderPage) -> tuple[Row, ...]:
    order = page.view.order
    rows: list[Row] = []
    if page.may_confirm:
        rows.append((button("order-late-confirm", "confirm"),))
    if page.may_log and not order.is_return:
        if len(order.lines) == 1:
            rows += _of_line(page, order.lines[0])
        else:
            rows.append(
                tuple(
                    opens(say("sale-line-key", index=each.place), "sales_line", line=each.id)
                    for each in order.lines[:8]
                )
            )
    if page.may_correct:
        corrects = () if order.is_return else (opens(say("correct-report-key"), "correct_order", order=order.id),)
        rows.append((*corrects, button("sale-void-key", "sure")))
    last = []
    if page.versions:
        last.append(opens(say("corrections-key"), OrderVersions.name, order=order.id))
    if page.card:
        last.append(opens(say("customer-card-key"), "customer", customer=order.customer_id))
    taken_back = () if page.takes_back is None else (page.takes_back,)
    others = [*taken_back, *page.linked, *page.returns][:2]
    last += [opens(each.number, SalesOrder.name, order=each.id) for each in others]
    rows += [tuple(last[start : start + 2]) for start in range(0, len(last), 2)]
    return tuple(rows)


def _of_line(page: OrderPage, line: Line) -> list[Row]:
    """Adding batches, shipping, giving back: what is still left of it."""
    if not page.may_log or line.quantity < 0:
        return []
    keys = [opens(say("sale-batches-key"), "add_batches", line=line.id)]
    if page.unshipped[line.id] > 0:
        keys.append(opens(say("sale-deliver-key"), "deliver", line=line.id))
    if page.left[line.id] > 0:
        keys.append(opens(say("sale-return-key"), "return_goods", line=line.id))
    return [tuple(keys)]


def _back(verb: str) -> Row:
    return (button("back-key", verb), HOME)


def _id(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0
