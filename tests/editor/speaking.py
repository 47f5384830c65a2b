"""A language server as an editor speaks with it: JSON-RPC over its standard input and output."""

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

PATIENCE = 30.0
"""Seconds to wait for an answer."""


class Server:
    """A YAML language server with one open document at a time."""

    def __init__(self, program: Path) -> None:
        self._process = subprocess.Popen(
            ["node", str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self._number = 0
        self._ears = threading.Thread(target=self._listen, daemon=True)
        self._ears.start()
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._send({"method": "initialized", "params": {}})
        settings = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})

    def problems(self, file: Path) -> list[dict[str, Any]]:
        """Open a document; what is marked in it."""
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": file.read_text("utf-8")}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while True:
            message = self._heard.get(timeout=PATIENCE)
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == file.as_uri():
                return list(params["diagnostics"])

    def at(self, method: str, file: Path, line: int, column: int) -> Any:
        """What the server says of a place; lines and columns count from 1."""
        place = {"line": line - 1, "character": column - 1}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": file.as_uri()}, "position": place})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Ask, and wait for the answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._heard.get(timeout=PATIENCE)
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._ears.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                line = stream.readline()
            message = json.loads(stream.read(length))
            if "method" in message and "id" in message:
                # The server asks for its configuration: an editor without any answers with nothing.
                asked = message.get("params", {}).get("items", [])
                self._send({"id": message["id"], "result": [None for _ in asked]})
            else:
                self._heard.put(message)
