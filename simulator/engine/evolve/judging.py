"""How judging changes the session: shocks and their answers, the quality of the agreement, raters and their sheets."""

from msgspec.structs import replace

from simulator.engine import events as e
from simulator.engine.evolve.change import put, step
from simulator.engine.machines import SHOCK
from simulator.engine.session import (
    Judgement,
    Observation,
    Rating,
    RatingSheet,
    Session,
    ShockAnswer,
    ShockState,
    Tag,
)


def shock_thrown(session: Session, event: e.ShockThrown) -> Session:
    thrown = ShockState(session.clock.read(event.at), event.cause, step(SHOCK, "ready", "throw"))
    return replace(session, stress=put(session.stress, event.shock, thrown))


def shock_answered(session: Session, event: e.ShockAnswered) -> Session:
    shock = session.stress[event.shock]
    answers = put(shock.answers, event.by, ShockAnswer(event.clause, event.who, event.when, event.how))
    return _shock(session, event.shock, replace(shock, answers=answers, state=step(SHOCK, shock.state, "answer")))


def shock_judged(session: Session, event: e.ShockJudged) -> Session:
    shock = session.stress[event.shock]
    judged = Judgement(event.level, event.by, event.note)
    return _shock(session, event.shock, replace(shock, judged=judged, state=step(SHOCK, shock.state, "judge")))


def _shock(session: Session, name: str, shock: ShockState) -> Session:
    return replace(session, stress=put(session.stress, name, shock))


def agreement_judged(session: Session, event: e.AgreementJudged) -> Session:
    judged = Judgement(event.level, event.by, event.note)
    return replace(session, quality=put(session.quality, event.criterion, judged))


def rater_admitted(session: Session, event: e.RaterAdmitted) -> Session:
    return replace(session, admitted=(*session.admitted, event.rater))


def observation_noted(session: Session, event: e.ObservationNoted) -> Session:
    sheet = _sheet(session, event.rater)
    noted = Observation(event.observation, event.text, event.seconds, event.seat, event.dimension, event.moment)
    session = replace(session, observations=max(session.observations, event.observation))
    return _put_sheet(session, replace(sheet, observations=put(sheet.observations, event.observation, noted)))


def observation_withdrawn(session: Session, event: e.ObservationWithdrawn) -> Session:
    sheet = _sheet(session, event.rater)
    left = {number: seen for number, seen in sheet.observations.items() if number != event.observation}
    return _put_sheet(session, replace(sheet, observations=left))


def move_tagged(session: Session, event: e.MoveTagged) -> Session:
    number = session.number + 1
    tag = Tag(number, event.by, event.seat, event.move, session.clock.read(event.at), event.issue)
    return replace(session, tags=put(session.tags, number, tag))


def tag_withdrawn(session: Session, event: e.TagWithdrawn) -> Session:
    return replace(session, tags={number: tag for number, tag in session.tags.items() if number != event.tag})


def seat_rated(session: Session, event: e.SeatRated) -> Session:
    sheet = _sheet(session, event.rater)
    rating = Rating(event.seat, event.dimension, event.level, event.observations)
    others = tuple(r for r in sheet.ratings if (r.seat, r.dimension) != (event.seat, event.dimension))
    return _put_sheet(session, replace(sheet, ratings=(*others, rating)))


def ratings_locked(session: Session, event: e.RatingsLocked) -> Session:
    return _put_sheet(session, replace(_sheet(session, event.rater), locked=True))


def _sheet(session: Session, rater: str) -> RatingSheet:
    return session.ratings.get(rater, RatingSheet(rater))


def _put_sheet(session: Session, sheet: RatingSheet) -> Session:
    return replace(session, ratings=put(session.ratings, sheet.rater, sheet))
