"""Cells of a workbook that is made."""

from __future__ import annotations

from typing import Any

from openpyxl.cell import Cell


def put(cell: Any, text: str) -> Cell:
    """As text, whatever it begins with: nobody's name becomes a formula."""
    assert isinstance(cell, Cell)
    cell.value = text or None
    if text:
        cell.data_type = "s"
    return cell
