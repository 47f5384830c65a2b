"""Where two reports dispose of the same thing differently."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scenarios.model import Scenario
from simulator.engine.session import ReportState
from simulator.engine.words import Settled


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Something of which several bodies dispose, and how it does not add up."""

    shared: str
    """The id under `shared`."""
    kind: str
    """`amount` where together they take more than there is; `date` where they name different days."""
    uses: Mapping[int, int]
    """What each report takes, or the day that it names, by the number of the report."""
    available: int | None


def contradictions(scenario: Scenario, reports: Iterable[ReportState]) -> tuple[Contradiction, ...]:
    """The contradictions between reports that were not returned or replaced.

    On an issue the latest word of a body counts, and for what was lifted that of the heads.
    """
    standing = [r for r in reports if r.state not in ("returned", "replaced")]
    found: list[Contradiction] = []
    for name, shared in scenario.shared.items():
        uses = {r.number: use for r in standing if (use := _use(scenario, r, standing, name)) is not None}
        if shared.kind == "date":
            against = len(set(uses.values())) > 1
        else:
            against = len(uses) > 1 and shared.available is not None and sum(uses.values()) > shared.available
        if against:
            found.append(Contradiction(name, shared.kind, uses, shared.available))
    return tuple(found)


def _use(scenario: Scenario, report: ReportState, standing: list[ReportState], name: str) -> int | None:
    """What a report takes of something in all, or the last day that it names."""
    said: list[int] = []
    for issue, line in report.lines.items():
        if line.settled is Settled.BLOCKED or _overtaken(report, issue, standing):
            continue
        options = scenario.issues[issue].options if issue in scenario.issues else {}
        if line.option in options and name in options[line.option].uses:
            said.append(options[line.option].uses[name])
        if name in line.uses:
            said.append(line.uses[name])
    if not said:
        return None
    return max(said) if scenario.shared[name].kind == "date" else sum(said)


def _overtaken(report: ReportState, issue: str, standing: list[ReportState]) -> bool:
    """Whether the same body, or the heads to whom an issue was lifted, said something later."""
    return any(
        later.number > report.number and issue in later.lines and later.body in (report.body, report.lifted.get(issue))
        for later in standing
    )
