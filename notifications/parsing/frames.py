"""One JSON value after the other on a line between two processes of ours."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any, Final

_LENGTH: Final = struct.Struct("!I")
LONGEST: Final = 64 * 1024 * 1024
"""Bytes of a value: more is nothing that a parser of ours answers."""


class Broken(Exception):
    """The other end is gone, or says what can't be read."""


def send(line: socket.socket, value: object) -> None:
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
    line.sendall(_LENGTH.pack(len(body)) + body)


def receive(line: socket.socket) -> Any:
    """The next value. Raises `Broken`, `TimeoutError`."""
    (length,) = _LENGTH.unpack(_exactly(line, _LENGTH.size))
    if length > LONGEST:
        raise Broken
    try:
        return json.loads(_exactly(line, length).decode(errors="surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise Broken from error


def _exactly(line: socket.socket, size: int) -> bytes:
    body = bytearray()
    while len(body) < size:
        chunk = line.recv(min(size - len(body), 1 << 20))
        if not chunk:
            raise Broken
        body += chunk
    return bytes(body)
