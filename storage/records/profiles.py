"""What is known of a customer, as JSON."""

from __future__ import annotations

from decimal import Decimal

from domain.base import regions
from domain.customers.records import Profile
from domain.products.domains import BETWEEN
from storage.engine.metadata import JsonDict


def profile_to_json(profile: Profile) -> dict[str, object]:
    return {
        "name": profile.name,
        "credit_code": profile.credit_code,
        "region": profile.region,
        "domain": profile.domain,
        "volume": str(profile.volume),
        "mcus": profile.mcus,
        "buyer": profile.buyer,
        "factory": profile.factory,
        "background": profile.background,
    }


def listed(profile: Profile) -> dict[str, str]:
    """By what lists narrow and count it, as columns: the domain's first level, the city in its province."""
    return {"domain": profile.domain.partition(BETWEEN)[0], "region": regions.once(profile.region)}


def profile_from_json(data: JsonDict) -> Profile:
    return Profile(**{**data, "region": regions.once(data["region"]), "volume": Decimal(data["volume"])})
