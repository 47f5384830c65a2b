"""Offers: the issues and every package, with what it is worth to each deciding party."""

from textual.content import Content

from scenarios.texts import number, tr, trc, trn
from scoring.sentences import figure
from simulator.engine import View
from simulator.engine.session import Objection, Package
from simulator.engine.view.bodies import BodyView
from simulator.engine.view.shapes import IssueView, OptionView, WorthView
from simulator.tui.boards import names
from simulator.tui.boards.issues import left_out, listed_options
from simulator.tui.boards.kept import Kept
from simulator.tui.boards.line import (
    agenda_item,
    cell,
    clock,
    issue_title,
    option,
    page,
    paragraph,
    row,
    series,
    short,
    told,
    who,
    words,
)
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
    agendas = [(f"agenda:{'' if body.main else body.id}", _listed(view, body)) for body in _with_agenda(view)]
    return agendas + packages + [(f"issue:{name}", _issue(issue)) for name, issue in view.issues.items()]


def _with_agenda(view: View) -> list[BodyView]:
    """The first plenary, and the other bodies that sit now."""
    main = [body for body in view.bodies.values() if body.main]
    return main + [body for body in view.bodies.values() if body.sits and not body.main]


def _listed(view: View, body: BodyView) -> Content:
    if body.main:
        return row(cell(tr("Agenda"), 14, "bold"), words(_agenda(body)))
    return row(cell(tr("Agenda"), 14, "bold"), words(told(body.name, _agenda(body))))


def _agenda(body: BodyView) -> str:
    agenda = body.agenda
    if agenda.adopted is not None:
        return trc("the agenda", "imposed") if agenda.adopted.imposed else trc("the agenda", "adopted")
    if agenda.proposed:
        many = len(agenda.endorsed)
        return trn("proposed; agreed by {n} party", "proposed; agreed by {n} parties", many)
    return trc("the agenda", "none yet")


def _items(view: View, body: BodyView) -> Content:
    agenda = body.agenda
    items = agenda.adopted.issues if agenda.adopted is not None else agenda.proposed
    agreed = series(short(view, party) for party in sorted(agenda.endorsed))
    by = tr("Proposed by {seat}.", seat=who(view, agenda.proposer)) if agenda.proposer else ""
    endorsed = tr("Agreed by {parties}.", parties=agreed) if agreed else ""
    reason = agenda.adopted.reason if agenda.adopted is not None else ""
    away = series(
        tr("{party} for “{item}”", party=short(view, party), item=agenda_item(view, body.id, item))
        if item
        else short(view, party)
        for party, item in body.left.items()
    )
    sore = [
        words(told(item.title, item.trainer), "dim")
        for item in body.items.values()
        if item is not None and item.trainer
    ]
    return page(
        words(body.name, "bold") if not body.main else None,
        words(tr("Agenda: {state}", state=_agenda(body)), "bold"),
        words(f"{by} {endorsed}"),
        Content("\n").join(line for at, item in enumerate(items, 1) for line in _item(view, body, at, item)),
        words(reason),
        words(told(tr("Away"), away)) if away else None,
        Content("\n").join(sore) if sore else None,
    )


def _item(view: View, body: BodyView, at: int, item: str) -> list[Content]:
    """An item, how far it is, and what is said against it."""
    title = f"{at}. {agenda_item(view, body.id, item)}"
    if item == body.agenda.item:
        shown = row(words(title), words(trc("an item", "TAKEN UP"), "bold"))
    else:
        shown = words(tr("{item} (done)", item=title) if item in body.agenda.done else title)
    return [shown, *(words("   " + _objection(view, said)) for said in body.agenda.objections.get(item, ()))]


def _objection(view: View, said: Objection) -> str:
    party, reason = short(view, said.party), said.reason
    if said.wording:
        return tr("{party} objects: {reason} Asks for “{words}”.", party=party, reason=reason, words=said.wording)
    return tr("{party} objects: {reason}", party=party, reason=reason)


def _package(view: View, package: Package, width: int) -> Content:
    # Translators: a package, put forward without a commitment or by a party; at most 12 characters.
    kind = trc("a package", "floated") if package.floated else tr("by {party}", party=short(view, package.party))
    # Translators: the number of a package or a meeting, at most 6 characters.
    called = tr("No. {number}", number=package.number)
    lines = [row(cell(called, 6, "bold"), cell(kind, 12), cell(names.package_state(package.state), 10))]
    indent = lines[0].cell_length
    for worth in _tables(view):
        said = _worth(view, worth, package)
        if lines[-1].cell_length + 1 + said.cell_length > width and lines[-1].cell_length > indent:
            lines.append(Content(" " * indent))
        lines[-1] = row(lines[-1], said)
    return Content("\n").join(lines)


def _issue(issue: IssueView) -> Content:
    board = sum(1 for o in issue.options if o.on_board)
    there = trn("{board} of {n} on the board", "{board} of {n} on the board", len(issue.options), board=board)
    return row(cell(issue.title, 31), cell(names.issue_state(issue.state), 22), there)


def _tables(view: View) -> tuple[WorthView, ...]:
    return tuple(view.control.worth.values()) if view.control else ()


def _worth(view: View, worth: WorthView, package: Package) -> Content:
    points = worth.points(package.terms, view.defaults())
    if points is None:
        return words(f"{short(view, worth.party)} ?")
    crossed = worth.crossed(package.terms)
    good = points >= worth.reservation and not crossed
    # Translators: crosses a red line, at most 4 characters.
    against = trc("a package", "✗RED") if crossed else ("≥" if good else "<") + figure(worth.reservation, 4)
    return words(f"{short(view, worth.party)} {number(points, 1)}{against}", "bold" if good else "")


def detail(view: View, name: str | None) -> Content:
    """A package term by term, or an issue with its options and positions."""
    kind, _, rest = (name or "").partition(":")
    if kind == "agenda":
        return page(*(_items(view, body) for body in _with_agenda(view) if rest == ("" if body.main else body.id)))
    if kind == "package":
        found = next((p.package for p in view.packages if str(p.package.number) == rest), None)
        return Content("") if found is None else _terms(view, found)
    if rest in view.issues:
        return _board(view, view.issues[rest])
    return words(tr("No package is on the table yet."))


def _terms(view: View, package: Package) -> Content:
    terms = [words("• " + told(issue_title(view, i), option(view, i, o))) for i, o in package.terms.items()]
    worth = []
    for table in _tables(view):
        points = table.points(package.terms, view.defaults())
        if points is None:
            said = trc("points of a package", "unknown")
        else:
            needed = figure(table.reservation, 4)
            said = tr("{points} of 100, needs {needed}", points=number(points, 2), needed=needed)
        if table.crossed(package.terms):
            said = tr("{points}; crosses a red line", points=said)
        worth.append(words("• " + told(short(view, table.party), said)))
        together = table.together(package.terms, view.defaults()) if points is not None else ()
        worth += [
            words(tr("• {party}, together: {options}", party=short(view, table.party), options=linked(view, link)))
            for link in together
        ]
    answers = [
        words("• " + told(short(view, party), told(names.answer(answer), text) if text else names.answer(answer)))
        for party, (answer, text) in package.answers.items()
    ]
    return page(
        words(
            tr(
                "Package {number}, {state}, tabled at {time}",
                number=package.number,
                state=names.package_state(package.state),
                time=clock(package.tabled),
            ),
            "bold",
        ),
        Content("\n").join(terms),
        lines(package.text) if package.text else None,
        paragraph(tr("Worth (confidential)"), Content("\n").join(worth)) if worth else None,
        paragraph(trc("heading", "Answers"), Content("\n").join(answers)) if answers else words(tr("No answer yet.")),
    )


def _board(view: View, issue: IssueView) -> Content:
    tables = [w for w in _tables(view) if issue.id in w.issues]
    options = [words(_option(o, default=o.id == issue.default)) for o in listed_options(issue)]
    more = left_out(issue)
    options += [words(f"({more})", "italic")] if more else []
    positions = [words("• " + told(short(view, party), p.text)) for party, p in issue.positions.items()]
    points = [words("• " + _sheet(view, issue.id, w)) for w in tables]
    points += [
        words(tr("• {party}, together: {options}", party=short(view, w.party), options=linked(view, link)))
        for w in tables
        for link in w.linkages
        if issue.id in link.options
    ]
    return page(
        words(issue.question, "bold"),
        words(tr("Contested: {reason}", reason=issue.contested)) if issue.contested else None,
        paragraph(trc("heading", "Options"), Content("\n").join(options)),
        paragraph(tr("Positions in public"), Content("\n").join(positions)) if positions else None,
        paragraph(tr("Worth (confidential)"), Content("\n").join(points)) if points else None,
    )


def _option(option: OptionView, default: bool) -> str:
    label = option.label if option.on_board else tr("(not on the board) {option}", option=option.label)
    label = tr("{option} (default)", option=label) if default else label
    return f"• {label}" if option.on_board else label


def _sheet(view: View, issue: str, table: WorthView) -> str:
    """The weight of an issue, and the points of its options in their order or the curve that gives them."""
    worth = table.issues[issue]
    points = series(f"{option(view, issue, o)} {n}" for o, n in worth.points.items() if o in listed(worth))
    said = tr("; ").join(part for part in (curve(worth), points) if part)
    return tr("{party}, weight {n}: {points}", party=short(view, table.party), n=worth.weight, points=said)
