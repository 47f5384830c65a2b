"""How many ways to settle were put on the board, by whom, and before anybody judged them: M8."""

from collections import Counter
from dataclasses import dataclass, replace

from roles.rights import Kind
from scenarios.texts import mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import sentence
from simulator.engine.events import OptionProposed, PackageAnswered, PackageTabled, PositionStated
from simulator.engine.session import Moment

GENERATION = Finding(
    id="M8",
    title=mark("Options beyond the list"),
    panel=Panel.PROCESS,
    observed=False,
    unit="options",
    caution=mark(
        "Many options that nobody uses are noise, and what was said and not put on the board is missing here."
    ),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """The first time that an option was put on the board."""

    issue: str
    option: str
    moment: Moment
    beyond: bool
    """Whether it was not on the list that everybody saw at the opening."""

    @property
    def own_words(self) -> bool:
        """Whether it is an option in somebody's own words."""
        return self.option.startswith("own-")


def proposed(course: Course) -> tuple[Proposed, ...]:
    """The distinct options put on the board, in order."""
    found: dict[tuple[str, str], Proposed] = {}
    for moment, event in course.every(OptionProposed):
        written = course.scenario.issues[event.issue].options.get(event.option)
        listed = written is not None and written.known_to is None
        made = Proposed(event.issue, event.option, moment, not listed)
        found.setdefault((event.issue, event.option), made)
    return tuple(found.values())


def option_generation(course: Course) -> Finding:
    """M8: distinct options put on the board beyond the list of the opening, by issue and origin; the value counts them.

    Beyond the list are options that only some knew and options in own words. An option is judged for the first time
    when somebody answers a package on its issue, or states a position on the issue after an option was put on the
    board: what is stated in the opening judges nothing yet. Brainstorming defers judgement (Osborn, Applied
    Imagination, 1953).
    """
    made = proposed(course)
    if not made:
        return replace(GENERATION.said, reading=tr("Nobody put an option on the board."))
    judged = _judged(course, made)
    rows: list[Row] = []
    before = 0
    for issue in course.scenario.issues:
        here = [each for each in made if each.issue == issue]
        new = [each for each in here if each.beyond]
        first = judged.get(issue)
        early = [each for each in new if first is None or each.moment.number < first.number]
        before += len(early)
        rows.append(
            Row(
                (
                    issue,
                    len(here) - len(new),
                    sum(not each.own_words for each in new),
                    sum(each.own_words for each in new),
                    len(early),
                    minutes(first.seconds) if first else None,
                    _told(Counter(_kind(course, each) for each in new)),
                    _told(Counter(place for each in new for place in _places(course, each.moment))),
                ),
                (*(each.moment.number for each in here), *((first.number,) if first else ())),
            )
        )
    new = [each for each in made if each.beyond]
    if new:
        beyond = trn(
            "{n} option beyond the list of the opening came on the board, {own} in own words",
            "{n} options beyond the list of the opening came on the board, {own} in own words",
            len(new),
            own=sum(each.own_words for each in new),
        )
        before_that = trn(
            "{n} of them before anybody judged one on the issue",
            "{n} of them before anybody judged one on the issue",
            before,
        )
        reading = sentence(beyond, before_that)
    else:
        reading = tr("0 options beyond the list of the opening came on the board.")
    return replace(
        GENERATION.said,
        observed=True,
        value=float(len(new)),
        reading=reading,
        evidence=tuple(each.moment.number for each in new),
        table=Table(
            (
                "issue",
                "from_the_list",
                "known_to_some",
                "own_words",
                "before_judgement",
                "first_judged_minute",
                "proposed_by",
                "proposed_in",
            ),
            tuple(rows),
        ),
    )


def _judged(course: Course, made: tuple[Proposed, ...]) -> dict[str, Moment]:
    """When the options of each issue were judged for the first time."""
    on_board: dict[str, int] = {}
    for each in made:
        on_board.setdefault(each.issue, each.moment.number)
    terms: dict[int, tuple[str, ...]] = {}
    first: dict[str, Moment] = {}
    for moment in course.any_of(PackageTabled, PackageAnswered, PositionStated):
        event = moment.event
        if isinstance(event, PackageTabled):
            terms[event.package] = tuple(event.terms)
        elif isinstance(event, PackageAnswered):
            for issue in terms.get(event.package, ()):
                first.setdefault(issue, moment)
        elif isinstance(event, PositionStated) and on_board.get(event.issue, moment.number) < moment.number:
            first.setdefault(event.issue, moment)
    return first


def _kind(course: Course, each: Proposed) -> str:
    party = course.party_of(each.moment.event.by)
    return Kind(course.scenario.parties[party].kind).value if party else each.moment.event.by


def _places(course: Course, moment: Moment) -> tuple[str, ...]:
    """Where somebody sat: in a private meeting, or in those bodies of the phase that have the seat."""
    seat, running = moment.event.by, course.running(moment)
    if any(seat in meeting.seats and meeting.sits_at(moment, running) for meeting in course.meetings):
        return ("private meeting",)
    phase = course.scenario.phases.get(moment.phase or "")
    bodies = course.scenario.bodies
    here = [
        name for name in (phase.in_ if phase else ()) if bodies[name].members == "all" or seat in bodies[name].members
    ]
    return (" or ".join(here),) if here else ("elsewhere",)


def _told(counts: Counter[str]) -> str | None:
    return ", ".join(f"{name} {number}" for name, number in counts.items()) or None
