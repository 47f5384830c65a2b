"""Whom the mediators met alone: M3."""

from dataclasses import replace

from scenarios.texts import listing, mark, number, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.process.sittings import Meeting
from scoring.sentences import lasting

SHOWN = 0.5
"""The imbalance above which one should ask why."""

BALANCE = Finding(
    id="M3",
    title=mark("Caucus balance"),
    panel=Panel.PROCESS,
    observed=False,
    unit="index",
    caution=mark("Equal opportunity matters more than equal minutes."),
    fundamentals=(Fundamental.IMPARTIALITY,),
)


def caucus_balance(course: Course) -> Finding:
    """M3: (max - min) / mean of the minutes that each deciding party had alone with the mediators; 0 is even.

    A meeting counts for a party when it sits with a mediator and no other deciding party does.
    """
    sides = course.scenario.deciding()
    if len(sides) < 2:
        return replace(BALANCE.said, reading=tr("Fewer than two parties decide, so there is nothing to compare."))
    alone = {meeting.number: _alone(course, meeting, sides) for meeting in course.meetings}
    asked = {side: [meeting for meeting in course.meetings if alone[meeting.number] == side] for side in sides}
    held = {side: [meeting for meeting in of_side if meeting.opened] for side, of_side in asked.items()}
    in_order = [meeting for meeting in course.meetings if meeting.opened and alone[meeting.number] in sides]
    if not in_order:
        return replace(
            BALANCE.said,
            reading=tr("The mediators met no side alone."),
            evidence=tuple(number for of_side in asked.values() for m in of_side for number in m.evidence),
        )
    spent = {side: sum(meeting.seconds for meeting in of_side) for side, of_side in held.items()}
    mean = sum(spent.values()) / len(sides)
    value = (max(spent.values()) - min(spent.values())) / mean if mean else None
    in_order.sort(key=lambda meeting: meeting.opened.number if meeting.opened else 0)
    first = course.name(alone[in_order[0].number] or "")
    places = {
        side: [place for place, meeting in enumerate(in_order, 1) if alone[meeting.number] == side] for side in sides
    }
    said = listing(_often(course.name(side), len(held[side]), spent[side]) for side in sides)
    left = sum(not meeting.ended for meeting in in_order)
    caution = tr(BALANCE.caution)
    if left:
        unclosed = trn(
            "{n} meeting that nobody closed counted until its phase or the record ended.",
            "{n} meetings that nobody closed counted until its phase or the record ended.",
            left,
        )
        caution = f"{caution} {unclosed}"
    if value is None:
        reading = tr("The mediators met {parties}, {first} first; too short to compare.", parties=said, first=first)
    else:
        reading = tr(
            "The mediators met {parties}, {first} first; the imbalance is {imbalance}, 0 being even.",
            parties=said,
            first=first,
            imbalance=number(value, 2),
        )
    return replace(
        BALANCE.said,
        observed=True,
        value=value,
        reading=reading,
        caution=caution,
        band=None if value is None else Band.WORTH_A_LOOK if value > SHOWN else Band.AS_PLANNED,
        evidence=tuple(meeting.opened.number for meeting in in_order if meeting.opened),
        table=Table(
            (
                "party",
                "meetings",
                "minutes",
                "asked_by_party",
                "asked_by_mediators",
                "not_held",
                "first_minute",
                "places_in_order",
            ),
            tuple(_row(course, side, asked[side], held[side], places[side]) for side in sides),
        ),
    )


def _often(party: str, meetings: int, seconds: float) -> str:
    if not meetings:
        # Translators: in the list of "The mediators met {parties}, …".
        return tr("{party} never", party=party)
    # Translators: in the list of "The mediators met {parties}, …": whom, how often, and for how long.
    return trn(
        "{party} {n} time ({length})", "{party} {n} times ({length})", meetings, party=party, length=lasting(seconds)
    )


def _alone(course: Course, meeting: Meeting, deciding: tuple[str, ...]) -> str | None:
    """The deciding party that sits alone with the mediators, if there is just one."""
    if not any(course.mediates(seat) for seat in meeting.seats):
        return None
    sides = {party for seat in meeting.seats if (party := course.party_of(seat)) in deciding}
    return sides.pop() if len(sides) == 1 else None


def _row(course: Course, side: str, asked: list[Meeting], held: list[Meeting], places: list[int]) -> Row:
    openings = [meeting.opened.seconds for meeting in held if meeting.opened]
    return Row(
        (
            side,
            len(held),
            minutes(sum(meeting.seconds for meeting in held)),
            sum(course.party_of(meeting.caller) == side for meeting in asked),
            sum(course.mediates(meeting.caller) for meeting in asked),
            len(asked) - len(held),
            minutes(min(openings)) if openings else None,
            ", ".join(map(str, places)),
        ),
        tuple(number for meeting in asked for number in meeting.evidence),
    )
