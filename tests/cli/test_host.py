"""Hosting a session and joining it, from the command line."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from simulator.engine import TRAINER
from simulator.engine.words import Source
from simulator.journal import Journal, LiveSession, codes, pins
from tests.cli.running import Tell

WELL = Path(__file__).parents[1] / "cases" / "well" / "scenario.yaml"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


def test_a_new_session_says_how_others_join(tell: Tell, journal: Path) -> None:
    told = tell("host", WELL, "--people", "4", "--name", "Table 1", "--no-console")
    assert told.status == 0, told.err
    with Journal.open(journal) as opened:
        (info,) = opened.sessions()
        code = codes.code_of(opened, info.id)
        assert pins.has_pin(opened, info.id, TRAINER)
        seats = LiveSession(opened, info.id).session.seats
    assert code is not None
    assert info.name == "Table 1"
    assert sum(seat.source is Source.HUMAN for seat in seats.values()) == 4
    assert codes.written(code) in told.out
    assert codes.spelled(code) in told.out
    assert f"goodoffices --db {journal} join {codes.written(code)}" in told.out
    assert "You, the trainer" in told.out


def test_for_programs_it_is_one_object_and_the_code_stays(tell: Tell, journal: Path) -> None:
    first = json.loads(tell("host", WELL, "--json").out)
    assert set(first) == {"session", "name", "code", "url", "pins"}
    assert set(first["pins"]) == {TRAINER}
    again = json.loads(tell("host", first["session"], "--json").out)
    assert (again["session"], again["code"], again["pins"]) == (first["session"], first["code"], {})
    with_pins = json.loads(tell("host", first["session"], "--json", "--pins").out)
    assert with_pins["pins"]
    assert TRAINER not in with_pins["pins"]
    with Journal.open(journal) as opened:
        for seat, pin in with_pins["pins"].items():
            assert (
                pins.check(opened, first["session"], seat, pin, opened.session(first["session"]).created) == pins.Ok()
            )


def test_what_cannot_be_hosted_is_said(tell: Tell) -> None:
    session = json.loads(tell("host", WELL, "--json").out)["session"]
    assert "is a session already" in tell("host", session, "--people", "3", "--json").err
    told = tell("host", session[:-1] + "7", "--json")
    assert told.status == 2
    assert f"Did you mean the session {session}?" in told.err
    assert "The console needs a terminal" in tell("host", WELL).err
    assert "without a path" in tell("host", session, "--json", "--web", "--url", "http://x/y").err


def test_other_machines_reach_only_seats_with_pins(tell: Tell) -> None:
    session = json.loads(tell("host", WELL, "--json").out)["session"]
    told = tell("host", session, "--json", "--web", "--port", "0", "--bind", "0.0.0.0")
    assert told.status == 1
    assert "have no PIN" in told.err
    assert not told.out


def test_a_qr_without_a_page_is_not_drawn(tell: Tell) -> None:
    told = tell("host", WELL, "--no-console", "--qr")
    assert "No QR" in told.err
    assert "▀" not in told.out


# -- joining ----------------------------------------------------------------------------------------------------------


def test_a_code_leads_to_the_screens_and_a_wrong_one_says_nothing_of_any(tell: Tell) -> None:
    made = json.loads(tell("host", WELL, "--json").out)
    assert "The screens need a terminal" in tell("join", made["code"].lower().replace("-", " ")).err
    wrong = ("B" if made["code"][0] != "B" else "C") + made["code"][1:]
    told = tell("join", wrong)
    assert told.status == 1
    assert "This code opens nothing" in told.err
    assert made["session"] not in told.err
    assert made["code"] not in told.err
    assert "A join code has 6 letters" in tell("join", "hello").err


def test_too_many_wrong_codes_have_to_wait(tell: Tell) -> None:
    made = json.loads(tell("host", WELL, "--json").out)
    wrong = ("B" if made["code"][0] != "B" else "C") + made["code"][1:]
    for _ in range(codes.FREE_TRIES):
        told = tell("join", wrong)
    assert "Too many wrong codes" in told.err
    assert "Too many wrong codes" in tell("join", made["code"]).err


def test_ids_are_known_by_their_nearest(tell: Tell) -> None:
    session = json.loads(tell("host", WELL, "--json").out)["session"]
    assert "The screens need a terminal" in tell("join", session).err
    assert f"Did you mean {session}?" in tell("join", session.replace("well", "wel")).err
    assert "goodoffices sessions" in tell("join", "nothing-like-it-9").err
    assert "its join code, or its id" in tell("join", "--console").err
    assert "not two of them" in tell("join", session, "--console", "--wall").err


def test_the_wall_opens_by_code_and_by_id(tell: Tell) -> None:
    made = json.loads(tell("host", WELL, "--json").out)
    for name in (made["code"], made["session"]):
        assert "The screens need a terminal" in tell("wall", name).err
    assert "Did you mean" in tell("wall", made["session"].replace("well", "wel")).err


def test_a_code_is_no_way_to_a_console_without_a_pin(tell: Tell, journal: Path) -> None:
    made = json.loads(tell("host", WELL, "--json").out)
    with Journal.open(journal) as opened:
        pins.clear(opened, made["session"], TRAINER)
    assert "only with the trainer's PIN" in tell("join", made["code"], "--console").err


# -- the page ---------------------------------------------------------------------------------------------------------


def test_the_page_is_there_as_long_as_its_host_and_no_longer(tmp_path: Path, journal: Path) -> None:
    code = "import sys; from simulator.cli import main; sys.argv[0] = 'goodoffices'; main()"
    host = subprocess.Popen(
        [sys.executable, "-c", code, "host", str(WELL), "--json", "--web", "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "GOODOFFICES_JOURNAL": str(journal), "HOME": str(tmp_path)},
    )  # fmt: skip
    try:
        _serves_and_ends(host)
    finally:
        host.kill()
        host.wait()
        assert host.stdout is not None
        host.stdout.close()


def _serves_and_ends(host: "subprocess.Popen[str]") -> None:
    assert host.stdout is not None
    said = ""
    while not said.endswith("\n}\n"):
        said += host.stdout.readline()
    url = json.loads(said)["url"]
    assert url.startswith("http://127.0.0.1:")
    with urlopen(url, timeout=10) as page:
        assert b"textual-terminal" in page.read()
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(f"{url}ws", headers={"Origin": "http://evil.example"}), timeout=10)
    assert refused.value.code == 403
    refused.value.close()
    begun = [int(p) for p in Path(f"/proc/{host.pid}/task/{host.pid}/children").read_text().split()]
    assert len(begun) == 1
    host.send_signal(signal.SIGTERM)
    assert host.wait(30) == 128 + signal.SIGTERM
    for _ in range(100):
        if not Path(f"/proc/{begun[0]}").exists():
            return
        time.sleep(0.05)
    raise AssertionError("the server is there still")
