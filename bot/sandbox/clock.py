"""Business time: real time plus an offset that a person of the demo may move, forward only unless forced."""

from __future__ import annotations

import re
import time
from datetime import datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=8), "CST")
_UNITS = {"w": 604800, "d": 86400, "h": 3600, "m": 60, "s": 1}
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([wdhms])", re.IGNORECASE)


def wall() -> float:
    """Real time, as Telegram's own deadlines run, whatever the demo's clock says."""
    return time.time()  # noqa: TID251  the sandbox is Telegram here, not the bot


class ClockError(ValueError):
    """What was asked of the clock cannot be read, or would turn it back."""


class SimClock:
    """`offset` in seconds; `now` in seconds since 1970."""

    def __init__(self, offset: float = 0.0) -> None:
        self.offset = offset

    def now(self) -> float:
        return wall() + self.offset

    def moved(self, advance: str | None, to: str | None, force: bool) -> float:
        """The new offset that `{"advance"}` or `{"set"}` asks for; raises `ClockError`."""
        if (advance is None) == (to is None):
            raise ClockError('either {"advance": "3d 4h"} or {"set": "2027-01-31T09:00+08:00"} is expected')
        offset = self.offset + seconds(advance) if advance is not None else _instant(str(to)) - wall()
        if offset < self.offset - 0.5 and not force:
            raise ClockError(f'time never goes back (it is {iso(self.now())}); add "force": true to insist')
        return offset


def seconds(duration: str) -> float:
    """ "3d 4h" → 273600.0; w, d, h, m, s."""
    if not _PART.search(duration) or _PART.sub("", duration).strip():
        raise ClockError(f'"{duration}" is no duration; write for example "3d 4h" (units w d h m s)')
    return sum(float(count) * _UNITS[unit.lower()] for count, unit in _PART.findall(duration))


def _instant(text: str) -> float:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ClockError(f'"{text}" is no time; write for example "2027-01-31T09:00+08:00"') from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZONE)).timestamp()


def iso(moment: float) -> str:
    """China time, to the second."""
    return datetime.fromtimestamp(moment, ZONE).isoformat(timespec="seconds")
