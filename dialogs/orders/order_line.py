"""A line of an order as it is asked, and what is proposed for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from typing_extensions import override

from dialogs.core.amounts import Whole
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Asking, Offer, Option, Unanswered, attempt
from dialogs.core.form import Form
from dialogs.core.inputs import Typed
from dialogs.core.kinds import Hidden
from dialogs.core.page import Args, Heard, Page, Run, Show, Swap, Turn
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Act, Button, Say, Screen, Wording, act, say
from dialogs.core.verdicts import Pause
from dialogs.orders.fields import Batches, Price, Shares, batches, price
from dialogs.shared.words import BACK, HOME, opens
from domain.base.bilingual import translated
from domain.orders import answering, choosing, recording, wanting
from domain.orders.records import YUAN, Batch, WaitingOrder

LONGEST_NOTE = 300


@dataclass(frozen=True, kw_only=True)
class LineTold:
    """What the questions of a row are answered with. `line` is the one that is corrected."""

    line: int | None
    project: int
    quantity: int
    price: tuple[Decimal, str] | None
    maybe_price: tuple[Decimal, str] | None
    batches: tuple[Batch, ...] | None
    shares: tuple[int, ...] | None


class ProjectOf(Choice[int]):
    """One of the customer's projects; beside them is the way for one that isn't there."""

    @override
    def offer(self, asking: Asking) -> Offer:
        offer = super().offer(asking)
        known = next((each.key for each in asking.options()), "")
        if not known.isdecimal():
            return offer
        missing = opens(say("sale-project-not-there"), ProjectMissing.name, project=int(known))
        return replace(offer, rows=(*offer.rows, (missing,)))


class OrderLine(Form[LineTold], name="order_line"):
    """One row. Model and domain come with the project."""

    line = Hidden()
    project = ProjectOf(load=int)
    quantity = Whole(unit="sale-pieces", words=("片", "颗", "只", "个", "pcs", "pc", "ea", "pieces"), at_least=1)
    price = Price().when(lambda line: line.outer.asks_price("required"))
    maybe_price = Price().optional().when(lambda line: line.outer.asks_price("optional"))
    batches = Batches().optional()
    shares = Shares().when(lambda line: line.is_split)

    @project.options
    def of_customer(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(
            Option(
                str(each.id),
                say("sale-project", name=each.name, mcu=each.told.mcu, domain=translated(each.told.domain)),
                find=each.told.mcu,
                names=(each.name,),
            )
            for each in ask(choosing.projects, self.outer.whose)
        )

    @quantity.check
    def usual_quantity(self, ask: Ask) -> Say | Pause | None:
        largest = ask(choosing.rules).largest_quantity
        if self.quantity > largest:
            return say_refusal(recording.QuantityOutside(self.quantity, largest))
        found = ask(choosing.slip, self.outer.whose, self.project, quantity=self.quantity)
        if found.quantity_before is None:
            return None
        told = say("sale-slip-quantity", quantity=self.quantity, before=found.quantity_before)
        return Pause((told,), go_on=say("sale-slip-right"), mend=say("mend-it-key"))

    @price.check
    def usual_price(self, ask: Ask) -> Say | Pause | None:
        return self._unusual(ask, self.price)

    @maybe_price.check
    def usual_if_told(self, ask: Ask) -> Say | Pause | None:
        return self._unusual(ask, self.maybe_price)

    def _unusual(self, ask: Ask, given: tuple[Decimal, str] | None) -> Say | Pause | None:
        if given is None:
            return None
        told, currency = given
        rules = ask(choosing.rules)
        if currency not in rules.currencies:
            return say_refusal(recording.UnknownCurrency(currency, rules.currencies))
        if not rules.lowest_price <= told <= rules.highest_price:
            return say_refusal(recording.PriceOutside(told, rules.lowest_price, rules.highest_price))
        found = ask(choosing.slip, self.outer.whose, self.project, price=told, currency=currency)
        if found.price_before is None:
            return None
        line = say("sale-slip-price", price=price(told, currency), before=price(found.price_before, currency))
        return Pause((line,), go_on=say("sale-slip-right"), mend=say("mend-it-key"))

    @price.propose
    def as_last(self, ask: Ask) -> tuple[Decimal, str] | None:
        return self._last(ask)

    @maybe_price.propose
    def as_last_if_told(self, ask: Ask) -> tuple[Decimal, str] | None:
        return self._last(ask)

    def _last(self, ask: Ask) -> tuple[Decimal, str] | None:
        found = ask(choosing.last_price, self.outer.whose, self.project, YUAN)
        return None if found is None else (found, YUAN)

    @batches.check
    def fit(self, ask: Ask) -> Say | None:
        """With a quantity of each, they make up the line's; how many an order holds is told with the next question."""
        found, most = self.batches or (), ask(choosing.rules).batches
        told = [each.quantity for each in found if each.quantity is not None]
        if len(found) > most and not self.outer.splits:
            return say("refusal-too-many-batches", most=most)
        if len(told) not in (0, len(found)) or (told and sum(told) != self.quantity):
            return say_refusal(recording.BatchesDontAddUp(self.quantity, sum(told), len(found) - len(told)))
        return None

    @property
    def is_split(self) -> bool:
        """More batches than one order holds, and nobody said how much of each."""
        found = self.batches or ()
        most = self.ask(choosing.rules).batches
        return len(found) > most and any(each.quantity is None for each in found)

    @shares.check
    def add_up(self) -> Say | None:
        told, codes = self.shares, self.batches or ()
        if told is None or not told:
            return None if self.quantity >= len(codes) else say("sale-too-few-pieces", quantity=self.quantity)
        if len(told) != len(codes) or sum(told) != self.quantity:
            return say("sale-shares-off", quantity=self.quantity, batches=len(codes), told=sum(told), count=len(told))
        return None

    @override
    def called(self) -> Wording | None:
        """What is confirmed: the project and its figures."""
        return attempt(self._called)

    def _called(self) -> Wording:
        ask = self.ask
        found = next((each for each in ask(choosing.projects, self.outer.whose) if each.id == self.project), None)
        if found is None:
            raise Unanswered
        told = attempt(lambda: self.price or self.maybe_price)
        named = attempt(lambda: self.batches) or ()
        return say(
            "sale-line-called",
            project=found.name,
            mcu=found.told.mcu,
            quantity=self.quantity,
            priced="yes" if told else "no",
            price=price(*told) if told else "",
            batches=batches(shared_between(named, attempt(lambda: self.shares), self.quantity)) if named else "",
            batched="yes" if named else "no",
        )


def shared_between(found: Sequence[Batch], shares: Sequence[int] | None, quantity: int) -> tuple[Batch, ...]:
    if shares is None:
        return tuple(found)
    codes = [each.code for each in found]
    if shares:
        return tuple(Batch(code, pieces) for code, pieces in zip(codes, shares, strict=False))
    return tuple(Batch(each.code, each.quantity) for each in answering.evenly(quantity, codes))


class ProjectMissing(Page):
    """没有项目: the salesperson is asked to add it; what was written stands on a card that waits for it."""

    name = "project_missing"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        found, _ = ask(choosing.whom, customer_meant(args, ask))
        text = str(args.get("text", ""))
        lines: list[Wording] = [
            say("project-missing-title"),
            say("strong", text=found.name),
            say("project-missing-why", contact=found.contact),
        ]
        lines.append(say("quoted", text=text) if text else say("project-missing-hint"))
        key = Button(say("project-ask-key", contact=found.contact), act("wants"))
        return Screen(tuple(lines), ((key,), (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Run(wanting.WantProject(customer=customer_meant(args, ask), text=str(args.get("text", ""))))

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        """What the order says, to be gone on with when the project is there."""
        if not isinstance(said, Typed) or not said.text.strip():
            return None
        return Show({**args, "text": said.text.strip()[:LONGEST_NOTE]})

    @override
    def after(self, args: Args, result: WaitingOrder, ask: Ask) -> Turn:
        return Swap("project_asked", {"customer": customer_meant(args, ask)})


def customer_meant(args: Args, ask: Ask) -> int:
    """Said itself, or by one of its projects."""
    project = id_in(args, "project")
    return ask(choosing.customer_of, project) if project else id_in(args, "customer")


def id_in(args: Args, name: str) -> int:
    value = args.get(name)
    return value if isinstance(value, int) else 0
