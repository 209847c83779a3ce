"""Why a customer is among what a search found, where its name doesn't say it: an alias, a project, a model, an agency.

Absent: its contact, who is named in each row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from domain.base.searching import find_text, words
from domain.base.work import Work
from domain.customers.records import Customer
from domain.projects.records import Project


def told(work: Work, found: Sequence[Customer], text: str) -> Mapping[int, str]:
    """By customer; those that their name explains are left out."""
    asked = words(text)
    puzzling = {each: missing for each in found if (missing := _missing(each.name, asked))}
    if not puzzling:
        return {}
    projects = work.projects.of_customers([each.id for each in puzzling])
    reasons: dict[int, str] = {}
    for customer, missing in puzzling.items():
        for name in _called(work, customer, projects.get(customer.id, ())):
            if len(_missing(name, missing)) < len(missing):
                reasons[customer.id] = name
                break
    return reasons


def _missing(name: str, asked: Sequence[str]) -> list[str]:
    text = find_text(name)
    return [each for each in asked if each not in text]


def _called(work: Work, customer: Customer, projects: Sequence[Project]) -> Iterator[str]:
    """The likeliest first."""
    yield from work.names.aliases(customer.id)
    for each in projects:
        yield f"{each.told.name} · {each.told.mcu}"
    if customer.profile is not None:
        yield customer.profile.mcus
    if customer.agency_id is not None:
        yield work.people.agency(customer.agency_id).called
    yield customer.credit_code or ""
