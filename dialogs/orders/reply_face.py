"""What a reply to orders is answered with: what would become of them, what is asked, what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.ask import Ask
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Row, Screen, Wording, act, say
from dialogs.core.words import head
from dialogs.orders import face
from dialogs.orders.words import state_mark
from dialogs.shared.words import HOME, danger, opens
from domain.orders import card_views, changing
from domain.orders.reading import Ask as Asked
from domain.orders.reading.moved_goods import Delivered
from domain.orders.records import CorrectionReason, Line, Order
from domain.orders.replying import OrderCorrection
from domain.orders.showing import ShownRow

REASONS = (CorrectionReason.SLIP, CorrectionReason.CHANGED, CorrectionReason.OTHER)
READINGS = 4
QUOTED = 80
KEEP = Button(say("order-reply-keep"), Act("close"))


def done(order_id: int, ask: Ask) -> Screen:
    """The order as it is now."""
    order, customer = ask(card_views.order, order_id)
    shipped = [
        say("order-shipped", count=each.quantity, day=each.day, batches=tuple(each.batches))
        for each in ask(card_views.deliveries, order_id)
    ]
    headed = say("sale-headed", number=order.number, mark=state_mark(order))
    lines = (say("order-reply-done"), headed, *face.lines_of(order, customer)[1:], *shipped)
    return Screen(lines, ((opens(say("look-key"), "sales_order", order=order.id), HOME),))


def edited(orders: Sequence[Order]) -> Screen:
    """The message was changed after it had become an order."""
    lines = [say("order-edited-late", numbers=tuple(each.number for each in orders)), say("order-reply-hint")]
    corrects = [
        (opens(say("order-correct-key", number=each.number), "correct_order", order=each.id),) for each in orders[:3]
    ]
    return Screen(tuple(lines), (*corrects, (KEEP, HOME)))


def again(orders: Sequence[Order]) -> Screen:
    """It waits for other words."""
    return Screen((_number_line(orders), say("order-reply-hint")), ((KEEP, HOME),))


def _number_line(orders: Sequence[Order]) -> Wording:
    return say("order-reply-about", numbers=tuple(each.number for each in orders))


def not_understood(text: str, orders: Sequence[Order]) -> Screen:
    lines = (say("order-reply-unclear", text=head(text, QUOTED)), say("order-reply-hint"))
    key = opens(say("order-correct-key", number=orders[0].number), "correct_order", order=orders[0].id)
    rows = () if len(orders) != 1 or orders[0].is_return else ((key,),)
    return Screen(lines, (*rows, (KEEP, HOME)))


def which(text: str, lines: Sequence[tuple[Order, Line]]) -> Screen:
    rows = [
        (Button(say("order-reply-line", number=order.number, project=line.project), act("line", line=line.id)),)
        for order, line in lines
    ]
    return Screen((say("order-reply-which"), say("quoted", text=head(text, QUOTED))), (*rows, (KEEP, HOME)))


def void(orders: Sequence[Order], ask: Ask) -> Screen:
    """One of them, and only what was never sold."""
    if len(orders) > 1:
        keys = [(Button(say("order-void-key", number=each.number), act("void", order=each.id)),) for each in orders[:8]]
        return Screen((say("order-void-which"),), (*keys, (KEEP, HOME)))
    order, customer = ask(card_views.order, orders[0].id)
    lines = (say("sale-void-sure", number=order.number), *face.lines_of(order, customer)[1:])
    refusal = ask(changing.voids, order.id)
    if refusal is not None:
        return Screen((say_refusal(refusal), *lines[1:]), ((KEEP, HOME),))
    return Screen(lines, ((danger("sale-void-yes", "void", order=order.id),), (KEEP, HOME)))


def ships(order: Order, line: Line, shipped: Delivered) -> Screen:
    """What isn't clear of it is said; what is, but for some words, waits for a tap."""
    rest = (say("order-rest", text=shipped.rest),) if shipped.rest else ()
    about = (say("order-reply-ship", number=order.number), face.line_of(line), *rest)
    if shipped.unclear:
        return Screen((*about, say("order-reply-ship-how-many")), ((KEEP, HOME),))
    if shipped.day is None:
        return Screen((*about, say("order-reply-ship-when")), ((KEEP, HOME),))
    count = say("order-reply-ship-all") if shipped.quantity is None else face.pieces(shipped.quantity)
    told = say("order-reply-ship-what", count=count, day=shipped.day, batches=shipped.batches)
    return Screen((*about, told), ((Button(say("sale-deliver-key"), act("ship")),), (KEEP, HOME)))


def gives_back(order: Order, line: Line, back: Delivered, left: int) -> Screen:
    """`left` pieces of the line could still come back: what is more isn't offered."""
    about = (say("order-reply-back", number=order.number), face.line_of(line))
    if back.quantity is None:
        return Screen((*about, say("order-reply-back-how-many")), ((KEEP, HOME),))
    if back.day is None:
        return Screen((*about, say("order-reply-back-when")), ((KEEP, HOME),))
    told = say("order-reply-back-what", count=back.quantity, day=back.day)
    rest = (say("order-rest", text=back.rest),) if back.rest else ()
    if back.quantity > left:
        return Screen(
            (*about, told, *rest, say("order-reply-back-too-many", count=back.quantity, left=left)), ((KEEP, HOME),)
        )
    return Screen((*about, told, *rest), ((Button(say("sale-return-key"), act("back")),), (KEEP, HOME)))


def correction(found: OrderCorrection, ask: Ask) -> Screen:
    order = found.order
    if not found.changed and not found.removed:
        stands = say("order-already", number=order.number, day=order.day)
        look = opens(say("look-key"), "sales_order", order=order.id)
        return Screen((stands, *map(face.line_of, order.lines)), ((look, HOME),))
    lines: list[Wording] = [say("order-correcting", number=order.number)]
    tax = ask(card_views.tax_percent)
    for each in found.changed:
        lines.append(say("order-was", line=face.line_of(each.before), day=order.day))
        asked = ShownRow(each.row, slip=each.slip, rates=each.rates, late=Asked.DATE in each.row.asks)
        lines += face.row_lines(asked, 0, tax_percent=tax)
    lines += [say("order-taken-away", line=face.line_of(each)) for each in found.removed]
    if found.rest:
        lines.append(say("order-rest", text=found.rest))
    if found.closed is not None:
        lines.append(say("sale-closed", on=found.closed))
        return Screen(tuple(lines), ((KEEP, HOME),))
    return Screen(tuple(lines), (*_rows(found, lines), (KEEP, HOME)))


def _rows(found: OrderCorrection, lines: list[Wording]) -> tuple[Row, ...]:
    if found.question is not None:
        row = next(each.row for each in found.changed if each.row.asks)
        return tuple(
            (Button(face.reading(option, row), act("took", option=place)),)
            for place, option in enumerate(found.question[1][:READINGS])
        )
    if not found.lines:
        return ((danger("sale-void-yes", "void", order=found.order.id),),)
    lines.append(say("order-why"))
    return (tuple(Button(say(f"sale-why-{each.value}"), act("why", why=each.value)) for each in REASONS),)
