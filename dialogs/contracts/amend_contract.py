"""变更合同: the contract's form over all that it says. Only what is to change is asked, and why."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from typing_extensions import override

from dialogs.contracts import asked_document
from dialogs.contracts import values as contract_values
from dialogs.contracts.at_odds import told
from dialogs.contracts.attachment import ContractAttachment
from dialogs.contracts.contract import Contract
from dialogs.contracts.differences import lines
from dialogs.contracts.main_business import MOST_NAMED, ContractCustomer, ContractIndustry
from dialogs.core.ask import Ask
from dialogs.core.field import Option, attempt
from dialogs.core.form import Form
from dialogs.core.kinds import Hidden, Text
from dialogs.core.page import Args
from dialogs.core.parts import Repeat
from dialogs.core.person_choice import PersonChoice
from dialogs.core.screen import Button, Screen, Wording, say
from dialogs.core.sections import Section
from dialogs.core.verdicts import ReturnNote
from dialogs.shared.deciders import decided_by, in_order
from dialogs.shared.persons import persons
from dialogs.shared.words import HOME, opens, signed
from domain.contracts import amending, amendment_views, at_odds
from domain.contracts import documents as contract_documents
from domain.contracts import views as contract_views
from domain.contracts.amendments import AmendmentState
from domain.contracts.records import Flat, kept
from domain.home import deciders as path_views

T = TypeVar("T")
TOLD = 8
"""How many changes the overview names."""


class AmendContract(
    Contract, Form[amending.AmendContract], name="amend_contract", words="contract", submit="contract-submit"
):
    """Opened with `contract`; with `again` as that amendment would have had it."""

    amends = True
    amendment = Hidden()
    base = Hidden(of_record=False)
    manager = PersonChoice(load=int)
    industries = Repeat(ContractIndustry, at_least=1, at_most=MOST_NAMED, in_a_line=True)
    key_customers = Repeat(ContractCustomer, at_least=1, at_most=MOST_NAMED, in_a_line=True)
    reply = Text(max_length=300).optional()
    why = Section()
    reason = Text(max_length=300)

    @classmethod
    @override
    def opening(cls, args: Args, ask: Ask) -> Args:
        contract, again = args.get("contract"), args.get("again")
        if not isinstance(contract, int):
            return args
        start = ask(amendment_views.start, contract, again if isinstance(again, int) else 0)
        opened = contract_values.opening({**start.profile, "contract": contract})
        known = opened["answers"]
        beside = {"base": start.base, "amendment": start.mends, "reason": start.reason or None}
        more = {name: value for name, value in beside.items() if value is not None}
        return {"answers": {**(known if isinstance(known, dict) else {}), **more}, "only": list(start.only)}

    # --- what stands is offered, too ----------------------------------------------------------------------------------

    @manager.options
    def who_may_be_named(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(amendment_views.managers, self.contract or 0))

    @industries.least
    def industries_as_before(self, ask: Ask) -> int:
        return ask(amendment_views.least, self.contract or 0, "industries")

    @key_customers.least
    def customers_as_before(self, ask: Ask) -> int:
        return ask(amendment_views.least, self.contract or 0, "key_customers")

    @reply.relevant
    def was_returned(self) -> bool:
        return self.amendment is not None

    @override
    def carried(self, ask: Ask) -> Collection[str]:
        """What the contract has: a new licence takes the place of the old one."""
        stands = ask(contract_views.contract, self.contract or 0).contract
        return {each.sha256 for each in contract_documents.pages_of(stands) if each.sha256}

    # --- around ---------------------------------------------------------------------------------------------------

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        ask(amending.demand_amendable, self.contract or 0, self.amendment)
        found = ask(contract_views.contract, self.contract or 0).contract
        return (
            say("amend-contract-above", number=found.number, year=str(found.fiscal_year)),
            *self._meanwhile(ask),
            *asked_document.told(self.filling, ask(contract_views.policy)),
        )

    def _meanwhile(self, ask: Ask) -> tuple[Wording, ...]:
        """What others amended since the form was opened; it stays, unless it is changed here, too."""
        found = self._wished(ask)
        if not found.by:
            return ()
        labels = tuple(contract_values.label(each) for each in found.meanwhile if each in Contract.declared.fields)
        return (say("amend-contract-meanwhile", numbers=found.by, labels=labels),)

    @override
    def changed(self, ask: Ask) -> tuple[Wording, ...]:
        found = self._wished(ask)
        changes = lines(found.called, found.changes, TOLD) or (say("amend-contract-how"),)
        reason = attempt(lambda: self.reason)
        why = () if reason is None else (say("fact", label=self.declared.label(AmendContract.reason), value=reason),)
        return (*changes, *why)

    def _wished(self, ask: Ask) -> amendment_views.Wished:
        return ask(amendment_views.wished, self.contract or 0, self.base or 0, self._answers())

    def _answers(self) -> Flat:
        """As far as there are any, as a profile keeps them; of a list what is whole in it."""
        lists = {
            "industries": _records(self.items(AmendContract.industries, ContractIndustry)),
            "key_customers": _records(self.items(AmendContract.key_customers, ContractCustomer)),
            "attachments": _records(self.items(AmendContract.attachments, ContractAttachment)),
        }
        plain = (each for section in ("basics", "business", "company") for each in self.declared.sections[section])
        given = {name: attempt(getattr, self, name) for name in plain if name not in lists and name != "contract"}
        answers = {name: kept(value) for name, value in given.items() if value is not None and value != ""}
        return {**answers, **{name: kept(records) for name, records in lists.items()}}

    @override
    def returned(self, ask: Ask) -> ReturnNote | None:
        if self.amendment is None:
            return None
        view = ask(amendment_views.amendment, self.amendment)
        if view.amendment.state is not AmendmentState.RETURNED or not view.decisions:
            return None
        decision, by = view.decisions[-1]
        return ReturnNote(signed(by), decision.reason, "reply")

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        odd = ask(at_odds.of_answers, self.contract or 0, attempt(lambda: self.registered_name), None)
        return (
            *self.run_out(),
            *told(odd),
            *decided_by(ask, path_views.of_amendment, self.contract or 0, self.manager),
        )

    @override
    def beside(self, ask: Ask) -> tuple[Button, ...]:
        return ()

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        assert isinstance(result, amending.SubmittedAmendment)
        view = ask(amendment_views.amendment, result.amendment)
        said = (
            say("amend-contract-submitted", number=result.number, contract=view.contract.number),
            *lines(view.called, view.changes, TOLD),
            say("decided-by", path=in_order(result.approvers)),
            say("amend-contract-holds"),
        )
        return Screen(said, ((opens(say("look-key"), "amendment", amendment=result.amendment), HOME),))


def _records(items: list[Form[T]]) -> list[T]:
    found = (attempt(_record, each) for each in items)
    return [each for each in found if each is not None]


def _record(item: Form[T]) -> T:
    """Raises `Unanswered` for one that isn't whole."""
    values: dict[str, Any] = {name: getattr(item, name) for name in item.declared.fields}
    return item.build({name: value for name, value in values.items() if value is not None})
