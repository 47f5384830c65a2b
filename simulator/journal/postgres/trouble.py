"""What went wrong at a server, for people: in one sentence, with what to do, and never with a password."""

import re

import psycopg

from scenarios.texts import mark, tr
from simulator.journal.errors import Away, JournalError

_LOST = mark(
    "the server does not answer. Check that it runs and that this machine reaches it; play goes on by itself when it "
    "is back"
)

_SAID: dict[str, tuple[str, bool]] = {
    "08": (_LOST, True),
    "57P01": (mark("the server is being stopped. Play goes on by itself when it is back"), True),
    "57P02": (mark("the server has crashed. Play goes on by itself when it is back"), True),
    "57P03": (mark("the server is starting up. Play goes on by itself when it is there"), True),
    "57014": (mark("the server was too slow. Look what else it does; this is asked again"), True),
    "55P03": (mark("another terminal holds it and does not let go. A stopped program may have to be ended"), True),
    "53100": (mark("the server's disk is full. Make room there: nothing that was confirmed is lost"), True),
    "53200": (mark("the server has no memory left. Look what else it does; this is asked again"), True),
    "53300": (
        mark("the server is full: it lets nobody else in. Close terminals, or raise `max_connections` there"),
        True,
    ),
    "53": (mark("the server has run out of something. Look at its log; this is asked again"), True),
    "58": (mark("the server's disk refused to write or read. Look at its log"), True),
    "25006": (mark("the server only reads: it is a copy that stands by. Name the server that it copies"), True),
    "28P01": (
        mark(
            "the server refuses the name or the password. Put the password into ~/.pgpass (mode 0600; one line, "
            "host:port:database:user:password) or into PGPASSWORD"
        ),
        False,
    ),
    "28": (mark("the server lets this user not in from here. Its pg_hba.conf says who may come"), False),
    "3D000": (mark("there is no such database on the server. Make it there: createdb NAME"), False),
    "42501": (
        mark(
            "this user may not do that there. The page on security says which rights a journal needs, and how to give "
            "them"
        ),
        False,
    ),
    "23505": (mark("another program wrote past the journal's rules. Nothing was saved; ask again"), True),
    "P0001": ("", False),
}
"""By SQLSTATE or its class: what is said, and whether it passes by itself."""

_BY_WORDS = (
    ("password authentication failed", "28P01"),
    ("no password supplied", "28P01"),
    ("authentication failed", "28P01"),
    ("no pg_hba.conf entry", "28"),
    ('role ".*" does not exist', "28P01"),
    ('database ".*" does not exist', "3D000"),
    ("too many clients", "53300"),
    ("too many connections", "53300"),
    ("remaining connection slots", "53300"),
    ("starting up", "57P03"),
    ("shutting down", "57P01"),
    ("in recovery mode", "57P03"),
    ("not (currently )?accepting connections", "57P03"),
    ("permission denied for database", "42501"),
)
"""A server that lets nobody in says why in words only; where they are in another language, its own words are shown."""


def trouble(error: psycopg.Error, where: str, connecting: bool = False) -> JournalError:
    """The sentence for an error."""
    words = str(error)
    code = error.sqlstate or ""
    if not code and connecting:
        code = next((known for part, known in _BY_WORDS if re.search(part, words)), "")
    said, passes = _SAID.get(code) or _SAID.get(code[:2]) or ("", False)
    if not said and not code and isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        said, passes = _LOST, True
    if said == _LOST and connecting and "FATAL" in words:
        said = ""  # it does answer, in words that are not known here
    kind = Away if passes else JournalError
    told = tr(said) if said else words.strip().splitlines()[0].removesuffix(".") if words.strip() else repr(code)
    return kind(tr("{path}: the journal was not changed: {said}.", path=where, said=told))
