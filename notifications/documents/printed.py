"""A printed document: a title, tables of label and value, tables of rows; A4, with page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, XPos, YPos
from fpdf.fonts import FontFace
from typing_extensions import override

from notifications.documents import fonts

FAMILY: Final = "noto"
LINE: Final = 5.6
"""Millimetres."""
_INK, _PALE = (30, 30, 30), (110, 110, 110)
_SHADE, _PAPER, _RULE = (236, 240, 245), (255, 255, 255), (205, 210, 216)


@dataclass(frozen=True, slots=True)
class Table:
    """Under a heading: rows of cells, the first row in bold when `head` says so; `widths` in parts."""

    heading: str
    rows: Sequence[Sequence[str]]
    widths: tuple[int, ...] = (32, 68)
    head: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """`lines` stand under the title, `running` at the top of each page, `page` says `第 {at} 页`."""

    title: str
    lines: Sequence[str]
    tables: Sequence[Table]
    running: str

    def texts(self) -> Iterator[str]:
        yield from (self.title, *self.lines, self.running)
        for table in self.tables:
            yield table.heading
            for row in table.rows:
                yield from row


def write(document: Printed, to: Path) -> Path:
    text = "".join(document.texts())
    with TemporaryDirectory() as folder:
        pdf = _Paper(document.running)
        pdf.set_title(document.title)
        for style, weight in (("", fonts.REGULAR), ("B", fonts.BOLD)):
            pdf.add_font(FAMILY, style, fonts.write(text, weight, Path(folder) / f"{weight}.ttf"))
        pdf.add_page()
        _title(pdf, document)
        for table in document.tables:
            _table(pdf, table)
        pdf.output(str(to))
    return to


class _Paper(FPDF):
    def __init__(self, running: str) -> None:
        super().__init__(format="A4")
        self.running = running
        self.set_margin(18)
        self.set_auto_page_break(auto=True, margin=18)

    @override
    def header(self) -> None:
        self.set_font(FAMILY, size=8)
        self.set_text_color(*_PALE)
        self.cell(0, 5, self.running, align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(2)

    @override
    def footer(self) -> None:
        self.set_y(-14)
        self.set_font(FAMILY, size=8)
        self.set_text_color(*_PALE)
        self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="C")


def _title(pdf: FPDF, document: Printed) -> None:
    pdf.set_text_color(*_INK)
    pdf.set_font(FAMILY, "B", 17)
    pdf.multi_cell(0, 10, document.title, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_font(FAMILY, size=10)
    for line in document.lines:
        pdf.multi_cell(0, LINE, line, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(3)


def _table(pdf: FPDF, table: Table) -> None:
    if pdf.will_page_break(5 * LINE):  # a heading doesn't stand alone at the foot of a page
        pdf.add_page()
    pdf.set_font(FAMILY, "B", 11)
    pdf.set_text_color(*_INK)
    pdf.set_fill_color(*_SHADE)
    pdf.cell(0, 8, f" {table.heading}", fill=True, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_font(FAMILY, size=9)
    pdf.set_fill_color(*_PAPER)
    pdf.set_draw_color(*_RULE)
    head = FontFace(emphasis="BOLD")
    with pdf.table(
        table.rows,
        col_widths=table.widths,
        line_height=LINE,
        text_align="LEFT",
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        first_row_as_headings=table.head,
        headings_style=head,
        padding=0.6,
    ):
        pass
    pdf.ln(4)
