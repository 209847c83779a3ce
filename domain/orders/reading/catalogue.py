"""Whom, which project and which model a line names: the longest of what the writer may log for.

An index from each way of calling a customer or a project to those that are called so. It is made once for a list of
customers and asked for every line; what one name is called is remembered by `callings`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from domain.names.sound import syllable
from domain.orders.reading import callings
from domain.orders.reading.records import How, KnownCustomer
from domain.orders.reading.text import COVERED, LineText
from domain.products.mcus import model_key

Pair = tuple[int, int]
"""A customer and one of its projects, by their places in the catalogue."""


class Names(IntEnum):
    CUSTOMER = 0
    PROJECT = 1


@dataclass(frozen=True, slots=True)
class Mention:
    """A part of the line that names somebody. `customers` are all that may be meant; of a project `pairs`."""

    start: int
    end: int
    names: Names
    how: How | None
    customers: frozenset[int] = frozenset()
    pairs: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class ModelMention:
    """`key` is the catalogue's model, None for one that nobody has; `written` with its package suffix."""

    key: str | None
    written: str
    pairs: frozenset[Pair] = frozenset()


@dataclass(slots=True)
class _Called:
    """Those that are called so, and how surely. Many may be: a project 遥控器 is at half of the customers."""

    ways: dict[Names, How | None] = field(default_factory=dict)
    pairs: dict[Names, set[Pair]] = field(default_factory=dict)
    _frozen: dict[Names, tuple[frozenset[int], frozenset[Pair]]] = field(default_factory=dict)

    def put(self, names: Names, pair: Pair, how: How | None) -> None:
        if names not in self.pairs or (how is None and self.ways[names] is not None):
            self.ways[names], self.pairs[names] = how, {pair}
        elif how is self.ways[names] or self.ways[names] is not None:
            self.pairs[names].add(pair)

    @property
    def best(self) -> tuple[Names, How | None]:
        """A customer's own name before a project's, that before what somebody is called for short."""
        return min(self.ways.items(), key=lambda each: (each[1] is not None, each[0]))

    def of(self, names: Names) -> tuple[frozenset[int], frozenset[Pair]]:
        if names not in self._frozen:
            pairs = self.pairs[names]
            self._frozen[names] = frozenset(place for place, _ in pairs), frozenset(pairs)
        return self._frozen[names]


_WORD = re.compile(r"[a-z0-9][a-z0-9\-_]*")
_QUANTITY_BEHIND = re.compile(r"[-_]\d+(?:kk|k|w|pcs|pc)?$")
_LOOKS_LIKE_A_MODEL = re.compile(r"(?=[a-z0-9\-_]*\d)[a-z]{2,}\d{1,3}[a-z]+\d+[a-z0-9\-_]*|[a-z]{3,}\d{4,}[a-z0-9\-_]*")
_MODEL_LABEL = re.compile(
    r"(?:mcu\s?)?(?:型号|mcu|料号|物料(?:编码|名称|号)?|(?<![a-z])(?:model|part\s?(?:no\.?|number)))(?:\s?[:=]\s?|\s?(?=[a-z]))(?P<model>[a-z0-9][\w\-./+]{1,39})",
    re.ASCII,
)
"""Whatever a label calls a model is one: N76E003, 8051."""
_GLUED = re.compile(r"\d+(?:kk|k|w|pcs|pc)(?:pcs|pc)?\d*")
_OTHER_NUMBER = re.compile(r"(?:lot|po|so|pi|dd|ht)[-_#]?\d")
_CHINESE = re.compile("[\u3400-\u9fff]+")
_LONGEST = 40


class Catalogue:
    """`customers` in the order in which they are proposed where several may be meant."""

    def __init__(self, customers: Sequence[KnownCustomer]) -> None:
        self.customers = tuple(customers)
        self._by_name: dict[str, _Called] = {}
        self._by_sound: dict[tuple[str, ...], _Called] = {}
        self._by_spelling: dict[str, _Called] = {}
        self._models: dict[str, set[Pair]] = defaultdict(set)
        for place, customer in enumerate(self.customers):
            for name in (customer.name, *customer.aliases):
                self._learn(callings.of_company(name), Names.CUSTOMER, (place, -1))
            for number, project in enumerate(customer.projects):
                self._learn(callings.of_project(project.name), Names.PROJECT, (place, number))
                if key := model_key(project.mcu):
                    self._models[key].add((place, number))
        self._lengths = sorted({len(each) for each in self._by_name}, reverse=True)
        self._sounds = sorted({len(each) for each in self._by_sound if len(each) <= _LONGEST}, reverse=True)

    def _learn(self, called: Sequence[callings.ShortName], names: Names, pair: Pair) -> None:
        for each in called:
            if not each.literal:
                continue
            self._by_name.setdefault(each.literal, _Called()).put(names, pair, each.how)
            if sound := callings.spoken(each.literal):
                if len(sound) >= callings.SHORTEST:
                    self._by_sound.setdefault(sound, _Called()).put(names, pair, How.HOMOPHONE)
                for spelling in callings.spelt(each.literal):
                    self._by_spelling.setdefault(spelling, _Called()).put(names, pair, How.PINYIN)

    def mentions(self, line: LineText) -> list[Mention]:
        """The longest first, as it stands before what only sounds so; then pinyin. Each is claimed in the line."""
        found: list[Mention] = []
        for begin, end, called in self._longest_first(line):
            if COVERED not in line.open[begin:end]:
                found.append(self._claimed(line, begin, end, called))
        found.extend(self._spelt(line))
        return found

    def _longest_first(self, line: LineText) -> Iterator[tuple[int, int, _Called]]:
        literal = [(length, 0, begin, end, called) for length, begin, end, called in self._literal(line)]
        heard = [(length, 1, begin, end, called) for length, begin, end, called in self._heard(line)]
        for _, _, begin, end, called in sorted([*literal, *heard], key=lambda each: (-each[0], each[1], each[2])):
            yield begin, end, called

    def _literal(self, line: LineText) -> Iterator[tuple[int, int, int, _Called]]:
        squeezed, at = _squeezed(line)
        for length in self._lengths:
            for start in range(len(squeezed) - length + 1):
                text = squeezed[start : start + length]
                called = self._by_name.get(text)
                if called is None:
                    continue
                begin, end = at[start], at[start + length - 1] + 1
                if _stands_alone(line.plain, begin, end, text):
                    yield length, begin, end, called

    def _claimed(self, line: LineText, begin: int, end: int, called: _Called) -> Mention:
        names, how = called.best
        line.claim(begin, end, names.name.lower())
        return _mention(begin, end, names, how, called.of(names))

    def _spelt(self, line: LineText) -> Iterator[Mention]:
        for word in line.found(_WORD):
            hits = self._by_spelling.get(word.group())
            if hits:
                yield self._claimed(line, word.start(), word.end(), hits)

    def _heard(self, line: LineText) -> Iterator[tuple[int, int, int, _Called]]:
        for run in line.found(_CHINESE):
            text, start = run.group(), run.start()
            sound = [syllable(char) for char in text]
            for length in self._sounds:
                for place in range(len(text) - length + 1):
                    called = self._by_sound.get(tuple(sound[place : place + length]))
                    if called is not None and text[place : place + length] not in callings.NO_NAME:
                        yield length, start + place, start + place + length, called

    def models(self, line: LineText) -> list[ModelMention]:
        """Models of the catalogue, with their package suffix, and what looks like a model that nobody has."""
        found: list[ModelMention] = []
        for word in line.found(_WORD):
            mention = self._model(word.group(), line, word.start())
            if mention is not None:
                found.append(mention)
        for labelled in line.found(_MODEL_LABEL):
            if COVERED not in line.open[slice(*labelled.span("model"))]:
                found.append(ModelMention(None, line.written(*labelled.span("model"))))
                line.claim(*labelled.span(), "model")
        return found

    def _model(self, word: str, line: LineText, start: int) -> ModelMention | None:
        if _OTHER_NUMBER.match(word):
            return None
        behind = _QUANTITY_BEHIND.search(word)
        if behind is not None:
            word = word[: behind.start()]
        if len(word) < 4:
            return None
        key = model_key(word)
        for length in range(len(key), 3, -1):
            pairs = self._models.get(key[:length])
            if not pairs:
                continue
            if _GLUED.fullmatch(key[length:]) and "-" not in word:  # BAT32G1355k: the quantity begins behind the model
                word = word[:length]
            elif length < len(key) and key[length].isdigit() and key[length - 1].isdigit():
                continue
            line.claim(start, start + len(word), "model")
            return ModelMention(key[:length], line.written(start, start + len(word)), frozenset(pairs))
        if ending := self._ending(key):
            line.claim(start, start + len(word), "model")
            return ModelMention(ending, line.written(start, start + len(word)), frozenset(self._models[ending]))
        if _LOOKS_LIKE_A_MODEL.fullmatch(word):
            line.claim(start, start + len(word), "model")
            return ModelMention(None, line.written(start, start + len(word)))
        return None

    def _ending(self, key: str) -> str | None:
        """G135 for BAT32G135, where only one model ends so."""
        if not any(char.isalpha() for char in key) or not key[-1].isdigit():
            return None
        ending = [each for each in self._models if each.endswith(key)]
        return ending[0] if len(ending) == 1 else None

    def begins(self, part: str) -> bool:
        """Whether a part of a line names a project or a model, and a figure: an order of its own."""
        line = LineText(part)
        names = [each for each in self.mentions(line) if each.names is Names.PROJECT]
        models = [each for each in self.models(line) if each.key is not None]
        return bool(names or models) and any(char.isdigit() for char in line.open)

    def pairs_of(self, customers: frozenset[int]) -> frozenset[Pair]:
        return frozenset(
            (place, number) for place in customers for number in range(len(self.customers[place].projects))
        )

    def inside(self, line: LineText, mention: Mention, customers: frozenset[int]) -> Mention | None:
        """What somebody else's project begins with may be a part of the name of one of theirs: 遥控器 of 空调遥控器."""
        pairs = self._holding(line.plain[mention.start : mention.end], customers)
        if not pairs:
            return None
        meant = (frozenset(place for place, _ in pairs), frozenset(pairs))
        return _mention(mention.start, mention.end, Names.PROJECT, How.SHORT, meant)

    def shortened(self, line: LineText, customers: frozenset[int]) -> Mention | None:
        """A project of these customers by a part of its name: 云台 for 云台电机. The longest part that any has."""
        best: tuple[int, int, int, set[Pair]] | None = None
        for run in line.found(re.compile("[a-z0-9\u3400-\u9fff]{2,}")):
            text = run.group()
            for begin in range(len(text) - 1):
                for end in range(len(text), begin + max(1, best[0] if best else 1), -1):
                    pairs = self._holding(text[begin:end], customers)
                    if pairs:
                        best = (end - begin, run.start() + begin, run.start() + end, pairs)
                        break
        if best is None:
            return None
        _, start, stop, pairs = best
        line.claim(start, stop, "project")
        return _mention(
            start, stop, Names.PROJECT, How.SHORT, (frozenset(place for place, _ in pairs), frozenset(pairs))
        )

    def _holding(self, part: str, customers: frozenset[int]) -> set[Pair]:
        if part in callings.NO_NAME or part.isdigit():
            return set()
        return {
            (place, number)
            for place in customers
            for number, project in enumerate(self.customers[place].projects)
            if part in callings.of_project(project.name)[0].literal
        }


def _mention(
    start: int, end: int, names: Names, how: How | None, meant: tuple[frozenset[int], frozenset[Pair]]
) -> Mention:
    customers, pairs = meant
    return Mention(start, end, names, how, customers, pairs if names is Names.PROJECT else frozenset())


def _squeezed(line: LineText) -> tuple[str, list[int]]:
    """Letters and digits alone, and where each stands."""
    at = [place for place, char in enumerate(line.open) if char.isalnum()]
    return "".join(line.open[place] for place in at), at


def _stands_alone(text: str, begin: int, end: int, name: str) -> bool:
    """`led` isn't in `sealed`, and 大疆 云台 is no name because somebody is called 疆云."""
    inner = text[begin:end]
    if len(inner) > len(name) and len(name) < 4:
        return False
    before, after = text[begin - 1 : begin], text[end : end + 1]
    latin_front = name[0].isascii() and before.isascii() and before.isalnum()
    latin_end = name[-1].isascii() and after.isascii() and after.isalnum()
    return not (latin_front or latin_end)
