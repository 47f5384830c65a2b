"""Record: what happened that this seat may know, as sentences, and its own notes."""

from collections.abc import Callable, Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc
from simulator.engine.session import About, Moment
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


def rows(view: View, narrate: Narrator = unsaid, *, notes_only: bool = False) -> Sequence[Row]:
    """The latest moments, newest first, with own notes among them; or the notes alone."""
    timed = [
        (m.seconds, m.number, f"moment:{m.number}", one_line(narrate(m)))
        for m in (() if notes_only else view.log[-MOST:])
        if str(m.event.__struct_config__.tag) != "note_written"
    ]
    timed += [(at, 0, f"note:{n}", _note(view, about, text)) for n, (at, text, about) in enumerate(_notes(view))]
    ordered = sorted(timed, key=lambda item: (-item[0], -item[1]))
    return [(name, row(cell(words.hms(at), 8), safe(text))) for at, _, name, text in ordered]


def _notes(view: View) -> Sequence[tuple[float, str, About]]:
    """The latest notes with what each is about."""
    about = (*view.notes_about, *[About()] * (len(view.notes) - len(view.notes_about)))
    return [(at, text, one) for (at, text), one in zip(view.notes, about, strict=False)][-MOST:]


def _note(view: View, about: About, text: str) -> str:
    subject = _subject(view, about)
    if subject:
        return tr("MY NOTE ({about}): {text}", about=subject, text=one_line(text))
    return tr("MY NOTE: {text}", text=one_line(text))


def _subject(view: View, about: About) -> str:
    """The meeting and the person of a note, so that a search finds them."""
    meeting = "" if about.caucus is None else tr("private meeting no. {number}", number=about.caucus)
    return series((meeting, "" if about.seat is None else words.seat_line(view, about.seat)))


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
        at, text, about = _notes(view)[int(name)]
        meeting = next((m for m in view.caucuses if m.number == about.caucus), None)
        subject = [
            words.fact(tr("Private meeting"), words.caucus_line(view, meeting)) if meeting else "",
            words.fact(tr("About"), words.seat_line(view, about.seat)) if about.seat is not None else "",
        ]
        return page(words.head(tr("Your note at {time}", time=words.hms(at))), safe(clean(text)), words.stack(subject))
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


NO_NOTES = mark("You have written no note yet.")
"""What to say where only notes are listed and there is none; said with `tr`."""

PANE = Pane(
    mark("Record"),
    rows,
    detail,
    mark("Nothing has happened yet. Press n to write a private note."),
    (TAG, NOTE, *RATING, *QUICK),
    mark(
        "What happened that you may know, newest first, and your own notes; F lists your notes alone, and / finds "
        "words in them, a person or a meeting too. Whoever may tag does it here with one capital letter: the tag goes "
        "to the seat of the row."
    ),
)
