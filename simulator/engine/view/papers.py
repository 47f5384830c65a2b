"""What a seat reads: briefs, events, calls, pulses, and the text."""

from collections.abc import Mapping

from scenarios.once import once
from simulator.engine.decide.pen import sees_text
from simulator.engine.decisions import body_of_text, entitled, rule_of_text
from simulator.engine.legal import party_of
from simulator.engine.session import Call, ClauseState, Improvised, Moment, Session, text_of, written_text
from simulator.engine.view.shapes import Briefs, ClauseView, Paper, PulseView, TextView
from simulator.engine.words import TRAINER


def briefs(session: Session, seat: str) -> Briefs:
    """The papers of a seat."""
    scenario = session.scenario
    chair = scenario.seats[seat]
    party = scenario.parties[chair.party]
    limits = "\n".join(f"- {limit}" for limit in scenario.mandate.limits)
    mandate = f"{scenario.mandate.issued_by}\n\n{scenario.mandate.text}\n\n{limits}".strip()
    return Briefs(
        public=scenario.brief,
        rules=scenario.rules,
        mandate=mandate,
        party=party.brief,
        seat=chair.brief,
        first_moves=chair.first_moves,
        capital=party.capital.name if party.capital else None,
    )


def text(session: Session, document: str = "") -> TextView:
    """A text with every clause as it reads now; the main text where none is named."""
    return _as_they_read(session)[document]


@once
def _as_they_read(session: Session) -> Mapping[str, TextView]:
    return {name: _as_it_reads(session, name) for name in ("", *session.scenario.texts)}


def _as_it_reads(session: Session, document: str) -> TextView:
    written, state = written_text(session.scenario, document), text_of(session, document)
    clauses = []
    for name, clause in written.clauses.items():
        now = state.clauses.get(name)
        if now is not None:
            clauses.append(ClauseView(name, clause.heading, clause.issue, now, _words(session, clause.issue, now)))
    body, rule = body_of_text(session.scenario, document), rule_of_text(session.scenario, document)
    return TextView(
        id=document,
        kind=written.kind,
        body=body,
        rule=rule,
        entitled=entitled(session.scenario, body, rule),
        title=written.title,
        preamble=written.preamble,
        version=state.version,
        state=state.state,
        clauses=tuple(clauses),
        pen_holder=written.pen_holder,
        verdicts={party: (verdict.value, words) for party, (verdict, words) in state.verdicts.items()},
        until=state.until,
        commitments=tuple(record for _, record in sorted(state.commitments.items())),
        referred=state.referred,
        explanations=state.explanations,
        begun={name: clause.wording or "" for name, clause in written.clauses.items()} if written.on_table else {},
    )


def texts(session: Session, seat: str) -> Mapping[str, TextView]:
    """The other texts, by id; a confidential body's for those who are in it."""
    return {name: text(session, name) for name in session.scenario.texts if sees_text(session, seat, name)}


def drafting(session: Session, seat: str) -> Mapping[str, tuple[Moment, ...]]:
    """What happened with each text that a seat may read: who may read a text may know all that happened with it."""
    seen = ("", *(name for name in session.scenario.texts if sees_text(session, seat, name)))
    return {name: session.drafting.get(name, ()) for name in seen}


def _words(session: Session, issue: str | None, clause: ClauseState) -> str:
    if clause.wording or issue is None or clause.option is None:
        return clause.wording
    return session.scenario.issues[issue].options[clause.option].text


def papers(session: Session, seat: str) -> tuple[Paper, ...]:
    """The events that reached a seat, in the version for its party, latest last."""
    if seat == TRAINER:
        return ()
    found: list[Paper] = []
    for name, state in session.injects.items():
        if state.state != "sent" or seat not in state.to or state.sent is None:
            continue
        inject = session.scenario.events.get(name) or session.improvised.get(name)
        if inject is None:
            continue
        own = "" if isinstance(inject, Improvised) else inject.versions.get(party_of(session, seat), "")
        found.append(
            Paper(
                inject=name,
                title=inject.title,
                sender=inject.sender,
                channel=inject.channel,
                text=state.text or own or inject.text,
                seconds=state.sent,
                answered=any(who == seat for who, _ in state.answers),
                opened=seat in state.opened,
            )
        )
    return tuple(sorted(found, key=lambda paper: paper.seconds))


def calls(session: Session, seat: str) -> tuple[tuple[Call, ...], tuple[Call, ...]]:
    """The calls to the expert and to capital that a seat may read."""
    everything = seat == TRAINER
    expert, party = session.scenario.expert, party_of(session, seat)
    answers = expert is not None and expert.seat == seat
    return (
        tuple(c for c in session.expert_calls.values() if everything or answers or c.party == party),
        tuple(c for c in session.capital_calls.values() if everything or c.party == party),
    )


def pulses(session: Session, seat: str) -> tuple[PulseView, ...]:
    """The self-reports that are asked for, and whether the seat has answered."""
    return tuple(
        PulseView(
            id=name,
            name=session.scenario.pulses[name].name,
            items=session.scenario.pulses[name].items,
            answered=seat in answers,
        )
        for name, answers in session.pulses.items()
        if name in session.scenario.pulses
    )
