"""A document on a page of the trainer's own: what the process that fills it in gets, and what is made of its answer."""

import json
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any

from scenarios.texts import on_one_line, tr, trn
from simulator.printing.document import Document, Paper
from simulator.printing.errors import Unprintable
from simulator.printing.own.data import SEALS, data
from simulator.printing.own.reading import ending, sources
from simulator.printing.own.seals import HTML, Seal
from simulator.printing.prose import plain

CHILD = Path(__file__).with_name("child.py")


@dataclass(frozen=True, slots=True)
class Limits:
    """What filling in one document may take."""

    seconds: int = 5
    """Of computing."""
    wait: float = 15
    """Seconds until it is ended, whatever it does."""
    memory: int = 512
    """MB."""
    largest: int = 20
    """MB of a page."""


USUAL = Limits()


def own_page(document: Document, template: Path, paper: Paper = "a4", limits: Limits = USUAL) -> str:
    """A document on a page of the trainer's own. The same document on the same template gives the same page.

    Each document has a process of its own, so that nothing of one person's paper is there when the next one's is made;
    starting it takes less time than setting a PDF. Raises Unprintable where the template does not serve, with its
    line.
    """
    kind = ending(template)
    seal = SEALS[kind]
    if find_spec("resource") is None:
        raise Unprintable(_no_limits(template.name))
    request = {
        "name": template.name,
        "templates": sources(template),
        "markup": seal is HTML,
        "data": data(document, kind, paper),
        "seconds": limits.seconds,
        "memory": limits.memory * 1_000_000,
        "largest": limits.largest * 1_000_000,
    }
    answer, page = _asked(template.name, json.dumps(request).encode(), limits)
    if answer:
        raise Unprintable(_reason(template.name, answer, limits, seal))
    return seal.opened(page)


def _asked(name: str, request: bytes, limits: Limits) -> tuple[Mapping[str, Any], str]:
    """What the process answers: what is wrong, or nothing and the page."""
    # Words of people take up to four bytes a character.
    most = 4 * limits.largest * 1_000_000 + 10_000
    late = False

    def end() -> None:
        nonlocal late
        late = True
        process.kill()

    with TemporaryDirectory(prefix="goodoffices-") as empty:
        try:
            process = Popen(
                [sys.executable, "-I", "-S", "-B", str(CHILD), *_folders()],
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                cwd=empty,
                env={},
                start_new_session=True,  # it has no terminal
            )
        except OSError as error:
            why = error.strerror or error
            raise Unprintable(
                tr("{name}: the process that fills it in could not be started: {why}.", name=name, why=why)
            ) from error
        assert process.stdin is not None
        assert process.stdout is not None
        clock = Timer(limits.wait, end)
        with process:
            try:
                clock.start()
                with suppress(BrokenPipeError), process.stdin:
                    process.stdin.write(request)
                answer = process.stdout.read(most + 1)
                if len(answer) > most:
                    return {"wrong": "size"}, ""
                process.wait()
            finally:
                clock.cancel()
                process.kill()
    head, _, page = answer.partition(b"\n")
    if late:
        return {"wrong": "wait"}, ""
    if process.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return {"wrong": "time"}, ""
    try:
        said = json.loads(head)
    except ValueError:
        return {"wrong": "ended"}, ""
    return said, page.decode("utf-8", "replace")


def _folders() -> list[str]:
    """Where Jinja and what it needs lie."""
    found = (find_spec(name) for name in ("jinja2", "markupsafe"))
    return list(dict.fromkeys(str(Path(each.origin).parents[1]) for each in found if each and each.origin))


def _reason(template: str, answer: Mapping[str, Any], limits: Limits, seal: Seal) -> str:
    """What went wrong, in words."""
    where = answer.get("name") or template
    if answer.get("line"):
        # Translators: opens what is wrong with a template of the trainer's own.
        where = tr("{name}, line {line}", name=where, line=answer["line"])
    what = on_one_line(plain(seal.opened(answer.get("what") or ""))).rstrip(".")
    match answer["wrong"]:
        case "syntax":
            return tr("{where}: this is not how Jinja is written: {why}.", where=where, why=what)
        case "absent":
            return tr("{where}: no template of the name “{name}” lies beside it.", where=where, name=what)
        case "forbidden":
            return tr("{where}: a template may not use “{name}”.", where=where, name=what)
        case "undefined":
            return tr("{where}: there is no “{name}” here.", where=where, name=what)
        case "time":
            return trn(
                "{where}: the page takes more than {n} second of computing.",
                "{where}: the page takes more than {n} seconds of computing.",
                limits.seconds,
                where=where,
            )
        case "wait":
            return tr("{where}: after {n} seconds the page is still not filled in.", where=where, n=f"{limits.wait:g}")
        case "memory":
            return tr("{where}: the page takes more than {n} MB of memory.", where=where, n=limits.memory)
        case "size":
            return tr("{where}: the page becomes larger than {n} MB.", where=where, n=limits.largest)
        case "nested":
            return tr("{where}: something is nested too deeply, or contains itself.", where=where)
        case "limits":
            return _no_limits(template)
        case "ended":
            return tr("{name}: the process that fills it in ended without an answer.", name=template)
        case _:
            return tr("{where}: this cannot be filled in: {why}.", where=where, why=what)


def _no_limits(template: str) -> str:
    return tr(
        "{name}: this system cannot limit the time and the memory of a process, and without limits no template of your "
        "own is filled in.",
        name=template,
    )
