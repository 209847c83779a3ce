"""A page: a dialog that shows something and offers acts, such as home, a list, a card.

It keeps nothing but its `args`; what it shows it asks anew each time. `show` must not record anything, for a page may
be shown again at any moment; whatever changes a record is a command (`Run`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, ClassVar, TypeAlias

from dialogs.core.ask import Ask
from dialogs.core.inputs import Odd, Shared, Typed, Uploaded, lies_with
from dialogs.core.screen import Act, Json, Say, Screen, Wording
from domain.base.rights import Action

Args: TypeAlias = Mapping[str, Json]
EMPTY: Args = MappingProxyType({})
"""Never changed, so that it may be shared."""
Heard: TypeAlias = Typed | Uploaded | Shared | Odd


@dataclass(frozen=True, slots=True)
class Show:
    """Stay, with these args (None: the present ones). `toast` answers a tap; `notice` stands above the screen once."""

    args: Args | None = None
    toast: Say | None = None
    alert: bool = False
    notice: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """Put another dialog on top; this one is shown again when it closes. `said` goes on to it: what was just written.
    `pasted`: of that only what has a label, or is understood otherwise; none of it is an answer by itself."""

    dialog: str
    args: Args = field(default_factory=dict)
    said: Typed | Uploaded | None = None
    pasted: bool = False
    below: tuple[Open, ...] = ()
    """What was written in the same message to others: they lie beneath, and come up one by one."""
    left: Args | None = None
    """What the args of the page that opens it are from now on; None: what they were."""


def in_parts(opens: Open, message: Typed) -> Open:
    """Each of them knows of which message it heard a part."""
    below = tuple(in_parts(each, message) for each in opens.below)
    if not isinstance(opens.said, Typed):
        return replace(opens, below=below)
    return replace(opens, said=replace(opens.said, message=message.message, at=message.at, part=True), below=below)


@dataclass(frozen=True, slots=True)
class Swap:
    """Put another dialog in place of this one."""

    dialog: str
    args: Args = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """Run a command of the domain; its outcome comes to `after` or `refused`."""

    command: object


@dataclass(frozen=True, slots=True)
class Close:
    """Give way to the dialog below. `drops`: drafts whose matter is over with it."""

    toast: Say | None = None
    notice: tuple[Wording, ...] = ()
    drops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoHome:
    """Leave everything; half-filled forms are kept as drafts."""

    toast: Say | None = None


Turn: TypeAlias = Show | Open | Swap | Run | Close | GoHome


@dataclass(frozen=True, slots=True)
class Perhaps:
    """What was written means little to this page, as a search that finds nothing: it does so only if home doesn't know better."""

    turn: Turn


def own_words(wording: Wording) -> tuple[str, ...]:
    return (wording,) if isinstance(wording, str) else ()


class Page:
    """Subclass it, give it a `name`, register it.

    Buttons with `act("open", dialog=…, args={…})`, `act("home")` and `act("close")` work on every screen and never
    reach the page. A label that is written is a tap on its button.
    """

    name: str
    wordings: Callable[[Wording], tuple[str, ...]] = staticmethod(own_words)
    """A wording as text in each language; the registry sets it."""
    right: ClassVar[Action | None] = None
    """What whoever opens it must hold, where nothing that it asks says so."""
    steady = False
    """As a pushed card: while its buttons stay, new words (a progress bar) make none of them stale."""

    aside = False
    """It only tells something (帮助): what is written there goes to the form that lies below."""

    hears_files = False
    """Whether `heard` has a use for files: where none has, they aren't even fetched."""

    def show(self, args: Args, ask: Ask) -> Screen:
        raise NotImplementedError

    def looked(self, args: Args, ask: Ask) -> None:
        """What is on record of it once somebody has it open (`show` writes nothing: cards that are pushed are shown to nobody)."""

    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        """A tapped button of this page's own."""
        return Show()

    def waits(self, args: Args) -> Wording | None:
        """What lies with the page until somebody has said what becomes of it, in a few words: it comes up again when what
        lies upon it is over, and home leads back to it. None: nothing does."""
        return None

    def entry(self, said: Typed, ask: Ask) -> Open | None:
        """Of home: what opens wherever it is written, as long as no form asks: the label of an entry."""
        return None

    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        """A message that was written or sent while this page is open. None: not understood, so the home page may, and else
        a kind sentence is said."""
        return None

    def answers(self, said: Typed, ask: Ask) -> Open | None:
        """What a reply to one of its messages, or an edited message that it came of, opens, whatever is open now. None: it is
        no business of the page."""
        return None

    def late(self, args: Args, ask: Ask) -> Open | Say | None:
        """Of a page that is pushed and takes replies: what one opens, or is told, where no button of the card hears it any
        more. None: the page takes none, and what was written is for the dialog that is open."""
        return None

    def edited(self, args: Args, said: Typed) -> Args | None:
        """The args, where a message that lies with the page says something else now; else None."""
        return {**args, "text": said.text} if said.stamp is not None and lies_with(args).stamp == said.stamp else None

    def after(self, args: Args, result: Any, ask: Ask) -> Turn:
        """The command of a `Run` succeeded with this result."""
        return Show()

    def refused(self, args: Args, refusal: Exception, ask: Ask) -> Turn | None:
        """The domain refused the command of a `Run`; None lets the core say the refusal above the page."""
        return None
