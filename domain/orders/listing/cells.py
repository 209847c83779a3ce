"""A row of a list of orders as it is written: the day, the figures, the batches, and all that is wrong with them at once.

Figures that no plain number are go through the grammar of orders by message, so that 3块2 and 2盘*2500 mean here what they
mean there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from domain.base import dates, labels, quantities
from domain.base.policy import Policy
from domain.imports.findings import Findings, Marks
from domain.imports.records import Cells, Problem
from domain.lists import days
from domain.lists.reading import TOTALS, Mark
from domain.orders.answering import MILLIONTH, with_tax
from domain.orders.listing import batch_cells, money_cells
from domain.orders.listing.columns import REQUIRED, OrderColumn
from domain.orders.reading import amounts
from domain.orders.reading.records import Tax
from domain.orders.reading.solving import agrees, worked_out
from domain.orders.reading.text import LineText
from domain.orders.recording import LONGEST_REFERENCE
from domain.orders.records import YUAN, Batch

LONGEST_NAME: Final = 120
ABOVE: Final = "above"
"""Mark of a cell that is empty and gets what the row above says, which is of the same document."""
BLANK: Final = "above-blank"
"""The same where no number says of which document the row is."""
THOUSAND: Final = Decimal(1000)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """`customer`, `project` and `mcu` as written; `quantity` is negative of a return; `price` is a piece, tax included, in
    `currency`. `remarks` tell what is taken in a certain way."""

    row: int
    customer: str
    project: str
    mcu: str
    day: date
    quantity: int
    price: Decimal | None
    currency: str
    batches: tuple[Batch, ...]
    reference: str
    number: str = ""
    """Of the order that the row says, where it comes out of an export of ours."""
    remarks: tuple[Problem, ...] = ()
    untaxed: Decimal | None = None
    """What was written without tax, where it could be with it as well: no amount says otherwise."""


@dataclass(frozen=True)
class OfTitles:
    """What the titles of the columns of figures say: 单价（USD）, 单价(元/K), 不含税单价."""

    currency: str = ""
    per: int = 0
    """Pieces that a price is for; 0: nothing is said."""
    amounts: int = 1
    """Yuan that an amount is in: 金额(万元)."""

    @classmethod
    def of(cls, columns: Mapping[str, str]) -> OfTitles:
        """`columns`: field → title."""
        title = columns.get(OrderColumn.PRICE) or columns.get(OrderColumn.NET_PRICE) or ""
        inside = " ".join(labels.read(title).inside)
        of_amounts = " ".join(labels.read(columns.get(OrderColumn.AMOUNT) or "").inside)
        amounts_in = next((each for sign, each in (("万", 10_000), ("千", 1000), ("k", 1000)) if sign in of_amounts), 1)
        if not inside:
            return cls(amounts=amounts_in)
        found = amounts.claim(LineText(f"1{inside}"))
        currency = found.currency if found.currency != YUAN or "元" in inside else ""
        thousand = re.search(r"(?:/|每|per )\s*(?:1?k|千|1000)", inside) is not None
        piece = not thousand and re.search(r"/|每|per ", inside) is not None
        return cls(currency, 1000 if thousand else 1 if piece else 0, amounts_in)


@dataclass(frozen=True)
class RowReader:
    """Reads rows of one list on one day, which is `today` of whoever sent it."""

    policy: Policy
    today: date
    titles: OfTitles = OfTitles()
    taxed: bool = False
    """Somebody said that prices are with tax, whatever the list says."""
    _days: dict[str, dates.Readings] = field(default_factory=dict)
    """Those read already: a list has a few hundred."""

    def read(self, row: int, cells: Cells, marks: Marks = MappingProxyType({})) -> OrderRow | list[Problem]:
        found = Findings(cells, marks)
        if _is_subtotal(found.text(OrderColumn.CUSTOMER)):
            found.wrong(OrderColumn.CUSTOMER, "subtotal")
            return found.problems
        for column in (OrderColumn.CUSTOMER, OrderColumn.DAY):
            if found.mark(column) == ABOVE:
                found.noted(column, "above", hint=found.text(column))
        _check_status(found)
        found.demand(REQUIRED)
        for column in (OrderColumn.CUSTOMER, OrderColumn.PROJECT, OrderColumn.MCU):
            found.at_most(column, LONGEST_NAME)
        found.at_most(OrderColumn.REFERENCE, LONGEST_REFERENCE)
        day = self._day(found)
        per = self._unit(found)
        quantity = _quantity(found, per)
        if quantity is not None and _is_return(found) and quantity > 0:
            quantity = -quantity
        price, currency, untaxed = self._price(found, quantity, per)
        batches = batch_cells.read(found, quantity, self.policy.orders.batches)
        _tell_above(found)
        if found.problems or day is None or quantity is None:
            return found.problems
        return OrderRow(
            row=row,
            customer=found.text(OrderColumn.CUSTOMER),
            project=found.text(OrderColumn.PROJECT),
            mcu=found.text(OrderColumn.MCU),
            day=day,
            quantity=quantity,
            price=price,
            currency=currency,
            batches=batches,
            reference=found.text(OrderColumn.REFERENCE),
            number=found.text(OrderColumn.NUMBER),
            remarks=tuple(found.remarks),
            untaxed=untaxed,
        )

    def _day(self, found: Findings) -> date | None:
        typed = found.text(OrderColumn.DAY)
        if not typed:
            return None
        several = self._days.get(typed)
        if several is None:
            several = self._days[typed] = days.read(typed, self.today, "past")
        if len(several) != 1 or isinstance(several[0], dates.Month):
            meant = "、".join(each.iso for each in several[:3])
            code = "not-a-day" if not several else "day-month" if len(several) == 1 else "day-several"
            found.wrong(OrderColumn.DAY, code, hint=meant or self.today.isoformat())
            return None
        day = several[0].last
        if day > self.today:
            found.wrong(OrderColumn.DAY, "day-future")
        elif days.is_serial(typed):
            found.noted(OrderColumn.DAY, "day-serial", hint=day.isoformat())
        elif str(day.year) not in unicodedata.normalize("NFKC", typed):
            code = "day-year" if any(map(str.isdigit, typed)) else "day-relative"
            found.noted(OrderColumn.DAY, code, hint=day.isoformat())
        return day

    def _unit(self, found: Findings) -> Decimal:
        """Pieces of the row's own unit."""
        typed = found.text(OrderColumn.UNIT)
        if not typed:
            return Decimal(1)
        per = quantities.in_units(f"1{typed}", 1)
        if per is None or per <= 0:
            found.wrong(OrderColumn.UNIT, "unit")
            return Decimal(1)
        return per

    # --- money --------------------------------------------------------------------------------------------------------

    def _price(self, found: Findings, quantity: int | None, per: Decimal) -> tuple[Decimal | None, str, Decimal | None]:
        """Of a piece, in which currency, and what was written without tax."""
        gross = money_cells.money(found, OrderColumn.PRICE)
        net = money_cells.money(found, OrderColumn.NET_PRICE) if gross is None else None
        told = gross or net
        total = money_cells.money(found, OrderColumn.AMOUNT)
        if total is not None and self.titles.amounts > 1:
            total = replace(total, value=total.value * self.titles.amounts)
        currency = self._currency(found, *(each for each in (told, total) if each is not None))
        price = told.value if told is not None else None
        if self.policy.orders.price == "none":
            return None, currency, None
        untaxed = None
        if price is not None and told is not None:
            price = self._a_piece(found, price, told, quantity, per, total)
        tax = money_cells.tax(found) or (told.tax if told is not None else None)
        excluded = tax is Tax.EXCLUDED if gross is not None else net is not None
        if excluded and price is not None and self.taxed:
            found.noted(_of(gross), "net-included", hint=f"{price:f}")
        elif excluded and price is not None:
            written, price = price, with_tax(price, self.policy.orders.tax_percent)
            found.noted(_of(gross), "net", hint=f"{written:f} → {price:f}")
            if quantity and total is not None and agrees(abs(total.value), Decimal(abs(quantity)), written):
                total = None
            untaxed = written if total is None else None
        price = self._checked(found, price, quantity, total)
        if price is None and self.policy.orders.price == "required" and not found.problems:
            found.wrong(OrderColumn.PRICE, "missing")
        return price, currency, untaxed

    def _a_piece(
        self,
        found: Findings,
        price: Decimal,
        told: money_cells.Money,
        quantity: int | None,
        per: Decimal,
        total: money_cells.Money | None,
    ) -> Decimal | None:
        """Beside a unit of thousands a price may be for a piece, or for a thousand: the heading, the cell or the amount
        tells."""
        if told.per or self.titles.per or per == 1:
            return price / (self.titles.per or 1) if not told.per else price
        ways = (price, price / per)
        if quantity and total is not None:
            fitting = [each for each in ways if agrees(abs(total.value), Decimal(abs(quantity)), each)]
            if len(fitting) == 1:
                return fitting[0]
        found.wrong(OrderColumn.PRICE, "price-unit", hint=found.text(OrderColumn.UNIT))
        return None

    def _checked(
        self, found: Findings, price: Decimal | None, quantity: int | None, total: money_cells.Money | None
    ) -> Decimal | None:
        """Against the amount, or out of it."""
        if price is not None and price != round(price, 6):
            price = price.quantize(MILLIONTH)
            found.noted(OrderColumn.PRICE, "price-digits", hint=f"{price.normalize():f}")
        if total is None or not quantity:
            return price
        pieces, whole = Decimal(abs(quantity)), abs(total.value)
        if price is None:
            price = worked_out(whole, pieces)
            if price is None:
                found.wrong(OrderColumn.AMOUNT, "price-inexact", hint=f"{whole:f} ÷ {pieces:f}")
            else:
                found.noted(OrderColumn.AMOUNT, "price-of-amount", hint=f"{price:f}")
        elif not agrees(whole, pieces, price) and agrees(
            whole, pieces, price * 100 / (100 + self.policy.orders.tax_percent)
        ):
            found.noted(OrderColumn.AMOUNT, "amount-net", hint=f"{price.normalize():f}")
        elif not agrees(whole, pieces, price):
            found.wrong(OrderColumn.AMOUNT, "amount", hint=f"{pieces:f} × {price:f} = {pieces * price:f}")
        return price

    def _currency(self, found: Findings, *told: money_cells.Money) -> str:
        typed = found.text(OrderColumn.CURRENCY)
        said = [each.currency for each in told if each.currency]
        column = money_cells.code(typed, self.policy.orders.currencies) if typed else ""
        if typed and not column:
            found.wrong(OrderColumn.CURRENCY, "currency", hint="、".join(self.policy.orders.currencies))
        meant = {each for each in (column, *said) if each} or {self.titles.currency or YUAN}
        if len(meant) > 1:
            found.wrong(OrderColumn.CURRENCY, "currencies", hint="、".join(sorted(meant)))
        currency = min(meant)
        if currency not in self.policy.orders.currencies and not found.problems:
            found.wrong(OrderColumn.CURRENCY, "currency", hint="、".join(self.policy.orders.currencies))
        return currency


def _of(gross: money_cells.Money | None) -> OrderColumn:
    return OrderColumn.PRICE if gross is not None else OrderColumn.NET_PRICE


_SUBTOTAL = re.compile(
    rf".+[\s_\-:：]*(?:{'|'.join(each for each in sorted(TOTALS) if not each.isascii())})|.+[\s_\-:：](?:sub)?total",
    re.IGNORECASE,
)


def _is_subtotal(name: str) -> bool:
    """星河联创 汇总, as a pivot table writes below a customer's rows."""
    return _SUBTOTAL.fullmatch(name) is not None


def _tell_above(found: Findings) -> None:
    """An amount that agrees tells of a line of the document above; else somebody is asked."""
    price = found.text(OrderColumn.PRICE) or found.text(OrderColumn.NET_PRICE)
    line = found.text(OrderColumn.REFERENCE) and found.text(OrderColumn.AMOUNT) and price and not found.problems
    for column in (OrderColumn.CUSTOMER, OrderColumn.DAY):
        if found.mark(column) == BLANK:
            found.noted(column, "above-document" if line else BLANK, hint=found.text(column))


_WHOLE = re.compile(r"-?\d{1,12}")
_SCIENTIFIC = re.compile(r"-?\d+(?:\.\d+)?E\+?\d{1,3}", re.IGNORECASE)


_THREE_ZEROS = re.compile(r"\d{1,3}\.000")
"""Five, or where a point parts the thousands five thousand."""
_MILLIONS = re.compile(r"\d\s*M\b", re.IGNORECASE)
"""A thousand to some, a million to others."""


def _quantity(found: Findings, per: Decimal) -> int | None:
    typed = found.text(OrderColumn.QUANTITY)
    if not typed:
        return None
    if found.mark(OrderColumn.QUANTITY) == Mark.MERGED:
        found.wrong(OrderColumn.QUANTITY, "merged")
        return None
    if _SCIENTIFIC.fullmatch(typed):  # digits may be gone without a trace
        found.wrong(OrderColumn.QUANTITY, "scientific")
        return None
    value = Decimal(typed) if _WHOLE.fullmatch(typed) else _counted(typed)
    if value is None or (value != value.to_integral_value() and per == 1):
        found.wrong(OrderColumn.QUANTITY, "quantity")
        return None
    if per != 1 and (said := quantities.parse(typed)) is not None and (said.scaled or said.unit):
        found.wrong(OrderColumn.UNIT, "units", hint=typed)
        return None
    pieces = value * per
    if pieces == 0 or pieces != pieces.to_integral_value():
        found.wrong(OrderColumn.QUANTITY, "zero" if pieces == 0 else "quantity")
        return None
    if _THREE_ZEROS.fullmatch(typed):
        found.noted(OrderColumn.QUANTITY, "three-zeros", hint=f"{pieces:f}")
    if found.mark(OrderColumn.QUANTITY) == Mark.OWN_UNIT:
        found.noted(OrderColumn.QUANTITY, "own-unit", hint=f"{pieces:f}")
    return int(pieces)


def _counted(typed: str) -> Decimal | None:
    plain = unicodedata.normalize("NFKC", typed).strip()
    sign = -1 if plain[:1] == "(" and plain[-1:] == ")" else 1  # as accountants write what goes the other way
    if _MILLIONS.search(plain):
        return None
    value = quantities.in_units(plain.strip("()") if sign < 0 else plain, 1)
    if value is not None:
        return value * sign
    line = LineText(plain)
    said = amounts.claim(line)
    if len(said.quantities) != 1 or said.unclear or said.prices or said.bare or line.left():
        return None
    return -said.quantities[0] if said.minus else said.quantities[0]


_NOT_VALID = re.compile(
    r"作废|废弃|取消|关闭|草稿|暂存|驳回|拒绝|未|待|不|无效|反审|审核中|审批中|void|cancel|draft|reject|pending|unapproved"
    r"|not approved|invalid|inactive",
    re.IGNORECASE,
)
_VALID = re.compile(
    r"已|有效|正常|通过|完成|生效|审核|approved|valid|closed|complete|posted|active|done", re.IGNORECASE
)


_OURS = re.compile(
    r"订单|补录|补录待确认|退货|退货\(补录\)|order|late order|late, unconfirmed|return|late return", re.IGNORECASE
)
"""As an export of ours has it."""


_YES = frozenset({"y", "yes", "是", "1", "t", "true", "√", "✓", "✔"})
_NO = frozenset({"n", "no", "否", "0", "f", "false", "×", "x", "✗", "✘"})


def _check_status(found: Findings) -> None:
    """A document that is void or not approved yet is no order."""
    void = unicodedata.normalize("NFKC", found.text(OrderColumn.VOIDED)).strip().casefold()
    if void in _YES or _NOT_VALID.search(void):
        found.wrong(OrderColumn.VOIDED, "voided")
    elif void and void not in _NO and not _VALID.search(void):
        found.wrong(OrderColumn.VOIDED, "status-unknown")
    typed = unicodedata.normalize("NFKC", found.text(OrderColumn.STATUS)).strip()
    if not typed or _OURS.fullmatch(typed) or typed.casefold() in _YES:
        return
    if typed.casefold() in _NO:
        found.wrong(OrderColumn.STATUS, "not-approved")
    elif _NOT_VALID.search(typed):
        found.wrong(OrderColumn.STATUS, "status")
    elif not _VALID.search(typed):
        found.wrong(OrderColumn.STATUS, "status-unknown")


_RETURN = re.compile(r"退|红字|冲销|return|credit|rma", re.IGNORECASE)
_NO_ORDER = re.compile(r"样|赠|试用|免费|调拨|借|报价|预测|sample|free|quote|forecast|transfer", re.IGNORECASE)
_SALE = re.compile(r"销|订|单|出|发|正常|普通|标准|批量|sale|order|invoice|ship|standard|normal", re.IGNORECASE)


def _is_return(found: Findings) -> bool:
    typed = found.text(OrderColumn.KIND)
    if not typed:
        return False
    if _RETURN.search(typed):
        return True
    if _NO_ORDER.search(typed):
        found.wrong(OrderColumn.KIND, "no-order")
    elif not _SALE.search(typed):
        found.noted(OrderColumn.KIND, "kind")
    return False
