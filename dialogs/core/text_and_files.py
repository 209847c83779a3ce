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
    comes is more of it. With `needs_words` no file goes alone, and what may be meant for the bot (好的, 7) is no more of it. Not
    `grows`: at the summary words alone are no more of it.

    A string counts as words without a file."""

    kind = "text_and_files"
    takes_lines = True

    def __init__(
        self,
        *,
        max_length: int,
        min_length: int = 1,
        needs_words: bool = False,
        grows: bool = True,
        prompted: bool = True,
        at_most: int = 5,
        types: Sequence[str] = ("image/",),
    ) -> None:
        super().__init__()
        self.needs_words, self.grows, self.prompted = needs_words, grows, prompted
        self._text = Text(max_length=max_length, min_length=min_length, lines=True)
        self._files = Files(at_most=at_most, types=types, max_bytes=20 * MEBIBYTE)

    @override
    def load(self, value: Json) -> Written:
        text, files = parts(value)
        if not text and not files:
            raise ValueError(value)
        return Written(text, tuple(kept(stored_from_json(each)) for each in files))

    @override
    def dump(self, value: object) -> Json:
        assert isinstance(value, Written)
        return {"text": value.text, "files": self._files.dump(value.files)}

    @override
    def show(self, value: Json) -> Wording:
        text, files = parts(value)
        if not files:
            return head(text)
        return say("core-text-files", text=head(text), count=len(files)) if text else self._files.show(files)

    @override
    def says_enough(self, value: Json) -> bool:
        return not self.needs_words or bool(parts(value)[0])

    @override
    def heard(self, said: Heard, asking: Asking) -> Hearing:
        """Of a file that is refused its words are kept, and of words that are refused the file."""
        if not isinstance(said, Uploaded):
            return super().heard(said, asking)
        before, files = parts(asking.value)
        hearing = self._files.heard(said, replace(asking, value=files))
        more = said.caption.strip()
        words = self._text.typed("\n".join(filter(None, (before, more))), asking) if more else None
        text = str(words.value) if isinstance(words, Took) else before
        # a further piece of what has words already asks for nothing more, and one without waits for them
        if isinstance(hearing, Took):
            unread = words.why if isinstance(words, Misread) else None
            return Took({"text": text, "files": hearing.value}, stay=not isinstance(words, Took), but=unread)
        if isinstance(hearing, Misread) and isinstance(words, Took):
            return Took({"text": text, "files": [*files]}, stay=True, but=hearing.why)
        return hearing

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        hearing = self._text.typed(text, asking)
        return Took(beside_files(str(hearing.value), asking.value)) if isinstance(hearing, Took) else hearing

    @override
    def completed(self, value: Json, said: Typed | Uploaded, asking: Asking) -> Hearing | None:
        if isinstance(said, Uploaded):
            hearing = self.heard(said, asking)
            return replace(hearing, stay=False) if isinstance(hearing, Took) else hearing
        if not self.grows or (self.needs_words and not is_prose(said.text)):
            return None
        return self.typed("\n".join(filter(None, (parts(value)[0], said.text))), replace(asking, value=value))

    @override
    def offer(self, asking: Asking) -> Offer:
        text, files = parts(asking.value)
        offer = self._files.offer(replace(asking, value=files))
        if not files or text or not self.needs_words:
            return offer
        return Offer(offer.rows[1:], (*offer.lines, say("core-words-wanted")))

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        text, files = parts(asking.value)
        if do == "done" and files and (text or not self.needs_words):
            return Enough()
        if do != "away":
            return Look({})
        return Took({"text": text, "files": files[:-1]} if text or files[1:] else None, stay=True)


def is_prose(text: str) -> bool:
    """Whether it tells something: no number, and no word as one says it to a bot."""
    return sum(each.isalpha() for each in text) >= LEAST


LEAST = 4
"""Letters that tell something."""


def beside_files(text: str, value: Json) -> Json:
    """The words of an answer anew, beside the files that it has."""
    return {"text": text, "files": parts(value)[1]}


def parts(value: Json) -> tuple[str, list[Json]]:
    match value:
        case {"text": str(text), "files": list(files)}:
            return text, files
        case str(text):
            return text, []
        case _:
            return "", []
