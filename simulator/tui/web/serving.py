"""The server: one page with a terminal in it, for those whom it lets in. Started by `hosted.py`.

It speaks to who started it on its own input and output: what it has to know comes in as one line of JSON, what became
of it goes out as one. When the input ends, so does everything.
"""

import asyncio
import json
import logging
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from importlib.resources import files
from string import Template
from typing import Any

from aiohttp import WSMsgType, web

from scenarios.texts import INTERFACE, spoken_in, tr, trn
from simulator.tui.reach import is_known
from simulator.tui.web.guest import Guest, within

OWN = files(__package__) / "page"
TERMINAL = files("textual_serve") / "static"
STATICS = {
    "page.css": (OWN / "page.css", "text/css"),
    "page.js": (OWN / "page.js", "text/javascript"),
    "icon.svg": (OWN / "icon.svg", "image/svg+xml"),
    "terminal.js": (TERMINAL / "js" / "textual.js", "text/javascript"),
    "terminal.css": (TERMINAL / "css" / "xterm.css", "text/css"),
    "mono.ttf": (TERMINAL / "fonts" / "RobotoMono-VariableFont_wght.ttf", "font/ttf"),
}
"""All that the page loads, and all that is served."""

LONGEST_MESSAGE = 512 * 1024
"""Bytes of one message of a page: the largest paste that a field takes."""

HEARTBEAT = 20.0
"""Seconds between two questions whether the page is still there."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the terminal writes its own rules
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self' {sockets}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Serving:
    """The pages of one journal."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.host: str = words["host"]
        self.port: int = words["port"]
        self.most: int = words["most"]
        self.language: str = words["language"]
        self.origin: str = words["origin"]
        """The address that people were given where it is not the server's own, as behind a proxy; else empty."""
        self._for_guests = {"db": words["db"], "variables": words["variables"]}
        self._guests: set[Guest] = set()

    def app(self) -> web.Application:
        """What is served."""
        app = web.Application(middlewares=[self.known_callers_only], client_max_size=1024)
        app.add_routes(
            [
                web.get("/", self.page),
                web.get("/static/{name}", self.static),
                web.get("/ws", self.socket),
                web.get("/favicon.ico", self.icon),
            ]
        )
        app.on_shutdown.append(self.end)
        return app

    @web.middleware
    async def known_callers_only(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse who asks under a name that is not ours, or comes from somebody else's page."""
        host = request.headers.get("Host", "")
        origin = request.headers.get("Origin")
        ours = {f"http://{host}", f"https://{host}"} | ({self.origin} if self.origin else set())
        if not is_known(host, self.host, self.origin):
            return _refusal(403, "unknown host")
        if (origin is None and request.path == "/ws") or (origin is not None and origin not in ours):
            return _refusal(403, "foreign origin")
        response = await handler(request)
        if not response.prepared:
            sockets = f"ws://{host} wss://{host}"
            response.headers.update(
                {
                    "Content-Security-Policy": POLICY.format(sockets=sockets),
                    "X-Content-Type-Options": "nosniff",
                    "Referrer-Policy": "no-referrer",
                    "Cross-Origin-Opener-Policy": "same-origin",
                    "Cross-Origin-Resource-Policy": "same-origin",
                    "Cache-Control": "no-cache",
                }
            )
        return response

    # -- the page -----------------------------------------------------------------------------------------------------

    async def page(self, request: web.Request) -> web.Response:
        """The page, in a language of who asks."""
        code = self.tongue(request)
        with spoken_in(code):
            said = {
                "lang": code,
                "title": "Good Offices",
                "opening": tr("Opening the terminal …"),
                "closed": tr("This terminal is closed. What was sent is kept."),
                "again": tr("Open it again"),
                "full": trn(
                    "All {n} place is taken. Close a page that nobody uses, or try again in a minute.",
                    "All {n} places are taken. Close a page that nobody uses, or try again in a minute.",
                    self.most,
                ),
                "script": tr("This page needs JavaScript."),
                "readers": tr("Screen readers cannot read this page: it is drawn. Ask the trainer for a terminal."),
            }
        written = Template((OWN / "page.html").read_text("utf-8"))
        text = written.substitute({name: _escaped(value) for name, value in said.items()})
        return web.Response(text=text, content_type="text/html", charset="utf-8", headers={"Vary": "Accept-Language"})

    def tongue(self, request: web.Request) -> str:
        """The first language of a browser that the program speaks; else that of the host."""
        for wish in request.headers.get("Accept-Language", "")[:200].split(","):
            code = wish.split(";")[0].strip().lower()[:2]
            if code in INTERFACE:
                return code
        return self.language

    async def static(self, request: web.Request) -> web.Response:
        """A file of the page."""
        found = STATICS.get(request.match_info["name"])
        if found is None:
            return _refusal(404, "not found")
        place, kind = found
        return web.Response(body=place.read_bytes(), content_type=kind)

    async def icon(self, request: web.Request) -> web.Response:
        """What old browsers ask for."""
        place, kind = STATICS["icon.svg"]
        return web.Response(body=place.read_bytes(), content_type=kind)

    # -- the terminal in it -------------------------------------------------------------------------------------------

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        """Start a process for the page, and end it with the page."""
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LONGEST_MESSAGE)
        await socket.prepare(request)
        if len(self._guests) >= self.most:
            await socket.close(code=1013, message=b"full")
            return socket
        guest = Guest(socket.send_bytes)
        self._guests.add(guest)
        try:
            words = {**self._for_guests, "language": self.tongue(request)}
            width = within(_number(request.query.get("width")), 1, 500, 80)
            await guest.start(words, width, within(_number(request.query.get("height")), 1, 200, 24))
            drawing = asyncio.create_task(self._draw(guest, socket))
            try:
                await self._listen(guest, socket)
            finally:
                drawing.cancel()
                with suppress(asyncio.CancelledError):
                    await drawing
        finally:
            await asyncio.shield(guest.stop())
            self._guests.discard(guest)
        return socket

    @staticmethod
    async def _draw(guest: Guest, socket: web.WebSocketResponse) -> None:
        with suppress(ConnectionError):
            await guest.carry()
        await socket.close()

    @staticmethod
    async def _listen(guest: Guest, socket: web.WebSocketResponse) -> None:
        """What the page sends: keys, and how much room there is. Whatever else it sends is passed over."""
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            try:
                said = json.loads(message.data)
            except (ValueError, RecursionError):
                continue
            match said:
                case ["stdin", str(text)]:
                    await guest.type(text)
                case ["resize", {"width": width, "height": height}]:
                    await guest.resize(width, height)
                case ["ping", str(text)]:
                    await socket.send_json(["pong", text[:40]])

    async def end(self, app: web.Application) -> None:
        """End every process."""
        await asyncio.gather(*(guest.stop() for guest in list(self._guests)), return_exceptions=True)


def _refusal(status: int, why: str) -> web.Response:
    return web.Response(status=status, text=why)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


async def serve(words: Mapping[str, Any]) -> int:
    """Serve until the input ends or a signal comes."""
    serving = Serving(words)
    runner = web.AppRunner(serving.app(), access_log=None, shutdown_timeout=10.0)
    await runner.setup()
    site = web.TCPSite(runner, serving.host, serving.port)
    try:
        await site.start()
    except OSError as error:
        _tell({"trouble": error.strerror or str(error)})
        await runner.cleanup()
        return 1
    _tell({"port": runner.addresses[0][1]})
    await _told_to_end()
    await runner.cleanup()
    return 0


async def _told_to_end() -> None:
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, over.set)
    loop.add_reader(0, over.set)  # nothing more is ever written there: it can only end
    await over.wait()
    loop.remove_reader(0)


def _tell(words: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Read what to serve, and serve it."""
    logging.disable(logging.CRITICAL)  # what people type is in no log
    return asyncio.run(serve(json.loads(sys.stdin.buffer.readline())))


if __name__ == "__main__":
    sys.exit(main())
