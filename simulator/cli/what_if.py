"""goodoffices what-if: another package, or another branch, of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scenarios.texts import mark, tr, trn
from simulator.cli.named import named
from simulator.cli.numbers import short, signed
from simulator.cli.packages import left_out, package_of
from simulator.cli.sources import Source, record_of
from simulator.cli.talk import FOUND, Trouble, put, put_json, say
from simulator.cli.weighing import put_place, put_terms, put_worth

if TYPE_CHECKING:
    from scoring.what_if import Ending


@click.command(
    "what-if",
    epilog="Examples: goodoffices what-if record.jsonl --package ceasefire=monitors,revenue=share-30 --minute 90  |  "
    "goodoffices what-if SESSION --branch OTHER",
)
@click.argument("session")
@click.option(
    "--package", "words", metavar="ISSUE=OPTION,…", help=mark("The package, or a file with one (JSON or YAML).")
)
@click.option("--at", type=int, metavar="EVENT", help=mark("Under the instructions as they stood after this event."))
@click.option(
    "--minute", type=float, metavar="M", help=mark("Under the instructions as they stood at this play minute.")
)
@click.option("--branch", metavar="OTHER", help=mark("Another session with the same beginning: how both ended."))
@click.option("--json", "as_json", is_flag=True, help=mark("One object for programs."))
@click.pass_context
def command(
    context: click.Context,
    session: str,
    words: str | None,
    at: int | None,
    minute: float | None,
    branch: str | None,
    as_json: bool,
) -> None:
    """Say what a package would have been worth to every party of SESSION, beside what was agreed; or compare a branch.

    Reservations and red lines are those of the end of the talks, or of the event or minute that is named.
    """
    if (words is None) == (branch is None):
        raise Trouble(tr("Name either a package (--package) or another session (--branch)."))
    if at is not None and minute is not None:
        raise Trouble(tr("--at and --minute exclude each other."))
    if branch is not None:
        if at is not None or minute is not None:
            raise Trouble(tr("--at and --minute go with --package: branches are compared at their ends."))
        _branch(record_of(context, session), record_of(context, branch), as_json)
        return
    source = record_of(context, session)
    case = source.record.scenario
    package = package_of(words or "", case)
    events = len(source.record.events)
    if at is not None and not 0 <= at <= events:
        raise Trouble(
            tr(
                "--at {at}: {session} has events 1 to {last}; 0 is before the first one.",
                at=at,
                session=session,
                last=events,
            )
        )
    from scoring.preferences import NoValue
    from scoring.what_if import ending, worth_of

    last = _last_minute(source)
    if minute is not None and not 0 <= minute <= last:
        raise Trouble(
            tr(
                "--minute {minute}: {session} lasts from minute 0 to {last}.",
                minute=short(minute),
                session=session,
                last=short(last),
            )
        )
    try:
        weighed = worth_of(source.record, package, at, minute)
        end = ending(source.record)
    except NoValue as trouble:
        raise Trouble(f"{case.id}: {trouble}.", FOUND) from trouble
    if as_json:
        put_json({"session": session, "scenario": case.id, **weighed.as_json(), "ending": end.as_json()})
        return
    if at is None and minute is None:
        head = tr(
            "{title}: a package under the instructions of minute {minute}, when the talks were over (event {event})",
            title=case.title,
            minute=short(weighed.minute or 0.0),
            event=weighed.event,
        )
    else:
        head = tr(
            "{title}: a package under the instructions of minute {minute} (event {event})",
            title=case.title,
            minute=short(weighed.minute or 0.0),
            event=weighed.event,
        )
    put(head + "\n")
    put_terms(case, weighed)
    agreed = end.terms is not None and end.terms.agreed
    put_worth(case, weighed, end.weighed, tr("Agreed") if agreed else tr("Last terms"))
    put(f"{_ended(end)} {end.no_value}\n".replace(" \n", "\n"))
    put_place(case, weighed.standing)
    if open_issues := left_out(package, case):
        say(open_issues)


def _branch(one: Source, other: Source, as_json: bool) -> None:
    from scoring.preferences import points
    from scoring.what_if import NoBranch, branches

    case = one.record.scenario
    try:
        found = branches(one.record, other.record)
    except NoBranch as trouble:
        raise Trouble(
            tr("{one} and {other} cannot be compared: {why}.", one=one.name, other=other.name, why=trouble)
        ) from trouble
    if as_json:
        put_json({"session": one.name, "branch": other.name, "scenario": case.id, **found.as_json()})
        return
    put(
        trn(
            "{title}: {n} event in common, until minute {minute}",
            "{title}: {n} events in common, until minute {minute}",
            found.common,
            title=case.title,
            minute=short(found.minute),
        )
        + "\n"
    )
    for source, end in ((one, found.one), (other, found.other)):
        put(f"{source.name}\n  {_ended(end)}")
        if end.weighed is None:
            put(f"  {end.no_value}\n")
            continue
        put_terms(case, end.weighed)
        put_worth(case, end.weighed)
        put("")
    if found.difference:
        put(tr("What each was left with (without agreement, its reservation)"))
        for name, more in found.difference.items():
            here, there = points(found.one.left_with[name]), points(found.other.left_with[name])
            told = tr(
                "{party}: {here} and {there} points ({more})",
                party=case.parties[name].short,
                here=short(here),
                there=short(there),
                more=signed(more),
            )
            put(f"  {told}")


def _ended(end: Ending) -> str:
    kind = named(end.outcome.value) if end.outcome else tr("no outcome")
    kind, minute = kind[:1].upper() + kind[1:], short(end.minute)
    if end.terms is None or end.terms.agreed:
        return tr("{outcome} in minute {minute}.", outcome=kind, minute=minute)
    if end.terms.source == "package":
        last = mark("{outcome} in minute {minute}; the last package on the table was package {number}.")
    else:
        last = mark("{outcome} in minute {minute}; the last version on the table was version {number}.")
    return tr(last, outcome=kind, minute=minute, number=end.terms.number)


def _last_minute(source: Source) -> float:
    """The play minute of the last event, rounded up to a tenth."""
    from simulator.engine import replay

    log = replay(source.record).log
    return round(log[-1].seconds / 60 + 0.05, 1) if log else 0.0
