"""Record: what happened that this seat may know, as sentences, and its own notes."""

from collections.abc import Callable, Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc
from simulator.engine.session import Moment
from simulator.engine.view.shapes import View
from simulator.tui.boards.line import cell, page, row, series
from simulator.tui.safe import clean, one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import NOTE, TAG
from simulator.tui.seat.wishes.people import QUICK
from simulator.tui.seat.wishes.rating import RATING

LATEST = 40
"""Moments beside the pane, where there is room."""

MOST = 200
"""Moments that are listed; the record keeps them all."""

PRIVATE = (
    "caucus_",
    "interest_",
    "release_",
    "learned_",
    "expert_",
    "capital_",
    "inject_",
    "option_unlocked",
    "note_",
    "pulse_",
    "move_",
    "stop_",
    "messenger_",
    "message_",
    "non_paper_",
)
"""How the names of events begin that stay off the column that is always in sight."""

Narrator = Callable[[Moment], str]
"""Says a moment as a sentence."""


def unsaid(moment: Moment) -> str:
    """What kind of event it is, where nobody narrates."""
    return str(moment.event.__struct_config__.tag).replace("_", " ")


def rows(view: View, narrate: Narrator = unsaid) -> Sequence[Row]:
    """The latest moments, newest first, with own notes among them."""
    timed = [
        (m.seconds, m.number, f"moment:{m.number}", one_line(narrate(m)))
        for m in view.log[-MOST:]
        if str(m.event.__struct_config__.tag) != "note_written"
    ]
    timed += [
        (at, 0, f"note:{n}", tr("MY NOTE: {text}", text=one_line(text)))
        for n, (at, text) in enumerate(view.notes[-MOST:])
    ]
    ordered = sorted(timed, key=lambda item: (-item[0], -item[1]))
    return [(name, row(cell(words.hms(at), 8), safe(text))) for at, _, name, text in ordered]


def open_rows(view: View, narrate: Narrator) -> Sequence[Row]:
    """The latest moments that happened in the open, newest first."""
    seen = [m for m in view.log if not str(m.event.__struct_config__.tag).startswith(PRIVATE)]
    return [
        (
            f"moment:{m.number}",
            row(cell(words.hms(m.seconds), 8), safe(one_line(narrate(m)))),
        )
        for m in reversed(seen[-LATEST:])
    ]


def detail(view: View, pick: str | None) -> Content:
    """A note in full, or who did what a moment tells."""
    kind, _, name = (pick or "").partition(":")
    if kind == "note" and name.isdigit() and int(name) < len(view.notes[-MOST:]):
        at, text = view.notes[-MOST:][int(name)]
        return page(words.head(tr("Your note at {time}", time=words.hms(at))), safe(clean(text)))
    moment = next((m for m in view.log if str(m.number) == name), None)
    if moment is None:
        return Content("")
    keys = "" if "tag_move" not in view.can else series(f"{w.deed.keycap} {tr(w.label)}" for w in QUICK)
    return page(
        words.stack(
            [
                words.fact(trc("who did it", "By"), words.seat_line(view, moment.event.by)),
                words.fact(
                    trc("something happened", "When"),
                    tr("{time}, event {number}", time=words.hms(moment.seconds), number=moment.number),
                ),
            ]
        ),
        words.fact(tr("Tag what they did with one key"), keys) if keys else None,
    )


PANE = Pane(
    mark("Record"),
    rows,
    detail,
    mark("Nothing has happened yet. Press n to write a private note."),
    (TAG, NOTE, *RATING, *QUICK),
    mark(
        "What happened that you may know, newest first, and your own notes. Whoever may tag does it here with one "
        "capital letter: the tag goes to the seat of the row."
    ),
)
