"""主要行业 and 主要客户, each with its yearly sales of servers."""

from __future__ import annotations

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.form import Form
from dialogs.shared.amounts import TenThousandYuan
from dialogs.shared.names import CompanyName
from domain.contracts import views as contract_views
from domain.contracts.records import Industry, KeyCustomer

MOST_NAMED = 3
"""Of each; how many are needed is the policy's."""


class ContractIndustry(Form[Industry], name="contract_industry"):
    matter = "contract"
    industry = Choice()
    industry_sales = TenThousandYuan()

    @industry.options
    def industries(self, ask: Ask) -> tuple[str, ...]:
        return ask(contract_views.policy).industries


class ContractCustomer(Form[KeyCustomer], name="contract_customer"):
    matter = "contract"
    customer = CompanyName()
    customer_sales = TenThousandYuan()
