"""更正资料: a customer's data corrected; another name or code goes before the manager. Aliases and merging beside it."""

from __future__ import annotations

from dataclasses import fields, replace

from typing_extensions import override

from dialogs.core.amounts import Number
from dialogs.core.ask import Ask
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.inputs import Typed
from dialogs.core.kinds import Text
from dialogs.core.page import Args, Close, Heard, Page, Run, Show, Swap, Turn
from dialogs.core.screen import Act, Button, Row, Say, Screen, Wording, act, say
from dialogs.core.text_and_files import TextAndFiles
from dialogs.core.verdicts import Pause
from dialogs.core.words import folding
from dialogs.products.product_domains import Domain, domain_options
from dialogs.reports.report_customer import placed, told_exactly
from dialogs.shared import checks
from dialogs.shared.deciders import decided_by
from dialogs.shared.faces import Face, register
from dialogs.shared.lookalikes import doubts, elsewhere, lookalike
from dialogs.shared.names import LONGEST_NAME, CompanyName
from dialogs.shared.regions import Region, region_of
from dialogs.shared.words import BACK, HOME, button, danger, numbered, opens, profile_lines, signed
from domain.approvals.records import Approval, ApprovalState
from domain.base.kinds import Kind
from domain.base.rights import Action, may
from domain.customers.lookalikes import Lookalike
from domain.customers.records import Customer, Profile
from domain.home import deciders as path_views
from domain.home import views
from domain.petitions import correcting, identity_views
from domain.petitions import views as petition_views
from domain.petitions.views import CorrectionView
from domain.protection import customers as customer_views
from domain.reports import conflict, merging


class CorrectCustomer(Form[correcting.CorrectCustomer], name="correct_customer"):
    """Opened with `customer`: everything stands as it is, 修改 changes what is wrong."""

    right = Action.CORRECT_CUSTOMER
    matter, remarks = "customer", "background"
    customer = source("customer", int)
    name = CompanyName()
    credit_code = checks.credit_code().optional()
    region = Region(below="region-and-background")
    domain = Domain()
    volume = Number(unit="volume", per=10_000, above=0, at_most=10_000_000, about="about-so-many")
    mcus = Text(max_length=200)
    buyer = Text(max_length=60).optional()
    factory = Text(max_length=60).optional()
    background = Text(max_length=1000, lines=True).optional()
    evidence = TextAndFiles(max_length=500, prompted=False).optional()

    @evidence.relevant
    def is_decided(self, ask: Ask) -> bool:
        """What changes at once is asked of nobody."""
        customer = ask(customer_views.customer, self.customer).customer
        return correcting.needs_approval(customer, self.name, self.credit_code)

    @domain.options
    def domains(self, ask: Ask) -> tuple[Option, ...]:
        return ask(domain_options)

    @name.check
    def full(self) -> Say | None:
        return None if conflict.looks_full(self.name) else say("name-too-short", typed=self.name)

    @volume.check
    def believed(self, ask: Ask) -> Pause | None:
        return checks.believed(self.volume, ask)

    @credit_code.check
    def a_code(self) -> Pause | None:
        return checks.insisted(self.credit_code)

    @override
    def prefill(self, ask: Ask) -> dict[str, object]:
        profile = correcting.known(ask(customer_views.customer, self.customer).customer)
        return {each.name: getattr(profile, each.name) or None for each in fields(Profile)}

    @override
    def build(self, values: dict[str, object]) -> correcting.CorrectCustomer:
        made = super().build(values)
        return replace(made, profile=told_exactly(self, placed(made.profile)))

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        """Whether name and region fit, and where the new name or code has to be approved."""
        told = elsewhere(self.name, region_of(self.region))
        return *told, *decided_by(ask, path_views.of_correction, self.customer, self.name, self.credit_code)

    @override
    def done(self, result: correcting.CorrectionResult, ask: Ask) -> Screen:
        card = opens(say("customer-card-key"), "customer", customer=self.customer)
        if result.approvers:
            became = say("correction-asked", number=result.number, approvers=result.approvers)
        else:
            became = say("correction-done" if result.changed else "correction-idle")
        name = ask(customer_views.customer, self.customer).customer.name
        return Screen((became, say("strong", text=name)), ((card, HOME),))


class AddAlias(Form[correcting.AddAlias], name="add_alias"):
    """A name under which the customer is known, too."""

    right = Action.NAME_ALIASES
    customer = source("customer", int)
    name = CompanyName(min_length=2)

    @override
    def done(self, result: Customer, ask: Ask) -> Screen:
        card = opens(say("customer-card-key"), "customer", customer=self.customer)
        return Screen((say("alias-added", name=self.name, customer=result.name),), ((card, HOME),))


class MergeCustomers(Page):
    """合并: an administrator picks which look-alike is the same customer, sees both, and says so twice."""

    name = "merge_customers"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        asked = str(args.get("asked", ""))
        found = ask(identity_views.to_merge, _id(args, "customer"), asked)
        into = ask(customer_views.customer, _id(args, "customer")).customer
        chosen = next((each for each in found if each.customer == args.get("gone")), None)
        if chosen is not None:
            lines = (
                say("merge-sure", gone=chosen.name, into=into.name),
                lookalike(chosen),
                *_means(ask, chosen, into.id),
            )
            other_way = () if asked else ((button("merge-swap-key", "swap"),),)
            return Screen(lines, ((danger("merge-sure-key", "merge"),), *other_way, (button("keep-key", "keep"), HOME)))
        lines_: list[Wording] = [say("merge-title", name=into.name)]
        if asked:
            lines_.append(say("fact", label=say("merge-asked"), value=asked))
        if not found:
            lines_.append(say("merge-none"))
        lines_ += [*(lookalike(each) for each in found), say("merge-ask")]
        numbers = [Button(str(place), act("choose", gone=each.customer)) for place, each in enumerate(found, 1)]
        return Screen(tuple(lines_), (*numbered(numbers), (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "choose":
                return Show({**args, "gone": act.args.get("gone")})
            case "keep":
                return Show({each: value for each, value in args.items() if each != "gone"})
            case "swap":
                swapped = args.get("swapped") is not True
                return Show({"customer": _id(args, "gone"), "gone": _id(args, "customer"), "swapped": swapped})
            case "merge":
                return Run(merging.MergeCustomers(gone=_id(args, "gone"), into=_id(args, "customer")))
            case _:
                return Show({"customer": _id(args, "customer")})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if not isinstance(said, Typed) or not said.line:
            return None
        return Show({"customer": _id(args, "customer"), "asked": said.line[:LONGEST_NAME]})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        """Back to where it was asked for; the card of a customer that is gone isn't there any more."""
        if args.get("swapped") is True:
            return Swap("customer", {"customer": _id(args, "customer")})
        return Close(say("merged-toast"))


def _means(ask: Ask, gone: Lookalike, into: int) -> tuple[Wording, ...]:
    """Of two holders one loses the customer: that is read before."""
    keeper, loser = ask(identity_views.holder, into), ask(identity_views.holder, gone.customer)
    return (say("merge-means", keeper=keeper, loser=loser),) if keeper and loser and keeper != loser else ()


def _id(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0


def correcting_rows(ask: Ask, customer_id: int) -> tuple[Row, ...]:
    """What may be put right about a customer, on its card."""
    me = ask(views.me).account
    row: list[Button] = []
    if ask(identity_views.may_correct, customer_id):
        row.append(opens(say("correct-key"), "correct_customer", customer=customer_id))
    if may(me, Action.NAME_ALIASES):
        row.append(opens(say("alias-key"), "add_alias", customer=customer_id))
    if may(me, Action.MERGE_CUSTOMERS):
        row.append(opens(say("merge-key"), "merge_customers", customer=customer_id))
    return (tuple(row),) if row else ()


# --- before the manager -------------------------------------------------------------------------------------------


def asking(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(petition_views.correction, approval_id)
    due = view.request.approval.current.due_at
    lines: list[Wording] = [
        say("correction-title", number=view.correction.number),
        say("correction-name", before=view.request.customer.name, after=view.after.name),
    ]
    if view.request.customer.name != view.after.name:
        lines += doubts(ask, view.after.name, view.after.credit_code)
        lines += elsewhere(view.after.name, view.after.region)
    if view.request.customer.credit_code != view.after.credit_code:
        before, after = view.request.customer.credit_code or say("nothing"), view.after.credit_code or say("nothing")
        lines.append(say("correction-code", before=before, after=after))
    lines += [
        *why(view),
        *profile_lines(view.after),
        say("customer-contact", agency=view.request.agency, person=view.request.person),
    ]
    if due is not None:
        lines.append(say("approval-due", at=view.correction.created_at, due=due))
    lines += [lookalike(each) for each in view.lookalikes]
    return tuple(lines)


def why(view: CorrectionView) -> tuple[Wording, ...]:
    """In the words of whoever asked for it, where he said it."""
    text = view.correction.evidence.text
    return (say("fact", label=say("correct-customer-evidence"), value=folding(text)),) if text else ()


def verbs(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    return ((button("approve-key", "approve"), button("reject-key", "reject")),)


def outcome(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    view = ask(petition_views.correction, approval_id)
    lines: list[Wording] = []
    if view.request.approval.state is ApprovalState.WITHDRAWN and not view.request.decisions:
        lines.append(say("correction-lapsed"))
    for last, by in view.request.decisions[-1:]:
        lines.append(say(f"decided-{last.verb.value}", by=signed(by), at=last.at))
        if last.reason:
            lines.append(say("approval-reason", reason=last.reason))
    who = say("approval-who", name=view.after.name, agency=view.request.agency, person=view.request.person)
    return (*lines[:1], say("correction-title", number=view.correction.number), who, *why(view), *lines[1:])


def more(ask: Ask, approval_id: int) -> tuple[Wording, ...]:
    """What else is known of the customer."""
    after = ask(petition_views.correction, approval_id).after
    facts = (("buyer", after.buyer), ("factory", after.factory), ("background", after.background))
    return tuple(say("fact", label=say(f"report-customer-{name}"), value=value) for name, value in facts if value)


def beside(ask: Ask, approval_id: int) -> tuple[Row, ...]:
    """How long it is protected, and what is going on there."""
    customer = ask(petition_views.correction, approval_id).request.customer
    return ((opens(say("customer-card-key"), "customer", customer=customer.id),),)


def look(approval: Approval) -> Button:
    return opens(say("look-key"), "correction", approval=approval.id)


register(Kind.DATA_CHANGE, face=Face(asking, verbs, outcome, more, look, beside))
