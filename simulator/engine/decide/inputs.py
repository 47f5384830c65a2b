"""Inputs, the synthesis, and the way from an input to a clause."""

from scenarios.texts import listing, number, tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide import lookup
from simulator.engine.decisions import body_of_text
from simulator.engine.legal import instead, party_of
from simulator.engine.names import clause_is, listed
from simulator.engine.refused import Refused
from simulator.engine.session import InputState, Session, text_of, written_text
from simulator.engine.speech import clean, count_words, need
from simulator.engine.words import Uptake

LONGEST_INPUT = 2000
"""Characters of an input in somebody's own words."""

LONGEST_REASON = 500
"""Characters that say why an input was taken up, or was not."""

MOST_INPUTS = 200
"""Inputs that a session takes."""

MOST_POINTS = 40
"""Points that a synthesis may have."""


def file_input(command: c.FileInput, session: Session) -> tuple[e.Event, ...]:
    if len(session.inputs) >= MOST_INPUTS:
        raise Refused(
            "TOO-MANY",
            trn("At most {n} input can be handed in.", "At most {n} inputs can be handed in.", MOST_INPUTS),
            instead(session, command.by),
        )
    party = party_of(session, command.by)
    issues, text = _issues(session, command.issues), clean(command.text, LONGEST_INPUT)
    if command.card is not None:
        own = [name for name, card in session.scenario.inputs.items() if card.by == party]
        if command.card not in own:
            raise Refused(
                "UNKNOWN",
                tr("“{card}” is no prepared input of your party.", card=command.card[:60]),
                tr("Yours: {known}.", known=listed(own)),
            )
        if any(filed.card == command.card for filed in session.inputs.values()):
            raise Refused("ALREADY", tr("Your party has handed this input in."), tr("Hand in another one."))
        issues = issues or session.scenario.inputs[command.card].issues
    else:
        text = need(text, tr("the input"), LONGEST_INPUT)
        _demand_issue(issues)
    return (
        e.InputFiled(
            at=command.at,
            by=command.by,
            input=len(session.inputs) + 1,
            party=party,
            text=text,
            issues=issues,
            card=command.card,
        ),
    )


def tag_input(command: c.TagInput, session: Session) -> tuple[e.Event, ...]:
    _demand_writer(session, command.by)
    filed = _filed(session, command.input)
    issues = _issues(session, command.issues)
    _demand_issue(issues)
    if set(issues) == set(filed.issues):
        raise Refused("ALREADY", tr("This input is about these issues already."), tr("Name others."))
    return (e.InputTagged(at=command.at, by=command.by, input=filed.number, issues=issues),)


def issue_synthesis(command: c.IssueSynthesis, session: Session) -> tuple[e.Event, ...]:
    synthesis = session.scenario.synthesis
    if synthesis is None:
        raise Refused("NO-SYNTHESIS", tr("This exercise has no synthesis."), instead(session, command.by))
    _demand_writer(session, command.by)
    if len(command.points) > MOST_POINTS:
        raise Refused(
            "TOO-MANY",
            trn("A synthesis has at most {n} point.", "A synthesis has at most {n} points.", MOST_POINTS),
            tr("Put points together."),
        )
    points = tuple(_point(session, point) for point in command.points)
    if not points:
        raise Refused("EMPTY-TEXT", tr("A synthesis needs a point."), tr("Write what the inputs ask for."))
    if session.syntheses and session.syntheses[-1] == points:
        raise Refused("NO-CHANGE", tr("This synthesis says what the last one says."), tr("Change a point."))
    words = sum(count_words(point.text) for point in points)
    if words > synthesis.words:
        raise Refused(
            "TOO-LONG",
            trn(
                "The synthesis has {words} words, {n} word more than the page holds.",
                "The synthesis has {words} words, {n} words more than the page holds.",
                words - synthesis.words,
                words=number(words),
            ),
            trn("Shorten it to {n} word.", "Shorten it to {n} words.", synthesis.words),
        )
    version = len(session.syntheses) + 1
    return (e.SynthesisIssued(at=command.at, by=command.by, version=version, points=points),)


def _point(session: Session, point: c.SynthesisPoint) -> c.SynthesisPoint:
    taken = tuple(dict.fromkeys(_filed(session, n).number for n in point.inputs))
    return c.SynthesisPoint(text=need(point.text, tr("the point")), inputs=taken)


def trace_input(command: c.TraceInput, session: Session) -> tuple[e.Event, ...]:
    filed = _filed(session, command.input)
    _demand_tracer(session, command.by, command.document)
    if command.uptake is Uptake.NOT_TAKEN_UP:
        reason = clean(command.reason, LONGEST_REASON)
        if not reason:
            raise Refused(
                "NO-REASON",
                tr("Whoever handed in an input may read why it was not taken up."),
                tr("Give the reason in a sentence."),
            )
        traced = e.InputTraced(
            at=command.at, by=command.by, input=filed.number, uptake=Uptake.NOT_TAKEN_UP, reason=reason
        )
    else:
        traced = e.InputTraced(
            at=command.at,
            by=command.by,
            input=filed.number,
            uptake=command.uptake,
            clause=_clause(session, command),
            document=command.document,
            reason=clean(command.reason, LONGEST_REASON),
        )
    before = (filed.uptake, filed.clause, filed.document, filed.reason)
    if before == (traced.uptake, traced.clause, traced.document, traced.reason):
        raise Refused("ALREADY", tr("This is what the record says of this input."), tr("Say something else of it."))
    return (traced,)


def _clause(session: Session, command: c.TraceInput) -> str:
    """The clause that an input went into, as the text has it now."""
    clauses = text_of(session, command.document).clauses
    if not clauses:
        raise Refused("NO-TEXT", tr("There is no text yet."), tr("Say where the input went once a version is issued."))
    if command.clause is None:
        raise Refused(
            "NO-CLAUSE",
            tr("The clause into which the input went is missing."),
            tr("Clauses: {known}.", known=listed(clauses)),
        )
    if command.clause not in clauses:
        raise lookup.no_clause(command.clause, clauses)
    if clauses[command.clause].state == "parked":
        raise Refused("CLAUSE-STATE", clause_is("parked"), tr("Name a clause that stands in the text."))
    return command.clause


def _demand_writer(session: Session, by: str) -> None:
    """Raise Refused where a seat does not write the synthesis; without one, everybody with the right sorts inputs."""
    synthesis = session.scenario.synthesis
    if synthesis is not None and by not in synthesis.by:
        names = listing(session.scenario.seats[seat].name for seat in synthesis.by)
        raise Refused("NOT-THE-WRITER", tr("The synthesis is written by {names}.", names=names), instead(session, by))


def _demand_tracer(session: Session, by: str, document: str) -> None:
    """Raise Refused where a seat neither writes the synthesis nor holds the pen of a text that everybody knows."""
    bodies = session.scenario.bodies
    known = [d for d in session.scenario.texts if not bodies[body_of_text(session.scenario, d)].confidential]
    if document and document not in known:
        raise Refused(
            "UNKNOWN",
            tr("There is no text “{name}” that everybody knows.", name=document[:60]),
            tr("Texts: {known}.", known=listed(known)),
        )
    if by not in written_text(session.scenario, document).pen_holder:
        _demand_writer(session, by)


def _filed(session: Session, number_: int) -> InputState:
    if number_ not in session.inputs:
        raise Refused(
            "UNKNOWN",
            tr("There is no input {number}.", number=number_),
            tr("Handed in: {known}.", known=listed(session.inputs)),
        )
    return session.inputs[number_]


def _issues(session: Session, names: tuple[str, ...]) -> tuple[str, ...]:
    """The issues in the order of the scenario, each once."""
    for name in names:
        lookup.issue(session, name)
    return tuple(name for name in session.scenario.issues if name in names)


def _demand_issue(issues: tuple[str, ...]) -> None:
    if not issues:
        raise Refused("NO-ISSUE", tr("An input is about at least one issue."), tr("Name the issues that it is about."))
