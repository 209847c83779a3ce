"""Which known customers a name and a credit code mean: the one rule (docs/customers.md).

Same customer = same credit code, or same normalised name, a known other name (former, short, English) being as good as
the official one. Two different codes are two customers, however alike the names: whoever gives a code doesn't mean the
bearer of another one; whoever gives none means every bearer of the name. So a name and a code can mean several customers,
and then the strictest answer counts (`conflict.found`).

A customer's name and code are what was approved (or came in with the vendor's list). What a live report says counts
for those who ask, but becomes the customer's own only with the approval.
"""

from __future__ import annotations

from domain.base.work import Work
from domain.customers.petitions import Correction
from domain.customers.records import Customer, CustomerState
from domain.names import same_key


def same(work: Work, name: str, credit_code: str | None) -> list[Customer]:
    """All customers that are meant: those that are known so, then those that live reports call so."""
    found = known(work, name, credit_code)
    reported = work.customers.reported_as(same_key(name), credit_code)
    return found + [each for each in reported if each not in found and not told_apart(each, credit_code)]


def known(work: Work, name: str, credit_code: str | None) -> list[Customer]:
    """Whose code it is, then those that bear the name, the held ones first."""
    key = same_key(name)
    coded = work.customers.by_code(credit_code) if credit_code is not None else None
    called = {each.id: each for each in work.customers.by_name(key)}
    bearers = [each for each in work.names.bearers({key}).get(key, ()) if each not in called]
    also = work.customers.several(bearers) if bearers else {}
    named = {each.id: each for each in (*called.values(), *also.values()) if not told_apart(each, credit_code)}
    in_order = sorted(named.values(), key=lambda each: (each.state is not CustomerState.PROTECTED, each.id))
    return ([coded] if coded is not None else []) + [each for each in in_order if coded is None or each.id != coded.id]


def wished(work: Work, name: str, credit_code: str | None, *, besides: int | None = None) -> Correction | None:
    """The first correction that waits to give a customer (other than `besides`) this name or code."""
    key = same_key(name)
    for each in work.petitions.open_corrections():
        after = each.profile
        one = after.credit_code is not None and after.credit_code == credit_code
        apart = None not in (after.credit_code, credit_code) and not one
        if each.customer_id != besides and not apart and (one or same_key(after.name) == key):
            return each
    return None


def told_apart(customer: Customer, credit_code: str | None) -> bool:
    """Two credit codes are two companies, however alike the names."""
    return credit_code is not None and customer.credit_code is not None and credit_code != customer.credit_code
