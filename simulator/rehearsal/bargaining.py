"""How a party bargains: what it aims at, what it offers, and which change would make an offer good enough.

The aim falls from its own best package to its reservation over the time for talks, by a power of time (Faratin,
Sierra and Jennings, 1998). An offer gives way first where it costs little and the others ask for much.
"""

from collections.abc import Mapping

from simulator.engine import View
from simulator.engine.view import WorthView
from simulator.rehearsal.character import character, trust
from simulator.rehearsal.situation import chance, deciding, share
from simulator.rehearsal.soundings import sounding

Terms = Mapping[str, str]

_PRIDE = 36.0
"""Tuned on the flagship so that about one rehearsal in four ends without an agreement."""


def worth_of(view: View, terms: Terms) -> float | None:
    """Points of a package for the own party; None where it may not be agreed, whatever its points."""
    sheet = view.worth
    if sheet is None:
        return None
    points = sheet.points(terms, view.defaults())
    if points is None or sheet.crossed(terms):
        return None
    return points


def acceptable(view: View, terms: Terms) -> bool:
    """Whether a package is at or above the reservation and crosses no red line."""
    points = worth_of(view, terms)
    return points is not None and view.worth is not None and points >= view.worth.reservation


def best(view: View) -> Terms:
    """The own best package that crosses no red line, of options that the party knows."""
    sheet = view.worth
    assert sheet is not None
    known = _known(view, sheet)
    terms = {issue: max(known[issue], key=lambda option: sheet.issues[issue].points[option]) for issue in sheet.issues}
    terms = _together(view, sheet, known, terms)
    for line in sheet.red_lines:
        if not sheet.crossed(terms):
            break
        ways = [
            {**terms, issue: option}
            for issue in line.barred
            for option in known.get(issue, ())
            if option != line.barred[issue]
        ]
        ways = [way for way in ways if len(sheet.crossed(way)) < len(sheet.crossed(terms))]
        terms = max(ways, key=lambda way: sheet.points(way, way) or 0.0, default=terms)
    return terms


def _together(
    view: View, sheet: WorthView, known: Mapping[str, tuple[str, ...]], terms: dict[str, str]
) -> dict[str, str]:
    """Better terms, where options are worth something together: a linkage as a whole, or another option of an issue
    that one names. A climb, so the very best is not always found."""
    linked = {issue for link in sheet.linkages for issue in link.options}
    for _ in range(len(sheet.linkages)):
        ways = [
            {**terms, **link.options}
            for link in sheet.linkages
            if all(option in known.get(issue, ()) for issue, option in link.options.items())
        ]
        ways += [{**terms, issue: option} for issue in known if issue in linked for option in known[issue]]
        better = max(ways, key=lambda way: sheet.points(way, view.defaults()) or 0.0, default=terms)
        if (sheet.points(better, view.defaults()) or 0.0) <= (sheet.points(terms, view.defaults()) or 0.0):
            break
        terms = better
    return terms


def _known(view: View, sheet: WorthView) -> Mapping[str, tuple[str, ...]]:
    """The options with points that may stand in a package."""
    return {
        name: tuple(
            option.id for option in view.issues[name].options if not option.own_words and option.id in issue.points
        )
        for name, issue in sheet.issues.items()
    }


def aim(view: View) -> float:
    """The points that the party aims at now."""
    sheet = view.worth
    assert sheet is not None
    top = worth_of(view, best(view))
    if top is None or top <= sheet.reservation:
        return sheet.reservation
    least = sheet.reservation + pride(view)
    given: float = share(view) ** (1 / character(view).concession)
    return least + max(0.0, top - least) * (1 - given)


def pride(view: View) -> float:
    """Points above its reservation that a party still wants at the end: more in temper, less in trust."""
    return _PRIDE * max(0.0, character(view).temper - 0.3) * (1.15 - trust(view))


def wishes(view: View) -> Mapping[str, Mapping[str, float]]:
    """What all the other deciding parties seem to want, by issue and option."""
    own = view.party.id if view.party else ""
    others = [sounding(view, party) for party in deciding(view) if party != own]
    return {
        name: {
            option.id: sum(other.care[name] * other.wish[name].get(option.id, 0.5) for other in others)
            for option in issue.options
        }
        for name, issue in view.issues.items()
    }


def offer(view: View, floor: float) -> Terms | None:
    """A package of at least `floor` points that gives the others as much as it can; None where there is none."""
    sheet = view.worth
    assert sheet is not None
    known, wanted = _known(view, sheet), wishes(view)
    dice, defaults = chance(view, "offer"), view.defaults()
    terms = dict(best(view))
    if worth_of(view, terms) is None:
        return None
    for _ in range(4 * len(terms)):
        now = _linked(sheet, terms, defaults)
        steps: list[tuple[float, str, str]] = []
        for issue, present in terms.items():
            points = sheet.issues[issue]
            for option in known[issue]:
                gain = wanted[issue].get(option, 0.0) - wanted[issue].get(present, 0.0)
                if gain <= 0.02:
                    continue
                changed = {**terms, issue: option}
                value = worth_of(view, changed)
                if value is None or value < floor:
                    continue
                alone = points.weight * (points.points[present] - points.points[option])
                loss = max(0.0, (alone + 100 * (now - _linked(sheet, changed, defaults))) / 100)
                steps.append((gain / (loss + 1.0) * dice.uniform(0.7, 1.3), issue, option))
        if not steps:
            break
        _, issue, option = max(steps)
        terms[issue] = option
    return terms if acceptable(view, terms) else None


def _linked(sheet: WorthView, terms: Terms, defaults: Terms) -> int:
    return sum(link.points for link in sheet.together(terms, defaults))


def repair(view: View, terms: Terms, floor: float) -> tuple[str, str, bool] | None:
    """The change to a package that helps the party most for what it costs the others: issue, option, and whether it is
    enough to reach `floor`."""
    sheet = view.worth
    assert sheet is not None
    wanted, defaults = wishes(view), view.defaults()
    full = {**defaults, **terms}
    crossed = sheet.crossed(terms)
    barred = {issue for line in crossed for issue in line.barred}
    now = sheet.points(terms, defaults) or 0.0
    found: list[tuple[bool, float, str, str]] = []
    for issue, options in _known(view, sheet).items():
        if barred and issue not in barred:
            continue
        for option in options:
            changed = {**terms, issue: option}
            points = sheet.points(changed, defaults)
            if option == full[issue] or points is None or len(sheet.crossed(changed)) > len(crossed):
                continue
            if points <= now and not barred:
                continue
            enough = points >= floor and not sheet.crossed(changed)
            cost = wanted[issue].get(full[issue], 0.0) - wanted[issue].get(option, 0.0)
            gain = points - now
            found.append((enough, -cost * 20 + (0.3 if enough else 1.0) * gain, issue, option))
    if not found:
        return None
    enough, _, issue, option = max(found)
    return issue, option, enough
