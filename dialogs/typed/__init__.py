"""What is typed at home, or at a page that doesn't understand it: offered to every reader in turn.

    command · reply to a card · lines with labels (paste) · visit · order · statistics · forecast · report in a sentence · project's update ·
    how long somebody is protected · search

The first two hold everywhere and are taken before a dialog hears of anything (`bot.serving.desk`); the others are readers, in this
order in `readers.READERS`, to which a matter adds its line. A reader claims a text or doesn't (`Claim`): one that is *mine*
opens; several are one screen with a button each (`ReadAs`), and so are those that are only *perhaps*; none is a search; a
search that finds nothing says what can be typed. Nothing typed there becomes an answer by itself: what opens takes only what
it understands (`Open.pasted`), and what somebody chose on the screen.

Deliberately absent: what a text means (the readers, each beside its matter), and any guess between two that claim it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogs.core.ask import Ask
from dialogs.core.page import Open
from dialogs.core.screen import Wording

Wordings = Callable[[Wording], tuple[str, ...]]
"""A wording as text in each language, by which labels are known."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One way to take a text. `mine` is sure of it; else it is *perhaps*. `label` is what a button says."""

    label: Wording
    opens: Open
    mine: bool = True


@dataclass(frozen=True, slots=True)
class TypedReader:
    """Of a matter: `claims` gives the ways in which it would take the text, none where it isn't its own."""

    matter: str
    claims: Callable[[str, Ask, Wordings], Sequence[Claim]]


def claims(text: str, ask: Ask, wordings: Wordings, readers: Sequence[TypedReader]) -> list[Claim]:
    """Those that are sure, or else those that may be; in the order of the readers."""
    found = [claim for reader in readers for claim in reader.claims(text, ask, wordings)]
    return [claim for claim in found if claim.mine] or found
