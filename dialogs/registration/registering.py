"""Before and after the registration: the first screen of someone who has no account, the picture at the door, the terms,
and where a registration stands."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.inputs import Typed, Uploaded
from dialogs.core.page import Args, Close, GoHome, Heard, Open, Page, Run, Show, Swap, Turn
from dialogs.core.screen import Act, Button, Drawing, Drawn, Row, Screen, Wording, act, say
from dialogs.registration.claim_agency import claiming
from dialogs.shared import talk
from dialogs.shared.drafts import kept
from dialogs.shared.vendor_papers import paper_screen
from dialogs.shared.words import HOME, button, danger, opens, page_in
from domain.base.bilingual import translated
from domain.base.policy.papers import VendorPaper
from domain.base.work import Work
from domain.people import joining
from domain.registration import guarding, registering
from domain.registration import views as registration_views
from domain.registration.records import OPEN, AgencyClaim, ClaimState, Doorway, Registration, RegistrationState
from domain.registration.views import OwnClaim, OwnRegistration


class Guest(Page):
    """Home for somebody who has no account here."""

    name = "guest"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        standing = ask(registration_views.standing)
        others = (opens(say("help-entry"), "guest_help"), opens(say("language-entry"), "language"))
        if standing is not None and standing.registration.state in OPEN:
            look = opens(say("look-key"), "registration")
            return Screen((say("guest-title"), *_state(standing)), ((look,), others))
        lines: list[Wording] = [say("guest-title"), *_former(ask)]
        rows: list[Row] = []
        if standing is not None and standing.registration.state in guarding.OVER:
            lines += _state(standing)
            rows += _onwards(standing)
        lines += _claimed(ask(registration_views.claim))
        draft = next(iter(ask(kept, "register_agency")), None)
        if draft is not None:
            lines.append(say("guest-draft", title=draft.title, at=draft.at))
            rows.append((button("guest-draft-key", "resume", draft=draft.id),))
        lines += [say("guest-register"), say("guest-how")]
        return Screen(tuple(lines), (*rows, (button("guest-register-key", "register"),), others))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        return Show(notice=(say("guest-file"),)) if isinstance(said, Uploaded) else None

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        draft = act.args.get("draft")
        if act.verb == "resume" and isinstance(draft, str) and ask(guarding.passed):
            return Open("register_agency", {"draft": draft})
        return Run(guarding.BeginRegistration()) if act.verb in ("register", "resume") else Show()

    @override
    def after(self, args: Args, result: Doorway, ask: Ask) -> Turn:
        return Open("register_agency" if result.passed else "captcha")


def _former(ask: Ask) -> tuple[Wording, ...]:
    """What was told once lies weeks back: whoever opens the bot again reads it again."""
    former = ask(joining.former)
    if former is None:
        return ()
    key = "notice-binding-left" if former.left else "guest-bound-elsewhere"
    return (say(key, name=former.name, company=former.company),)


def _claimed(mine: OwnClaim | None) -> tuple[Wording, ...]:
    """So does whoever said that a company is his, until he comes in some other way."""
    match mine:
        case OwnClaim(claim=AgencyClaim(state=ClaimState.PENDING, number=number)):
            return (say("guest-claim", number=number),)
        case OwnClaim(claim=AgencyClaim(state=ClaimState.REJECTED, number=number), reason=reason):
            return (say("notice-claim-rejected", number=number), *([say("quoted", text=reason)] if reason else []))
        case _:
            return ()


class Captcha(Page):
    """The picture. Each wrong answer gets another one; too many, and it is begun anew."""

    name = "captcha"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        door = ask(guarding.doorway)
        cancel = Button(say("core-cancel"), act("close"))
        if not door.answer:
            return Screen((say("captcha-over"),), ((button("captcha-again-key", "begin"),), (cancel, HOME)))
        return Screen(
            (say("captcha-title"), say("captcha-hint")),
            ((button("captcha-other-key", "other"), cancel),),
            Drawn(Drawing.CAPTCHA, door.answer),
        )

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        match act.verb:
            case "begin":
                return Run(guarding.BeginRegistration())
            case "other":
                return Run(guarding.AnotherPicture())
            case _:
                return Show()

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if isinstance(said, Typed) and ask(guarding.doorway).answer:
            return Run(guarding.AnswerPicture(text=said.text[:40]))
        return None

    @override
    def after(self, args: Args, result: Doorway, ask: Ask) -> Turn:
        return Swap("register_agency") if result.passed else Show()


def terms(work: Work) -> VendorPaper:
    return work.policy.registration.terms


def vendor(work: Work) -> str:
    return translated(work.policy.vendor)


class Terms(Page):
    """服务条款和隐私政策."""

    name = "terms"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        return paper_screen(say("terms-title"), ask(terms), ask(vendor), page_in(args))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"page": page_in(act.args)})


class RegistrationPage(Page):
    """Where the applicant's own registration stands."""

    name = "registration"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        standing = ask(registration_views.standing)
        if standing is None:
            return Screen((say("guest-title"),), ((HOME,),))
        lines: list[Wording] = [*_state(standing), *talk.said(standing.approval, ask)]
        if args.get("sure") is True:
            lines.append(say("registration-withdraw-warning"))
            return Screen(
                tuple(lines),
                ((danger("registration-withdraw-sure", "withdraw_sure"),), (button("keep-key", "keep"), HOME)),
            )
        rows: list[Row] = []
        match standing.registration.state:
            case RegistrationState.RETURNED:
                rows = [(button("mend-key", "mend"),), (button("withdraw-key", "withdraw"), HOME)]
            case RegistrationState.PENDING:
                rows = [*talk.answering(standing.approval, ask), (button("withdraw-key", "withdraw"), HOME)]
            case _:
                rows = [*_onwards(standing), (HOME,)]
        return Screen(tuple(lines), tuple(rows))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        standing = ask(registration_views.standing)
        if standing is None or standing.registration.state not in OPEN:
            return GoHome()
        match act.verb:
            case "mend" if standing.registration.state is RegistrationState.RETURNED:
                return Open("register_agency", {"registration": standing.registration.id})
            case "withdraw":
                return Show({"sure": True})
            case "withdraw_sure":
                return Run(registering.WithdrawRegistration(registration=standing.registration.id))
            case _:
                return Show({})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        assert isinstance(result, Registration)
        return Close(toast=say("registration-withdrawn", number=result.number))


def _onwards(standing: OwnRegistration) -> tuple[Row, ...]:
    """What is left to do where no agency came of it."""
    found = standing.registration
    match found.state:
        case RegistrationState.REJECTED | RegistrationState.WITHDRAWN:
            return ((again(found),),)
        case RegistrationState.CLOSED:
            return ((claiming(found.company.credit_code, found.company.name),),)
        case _:
            return ()


def again(found: Registration) -> Button:
    return opens(say("register-again-key"), "register_agency", again=found.id)


def _state(standing: OwnRegistration) -> tuple[Wording, ...]:
    found = standing.registration
    lines: list[Wording] = [
        say(f"registration-{found.state.value}", number=found.number),
        say("strong", text=found.company.name),
    ]
    if found.state is RegistrationState.PENDING:
        lines.append(say("register-agency-done-who", approvers=standing.approvers))
    if found.state is RegistrationState.RETURNED:
        lines.append(say("notice-returned-fields", fields=mended(found.return_fields)))
    if found.reason:
        lines.append(say("approval-reason", reason=found.reason))
    return tuple(lines)


def mended(fields: tuple[str, ...]) -> tuple[Wording, ...]:
    """The labels of the fields to mend."""
    return tuple(say(f"register-agency-{name.replace('_', '-')}") for name in fields)
