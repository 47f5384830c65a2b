"""The line that says what waits for this seat, and the key that leads to it."""

from textual.content import Content
from textual.style import Style

from roles.acts import Act
from scenarios.texts import tr, trn
from simulator.engine.view.shapes import PulseView, TextView, View
from simulator.tui.seat import words
from simulator.tui.seat.wishes.commitments import waiting_shocks
from simulator.tui.seat.wishes.committee import waiting_committee
from simulator.tui.seat.wishes.hotline import waiting_calls
from simulator.tui.seat.wishes.messages import waiting_messages


def open_pulse(view: View) -> PulseView | None:
    """The first self-report that this seat has not answered."""
    return next((p for p in view.pulses if not p.answered), None)


def waiting(view: View, unread: int) -> Content:
    """What waits, most pressing first, without saying what is in it; nothing when nothing does."""
    pulse = open_pulse(view)
    if pulse is not None:
        return _line(
            trn(
                "A short self-report waits: {n} statement, 1 to 7. Press p.",
                "A short self-report waits: {n} statements, 1 to 7. Press p.",
                len(pulse.items),
            ),
            "deed('pulse')",
        )
    mine = view.party.id if view.party else ""
    for caucus in view.caucuses:
        caller = view.seats.get(caucus.caller)
        theirs = caller is not None and caller.party != mine and mine not in caucus.accepted
        if caucus.state in ("requested", "granted") and view.seat in caucus.seats and theirs:
            return _line(tr("An invitation to a private meeting waits. Press 4."), "pane(4)")
    if view.text.state == "in_adoption" and view.possible(Act.ADOPT_TEXT) and mine not in view.text.verdicts:
        return _line(tr("The text is put to adoption: your party answers. Press 7."), "pane(7)")
    if view.possible(Act.ADOPT_TEXT) and any(_asks(text, mine) for text in view.texts.values()):
        return _line(tr("Another text is put to adoption: your party has a say. Press 7."), "pane(7)")
    calls = waiting_calls(view)
    if calls is not None:
        return _line(calls, "pane(10)")
    committee = waiting_committee(view)
    if committee is not None:
        return _line(committee, "pane(11)")
    brought = waiting_messages(view)
    if brought is not None:
        return _line(brought, "more")
    if waiting_shocks(view):
        return _line(tr("A shock is thrown at the text: which article answers it? Press 7."), "pane(7)")
    if unread:
        return _line(
            trn("{n} new paper reached you. Press 8.", "{n} new papers reached you. Press 8.", unread), "pane(8)"
        )
    return Content("")


def _asks(text: TextView, party: str) -> bool:
    return text.state == "in_adoption" and party in text.entitled and party not in text.verdicts


def _line(text: str, action: str) -> Content:
    return words.loud(f" {text} ").stylize(Style.from_meta({"@click": f"screen.{action}"}))
