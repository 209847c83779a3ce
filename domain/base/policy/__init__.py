"""The deployment's policy: what the vendor decides and no programmer (docs/policy.md).

`model` says what a policy is, `loading` reads one from TOML and names the place of a mistake, `showing` prints one.
The defaults stand in `domain/data/policy.toml`, which explains each value; a deployment's file is laid over it.

Deliberately absent: a default in code, reading the environment, and writing a policy (the vendor's editor does that).
"""

from domain.base.policy.agreement import Agreement, ContractingCompany
from domain.base.policy.loading import PolicyError, default, load, parse
from domain.base.policy.model import CalendarPolicy, Policy, ProductDomain, Quota
from domain.base.policy.people import ContractType, Entity, Sla, UnitPolicy, VendorLink
from domain.base.policy.showing import PolicyDifference, check, differing, show

__all__ = [
    "Agreement",
    "CalendarPolicy",
    "ContractType",
    "ContractingCompany",
    "Entity",
    "Policy",
    "PolicyDifference",
    "PolicyError",
    "ProductDomain",
    "Quota",
    "Sla",
    "UnitPolicy",
    "VendorLink",
    "check",
    "default",
    "differing",
    "load",
    "parse",
    "show",
]
