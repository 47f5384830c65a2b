"""What a seat sees of the test of the text and of ratings: its own, and what was said to everybody."""

from collections.abc import Mapping

from scenarios.model import Shock
from simulator.engine.decide.ratings import rates
from simulator.engine.decide.shocks import length, takes
from simulator.engine.session import RatingSheet, Session, ShockState
from simulator.engine.view.shapes import ShockView, StressView
from simulator.engine.words import TRAINER, Dimension


def stress(session: Session, seat: str, now: float) -> StressView | None:
    """The test of the text with the shocks that were thrown."""
    test = session.scenario.stress_test
    if test is None:
        return None
    return StressView(
        phase=test.phase,
        minutes=length(session, test.phase),
        takes=takes(session, test.phase, now),
        draw=min(test.draw, len(test.shocks)),
        settled=session.settled,
        shocks=tuple(
            _shock(name, test.shocks[name], state, seat)
            for name, state in session.stress.items()
            if name in test.shocks
        ),
    )


def all_shocks(session: Session) -> tuple[ShockView, ...]:
    """Every shock of the scenario, for exercise control."""
    test = session.scenario.stress_test
    if test is None:
        return ()
    return tuple(_shock(name, shock, session.stress.get(name), TRAINER) for name, shock in test.shocks.items())


def _shock(name: str, written: Shock, state: ShockState | None, seat: str) -> ShockView:
    control = seat == TRAINER
    judged = state.judged if state is not None else None
    return ShockView(
        id=name,
        title=written.title,
        kind=written.kind,
        text=written.text,
        state=state.state if state is not None else "ready",
        seconds=state.thrown if state is not None else None,
        answers=state.answers if state is not None else {},
        judged=judged if judged is not None and (control or judged.by == seat) else None,
        issue=written.issue if control else None,
        notes=(written.trainer or "") if control else "",
    )


def rubric(session: Session) -> tuple[Dimension, ...]:
    """The dimensions that are rated, all of them where the scenario names none."""
    return tuple(Dimension(name) for name in session.scenario.rubric) or tuple(Dimension)


def rating_sheet(session: Session, seat: str) -> RatingSheet | None:
    """A rater's own sheet."""
    return session.ratings.get(seat, RatingSheet(seat)) if seat != TRAINER and rates(session, seat) else None


def sheets(session: Session) -> Mapping[str, RatingSheet]:
    """The sheets of all raters, also those that are empty."""
    seats = tuple(seat for seat in session.scenario.seats if rates(session, seat))
    return {rater: session.ratings.get(rater, RatingSheet(rater)) for rater in (*session.admitted, *seats)}
