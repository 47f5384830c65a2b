"""Seats: who sits where, who takes part, and how people feel."""

from textual.content import Content

from simulator.engine import View
from simulator.engine.session import RatingSheet
from simulator.tui.boards.line import cell, clock, count, page, paragraph, people, row, short, who, words
from simulator.tui.safe import lines

CONSENT = {
    "unasked": "? not asked yet",
    "in": "+ takes part",
    "conditional": "~ on conditions",
    "suspended": "! walked out",
    "out": "- stays out",
}


def rows(view: View) -> list[tuple[str, Content]]:
    """One row a seat, then one a rater who sits on none."""
    return _seats(view) + _raters(view)


def _raters(view: View) -> list[tuple[str, Content]]:
    control = view.control
    if control is None:
        return []
    return [
        (f"rater:{rater}", row(cell("rater", 12), cell(rater, 24), words(_counted(control.sheets[rater]))))
        for rater in control.admitted
    ]


def _counted(sheet: RatingSheet) -> str:
    told = f"{count(len(sheet.observations), 'observation')}, {count(len(sheet.ratings), 'rating')}"
    return f"{told}, locked" if sheet.locked else told


def _sheet(view: View, sheet: RatingSheet) -> Content:
    seen = [
        words(f"{o.number}. {clock(o.seconds)} {who(view, o.seat) + ': ' if o.seat else ''}{o.text}")
        for o in sheet.observations.values()
    ]
    rated = [
        words(
            f"• {who(view, r.seat)}, {r.dimension.value}: {r.level or 'insufficient evidence'}"
            + (f" (from {', '.join(str(n) for n in r.observations)})" if r.observations else "")
        )
        for r in sheet.ratings
    ]
    return page(
        words(f"The rater {sheet.rater}: {_counted(sheet)}", "bold"),
        paragraph("Observations", Content("\n").join(seen)) if seen else words("Press f to note what was seen."),
        paragraph("Ratings", Content("\n").join(rated)) if rated else None,
    )


def _seats(view: View) -> list[tuple[str, Content]]:
    return [
        (
            seat.id,
            row(
                cell(short(view, seat.party), 12),
                cell(seat.name, 24),
                cell(people(view, seat.id), 22),
                cell("left role" if seat.left_role else "ready" if seat.ready else "", 9),
                words("head" if seat.heads else "", "italic"),
            ),
        )
        for seat in view.seats.values()
    ]


def consent_board(view: View) -> Content:
    """Every deciding party's consent, in words and with a sign."""
    board = []
    for party in view.parties.values():
        if party.decides:
            said = CONSENT.get(party.consent, party.consent)
            conditions = f": {party.conditions}" if party.conditions else ""
            board.append(row(cell(party.short, 12, "bold"), words(said + conditions)))
    return paragraph("Consent", Content("\n").join(board)) if board else Content("")


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
        None if seat is None else paragraph(seat.name, words(f"{seat.title}; spoke {clock(seat.spoken)}")),
        paragraph("Its brief", lines(brief.seat)) if brief and brief.seat else None,
        paragraph("Its party's brief", lines(brief.party)) if brief and brief.party else None,
        _pulses(view),
    )


def _pulses(view: View) -> Content | None:
    control = view.control
    if control is None or not control.pulses:
        return None
    parts = []
    for pulse, means in control.pulses.items():
        head = f"{pulse}: {control.pulse_counts.get(pulse, 0)} answered (means from 1 to 7)"
        parts.append(Content("\n").join([words(head), *(words(f"  {m:.1f}  {item}") for item, m in means.items())]))
    return paragraph("Pulses", Content("\n").join(parts))
