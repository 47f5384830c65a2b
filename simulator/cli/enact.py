"""goodoffices enact: a list of commands, run without a screen through the same rules."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from scenarios.script import Entry, read_script
from scenarios.texts import mark, tr, trn
from simulator.cli.sources import scenario_of
from simulator.cli.talk import FOUND, Trouble, put_json, say
from simulator.engine import TRAINER, Command, Event, Record, Refused, Session, begin, decide, evolve
from simulator.engine.commands import OpenSession, Tick
from simulator.engine.wire import NotACommand, command_from

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
"""The time of minute 0 where commands give only minutes."""

STEP = timedelta(seconds=15)
"""How often the clock is looked at between two commands."""


@click.command(
    "enact",
    epilog="Example: goodoffices enact sources-of-kalindra commands.yaml --out record.jsonl",
)
@click.argument("scenario")
@click.argument("commands", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help=mark("The record to write.")
)
@click.option("--seed", type=int, default=1, show_default=True, help=mark("The seed of the session."))
@click.option("--json", "as_json", is_flag=True, help=mark("What happened, for programs."))
@click.pass_context
def command(context: click.Context, scenario: str, commands: Path, out: Path, seed: int, as_json: bool) -> None:
    """Run COMMANDS (a list in YAML, or one JSON object a line) on a new session of SCENARIO, without a screen.

    A command is a mapping: `do` names it, `by` says which seat asks (the trainer if left out), `minute` or `at` says
    when (the time of the command before if left out), the rest are its fields. The session is opened by itself.
    Commands that the rules refuse are told with their line, and the exit status is 1; the others are carried out.
    """
    case, reading = scenario_of(scenario)
    from simulator.journal import write_record

    entries, problems = read_script(commands)
    for problem in problems:
        say(problem.render())
    if problems:
        raise Trouble(tr("{file} cannot be read.", file=commands), FOUND)
    course = Course(begin(case, seed))
    refused = course.run(entries, case.title)
    write_record(Record(case, seed, tuple(course.events)), reading.bound, out)
    if as_json:
        put_json({"events": len(course.events), "refused": refused, "out": str(out)})
    for refusal in refused:
        told = " ".join(str(refusal[key]) for key in ("why", "instead") if refusal.get(key))
        say(f"{commands}:{refusal['line']}: {refusal['do']}: {told}")
    written = trn("{n} event written to {file}", "{n} events written to {file}", len(course.events), file=out)
    say(
        tr(
            "{written}; {refused} of {asked} commands refused.",
            written=written,
            refused=len(refused),
            asked=len(entries),
        )
    )
    if refused:
        context.exit(FOUND)


class Course:
    """A session while it is run."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.events: list[Event] = []
        self.at = START

    def run(self, entries: Sequence[Entry], name: str) -> list[dict[str, Any]]:
        """Carry commands out on a session, opened under a name unless they open it; what was refused."""
        if not entries or entries[0].fields.get("do") != "open_session":
            self.happen(OpenSession(at=START, by=TRAINER, name=name))
        return [refusal for entry in entries if (refusal := self.take(entry)) is not None]

    def take(self, entry: Entry) -> dict[str, Any] | None:
        """Carry a command out; what was wrong with it, if it was refused."""
        fields = dict(entry.fields)
        name = str(fields.get("do", "?"))[:60]
        try:
            at = _time(fields, self.at)
            asked = command_from({**fields, "at": at, "by": fields.get("by", TRAINER)})
        except (NotACommand, ValueError) as wrong:
            return {"line": entry.line, "do": name, "code": "NOT-A-COMMAND", "why": str(wrong), "instead": ""}
        self._wait(at)
        try:
            self.happen(asked)
        except Refused as no:
            return {"line": entry.line, "do": name, "code": no.code, "why": no.why, "instead": no.instead}
        return None

    def _wait(self, until: datetime) -> None:
        while self.session.clock.running and self.at + STEP < until:
            self.at += STEP
            self.happen(Tick(at=self.at, by=TRAINER))
        self.at = max(self.at, until)
        if self.session.number:
            self.happen(Tick(at=self.at, by=TRAINER))

    def happen(self, asked: Command) -> None:
        """Carry a command out. Raises Refused."""
        for event in decide(asked, self.session):
            self.session = evolve(self.session, event)
            self.events.append(event)


def _time(fields: dict[str, Any], before: datetime) -> datetime:
    if "minute" in fields and fields.get("do") != "jump_clock":
        minute = fields.pop("minute")
        if isinstance(minute, bool) or not isinstance(minute, int | float) or not 0 <= minute <= 10_000:
            raise ValueError(
                tr("minute {minute} is not a number of minutes since the start, from 0 to 10000.", minute=repr(minute))
            )
        return START + timedelta(minutes=minute)
    if "at" in fields:
        moment = datetime.fromisoformat(str(fields["at"]).replace("Z", "+00:00"))
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return before
