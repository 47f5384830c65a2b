"""People who do anything at all at a table, for whatever has to hold whatever people do."""

import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, get_args, get_type_hints

from scenarios.model import Scenario
from simulator.engine import TRAINER, Event, Refused, begin, decide, evolve
from simulator.engine import commands as c
from simulator.engine.commands import ClauseDraft, CommitmentDraft, Fork, ReportLine, SynthesisPoint
from simulator.engine.decide.interests import knows_interest
from simulator.engine.legal import ACT_OF, party_of, why_not
from simulator.engine.session import written_text
from simulator.engine.words import (
    Answer,
    DebriefStep,
    Dimension,
    OutcomeKind,
    Resolution,
    Say,
    Settled,
    Source,
    Verdict,
)

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
WORDS = ("Less", "Even less", "As little as one can")
COMMANDS: tuple[type[c.Intent], ...] = get_args(c.Command)
RARE = {
    c.DeclareOutcome,
    c.OpenSession,
    c.EndSession,
    c.InvokeStop,
    c.StartClock,
    c.JumpClock,
    *get_args(c.DebriefCommand),
}
KEPT_BACK = {c.SendMessenger, c.WriteNote, c.NoteObservation}
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
            for document, text in session.texts.items():
                for name, clause in text.clauses.items():
                    for bracket in clause.open_brackets:
                        which: dict[str, Any] = {"clause": name, "bracket": bracket.number, "document": document}
                        how = dice.choice(list(Resolution))
                        possible.append(c.LiftBracket(at=at, by=seat, resolution=how, wording="Both", **which))
                        possible.append(c.SupportBracket(at=at, by=seat, supports=dice.random() < 0.4, **which))
                        possible.append(c.NarrowBracket(at=at, by=bracket.by, wording=dice.choice(WORDS), **which))
                if text.state == "in_adoption":
                    verdict = dice.choice((Verdict.ADOPT, Verdict.ADOPT, *Verdict))
                    possible.append(c.AnswerAdoption(at=at, by=seat, verdict=verdict, document=document, text="So"))
            possible += self.table_answers(seat)
            for name in session.interests:
                if knows_interest(session, seat, name) and name.split(".")[0] != party_of(session, seat):
                    to = (dice.choice(list(self.scenario.seats)),)
                    possible.append(
                        c.RelayInterest(at=at, by=seat, interest=name, to=to, despite_confidence=dice.random() < 0.5)
                    )
        return dice.choice(possible) if possible else None

    def table_answers(self, seat: str) -> list[Any]:
        """What a seat could do about incidents, reports, disputes, messages and inputs that wait."""
        dice, session, at = self.dice, self.session, self.at
        possible: list[Any] = []
        for number in session.incidents:
            possible += [
                c.AcknowledgeIncident(at=at, by=seat, incident=number),
                c.CallBack(at=at, by=seat, incident=number, text="As we know it."),
                c.AskVisit(at=at, by=seat, incident=number),
                c.AgreeVisit(at=at, by=seat, incident=number),
                c.VerifyIncident(at=at, by=seat, incident=number, verified=dice.random() < 0.7, text="Seen."),
                c.HandleIncident(at=at, by=seat, incident=number, text="A guard."),
                c.CloseIncident(at=at, by=seat, incident=number),
            ]
        for number in session.reports:
            possible += [
                c.AnswerReport(at=at, by=seat, report=number, say=dice.choice((Say.YES, Say.YES, *Say))),
                c.ReturnReport(at=at, by=seat, report=number, reason="Not yet."),
                *(
                    c.LiftMatter(at=at, by=seat, report=number, issue=issue)
                    for issue, line in session.reports[number].lines.items()
                    if line.settled is not Settled.AGREED
                ),
            ]
        for number in session.disputes:
            possible += [
                c.AnswerDispute(at=at, by=seat, dispute=number, text="We read it otherwise."),
                c.ProposeReading(at=at, by=seat, dispute=number, text="Both."),
                c.AcceptReading(at=at, by=seat, dispute=number),
                c.WithdrawDispute(at=at, by=seat, dispute=number),
                c.ReferDispute(at=at, by=seat, dispute=number, body=dice.choice(list(self.scenario.bodies))),
            ]
        for number, message in session.messages.items():
            if message.delivered is None:
                possible.append(c.DeliverMessage(at=at, by=message.seat, message=number, text="They greet you."))
        for agenda in session.agendas.values():
            if agenda.proposed and agenda.adopted is None:
                body = dice.choice(("", *session.agendas))
                possible.append(c.AdoptAgenda(at=at, by=seat, body=body))
        return possible

    def table_papers(self) -> list[Any]:
        """Reports, inputs, a synthesis, other texts: by whom they are for."""
        dice, session, at, case = self.dice, self.session, self.at, self.scenario
        possible: list[Any] = []
        for name, body in case.bodies.items():
            if body.reports_to is not None and body.chair:
                possible.append(c.DeliverReport(at=at, by=body.chair[0], body=name, lines=self.lines(name)))
            if body.opens == "by_chair" and body.chair:
                possible.append(c.OpenSitting(at=at, by=body.chair[0], body=name))
        for name, card in case.inputs.items():
            possible.append(c.FileInput(at=at, by=dice.choice(case.seats_of(card.by)), card=name))
        if case.synthesis is not None:
            by = dice.choice(case.synthesis.by)
            points = (SynthesisPoint(text="Water for all.", inputs=tuple(session.inputs)[:2]),)
            possible.append(c.IssueSynthesis(at=at, by=by, points=points))
        for document in case.texts:
            pen = dice.choice(case.texts[document].pen_holder)
            possible += [
                c.IssueVersion(at=at, by=pen, clauses=self.clauses(document), document=document),
                c.PutToAdoption(at=at, by=dice.choice(list(case.seats)), document=document),
            ]
        for party in case.parties.values():
            team = [s for s, chair in case.seats.items() if party is case.parties[chair.party]]
            if party.kind.value == "mediation" and len(team) > 1:
                others = [s for s in case.seats if s not in team]
                sent = c.SendMessenger(at=at, by=team[0], seat=team[1], to=(dice.choice(others),), text="Come at six.")
                possible += [sent, sent]
        for name in case.incidents:
            possible.append(c.ReportIncident(at=at, by=dice.choice((TRAINER, *case.seats)), incident=name))
        return possible

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
        if dice.random() < 0.5 and (papers := self.table_papers()):
            return dice.choice(papers)
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
            "body": self.body,
            "document": lambda: self.dice.choice(("", "", *self.scenario.texts)),
            "item": lambda: self.dice.choice(("", *self.scenario.issues, *self.scenario.agenda_items)),
            "wordings": lambda: {self.dice.choice(list(self.scenario.issues)): "In other words"},
            "inside": lambda: self.dice.choice((None, None, 1, 2)),
            "entry": lambda: self.dice.choice((*self.session.follow_up, 99)),
            "actor": lambda: self.dice.choice(("", *self.scenario.parties)),
            "against": lambda: self.dice.choice(("", *self.scenario.parties)),
            "article": self.article,
            "report": lambda: self.dice.choice((*self.session.reports, 99)),
            "dispute": lambda: self.dice.choice((*self.session.disputes, 99)),
            "message": lambda: self.dice.choice((*self.session.messages, 99)),
            "input": lambda: self.dice.choice((*self.session.inputs, 99)),
            "lines": lambda: self.lines(self.body()),
            "points": lambda: (SynthesisPoint(text="A point.", inputs=tuple(self.session.inputs)[:1]),),
            "levels": lambda: {str(number): self.dice.randint(0, 4) for number in (*self.session.follow_up, 99)[:2]},
            "pulse": lambda: self.dice.choice((*self.scenario.pulses, "nothing")),
            "answers": self.answers,
            "caucus": lambda: self.dice.randint(0, len(self.session.caucuses)),
            "package": self.package,
            "counter_to": self.package,
            "call": lambda: self.dice.randint(0, 3),
            "clause": self.clause,
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
            "number": lambda: self.dice.choice((0, 1, 2, self.session.number, 10**6)),
            "numbers": lambda: self.dice.choice(((), (1,), (1, 2, self.session.number), (0,))),
            "part": lambda: self.dice.choice((0, 1, 2)),
            "fork": lambda: self.dice.choice((None, Fork(1, 60, OutcomeKind.NO_AGREEMENT, self.terms()))),
            "ref": lambda: self.dice.choice(("", "balance", "reactions", *self.scenario.parties)),
            "shock": lambda: self.dice.choice((None, *self.session.stress, *self.shocks(), "no-such-shock")),
            "criterion": lambda: self.dice.choice(("Q1", "Q5", "Q12", "Q13")),
            "rater": lambda: self.dice.choice(("ana", "ben", *self.scenario.seats)),
            "observations": lambda: tuple(
                self.dice.sample(range(self.session.observations + 2), min(2, self.session.observations))
            ),
            "level": lambda: self.dice.choice((0, 1, 2, 3, 4)),
            "moment": lambda: self.dice.choice((None, 1, self.session.number, self.session.number + 9)),
            "sure": lambda: self.dice.randint(0, 4),
            "belief": lambda: self.dice.choice((None, *self.session.beliefs, 99)),
            "learned_from": lambda: self.dice.choice((None, *self.scenario.parties)),
            "carry_to": lambda: self.dice.choice(((), (), *((party,) for party in self.scenario.parties))),
            "parts": lambda: {self.dice.choice(("interests", "entry", "aims")): self.dice.choice(("", *WORDS))},
        }
        if name == "shock" and type(None) not in get_args(hint):
            return self.dice.choice((*self.session.stress, "no-such-shock"))
        if name == "commitment" and type(None) not in get_args(hint):
            return self.dice.choice((*self.session.text.commitments, 99))
        if name == "incident":
            numbers = (*self.session.incidents, 99)
            return self.dice.choice((None, *self.scenario.incidents) if kind is c.ReportIncident else numbers)
        if name == "card" and kind is c.FileInput:
            return self.dice.choice((None, "no-card", *self.scenario.inputs))
        if name == "article" and type(None) not in get_args(hint):
            return self.article() or "no-article"
        if name == "belief" and type(None) not in get_args(hint):
            return self.dice.choice((*self.session.beliefs, 99))
        if name == "item" and kind is c.MarkConduct:
            return self.dice.choice(("consent", "absent", "no-such-item"))
        if name in ("seat", "caucus") and kind is c.WriteNote and self.dice.random() < 0.7:
            return None
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
        said = self.dice.choice(
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
        # What is kept back has words of its own, which nobody else says aloud by chance.
        return f"{said} {self.dice.random()}" if said and kind in KEPT_BACK and name == "text" else said

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

    def body(self) -> str:
        """Some body, or none."""
        return self.dice.choice(("", *self.scenario.bodies, *self.scenario.bodies))

    def clause(self) -> str:
        """A clause of some text."""
        texts = (self.scenario.text, *self.scenario.texts.values())
        return self.dice.choice([name for text in texts for name in text.clauses])

    def article(self) -> str | None:
        """An article of the reference text, or none, or one that is not there."""
        reference = self.scenario.reference
        known: tuple[str | None, ...] = (None, "no-article", *(reference.articles if reference else ()))
        return self.dice.choice(known)

    def lines(self, body: str) -> dict[str, ReportLine]:
        """Lines of a report on some issues of a body."""
        written = self.scenario.bodies.get(body)
        issues = (written.issues if written else ()) or tuple(self.scenario.issues)
        return {
            name: ReportLine(
                settled=self.dice.choice(list(Settled)),
                option=self.dice.choice((None, *self.session.issues[name].board)),
                text=self.dice.choice(("", "One word is missing.")),
            )
            for name in issues
            if self.dice.random() < 0.8
        }

    def clauses(self, document: str = "") -> dict[str, ClauseDraft]:
        """Drafts for some clauses."""
        drafts: dict[str, ClauseDraft] = {}
        for name, clause in written_text(self.scenario, document).clauses.items():
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
    debrief(table)
    table.ask(c.EndSession(at=table.at, by=TRAINER))


def debrief(table: Table) -> None:
    """An hour of debriefing: each step, and pages of any kind before and after everybody has left their role."""
    table.ask(c.BeginDebrief(at=table.at, by=TRAINER, minutes=table.dice.choice((30, 55, 60, 90, 7))))
    for step in DebriefStep:
        table.ask(c.TakeDebriefStep(at=table.at, by=TRAINER, step=step))
        for kind in (c.ShowDebrief, c.ChooseMoments):
            table.ask(table.command(kind, TRAINER))
        if table.dice.random() < 0.3:
            table.ask(c.ConfirmRolesLeft(at=table.at, by=TRAINER))
