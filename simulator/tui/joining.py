"""How people come to a session: by its code, at a door that says nothing else."""

import getpass
import shlex
from collections.abc import Iterator
from pathlib import Path

import segno

from scenarios.texts import tr, trn
from simulator.journal import codes
from simulator.journal.place import is_url
from simulator.journal.place import shown as shown_url
from simulator.journal.shelf import SessionId
from simulator.journal.store import Journal
from simulator.journal.wall import now
from simulator.tui.reach import own_address

QUIET = 2
"""Modules of light around a QR: less than the four of the standard, and enough for the readers of telephones."""


class Shut(Exception):
    """The door stays shut; the message says why and what to do."""


def enter(journal: Journal, typed: str) -> SessionId:
    """The session whose code somebody typed. Raises Shut and JournalError."""
    match codes.check(journal, typed, now()):
        case codes.Opens(session=session):
            return session
        case codes.Wait(seconds=seconds):
            raise Shut(
                trn(
                    "Too many wrong codes were typed. Try again in {n} second.",
                    "Too many wrong codes were typed. Try again in {n} seconds.",
                    int(seconds) + 1,
                )
            )
        case codes.Wrong():
            if codes.normal(typed) is None:
                letters = " ".join(codes.LETTERS)
                raise Shut(
                    tr(
                        "A join code has {n} letters, such as {example}, and only these: {letters}.",
                        n=codes.LENGTH,
                        example=EXAMPLE,
                        letters=letters,
                    )
                )
            raise Shut(tr("This code opens nothing: it is mistyped, or there is a new one. Ask the trainer."))


EXAMPLE = codes.written("KTXBRN")


def qr(text: str) -> list[str]:
    """A QR of a text in lines of half blocks, dark on light."""
    rows = [list(row) for row in segno.make(text, error="l", micro=False).matrix_iter(border=QUIET)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    return [
        "".join(_HALVES[bool(above), bool(below)] for above, below in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    ]


_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def lines_to_type(code: str, db: str) -> Iterator[tuple[str, str]]:
    """What the others type, each with where: at this machine, over ssh, at another machine with the same database."""
    shown = codes.written(code)
    if is_url(db):
        yield (
            tr("At a terminal of any machine that reaches the database:"),
            f"goodoffices --db {shlex.quote(shown_url(db))} join {shown}",
        )
        yield tr("For the projector:"), f"goodoffices --db {shlex.quote(shown_url(db))} wall {shown}"
        return
    file = f" --db {shlex.quote(str(Path(db).absolute()))}" if db else ""
    yield tr("At another terminal of this machine (tmux, ssh):"), f"goodoffices{file} join {shown}"
    elsewhere = own_address()
    if elsewhere:
        there = f"ssh -t {getpass.getuser()}@{elsewhere}"
        yield tr("At another machine, over ssh:"), f"{there} goodoffices{file} join {shown}"
    yield tr("For the projector:"), f"goodoffices{file} wall {shown}"
