"""An order as somebody writes it to a colleague: 大疆 云台电机 BAT32G135 5k 3.2元 批次 A12 A13 昨天.

    read(text, catalogue, today, bounds) -> ReadMessage(rows, intent, rest)

A line is read in this order, each part claiming its characters for good: names (the longest known customer, project,
model) · papers and terms · batches · days · tax, currency, prices, sums, quantities with a label or a unit · bare numbers,
of which all readings are tried (`solving`). What nobody claims is left over and shown. What is filled from context is
marked; what has two readings is asked.

Absent: who may log for whom (the catalogue holds nobody else), closed months, what was logged before, the last word of
the person, any I/O. Nothing raises, whatever the text.
"""

from domain.orders.reading.catalogue import Catalogue
from domain.orders.reading.message import read
from domain.orders.reading.records import (
    Ask,
    Bounds,
    How,
    Intent,
    KnownCustomer,
    KnownProject,
    Option,
    ReadBatch,
    ReadMessage,
    ReadRow,
    Tax,
)

__all__ = [
    "Ask",
    "Bounds",
    "Catalogue",
    "How",
    "Intent",
    "KnownCustomer",
    "KnownProject",
    "Option",
    "ReadBatch",
    "ReadMessage",
    "ReadRow",
    "Tax",
    "read",
]
