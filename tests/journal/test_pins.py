"""The PINs of seats."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import argon2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.journal import Journal, JournalError, SessionId, pins
from simulator.journal.pins import Locked, Ok, Wait, Wrong

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
SEAT = "mediator"


@pytest.fixture
def store(either: Path | str) -> Path | str:
    """Every test here is asked of both stores."""
    return either


def later(seconds: float) -> datetime:
    return AT + timedelta(seconds=seconds)


@pytest.fixture
def seat(journal: Journal, session: SessionId) -> SessionId:
    """A session whose mediator has the PIN 471147."""
    pins.set_pin(journal, session, SEAT, "471147")
    return session


def test_the_right_pin_opens(journal: Journal, seat: SessionId) -> None:
    assert pins.check(journal, seat, SEAT, "471147", AT) == Ok()
    assert pins.check(journal, seat, SEAT, "471148", AT) == Wrong(4)
    assert pins.check(journal, seat, SEAT, "471147", AT) == Ok()
    assert pins.check(journal, seat, SEAT, "471148", AT) == Wrong(4)


def test_new_pins_are_six_digits() -> None:
    made = {pins.new_pin() for _ in range(200)}
    assert len(made) > 190
    assert all(len(pin) == 6 and pin.isascii() and pin.isdigit() for pin in made)


def test_it_is_hashed_as_owasp_asks(journal: Journal, seat: SessionId) -> None:
    row = journal.database.one("SELECT hash FROM pins")
    assert row is not None
    assert row[0].startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert "471147" not in row[0]


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12345a", "４７１１４７", "٤٧١١٤٧", "²³²³", "1234\n", " 1234"])
def test_a_pin_is_four_to_eight_ascii_digits(journal: Journal, seat: SessionId, pin: str) -> None:
    with pytest.raises(JournalError, match="4 to 8 digits"):
        pins.set_pin(journal, seat, SEAT, pin)
    assert pins.check(journal, seat, SEAT, pin, AT) == Wrong(4)


def test_a_megabyte_is_not_hashed(journal: Journal, seat: SessionId, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Recorder:
        def verify(self, hashed: str, pin: str) -> bool:
            asked.append(pin)
            return True

    monkeypatch.setattr(pins, "_hasher", Recorder())
    assert pins.check(journal, seat, SEAT, "1" * 1_000_000, AT) == Wrong(4)
    assert asked == [""]


def test_a_seat_without_a_pin_answers_like_a_wrong_one(
    journal: Journal, seat: SessionId, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashes: list[str] = []
    verify = argon2.PasswordHasher.verify

    def counted(self: object, hashed: str, pin: str) -> bool:
        hashes.append(hashed)
        return bool(verify(pins._hasher, hashed, pin))

    monkeypatch.setattr(argon2.PasswordHasher, "verify", counted)
    assert pins.check(journal, seat, "upper-head", "471147", AT) == Wrong(4)
    assert pins.check(journal, seat, SEAT, "000000", AT) == Wrong(4)
    assert [hashed.split("$")[1:4] for hashed in hashes] == [["argon2id", "v=19", "m=19456,t=2,p=1"]] * 2


def test_tries_are_counted_across_restarts(store: Path | str, case_text: str) -> None:
    with Journal.open(store) as journal:
        session = journal.new_session("x", case_text, 1)
        pins.set_pin(journal, session, SEAT, "471147")
    answers = []
    for second in range(7):
        with Journal.open(store) as journal:
            answers.append(pins.check(journal, session, SEAT, "000000", later(second)))
    assert answers == [Wrong(4), Wrong(3), Wrong(2), Wrong(1), Wait(60), Wait(59), Wait(58)]
    with Journal.open(store) as journal:
        assert pins.check(journal, session, SEAT, "471147", later(30)) == Wait(34)
        assert pins.check(journal, session, SEAT, "471147", later(64)) == Ok()


def test_waits_grow_until_only_the_trainer_helps(journal: Journal, seat: SessionId) -> None:
    moment, waits = 0.0, []
    for _ in range(10):
        answer = pins.check(journal, seat, SEAT, "000000", later(moment))
        if isinstance(answer, Wait):
            waits.append(answer.seconds)
            moment += answer.seconds
    assert waits == [60, 120, 240, 480, 960]
    assert answer == Locked()
    assert pins.check(journal, seat, SEAT, "471147", later(10**7)) == Locked()
    pins.unlock(journal, seat, SEAT)
    assert pins.check(journal, seat, SEAT, "471147", later(10**7)) == Ok()


def test_a_clock_set_back_gives_no_try_and_no_endless_wait(journal: Journal, seat: SessionId) -> None:
    for _ in range(5):
        pins.check(journal, seat, SEAT, "000000", later(7200))
    assert pins.check(journal, seat, SEAT, "471147", later(0)) == Wait(60)
    assert pins.check(journal, seat, SEAT, "471147", later(61)) == Ok()


def test_a_try_is_counted_before_it_is_looked_at(
    journal: Journal, seat: SessionId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(hashed: str, pin: str) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(pins, "_fits", killed)
        with pytest.raises(KeyboardInterrupt):
            pins.check(journal, seat, SEAT, "471147", AT)
    assert pins.check(journal, seat, SEAT, "000000", AT) == Wrong(3)


def test_clear_and_set_anew(journal: Journal, seat: SessionId) -> None:
    assert pins.has_pin(journal, seat, SEAT)
    pins.clear(journal, seat, SEAT)
    assert not pins.has_pin(journal, seat, SEAT)
    assert pins.check(journal, seat, SEAT, "471147", AT) == Wrong(4)
    assert not pins.has_pin(journal, seat, SEAT)
    pins.set_pin(journal, seat, SEAT, "0123")
    assert pins.check(journal, seat, SEAT, "0123", AT) == Ok()
    with pytest.raises(JournalError, match="no seat"):
        pins.check(journal, seat, "no such\nseat", "0123", AT)
    with pytest.raises(JournalError, match="no session"):
        pins.set_pin(journal, "nobody", SEAT, "0123")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.floats(min_value=0, max_value=400), min_size=1, max_size=60))
def test_never_more_than_five_tries_a_minute_nor_ten_at_all(
    steps: list[float], journal: Journal, seat: SessionId, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[float] = []
    moment = 0.0

    def looked_at(hashed: str, pin: str) -> bool:
        tries.append(moment)
        return False

    monkeypatch.setattr(pins, "_fits", looked_at)
    pins.unlock(journal, seat, SEAT)
    for step in steps:
        moment += step
        pins.check(journal, seat, SEAT, "000000", later(moment))
    assert len(tries) <= 10
    assert all(sum(1 for t in tries if start <= t < start + 60) <= 5 for start in tries)
