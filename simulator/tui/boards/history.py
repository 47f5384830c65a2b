"""History: how each clause of a text came to read as it does, from the view alone; for the console and for seats."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from textual.content import Content

from scenarios.texts import tr, trn
from simulator.engine import Moment, View
from simulator.engine import events as e
from simulator.engine.view.shapes import TextView
from simulator.tui.boards import names
from simulator.tui.boards.line import cell, clock, page, row, series, told, who, words
from simulator.tui.boards.texts import every, place, prefix
from simulator.tui.boards.wording import changes, side_by_side

Narrator = Callable[[Moment], str]
SPARKS = "▁▂▃▄▅▆▇█"
POINTS = 24
"""Points in time of a line of brackets."""
BESIDE = 100
"""Columns from which two versions stand side by side."""


def shown(view: View) -> bool:
    """Whether a text has any history."""
    return any(view.drafting.values())


@dataclass(slots=True)
class Entry:
    """One thing that happened with a clause."""

    moment: Moment
    version: int
    before: str | None = None
    """The words that it changed; None where it changed none."""
    after: str = ""


@dataclass(slots=True)
class Course:
    """What happened with one clause, oldest first."""

    entries: list[Entry] = field(default_factory=list)
    wording: str = ""
    brackets: dict[int, str] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)


def courses(view: View, text: TextView) -> dict[str, Course]:
    """What happened with each clause of a text."""
    found = {clause.id: Course(wording=text.begun.get(clause.id, "")) for clause in text.clauses}
    version = 1 if text.begun else 0
    for moment in view.drafting.get(text.id, ()):
        event = moment.event
        match event:
            case e.VersionIssued():
                version = event.version
                for name, draft in event.clauses.items():
                    course = found.setdefault(name, Course())
                    after = words_of(view, text, name, draft.option, draft.wording)
                    if after != course.wording or not course.entries:
                        course.entries.append(Entry(moment, version, course.wording, after))
                        course.wording = after
            case e.ReadingClosed():
                for name in event.clean:
                    found.setdefault(name, Course()).entries.append(Entry(moment, version))
            case (
                e.ClauseCommented()
                | e.ClauseBracketed()
                | e.BracketLifted()
                | e.BracketNarrowed()
                | e.BracketSupported()
                | e.FootnoteAdded()
                | e.ClauseReferred()
                | e.ClauseParked()
            ):
                _happened(view, text, found.setdefault(event.clause, Course()), moment, version)
            case e.ReferralAnswered():
                if event.clause is not None:
                    found.setdefault(event.clause, Course()).entries.append(Entry(moment, version))
    return found


def _happened(view: View, text: TextView, course: Course, moment: Moment, version: int) -> None:
    """What happened in a clause: with the words that it changed, where it changed some."""
    event = moment.event
    entry = Entry(moment, version)
    match event:
        case e.ClauseBracketed():
            outer = course.wording if event.inside is None else course.brackets.get(event.inside, "")
            said = words_of(view, text, event.clause, event.option, event.wording)
            course.brackets[event.bracket] = said
            course.open.add(event.bracket)
            if said:
                entry.before, entry.after = outer, said
        case e.BracketNarrowed():
            said = words_of(view, text, event.clause, event.option, event.wording)
            entry.before, entry.after = course.brackets.get(event.bracket, ""), said
            course.brackets[event.bracket] = said
        case e.BracketLifted():
            course.open.discard(event.bracket)
            said = words_of(view, text, event.clause, event.option, event.wording)
            if said and said != course.wording:
                entry.before, entry.after = course.wording, said
                course.wording = said
    course.entries.append(entry)


def words_of(view: View, text: TextView, clause: str, option: str | None, wording: str) -> str:
    """Words of one's own, or those of an option, as far as this seat knows them."""
    if wording or option is None:
        return wording
    now = next((c for c in text.clauses if c.id == clause), None)
    if now is not None and now.clause.option == option and now.text:
        return now.text
    issue = view.issues.get(now.issue) if now is not None and now.issue else None
    known = next((o for o in issue.options if o.id == option), None) if issue else None
    return (known.text or known.label) if known is not None else tr("an option not known here")


# -- rows -------------------------------------------------------------------------------------------------------------


def rows(view: View) -> list[tuple[str, Content]]:
    """Each text with its open brackets over time, and its clauses with what happened to them."""
    listed: list[tuple[str, Content]] = []
    for text in every(view):
        if not text.clauses and not view.drafting.get(text.id):
            continue
        listed.append((f"{prefix(text)}/", _heading(view, text)))
        found = courses(view, text)
        listed += [
            (
                f"{prefix(text)}{clause.id}",
                _row(clause.heading, names.clause_state(clause.clause.state), found[clause.id]),
            )
            for clause in text.clauses
        ]
    return listed


def _heading(view: View, text: TextView) -> Content:
    many = counts(view, text)
    title = text.title if view.texts else tr("Version {number}", number=text.version)
    now = many[-1] if many else 0
    most = max(many, default=0)
    brackets = tr("open brackets {line} now {n}, most {most}", line=spark(many), n=now, most=most) if many else ""
    return row(cell(title, 20, "bold"), words(brackets))


def _row(heading: str, state: str, course: Course) -> Content:
    changed = sum(
        1 for entry in course.entries if entry.before is not None and isinstance(entry.moment.event, e.VersionIssued)
    )
    said = series(
        (
            trn("{n} wording", "{n} wordings", changed) if changed else "",
            trn("{n} bracket", "{n} brackets", len(course.brackets)) if course.brackets else "",
            trn("{n} open", "{n} open", len(course.open)) if course.open else "",
        )
    )
    last = clock(course.entries[-1].moment.seconds) if course.entries else ""
    return row(cell("", 1), cell(heading, 30), cell(state, 10), cell(last, 8), words(said))


def counts(view: View, text: TextView) -> list[int]:
    """How many brackets were open at evenly spread moments from the first event of a text until now."""
    steps = list(_steps(view, text))
    if not steps:
        return []
    start, end = steps[0][0], max(view.clock.seconds, steps[-1][0])
    found = []
    for point in range(POINTS):
        at = start + (end - start) * (point + 1) / POINTS
        found.append(next((many for seconds, many in reversed(steps) if seconds <= at), 0))
    return found


def _steps(view: View, text: TextView) -> Iterator[tuple[float, int]]:
    """Play seconds, and how many brackets were open from then on."""
    still: set[tuple[str, int]] = set()
    for moment in view.drafting.get(text.id, ()):
        event = moment.event
        if isinstance(event, e.ClauseBracketed):
            still.add((event.clause, event.bracket))
        elif isinstance(event, e.BracketLifted):
            still.discard((event.clause, event.bracket))
        yield moment.seconds, len(still)


def spark(values: list[int]) -> str:
    """A line of small bars."""
    most = max(values, default=0)
    return "".join(SPARKS[0] if not most else SPARKS[value * (len(SPARKS) - 1) // most] for value in values)


# -- a clause, or a text ----------------------------------------------------------------------------------------------


def detail(view: View, name: str | None, narrate: Narrator, width: int = 78) -> Content:
    """What happened with a clause, oldest first, with what changed word by word; or with a text as a whole."""
    here = place(view, name or "")
    if not view.drafting.get(here.text.id) and here.clause is None:
        return words(tr("Nothing has happened with this text yet."))
    if here.clause is None:
        return _whole(view, here.text, narrate)
    course = courses(view, here.text).get(here.clause.id, Course())
    told_ = [_entry(view, entry, narrate, width) for entry in course.entries]
    return page(
        words(here.clause.heading, "bold"),
        words("[-{}-] {{+{}+}}".format(tr("taken out"), tr("put in")), "dim")
        if any(entry.before for entry in course.entries)
        else None,
        *(told_ or [words(tr("Nothing has happened with this clause yet."))]),
    )


def _said(view: View, entry: Entry, narrate: Narrator) -> str:
    """What happened, of this clause alone."""
    match entry.moment.event:
        case e.VersionIssued() as issued:
            if issued.package is not None:
                return tr(
                    "{seat} issued version {n} of it, from package {package}.",
                    seat=who(view, issued.by),
                    n=issued.version,
                    package=issued.package,
                )
            return tr("{seat} issued version {n} of it.", seat=who(view, issued.by), n=issued.version)
        case e.ReadingClosed() as closed:
            return tr("Clean at the end of the reading of version {n}.", n=closed.version)
    return narrate(entry.moment)


def _entry(view: View, entry: Entry, narrate: Narrator, width: int) -> Content:
    head = row(
        cell(clock(entry.moment.seconds), 8, "bold"),
        cell(tr("v{n}", n=entry.version) if entry.version else "", 4, "dim"),
        words(_said(view, entry, narrate)),
    )
    if entry.before is None:
        return head
    if not entry.before:
        return Content("\n").join([head, words(told("   +", entry.after))])
    parts = [head, changes(entry.before, entry.after)]
    if width >= BESIDE and isinstance(entry.moment.event, e.VersionIssued):
        parts.append(side_by_side(entry.before, entry.after, width))
    return Content("\n").join(parts)


def _whole(view: View, text: TextView, narrate: Narrator) -> Content:
    """What happened with a text as a whole: versions, readings, adoption."""
    many = counts(view, text)
    said = [
        row(cell(clock(m.seconds), 8, "bold"), words(narrate(m)))
        for m in view.drafting.get(text.id, ())
        if isinstance(
            m.event,
            e.VersionIssued
            | e.ReadingClosed
            | e.AdoptionOpened
            | e.AdoptionAnswered
            | e.TextReferred
            | e.TextAdopted
            | e.AdoptionFailed
            | e.PositionExplained,
        )
    ]
    line = (
        tr("Open brackets from {first} to {last}: {line}", first=many[0], last=many[-1], line=spark(many))
        if many
        else ""
    )
    return page(words(text.title, "bold"), words(line), Content("\n").join(said))
