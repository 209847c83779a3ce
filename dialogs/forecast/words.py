"""Shares, as the pages of 订单预期 say them."""

from __future__ import annotations

from dialogs.core.screen import Arg, say


def percent(share: float | None) -> Arg:
    """14%, of nothing —."""
    return say("statistics-no-value") if share is None else f"{round(share * 100)}%"


def signed_percent(share: float | None) -> Arg:
    """+14%, −3%."""
    return say("statistics-no-value") if share is None else f"{round(share * 100):+d}%".replace("-", "−")
