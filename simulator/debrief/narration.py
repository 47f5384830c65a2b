"""Every event as one plain sentence for people."""

from collections.abc import Mapping
from typing import assert_never

from scenarios.model import Scenario
from scenarios.texts import tr
from scoring.sentences import lasting
from simulator.debrief import details
from simulator.debrief.naming import (
    ANSWERS,
    CAUSES,
    CONSENT,
    MOVES,
    RESOLUTIONS,
    VERDICTS,
    Names,
    clock_text,
    cut,
    listed,
    quoted,
)
from simulator.debrief.told import brackets, committee, debriefing, incidents, inputs, sheets, sittings
from simulator.engine import events as e
from simulator.engine.names import act_name
from simulator.engine.notes import note_of, reason_of
from simulator.engine.session import Moment
from simulator.engine.words import TRAINER, Cause, Source

__all__ = ["clock_text", "narrate", "sentence"]


def sentence(moment: Moment, scenario: Scenario, sources: Mapping[str, Source] | None = None) -> str:
    """What happened at a moment; with `sources`, stand-ins are labelled.

    It says all that the event says, but for what a person wrote or answered in private (notes and self-reports): who
    may read a sentence is for `view` and `may_know` to decide.
    """
    return narrate(moment, Names(scenario, sources or {}))


def narrate(moment: Moment, names: Names) -> str:
    """The same with the names of a session at hand, which know options in somebody's own words."""
    return names.once(moment.event, lambda: _sentence(moment.event, names))


def _sentence(event: e.Event, names: Names) -> str:
    told, document = _tell(event, names), of_another_text(event)
    if document:
        # Translators: the title of a text, and what happened to it.
        told = tr("{text}: {sentence}", text=quoted(names.text(document)), sentence=told)
    closing = quoted("").removeprefix(tr("“{words}”").partition("{words}")[0])
    return told[:-1] if told.endswith(tuple(f"{end}{closing}." for end in ".!?…")) else told


def of_another_text(event: e.Event) -> str:
    """The id of the text that an event is about, where it is not the main one."""
    return str(event.document) if isinstance(event, e.TextEvent) else ""


def _tell(event: e.Event, names: Names) -> str:
    by = names.seat(event.by)
    if isinstance(event, e.IncidentEvent):
        return incidents.sentence(event, names)
    if isinstance(event, e.CommitteeEvent):
        return committee.sentence(event, names)
    if isinstance(event, e.InputEvent):
        return inputs.sentence(event, names)
    if isinstance(event, e.SheetEvent):
        return sheets.sentence(event, names)
    if isinstance(event, e.DebriefEvent):
        return debriefing.sentence(event, names)
    if isinstance(event, e.SittingEvent):
        return sittings.sentence(event, names)
    if isinstance(event, e.BracketEvent):
        return brackets.sentence(event, names)
    match event:
        # exercise control
        case e.SessionOpened():
            return tr("The session {name} was opened.", name=quoted(event.name))
        case e.SeatCast():
            return details.cast(event, names)
        case e.ClockStarted():
            return tr("The clock was started.")
        case e.ClockPaused():
            return details.because(tr("The clock was stopped"), event.reason)
        case e.ClockResumed():
            return tr("The clock runs again.")
        case e.ClockJumped():
            return tr("The clock was set to {time}.", time=clock_text(event.seconds))
        case e.PhaseEntered():
            return details.because(details.entered(event, names), reason_of(event))
        case e.PhaseCut() if event.cause is Cause.BY_HAND:
            return tr(
                "Exercise control cut the phase {phase} to {length}.",
                phase=names.phase(event.phase),
                length=lasting(60 * event.minutes),
            )
        case e.PhaseCut():
            return tr(
                "The phase {phase} was cut to {length} because play is late.",
                phase=names.phase(event.phase),
                length=lasting(60 * event.minutes),
            )
        case e.PlayExtended():
            return details.because(tr("Play got {length} more", length=lasting(60 * event.minutes)), event.reason)
        case e.AnnouncementMade():
            return details.announced(event)
        case e.WallSet():
            return tr("{by} chose what the wall shows.", by=by)
        case e.InjectSent():
            return details.sent(event, names)
        case e.InjectImprovised():
            return details.improvised(event, names)
        case e.InjectPutOff():
            inject = quoted(names.inject(event.inject))
            return tr("{by} put {event} off until {time}.", by=by, event=inject, time=clock_text(event.seconds))
        case e.PaperOpened():
            return tr("{by} opened {event}.", by=by, event=quoted(names.inject(event.inject)))
        case e.InjectHeld():
            return tr("{by} kept {event} back.", by=by, event=quoted(names.inject(event.inject)))
        case e.InjectArmed():
            return tr("{by} let {event} come by itself again.", by=by, event=quoted(names.inject(event.inject)))
        case e.InjectSkipped():
            return details.because(
                tr("{by} took {event} out", by=by, event=quoted(names.inject(event.inject))), event.reason
            )
        case e.InjectMet():
            return tr(
                "{seat} answered {event} as expected: {act}.",
                seat=names.seat(event.seat),
                event=quoted(names.inject(event.inject)),
                act=act_name(event.act),
            )
        case e.InjectMissed():
            inject = quoted(names.inject(event.inject))
            return tr("The expected response to {event} did not come in time.", event=inject)
        case e.InjectMarked():
            inject = quoted(names.inject(event.inject))
            if event.met:
                return details.saying(tr("{by} marked {event} as answered", by=by, event=inject), event.note)
            return details.saying(tr("{by} marked {event} as not answered", by=by, event=inject), event.note)
        case e.CapitalAnswered():
            return tr(
                "The capital of {party} answered: {words}.", party=names.party(event.party), words=quoted(event.text)
            )
        case e.OutcomeRecorded():
            return details.saying(details.ended(event, names), note_of(event, names.scenario))
        case e.SessionEnded():
            return tr("The session was closed.")
        # people
        case e.SeatReady():
            return tr("{by} is ready.", by=by)
        case e.StopInvoked():
            return details.saying(tr("{by} said the stop word", by=by), event.reason)
        case e.RoleLeft():
            return tr("{by} left the role.", by=by)
        case e.NoteWritten():
            if event.by == TRAINER:
                return tr("{by} noted: {words}.", by=by, words=quoted(event.text))
            return tr("{by} wrote a private note.", by=by)
        case e.PulseOpened():
            return tr("Everybody was asked: {pulse}.", pulse=cut(names.pulse(event.pulse)))
        case e.PulseAnswered():
            return tr("{by} answered the self-report {pulse}.", by=by, pulse=quoted(names.pulse(event.pulse)))
        case e.InjectAnswered():
            inject = quoted(names.inject(event.inject))
            return tr("{by} answered {event}: {words}.", by=by, event=inject, words=quoted(event.text))
        # the floor
        case e.FloorRequested():
            return tr("{by} asked to speak in {body}.", by=by, body=names.body(event.body))
        case e.RequestWithdrawn():
            return tr("{by} took the request to speak back.", by=by)
        case e.FloorGiven():
            seat, body = names.seat(event.seat), names.body(event.body)
            if event.limit is None:
                return tr("{seat} was given the floor in {body}.", seat=seat, body=body)
            length = clock_text(event.limit)
            return tr("{seat} was given the floor in {body} for {length}.", seat=seat, body=body, length=length)
        case e.FloorYielded():
            return tr(
                "{seat} ended after {length} on the floor.",
                seat=names.seat(event.seat),
                length=clock_text(event.seconds),
            )
        case e.PointOfOrderRaised():
            return tr("{by} raised a point of order: {words}.", by=by, words=quoted(event.text))
        case e.SittingSuspended():
            return details.because(tr("{by} suspended {body}", by=by, body=names.body(event.body)), event.reason)
        case e.SittingResumed():
            return tr("{by} resumed {body}.", by=by, body=names.body(event.body))
        case e.MoveTagged():
            values = {"by": by, "seat": names.seat(event.seat), "move": tr(MOVES[event.move])}
            if event.issue:
                return tr("{by} tagged what {seat} did on {issue}: {move}.", issue=names.issue(event.issue), **values)
            return tr("{by} tagged what {seat} did: {move}.", **values)
        case e.TagWithdrawn():
            return tr("{by} took tag {n} back.", by=by, n=event.tag)
        # agenda and consent
        case e.AgendaProposed():
            return sittings.proposed(event, names)
        case e.AgendaEndorsed():
            return sittings.endorsed(event, names)
        case e.AgendaAdopted():
            return sittings.adopted(event, names)
        case e.ConsentChanged():
            return details.saying(tr(CONSENT[event.consent], party=names.party(event.party)), event.conditions)
        case e.PartyWalkedOut():
            return sittings.left(event, names)
        case e.PartyReturned():
            return sittings.came_back(event, names)
        # caucuses
        case e.CaucusCalled():
            others = names.seats(seat for seat in event.seats if seat != event.by)
            if event.place:
                return tr(
                    "{by} asked {others} into private meeting {n} at {place}.",
                    by=by,
                    others=others,
                    n=event.caucus,
                    place=quoted(event.place),
                )
            return tr("{by} asked {others} into private meeting {n}.", by=by, others=others, n=event.caucus)
        case e.CaucusAccepted():
            return tr("{party} agreed to private meeting {n}.", party=names.party(event.party), n=event.caucus)
        case e.CaucusOpened():
            return tr("Private meeting {n} began.", n=event.caucus)
        case e.CaucusDeclined():
            return details.because(tr("Private meeting {n} was declined", n=event.caucus), event.reason)
        case e.CaucusClosed():
            length = clock_text(event.seconds)
            return tr("Private meeting {n} ended after {length}.", n=event.caucus, length=length)
        # interests and positions
        case e.InterestDisclosed():
            return details.disclosed(event, names)
        case e.ReleasePermitted():
            interest = quoted(names.interest(event.interest))
            return tr("{by} allowed the mediators to carry an interest: {interest}.", by=by, interest=interest)
        case e.ReleaseWithdrawn():
            return tr(
                "{by} took back that an interest may be carried: {interest}.",
                by=by,
                interest=quoted(names.interest(event.interest)),
            )
        case e.InterestRelayed():
            values = {
                "by": by,
                "to": names.seats(event.to),
                "owner": names.owner(event.interest),
                "interest": quoted(names.interest(event.interest)),
            }
            if event.breach:
                return tr("{by} told {to} without leave an interest of {owner}: {interest}.", **values)
            return tr("{by} told {to} an interest of {owner}: {interest}.", **values)
        case e.InterestAcknowledged():
            return tr(
                "{party} acknowledged an interest of {owner}: {interest}.",
                party=names.party(event.party),
                owner=names.owner(event.interest),
                interest=quoted(names.interest(event.interest)),
            )
        case e.LearnedRecorded():
            values = {"by": by, "party": names.party(event.party), "words": quoted(event.text)}
            if event.releasable:
                return tr("{by} noted what {party} said (may be carried): {words}.", **values)
            return tr("{by} noted what {party} said (stays with the mediators): {words}.", **values)
        case e.PositionStated():
            return tr(
                "{party} stated its position on {issue}: {words}.",
                party=names.party(event.party),
                issue=names.issue(event.issue),
                words=quoted(event.text),
            )
        # options and packages
        case e.IssueFramed():
            issue = names.issue(event.issue)
            if event.wording:
                return tr("{by} framed {issue} as {words}.", by=by, issue=issue, words=quoted(event.wording))
            return tr("{by} framed {issue} as a neutral question.", by=by, issue=issue)
        case e.FramingContested():
            issue, words = names.issue(event.issue), quoted(event.reason)
            return tr("{by} objected to the framing of {issue}: {words}.", by=by, issue=issue, words=words)
        case e.OptionUnlocked():
            return tr(
                "What was told opened an option on {issue}: {option}.",
                issue=names.issue(event.issue),
                option=names.option(event.issue, event.option),
            )
        case e.OptionProposed():
            what = quoted(event.text) if event.text else names.option(event.issue, event.option)
            issue = names.issue(event.issue)
            return tr("{by} proposed an option on {issue}: {option}.", by=by, issue=issue, option=what)
        case e.PackageTabled():
            return details.saying(details.tabled(event, names), event.text)
        case e.PackageAnswered():
            answer = tr(ANSWERS[event.answer], party=names.party(event.party), n=event.package)
            return details.saying(answer, event.text)
        case e.PackageSuperseded():
            return tr("Package {n} was replaced by package {newer}.", n=event.package, newer=event.newer)
        case e.PackageWithdrawn():
            return tr("{by} took package {n} off the table.", by=by, n=event.package)
        case e.PackageAgreed():
            return tr("Package {n} is agreed.", n=event.package)
        case e.PackageRejected():
            return tr("Package {n} is rejected.", n=event.package)
        # the text
        case e.VersionIssued():
            return details.issued(event, names)
        case e.ClauseCommented():
            clause, words = names.clause(event.clause, event.document), quoted(event.text)
            return tr("{by} on the clause {clause}: {words}.", by=by, clause=clause, words=words)
        case e.ClauseBracketed():
            values = {
                "party": names.party(event.party),
                "clause": names.clause(event.clause, event.document),
                "alternative": details.alternative(event, names),
            }
            if event.inside is not None:
                return tr("{party} contested bracket {n} in {clause}: {alternative}.", n=event.inside, **values)
            return tr("{party} put the clause {clause} in brackets: {alternative}.", **values)
        case e.BracketLifted():
            return tr(
                "{by} closed a bracket in {clause}: {resolution}.",
                by=by,
                clause=names.clause(event.clause, event.document),
                resolution=tr(RESOLUTIONS[event.resolution]),
            )
        case e.ClauseParked():
            clause = names.clause(event.clause, event.document)
            if event.parked:
                return tr("{by} set aside the clause {clause}.", by=by, clause=clause)
            return tr("{by} took up again the clause {clause}.", by=by, clause=clause)
        case e.ReadingClosed():
            if not event.clean:
                return tr("The reading of version {n} ended; clean: no clause.", n=event.version)
            clean = listed(names.clause(clause, event.document) for clause in event.clean)
            return tr("The reading of version {n} ended; clean: {clauses}.", n=event.version, clauses=clean)
        case e.AdoptionOpened():
            if event.until is None:
                return tr("Version {n} was put to adoption.", n=event.version)
            until = clock_text(event.until)
            return tr(
                "Version {n} was put to adoption; silence until {time} means consent.", n=event.version, time=until
            )
        case e.AdoptionAnswered():
            return details.saying(tr(VERDICTS[event.verdict], party=names.party(event.party)), event.text)
        case e.TextAdopted():
            return tr("Version {n} is adopted.", n=event.version)
        case e.AdoptionFailed():
            return tr("Version {n} was refused; the text is open again.", n=event.version)
        # calls
        case e.ExpertAsked():
            return tr("{by} asked the expert: {words}.", by=by, words=quoted(event.text))
        case e.ExpertAnswered():
            return tr("The expert answered: {words}.", words=quoted(event.text))
        case e.CapitalAsked():
            return tr("{party} asked its capital: {words}.", party=names.party(event.party), words=quoted(event.text))
        case e.AppealMade():
            return tr("{by} appealed to everybody: {words}.", by=by, words=quoted(event.text))
        # commitments, and the test of the text
        case e.CommitmentRecorded():
            return tr(
                "{by} recorded commitment {n} under {clause}: {words}.",
                by=by,
                n=event.commitment,
                clause=names.clause(event.clause),
                words=cut(details.commitment(event.record), 400),
            )
        case e.CommitmentStruck():
            return tr("{by} struck commitment {n}.", by=by, n=event.commitment)
        case e.ShockThrown():
            return tr(
                "A shock was thrown at the text {cause}: {shock}.",
                cause=tr(CAUSES[event.cause]),
                shock=names.shock(event.shock),
            )
        case e.ShockAnswered():
            shock, answer = names.shock(event.shock), details.answer(names, event)
            return tr("{by} on the shock {shock}: {answer}.", by=by, shock=shock, answer=answer)
        case e.ShockJudged():
            judged = tr(
                "{by} judged the answer of the text to {shock}: {level} of 3",
                by=by,
                shock=names.shock(event.shock),
                level=event.level,
            )
            return details.saying(judged, event.note)
        case e.AgreementJudged():
            judged = tr(
                "{by} judged the agreement on {criterion}: {level} of 3",
                by=by,
                criterion=event.criterion,
                level=event.level,
            )
            return details.saying(judged, event.note)
        # raters
        case e.RaterAdmitted():
            return tr("The rater {rater} was admitted.", rater=quoted(event.rater))
        case e.ObservationNoted():
            return details.observed(event, names)
        case e.ObservationWithdrawn():
            return details.taken_back(event, names)
        case e.SeatRated():
            return details.rated(event, names)
        case e.RatingsLocked():
            rater = names.seat(event.rater) if event.rater in names.scenario.seats else quoted(event.rater)
            if event.cause is Cause.BY_HAND:
                return tr("The ratings of {rater} were locked.", rater=rater)
            return tr("The ratings of {rater} were locked, because the debriefing began.", rater=rater)
        case _:
            assert_never(event)
