"""⚠ Where a contract isn't what the agency's file says, in lines."""

from __future__ import annotations

from dialogs.core.screen import Wording, say
from domain.contracts.at_odds import AtOdds


def told(found: AtOdds) -> tuple[Wording, ...]:
    lines: list[Wording] = []
    if found.name is not None:
        lines.append(say("contract-other-name", written=found.name.written, registered=found.name.registered))
    if found.manager is not None:
        lines.append(say("contract-other-manager", named=found.manager.named, present=found.manager.present))
    if found.last is not None:
        last = found.last
        lines.append(say("contract-last-manager", present=last.present, number=last.number, last=last.name))
    return tuple(lines)
