"""What the room reads of an event when everybody is themselves again: the play is open, the people stay private."""

from simulator.debrief.naming import MOVES, Names
from simulator.debrief.narration import narrate
from simulator.engine import events as e
from simulator.engine.session import Moment
from simulator.engine.words import EVERYBODY, Permission, Source


def for_the_room(moment: Moment, names: Names) -> str:
    """The sentence of an event for everybody.

    Notes, self-reports, the stop word, tags of what a person did, real names, judgements of the trainer and the words
    exchanged with a capital are named without what they say. What was told in private is kept for the reveal, so that
    the mediators can guess first.
    """
    event = moment.event
    match event:
        case e.SeatCast():
            return narrate(Moment(moment.number, moment.seconds, moment.phase, _unnamed(event)), names)
        case e.StopInvoked():
            return "The stop word was said."
        case e.NoteWritten():
            return "A private note was written."
        case e.PulseAnswered():
            return "A self-report was answered."
        case e.MoveTagged():
            return f"A move was tagged: {MOVES[event.move]}."
        case e.InterestDisclosed() if EVERYBODY not in event.to:
            kept = "in confidence" if event.permission is Permission.CLOSED else "to be carried"
            return f"{names.seat(event.by)} told {names.seats(event.to)} an interest of its party, {kept}."
        case e.InterestRelayed() if EVERYBODY not in event.to:
            leave = " without leave" if event.breach else ""
            owner = names.owner(event.interest)
            return f"{names.seat(event.by)} told {names.seats(event.to)}{leave} an interest of {owner}."
        case e.ReleasePermitted():
            return f"{names.seat(event.by)} allowed the mediators to carry an interest."
        case e.InterestAcknowledged():
            return f"{names.party(event.party)} acknowledged an interest of {names.owner(event.interest)}."
        case e.LearnedRecorded():
            return f"The mediators noted what {names.party(event.party)} said."
        case e.CapitalAsked():
            return f"{names.party(event.party)} asked its capital."
        case e.CapitalAnswered():
            return f"The capital of {names.party(event.party)} answered."
        case e.InjectHeld() | e.InjectArmed() | e.InjectSkipped() | e.InjectMarked():
            return "Exercise control worked on its plan of events."
        case e.ShockJudged():
            return f"The answer of the text to {names.shock(event.shock)} was judged."
        case e.AgreementJudged():
            return f"The agreement was judged on {event.criterion}."
        case e.RaterAdmitted() | e.ObservationNoted() | e.SeatRated() | e.RatingsLocked():
            return "A rater worked on a sheet."
        case _:
            return narrate(moment, names)


def _unnamed(event: e.SeatCast) -> e.SeatCast:
    return e.SeatCast(at=event.at, by=event.by, seat=event.seat, source=Source(event.source))
