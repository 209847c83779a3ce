"""代理商注册: the form, open to whoever passed the door. Opened with `registration`, it brings a returned one back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice, Many
from dialogs.core.form import Form, source
from dialogs.core.kinds import Accept, Text
from dialogs.core.page import Args
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Button, Json, Say, Screen, Wording, act, say
from dialogs.core.verdicts import Mend, Pause, ReturnNote, Stop
from dialogs.registration.claim_agency import claiming
from dialogs.shared import checks
from dialogs.shared.checks import normal
from dialogs.shared.deciders import decided_by
from dialogs.shared.names import CompanyName
from dialogs.shared.regions import Region, below_of, region_of
from dialogs.shared.words import HOME, opens, signed
from domain.base import identifiers
from domain.base.errors import AlreadyDecided, NotFound, Refusal
from domain.base.work import Work
from domain.home import deciders as path_views
from domain.registration import registering
from domain.registration import views as registration_views
from domain.registration.records import AGAIN, Registration, RegistrationState


def entity_names(work: Work) -> tuple[str, ...]:
    return tuple(each.name for each in work.policy.contract.entities)


def product_names(work: Work) -> tuple[str, ...]:
    return work.policy.registration.products


class RegisterAgency(Form[registering.RegisterAgency], name="register_agency", submit="register-agency-submit"):
    """The credit code comes early: two further codes follow from it, and an agency that is known goes no further."""

    matter = "agency"
    registration: source[int | None] = source("registration")
    name = CompanyName(min_length=4)
    credit_code = checks.credit_code()
    organisation_code = checks.organisation_code()
    tax_number = Text(
        max_length=24, tidy=identifiers.plain_code, pattern=r"[0-9A-Z]{15,20}", examples=("91440300708461136T",)
    )
    region = Region(below="region-and-address")
    address = Text(max_length=120, min_length=4)
    contact = Text(max_length=30)
    position = Text(max_length=30)
    mobile = checks.OwnMobile().optional()
    phone = checks.PhoneNumber().optional()
    fax = checks.PhoneNumber().optional()
    email = Text(max_length=254, tidy=normal(identifiers.email))
    entity = Choice()
    products = Many()
    terms = Accept(opens=act("open", dialog="terms", args={})).aside()
    reply = Text(max_length=300).optional().when(lambda form: form.registration is not None)

    @override
    @classmethod
    def synonyms(cls, ask: Ask) -> Mapping[str, Sequence[str]]:
        words = super().synonyms(ask)
        return {**words, "contact": words["owner"]}  # who registers is the owner

    @source
    def mobile_shared(self) -> bool:
        """Also when it was shared before a return."""
        return self.mobile is not None and (self.shared("mobile") or self.context.get("shared_mobile") == self.mobile)

    @override
    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        """Of one's own registration that was returned, as it is now; `again` of one that was rejected or withdrawn, as it was."""
        if "again" in args:
            return {**args, **_again(ask)}
        if "registration" not in args:
            return args
        mine = args["registration"]
        return {**args, **_mending(ask(registering.to_mend, mine if isinstance(mine, int) else 0))}

    @override
    @classmethod
    def instead(cls, args: Args, refusal: Refusal, ask: Ask) -> tuple[Button, ...]:
        """Of one's own that was closed or decided meanwhile."""
        standing = ask(registration_views.standing)
        match refusal:
            case registering.AgencyKnown() if standing is not None:
                return (claiming(standing.registration.company.credit_code, standing.registration.company.name),)
            case AlreadyDecided():
                return (opens(say("look-key"), "registration"),)
            case _:
                return ()

    @credit_code.check
    def a_code(self) -> Pause | None:
        """Whether it is registered already is told to whoever submits."""
        return checks.insisted(self.credit_code)

    @organisation_code.propose
    def organisation_of_code(self) -> str:
        return identifiers.organisation_code_of(self.credit_code)

    @tax_number.propose
    def tax_of_code(self) -> str:
        return self.credit_code

    @address.propose
    def of_region(self) -> str | None:
        """What was told below the city is where the address begins."""
        return below_of(self.region) or None

    @email.check
    def an_address(self) -> Say | None:
        return checks.email(self.email)

    @entity.options
    def entities(self, ask: Ask) -> tuple[str, ...]:
        return ask(entity_names)

    @products.options
    def offered(self, ask: Ask) -> tuple[str, ...]:
        return ask(product_names)

    @override
    def build(self, values: dict[str, object]) -> registering.RegisterAgency:
        made = super().build(values)
        return replace(made, company=replace(made.company, region=region_of(made.company.region)))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        """Why the last one was rejected, as long as this one stands in its place."""
        standing = ask(registration_views.standing) if "again" in self.context else None
        if standing is None or standing.registration.state is not RegistrationState.REJECTED:
            return ()
        by, reason = signed(standing.decided), standing.registration.reason
        return (say("register-agency-rejected-because", by=by, reason=reason),)

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def returned(self, ask: Ask) -> ReturnNote | None:
        standing = ask(registration_views.standing) if self.registration is not None else None
        if standing is None or standing.registration.state is not RegistrationState.RETURNED:
            return None
        return ReturnNote(signed(standing.decided), standing.registration.reason, "reply")

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        return decided_by(ask, path_views.of_registration, region_of(self.region))

    @override
    def done(self, result: registering.Registered, ask: Ask) -> Screen:
        lines = (
            say("register-agency-done", number=result.number),
            say("strong", text=self.name),
            say("register-agency-done-who", approvers=result.approvers),
        )
        return Screen(lines, ((opens(say("look-key"), "registration"), HOME),))

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        match refusal:
            case registering.AgencyKnown():
                return _known(self)
            case AlreadyDecided():  # while it was being mended
                return Stop(Screen((say_refusal(refusal),), ((opens(say("look-key"), "registration"),), (HOME,))))
            case _:
                return None


MENDABLE = tuple(name for name in RegisterAgency.declared.fields if name not in ("terms", "reply"))
"""What an approver may ask to be mended."""


def _known(form: RegisterAgency) -> Stop:
    lines = (say("register-agency-known"), say("register-agency-known-why"))
    return Stop(Screen(lines, ((claiming(form.credit_code, form.name),), (HOME,))))


def _again(ask: Ask) -> dict[str, Json]:
    """All answers of the one that was rejected or withdrawn."""
    standing = ask(registration_views.standing)
    if standing is None or standing.registration.state not in AGAIN:
        raise NotFound("registration")
    answers, shared = _said(standing.registration)
    return {"again": standing.registration.id, "answers": answers, "shared_mobile": shared}


def _said(registration: Registration) -> tuple[dict[str, Json], str | None]:
    """The answers, and the mobile number where it was shared."""
    told = asdict(registration.company)
    shared = told.pop("mobile_shared")
    return {**told, "products": list(told["products"]), "terms": True}, told["mobile"] if shared else None


def _mending(registration: Registration) -> dict[str, Json]:
    """How the form of a returned registration opens: all answers kept, the named fields asked again."""
    answers, shared = _said(registration)
    return {
        "registration": registration.id,
        "answers": answers,
        "only": list(registration.return_fields),
        "shared_mobile": shared,
    }
