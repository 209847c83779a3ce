"""A message → its lines: headings, labels one a line, several orders beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from domain.orders.reading import intents, rows, tables
from domain.orders.reading.catalogue import Catalogue
from domain.orders.reading.records import Bounds, Intent, Reading, Row
from domain.orders.reading.rows import Above
from domain.orders.reading.text import Line

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


def read(text: str, catalogue: Catalogue, today: date, bounds: Bounds = USUAL, *, doubtful: bool = False) -> Reading:
    """`today` is the day on which it was written, in the vendor's time zone. `doubtful`: signs that it is no order don't
    count, for somebody says that it is one."""
    if intents.is_none_today(text):
        return Reading((Row(intent=Intent.NONE_TODAY),), Intent.NONE_TODAY)
    found: list[Row] = []
    rest: list[str] = []
    above = Above()
    pieces = [part for each in _pieces(text, bounds) for part in _apart(each, catalogue)]
    if not doubtful and len(pieces) > 1 and _governs(pieces[0], catalogue):
        return Reading()
    for number, piece in enumerate(pieces):
        if _is_another_forms(piece, catalogue):
            rest.append(piece.strip())
            continue
        raw, behind = piece[:LONGEST_LINE], piece[LONGEST_LINE:]
        said = rows.read(raw, catalogue, today, bounds, above, doubtful=doubtful)
        if said.row is not None:
            row = replace(said.row, line=number, rest=(*said.row.rest, *filter(None, [behind.strip()])))
            found.extend(rows.split(row, bounds.batches))
            if said.place is not None:
                above = replace(above, customer=said.place)
        elif said.heads is not None:
            above = _dated(replace(above, customer=said.heads), said)
        elif found and _OF_ALL.search(piece):
            after = [rows.remarked(each, said) for each in found]
            rest += [piece.strip()] if after == found else _besides(piece, said)
            found = after
        elif said.day is not None or said.tax is not None or said.currency != rows.YUAN:
            above = _dated(replace(above, tax=said.tax or above.tax, currency=said.currency), said)
            rest += said.rest
        else:
            rest.append(piece.strip())
    return Reading(tuple(found), found[0].intent if found else None, tuple(rest) if found else ())


def _dated(above: Above, said: rows.Said) -> Above:
    return above if said.day is None else replace(above, day=said.day, yearless=said.yearless)


def _besides(piece: str, said: rows.Said) -> list[str]:
    """The parts of a remark on all lines that say something else; 均 and the like say nothing of their own."""
    left = [each for each in said.rest if not _OF_ALL.fullmatch(each)]
    return [part.strip() for part in _COMMA.split(piece) if any(each in part for each in left)]


_OF_ALL = re.compile("以上|均|都|全部|一律|both|all", re.IGNORECASE)


def _governs(first: str, catalogue: Catalogue) -> bool:
    """报价单, 送样申请, 库存: a title that says no order is coming says it of all that stands below."""
    line = Line(first)
    return intents.says_no_order(first.casefold()) and not catalogue.mentions(line) and not catalogue.models(line)


_ANY_LABEL = re.compile(r"\s*(?P<label>[^\s:：\d]{2,12})[:：]\s*\S")


def _is_another_forms(piece: str, catalogue: Catalogue) -> bool:
    """总出货量：120: a label that no order has, and nobody's name beside it."""
    found = _ANY_LABEL.match(piece)
    if found is None or _HEADING.fullmatch(found["label"]):
        return False
    line = Line(piece)
    return not catalogue.mentions(line) and not catalogue.models(line)


_COMMA = re.compile(r"[,，、](?!\d{3}(?!\d))|\s(?:还有|另外|以及|and|plus)\s", re.IGNORECASE)


def _apart(piece: str, catalogue: Catalogue) -> list[str]:
    """大疆：云台电机5k3.2，遥控器主板2k8.5 is two: each part that names a project or a model and a figure begins one."""
    parts = _COMMA.split(piece)
    if len(parts) < 2 or intents.says_no_order(Line(piece).plain):
        return [piece]
    begins = [place for place, part in enumerate(parts) if catalogue.begins(part)]
    if len(begins) < 2:
        return [piece]
    starts = [0, *begins[1:]]
    return ["，".join(parts[start:end]) for start, end in zip(starts, [*starts[1:], len(parts)], strict=True)]


_HEADING = re.compile(rf"(?:{_LABELS})|序号|no\.?", re.IGNORECASE)


def _pieces(text: str, bounds: Bounds) -> Iterator[str]:
    """Lines, and what a semicolon parts; labels one a line are one piece until a label comes again or a line is empty."""
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
            yield from (part for part in _APART.split(_NUMBERED.sub("", line)) if part.strip())
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
