"""Bars that Excel draws itself from the cells of a sheet, so that they follow whoever sorts or corrects it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.utils import get_column_letter, quote_sheetname

COLOURS: Final = ("0072B2", "E69F00")
"""As in pictures (`bar_chart`)."""
WIDE: Final = 18
"""Centimetres."""
LOW, A_ROW, AROUND = 7.5, 0.9, 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeChart:
    """The columns of that many first rows beneath the head, counted from 1; what they are called stands in the first."""

    title: str
    columns: Sequence[int]
    rows: int


def native(sheet: str, chart: NativeChart) -> BarChart:
    def cells(column: int, first: int) -> Reference:
        letter = get_column_letter(column)
        return Reference(range_string=f"{quote_sheetname(sheet)}!${letter}${first}:${letter}${chart.rows + 1}")

    made = BarChart()
    made.type, made.title, made.style = "bar", chart.title, 10  # lying, for names are long
    for column in chart.columns:
        made.add_data(cells(column, 1), titles_from_data=True)
    made.set_categories(cells(1, 2))
    for series, colour in zip(made.series, COLOURS, strict=False):
        series.graphicalProperties.solidFill = colour
        series.dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    made.x_axis.delete, made.y_axis.delete = False, True  # values stand on the bars
    made.y_axis.majorGridlines = None
    made.gapWidth = 60
    made.x_axis.scaling.orientation = "maxMin"  # the first on top
    made.width, made.height = WIDE, max(LOW, AROUND + A_ROW * chart.rows)
    made.legend.position = "b"
    return made
