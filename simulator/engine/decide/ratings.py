"""Raters: what they saw, how they rate a seat's conduct, and when their sheets are closed."""

import re
from datetime import datetime

from roles.acts import Act
from roles.rights import Right
from scenarios.texts import tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide import lookup
from simulator.engine.legal import archetype_of, instead
from simulator.engine.names import listed
from simulator.engine.refused import Refused
from simulator.engine.session import Observation, RatingSheet, Session
from simulator.engine.speech import need
from simulator.engine.words import EVERYBODY, TRAINER, Cause, Dimension, Source

MOST_RATERS = 24
"""Raters who may be admitted to a session."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)
_LONGEST_NAME = 40


def admit_rater(command: c.AdmitRater, session: Session) -> tuple[e.Event, ...]:
    name = command.rater
    if len(name) > _LONGEST_NAME or _NAME.fullmatch(name) is None:
        raise Refused(
            "RATER-NAME",
            tr("“{name}” is no short name.", name=name[:60]),
            tr(
                "Use lower-case letters, figures and hyphens, at most {most}: rater-1.",
                most=_LONGEST_NAME,
            ),
        )
    if name in session.scenario.seats or name in (TRAINER, EVERYBODY):
        raise Refused("RATER-NAME", tr("“{name}” is a seat.", name=name), tr("Choose another name."))
    if name in session.admitted:
        raise Refused("ALREADY", tr("“{name}” rates already.", name=name), tr("Note what they saw."))
    if len(session.admitted) >= MOST_RATERS:
        raise Refused(
            "TOO-MANY",
            trn("{n} rater is admitted.", "{n} raters are admitted.", MOST_RATERS),
            tr("Let one of them rate for two."),
        )
    _demand_before_debriefing(session)
    return (e.RaterAdmitted(at=command.at, by=command.by, rater=name),)


def note_observation(command: c.NoteObservation, session: Session) -> tuple[e.Event, ...]:
    _demand_open(session, command.by, command.rater)
    if command.seat is not None:
        lookup.seat(session, command.seat)
    if command.dimension is not None:
        _demand_dimension(session, command.dimension)
    if command.moment is not None and not 1 <= command.moment <= session.number:
        raise Refused(
            "UNKNOWN", tr("There is no event {number}.", number=str(command.moment)[:20]), tr("Leave the event out.")
        )
    return (
        e.ObservationNoted(
            at=command.at,
            by=command.by,
            observation=session.observations + 1,
            rater=command.rater,
            text=need(command.text, tr("the observation"), 1000),
            seconds=round(session.clock.read(command.at), 3),
            seat=command.seat,
            dimension=command.dimension,
            moment=command.moment,
        ),
    )


def withdraw_observation(command: c.WithdrawObservation, session: Session) -> tuple[e.Event, ...]:
    sheet = _demand_open(session, command.by, command.rater)
    number = command.observation
    if number not in sheet.observations:
        raise Refused(
            "UNKNOWN",
            tr("There is no observation {number} of this rater.", number=str(number)[:20]),
            tr("Theirs: {known}.", known=listed(sheet.observations)[:200]),
        )
    resting = [rating for rating in sheet.ratings if number in rating.observations]
    if resting:
        name = session.scenario.seats[resting[0].seat].name
        raise Refused(
            "CITED",
            tr("A rating of {name} rests on this observation.", name=name),
            tr("Rate again without it first."),
        )
    return (e.ObservationWithdrawn(at=command.at, by=command.by, rater=command.rater, observation=number),)


def withdraw_tag(command: c.WithdrawTag, session: Session) -> tuple[e.Event, ...]:
    own = [number for number, tag in session.tags.items() if tag.by == command.by]
    if command.tag not in own:
        raise Refused(
            "UNKNOWN",
            tr("You have no tag with the number {number}.", number=str(command.tag)[:20]),
            tr("Yours: {known}.", known=listed(own[-20:])),
        )
    if session.ratings.get(command.by, RatingSheet(command.by)).locked:
        raise Refused("LOCKED", tr("These ratings are locked."), instead(session, command.by))
    _demand_before_debriefing(session)
    return (e.TagWithdrawn(at=command.at, by=command.by, tag=command.tag),)


def rate_seat(command: c.RateSeat, session: Session) -> tuple[e.Event, ...]:
    sheet = _demand_open(session, command.by, command.rater)
    seat = lookup.seat(session, command.seat)
    name = session.scenario.seats[seat].name
    if session.seats[seat].source is not Source.HUMAN:
        raise Refused(
            "NOT-HUMAN",
            tr("Nobody plays {name} who could learn from a rating.", name=name),
            tr("Rate a seat that people play."),
        )
    if seat == command.rater:
        raise Refused("OWN-SEAT", tr("Nobody rates their own seat."), tr("Rate another seat."))
    _demand_dimension(session, command.dimension)
    level = command.level
    if level is not None and (type(level) is not int or not 1 <= level <= 4):
        raise Refused("OUT-OF-RANGE", tr("A level is 1, 2, 3 or 4."), tr("Leave it out for insufficient evidence."))
    observations = tuple(dict.fromkeys(command.observations))
    for number in observations:
        _demand_about(sheet, number, seat, name)
    if level is not None and not observations:
        raise Refused(
            "NO-EVIDENCE",
            tr("A level rests on at least one observation."),
            tr("Note what you saw, or leave the level out."),
        )
    return (
        e.SeatRated(
            at=command.at,
            by=command.by,
            rater=command.rater,
            seat=seat,
            dimension=command.dimension,
            level=level,
            observations=observations,
        ),
    )


def lock_ratings(command: c.LockRatings, session: Session) -> tuple[e.Event, ...]:
    _demand_open(session, command.by, command.rater)
    return (e.RatingsLocked(at=command.at, by=command.by, rater=command.rater, cause=Cause.BY_HAND),)


def locked_by(session: Session, phase: str, at: datetime) -> tuple[e.Event, ...]:
    """The sheets that close because the debriefing begins: what is known there would colour them."""
    if phase != debriefing(session):
        return ()
    seats = [s for s in session.scenario.seats if rates(session, s) and session.seats[s].source is not Source.EMPTY]
    return tuple(
        e.RatingsLocked(at=at, by=TRAINER, rater=rater, cause=Cause.AUTOMATIC)
        for rater in (*session.admitted, *seats)
        if not session.ratings.get(rater, RatingSheet(rater)).locked
    )


def debriefing(session: Session) -> str | None:
    """The last closing phase."""
    closing = [name for name, phase in session.scenario.phases.items() if phase.kind == "closing"]
    return closing[-1] if closing else None


def rates(session: Session, seat: str) -> bool:
    """Whether the role of a seat rates others."""
    return archetype_of(session, seat).right(Act.RATE) is Right.MAY


def _demand_before_debriefing(session: Session) -> None:
    if any(visit.phase == debriefing(session) for visit in session.visits):
        raise Refused("LOCKED", tr("The debriefing has begun: ratings are closed."), tr("Rate before it next time."))


def _demand_open(session: Session, by: str, rater: str) -> RatingSheet:
    """The sheet of a rater who may write on it now: their own, or that of somebody for whom the trainer types."""
    known = session.admitted if by == TRAINER else (by,)
    if rater not in known:
        if by != TRAINER:
            raise Refused("NOT-YOURS", tr("You rate under your own seat."), tr("Your seat: {by}.", by=by))
        admitted = listed(session.admitted)
        raise Refused(
            "UNKNOWN",
            tr("No rater “{rater}” is admitted.", rater=rater[:60]),
            tr("Admitted: {admitted}.", admitted=admitted),
        )
    sheet = session.ratings.get(rater, RatingSheet(rater))
    if sheet.locked:
        raise Refused("LOCKED", tr("These ratings are locked."), instead(session, by))
    _demand_before_debriefing(session)
    return sheet


def _demand_dimension(session: Session, dimension: Dimension) -> None:
    rubric = session.scenario.rubric
    if rubric and dimension.value not in rubric:
        raise Refused(
            "UNKNOWN",
            tr("{dimension} is not rated in this exercise.", dimension=dimension.value),
            tr("Rated: {known}.", known=", ".join(rubric)),
        )


def _demand_about(sheet: RatingSheet, number: int, seat: str, name: str) -> Observation:
    own = sheet.observations
    if number not in own:
        known = listed(own)
        raise Refused(
            "UNKNOWN", tr("A rating rests on the rater's own observations."), tr("Theirs: {known}.", known=known[:200])
        )
    if own[number].seat not in (None, seat):
        raise Refused(
            "OTHER-SEAT",
            tr("Observation {number} is about somebody else than {name}.", number=number, name=name),
            tr("Cite another."),
        )
    return own[number]
