"""产品领域: the question for it, and the whole table to be read (产品领域对照)."""

from __future__ import annotations

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Asking, Hearing, Misread, Offer, Option, Options, answering
from dialogs.core.inputs import Typed
from dialogs.core.page import Args, Heard, Page, Show, Turn
from dialogs.core.screen import Act, Screen, Wording, say
from dialogs.core.words import quoted
from dialogs.shared.words import BACK, HOME, opens, page_in, pages
from domain.base.bilingual import translated
from domain.base.policy import Policy
from domain.base.work import Work
from domain.products import domains as products
from domain.products.domains import Product

A_PAGE = 12


_made: tuple[Policy, Options] | None = None
"""For the policy that the process lives by."""


def domain_options(work: Work) -> Options:
    """The product domains of the policy, group first; kept as they are said: `家电 · 空调`."""
    global _made  # noqa: PLW0603
    if _made is None or _made[0] is not work.policy:
        _made = work.policy, Options(_domain_option(work, each) for each in products.everything(work.policy))
    return _made[1]


def _domain_option(work: Work, product: Product) -> Option:
    find, top = products.search_text(work.policy, product), product.domain
    names = products.synonyms(work.policy, product)
    names = tuple(dict.fromkeys((*names, *(each.removesuffix("s") for each in names if each.isascii()))))
    if product.example:
        return Option(product.label, translated(product.example), find, group=translated(top), names=names)
    if products.products_of(work.policy, top):
        return Option(
            product.label, say("domain-whole", domain=translated(top)), find, group=translated(top), names=names
        )
    return Option(product.label, translated(top), find, names=names)


class Domain(Choice[str]):
    """A product that isn't known may be 其它, to be corrected later; the table is one tap away."""

    @override
    def full(self, option: Option) -> Wording:
        return translated(option.key) if products.BETWEEN in option.key else option.label

    @override
    def find(self, text: str, asking: Asking) -> list[Option]:
        """As a list has it: an English word is known by its plural."""
        found = [super(Domain, self).find(each, asking) for each in (text, text.strip().removesuffix("s"))]
        return next((each for each in found if len(each) == 1), found[0] or found[1])

    @override
    def is_exact(self, text: str, option: Option, asking: Asking) -> bool:
        singular = text.strip().removesuffix("s")
        return super().is_exact(text, option, asking) or super().is_exact(singular, option, asking)

    @override
    def typed(self, text: str, asking: Asking) -> Hearing:
        hearing = super().typed(text, asking)
        if not isinstance(hearing, Misread) or not quoted(text):
            return hearing
        return Misread(say("domain-lost", typed=quoted(text)), {"lost": True})

    @override
    def offer(self, asking: Asking) -> Offer:
        table = (opens(say("product-table-key"), "product_table"),)
        if not asking.view.get("lost"):
            offer = super().offer(asking)
            return Offer((*offer.rows, table), offer.lines)
        others = tuple(
            (answering(each.label, "pick", key=each.key),) for each in asking.options() if each.group is None
        )
        everything = (answering(say("core-all-options"), "look"), *table)
        return Offer((*others, everything))


class ProductTable(Page):
    """产品领域对照: each domain with its common products; what is typed is looked up."""

    name = "product_table"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        rows = ask(_table)
        page = min(page_in(args), max(0, (len(rows) - 1) // A_PAGE))
        lines: list[Wording] = [say("product-table-title")]
        for name, examples in rows[page * A_PAGE : (page + 1) * A_PAGE]:
            lines.append(say("product-table-row", domain=name, examples=examples) if examples else name)
        last = (BACK, HOME)
        return Screen((*lines, say("product-table-hint")), (*pages(page, A_PAGE, len(rows)), last))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        return Show({"page": page_in(act.args)})

    @override
    def heard(self, args: Args, said: Heard, ask: Ask) -> Turn | None:
        if not isinstance(said, Typed) or not said.line:
            return None
        found = ask(_meant, said.line)
        if not found:
            return Show(args, notice=(say("product-table-none", typed=quoted(said.line)),))
        return Show(args, notice=(say("product-table-found", typed=quoted(said.line), domains=found),))


def _table(work: Work) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (
            translated(each.domain),
            tuple(translated(below.example) for below in products.products_of(work.policy, each.domain)),
        )
        for each in products.domains(work.policy)
    )


def _meant(work: Work, text: str) -> tuple[str, ...]:
    return tuple(translated(each.label) for each in products.find(work.policy, text))
