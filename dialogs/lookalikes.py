"""A look-alike as its approver reads it."""

from __future__ import annotations

from dialogs.core.screen import Wording, say
from domain.lookalikes import Lookalike


def lookalike(each: Lookalike) -> Wording:
    """`⚠ 相近：深圳星河电子有限公司（简称、后缀不同，0.94）` and who holds it."""
    reasons = tuple(say(f"alike-{reason.name.lower().replace('_', '-')}") for reason in each.reasons)
    key = "lookalike-strong" if each.strong else "lookalike-weak"
    score = f"{each.score:.2f}"
    if each.state == "direct":
        holder: Wording = say("lookalike-direct")
    elif each.state == "protected" and each.until is not None:
        holder = say("lookalike-held", agency=each.agency, person=each.person, until=each.until)
    elif each.state == "protected":
        holder = say("lookalike-protected", agency=each.agency, person=each.person)
    elif each.at is not None:
        holder = say(f"lookalike-{each.state}", agency=each.agency, person=each.person, at=each.at)
    else:
        holder = say("lookalike-open")
    return say(key, name=each.name, reasons=reasons, score=score, holder=holder)
