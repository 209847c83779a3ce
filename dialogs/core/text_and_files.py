"""Words with pictures to them in one answer, in whichever order they come: as one writes to a colleague."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from typing_extensions import override

from dialogs.core.field import Asking, Enough, Field, Heard, Hearing, Look, Misread, Offer, Took
from dialogs.core.files import MEBIBYTE, Files, kept, stored_from_json
from dialogs.core.inputs import Typed, Uploaded
from dialogs.core.kinds import Text
from dialogs.core.screen import Json, Wording, say
from dialogs.core.words import head
from domain.base.written import Written


class TextAndFiles(Field[Written]):
    """What is under a file is its words; a file without any waits for them, or goes alone by a tap. At the summary whatever
    comes is more of it."""

    kind = "text_and_files"
    takes_lines = True

    def __init__(self, *, max_length: int, at_most: int = 5, types: Sequence[str] = ("image/",)) -> None:
        super().__init__()
        self._text = Text(max_length=max_length, lines=True)
        self._files = Files(at_most=at_most, types=types, max_bytes=20 * MEBIBYTE)

    @override
    def load(self, value: Json) -> Written:
        match value:
            case {"text": str(text), "files": list(files)} if text or files:
                return Written(text, tuple(kept(stored_from_json(each)) for each in files))
            case _:
                raise ValueError(value)

    @override
    def dump(self, value: object) -> Json:
        assert isinstance(value, Written)
        return {"text": value.text, "files": self._files.dump(value.files)}

    @override
    def show(self, value: Json) -> Wording:
        text, files = _parts(value)
        if not files:
            return head(text)
        return say("core-text-files", text=head(text), count=len(files)) if text else self._files.show(files)

    @override
    def heard(self, said: Heard, asking: Asking) -> Hearing:
        if not isinstance(said, Uploaded):
            return super().heard(said, asking)
        text, files = _parts(asking.value)
        hearing = self._files.heard(said, replace(asking, value=files))
        if not isinstance(hearing, Took):
            return hearing
        under = self._text.typed(said.caption, asking) if said.caption.strip() else None
        if isinstance(under, Misread):
            return under
        more = str(under.value) if isinstance(under, Took) else ""
        whole = "\n".join(filter(None, (text, more)))
        # a further piece of what has words already asks for nothing more, and one without waits for them
        return Took({"text": whole, "files": hearing.value}, stay=not more)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        hearing = self._text.typed(text, asking)
        return Took({"text": hearing.value, "files": _parts(asking.value)[1]}) if isinstance(hearing, Took) else hearing

    @override
    def completed(self, value: Json, said: Typed | Uploaded, asking: Asking) -> Hearing | None:
        if isinstance(said, Uploaded):
            hearing = self.heard(said, asking)
            return replace(hearing, stay=False) if isinstance(hearing, Took) else hearing
        before, files = _parts(value)
        return self.typed(
            "\n".join(filter(None, (before, said.text))), replace(asking, value={"text": "", "files": files})
        )

    @override
    def offer(self, asking: Asking) -> Offer:
        return self._files.offer(replace(asking, value=_parts(asking.value)[1]))

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        text, files = _parts(asking.value)
        if do == "done" and files:
            return Enough()
        if do != "away":
            return Look({})
        return Took({"text": text, "files": files[:-1]} if text or files[1:] else None, stay=True)


def _parts(value: Json) -> tuple[str, list[Json]]:
    match value:
        case {"text": str(text), "files": list(files)}:
            return text, files
        case _:
            return "", []
