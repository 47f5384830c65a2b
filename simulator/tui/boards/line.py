"""Lines that stay aligned whatever script they are in, and the small words of every board."""

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from simulator.engine import TRAINER, View
from simulator.engine.words import Source
from simulator.tui.safe import one_line

STAND_IN = "⚙ stand-in"
STATES = {
    "ready": "not started",
    "running": "running",
    "paused": "PAUSED",
    "stopped": "STOPPED",
    "ended": "ended",
}


def cell(text: str, width: int, style: str = "") -> Content:
    """Text in exactly so many cells, with an ellipsis where it is longer."""
    text = one_line(text)
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1) + "…"
    return Content.styled(set_cell_size(text, width), style) if style else Content(set_cell_size(text, width))


def words(text: str, style: str = "") -> Content:
    """One harmless line."""
    return Content.styled(one_line(text), style) if style else Content(one_line(text))


def row(*parts: Content | str) -> Content:
    """Parts with a space between them."""
    return Content(" ").join([p if isinstance(p, Content) else words(p) for p in parts])


def paragraph(heading: str, body: Content | str) -> Content:
    """A bold heading over a text."""
    return Content("\n").join([words(heading, "bold"), body if isinstance(body, Content) else Content(body)])


def page(*parts: Content | None) -> Content:
    """Paragraphs with an empty line between them."""
    return Content("\n\n").join([p for p in parts if p is not None and p.plain])


def clock(seconds: float) -> str:
    """Play time: `1:05:09`, `65:09` never; below an hour `05:09`."""
    whole = int(abs(seconds))
    sign = "-" if seconds < 0 and whole else ""
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes:02}:{rest:02}"


def who(view: View, seat: str) -> str:
    """A seat's character and party, in a few words."""
    if seat == TRAINER:
        return "Exercise control"
    known = view.seats.get(seat)
    return seat if known is None else f"{known.name} ({short(view, known.party)})"


def short(view: View, party: str) -> str:
    """A party's short name."""
    known = view.parties.get(party)
    return party if known is None else known.short


def people(view: View, seat: str) -> str:
    """Who plays a seat."""
    known = view.seats[seat]
    if known.source is Source.STAND_IN:
        return STAND_IN
    if known.source is Source.EMPTY:
        return "empty"
    return ", ".join(known.people) or "a person"


def count(number: int, one: str, many: str = "") -> str:
    """So many things: `1 paper`, `2 papers`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def option(view: View, issue: str, name: str) -> str:
    """An option's label."""
    known = view.issues.get(issue)
    return next((o.label for o in known.options if o.id == name), name) if known else name


def issue_title(view: View, issue: str) -> str:
    """An issue's short name."""
    return view.issues[issue].title if issue in view.issues else issue
