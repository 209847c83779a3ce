"""The product table: looked into by whoever fills in a project; begun with the policy's models, replaced by the vendor's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.base.work import Work
from domain.products.mcus import McuModel


def models(work: Work) -> Sequence[McuModel]:
    return work.mcus.all()


def seed(work: Work) -> None:
    """A deployment that has no table yet begins with the policy's models."""
    if not work.mcus.all():
        bring(work, (McuModel(model, each.name) for each in work.policy.mcu_series for model in each.models))


def bring(work: Work, table: Iterable[McuModel]) -> tuple[int, int]:
    """Put models into the table; those known are brought up to date. Returns how many are new, and how many there were."""
    fresh = [work.mcus.put(each) for each in table]
    return sum(fresh), len(fresh)
