"""goodoffices forget: the day until which a session is kept, and how it goes or loses its names."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from scenarios.texts import day, mark, number, tr, trn
from simulator.cli.talk import FOUND, MISUSE, Trouble, put, say

if TYPE_CHECKING:
    from simulator.journal import Journal, SessionInfo
    from simulator.journal.anonymous import Names, Taken
    from simulator.journal.forgetting import Wanted

ELSEWHERE = ("debrief.*", "seats/", "trainer.*", "scorecard.json", "*.jsonl", "pins-*.txt")
"""What the program writes of a session to folders."""


@click.command(
    "forget",
    epilog="Examples: goodoffices forget SESSION --keep-until 2027-03-01  |  goodoffices forget SESSION --anonymise  "
    "|  goodoffices forget SESSION  |  goodoffices forget --due --yes",
)
@click.argument("session", required=False)
@click.option(
    "--keep-until",
    "until",
    metavar="DATE",
    help=mark("Only say until when the record is kept: 2027-03-01, or none to take back what was said."),
)
@click.option("--anonymise", is_flag=True, help=mark("Take out who people were, and keep what was played."))
@click.option(
    "--also", metavar="NAME", multiple=True, help=mark("A further name or word to take out of all texts; repeatable.")
)
@click.option(
    "--keep", metavar="WORD", multiple=True, help=mark("A word that stays, though somebody is called so; repeatable.")
)
@click.option("--name", metavar="TEXT", help=mark("What the anonymised session is called from now on."))
@click.option(
    "--branches/--no-branches",
    default=None,
    help=mark("Do the same to the sessions that were branched off it and hold copies of its events; or leave those."),
)
@click.option("--due", is_flag=True, help=mark("All sessions whose day is past."))
@click.option("--finish", is_flag=True, help=mark("Only overwrite what an interrupted run left in the files."))
@click.option("--force", is_flag=True, help=mark("Even while terminals are open, or before the session has ended."))
@click.option("--yes", is_flag=True, help=mark("Do not ask."))
@click.pass_context
def command(
    context: click.Context, session: str | None, until: str | None, anonymise: bool, also: tuple[str, ...],
    keep: tuple[str, ...], name: str | None, branches: bool | None, due: bool, finish: bool, force: bool, yes: bool,
) -> int:  # fmt: skip
    """Delete SESSION from the journal for good, or take out of it who people were.

    Nothing of what was taken away is left in the files of the journal. Documents, exports and PIN sheets that were
    written to folders are not in the journal: delete them there. --also and --keep change which names are looked for.
    """
    if sum((session is not None, due, finish)) != 1:
        raise Trouble(tr("Name one SESSION, or say --due or --finish. Sessions are listed by: goodoffices sessions"))
    if not anonymise and (also or keep or name is not None):
        raise Trouble(tr("--also, --keep and --name belong to --anonymise."))
    if until is not None and (anonymise or session is None):
        raise Trouble(tr("--keep-until only says a day, for one SESSION. Anonymise or delete in a second step."))
    if name is not None and not (0 < len(name.strip()) <= 120):
        raise Trouble(tr("--name: a name has 1 to 120 characters."))
    from simulator.journal import Journal
    from simulator.journal.forgetting import Wanted

    with Journal.open(context.find_root().obj) as journal:
        if until is not None:
            assert session is not None
            return _keep(journal, session, _day_of(until))
        if finish:
            return _finish(journal)
        wanted = Wanted(also, keep, name.strip() if name is not None else None)
        wholes, left = _all_due(journal, force) if due else (_with_branches(journal, str(session), branches), False)
        if not wholes:
            say(tr("No session is past its day that could go now.") if left else tr("No session is past its day."))
            return FOUND if left else 0
        if not force and not due:
            _demand_over(journal, wholes, anonymise)
        done = _anonymise(journal, wholes, wanted, yes) if anonymise else _delete(journal, wholes, yes)
        return FOUND if left else done


# -- the day ----------------------------------------------------------------------------------------------------------


def _keep(journal: Journal, session: str, until: date | None) -> int:
    from simulator.journal.keeping import keep_until

    keep_until(journal, session, until)
    if until is None:
        say(tr("No day is set any more for {session}.", session=session))
        return 0
    said = tr(
        "The record of {session} is kept until {day}. Tell the people whom it is about.",
        session=session,
        day=day(until),
    )
    if until < date.today():
        said += " " + tr("That day is past: goodoffices forget --due")
    say(said)
    return 0


def _day_of(text: str) -> date | None:
    if text.strip().lower() == "none":
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Trouble(tr("--keep-until {text}: write a day as 2027-03-01, or none.", text=text)) from None


# -- which sessions ---------------------------------------------------------------------------------------------------


def _all_due(journal: Journal, force: bool) -> tuple[tuple[SessionInfo, ...], bool]:
    """The sessions whose day is past, but those that are open at terminals; and whether there are such."""
    from simulator.journal import JournalError
    from simulator.journal.forgetting import demand_closed
    from simulator.journal.keeping import due

    found, left = [], False
    for info in due(journal, date.today()):
        try:
            if not force:
                demand_closed(journal, [info.id])
        except JournalError as trouble:
            say(f"goodoffices: {trouble}")
            left = True
        else:
            found.append(info)
    return tuple(found), left


def _with_branches(journal: Journal, session: str, branches: bool | None) -> tuple[SessionInfo, ...]:
    from simulator.journal.forgetting import branches as branches_of

    info = journal.session(session)
    children = branches_of(journal, session)
    if children and branches is None:
        raise Trouble(
            trn(
                "{n} session was branched off {session} and holds copies of its events: {branches}. Say --branches to "
                "do the same to it, or --no-branches to leave it.",
                "{n} sessions were branched off {session} and hold copies of its events: {branches}. Say --branches to "
                "do the same to them, or --no-branches to leave them.",
                len(children),
                session=session,
                branches=", ".join(child.id for child in children),
            ),
            FOUND,
        )
    return (info, *(children if branches else ()))


def _demand_over(journal: Journal, wholes: Sequence[SessionInfo], anonymise: bool) -> None:
    from simulator.journal import JournalError
    from simulator.journal.forgetting import demand_closed

    try:
        demand_closed(journal, [info.id for info in wholes])
    except JournalError as trouble:
        said = tr("With --force it is done all the same, and they are told.")
        raise Trouble(f"{trouble} {said}", FOUND) from None
    going_on = [info.id for info in wholes if not info.ended] if anonymise else []
    if going_on:
        raise Trouble(
            tr(
                "{sessions}: not ended yet, and names may still come in. Close it at the console (E), or say --force.",
                sessions=", ".join(going_on),
            ),
            FOUND,
        )


# -- deleting ---------------------------------------------------------------------------------------------------------


def _delete(journal: Journal, wholes: Sequence[SessionInfo], yes: bool) -> int:
    from simulator.journal import forgetting

    for info in wholes:
        _say_session(info)
    say(
        trn(
            "Its record, PINs and join code go for good: no verb brings them back.",
            "Their records, PINs and join codes go for good: no verb brings them back.",
            len(wholes),
        )
    )
    _say_parents(journal, wholes)
    _ask(trn("Delete {n} session?", "Delete {n} sessions?", len(wholes)), yes)
    forgetting.delete(journal, [info.id for info in wholes], date.today())
    for info in wholes:
        put(info.id)
    say(trn("{n} session deleted.", "{n} sessions deleted.", len(wholes)))
    return _finish(journal)


# -- names ------------------------------------------------------------------------------------------------------------


def _anonymise(journal: Journal, wholes: Sequence[SessionInfo], wanted: Wanted, yes: bool) -> int:
    from simulator.journal import forgetting

    known = []
    for info in wholes:
        _say_session(info)
        known.append(names := forgetting.names_of(journal, info.id, wanted))
        _say_names(names, forgetting.taken_from(journal, info.id, names))
    say(tr("PINs and join codes go too. Numbers, times and all measures stay as they are."))
    _say_parents(journal, wholes)
    _ask(trn("Anonymise {n} session?", "Anonymise {n} sessions?", len(wholes)), yes)
    taken = forgetting.anonymise(journal, [info.id for info in wholes], date.today(), wanted)
    for info in wholes:
        put(info.id)
    said = trn("{n} session anonymised.", "{n} sessions anonymised.", len(wholes))
    places = sum(sum(one.places.values()) for one in taken)
    say(said + " " + trn("{n} place in texts was changed.", "{n} places in texts were changed.", places))
    status = _finish(journal)
    others = sorted({one for names in known for one in forgetting.still_named(journal, names, [i.id for i in wholes])})
    if others:
        say(tr("The same names stand in other sessions of this journal: {sessions}.", sessions=", ".join(others)))
    return status


def _say_names(names: Names, taken: Taken) -> None:
    if not names.people and not names.raters:
        say("  " + tr("Nobody was named when the seats were cast."))
    for name, sign in (*names.people.items(), *names.raters.items()):
        say("  " + tr("{name} becomes {sign}", name=name, sign=sign))
    for word, sign in names.words.items():
        if count := taken.places.get(word, 0):
            found = trn(
                "in texts, “{word}” becomes {sign}: {n} place",
                "in texts, “{word}” becomes {sign}: {n} places",
                count,
                word=word,
                sign=sign,
            )
            say(f"  {found}")
    if taken.notes:
        say("  " + trn("{n} private note loses its text", "{n} private notes lose their text", taken.notes))
    if taken.stops:
        said = trn("{n} reason for the stop word goes", "{n} reasons for the stop word go", taken.stops)
        say(f"  {said}")
    shared = [word for word in names.in_case if word in taken.places]
    if shared:
        say(
            "  "
            + tr(
                "The case says this too, so people of the story may lose it: {words}. --keep WORD leaves a word.",
                words=", ".join(shared),
            )
        )


# -- what is said and asked -------------------------------------------------------------------------------------------


def _say_session(info: SessionInfo) -> None:
    said = trn(
        "{session}: “{name}”, {title}, {day}, {count} event",
        "{session}: “{name}”, {title}, {day}, {count} events",
        info.events,
        session=info.id,
        name=info.name,
        title=info.title,
        day=day(info.created.astimezone().date()),
        count=number(info.events),
    )
    say(said + ("" if info.ended else ", " + tr("not ended")))


def _say_parents(journal: Journal, wholes: Sequence[SessionInfo]) -> None:
    there = {info.id for info in journal.sessions()} - {info.id for info in wholes}
    for info in wholes:
        if info.parent in there:
            said = tr(
                "{session} was branched off {parent}, which holds its first events too.",
                session=info.id,
                parent=info.parent,
            )
            say(said)


def _ask(question: str, yes: bool) -> None:
    """Go on only where somebody says yes. Raises Trouble."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise Trouble(tr("Nobody can be asked here: look at what is said above, and add --yes."), MISUSE)
    # Translators: the word that somebody types to agree.
    word = tr("yes")
    answer = click.prompt(
        tr("{question} Type “{word}”", question=question, word=word), default="", show_default=False, err=True
    )
    if answer.strip().casefold() != word.casefold():
        raise Trouble(tr("Nothing was changed."), FOUND)


def _finish(journal: Journal) -> int:
    """Overwrite what is left in the files, and say what is not in them."""
    from simulator.journal import JournalError, forgetting
    from simulator.journal.place import is_url

    try:
        forgetting.finish(journal)
    except JournalError as trouble:
        say(f"goodoffices: {trouble}")
        say(tr("No verb shows it any more, but its bytes are still in the files. Then: goodoffices forget --finish"))
        return FOUND
    say(tr("Nothing of what was taken away is left in {place}.", place=journal.database.where))
    if is_url(journal.database.where):
        say(tr("The server's own log, its archives and its backups keep it for some time: see the page on security."))
    say(
        tr(
            "What was written to folders is not in the journal. Look for it and delete it there: {files}",
            files=", ".join(ELSEWHERE),
        )
    )
    return 0
