"""A customer's name as whoever decides reads it: what looks strange about it, and its look-alikes."""

from __future__ import annotations

from dialogs.core.ask import Ask
from dialogs.core.screen import Wording, say
from domain.base import regions
from domain.base.bilingual import translated
from domain.customers.lookalikes import Lookalike
from domain.letters import mixed_words, odd_signs
from domain.names import Reason
from domain.people.namesakes import Namesake
from domain.reports import conflict


def doubts(ask: Ask, name: str, credit_code: str | None) -> tuple[Wording, ...]:
    """⚠ of the name itself, wherever it is put before somebody who decides."""
    lacks = (say("approval-no-legal-form"),) if ask(conflict.lacks_kind, name, credit_code) else ()
    return (*lacks, *strange(name))


def strange(name: str) -> tuple[Wording, ...]:
    """Letters and signs by which a company's name, a customer's or an agency's, may pass for another one."""
    lines: list[Wording] = []
    if mixed := mixed_words(name):
        lines.append(say("approval-mixed-letters", words=mixed))
    if odd := odd_signs(name):
        lines.append(say("approval-odd-signs", signs=odd))
    return tuple(lines)


def alike(found: tuple[Namesake, ...]) -> tuple[Wording, ...]:
    """⚠ agencies that are, or were, called so."""
    names = tuple(
        say("namesake-formerly", name=each.called, former=each.former) if each.former else each.called for each in found
    )
    return (say("registration-namesakes", names=names),) if names else ()


def elsewhere(name: str, region: str) -> tuple[Wording, ...]:
    """⚠ 名称含 大连，区域为 广东 深圳: said to whoever reports it and to whoever decides, and never a refusal."""
    place = regions.contradicted(name, region)
    return (say("name-elsewhere", place=translated(place), region=translated(region)),) if place else ()


def alike_key(reason: Reason) -> str:
    """The word for one reason, in the catalogues."""
    return f"alike-{reason.name.lower().replace('_', '-')}"


def lookalike(each: Lookalike) -> Wording:
    """`⚠ 相近：深圳星河电子有限公司（简称、后缀不同，0.94）` and who holds it."""
    reasons = tuple(say(alike_key(reason)) for reason in each.reasons)
    key = "lookalike-strong" if each.strong else "lookalike-weak"
    return say(key, name=each.name, reasons=reasons, score=f"{each.score:.2f}", holder=holder(each))


def holder(each: Lookalike) -> Wording:
    """`深圳南山电子 李明 · 保护至 2027-02-23`, or what else it is to everybody."""
    if each.state == "direct":
        return say("lookalike-direct")
    if each.state == "protected" and each.until is not None:
        return say("lookalike-held", agency=each.agency, person=each.person, until=each.until)
    if each.state == "protected":
        return say("lookalike-protected", agency=each.agency, person=each.person)
    if each.at is not None:
        return say(f"lookalike-{each.state}", agency=each.agency, person=each.person, at=each.at)
    return say("lookalike-open")
