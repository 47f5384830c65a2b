"""What usually happens, from the value tables: how much room there is, what unlocks it, where people go astray."""

from collections.abc import Mapping

from scenarios.model import Scenario
from scenarios.texts import listing, mark, percent, tr, trn
from scoring.analysis import Analysis, analyse
from scoring.preferences import NoValue, points
from scoring.tables import TooManyPackages
from simulator.kit.wording import points as said
from simulator.printing import Block, Bullets, Heading, Paragraph, Run, Table, Words

SOLUTIONS = {
    "nash": mark("Nash: the largest product of gains"),
    "kalai_smorodinsky": mark("Kalai-Smorodinsky: equal shares of what each could gain"),
    "egalitarian": mark("Egalitarian: the largest smallest gain"),
    "utilitarian": mark("Utilitarian: the largest sum"),
}
"""Where theory would settle."""


def value_facts(scenario: Scenario) -> tuple[Block, ...]:
    """Facts for the trainer; nothing where nobody decides, or where the tables are not complete or out of reach."""
    if not scenario.deciding():
        return ()
    try:
        analysis = analyse(scenario)
    except (NoValue, TooManyPackages):
        return ()
    return (
        Heading(tr("What usually happens")),
        Paragraph(tr("This follows from the value tables. Tell nobody before the debriefing.")),
        Bullets(tuple(sentences(scenario, analysis))),
        *_gains(scenario, analysis),
        *_packages(scenario, analysis),
    )


def sentences(scenario: Scenario, analysis: Analysis) -> list[Words]:
    """What the value tables make likely, one sentence each."""
    facts: list[Words] = []
    exact = "acceptable" not in analysis.bounds
    counted = trn("{n} package is possible.", "{n} packages are possible.", analysis.packages)
    if analysis.acceptable and exact:
        enough = trn(
            "{n} of them, {share}, is acceptable to every deciding party.",
            "{n} of them, {share}, are acceptable to every deciding party.",
            analysis.acceptable,
            share=percent(analysis.acceptable / analysis.packages, 1),
        )
        counted = f"{counted} {enough}"
    elif not analysis.acceptable:
        none = tr("None is acceptable to every deciding party: “no” is the sound result.")
        counted = f"{counted} {none}"
    facts.append(counted)
    if analysis.acceptable and "efficient_acceptable" not in analysis.bounds:
        facts.append(
            trn(
                "{n} acceptable package cannot be made better for one party without loss to another.",
                "{n} acceptable packages cannot be made better for one party without loss to another.",
                analysis.efficient_acceptable,
            )
        )
    for issue, option in analysis.forced.items():
        facts.append(_bridge(scenario, issue, option))
    facts.append(_middle(scenario, analysis))
    for harm in {(h.issue, h.option, h.words) for h in analysis.harms}:
        label = scenario.issues[harm[0]].options[harm[1]].label
        facts.append(tr("“{option}” would hurt people without a vote: {whom}", option=label, whom=harm[2]))
    return facts


def _bridge(scenario: Scenario, issue: str, option: str) -> Words:
    """An answer that every acceptable package has, and how it comes on the board."""
    written = scenario.issues[issue].options[option]
    said = tr(
        "Every acceptable package has “{option}” on {issue}.", option=written.label, issue=scenario.issues[issue].title
    )
    runs = [Run(said, bold=True)]
    if written.known_to is not None:
        knowing = listing(scenario.parties[party].short for party in written.known_to)
        runs.append(
            Run(" " + tr("It is not on the board when play begins; it is known to {parties}.", parties=knowing))
        )
    keys = [
        party.short
        for party in scenario.parties.values()
        if any(f"{issue}.{option}" in interest.unlocks for interest in party.interests.values())
    ]
    if keys:
        runs.append(Run(" " + tr("An interest of {parties} leads to it.", parties=listing(keys))))
    return tuple(runs)


def _middle(scenario: Scenario, analysis: Analysis) -> str:
    middle = analysis.middle
    if middle.acceptable is not None:
        return tr("Splitting every difference can be acceptable to all, with the right middle; trading does better.")
    short = [
        tr("{party} by {points}", party=scenario.parties[name].short, points=said(-points(raw)))
        for name, raw in middle.surplus.items()
        if raw < 0
    ]
    if short:
        return tr("The trap: splitting every difference falls short for {parties}.", parties=listing(short))
    return tr("The trap: splitting every difference is not acceptable to all.")


def _gains(scenario: Scenario, analysis: Analysis) -> tuple[Block, ...]:
    rows: list[tuple[Words, ...]] = [
        (
            scenario.parties[name].name,
            said(points(reach.reservation)),
            said(points(reach.best)),
            "–" if reach.best_acceptable is None else said(points(reach.best_acceptable)),
        )
        for name, reach in analysis.parties.items()
    ]
    # Translators: heads of the columns of a table of points.
    header = (tr("Party"), tr("Worse than none below"), tr("Best of all"), tr("Best that all accept"))
    return (Table(header, tuple(rows), (4, 2, 2, 2), numbers=(1, 2, 3)),)


def _packages(scenario: Scenario, analysis: Analysis) -> tuple[Block, ...]:
    """The packages at which theory would settle, each told once."""
    found: dict[tuple[tuple[str, str], ...], list[str]] = {}
    values: dict[tuple[tuple[str, str], ...], Mapping[str, int]] = {}
    for key, name in SOLUTIONS.items():
        solution = getattr(analysis.points, key)
        if solution is not None:
            package = tuple(solution.package.items())
            found.setdefault(package, []).append(tr(name))
            values[package] = solution.values
    if not found:
        return ()
    blocks: list[Block] = [Heading(tr("Where theory would settle"), 2)]
    for package, names in found.items():
        worth = tr(", ").join(
            tr("{party} {points}", party=scenario.parties[name].short, points=said(points(raw)))
            for name, raw in values[package].items()
        )
        blocks.append(Paragraph((Run(tr("; ").join(names), bold=True), Run(f" ({worth})"))))
        blocks.append(
            Bullets(
                tuple(
                    (
                        Run(tr("{title}: ", title=scenario.issues[issue].title), bold=True),
                        Run(scenario.issues[issue].options[option].label),
                    )
                    for issue, option in package
                )
            )
        )
    return tuple(blocks)
