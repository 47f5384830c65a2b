"""Offers: the issues and every package, with what it is worth to each deciding party."""

from textual.content import Content

from simulator.engine import View
from simulator.engine.session import Package
from simulator.engine.view.shapes import IssueView, IssueWorth, WorthView
from simulator.tui.boards.issues import left_out, listed_options
from simulator.tui.boards.kept import Kept
from simulator.tui.boards.line import cell, clock, count, issue_title, option, page, paragraph, row, short, who, words
from simulator.tui.boards.worth import curve, linked, listed
from simulator.tui.safe import lines


def rows(view: View, width: int = 78, kept: Kept | None = None) -> list[tuple[str, Content]]:
    """The packages, newest first, then the issues; a package's worth goes on in a second line where it must.

    `kept` spares the packages that are as they were, at the same width and with the same score sheets.
    """
    packages = (kept or Kept()).rows(
        ((f"package:{p.package.number}", p.package) for p in reversed(view.packages)),
        lambda package: _package(view, package, width),
        about=(width, _tables(view)),
    )
    agenda = [("agenda:", row(cell("Agenda", 12, "bold"), words(_agenda(view))))]
    return agenda + packages + [(f"issue:{name}", _issue(issue)) for name, issue in view.issues.items()]


def _agenda(view: View) -> str:
    agenda = view.agenda
    if agenda.adopted is not None:
        return "imposed" if agenda.adopted.imposed else "adopted"
    if agenda.proposed:
        return f"proposed; agreed by {count(len(agenda.endorsed), 'party', 'parties')}"
    return "none yet"


def _items(view: View) -> Content:
    agenda = view.agenda
    issues = agenda.adopted.issues if agenda.adopted is not None else agenda.proposed
    listed = [words(f"{at}. {issue_title(view, issue)}") for at, issue in enumerate(issues, 1)]
    agreed = ", ".join(short(view, party) for party in sorted(agenda.endorsed))
    by = f"Proposed by {who(view, agenda.proposer)}." if agenda.proposer else ""
    reason = agenda.adopted.reason if agenda.adopted is not None else ""
    return page(
        words(f"Agenda: {_agenda(view)}", "bold"),
        words(f"{by} {f'Agreed by {agreed}.' if agreed else ''}"),
        Content("\n").join(listed),
        words(reason),
    )


def _package(view: View, package: Package, width: int) -> Content:
    kind = "floated" if package.floated else f"by {short(view, package.party)}"
    lines = [row(cell(f"No. {package.number}", 6, "bold"), cell(kind, 12), cell(package.state, 10))]
    indent = lines[0].cell_length
    for worth in _tables(view):
        said = _worth(view, worth, package)
        if lines[-1].cell_length + 1 + said.cell_length > width and lines[-1].cell_length > indent:
            lines.append(Content(" " * indent))
        lines[-1] = row(lines[-1], said)
    return Content("\n").join(lines)


def _issue(issue: IssueView) -> Content:
    board = sum(1 for o in issue.options if o.on_board)
    return row(
        cell(issue.title, 31), cell(issue.state.replace("_", " "), 22), f"{board} of {len(issue.options)} on the board"
    )


def _tables(view: View) -> tuple[WorthView, ...]:
    return tuple(view.control.worth.values()) if view.control else ()


def _worth(view: View, worth: WorthView, package: Package) -> Content:
    points = worth.points(package.terms, view.defaults())
    if points is None:
        return words(f"{short(view, worth.party)} ?")
    crossed = worth.crossed(package.terms)
    good = points >= worth.reservation and not crossed
    sign = "✗RED" if crossed else "≥" if good else "<"
    tail = "" if crossed else f"{worth.reservation:g}"
    return words(f"{short(view, worth.party)} {points:.1f}{sign}{tail}", "bold" if good else "")


def detail(view: View, name: str | None) -> Content:
    """A package term by term, or an issue with its options and positions."""
    kind, _, rest = (name or "").partition(":")
    if kind == "agenda":
        return _items(view)
    if kind == "package":
        found = next((p.package for p in view.packages if str(p.package.number) == rest), None)
        return Content("") if found is None else _terms(view, found)
    if rest in view.issues:
        return _board(view, view.issues[rest])
    return words("No package is on the table yet.")


def _terms(view: View, package: Package) -> Content:
    terms = [words(f"• {issue_title(view, i)}: {option(view, i, o)}") for i, o in package.terms.items()]
    worth = []
    for table in _tables(view):
        points = table.points(package.terms, view.defaults())
        said = "unknown" if points is None else f"{points:.2f} of 100, needs {table.reservation:g}"
        crossed = "; crosses a red line" if table.crossed(package.terms) else ""
        worth.append(words(f"• {short(view, table.party)}: {said}{crossed}"))
        together = table.together(package.terms, view.defaults()) if points is not None else ()
        worth += [words(f"• {short(view, table.party)}, together: {linked(view, link)}") for link in together]
    answers = [
        words(f"• {short(view, party)}: {answer}{': ' + text if text else ''}")
        for party, (answer, text) in package.answers.items()
    ]
    return page(
        words(f"Package {package.number}, {package.state}, tabled at {clock(package.tabled)}", "bold"),
        Content("\n").join(terms),
        lines(package.text) if package.text else None,
        paragraph("Worth (confidential)", Content("\n").join(worth)) if worth else None,
        paragraph("Answers", Content("\n").join(answers)) if answers else words("No answer yet."),
    )


def _board(view: View, issue: IssueView) -> Content:
    tables = [w for w in _tables(view) if issue.id in w.issues]
    options = [
        words(f"{'•' if o.on_board else '(not on the board)'} {o.label}{' (default)' if o.id == issue.default else ''}")
        for o in listed_options(issue)
    ]
    more = left_out(issue)
    options += [words(f"({more})", "italic")] if more else []
    positions = [words(f"• {short(view, party)}: {p.text}") for party, p in issue.positions.items()]
    points = [words(f"• {short(view, w.party)}, {_sheet(view, issue.id, w.issues[issue.id])}") for w in tables]
    points += [
        words(f"• {short(view, w.party)}, together: {linked(view, link)}")
        for w in tables
        for link in w.linkages
        if issue.id in link.options
    ]
    return page(
        words(issue.question, "bold"),
        words(f"Contested: {issue.contested}") if issue.contested else None,
        paragraph("Options", Content("\n").join(options)),
        paragraph("Positions in public", Content("\n").join(positions)) if positions else None,
        paragraph("Worth (confidential)", Content("\n").join(points)) if points else None,
    )


def _sheet(view: View, issue: str, worth: IssueWorth) -> str:
    """The weight of an issue, and the points of its options in their order or the curve that gives them."""
    points = ", ".join(f"{option(view, issue, o)} {n}" for o, n in worth.points.items() if o in listed(worth))
    return f"weight {worth.weight}: " + "; ".join(part for part in (curve(worth), points) if part)
