"""A message → its lines: headings, labels one a line, several orders beside each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from domain.orders.reading import chats, intents, rows, several, tables
from domain.orders.reading.amend import amend
from domain.orders.reading.catalogue import Catalogue, Names
from domain.orders.reading.records import Ask, Bounds, How, Intent, ReadMessage, ReadRow
from domain.orders.reading.rows import CarriedDown
from domain.orders.reading.text import LineText, pointed

USUAL = Bounds()
MOST_LINES = 200
LONGEST_LINE = 400
"""Characters; what stands behind is left over. No order is written longer, and the time must not grow with a novel."""
_LABELS = (
    "客户名称|客户|项目名称|合同编号|合同号|订单号|付款方式|金额|合计|总价|总额|含税|税率|税|规格|单位|交期|开票|联系人|电话|地址|项目|mcu型号|型号|mcu|数量|含税单价|未税单价|单价|价格|(?:批次号|批次|批号)[1-3]?|销售日期|合同日期|日期|备注"
    "|customer|project|model|quantity|qty|unit price|price|batch|date|note"
)
_LABELLED = re.compile(
    rf"\s*[\d、.)（(]{{0,3}}\s*[【\[]?(?P<label>{_LABELS})[】\]]?(?:\s*[:：=]\s*|\s+)(?P<value>.*)", re.IGNORECASE
)
_APART = re.compile(r"[\n；;。]|(?<=\s)\d{1,2}[、)）](?=\s*\S)")
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}\t|\d\ufe0f?\u20e3|[(（]?\d{1,2}[)）、]|\d{1,2}\.(?=\s)|[-•·*]\s+|[①-⑳])\s*")


def read(
    text: str, catalogue: Catalogue, today: date, bounds: Bounds = USUAL, *, doubtful: bool = False
) -> ReadMessage:
    """`today` is the day on which it was written, in the vendor's time zone. `doubtful`: signs that it is no order don't
    count, for somebody says that it is one."""
    if intents.is_none_today(text):
        return ReadMessage((ReadRow(intent=Intent.NONE_TODAY),), Intent.NONE_TODAY)
    found: list[ReadRow] = []
    rest: list[str] = []
    above = CarriedDown()
    whole = above  # what was said above of nobody's lines alone
    pieces = list(_pieces_of(text, catalogue, today, bounds, doubtful=doubtful))
    if not doubtful and len(pieces) > 1 and _governs(pieces[0].text, catalogue):
        return ReadMessage()
    written = None
    heads: list[rows.SaidRow] = []
    for number, each in enumerate(pieces):
        piece, day = each.text, each.day
        if day != written:
            written = day
            above, whole = (replace(kept, day=day, yearless=False) for kept in (above, whole))
        if _is_another_forms(piece, catalogue):
            rest.append(piece.strip())
            continue
        raw, behind = piece[:LONGEST_LINE], piece[LONGEST_LINE:]
        given = partial(rows.read, raw, catalogue, day or today, bounds, doubtful=doubtful)
        said, above = _under(given, above, whole)
        if said.row is not None:
            heads = []
            row = replace(said.row, line=number, told=each.told, rest=(*said.row.rest, *filter(None, [behind.strip()])))
            found.extend(rows.split(row, bounds.batches))
            if said.place is not None:
                project = above.project if said.row.project == above.project else None
                above = replace(above, customer=said.place, project=project)
        else:
            before = above if said.heads is None else whole
            found, above, left = _aside(piece, said, found, before, catalogue, day or today, bounds)
            heads += [said] if above != before else []
            whole = _headed(whole, said) if said.heads is None and above != before else whole
            rest += left
    alone = _one_field_a_line([each.text for each in pieces], found, catalogue, today, bounds)
    if alone is not None:
        return ReadMessage((alone,), alone.intent)
    if found and heads:
        found, left = _heading_none(found, heads)
        rest += left
    return ReadMessage(tuple(found), found[0].intent if found else None, tuple(rest) if found else ())


def _heading_none(found: list[ReadRow], heads: Sequence[rows.SaidRow]) -> tuple[list[ReadRow], Sequence[str]]:
    """Lines that say something of those below them, and none comes: of the only one above, or left over."""
    left = []
    for each in heads:
        after = [rows.remarked(found[0], each)] if len(found) == 1 and each.heads is None else found
        if after == found:
            left += [each.line.raw.strip()] if each.line is not None else []
        found = after
    return found, left


@dataclass(frozen=True, slots=True)
class _Piece:
    """`day` is when it was written, where that is told; `told` the place of its order, where several are told one by one."""

    text: str
    day: date | None
    told: int = 0


def _pieces_of(text: str, catalogue: Catalogue, today: date, bounds: Bounds, *, doubtful: bool) -> Iterator[_Piece]:
    def is_whole(part: str) -> bool:
        row = rows.read(part[:LONGEST_LINE], catalogue, today, bounds, CarriedDown(), doubtful=doubtful).row
        return row is not None and row.quantity is not None

    for section in chats.sections(pointed(text), today):
        for line in _lines(section.text, bounds):
            for order in several.told(line, is_whole):
                for each in _APART.split(order.text):
                    if each.strip():
                        yield from (_Piece(part, section.day, order.place) for part in _apart(each, catalogue))


def _under(
    given: Callable[[CarriedDown], rows.SaidRow], above: CarriedDown, whole: CarriedDown
) -> tuple[rows.SaidRow, CarriedDown]:
    """What is said of one customer's lines isn't said of another's order."""
    said = given(above)
    of_all = replace(whole, customer=above.customer)
    if said.place in (None, above.customer) or above == of_all:
        return said, above
    return given(of_all), of_all


def _aside(
    piece: str,
    said: rows.SaidRow,
    found: list[ReadRow],
    above: CarriedDown,
    catalogue: Catalogue,
    today: date,
    bounds: Bounds,
) -> tuple[list[ReadRow], CarriedDown, Sequence[str]]:
    """What is no order of its own: it corrects those above, heads those below, is said of all, or is left over."""
    if found and (corrected := _corrected(piece, found, catalogue, today, bounds)) is not None:
        return corrected, above, ()
    if said.heads is not None:
        return found, _headed(replace(above, customer=said.heads, project=said.project), said), _terms(said)
    if found and (said.same_price or rows.OF_ALL.search(piece)):
        after = [rows.remarked(each, said) for each in found]
        missed = after == found or any(rows.leaves_out(each, said) for each in after)
        return after, above, [piece.strip()] if missed else _besides(piece, said)
    if said.day is not None or said.tax is not None or said.currency != rows.YUAN:
        return found, _headed(above, said), _terms(said)
    if said.reference and not found and not said.strange:
        return found, _headed(above, said), _terms(said)
    return found, above, [piece.strip()]


_FIGURES = {Ask.QUANTITY, Ask.PRICE}
MOST_FIELDS = 9


def _corrected(
    piece: str, found: list[ReadRow], catalogue: Catalogue, today: date, bounds: Bounds
) -> list[ReadRow] | None:
    """改成 9k below an order is said of it."""
    if not intents.corrects(LineText(piece).plain):
        return None
    after = amend(piece, found, catalogue, today, bounds)
    return list(after.rows) if after.changed and not (after.removed or after.rest or after.whom) else None


def _one_field_a_line(
    pieces: list[str], found: list[ReadRow], catalogue: Catalogue, today: date, bounds: Bounds
) -> ReadRow | None:
    """白桦⏎电钻⏎5k⏎3.15: one order where the lines say no whole one apart, and one without any question together."""
    if not 2 < len(pieces) <= MOST_FIELDS or not found or any(not _FIGURES & set(each.asks) for each in found):
        return None
    row = rows.read("  ".join(pieces), catalogue, today, bounds, CarriedDown()).row
    return row if row is not None and not row.asks and not row.rest else None


def _terms(said: rows.SaidRow) -> Sequence[str]:
    """But for the contract's number, which the lines below have."""
    return [each for each in said.rest if not (said.reference and each.endswith(said.reference))]


def _headed(above: CarriedDown, said: rows.SaidRow) -> CarriedDown:
    """With what such a line says of those below it."""
    if said.day is not None:
        above = replace(above, day=said.day, yearless=said.yearless)
    return replace(
        above,
        tax=said.tax or above.tax,
        currency=said.currency if said.currency != rows.YUAN else above.currency,
        reference=said.reference or above.reference,
    )


def _besides(piece: str, said: rows.SaidRow) -> list[str]:
    """The parts of a remark on all lines that say something else; 均 and the like say nothing of their own."""
    left = [each for each in said.rest if not rows.OF_ALL.fullmatch(each)]
    return [part.strip() for part in _COMMA.split(piece) if any(each in part for each in left)]


def _governs(first: str, catalogue: Catalogue) -> bool:
    """报价单, 送样申请, 库存: a title that says no order is coming says it of all that stands below."""
    line = LineText(first)
    return intents.says_no_order(first.casefold()) and not catalogue.mentions(line) and not catalogue.models(line)


_ANY_LABEL = re.compile(r"\s*(?P<label>[^\s:：\d]{2,12})[:：]\s*\S")


def _is_another_forms(piece: str, catalogue: Catalogue) -> bool:
    """总出货量：120: a label that no order has, and nobody's name beside it."""
    found = _ANY_LABEL.match(piece)
    if found is None or _HEADING.fullmatch(found["label"]):
        return False
    line = LineText(piece)
    return not catalogue.mentions(line) and not catalogue.models(line)


_COMMA = re.compile(r"[,，、](?!\d{3}(?!\d))|\s(?:还有|另外|以及|and|plus)\s", re.IGNORECASE)


_FIGURE = re.compile(r"(?<![a-z\d.\-])\d+(?:\.\d+)?|[一二两三四五六七八九十][百千万]")
_DAY = re.compile(r"[今昨前][天日]|[日号]|周|月")
_TAIL = re.compile(r"[,，。\s]\s*(?=(?:以上|批次号?|批号|单?价格?|日期)?(?:都|均|全部|一律)[^,，]{1,12}$)")


def _apart(piece: str, catalogue: Catalogue) -> list[str]:
    return [part for each in _by_customer(piece, catalogue) for part in _by_comma(each, catalogue)]


def _by_customer(piece: str, catalogue: Catalogue) -> list[str]:
    """白桦 电钻 5k 3.15 晨曦 电饭煲 3k 2.3 is two: another customer with a figure of its own begins another order."""
    line = LineText(piece)
    if len(piece) > LONGEST_LINE or len(_FIGURE.findall(line.plain)) < 2 or len(line.plain) != len(piece):
        return [piece]
    names = sorted(
        (each for each in catalogue.mentions(line) if each.names is Names.CUSTOMER and each.how is not How.HOMOPHONE),
        key=lambda each: each.start,
    )
    if len(names) < 2 or intents.says_no_order(line.open):
        return [piece]
    catalogue.models(line)
    cuts: list[int] = []
    last = names[0]
    for each, behind in zip(names[1:], [*(name.start for name in names[2:]), len(piece)], strict=True):
        apart = not each.customers & last.customers
        if apart and _FIGURE.search(line.open[last.end : each.start]) and _FIGURE.search(line.open[each.end : behind]):
            cuts.append(each.start)
            last = each
    if not cuts:
        return [piece]
    front = names[0].start if _DAY.search(piece[: names[0].start]) else 0
    starts = [front, *cuts]
    parts = [piece[start:end].strip(" ,，、") for start, end in zip(starts, [*cuts, len(piece)], strict=True)]
    return [*([piece[:front].strip(" ,，:：")] if front else []), *parts[:-1], *_TAIL.split(parts[-1])]


def _by_comma(piece: str, catalogue: Catalogue) -> list[str]:
    """大疆：云台电机5k3.2，遥控器主板2k8.5 is two: each part that names a project or a model and a figure begins one."""
    parts = _COMMA.split(piece)
    if len(parts) < 2 or intents.says_no_order(LineText(piece).plain):
        return [piece]
    begins = [place for place, part in enumerate(parts) if catalogue.begins(part)]
    if len(begins) < 2:
        return [piece]
    starts = [0, *begins[1:]]
    whole = ["，".join(parts[start:end]) for start, end in zip(starts, [*starts[1:], len(parts)], strict=True)]
    return [*whole[:-1], *_TAIL.split(whole[-1])]


_HEADING = re.compile(rf"(?:{_LABELS})|序号|no\.?", re.IGNORECASE)


def _lines(text: str, bounds: Bounds) -> Iterator[str]:
    """Labels one a line are one until a label comes again or a line is empty."""
    labels: list[tuple[str, str]] = []
    lines = list(tables.labelled(text.splitlines(), _HEADING, bounds.headings))
    for line in lines[:MOST_LINES]:
        label = _label(line)
        if labels and (label is None or any(label[0] == each for each, _ in labels)):
            yield _joined(labels)
            labels = []
        if label is not None:
            labels.append(label)
        else:
            yield _NUMBERED.sub("", line)
    if labels:
        yield _joined(labels)
    if len(lines) > MOST_LINES:
        yield "\n".join(lines[MOST_LINES:])


def _label(line: str) -> tuple[str, str] | None:
    """Label and line, where it has one label of an order's and no more; what has another form's labels is none of ours."""
    found = _LABELLED.fullmatch(line)
    if found is None or _LABELLED.search(found["value"]) is not None:
        return None
    return found["label"].casefold(), f"{found['label']}:{found['value']}"


def _joined(labels: list[tuple[str, str]]) -> str:
    return "  ".join(value for _, value in labels)
