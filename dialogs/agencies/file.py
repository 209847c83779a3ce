"""代理商档案: what an agency is called, how it is reached, who looks after it, and how it goes."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.page import Args, Page, Show, Turn
from dialogs.core.screen import Act, Button, Row, Screen, Wording, say
from dialogs.orders.face import money, pieces
from dialogs.shared.words import BACK, HOME, clipboard, code_line, in_a_line, lines_of, opens, phone
from domain.agencies import views as agency_views
from domain.agencies.views import AgencyFile, YearSigned
from domain.base.bilingual import translated
from domain.contracts.records import Contract
from domain.orders.views import Summed


class AgencyFilePage(Page):
    """Opened with `agency`; an owner's own without."""

    name = "agency"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        view = ask(agency_views.file, _id(args))
        return Screen(
            (*_called(view), *_reached(view), *_goes(view)),
            (*_acts(view), (*clipboard("copy-code-key", view.agency.credit_code), BACK, HOME)),
        )

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show(args)


def _called(view: AgencyFile) -> tuple[Wording, ...]:
    agency = view.agency
    short = say("agency-short-name", name=agency.short_name) if agency.short_name else ""
    lines: list[Wording] = [say("strong", text=agency.name)]
    lines += lines_of((short, say(f"agency-{agency.state.value}"), translated(view.unit)))
    if agency.former_names:
        lines.append(say("agency-former-names", names=agency.former_names))
    if agency.credit_code:
        lines.append(code_line(agency.credit_code))
    return tuple(lines)


def _reached(view: AgencyFile) -> tuple[Wording, ...]:
    agency = view.agency
    region = " ".join(dict.fromkeys(filter(None, (agency.province, agency.city))))
    reached = (agency.contact, phone(agency.phone) if agency.phone else "")
    manager = say("agency-state-manager", name=view.manager) if view.manager else say("agency-state-no-manager")
    return (*lines_of(reached, (agency.email,), (translated(region), agency.address)), manager)


def _goes(view: AgencyFile) -> tuple[Wording, ...]:
    lines: list[Wording] = [_signed(each) for each in view.signed]
    lines.append(say("agency-counts", people=view.people, customers=view.customers, reports=view.reports))
    if view.orders is not None and view.orders.pieces:
        lines.append(say("agency-orders", year=str(view.since.year), figures=in_a_line(_figures(view.orders))))
    if view.change is not None:
        lines.append(say("agency-change-waits", number=view.change_number))
    return tuple(lines)


def _signed(each: YearSigned) -> Wording:
    year, contract = str(each.year), each.contract
    if contract is None:
        return say("agency-not-signed", year=year)
    state = say(f"contract-state-{contract.state.value}")
    return say("agency-signed", year=year, facts=in_a_line((state, contract.number, each.level)))


def _figures(orders: Summed) -> tuple[Wording, ...]:
    sold: Wording = pieces(orders.pieces)
    return (sold,) if orders.yuan is None or orders.amounts is None else (sold, money(orders.yuan))


def _acts(view: AgencyFile) -> tuple[Row, ...]:
    agency = view.agency.id
    correct = opens(say("correct-agency-key"), "correct_agency", agency=agency)
    invite = opens(say("invite-key"), "invite_person", agency=agency)
    people = opens(say("agency-people-key", count=view.people), "agency_people", agency=agency)
    state = opens(say("agency-state-key"), "agency_state", agency=agency)
    manager = opens(say("change-manager-key"), "change_manager", agency=agency)
    contracts = [_contract(each.contract) for each in view.signed if each.contract is not None]
    if view.change is not None:
        contracts.append(opens(say("agency-change-key"), "agency_change", approval=view.change.id))
    rows: tuple[Row, ...] = (
        (correct,) if view.may_correct else (),
        ((invite, people) if view.may_correct else (people,)) if view.manages else (),
        ((state, manager) if view.may_change_manager else (state,)) if view.manages else (),
        tuple(contracts),
    )
    return tuple(row for row in rows if row)


def _contract(contract: Contract) -> Button:
    year = str(contract.fiscal_year)
    return opens(say("agency-contract-key", year=year), "contract_card", contract=contract.id)


def _id(args: Args) -> int | None:
    value = args.get("agency")
    return value if isinstance(value, int) else None
