"""The keys of a seat that are its own: its deeds beside the wishes, and what the help says."""

from dataclasses import replace

from scenarios.texts import mark, tr
from simulator.tui.deeds import Deed
from simulator.tui.seat.panes import ALL, PANES
from simulator.tui.seat.wishes import Wish

SHOW = Deed("brief", "b", mark("Brief"), mark("Seat"), mark("Show your papers, or hide them again."), place="seat")
PULSE = Deed(
    "pulse", "p", mark("Self-report"), mark("Seat"), mark("Answer the short self-report, in silence."), place="seat"
)
LOCK = Deed(
    "lock",
    "l",
    mark("Lock"),
    mark("Seat"),
    mark("Lock the seat: the screen is free for the next person."),
    place="seat",
)
WAITING = Deed(
    "waiting",
    "W",
    mark("What waits"),
    mark("Seat"),
    mark("List what waits for you, and go there."),
    place="seat",
    footer=False,
)
PASS = Deed(
    "hand_over",
    "L",
    mark("Hand over"),
    mark("Seat"),
    mark("Lock, and pass the keyboard to somebody."),
    place="seat",
    footer=False,
)
NOTES = Deed(
    "own_notes",
    "F",
    mark("My notes"),
    mark("Record"),
    mark("List your own notes alone, or all that happened again."),
    place="seat",
)
WHAT_IF = Deed(
    "what_if",
    "I",
    mark("What if"),
    mark("Packages"),
    mark("Try out a package in private: what each option and the whole is worth to you."),
    place="seat",
)
CATCH_UP = Deed(
    "catch_up",
    "U",
    mark("Catch up"),
    mark("Seat"),
    mark("What happened so far, what is on the table and what waits for you, on one page."),
    place="seat",
    footer=False,
)
OWN = (CATCH_UP, SHOW, PULSE, LOCK, WAITING, PASS, NOTES, WHAT_IF)


def at_home(wish: Wish) -> Deed:
    """The deed of a wish with the number and name of its pane, where its key is of use."""
    found = next((n for n, pane in enumerate(ALL) if wish in pane.wishes), None)
    if found is None:
        return wish.deed
    return replace(wish.deed, area=f"{found + 1 if found < len(PANES) else 0} {tr(ALL[found].name)}")


HELP_TEXT = mark(
    """## Your seat
You talk in the room. Here you keep what must be exact: offers, text, consent, who knows what.

- 1 to 9 open the panes; the arrows, or j and k, move in the list; Tab goes to the detail, which the arrows scroll
- 0 opens, in turn, the panes that only some exercises have
- Enter does what the row is for; a lists everything, and says why something is not possible now
- W lists all that waits for you, the most pressing first; U brings you up to date on one page
- b shows your papers for a minute; l locks the seat, so that the next person sees nothing of yours
- F lists your own notes alone; n writes one, about a meeting or a person if you like
- I tries out a package in private, where your party has a score sheet: what it is worth to you, option by option
- L locks it and passes the keyboard to somebody you name
- s is the stop word: play stops for everybody, and nobody has to say why"""
)
"""What the help of a seat begins with; said with `tr`."""
