"""What every verb says in the same way: data to stdout, talk to stderr, troubles in one sentence."""

import json
import os
import sys
from shutil import get_terminal_size
from textwrap import fill
from typing import Any, NoReturn

import click

from scenarios.problems import shown
from scenarios.texts import tr

FOUND = 1
"""The exit status when something was found to be wrong."""

MISUSE = 2
"""The exit status when the command cannot be done."""


def say(text: str) -> None:
    """Talk to the person: one or more lines on stderr, with nothing in them that acts on the terminal."""
    for line in text.split("\n"):
        click.echo(shown(line), err=True)


def put(text: str) -> None:
    """Give data: text on stdout, with nothing in it that acts on the terminal."""
    for line in text.split("\n"):
        click.echo(shown(line))


def put_wrapped(text: str) -> None:
    """Give data: one line, broken between words where a person reads it; what follows stands a little further in."""
    line = shown(text)
    if sys.stdout.isatty():
        width = max(20, get_terminal_size((80, 24)).columns)
        inward = " " * (len(line) - len(line.lstrip()) + 4)
        line = fill(line, width, subsequent_indent=inward, break_long_words=False, break_on_hyphens=False)
    click.echo(line)


def put_json(data: Any) -> None:
    """Give data to a program."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False))


class Trouble(click.ClickException):
    """Something that the person has to know and can do something about."""

    exit_code = MISUSE

    def __init__(self, message: str, status: int = MISUSE) -> None:
        super().__init__(message)
        self.status = status

    def show(self, file: Any = None) -> None:
        """Say it on stderr."""
        say(f"goodoffices: {self.message}")


def found(message: str) -> NoReturn:
    """Stop because something was found to be wrong."""
    raise Trouble(message, FOUND)


def guarded(command: click.Command) -> int:
    """Run a command and turn what can go wrong outside into a sentence and an exit status."""
    try:
        result = command.main(standalone_mode=False)
    except click.exceptions.Abort:
        say(tr("Stopped."))
        return 130
    except click.ClickException as trouble:
        trouble.show()
        return trouble.status if isinstance(trouble, Trouble) else trouble.exit_code
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as trouble:
        if trouble.filename is not None:
            raise
        say(tr("goodoffices: the output cannot be written: {why}.", why=trouble.strerror or trouble))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or the interpreter tries again when it ends
        return FOUND
    except Exception as trouble:
        journal = sys.modules.get("simulator.journal.errors")  # a verb that opened no journal never loads it
        if journal is None or not isinstance(trouble, journal.JournalError):
            raise
        say(f"goodoffices: {trouble}")
        return FOUND
    return result if isinstance(result, int) else 0
