"""渠道签约: the contracts of an agency, or of those whom a manager looks after; one contract for either side; its
answers and documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from typing_extensions import override

from dialogs.contracts import run_out
from dialogs.contracts import values as contract_values
from dialogs.contracts.contract import Contract as ContractForm
from dialogs.contracts.summary import summary
from dialogs.contracts.values import opening
from dialogs.core import returned_workbook
from dialogs.core.ask import Ask
from dialogs.core.inputs import Stored, Uploaded
from dialogs.core.page import Args, Close, Heard, Open, Page, Perhaps, Run, Show, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.registry import Draft
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, act, say
from dialogs.questions.keys import ask_row
from dialogs.shared import talk
from dialogs.shared.deciders import in_order
from dialogs.shared.drafts import kept
from dialogs.shared.list_page import ListPage, text_of
from dialogs.shared.words import BACK, HOME, button, clipboard, danger, in_a_line, middle, opens, signed
from domain.base.errors import Refusal
from domain.contracts import amendment_views, contracting, known_answers
from domain.contracts import documents as contract_documents
from domain.contracts import views as contract_views
from domain.contracts.amendments import OPEN
from domain.contracts.records import Contract, ContractRow, ContractState
from domain.contracts.views import ContractView
from domain.home import views

A_PAGE = 6
OVER = frozenset({ContractState.REJECTED, ContractState.WITHDRAWN})
"""Nothing rests on its documents any more."""


class Contracts(ListPage[ContractRow]):
    """The list, searched by typing a number, a name, a type, a level, a state."""

    name = "contracts"
    hint = "contracts-search-hint"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[ContractRow], int]:
        called = {each: self.wordings(say(f"contract-state-{each.value}")) for each in ContractState}
        return ask(contract_views.contracts, text_of(args), offset, limit, called)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        text = text_of(args)
        return (say("contracts-found", text=text, count=total) if text else say("contracts-title", count=total),)

    @override
    def row(self, place: int, row: ContractRow, args: Args, ask: Ask) -> Sequence[Wording]:
        more = tuple(_half_filled(row, ask))
        return (_row(place, row, more, own=ask(views.me).account.agency_id is not None),)

    @override
    def key(self, place: int, row: ContractRow, args: Args, ask: Ask) -> Button:
        return opens(str(place), "contract_card", contract=row.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("contracts-none")

    @override
    def above(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return _beginnings(ask)

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((button("contracts-all-key", "all"), HOME),) if text_of(args) else ((HOME,),)

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        if act.verb == "go_on":
            return _filling(contract_in(act.args), ask)
        if act.verb not in ("start", "renew"):
            return super().act(args, act, ask)
        year = act.args.get("year")
        return Run(contracting.StartContract(fiscal_year=year if isinstance(year, int) else 0))

    @override
    def after(self, args: Args, result: contracting.Started, ask: Ask) -> Turn:
        return _filling(result.contract.id, ask)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | Perhaps | None:
        """Typing searches; a workbook is its contract's, or the one's that can be filled in."""
        if isinstance(said, Uploaded):
            return _workbook(said, ask)
        return self.sought(args, said, ask)


def _workbook(said: Uploaded, ask: Ask) -> Turn | None:
    if not isinstance(said.file, Stored) or not said.file.text:
        return None
    sent = returned_workbook.read(said.file.text).sent
    rows, _ = ask(contract_views.contracts, sent.about if sent is not None else "")
    open_ = [row.id for row in rows if row.state in (ContractState.DRAFT, ContractState.RETURNED)]
    return goes_in(open_[0], said, ask) if len(open_) == 1 else None


def goes_in(contract: int, said: Heard, ask: Ask) -> Turn | None:
    """What is sent at a contract's pages is the contract's, as in its form, where its reader may fill it in or amend it."""
    if not isinstance(said, Uploaded) or not isinstance(said.file, Stored):
        return None
    view = ask(contract_views.contract, contract)
    if ask(amendment_views.is_amendable, view.contract):
        return Open("amend_contract", {"contract": contract}, said=said)
    if not (view.own and view.contract.editable):
        return None
    form = _filling(contract, ask)
    return replace(form, said=said) if isinstance(form, Open) and not _hopeless(view, ask) else None


def _beginnings(ask: Ask) -> tuple[Row, ...]:
    """New contracts, and renewals, for the years that are open."""
    rows: list[Row] = []
    for each in ask(contract_views.open_years):
        if each.begun is not None:
            rows.append((Button(say("contract-go-on-key", year=str(each.year)), act("go_on", contract=each.begun)),))
        elif each.renews:
            rows.append((Button(say("contract-renew-key", year=str(each.year)), act("renew", year=each.year)),))
        else:
            rows.append((Button(say("contract-start-key", year=str(each.year)), act("start", year=each.year)),))
    for contract in ask(amendment_views.amendable):
        amends = say("amend-year-key", year=str(contract.fiscal_year))
        rows.append((opens(amends, "amend_contract", contract=contract.id),))
    return tuple(rows)


def _row(place: int, row: ContractRow, more: tuple[Wording, ...], *, own: bool) -> Wording:
    """An owner doesn't read his own company's name in each row."""
    state = in_a_line((_where(row), *_goes_on(row), *more))
    if own:
        return say("contracts-row-own", index=place, year=str(row.fiscal_year), state=state, number=row.number)
    return say(
        "contracts-row",
        index=place,
        number=row.number,
        year=str(row.fiscal_year),
        agency=middle(row.agency),
        state=state,
    )


def _where(row: ContractRow) -> Wording:
    if row.waits_for:
        return say("contract-state-waits", approvers=row.waits_for)
    return say(f"contract-state-{row.state.value}")


def _half_filled(row: ContractRow, ask: Ask) -> Iterator[Wording]:
    """What the reader's drafts have of it, where its state doesn't say so."""
    if row.state is not ContractState.DRAFT and _draft_of(row.id, ask) is not None:
        yield say("contracts-half-filled")
    if not row.amending and _draft_of(row.id, ask, "amend_contract") is not None:
        yield say("contracts-amendment-begun")


def _goes_on(row: ContractRow) -> Iterator[Wording]:
    """What is asked, and what is missing, of one that holds."""
    if row.amending:
        yield say("contracts-amending", state=say(f"amendment-state-{row.amending}"))
    if row.run_out:
        yield say("contracts-run-out")


class ContractCard(Page):
    """One contract, for its agency, its approvers and those above them."""

    name = "contract_card"
    hears_files = True

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view, named = looked_at(args, ask), which(args)
        sure = args.get("sure") is True
        if "version" in named:
            rows = (*inside(**named), (button("contract-pdf-key", "pdf"),), (BACK, HOME))
            return Screen((say("contract-version", number=named["version"]), *card_lines(view)), rows)
        drops = view.contract.state is ContractState.DRAFT
        warned = say("contract-drop-sure" if drops else "contract-withdraw-sure")
        hopeless = _hopeless(view, ask)
        amended, amending = _amending(view, ask)
        lines = (
            *card_lines(view),
            *talk.said(view.approval, ask),
            *amended,
            *(hopeless if not view.rival else ()),
            *((warned,) if sure else ()),
        )
        if sure:
            return Screen(lines, _sure(drops=drops))
        asking = ask_row(ask, "contract", view.contract.id) if view.contract.submitted_at is not None else ()
        asking = talk.answering(view.approval, ask, asking)
        paper = _as_it_stands(view, ask)
        last = (*clipboard("copy-number-key", view.contract.number), BACK, HOME)
        return Screen(lines, (*_rows(view, amending, fillable=not hopeless), *paper, *asking, last))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        contract = contract_in(args)
        match act.verb:
            case "fill":
                return _filling(contract, ask)
            case "withdraw":
                return Show({"contract": contract, "sure": True})
            case "withdraw_sure":
                return Run(contracting.WithdrawContract(contract=contract))
            case "pdf" if (draft := _draft_of(contract, ask)) is not None and not ask(
                contract_views.contract, contract
            ).contract.profile:
                filling = {name: draft.state.get(name, {}) for name in ("answers", "items", "count")}
                return Run(contract_documents.MakePdf(contract=contract, filling=filling))
            case "pdf":
                return Run(contract_documents.MakePdf(contract=contract, version=which(args).get("version", 0)))
            case _:
                return Show({"contract": contract})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        if isinstance(result, Contract) and result.dropped:
            drops = tuple(each.id for each in ask(kept, "contract") if _is_of(each.state, result.id))
            return Close(toast=say("contract-dropped-toast"), drops=drops)
        toast = say("contract-pdf-toast") if result is None else say("withdrawn-toast")
        return Show(which(args), toast=toast)

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return goes_in(contract_in(args), said, ask)


def _filling(contract: int, ask: Ask) -> Turn:
    """On with the draft that the account has of it; else with what is known, and what was returned."""
    view = ask(contract_views.contract, contract)
    found = _draft_of(contract, ask)
    if found is not None:
        return Open("contract", {"draft": found.id})
    only: list[Json] = []
    if view.contract.state is ContractState.RETURNED and view.decisions:
        only = list(view.decisions[-1][0].fields)
    return Open("contract", opening(ask(known_answers.known, contract), only=only))


def _draft_of(contract: int, ask: Ask, form: str = "contract") -> Draft | None:
    """The form that the reader has half filled in for it."""
    return next((each for each in ask(kept, form) if _is_of(each.state, contract)), None)


def _as_it_stands(view: ContractView, ask: Ask) -> tuple[Row, ...]:
    """What was filled in so far, on paper, of one that nobody handed in."""
    if view.contract.profile or _draft_of(view.contract.id, ask) is None:
        return ()
    return ((button("contract-draft-pdf-key", "pdf"),),)


def _is_of(state: object, contract: int) -> bool:
    match state:
        case {"answers": {"contract": [first, *_]}}:
            return bool(first == contract)
        case _:
            return False


def card_lines(view: ContractView) -> tuple[Wording, ...]:
    """The contract at a glance: what it is, where it stands, who decided what."""
    contract = view.contract
    lines: list[Wording] = [
        say(
            "contract-card-title",
            number=contract.number,
            year=str(contract.fiscal_year),
            state=say("contract-state-dropped" if contract.dropped else f"contract-state-{contract.state.value}"),
        ),
        say("strong", text=view.agency.name),
        *summary(view),
        *(run_out.told(view.expired, view.called) if contract.state not in OVER else ()),
    ]
    if view.approvers:
        lines.append(say("approval-waits", approvers=view.approvers))
    if view.rival and contract.state is not ContractState.APPROVED:
        lines.append(say("contract-rival", number=view.rival))
    if len(view.levels) > 1:
        lines.append(say("contract-path", path=in_order(view.levels)))
    lines.append(say("contract-created", by=view.creator.name, at=contract.created_at))
    for decision, by in view.decisions[-8:]:
        lines.append(say(f"decided-{decision.verb.value}", by=signed(by), at=decision.at))
        if decision.fields:
            named = tuple(
                contract_values.label(each) for each in decision.fields if each in ContractForm.declared.fields
            )
            lines.append(say("notice-returned-fields", fields=named))
        if decision.reason:
            lines.append(say("approval-reason", reason=decision.reason))
    return tuple(lines)


def _sure(*, drops: bool) -> tuple[Row, ...]:
    key = "contract-drop-sure-key" if drops else "withdraw-sure-key"
    return ((danger(key, "withdraw_sure"),), (button("keep-key", "keep"), HOME))


def _hopeless(view: ContractView, ask: Ask) -> tuple[Wording, ...]:
    """Why a draft leads nowhere any more: it can only be deleted."""
    if not (view.own and view.contract.editable):
        return ()
    try:
        ask(contracting.demand_fillable, view.contract.id)
    except Refusal as refusal:
        return (say("contract-hopeless", why=say_refusal(refusal)),)
    return ()


def _rows(view: ContractView, amending: tuple[Row, ...], *, fillable: bool) -> tuple[Row, ...]:
    contract = view.contract
    rows: list[Row] = []
    if view.own and contract.editable and fillable:
        returned = contract.state is ContractState.RETURNED
        rows.append((button("mend-key" if returned else "contract-fill-key", "fill"),))
    if view.can_decide and view.approval is not None:
        rows.append((opens(say("decide-key"), "approval", approval=view.approval.id),))
    rows += amending
    if contract.profile:
        rows += inside(contract.id)
        rows.append((button("contract-pdf-key", "pdf"),))
    if view.own and contract.state in (ContractState.DRAFT, ContractState.SUBMITTED, ContractState.RETURNED):
        drops = contract.state is ContractState.DRAFT
        rows.append((button("contract-drop-key" if drops else "withdraw-key", "withdraw"),))
    return tuple(rows)


def _amending(view: ContractView, ask: Ask) -> tuple[tuple[Wording, ...], tuple[Row, ...]]:
    """What is amended of an approved contract: what waits, what was, how to ask for more."""
    contract = view.contract
    if contract.state is not ContractState.APPROVED:
        return (), ()
    asked = ask(amendment_views.of_contract, contract.id)
    waiting = next((each for each in asked if each.amendment.state in OPEN), None)
    lines: list[Wording] = []
    rows: list[Row] = []
    if waiting is not None:
        state = say(f"amendment-state-{waiting.amendment.state.value}")
        if waiting.waits_for:
            state = say("contract-state-waits", approvers=waiting.waits_for)
        lines.append(say("contract-being-amended", number=waiting.amendment.number, state=state))
    elif ask(amendment_views.is_amendable, contract):
        rows.append((opens(say("amend-key"), "amend_contract", contract=contract.id),))
    if asked:
        rows.append((opens(say("amendments-key", count=len(asked)), "amendments", contract=contract.id),))
    return tuple(lines), tuple(rows)


def inside(contract: int, **of: int) -> tuple[Row, ...]:
    """`of` a `version` of it, or as an `amendment` would have it."""
    return (
        (
            opens(say("contract-text-key"), "contract_text", contract=contract, **of),
            opens(say("contract-files-key"), "contract_files", contract=contract, **of),
        ),
    )


def which(args: Args) -> dict[str, int]:
    """The contract, and what it is looked at as."""
    named = {name: args.get(name) for name in ("version", "amendment")}
    return {"contract": contract_in(args), **{name: value for name, value in named.items() if isinstance(value, int)}}


def looked_at(args: Args, ask: Ask) -> ContractView:
    """Raises `NotFound`."""
    named = which(args)
    return ask(contract_views.contract, named.pop("contract"), **named)


def contract_in(args: Args) -> int:
    value = args.get("contract")
    return value if isinstance(value, int) else 0
