"""添加联系人, 修改联系人: name, number, role; or a contact that is forwarded, or a line that says all of it."""

from __future__ import annotations

from collections.abc import Mapping

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.inputs import Shared, Typed
from dialogs.core.kinds import Text
from dialogs.core.page import Args, Open
from dialogs.core.screen import Button, Json, Row, Say, Screen, Wording, say
from dialogs.core.words import head
from dialogs.counterparts.shared_contacts import further, line_of, told_by
from dialogs.counterparts.words import answers, told_line
from dialogs.shared import checks
from dialogs.shared.words import HOME, middle, opens
from domain.base.bilingual import translated
from domain.base.policy import Policy
from domain.base.rights import Action
from domain.base.work import Work
from domain.counterparts import keeping, views
from domain.counterparts.keeping import CounterpartKept
from domain.counterparts.reading import has_number, one, people
from domain.counterparts.records import LONGEST_NAME, LONGEST_NOTE, CounterpartTold


def policy(work: Work) -> Policy:
    return work.policy


def roles(ask: Ask) -> tuple[Option, ...]:
    known = ask(policy).counterpart_roles
    return tuple(Option(each.name, translated(each.name), names=each.words) for each in known)


def understood(text: str, at: str, ask: Ask) -> Mapping[str, Json] | None:
    """采购 王工 13800138000 下午好找, where no note is being written."""
    if at == "note":
        return None
    if (told := one(text, ask(policy))) is not None:
        return _given(told)
    found = people(text, ask(policy)) if len(text) <= LONGEST_NAME else []
    if len(found) != 1 or found[0].note or (at != "name" and not found[0].name):
        return None
    known = found[0]
    return _given(known) if sum(map(bool, (known.name, known.phone, known.role))) > 1 else None


def told_in(said: Typed | Shared, at: str, ask: Ask) -> CounterpartTold | None:
    """Whom a contact or a whole line names; None: what is said is an answer."""
    if isinstance(said, Shared):
        return None if said.own or at == "phone" else told_by(said, ask)[0]
    return None if at == "note" else line_of(said, ask)


def no_number(name: str) -> Say | None:
    return say("counterpart-name-number", typed=head(name)) if has_number(name) else None


class AddCounterpart(Form[keeping.AddCounterpart], name="add_counterpart", words="counterpart"):
    """Opened with `customer`, and with what a contact said as `answers`; `cut`: it said more than is kept."""

    right = Action.KEEP_COUNTERPARTS
    one_of_several = True
    customer = source("customer", int)
    name = Text(max_length=LONGEST_NAME)
    phone = checks.PhoneNumber().optional()
    role = Choice()
    note = Text(max_length=LONGEST_NOTE, lines=True, grows=True).optional()

    @name.check
    def name_alone(self, ask: Ask) -> Say | None:
        return no_number(self.name or "")

    @role.options
    def there(self, ask: Ask) -> tuple[Option, ...]:
        return roles(ask)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        customer, _, _ = ask(views.of_customer, self.customer)
        what = self.context.get("cut")
        cut = (say("counterpart-cut", what=str(what)),) if what else ()
        who = CounterpartTold(name=self._said("name"), phone=self._said("phone"))
        asked = self.at.kind == "question" and self.at.path != "name" and (who.name or who.phone)
        return (say("strong", text=customer.name), *((told_line(who),) if asked else ()), *cut)

    @override
    def understand(self, text: str, at: str, ask: Ask) -> Mapping[str, Json] | None:
        return understood(text, at, ask)

    @override
    def understand_contact(self, said: Shared, ask: Ask) -> Mapping[str, Json] | None:
        return None if said.own else _given(told_by(said, ask)[0])

    @override
    def besides(self, said: Typed | Shared, at: str, ask: Ask) -> Open | None:
        """A further contact, or a line of somebody else, is no change of the one who stands here."""
        told, (name, phone) = told_in(said, at, ask), (self._said("name"), self._said("phone"))
        if told is None or not (name or phone):
            return None
        whole = "phone" in self.filling.answers and told.phone
        same = told.phone == phone if told.phone and phone else told.name == name and not whole
        corrects = isinstance(said, Typed) and told.name == name
        return None if same or corrects else further(self.customer, said, ask)

    def _said(self, field: str) -> str:
        answer = self.filling.answers.get(field)
        return str(answer.value or "") if answer is not None else ""

    @override
    def on_record(self, ask: Ask) -> bool:
        """What a contact said is somebody whom nobody else knows."""
        return True

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

    @name.check
    def name_alone(self, ask: Ask) -> Say | None:
        return no_number(self.name or "")

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
    def besides(self, said: Typed | Shared, at: str, ask: Ask) -> Open | None:
        """Of another name and another number it is somebody else there."""
        told, name, phone = told_in(said, at, ask), *(self.filling.answers.get(each) for each in ("name", "phone"))
        stands = [each.value for each in (name, phone) if each is not None]
        if told is None or told.name in stands or told.phone in stands:
            return None
        return further(int(ask(views.one, self.counterpart).customer.id), said, ask)

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
