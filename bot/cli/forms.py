"""Every form's fields as a table: what `baobei forms` prints."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, date
from typing import NamedTuple

from dialogs import registry
from dialogs.core.form import Form
from dialogs.core.parts import Parts
from dialogs.core.screen import Say
from dialogs.core.texts import Reader, Texts, plain


class FieldRow(NamedTuple):
    """A question. `form` is the form's name, `title` what its screens call it, `kind` the kind of answer."""

    form: str
    title: str
    field: str
    label: str
    required: bool
    kind: str


def fields(language: str) -> list[FieldRow]:
    """All questions of all forms, each form once, parts after the form that has them."""
    texts = Texts.load(strict=False)
    reader = Reader(language, date.min, UTC)

    def told(words: Say) -> str:
        return plain(texts.render(words, reader))

    rows = []
    for form in dict.fromkeys(_with_parts(registry.for_accounts(texts).forms())):
        declared = form.declared
        for field in declared.fields.values():
            if not field.asked:
                continue
            label = told(declared.label(field))
            rows.append(FieldRow(declared.name, told(declared.title), field.name, label, field.required, field.kind))
    return rows


def _with_parts(forms: Sequence[type[Form[object]]]) -> Iterator[type[Form[object]]]:
    for form in forms:
        yield form
        yield from _with_parts([each.form for each in form.declared.fields.values() if isinstance(each, Parts)])


def table(rows: Sequence[FieldRow]) -> str:
    """Columns that line up, a Chinese character taking two."""
    lines = [("form", "label", "required", "field", "kind")]
    lines += [(row.form, row.label, "*" if row.required else "", row.field, row.kind) for row in rows]
    widths = [max(_width(line[column]) for line in lines) for column in range(5)]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
