"""The tree of refusals: what a use-case answers when a rule says no.

    Refusal
    ├── NotAllowed            the account may not do this to that
    ├── NotFound              it isn't there (or not for this account: the two look alike on purpose)
    ├── AlreadyDecided        somebody else was faster
    └── …                     each rule's own, beside the rule

A refusal carries facts, never wording: `dialogs` finds the sentence by the class's name. What the refused use-case wrote
is taken back (`Work.apart`), unless the refusal is one of those that are remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


class Refusal(Exception):
    """An expected no. Subclasses are dataclasses; their fields are the facts for the sentence."""

    remembered: bool = False
    """Whether what was written before it stays: that it was tried."""


@dataclass
class NotAllowed(Refusal):
    """The rights table says no. `action` is the action's name in the table."""

    action: str


@dataclass
class NotFound(Refusal):
    """No such record within the account's reach. `what` names the kind of record."""

    what: str


@dataclass
class AlreadyDecided(Refusal):
    """The request was decided before: by whom, when, and how (`approved`, `rejected`, `returned`, `withdrawn`,
    `answered`; `lapsed` by itself, then by nobody)."""

    by: str
    at: datetime
    how: str


@dataclass
class NotYours(Refusal):
    """Only the current approvers may decide; `approvers` are their names."""

    approvers: tuple[str, ...]
