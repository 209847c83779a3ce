"""The columns of a list of orders."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class OrderColumn(StrEnum):
    """In the order of the template; what stands behind REFERENCE is understood, but not in it."""

    DAY = "day"
    CUSTOMER = "customer"
    PROJECT = "project"
    MCU = "mcu"
    QUANTITY = "quantity"
    UNIT = "unit"
    PRICE = "price"
    TAX = "tax"
    CURRENCY = "currency"
    BATCHES = "batches"
    REFERENCE = "reference"
    NET_PRICE = "net_price"
    """Without tax."""
    AMOUNT = "amount"
    BATCH_2 = "batch_2"
    BATCH_3 = "batch_3"
    KIND = "kind"
    """Whether it is a sale, a return, or a sample, which is no order."""
    STATUS = "status"
    """Of a document: what is void or not approved yet is no order."""
    NUMBER = "number"
    """Our own, as an export has it."""
    VOIDED = "voided"
    """Whether a document is void: yes or no."""


REQUIRED: Final = (OrderColumn.DAY, OrderColumn.CUSTOMER, OrderColumn.QUANTITY)
TEMPLATE: Final = tuple(OrderColumn)[: tuple(OrderColumn).index(OrderColumn.REFERENCE) + 1]
