"""Forgetting from the command line: the day, the names, the whole session; what is asked, told, and left."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from simulator.engine import TRAINER
from simulator.engine.commands import Announce, CastSeat, DeclareOutcome, EndSession, OpenSession, StartClock, WriteNote
from simulator.engine.words import OutcomeKind, Source
from simulator.journal import Journal, LiveSession, SessionId
from simulator.journal.keeping import keep_until
from simulator.journal.presence import Presence
from tests.cli.running import Tell

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
WELL = Path(__file__).parents[1] / "cases/well/scenario.yaml"
YESTERDAY = date.today() - timedelta(days=1)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """The journal that the verbs use."""
    with Journal.open(tmp_path / "journal.db", clock=lambda: AT) as opened:
        yield opened


@pytest.fixture
def session(journal: Journal) -> SessionId:
    """A session that has ended, in which people have names."""
    return played(journal)


def played(journal: Journal, *, end: bool = True) -> SessionId:
    made = journal.new_session("Monday with Quuxina", WELL.read_text(encoding="utf-8"), 7)
    live = LiveSession(journal, made)
    live.issue(OpenSession(at=AT, by=TRAINER, name="Monday with Quuxina"))
    for seat, people in (("upper-head", ("Quuxina Dobrova",)), ("lower-head", ()), ("mediator", ("Omar",))):
        live.issue(CastSeat(at=AT, by=TRAINER, seat=seat, source=Source.HUMAN, people=people))
    live.issue(StartClock(at=AT, by=TRAINER))
    live.issue(Announce(at=AT, by=TRAINER, text="As quuxina I say: mornings, in Brnoville."))
    live.issue(WriteNote(at=AT, by="mediator", text="Zwetana-secret"))
    if end:
        live.issue(DeclareOutcome(at=AT, by=TRAINER, kind=OutcomeKind.ABORTED))
        live.issue(EndSession(at=AT, by=TRAINER))
    return made


def held(tmp_path: Path) -> bytes:
    """All bytes of the journal's files."""
    return b"".join(file.read_bytes() for file in tmp_path.glob("journal.db*"))


# -- the day ----------------------------------------------------------------------------------------------------------


def test_a_day_is_set_shown_and_taken_back(tell: Tell, session: SessionId) -> None:
    assert "kept until" not in tell("sessions").out
    told = tell("forget", session, "--keep-until", "2999-03-01")
    assert told.status == 0
    assert "kept until 1 March 2999" in told.err
    assert "past" not in told.err
    listed = tell("sessions")
    assert "kept until 2999-03-01" in " ".join(listed.out.split())
    assert "past" not in listed.out
    [info] = json.loads(tell("sessions", "--json").out)
    assert (info["keep_until"], info["due"], info["anonymised"]) == ("2999-03-01", False, None)
    assert tell("forget", session, "--keep-until", "none").status == 0
    assert json.loads(tell("sessions", "--json").out)[0]["keep_until"] is None


def test_a_day_that_is_past_is_told_everywhere(tell: Tell, session: SessionId) -> None:
    assert "past" in tell("forget", session, "--keep-until", YESTERDAY.isoformat()).err
    told = tell("sessions")
    assert f"kept until {YESTERDAY}: past" in " ".join(told.out.split())
    assert "1 session is past its day" in told.err
    assert json.loads(tell("sessions", "--json").out)[0]["due"] is True


def test_the_day_travels_with_an_export(tell: Tell, session: SessionId, tmp_path: Path) -> None:
    tell("forget", session, "--keep-until", "2999-03-01")
    assert tell("export", session, "--out", "carried.jsonl").status == 0
    assert '"format":3' in (tmp_path / "carried.jsonl").read_text(encoding="utf-8").split("\n")[0]
    again = tell("import", "carried.jsonl").out.strip()
    kept = {info["id"]: info["keep_until"] for info in json.loads(tell("sessions", "--json").out)}
    assert kept == {session: "2999-03-01", again: "2999-03-01"}


# -- deleting ---------------------------------------------------------------------------------------------------------


def test_deleting_leaves_nothing_and_says_what_stays(tell: Tell, session: SessionId, tmp_path: Path) -> None:
    assert b"Quuxina" in held(tmp_path)
    told = tell("forget", session, "--yes")
    assert (told.status, told.out) == (0, f"{session}\n")
    for said in ("“Monday with Quuxina”, The Well", "12 events", "go for good", "1 session deleted", "trainer.*"):
        assert said in told.err, said
    assert b"Quuxina" not in held(tmp_path)
    assert b"Zwetana" not in held(tmp_path)
    assert json.loads(tell("sessions", "--json").out) == []
    for verb in ("replay", "forget"):
        gone = tell(verb, session, *(["--yes"] if verb == "forget" else []))
        assert gone.status == 1
        assert "was deleted on" in gone.err


def test_nobody_is_asked_where_nobody_is(tell: Tell, session: SessionId, journal: Journal) -> None:
    told = tell("forget", session)
    assert told.status == 2
    assert "add --yes" in told.err
    assert "12 events" in told.err
    assert len(journal.sessions()) == 1


@pytest.mark.parametrize(("typed", "left"), [("yes", 0), ("Yes ", 0), ("y", 1), ("", 1), ("no", 1)])
def test_the_whole_word_is_asked_for(
    tell: Tell, session: SessionId, journal: Journal, monkeypatch: pytest.MonkeyPatch, typed: str, left: int
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: typed)
    told = tell("forget", session)
    assert told.status == left
    assert ("Nothing was changed" in told.err) is bool(left)
    assert len(journal.sessions()) == left


def test_copies_are_named_before_anything_goes(tell: Tell, session: SessionId, journal: Journal) -> None:
    branch = journal.branch(session, 5, "again")
    told = tell("forget", session, "--yes")
    assert told.status == 1
    assert branch in told.err
    assert "--no-branches" in told.err
    assert len(journal.sessions()) == 2
    assert "which holds its first events" in tell("forget", branch).err
    assert tell("forget", session, "--yes", "--branches").status == 0
    assert journal.sessions() == ()


def test_copies_may_stay(tell: Tell, session: SessionId, journal: Journal) -> None:
    branch = journal.branch(session, 5, "again")
    assert tell("forget", session, "--yes", "--no-branches").status == 0
    assert [info.id for info in journal.sessions()] == [branch]


def test_a_session_at_which_somebody_sits_stays(tell: Tell, session: SessionId, journal: Journal) -> None:
    terminal = Presence(journal, session)
    terminal.say("mediator", 0.0, False)
    told = tell("forget", session, "--yes")
    assert told.status == 1
    assert "1 terminal is open" in told.err
    assert "--force" in told.err
    assert tell("forget", session, "--yes", "--force").status == 0
    assert journal.sessions() == ()


def test_what_is_due_goes_and_what_is_not_stays(tell: Tell, journal: Journal) -> None:
    due, later, never, open_ = (played(journal) for _ in range(4))
    keep_until(journal, due, YESTERDAY)
    keep_until(journal, open_, YESTERDAY)
    keep_until(journal, later, date.today())
    terminal = Presence(journal, open_)
    terminal.say("mediator", 0.0, False)
    told = tell("forget", "--due", "--yes")
    assert (told.status, told.out) == (1, f"{due}\n")
    assert "1 terminal is open" in told.err
    terminal.leave()
    told = tell("forget", "--due", "--anonymise", "--yes")
    assert (told.status, told.out) == (0, f"{open_}\n")
    assert {info.id for info in journal.sessions()} == {later, never, open_}
    told = tell("forget", "--due", "--yes")
    assert (told.status, told.out) == (0, "")
    assert "No session is past its day" in told.err


def test_what_was_cut_off_is_told_and_finished(
    tell: Tell, session: SessionId, journal: Journal, tmp_path: Path
) -> None:
    from simulator.journal import forgetting

    forgetting.delete(journal, [session], date.today())
    assert "goodoffices forget --finish" in tell("sessions").err
    assert b"Zwetana" in held(tmp_path)
    assert tell("forget", "--finish").status == 0
    assert b"Zwetana" not in held(tmp_path)
    assert "--finish" not in tell("sessions").err


# -- names ------------------------------------------------------------------------------------------------------------


def test_names_are_shown_taken_out_and_not_found_again(tell: Tell, session: SessionId, tmp_path: Path) -> None:
    before = tell("score", session, "--json").out
    asked = tell("forget", session, "--anonymise", "--also", "Brnoville")
    assert asked.status == 2
    for said in (
        "Quuxina Dobrova becomes P1",
        "in texts, “Quuxina” becomes P1: 2 places",
        "1 private note",
        "add --yes",
    ):
        assert said in asked.err, said
    assert b"Quuxina" in held(tmp_path)
    told = tell("forget", session, "--anonymise", "--also", "Brnoville", "--name", "Group 1", "--yes")
    assert (told.status, told.out) == (0, f"{session}\n")
    assert "places in texts were changed" in told.err
    for word in (b"Quuxina", b"quuxina", b"Dobrova", b"Zwetana", b"Brnoville"):
        assert word not in held(tmp_path), word
    assert tell("score", session, "--json").out == before
    replayed = tell("replay", session)
    assert "As P1 I say: mornings, in […]." in replayed.out
    [info] = json.loads(tell("sessions", "--json").out)
    assert (info["name"], info["anonymised"], info["events"]) == ("Group 1", date.today().isoformat(), 12)
    assert "anonymised" in tell("sessions").out


def test_a_word_may_stay_and_people_of_the_story_are_told_apart(tell: Tell, session: SessionId) -> None:
    told = tell("forget", session, "--anonymise", "--also", "mornings")
    assert "The case says this too, so people of the story may lose it: mornings" in told.err
    assert (
        "Dobrova"
        not in tell("forget", session, "--anonymise", "--keep", "dobrova", "--keep", "Quuxina Dobrova").err.split("P1")[
            1
        ]
    )


def test_other_sessions_with_the_same_names_are_named(tell: Tell, session: SessionId, journal: Journal) -> None:
    other = played(journal)
    told = tell("forget", session, "--anonymise", "--yes")
    assert f"other sessions of this journal: {other}" in told.err


def test_a_session_that_goes_on_keeps_its_names(tell: Tell, journal: Journal) -> None:
    going_on = played(journal, end=False)
    told = tell("forget", going_on, "--anonymise", "--yes")
    assert told.status == 1
    assert "not ended yet" in told.err
    assert tell("forget", going_on, "--anonymise", "--yes", "--force").status == 0


# -- slips ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name one SESSION"),
        (("x-1", "--due"), "Name one SESSION"),
        (("x-1", "--also", "Ada"), "belong to --anonymise"),
        (("--due", "--keep-until", "2027-03-01"), "for one SESSION"),
        (("x-1", "--keep-until", "2027-03-01", "--anonymise"), "for one SESSION"),
        (("x-1", "--keep-until", "1.3.2027"), "write a day as 2027-03-01"),
        (("x-1", "--anonymise", "--name", " "), "1 to 120 characters"),
    ],
)
def test_slips_are_told_with_what_to_do(tell: Tell, words: tuple[str, ...], said: str) -> None:
    told = tell("forget", *words)
    assert told.status == 2
    assert said in told.err


def test_a_session_that_is_not_there_is_told(tell: Tell, session: SessionId) -> None:
    for words in (("x-1", "--yes"), ("x-1", "--keep-until", "2027-03-01"), ("x-1", "--anonymise", "--yes")):
        told = tell("forget", *words)
        assert told.status == 1
        assert f"The latest: {session}" in told.err
