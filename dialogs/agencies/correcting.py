"""更正资料 of an agency: how it is reached changes at once, another name or code goes before its manager and the head."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text
from dialogs.core.page import Args
from dialogs.core.screen import Say, Screen, Wording, say
from dialogs.core.verdicts import Pause
from dialogs.shared import checks
from dialogs.shared.checks import normal
from dialogs.shared.deciders import decided_by, in_order
from dialogs.shared.names import CompanyName
from dialogs.shared.words import HOME, opens
from domain.agencies import filing
from domain.base import identifiers
from domain.home import deciders as path_views


class CorrectAgency(Form[filing.CorrectAgency], name="correct_agency"):
    """Opened with `agency`: everything stands as it is, 修改 changes what is wrong."""

    matter = "agency"
    agency = source("agency", int)
    seen: source[dict[str, str] | None] = source("seen")
    name = CompanyName(min_length=4)
    short_name = CompanyName(min_length=2).follows(name).optional()
    credit_code = checks.credit_code().optional()
    contact = Text(max_length=30).optional()
    phone = checks.PhoneNumber().optional()
    email = Text(max_length=254, tidy=normal(identifiers.email)).optional()
    address = Text(max_length=120, min_length=4).optional()
    note = Text(max_length=300).optional()

    @override
    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        agency = args.get("agency")
        return {**args, "seen": dict(filing.seen(ask(filing.within, agency if isinstance(agency, int) else 0)))}

    @short_name.propose
    def as_it_is(self, ask: Ask) -> str | None:
        agency = ask(filing.within, self.agency)
        return None if filing.outlived(agency, self.name, agency.short_name) else agency.short_name or None

    @short_name.check
    def still_of_the_name(self, ask: Ask) -> Pause | None:
        """A short name that came of the former name would call the company so in every list."""
        short = self.short_name or ""
        if not filing.outlived(ask(filing.within, self.agency), self.name, short):
            return None
        told = say("correct-agency-short-outlived", short=short)
        return Pause((told,), go_on=say("correct-agency-short-key"), mend=say("mend-it-key"))

    @credit_code.check
    def a_code(self) -> Pause | None:
        return checks.insisted(self.credit_code)

    @email.check
    def an_address(self) -> Say | None:
        return checks.email(self.email)

    @note.relevant
    def where_it_is_decided(self, ask: Ask) -> bool:
        wanted = filing.identity(ask(filing.within, self.agency), self.name, self.short_name, self.credit_code)
        return filing.needs_approval(ask(filing.within, self.agency), wanted)

    @override
    def prefill(self, ask: Ask) -> dict[str, object]:
        stands = filing.seen(ask(filing.within, self.agency))
        again = self.context.get("again")
        if isinstance(again, int):
            stands |= ask(filing.wished, self.agency, again)
        return {each: value or None for each, value in stands.items()}

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        return decided_by(ask, path_views.of_agency_change, self.agency, self.name, self.short_name, self.credit_code)

    @override
    def done(self, result: filing.AgencyCorrected, ask: Ask) -> Screen:
        lines: list[Wording] = []
        if result.at_once:
            labels = tuple(say(f"correct-agency-{each}") for each in result.at_once)
            lines.append(say("correct-agency-done", fields=labels))
        if result.number:
            levels = in_order([tuple(each) for each in result.approvers])
            lines.append(say("correct-agency-asked", number=result.number, approvers=levels))
        file = opens(say("agency-file-key"), "agency", agency=self.agency)
        if result.approval is not None:
            change = opens(say("look-key"), "agency_change", approval=result.approval)
            return Screen((*lines, say("strong", text=self.name)), ((change, file, HOME),))
        return Screen((*(lines or [say("correction-idle")]), say("strong", text=self.name)), ((file, HOME),))
