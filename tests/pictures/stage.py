"""Stories that are lived in either language, told once: who does what, by the labels in Chinese."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from functools import cache

from dialogs.core.screen import say
from dialogs.core.texts import Reader, plain
from tests.cast import Person, Scene
from tests.cast.phone import HEIGHT, labels_of
from tests.cast.scene import catalogues

LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


@cache
def labels() -> Mapping[str, Sequence[str]]:
    """What a label without facts is called in English; one may have several names there, by where it stands."""
    found: dict[str, list[str]] = defaultdict(list)
    texts = catalogues()
    bundles = {language: texts._catalogues[language] for language in LANGUAGE_NAMES}
    for key, source in bundles["zh"].sources.items():
        if "{" not in source + bundles["en"].sources[key]:
            chinese, english = (plain(texts.render(say(key), Reader(each, date.min, UTC))) for each in LANGUAGE_NAMES)
            found[chinese].append(english)
    return found


@dataclass(frozen=True)
class Stage:
    scene: Scene
    language: str

    async def enters(self, name: str) -> Person:
        """One of the cast, in the language of the pictures."""
        person = self.scene.person(name)
        await person.opens()
        if self.language != "zh":
            await person.speaks(LANGUAGE_NAMES[self.language])
            await person.goes_home()
        return person

    def stranger(self, name: str) -> Person:
        return self.scene.add(name, language="en" if self.language == "en" else "zh-hans")

    def in_words(self, chinese: str, english: str) -> str:
        return chinese if self.language == "zh" else english

    async def taps(self, person: Person, *wanted: str, on: str = "") -> None:
        for label in wanted:
            there = [each for message in person.phone.from_bot[-HEIGHT:] for each in labels_of(message)]
            names = labels().get(label, [label]) if self.language != "zh" else [label]
            await person.taps(next((each for each in names if each in there), names[0]), on=on)

    async def says(self, person: Person, *answers: str) -> None:
        for each in answers:
            await person.says(each)
