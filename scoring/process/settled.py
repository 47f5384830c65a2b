"""What stood when the talks were over, and who put each part of it forward first."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.texts import tr
from scoring.process.course import Course
from simulator.engine.events import (
    ClauseBracketed,
    OptionProposed,
    OptionUnlocked,
    PackageTabled,
    PositionStated,
    ReportAdopted,
    VersionIssued,
)
from simulator.engine.session import Moment
from simulator.engine.words import OutcomeKind

AGREED = (OutcomeKind.AGREEMENT, OutcomeKind.PARTIAL_AGREEMENT)


@dataclass(frozen=True, slots=True)
class Settled:
    """The agreed terms, or the last package or text on the table."""

    options: Mapping[str, str]
    """By issue; issues that stayed open are missing."""
    own_words: Mapping[str, str]
    """The wording of issues that the text settles in words that are no option."""
    agreed: bool
    called: str
    """What it is, within a sentence: `the agreement`, `the last text`."""
    evidence: tuple[int, ...]
    package: int | None = None
    """The number of the package that it is."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who put something forward first."""

    moment: Moment
    party: str | None
    """None for exercise control."""


def settled(course: Course) -> Settled | None:
    """The agreement; without one what came on the table last, a package or a version. None where nothing ever did."""
    own_words: Mapping[str, str] = _own_words(course)
    words: Mapping[str, str]
    if course.outcome is not None and course.outcome[1].kind in AGREED:
        moment, event = course.outcome
        words = {issue: text for issue, text in own_words.items() if issue not in event.terms}
        words = words if event.version is not None else course.talks.agreed_in_words()
        return Settled(event.terms, words, True, tr("the agreement"), (moment.number,), event.package)
    offers = {moment.number for moment, _ in course.offers()}
    last: Settled | None = None
    for moment in course.any_of(VersionIssued, PackageTabled, ReportAdopted):
        event_ = moment.event
        if isinstance(event_, VersionIssued):
            last = Settled(_options(course), own_words, False, tr("the last text"), (moment.number,))
        elif isinstance(event_, ReportAdopted):
            terms, words = course.talks.agreed_terms(), course.talks.agreed_in_words()
            last = Settled(terms, words, False, tr("what adopted reports agree on"), (moment.number,))
        elif isinstance(event_, PackageTabled) and moment.number in offers:
            number = event_.package
            if course.talks.packages[number].state not in ("withdrawn", "superseded"):
                last = Settled(
                    event_.terms, {}, False, tr("the last package, package {n},", n=number), (moment.number,), number
                )
    return last


def origins(course: Course) -> Mapping[tuple[str, str], Origin]:
    """Who put each option, by issue and option, or each wording of their own, by issue and words, forward first.

    Whoever proposed it, took it as a position, tabled it in a package, wrote it into a bracket or into a version. What
    an interest opened when it was carried further counts for the party whose interest it is. The options that a
    scenario puts on the board are nobody's until somebody takes one up.
    """
    found: dict[tuple[str, str], Origin] = {}
    clauses = course.scenario.text.clauses
    opened: dict[tuple[str, str], OptionUnlocked] = {}
    kinds = (OptionUnlocked, OptionProposed, PositionStated, PackageTabled, ClauseBracketed, VersionIssued)
    for moment in course.any_of(*kinds):
        event = moment.event
        put: list[tuple[str | None, str | None]] = []
        party = course.party_of(event.by)
        if isinstance(event, OptionUnlocked):
            opened[event.issue, event.option] = event
        elif isinstance(event, OptionProposed):
            door = opened.get((event.issue, event.option))
            if door is not None and (door.at, door.by) == (event.at, event.by):
                party = door.interest.partition(".")[0]
            put = [(event.issue, event.option), (event.issue, event.text)]
        elif isinstance(event, PositionStated):
            put = [(event.issue, event.option)]
        elif isinstance(event, PackageTabled):
            put = list(event.terms.items())
        elif isinstance(event, ClauseBracketed):
            issue = clauses[event.clause].issue if event.clause in clauses else None
            put = [(issue, event.option or event.wording)]
        elif isinstance(event, VersionIssued):
            put = [
                (clauses[name].issue, draft.option or draft.wording)
                for name, draft in event.clauses.items()
                if name in clauses
            ]
        for issue, what in put:
            if issue and what:
                found.setdefault((issue, what), Origin(moment, party))
    return found


def _options(course: Course) -> Mapping[str, str]:
    """What the text settled by an option when the talks were over."""
    written = course.scenario.text.clauses
    found: dict[str, str] = {}
    for name, clause in course.talks.text.clauses.items():
        issue = written[name].issue if name in written else None
        if issue is not None and clause.option is not None and clause.state != "parked":
            found[issue] = clause.option
    return found


def _own_words(course: Course) -> Mapping[str, str]:
    """What the text settled in words of its own when the talks were over."""
    written = course.scenario.text.clauses
    found: dict[str, str] = {}
    for name, clause in course.talks.text.clauses.items():
        issue = written[name].issue if name in written else None
        if issue is not None and clause.option is None and clause.wording and clause.state != "parked":
            found[issue] = clause.wording
    return found
