"""A question for a list: what can't be one is told where it is sent, not by a job that fails."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.field import Asking, Heard, Hearing, Misread
from dialogs.core.file_names import named
from dialogs.core.files import File
from dialogs.core.inputs import Stored, Uploaded
from dialogs.core.screen import say

_NO_SHEETS = (
    "image/", "video/", "audio/", "application/pdf", "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
    "application/vnd.openxmlformats-officedocument.presentationml",
)  # fmt: skip


class SheetFile(File):
    @override
    def heard(self, said: Heard, asking: Asking) -> Hearing:
        match said:
            case Uploaded(file=Stored() as file) if file.type.startswith(_NO_SHEETS):
                return Misread(say("sheet-file-wanted", name=named(file.name)))
            case _:
                return super().heard(said, asking)
