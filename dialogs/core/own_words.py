"""Choosing one of a list, or saying it in one's own words."""

from __future__ import annotations

from collections.abc import Iterable

from typing_extensions import override

from dialogs.core import words
from dialogs.core.choices import Choice
from dialogs.core.field import Asking, Hearing, Misread, Option, Took
from dialogs.core.inputs import Typed, Uploaded
from dialogs.core.kinds import Text
from dialogs.core.screen import Json, Wording, say
from domain.base.bilingual import END, bilingual, in_language


class ChoiceOrText(Choice[str]):
    """What an option says is the answer itself: its key is its words (`domain.base.bilingual`). Whatever else is written is
    taken as it is, up to `max_length` characters; written at the summary, it goes behind what was chosen."""

    kind = "choice_or_text"

    def __init__(self, *, max_length: int = 200) -> None:
        super().__init__()
        self._text = Text(max_length=max_length)

    @override
    def show(self, value: Json) -> Wording:
        return str(value) if END in str(value) else words.head(str(value))

    @override
    def filled_in(self, value: Json, asking: Asking) -> Took | None:
        return super().filled_in(value, asking) or Took(value)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        found = self.find(text, asking)
        if len(found) == 1 and self.is_exact(text, found[0], asking):
            return self.took(found[0])
        return self._text.typed(text, asking)

    @override
    def pasted(self, text: str, asking: Asking) -> Hearing:
        return self.typed(text, asking)

    @override
    def completed(self, value: Json, said: Typed | Uploaded, asking: Asking) -> Hearing | None:
        if not isinstance(said, Typed) or not self.is_chosen(value, asking.options()):
            return None  # his own words, which he can change
        hearing, chosen = self._text.typed(said.text, asking), str(value)
        if not isinstance(hearing, Took):
            return hearing
        again = END in chosen and not chosen.endswith(END)
        whole = f"{chosen}{bilingual('；', '; ') if again else bilingual('：', ': ')}{hearing.value}"
        length = len(in_language(whole, "zh"))
        if length > self._text.max_length:
            return Misread(say("core-text-long", length=length, longest=self._text.max_length))
        return Took(whole)

    @staticmethod
    def is_chosen(value: Json, options: Iterable[Option]) -> bool:
        """Whether it was chosen, and perhaps completed; also where it isn't offered any more."""
        return END in str(value) or any(option.key == value for option in options)
