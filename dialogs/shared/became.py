"""What became of a customer about which somebody was just writing: who did what, and when."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.core.ask import Ask
from dialogs.core.screen import Arg, Json, Wording, say
from domain.home import whereabouts


def became(about: Mapping[str, Json], ask: Ask) -> tuple[Wording, ...]:
    customer, person = about.get("customer"), about.get("counterpart")
    if isinstance(customer, int):
        found = ask(whereabouts.of_customer, customer)
    else:
        found = ask(whereabouts.of_counterpart, person) if isinstance(person, int) else None
    if found is None:
        return ()
    facts: dict[str, Arg] = {"name": found.name, "at": found.at}
    if not found.by:
        return (say("became-lost", **facts),)
    if not found.to:
        return (say("became-lost-by", **facts, by=found.by),)
    return (say("became-handed", **facts, by=found.by, to=found.to),)
