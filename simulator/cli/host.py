"""goodoffices host: a session that others join."""

import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING, Any

import click

from scenarios.texts import day, language, mark, tr, trn
from simulator.cli.screens import open_screens
from simulator.cli.talk import FOUND, Trouble, put, put_json, say

if TYPE_CHECKING:
    from simulator.tui.desk import Desk
    from simulator.tui.web.hosted import Hosted

PORT = 8000


@click.command(
    "host",
    epilog="Examples: goodoffices host sources-of-kalindra --people 12  |  "
    "goodoffices host SESSION --pins --web --bind 0.0.0.0 --qr",
)
@click.argument("what", metavar="SCENARIO|SESSION")
@click.option("--people", type=click.IntRange(1, 64), help=mark("Cast a new session for so many. Default: everybody."))
@click.option("--name", help=mark("What a new session is called. Default: the day."))
@click.option("--pins", "with_pins", is_flag=True, help=mark("Make PINs for seats without one, and show them once."))
@click.option("--web", is_flag=True, help=mark("Serve the door to browsers as well."))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help=mark("With --web: the port; 0 takes a free one."),
)
@click.option(
    "--bind",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help=mark("With --web: 0.0.0.0 lets other machines reach it."),
)
@click.option(
    "--url", "public", metavar="URL", help=mark("With --web: what people type, where a proxy stands before it.")
)
@click.option(
    "--most",
    type=click.IntRange(1, 500),
    default=40,
    show_default=True,
    help=mark("With --web: so many pages may be open at once."),
)
@click.option("--qr", is_flag=True, help=mark("With --web: draw the address as a QR."))
@click.option("--no-console", is_flag=True, help=mark("Do not open the console here; serve until Ctrl+C."))
@click.option("--json", "as_json", is_flag=True, help=mark("An object for programs; implies --no-console."))
@click.pass_context
def command(
    context: click.Context, what: str, people: int | None, name: str | None, with_pins: bool, web: bool, port: int,
    bind: str, public: str | None, most: int, qr: bool, no_console: bool, as_json: bool,
) -> None:  # fmt: skip
    """Host a session: a new one of SCENARIO, or SESSION of the journal. It says how others join, and opens the console.

    The join code opens the curtain of this session; each seat still asks for its PIN, and the console for yours.
    """
    from simulator.journal import codes
    from simulator.tui.desk import Desk
    from simulator.tui.settings import read

    staying = not (no_console or as_json)
    if staying and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Trouble(tr("The console needs a terminal. Without one: --no-console, or --json for programs."))
    db = context.find_root().obj
    desk = Desk(db, read().settings.keep_days)
    try:
        _open(desk, what, people, name)
        assert desk.live is not None
        session = desk.live.id
        made = _pins(desk, with_pins, ask=staying)
        if web:
            _may_be_served(desk, bind)
        code = codes.the_code(desk.journal, session)
        title = desk.session.name or desk.scenario.title
        names = {seat: chair.name for seat, chair in desk.scenario.seats.items()}
    finally:
        desk.journal.close()
    with ExitStack() as stack:
        if web and not staying:
            stack.enter_context(_ends_when_told())
        served = _serve(stack, db, bind, port, public, most) if web else None
        said: dict[str, Any] = {
            "session": session,
            "name": title,
            "code": codes.written(code),
            "url": served.url if served else None,
            "pins": made,
        }
        if as_json:
            put_json(said)
            sys.stdout.flush()
        else:
            _tell(said, code, names, db, served, bind, qr)
        if staying:
            click.pause(tr("Press a key to open the console …"), err=True)
            open_screens(db, start="console", session=session, url=_reached(served, bind))
        elif served is not None:
            _until_told(served)


def _open(desk: "Desk", what: str, people: int | None, name: str | None) -> None:
    """Open the session, or begin one. Raises Trouble and JournalError."""
    from simulator.tui.desk import new_seed
    from simulator.tui.going import NewSession

    if any(info.id == what for info in desk.journal.sessions()):
        if people is not None or name is not None:
            raise Trouble(tr("{name} is a session already: --people and --name are for a new one.", name=what))
        desk.open(what)
        return
    from simulator.cli.sources import scenario_of

    try:
        case, _ = scenario_of(what)
    except Trouble as trouble:
        near = _near([info.id for info in desk.journal.sessions()], what)
        raise Trouble(f"{trouble.message} {near}".strip(), trouble.status) from trouble
    sizes = [casting.people for casting in case.casting]
    everybody = max(sizes, default=len(case.seats))
    spoken = language()
    desk.begin(NewSession(what, name or day(date.today()), people or everybody, new_seed(), spoken))


def _near(known: list[str], name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return tr("Did you mean the session {near}?", near=near[0]) if near else ""


def _pins(desk: "Desk", with_pins: bool, *, ask: bool) -> dict[str, str]:
    """See to it that the trainer has a PIN; give back those that were made, which nobody can read again."""
    from simulator.engine import TRAINER
    from simulator.engine.words import Source
    from simulator.journal import JournalError

    has = desk.pinned()
    wanted: list[str] = []
    if TRAINER not in has:
        wanted.append(TRAINER)
        while ask and TRAINER in wanted:
            typed = click.prompt(
                tr("Choose your PIN as the trainer, 4 to 8 digits (Enter: one is made)"),
                default="", show_default=False, hide_input=True, err=True,
            )  # fmt: skip
            if not typed:
                break
            try:
                desk.set_pin(TRAINER, typed)
                wanted.remove(TRAINER)
            except JournalError as error:
                say(f"{error}")
    if with_pins:
        wanted += [s for s, chair in desk.session.seats.items() if chair.source is Source.HUMAN and s not in has]
    return desk.make_pins(tuple(wanted))


def _may_be_served(desk: "Desk", bind: str) -> None:
    """Refuse to let other machines at seats without PINs."""
    from simulator.engine.words import Source
    from simulator.tui.reach import is_loopback

    if is_loopback(bind):
        return
    has = desk.pinned()
    open_ = [s for s, chair in desk.session.seats.items() if chair.source is Source.HUMAN and s not in has]
    if open_:
        raise Trouble(
            trn(
                "{n} seat has no PIN, so it is not shown to other machines. Make one with --pins, "
                "or leave --bind out: then only this machine reaches the page.",
                "{n} seats have no PIN, so they are not shown to other machines. Make them with --pins, "
                "or leave --bind out: then only this machine reaches the page.",
                len(open_),
            ),
            FOUND,
        )


def _serve(stack: ExitStack, db: Path | str | None, bind: str, port: int, public: str | None, most: int) -> "Hosted":
    """Serve the page until the stack is left. Raises Trouble."""
    from urllib.parse import urlsplit

    from simulator.tui.web.hosted import Hosted, NotServed

    origin = ""
    if public is not None:
        parts = urlsplit(public)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
            raise Trouble(tr("--url is an address such as https://talks.example.org, without a path."))
        origin = f"{parts.scheme}://{parts.netloc}"
    try:
        return stack.enter_context(Hosted(None if db is None else str(db), bind, port, origin, most))
    except NotServed as trouble:
        raise Trouble(f"{trouble}") from trouble


def _reached(served: "Hosted | None", bind: str) -> str:
    """The page's address where other machines reach it."""
    from simulator.tui.reach import is_loopback

    return served.url if served is not None and (served.origin or not is_loopback(bind)) else ""


def _tell(
    said: dict[str, Any],
    code: str,
    names: dict[str, str],
    db: Path | str | None,
    served: "Hosted | None",
    bind: str,
    qr: bool,
) -> None:
    """Say how others join."""
    from simulator.engine import TRAINER
    from simulator.journal import codes
    from simulator.tui.joining import lines_to_type

    reached = _reached(served, bind)
    put(tr("{name} ({session})", name=said["name"], session=said["session"]))
    put("")
    put(tr("Join code: {code}   ({spelled})", code=said["code"], spelled=codes.spelled(code)))
    for where, typed in lines_to_type(code, "" if db is None else str(db)):
        put("")
        put(where)
        put(f"  {typed}")
    if served is not None:
        put("")
        put(tr("In a browser:") if reached else tr("In a browser of this machine:"))
        put(f"  {served.url}")
        if reached and not served.origin:
            say("")
            say(fill(_warning(), max(40, get_terminal_size((80, 24)).columns), break_long_words=False))
    if said["pins"]:
        put("")
        put(tr("PINs: write them down now, they are not shown again"))
        named = {TRAINER: tr("You, the trainer"), **names}
        for seat, pin in said["pins"].items():
            put(f"  {pin}  {named[seat]}")
    if qr:
        put("")
        if reached:
            _draw(reached)
        else:
            say(tr("No QR: nobody else could reach this page. With --web, --bind 0.0.0.0 opens it to other machines."))


def _warning() -> str:
    """What it means that other machines reach the page."""
    return tr(
        "Every machine that reaches this one can open this page now. It asks for the join code, and each seat for its "
        "PIN; but it is plain http: whoever can listen in this network reads what the pages show and what is typed, "
        "PINs too. Use a network that you trust, or put a proxy with https before it (guide for trainers, "
        "“In a browser”)."
    )


def _draw(url: str) -> None:
    """The QR of an address, dark on light whatever the terminal's colours are."""
    from rich.console import Console
    from rich.text import Text

    from simulator.tui.joining import qr

    console = Console(highlight=False)
    for line in qr(url):
        console.print(Text(line, style="#000000 on #ffffff"), no_wrap=True, crop=False)


@contextmanager
def _ends_when_told() -> Iterator[None]:
    """Let Ctrl+C, SIGTERM and SIGHUP end this program in order, from before anybody can know that it serves."""

    def ends(number: int, frame: object) -> None:
        raise SystemExit(0 if number == signal.SIGINT else 128 + number)

    before = {number: signal.signal(number, ends) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _until_told(served: "Hosted") -> None:
    """Serve until Ctrl+C, SIGTERM or SIGHUP."""
    say(tr("Serving. Ctrl+C ends it."))
    served.wait()
    raise Trouble(tr("The server has ended by itself. Start it again; nothing is lost."), FOUND)
