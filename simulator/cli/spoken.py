"""The command line in the language of the person: helps, and the words that click says itself."""

import os
from collections.abc import Sequence
from copy import copy
from inspect import cleandoc
from typing import TypeVar

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

from scenarios.texts import INTERFACE, VARIABLE, mark, speak, tr, wanted

C = TypeVar("C", bound=click.Command)
P = TypeVar("P", bound=click.Parameter)

CLICK = (
    mark("Usage:"),
    mark("Options"),
    mark("[OPTIONS]"),
    mark("COMMAND [ARGS]..."),
    mark("Show this message and exit."),
    mark("Show the version and exit."),
    mark("Error: {message}"),
    mark("Try '{command} {option}' for help."),
    mark("Invalid value: {message}"),
    mark("Invalid value for {param_hint}: {message}"),
    mark("Missing argument"),
    mark("Missing option"),
    mark("Missing parameter"),
    mark("Missing command."),
    mark("Choose from:\n\t{choices}"),
    mark("No such option {name!r}."),
    mark("Did you mean {possibility}?"),
    mark("(Did you mean one of: {possibilities}?)"),
    mark("Got unexpected extra argument ({args})"),
    mark("Got unexpected extra arguments ({args})"),
    mark("Option {name!r} does not take a value."),
    mark("Option {name!r} requires an argument."),
    mark("Option {name!r} requires {nargs} arguments."),
    mark("Argument {name!r} takes {nargs} values."),
    mark("{value!r} is not {choice}."),
    mark("{value!r} is not one of {choices}."),
    mark("{value!r} is not a valid {number_type}."),
    mark("{value} is not in the range {range}."),
    mark("{name} {filename!r} does not exist."),
    mark("{name} {filename!r} is a file."),
    mark("{name} {filename!r} is a directory."),
    mark("{name} {filename!r} is not readable."),
    mark("{name} {filename!r} is not writable."),
    mark("Could not open file {filename!r}: {message}"),
    mark("default: {default}"),
    mark("required"),
    # Translators: kinds of values; in a help they stand in capital letters.
    mark("file"),
    mark("directory"),
    mark("path"),
    mark("integer"),
    mark("float"),
    mark("text"),
)
"""What click says in the name of a verb, as it stands there."""


class Formatter(click.HelpFormatter):
    """Writes headings with the colon of the language."""

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        # Translators: a heading in a help, with its colon.
        self.write(" " * self.current_indent + tr("{heading}:", heading=heading) + "\n")


def teach_click() -> None:
    """Let click look its words up where all others are: it asks gettext, which can be asked for one language only."""
    click.Context.formatter_class = Formatter
    for module in (core, decorators, exceptions, formatting, parser, termui, types):
        for name, said in (("_", tr), ("ngettext", _counted)):
            if name in vars(module):
                setattr(module, name, said)


def choose(words: Sequence[str]) -> None:
    """Speak the language that the words before the verb name, else that of the environment."""
    asked = None
    rest = iter(words)
    for word in rest:
        if not word.startswith("-"):
            break
        name, sign, value = word.partition("=")
        if name == "--lang":
            asked = value if sign else next(rest, None)
        elif name in ("--db", "--theme") and not sign:
            next(rest, None)
    speak(asked if asked in INTERFACE else _usual())


def _usual() -> str:
    """What is spoken where no option says it: by GOODOFFICES_LANG, else by the settings, else by the environment."""
    if os.environ.get(VARIABLE):
        return wanted()
    from simulator.tui.settings import read  # not before it is asked for

    return read().settings.language or wanted()


def said(command: C) -> C:
    """A command that explains itself in the language that is spoken."""
    made = copy(command)
    made.help = tr(cleandoc(command.help)) if command.help else None
    made.epilog = _example(command.epilog) if command.epilog else None
    made.options_metavar = tr("[OPTIONS]")
    made.params = [_parameter(param) for param in command.params]
    if isinstance(made, click.Group):
        made.subcommand_metavar = tr("COMMAND [ARGS]...")
    return made


def said_option(option: P | None) -> P | None:
    """An option that explains itself in the language that is spoken."""
    return _parameter(option) if option is not None else None


def _parameter(param: P) -> P:
    made = copy(param)
    if isinstance(made, click.Option) and made.help:
        made.help = tr(made.help)
    if not isinstance(made.type, click.Choice):
        made.type = copy(made.type)
        made.type.name = tr(made.type.name)
    return made


def _example(epilog: str) -> str:
    head, _, commands = epilog.partition(": ")
    if head == "Example":
        return tr("Example: {command}", command=commands)
    return tr("Examples: {commands}", commands=commands) if head == "Examples" else tr(epilog)


def _counted(one: str, many: str, n: int) -> str:
    return tr(one if n == 1 else many)
