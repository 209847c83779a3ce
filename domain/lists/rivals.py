"""Several columns that would mean the same: the cells tell where the headings alone don't.

The words of a field stand in their order of preference, and that decides, unless nothing below the chosen heading can be meant:
客户 with codes beside 客户名称, an empty 数量 beside 实发数量, 规格型号 with packages beside 物料名称 with models.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.base import labels, quantities
from domain.base.nothing import says_nothing
from domain.lists.cells import Value, text
from domain.lists.headings import Layout
from domain.lists.matter import Matter
from domain.products.mcus import model_key

_CODE = re.compile(r"[A-Za-z]{0,5}[-_./]?\d[\dA-Za-z\-_./]*")
"""C0012, 10086: a number of somebody, no name."""


def by_cells(layout: Layout, rows: Sequence[tuple[int, Sequence[Value]]], matter: Matter) -> Layout:
    below = [values for number, values in rows if layout.rows and number > layout.rows[-1]]

    def suits(place: int, field: str) -> int:
        cells = (text(values[place]) for values in below if place < len(values) and values[place] is not None)
        return sum(1 for each in cells if each and not says_nothing(each) and _may_be(each, field, matter))

    places, rivals, units = dict(layout.places), dict(layout.rivals), dict(layout.units)
    for place, field in layout.places.items():
        title = layout.titles.get(place, "")
        others = [each for each, of in layout.rivals.items() if of == field]
        if not others or labels.read(title).plain in matter.learned or suits(place, field):
            continue
        best = max(others, key=lambda other, field=field: suits(other, field))  # type: ignore[misc]
        if suits(best, field):
            del places[place], rivals[best]
            places[best], rivals[place] = field, field
            if field in matter.measured:
                units[field] = labels.read(layout.titles.get(best, "")).inside
    return replace(layout, places=dict(sorted(places.items())), rivals=rivals, units=units)


def _may_be(cell: str, field: str, matter: Matter) -> bool:
    if field in matter.measured:
        return quantities.parse(cell) is not None
    if field == matter.called:
        return _CODE.fullmatch(cell) is None
    known = matter.known.get(field)
    written = model_key(cell) if known else ""
    return not known or any(written.startswith(each) for each in known)
