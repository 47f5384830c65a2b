"""Seats: who sits where, who takes part, and how people feel."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, number, tr, trc, trn
from scoring.rubric import INSUFFICIENT
from simulator.engine import View
from simulator.engine.session import Rating, RatingSheet
from simulator.engine.view.shapes import SeatView
from simulator.engine.words import Source
from simulator.journal.presence import Terminal
from simulator.tui.boards import attendance
from simulator.tui.boards.line import (
    cell,
    clock,
    page,
    paragraph,
    people,
    row,
    series,
    short,
    told,
    who,
    words,
)
from simulator.tui.safe import lines

CONSENT = {
    "unasked": mark("? not asked yet"),
    "in": mark("+ takes part"),
    "conditional": mark("~ on conditions"),
    "suspended": mark("! walked out"),
    "out": mark("- stays out"),
}


def rows(view: View, terminals: Sequence[Terminal] = ()) -> list[tuple[str, Content]]:
    """One row a seat with what it is doing, then one a rater who sits on none."""
    return _seats(view, terminals) + _raters(view)


def _raters(view: View) -> list[tuple[str, Content]]:
    control = view.control
    if control is None:
        return []
    return [
        (
            f"rater:{rater}",
            row(cell(trc("a person", "rater"), 12), cell(rater, 24), words(_counted(control.sheets[rater]))),
        )
        for rater in control.admitted
    ]


def _counted(sheet: RatingSheet) -> str:
    observations = trn("{n} observation", "{n} observations", len(sheet.observations))
    ratings = trn("{n} rating", "{n} ratings", len(sheet.ratings))
    return series((observations, ratings, trc("ratings", "locked") if sheet.locked else ""))


def _sheet(view: View, sheet: RatingSheet) -> Content:
    seen = [
        words(f"{o.number}. {clock(o.seconds)} {told(who(view, o.seat), o.text) if o.seat else o.text}")
        for o in sheet.observations.values()
    ]
    rated = [words("• " + _rating(view, rating)) for rating in sheet.ratings]
    return page(
        words(tr("The rater {name}: {counted}", name=sheet.rater, counted=_counted(sheet)), "bold"),
        paragraph(tr("Observations"), Content("\n").join(seen))
        if seen
        else words(tr("Press f to note what was seen.")),
        paragraph(tr("Ratings"), Content("\n").join(rated)) if rated else None,
    )


def _rating(view: View, rating: Rating) -> str:
    level = str(rating.level) if rating.level else tr(INSUFFICIENT)
    said = told(f"{who(view, rating.seat)}, {rating.dimension.value}", level)
    seen = series(str(n) for n in rating.observations)
    return tr("{rating} (from {observations})", rating=said, observations=seen) if seen else said


def _seats(view: View, terminals: Sequence[Terminal]) -> list[tuple[str, Content]]:
    return [
        (
            seat.id,
            row(
                cell(seat.name, 18, "bold" if seat.heads else ""),
                cell(short(view, seat.party), 10),
                cell(people(view, seat.id), 14),
                cell(_open_at(seat, terminals), 10),
                words(attendance.doing(view, seat.id), "italic"),
            ),
        )
        for seat in view.seats.values()
    ]


def _open_at(seat: SeatView, terminals: Sequence[Terminal]) -> str:
    return attendance.opened(terminals, seat.id) if seat.source is Source.HUMAN else ""


def consent_board(view: View) -> Content:
    """Every deciding party's consent, in words and with a sign."""
    board = []
    for party in view.parties.values():
        if party.decides:
            said = tr(CONSENT.get(party.consent, party.consent))
            said = told(said, party.conditions) if party.conditions else said
            board.append(row(cell(party.short, 12, "bold"), words(said)))
    return paragraph(tr("Consent"), Content("\n").join(board)) if board else Content("")


def detail(view: View, seat_id: str | None) -> Content:
    """The consent board, a seat's brief and papers, and the pulses."""
    sheets = view.control.sheets if view.control else {}
    rater = (seat_id or "").removeprefix("rater:")
    if rater != seat_id and rater in sheets:
        return _sheet(view, sheets[rater])
    seat = view.seats.get(seat_id or "")
    brief = view.control.briefs.get(seat.id) if view.control and seat else None
    return page(
        consent_board(view),
        None
        if seat is None
        else paragraph(seat.name, words(tr("{title}; spoke {time}", title=seat.title, time=clock(seat.spoken)))),
        paragraph(tr("Its brief"), lines(brief.seat)) if brief and brief.seat else None,
        paragraph(tr("Its party's brief"), lines(brief.party)) if brief and brief.party else None,
        _pulses(view),
    )


def _pulses(view: View) -> Content | None:
    control = view.control
    if control is None or not control.pulses:
        return None
    parts = []
    for pulse, means in control.pulses.items():
        head = trn(
            "{pulse}: {n} answered (means from 1 to 7)",
            "{pulse}: {n} answered (means from 1 to 7)",
            control.pulse_counts.get(pulse, 0),
            pulse=pulse,
        )
        listed = [words(f"  {number(mean, 1)}  {item}") for item, mean in means.items()]
        parts.append(Content("\n").join([words(head), *listed]))
    return paragraph(tr("Pulses"), Content("\n").join(parts))
