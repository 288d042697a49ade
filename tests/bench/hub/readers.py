"""Readers on a hub, by its own interface: start a server each, run a lesson, move an explorer; what took how long.

    python readers.py --hub http://127.0.0.1:8000 --token TOKEN --readers 30 --notebook 12_pages_per_day.ipynb

Prints one line of JSON a reader and a summary: how many succeeded, median and worst seconds, memory (PSS) of all servers
and kernels. Every reader's answer is saved by the lesson itself and looked for in the reader's own home.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import time
import uuid
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

MOVE = """
lesson._journal.save("12", "longest-day", "1917-10-25")
lesson._journal.save("12", "three-days", 40.0)
lesson._refresh()
explorer = lesson._reveals[0].explorer
begun = explorer.result.svg
explorer.controls["chapter"].value = explorer.controls["chapter"].options[4][1]
assert explorer.result.svg != begun
"""
"""What a reader does after a run: gives both predictions, which opens the first explorer, and chooses another chapter."""


class Hub:
    """The hub's interface for one token."""

    def __init__(self, url: str, token: str) -> None:
        self.url, self.token = url.rstrip("/"), token

    async def ask(self, path: str, method: str = "GET", body: Any = None) -> tuple[int, Any]:
        """Status and answer of one request."""
        data = json.dumps(body or {}) if method == "POST" else None
        request = HTTPRequest(
            self.url + path, method=method, body=data, headers={"Authorization": f"token {self.token}"}, request_timeout=120
        )
        response = await AsyncHTTPClient().fetch(request, raise_error=False)
        return response.code, json.loads(response.body or b"null") if response.body[:1] in (b"{", b"[") else None

    async def start(self, name: str) -> None:
        """Start a reader's server and wait until it answers."""
        await self.ask(f"/hub/api/users/{name}", "POST")
        while (await self.ask(f"/hub/api/users/{name}/server", "POST"))[0] == 429:  # the hub starts only so many at once
            await asyncio.sleep(1)
        for _ in range(1200):
            status, _ = await self.ask(f"/user/{name}/api/status")
            if status == 200:
                return
            await asyncio.sleep(0.2)
        raise TimeoutError(f"the server of {name} did not answer")


class Kernel:
    """One running kernel, spoken to as a browser does."""

    def __init__(self, socket: Any) -> None:
        self._socket, self._session = socket, uuid.uuid4().hex

    async def run(self, code: str) -> str:
        """Run a cell; empty, or the error it ended in."""
        header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": "", "session": self._session, "version": "5.3"}
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
        await self._socket.write_message(json.dumps(message))
        error, replied, idle = "", False, False
        while not (replied and idle):
            answer = json.loads(await asyncio.wait_for(self._socket.read_message(), 120))
            if answer["parent_header"].get("msg_id") != header["msg_id"]:
                continue
            kind, said = answer["msg_type"], answer["content"]
            replied |= kind == "execute_reply"
            idle |= kind == "status" and said["execution_state"] == "idle"
            error = f"{said['ename']}: {said['evalue']}" if kind == "error" else error
        return error


async def reader(hub: Hub, name: str, notebook: str) -> dict[str, Any]:
    """One reader from log-in to a moved explorer: seconds of each part, and the error if there was one. The kernel stays."""
    result: dict[str, Any] = {"reader": name}
    begun = time.monotonic()
    try:
        await hub.start(name)
        result["start_s"] = round(time.monotonic() - begun, 2)
        _, cells = await hub.ask(f"/user/{name}/api/contents/notebooks/{notebook}?content=1")
        session = {"path": f"notebooks/{notebook}", "name": "", "type": "notebook", "kernel": {"name": "python3"}}
        _, made = await hub.ask(f"/user/{name}/api/sessions", "POST", session)
        url = f"{hub.url.replace('http', 'ws', 1)}/user/{name}/api/kernels/{made['kernel']['id']}/channels"
        socket = await websocket_connect(HTTPRequest(url, headers={"Authorization": f"token {hub.token}"}), max_message_size=2**28)
        kernel, at = Kernel(socket), time.monotonic()
        for cell in cells["content"]["cells"]:
            if cell["cell_type"] == "code" and (error := await kernel.run(cell["source"])):
                raise RuntimeError(error)
        result["run_all_s"], at = round(time.monotonic() - at, 2), time.monotonic()
        if error := await kernel.run(MOVE):
            raise RuntimeError(error)
        result["move_s"] = round(time.monotonic() - at, 2)
    except Exception as error:  # a reader's failure is a result, whatever it was
        result["error"] = f"{type(error).__name__}: {error}"[:300]
    result["all_s"] = round(time.monotonic() - begun, 2)
    return result


def memory(homes: str) -> tuple[int, float]:
    """How many processes work in the readers' homes, and their memory in MB (PSS: shared pages counted once)."""
    n, total = 0, 0.0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if str(process.joinpath("cwd").readlink()).startswith(f"{homes}/"):
                text = process.joinpath("smaps_rollup").read_text(encoding="utf-8")
                total += next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) / 1024
                n += 1
        except (OSError, StopIteration):
            continue
    return n, round(total)


async def main() -> None:
    """Run the readers at once and print what happened."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--hub", default="http://127.0.0.1:8000")
    parser.add_argument("--token", required=True)
    parser.add_argument("--homes", required=True)
    parser.add_argument("--readers", type=int, default=1)
    parser.add_argument("--notebook", default="12_pages_per_day.ipynb")
    args = parser.parse_args()
    AsyncHTTPClient.configure(None, max_clients=200)
    hub = Hub(args.hub, args.token)
    names = [f"reader{k:02d}" for k in range(1, args.readers + 1)]
    results = await asyncio.gather(*(reader(hub, name, args.notebook) for name in names))
    for result in results:
        print(json.dumps(result))
    good = [r for r in results if "error" not in r]
    kept = sum(any((Path(args.homes) / r["reader"] / "private" / "answers").glob("*.jsonl")) for r in good)
    processes, megabytes = memory(args.homes)
    summary: dict[str, Any] = {
        "readers": len(results),
        "succeeded": len(good),
        "answers_kept": kept,
        "processes": processes,
        "pss_mb": megabytes,
    }
    for part in ("start_s", "run_all_s", "move_s", "all_s"):
        seconds = [r[part] for r in good]
        summary[part] = {"median": statistics.median(seconds), "worst": max(seconds)} if seconds else None
    print(json.dumps(summary))


if __name__ == "__main__":
    asyncio.run(main())
