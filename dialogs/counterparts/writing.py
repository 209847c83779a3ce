"""添加联系人, 修改联系人: name, number, role; or a contact that is forwarded, or a line that says all of it."""

from __future__ import annotations

from collections.abc import Mapping

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.inputs import Shared
from dialogs.core.kinds import Text
from dialogs.core.page import Args
from dialogs.core.screen import Button, Json, Row, Screen, Wording, say
from dialogs.counterparts.shared_contacts import told_by
from dialogs.counterparts.words import answers, told_line
from dialogs.shared import checks
from dialogs.shared.words import HOME, middle, opens
from domain.base.bilingual import translated
from domain.base.policy import Policy
from domain.base.rights import Action
from domain.base.work import Work
from domain.counterparts import keeping, views
from domain.counterparts.keeping import CounterpartKept
from domain.counterparts.reading import people
from domain.counterparts.records import LONGEST_NAME, LONGEST_NOTE, CounterpartTold


def policy(work: Work) -> Policy:
    return work.policy


def roles(ask: Ask) -> tuple[Option, ...]:
    known = ask(policy).counterpart_roles
    return tuple(Option(each.name, translated(each.name), names=each.words) for each in known)


def understood(text: str, at: str, ask: Ask) -> Mapping[str, Json] | None:
    """采购 王工 13800138000, where no note is being written."""
    found = [] if at == "note" else people(text, ask(policy))
    if len(found) != 1 or (at != "name" and not found[0].name):
        return None
    told = found[0]
    if sum(map(bool, (told.name, told.phone, told.role))) < 2:
        return None
    return {name: value for name, value in answers(told).items() if value is not None}


class AddCounterpart(Form[keeping.AddCounterpart], name="add_counterpart", words="counterpart"):
    """Opened with `customer`, and with what a contact said as `answers`; `cut`: it said more than is kept."""

    right = Action.KEEP_COUNTERPARTS
    customer = source("customer", int)
    name = Text(max_length=LONGEST_NAME)
    phone = checks.PhoneNumber().optional()
    role = Choice()
    note = Text(max_length=LONGEST_NOTE, lines=True, grows=True).optional()

    @role.options
    def there(self, ask: Ask) -> tuple[Option, ...]:
        return roles(ask)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        customer, _, _ = ask(views.of_customer, self.customer)
        cut = (say("counterpart-cut"),) if self.context.get("cut") is True else ()
        return (say("strong", text=customer.name), *cut)

    @override
    def understand(self, text: str, at: str, ask: Ask) -> Mapping[str, Json] | None:
        return understood(text, at, ask)

    @override
    def understand_contact(self, said: Shared, ask: Ask) -> Mapping[str, Json] | None:
        return None if said.own else _given(told_by(said, ask)[0])

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def done(self, result: CounterpartKept, ask: Ask) -> Screen:
        return Screen((say("counterpart-added"), *_told(result)), _rows(result))

    @override
    def stands(self, result: CounterpartKept, ask: Ask) -> Button | None:
        label = say("look-named-key", name=middle(result.counterpart.told.name))
        return opens(label, "counterpart", counterpart=result.counterpart.id)


class ChangeCounterpart(Form[keeping.ChangeCounterpart], name="change_counterpart", words="counterpart"):
    """Opened with `counterpart`: everything stands as it is."""

    right = Action.KEEP_COUNTERPARTS
    counterpart = source("counterpart", int)
    name = Text(max_length=LONGEST_NAME)
    phone = checks.PhoneNumber().optional()
    role = Choice()
    note = Text(max_length=LONGEST_NOTE, lines=True).optional()

    @override
    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        number = args.get("counterpart")
        found = ask(views.one, number if isinstance(number, int) else 0).counterpart
        return {**args, "answers": answers(found.told)}

    @role.options
    def there(self, ask: Ask) -> tuple[Option, ...]:
        """One that the policy doesn't know any more stays where it stood."""
        stands = ask(views.one, self.counterpart).counterpart.told.role
        known = roles(ask)
        return known if not stands or stands in {each.key for each in known} else (*known, Option(stands, stands))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (say("strong", text=ask(views.one, self.counterpart).customer.name),)

    @override
    def understand(self, text: str, at: str, ask: Ask) -> Mapping[str, Json] | None:
        return understood(text, at, ask)

    @override
    def understand_contact(self, said: Shared, ask: Ask) -> Mapping[str, Json] | None:
        return None if said.own else _given(told_by(said, ask)[0])

    @override
    def called(self) -> Wording | None:
        return self.name

    @override
    def done(self, result: CounterpartKept, ask: Ask) -> Screen:
        return Screen((say("counterpart-changed"), *_told(result)), _rows(result))


def _given(told: CounterpartTold) -> dict[str, Json]:
    return {name: value for name, value in answers(told).items() if value is not None}


def _told(result: CounterpartKept) -> tuple[Wording, ...]:
    return (say("strong", text=result.customer.name), told_line(result.counterpart.told))


def _rows(result: CounterpartKept) -> tuple[Row, ...]:
    customer = result.customer.id
    look = opens(say("look-key"), "counterpart", counterpart=result.counterpart.id)
    others = opens(say("counterparts-key"), "counterparts", customer=customer)
    return ((look, others), (opens(say("customer-card-key"), "customer", customer=customer), HOME))
