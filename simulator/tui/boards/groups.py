"""Groups: several sessions of one exercise, a row each, and what holds each of them up."""

from textual.content import Content

from scenarios.texts import tr, trc, trn
from simulator.engine import View
from simulator.engine.words import Consent
from simulator.tui.boards.line import STATES, cell, clock, page, paragraph, row, series, short, who, words
from simulator.tui.boards.seats import CONSENT
from simulator.tui.named import named


def heads() -> Content:
    """The heads of the columns."""
    return row(
        cell("", 3),
        cell(trc("head of a column", "Group"), 12),
        cell(trc("head of a column", "Clock"), 8),
        cell(trc("head of a column", "State"), 11),
        cell(trc("head of a column", "Phase"), 14),
        # Translators: minutes by which play is late; at most 5 characters.
        cell(trc("head of a column", "Late"), 5),
        # Translators: how many sides take part; at most 4 characters.
        cell(trc("head of a column", "In"), 4),
        # Translators: packages that stand; at most 5 characters.
        cell(trc("head of a column", "Pack."), 5),
        # Translators: open brackets; at most 4 characters.
        cell(trc("head of a column", "[ ]"), 4),
        words(trc("head of a column", "Waits"), ""),
    )


def line(view: View, name: str, marked: bool, trouble: str = "") -> Content:
    """A group in a row; one in which the stop word was said stands out."""
    stopped = view.clock.state == "stopped"
    deciding = [party for party in view.parties.values() if party.decides]
    inside = sum(1 for party in deciding if party.consent is Consent.IN)
    late = round(view.control.late / 60) if view.control else 0
    standing = sum(1 for p in view.packages if p.package.state in ("tabled", "agreed"))
    phase = view.clock.phase.name if view.clock.phase else ""
    waiting = waits(view)
    said = series((calls(view), *(waiting[:2])))
    if trouble:
        said = tr("NOT REACHED: {why}", why=trouble)
    content = row(
        "[x]" if marked else "[ ]",
        cell(name, 12, "bold"),
        cell(clock(view.clock.seconds), 8),
        cell(tr("STOP WORD") if stopped else tr(STATES.get(view.clock.state, view.clock.state)), 11),
        cell(named(view.outcome.kind) if view.outcome else phase, 14),
        cell(f"+{late}" if late else "", 5),
        cell(f"{inside}/{len(deciding)}", 4),
        cell(str(standing), 5),
        cell(str(brackets(view)), 4),
        words(said),
    )
    return content.stylize("bold reverse") if stopped else content


def brackets(view: View) -> int:
    """How many brackets are open in all texts."""
    return sum(len(c.clause.open_brackets) for text in (view.text, *view.texts.values()) for c in text.clauses)


def calls(view: View) -> str:
    """How often exercise control is waited for."""
    if view.control is None:
        return ""
    many = len(view.control.pending_capital) + len(view.control.pending_expert)
    return trn("{n} call for you", "{n} calls for you", many) if many else ""


def waits(view: View) -> list[str]:
    """Who waits for whom, most pressing first."""
    found = []
    for text in (view.text, *view.texts.values()):
        if text.state == "in_adoption":
            still = series(short(view, party) for party in text.entitled if party not in text.verdicts)
            if still:
                found.append(tr("adoption waits for {parties}", parties=still))
    for shown in view.packages:
        package = shown.package
        if package.state != "tabled" or package.floated:
            continue
        still = series(
            party.short
            for name, party in view.parties.items()
            if party.decides and name != package.party and name not in package.answers
        )
        if still:
            found.append(tr("no. {n} waits for {parties}", n=package.number, parties=still))
    for caucus in view.caucuses:
        if caucus.state in ("requested", "granted"):
            found.append(tr("{seat} waits for a private meeting", seat=who(view, caucus.caller)))
    found += [
        tr("{parties} out", parties=party.short)
        for party in view.parties.values()
        if party.decides and party.consent not in (Consent.IN, Consent.UNASKED)
    ]
    return found


def detail(view: View, name: str, trouble: str, said: str) -> Content:
    """A group in full: what it waits for, its sides, and what was asked of it last."""
    sides = [words(f"• {party.name}: {tr(CONSENT[party.consent])}") for party in view.parties.values() if party.decides]
    waiting = [words("• " + wait) for wait in (calls(view), *waits(view)) if wait]
    return page(
        words(name, "bold"),
        words(tr("STOP WORD: only this group stands still. Enter opens its console; X stops all."), "bold reverse")
        if view.clock.state == "stopped"
        else None,
        words(tr("It cannot be reached: {why}", why=trouble), "bold") if trouble else None,
        words(tr("Asked last: {said}", said=said)) if said else None,
        paragraph(tr("Waits"), Content("\n").join(waiting)) if waiting else words(tr("Nobody waits for anybody.")),
        paragraph(tr("Sides"), Content("\n").join(sides)),
    )
