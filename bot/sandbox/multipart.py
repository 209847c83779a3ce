"""Forms in several parts, as the real server reads them: a name may be quoted or not, in any alphabet."""

from __future__ import annotations

import re
from email.message import Message
from urllib.parse import unquote

from bot.sandbox.bot_api_error import bad_request
from bot.sandbox.upload import Upload

_PARAMETER = re.compile(r';\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))')


def parse_multipart(content_type: str, body: bytes) -> tuple[dict[str, str], dict[str, Upload]]:
    """Values and files by the name of their part. Raises `BotApiError` where a part has no name, or nothing parts them."""
    params: dict[str, str] = {}
    uploads: dict[str, Upload] = {}
    for head, content in _parts(content_type, body):
        disposition = _parameters(head.get("content-disposition", ""))
        name, file = disposition.get("name", ""), disposition.get("filename")
        if not name:
            raise bad_request("field name in multipart/form-data not found")
        if file is None:
            params[name] = content.decode("utf-8", "replace")
        else:
            uploads[name] = Upload(file, content, head.get("content-type") or "application/octet-stream")
    return params, uploads


def _parts(content_type: str, body: bytes) -> list[tuple[dict[str, str], bytes]]:
    header = Message()
    header["Content-Type"] = content_type
    boundary = header.get_param("boundary")
    if not isinstance(boundary, str) or not boundary:
        raise bad_request("boundary not found")
    found = []
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:]:
        if part.startswith(b"--"):
            break
        lines, _, content = part.lstrip(b" \t").removeprefix(b"\r\n").partition(b"\r\n\r\n")
        found.append((_head(lines.decode("utf-8", "replace")), content))
    return found


def _head(lines: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines.split("\r\n"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _parameters(disposition: str) -> dict[str, str]:
    """What stands behind `form-data`: quoted, or up to the next semicolon; `filename*` where there is no `filename`."""
    found = {
        name.lower(): re.sub(r"\\(.)", r"\1", quoted) if quoted else bare.strip()
        for name, quoted, bare in _PARAMETER.findall(disposition)
    }
    if "filename*" in found:
        found.setdefault("filename", unquote(found["filename*"].rpartition("'")[2]))
    return found
