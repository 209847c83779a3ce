"""Which customer and which project the names of a list mean: by the catalogue that orders by message are read with.

A name that is known is taken; one that is only like somebody's, or several's, is asked about once, not row by row. What was
answered stands before anything else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain.names import parse, same_key
from domain.orders.reading import Catalogue, How, KnownCustomer, KnownProject, callings
from domain.orders.reading.catalogue import Names
from domain.orders.reading.text import LineText
from domain.products.mcus import model_key

OFFERED = 8
NEW = -1
"""What is answered for a project that isn't there yet."""
SHORTEST_MODEL = 4


@dataclass(frozen=True, slots=True)
class Whose:
    """`customer` is who is meant; `how`, where it wasn't the name in the records. Else `offered` may be meant. `left`: somebody
    said that these rows stay out."""

    customer: KnownCustomer | None = None
    how: How | None = None
    offered: tuple[KnownCustomer, ...] = ()
    left: bool = False


@dataclass(frozen=True, slots=True)
class Which:
    """`project` is what is meant; `how`, where something was filled. Else one of `offered` may be; `wrong` is why none can."""

    project: KnownProject | None = None
    how: How | None = None
    offered: tuple[KnownProject, ...] = ()
    left: bool = False
    wrong: str = ""
    hint: str = ""
    wanted: bool = False
    """Somebody said that it is a new one."""


@dataclass
class NameResolver:
    """`answered` are customers by the name's key, 0: leave them out; `projects` likewise by `project_key`."""

    catalogue: Catalogue
    answered: Mapping[str, int] = field(default_factory=dict)
    projects: Mapping[str, int] = field(default_factory=dict)
    _customers: dict[str, Whose] = field(default_factory=dict)
    _projects: dict[tuple[int, str, str], Which] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id = {each.id: each for each in self.catalogue.customers}
        self._exact: dict[str, list[KnownCustomer]] = {}
        for customer in self.catalogue.customers:
            for key in {same_key(each) for each in (customer.name, *customer.aliases)}:
                self._exact.setdefault(key, []).append(customer)

    @staticmethod
    def key(name: str) -> str:
        """By what an answer about a customer's name is kept."""
        return same_key(name)

    @staticmethod
    def project_key(customer: KnownCustomer, project: str, mcu: str) -> str:
        return f"{customer.id}|{same_key(project)}|{model_key(mcu)}"

    def customer(self, name: str) -> Whose:
        if name not in self._customers:
            self._customers[name] = self._customer(name)
        return self._customers[name]

    def _customer(self, name: str) -> Whose:
        key = self.key(name)
        if key in self.answered:
            meant = self._by_id.get(self.answered[key])
            return Whose(meant) if meant is not None else Whose(left=True)
        exact = self._exact.get(key, [])
        if exact:
            return Whose(exact[0]) if len(exact) == 1 else Whose(offered=tuple(exact[:OFFERED]))
        line = LineText(name)
        said = [each for each in self.catalogue.mentions(line) if each.names is Names.CUSTOMER]
        places = sorted(set().union(*(each.customers for each in said)))
        meant_all = tuple(self.catalogue.customers[place] for place in places)
        if len(said) == 1 and len(meant_all) == 1 and not line.left() and not _another(name, meant_all[0]):
            return Whose(meant_all[0], said[0].how)
        return Whose(offered=meant_all[:OFFERED])

    def project(self, customer: KnownCustomer, project: str, mcu: str) -> Which:
        asked = (customer.id, project, mcu)
        if asked not in self._projects:
            self._projects[asked] = self._project(customer, project, mcu)
        return self._projects[asked]

    def _project(self, customer: KnownCustomer, project: str, mcu: str) -> Which:
        key = self.project_key(customer, project, mcu)
        able = [each for each in customer.projects if each.mcu.strip()]
        if self.projects.get(key) == NEW:
            return Which(wrong="no-project", wanted=True)
        if key in self.projects:
            answered = next((each for each in able if each.id == self.projects[key]), None)
            return Which(answered) if answered is not None else Which(left=True)
        if not able:
            return Which(wrong="no-project")
        several = _several(able, mcu)
        if several:
            return Which(offered=several[:OFFERED])
        named, how = _named(able, project) if project else (able, None)
        fitting = [each for each in named if fits(each, mcu)] if mcu else named
        if len(fitting) == 1:
            return Which(fitting[0], how if project else How.ONLY_PROJECT)
        if fitting:
            return Which(offered=tuple(fitting[:OFFERED]))
        if named and mcu:
            hint = "、".join(f"{each.name} {each.mcu}" for each in named[:3])
            return Which(wrong="mcu-other" if project else "mcu-none", hint=hint)
        by_model = [each for each in able if mcu and fits(each, mcu)]
        return Which(offered=tuple((by_model or able)[:OFFERED]))


def _another(name: str, customer: KnownCustomer) -> bool:
    """A full name with its legal form and another brand is another company, however alike it sounds."""
    written = parse(name)
    return bool(written.legal) and written.core not in {parse(each).core for each in (customer.name, *customer.aliases)}


_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9\-]*")


def _several(able: Sequence[KnownProject], mcu: str) -> tuple[KnownProject, ...]:
    """BAT32G139/HC32F005: models of several projects in one cell."""
    words = [model_key(each) for each in _WORD.findall(mcu)]
    meant = {word: [each for each in able if word and _begins(word, each)] for word in words}
    found = [several for several in meant.values() if several]
    fitting = tuple(dict.fromkeys(each for several in found for each in several))
    return fitting if len(found) > 1 and len({model_key(each.mcu) for each in fitting}) > 1 else ()


def _begins(word: str, project: KnownProject) -> bool:
    return any(word.startswith(each) for each in model_key(project.mcu).split(",") if each)


def fits(project: KnownProject, mcu: str) -> bool:
    """BAT32G135KA64FA, G135 and 中微 BAT32G135 for a project of BAT32G135."""
    written, kept = model_key(mcu), model_key(project.mcu)
    if written.startswith(kept) or written in kept.split(","):
        return True
    if any(_begins(model_key(each), project) for each in _WORD.findall(mcu)):
        return True
    return len(written) >= SHORTEST_MODEL and (kept.startswith(written) or kept.endswith(written))


def _named(projects: Sequence[KnownProject], written: str) -> tuple[list[KnownProject], How | None]:
    """Those of that name; else those whose name begins so, or has it as a part."""
    whole = callings.of_project(written)[0].literal
    same = [each for each in projects if callings.of_project(each.name)[0].literal == whole]
    if same or len(whole) < callings.SHORTEST:
        return same, None
    return [each for each in projects if whole in callings.of_project(each.name)[0].literal], How.SHORT
