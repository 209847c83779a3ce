"""主要行业 and 主要客户, each with its yearly sales of servers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from typing_extensions import override

from dialogs.contracts.policy_words import offered
from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option, attempt
from dialogs.core.form import Form
from dialogs.core.screen import Say, Wording, say
from dialogs.core.words import bare
from dialogs.shared.amounts import TenThousandYuan
from dialogs.shared.names import CompanyName
from domain.contracts import views as contract_views
from domain.contracts.records import Industry, KeyCustomer

MOST_NAMED = 3
"""Of each; how many are needed is the policy's."""


class ContractIndustry(Form[Industry], name="contract_industry"):
    matter = "contract"
    industry = Choice().with_behind("industry_sales")
    industry_sales = TenThousandYuan()

    @industry.options
    def industries(self, ask: Ask) -> tuple[Option, ...]:
        return offered(policy := ask(contract_views.policy), policy.industries)

    @industry.check
    def another_industry(self) -> Say | None:
        return _named_before(self, ContractIndustry.industry.name, self.industry, self._told(self.industry))

    @override
    def called(self) -> Wording | None:
        name = attempt(lambda: self.industry)
        return with_sales(self._told(name) if name is not None else None, attempt(lambda: self.industry_sales))

    def _told(self, industry: str) -> str:
        return self.ask(contract_views.policy).words.told(industry)


class ContractCustomer(Form[KeyCustomer], name="contract_customer"):
    matter = "contract"
    customer = CompanyName().with_behind("customer_sales")
    customer_sales = TenThousandYuan()

    @customer.check
    def another_customer(self) -> Say | None:
        return _named_before(self, ContractCustomer.customer.name, self.customer, self.customer)

    @override
    def called(self) -> Wording | None:
        return with_sales(attempt(lambda: self.customer), attempt(lambda: self.customer_sales))


def _named_before(item: Form[Any], field: str, name: str, told: str) -> Say | None:
    """The same twice is one of them: it takes no second place. Of several in one line the first one stands; whoever changes
    one is told of any other."""
    filling, own = item.filling, item.prefix[:-1]
    part = own.partition("[")[0]
    paths = [f"{part}[{key}]" for key in filling.items.get(part, ())]
    asked = filling.at.path == f"{own}.{field}"
    others = [each for each in (paths if asked else paths[: paths.index(own)]) if each != own]
    answers = [filling.answers.get(f"{each}.{field}") for each in others]
    twice = any(each is not None and bare(str(each.value)) == bare(name) for each in answers)
    return say("contract-named-before", name=told) if twice else None


def with_sales(name: str | None, sales: Decimal | None) -> Wording | None:
    """Whoever checks what he hands in checks the figure with the name."""
    if name is None or sales is None:
        return None if name is None else say("core-list", items=(name,))
    return say("contract-with-sales", name=name, sales=sales)
