"""Through a proxy, where Telegram can't be reached directly; BAOBEI_PROXY is the one door."""

from __future__ import annotations

import io

import pytest

from bot.drivers.driver import open_driver
from notifications.sending.messenger import Outage
from tests.drivers.line import TOKEN, Line
from tests.drivers.proxy import Proxy


@pytest.mark.parametrize("scheme", ["socks5", "http"])
async def test_calls_and_downloads_go_through_the_proxy(library: str, line: Line, scheme: str) -> None:
    line.results("getMe", {"id": 7, "is_bot": True, "first_name": "b", "username": "baobei_bot"})
    line.results("getFile", {"file_id": "f", "file_path": "a.txt"})
    line.says("a.txt", 200, b"text")
    async with Proxy() as proxy:
        driver = open_driver(library, TOKEN, line.url, f"{scheme}://{proxy.address}")
        assert (await driver.start()).username == "baobei_bot"
        into = io.BytesIO()
        assert await driver.download("f", into) == 4
        await driver.close()

    assert set(proxy.passed) == {scheme}


async def test_a_proxy_that_is_away_is_an_outage(library: str, line: Line) -> None:
    async with Proxy() as proxy:
        gone = proxy.address
    for scheme in ("socks5", "http"):
        driver = open_driver(library, TOKEN, line.url, f"{scheme}://{gone}")
        with pytest.raises(Outage):
            await driver.strip(1, 1)
        await driver.close()

    assert line.asked == []


async def test_other_programs_proxy_settings_are_not_ours(
    library: str, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    line.results("getMe", {"id": 7, "is_bot": True, "first_name": "b", "username": "baobei_bot"})
    driver = open_driver(library, TOKEN, line.url)

    assert (await driver.start()).id == 7
    await driver.close()
