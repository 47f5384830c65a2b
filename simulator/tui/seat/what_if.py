"""What if: any package changed issue by issue, and what each change is worth to the own party; nobody else sees it."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content

from scenarios.texts import tr, trn
from scoring.sentences import figure
from simulator.engine.view.shapes import IssueView, View, WorthView
from simulator.tui.boards import line
from simulator.tui.boards.line import cell, page, row, series
from simulator.tui.boards.texts import every
from simulator.tui.safe import one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.fields import Form, NotNow, Pick, Values
from simulator.tui.seat.pane import Row
from simulator.tui.seat.wishes.packages import TERM, terms_of, worth

Terms = Mapping[str, str]

FEW = 3
"""Changes that are listed under the form, so that its fields keep their room."""


@dataclass(frozen=True, slots=True)
class Start:
    """From what a try sets out."""

    id: str
    name: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class Try:
    """A package that somebody tries out, and what it set out from."""

    number: int
    start: Start
    terms: Terms


def why_not(view: View) -> str | None:
    """Why nothing can be tried here, or None."""
    return None if view.worth is not None else tr("Your seat has no score sheet: it values no package.")


def starts(view: View, pick: str | None, tries: tuple[Try, ...]) -> tuple[Start, ...]:
    """Every beginning that there is, the one of the picked row first, then the last try."""
    found = [Start(f"try:{t.number}", tr("My try {number}", number=t.number), t.terms) for t in reversed(tries)]
    found += [
        Start(
            f"package:{p.package.number}",
            tr("Package no. {number} of {party}", number=p.package.number,
               party=words.party_short(view, p.package.party)),
            p.package.terms,
        )
        for p in reversed(view.packages)
    ]  # fmt: skip
    text = {
        cl.issue: cl.clause.option
        for one in every(view)
        for cl in one.clauses
        if cl.issue in view.issues and cl.clause.option is not None
    }
    if text:
        found.append(Start("text", tr("The text as it stands"), {i: o for i, o in text.items() if i is not None}))
    found.append(Start("nothing", tr("Nothing settled yet"), {}))
    at = (pick or "").replace("ours:", "package:")
    return tuple(sorted(found, key=lambda s: s.id != at))


def form(view: View, start: Start, terms: Terms | None = None) -> Form:
    """A field an issue, each option with what it is worth to us; what it comes to is shown as one changes it."""
    sheet = view.worth
    if sheet is None:
        raise NotNow(why_not(view) or "")
    chosen = start.terms if terms is None else terms
    fields = tuple(_field(view, sheet, issue, chosen.get(issue.id)) for issue in view.issues.values())

    def live(values: Values) -> Content:
        now = terms_of(values)
        return words.stack([worth(view, now), *changes(view, start, now, FEW)])

    return Form(tr("What if? Set out from: {start}", start=start.name), fields, live=live, send=tr("Keep the try"))


def _field(view: View, sheet: WorthView, issue: IssueView, chosen: str | None) -> Pick:
    options = tuple(
        (o.id, tr("{option} ({points})", option=one_line(o.label), points=_part(sheet, issue.id, o.id)))
        for o in issue.options
        if not o.own_words
    )
    known = chosen if chosen in dict(options) else None
    default = words.option_label(issue, issue.default)
    label = tr("{issue}, at most {points}", issue=one_line(issue.title), points=line.points(_most(sheet, issue.id)))
    return Pick(
        TERM + issue.id,
        label,
        options,
        known,
        none=tr("left open: {option} ({points})", option=default, points=_part(sheet, issue.id, issue.default)),
    )


def _worth(sheet: WorthView, issue: str, option: str) -> float | None:
    """The points that an option adds to a package, where the own sheet has it."""
    table = sheet.issues.get(issue)
    points = None if table is None else table.points.get(option)
    return None if table is None or points is None else table.weight * points / 100


def _most(sheet: WorthView, issue: str) -> float:
    table = sheet.issues.get(issue)
    return 0.0 if table is None else table.weight * max(table.points.values(), default=0) / 100


def _part(sheet: WorthView, issue: str, option: str) -> str:
    points = _worth(sheet, issue, option)
    return tr("not on our sheet") if points is None else line.points(points)


def changes(view: View, start: Start, terms: Terms, most: int | None = None) -> list[Content]:
    """What is other than at the start, issue by issue, and what it gains or costs us together; no more than `most`."""
    sheet = view.worth
    changed = [i for i in view.issues if terms.get(i) != start.terms.get(i)]
    if sheet is None or not changed:
        return [words.quiet(tr("Nothing is changed against the start."))]
    before = sheet.points(start.terms, view.defaults())
    now = sheet.points(terms, view.defaults())
    many = trn("{n} issue changed", "{n} issues changed", len(changed))
    if before is not None and now is not None:
        many = tr("{changed}, {points} against the start", changed=many, points=_signed(now - before))
    return [words.head(many), *(safe(f"• {_change(view, sheet, i, start.terms, terms)}") for i in changed[:most])]


def _change(view: View, sheet: WorthView, issue: str, before: Terms, now: Terms) -> str:
    old, new = (_said(view, issue, terms.get(issue)) for terms in (before, now))
    a, b = (_worth(sheet, issue, terms.get(issue, view.issues[issue].default)) for terms in (before, now))
    said = tr("{issue}: {before} → {now}", issue=words.issue_title(view, issue), before=old, now=new)
    return said if a is None or b is None else series((said, _signed(b - a)))


def _said(view: View, issue: str, option: str | None) -> str:
    return tr("left open") if option is None else words.option_label(view.issues[issue], option)


def _signed(points: float) -> str:
    return line.points(round(points, 1), sign=True)


def rows(view: View, tries: tuple[Try, ...]) -> list[Row]:
    """The tries, the last first, above what is on the table."""
    return [(f"try:{t.number}", _row(view, t)) for t in reversed(tries)]


def _row(view: View, one: Try) -> Content:
    sheet = view.worth
    points = sheet.points(one.terms, view.defaults()) if sheet is not None else None
    crossed = sheet.crossed(one.terms) if sheet is not None else ()
    said = words.points(points)
    if crossed:
        said = trn("{points}, CROSSES {n} red line", "{points}, CROSSES {n} red lines", len(crossed), points=said)
    elif sheet is not None and points is not None:
        reservation = figure(sheet.reservation, 4)
        if points >= sheet.reservation:
            said = tr("{points}, at or above our {reservation}", points=said, reservation=reservation)
        else:
            said = tr("{points}, BELOW our {reservation}", points=said, reservation=reservation)
    # Translators: a package that only this seat sees and tries out, at most 14 characters.
    return row(cell(tr("MY TRY {number}", number=one.number), 14, "bold"), cell(one.start.name, 30), safe(said))


def detail(view: View, one: Try, keys: str) -> Content:
    """A try in full: its terms with what each is worth to us, what it comes to, and what was changed."""
    sheet = view.worth
    if sheet is None:
        return Content("")
    terms = [
        words.fact(
            words.issue_title(view, i),
            tr("{option} ({points})", option=_said(view, i, one.terms.get(i)),
               points=_part(sheet, i, one.terms.get(i, view.issues[i].default))),
        )
        for i in view.issues
    ]  # fmt: skip
    return page(
        words.stack([words.head(tr("My try {number}, set out from: {start}", number=one.number, start=one.start.name)),
                     words.quiet(tr("Nobody else sees it; it is gone when the seat locks."))]),
        words.stack(terms),
        worth(view, one.terms),
        words.stack(changes(view, one.start, one.terms)),
        safe(keys),
    )  # fmt: skip
