"""How somebody at a customer is told: 采购 王工 138 0013 8000."""

from __future__ import annotations

from dialogs.core.screen import Json, Say, Wording, say
from dialogs.shared.words import middle, phone
from domain.base.bilingual import translated
from domain.counterparts.records import CounterpartTold


def told_line(told: CounterpartTold) -> Say:
    """In a row of a list; what isn't known leaves nothing behind."""
    return say(
        "counterpart-told",
        role=translated(told.role) if told.role else "none",
        name=told.name or "none",
        phone=phone(told.phone) if told.phone else "none",
    )


def short(told: CounterpartTold) -> Wording:
    """On a button."""
    return middle(told.name, 16) if told.name else phone(told.phone)


def answers(told: CounterpartTold) -> dict[str, Json]:
    """As the form keeps them: what isn't known is asked, but for a number and a note."""
    known: dict[str, Json] = {each: value for each in ("name", "role") if (value := getattr(told, each))}
    return {**known, "phone": told.phone or None, "note": told.note or None}
