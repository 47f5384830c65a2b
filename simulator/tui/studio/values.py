"""Values: what every option is worth to every party that decides, and what that does to the exercise."""

from collections.abc import Mapping

from textual.content import Content

from scenarios.model import IssueValues, Party, Scenario
from scenarios.texts import listing, tr, trc
from scoring.sentences import figure
from simulator.tui.boards.line import cell, page, paragraph, points, row, told, words
from simulator.tui.studio import naming
from simulator.tui.studio.known import Known

LABEL = 30
"""Columns of an option's label where there is room."""
MOST_LISTED = 12
"""Options of a counted issue that get a row each; of more, some evenly taken ones do."""
CROSSED, DEFAULT = "✗", "="


def rows(known: Known, width: int) -> list[tuple[str, Content]]:
    """A row of parties, then an issue with its weights, then a row an option with its points."""
    case = known.case
    if case is None:
        return []
    valued = _valued(case)
    label, column = _columns(width, len(valued))
    # Translators: the row that tells what the values do to the exercise.
    found = [("facts", row(cell(trc("values", "Facts"), label, "bold"), *_heads(valued, column)))]
    for issue, written in case.issues.items():
        weights = [cell(_weight(party, issue), column) for party in valued.values()]
        found.append((f"issues.{issue}", row(cell(written.title, label, "bold"), *weights)))
        for option in shown(tuple(written.options)):
            sign = DEFAULT if option == written.default else " "
            name = row(cell(sign, 1), cell(written.options[option].label, label - 2))
            cells = [cell(_points(party, issue, option), column) for party in valued.values()]
            found.append((f"issues.{issue}.options.{option}", row(name, *cells)))
    return found


def shown(options: tuple[str, ...]) -> tuple[str, ...]:
    """All options, or some of very many: the first, the last, and some between them."""
    if len(options) <= MOST_LISTED:
        return options
    last = len(options) - 1
    return tuple(dict.fromkeys(options[round(at * last / (MOST_LISTED - 1))] for at in range(MOST_LISTED)))


def _valued(case: Scenario) -> dict[str, Party]:
    """The parties that have values, those that decide first."""
    valued = {name: party for name, party in case.parties.items() if party.values}
    return dict(sorted(valued.items(), key=lambda pair: not pair[1].decides))


def _columns(width: int, parties: int) -> tuple[int, int]:
    """The columns of a label, and of a party."""
    column = max(5, min(12, (width - LABEL) // max(1, parties) - 1))
    return max(14, min(2 * LABEL, width - (column + 1) * parties - 1)), column


def _heads(valued: Mapping[str, Party], column: int) -> list[Content]:
    return [cell(party.short if party.decides else f"({party.short})", column, "bold") for party in valued.values()]


def _weight(party: Party, issue: str) -> str:
    return f"× {party.values[issue].weight}" if issue in party.values else "-"


def _points(party: Party, issue: str, option: str) -> str:
    given = party.values.get(issue, _NONE).options.get(option)
    crossed = any(line.get(issue) == option for line in party.red_lines)
    return f"{'-' if given is None else given}{f' {CROSSED}' if crossed else ''}"


def detail(known: Known, picked: str | None) -> Content:
    """What an option is worth to whom; then the facts."""
    case = known.case
    if case is None:
        return Content("")
    parts = (picked or "").split(".")
    signs = tr(
        "× weight of an issue; {crossed} red line; {default} holds by default; - no points.",
        crossed=CROSSED,
        default=DEFAULT,
    )
    about = None
    if len(parts) == 4 and parts[1] in case.issues:
        about = _option(case, parts[1], parts[3])
    elif len(parts) == 2 and parts[1] in case.issues:
        about = _issue(case, parts[1])
    return page(about, facts(known), words(signs, "italic"))


def _option(case: Scenario, issue: str, name: str) -> Content:
    written = case.issues[issue]
    found = []
    for party in _valued(case).values():
        values = party.values.get(issue, _NONE)
        given = values.options.get(name)
        if given is None:
            found.append(words(told(party.short, tr("no points"))))
            continue
        worth = tr(
            "{given} of 100 at weight {weight}: {worth}",
            given=given,
            weight=values.weight,
            worth=points(given * values.weight / 100),
        )
        found.append(words(told(party.short, worth)))
        for line in party.red_lines:
            if line.get(issue) == name:
                found.append(words("  " + tr("{sign} red line: {terms}", sign=CROSSED, terms=naming.terms(case, line))))
        for link in party.linkages:
            if link.options.get(issue) == name:
                gained = points(link.points, sign=True)
                together = naming.terms(case, link.options)
                found.append(words("  " + tr("{terms} together: {points}", terms=together, points=gained)))
    label = written.options[name].label if name in written.options else name
    return paragraph(told(written.title, label), Content("\n").join(found))


def _issue(case: Scenario, issue: str) -> Content:
    found = []
    for party in _valued(case).values():
        values = party.values.get(issue)
        if values is None:
            continue
        best = max(values.options, key=lambda name: values.options[name], default="")
        label = case.issues[issue].options[best].label if best in case.issues[issue].options else best
        said = tr("weight {weight}; best is {option}", weight=values.weight, option=f"“{label}”")
        found.append(words(told(party.short, said)))
    return paragraph(case.issues[issue].title, Content("\n").join(found))


def facts(known: Known) -> Content | None:
    """What the value tables do to the exercise, as sentences."""
    case, analysis = known.case, known.analysis
    if case is None:
        return None
    if known.unweighed:
        return words(tr("The values cannot be weighed: {why}.", why=known.unweighed))
    if analysis is None:
        if not case.deciding():
            return words(tr("No party decides, so there are no packages to weigh."))
        return words(tr("The values are weighed as soon as nothing is wrong with them."))
    from simulator.kit.value_facts import sentences

    said = [
        words("• " + (one if isinstance(one, str) else "".join(run.text for run in one)))
        for one in sentences(case, analysis)
    ]
    for name, reach in analysis.parties.items():
        if reach.best_acceptable is None:
            line = tr(
                "{party}: needs {least}; at best {best}, and nothing that all can sign",
                party=case.parties[name].short,
                least=figure(reach.reservation / 100, 1),
                best=figure(reach.best / 100, 1),
            )
        else:
            line = tr(
                "{party}: needs {least}; at best {best}, or {signed} in what all can sign",
                party=case.parties[name].short,
                least=figure(reach.reservation / 100, 1),
                best=figure(reach.best / 100, 1),
                signed=figure(reach.best_acceptable / 100, 1),
            )
        said.append(words("• " + line))
    nash = analysis.points.nash
    if nash is not None:
        worth = listing(
            tr("{party} {points}", party=case.parties[name].short, points=figure(raw / 100, 1))
            for name, raw in nash.values.items()
        )
        package = tr("; ").join(
            told(case.issues[issue].title, case.issues[issue].options[name].label)
            for issue, name in nash.package.items()
        )
        said.append(words("• " + tr("Nash would settle at {worth}: {package}.", worth=worth, package=package)))
    if known.analysis is not None and not known.analysis.exact:
        said.append(words("• " + tr("Some of these numbers are bounds: there are too many packages to look at all.")))
    return paragraph(tr("What the values do to the exercise"), Content("\n").join(said))


_NONE = IssueValues.model_construct(weight=0, options={}, linear=None, peak=None, steps=())
