"""What is judged: the agreed terms or the last ones on the table, under the instructions as they stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.texts import tr
from scoring.analysis import Analysis, analyse
from scoring.preferences import HUNDREDTHS, Instructions, NoValue, RedLine, acceptable_to, raw_value
from scoring.process import Course
from scoring.sentences import quoted
from scoring.standing import Standing, standing
from scoring.tables import TooManyPackages
from simulator.engine.events import AdoptionOpened, PackageAgreed, PackageTabled, ReportAdopted, ReportDelivered
from simulator.engine.instructions import instruction
from simulator.engine.words import OutcomeKind

AGREED = (OutcomeKind.AGREEMENT, OutcomeKind.PARTIAL_AGREEMENT)


@dataclass(frozen=True, slots=True)
class Terms:
    """Options by issue, and where they stand."""

    options: Mapping[str, str]
    agreed: bool
    source: str
    """`package`, `version`, `reports` or `outcome`."""
    number: int | None
    """The number of the package or the version."""
    evidence: tuple[int, ...]
    own_words: tuple[str, ...] = ()
    """Issues settled in words that are no option of the scenario."""

    @property
    def called(self) -> str:
        """What they are, at the beginning of a sentence."""
        if self.agreed:
            return tr("The agreement")
        if self.source == "version":
            return tr("The last version on the table, version {n},", n=self.number)
        if self.source == "reports":
            return tr("What the reports propose together")
        return tr("The last package on the table, package {n},", n=self.number)

    @property
    def named(self) -> str:
        """What they are, within a sentence."""
        if self.agreed:
            return tr("the agreement")
        if self.source == "version":
            return tr("the last version on the table, version {n},", n=self.number)
        if self.source == "reports":
            return tr("what the reports propose together")
        return tr("the last package on the table, package {n},", n=self.number)


@dataclass(frozen=True, slots=True)
class Settlement:
    """The terms, what they are worth, and what else was possible."""

    course: Course
    terms: Terms | None
    """None where nothing was ever tabled."""
    instructions: Instructions
    """Of the deciding parties when the talks were over, with what events changed and what delay cost."""
    values: Mapping[str, int]
    """Raw value of the terms to each deciding party; empty where it cannot be counted."""
    no_value: str
    """Why it cannot be counted, as a sentence; empty where it can."""
    standing: Standing | None
    """Where the terms stand among all packages; None where they or the packages cannot be counted."""
    analysis: Analysis | None
    """Under the instructions as they stood."""
    no_analysis: str
    """Why packages cannot be counted, as a sentence; empty where they can."""

    @classmethod
    def of(cls, course: Course) -> Settlement:
        """Find the terms of a session and count what can be counted."""
        terms = _terms(course)
        instructions = instructions_at_the_end(course)
        values, no_value = _values(course, terms)
        analysis, no_analysis = _analysis(course, instructions)
        place = None
        if terms is not None and values and analysis is not None:
            place = standing(course.scenario, terms.options, instructions)
        return cls(course, terms, instructions, values, no_value, place, analysis, no_analysis)

    @property
    def evidence(self) -> tuple[int, ...]:
        """The events that made the terms."""
        return self.terms.evidence if self.terms else ()

    def floor(self, party: str) -> int:
        """The reservation of a deciding party as it stood, raw."""
        return self.instructions.reservations[party]

    def may_sign(self, party: str) -> bool:
        """Whether the terms are acceptable to a deciding party, under its instructions as they stood."""
        options = self.terms.options if self.terms else {}
        return acceptable_to(self.course.scenario, party, options, self.instructions)


def instructions_at_the_end(course: Course) -> Instructions:
    """What each deciding party was told to hold out for when the talks were over."""
    told = {party: instruction(course.talks, party, course.end) for party in course.scenario.deciding()}
    return Instructions(
        {party: each.reservation * HUNDREDTHS for party, each in told.items()},
        {
            party: tuple(RedLine(tuple(line.barred.items()), tuple(line.unless.items())) for line in each.red_lines)
            for party, each in told.items()
        },
    )


def _terms(course: Course) -> Terms | None:
    if course.outcome is None or course.outcome[1].kind not in AGREED:
        return _last_on_the_table(course)
    moment, event = course.outcome
    if event.version is not None:
        return Terms(event.terms, True, "version", event.version, (moment.number,), _text(course)[1])
    adopted = {moment.number for moment, _ in course.every(ReportAdopted)}
    together = bool(adopted) and event.terms == course.talks.agreed_terms()
    own_words = tuple(course.talks.agreed_in_words()) if together else ()
    evidence = tuple(sorted({*adopted, moment.number})) if together else (moment.number,)
    if event.package is not None:
        return Terms(event.terms, True, "package", event.package, evidence, own_words)
    return Terms(event.terms, True, "outcome", None, evidence, own_words)


def _last_on_the_table(course: Course) -> Terms | None:
    """The package tabled or agreed, the version put to adoption, or the reports, that came last and stand.

    What a deciding party only floated counts when it is agreed.
    """
    standing: Terms | None = None
    offers = {moment.number for moment, _ in course.offers()}
    for moment in course.during:
        event = moment.event
        if isinstance(event, PackageAgreed) or (isinstance(event, PackageTabled) and moment.number in offers):
            package = course.talks.packages[event.package]
            if package.state not in ("withdrawn", "superseded"):
                standing = Terms(package.terms, False, "package", event.package, (moment.number,))
        elif isinstance(event, AdoptionOpened) and not event.document and event.version == course.talks.text.version:
            options, own_words = _text(course)
            standing = Terms(options, False, "version", event.version, (moment.number,), own_words)
        elif isinstance(event, ReportDelivered) and course.talks.reports[event.report].state in _STANDING:
            standing = _reported(course)
    return standing


_STANDING = ("delivered", "lifted", "adopted")
"""States of reports that count for what is on the table."""


def _reported(course: Course) -> Terms:
    """What the reports that stand agree on together; on an issue of two, the later one counts."""
    lines = {
        issue: line
        for report in course.talks.reports.values()
        if report.state in _STANDING
        for issue, line in report.agreed().items()
    }
    options = {issue: line.option for issue, line in lines.items() if line.option is not None}
    evidence = tuple(
        moment.number
        for moment, event in course.every(ReportDelivered)
        if course.talks.reports[event.report].state in _STANDING
    )
    own_words = tuple(issue for issue, line in lines.items() if line.option is None)
    return Terms(options, False, "reports", None, evidence, own_words)


def _text(course: Course) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """What the text settled when the talks were over: options by issue, and issues in words of its own."""
    written = course.scenario.text.clauses
    options: dict[str, str] = {}
    own_words: list[str] = []
    for name, clause in course.talks.text.clauses.items():
        issue = written[name].issue if name in written else None
        if issue is None or clause.state == "parked":
            continue
        if clause.option is not None:
            options[issue] = clause.option
        elif clause.wording:
            own_words.append(issue)
    return options, tuple(issue for issue in own_words if issue not in options)


def _values(course: Course, terms: Terms | None) -> tuple[Mapping[str, int], str]:
    scenario = course.scenario
    if not scenario.deciding():
        return {}, tr("No party decides in this scenario, so nothing is counted in points.")
    if terms is None:
        return {}, tr("No package was ever on the table, so there is no value to count.")
    if terms.own_words:
        titles = tr(", ").join(quoted(scenario.issues[issue].title) for issue in terms.own_words)
        # Translators: {what} is "The agreement" or "The last package on the table, package 3,".
        why = tr("{what} settles {issues} in words of its own, which have no points.", what=terms.called, issues=titles)
        return {}, why
    try:
        return {party: raw_value(scenario, party, terms.options) for party in scenario.deciding()}, ""
    except NoValue as error:
        return {}, tr("The value cannot be counted: {why}.", why=error)


def _analysis(course: Course, instructions: Instructions) -> tuple[Analysis | None, str]:
    if not course.scenario.deciding():
        return None, tr("No party decides in this scenario, so packages are not compared.")
    try:
        return analyse(course.scenario, instructions), ""
    except (TooManyPackages, NoValue) as error:
        return None, tr("Packages cannot be compared: {why}.", why=error)
