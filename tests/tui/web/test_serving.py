"""What the server lets in, and what becomes of its guests."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from simulator.tui.reach import is_known, is_loopback, url_of
from simulator.tui.web.hosted import Hosted, NotServed
from tests.tui.web.conftest import Room


def children(parent: int) -> set[int]:
    """The processes that a process has started, and theirs."""
    found: set[int] = set()
    tasks = Path(f"/proc/{parent}/task")
    for task in tasks.iterdir() if tasks.exists() else ():
        for child in (task / "children").read_text().split():
            found |= {int(child)} | children(int(child))
    return found


def alive(processes: set[int]) -> set[int]:
    return {p for p in processes if Path(f"/proc/{p}/cmdline").exists() and Path(f"/proc/{p}/cmdline").read_bytes()}


async def gone(processes: set[int]) -> bool:
    for _ in range(200):
        if not alive(processes):
            return True
        await asyncio.sleep(0.05)
    return False


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def one(hosted: Hosted, client: aiohttp.ClientSession) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A page that is open."""
    async with client.ws_connect(f"{hosted.url}ws", headers=headers(hosted)) as socket:
        yield socket


def headers(hosted: Hosted, **other: str) -> dict[str, str]:
    return {"Origin": hosted.url.rstrip("/"), **other}


async def first_bytes(socket: aiohttp.ClientWebSocketResponse) -> bytes:
    message = await asyncio.wait_for(socket.receive(), 30)
    return message.data if message.type is aiohttp.WSMsgType.BINARY else b""


# -- who is let in ----------------------------------------------------------------------------------------------------


async def test_a_socket_from_another_page_is_refused(hosted: Hosted, client: aiohttp.ClientSession) -> None:
    where = f"{hosted.url}ws"
    for origin in ("http://evil.example", "null", "http://127.0.0.1:1", "http://localhost.evil.example:8000", ""):
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await client.ws_connect(where, headers={"Origin": origin})
        assert refused.value.status == 403, origin
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await client.ws_connect(where)  # no browser: it would have said where it comes from
    assert refused.value.status == 403
    async with client.ws_connect(where, headers=headers(hosted)) as socket:
        assert await first_bytes(socket)


async def test_a_name_that_somebody_else_led_here_is_refused(hosted: Hosted, client: aiohttp.ClientSession) -> None:
    port = urlsplit(hosted.url).port
    for host in ("evil.example", f"evil.example:{port}", "", "127.0.0.1.evil.example", "[::1", "a b"):
        async with client.get(hosted.url, headers={"Host": host}) as answer:
            assert answer.status in (400, 403), host
    for host in (f"localhost:{port}", f"127.0.0.1:{port}", f"192.168.1.20:{port}", f"[::1]:{port}"):
        async with client.get(hosted.url, headers={"Host": host}) as answer:
            assert answer.status == 200, host


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("talks.example.org", True),
        ("talks.example.org:443", True),
        ("talks.example.org.evil.example", False),
        ("10.0.0.1:8000", True),
        ("1.2.3", False),
        ("::1", False),
    ],
)
def test_the_name_that_people_were_given_is_known(host: str, known: bool) -> None:
    assert is_known(host, "127.0.0.1", "https://talks.example.org") is known


def test_addresses() -> None:
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.8.8.8", "::1", "localhost"))
    assert not any(is_loopback(host) for host in ("0.0.0.0", "::", "192.168.0.1", "example.org"))
    assert url_of("10.0.0.1", 80) == "http://10.0.0.1/"
    assert url_of("::1", 8000) == "http://[::1]:8000/"
    assert "0.0.0.0" not in url_of("0.0.0.0", 8000)


# -- what is served ---------------------------------------------------------------------------------------------------


async def test_the_page_asks_no_other_host_and_says_nothing_of_a_session(
    hosted: Hosted, room: Room, client: aiohttp.ClientSession
) -> None:
    async with client.get(hosted.url) as answer:
        page = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    assert "http" not in page.replace("http-equiv", "")
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    for secret in (room.code, room.session, "Well", "Table 1", str(room.journal)):
        assert secret not in page, secret
    for name in ("page.js", "page.css", "icon.svg", "terminal.js", "terminal.css", "mono.ttf"):
        async with client.get(f"{hosted.url}static/{name}") as answer:
            assert answer.status == 200, name
            assert await answer.read()


async def test_the_page_speaks_the_language_of_the_browser(hosted: Hosted, client: aiohttp.ClientSession) -> None:
    for wish, code in (("fr-CA,fr;q=0.9,en;q=0.8", "fr"), ("de,en;q=0.5", "en"), ("de", "en"), ("\t;,q=", "en")):
        async with client.get(hosted.url, headers={"Accept-Language": wish}) as answer:
            assert f'<html lang="{code}">' in await answer.text()


async def test_nothing_else_is_served(hosted: Hosted, client: aiohttp.ClientSession) -> None:
    for path in (
        "static/",
        "static/..%2f..%2fserving.py",
        "static/page.html",
        "download/1",
        "journal.db",
        ".git/config",
    ):
        async with client.get(f"{hosted.url}{path}") as answer:
            assert answer.status == 404, path
    async with client.post(hosted.url) as answer:
        assert answer.status == 405


# -- the processes behind it ------------------------------------------------------------------------------------------


async def test_closing_a_page_ends_its_process(hosted: Hosted, client: aiohttp.ClientSession) -> None:
    async with client.ws_connect(f"{hosted.url}ws?width=90&height=30", headers=headers(hosted)) as socket:
        assert await first_bytes(socket)
        begun = children(hosted.process)
        assert len(begun) == 1
    assert await gone(begun)


async def test_no_argument_and_no_variable_tells_where_the_journal_is(
    hosted: Hosted, room: Room, client: aiohttp.ClientSession
) -> None:
    async with client.ws_connect(f"{hosted.url}ws", headers=headers(hosted)) as socket:
        assert await first_bytes(socket)
        for process in (hosted.process, *children(hosted.process)):
            for what in ("cmdline", "environ"):
                said = Path(f"/proc/{process}/{what}").read_bytes()
                assert said
                for secret in (room.journal.name, room.session, room.code, room.pin, "swordfish"):
                    assert secret.encode() not in said, (what, secret)


@pytest.fixture(autouse=True)
def _secret_variables(monkeypatch: pytest.MonkeyPatch, journal: Path) -> None:
    monkeypatch.setenv("PGPASSWORD", "swordfish")
    monkeypatch.setenv("GOODOFFICES_JOURNAL", str(journal))


async def test_one_more_than_there_is_room_for_is_told_so(hosted: Hosted, client: aiohttp.ClientSession) -> None:
    sockets = [await client.ws_connect(f"{hosted.url}ws", headers=headers(hosted)) for _ in range(3)]
    one_more = await client.ws_connect(f"{hosted.url}ws", headers=headers(hosted))
    message = await asyncio.wait_for(one_more.receive(), 10)
    assert message.type is aiohttp.WSMsgType.CLOSE
    assert (message.data, message.extra) == (1013, "full")
    assert len(children(hosted.process)) == 3
    begun = children(hosted.process)
    await sockets.pop().close()
    for _ in range(100):
        if len(children(hosted.process)) == 2:
            break
        await asyncio.sleep(0.05)
    async with client.ws_connect(f"{hosted.url}ws", headers=headers(hosted)) as again:
        assert await first_bytes(again)
    for socket in sockets:
        await socket.close()
    assert await gone(begun)


NONSENSE = (
    *("", "{", "[]", '["stdin"]', '["stdin", 5]', '["stdin", ""]', '["stdin", "\\ud800"]', '["resize", {}]'),
    *(
        "[" * 90_000,
        '["resize", {"width": 1000000000, "height": 1000000000}]',
        '["resize", {"width": -1, "height": 1}]',
    ),
    *('["resize", {"width": true, "height": null}]', '["open_url", {"url": "http://evil.example"}]', '["ping", {}]'),
)


async def test_what_a_page_may_not_send_is_passed_over(one: aiohttp.ClientWebSocketResponse) -> None:
    assert await first_bytes(one)
    for nonsense in NONSENSE:
        await one.send_str(nonsense)
    await one.send_bytes(b"\xff\x00")
    await one.send_str(json.dumps(["ping", "1"]))
    while True:
        message = await asyncio.wait_for(one.receive(), 20)
        assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
        if message.type is aiohttp.WSMsgType.TEXT:
            assert json.loads(message.data) == ["pong", "1"]
            break
    await one.send_str('["resize", {"width": 61, "height": 21}]')
    assert await first_bytes(one), "the screens answer still"


async def test_it_ends_with_its_host_and_takes_all_with_it(room: Room, client: aiohttp.ClientSession) -> None:
    code = (
        "import sys, time; from simulator.tui.web.hosted import Hosted\n"
        f"with Hosted({str(room.journal)!r}, '127.0.0.1', 0) as hosted:\n"
        "    print(hosted.url, flush=True); time.sleep(60)"
    )
    host = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert host.stdout is not None
    url = host.stdout.readline().strip()
    async with client.ws_connect(f"{url}ws", headers={"Origin": url.rstrip("/")}) as socket:
        assert await first_bytes(socket)
        begun = children(host.pid)
        assert len(begun) == 2
        os.kill(host.pid, signal.SIGKILL)
        host.wait(10)
        assert await gone(begun)
    host.stdout.close()


def test_a_port_that_is_taken_is_said(hosted: Hosted, room: Room) -> None:
    port = urlsplit(hosted.url).port
    assert port is not None
    with pytest.raises(NotServed, match=f"port {port}: .*Name another"), Hosted(str(room.journal), "127.0.0.1", port):
        pass
    with pytest.raises(NotServed, match=r"203\.0\.113\.7"), Hosted(str(room.journal), "203.0.113.7", 0):
        pass


def test_without_the_extra_it_says_how_to_install_it(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.tui.web.hosted.installed", lambda: False)
    with pytest.raises(NotServed, match=r"pip install .good-offices\[web\]"), Hosted(str(room.journal), "127.0.0.1", 0):
        pass
