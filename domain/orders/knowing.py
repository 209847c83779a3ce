"""For whom somebody may log orders: the customers that a message may mean, with their projects, short names and last prices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache

from domain.base import labels
from domain.base.policy import Policy
from domain.base.rights import Action, Reach, reach
from domain.base.work import Work
from domain.customers.records import Customer, CustomerState, Search
from domain.orders.reading import Bounds, Catalogue, KnownCustomer, KnownProject
from domain.products.mcus import model_key

PORTION = 500
LOST_LATELY = timedelta(days=62)
"""What was signed before a release is logged for as long as its month may be open, and a little."""


def catalogue(work: Work) -> Catalogue:
    """Raises `NotAllowed` for who logs no orders."""
    mine = reach(work.actor, Action.LOG_ORDERS)
    customers = [*_held(work, mine), *lost(work, mine)]
    ids = [each.id for each in customers]
    projects = work.projects.of_customers(ids)
    prices = work.orders.last_prices(work.actor.agency_id or 0, ids)
    called = work.names.aliases_of(ids)
    meant = work.orders.aliases(work.actor.agency_id or 0)
    return _catalogue(
        tuple(
            KnownCustomer(
                each.name,
                (*called.get(each.id, ()), *meant.get(each.id, ())),
                tuple(
                    KnownProject(
                        project.name,
                        project.told.mcu,
                        project.told.domain,
                        project.id,
                        prices.get((each.id, model_key(project.told.mcu))),
                    )
                    for project in projects.get(each.id, ())
                ),
                each.id,
            )
            for each in customers
        )
    )


@lru_cache(maxsize=64)
def _catalogue(customers: tuple[KnownCustomer, ...]) -> Catalogue:
    """Made anew only where something of it changed: an assistant writes one message after the other."""
    return Catalogue(customers)


def _held(work: Work, mine: Reach) -> list[Customer]:
    found: list[Customer] = []
    after = 0
    while portion := work.customers.after(mine, Search(), after, PORTION):
        found += portion
        after = portion[-1].id
        if len(portion) < PORTION:
            break
    return found


def lost(work: Work, mine: Reach) -> Sequence[Customer]:
    """Those that the agency (or oneself, for one's own) had until lately."""
    agency_id = work.actor.agency_id or 0
    former = work.pool.lost_by(agency_id, work.now - LOST_LATELY)
    ids = {each.customer_id for each in former if mine.account_id in (None, each.contact_id)}
    customers = [work.customers.get(each) for each in sorted(ids)]
    return [each for each in customers if each.agency_id != agency_id and each.state is not CustomerState.MERGED]


def bounds(policy: Policy) -> Bounds:
    rules = policy.orders
    headings = tuple(labels.of(policy, "order").items())
    return Bounds(rules.bare_price_from, rules.bare_price_to, rules.batches, headings)
