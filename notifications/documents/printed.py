"""A printed document: a title, clauses, tables of label and value, tables of rows, the place where both sides sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias

from fpdf.enums import XPos, YPos

from notifications.documents.grid import PAD, Cell, Grid
from notifications.documents.paper import LINE, PALE, RULE, SIZE, Paper

LABEL: Final = 37.0
"""Millimetres of a label's column."""
GAP: Final = 4.0
SEAL: Final = 38.0
"""The diameter of a company's seal."""
_TITLE, _HEADING = 18.0, SIZE + 1.5
"""Points."""
_INDENT: Final = 2
"""Characters, where Chinese is set."""


@dataclass(frozen=True, slots=True)
class Clause:
    text: str
    heading: bool = False

    def texts(self) -> Iterator[str]:
        yield self.text


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and values; two stand beside each other where both are short."""

    heading: str
    pairs: Sequence[tuple[str, str]]

    def texts(self) -> Iterator[str]:
        yield self.heading
        for pair in self.pairs:
            yield from pair


@dataclass(frozen=True, slots=True)
class Table:
    """Under a heading: rows of cells; `widths` in parts. `none` stands in place of no rows."""

    heading: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: tuple[int, ...]
    none: str

    def texts(self) -> Iterator[str]:
        yield from (self.heading, self.none, *self.head)
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class Side:
    """Who signs: `called` above, `seal` where the seal goes, `lines` to be filled in by hand."""

    called: str
    seal: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Stays together, and with the block before it where there is room on a page: nobody signs an empty sheet."""

    heading: str
    closing: str
    sides: tuple[Side, Side]

    def texts(self) -> Iterator[str]:
        yield from (self.heading, self.closing)
        for side in self.sides:
            yield from (side.called, side.seal, *side.lines)


Block: TypeAlias = Clause | Pairs | Table | Signatures


@dataclass(frozen=True, slots=True)
class Printed:
    """`lines` stand under the title, `running` at the top of each page, `page` at its foot (as `Paper` says)."""

    title: str
    lines: Sequence[str]
    blocks: Sequence[Block]
    running: str
    page: str
    continued: str
    """What stands behind the heading of a table on each page where it goes on."""
    watermark: str = ""
    indented: bool = True
    """Paragraphs begin with two blanks, as in Chinese."""

    def text(self) -> str:
        texts = (text for block in self.blocks for text in block.texts())
        return "".join((self.title, self.continued, *self.lines, *texts))


def write(document: Printed, to: Path) -> Path:
    with TemporaryDirectory() as folder:
        paper = Paper(
            document.text(),
            Path(folder),
            running=document.running,
            page=document.page,
            watermark=document.watermark,
        )
        paper.set_title(document.title)
        _title(paper, document)
        before: Block | None = None
        for block, following in zip(document.blocks, (*document.blocks[1:], None), strict=True):
            if paper.y > paper.below_header and not (isinstance(before, Clause) and isinstance(block, Clause)):
                paper.ln(GAP)
            _block(paper, block, following, document)
            before = block
        paper.output(str(to))
    return to


def _title(paper: Paper, document: Printed) -> None:
    paper.write_in("B", _TITLE)
    paper.write_lines(
        paper.lines(document.title, paper.epw, "B", _TITLE), paper.l_margin, paper.epw, height=10, align="C"
    )
    paper.write_in()
    for line in document.lines:
        paper.write_lines(paper.lines(line, paper.epw), paper.l_margin, paper.epw, align="C")


def _block(paper: Paper, block: Block, following: Block | None, document: Printed) -> None:
    match block:
        case Clause():
            _clause(paper, block, indented=document.indented)
        case Pairs(heading=heading):
            _grid(paper, (heading, document.continued), _of_pairs(paper, block), following)
        case Table(heading=heading):
            _grid(paper, (heading, document.continued), _of_table(paper, block), following)
        case Signatures():
            _signatures(paper, block)


# --- clauses ------------------------------------------------------------------------------------------------------


def _clause(paper: Paper, clause: Clause, *, indented: bool) -> None:
    if clause.heading:
        paper.room(5 * LINE)  # it doesn't stand alone at the foot of a page
        paper.ln(LINE / 3)
        paper.write_in("B", SIZE + 1)
        paper.write_lines(
            paper.lines(clause.text, paper.epw, "B", SIZE + 1), paper.l_margin, paper.epw, height=LINE + 1
        )
        paper.write_in()
        return
    indent = paper.width_of("　" * _INDENT) if indented else 0.0
    lines = paper.lines(clause.text, paper.epw, indent=indent)
    for at, line in enumerate(lines):
        # neither the first line alone at the foot of a page nor the last one alone at its head
        needs = min(len(lines), 3 if len(lines) == 3 else 2) if at == 0 else 2 if at == len(lines) - 2 else 1
        paper.room(needs * LINE)
        first = indent if at == 0 else 0.0
        paper.write_lines([line], paper.l_margin + first, paper.epw - first)
    paper.ln(LINE / 6)


# --- tables -------------------------------------------------------------------------------------------------------


def _of_pairs(paper: Paper, block: Pairs) -> Grid:
    half, value = float(paper.epw) / 2, float(paper.epw) / 2 - LABEL
    rows: list[list[Cell]] = []
    waits = False
    for label, text in block.pairs:
        short = len(paper.lines(text, value - 2 * PAD)) == 1
        if short and waits:
            rows[-1][-1:] = [Cell(rows[-1][-1].text, value), Cell(label, LABEL, label=True), Cell(text, value)]
            waits = False
        else:
            rows.append([Cell(label, LABEL, label=True), Cell(text, half + value)])
            waits = short
    return Grid(paper, rows, centred=True)


def _of_table(paper: Paper, block: Table) -> Grid:
    parts = [float(paper.epw) * each / sum(block.widths) for each in block.widths]
    if not block.rows:
        return Grid(paper, [[Cell(block.none, float(paper.epw))]])
    head = [Cell(text, width, label=True, bold=True) for text, width in zip(block.head, parts, strict=True)]
    return Grid(paper, [[Cell(*each) for each in zip(row, parts, strict=True)] for row in block.rows], head)


def _grid(paper: Paper, headings: tuple[str, str], grid: Grid, following: Block | None) -> None:
    def heading(again: bool) -> None:
        _heading(paper, "".join(headings) if again else headings[0])

    above = len(paper.lines(headings[0], paper.epw, "B", _HEADING)) * (LINE + 1) + 1
    page = paper.bottom - paper.below_header
    signed = _height(paper, following) if isinstance(following, Signatures) else 0.0
    together = above + grid.height + GAP + signed
    paper.room(together if signed and together <= page else above + grid.beginning)
    tail = GAP + signed if signed and together > page else 0.0
    grid.draw(heading, tail)


def _heading(paper: Paper, text: str) -> None:
    paper.write_in("B", _HEADING)
    paper.write_lines(paper.lines(text, paper.epw, "B", _HEADING), paper.l_margin, paper.epw, height=LINE + 1)
    paper.write_in()
    paper.ln(1)


# --- where both sides sign ----------------------------------------------------------------------------------------


def _height(paper: Paper, block: Signatures) -> float:
    column = float(paper.epw) / 2 - GAP
    closing = len(paper.lines(block.closing, paper.epw)) * LINE
    called = max(len(paper.lines(side.called, column, "B")) for side in block.sides)
    return 2 * LINE + closing + called * LINE + SEAL + 2 * GAP + len(block.sides[0].lines) * (LINE + 3)


def _signatures(paper: Paper, block: Signatures) -> None:
    paper.room(_height(paper, block))
    _heading(paper, block.heading)
    paper.write_lines(paper.lines(block.closing, paper.epw), paper.l_margin, paper.epw)
    paper.ln(GAP)
    column = float(paper.epw) / 2 - GAP
    called = [paper.lines(side.called, column, "B") for side in block.sides]
    top, under = paper.y, paper.y + max(map(len, called)) * LINE + GAP
    for at, (side, lines) in enumerate(zip(block.sides, called, strict=True)):
        x = paper.l_margin + at * (column + 2 * GAP)
        paper.set_y(top)
        paper.write_in("B")
        paper.write_lines(lines, x, column)
        _seal(paper, side.seal, x, under)
        paper.set_y(under + SEAL + GAP)
        paper.write_in()
        paper.write_lines(side.lines, x, column, height=LINE + 3)


def _seal(paper: Paper, text: str, x: float, y: float) -> None:
    paper.set_draw_color(*RULE)
    paper.set_dash_pattern(dash=1.2, gap=1.2)
    paper.circle(x + SEAL / 2 + GAP, y + SEAL / 2, SEAL / 2)
    paper.set_dash_pattern()
    paper.write_in(size=8, ink=PALE)
    paper.set_xy(x + GAP, y + SEAL / 2 - LINE / 2)
    paper.cell(SEAL, LINE, text, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
