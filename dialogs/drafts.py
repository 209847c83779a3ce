"""草稿: half-filled forms, any of which can be gone on with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.registry import Draft
from dialogs.core.screen import Act, Screen, Wording, say
from dialogs.words import HOME, numbered, opens, page_in, pages

A_PAGE = 6


class Drawer(Protocol):
    """What a step can ask for beside the domain's `Work`: the acting account's drafts, of one form or of all."""

    def drafts(self, form: str | None) -> Sequence[Draft]: ...


def kept(work: Drawer, form: str | None = None) -> Sequence[Draft]:
    """The query: newest first."""
    return work.drafts(form)


class Drafts(Page):
    name = "drafts"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found = ask(kept)
        if not found:
            return Screen((say("drafts-title"), say("drafts-none")), ((HOME,),))
        page = min(page_in(args), (len(found) - 1) // A_PAGE)
        shown = list(enumerate(found, 1))[page * A_PAGE : (page + 1) * A_PAGE]
        lines: list[Wording] = [say("drafts-title")]
        lines += [say("drafts-row", index=place, title=draft.title, at=draft.at) for place, draft in shown]
        numbers = [opens(str(place), draft.form, draft=draft.id) for place, draft in shown]
        return Screen(tuple(lines), (*numbered(numbers), *pages(page, A_PAGE, len(found)), (HOME,)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"page": page_in(act.args)})
