"""这是我公司，申请核实: who he is and how he can be reached; whose the company is he isn't told."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text
from dialogs.core.page import Args
from dialogs.core.screen import Button, Screen, Wording, say
from dialogs.shared import checks
from dialogs.shared.words import HOME, code_line, opens
from domain.registration import agency_claims


class ClaimAgency(Form[agency_claims.ClaimAgency], name="claim_agency", submit="claim-agency-submit"):
    credit_code = source("credit_code", str)
    name = source("name", str)
    contact = Text(max_length=30)
    mobile = checks.OwnMobile()
    note = Text(max_length=300, lines=True).optional()

    @source
    def mobile_shared(self) -> bool:
        return self.shared("mobile")

    @override
    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        ask(agency_claims.demand_open, str(args.get("credit_code", "")))
        return args

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (say("strong", text=self.name), code_line(self.credit_code))

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def done(self, result: str, ask: Ask) -> Screen:
        return Screen((say("claim-agency-done", number=result), say("claim-agency-done-next")), ((HOME,),))


def claiming(credit_code: str, name: str) -> Button:
    return opens(say("claim-agency-key"), "claim_agency", credit_code=credit_code, name=name)
