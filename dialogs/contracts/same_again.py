"""What a contract asks several times over: one tap takes what another answer says already."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.core.form import Form


def same_as(*names: str) -> Callable[[Form[object]], object]:
    """The rule that proposes the first of these answers that there is."""
    return lambda form: next((value for value in (getattr(form, each) for each in names) if value is not None), None)
