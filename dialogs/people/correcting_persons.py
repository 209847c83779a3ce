"""更正资料 of a person: mail, phone, 工号; at once."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.form import Form, source
from dialogs.core.kinds import Text
from dialogs.core.screen import Say, Screen, Wording, say
from dialogs.shared import checks
from dialogs.shared.checks import normal
from dialogs.shared.words import HOME, opens
from domain.approvals import paths as approval_paths
from domain.base import identifiers
from domain.people import correcting_persons


class EmployeeNumber(Text):
    """工号: letters, figures and hyphens, as the vendor gives them."""

    def __init__(self) -> None:
        super().__init__(max_length=20, pattern=r"[0-9A-Z-]+", tidy=str.upper, examples=("A1024", "00352"))


class CorrectPerson(Form[correcting_persons.CorrectPerson], name="correct_person"):
    """Opened with `account`: everything stands as it is, 修改 changes what is wrong."""

    matter = "person"
    account = source("account", int)
    email = Text(max_length=254, tidy=normal(identifiers.email))
    phone = checks.PhoneNumber().optional()
    employee_number = EmployeeNumber().optional()

    @email.check
    def an_address(self) -> Say | None:
        return checks.email(self.email)

    @employee_number.relevant
    def of_the_vendor(self, ask: Ask) -> bool:
        return ask(correcting_persons.to_correct, self.account).agency_id is None

    @override
    def prefill(self, ask: Ask) -> dict[str, object]:
        account = ask(correcting_persons.to_correct, self.account)
        return {each: getattr(account, each) or None for each in correcting_persons.FIELDS}

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (say("strong", text=ask(correcting_persons.to_correct, self.account).name),)

    @override
    def below(self, ask: Ask) -> tuple[Wording, ...]:
        """The policy's paths know a person by his mail address: another one isn't found there."""
        if self.email.lower() == ask(correcting_persons.to_correct, self.account).email.lower():
            return ()
        units = ask(approval_paths.named_by_mail, self.account)
        return (say("correct-person-in-path", units=units),) if units else ()

    @override
    def called(self) -> Wording | None:
        return self.ask(correcting_persons.to_correct, self.account).name

    @override
    def done(self, result: tuple[str, ...], ask: Ask) -> Screen:
        labels = tuple(say(f"correct-person-{each.replace('_', '-')}") for each in result)
        line = say("correct-person-done", fields=labels) if labels else say("correction-idle")
        return Screen((line,), ((opens(say("person-card-key"), "person", account=self.account), HOME),))
