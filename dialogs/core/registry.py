"""Which dialogs there are: said in one place by whoever puts the bot together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from dialogs.core.ask import Ask
from dialogs.core.filling import State
from dialogs.core.form import Form
from dialogs.core.inputs import Typed
from dialogs.core.page import Open, Page, own_words
from dialogs.core.screen import Json, Wording
from dialogs.core.verdicts import Pause
from domain.base.work import Work

Dialog: TypeAlias = Page | type[Form[object]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-filled form that was kept. `id` is unique for its owner; `at` is when it was kept, aware."""

    id: str
    form: str
    version: int
    title: Wording
    state: State
    at: datetime


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Keep this as a draft, in place of one with the same id."""

    id: str
    form: str
    version: int
    title: Wording
    state: State


@dataclass(frozen=True, slots=True)
class DropDraft:
    """The draft has done its work, or was given up."""

    id: str


DraftsQuery: TypeAlias = Callable[[Work, str | None], Sequence[Draft]]
"""The acting account's drafts, of one form or of all, the newest first."""

BecameQuery: TypeAlias = Callable[[Mapping[str, Json], Ask], tuple[Wording, ...]]
"""What became of the records that a form was about, by the names of its opening args: who did what, and when."""

ElsewhereQuery: TypeAlias = Callable[[str, Mapping[str, Json], Wording, Ask], Pause | None]
"""Whether a text that answers a question (its label) of a form (what it is about) is rather something else, and is asked."""


class Registry:
    """Pages and forms by name. `wordings` gives a wording as text in each language (`Texts.everywhere`): by it typed
    labels are understood and hints are known to exist. `became` says what became of a record that is out of reach. `drafts` is the query that finds the drafts to resume."""

    def __init__(
        self,
        dialogs: Iterable[Page | type[Page] | type[Form[object]]],
        *,
        wordings: Callable[[Wording], tuple[str, ...]] = own_words,
        drafts: DraftsQuery | None = None,
        became: BecameQuery | None = None,
        elsewhere: ElsewhereQuery | None = None,
        home: str = "home",
    ) -> None:
        self.wordings = wordings
        self.became = became
        self.elsewhere = elsewhere
        self.drafts = drafts
        self.home = home
        self._dialogs: dict[str, Dialog] = {}
        for each in dialogs:
            dialog: Dialog = each if isinstance(each, Page) or issubclass(each, Form) else each()
            if isinstance(dialog, Page):
                dialog.wordings = wordings
            name = dialog.name if isinstance(dialog, Page) else dialog.declared.name
            if name in self._dialogs:
                raise ValueError(f"two dialogs are called {name!r}")
            self._dialogs[name] = dialog
        if not isinstance(self._dialogs.get(home), Page):
            raise ValueError(f"there is no page {home!r} to come home to")

    def get(self, name: str) -> Dialog | None:
        return self._dialogs.get(name)

    def page(self, name: str) -> Page:
        dialog = self._dialogs[name]
        if not isinstance(dialog, Page):
            raise LookupError(f"{name} is no page")
        return dialog

    def answered(self, said: Typed, ask: Ask) -> Open | None:
        """What a reply, or an edited message, opens by itself, where a page knows what it is about."""
        pages = [each for each in self._dialogs.values() if isinstance(each, Page)]
        return next((found for each in pages if (found := each.answers(said, ask)) is not None), None)

    def forms(self) -> list[type[Form[object]]]:
        return [dialog for dialog in self._dialogs.values() if not isinstance(dialog, Page)]
