"""加签: a colleague signs, too, before or after whoever decides."""

from __future__ import annotations

from typing_extensions import override

from dialogs.approvals.inbox import about, outcome
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text
from dialogs.core.person_choice import PersonChoice
from dialogs.core.screen import Row, Screen, Wording, say
from dialogs.shared.persons import persons
from dialogs.shared.words import HOME, opens
from domain.approvals import acting, adding_signers, briefs
from domain.approvals.adding_signers import SignerPlace


class AddSigner(Form[adding_signers.AddSigner], name="add_signer"):
    """Opened with `approval`."""

    approval = source("approval", int)
    to = PersonChoice(load=int)
    place = Choice(
        tuple(Option(each.value, say(f"add-signer-place-{each.value}")) for each in SignerPlace), load=SignerPlace
    )
    reason = Text(max_length=300).optional()

    @to.options
    def colleagues(self, ask: Ask) -> tuple[Option, ...]:
        return persons(ask, ask(adding_signers.signers, self.approval))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return about(self.approval, ask)

    @override
    def done(self, result: object, ask: Ask) -> Screen:
        approval = ask(briefs.approval, self.approval)
        row: Row = (HOME,)
        if ask(acting.may_decide, approval):
            row = (opens(say("decide-key"), "approval", approval=approval.id), HOME)
        return Screen(outcome(approval, ask), (row,))
