"""Attendance: what every seat is doing, where it is open, and who holds everybody up."""

from collections.abc import Iterable, Sequence

from scenarios.texts import tr, trc, trn
from simulator.engine import TRAINER, View
from simulator.engine.waiting import Milestone, Owed
from simulator.engine.words import Consent, Source
from simulator.journal.presence import Terminal
from simulator.tui.boards.line import clock, issue_title, series, short, who

QUIET = 120.0
"""Seconds without a key after which a terminal is said to be quiet."""
MOST = 3
"""Names in a line before the rest are counted."""


def doing(view: View, seat: str) -> str:
    """What a seat is doing now; the most telling things first."""
    return series((*_talk(view, seat), *_owes(view, seat), *_elsewhere(view, seat)))


def _talk(view: View, seat: str) -> Iterable[str]:
    known = view.seats[seat]
    if known.left_role:
        yield trc("a seat", "left role")
        return
    for floor in view.floors.values():
        if floor.speaker == seat:
            yield tr("SPEAKS {time}", time=clock(view.clock.seconds - floor.since))
        elif seat in floor.queue:
            yield tr("waits to speak ({n})", n=floor.queue.index(seat) + 1)
    for caucus in view.caucuses:
        if caucus.state == "open" and seat in caucus.seats:
            others = [s for s in caucus.seats if s != seat and view.seats[s].party != known.party]
            since = clock(view.clock.seconds - caucus.opened)
            yield tr("in private with {seats} {time}", seats=_some(view, others), time=since)
    phase = view.clock.phase
    if phase is not None and phase.kind == "briefing" and known.source is not Source.EMPTY:
        yield trc("a seat", "ready") if known.ready else tr("not ready")


def _owes(view: View, seat: str) -> Iterable[str]:
    for one in view.control.owed if view.control else ():
        if one.seat == seat:
            yield owing(view, one)
        elif one.kind == "capital" and _asked(view, one) == seat:
            yield tr("waits for its capital")


def _elsewhere(view: View, seat: str) -> Iterable[str]:
    party = view.parties[view.seats[seat].party]
    if party.consent is Consent.SUSPENDED:
        yield tr("walked out")
    elif party.consent is Consent.OUT:
        yield tr("stays out")
    for body in view.bodies.values():
        if body.sits and party.id in body.away and party.consent not in (Consent.SUSPENDED, Consent.OUT):
            yield tr("out of {body}", body=body.name)


def owing(view: View, one: Owed) -> str:
    """What an answer is owed to, with its age."""
    said = {
        "invitation": tr("owes an answer: invitation {n}", n=one.name),
        "package": tr("owes an answer: package {n}", n=one.name),
        "adoption": tr("owes an answer: the text"),
        "pulse": tr("self-report not answered"),
        "capital": tr("a capital is asked (call {n})", n=one.name),
        "expert": tr("the expert is asked (call {n})", n=one.name),
    }[one.kind]
    if one.since is None:
        return said
    return tr("{what}, {time}", what=said, time=clock(max(0.0, view.clock.seconds - one.since)))


def _asked(view: View, one: Owed) -> str | None:
    return next((c.by for c in view.capital_calls if str(c.number) == one.name), None)


def opened(terminals: Sequence[Terminal], seat: str) -> str:
    """Where a seat is open: the number of its terminal, and for how long nobody has touched it; else locked."""
    there = [t for t in terminals if t.seat == seat]
    if not there:
        # Translators: a seat that is open at no terminal, at most 8 characters.
        return trc("a seat", "locked")
    terminal = min(there, key=lambda t: t.idle)
    # Translators: at which terminal a seat is open, at most 8 characters with the number.
    said = tr("term. {n}", n=terminal.number)
    return said + " " + tr("{n}m", n=int(terminal.idle // 60)) if terminal.idle >= QUIET else said


def waits(view: View) -> str:
    """Who holds everybody up, and for how long; empty where nobody does."""
    control = view.control
    if control is None or view.clock.phase is None or view.clock.state == "ended":
        return ""
    parts = [milestone(view, one) for one in control.milestones]
    parts += [_named(view, one) for one in control.owed if one.kind != "pulse"]
    unanswered = [one.seat for one in control.owed if one.kind == "pulse"]
    if unanswered:
        parts.append(tr("self-report: {seats}", seats=_some(view, unanswered)))
    if not parts:
        return ""
    age = clock(view.clock.phase_seconds)
    said = tr("; ").join(part for part in parts if part)
    return tr("Everybody waits for: {what} (phase since {time})", what=said, time=age)


def _named(view: View, one: Owed) -> str:
    name = tr("you") if one.seat == TRAINER else who(view, one.seat)
    return tr("{name}: {text}", name=name, text=owing(view, one))


def milestone(view: View, one: Milestone) -> str:
    """What the phase still has to reach, and by whom."""
    issues = series([issue_title(view, i) for i in one.issues[:MOST]])
    issues += tr(" and {n} more", n=len(one.issues) - MOST) if len(one.issues) > MOST else ""
    parties = series(short(view, p) for p in one.parties)
    said = {
        "ready": tr("ready: {names}", names=_some(view, one.seats)),
        "consent": tr("consent of {names}", names=parties),
        "agenda": tr("an agenda"),
        "framed": tr("framing of {names}", names=issues),
        "optioned": tr("two options on {names}", names=issues),
        "caucus_with": tr("a private meeting of the mediators with {names}", names=parties),
        "clauses_settled": tr("clauses that are clean, bracketed or parked"),
        "text_version": tr("a version of the text"),
        "package": tr("a package"),
        "outcome": tr("the outcome"),
        "pulses": tr("self-report: {seats}", seats=_some(view, one.seats)),
        "deroled": tr("leaving the role: {names}", names=_some(view, one.seats)),
    }
    return said.get(one.kind, "")


def _some(view: View, seats: Sequence[str]) -> str:
    """Some names, and how many more."""
    names = series(view.seats[s].name if s in view.seats else s for s in seats[:MOST])
    more = len(seats) - MOST
    return trn("{names} and {n} more", "{names} and {n} more", more, names=names) if more > 0 else names


def consoles(terminals: Sequence[Terminal]) -> str:
    """That another console is open, and which one plays the stand-ins; empty where this is the only one."""
    others = [t for t in terminals if t.seat == TRAINER and not t.here]
    if not others:
        return ""
    mine = next((t for t in terminals if t.here), None)
    number = others[0].number
    if mine is not None and mine.plays:
        return tr("Another console is open (terminal {n}); this one plays the stand-ins.", n=number)
    return tr("Another console is open (terminal {n}), and plays the stand-ins.", n=number)


def joined(terminals: Sequence[Terminal]) -> str:
    """How many terminals are open."""
    return trn("{n} terminal open", "{n} terminals open", len(terminals))
