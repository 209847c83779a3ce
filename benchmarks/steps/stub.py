"""Telegram, as far as a relay sees it: takes every call at once. Run in a process of its own, whose time isn't ours.

Prints its port, then serves until its standard input ends.
"""

from __future__ import annotations

import asyncio
import sys
from itertools import count

from typing_extensions import override

_numbers = count(1)


class _Line(asyncio.Protocol):
    """As much of HTTP as the drivers speak: requests of a known length, one after the other."""

    transport: asyncio.Transport

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self._read = b""

    @override
    def data_received(self, data: bytes) -> None:
        self._read += data
        while (end := self._read.find(b"\r\n\r\n")) >= 0:
            head = self._read[:end].lower()
            if b"expect: 100" in head or b"chunked" in head:
                raise NotImplementedError(head.decode())
            _, _, rest = head.partition(b"content-length:")
            whole = end + 4 + (int(rest.split(b"\r\n", 1)[0]) if rest else 0)
            if len(self._read) < whole:
                return
            self._read = self._read[whole:]
            self._answer(sent=b"/sendmessage" in head.split(b"\r\n", 1)[0])

    def _answer(self, *, sent: bool) -> None:
        result = b'{"message_id": %d}' % next(_numbers) if sent else b"true"
        body = b'{"ok": true, "result": %s}' % result
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        self.transport.write(head + body)


async def serve() -> None:
    server = await asyncio.get_running_loop().create_server(_Line, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
