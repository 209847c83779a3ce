"""The process that is killed when it is the real one: what `baobei run` runs, at a pace for tests.

Only durations differ from a deployment's: leases, the pace towards Telegram, the driver's patience. `pages` makes the disk
full: the database file may not grow beyond so many.
"""

from __future__ import annotations

import asyncio
import json
import logging
import traceback
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

from pydantic import SecretStr
from sqlalchemy import Engine, event
from typing_extensions import override

from bot.drivers.driver import open_driver
from bot.drivers.patience import Patience
from bot.process.run import _on_signals, live
from bot.settings import Settings
from dialogs.core.texts import Texts
from notifications.sending import relay as relays
from notifications.sending.pace import RateLimits
from notifications.sending.stopping import Stopping
from storage.chat import sending

FAST = RateLimits(overall=1000, overall_burst=50, chat=200, burst=50, strangers=1000)
TEXTS = Texts.load(strict=False)


@dataclass(frozen=True, slots=True)
class Deployment:
    """`folder` holds data, policy and log. `webhook`: the port, None for long polling. `lease` in seconds."""

    address: str
    base: str
    token: str
    folder: Path
    driver: Literal["aiogram", "ptb"] = "aiogram"
    webhook: int | None = None
    pages: int | None = None
    lease: float = 3.0

    def settings(self) -> Settings:
        webhook: dict[str, Any] = {}
        if self.webhook is not None:
            address = f"http://127.0.0.1:{self.webhook}/hook"
            webhook = {"webhook_url": address, "webhook_port": self.webhook, "webhook_secret": SecretStr("s" * 32)}
        return Settings(
            token=SecretStr(self.token),
            data=self.folder,
            database=self.address,
            driver=self.driver,
            api_base=self.base,
            policy=self.folder / "policy.toml",
            jobs="none",
            _env_file=None,
            **webhook,
        )


def main(deployment: Deployment) -> None:
    """Until SIGTERM, or killed."""
    logging.basicConfig(level=logging.ERROR, handlers=[Complaints(deployment.folder / "complaints.jsonl")])
    sending.LEASE = timedelta(seconds=deployment.lease)  # type: ignore[misc]
    relays.PATIENCE = deployment.lease * 0.8  # type: ignore[misc]
    if deployment.pages is not None:
        _limit(deployment.pages)
    try:
        asyncio.run(_serve(deployment))
    except BaseException:
        logging.getLogger(__name__).critical("the bot ended", exc_info=True)
        raise SystemExit(1) from None


async def _serve(deployment: Deployment) -> None:
    stopping = Stopping()
    _on_signals(stopping.ask)
    driver = open_driver(deployment.driver, deployment.token, deployment.base, patience=Patience(0.1, 1.0))
    await live(deployment.settings(), stopping, driver, FAST, TEXTS)


def _limit(pages: int) -> None:
    @event.listens_for(Engine, "connect")
    def connected(dbapi: Any, _record: object) -> None:
        dbapi.cursor().execute(f"PRAGMA max_page_count = {pages}")


class Complaints(logging.Handler):
    """What the bot complains of, a line of JSON each: the parent judges it."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.ERROR)
        self._file = path.open("a", encoding="utf-8")

    @override
    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        told = {
            "message": record.getMessage(),
            "errors": sorted({type(each).__name__ for each in _leaves(error)}) if error is not None else [],
            "trace": "".join(traceback.format_exception(error))[-3000:] if error is not None else "",
        }
        self._file.write(json.dumps(told, ensure_ascii=False) + "\n")
        self._file.flush()


def _leaves(error: BaseException) -> list[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        return [leaf for each in error.exceptions for leaf in _leaves(each)]
    return [error]
