"""A session of ten thousand events, made by the real rules: everybody acts many times as fast as people can."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random

from roles.acts import Family
from scenarios.model import Scenario
from simulator.engine import TRAINER, Command, Event, Record, Refused, Session, begin, decide, evolve
from simulator.engine import commands as c
from simulator.engine.words import Answer, Consent, Move, OutcomeKind, Permission, Resolution, Source

BEGIN = datetime.fromisoformat("2026-01-05T09:00:00+00:00")

Exchange = Callable[["_Table"], Iterator[Command]]
"""What people do one after the other; the rest is left when one of it is refused."""


def long_record(scenario: Scenario, events: int, seed: int = 1) -> Record:
    """A record of at least so many events: opened, talked about as in a rehearsal's proportions, and ended."""
    table = _Table(scenario, seed, events)
    table.do(_open(table))
    exchanges, weights = zip(*EXCHANGES, strict=True)
    play = [phase.minutes[1] * (phase.kind == "play") for phase in scenario.phases.values()]
    for number, phase in enumerate(scenario.phases):
        table.do(_enter(table, phase))
        while len(table.events) * sum(play) < events * sum(play[: number + 1]):
            (exchange,) = table.chance.choices(exchanges, weights)
            table.do(iter([c.Tick(at=table.at, by=TRAINER)]))
            table.do(exchange(table))
        if sum(play[: number + 1]) == sum(play):
            table.do(_conclude(table))
    table.do(iter([c.EndSession(at=table.at, by=TRAINER)]))
    return Record(scenario, seed, tuple(table.events))


class _Table:
    """The session as it goes on, and who can be asked."""

    def __init__(self, scenario: Scenario, seed: int, events: int) -> None:
        self.scenario, self.chance = scenario, Random(seed)
        self.session: Session = begin(scenario, seed)
        self.at = BEGIN
        minutes = sum(phase.minutes[1] for phase in scenario.phases.values() if phase.kind == "play")
        self.pace = timedelta(minutes=0.7 * minutes) / events
        """From one event to the next, so that all fit into the planned time of play."""
        self.events: list[Event] = []
        self.mediators = [name for name, seat in scenario.seats.items() if "mediator" in seat.archetype]
        self.heads = [scenario.seats_of(party)[0] for party in scenario.deciding()]
        self.guests = [name for name in scenario.seats if name not in self.mediators]

    def do(self, commands: Iterator[Command]) -> None:
        """Ask the rules, one after the other, until one is refused."""
        for command in commands:
            try:
                happened = decide(command, self.session)
            except Refused:
                return
            for event in happened:
                self.session = evolve(self.session, event)
                self.events.append(event)
                self.at += self.pace * self.chance.uniform(0.2, 1.8)

    def one(self, names: list[str]) -> str:
        """Anyone of them."""
        return self.chance.choice(names)

    def terms(self) -> dict[str, str]:
        """An offer over some issues."""
        known = {name: list(issue.board) for name, issue in self.session.issues.items()}
        issues = self.chance.sample(list(known), self.chance.randint(2, len(known)))
        return {name: self.one(known[name]) for name in known if name in issues}

    def interest(self) -> tuple[str, str]:
        """An interest of a deciding party, and its head."""
        head = self.one(self.heads)
        party = self.scenario.seats[head].party
        return f"{party}.{self.one(list(self.scenario.parties[party].interests))}", head


def _open(t: _Table) -> Iterator[Command]:
    yield c.OpenSession(at=t.at, by=TRAINER, name="Ten thousand events")
    for seat in t.scenario.seats:
        yield c.CastSeat(at=t.at, by=TRAINER, seat=seat, source=Source.HUMAN, people=(f"Player of {seat}",))
    yield c.StartClock(at=t.at, by=TRAINER)
    for seat in t.scenario.seats:
        yield c.SayReady(at=t.at, by=seat)


def _enter(t: _Table, phase: str) -> Iterator[Command]:
    if t.session.phase != phase:
        yield c.EnterPhase(at=t.at, by=TRAINER, phase=phase)
    families = t.scenario.phases[phase].allows
    for head in t.heads:
        if Family.CONSENT in families and t.session.consent[t.scenario.seats[head].party].consent is not Consent.IN:
            yield c.GiveConsent(at=t.at, by=head, consent=Consent.IN)
    if Family.AGENDA in families and not t.session.agenda.proposed:
        yield c.ProposeAgenda(at=t.at, by=t.mediators[0], issues=tuple(t.scenario.issues))
        for head in t.heads:
            yield c.AdoptAgenda(at=t.at, by=head)


def _conclude(t: _Table) -> Iterator[Command]:
    if t.session.outcome is None:
        yield c.DeclareOutcome(at=t.at, by=TRAINER, kind=OutcomeKind.NO_AGREEMENT, note="The time was over.")


def _speak(t: _Table) -> Iterator[Command]:
    body, seat = next(iter(t.scenario.bodies)), t.one(list(t.scenario.seats))
    yield c.RequestFloor(at=t.at, by=seat, body=body)
    yield c.GiveFloor(at=t.at, by=TRAINER, body=body, seat=seat, limit=120)
    yield c.YieldFloor(at=t.at, by=seat, body=body)


def _tag(t: _Table) -> Iterator[Command]:
    seat, issue = t.one(list(t.scenario.seats)), t.one(list(t.scenario.issues))
    yield c.TagMove(at=t.at, by=TRAINER, seat=seat, move=t.chance.choice(list(Move)), issue=issue)


def _meet(t: _Table) -> Iterator[Command]:
    caller, head = t.one(t.mediators), t.one(t.heads)
    yield c.CallCaucus(at=t.at, by=caller, seats=(head,), place="the small room")
    caucus = max(t.session.caucuses)
    yield c.AcceptCaucus(at=t.at, by=head, caucus=caucus)
    party = t.scenario.seats[head].party
    interest = f"{party}.{t.one(list(t.scenario.parties[party].interests))}"
    if caller not in t.session.interests[interest].told:
        permission = t.chance.choice([Permission.CLOSED, Permission.RELEASABLE])
        yield c.DiscloseInterest(at=t.at, by=head, interest=interest, to=(caller,), permission=permission)
    yield c.RecordLearned(at=t.at, by=caller, party=party, text="What they cannot say in the room.")
    yield c.CloseCaucus(at=t.at, by=caller, caucus=caucus)


def _acknowledge(t: _Table) -> Iterator[Command]:
    interest, _ = t.interest()
    yield c.AcknowledgeInterest(at=t.at, by=t.one([*t.mediators, *t.heads]), interest=interest)


def _relay(t: _Table) -> Iterator[Command]:
    interest, _ = t.interest()
    yield c.RelayInterest(at=t.at, by=t.one(t.mediators), interest=interest, to=(t.one(t.heads),))


def _position(t: _Table) -> Iterator[Command]:
    issue = t.one(list(t.scenario.issues))
    yield c.FrameIssues(at=t.at, by=t.one(t.mediators), issues=(issue,))
    yield c.StatePosition(at=t.at, by=t.one(t.heads), issue=issue, text="We cannot go further than this.")


def _state(t: _Table) -> Iterator[Command]:
    issue = t.one(list(t.scenario.issues))
    yield c.StatePosition(at=t.at, by=t.one(t.heads), issue=issue, text="This is where we stand.")


def _propose(t: _Table) -> Iterator[Command]:
    issue = t.one(list(t.scenario.issues))
    yield c.ProposeOption(at=t.at, by=t.one(t.heads), issue=issue, option=t.one(list(t.scenario.issues[issue].options)))


def _bargain(t: _Table) -> Iterator[Command]:
    head = t.one(t.heads)
    yield c.TablePackage(at=t.at, by=head, terms=t.terms(), text="Take it as a whole.")
    package = max(t.session.packages)
    for other in t.heads:
        if other != head:
            answer = t.chance.choice([Answer.REJECT, Answer.CONDITIONAL])
            yield c.AnswerPackage(at=t.at, by=other, package=package, answer=answer, text="Not like this.")


def _float(t: _Table) -> Iterator[Command]:
    yield c.TablePackage(at=t.at, by=t.one(t.mediators), terms=t.terms(), floated=True)


def _draft(t: _Table) -> Iterator[Command]:
    pen = t.one(list(t.scenario.text.pen_holder))
    clauses = {
        name: c.ClauseDraft(option=t.one(list(t.session.issues[clause.issue].board)))
        for name, clause in t.scenario.text.clauses.items()
        if clause.issue is not None
    }
    yield c.IssueVersion(at=t.at, by=pen, clauses=clauses)
    for head in t.heads:
        clause = t.one(list(clauses))
        yield c.CommentClause(at=t.at, by=head, clause=clause, text="Too vague to be kept.")
        yield c.BracketClause(at=t.at, by=head, clause=clause, wording="within thirty days")
        bracket = t.session.text.clauses[clause].brackets[-1].number
        yield c.LiftBracket(
            at=t.at,
            by=head,
            clause=clause,
            bracket=bracket,
            resolution=t.chance.choice([Resolution.WITHDRAWN, Resolution.CHOSE_TEXT]),
        )
    yield c.CloseReading(at=t.at, by=pen)


def _answer(t: _Table) -> Iterator[Command]:
    for pulse in t.session.pulses:
        for seat in t.scenario.seats:
            if seat not in t.session.pulses[pulse]:
                answers = {item: t.chance.randint(1, 7) for item in t.scenario.pulses[pulse].items}
                yield c.AnswerPulse(at=t.at, by=seat, pulse=pulse, answers=answers)


def _note(t: _Table) -> Iterator[Command]:
    yield c.WriteNote(at=t.at, by=t.one(t.guests), text="They moved on the first issue; ask why.")


EXCHANGES: tuple[tuple[Exchange, int], ...] = (
    (_speak, 40),
    (_tag, 18),
    (_bargain, 12),
    (_meet, 5),
    (_state, 6),
    (_position, 3),
    (_propose, 6),
    (_acknowledge, 6),
    (_relay, 3),
    (_note, 4),
    (_draft, 2),
    (_float, 1),
    (_answer, 1),
)
"""How often each comes, so that kinds of events stand in about the proportions of a rehearsal of the flagship."""
