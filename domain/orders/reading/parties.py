"""For whom, which project, which model: what the mentions of a line have in common.

Nothing that contradicts is chosen from; what only one of the customer's projects fits is filled and marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.orders.reading.catalogue import Catalogue, Mention, ModelMention, Names, Pair
from domain.orders.reading.records import Ask, How, KnownCustomer, KnownProject, Option
from domain.orders.reading.text import LineText
from domain.products.mcus import is_of, model_key

MOST_OPTIONS = 8


@dataclass(slots=True)
class Parties:
    customer: KnownCustomer | None = None
    project: KnownProject | None = None
    mcu: str | None = None
    written: str | None = None
    asks: list[Ask] = field(default_factory=list)
    options: dict[Ask, tuple[Option, ...]] = field(default_factory=dict)
    marks: dict[str, How] = field(default_factory=dict)
    named: bool = False
    """Whether the line itself names a customer, a project or a model."""
    names_customer: bool = False
    place: int | None = None
    """The customer's, in the catalogue."""

    def heads(self, project: KnownProject) -> None:
        """It is the one that the line above names."""
        self.project, self.mcu = project, project.mcu
        self.marks["project"] = How.HEADING
        for each in (Ask.PROJECT, Ask.NO_PROJECT, Ask.MCU):
            self.options.pop(each, None)
        self.asks = [each for each in self.asks if each not in (Ask.PROJECT, Ask.NO_PROJECT, Ask.MCU)]


@dataclass(frozen=True, slots=True)
class Mentions:
    names: tuple[Mention, ...]
    models: tuple[ModelMention, ...]

    def of(self, names: Names) -> list[Mention]:
        return [each for each in self.names if each.names is names]


def mentions(line: LineText, catalogue: Catalogue) -> Mentions:
    names = catalogue.mentions(line)
    return Mentions(tuple(names), tuple(catalogue.models(line)))


def decide(line: LineText, said: Mentions, catalogue: Catalogue, above: int | None) -> Parties:
    """`above` is the customer of the heading, which counts where the line names none."""
    parties = Parties()
    customers, projects = said.of(Names.CUSTOMER), said.of(Names.PROJECT)
    parties.named = bool(customers or projects or any(each.key is not None for each in said.models))
    parties.names_customer = bool(customers)
    among = _common([each.customers for each in customers])
    if customers and not among:
        parties.asks.append(Ask.CUSTOMER)
        parties.options[Ask.CUSTOMER] = _customers(
            catalogue, frozenset().union(*(each.customers for each in customers))
        )
        _model(parties, said.models, None)
        return parties
    if among is None and above is not None and _may_be(above, projects, said.models):
        among = frozenset({above})
        parties.marks["customer"] = How.HEADING
    if among is not None:
        projects = [_theirs(line, each, catalogue, among) for each in projects]
    if among is not None and not projects:
        short = catalogue.shortened(line, among) if len(among) <= MOST_OPTIONS else None
        projects = [short] if short else []
    _choose(parties, among, customers, projects, said.models, catalogue)
    _mark(parties, customers, projects)
    return parties


def _theirs(line: LineText, mention: Mention, catalogue: Catalogue, among: frozenset[int]) -> Mention:
    if mention.how is None or any(place in among for place, _ in mention.pairs):
        return mention
    return catalogue.inside(line, mention, among) or mention


def _common(sets: Sequence[frozenset[int]]) -> frozenset[int] | None:
    return frozenset.intersection(*sets) if sets else None


def _may_be(place: int, projects: Sequence[Mention], models: Sequence[ModelMention]) -> bool:
    """Whether the line above can be meant: what this line names may be another's alone."""
    pairs = [each.pairs for each in projects if each.pairs] + [each.pairs for each in models if each.pairs]
    return not pairs or any(owner == place for group in pairs for owner, _ in group)


def _choose(
    parties: Parties,
    among: frozenset[int] | None,
    customers: Sequence[Mention],
    projects: Sequence[Mention],
    models: Sequence[ModelMention],
    catalogue: Catalogue,
) -> None:
    pool = catalogue.pairs_of(among) if among is not None else None
    by_project = _meet([each.pairs for each in projects])
    by_model = _meet([each.pairs for each in models])
    fitting = [each for each in (pool, by_project, by_model) if each is not None]
    pairs = frozenset.intersection(*fitting) if fitting else frozenset()
    owners = frozenset(place for place, _ in pairs) or among or frozenset()
    if len(owners) == 1:
        (parties.place,) = owners
        parties.customer = catalogue.customers[parties.place]
        if among is None:
            parties.marks["customer"] = How.FROM_PROJECT
    else:
        parties.asks.append(Ask.CUSTOMER)
        parties.options[Ask.CUSTOMER] = _customers(catalogue, owners)
    _project(parties, pairs, projects, models, catalogue, contradicts=_contradicts(pool, by_project, by_model))


def _meet(groups: Sequence[frozenset[Pair]]) -> frozenset[Pair] | None:
    return frozenset.intersection(*groups) if groups else None


def _contradicts(
    pool: frozenset[Pair] | None, by_project: frozenset[Pair] | None, by_model: frozenset[Pair] | None
) -> bool:
    """The project is known and the model isn't its."""
    if by_project is None or by_model is None:
        return False
    own = by_project if pool is None else by_project & pool
    return bool(own) and not own & by_model


def _project(
    parties: Parties,
    pairs: frozenset[Pair],
    projects: Sequence[Mention],
    models: Sequence[ModelMention],
    catalogue: Catalogue,
    *,
    contradicts: bool,
) -> None:
    customer = parties.customer
    if customer is not None and not customer.projects:
        parties.asks.append(Ask.NO_PROJECT)
        parties.written = models[0].written if models else None
        return
    if contradicts:
        own = _meet([each.pairs for each in projects]) or frozenset()
        own = frozenset(pair for pair in own if parties.place is None or pair[0] == parties.place)
        if len(own) == 1:
            ((place, number),) = own
            parties.project = catalogue.customers[place].projects[number]
            if parties.customer is None:
                parties.customer, parties.place = catalogue.customers[place], place
                parties.asks = [each for each in parties.asks if each is not Ask.CUSTOMER]
        parties.asks.append(Ask.MCU)
        parties.written = models[0].written
        return
    if len(pairs) == 1:
        ((place, number),) = pairs
        parties.project = catalogue.customers[place].projects[number]
        if not projects:
            parties.marks["project"] = How.ONLY_PROJECT
        parties.mcu = parties.project.mcu
    elif customer is not None:
        parties.asks.append(Ask.PROJECT)
        choice = pairs or catalogue.pairs_of(frozenset({parties.place})) if parties.place is not None else pairs
        parties.options[Ask.PROJECT] = tuple(
            Option({"project": catalogue.customers[place].projects[number]})
            for place, number in sorted(choice)[:MOST_OPTIONS]
        )
    _model(parties, models, pairs)


def _model(parties: Parties, models: Sequence[ModelMention], pairs: frozenset[Pair] | None) -> None:
    known = [each for each in models if each.key is not None]
    if models:
        parties.written = (known or list(models))[0].written
    if parties.project is not None:
        parties.mcu = parties.project.mcu
        if any(each.key is None or each.key != model_key(parties.project.mcu) for each in models):
            parties.asks.append(Ask.MCU)
            parties.mcu = None
        elif parties.written and not is_of(parties.written, parties.project.mcu):
            parties.written = None  # G135 for BAT32G135 says no more than the model
    elif pairs and len({each.key for each in known}) == 1:
        parties.mcu = known[0].written if parties.customer is None else _as_kept(parties.customer, known[0])


def _as_kept(customer: KnownCustomer, model: ModelMention) -> str:
    return next((each.mcu for each in customer.projects if model_key(each.mcu) == model.key), model.written)


def _customers(catalogue: Catalogue, places: frozenset[int]) -> tuple[Option, ...]:
    return tuple(Option({"customer": catalogue.customers[place]}) for place in sorted(places)[:MOST_OPTIONS])


def _mark(parties: Parties, customers: Sequence[Mention], projects: Sequence[Mention]) -> None:
    if parties.customer is not None and customers and not any(each.how is None for each in customers):
        how = customers[0].how
        if how is not None:
            parties.marks.setdefault("customer", how)
    if parties.project is not None and projects and projects[0].how is not None:
        parties.marks.setdefault("project", projects[0].how)
