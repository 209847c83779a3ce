"""Whom or what the words of a sentence name: a model, a unit, an agency, a person, a product domain, a customer; and how
what figures are narrowed to is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from domain.base import regions, searching
from domain.base.rights import Action, may, reach
from domain.base.work import Work
from domain.people import coverage
from domain.people.records import Unit
from domain.people.unit_names import unit_called
from domain.products import domains
from domain.products.mcus import model_key
from domain.protection import filters as customer_filters
from domain.protection.filters import Filter
from domain.statistics.measuring import ranks_people
from domain.statistics.reading import PARTICLE
from domain.statistics.records import EVERYTHING, Only, SalesGrouping

MOST = 4
"""So many of which a word may be one are offered."""


@dataclass(frozen=True, slots=True)
class Candidate:
    only: Only
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """`unknown` are words that name nothing the reader sees; `several` is the first word that names more than one."""

    only: Only
    unknown: tuple[str, ...] = ()
    several: tuple[str, tuple[Candidate, ...]] | None = None
    covered: tuple[tuple[str, str], ...] = ()
    """Provinces that were named, and the units that cover them: figures are of units."""


def named(work: Work, words: Sequence[str], only: Only = EVERYTHING) -> Named:
    """Raises `NotAllowed` for who sees no orders."""
    reach(work.actor, Action.SEE_ORDERS)
    unknown: list[str] = []
    several: tuple[str, tuple[Candidate, ...]] | None = None
    covered: list[tuple[str, str]] = []
    for word in (each for one in _phrases(work, words) for each in _parted(work, one, only)):
        found = tuple(_candidates(work, word, only))
        if not found and (unit := _covering(work, word)) is not None:
            covered.append((word, unit.name))
            found = (Candidate(replace(only, unit=unit.id), unit.name),)
        if not found:
            unknown.append(word)
        elif len(found) == 1:
            only = found[0].only
        elif several is None:
            several = (word, found[:MOST])
    return Named(only, tuple(unknown), several, tuple(covered))


def _phrases(work: Work, words: Sequence[str]) -> Iterator[str]:
    """Names of several words, as units and product domains have them in English, in one: South China, motor control."""
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + MOST), at + 1, -1)
        end = next((each for each in ends if _is_name(work, " ".join(words[at:each]))), at + 1)
        yield " ".join(words[at:end])
        at = end


def _is_name(work: Work, phrase: str) -> bool:
    return unit_called(work, phrase) is not None or bool(_domain(work, phrase, EVERYTHING))


def _covering(work: Work, word: str) -> Unit | None:
    """Whose province that is, for who asks of units."""
    provinces = {each.province for each in regions.find(word) if each.city is None}
    if len(provinces) != 1 or not reach(work.actor, Action.SEE_ORDERS).all:
        return None
    return coverage.covering(work, provinces.pop())


def _parted(work: Work, word: str, only: Only) -> Sequence[str]:
    """What a word names whose parts may hang together by particles, which names hold, too: 美的的BAT32G135, 启明的."""
    found = [each.start() for each in PARTICLE.finditer(word)]
    if len(found) <= MOST:
        for end in (len(word), *reversed(found)):
            if any(_candidates(work, word[:end], only)):
                return (word[:end], *_parted(work, _after(word, end), only))
    if not found:
        return (word,) if word else ()
    front = (word[: found[0]],) if found[0] else ()
    return (*front, *_parted(work, _after(word, found[0]), only))


def _after(word: str, end: int) -> str:
    while PARTICLE.match(word, end):
        end += 1
    return word[end:]


def _candidates(work: Work, word: str, only: Only) -> Iterator[Candidate]:
    """Of the first kind that has one; a customer's name is searched last, for it may hold any of the others. What lists find by
    whoever holds it isn't called so."""
    if len(searching.found_under(word)) < 2:  # marks name nobody
        return
    for several in (_model(work, word, only), _channel(work, word, only), _domain(work, word, only)):
        if several:
            yield from several
            return
    rows, _ = customer_filters.customers(work, Filter(text=word), 0, MOST)
    asked = searching.words(word)
    for each in rows:
        held_by = any(searching.fits(name, asked) for name in (each.contact, each.agency))
        if not held_by or searching.fits(each.customer.name, asked):
            yield Candidate(replace(only, customer=each.customer.id), each.customer.name)


def _model(work: Work, word: str, only: Only) -> list[Candidate]:
    key = model_key(word)
    name = _model_name(work, key)
    return [Candidate(replace(only, model=key), name)] if name else []


def _model_name(work: Work, key: str) -> str:
    """As the vendor's table has it, else as orders do that the reader sees: what others sold is no word for him."""
    listed = (each.model for each in work.mcus.all() if each.key == key)
    return next(listed, "") or work.statistics.names(
        SalesGrouping.MODEL, [key], reach(work.actor, Action.SEE_ORDERS)
    ).get(key, "")


def _channel(work: Work, word: str, only: Only) -> list[Candidate]:
    found = []
    if reach(work.actor, Action.SEE_ORDERS).all:
        unit = unit_called(work, word)
        found += [Candidate(replace(only, unit=unit.id), unit.name)] if unit is not None else []
    if work.actor.agency_id is None and may(work.actor, Action.MANAGE_AGENCIES):
        agencies, _ = work.agency_files.found(reach(work.actor, Action.MANAGE_AGENCIES), word, 0, MOST)
        found += [Candidate(replace(only, agency=each.id), each.short_name or each.name) for each in agencies]
        sellers = work.statistics.people(word, reach(work.actor, Action.SEE_ORDERS))
        found += [Candidate(replace(only, person=each), f"{word} {agency}") for each, agency in sellers.items()]
    elif work.actor.agency_id is not None and ranks_people(work):
        people = work.people.accounts_of_agency(work.actor.agency_id)
        found += [Candidate(replace(only, person=each.id), each.name) for each in people if each.name == word]
    return found


def _domain(work: Work, word: str, only: Only) -> list[Candidate]:
    found = domains.known(work.policy, word)
    several = (found,) if found else domains.find(work.policy, word)
    tops = {each.domain for each in several if not each.example}
    return [Candidate(replace(only, domain=each), each) for each in tops]


def called(work: Work, only: Only) -> tuple[str, ...]:
    """What it is narrowed to, in names; of what the reader may not look at nothing is told."""
    named = (
        (SalesGrouping.UNIT, only.unit),
        (SalesGrouping.AGENCY, only.agency),
        (SalesGrouping.PERSON, only.person),
        (SalesGrouping.CUSTOMER, only.customer),
    )
    mine = reach(work.actor, Action.SEE_ORDERS)
    found = [work.statistics.names(kind, [key], mine).get(key, "") for kind, key in named if key is not None]
    model = _model_name(work, only.model) if only.model else ""
    return tuple(each for each in (*found, model, only.domain) if each)
