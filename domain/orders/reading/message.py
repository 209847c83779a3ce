"""A message → its lines: headings, labels one a line, several orders beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from domain.orders.reading import intents, rows
from domain.orders.reading.catalogue import Catalogue
from domain.orders.reading.records import Bounds, Intent, Reading, Row
from domain.orders.reading.rows import Above

USUAL = Bounds()
MOST_LINES = 200
LONGEST_LINE = 400
"""Characters; what stands behind is left over. No order is written longer, and the time must not grow with a novel."""
_LABELS = (
    "客户名称|客户|项目名称|项目|mcu型号|型号|mcu|数量|单价|价格|批次号|批次|批号|销售日期|合同日期|日期|备注"
    "|customer|project|model|quantity|qty|unit price|price|batch|date|note"
)
_LABELLED = re.compile(
    rf"\s*[\d、.)（(]{{0,3}}\s*[【\[]?(?P<label>{_LABELS})[】\]]?\s*[:：=]\s*(?P<value>.*)", re.IGNORECASE
)
_APART = re.compile(r"[\n；;。]|(?<=\s)\d{1,2}[、)）](?=\s*\S)")
_NUMBERED = re.compile(r"^\s*(?:[(（]?\d{1,2}[)）、]|\d{1,2}\.(?=\s)|[-•·*]\s+|[①-⑳])\s*")


def read(text: str, catalogue: Catalogue, today: date, bounds: Bounds = USUAL, *, doubtful: bool = False) -> Reading:
    """`today` is the day on which it was written, in the vendor's time zone. `doubtful`: signs that it is no order don't
    count, for somebody says that it is one."""
    if intents.is_none_today(text):
        return Reading((Row(day=today, intent=Intent.NONE_TODAY),), Intent.NONE_TODAY)
    found: list[Row] = []
    rest: list[str] = []
    above = Above()
    for number, piece in enumerate(_pieces(text)):
        raw, behind = piece[:LONGEST_LINE], piece[LONGEST_LINE:]
        said = rows.read(raw, catalogue, today, bounds, above, doubtful=doubtful)
        if said.row is not None:
            row = replace(said.row, line=number, rest=(*said.row.rest, *filter(None, [behind.strip()])))
            found.extend(rows.split(row, bounds.batches))
            if said.place is not None:
                above = Above(said.place, above.day)
        elif said.heads is not None:
            above = Above(said.heads, said.day)
        else:
            rest.append(piece.strip())
    return Reading(tuple(found), found[0].intent if found else None, tuple(rest) if found else ())


def _pieces(text: str) -> Iterator[str]:
    """Lines, and what a semicolon parts; labels one a line are one piece until a label comes again."""
    labels: list[tuple[str, str]] = []
    for line in text.splitlines()[:MOST_LINES]:
        found = _LABELLED.fullmatch(line)
        if found is not None and _LABELLED.search(found["value"]) is None:
            label = found["label"].casefold()
            if any(label == each for each, _ in labels):
                yield _joined(labels)
                labels = []
            labels.append((label, f"{found['label']}:{found['value']}"))
            continue
        if not line.strip():
            continue
        if labels:
            yield _joined(labels)
            labels = []
        for part in _APART.split(_NUMBERED.sub("", line)):
            if part.strip():
                yield part
    if labels:
        yield _joined(labels)
    if len(text.splitlines()) > MOST_LINES:
        yield "\n".join(text.splitlines()[MOST_LINES:])


def _joined(labels: list[tuple[str, str]]) -> str:
    return "  ".join(value for _, value in labels)
