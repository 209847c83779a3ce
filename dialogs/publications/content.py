"""What is published: a file of any kind, or an address."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.field import Asking, Field, Heard, Hearing, Misread, Took
from dialogs.core.files import Files, kept, stored_from_json
from dialogs.core.inputs import Uploaded
from dialogs.core.screen import Json, Wording, say
from domain.base import identifiers
from domain.base.identifiers import Flaw
from domain.base.written import KeptFile


class FileOrLink(Field[KeptFile | str]):
    """One of them; what comes next takes its place."""

    kind = "file"

    def __init__(self) -> None:
        super().__init__()
        self._files = Files(at_most=1)

    @override
    def load(self, value: Json) -> KeptFile | str:
        match value:
            case {"link": str(link)}:
                return link
            case _:
                return kept(stored_from_json(value))

    @override
    def dump(self, value: object) -> Json:
        if isinstance(value, str):
            return {"link": value, "name": value}
        files = self._files.dump([value])
        return files[0] if isinstance(files, list) else None

    @override
    def show(self, value: Json) -> Wording:
        return str(value["link"]) if isinstance(value, dict) and "link" in value else self._files.show([value])

    @override
    def heard(self, said: Heard, asking: Asking) -> Hearing:
        if not isinstance(said, Uploaded):
            return super().heard(said, asking)
        hearing = self._files.heard(said, Asking(asking.today, asking.wordings, asking.options))
        match hearing:
            case Took(value=[one]):
                return Took(one)
            case _:
                return hearing

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        link = identifiers.link(text)
        if isinstance(link, Flaw):
            return Misread(say("publish-no-link"))
        return Took({"link": link, "name": link})
