"""A contract before its approvers: the card at each level, binding a distributor."""

from __future__ import annotations

from typing_extensions import override

from dialogs.contracts import run_out
from dialogs.contracts import values as contract_values
from dialogs.contracts.at_odds import told as at_odds_told
from dialogs.contracts.contract import Contract
from dialogs.contracts.pages import inside
from dialogs.contracts.summary import against_last, came_back, changes, further_against_last, summary, wished
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.screen import Button, Row, Screen, Wording, say
from dialogs.shared.deciders import in_order
from dialogs.shared.faces import Face, register
from dialogs.shared.words import HOME, button, in_a_line, opens, signed
from domain.approvals.records import Approval
from domain.base.kinds import Kind
from domain.contracts import at_odds, distributors
from domain.contracts import views as contract_views
from domain.contracts.records import Contract as SignedContract
from domain.contracts.records import ContractState

FEW = 3
"""How many differences from the year before are named on the card; 详情 has the others."""
MENDABLE = tuple(
    Option(name, contract_values.label(name), group=Contract.declared.heading(section))
    for section, names in Contract.declared.sections.items()
    for name in names
    if Contract.declared.fields[name].asked and name != "reply"
)
"""What a return may name, section by section."""


def asking(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(contract_views.contract_of_approval, approval_id)
    contract, approval = view.contract, view.approval
    lines: list[Wording] = [
        say("contract-asking", number=contract.number, year=str(contract.fiscal_year)),
        say("strong", text=view.agency.name),
        *summary(view),
        *changes(view),
        *(() if changes(view) and came_back(view) else against_last(view, FEW)),
    ]
    if approval is not None and len(approval.steps) > 1:
        lines.append(say("contract-at-level", level=approval.level, of=len(approval.steps)))
    if approval is not None and approval.current.due_at is not None and contract.submitted_at is not None:
        lines.append(say("approval-due", at=contract.submitted_at, due=approval.current.due_at))
    if view.rival:
        lines.append(say("contract-rival", number=view.rival))
    lines += run_out.told(view.expired, view.called)
    lines += at_odds_told(ask(at_odds.of_approval, approval_id))
    if view.unbound:
        lines.append(say("contract-unbound"))
    return tuple(lines)


def verbs(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    view = ask(contract_views.contract_of_approval, approval_id)
    binding = opens(say("contract-bind-key"), "bind_distributor", contract=view.contract.id)
    rows: list[Row] = [(binding,)] if view.unbound else []
    first = () if view.unbound else (button("approve-key", "approve"),)
    rows.append((*first, button("reject-key", "reject"), button("return-key", "return")))
    if view.distributor is not None:
        rows.append((opens(say("contract-rebind-key"), "bind_distributor", contract=view.contract.id),))
    return tuple(rows)


def outcome(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(contract_views.contract_of_approval, approval_id)
    contract = view.contract
    lines: list[Wording] = []
    if view.rival and contract.state is ContractState.WITHDRAWN:
        lines.append(say("contract-overtaken", number=view.rival))
    elif view.decisions:
        last, by = view.decisions[-1]
        lines.append(say(f"decided-{last.verb.value}", by=signed(by), at=last.at))
    lines.append(say("contract-asked", number=contract.number, year=str(contract.fiscal_year)))
    lines.append(say("strong", text=view.agency.name))
    if view.decisions and view.decisions[-1][0].reason:
        lines.append(say("approval-reason", reason=view.decisions[-1][0].reason))
    return tuple(lines)


def more(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """What isn't as in the year before, by whom it goes, and who began it."""
    view = ask(contract_views.contract_of_approval, approval_id)
    path = say("contract-path", path=in_order(view.levels))
    others = against_last(view, len(view.against_last)) if view.changed else further_against_last(view, FEW)
    return (*others, path, say("contract-created", by=view.creator.name, at=view.contract.created_at))


def beside(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    """Every answer, every document."""
    view = ask(contract_views.contract_of_approval, approval_id)
    card = opens(say("contract-card-key"), "contract_card", contract=view.contract.id)
    return (*(inside(view.contract.id) if view.contract.profile else ()), (card,))


def look(approval: Approval) -> Button:
    return opens(say("look-key"), "contract_card", contract=approval.subject_id)


class BindDistributor(Form[distributors.BindDistributor], name="bind_distributor"):
    """选择分销商: only who holds an approved 分销商 contract of that year; then somebody there. Opened with `contract`."""

    contract = source("contract", int)
    distributor = Choice(load=int)
    contact = Choice(load=int)

    @distributor.options
    def distributing(self, ask: Ask) -> tuple[Option, ...]:
        found = ask(distributors.for_contract, self.contract)
        return tuple(Option(str(each.id), each.called, find=each.name) for each in found)

    @contact.options
    def people(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(str(each.id), each.name) for each in ask(distributors.contacts, self.distributor))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        view = ask(contract_views.before_its_manager, self.contract)
        if view.wished is None:
            none = not ask(distributors.for_contract, self.contract)
            return (say("contract-no-distributor", year=str(view.contract.fiscal_year)),) if none else ()
        return (wished(view, view.wished),)

    @override
    def done(self, result: SignedContract, ask: Ask) -> Screen:
        view = ask(contract_views.before_its_manager, self.contract)
        bound = view.distributor.called if view.distributor is not None else ""
        contact = view.distributor_contact.name if view.distributor_contact is not None else ""
        decide = opens(say("decide-key"), "approval", approval=view.approval.id) if view.approval is not None else HOME
        return Screen((say("contract-bound", who=in_a_line((bound, contact))),), ((decide,), (HOME,)))


register(Kind.CONTRACT, face=Face(asking, verbs, outcome, more, look, beside, MENDABLE))
