"""A table pasted into a message: rows below a heading get its titles as labels, by the same synonyms as the columns of a list
(*policy* `labels.order`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.base import labels, quantities
from domain.orders.reading import amounts
from domain.orders.reading.text import LineText

LABELS: Final[Mapping[str, str]] = {
    "day": "日期",
    "customer": "客户",
    "project": "项目",
    "mcu": "型号",
    "quantity": "数量",
    "unit": "单位",
    "price": "单价",
    "net_price": "未税单价",
    "tax": "税",
    "currency": "币种",
    "amount": "金额",
    "batches": "批次",
    "batch_2": "批次2",
    "batch_3": "批次3",
    "reference": "合同号",
    "kind": "类型",
    "status": "状态",
}
"""What a field is called in the grammar."""
_CELLS = re.compile(r"\t|\s{2,}")
_COUNTS = re.compile(r"序号|行号|no\.?", re.IGNORECASE)
_SUMS = frozenset(("合计", "总计", "小计", "共计", "total", "Total"))
Words = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Title:
    """`behind` is the unit that the title says: 数量(K), 单价(USD)."""

    label: str
    behind: str = ""

    def of(self, cell: str) -> str:
        """With the unit where the cell has none of its own."""
        return f"{self.label}:{cell}{self.behind if cell[-1:].isdigit() else ''}"


def labelled(lines: Sequence[str], known: re.Pattern[str], words: Words) -> Iterator[str]:
    """`known` are the grammar's own labels."""
    heading: list[_Title] = []
    for line in lines:
        cells = [each.strip() for each in _CELLS.split(line.strip("\n"))]
        titles = _heading(cells, known, words)
        if titles:
            heading = titles
        elif heading and len(cells) > len(heading) / 2 and not _SUMS.intersection(cells):
            told = [title.of(cell) for title, cell in zip(heading, cells, strict=False) if cell]
            yield "  ".join([*told, *filter(None, cells[len(heading) :])])
        else:
            heading = heading if not line.strip() else []
            yield line


def _heading(cells: Sequence[str], known: re.Pattern[str], words: Words) -> list[_Title]:
    """Empty where a row is none: in a heading most is known, and nothing has a value."""
    if len(cells) < 3 or any(each[:1].isdigit() for each in cells):
        return []
    titles = [_title(each, known, words) for each in cells]
    count = sum(each is not None for each in titles)
    if count < 3 or 2 * count <= len(cells):
        return []
    return [title or _Title(cell) for title, cell in zip(titles, cells, strict=True)]


def _title(cell: str, known: re.Pattern[str], words: Words) -> _Title | None:
    if _COUNTS.fullmatch(cell) or known.fullmatch(cell):
        return _Title(cell)
    fields = labels.fields(dict(words), cell)
    if len(fields) != 1:
        return None
    (field,), inside = fields, labels.read(cell).inside
    return _Title(LABELS[field], _unit(field, inside[0]) if inside else "")


def _unit(field: str, inside: str) -> str:
    if field == "quantity":
        return inside if quantities.in_units(f"1{inside}", 1) not in (None, 1) else ""
    if field in ("price", "net_price"):
        line = LineText(f"1{inside}")
        return inside if amounts.claim(line).prices and not line.left() else ""
    return ""
