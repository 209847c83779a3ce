"""Choosing: one of a list, several of a list, a person. Long lists are searched by characters, pinyin and initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Generic, TypeAlias, TypeVar, cast, overload

from typing_extensions import override

from dialogs.core import figures, search, words
from dialogs.core.field import (
    Asking,
    Field,
    Heard,
    Hearing,
    Look,
    Misread,
    Offer,
    Option,
    Options,
    Rules,
    Took,
    answering,
    as_options,
)
from dialogs.core.inputs import Typed
from dialogs.core.lists import PAGE, ListEntry, listing
from dialogs.core.screen import Act, Button, Json, Say, Wording, act, say
from domain.base.bilingual import translated

K = TypeVar("K", covariant=True)
_NO_NUMBERS: Mapping[str, Act] = MappingProxyType({})
Source: TypeAlias = Iterable[Option | str] | Callable[[], Iterable[Option | str]]


class Choosing(Field[K]):
    """What one choice and several have in common: options, groups, pages and search."""

    has_options = True

    def __init__(self, source: Source | None, joined: str) -> None:
        super().__init__()
        self.joined = joined
        if source is not None:
            if callable(source):
                make = source
                self.rules = Rules(options=lambda form: make())
            else:
                fixed = as_options(source)
                self.rules = Rules(options=lambda form: fixed)

    def full(self, option: Option) -> Wording:
        """The label with its group before it: 广东 深圳; 上海, where that is all there is to it."""
        if option.group is None or option.key == option.label == option.group:
            return option.label
        return say(self.joined, group=option.group, label=option.label)

    def find(self, text: str, asking: Asking) -> list[Option]:
        """The options that `text` may mean; just one where it says exactly that."""
        options = as_options(asking.options())
        index = options.worked_out(
            f"index {self.joined}",
            lambda: search.Index((each, self._texts(each, asking), each.find) for each in options),
        )
        exact = index.exactly(text)
        return exact if len(exact) == 1 else index.find(text)

    def is_exact(self, text: str, option: Option, asking: Asking) -> bool:
        return any(search.same(text, each) for each in self._texts(option, asking))

    def _texts(self, option: Option, asking: Asking) -> tuple[str, ...]:
        """A label that carries its unit is known without it, too."""
        alone = (*asking.wordings(option.label), *option.names)
        texts = alone if option.group is None else (*alone, *asking.wordings(self.full(option)))
        return tuple(dict.fromkeys((*texts, *map(figures.label, texts))))

    def menu(self, asking: Asking, mark: Callable[[Option], Wording]) -> Offer:
        """The options on the present page, or the groups to begin with."""
        view = asking.view
        options: Sequence[Option] = asking.options()
        found = str(view.get("find") or "")
        if found:
            options = self.find(found, asking)
        groups = _groups(options, asking)
        group = view.get("group")
        if len(groups) > 1 and not found and group not in groups:
            entries = [ListEntry(label, _view_act(group=key)) for key, label in groups.items()]
        else:
            chosen = [o for o in options if not isinstance(group, str) or found or _group_key(o, asking) == group]
            full = bool(found)
            entries = [
                ListEntry(self.full(o) if full and o.group else mark(o), act("answer", do="pick", key=o.key))
                for o in chosen
            ]
        page = view.get("page")
        shown = listing(
            entries,
            page if isinstance(page, int) else 0,
            lambda number: _view_act(**{**view, "page": number}),
            asking.width,
        )
        hint = (say("core-search-hint"),) if len(options) > PAGE and not found else ()
        all_row = ((Button(say("core-all-options"), _view_act()),),) if found or isinstance(group, str) else ()
        return Offer((*shown.rows, *all_row), (*hint, *shown.lines))

    def look(self, args: Mapping[str, Json], asking: Asking) -> Look:
        kept = {"ticks": asking.view["ticks"]} if "ticks" in asking.view else {}
        return Look({**{name: args[name] for name in ("page", "find", "group") if name in args}, **kept})

    @override
    def heard(self, said: Heard, asking: Asking) -> Hearing:
        """Where numbers stand before the entries, a number means its entry, whatever it would find otherwise."""
        meant = self._by_numbers(said.text, asking) if isinstance(said, Typed) else None
        return super().heard(said, asking) if meant is None else meant

    def numbers(self, asking: Asking) -> dict[str, Act]:
        """The numbers on the screen, and what a tap on each does."""
        buttons = (each for row in self.offer(asking).rows for each in row)
        return {
            each.label: each.act
            for each in buttons
            if each.act is not None and isinstance(each.label, str) and each.label.isdecimal()
        }

    def picked(self, acts: Sequence[Act], asking: Asking) -> Hearing | None:
        """What numbers mean; None: they can't be said here together."""
        return self.tapped(str(acts[0].args.get("do")), acts[0].args, asking) if len(acts) == 1 else None

    def _by_numbers(self, text: str, asking: Asking) -> Hearing | None:
        typed = numbers_of(text)
        shown = self.numbers(asking) if typed else {}
        if shown and all(each in shown for each in typed):
            return self.picked([shown[each] for each in dict.fromkeys(typed)], asking)
        return None

    def _all_numbered(self, asking: Asking) -> bool:
        """Whether each option stands on the screen with its number: there is nothing that another number could find."""
        return len(self.numbers(asking)) == len(asking.options())

    def searched(self, text: str, asking: Asking) -> Hearing:
        if asking.wants is not None:
            return Misread(say("core-first", label=asking.wants))
        if number_of(text) and self._all_numbered(asking):
            return Misread(self.unfound(text, asking.options()))
        if self.find(text, asking):
            return self.look({"find": words.clean(text)[:40]}, asking)
        return Misread(self.unfound(text, asking.options()))

    def unfound(self, text: str, options: Sequence[Option]) -> Say:
        return say("core-not-an-option", typed=words.quoted(text))


class Choice(Choosing[K], Generic[K]):
    """One of a list. `source` gives fixed options; else there is an `@field.options` rule. `load` makes the value of
    the key, such as an enum's member. `joined` names the sentence for an option with its group."""

    kind = "choice"

    @overload
    def __init__(self: Choice[str], source: Source | None = None, *, joined: str = ...) -> None: ...
    @overload
    def __init__(self, source: Source | None = None, *, load: Callable[[str], K], joined: str = ...) -> None: ...
    def __init__(
        self, source: Source | None = None, *, load: Callable[[str], object] = str, joined: str = "core-grouped"
    ) -> None:
        super().__init__(source, joined)
        self._load = load

    @override
    def load(self, value: Json) -> K:
        if not isinstance(value, str):
            raise TypeError(value)
        return cast(K, self._load(value))

    @override
    def dump(self, value: object) -> Json:
        return str(value)

    @override
    def show(self, value: Json) -> Wording:
        return translated(words.head(str(value)))

    def took(self, option: Option) -> Took:
        return Took(option.key, self.full(option))

    @override
    def filled_in(self, value: Json, asking: Asking) -> Took | None:
        return next((self.took(option) for option in asking.options() if option.key == value), None)

    @override
    def offer(self, asking: Asking) -> Offer:
        return self.menu(asking, lambda option: option.label)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        found = self.find(text, asking)
        if len(found) == 1 and self.is_exact(text, found[0], asking):
            return self.took(found[0])
        return self.searched(text, asking)

    @override
    def pasted(self, text: str, asking: Asking) -> Hearing:
        found = self.find(text, asking)
        if len(found) == 1 and (not number_of(text) or self.is_exact(text, found[0], asking)):
            return self.took(found[0])  # a figure that merely stands in a label says nothing
        if asking.wants is not None:
            return Misread(say("core-first", label=asking.wants))
        return Misread(say("core-not-one-option" if found else "core-not-an-option", typed=words.quoted(text)))

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        if do != "pick":
            return self.look(args, asking)
        option = next((option for option in asking.options() if option.key == args.get("key")), None)
        return Misread(say("core-option-gone")) if option is None else self.took(option)


def _unclear(unclear: Sequence[str]) -> Say:
    return say("core-some-unclear", typed=tuple(map(words.quoted, unclear)))


class Many(Choosing[tuple[K, ...]], Generic[K]):
    """Several of a list, ticked and then confirmed."""

    kind = "many"

    @overload
    def __init__(self: Many[str], source: Source | None = None, *, at_most: int = ..., joined: str = ...) -> None: ...
    @overload
    def __init__(
        self, source: Source | None = None, *, load: Callable[[str], K], at_most: int = ..., joined: str = ...
    ) -> None: ...
    def __init__(
        self,
        source: Source | None = None,
        *,
        load: Callable[[str], object] = str,
        at_most: int = 100,
        joined: str = "core-grouped",
    ) -> None:
        super().__init__(source, joined)
        self._load = load
        self.at_most = at_most

    @override
    def load(self, value: Json) -> tuple[K, ...]:
        if not isinstance(value, list) or not value:
            raise TypeError(value)
        return tuple(cast(K, self._load(cast(str, key))) for key in value)

    @override
    def dump(self, value: object) -> Json:
        assert isinstance(value, Iterable)
        return [str(key) for key in value]

    @override
    def show(self, value: Json) -> Wording:
        return say("core-list", items=tuple(translated(str(key)) for key in cast("list[Json]", value)[:SHOWN]))

    def took(self, options: Sequence[Option]) -> Hearing:
        if not options:
            return Misread(say("core-none-ticked"))
        if len(options) > self.at_most:
            return Misread(say("core-too-many-ticked", most=self.at_most))
        shown: list[Wording] = [self.full(option) for option in options[:SHOWN]]
        line = (
            say("core-list", items=tuple(shown))
            if len(options) == len(shown)
            else say("core-list-more", items=tuple(shown), count=len(options))
        )
        return Took([option.key for option in options], line)

    @override
    def filled_in(self, value: Json, asking: Asking) -> Took | None:
        keys = value if isinstance(value, list) else []
        hearing = self.took([option for option in asking.options() if option.key in keys])
        return hearing if isinstance(hearing, Took) and hearing.value == keys else None

    def ticks(self, asking: Asking) -> list[Json]:
        ticks = asking.view.get("ticks", asking.value)
        return ticks if isinstance(ticks, list) else []

    @override
    def offer(self, asking: Asking) -> Offer:
        ticks = self.ticks(asking)
        menu = self.menu(asking, lambda o: say("core-ticked", label=o.label) if o.key in ticks else o.label)
        done = ((answering(say("core-ticks-done", count=len(ticks)), "done"),),) if ticks else ()
        return Offer((*menu.rows, *done), menu.lines)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        """More beside what is ticked already; a list that is typed where nothing is, or over an old answer, is the answer."""
        options, unclear = self._each(text, asking, self.numbers(asking))
        if not unclear:
            return self._said(options, asking)
        return self._partly(options, unclear, asking) if options else self.searched(text, asking)

    def _partly(self, options: Sequence[Option], unclear: Sequence[str], asking: Asking) -> Hearing:
        """What is clear is ticked, what isn't is named."""
        ticks = self.ticks(asking)
        more = [option.key for option in options if option.key not in ticks]
        return Misread(_unclear(unclear), {"ticks": [*ticks, *more]})

    @override
    def picked(self, acts: Sequence[Act], asking: Asking) -> Hearing | None:
        keys = [each.args.get("key") for each in acts]
        options = [each for each in asking.options() if each.key in keys]
        return self._said(options, asking) if len(options) == len(acts) else super().picked(acts, asking)

    def _said(self, options: Sequence[Option], asking: Asking) -> Hearing:
        ticks = self.ticks(asking)
        if not ticks or ("ticks" not in asking.view and len(options) > 1):
            return self.took(options)
        more = [option.key for option in options if option.key not in ticks]
        return Look({"ticks": [*ticks, *more]})

    @override
    def pasted(self, text: str, asking: Asking) -> Hearing:
        options, unclear = self._each(text, asking)
        if options and unclear:
            return Misread(_unclear(unclear))
        return Misread(say("core-not-an-option", typed=words.quoted(text))) if unclear else self.took(options)

    def _each(
        self, text: str, asking: Asking, shown: Mapping[str, Act] = _NO_NUMBERS
    ) -> tuple[list[Option], list[str]]:
        """The options that a list of labels names, and which words aren't clear. Among several the first characters
        of a label, or what it is known by, will do where they fit no other; `shown` are the numbers on the screen."""
        whole = self.find(text, asking)
        if len(whole) == 1 and self.is_exact(text, whole[0], asking):
            return whole, []
        found: dict[str, Option] = {}
        unclear: list[str] = []
        parts = search.split_list(text)
        parts = parts if whole or len(parts) > 1 else _BETWEEN.split(text.strip())
        for word in parts:
            number = shown.get(number_of(word))
            key = None if number is None else number.args.get("key")
            options = self.find(word, asking) if number is None else [o for o in asking.options() if o.key == key]
            clear = number is not None or (len(parts) > 1 and not number_of(word))
            if len(options) != 1 or not (clear or self.is_exact(word, options[0], asking)):
                unclear.append(word)
            else:
                found[options[0].key] = options[0]
        return list(found.values()), unclear if found or unclear else [text]

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        ticks = self.ticks(asking)
        if do == "done":
            return self.took([option for option in asking.options() if option.key in ticks])
        if do != "pick":
            return self.look(args, asking)
        key = args.get("key")
        changed = [tick for tick in ticks if tick != key] if key in ticks else [*ticks, key]
        return Look({**asking.view, "ticks": changed})


# 0002 is somebody's number, which stands behind his name: no place in a list is written so
_NUMBER = re.compile(r"(?:选|第)?\s*([1-9]\d{0,3})\s*(?:个|项|号|[.、)])?")
_BETWEEN = re.compile(r"[\s、,，;；和及跟]+")


def numbers_of(text: str) -> list[str]:
    """What is nothing but numbers, as `1、3`; else none."""
    typed = [number_of(word) for word in _BETWEEN.split(text) if word]
    return typed if all(typed) else []


def number_of(text: str) -> str:
    """`2`, of 2 and ２ and 第2个; empty where it is no number."""
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return found[1] if found else ""


SHOWN = 8
"""How many labels of a many-choice a summary names."""


def _view_act(**view: Json) -> Act:
    return act("answer", do="look", **view)


def _group_key(option: Option, asking: Asking) -> str:
    return "" if option.group is None else (asking.wordings(option.group) or ("",))[0]


def _groups(options: Sequence[Option], asking: Asking) -> dict[str, Wording]:
    """The groups in order, by their first wording."""
    if isinstance(options, Options):
        return options.worked_out("groups", lambda: _grouped(options, asking))
    return _grouped(options, asking)


def _grouped(options: Sequence[Option], asking: Asking) -> dict[str, Wording]:
    return {_group_key(option, asking): option.group for option in options if option.group is not None}
