"""Stand-ins know what their view shows, act for their own seat only, and never sell their party short."""

import ast
import inspect
from collections.abc import Callable
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest

import simulator.rehearsal
from scenarios.model import Scenario
from simulator.engine import TRAINER, Record, Session, View, begin, decide, evolve, moments, view
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.instructions import instruction
from simulator.engine.words import Answer, Source, Verdict
from simulator.rehearsal import Rehearsal, StandIns, next_command, stand_in
from simulator.rehearsal.course import BEGIN
from simulator.rehearsal.stand_ins import DELEGATION, GUEST, MEDIATOR

Rehearsed = Callable[[str, int], Rehearsal]

SEEDS = range(1, 9)
CASES = [pytest.param("well", seed, id=f"well-{seed}") for seed in SEEDS]
CASES.append(pytest.param("flagship", 1, id="flagship-1", marks=pytest.mark.soak))
POLICIES = (
    *("situation", "character", "phrases", "soundings", "bargaining", "people"),
    *("delegations", "offers", "mediation", "drafting", "guests", "control", "caucuses"),
)


# -- what they know ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("habit", dict.fromkeys((*DELEGATION, *MEDIATOR, *GUEST)), ids=lambda h: h.__qualname__)
def test_a_habit_gets_a_view_and_nothing_else(habit: Callable[[View], object]) -> None:
    (parameter,) = inspect.signature(habit).parameters.values()
    assert parameter.annotation is View


@pytest.mark.parametrize("module", POLICIES)
def test_no_habit_can_reach_a_session(module: str) -> None:
    folder = Path(inspect.getfile(simulator.rehearsal)).parent
    tree = ast.parse((folder / f"{module}.py").read_text("utf-8"))
    taken = {name.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names}
    assert not taken & {"Session", "Scenario", "Record", "view", "decide", "evolve", "replay", "begin", "instruction"}


def with_other_secrets(scenario: Scenario, own: str) -> Scenario:
    """The same case with other points, red lines, briefs and interests for everybody but one party."""
    parties = {}
    for name, party in scenario.parties.items():
        if name == own:
            parties[name] = party
            continue
        values = {
            issue: worth.model_copy(update={"options": {o: 100 - p for o, p in worth.options.items()}})
            for issue, worth in party.values.items()
        }
        interests = {
            id_: interest.model_copy(update={"text": "Something else.", "served_by": {}})
            for id_, interest in party.interests.items()
        }
        changes = {"values": values, "interests": interests, "red_lines": (), "reservation": 1, "brief": "Another."}
        parties[name] = party.model_copy(update=changes)
    return scenario.model_copy(update={"parties": parties})


@pytest.mark.parametrize(
    ("case", "seed", "step"),
    [("well", 1, 9), ("well", 4, 11), pytest.param("flagship", 1, 97, marks=pytest.mark.soak)],
)
def test_secrets_of_others_change_nothing(rehearsed: Rehearsed, case: str, seed: int, step: int) -> None:
    record = rehearsed(case, seed).record
    for party in record.scenario.deciding():
        seats = record.scenario.seats_of(party)
        changed = Record(with_other_secrets(record.scenario, party), record.seed, record.events)
        pairs = zip(moments(record), moments(changed), strict=True)
        for (_, here), (_, there) in islice(pairs, 40, None, step):
            told = {i for i, t in here.interests.items() if t.told or t.public or t.carried}
            if any(not i.startswith(f"{party}.") for i in told):
                break
            for seat in seats:
                assert stand_in(view(here, seat)) == stand_in(view(there, seat))


# -- what they give away ----------------------------------------------------------------------------------------------


def good_enough(session: Session, party: str, terms: dict[str, str], now: float) -> bool:
    """Whether terms are at or above the reservation and across no red line, counted from the written values."""
    scenario, told = session.scenario, instruction(session, party, now)
    full = {name: terms.get(name, issue.default) for name, issue in scenario.issues.items()}
    worth = scenario.parties[party].values
    points = sum(values.weight * values.options[full[issue]] for issue, values in worth.items()) / 100
    crossed = any(
        all(terms.get(i) == o for i, o in line.barred.items())
        and not (line.unless and all(terms.get(i) == o for i, o in line.unless.items()))
        for line in told.red_lines
    )
    return points >= told.reservation and not crossed


@pytest.mark.parametrize(("case", "seed"), CASES)
def test_nobody_says_yes_below_its_reservation_or_across_a_red_line(rehearsed: Rehearsed, case: str, seed: int) -> None:
    record = rehearsed(case, seed).record
    before = begin(record.scenario, record.seed)
    for moment, after in moments(record):
        event = moment.event
        match event:
            case e.PackageAnswered(answer=Answer.ACCEPT):
                terms = dict(before.packages[event.package].terms)
                assert good_enough(before, event.party, terms, moment.seconds), moment
            case e.PackageTabled(floated=False) if record.scenario.parties[event.party].decides:
                assert good_enough(before, event.party, dict(event.terms), moment.seconds), moment
            case e.AdoptionAnswered() if event.verdict is not Verdict.REFUSE:
                clauses = record.scenario.text.clauses
                terms = {
                    str(clauses[name].issue): clause.option
                    for name, clause in before.text.clauses.items()
                    if clause.option is not None and clause.state != "parked"
                }
                assert good_enough(before, event.party, terms, moment.seconds), moment
        before = after


# -- for whom they act ------------------------------------------------------------------------------------------------


def opened(scenario: Scenario, sources: dict[str, Source]) -> Session:
    session = begin(scenario, 7)
    orders: list[c.Intent] = [c.OpenSession(at=BEGIN, by=TRAINER, name="Half")]
    for seat in scenario.seats:
        source = sources.get(seat, Source.STAND_IN)
        orders.append(c.CastSeat(at=BEGIN, by=TRAINER, seat=seat, source=source))
    orders.append(c.StartClock(at=BEGIN, by=TRAINER))
    for order in orders:
        for event in decide(order, session):  # type: ignore[arg-type]
            session = evolve(session, event)
    return session


def test_stand_ins_act_only_where_one_is_cast(well: Scenario) -> None:
    session = opened(well, {"mediator": Source.HUMAN, "engineer": Source.EMPTY})
    standins, acted = StandIns(), set()
    for step in range(400):
        at = BEGIN + timedelta(seconds=3 * step)
        orders: list[c.Command | None] = [c.Tick(at=at, by=TRAINER), standins.next_command(session, at)]
        if step == 110:
            orders.append(c.EnterPhase(at=at, by=TRAINER, phase="exploration"))
        for order in orders:
            if order is None:
                continue
            if order.by != TRAINER:
                acted.add(order.by)
            for event in decide(order, session):
                session = evolve(session, event)
    assert acted == {"upper-head", "lower-head"}


def test_stand_ins_keep_their_pace_and_rest_when_the_clock_does(well: Scenario) -> None:
    session = opened(well, {})
    at = BEGIN + timedelta(minutes=4)
    first = next_command(session, at)
    assert first is not None
    assert first.at == at
    for event in decide(first, session):
        session = evolve(session, event)
    assert next_command(session, at) is None
    for event in decide(c.PauseClock(at=at, by=TRAINER), session):
        session = evolve(session, event)
    assert next_command(session, at + timedelta(minutes=5)) is None


def test_a_refused_stand_in_waits(well: Scenario) -> None:
    session, standins = opened(well, {}), StandIns()
    at = BEGIN + timedelta(minutes=4)
    first = standins.next_command(session, at)
    assert first is not None
    standins.refused(session, first.by, at)
    again = standins.next_command(session, at)
    assert again is None or again.by != first.by
