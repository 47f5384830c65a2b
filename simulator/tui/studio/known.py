"""What is known of a case while it is written: as it lies on the disk now, and as it could be read last."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from scenarios.accepted import VALUE_RULES
from scenarios.folder import CASE_FILE
from scenarios.model import Scenario
from scenarios.problems import Place, Problem, in_order
from scenarios.reading import Reading, read
from scoring.analysis.facts import Analysis
from scoring.checked import Checked, checked
from simulator.tui.studio.languages import Tongue, tongues


@dataclass(frozen=True, slots=True)
class Known:
    """A case at hand."""

    place: Path
    """Its YAML file."""
    reading: Reading | None = None
    """As it was read last; None before that."""
    found: Checked | None = None
    """What the whole check found in that reading; None while it goes on."""
    earlier: tuple[Problem, ...] = ()
    """What the values of the version before did, told until those of this one are weighed."""
    good: Reading | None = None
    """The last reading that gave a scenario."""
    analysis: Analysis | None = None
    """What the value tables of the last good reading hold, where that is known."""
    unweighed: str = ""
    """Why it is not known."""
    tongues: tuple[Tongue, ...] = ()
    """The translations of the last good reading."""
    gone: bool = False
    """Whether the file is not there."""
    at: datetime | None = None
    """When it was read."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, as far as it is known."""
        if self.found is not None:
            return self.found.problems
        if self.reading is None:
            return ()
        return in_order((*self.reading.problems, *self.earlier), self.reading.name)

    @property
    def errors(self) -> int:
        """How many problems keep the case from being played."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def case(self) -> Scenario | None:
        """The scenario as it could be read last."""
        return self.good.scenario if self.good is not None else None

    @property
    def is_old(self) -> bool:
        """Whether the panes show an older text than the one on the disk."""
        return self.good is not None and (self.gone or self.good is not self.reading)

    @property
    def playable(self) -> bool:
        """Whether what lies on the disk can be played, printed and rehearsed."""
        return not self.gone and self.reading is not None and self.case is not None and not self.errors

    def files(self) -> set[str]:
        """The files of the case besides those that lie in its folder."""
        folder = self.reading.folder.files if self.reading is not None else ()
        return {str(self.place.parent / name) for name in folder if name != CASE_FILE}

    def line_of(self, path: str) -> tuple[Path, int, int]:
        """The file, line and column of a dotted path of the last good reading; what is not written stands at its
        parent."""
        positions = self.good.positions if self.good is not None else {}
        while path and path not in positions:
            path = path.rpartition(".")[0]
        spot: Place | None = positions.get(path) if path else None
        if spot is None:
            return self.place, 1, 1
        return Path(spot.file) if spot.file else self.place, spot.key_line, spot.key_column


class Changed(Exception):
    """The case was saved again while it was weighed."""


def looks(known: Known, changed: Callable[[], bool] = lambda: False) -> Iterator[Known]:
    """Read and check the case again: what is wrong with the text first, then what its values do, then their facts.

    Weighing may take long; it is given up as soon as the case has `changed`.
    """
    reading = read(known.place)
    good = reading if reading.scenario is not None else known.good
    kept = () if reading.errors else tuple(one for one in known.problems if one.code in VALUE_RULES)
    known = replace(known, reading=reading, found=None, earlier=kept, good=good, gone=False, at=datetime.now())
    yield known
    known = replace(known, found=checked(reading))
    yield known
    if reading.scenario is not None:
        try:
            analysis, why = _weighed(reading, changed)
        except Changed:
            return
        yield replace(known, analysis=analysis, unweighed=why, tongues=tongues(reading))


def _weighed(reading: Reading, changed: Callable[[], bool]) -> tuple[Analysis | None, str]:
    from scoring.analysis import analyse  # loads the arrays
    from scoring.preferences import NoValue
    from scoring.tables import TooManyPackages

    case = reading.scenario
    if case is None or reading.errors or not case.deciding():
        return None, ""

    def told(_label: str, _share: float) -> None:
        if changed():
            raise Changed

    try:
        return analyse(case, progress=told), ""
    except (NoValue, TooManyPackages) as trouble:
        return None, str(trouble)
