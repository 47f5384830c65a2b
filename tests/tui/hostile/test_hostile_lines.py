"""Line by line nothing that people wrote drives the terminal either, at any seat and at exercise control."""

import os
import re
from pathlib import Path

import pytest

from simulator.journal import writing
from simulator.tui.desk import Desk
from simulator.tui.plain.curtain import Curtain
from simulator.tui.plain.lines import Gone, Lines
from simulator.tui.plain.room import Room
from tests.tui.hostile.poisoned import poisoned
from tests.tui.hostile.strict import acts


@pytest.mark.parametrize(
    ("case", "seats"), [("sources-of-kalindra", (1, 4)), pytest.param("mezraya-accord", (1, 3), marks=pytest.mark.soak)]
)
def test_every_pane_of_every_seat_is_read_out_as_text(
    case: str, seats: tuple[int, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = poisoned(tmp_path / "j.db", case)
    monkeypatch.setattr(writing, "_UNKEPT", re.compile("(?!)"))
    desk = Desk(tmp_path / "j.db")
    desk.open(session)
    panes = [step for n in (1, 3, 4, 5, 6, 7, 8, 9, 10) for step in (str(n), "1", "2", "b")]
    script = [step for n in seats for step in (str(n), *panes, "a", "x", "b", "l")]
    (tmp_path / "in").write_text("\n".join([*script, "b"]) + "\n", encoding="utf-8")
    source, sink = os.open(tmp_path / "in", os.O_RDONLY), os.open(tmp_path / "out", os.O_CREAT | os.O_WRONLY, 0o600)
    lines = Lines(source, sink)
    try:
        Curtain(Room(desk, lines)).stay()
    except Gone:
        pass
    finally:
        os.close(source)
        os.close(sink)
        desk.speak("en")
        desk.journal.close()
    output = (tmp_path / "out").read_bytes()
    assert not list(acts(output))
    assert b"\x1b" not in output
    assert b"[@click=app.quit]QUIT" in output
    assert b"The seat is locked" in output
