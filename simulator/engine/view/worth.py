"""The score sheet of a deciding party, and what packages are worth on it."""

from collections.abc import Mapping

from simulator.engine.instructions import instruction
from simulator.engine.session import Session
from simulator.engine.view.shapes import IssueWorth, Linked, PackageView, RedLine, WorthView


def worth(session: Session, party: str, now: float) -> WorthView:
    """The sheet of a deciding party, with the options that it knows."""
    written = session.scenario.parties[party]
    told = instruction(session, party, now)
    return WorthView(
        party=party,
        issues={
            name: IssueWorth(
                weight=values.weight,
                points={o: p for o, p in values.options.items() if _known(session, party, name, o)},
                curve=values.linear or values.peak or values.steps or None,
                unit=span.unit if (span := session.scenario.issues[name].range) else None,
            )
            for name, values in written.values.items()
        },
        reservation=float(told.reservation),
        red_lines=tuple(
            RedLine(line.barred, line.unless if _knows_all(session, party, line.unless) else {})
            for line in told.red_lines
            if _knows_all(session, party, line.barred)
        ),
        batna=written.batna or "",
        linkages=tuple(
            Linked(link.options, link.points)
            for link in written.linkages
            if all(_known(session, party, i, o) for i, o in link.options.items())
        ),
    )


def _knows_all(session: Session, party: str, options: Mapping[str, str]) -> bool:
    return all(_known(session, party, issue, option) for issue, option in options.items())


def _known(session: Session, party: str, issue: str, option: str) -> bool:
    state = session.issues[issue]
    default = session.scenario.issues[issue].default
    return option in state.board or option == default or party in state.known.get(option, frozenset())


def packages(session: Session, sheet: WorthView | None) -> tuple[PackageView, ...]:
    """The packages on the table, oldest first, valued where the seat has a sheet."""
    defaults = {name: issue.default for name, issue in session.scenario.issues.items()}
    found: list[PackageView] = []
    for package in session.packages.values():
        points = sheet.points(package.terms, defaults) if sheet else None
        crossed = sheet.crossed(package.terms) if sheet else ()
        acceptable = None
        if sheet is not None and points is not None:
            acceptable = points >= sheet.reservation and not crossed
        found.append(PackageView(package, points, crossed, acceptable))
    return tuple(found)
