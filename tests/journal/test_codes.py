"""The join codes of sessions."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.journal import Journal, JournalError, SessionId, codes, export_session, import_session
from simulator.journal.codes import LETTERS, Opens, Wait, Wrong, normal, spelled, written

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
LONGEST_PER_HOUR = codes.FREE_TRIES + 6 + 3600 / codes.LONGEST_WAIT
CODES = st.text(LETTERS, min_size=codes.LENGTH, max_size=codes.LENGTH)


@pytest.fixture
def store(either: Path | str) -> Path | str:
    """Every test here is asked of both stores."""
    return either


def later(seconds: float) -> datetime:
    return AT + timedelta(seconds=seconds)


def another(code: str) -> str:
    """A code that is not this one."""
    return code[:-1] + LETTERS[(LETTERS.index(code[-1]) + 1) % len(LETTERS)]


# -- the form ---------------------------------------------------------------------------------------------------------


def test_no_sign_is_taken_for_another_and_all_lie_where_they_lie_on_every_keyboard() -> None:
    assert not set(LETTERS) & set("0O1IL2Z")
    assert not set(LETTERS) & set("AQWZMY"), "these lie elsewhere on AZERTY or QWERTZ"
    assert not set(LETTERS) & set("AEIOU"), "a code could be a word"
    assert all(name[0] == letter for letter, name in codes.SPELLED.items())


@given(CODES)
def test_a_code_is_read_however_it_is_typed(code: str) -> None:
    noise = random.Random(code)
    typed = "".join(noise.choice(("", "-", " ", "\N{EN DASH}", ".")) + noise.choice((c, c.lower())) for c in code)
    assert normal(typed) == code
    assert normal(written(code)) == code
    assert normal("".join(name[0] for name in spelled(code).replace(",", "").split())) == code


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "KTX",
        "KTXBRNK",
        "KTX-BR0",
        "KTX-BRO",
        "KTX-BR\N{CYRILLIC CAPITAL LETTER EN}",
        "ＫＴＸＢＲＮ",
        "KTXBRN\0",
        "K" * 10**6,
    ],
)
def test_what_is_no_code(typed: str) -> None:
    assert normal(typed) is None


@given(st.text(max_size=80))
def test_reading_never_fails_and_gives_only_codes(typed: str) -> None:
    code = normal(typed)
    assert code is None or (len(code) == codes.LENGTH and set(code) <= set(LETTERS))
    assert code is None or normal(code) == code


def test_no_session_id_is_a_code(journal: Journal, session: SessionId) -> None:
    assert normal(session) is None
    assert session[-1].isdigit()


def test_codes_are_drawn_evenly_and_are_new_each_time(journal: Journal, session: SessionId) -> None:
    made = [codes.new_code(journal, session) for _ in range(150)]
    assert len(set(made)) == len(made)
    assert set("".join(made)) == set(LETTERS)


# -- what a code opens ------------------------------------------------------------------------------------------------


def test_a_code_opens_its_session_as_often_as_one_likes(journal: Journal, session: SessionId) -> None:
    assert codes.code_of(journal, session) is None
    code = codes.new_code(journal, session)
    assert codes.code_of(journal, session) == codes.the_code(journal, session) == code
    for typed in (code, written(code).lower(), f" {code} "):
        assert codes.check(journal, typed, AT) == Opens(session)


def test_a_new_code_closes_the_old_one(journal: Journal, session: SessionId) -> None:
    old = codes.new_code(journal, session)
    new = codes.new_code(journal, session)
    assert codes.check(journal, old, AT) == Wrong()
    assert codes.check(journal, new, AT) == Opens(session)


def test_after_closing_nobody_joins_until_there_is_another(journal: Journal, session: SessionId) -> None:
    code = codes.the_code(journal, session)
    codes.close(journal, session)
    assert codes.code_of(journal, session) is None
    assert codes.check(journal, code, AT) == Wrong()
    assert codes.check(journal, codes.the_code(journal, session), AT) == Opens(session)


def test_each_session_has_its_own(journal: Journal, session: SessionId, case_text: str) -> None:
    other = journal.new_session("Tuesday group", case_text, 8)
    assert codes.check(journal, codes.the_code(journal, session), AT) == Opens(session)
    assert codes.check(journal, codes.the_code(journal, other), AT) == Opens(other)
    codes.close(journal, other)
    assert codes.check(journal, codes.the_code(journal, session), AT) == Opens(session)


def test_two_sessions_never_draw_the_same(
    journal: Journal, session: SessionId, case_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = journal.new_session("Tuesday group", case_text, 8)
    drawn = iter(["BBBBBB", "BBBBBB", "BBBBBB", "CCCCCC"])
    monkeypatch.setattr(codes, "_drawn", lambda: next(drawn))
    assert codes.new_code(journal, session) == "BBBBBB"
    assert codes.new_code(journal, other) == "CCCCCC"


def test_there_is_no_code_for_a_session_that_there_is_not(journal: Journal) -> None:
    with pytest.raises(JournalError, match="no session"):
        codes.new_code(journal, "nobody")


def test_neither_export_nor_branch_carries_it(journal: Journal, session: SessionId, tmp_path: Path) -> None:
    code = codes.new_code(journal, session)
    file = tmp_path / "session.jsonl"
    export_session(journal, session, file)
    assert code not in file.read_text("utf-8")
    assert written(code) not in file.read_text("utf-8")
    assert codes.code_of(journal, import_session(journal, file)) is None
    assert codes.code_of(journal, journal.branch(session, 0, "again")) is None


# -- guessing ---------------------------------------------------------------------------------------------------------


def test_waits_grow_to_half_a_minute_and_no_further(journal: Journal, session: SessionId) -> None:
    code = codes.new_code(journal, session)
    moment, waits = 0.0, []
    for _ in range(codes.FREE_TRIES + 7):
        answer = codes.check(journal, another(code), later(moment))
        if isinstance(answer, Wait):
            waits.append(answer.seconds)
            moment += answer.seconds
    assert waits == [2, 4, 8, 16, 30, 30, 30, 30]
    assert codes.check(journal, code, later(moment)) == Opens(session)


def test_nothing_is_looked_at_during_a_wait_not_even_the_right_one(journal: Journal, session: SessionId) -> None:
    code = codes.new_code(journal, session)
    for _ in range(codes.FREE_TRIES):
        answer = codes.check(journal, another(code), AT)
    assert answer == Wait(2)
    assert codes.check(journal, code, later(1)) == Wait(1)
    assert codes.check(journal, code, later(2)) == Opens(session)


def test_tries_are_counted_across_terminals_and_restarts(journal_path: Path, case_text: str) -> None:
    with Journal.open(journal_path) as journal:
        code = codes.new_code(journal, journal.new_session("x", case_text, 1))
    answers = []
    for _ in range(codes.FREE_TRIES):
        with Journal.open(journal_path) as journal:
            answers.append(codes.check(journal, another(code), AT))
    assert answers == [*[Wrong()] * (codes.FREE_TRIES - 1), Wait(2)]


def test_a_slip_is_forgotten_after_a_while_and_a_new_code_forgets_all(journal: Journal, session: SessionId) -> None:
    code = codes.new_code(journal, session)
    for minute in range(50):
        assert codes.check(journal, another(code), later(61 * minute)) == Wrong()
    at = 61 * 50.0
    for _ in range(codes.FREE_TRIES):
        answer = codes.check(journal, another(code), later(at))
    assert isinstance(answer, Wait)
    code = codes.new_code(journal, session)
    assert codes.check(journal, code, later(at)) == Opens(session)


def test_what_is_no_code_is_not_counted(journal: Journal, session: SessionId) -> None:
    code = codes.new_code(journal, session)
    for _ in range(50):
        assert codes.check(journal, "hello", AT) == Wrong()
    assert codes.check(journal, code, AT) == Opens(session)


def test_a_clock_set_back_gives_no_try_and_no_endless_wait(journal: Journal, session: SessionId) -> None:
    code = codes.new_code(journal, session)
    for _ in range(codes.FREE_TRIES):
        codes.check(journal, another(code), later(7200))
    assert codes.check(journal, code, later(0)) == Wait(2)
    assert codes.check(journal, code, later(1)) == Wait(1)
    assert codes.check(journal, code, later(2)) == Opens(session)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.floats(min_value=0, max_value=90), min_size=1, max_size=120))
def test_an_hour_gives_few_guesses_whatever_their_rhythm(
    steps: list[float], journal: Journal, session: SessionId
) -> None:
    code = codes.new_code(journal, session)
    looked_at: list[float] = []
    moment = 0.0
    for step in steps:
        moment += step
        before = journal.database.one("SELECT failures, last_failure FROM code_tries")
        codes.check(journal, another(code), later(moment))
        after = journal.database.one("SELECT failures, last_failure FROM code_tries")
        if before != after:
            looked_at.append(moment)
    most = max(sum(1 for t in looked_at if start <= t < start + 3600) for start in looked_at)
    assert most <= LONGEST_PER_HOUR + 3600 / codes.FORGIVEN_AFTER
