"""A contract in a few lines: what was submitted, what differs from what was submitted before, from the contract before."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.contracts import values as contract_values
from dialogs.contracts.differences import lines
from dialogs.core.screen import Say, Wording, say
from dialogs.shared.words import in_a_line
from domain.approvals.records import Verb
from domain.base.bilingual import translated
from domain.contracts.differences import Difference
from domain.contracts.views import ContractView
from domain.people.records import Agency

CHANGES = 6
"""How many changed answers are named."""


def summary(view: ContractView) -> tuple[Wording, ...]:
    """What was submitted, in a few lines."""
    contract, profile = view.contract, view.contract.profile
    if not profile:
        return ()
    kind = contract_values.shown(view.called, "type", contract.type)
    lines: list[Wording] = [
        say(
            "contract-kind",
            entity=translated(str(profile.get("entity", ""))),
            type=kind,
            level=view.called.told(contract.level),
        ),
        say("fact", label=contract_values.label("issuer"), value=translated(str(profile.get("issuer", "")))),
        say(
            "fact",
            label=contract_values.label("turnover"),
            value=contract_values.shown(view.called, "turnover", profile.get("turnover")),
        ),
    ]
    if view.distributor is not None:
        contact = view.distributor_contact.name if view.distributor_contact is not None else ""
        lines.append(say("contract-bound", who=in_a_line((view.distributor.called, contact))))
    elif view.wished is not None:
        lines.append(wished(view, view.wished))
    lines.append(say("fact", label=contract_values.label("attachments"), value=attached(view)))
    return tuple(lines)


def wished(view: ContractView, distributor: Agency) -> Say:
    """The distributor that the agency asks for, and its contact."""
    contact = str(view.contract.profile.get("distributor_contact", ""))
    return say("contract-wished", who=in_a_line((distributor.called, contact)))


def attached(view: ContractView) -> Wording:
    given = view.contract.profile.get("attachments")
    return contract_values.shown(view.called, "attachments", given) if given else say("core-none")


def came_back(view: ContractView) -> bool:
    """To those who sent it back and know the rest; what was taken back is asked for anew."""
    return any(decision.verb is Verb.RESUBMIT for decision, _ in view.decisions)


def changes(view: ContractView) -> tuple[Wording, ...]:
    """What the last submission changed against the one before, which was sent back or taken back."""
    title = say("contract-changes", since="returned" if came_back(view) else "withdrawn")
    return _differences(title, view.changed, view, CHANGES)


def against_last(view: ContractView, most: int = CHANGES) -> tuple[Wording, ...]:
    """What isn't as it is in the contract of the year before; the first so many."""
    if view.last is None or not view.contract.profile:
        return ()
    title = say("contract-against", number=view.last.number, same="no" if view.against_last else "yes")
    return _differences(title, view.against_last, view, most) or (title,)


def further_against_last(view: ContractView, but: int) -> tuple[Wording, ...]:
    """The same without the first so many, which were told already."""
    if view.last is None or len(view.against_last) <= but:
        return ()
    title = say("contract-against", number=view.last.number, same="further")
    return (title, *lines(view.called, view.against_last[but:]))


def _differences(title: Wording, found: Sequence[Difference], view: ContractView, most: int) -> tuple[Wording, ...]:
    told = lines(view.called, found, most)
    return (title, *told) if told else ()
