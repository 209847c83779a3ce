"""What held of a contract, and since when: as it was approved, and as each amendment left it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.base.errors import NotFound
from domain.base.work import Work
from domain.contracts.amendments import Amendment
from domain.contracts.records import Contract, with_answers


@dataclass(frozen=True, slots=True)
class Version:
    """`contract` as it stood, and when that was approved; `amendment` is what made it so, None where it was approved so."""

    number: int
    contract: Contract
    amendment: Amendment | None


def versions(work: Work, contract: Contract) -> tuple[Version, ...]:
    """Of an approved contract, oldest first: the last one holds. Of any other none."""
    if contract.approved_at is None:
        return ()
    amendments = work.amendments.approved_of(contract.id)
    first = with_answers(contract, amendments[0].before, amendments[0].bound_before) if amendments else contract
    return (
        Version(1, first, None),
        *(
            Version(
                number, replace(with_answers(contract, each.after, each.bound_after), approved_at=each.closed_at), each
            )
            for number, each in enumerate(amendments, 2)
        ),
    )


def version(work: Work, contract: Contract, number: int) -> Version:
    """Raises `NotFound`."""
    found = versions(work, contract)
    if not 1 <= number <= len(found):
        raise NotFound("version")
    return found[number - 1]
