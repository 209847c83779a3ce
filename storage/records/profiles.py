"""What is known of a customer, as JSON."""

from __future__ import annotations

from decimal import Decimal

from domain.base import regions
from domain.customers.records import Profile
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


def profile_from_json(data: JsonDict) -> Profile:
    return Profile(**{**data, "region": regions.once(data["region"]), "volume": Decimal(data["volume"])})
