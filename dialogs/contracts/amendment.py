"""变更 as its agency and those above it see it: what was, what becomes, who decided; and a contract's amendments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typing_extensions import override

from dialogs.contracts import run_out
from dialogs.contracts import values as contract_values
from dialogs.contracts.contract import Contract
from dialogs.contracts.differences import lines
from dialogs.contracts.pages import contract_in, inside
from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Run, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, say
from dialogs.questions.keys import ask_row
from dialogs.shared import talk
from dialogs.shared.list_page import ListPage, part
from dialogs.shared.words import BACK, HOME, button, danger, in_a_line, opens, signed
from domain.contracts import amending, amendment_views
from domain.contracts import documents as contract_documents
from domain.contracts.amendment_views import AmendmentRow, AmendmentView
from domain.contracts.amendments import OPEN, AmendmentState

TOLD = 8
"""How many changes a card names; all of them are one tap away."""
LABELS = 3
"""How many changed questions a row of the list names."""


class AmendmentCard(Page):
    """`all`: every change, however many."""

    name = "amendment"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(amendment_views.amendment, amendment_in(args))
        every, sure = args.get("all") is True, args.get("sure") is True
        told = [*_head(view), *lines(view.called, view.changes, None if every else TOLD), *_told(view)]
        told += talk.said(view.approval, ask)
        if sure:
            return Screen(
                (*told, say("amendment-withdraw-sure")),
                ((danger("withdraw-sure-key", "withdraw_sure"),), (button("keep-key", "keep"), HOME)),
            )
        more = not every and len(view.changes) > TOLD
        rows = (*_first(view), *(((button("amendment-all-key", "all"),),) if more else ()), *_rows(view))
        asking = talk.answering(view.approval, ask, ask_row(ask, "contract_amendment", view.amendment.id))
        return Screen(tuple(told), (*rows, *asking, (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        amendment = amendment_in(args)
        match act.verb:
            case "all":
                return Show({**args, "all": True})
            case "withdraw":
                return Show({**args, "sure": True})
            case "withdraw_sure":
                return Run(amending.WithdrawAmendment(amendment=amendment))
            case "pdf":
                view = ask(amendment_views.amendment, amendment)
                return Run(contract_documents.MakePdf(contract=view.contract.id, version=view.version))
            case _:
                return Show({"amendment": amendment})

    @override
    def after(self, args: Args, result: Any, ask: Ask) -> Turn:
        toast = say("contract-pdf-toast") if result is None else say("withdrawn-toast")
        return Show({"amendment": amendment_in(args)}, toast=toast)


def _head(view: AmendmentView) -> tuple[Wording, ...]:
    mine = view.amendment
    state = say(f"amendment-state-{mine.state.value}")
    return (
        say("amendment-title", number=mine.number, contract=view.contract.number, state=state),
        say("strong", text=view.agency.name),
        say("fact", label=say("contract-reason"), value=mine.reason),
    )


def _told(view: AmendmentView) -> tuple[Wording, ...]:
    """Where it stands, and who decided what."""
    mine = view.amendment
    told: list[Wording] = [*newly_bound(view)]
    if view.version:
        told.append(say("amendment-version", number=view.version, at=mine.closed_at or mine.submitted_at))
    if view.approvers:
        told.append(say("approval-waits", approvers=view.approvers))
    if mine.state in OPEN:
        told += (*run_out.told(view.expired, view.called), say("amend-contract-holds"))
    told.append(say("amendment-asked", by=view.applicant.name, at=mine.submitted_at))
    for decision, by in view.decisions[-8:]:
        told.append(say(f"decided-{decision.verb.value}", by=signed(by), at=decision.at))
        if decision.fields:
            named = tuple(contract_values.label(each) for each in decision.fields if each in Contract.declared.fields)
            told.append(say("notice-returned-fields", fields=named))
        if decision.reason:
            told.append(say("approval-reason", reason=decision.reason))
    return tuple(told)


def newly_bound(view: AmendmentView) -> tuple[Wording, ...]:
    if view.binding is None:
        return ()
    distributor, contact = view.binding
    return (say("contract-bound", who=in_a_line((distributor.called, contact.name))),)


def _first(view: AmendmentView) -> tuple[Row, ...]:
    """What it waits for from the reader."""
    rows: list[Row] = []
    mine = view.amendment
    if view.own and mine.state is AmendmentState.RETURNED:
        rows.append((opens(say("mend-key"), "amend_contract", contract=view.contract.id),))
    elif view.own and mine.state in (AmendmentState.REJECTED, AmendmentState.WITHDRAWN):
        again = opens(say("amendment-again-key"), "amend_contract", contract=view.contract.id, again=mine.id)
        rows.append((again,))
    if view.can_decide and view.approval is not None:
        rows.append((opens(say("decide-key"), "approval", approval=view.approval.id),))
    return tuple(rows)


def _rows(view: AmendmentView) -> tuple[Row, ...]:
    mine = view.amendment
    rows: list[Row] = [*inside(view.contract.id, amendment=mine.id)]
    contract = opens(say("contract-card-key"), "contract_card", contract=view.contract.id)
    rows.append((button("contract-pdf-key", "pdf"), contract) if view.version else (contract,))
    if view.own and mine.state in OPEN:
        rows.append((button("withdraw-key", "withdraw"),))
    return tuple(rows)


class Amendments(ListPage[AmendmentRow]):
    """What was asked for of a contract, the newest first; at the end the contract as it was approved."""

    name = "amendments"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[AmendmentRow], int]:
        return part(ask(amendment_views.of_contract, contract_in(args)), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        number = ask(amendment_views.number_of, contract_in(args))
        return (say("amendments-title", number=number, count=total),)

    @override
    def row(self, place: int, row: AmendmentRow, args: Args, ask: Ask) -> Sequence[Wording]:
        state = say(f"amendment-state-{row.amendment.state.value}")
        if row.waits_for:
            state = say("contract-state-waits", approvers=row.waits_for)
        labels = [contract_values.label(each) for each in row.fields if each in Contract.declared.fields]
        return (
            say(
                "amendments-row",
                index=place,
                number=row.amendment.number,
                state=state,
                at=row.amendment.closed_at or row.amendment.submitted_at,
                labels=tuple(labels[:LABELS]),
                more=len(labels[LABELS:]),
            ),
        )

    @override
    def key(self, place: int, row: AmendmentRow, args: Args, ask: Ask) -> Button:
        return opens(str(place), "amendment", amendment=row.amendment.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("amendments-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        first = opens(say("amendments-first-key"), "contract_card", contract=contract_in(args), version=1)
        return ((first,), (BACK, HOME)) if total else ((BACK, HOME),)

    @override
    def whole(self, args: Args) -> Args:
        return {"contract": contract_in(args)}


def amendment_in(args: Args) -> int:
    value = args.get("amendment")
    return value if isinstance(value, int) else 0
