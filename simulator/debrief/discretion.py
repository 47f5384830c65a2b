"""What the room reads of an event when everybody is themselves again: the play is open, the people stay private."""

from scenarios.texts import tr
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
            return tr("The stop word was said.")
        case e.NoteWritten():
            return tr("A private note was written.")
        case e.PulseAnswered():
            return tr("A self-report was answered.")
        case e.MoveTagged():
            return tr("A move was tagged: {move}.", move=tr(MOVES[event.move]))
        case e.TagWithdrawn():
            return tr("A tag was taken back.")
        case e.InterestDisclosed() if EVERYBODY not in event.to:
            by, to = names.seat(event.by), names.seats(event.to)
            if event.permission is Permission.CLOSED:
                return tr("{by} told {to} an interest of its party, in confidence.", by=by, to=to)
            return tr("{by} told {to} an interest of its party, to be carried.", by=by, to=to)
        case e.InterestRelayed() if EVERYBODY not in event.to:
            by, to, owner = names.seat(event.by), names.seats(event.to), names.owner(event.interest)
            if event.breach:
                return tr("{by} told {to} without leave an interest of {owner}.", by=by, to=to, owner=owner)
            return tr("{by} told {to} an interest of {owner}.", by=by, to=to, owner=owner)
        case e.ReleasePermitted():
            return tr("{by} allowed the mediators to carry an interest.", by=names.seat(event.by))
        case e.InterestAcknowledged():
            party, owner = names.party(event.party), names.owner(event.interest)
            return tr("{party} acknowledged an interest of {owner}.", party=party, owner=owner)
        case e.ReleaseWithdrawn():
            return tr("{by} took back that an interest may be carried.", by=names.seat(event.by))
        case e.BeliefNoted():
            return tr("The mediators noted what they believe of {party}.", party=names.party(event.party))
        case e.BeliefStruck():
            return tr("The mediators struck a belief from their map.")
        case e.ConductMarked():
            return tr("The mediators went through their code of conduct.")
        case e.LearnedRecorded():
            return tr("The mediators noted what {party} said.", party=names.party(event.party))
        case e.CapitalAsked():
            return tr("{party} asked its capital.", party=names.party(event.party))
        case e.CapitalAnswered():
            return tr("The capital of {party} answered.", party=names.party(event.party))
        case e.InjectHeld() | e.InjectArmed() | e.InjectSkipped() | e.InjectMarked() | e.InjectPutOff():
            return tr("Exercise control worked on its plan of events.")
        case e.ShockJudged():
            return tr("The answer of the text to {shock} was judged.", shock=names.shock(event.shock))
        case e.AgreementJudged():
            return tr("The agreement was judged on {criterion}.", criterion=event.criterion)
        case e.RaterAdmitted() | e.ObservationNoted() | e.ObservationWithdrawn() | e.SeatRated() | e.RatingsLocked():
            return tr("A rater worked on a sheet.")
        case _:
            return narrate(moment, names)


def _unnamed(event: e.SeatCast) -> e.SeatCast:
    return e.SeatCast(at=event.at, by=event.by, seat=event.seat, source=Source(event.source))
