"""审批：陈经理 → 刘经理（代 王经理） → 管理员: who will decide, on the screen from which a request is submitted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Concatenate, ParamSpec

from dialogs.core.ask import Ask
from dialogs.core.screen import Wording, say
from dialogs.shared.words import signed
from domain.base.errors import Refusal
from domain.base.work import Work
from domain.home.deciders import Path, of_agency

P = ParamSpec("P")


def decided_by(
    ask: Ask, path: Callable[Concatenate[Work, P], Path], *args: P.args, **kwargs: P.kwargs
) -> tuple[Wording, ...]:
    """Nothing where nobody need decide, or where it can't be asked for: why not is said when it is submitted."""
    try:
        return _told("decided-by", ask(path, *args, **kwargs))
    except Refusal:
        return ()


def answered_by(ask: Ask) -> tuple[Wording, ...]:
    """答复：陈经理: whom the reader's agency asks."""
    return _told("answered-by", ask(of_agency))


def _told(key: str, levels: Path) -> tuple[Wording, ...]:
    named = tuple(tuple(signed(each) for each in level) for level in levels)
    return (say(key, path=in_order(named)),) if named else ()


def in_order(levels: Sequence[tuple[Wording, ...]]) -> Wording:
    """Those of a level beside each other, the levels one after the other."""
    named: list[Wording] = [level[0] if len(level) == 1 else say("path-level", names=level) for level in levels]
    return reduce(lambda before, after: say("path-then", before=before, after=after), named)
