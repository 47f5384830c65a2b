"""Catching up: what somebody who sits down late needs to know, on one page, from the view of the seat alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from textual.content import Content

from scenarios.texts import language, tr, trn
from simulator.engine.events import PhaseEntered
from simulator.engine.view.shapes import View
from simulator.tui.boards.line import people, series
from simulator.tui.boards.timing import phase_line, time_line
from simulator.tui.named import named
from simulator.tui.safe import clean, one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.record import Narrator
from simulator.tui.seat.waiting import waits

EACH = 4
"""Lines that tell a phase, the latest of it."""
TELLING = (
    "agenda_adopted", "consent_changed", "party_returned", "issue_framed", "position_stated",
    "option_proposed", "package_tabled", "package_agreed", "package_rejected", "package_withdrawn", "version_issued",
    "clause_referred", "adoption_opened", "text_adopted", "adoption_failed", "outcome_recorded", "announcement_made",
    "statement_issued", "synthesis_issued", "report_adopted", "dispute_settled", "commitment_recorded",
    "sitting_suspended", "chair_changed",
)  # fmt: skip
"""Kinds of events that carry the talks on, of which a page has room."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines."""

    head: str
    lines: tuple[str, ...]


def told(view: View, narrate: Narrator) -> tuple[Part, ...]:
    """The page of a seat."""
    me = view.me
    title = tr("Catch up: {seat}", seat=words.seat_line(view, view.seat)) if me is not None else view.title
    now = (
        one_line(time_line(view.clock)),
        phase_line(view.clock),
        tr("For you alone: it holds what others do not see."),
    )
    parts = (
        Part(title, tuple(line for line in now if line)),
        Part(tr("What waits for you"), tuple(_waiting(view))),
        Part(tr("Agreed, and on the table"), tuple(_table(view))),
        *_course(view, narrate),
        Part(tr("Who takes part"), tuple(_present(view))),
        Part(tr("Your papers"), tuple(_papers(view))),
    )
    return tuple(part for part in parts if part.lines)


def _course(view: View, narrate: Narrator) -> Iterator[Part]:
    """The open events that carried the talks on, by phase; the latest of each."""
    names = {slot.id: slot.name for slot in view.clock.plan}
    phase, seen = "", list[str]()
    for moment in view.log:
        if isinstance(moment.event, PhaseEntered):
            yield from _phase(phase, seen)
            phase, seen = names.get(moment.event.phase, moment.event.phase), []
        elif str(moment.event.__struct_config__.tag) in TELLING:
            seen.append(tr("{time}  {what}", time=words.hms(moment.seconds), what=one_line(narrate(moment))))
    yield from _phase(phase, seen)


def _phase(name: str, seen: Sequence[str]) -> Iterator[Part]:
    if seen:
        left = len(seen) - EACH
        more = [trn("({n} more before)", "({n} more before)", left)] if left > 0 else []
        head = tr("So far: {phase}", phase=one_line(name)) if name else tr("So far")
        yield Part(head, (*more, *seen[-EACH:]))


def _present(view: View) -> Iterator[str]:
    for party in view.parties.values():
        seats = series(f"{view.seats[s].name} ({people(view, s)})" for s in party.seats if s in view.seats)
        name = words.party_line(party) if party.decides else one_line(party.short)
        yield tr("{party}: {seats}", party=name, seats=seats)


def _table(view: View) -> Iterator[str]:
    if view.outcome is not None:
        yield tr("The talks ended: {kind}.", kind=named(view.outcome.kind))
    for offered in view.packages:
        package = offered.package
        if package.state in ("tabled", "agreed"):
            state = named(package.state)
            yield tr("{state}: {package}", state=state, package=words.package_line(view, package))
    if view.text.version:
        yield tr("{title}: version {n}, {state}.", title=view.text.title, n=view.text.version,
                 state=named(view.text.state))  # fmt: skip
    for text in view.texts.values():
        if text.version:
            yield tr("{title}: version {n}, {state}.", title=text.title, n=text.version, state=named(text.state))


def _waiting(view: View) -> Iterator[str]:
    unread = sum(not paper.opened for paper in view.papers)
    found = [one.text for one in waits(view, unread)]
    yield from found or [tr("Nothing waits for you.")]


def _papers(view: View) -> Iterator[str]:
    yield tr("Your brief, your party's brief and what everybody knows: b at your seat.")
    for paper in view.papers:
        yield tr("{time}  {title}, pane 8", time=words.hms(paper.seconds), title=one_line(paper.title))


def shown(parts: Sequence[Part]) -> Content:
    """The page on the screen."""
    blocks = [words.stack([words.head(part.head), *(safe(f"• {line}") for line in part.lines)]) for part in parts]
    return words.stack(blocks, "\n\n")


def as_text(parts: Sequence[Part]) -> str:
    """The page as plain text."""
    return "\n\n".join("\n".join([clean(p.head), *(f"- {clean(line)}" for line in p.lines)]) for p in parts) + "\n"


def as_html(parts: Sequence[Part]) -> str:
    """The page to print, with nothing from elsewhere in it."""
    first, *rest = parts
    rows = [f"<h1>{_said(first.head)}</h1>", *(f"<p>{_said(line)}</p>" for line in first.lines)]
    for part in rest:
        rows += [f"<h2>{_said(part.head)}</h2>", "<ul>", *(f"<li>{_said(line)}</li>" for line in part.lines), "</ul>"]
    style = "body{font:11pt/1.35 sans-serif;max-width:44em;margin:2em auto}h1{font-size:16pt}h2{font-size:12pt}"
    return (
        f'<!doctype html>\n<html lang="{language()}">\n<meta charset="utf-8">\n<title>{_said(first.head)}</title>\n'
        f"<style>{style}</style>\n" + "\n".join(rows) + "\n</html>\n"
    )


def _said(text: str) -> str:
    return escape(clean(text))
