"""The command line: one module a verb.

Data goes to stdout, talk to stderr. The exit status is 0 when all is well, 1 when something was found to be wrong,
2 when the command was not understood or cannot be done.
"""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from scenarios.texts import INTERFACE, SOURCE, mark, spoken_in, tr
from simulator.cli.spoken import choose, said, said_option, teach_click

VERBS: dict[str, tuple[str, str]] = {
    "list": ("listing", mark("List the scenarios on the shelf.")),
    "check": ("check", mark("Check scenarios: all problems at once, with their place.")),
    "analyse": ("analyse", mark("Say what the value tables do to the exercise.")),
    "new": ("new", mark("Begin a new case, small and complete.")),
    "schema": ("schema", mark("Give the JSON Schema of the format, for editors.")),
    "translate": ("translate", mark("Write or renew the translators' file of a scenario.")),
    "graph": ("graph", mark("Draw the course of a scenario, or a machine of the rules.")),
    "print": ("print_kit", mark("Write the papers of a case: briefs, signs, forms, the instructor's guide.")),
    "studio": ("studio", mark("Write a case: its problems as you save, its panes, its papers, rehearsals.")),
    "play": ("play", mark("Play a scenario at this terminal.")),
    "host": ("host", mark("Run a session that others join: its code, its QR, its page for browsers.")),
    "preflight": ("preflight", mark("Look over a session before its clock starts.")),
    "join": ("join", mark("Join a session from another terminal.")),
    "wall": ("wall", mark("Show a session on the projector.")),
    "demo": ("demo", mark("Let stand-ins play a whole exercise, and write its debrief.")),
    "enact": ("enact", mark("Run a list of commands without a screen.")),
    "replay": ("replay", mark("Tell what happened in a session.")),
    "score": ("score", mark("Show the three panels of sessions.")),
    "compare": ("compare", mark("Compare sessions of one scenario: how far each measure spreads.")),
    "what-if": ("what_if", mark("Weigh another package, or another branch, of a session.")),
    "debrief": ("debrief", mark("Write the documents of the debriefing.")),
    "data": ("data", mark("Write the data of a session: tables, JSON, xAPI, Moodle.")),
    "export": ("export", mark("Write a session to one portable file.")),
    "import": ("importing", mark("Take a session in from a portable file.")),
    "sessions": ("sessions", mark("List the sessions in the journal.")),
    "forget": ("forget", mark("Delete or anonymise a session, or say until when it is kept.")),
    "settings": ("settings", mark("Show the settings: language, colours, keys.")),
}
"""Each verb, the module that does it, and its line in the help."""


class Verbs(click.Group):
    """The verbs, each loaded only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order in which one needs them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name."""
        if cmd_name not in VERBS:
            return None
        with spoken_in(SOURCE):  # what click names while a module is loaded is translated where it is said
            module = import_module(f"simulator.cli.{VERBS[cmd_name][0]}")
        command: click.Command = module.command
        return said(command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Choose the language before anything is said, also about the words themselves."""
        choose(args)
        return super().parse_args(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help, in the language that is spoken."""
        with spoken_in(SOURCE):
            option = super().get_help_option(ctx)
        return said_option(option)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage in the language that is spoken."""
        click.Group.format_usage(said(self), ctx, formatter)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language that is spoken."""
        click.Group.format_help(said(self), ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb, or say the nearest one."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from difflib import get_close_matches  # a slip is rare

            near = get_close_matches(args[0], VERBS, n=1)
            if near:
                message = tr("There is no command “{name}”. Did you mean “{near}”?", name=args[0], near=near[0])
            else:
                message = tr(
                    "There is no command “{name}”. Commands: {commands}.", name=args[0], commands=", ".join(VERBS)
                )
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs without loading them."""
        with formatter.section(tr("Commands")):
            formatter.write_dl([(name, tr(line)) for name, (_, line) in VERBS.items()])


class JournalPlace(click.Path):
    """A file, or the URL of a server."""

    name = "file or URL"

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or the URL as it stands; a password is not for everybody who lists this machine's programs."""
        if not str(value).startswith(("postgresql://", "postgres://")):
            return super().convert(value, param, ctx)
        from simulator.journal.place import holds_password

        typed = ctx is not None and ctx.get_parameter_source("db") is ParameterSource.COMMANDLINE
        if typed and holds_password(str(value)):
            from simulator.cli.talk import Trouble

            raise Trouble(
                tr(
                    "A password does not belong on the command line, where everybody on this machine can read it. Put "
                    "it into ~/.pgpass (mode 0600; one line, host:port:database:user:password), and leave it out of "
                    "the URL."
                )
            )
        return str(value)


teach_click()


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Examples: goodoffices  |  goodoffices demo --out demo-out  |  goodoffices check my-case/scenario.yaml",
)
@click.option(
    "--db",
    type=JournalPlace(),
    envvar="GOODOFFICES_JOURNAL",
    help=mark("The journal that terminals share: a file, or postgresql://user@host/database. Default: the user's own."),
)
@click.option(
    "--lang",
    type=click.Choice(INTERFACE),
    help=mark("The language of the program. Default: that of the environment, else English."),
)
@click.option("--theme", help=mark("The colours of the screens: dark, light, contrast, okabe-ito, terminal-dark, …"))
@click.option("--no-animation", is_flag=True, help=mark("Let nothing on the screens move by itself."))
@click.option("--speed", metavar="FACTOR@SECOND", envvar="GOODOFFICES_SPEED", hidden=True)
@click.version_option(package_name="good-offices", prog_name="goodoffices")
@click.pass_context
def goodoffices(
    context: click.Context,
    db: Path | str | None,
    lang: str | None,
    theme: str | None,
    no_animation: bool,
    speed: str | None,
) -> None:
    """Good Offices: a mediation training simulation engine.

    Without a command it opens the home screen, with the scenarios and the sessions.
    """
    context.obj = db
    if speed is not None:
        from simulator.journal.wall import hasten

        hasten(speed)
    if theme:
        os.environ["GOODOFFICES_THEME"] = theme
    if no_animation:
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
    if context.invoked_subcommand is None:
        from simulator.cli.screens import open_screens

        open_screens(db, start="home")


def main() -> None:
    """Run the command that the user typed."""
    from simulator.cli.talk import guarded

    # What is read stays: looking for garbage in it again and again takes a tenth of the time of a short command.
    gc.set_threshold(100_000, 50, 50)
    # No other package that happens to be installed may change how a scenario is read, or be looked for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if os.environ.get("TERM") == "dumb":
        os.environ.setdefault("NO_COLOR", "1")
    sys.exit(guarded(goodoffices))
