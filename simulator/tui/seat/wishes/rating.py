"""Wishes of those who rate: what they saw, the rubric, the answers of the text; the trainer asks by the same forms."""

from collections.abc import Mapping
from typing import Any

from textual.content import Content

from roles.acts import Act
from scenarios.texts import mark, tr
from scoring.agreement.criteria import CRITERIA
from scoring.rubric import DIMENSIONS, INSUFFICIENT, LEVELS
from simulator.engine import commands as c
from simulator.engine.session import Observation, RatingSheet
from simulator.engine.view.shapes import ShockView, View
from simulator.engine.words import OutcomeKind, Source
from simulator.tui.boards import line
from simulator.tui.safe import one_line
from simulator.tui.seat import words
from simulator.tui.seat.fields import Form, NotNow, Pick, Several, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked

MARK = mark("Mark what you saw with Space, or leave the level out.")
FIRST = mark("Go back with Esc and note what you saw (Observe) before you give a level.")


def answered() -> tuple[tuple[int, str], ...]:
    """How well a text answers, for shocks and for criteria."""
    return (
        (0, tr("0: not at all")),
        (1, tr("1: mentioned")),
        (2, tr("2: workable")),
        (3, tr("3: complete and checkable")),
    )


def dimensions(view: View) -> tuple[tuple[Any, str], ...]:
    """The dimensions of this exercise with their names."""
    return tuple((d, f"{d.value} {tr(DIMENSIONS[d].name)}") for d in view.rubric)


def observation(view: View, rater: str, seat: str | None = None) -> Form:
    """What a rater saw, at the minute when it is written."""
    seats = tuple((s, words.seat_line(view, s)) for s, chair in view.seats.items() if chair.source is not Source.EMPTY)
    return Form(
        tr("An observation of {rater}", rater=rater),
        (
            Writing("text", tr("What was seen or heard, in plain words"), rows=3),
            Pick("seat", tr("Who"), seats, seat, none=tr("nobody in particular")),
            Pick("dimension", tr("About"), dimensions(view), none=tr("no dimension in particular")),
        ),
        {"rater": rater},
        send=tr("Note it"),
    )


def rating(view: View, sheet: RatingSheet, seat: str | None = None) -> Form:
    """A level on a dimension, resting on the rater's own observations."""
    if sheet.locked:
        raise NotNow(tr("These ratings are locked."))
    seats = tuple((s, words.seat_line(view, s)) for s, chair in view.seats.items()
                  if chair.source is Source.HUMAN and s != sheet.rater)  # fmt: skip
    if not seats:
        raise NotNow(tr("No seat is played by people."))
    seen = tuple((str(o.number), _told(view, o)) for o in sheet.observations.values())
    levels = tuple((level, line.told(str(level), tr(name))) for level, name in LEVELS.items())
    rests = Several("observations", tr("It rests on"), seen, least=0)

    def finish(values: Values) -> Mapping[str, Any] | str:
        numbers = tuple(int(number) for number in values.get("observations", ()))
        level, whom = values.get("level"), values["seat"]
        other = [n for n in numbers if sheet.observations[n].seat not in (None, whom)]
        if other:
            return tr("Observation {number} is about somebody else.", number=other[0])
        if level is not None and not numbers:
            rule = tr("A level rests on at least one observation.")
            return f"{rule} {tr(MARK) if seen else tr(FIRST)}"
        return {"seat": whom, "dimension": values["dimension"], "level": level, "observations": numbers}

    return Form(
        tr("A rating of {rater}", rater=sheet.rater),
        (
            Pick("seat", tr("Who"), seats, seat if seat in dict(seats) else seats[0][0]),
            Pick("dimension", tr("On what"), dimensions(view), view.rubric[0]),
            Pick("level", tr("Level"), levels, none=tr(INSUFFICIENT)),
            rests
            if seen
            else Telling(
                tr("Nothing is noted yet, so insufficient evidence is all you can give. {advice}", advice=tr(FIRST))
            ),
        ),
        {"rater": sheet.rater},
        finish=finish,
        live=_anchors,
        send=tr("Rate"),
    )


def _anchors(values: Values) -> Content:
    """What is seen at each level of the dimension that is picked, the picked level in bold."""
    dimension = values.get("dimension")
    anchors = () if dimension is None else DIMENSIONS[dimension].levels
    styles = ["bold" if level == values.get("level") else "" for level in LEVELS]
    said = zip(LEVELS, anchors, styles, strict=False)
    return Content("\n").join([Content.styled(f"{level}  {tr(anchor)}", style) for level, anchor, style in said])


def _told(view: View, seen: Observation) -> str:
    about = words.seat_name(view, seen.seat) if seen.seat else ""
    return line.told(line.series((words.hms(seen.seconds), about)), one_line(seen.text)[:70])


def judged_shock(shocks: tuple[ShockView, ...], at: str | None = None) -> Form:
    """How well the text answered a shock."""
    if not shocks:
        raise NotNow(tr("No shock has been thrown."))
    open_ones = [s.id for s in shocks if s.state != "judged"]
    first = at if at in [s.id for s in shocks] else (open_ones or [shocks[-1].id])[0]
    return Form(
        tr("How well did the text answer?"),
        (
            Pick("shock", tr("Shock"), tuple((s.id, one_line(s.title)) for s in shocks), first),
            Pick("level", tr("Level"), answered()),
            Writing("note", tr("Why, for the debriefing"), rows=2, needed=False),
        ),
        send=tr("Judge"),
    )


def judged_agreement(view: View) -> Form:
    """How good the agreement is on a criterion."""
    if view.outcome is None or view.outcome.kind not in (OutcomeKind.AGREEMENT, OutcomeKind.PARTIAL_AGREEMENT):
        raise NotNow(tr("Nothing is agreed that could be judged."))
    return Form(
        tr("How good is the agreement?"),
        (
            Pick(
                "criterion", tr("Criterion"), tuple((q, f"{q} {tr(known.name)}") for q, known in CRITERIA.items()), "Q1"
            ),
            Pick("level", tr("Level"), answered()),
            Writing("note", tr("Why, for the debriefing"), rows=2, needed=False),
        ),
        send=tr("Judge"),
    )


def _own(view: View) -> RatingSheet:
    if view.sheet is None:
        raise NotNow(tr("Your role does not rate."))
    if view.sheet.locked:
        raise NotNow(tr("Your ratings are locked."))
    return view.sheet


def _observe(view: View, pick: str | None) -> Form:
    return observation(view, _own(view).rater, picked(pick, "seat"))


def _rate(view: View, pick: str | None) -> Form:
    return rating(view, _own(view), picked(pick, "seat"))


def _lock(view: View, pick: str | None) -> Form:
    told = Telling(tr("Nothing can be changed after this. They lock by themselves when the debriefing begins."), True)
    return Form(tr("Lock your ratings?"), (told,), {"rater": _own(view).rater}, send=tr("Lock"))


def _judge(view: View, pick: str | None) -> Form:
    return judged_shock(view.stress.shocks if view.stress is not None else (), picked(pick, "shock"))


def _judge_agreement(view: View, pick: str | None) -> Form:
    return judged_agreement(view)


OBSERVE = Wish(
    "note_observation", "o", mark("Observe"), mark("Rating"), mark("Write down what you saw."), Act.RATE,
    c.NoteObservation, _observe, rows=("moment", "seat"))  # fmt: skip
RATE = Wish(
    "rate_seat", "r", mark("Rate"), mark("Rating"), mark("Rate a seat on a dimension."), Act.RATE, c.RateSeat,
    _rate)  # fmt: skip
LOCK_RATINGS = Wish(
    "lock_ratings", "x", mark("Lock ratings"), mark("Rating"), mark("Close your ratings for good."), Act.RATE,
    c.LockRatings, _lock)  # fmt: skip
JUDGE_SHOCK = Wish(
    "judge_shock", "h", mark("Judge shock"), mark("Rating"), mark("Judge how well the text answered a shock."),
    Act.RATE, c.JudgeShock, _judge)  # fmt: skip
JUDGE_AGREEMENT = Wish(
    "judge_agreement", "q", mark("Judge agreement"), mark("Rating"), mark("Judge the agreement on a criterion."),
    Act.RATE, c.JudgeAgreement, _judge_agreement)  # fmt: skip

RATING = (OBSERVE, RATE, LOCK_RATINGS, JUDGE_SHOCK, JUDGE_AGREEMENT)
