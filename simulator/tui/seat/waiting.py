"""The line that says what waits for this seat, and the key that leads to it."""

from textual.content import Content
from textual.style import Style

from roles.acts import Act
from simulator.engine.view.shapes import PulseView, View
from simulator.tui.boards.line import count
from simulator.tui.seat import words
from simulator.tui.seat.wishes.commitments import waiting_shocks


def open_pulse(view: View) -> PulseView | None:
    """The first self-report that this seat has not answered."""
    return next((p for p in view.pulses if not p.answered), None)


def waiting(view: View, unread: int) -> Content:
    """What waits, most pressing first, without saying what is in it; nothing when nothing does."""
    pulse = open_pulse(view)
    if pulse is not None:
        return _line(
            f"A short self-report waits: {count(len(pulse.items), 'statement')}, 1 to 7. Press p.", "deed('pulse')"
        )
    mine = view.party.id if view.party else ""
    for caucus in view.caucuses:
        caller = view.seats.get(caucus.caller)
        theirs = caller is not None and caller.party != mine and mine not in caucus.accepted
        if caucus.state in ("requested", "granted") and view.seat in caucus.seats and theirs:
            return _line("An invitation to a private meeting waits. Press 4.", "pane(4)")
    if view.text.state == "in_adoption" and view.possible(Act.ADOPT_TEXT) and mine not in view.text.verdicts:
        return _line("The text is put to adoption: your party answers. Press 7.", "pane(7)")
    if waiting_shocks(view):
        return _line("A shock is thrown at the text: which article answers it? Press 7.", "pane(7)")
    if unread:
        return _line(f"{count(unread, 'new paper')} reached you. Press 8.", "pane(8)")
    return Content("")


def _line(text: str, action: str) -> Content:
    return words.loud(f" {text} ").stylize(Style.from_meta({"@click": f"screen.{action}"}))
