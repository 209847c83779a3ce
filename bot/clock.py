"""The one place that reads the clock: real time plus an offset, which the sandbox moves and a real deployment leaves at 0."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Business time. Pacing, leases and deadlines towards Telegram don't come here: they use the monotonic clock."""

    def __init__(self, offset: float = 0.0) -> None:
        self.offset = timedelta(seconds=offset)

    def now(self) -> datetime:
        """The present moment of the business, UTC."""
        return datetime.now(UTC) + self.offset

    def shift(self, offset: float) -> None:
        """Set the offset, in seconds from real time."""
        self.offset = timedelta(seconds=offset)
