"""What holds whatever people do: replay equals live, nothing leaks, the rules refuse but never crash, all can end."""

import random
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.model import Scenario
from scenarios.reading import read
from simulator.engine import EVERYBODY, TRAINER, Event, Record, Refused, Session, begin, decide, evolve, replay, view
from simulator.engine import commands as c
from simulator.engine.commands import ClauseDraft, CommitmentDraft
from simulator.engine.decide.interests import knows_interest
from simulator.engine.legal import ACT_OF, party_of, why_not
from simulator.engine.words import Answer, Dimension, OutcomeKind, Resolution, Source, Verdict
from simulator.journal import read_record, write_record

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
FILES = {
    "well": ROOT / "tests/cases/well/scenario.yaml",
    "well-tested": ROOT / "tests/cases/well-tested/scenario.yaml",
    "kalindra": ROOT / "scenarios/library/sources-of-kalindra/scenario.yaml",
}
COMMANDS: tuple[type[c.Intent], ...] = get_args(c.Command)
RARE = {c.DeclareOutcome, c.OpenSession, c.EndSession, c.InvokeStop, c.StartClock, c.JumpClock}
_BY_HAND = (
    c.DeclareOutcome,
    c.AnswerExpert,
    c.JudgeShock,
    c.JudgeAgreement,
    c.NoteObservation,
    c.RateSeat,
    c.LockRatings,
)
"""What the trainer does at the table."""
EVERY_EVENT = msgspec.json.Decoder(Event)


def load(name: str) -> Scenario:
    """A case by its name."""
    reading = read(FILES[name])
    assert reading.scenario is not None, reading.problems
    return reading.scenario


class Table:
    """People who do anything at all, mostly what their role allows, with a die of their own."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.scenario, self.dice = scenario, random.Random(seed)
        self.session, self.events, self.at = begin(scenario, seed), list[Event](), START
        self.refused: list[Refused] = []
        self.ask(c.OpenSession(at=self.at, by=TRAINER, name="At random"))
        for seat, chair in scenario.seats.items():
            empty = chair.optional and self.dice.random() < 0.2
            source = Source.EMPTY if empty else self.dice.choice((Source.HUMAN, Source.STAND_IN))
            self.ask(c.CastSeat(at=self.at, by=TRAINER, seat=seat, source=source))
        self.ask(c.StartClock(at=self.at, by=TRAINER))

    def ask(self, command: c.Command) -> None:
        """Ask, and take what happens; only Refused may be raised."""
        try:
            events = decide(command, self.session)
        except Refused as refusal:
            self.refused.append(refusal)
            return
        for event in events:
            self.session = evolve(self.session, event)
            self.events.append(event)

    def step(self) -> None:
        """One deed of somebody, a tick, or the next phase."""
        self.at += timedelta(seconds=self.dice.choice((0, 1, 2, 5)))
        roll = self.dice.random()
        if roll < 0.1:
            self.ask(c.Tick(at=self.at, by=TRAINER))
        elif roll < 0.11 and self.session.phase:
            phase = self.scenario.phases[self.session.phase]
            last = bool(phase.next) and (phase.decides or self.scenario.phases[phase.next[0]].kind == "closing")
            if phase.next and not (last and self.dice.random() < 0.9):
                self.ask(c.EnterPhase(at=self.at, by=TRAINER, phase=self.dice.choice((*phase.next, *phase.back))))
        elif self.session.stopped or not self.session.clock.running:
            self.ask(c.ResumeClock(at=self.at, by=TRAINER))
        elif roll < 0.35 and (answer := self.answer()) is not None:
            self.ask(answer)
        elif 0.35 <= roll < 0.45:
            self.ask(self.paperwork())
        else:
            seat = self.dice.choice((*self.scenario.seats, TRAINER))
            kinds = [k for k in COMMANDS if k not in RARE or self.dice.random() < 0.02]
            if seat == TRAINER:
                kinds = [k for k in kinds if k not in ACT_OF or k in _BY_HAND]
            elif self.dice.random() < 0.9:
                always = (c.AnswerPulse, c.SayReady, c.LeaveRole)
                kinds = [
                    k for k in kinds if k in always or (k in ACT_OF and why_not(self.session, seat, ACT_OF[k]) is None)
                ]
            self.ask(self.command(self.dice.choice(kinds), seat))

    def answer(self) -> Any:
        """What somebody is waited for: a meeting, a package, a bracket, an adoption, a release; or None."""
        dice, session, at = self.dice, self.session, self.at
        possible: list[Any] = []
        for caucus in session.caucuses.values():
            if caucus.state == "requested":
                possible.append(c.AcceptCaucus(at=at, by=dice.choice(caucus.seats), caucus=caucus.number))
        for seat in self.scenario.seats:
            for number, package in session.packages.items():
                if package.state == "tabled":
                    choice = dice.choice((Answer.ACCEPT, Answer.ACCEPT, Answer.REJECT))
                    possible.append(c.AnswerPackage(at=at, by=seat, package=number, answer=choice))
            for name, clause in session.text.clauses.items():
                for bracket in clause.open_brackets:
                    how = dice.choice(list(Resolution))
                    lift = c.LiftBracket(
                        at=at, by=seat, clause=name, bracket=bracket.number, resolution=how, wording="Both"
                    )
                    possible.append(lift)
            if session.text.state == "in_adoption":
                verdict = dice.choice((Verdict.ADOPT, Verdict.ADOPT, Verdict.AD_REFERENDUM, Verdict.REFUSE))
                possible.append(c.AnswerAdoption(at=at, by=seat, verdict=verdict))
            for name in session.interests:
                if knows_interest(session, seat, name) and name.split(".")[0] != party_of(session, seat):
                    to = (dice.choice(list(self.scenario.seats)),)
                    possible.append(
                        c.RelayInterest(at=at, by=seat, interest=name, to=to, despite_confidence=dice.random() < 0.5)
                    )
        return dice.choice(possible) if possible else None

    def paperwork(self) -> Any:
        """Something for the text, for the test of it, or from a rater that mostly makes sense."""
        dice, session, at = self.dice, self.session, self.at
        seat, rater = dice.choice(list(self.scenario.seats)), dice.choice(("ana", "ben"))
        observations = tuple(session.ratings[rater].observations) if rater in session.ratings else ()
        possible: list[Any] = [
            c.NoteObservation(at=at, by=TRAINER, rater=rater, text="Nods at once.", seat=dice.choice((None, seat))),
            c.RateSeat(
                at=at,
                by=TRAINER,
                rater=rater,
                seat=seat,
                dimension=dice.choice(list(Dimension)),
                level=dice.choice((None, 1, 2, 3, 4)),
                observations=observations[-2:],
            ),
            c.JudgeAgreement(at=at, by=TRAINER, criterion=f"Q{dice.randint(1, 12)}", level=dice.randint(0, 3)),
        ]
        pen, name = self.scenario.text.pen_holder[0], dice.choice(list(self.scenario.text.clauses))
        possible.append(c.IssueVersion(at=at, by=pen, clauses=self.clauses()))
        if session.text.version:
            number = dice.choice((None, *session.text.commitments))
            possible += [
                c.RecordCommitment(at=at, by=pen, clause=name, record=self.commitment(), commitment=number),
                c.StrikeCommitment(at=at, by=pen, commitment=number or 1),
                c.PutToAdoption(at=at, by=pen),
            ]
        for shock in session.stress:
            clause = dice.choice((None, *self.scenario.text.clauses))
            possible += [
                c.AnswerShock(at=at, by=seat, shock=shock, clause=clause, who="The elder"),
                c.JudgeShock(at=at, by=TRAINER, shock=shock, level=dice.randint(0, 3)),
            ]
        if rater not in session.admitted:
            possible.append(c.AdmitRater(at=at, by=TRAINER, rater=rater))
        return dice.choice(possible)

    def command(self, kind: type[c.Intent], by: str) -> Any:
        """A command of a kind with arguments that mostly make sense."""
        hints = get_type_hints(kind)
        fields = {name: self.field(kind, name, hint) for name, hint in hints.items() if name not in ("at", "by")}
        return kind(at=self.at, by=by, **fields)

    def field(self, kind: type[c.Intent], name: str, hint: Any) -> Any:
        """A value for a field, by its name or else by its type."""
        makers: Mapping[str, Callable[[], Any]] = {
            "seat": lambda: self.dice.choice(list(self.scenario.seats)),
            "seats": lambda: tuple(self.dice.sample(list(self.scenario.seats), self.dice.choice((1, 1, 2, 3)))),
            "to": lambda: self.dice.choice((("all",), *((s,) for s in self.scenario.seats))),
            "party": lambda: self.dice.choice(list(self.scenario.parties)),
            "issue": lambda: self.dice.choice(list(self.scenario.issues)),
            "issues": lambda: tuple(self.dice.sample(list(self.scenario.issues), 2)),
            "option": self.option,
            "interest": lambda: self.dice.choice(list(self.session.interests)),
            "phase": lambda: self.dice.choice(list(self.scenario.phases)),
            "inject": lambda: self.dice.choice((*self.scenario.events, "no-such-event")),
            "body": lambda: self.dice.choice(list(self.scenario.bodies)),
            "pulse": lambda: self.dice.choice((*self.scenario.pulses, "nothing")),
            "answers": self.answers,
            "caucus": lambda: self.dice.randint(0, len(self.session.caucuses)),
            "package": self.package,
            "counter_to": self.package,
            "call": lambda: self.dice.randint(0, 3),
            "clause": lambda: self.dice.choice(list(self.scenario.text.clauses)),
            "clauses": self.clauses,
            "bracket": lambda: self.dice.choice((1, 1, 2, 3)),
            "terms": self.terms,
            "minute": lambda: self.dice.randint(-1, self.scenario.minutes),
            "minutes": lambda: self.dice.randint(-1, 10),
            "limit": lambda: self.dice.choice((None, 1, 60)),
            "card": lambda: self.dice.choice(
                (None, "no-card", *(self.scenario.expert.cards if self.scenario.expert else ()))
            ),
            "people": tuple,
            "record": self.commitment,
            "commitment": lambda: self.dice.choice((None, *self.session.text.commitments, 99)),
            "shock": lambda: self.dice.choice((None, *self.session.stress, *self.shocks(), "no-such-shock")),
            "criterion": lambda: self.dice.choice(("Q1", "Q5", "Q12", "Q13")),
            "rater": lambda: self.dice.choice(("ana", "ben", *self.scenario.seats)),
            "observations": lambda: tuple(
                self.dice.sample(range(self.session.observations + 2), min(2, self.session.observations))
            ),
            "level": lambda: self.dice.choice((0, 1, 2, 3, 4)),
        }
        if name == "shock" and type(None) not in get_args(hint):
            return self.dice.choice((*self.session.stress, "no-such-shock"))
        if name == "commitment" and type(None) not in get_args(hint):
            return self.dice.choice((*self.session.text.commitments, 99))
        if name == "dimension":
            return self.dice.choice(list(Dimension))
        if name in makers:
            value = makers[name]()
            wants_one = kind in (c.CallCaucus,) and name == "seats"
            return value[:1] if wants_one and self.dice.random() < 0.5 else value
        if isinstance(hint, type) and issubclass(hint, Enum):
            choices = [
                m for m in hint if m not in (OutcomeKind.ABORTED, OutcomeKind.COLLAPSED) or self.dice.random() < 0.05
            ]
            return self.dice.choice(choices)
        if hint is bool:
            return self.dice.random() < 0.5
        return self.dice.choice(
            (
                "",
                "Words",
                "Words from somebody",
                "More words",
                "And more",
                "[@click=app.quit]x[/] \x1b]0;t\x07",
                "x" * 5000,
            )
        )

    def option(self) -> str | None:
        """Some option of some issue, one in own words, or none."""
        issue = self.dice.choice(list(self.scenario.issues.values()))
        return self.dice.choice((None, "own-1", "nonsense", *issue.options, *issue.options))

    def package(self) -> int | None:
        """Some package, or none."""
        return self.dice.choice((None, *self.session.packages, 99)) if self.dice.random() < 0.9 else 1

    def terms(self) -> dict[str, str]:
        """Terms for most issues, from the options on the board."""
        return {
            name: self.dice.choice(list(state.board))
            for name, state in self.session.issues.items()
            if self.dice.random() < 0.9
        }

    def clauses(self) -> dict[str, ClauseDraft]:
        """Drafts for some clauses."""
        drafts: dict[str, ClauseDraft] = {}
        for name, clause in self.scenario.text.clauses.items():
            if self.dice.random() < 0.5:
                option = self.dice.choice(list(self.scenario.issues[clause.issue].options)) if clause.issue else None
                drafts[name] = ClauseDraft(option=option, wording=self.dice.choice(("", "Own words.")))
        return drafts

    def commitment(self) -> CommitmentDraft:
        """A commitment record with some of its fields."""
        return CommitmentDraft(
            actor=self.dice.choice(("", "The elder")),
            action=self.dice.choice(("opens the lid", "rests", "", "x" * 5000)),
            days=self.dice.choice((None, 0, 30, -1, 9000)),
            after=self.dice.choice(((), (1,), (2,), (1, 2), (99,))),
            if_not=self.dice.choice(("", "The district decides")),
        )

    def shocks(self) -> tuple[str, ...]:
        """The shocks of the scenario."""
        return tuple(self.scenario.stress_test.shocks) if self.scenario.stress_test else ()

    def answers(self) -> dict[str, int]:
        """Answers to the self-report that is open."""
        open_pulses = [p for p in self.session.pulses if p in self.scenario.pulses]
        items = self.scenario.pulses[open_pulses[-1]].items if open_pulses else {"x": ""}
        return {item: self.dice.randint(1, 7) for item in items}


def bring_to_an_end(table: Table) -> None:
    """What the trainer can always do."""
    session = table.session
    if session.stopped or not session.clock.running:
        table.ask(c.ResumeClock(at=table.at, by=TRAINER))
    for _ in range(len(table.scenario.phases) + 1):
        phase = table.session.phase
        if phase is None or table.scenario.phases[phase].kind == "closing":
            break
        if table.session.outcome is None:
            table.ask(c.DeclareOutcome(at=table.at, by=TRAINER, kind=OutcomeKind.ABORTED))
        else:
            table.ask(c.EnterPhase(at=table.at, by=TRAINER, phase=table.scenario.phases[phase].next[0]))
    table.ask(c.EndSession(at=table.at, by=TRAINER))


def assert_nothing_leaks(session: Session) -> None:
    """No seat's view holds a text, an id or a number that only others may know."""
    scenario = session.scenario
    for seat, chair in scenario.seats.items():
        seen = view(session, seat)
        words = repr(seen)
        assert seen.control is None
        for other, chair_of in ((o, n) for o, n in scenario.seats.items() if o != seat):
            assert repr(chair_of.brief)[1:-1] not in words, (seat, other)
        for party_id, party in scenario.parties.items():
            if party_id == chair.party:
                continue
            assert repr(party.brief)[1:-1] not in words, (seat, party_id)
            assert party.batna is None or repr(party.batna)[1:-1] not in words
            assert party.capital is None or repr(party.capital.instructions)[1:-1] not in words
            for name, interest in party.interests.items():
                path = f"{party_id}.{name}"
                team = any(knows_interest(session, mate, path) for mate in scenario.seats_of(chair.party))
                if not knows_interest(session, seat, path):
                    assert repr(interest.text)[1:-1] not in words, (seat, path)
                    assert team or f"'{path}'" not in words, (seat, path)
        assert seen.worth is None or seen.worth.party == chair.party
        assert (seen.worth is not None) == scenario.parties[chair.party].decides
        for issue_id, issue in scenario.issues.items():
            state = session.issues[issue_id]
            for option_id, option in issue.options.items():
                known = option_id in state.board or chair.party in state.known.get(option_id, frozenset())
                if not known:
                    assert repr(option.text)[1:-1] not in words, (seat, option_id)
                    assert option_id not in [o.id for o in seen.issues[issue_id].options]
                    assert f"'{option_id}'" not in words, (seat, option_id)
        for other, notes in session.notes.items():
            assert other == seat or seen.notes is not notes
        for inject_id, inject in scenario.events.items():
            reached = session.injects[inject_id].state == "sent" and seat in session.injects[inject_id].to
            mine = inject.versions.get(chair.party, inject.text)
            assert (reached and inject.text == mine) or repr(inject.text)[1:-1] not in words, (seat, inject_id)
            for party_id, text in inject.versions.items():
                assert party_id == chair.party or repr(text)[1:-1] not in words, (seat, inject_id)
        for shock_id, shock in scenario.stress_test.shocks.items() if scenario.stress_test else ():
            assert shock_id in session.stress or repr(shock.text)[1:-1] not in words, (seat, shock_id)
            assert shock.trainer is None or repr(shock.trainer)[1:-1] not in words, (seat, shock_id)
        for shock_seen in seen.stress.shocks if seen.stress else ():
            assert shock_seen.judged is None or shock_seen.judged.by == seat
        for rater, sheet in session.ratings.items():
            assert rater == seat or seen.sheet is None or seen.sheet.rater == seat
            for observation in sheet.observations.values():
                marked = f"number={observation.number}, text={observation.text!r}"
                assert rater == seat or marked not in words, (seat, rater)
        private = ("ObservationNoted", "SeatRated", "RatingsLocked", "RaterAdmitted")
        assert all(getattr(m.event, "rater", "") == seat for m in seen.log if type(m.event).__name__ in private)
        judging = ("ShockJudged", "AgreementJudged")
        assert all(m.event.by == seat for m in seen.log if type(m.event).__name__ in judging)
        assert all(m.event.by == seat for m in seen.log if type(m.event).__name__ in ("NoteWritten", "PulseAnswered"))


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whatever_people_do(name: str, seed: int) -> None:
    table = Table(load_once(name), seed)
    for number in range(240):
        table.step()
        if number % 80 == 79:
            assert_nothing_leaks(table.session)
    bring_to_an_end(table)
    assert table.session.ended
    assert all(refusal.code and refusal.why for refusal in table.refused)
    record = Record(table.scenario, seed, tuple(table.events))
    assert replay(record) == table.session
    wire = [msgspec.json.encode(event) for event in table.events]
    assert [EVERY_EVENT.decode(line) for line in wire] == table.events
    assert [event.at for event in table.events] == sorted(event.at for event in table.events)
    with tempfile.TemporaryDirectory() as folder:
        path, again = Path(folder) / "one.jsonl", Path(folder) / "two.jsonl"
        write_record(record, FILES[name].read_text(encoding="utf-8"), path)
        found, _ = read_record(path)
        assert found == record
        write_record(found, FILES[name].read_text(encoding="utf-8"), again)
        assert again.read_bytes() == path.read_bytes()


STRANGE: tuple[Any, ...] = (
    "",
    "\ud800",
    "x\udfff",
    "\x00",
    ".",
    "a.b",
    "own-1",
    "trainer",
    "e\u0301" * 3000,
    "x" * 9000,
)
NUMBERS: tuple[Any, ...] = (0, 1, -1, 2**63, 10**5000, -(10**5000), float("nan"), float("inf"), 1.5)
TIMES = (
    datetime(2026, 1, 5, 9, 1),
    datetime.min,
    datetime.max.replace(tzinfo=UTC),
    datetime.min.replace(tzinfo=UTC),
    datetime.max.replace(tzinfo=timezone(-timedelta(hours=23))),
    datetime.min.replace(tzinfo=timezone(timedelta(hours=23))),
)


def strange(hint: Any, table: Table) -> Any:
    """Something that has the type of a field, or nearly, and no sense; or a known name in the wrong place."""
    dice, inner = table.dice, get_args(hint)
    if get_origin(hint) is tuple:
        return tuple(strange(inner[0], table) for _ in range(dice.choice((0, 0, 1, 2, 40))))
    if get_origin(hint) is Mapping:
        return {strange(inner[0], table): strange(inner[1], table) for _ in range(dice.choice((0, 1, 3)))}
    if inner:
        return strange(dice.choice(inner), table)
    if hint is ClauseDraft:
        return ClauseDraft(option=strange(str | None, table), wording=strange(str, table))
    if hint is CommitmentDraft:
        hints = get_type_hints(CommitmentDraft)
        return CommitmentDraft(**{name: strange(inside, table) for name, inside in hints.items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return dice.choice(list(hint))
    scenario = table.scenario
    names = (*scenario.seats, *scenario.parties, *scenario.issues, *scenario.bodies, *table.session.interests, "all")
    options = (option for issue in scenario.issues.values() for option in issue.options)
    known = (*names, *options, *scenario.text.clauses, *scenario.events, *scenario.phases)
    makers: Mapping[Any, tuple[Any, ...]] = {
        str: (*STRANGE, *known),
        int: NUMBERS,
        bool: (True, False),
        datetime: TIMES,
        type(None): (None,),
    }
    return dice.choice(makers[hint])


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_nonsense_is_refused_and_never_crashes(seed: int) -> None:
    table = Table(load_once("well"), seed)
    for _ in range(seed % 100):
        table.step()
    for number in range(300):
        kind = table.dice.choice([k for k in COMMANDS if k is not c.EndSession])
        fields = {name: strange(hint, table) for name, hint in get_type_hints(kind).items()}
        fields["by"] = table.dice.choice((TRAINER, *table.scenario.seats, *STRANGE[:3]))
        nonsense: Any = kind(**fields | ({} if number % 5 == 0 else {"at": table.at}))
        refused = None
        try:
            events = decide(nonsense, table.session)
        except Refused as refusal:
            refused, events = refusal, ()
        assert refused is None or (refused.why and len(str(refused)) < 2000)
        after = table.session
        for event in events:
            after = evolve(after, event)
        msgspec.json.encode(after.log)


def test_people_at_random_do_nearly_everything() -> None:
    """The positive control: the dice reach nearly every kind of event, so that the properties say something."""
    seen: set[str] = set()
    for seed in range(30):
        table = Table(load_once("well-tested"), seed)
        for _ in range(500):
            table.step()
        bring_to_an_end(table)
        seen |= {type(event).__name__ for event in table.events}
    missing = {kind.__name__ for kind in get_args(Event)} - seen
    assert len(missing) <= 6, missing


def test_a_leak_would_be_found() -> None:
    """The positive control of the leak test: a view of another seat's is one."""
    table = Table(load_once("well"), 3)
    secret = table.scenario.parties["upper"].brief
    assert repr(secret)[1:-1] in repr(view(table.session, "upper-head"))
    assert repr(secret)[1:-1] not in repr(view(table.session, "lower-head"))
    assert EVERYBODY == "all"
    assert party_of(table.session, TRAINER) == ""


_LOADED: dict[str, Scenario] = {}


def load_once(name: str) -> Scenario:
    """A case, read once for all tests."""
    if name not in _LOADED:
        if not FILES[name].exists():
            pytest.skip("the scenario is not there")
        _LOADED[name] = load(name)
    return _LOADED[name]
