"""汇率: for administrators, what a foreign currency is worth in yuan, month by month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from typing_extensions import override

from dialogs.core.amounts import Money
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form
from dialogs.core.page import Args, Page
from dialogs.core.refusals import say_refusal
from dialogs.core.screen import Button, Row, Say, Screen, Wording, say
from dialogs.core.verdicts import Mend, Pause, Stop
from dialogs.orders.fields import with_cents
from dialogs.shared.words import BACK, HOME, opens
from domain.orders import rating
from domain.orders.rates import month_of


class ExchangeRates(Page):
    """The last months' rates, those that orders wait for in front; and who set them."""

    name = "exchange_rates"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        page = ask(rating.page)
        lines: list[Wording] = [say("rates-title")]
        lines += [_month(month, rates, page.currencies) for month, rates in page.months]
        if page.wanted:
            lines.append(say("rates-wanted", which=tuple(_which(*each) for each in page.wanted)))
        if page.changes:
            lines.append(say("rates-changes"))
        lines += [
            say(
                "rates-change",
                at=each.at,
                by=each.by,
                which=_which(each.currency, each.month),
                rate=with_cents(each.rate),
                before=with_cents(each.before) if each.before is not None else "",
                changed="no" if each.before is None else "yes",
            )
            for each in page.changes
        ]
        this = month_of(ask.today)
        asked = dict.fromkeys((*page.wanted, *((each, this) for each in page.currencies)))
        keys: list[Row] = [(_sets(_which(currency, month), currency, month),) for currency, month in asked]
        other = opens(say("rates-other-key"), SetRate.declared.name)
        return Screen(tuple(lines), (*keys, (other,), (BACK, HOME)))


def _month(month: date, rates: Mapping[str, Decimal], currencies: tuple[str, ...]) -> Wording:
    told = tuple(
        say("rates-one", currency=each, rate=with_cents(rates[each]))
        if each in rates
        else say("rates-none", currency=each)
        for each in dict.fromkeys((*currencies, *rates))
    )
    return say("rates-month", month=_called(month), rates=told)


def _which(currency: str, month: date) -> Say:
    return say("rates-which", currency=currency, month=_called(month))


def _called(month: date) -> str:
    return month.isoformat()[:7]


def _sets(label: Wording, currency: str, month: date) -> Button:
    """Asks for the rate alone."""
    return opens(label, SetRate.declared.name, currency=currency, month=month.isoformat())


class SetRate(Form[rating.SetRate], name="set_rate"):
    currency = Choice(load=str)
    month = Choice(load=date.fromisoformat)
    rate = Money(above=0, examples=("7.12", "0.9135"), decimals=6)

    @override
    @classmethod
    def opening(cls, args: Args, ask: Ask) -> Args:
        """Perhaps for a currency and month that are known."""
        known = {name: args[name] for name in ("currency", "month") if isinstance(args.get(name), str)}
        return {"answers": known} if known else args

    @currency.options
    def known(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(each, say("order-currency", currency=each)) for each in ask(rating.currencies))

    @month.options
    def months(self, ask: Ask) -> tuple[Option, ...]:
        return tuple(Option(each.isoformat(), _called(each)) for each in ask(rating.months))

    @rate.check
    def usual(self, ask: Ask) -> Say | Pause | None:
        if not rating.LOWEST <= self.rate <= rating.HIGHEST:
            return say_refusal(rating.RateOutside(self.rate, rating.LOWEST, rating.HIGHEST))
        before = ask(rating.far, self.currency, self.month, self.rate)
        if before is None:
            return None
        told = say("rates-far", rate=with_cents(self.rate), before=with_cents(before))
        return Pause((told,), go_on=say("sale-slip-right"), mend=say("mend-it-key"))

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (say("rates-why"),)

    @override
    def called(self) -> Wording | None:
        return None

    @override
    def done(self, result: rating.RateSet, ask: Ask) -> Screen:
        told = say("rates-set", which=_which(result.currency, result.month), rate=with_cents(result.rate))
        return Screen((told,), ((opens(say("rates-entry"), ExchangeRates.name),), (HOME,)))

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | Stop | None:
        match refusal:
            case rating.RateOutside() | rating.SameRate():
                return Mend("rate", say_refusal(refusal))
            case rating.MonthOutside():
                return Mend("month", say_refusal(refusal))
            case _:
                return None
