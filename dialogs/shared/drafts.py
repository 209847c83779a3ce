"""草稿: half-filled forms, any of which can be gone on with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args
from dialogs.core.registry import Draft
from dialogs.core.screen import Button, Wording, say
from dialogs.shared.list_page import ListPage, part
from dialogs.shared.words import opens
from domain.base.work import Work


@runtime_checkable
class Drawer(Protocol):
    """What a step can ask for beside the domain's `Work`: the acting account's drafts, of one form or of all."""

    def drafts(self, form: str | None) -> Sequence[Draft]: ...


def kept(work: Work, form: str | None = None) -> Sequence[Draft]:
    """The query: newest first. Work that belongs to no conversation has none."""
    return work.drafts(form) if isinstance(work, Drawer) else ()


class Drafts(ListPage[Draft]):
    name = "drafts"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Draft], int]:
        return part(ask(kept), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("drafts-title"),)

    @override
    def row(self, place: int, row: Draft, args: Args, ask: Ask) -> Sequence[Wording]:
        return (say("drafts-row", index=place, title=row.title, at=row.at),)

    @override
    def key(self, place: int, row: Draft, args: Args, ask: Ask) -> Button:
        return opens(str(place), row.form, draft=row.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("drafts-none")
