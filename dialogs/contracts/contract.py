"""渠道签约: the form of some seventy questions, in four sections. It is opened with the contract it is about and
everything that is known already (`opening`); only the gaps are asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from typing_extensions import override

from dialogs.contracts import asked_document, lines, run_out
from dialogs.contracts.at_odds import told
from dialogs.contracts.attachment import MOST, ContractAttachment, is_untyped, names_another, taken
from dialogs.contracts.main_business import MOST_NAMED, ContractCustomer, ContractIndustry
from dialogs.contracts.policy_words import offered
from dialogs.contracts.same_again import same_as
from dialogs.core.amounts import Whole
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option, Suggestion, attempt
from dialogs.core.form import Form
from dialogs.core.inputs import Stored
from dialogs.core.kinds import Accept, Hidden, Text
from dialogs.core.parts import Repeat
from dialogs.core.person_choice import PersonChoice
from dialogs.core.screen import Attached, Button, Json, Say, Screen, Wording, act, say
from dialogs.core.sections import Section
from dialogs.core.verdicts import Anew, Mend, Pause, ReturnNote, Unsure
from dialogs.shared import checks
from dialogs.shared.amounts import TenThousandYuan
from dialogs.shared.checks import PhoneNumber
from dialogs.shared.deciders import decided_by, in_order
from dialogs.shared.names import CompanyName
from dialogs.shared.persons import persons
from dialogs.shared.regions import City, Province
from dialogs.shared.words import HOME, opens, signed
from domain.base import identifiers, regions
from domain.base.bilingual import translated
from domain.contracts import at_odds, contracting, distributors, known_answers
from domain.contracts import documents as contract_documents
from domain.contracts import views as contract_views
from domain.contracts.records import ContractState
from domain.home import deciders as path_views

LETTER = act("open", dialog="contract_letter", args={})


class Contract(Form[contracting.SubmitContract], name="contract", submit="contract-submit"):
    matter = "contract"
    basics = Section()
    contract = Hidden()
    accepts_letter = Accept(LETTER)
    name = lines.line(80)
    fiscal_year = Choice(load=int)
    entity = Choice()
    type = Choice()
    level = Choice()
    manager = PersonChoice(load=int)
    distributor = Choice(load=int).optional()
    distributor_contact = lines.line(30).optional()
    contact_position = lines.line(30)
    contact_phone = PhoneNumber()
    general_manager = lines.line(30)
    general_manager_mobile = PhoneNumber()
    general_manager_email = lines.email()
    server_lead = lines.line(30)
    server_lead_mobile = PhoneNumber()
    server_lead_email = lines.email()
    qualification = Choice()
    credit_code = checks.credit_code().optional()
    organisation_code = checks.organisation_code().optional()
    province = Province().optional()
    city = City().optional()
    office_address = lines.address().optional()
    website = lines.line(120).optional()
    postcode = lines.postcode().optional()
    phone = PhoneNumber().optional()
    fax = PhoneNumber().optional()
    ownership = Choice().optional()
    business_scope = Text(max_length=1000, lines=True)
    registered_capital = TenThousandYuan().optional()
    turnover = TenThousandYuan()
    financing = TenThousandYuan().optional()
    working_capital = TenThousandYuan().optional()
    staff = Whole(words=("人",), at_least=0, at_most=1_000_000).optional()
    sales_staff = Whole(words=("人",), at_least=0, at_most=1_000_000).optional()
    technical_staff = Whole(words=("人",), at_least=0, at_most=1_000_000).optional()
    marketing_staff = Whole(words=("人",), at_least=0, at_most=1_000_000).optional()

    business = Section()
    issuer = Choice()
    registered_name = CompanyName()
    taxpayer = Choice()
    registered_address = lines.address().optional()
    registered_phone = PhoneNumber().optional()
    bank = lines.line().optional()
    bank_account = Text(pattern=r"[\d -]{6,40}", examples=("4000 0212 0920 0123 456",)).optional()
    tax_number = Text(max_length=30, tidy=identifiers.plain_code).optional()
    invoice_name = CompanyName()
    invoice_address = lines.address()
    invoice_postcode = lines.postcode()
    invoice_contact = lines.line(30)
    invoice_phone = PhoneNumber()
    delivery_name = CompanyName()
    delivery_address = lines.address()
    delivery_postcode = lines.postcode()
    transport = Choice()
    station = lines.line(30)
    recipient = lines.line(30)
    recipient_phone = PhoneNumber()
    recipient_mobile = PhoneNumber()
    recipient_fax = PhoneNumber()

    company = Section()
    industries = Repeat(ContractIndustry, at_least=1, at_most=MOST_NAMED, in_a_line=True)
    key_customers = Repeat(ContractCustomer, at_least=1, at_most=MOST_NAMED, in_a_line=True)
    company_turnover = TenThousandYuan()
    hardware_sales = TenThousandYuan()
    software_sales = TenThousandYuan().optional()
    server_sales = TenThousandYuan().optional()
    brands = lines.line(200)

    documents = Section()
    attachments = Repeat(ContractAttachment, at_most=MOST)
    reply = Text(max_length=300).optional()

    # --- what there is to choose from: entity → type → level ------------------------------------------------------

    @fiscal_year.options
    def years(self, ask: Ask) -> tuple[Option, ...]:
        year = str(ask(contract_views.year_of, self.contract or 0))
        return (Option(year, year),)

    @entity.options
    def entities(self, ask: Ask) -> tuple[str, ...]:
        return tuple(each.name for each in ask(contract_views.policy).entities)

    @type.options  # noqa: A003  the question of that name
    def types(self, ask: Ask) -> tuple[Option, ...]:
        policy = ask(contract_views.policy)
        return tuple(
            Option(
                each.code,
                say("contract-type-called", name=policy.words.told(each.name), code=each.code),
                find=f"{each.name} {each.code}",
                names=policy.words.called(each.name),
            )
            for each in policy.types_of(self.entity)
        )

    @level.options
    def levels(self, ask: Ask) -> tuple[Option, ...]:
        policy = ask(contract_views.policy)
        found = next((each for each in policy.types_of(self.entity) if each.code == self.type), None)
        return offered(policy, found.levels if found is not None else ())

    @manager.options
    def managers(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(contracting.managers))

    @distributor.relevant
    def needs_distributor(self, ask: Ask) -> bool:
        found = ask(contract_views.policy).type(self.type)
        return found is not None and found.needs_distributor

    @distributor_contact.relevant
    def needs_its_contact(self, ask: Ask) -> bool:
        return self.needs_distributor(ask)

    @distributor.options
    def distributing(self, ask: Ask) -> tuple[Option, ...]:
        found = ask(distributors.for_contract, self.contract or 0)
        return tuple(Option(str(each.id), each.called, find=each.name) for each in found)

    @qualification.options
    def qualifications(self, ask: Ask) -> tuple[Option, ...]:
        return offered(policy := ask(contract_views.policy), policy.qualifications)

    @city.options
    def cities(self) -> tuple[Option, ...]:
        return tuple(
            Option(each.name, translated(each.name), find=each.official)
            for each in regions.cities_of(self.province or "")
        )

    @ownership.options
    def ownerships(self, ask: Ask) -> tuple[Option, ...]:
        return offered(policy := ask(contract_views.policy), policy.ownerships)

    @issuer.options
    def issuers(self, ask: Ask) -> tuple[str, ...]:
        return ask(contract_views.policy).company_names

    @taxpayer.options
    def taxpayers(self, ask: Ask) -> tuple[Option, ...]:
        return offered(policy := ask(contract_views.policy), policy.taxpayers)

    @transport.options
    def transports(self, ask: Ask) -> tuple[Option, ...]:
        return offered(policy := ask(contract_views.policy), policy.transports)

    @industries.least
    def as_many_industries(self, ask: Ask) -> int:
        return ask(contract_views.policy).required_industries

    @key_customers.least
    def as_many_customers(self, ask: Ask) -> int:
        return ask(contract_views.policy).required_industries

    # --- one tap takes what was said when the agency registered, or what another answer says already ------------------

    @entity.propose
    def as_registered(self, ask: Ask) -> str | None:
        said = ask(known_answers.registered, self.contract or 0)
        return said.entity if said is not None and ask(contract_views.policy).entity(said.entity) is not None else None

    @general_manager.propose
    def who_registered(self, ask: Ask) -> str | None:
        head = ask(known_answers.general_manager, self.contract or 0)
        return head.contact if head is not None else None

    @general_manager_mobile.propose
    def his_mobile(self, ask: Ask) -> str | None:
        head = ask(known_answers.general_manager, self.contract or 0)
        return head.mobile if head is not None and head.contact == self.general_manager else None

    @general_manager_email.propose
    def his_address(self, ask: Ask) -> str | None:
        head = ask(known_answers.general_manager, self.contract or 0)
        return head.email if head is not None and head.contact == self.general_manager else None

    @credit_code.check
    def as_on_the_licence(self) -> Pause | None:
        return checks.insisted(self.credit_code)

    @organisation_code.propose
    def code_inside(self) -> str | None:
        return identifiers.organisation_code_of(self.credit_code) if self.credit_code else None

    tax_number.propose(same_as("credit_code"))
    registered_address.propose(same_as("office_address"))
    registered_phone.propose(same_as("phone"))
    invoice_name.propose(same_as("registered_name"))
    invoice_address.propose(same_as("registered_address", "office_address"))
    invoice_postcode.propose(same_as("postcode"))
    invoice_phone.propose(same_as("contact_phone"))
    delivery_name.propose(same_as("invoice_name"))
    delivery_address.propose(same_as("invoice_address"))
    delivery_postcode.propose(same_as("invoice_postcode"))
    station.propose(same_as("city"))
    recipient.propose(same_as("invoice_contact"))
    recipient_phone.propose(same_as("invoice_phone"))
    recipient_mobile.propose(same_as("recipient_phone"))
    recipient_fax.propose(same_as("fax"))
    company_turnover.propose(same_as("turnover"))

    # --- documents ------------------------------------------------------------------------------------------------

    @attachments.lacks
    def lacking_documents(self, ask: Ask) -> tuple[str, ...]:
        return tuple(map(ask(contract_views.policy).words.told, self.missing_documents(ask)))

    def missing_documents(self, ask: Ask) -> tuple[str, ...]:
        type_ = ask(contract_views.policy).type(self.type)
        filling = self.filling
        kinds = [filling.answers.get(f"attachments[{key}].kind") for key in filling.items.get("attachments", ())]
        return contracting.required_documents(type_, tuple(str(each.value) for each in kinds if each is not None))

    @attachments.suggest
    def wanted_documents(self, ask: Ask) -> tuple[Suggestion, ...]:
        return tuple(
            Suggestion(
                say("contract-add-document", kind=ask(contract_views.policy).words.told(each)),
                {"kind": each, "name": None, "description": None},
            )
            for each in self.missing_documents(ask)
        )

    @override
    def understand_file(
        self, file: Stored, caption: str, at: str, ask: Ask
    ) -> Mapping[str, Json] | Anew | Unsure | Say | None:
        """A file named 营业执照.pdf, or with such a caption, goes where it belongs, whatever is being asked."""
        policy, sought = ask(contract_views.policy), at in ("", "attachments")
        if at.endswith("].pages") and not names_another(file, caption, policy, self.filling, at):
            return None
        given = taken(file, caption, policy, self.filling, wanted=sought, carried=self.carried(ask))
        if isinstance(given, Say | Anew) or at or not file.text or not is_untyped(given):
            return given
        return Unsure(given)  # a workbook that may have been meant to be read

    def carried(self, ask: Ask) -> Collection[str]:
        """Documents, by the hashes of their pages, that a file of the same type replaces: those of the contract before."""
        return ask(contract_documents.taken_over, self.contract or 0)

    @reply.relevant
    def came_back(self, ask: Ask) -> bool:
        return ask(contract_views.contract, self.contract or 0).contract.state is ContractState.RETURNED

    # --- around ---------------------------------------------------------------------------------------------------

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        ask(contracting.demand_fillable, self.contract or 0)
        found = ask(contract_views.contract, self.contract or 0).contract
        state = say(f"contract-state-{found.state.value}")
        above = say("contract-above", year=str(found.fiscal_year), state=state, number=found.number)
        return (above, *asked_document.told(self.filling, ask(contract_views.policy)))

    @override
    def shows(self, ask: Ask) -> Attached | None:
        """Of a photo nobody knows the name."""
        file = asked_document.untyped_file(self.filling)
        if file is None or not file.type.startswith("image/"):
            return None
        return Attached(file.sha256, file.name, picture=True)

    @override
    def returned(self, ask: Ask) -> ReturnNote | None:
        view = ask(contract_views.contract, self.contract or 0)
        if view.contract.state is not ContractState.RETURNED or not view.decisions:
            return None
        decision, by = view.decisions[-1]
        return ReturnNote(signed(by), decision.reason, "reply")

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        found = ask(at_odds.of_answers, self.contract or 0, attempt(lambda: self.registered_name), self.manager)
        return (*self.run_out(), *told(found), *decided_by(ask, path_views.of_contract, self.manager))

    def run_out(self) -> tuple[Wording, ...]:
        return run_out.attached(
            self.items(Contract.attachments, ContractAttachment), self.ask(contract_views.policy), self.today
        )

    @override
    def beside(self, ask: Ask) -> tuple[Button, ...]:
        return (opens(say("contract-template-key"), "contract_template", contract=self.contract or 0, filling=True),)

    @override
    def about(self, ask: Ask) -> str:
        return ask(contract_views.contract, self.contract or 0).contract.number

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def on_record(self, ask: Ask) -> bool:
        """As its list says: the reader's own draft, or what was taken back and is filled in again."""
        found = ask(contract_views.contract, self.contract or 0).contract
        return ask(contracting.own_draft, found.id) or (found.state is ContractState.WITHDRAWN and found.editable)

    @override
    def given_up(self, ask: Ask) -> contracting.WithdrawContract | None:
        """The draft that was begun with it; one that was handed in before stays as it is."""
        mine = self.contract or 0
        return contracting.WithdrawContract(contract=mine) if ask(contracting.own_draft, mine) else None

    @override
    def done(self, result: contracting.SubmittedContract, ask: Ask) -> Screen:
        who = say("decided-by", path=in_order(result.approvers))
        lines = (say("contract-submitted", number=result.number), who)
        return Screen(lines, ((opens(say("look-key"), "contract_card", contract=result.contract), HOME),))

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | None:
        match refusal:
            case contracting.DocumentsMissing(documents=missing):
                told = tuple(map(ask(contract_views.policy).words.told, missing))
                return Mend("attachments", say("refusal-documents-missing", documents=told))
            case contracting.TooFewNamed(field=field, least=least):
                return Mend(field, say("contract-too-few-different", least=least))
            case contracting.NotOffered(field=field, value=value):
                return Mend(field, say("refusal-not-offered", field=field, value=value))
            case _:
                return None
