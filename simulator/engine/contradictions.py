"""Where two reports dispose of the same thing differently."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.engine.session import ReportState, Session
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


def contradictions(session: Session, reports: Iterable[ReportState] | None = None) -> tuple[Contradiction, ...]:
    """The contradictions between the latest reports of the bodies that were not returned."""
    given = session.reports.values() if reports is None else reports
    standing = [r for r in given if r.state not in ("returned", "replaced")]
    found: list[Contradiction] = []
    for name, shared in session.scenario.shared.items():
        uses = {r.number: amount for r in standing if (amount := _use(session, r, name, shared.kind)) is not None}
        if shared.kind == "date":
            against = len(set(uses.values())) > 1
        else:
            against = len(uses) > 1 and shared.available is not None and sum(uses.values()) > shared.available
        if against:
            found.append(Contradiction(name, shared.kind, uses, shared.available))
    return tuple(found)


def _use(session: Session, report: ReportState, shared: str, kind: str) -> int | None:
    """What a report takes of something in all, or the last day that it names."""
    said: list[int] = []
    for issue, line in report.lines.items():
        if line.settled is Settled.BLOCKED:
            continue
        options = session.scenario.issues[issue].options if issue in session.scenario.issues else {}
        if line.option in options and shared in options[line.option].uses:
            said.append(options[line.option].uses[shared])
        if shared in line.uses:
            said.append(line.uses[shared])
    if not said:
        return None
    return max(said) if kind == "date" else sum(said)
