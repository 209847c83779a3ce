"""Tables on paper: cells whose lines are broken before their row is drawn, rows that go on over pages, what stands above
again on each. A table's height is known before it is drawn, which fpdf2's own can't say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from notifications.documents.paper import LINE, RULE, SHADE, SIZE, Paper

PAD: Final = 1.4
TALL: Final = 12
"""Lines of a row that is torn where a page ends; a lower one goes to the next page as a whole."""
LEAST: Final = 4
"""Lines of a torn row that stay together."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`width` in millimetres; a label is shaded."""

    text: str
    width: float
    label: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class BrokenCell:
    lines: Sequence[str]
    cell: Cell


BrokenRow: TypeAlias = Sequence[BrokenCell]


class Grid:
    """`centred`: what is lower than its row stands in the middle of it."""

    def __init__(
        self, paper: Paper, rows: Sequence[Sequence[Cell]], head: Sequence[Cell] = (), *, centred: bool = False
    ) -> None:
        self._paper, self._centred = paper, centred
        self._head = self._broken(head)
        self._rows = [self._broken(row) for row in rows]

    def _broken(self, row: Sequence[Cell]) -> BrokenRow:
        return [
            BrokenCell(self._paper.lines(cell.text, cell.width - 2 * PAD, "B" if cell.bold else ""), cell)
            for cell in row
        ]

    @property
    def height(self) -> float:
        return sum(map(_height, (self._head, *self._rows)))

    @property
    def beginning(self) -> float:
        """The heading and the first row, or as much of it as stays together."""
        first = [min(_count(row), LEAST if _count(row) > TALL else TALL) for row in self._rows[:1]]
        return _height(self._head) + sum(each * LINE + 2 * PAD for each in first)

    def draw(self, heading: Callable[[bool], None], tail: float = 0.0) -> None:
        """`heading` writes what stands above; on a page where the table goes on it is told so. The last row stays with what
        follows, which is `tail` high."""
        heading(False)
        self._row(self._head)
        for row in self._rows:
            rest = row
            while not self._fits(rest, tail if row is self._rows[-1] else 0.0):
                left = self._torn(rest)
                self._paper.add_page()
                heading(True)
                self._row(self._head)
                if left is rest:  # it has a page of its own now
                    break
                rest = left
            self._row(rest)

    def _fits(self, row: BrokenRow, tail: float) -> bool:
        """What fits on no page together needn't."""
        whole = self._paper.bottom - self._paper.below_header - 4 * LINE
        high = _height(row) + tail
        return self._paper.y + (high if high <= whole else _height(row)) <= self._paper.bottom

    def _torn(self, row: BrokenRow) -> BrokenRow:
        """What is left of a tall row, once as much of it as there is room for is drawn."""
        room = int((self._paper.bottom - self._paper.y - 2 * PAD) / LINE)
        if _count(row) <= TALL or room < LEAST:
            return row
        self._row([BrokenCell(each.lines[:room], each.cell) for each in row])
        return [BrokenCell(each.lines[room:], each.cell) for each in row]

    def _row(self, row: BrokenRow) -> None:
        paper, height = self._paper, _height(row)
        x, y = paper.l_margin, paper.y
        paper.set_draw_color(*RULE)
        paper.set_fill_color(*SHADE)
        for each in row:
            cell, high = each.cell, len(each.lines) * LINE
            paper.rect(x, y, cell.width, height, "DF" if cell.label else "D")
            paper.write_in("B" if cell.bold else "", SIZE)
            paper.set_y(y + ((height - high) / 2 if self._centred else PAD))
            paper.write_lines(each.lines, x + PAD, cell.width - 2 * PAD)
            x += cell.width
        paper.write_in()
        paper.set_y(y + height)


def _count(row: BrokenRow) -> int:
    return max((len(each.lines) for each in row), default=0)


def _height(row: BrokenRow) -> float:
    return _count(row) * LINE + 2 * PAD if row else 0.0
