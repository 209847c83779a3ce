"""How an order's rows look, and what the readings of one are called on buttons.

1 大疆创新 · 云台电机 → BAT32G135 · 电机控制
5,000 片 × 3.20 元 = 16,000.00 元
批次 A12、A13 · 合同日期 11-21
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import reduce

from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Arg, Say, Wording, say
from dialogs.orders.words import in_yuan
from domain.base.bilingual import translated
from domain.orders.reading import Ask, How, Intent, KnownCustomer, KnownProject, Option, ReadBatch, ReadRow, Tax
from domain.orders.records import YUAN, Line, Order
from domain.orders.showing import ShownRow

CENT = Decimal("0.01")


def money(value: Decimal | None, currency: str = YUAN) -> Say:
    """3.20 元, 0.8333 元, 0.45 美元: exact, with two decimals at least."""
    if value is None:
        return say("order-unknown")
    short = value.normalize()
    exponent = short.as_tuple().exponent
    shown = short.quantize(CENT) if isinstance(exponent, int) and exponent > -2 else short
    return say("order-money", value=shown, currency=currency)


def pieces(quantity: int | None) -> Say:
    return say("order-unknown") if quantity is None else say("order-pieces", count=quantity)


def what(project: str, mcu: str, domain: str) -> Arg:
    """云台电机 → BAT32G135 · 电机控制, as far as it is known."""
    sold = say("order-model", project=project, mcu=mcu) if project and mcu else project or mcu
    return say("profile-line", before=sold, fact=translated(domain)) if domain else sold


def figures(quantity: int | None, price: Decimal | None, currency: str) -> Say:
    amount = None if quantity is None or price is None else price * quantity
    if amount is None:
        return say("order-figures-open", quantity=pieces(quantity), price=money(price, currency))
    return say("order-figures", quantity=pieces(quantity), price=money(price, currency), amount=money(amount, currency))


def batches(found: Sequence[ReadBatch]) -> tuple[Arg, ...]:
    return tuple(
        each.code if each.quantity is None else say("order-batch-of", code=each.code, count=each.quantity)
        for each in found
    )


def line_of(line: Line) -> Wording:
    """One line of an order that stands."""
    told = say("order-line-figures", quantity=pieces(line.quantity), price=money(line.price, line.currency))
    return say("order-line", what=what(line.project, line.written or line.mcu, ""), figures=told)


def lines_of(order: Order, customer: str) -> list[Wording]:
    """What was logged: number, customer, its lines."""
    lines: list[Wording] = [say("order-logged", number=order.number), say("strong", text=customer)]
    for each in order.lines:
        lines.append(line_of(each))
        if each.batches:
            lines.append(say("order-batches-of", batches=tuple(batch.code for batch in each.batches)))
    return lines


def row_lines(shown: ShownRow, number: int, *, tax_percent: int) -> list[Wording]:
    """`number` is 0 where the row stands alone."""
    row = shown.row
    customer: Arg = row.customer.name if row.customer is not None else say("order-customer-open")
    project = row.project.name if row.project is not None else ""
    domain = row.project.domain if row.project is not None else ""
    sold = what(project, row.written or row.mcu or "", domain)
    lines: list[Wording] = [
        say("order-row", number=number, customer=customer, what=sold)
        if sold
        else say("order-row-who", number=number, customer=customer),
        figures(row.quantity, row.price, row.currency) if row.intent is not Intent.RETURN else _coming_back(row),
        _when(row),
    ]
    sells = row.intent is not Intent.RETURN and Ask.CURRENCY not in row.asks
    if sells and row.quantity is not None and row.price is not None and row.day is not None:
        lines[2:2] = in_yuan(row.price * row.quantity, row.currency, row.day, shown.rates)
    if row.tax is Tax.EXCLUDED and row.price is not None:
        lines.append(say("order-without-tax", percent=tax_percent))
    if row.untaxed is not None:
        added = "no" if row.untaxed == row.price else "yes"
        lines.append(say("order-untaxed", price=money(row.untaxed, row.currency), percent=tax_percent, added=added))
    if row.total is not None and (Ask.TOTAL in row.asks or None in (row.quantity, row.price)):
        lines.append(say("order-total-line", amount=money(row.total, row.currency)))
    if row.reference:
        lines.append(say("order-reference", reference=row.reference))
    lines += _remarks(shown)
    return lines


def brief(shown: ShownRow) -> Say:
    """One line of a list: whom for, what, how far it is."""
    row = shown.row
    customer: Arg = row.customer.name if row.customer is not None else say("order-customer-open")
    count = pieces(-row.quantity if row.quantity is not None and row.intent is Intent.RETURN else row.quantity)
    key = (
        "order-brief-known"
        if shown.folded
        else "order-brief"
        if shown.complete and not shown.slip
        else "order-brief-open"
    )
    day: Arg = row.day if row.day is not None else say("order-unknown")
    return say(key, customer=customer, what=sold(row), quantity=count, price=money(row.price, row.currency), day=day)


def sold(row: ReadRow) -> Arg:
    return row.project.name if row.project is not None else row.written or row.mcu or say("order-unknown")


def _coming_back(row: ReadRow) -> Say:
    """A return: less, and at the price of its order, whatever was written."""
    count = say("order-unknown") if row.quantity is None else pieces(-row.quantity)
    if row.price is None:
        return say("order-back", quantity=count)
    return say("order-back-at", quantity=count, price=money(row.price, row.currency))


def _when(row: ReadRow) -> Say:
    day: Arg = row.day if row.day is not None else say("order-unknown")
    if row.batches:
        return say("order-batches-and-day", batches=batches(row.batches), day=day)
    return say("order-day-line", day=day)


def _remarks(shown: ShownRow) -> list[Wording]:
    row = shown.row
    lines: list[Wording] = []
    marks = _marks(row, late=shown.late)
    if marks:
        lines.append(
            say("order-marks", marks=reduce(lambda before, fact: say("profile-line", before=before, fact=fact), marks))
        )
    if rest := left_over(row):
        lines.append(say("order-rest", text=rest))
    if shown.slip.price_before is not None:
        lines.append(say("order-slip-price", before=money(shown.slip.price_before, row.currency)))
    if shown.slip.quantity_before is not None:
        lines.append(say("order-slip-quantity", before=pieces(shown.slip.quantity_before)))
    if shown.late and row.day is not None and Ask.DATE not in row.asks:
        lines.append(say("order-is-late", month=row.day.month))
    if shown.keeps is not None:
        lines.append(say("order-keeps", until=shown.keeps))
    if shown.wrong is not None:
        lines.append(say("order-wrong", why=say_refusal(shown.wrong)))
    if shown.outside is not None and Ask.CUSTOMER not in row.asks:
        lines.append(say("order-day-outside", since=shown.outside.since, until=shown.outside.until))
    if row.asks:
        lines.append(_question(shown, row.asks[0]))
    return lines


def left_over(row: ReadRow) -> tuple[str, ...]:
    """But for the contract's number, which has a line of its own."""
    return tuple(each for each in row.rest if not (row.reference and each.endswith(row.reference)))


def _question(shown: ShownRow, ask: Ask) -> Say:
    row = shown.row
    if row.quantity is None and row.price is None and row.options.get(Ask.QUANTITY):
        return say("order-ask-figures")
    if ask is Ask.RETURN and row.quantity is None:
        return say("order-ask-return-quantity")
    if ask is Ask.TAX and Ask.CURRENCY in row.asks:
        return say("order-ask-tax-currency")
    if ask is Ask.DATE and shown.late and row.day is not None:
        return say("order-ask-date-closed", month=row.day.month)
    if ask is Ask.BATCH_QUANTITIES and (told := [each.quantity for each in row.batches if each.quantity is not None]):
        if len(told) < len(row.batches):
            return say("order-ask-batch-each")
        return say("order-ask-batch-sum", told=pieces(sum(told)), quantity=pieces(row.quantity))
    return say(f"order-ask-{_dashed(ask.value)}")


def _marks(row: ReadRow, *, late: bool) -> tuple[Say, ...]:
    """数量、单价同上一单: values of one origin together. A year that nobody wrote matters where its month is closed."""
    alike: dict[How, list[Say]] = {}
    for name, how in row.marks.items():
        if how is How.LIKELY_YEAR and not late:
            continue
        alike.setdefault(how, []).append(say(f"order-of-{_dashed(name)}"))
    return tuple(say(f"order-how-{_dashed(how.value)}", what=tuple(named)) for how, named in alike.items())


def _dashed(word: str) -> str:
    return word.replace("_", "-")


def reading(option: Option, row: ReadRow, *, late: bool = False) -> Wording:
    """What a button says that takes this reading: all that it answers. `late`: the row's day is of a closed month."""
    values = dict(option.values)
    price, quantity = values.get("price"), values.get("quantity")
    if "tax" in values and price is not None:
        key = "order-tax-already" if row.tax is Tax.EXCLUDED and price == row.price else "order-tax-added"
        return say(key, price=money(_decimal(price), str(values.get("currency", row.currency))))
    parts: list[Wording] = []
    if quantity is not None and price is not None:
        parts.append(say("order-reading", quantity=_count(quantity), price=money(_decimal(price), row.currency)))
        values = {name: value for name, value in values.items() if name not in ("quantity", "price")}
    parts += [each for name, value in values.items() if (each := _part(name, value, row, late=late)) is not None]
    return parts[0] if len(parts) == 1 else say("order-readings", parts=tuple(parts))


def other_tax(row: ReadRow, price: Decimal | None) -> Wording:
    """A button that says the other price that was meant perhaps."""
    return say("order-tax-already" if price == row.untaxed else "order-tax-added", price=money(price, row.currency))


def _part(name: str, value: object, row: ReadRow, *, late: bool) -> Wording | None:
    match name, value:
        case _, KnownCustomer(name=called):
            return called
        case _, KnownProject(name=called, mcu=mcu):
            return say("order-model", project=called, mcu=mcu)
        case "day", date() | None:
            return _day(value, late=late and value == row.day)
        case _, None:
            return None
        case "quantity", _:
            return _count(value)
        case "price", _:
            return money(_decimal(value), row.currency)
        case "total", _:
            return say("order-total", amount=money(_decimal(value), row.currency))
        case "batches", tuple():
            return _batches([each if isinstance(each, ReadBatch) else ReadBatch(str(each)) for each in value])
        case "currency", str():
            return say("order-currency", currency=value)
        case _:
            return None


def _batches(told: Sequence[ReadBatch]) -> Say:
    """Those that share evenly are more than a button holds."""
    having = [each.quantity for each in told if each.quantity is not None]
    if len(having) == len(told) > 1 and max(having) - min(having) <= 1:
        return say("order-evenly", batches=len(told), count=having[0])
    return say("order-batches", batches=batches(told)) if told else say("order-no-batches")


def _day(day: date | None, *, late: bool) -> Say:
    if day is None:
        return say("order-no-day")
    return say("order-day-late", day=day) if late else say("order-day", day=day)


def _count(value: object) -> Say:
    return pieces(int(_decimal(value)))


def _decimal(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))
