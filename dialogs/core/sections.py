"""The sections of a form, as its class declares them."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.core.field import DeclarationError, Field


class Section:
    """Stands before the questions of a section. Its heading is `{form}-section-{name}`; a form with sections has an overview."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name


def sections_of(form: str, members: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    sections: dict[str, tuple[str, ...]] = {}
    current: str | None = None
    has_sections = any(isinstance(value, Section) for value in members.values())
    for name, value in members.items():
        if isinstance(value, Section):
            current = name
            sections[name] = ()
        elif isinstance(value, Field) and has_sections:
            if current is None:
                raise DeclarationError(f"{form}.{name} stands before the first section.")
            sections[current] = (*sections[current], name)
    return sections
