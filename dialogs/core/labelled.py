"""Texts that carry a form's labels, before it is open: by that a text finds the form it belongs to."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.core.ask import Ask
from dialogs.core.cutting import cut
from dialogs.core.form import Form
from dialogs.core.labels import Meant, labels
from dialogs.core.pasting import is_free
from dialogs.core.screen import Wording

A_LIST = 2
"""Labels by which a text is one that was made for a form, wherever in their lines they stand."""


def labels_in(text: str, form: type[Form[object]], wordings: Callable[[Wording], tuple[str, ...]], ask: Ask) -> int:
    """How many labels of the form a text carries, before it is open: by that a text finds the form it belongs to. One
    label must begin its line, with a mark behind it; those of parts alone count from two on."""
    known = labels(form, wordings, ask)

    def found(each: str) -> list[Meant]:
        pieces = cut(each, lambda label: known.meant(label) is not None, lambda label: is_free(known.meant(label)))
        first = pieces[0] if pieces else None
        begins = first is not None and bool(first.label) and first.how != "blank"
        meant = [one for piece in pieces if piece.label and (one := known.meant(piece.label)) is not None]
        return meant if begins or len(meant) >= A_LIST else []

    by_line = [one for line in text.splitlines() if line.strip() for one in found(line)]
    several = max(by_line, found(text), key=len)  # a table has its labels in one line alone
    own = any(not one.parts for each in several for one in each.several)
    return len(several) if own or len(several) >= A_LIST else 0


def _in_its_own_words(wording: Wording) -> tuple[str, ...]:
    """A form's labels as they are told to nobody in particular; one function, by which they are known again."""
    return ()


def values_of(text: str, form: type[Form[object]], ask: Ask) -> list[tuple[str, str]]:
    """The form's own questions that a text answers with a label, by name, and what it says; before the form is open."""
    known = labels(form, _in_its_own_words, ask)
    pieces = cut(text, lambda label: known.meant(label) is not None, lambda label: is_free(known.meant(label)))
    given = [(known.meant(each.label), each.value.strip()) for each in pieces if each.label and each.value.strip()]
    return [(meant.several[0].field.name, value) for meant, value in given if meant and not meant.several[0].parts]
