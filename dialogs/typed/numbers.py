"""A number that can be said aloud, typed by itself: what it stands for opens."""

from __future__ import annotations

from dialogs.core.ask import Ask
from dialogs.core.page import Open
from domain.base.said_numbers import is_number
from domain.home import numbered

_PAGES = {
    "DD": ("sales_order", "order"),
    "BB": ("request", "report"),
    "HT": ("contract_card", "contract"),
    "BG": ("amendment", "amendment"),
    "GJ": ("follow_up_report", "follow_up"),
    **dict.fromkeys(("YQ", "FS", "JD"), ("protection_request", "request")),
    "SS": ("appeal", "approval"),
    "GZ": ("correction", "approval"),
    "WT": ("question", "thread"),
    "FK": ("feedback", "thread"),
    "HS": ("approval", "approval"),
    "ZC": ("approval", "approval"),
    "ZL": ("agency_change", "approval"),
}


def opens_number(text: str, ask: Ask) -> Open | None:
    found = ask(numbered.record, text) if is_number(text) else None
    if found is None:
        return None
    prefix, number = found
    page, arg = _PAGES[prefix]
    return Open(page, {arg: number})
