"""A proxy of the tests' own: SOCKS5, HTTP CONNECT and plain forwarding, on one port; it counts who came through."""

from __future__ import annotations

import asyncio
import re
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from types import TracebackType


class Proxy:
    def __init__(self) -> None:
        self.passed: list[str] = []
        self._server: asyncio.Server | None = None
        self._lines: set[StreamWriter] = set()

    @property
    def address(self) -> str:
        assert self._server is not None
        return f"127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        self._lines.add(writer)
        with suppress(OSError, asyncio.IncompleteReadError):
            first = await reader.readexactly(1)
            there, there_writer = await (
                self._socks(reader, writer) if first == b"\x05" else self._http(first, reader, writer)
            )
            self._lines.add(there_writer)
            async with asyncio.TaskGroup() as group:
                group.create_task(_pipe(reader, there_writer))
                group.create_task(_pipe(there, writer))

    async def _socks(self, reader: StreamReader, writer: StreamWriter) -> tuple[StreamReader, StreamWriter]:
        await reader.readexactly((await reader.readexactly(1))[0])
        writer.write(b"\x05\x00")
        kind = (await reader.readexactly(4))[3]
        length = 4 if kind == 1 else (await reader.readexactly(1))[0]
        address = await reader.readexactly(length)
        host = ".".join(str(byte) for byte in address) if kind == 1 else address.decode()
        port = int.from_bytes(await reader.readexactly(2), "big")
        self.passed.append("socks5")
        opened = await asyncio.open_connection(host, port)
        writer.write(b"\x05\x00\x00\x01" + bytes(6))
        return opened

    async def _http(
        self, first: bytes, reader: StreamReader, writer: StreamWriter
    ) -> tuple[StreamReader, StreamWriter]:
        head = first + await reader.readuntil(b"\r\n\r\n")
        found = re.match(rb"(\w+) (?:http://)?([^ :/]+):(\d+)", head)
        assert found is not None
        self.passed.append("http")
        opened = await asyncio.open_connection(found[2].decode(), int(found[3]))
        if found[1] == b"CONNECT":
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        else:
            opened[1].write(head)
        return opened

    async def __aenter__(self) -> Proxy:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for writer in self._lines:
            writer.close()
        await asyncio.sleep(0)


async def _pipe(reader: StreamReader, writer: StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()
