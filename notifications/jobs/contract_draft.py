"""A contract as its form stands, before it was submitted: what a draft on paper is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogs.contracts.contract import Contract
from dialogs.core.ask import WorkAsk
from dialogs.core.bound import BoundForm, StepState
from dialogs.core.filling import Filling
from dialogs.core.parts import Parts
from dialogs.core.screen import Json
from domain.base.work import Work
from domain.contracts.called import names_in, number
from domain.contracts.views import ContractView


def as_filled_in(work: Work, view: ContractView, filling: Mapping[str, Json]) -> ContractView:
    """`filling`: the form's own JSON. What is still to come isn't there."""
    given = Filling.from_json(filling)
    given.version = Contract.declared.version
    profile = _answers(StepState(given, WorkAsk(work), {}, lambda wording: ()).open(Contract))
    named, wished = number(profile.get("manager")), number(profile.get("distributor"))
    manager = work.people.account(named) if named else None
    contract = replace(
        view.contract,
        name=str(profile.get("name", view.contract.name)),
        type=str(profile.get("type", "")),
        level=str(profile.get("level", "")),
        profile=profile,
    )
    return replace(
        view,
        contract=contract,
        manager=manager,
        type=work.policy.contract.type(contract.type),
        distributor=None,
        distributor_contact=None,
        wished=work.people.agency(wished) if wished else None,
        called=names_in(work, (profile,)),
    )


def _answers(bound: BoundForm) -> dict[str, Json]:
    """As a submitted contract keeps them: JSON by question, without what is empty."""
    found: dict[str, Json] = {}
    for question in bound.own_questions():
        if isinstance(question.field, Parts):
            found[question.field.name] = [_answers(item) for item in bound.items(question.field)]
        elif question.standing.answer is not None and question.standing.answer.value is not None:
            found[question.field.name] = question.standing.answer.value
    return found
