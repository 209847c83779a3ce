"""Delivery to a webhook: one update in flight per lane, lanes side by side, again and again until it is taken."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from bot.sandbox.bot_api_error import Json, bad_request, too_many_requests
from bot.sandbox.call import ReceivedCall, read_body
from bot.sandbox.clock import wall
from bot.sandbox.updates import Pending, Updates

ANSWER_SECONDS = 60.0
FIRST_DELAY, LAST_DELAY = 1.0, 60.0
MAX_RETRY_AFTER = 3600.0
PORTS = (443, 80, 88, 8443)
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_NOT_IN_ANSWERS = ("setwebhook", "deletewebhook", "close", "logout")

Run = Callable[[ReceivedCall], Awaitable[object]]


@dataclass
class WebhookSettings:
    url: str = ""
    secret: str = ""
    connections: int = 40
    address: str = ""
    certificate: bool = False


class WebhookSender:
    def __init__(self, updates: Updates, run: Run, settings: Json) -> None:
        self.settings = WebhookSettings(**settings)
        self._updates = updates
        self._run = run
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._session: ClientSession | None = None
        self._room = asyncio.Semaphore(self.settings.connections)
        self._set_at = float("-inf")
        self._error: tuple[int, str] | None = None
        updates.watchers.append(self.look)

    @property
    def active(self) -> bool:
        return bool(self.settings.url)

    @property
    def delivering(self) -> bool:
        return bool(self._lanes)

    def set(self, url: str, secret: str, connections: int, address: str = "", *, certificate: bool = False) -> str:
        """Returns the description; raises `BotApiError` on a bad address, a bad secret, or more than one call a second."""
        if url:
            _check(url, secret)
        if time.monotonic() < self._set_at + 1:
            raise too_many_requests(1)
        most = min(max(connections or 40, 1), 100)
        wanted = WebhookSettings(url, secret, most, address, certificate) if url else WebhookSettings()
        if wanted == self.settings:
            return "Webhook is already set" if url else "Webhook is already deleted"
        self._set_at = time.monotonic()
        self.settings = wanted
        self._room = asyncio.Semaphore(wanted.connections)
        self._error = None
        self._stop()
        self.look()
        return "Webhook was set" if url else "Webhook was deleted"

    def info(self) -> Json:
        shown: Json = {
            "url": self.settings.url,
            "has_custom_certificate": self.settings.certificate,
            "pending_update_count": len(self._updates.pending),
        }
        if self.active:
            shown["max_connections"] = self.settings.connections
        if self.settings.address:
            shown["ip_address"] = self.settings.address
        if self._error is not None:
            shown["last_error_date"], shown["last_error_message"] = self._error
        return shown

    def look(self) -> None:
        """Sets a worker to every lane that has updates and none."""
        if not self.active:
            return
        for lane in {pending.lane for pending in self._updates.pending} - self._lanes.keys():
            self._lanes[lane] = asyncio.get_running_loop().create_task(self._work(lane))

    async def _work(self, lane: str) -> None:
        try:
            while (pending := self._first(lane)) is not None:
                await self._deliver(pending)
        finally:
            if self._lanes.get(lane) is asyncio.current_task():
                del self._lanes[lane]

    def _first(self, lane: str) -> Pending | None:
        self._updates.expire()
        return next((pending for pending in self._updates.pending if pending.lane == lane), None)

    async def _deliver(self, pending: Pending) -> None:
        delay = FIRST_DELAY
        while pending.expires > wall() and self._updates.waits(pending):
            async with self._room:
                wait = await self._post(pending)
            if wait is None:
                self._updates.remove([pending])
                return
            await asyncio.sleep(wait or delay)
            delay = min(delay * 2, LAST_DELAY)

    async def _post(self, pending: Pending) -> float | None:
        """`None` when the bot took it; else seconds to wait as the bot asked, 0 if it didn't."""
        self._session = self._session or ClientSession(timeout=ClientTimeout(total=ANSWER_SECONDS))
        headers = {"Content-Type": "application/json"}
        if self.settings.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.settings.secret
        body = json.dumps(pending.body, ensure_ascii=False).encode()
        try:
            async with self._session.post(self.settings.url, data=body, headers=headers) as response:
                if response.ok:
                    await self._answer(response)
                    return None
                self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
                return _retry_after(response)
        except (ClientError, TimeoutError, OSError) as error:
            self._failed(f"Connection failed: {error}" if str(error) else "Read timeout expired")
            return 0.0

    def _failed(self, reason: str) -> None:
        self._error = (int(wall()), reason)

    async def _answer(self, response: ClientResponse) -> None:
        """The answer may carry one call, whose result nobody sees."""
        call = await _call_of(response)
        if call is not None and not call.method.startswith("get") and call.method not in _NOT_IN_ANSWERS:
            await self._run(call)

    def _stop(self) -> None:
        for task in self._lanes.values():
            task.cancel()
        self._lanes.clear()

    async def close(self) -> None:
        self._stop()
        if self._session is not None:
            await self._session.close()


async def _call_of(response: ClientResponse) -> ReceivedCall | None:
    try:
        params, uploads = read_body(response.headers.get("Content-Type", ""), await response.read())
    except Exception:  # whatever a bot answers, its update was taken
        return None
    method = params.pop("method", "")
    return ReceivedCall(method.lower(), params, uploads) if method else None


def _retry_after(response: ClientResponse) -> float:
    try:
        return min(max(float(response.headers.get("Retry-After", 0)), 0.0), MAX_RETRY_AFTER)
    except ValueError:
        return 0.0


def _check(url: str, secret: str) -> None:
    """As the real server; but plain HTTP and any port are taken on the loopback address, as with `--local`."""
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    parts = urlsplit(url if "://" in url else f"https://{url}")
    if _loopback(parts.hostname or ""):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
