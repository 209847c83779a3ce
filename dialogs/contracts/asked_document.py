"""Which document the question on the screen is about."""

from __future__ import annotations

from dialogs.contracts.attachment import kind_at, pages_at
from dialogs.core.file_names import named
from dialogs.core.files import stored_from_json
from dialogs.core.filling import Filling
from dialogs.core.inputs import Stored
from dialogs.core.screen import Say, Wording, say
from domain.base.policy.people import ContractPolicy


def told(filling: Filling, policy: ContractPolicy) -> tuple[Say, ...]:
    """Which file, or whose pages, it is about, as a line."""
    file = untyped_file(filling)
    asked = named(file.name) if file is not None else _wanted(filling, policy)
    return () if asked is None else (say("contract-attachment-file", name=asked),)


def untyped_file(filling: Filling) -> Stored | None:
    """The first file of the document whose type is asked for, until it is chosen."""
    path = filling.at.path
    if filling.at.kind != "question" or not path.endswith("].kind"):
        return None
    item = path.partition("].")[0] + "]"
    first = next(iter(pages_at(filling, item)), None)
    if kind_at(filling, item) is not None or not isinstance(first, dict) or "sha256" not in first:
        return None
    return stored_from_json(first)


def _wanted(filling: Filling, policy: ContractPolicy) -> Wording | None:
    """The type of the document whose pages, or last day, are asked for."""
    if filling.at.kind != "question" or not filling.at.path.endswith(("].pages", "].valid_until")):
        return None
    kind = kind_at(filling, filling.at.path.rpartition(".")[0])
    return None if kind is None else policy.words.told(str(kind))
