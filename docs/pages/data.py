"""data.md: what `goodoffices data` writes, file by file and column by column."""

from docs.pages.told import page, table, text
from simulator.engine import events as e
from simulator.exchange.codebook import tables_told
from simulator.exchange.verbs import BASE, DEEDS

HEAD = text("""
    `goodoffices data SESSION --out data` takes the data of a session out, for a trainer with a spreadsheet, a
    researcher with R or Python, a record store or a course platform. It is what the trainer's own documents tell, and
    it holds the secrets of every seat: keep it like the journal, and delete it on the day that you promised.
""")

FORMATS = (
    ("csv", "a file for each table, `codebook.md`", "spreadsheets, R, pandas"),
    ("json", "`session.json`, `session.schema.json`", "programs; the only one that loses nothing of a text"),
    ("xapi", "`statements.jsonl`", "a learning record store"),
    ("moodle", "`moodle.csv`", "Moodle's grade book"),
)

PRIVACY = text("""
    ## Whom it names

    Without `--names` people are `person-1`, `person-2` and so on. That is a pseudonym and no anonymity: whoever knows
    who sat where knows the rest. `--names` puts in what the trainer typed when casting.

    | what | in the data |
    |---|---|
    | private notes, also the trainer's | that there was one, when and by whom; never what it says or is about |
    | self-reports | the event without a seat; means of groups of four or more, among the measures |
    | the stop word | that it was said and when; never by whom or why |
    | preparation sheets | which parts were written; never what they say |
    | raters | `rater-1` and so on, or the names they were admitted with |
    | PINs and join codes | nothing |

    Files have mode 0600. All of them are written, or none.
""")

JSON = text("""
    ## JSON

    `session.json` has the same tables under `tables`, row for row, with numbers as numbers and texts as they were
    typed. `data` of an event is the event as it is kept ([Events](events.md)), without what is withheld above.
    `format` rises when something changes its meaning. `session.schema.json` lies beside it; `goodoffices schema
    --data` prints it (JSON Schema, draft 2020-12).
""")

XAPI = text(f"""
    ## xAPI

    A statement a line, in the form of xAPI 1.0.3 and 2.0, for each act of a person at a seat. Stand-ins, exercise
    control and the clock make none; nor do notes, self-reports, the stop word, tags, ratings and the private sheets
    of a team. No statement holds what somebody typed, whom an interest was told to, or what it says.

    - `actor` is an account that holds within one session: `person-1` of another session is somebody else. People who
      share a seat are a group with members. With `--names` the account stays the same and `name` is the name.
    - `context.registration` and `id` are UUIDs of version 5, made of the session's id, scenario, seed and opening,
      and of the event's number: a record store that gets a session twice takes it once. Send one export of a session,
      with names or without: the identifiers are the same.
    - `context.extensions` has the event's number and kind, play second and minute, phase, seat and party.
    - `result` has facts: the word of an answer, the length of a turn, that a role was left.
    - When the session is closed, everybody who was cast gets a statement with the verb *attended* and how long they
      were cast while the play clock ran. Only `--score` gives it a score: that time in percent of all the time that
      the clock ran.
    - Our own identifiers lie under `{BASE}`, which leads nowhere: the domain is reserved.
""")

MOODLE = text("""
    ## Moodle

    `moodle.csv` is for *Grades, Import, CSV file*: separator comma, encoding UTF-8. It needs `--names`.

    - **Participation** is 1 where the record shows that a person took part: their seat said that it was ready, acted
      or left its role. Else it is `-`, which Moodle reads as *no grade*: what the record does not show is not zero.
      Make a grade item with a maximum of 1 and map the column to it; a new item that Moodle makes itself goes to 100.
    - **The feedback** says the seat, whether it was said ready and left, and how many acts the record has. The person
      reads it. It holds no secret of the case and no judgement.
    - `--score` adds **attendance in percent**: for how much of the time of the play clock one of their seats was
      theirs. There is nothing else that it could add. What people negotiated gets no grade from this program: an
      agreement may be poor work and a *no* the right decision.
    - **Moodle knows people by address, ID number or user name**, and a session knows only what was typed when
      casting. Type `Ada Ng <ada@example.org>`, or fill in a column before you import. People without an address stand
      first, because Moodle refuses the file when its first row matches nobody; further down it would give that row to
      the person before.
    - **Names** are one line here and two columns there. `Ng, Ada` is split at the comma; of `Ada NG TAN` the words in
      capitals are the surname, wherever they stand; in `Ada van der Berg` a small word begins it; else the last word
      is the surname. A single word is a first name. Look over the file.
""")


def data_page() -> str:
    """Every file, and every column of every table."""
    formats = table(("`--format`", "files", "for"), ((f"`{name}`", files, use) for name, files, use in FORMATS))
    verbs = table(
        ("event", "verb", "identifier", "of what"),
        sorted((f"`{_name(kind)}`", d.verb.display(), f"`{d.verb.iri}`", d.thing) for kind, d in DEEDS.items()),
    )
    return page(
        "Data of a session",
        HEAD,
        formats,
        "Without `--format` it writes `csv` and `json`. `--lang` chooses the language of titles and explanations; "
        "names of files and columns, and the words in them, are the same in every language.",
        PRIVACY,
        "## Tables",
        tables_told(3),
        JSON,
        XAPI,
        "### Verbs",
        verbs,
        MOODLE,
    )


def _name(kind: type[e.Fact]) -> str:
    return str(kind.__struct_config__.tag)
