"""Every event as one plain sentence for people."""

from collections.abc import Mapping
from typing import assert_never

from scenarios.model import Scenario
from simulator.debrief.naming import (
    ANSWERS,
    CAUSES,
    CONSENT,
    MOVES,
    OUTCOMES,
    RESOLUTIONS,
    SOURCES,
    VERDICTS,
    Names,
    clock_text,
    cut,
    listed,
    quoted,
)
from simulator.engine import events as e
from simulator.engine.commands import CommitmentDraft
from simulator.engine.names import act_name
from simulator.engine.notes import note_of, reason_of
from simulator.engine.session import Moment
from simulator.engine.words import EVERYBODY, TRAINER, Cause, Permission, Source

__all__ = ["clock_text", "narrate", "sentence"]


def sentence(moment: Moment, scenario: Scenario, sources: Mapping[str, Source] | None = None) -> str:
    """What happened at a moment; with `sources`, stand-ins are labelled.

    It says all that the event says, but for what a person wrote or answered in private (notes and self-reports): who
    may read a sentence is for `view` and `may_know` to decide.
    """
    return narrate(moment, Names(scenario, sources or {}))


def narrate(moment: Moment, names: Names) -> str:
    """The same with the names of a session at hand, which know options in somebody's own words."""
    told = _tell(moment.event, names)
    return told[:-1] if told.endswith((".”.", "!”.", "?”.", "…”.")) else told


def _tell(event: e.Event, names: Names) -> str:
    by = names.seat(event.by)
    match event:
        # exercise control
        case e.SessionOpened():
            return f"The session {quoted(event.name)} was opened."
        case e.SeatCast():
            if event.source is Source.HUMAN and event.people:
                return f"{_cast(names, event.seat)} is played by {listed(cut(name) for name in event.people)}."
            return f"{_cast(names, event.seat)} is played by {_PLAYED[event.source]}."
        case e.ClockStarted():
            return "The clock was started."
        case e.ClockPaused():
            return f"The clock was stopped{_because(event.reason)}."
        case e.ClockResumed():
            return "The clock runs again."
        case e.ClockJumped():
            return f"The clock was set to {clock_text(event.seconds)}."
        case e.PhaseEntered():
            way = "The talks went back to the phase" if event.loop else "The phase"
            verb = "" if event.loop else " began"
            cause = "" if event.cause is Cause.BY_HAND else f" {CAUSES[event.cause]}"
            return f"{way} {names.phase(event.phase)}{verb}{cause}{_because(reason_of(event))}."
        case e.PhaseCut():
            return f"The phase {names.phase(event.phase)} was cut to {_minutes(event.minutes)} because play is late."
        case e.PlayExtended():
            return f"Play got {_minutes(event.minutes)} more{_because(event.reason)}."
        case e.InjectSent():
            sent = f"{_sender(names, event.inject)} reached {names.seats(event.to)}, sent {CAUSES[event.cause]}"
            return f"“{cut(names.inject(event.inject))}”{sent}."
        case e.InjectHeld():
            return f"{by} kept “{cut(names.inject(event.inject))}” back."
        case e.InjectArmed():
            return f"{by} let “{cut(names.inject(event.inject))}” come by itself again."
        case e.InjectSkipped():
            return f"{by} took “{cut(names.inject(event.inject))}” out{_because(event.reason)}."
        case e.InjectMet():
            act = act_name(event.act)
            return f"{names.seat(event.seat)} answered “{cut(names.inject(event.inject))}” as expected: {act}."
        case e.InjectMissed():
            return f"The expected response to “{cut(names.inject(event.inject))}” did not come in time."
        case e.InjectMarked():
            verdict = "answered" if event.met else "not answered"
            return f"{by} marked “{cut(names.inject(event.inject))}” as {verdict}{_saying(event.note)}."
        case e.CapitalAnswered():
            return f"The capital of {names.party(event.party)} answered: {quoted(event.text)}."
        case e.OutcomeRecorded():
            how = "" if event.cause in (Cause.BY_HAND, Cause.AUTOMATIC) else f" {CAUSES[event.cause]}"
            settled = f" ({cut(names.terms(event.terms), 400)})" if event.terms else ""
            note = _saying(note_of(event, names.scenario))
            return f"The talks ended{how} with {OUTCOMES[event.kind]}{settled}{note}."
        case e.SessionEnded():
            return "The session was closed."
        # people
        case e.SeatReady():
            return f"{by} is ready."
        case e.StopInvoked():
            return f"{by} said the stop word{_saying(event.reason)}."
        case e.RoleLeft():
            return f"{by} left the role."
        case e.NoteWritten():
            return f"{by} noted: {quoted(event.text)}." if event.by == TRAINER else f"{by} wrote a private note."
        case e.PulseOpened():
            return f"Everybody was asked: {cut(names.pulse(event.pulse))}."
        case e.PulseAnswered():
            return f"{by} answered the self-report {quoted(names.pulse(event.pulse))}."
        case e.InjectAnswered():
            return f"{by} answered “{cut(names.inject(event.inject))}”: {quoted(event.text)}."
        # the floor
        case e.FloorRequested():
            return f"{by} asked to speak in {names.body(event.body)}."
        case e.RequestWithdrawn():
            return f"{by} took the request to speak back."
        case e.FloorGiven():
            limit = f" for {clock_text(event.limit)}" if event.limit is not None else ""
            return f"{names.seat(event.seat)} was given the floor in {names.body(event.body)}{limit}."
        case e.FloorYielded():
            return f"{names.seat(event.seat)} ended after {clock_text(event.seconds)} on the floor."
        case e.PointOfOrderRaised():
            return f"{by} raised a point of order: {quoted(event.text)}."
        case e.SittingSuspended():
            return f"{by} suspended {names.body(event.body)}{_because(event.reason)}."
        case e.SittingResumed():
            return f"{by} resumed {names.body(event.body)}."
        case e.MoveTagged():
            on = f" on {names.issue(event.issue)}" if event.issue else ""
            return f"{by} tagged what {names.seat(event.seat)} did{on}: {MOVES[event.move]}."
        # agenda and consent
        case e.AgendaProposed():
            return f"{by} proposed an agenda: {_issues(names, event.issues)}."
        case e.AgendaEndorsed():
            return f"{names.party(event.party)} agreed to the agenda."
        case e.AgendaAdopted():
            verb = "imposed" if event.imposed else "adopted"
            return f"The agenda was {verb}{_because(event.reason)}: {_issues(names, event.issues)}."
        case e.ConsentChanged():
            return f"{names.party(event.party)} {CONSENT[event.consent]}{_saying(event.conditions)}."
        case e.PartyWalkedOut():
            return f"{names.party(event.party)} walked out{_saying(event.reason)}."
        case e.PartyReturned():
            return f"{names.party(event.party)} came back{_saying(event.step)}."
        # caucuses
        case e.CaucusCalled():
            place = f" at {quoted(event.place)}" if event.place else ""
            others = [seat for seat in event.seats if seat != event.by]
            return f"{by} asked {names.seats(others)} into private meeting {event.caucus}{place}."
        case e.CaucusAccepted():
            return f"{names.party(event.party)} agreed to private meeting {event.caucus}."
        case e.CaucusOpened():
            return f"Private meeting {event.caucus} began."
        case e.CaucusDeclined():
            return f"Private meeting {event.caucus} was declined{_because(event.reason)}."
        case e.CaucusClosed():
            return f"Private meeting {event.caucus} ended after {clock_text(event.seconds)}."
        # interests and positions
        case e.InterestDisclosed():
            said = quoted(names.interest(event.interest))
            if EVERYBODY in event.to:
                return f"{by} told everybody an interest of {names.owner(event.interest)}: {said}."
            kept = ", in confidence" if event.permission is Permission.CLOSED else "; the mediators may carry it"
            return f"{by} told {names.seats(event.to)} an interest of {names.owner(event.interest)}{kept}: {said}."
        case e.ReleasePermitted():
            return f"{by} allowed the mediators to carry an interest: {quoted(names.interest(event.interest))}."
        case e.InterestRelayed():
            leave = " without leave" if event.breach else ""
            said = quoted(names.interest(event.interest))
            return f"{by} told {names.seats(event.to)}{leave} an interest of {names.owner(event.interest)}: {said}."
        case e.InterestAcknowledged():
            said = quoted(names.interest(event.interest))
            return f"{names.party(event.party)} acknowledged an interest of {names.owner(event.interest)}: {said}."
        case e.LearnedRecorded():
            use = "may be carried" if event.releasable else "stays with the mediators"
            return f"{by} noted what {names.party(event.party)} said ({use}): {quoted(event.text)}."
        case e.PositionStated():
            return (
                f"{names.party(event.party)} stated its position on {names.issue(event.issue)}: {quoted(event.text)}."
            )
        # options and packages
        case e.IssueFramed():
            wording = f" as {quoted(event.wording)}" if event.wording else " as a neutral question"
            return f"{by} framed {names.issue(event.issue)}{wording}."
        case e.FramingContested():
            return f"{by} objected to the framing of {names.issue(event.issue)}: {quoted(event.reason)}."
        case e.OptionUnlocked():
            option = names.option(event.issue, event.option)
            return f"What was told opened an option on {names.issue(event.issue)}: {option}."
        case e.OptionProposed():
            what = quoted(event.text) if event.text else names.option(event.issue, event.option)
            return f"{by} proposed an option on {names.issue(event.issue)}: {what}."
        case e.PackageTabled():
            verb = "floated" if event.floated else "tabled"
            of = "" if event.floated else f" for {names.party(event.party)}"
            counter = f", against package {event.counter_to}" if event.counter_to is not None else ""
            terms = cut(names.terms(event.terms), 400)
            return f"{by} {verb} package {event.package}{of}{counter}: {terms}{_saying(event.text)}."
        case e.PackageAnswered():
            answer = ANSWERS[event.answer].format(f"package {event.package}")
            return f"{names.party(event.party)} {answer}{_saying(event.text)}."
        case e.PackageSuperseded():
            return f"Package {event.package} was replaced by package {event.newer}."
        case e.PackageWithdrawn():
            return f"{by} took package {event.package} off the table."
        case e.PackageAgreed():
            return f"Package {event.package} is agreed."
        case e.PackageRejected():
            return f"Package {event.package} is rejected."
        # the text
        case e.VersionIssued():
            source = f" from package {event.package}" if event.package is not None else ""
            clauses = f": {listed(names.clause(clause) for clause in event.clauses)}" if event.clauses else ""
            return f"{by} issued version {event.version} of the text{source}{clauses}."
        case e.ClauseCommented():
            return f"{by} on the clause {names.clause(event.clause)}: {quoted(event.text)}."
        case e.ClauseBracketed():
            wants = names.option(_issue_of(names, event.clause), event.option) if event.option else ""
            wants = wants or (quoted(event.wording) if event.wording else "no alternative yet")
            return f"{names.party(event.party)} put the clause {names.clause(event.clause)} in brackets: {wants}."
        case e.BracketLifted():
            return f"{by} closed a bracket in {names.clause(event.clause)}: {RESOLUTIONS[event.resolution]}."
        case e.ClauseParked():
            verb = "set aside" if event.parked else "took up again"
            return f"{by} {verb} the clause {names.clause(event.clause)}."
        case e.ReadingClosed():
            clean = listed(names.clause(clause) for clause in event.clean) if event.clean else "no clause"
            return f"The reading of version {event.version} ended; clean: {clean}."
        case e.AdoptionOpened():
            until = f"; silence until {clock_text(event.until)} means consent" if event.until is not None else ""
            return f"Version {event.version} was put to adoption{until}."
        case e.AdoptionAnswered():
            return f"{names.party(event.party)} {VERDICTS[event.verdict]}{_saying(event.text)}."
        case e.TextAdopted():
            return f"Version {event.version} is adopted."
        case e.AdoptionFailed():
            return f"Version {event.version} was refused; the text is open again."
        # calls
        case e.ExpertAsked():
            return f"{by} asked the expert: {quoted(event.text)}."
        case e.ExpertAnswered():
            return f"The expert answered: {quoted(event.text)}."
        case e.CapitalAsked():
            return f"{names.party(event.party)} asked its capital: {quoted(event.text)}."
        case e.AppealMade():
            return f"{by} appealed to everybody: {quoted(event.text)}."
        # commitments, and the test of the text
        case e.CommitmentRecorded():
            said = cut(commitment(event.record), 400)
            return f"{by} recorded commitment {event.commitment} under {names.clause(event.clause)}: {said}."
        case e.CommitmentStruck():
            return f"{by} struck commitment {event.commitment}."
        case e.ShockThrown():
            return f"A shock was thrown at the text {CAUSES[event.cause]}: {names.shock(event.shock)}."
        case e.ShockAnswered():
            return f"{by} on the shock {names.shock(event.shock)}: {_answer(names, event)}."
        case e.ShockJudged():
            answer = f"the answer of the text to {names.shock(event.shock)}"
            return f"{by} judged {answer}: {event.level} of 3{_saying(event.note)}."
        case e.AgreementJudged():
            return f"{by} judged the agreement on {event.criterion}: {event.level} of 3{_saying(event.note)}."
        # raters
        case e.RaterAdmitted():
            return f"The rater {quoted(event.rater)} was admitted."
        case e.ObservationNoted():
            on = f" on {names.seat(event.seat)}" if event.seat is not None else ""
            of = f" ({event.dimension})" if event.dimension is not None else ""
            return f"{_rater(names, event.rater)} noted observation {event.observation}{on}{of}: {quoted(event.text)}."
        case e.SeatRated():
            level = f"level {event.level}" if event.level is not None else "insufficient evidence"
            rests = f", from {listed(f'observation {n}' for n in event.observations)}" if event.observations else ""
            seat = names.seat(event.seat)
            return f"{_rater(names, event.rater)} rated {seat} on {event.dimension}: {level}{rests}."
        case e.RatingsLocked():
            how = "" if event.cause is Cause.BY_HAND else ", because the debriefing began"
            rater = names.seat(event.rater) if event.rater in names.scenario.seats else quoted(event.rater)
            return f"The ratings of {rater} were locked{how}."
        case _:
            assert_never(event)


def commitment(record: CommitmentDraft) -> str:
    """A commitment record in a line: who does what by when, and how one will know; what is open is left out."""
    deadline = record.deadline or (_days(record.days) if record.days is not None else "")
    head = f"{record.actor or 'nobody named'}: {record.action}"
    details = (
        ("", deadline),
        ("place: ", record.place),
        ("verified by ", record.verifier),
        ("how: ", record.method),
        ("after ", listed(str(n) for n in record.after) if record.after else ""),
        ("resources: ", record.resources),
        ("if not: ", record.if_not),
    )
    return "; ".join((head, *(f"{word}{said}" for word, said in details if said)))


def _days(days: int) -> str:
    return "on the day of signature" if days == 0 else f"within {days} day{'s' if days != 1 else ''} of signature"


def _answer(names: Names, event: e.ShockAnswered) -> str:
    where = names.clause(event.clause) if event.clause is not None else "no article answers it"
    parts = (("who", event.who), ("by when", event.when), ("how one knows", event.how))
    return "; ".join((where, *(f"{word}: {quoted(said)}" for word, said in parts if said)))


def _rater(names: Names, rater: str) -> str:
    return names.seat(rater) if rater in names.scenario.seats else f"The rater {quoted(rater)}"


_CHANNELS: Mapping[str, str] = {
    "paper": "a paper",
    "radio": "a radio message",
    "phone": "a call",
    "messenger": "a message",
    "letter": "a letter",
}
_PLAYED: Mapping[Source, str] = {**SOURCES, Source.STAND_IN: "a stand-in", Source.EMPTY: "nobody"}


def _cast(names: Names, seat: str) -> str:
    """The character alone: the sentence itself says who plays it."""
    found = names.scenario.seats.get(seat)
    return f"{found.name}, {found.title}," if found else seat


def _sender(names: Names, inject: str) -> str:
    found = names.scenario.events.get(inject)
    return f", {_CHANNELS[found.channel]} from {found.sender}," if found else ""


def _issue_of(names: Names, clause: str) -> str:
    found = names.scenario.text.clauses.get(clause)
    return (found.issue or "") if found else ""


def _issues(names: Names, issues: tuple[str, ...]) -> str:
    return listed(names.issue(issue) for issue in issues)


def _because(reason: str) -> str:
    return f" ({quoted(reason)})" if reason else ""


def _saying(text: str) -> str:
    return f", saying {quoted(text)}" if text else ""


def _minutes(number: int) -> str:
    return "1 minute" if number == 1 else f"{number} minutes"
