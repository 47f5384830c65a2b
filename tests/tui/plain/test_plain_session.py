"""A whole session line by line, in a terminal that can only print."""

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from simulator.engine import Event
from simulator.engine import commands as c
from simulator.engine.events import ConsentChanged, PackageTabled
from simulator.engine.words import Answer, Consent, OutcomeKind, Source
from simulator.journal import forgetting
from simulator.journal.pins import set_pin
from simulator.journal.store import Journal
from tests.terminals import Terminal

Issue = Callable[..., None]
Sit = Callable[..., Terminal]

PIN = "271828"
SPEAKS = "from simulator.cli import main; main()"


@pytest.fixture
def sit(journal: Path, session: str, issue: Issue, tmp_path: Path) -> Iterator[Sit]:
    """A session of the well with a person at each seat, and terminals of lines on it."""
    for seat in ("upper-head", "lower-head", "mediator", "engineer"):
        issue(c.CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    with Journal.open(journal) as opened:
        set_pin(opened, session, "upper-head", PIN)
        set_pin(opened, session, "trainer", "1414")
    opened_here: list[Terminal] = []

    def join(*options: str, language: str = "en", term: str = "dumb", size: tuple[int, int] = (80, 24)) -> Terminal:
        environment = {**os.environ, "TERM": term, "TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
        environment |= {"GOODOFFICES_JOURNAL": str(journal)}
        opened_here.append(Terminal(["-c", SPEAKS, "--lang", language, "join", session, *options], environment, size))
        return opened_here[-1]

    yield join
    for one in opened_here:
        one.close()


def events(journal: Path) -> tuple[Event, ...]:
    """Everything that happened."""
    with Journal.open(journal) as opened:
        return opened.events(opened.sessions()[0].id)


def enter(terminal: Terminal, *typed: str) -> str:
    """Type lines, each after its prompt; what was said since."""
    said = ""
    for line in typed:
        terminal.send(line + "\n")
        said += settled(terminal)
    return said


def settled(terminal: Terminal) -> str:
    """Read on until a prompt is the last that was said; what came, without the breaks of lines."""
    end = time.monotonic() + 40
    while True:
        terminal.quiet(0.1)
        said = terminal.output[terminal.seen :]
        if b"\n" in said and said.endswith((b": ", b"> ")):
            terminal.seen = len(terminal.output)
            return " ".join(said.decode(errors="replace").split())
        assert time.monotonic() < end, terminal.output[-3000:].decode()


def test_a_trainee_plays_from_the_pin_to_leaving_the_role(sit: Sit, issue: Issue, journal: Path) -> None:
    issue(c.StartClock)
    upper = sit("--seat", "upper-head")  # nobody asked for lines: a terminal that only prints gets them by itself
    upper.until("Dalia Venn: your PIN: ")
    said = enter(upper, "000000")
    assert "That is not the PIN. 4 more tries" in said
    said = enter(upper, PIN)
    assert "You are Dalia Venn, Speaker of Upper Ardel. Village of Upper Ardel." in said
    assert PIN.encode() not in upper.output

    # The brief asks before it is printed, and says why.
    assert "1 Your seat, CONFIDENTIAL" in enter(upper, "2")
    asked = enter(upper, "2")
    assert "can be read by scrolling back" in asked
    assert "herds climb" not in asked
    assert "two hundred goats" not in enter(upper, "n")
    assert "before the herds climb" in enter(upper, "2", "y")
    assert "Dalia Venn (Upper) is ready." in enter(upper, "y")

    # News comes after Enter, once.
    issue(c.EnterPhase, phase="exploration")
    issue(c.GiveConsent, by="lower-head", consent=Consent.IN)
    news = enter(upper, "")
    assert "Exploration" in news
    assert "Lower" in news
    assert "Nothing new." in enter(upper, "")

    # Consent on conditions: the form refuses what is missing, and keeps what was chosen.
    said = enter(upper, "b", "1", "1", "c", "2", ".", "y")
    assert "Write the conditions." in said
    assert "We take part on conditions" in said
    said = enter(upper, "2", "Only if noon is talked about.", "and the school", ".2 and the school.", ".", "y")
    (given,) = [e for e in events(journal) if isinstance(e, ConsentChanged) and e.party == "upper"]
    assert given.conditions == "Only if noon is talked about.\nand the school."

    # The rules say no with the way on, and the answers stay; what is left is a draft that comes back.
    issue(c.PauseClock)
    said = enter(upper, "n", "A note to myself", ".b")
    said = enter(upper, "n")
    assert "A note to myself" in said
    said = enter(upper, ".", "", "", "y")  # on no meeting and nobody in particular
    assert "Done." in said

    # Offers: a package, issue by issue.
    issue(c.ResumeClock)
    issue(c.EnterPhase, phase="convergence")
    said = enter(upper, "b", "6", "t")
    assert "Hours at the well" in said
    said = enter(upper, "1", "3", "", "", "y")
    assert "package" in said.lower()
    (tabled,) = [e for e in events(journal) if isinstance(e, PackageTabled)]
    issue(c.AnswerPackage, by="lower-head", package=tabled.package, answer=Answer.ACCEPT)
    issue(c.DeclareOutcome, kind=OutcomeKind.AGREEMENT, package=tabled.package)
    assert "greement" in enter(upper, "")

    # Out of the role, the self-report, and the seat locks by itself.
    issue(c.EnterPhase, phase="de-role")
    said = enter(upper, "")
    assert "Play is over" in said
    said = enter(upper, "e", "y")
    assert "Dalia Venn (Upper) left the role." in said
    said = enter(upper, "p", "7", "8", "6")
    assert "The seat is locked" in said
    upper.send("b\n")
    assert upper.ends() == 0
    controls = {byte for byte in upper.output if byte < 32 or byte == 127} - {10, 13}
    assert not controls


def test_french_prompts_and_the_language_of_the_seat(sit: Sit, issue: Issue) -> None:
    issue(c.StartClock)
    terminal = sit("--plain", "--seat", "lower-head", language="fr")
    settled(terminal)
    assert "Vous êtes Omar Tillsand" in terminal.output.decode()
    said = enter(terminal, "?")
    assert "le mot d’arrêt" in said
    said = enter(terminal, "n", "Une note.", ".", "", "", "o")
    assert "Envoyer" not in said
    assert "1 Only" not in said
    enter(terminal, "l")
    assert "Le siège est verrouillé" in terminal.output.decode()
    assert "choose" not in terminal.output.decode().lower()


def test_the_terminal_behaves_when_people_do_not(sit: Sit, issue: Issue) -> None:
    issue(c.StartClock)
    terminal = sit("--plain", "--seat", "lower-head", term="xterm-256color", size=(30, 24))
    terminal.until("help: ")
    # Ctrl+C gives the prompt again; bytes that are no text are told, and play goes on; Ctrl+D asks.
    terminal.send("half a word\x03")
    assert re.search(r"A pane 1 to \d+", settled(terminal))
    terminal.send(b"\xe9\xff\n")
    assert "was no text" in settled(terminal)
    terminal.send("\x04")
    assert "Lock the seat?" in settled(terminal)
    terminal.send("n\n")
    settled(terminal)
    assert all(
        len(line) <= 30
        for line in terminal.output.decode(errors="replace").split("\r\n")
        if not line.startswith("Traceback")
    )
    # A lock clears what can be cleared; that is all that ever drives the terminal.
    before = terminal.output
    terminal.send("l\n")
    settled(terminal)
    assert b"\x1b" not in before.replace(b"^C", b"")
    rest = terminal.output[len(before) :]
    assert rest.count(b"\x1b") == 3
    assert b"\x1b[H\x1b[2J\x1b[3J" in rest
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.ends() == 128 + signal.SIGTERM
    assert b"Traceback" not in terminal.output


def test_a_signal_while_a_pin_is_typed_gives_the_echo_back(sit: Sit) -> None:
    import termios

    terminal = sit("--plain", "--seat", "upper-head")
    terminal.until("your PIN: ")
    assert not termios.tcgetattr(terminal.master)[3] & termios.ECHO
    terminal.process.send_signal(signal.SIGHUP)
    assert terminal.ends() == 128 + signal.SIGHUP
    assert termios.tcgetattr(terminal.master)[3] & termios.ECHO


def test_a_session_that_was_deleted_elsewhere_is_told(sit: Sit, issue: Issue, journal: Path, session: str) -> None:
    issue(c.StartClock)
    upper = sit("--seat", "upper-head")
    upper.until("Dalia Venn: your PIN: ")
    enter(upper, PIN)
    with Journal.open(journal) as opened:
        forgetting.delete(opened, [session], date(2027, 3, 1))
        forgetting.finish(opened)
    said = enter(upper, "", "")
    assert f"Session {session} was deleted on 1 March 2027. Nothing of it is left in the journal." in said
    assert "What you write is kept" not in said
