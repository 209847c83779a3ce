"""Files and photos. They lie in the content store before the step; an answer keeps hash, type, size and name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from typing_extensions import override

from dialogs.core import words
from dialogs.core.answers import list_in
from dialogs.core.field import Asking, Enough, Field, Heard, Hearing, Look, Misread, Offer, Took, answering
from dialogs.core.file_names import all_named, named, next_place, unnamed
from dialogs.core.inputs import Failed, Stored, Uploaded
from dialogs.core.missed_files import not_had
from dialogs.core.screen import Json, Say, Wording, say
from domain.base.written import KeptFile

MEBIBYTE = 1024 * 1024


class Files(Field[tuple[Stored, ...]]):
    """Several files in one answer, one by one or as albums. `types` are beginnings of sniffed types (`image/`)."""

    kind = "files"

    def __init__(self, *, at_most: int = 10, types: Sequence[str] = (), max_bytes: int = 20 * MEBIBYTE) -> None:
        super().__init__()
        self.at_most, self.types, self.max_bytes = at_most, tuple(types), max_bytes

    @override
    def load(self, value: Json) -> tuple[Stored, ...]:
        if not isinstance(value, list) or not value:
            raise TypeError(value)
        return tuple(stored_from_json(each) for each in value)

    @override
    def dump(self, value: object) -> Json:
        assert isinstance(value, Iterable)
        return [stored_to_json(each) for each in value]

    @override
    def show(self, value: Json) -> Wording:
        names = tuple(all_named(_names(value), 30))
        return say("core-files", count=len(names), names=names[:5])

    @override
    def heard(self, said: Heard, asking: Asking) -> Hearing:
        if not isinstance(said, Uploaded):
            return super().heard(said, asking)
        match said.file:
            case Failed() as failed:
                return Misread(not_had(failed, next_place(_names(asking.value))))
            case Stored() as file:
                return self._add(file, asking)

    def _add(self, file: Stored, asking: Asking) -> Hearing:
        present = asking.value if isinstance(asking.value, list) else []
        names = _names(present)
        name = named(file.name, next_place(names))
        if file.size == 0:
            return Misread(say("core-file-empty", name=name))
        if file.size > self.max_bytes:
            return Misread(say("core-file-too-big", name=name))
        if self.types and not file.type.startswith(self.types):
            return Misread(not_of_these(file, self.types))
        for there, called in zip(present, all_named(names), strict=True):
            if isinstance(there, dict) and there.get("sha256") == file.sha256:
                return Misread(_twice(file, str(there.get("name")), called))
        if len(present) >= self.at_most:
            return Misread(say("core-file-enough", most=self.at_most, name=name))
        return Took([*present, stored_to_json(file)], stay=True)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        return Misread(say("core-not-a-file"))

    @override
    def offer(self, asking: Asking) -> Offer:
        present = asking.value if isinstance(asking.value, list) else []
        if not present:
            return Offer()
        lines = tuple(
            say("core-entry-file", number=str(number), name=each)
            for number, each in enumerate(all_named(_names(present)), 1)
        )
        done = answering(say("core-files-done", count=len(present)), "done")
        return Offer(((done,), (answering(say("core-file-away"), "away"),)), lines)

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        present = asking.value if isinstance(asking.value, list) else []
        if do == "done" and present:
            return Enough()
        if do == "away":
            return Took(present[:-1] or None, stay=True)
        return Look({})


def _twice(file: Stored, known: str, called: Wording) -> Say:
    """By the name that it was sent under, where it has one of its own."""
    if unnamed(file.name) or file.name == known:
        return say("core-file-twice", name=called)
    return say("core-file-same", name=named(file.name), there=called)


class File(Field[Stored]):
    """One file; of an album that follows, the first counts."""

    kind = "file"

    def __init__(self, *, types: Sequence[str] = (), max_bytes: int = 20 * MEBIBYTE) -> None:
        super().__init__()
        self._files = Files(at_most=1, types=types, max_bytes=max_bytes)

    @override
    def load(self, value: Json) -> Stored:
        return stored_from_json(value)

    @override
    def dump(self, value: object) -> Json:
        assert isinstance(value, Stored)
        return stored_to_json(value)

    @override
    def show(self, value: Json) -> Wording:
        return self._files.show([value])

    @override
    def heard(self, said: Heard, asking: Asking) -> Hearing:
        hearing = self._files.heard(said, Asking(asking.today, asking.wordings, asking.options))
        match hearing:
            case Took(value=[one]):
                return Took(one)
            case _:
                return hearing

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        return self._files.typed(text, asking)


def not_of_these(file: Stored, types: Sequence[str]) -> Say:
    """Told is what can be sent: what a content is called in the trade of computers says nothing to people."""
    wanted = dict.fromkeys(_CALLED.get(each, "core-file-type-office") for each in types)
    return say("core-file-type", name=named(file.name), wanted=tuple(say(each) for each in wanted))


_CALLED = {"image/": "core-file-type-picture", "application/pdf": "core-file-type-pdf"}


def _names(value: Json) -> list[str]:
    return [str(each.get("name")) if isinstance(each, dict) else "" for each in list_in(value)]


def stored_to_json(file: Stored | KeptFile) -> Json:
    return {"sha256": file.sha256, "type": file.type, "size": file.size, "name": words.clean(file.name)[:120]}


def stored_from_json(value: Json) -> Stored:
    match value:
        case {"sha256": str(sha256), "type": str(kind), "size": int(size), "name": str(name)}:
            return Stored(sha256, kind, size, name)
        case _:
            raise ValueError(value)


def kept(file: Stored) -> KeptFile:
    """As a record keeps it."""
    return KeptFile(file.sha256, file.name, file.type, file.size)
