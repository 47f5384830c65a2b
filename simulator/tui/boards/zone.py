"""Table: issues by parties, and whether there is a zone of agreement now. For exercise control alone."""

from dataclasses import dataclass

from textual.content import Content

from scenarios.texts import number, tr, trc, trn
from scoring.counting import Count
from scoring.sentences import figure
from scoring.zone import Counted, Room, Within
from simulator.engine import View
from simulator.engine.session import Package
from simulator.engine.view.shapes import IssueView, PackageView, WorthView
from simulator.tui.boards import better, names
from simulator.tui.boards.line import cell, clock, issue_title, option, page, paragraph, row, series, short, told, words
from simulator.tui.boards.worth import linked

ZONE, BETTER, HEAD = "zone", "better", "head"
"""The rows before the issues."""
COLUMN = 8
"""Cells of a party's column."""
STATE = 10
SAME, MOVED, SILENT = "=", "~", "·"
"""What a party said of an issue: the same as ever, something else than before, nothing."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the board shows besides the view."""

    counted: Counted | None = None
    """What was counted last; None where nothing was yet."""
    at: float = 0.0
    """The play second as of which it was counted."""
    counting: bool = False
    """Whether something newer is being counted."""
    first: int = 0
    """The first party whose column is shown."""
    width: int = 78


def parties(view: View) -> tuple[str, ...]:
    """The columns: who decides, then who has a score sheet or said a position."""
    deciding = [name for name, party in view.parties.items() if party.decides]
    heard = {party for issue in view.issues.values() for party in issue.positions}
    return (*deciding, *(name for name in view.parties if name in heard and name not in deciding))


def room_for(width: int) -> tuple[int, int]:
    """The cells of an issue's title, and how many parties' columns fit beside it."""
    title = 20 if width < 90 else 30
    return title, max(1, (width - title - STATE - 2) // (COLUMN + 1))


def standing(view: View) -> PackageView | None:
    """The package that stands and came last."""
    found = [p for p in view.packages if p.package.state in ("tabled", "agreed")]
    return found[-1] if found else None


def rows(view: View, shown: Shown) -> list[tuple[str, Content]]:
    """The zone, the better package, the heads of the columns, and an issue a row."""
    title, many = room_for(shown.width)
    columns = parties(view)[shown.first : shown.first + many]
    last = standing(view)
    heads = row(
        cell(_gives(last.package if last else None), title + 1 + STATE, "bold"),
        *(cell(f" {short(view, party)}", COLUMN, "bold") for party in columns),
    )
    return [
        (ZONE, row(cell(tr("Zone now"), 14, "bold"), words(_zone(shown)))),
        (BETTER, row(cell(tr("Better"), 14, "bold"), words(better.in_short(view, shown.counted)))),
        (HEAD, row(heads, words(_more(view, shown, many), "dim"))),
        *(
            (f"issue:{name}", _issue(view, issue, columns, last.package if last else None, title))
            for name, issue in view.issues.items()
        ),
    ]


def _gives(package: Package | None) -> str:
    if package is None:
        return tr("No package stands")
    return tr("No. {number} gives, of weight", number=package.number)


def _more(view: View, shown: Shown, many: int) -> str:
    """How many columns are out of sight."""
    before, after = shown.first, len(parties(view)) - shown.first - many
    signs = ((f"< {before}" if before > 0 else ""), (f"{after} >" if after > 0 else ""))
    return " ".join(sign for sign in signs if sign)


def _issue(view: View, issue: IssueView, columns: tuple[str, ...], package: Package | None, title: int) -> Content:
    return row(
        cell(issue.title, title),
        cell(names.issue_state(issue.state), STATE),
        *(cell(_cell(view, issue, party, package), COLUMN) for party in columns),
    )


def _cell(view: View, issue: IssueView, party: str, package: Package | None) -> str:
    """How a party moved on an issue, and what the package gives it there of the weight that it has."""
    sheet = view.control.worth.get(party) if view.control else None
    mark = _moved(view, issue, party)
    if sheet is None or issue.id not in sheet.issues:
        return mark
    worth = sheet.issues[issue.id]
    if package is None:
        return f"{mark}  -/{worth.weight}"
    chosen = package.terms.get(issue.id, issue.default)
    if chosen not in worth.points:
        return f"{mark}  ?/{worth.weight}"
    return f"{mark}{figure(worth.weight * worth.points[chosen] / 100, 0):>3}/{worth.weight}"


def _moved(view: View, issue: IssueView, party: str) -> str:
    """Whether a party says or offers on an issue something else than at first."""
    position = issue.positions.get(party)
    offered = [
        p.package.terms[issue.id]
        for p in view.packages
        if p.package.party == party and not p.package.floated and issue.id in p.package.terms
    ]
    if position is None and not offered:
        return SILENT
    return MOVED if (position is not None and position.changed) or len(set(offered)) > 1 else SAME


# -- the zone ---------------------------------------------------------------------------------------------------------


def counted_many(count: Count) -> str:
    """A number of packages, or its bounds."""
    if count.exact:
        return trn("{n} package", "{n} packages", count.low)
    return tr("{low} to {high} packages", low=number(count.low), high=number(count.high))


def age(view: View, shown: Shown) -> str:
    """Since when what is shown is true, and whether something newer comes."""
    if shown.counted is None:
        return tr("counting…") if shown.counting else tr("not counted yet")
    old = clock(max(0.0, view.clock.seconds - shown.at))
    if shown.counting:
        return tr("counting… what is shown is {time} old", time=old)
    return tr("counted {time} ago; nothing that counts has changed since", time=old)


def _zone(shown: Shown) -> str:
    counted = shown.counted
    if counted is None:
        return tr("counting…")
    if counted.why_not:
        return tr("cannot be counted; Enter or Tab says why")
    if not counted.room or not counted.table.scenario.deciding():
        return tr("nobody decides in this case")
    waits = tr(" (counting…)") if shown.counting else ""
    board, case = counted.room[Within.BOARD].acceptable, counted.room[Within.CASE].acceptable
    if not case.high:
        return tr("NONE: no package of the case could be signed by all") + waits
    said = tr("all could sign {n} of the board, {many} of the case", n=_bare(board), many=_bare(case))
    return said + waits


def _bare(count: Count) -> str:
    return number(count.low) if count.exact else f"{number(count.low)}–{number(count.high)}"


def detail(view: View, name: str | None, shown: Shown) -> Content:
    """The zone in full, the better package, what the signs mean, or an issue party by party."""
    kind, _, rest = (name or "").partition(":")
    if kind == "issue" and rest in view.issues:
        return _positions(view, view.issues[rest])
    if kind == HEAD:
        return _legend()
    counted = shown.counted
    status = words(age(view, shown), "dim")
    if counted is None:
        return status
    if counted.why_not:
        return page(status, _missing(view, counted))
    if kind == BETTER:
        return page(status, better.in_full(view, counted))
    return page(
        status,
        better.values(view, counted),
        _rooms(counted),
        better.distance(view, counted),
        better.affected(view, counted),
        paragraph(tr("With caution"), words(better.caution())),
    )


def _missing(view: View, counted: Counted) -> Content:
    gaps = [
        words("• " + told(short(view, party), series(issue_title(view, issue) for issue in issues)))
        for party, issues in counted.table.missing.items()
    ]
    return page(
        words(tr("Packages cannot be compared: {why}.", why=counted.why_not)),
        paragraph(tr("Without points in the case"), Content("\n").join(gaps)) if gaps else None,
    )


def _rooms(counted: Counted) -> Content:
    said = {
        Within.BOARD: tr("with the options on the board"),
        Within.KNOWN: tr("with what somebody knows as well"),
        Within.CASE: tr("with all options of the case"),
    }
    found = [words("• " + _room(said[within], room)) for within, room in counted.room.items()]
    return paragraph(tr("Zone of agreement: packages that every side could sign now"), Content("\n").join(found))


def _room(made: str, room: Room) -> str:
    return tr("{made}: {many} of {all}", made=made, many=counted_many(room.acceptable), all=number(room.packages))


def _legend() -> Content:
    signs = (
        (SAME, tr("says and offers the same as at first")),
        (MOVED, tr("has moved: says or offers something else than at first")),
        (SILENT, tr("has said nothing of it yet")),
        ("12/20", tr("points that the package gives on this issue, of the most that it can give")),
        ("-/20", tr("no package stands")),
        ("?/20", tr("the party does not know this option")),
    )
    return page(
        words(tr("What the signs mean"), "bold"),
        Content("\n").join([row(cell(sign, 6), words(said)) for sign, said in signs]),
        words(tr("< and > move the columns where there are more parties than room.")),
    )


# -- an issue party by party ------------------------------------------------------------------------------------------


def _positions(view: View, issue: IssueView) -> Content:
    return page(
        words(issue.question, "bold"),
        words(tr("State: {state}", state=names.issue_state(issue.state))),
        *(_party(view, issue, party) for party in parties(view)),
    )


def _party(view: View, issue: IssueView, party: str) -> Content:
    position = issue.positions.get(party)
    sheet = view.control.worth.get(party) if view.control else None
    said = [words(position.text if position else tr("No position in public."))]
    if position is not None and position.changed:
        said.append(words(trn("Said something else {n} time before.", "Said something else {n} times before.",
                              position.changed)))  # fmt: skip
    if sheet is not None and issue.id in sheet.issues:
        said += _given(view, issue, sheet)
    return Content("\n").join([words(f"{_moved(view, issue, party)} {short(view, party)}", "bold"), *said])


def _given(view: View, issue: IssueView, sheet: WorthView) -> list[Content]:
    """What each package that stands gives a party on an issue."""
    worth = sheet.issues[issue.id]
    found = []
    for shown in view.packages:
        package = shown.package
        if package.state not in ("tabled", "agreed"):
            continue
        chosen = package.terms.get(issue.id, issue.default)
        if chosen in worth.points:
            points = figure(worth.weight * worth.points[chosen] / 100, 1)
        else:
            points = trc("points of a package", "unknown")
        label = option(view, issue.id, chosen)
        found.append(
            words(
                tr(
                    "  No. {number}: {option} = {points} of {weight}",
                    number=package.number,
                    option=label,
                    points=points,
                    weight=worth.weight,
                )
            )
        )
    found += [
        words(tr("• {party}, together: {options}", party=short(view, sheet.party), options=linked(view, link)))
        for link in sheet.linkages
        if issue.id in link.options
    ]
    return found
