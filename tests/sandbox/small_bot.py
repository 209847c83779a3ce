"""A bot as the demo starts one, small: it greets, counts in a file, and keeps the control channel's promises.

Run as a program by the tests; what it was told it writes to `told.jsonl` in its data folder.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

from aiohttp import ClientSession, web

API = f"{os.environ['BAOBEI_API_BASE']}/bot{os.environ['BAOBEI_TOKEN']}"
DATA = Path(os.environ["BAOBEI_DATA"])


def note(what: str, **more: object) -> None:
    with (DATA / "told.jsonl").open("a") as told:
        told.write(json.dumps({"what": what, **more}) + "\n")


async def control(request: web.Request) -> web.Response:
    if request.headers.get("X-Control-Key") != os.environ["BAOBEI_CONTROL_KEY"]:
        return web.json_response({"error": "wrong key"}, status=403)
    body = await request.json() if request.can_read_body else {}
    note(request.path, **body)
    if request.path == "/reset" and (DATA / "not-mine").exists():
        return web.json_response({"error": "the database is not the demo's own"}, status=409)
    if request.path == "/invite":
        link = "https://t.me/baobei_bot?start=inv_1"
        return web.json_response({"link": None if (DATA / "joined").exists() else link})
    return web.json_response({"idle": True})


async def main() -> None:
    await asyncio.sleep(float(os.environ.get("SMALL_BOT_WAITS", "0")))
    note("start", offset=os.environ["BAOBEI_CLOCK_OFFSET"], stray=os.environ.get("BAOBEI_WEBHOOK_URL"))
    if (DATA / "broken").exists():
        sys.exit("no such setting: BAOBEI_NONSENSE")
    app = web.Application()
    app.router.add_route("*", "/{path}", control)
    runner = web.AppRunner(app)
    await runner.setup()
    host, port = os.environ["BAOBEI_CONTROL"].split(":")
    await web.TCPSite(runner, host, int(port)).start()
    offset = 0
    async with ClientSession() as session:
        while True:
            async with session.post(f"{API}/getUpdates", json={"offset": offset, "timeout": 20}) as response:
                updates = (await response.json())["result"]
            for update in updates:
                offset = update["update_id"] + 1
                if "message" not in update:
                    continue
                message = update["message"]
                if message["text"] == "die":
                    await session.post(f"{API}/getUpdates", json={"offset": offset})
                    sys.exit("died of it")
                await session.post(f"{API}/sendMessage", json={"chat_id": message["chat"]["id"], "text": "嗯"})


asyncio.run(main())
