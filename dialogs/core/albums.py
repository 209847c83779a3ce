"""How many pieces of an album found no room: they come one by one, and what the last one says is read."""

from __future__ import annotations

from dialogs.core.filling import Filling
from dialogs.core.inputs import Uploaded
from dialogs.core.page import Heard
from dialogs.core.screen import Say, Wording, say


def counted(filling: Filling, said: Heard | None, path: str, why: Wording) -> Wording:
    """Why a piece isn't taken: of several one sentence tells how many."""
    if (
        not isinstance(said, Uploaded)
        or said.album is None
        or not isinstance(why, Say)
        or why.key != "core-file-enough"
    ):
        return why
    filling.takes_album(said.album, path)
    filling.too_many += 1
    return (
        why if filling.too_many == 1 else say("core-file-enough-album", most=why.args["most"], count=filling.too_many)
    )
