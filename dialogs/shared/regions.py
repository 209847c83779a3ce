"""Questions for a place: what is typed is read by `domain.base.regions.find`, as in lists; pinyin and initials search as ever.

What lies below the city isn't the region's, and isn't lost: the answer keeps and shows it, and the form puts it where it
belongs (`below_of`), such as the customer's background.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from typing_extensions import override

from dialogs.core import words
from dialogs.core.choices import Choice
from dialogs.core.field import Asking, Hearing, Look, Misread, Offer, Option, Options, Took, answering
from dialogs.core.lists import in_rows
from dialogs.core.screen import Button, Json, Wording, act, say
from domain.base import regions
from domain.base.bilingual import translated
from domain.base.regions import PlaceReading

_BETWEEN = "\n"
"""In an answer, between the region and what lies below it: no region has it."""
_MOST = 8
"""Readings that are offered."""


@cache  # the table is part of the product
def region_options() -> Options:
    """Every city, province first; kept as it is said: `广东 深圳`."""
    return Options(
        Option(city.called, translated(city.name), find=city.official, group=translated(province))
        for province in regions.provinces()
        for city in regions.cities_of(province)
    )


def region_of(answer: str) -> str:
    """`广东 深圳`, of the answer to a `Region`."""
    return regions.once(answer.partition(_BETWEEN)[0])


def below_of(answer: str) -> str:
    """`深圳市南山区`, of an answer that told so much; else empty."""
    return answer.partition(_BETWEEN)[2]


class Region(Choice[str]):
    """A city. `below` names the wording that says where what lies below it goes; without it nothing below is kept, and
    somebody taps the city that was meant."""

    def __init__(self, *, below: str | None = None) -> None:
        super().__init__(region_options)
        self.below = below

    @override
    def full(self, option: Option) -> Wording:
        return translated(option.key)

    @override
    def show(self, value: Json) -> Wording:
        region, below = translated(region_of(str(value))), below_of(str(value))
        return say(self.below, region=region, below=below) if below and self.below else region

    @override
    def filled_in(self, value: Json, asking: Asking) -> Took | None:
        region, below = (region_of(value), below_of(value)) if isinstance(value, str) else ("", "")
        took = super().filled_in(region, asking)
        return Took(value, self.show(value)) if took is not None and below and self.below else took

    @override
    def offer(self, asking: Asking) -> Offer:
        readings = _readings(asking)
        if not readings:
            return super().offer(asking)
        buttons = [answering(_label(each), "read", index=place) for place, each in enumerate(readings)]
        rest = Button(say("core-all-options"), act("answer", do="look"))
        return Offer((*in_rows(buttons, 1), (rest,)), (say("region-which", typed=words.quoted(_typed(asking))),))

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        readings = regions.find(text)
        if len(readings) == 1 and self._takes(readings[0]):
            return self._took(readings[0])
        if len(readings) == 1 and readings[0].city is None:
            return Look({"group": readings[0].province})
        return Look({"place": words.clean(text)[: regions.LONGEST]}) if readings else super().typed(text, asking)

    @override
    def pasted(self, text: str, asking: Asking) -> Hearing:
        readings = regions.find(text)
        if len(readings) == 1 and readings[0].city is not None and readings[0].sure:
            return self._took(readings[0])
        if len(readings) == 1 and readings[0].city is None:
            return Misread(say("region-city", typed=words.quoted(text)))
        if readings:
            return Misread(say("region-which", typed=words.quoted(text)))
        return super().pasted(text, asking)

    @override
    def tapped(self, do: str, args: Mapping[str, Json], asking: Asking) -> Hearing:
        index, readings = args.get("index"), _readings(asking)
        if do != "read":
            return super().tapped(do, args, asking)
        if not isinstance(index, int) or not 0 <= index < len(readings):
            return Misread(say("core-option-gone"))
        reading = readings[index]
        return Look({"group": reading.province}) if reading.city is None else self._took(reading)

    def _takes(self, reading: PlaceReading) -> bool:
        return reading.city is not None and reading.sure and (self.below is not None or not reading.below)

    def _took(self, reading: PlaceReading) -> Took:
        called = reading.city.called if reading.city is not None else reading.province
        value = f"{called}{_BETWEEN}{reading.whole}" if reading.whole and self.below else called
        return Took(value, self.show(value))


def _typed(asking: Asking) -> str:
    place = asking.view.get("place")
    return place if isinstance(place, str) else ""


def _readings(asking: Asking) -> Sequence[PlaceReading]:
    return regions.find(_typed(asking))[:_MOST]


def _label(reading: PlaceReading) -> Wording:
    if reading.city is None:
        return translated(reading.province)
    region = translated(reading.city.called)
    return say("region-reading", region=region, below=reading.told_below) if reading.below else region


class Province(Choice[str]):
    """A province; a place that lies in one names it, too."""

    def __init__(self) -> None:
        super().__init__(regions.provinces)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        return _within(self, {each.province for each in regions.find(text)}, asking) or super().typed(text, asking)


class City(Choice[str]):
    """One of the cities that `@options` gives, of one province; a county in it is looked at as its city, to be tapped."""

    def __init__(self) -> None:
        super().__init__()

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        readings = regions.find(text)
        cities = {each.city.name for each in readings if each.city is not None}
        if any(each.below for each in readings):
            options = [option.key for option in asking.options() if option.key in cities]
            return Look({"find": options[0]}) if options else super().typed(text, asking)
        return _within(self, cities, asking) or super().typed(text, asking)


def _within(field: Choice[str], keys: set[str], asking: Asking) -> Took | None:
    found = [option for option in asking.options() if option.key in keys]
    return field.took(found[0]) if len(found) == 1 else None
