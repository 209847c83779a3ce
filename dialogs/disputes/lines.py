"""An event of a customer's timeline in words: the same in the chat, on paper and in a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.core.file_names import all_named
from dialogs.core.screen import Wording, say
from dialogs.shared.words import code_line, event_word
from domain.base.bilingual import translated
from domain.base.written import KeptFile
from domain.disputes.timeline import Occurrence
from domain.imports.records import CustomerImported
from domain.petitions.correcting import CustomerCorrected
from domain.protection.releasing import CustomerReleased
from domain.reports.conflict import CustomerChecked


def what(each: Occurrence) -> Wording:
    """`提交报备 BB-2026-01873`, `查询 → 暂不可报备`."""
    event = each.event
    if isinstance(event, CustomerChecked):
        return say("dispute-asked", answer=say(f"check-answer-{event.answer}"))
    told = event_word(type(event))
    return say("dispute-numbered", what=told, number=each.number) if each.number else told


def detail(each: Occurrence) -> tuple[Wording, ...]:
    """What else there is to it: under which name it was asked for, whom it came to, why, until when."""
    event = each.event
    told: list[Wording] = []
    match event:
        case CustomerChecked(name=name, code=code):
            told += [say("dispute-name", name=name), *([code_line(code)] if code else ())]
        case CustomerReleased(why=why):
            told.append(say(f"dispute-loss-{why.replace('_', '-')}"))
        case CustomerImported(file=file):
            told.append(say("dispute-file", name=file))
        case CustomerCorrected(name_before=before, name_after=after) if before != after:
            told.append(say("dispute-renamed", before=before, after=after))
        case _:
            name = getattr(event, "gone_name", "") or getattr(event, "name", "")
            told += [say("dispute-name", name=name)] if name else []
    if each.to:
        told.append(say("dispute-to", to=each.to))
    if each.until is not None:
        told.append(say("dispute-until", until=each.until))
    if each.reason:
        told.append(say("dispute-reason", reason=each.reason))
    return (*told, *pictures(each.files))


def pictures(files: Sequence[KeptFile]) -> tuple[Wording, ...]:
    """`图片：照片 1、现场.png`; nothing where there are none."""
    return (say("dispute-pictures", names=tuple(all_named(each.name for each in files))),) if files else ()


def by(each: Occurrence) -> Wording:
    """`深圳南山电子 李明`; what happened by itself is the system's."""
    return (
        say("dispute-by", agency=translated(each.agency), person=each.person) if each.person else say("dispute-system")
    )
