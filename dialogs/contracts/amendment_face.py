"""An amendment before its approvers: what was → what becomes, and nothing that stays."""

from __future__ import annotations

from dialogs.contracts import run_out
from dialogs.contracts import values as contract_values
from dialogs.contracts.amend_contract import AmendContract
from dialogs.contracts.amendment import newly_bound
from dialogs.contracts.at_odds import told as at_odds_told
from dialogs.contracts.contract import Contract
from dialogs.contracts.differences import lines
from dialogs.contracts.pages import inside
from dialogs.core.ask import Ask
from dialogs.core.field import Option
from dialogs.core.screen import Button, Row, Wording, say
from dialogs.shared.deciders import in_order
from dialogs.shared.faces import Face, register
from dialogs.shared.words import button, opens, signed
from domain.approvals.records import Approval, FieldChange
from domain.base.kinds import Kind
from domain.contracts import amendment_views, at_odds
from domain.contracts.amendment_views import AmendmentView

TOLD = 6
"""How many changes the card names; 详情 has the others."""
MENDABLE = tuple(
    Option(name, AmendContract.declared.label(field), group=AmendContract.declared.heading(section))
    for section, names in AmendContract.declared.sections.items()
    for name in names
    if (field := AmendContract.declared.fields[name]).asked and name != "reply"
)
"""What a return may name, section by section: also what the amendment left as it was."""


def asking(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(amendment_views.of_approval, approval_id)
    mine, approval = view.amendment, view.approval
    told: list[Wording] = [
        *_title(view, "amendment-asking"),
        *lines(view.called, view.changes, TOLD),
        *newly_bound(view),
        say("fact", label=say("contract-reason"), value=mine.reason),
    ]
    if approval is not None and len(approval.steps) > 1:
        told.append(say("contract-at-level", level=approval.level, of=len(approval.steps)))
    if approval is not None and approval.current.due_at is not None:
        told.append(say("approval-due", at=mine.submitted_at, due=approval.current.due_at))
    told += run_out.told(view.expired, view.called)
    told += at_odds_told(ask(at_odds.of_approval, approval_id))
    if view.unbound:
        told.append(say("contract-unbound"))
    return tuple(told)


def _title(view: AmendmentView, key: str) -> tuple[Wording, ...]:
    year = str(view.contract.fiscal_year)
    return (
        say(key, number=view.amendment.number, contract=view.contract.number, year=year),
        say("strong", text=view.agency.name),
    )


def verbs(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    view = ask(amendment_views.of_approval, approval_id)
    binding = opens(say("contract-bind-key"), "bind_distributor", contract=view.contract.id)
    rows: list[Row] = [(binding,)] if view.unbound else []
    first = () if view.unbound else (button("approve-key", "approve"),)
    rows.append((*first, button("reject-key", "reject"), button("return-key", "return")))
    if view.binding is not None:
        rows.append((opens(say("contract-rebind-key"), "bind_distributor", contract=view.contract.id),))
    return tuple(rows)


def outcome(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(amendment_views.of_approval, approval_id)
    told: list[Wording] = []
    for last, by in view.decisions[-1:]:
        told.append(say(f"decided-{last.verb.value}", by=signed(by), at=last.at))
    told += _title(view, "amendment-asked-about")
    told += lines(view.called, view.changes, TOLD)
    for last, _ in view.decisions[-1:]:
        told += [say("approval-reason", reason=last.reason)] if last.reason else []
    return tuple(told)


def more(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """The changes that the card had no room for, and by whom it goes."""
    view = ask(amendment_views.of_approval, approval_id)
    path = say("contract-path", path=in_order(view.levels))
    return (*lines(view.called, view.changes[TOLD:]), path)


def beside(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    """The whole contract as it would be, and as it is."""
    view = ask(amendment_views.of_approval, approval_id)
    card = opens(say("contract-card-key"), "contract_card", contract=view.contract.id)
    return (*inside(view.contract.id, amendment=view.amendment.id), (card,))


def look(approval: Approval) -> Button:
    return opens(say("look-key"), "amendment", amendment=approval.subject_id)


def mended(change: FieldChange) -> Wording:
    label = contract_values.label(change.field) if change.field in Contract.declared.fields else change.field
    return say("approval-change", label=label, before=change.before, after=change.after)


register(Kind.CONTRACT_AMENDMENT, face=Face(asking, verbs, outcome, more, look, beside, MENDABLE, mended=mended))
