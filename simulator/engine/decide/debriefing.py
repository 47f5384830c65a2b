"""The debriefing: only when play is over, and nothing hidden before everybody has left their role."""

from scenarios.texts import tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.names import listed
from simulator.engine.refused import Refused
from simulator.engine.session import Session, Slide
from simulator.engine.speech import clean
from simulator.engine.words import DebriefPage, DebriefStep, Source

LENGTHS = (30, 55, 60, 90)
"""Minutes for which there is a script."""

MOST_CARDS = 3
"""Data cards that a debriefing shows: more than three are a lecture."""

MOST_MOMENTS = 3
"""Moments that a debriefing has the time to talk about."""

_OPEN = (DebriefPage.NONE, DebriefPage.STEP)
_EARLY = (DebriefStep.REACTIONS.value, DebriefStep.FACTS.value)
"""Steps whose questions are asked before anything hidden is told."""


def play_is_over(session: Session) -> bool:
    """Whether a closing phase has begun or the outcome stands."""
    here = session.scenario.phases.get(session.phase or "")
    return session.outcome is not None or (here is not None and here.kind == "closing")


def in_role(session: Session) -> tuple[str, ...]:
    """The seats that people play and that have not left their role."""
    return tuple(s for s, seat in session.seats.items() if seat.source is Source.HUMAN and not seat.left_role)


def tells_secrets(session: Session, slide: Slide) -> bool:
    """Whether a page may tell what somebody kept to themselves: all do but the script and its early questions."""
    if slide.page is DebriefPage.QUESTION:
        asked = session.scenario.debrief.questions
        return not 1 <= slide.number <= len(asked) or asked[slide.number - 1].step not in _EARLY
    return slide.page not in _OPEN


def on_the_wall(session: Session) -> Slide:
    """What the projector shows of the debriefing now; nothing while play goes on, or what somebody in role must not
    see."""
    slide = session.debrief.shown
    hidden = not play_is_over(session) or (tells_secrets(session, slide) and bool(in_role(session)))
    return Slide() if hidden else slide


def begin_debrief(command: c.BeginDebrief, session: Session) -> tuple[e.Event, ...]:
    if not play_is_over(session):
        raise Refused(
            "PLAY-GOES-ON",
            tr("Play goes on: it is debriefed when it is over."),
            tr("Go to the phases after play, or record the outcome."),
        )
    if command.minutes not in LENGTHS:
        raise Refused(
            "UNKNOWN",
            tr("There is no script of {n} minutes.", n=command.minutes),
            tr("Lengths: {known}.", known=listed(str(length) for length in LENGTHS)),
        )
    if command.minutes == session.debrief.minutes:
        raise Refused("ALREADY", tr("The debriefing goes by that script already."), tr("Go on to a step of it."))
    begun = e.DebriefBegun(at=command.at, by=command.by, minutes=command.minutes)
    if session.debrief.taken:
        return (begun,)
    return (begun, e.DebriefStepTaken(at=command.at, by=command.by, step=next(iter(DebriefStep))))


def take_step(command: c.TakeDebriefStep, session: Session) -> tuple[e.Event, ...]:
    _demand_begun(session)
    return (e.DebriefStepTaken(at=command.at, by=command.by, step=command.step),)


def show(command: c.ShowDebrief, session: Session) -> tuple[e.Event, ...]:
    _demand_begun(session)
    ref = clean(command.ref, 80)
    slide = Slide(command.page, ref, command.number, command.part, command.fork)
    _demand_known(session, slide)
    if tells_secrets(session, slide):
        demand_out_of_role(session)
    if slide.page is DebriefPage.CARD and ref not in session.debrief.cards and _all_shown(session):
        raise Refused(
            "THREE-CARDS",
            tr("Three data cards were shown; with more, people listen and talk no longer."),
            tr("Show one of the three again; the others stand in the documents."),
        )
    return (
        e.DebriefShown(
            at=command.at,
            by=command.by,
            page=slide.page,
            ref=ref,
            number=slide.number,
            part=slide.part,
            fork=slide.fork,
        ),
    )


def choose_moments(command: c.ChooseMoments, session: Session) -> tuple[e.Event, ...]:
    numbers = tuple(dict.fromkeys(command.numbers))
    strange = [str(number) for number in numbers if not 1 <= number <= session.number]
    if strange:
        raise Refused(
            "UNKNOWN",
            tr("There is no event {n}.", n=strange[0]),
            tr("Events have the numbers 1 to {last}.", last=session.number),
        )
    if len(numbers) > MOST_MOMENTS:
        raise Refused(
            "TOO-MANY",
            trn("There is time for {n} moment.", "There is time for {n} moments.", MOST_MOMENTS),
            tr("Take one of the others out first."),
        )
    return (e.MomentsChosen(at=command.at, by=command.by, numbers=numbers),)


def confirm_roles_left(command: c.ConfirmRolesLeft, session: Session) -> tuple[e.Event, ...]:
    here = session.scenario.phases.get(session.phase or "")
    if here is None or here.kind != "closing":
        raise Refused("NOT-IN-PHASE", tr("Roles are left when play is over."), tr("Go to the phases after play first."))
    still = in_role(session)
    if not still:
        raise Refused("ALREADY", tr("Everybody has left their role."), tr("Go on with the debriefing."))
    return (e.RolesLeftConfirmed(at=command.at, by=command.by, seats=still),)


def demand_out_of_role(session: Session) -> None:
    """Raise Refused while somebody is still in role."""
    still = in_role(session)
    if still:
        names = listed(session.scenario.seats[seat].name for seat in still)
        raise Refused(
            "STILL-IN-ROLE",
            tr("This tells what was hidden, and still in their role are: {names}.", names=names[:300]),
            tr("They leave it at their terminal, or exercise control confirms that all have left."),
        )


def _all_shown(session: Session) -> bool:
    return len(session.debrief.cards) >= MOST_CARDS


def _demand_begun(session: Session) -> None:
    if not session.debrief.minutes:
        raise Refused(
            "NOT-BEGUN",
            tr("The debriefing has not begun."),
            tr("Begin it with its length: {known} minutes.", known=listed(str(length) for length in LENGTHS)),
        )


def _is_branch(session: Session, fork: c.Fork | None) -> bool:
    """Whether a branch begins in this session and ends with options that the case or the table knows."""
    if fork is None or not 1 <= fork.after <= session.number or fork.seconds < 0:
        return False
    return all(
        issue in session.issues
        and (option in session.scenario.issues[issue].options or option in session.issues[issue].board)
        for issue, option in fork.terms.items()
    )


def _demand_known(session: Session, slide: Slide) -> None:
    """Raise Refused where a page is about something that is not there."""
    now = int(session.clock.read(session.last_at)) if session.last_at is not None else 0
    known: dict[DebriefPage, bool] = {
        DebriefPage.STEP: slide.ref in set(DebriefStep),
        DebriefPage.QUESTION: 1 <= slide.number <= len(session.scenario.debrief.questions),
        DebriefPage.MOMENT: 1 <= slide.number <= session.number,
        DebriefPage.MINUTE: 0 <= slide.number <= now,
        DebriefPage.INCIDENT: slide.number in session.incidents,
        DebriefPage.REVEAL: slide.ref in session.scenario.parties,
        DebriefPage.CARD: bool(slide.ref),
        DebriefPage.WHAT_IF: _is_branch(session, slide.fork),
    }
    alone = slide.fork is None or slide.page is DebriefPage.WHAT_IF
    if not known.get(slide.page, True) or slide.part not in (0, 1) or not alone:
        raise Refused(
            "UNKNOWN",
            tr("There is no such page of the debriefing."),
            tr("Choose another one."),
        )
