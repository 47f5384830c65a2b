"""Lines that stay aligned whatever script they are in, and the small words of every board."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from scoring.sentences import figure
from simulator.engine import TRAINER, View
from simulator.engine.words import Source
from simulator.tui.safe import one_line

STAND_IN = mark("⚙ stand-in")
STATES = {
    "ready": mark("not started"),
    "running": mark("running"),
    "paused": mark("PAUSED"),
    "stopped": mark("STOPPED"),
    "ended": mark("ended"),
}
"""The states of the play clock; said with `tr`."""


_ALOUD = ContextVar("aloud", default=False)


@contextmanager
def aloud() -> Iterator[None]:
    """Rows for those who hear them: nothing is cut or filled up, and commas stand between the parts."""
    before = _ALOUD.set(True)
    try:
        yield
    finally:
        _ALOUD.reset(before)


def cell(text: str, width: int, style: str = "") -> Content:
    """Text in exactly so many cells, with an ellipsis where it is longer."""
    text = one_line(text)
    if _ALOUD.get():
        return Content(text)
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1) + "…"
    return Content.styled(set_cell_size(text, width), style) if style else Content(set_cell_size(text, width))


def words(text: str, style: str = "") -> Content:
    """One harmless line."""
    return Content.styled(one_line(text), style) if style else Content(one_line(text))


def row(*parts: Content | str) -> Content:
    """Parts with a space between them."""
    listed = [p if isinstance(p, Content) else words(p) for p in parts]
    if _ALOUD.get():
        return Content(tr(", ")).join([p for p in listed if p.plain.strip()])
    return Content(" ").join(listed)


def bar(share: float, width: int) -> Content:
    """A bar as long as a share of 1; nothing for those who hear it, because a figure stands beside it."""
    return Content("") if _ALOUD.get() else Content("█" * round(width * min(1.0, max(0.0, share))))


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
        return tr("Exercise control")
    known = view.seats.get(seat)
    return one_line(seat) if known is None else f"{known.name} ({short(view, known.party)})"


def short(view: View, party: str) -> str:
    """A party's short name."""
    known = view.parties.get(party)
    return party if known is None else known.short


def people(view: View, seat: str) -> str:
    """Who plays a seat."""
    known = view.seats[seat]
    if known.source is Source.STAND_IN:
        return tr(STAND_IN)
    if known.source is Source.EMPTY:
        return trc("a seat", "empty")
    return tr(", ").join(known.people) or tr("a person")


def told(name: str, text: str) -> str:
    """Whose or what it is, and the words."""
    return tr("{name}: {text}", name=name, text=text)


def series(parts: Iterable[str]) -> str:
    """Names or words with commas between them; empty ones are left out."""
    return tr(", ").join(part for part in parts if part)


def points(value: float, *, sign: bool = False) -> str:
    """So many points, without decimals that are none: `1 point`, `62.5 points`; with a sign where they are added."""
    size = abs(value)
    # Between 1 and 2 the plural is that of 0: 1.5 points, in French 1,5 point.
    many = 0 if 1 < size < 2 else int(size)
    before = "" if not sign else "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    return trn("{n} point", "{n} points", many, n=before + figure(size if sign else value, 1))


def option(view: View, issue: str, name: str) -> str:
    """An option's label."""
    known = view.issues.get(issue)
    return next((o.label for o in known.options if o.id == name), name) if known else name


def issue_title(view: View, issue: str) -> str:
    """An issue's short name."""
    return view.issues[issue].title if issue in view.issues else issue


def body_name(view: View, body: str) -> str:
    """The name of a body."""
    return one_line(view.body_names.get(body, body))


def agenda_item(view: View, body: str, item: str) -> str:
    """An item of the agenda of a body, in the words that it has there."""
    found = view.bodies[body]
    written = found.items.get(item)
    own = found.agenda.wordings.get(item)
    return one_line(own or (issue_title(view, item) if written is None else written.title))
