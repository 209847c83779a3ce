"""Loaded into python-telegram-bot's own tests: their bots talk to the sandbox, with the people that it has.

Only their tests that make requests are run. Where they ask for a group or a channel they get another person: many only
need some chat. What failed is written to the file that `SANDBOX_REPORT` names, by test without its parameters.
"""

from __future__ import annotations

import functools
import os
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import telegram

URL, TOKEN, PERSON, ANOTHER = (os.environ[f"SANDBOX_{name}"] for name in ("URL", "TOKEN", "PERSON", "ANOTHER"))
NOWHERE = "-1001"
outcomes: dict[str, set[str]] = defaultdict(set)
made = telegram.Bot.__init__


@functools.wraps(made)
def made_here(self: telegram.Bot, token: str, *args: Any, **more: Any) -> None:
    made(self, token, *args, **{**more, "base_url": f"{URL}/bot", "base_file_url": f"{URL}/file/bot"})


telegram.Bot.__init__ = made_here  # type: ignore[method-assign]


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    known = {"token": TOKEN, "chat_id": PERSON, "name": "bot", "username": "@baobei_bot"}
    known |= {"super_group_id": ANOTHER, "channel_id": ANOTHER, "payment_provider_token": "1:TEST:1"}
    known |= {"forum_group_id": NOWHERE, "subscription_channel_id": NOWHERE}
    import_module("tests.auxil.ci_bots").BOT_INFO_PROVIDER._cached = known  # theirs: we are in the archive's folder


@pytest.fixture(scope="session")
def worker_id() -> str:
    return "master"


def pytest_collection_modifyitems(items: list[pytest.Item], config: pytest.Config) -> None:
    asked = [item for item in items if item.parent is not None and item.parent.name.endswith("WithRequest")]
    items[:] = asked


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" or report.outcome != "passed":
        outcomes[report.nodeid.partition("[")[0]].add("failed" if report.failed else report.outcome)


def pytest_sessionfinish(session: pytest.Session) -> None:
    told = [f"{'failed' if 'failed' in found else 'passed'} {test}\n" for test, found in outcomes.items()]
    Path(os.environ["SANDBOX_REPORT"]).write_text("".join(sorted(told)), "utf-8")
