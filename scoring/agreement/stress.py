"""The test of the text: shocks thrown at it after the signature, and whether it says who acts, by when, how verified.

Levels follow the scale on which the Peace Accords Matrix follows provisions: 0 none, 1 minimal, 2 intermediate, 3 full
(Joshi, Quinn & Regan, Journal of Peace Research 52, 2015, 551-562). There it tells what was implemented, here what a
text answers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from scenarios.model import Shock
from scenarios.texts import mark, tr, trn
from scoring.agreement.articles import Agreement, Commitment, Judgement, latest, middle
from scoring.agreement.criteria import MOST, verified, when, who
from scoring.agreement.quality import Index
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.outcome.settlement import Settlement
from scoring.process.course import Course
from scoring.sentences import sentence
from simulator.engine.events import ShockAnswered, ShockJudged, ShockThrown

SCALE: Mapping[int, str] = {0: "no answer", 1: "minimal", 2: "intermediate", 3: "full"}

STRESS = Finding(
    id="outcome.stress",
    title=mark("What the text answers to shocks"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="share",
    caution=mark("A shock is a question and no forecast; what the text does not say, goodwill may still do."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT, Fundamental.COHERENCE),
)


@dataclass(frozen=True, slots=True)
class Trial:
    """A shock that was thrown, and what came back."""

    shock: str
    thrown: int
    """The number of its event."""
    answers: tuple[tuple[int, ShockAnswered], ...]
    """The last answer of each seat, with its event."""
    people: tuple[Judgement, ...]

    @property
    def evidence(self) -> tuple[int, ...]:
        """All that happened around it."""
        return (self.thrown, *(n for n, _ in self.answers), *(judgement.event for judgement in self.people))


def trials(course: Course) -> tuple[Trial, ...]:
    """The shocks that were thrown, in order."""
    thrown: dict[str, int] = {}
    answers: dict[str, dict[str, tuple[int, ShockAnswered]]] = {}
    judged: dict[str, list[Judgement]] = {}
    for moment in course.moments:
        event = moment.event
        if isinstance(event, ShockThrown):
            thrown.setdefault(event.shock, moment.number)
        elif isinstance(event, ShockAnswered):
            answers.setdefault(event.shock, {})[event.by] = moment.number, event
        elif isinstance(event, ShockJudged):
            judged.setdefault(event.shock, []).append(Judgement(event.by, event.level, event.note, moment.number))
    return tuple(
        Trial(shock, number, tuple(answers.get(shock, {}).values()), latest(judged.get(shock, ())))
        for shock, number in thrown.items()
    )


def held(agreement: Agreement | None, shock: Shock | None) -> tuple[int, tuple[int, ...]]:
    """How many of who, by when and how verified the best commitment under the shock's article says, 0 to 3.

    With the events of that commitment. A shock without an issue asks all articles.
    """
    if agreement is None:
        return 0, ()
    clauses = [
        article.clause
        for article in agreement.articles.values()
        if shock is None or shock.issue is None or article.issue == shock.issue
    ]
    best = max(agreement.under(clauses), key=_says, default=None)
    return (0, ()) if best is None else (_says(best), best.evidence)


def stress(settlement: Settlement, index: Index | None = None) -> Finding:
    """For each shock, who acts, by when and how it is verified: as people answered, and as the text itself holds it.

    The text holds as many of the three, 0 to 3, as one commitment under the shock's article says. What people judged
    goes before it. The value is the sum of the levels over 3 × the shocks.
    """
    course = settlement.course
    thrown = trials(course)
    if not thrown:
        return replace(STRESS.said, reading=tr("No shock was thrown at the text."))
    agreement = index.agreement if index else Agreement.of(settlement)
    written = course.scenario.stress_test.shocks if course.scenario.stress_test else {}
    rows: list[Row] = []
    levels: list[int] = []
    for trial in thrown:
        shock = written.get(trial.shock)
        holds, where = held(agreement, shock)
        judged = middle(trial.people)
        level = holds if judged is None else judged
        levels.append(level)
        said = [event for _, event in trial.answers]
        rows.append(
            Row(
                (
                    trial.shock,
                    shock.kind if shock else None,
                    SCALE[level],
                    level,
                    holds,
                    judged,
                    ", ".join(dict.fromkeys(event.clause for event in said if event.clause)) or None,
                    _joined(event.who for event in said),
                    _joined(event.when for event in said),
                    _joined(event.how for event in said),
                ),
                tuple(sorted({*trial.evidence, *where})),
            )
        )
    silent = sum(not trial.answers for trial in thrown)
    full = sum(level == MOST for level in levels)
    judged = sum(bool(trial.people) for trial in thrown)
    reading = sentence(
        _answered(len(thrown), full, judged),
        trn("nobody gave an answer to {n}", "nobody gave an answer to {n}", silent) if silent else "",
    )
    return replace(
        STRESS.said,
        observed=True,
        value=float(Fraction(sum(levels), MOST * len(levels))),
        reading=reading,
        evidence=tuple(sorted({number for row in rows for number in row.evidence})),
        table=Table(
            (
                "shock",
                "kind",
                "answer",
                "level",
                "by_record",
                "by_people",
                "clause",
                "who_acts",
                "by_when",
                "how_verified",
            ),
            tuple(rows),
        ),
    )


def _answered(thrown: int, full: int, judged: int) -> str:
    """How many shocks were thrown, and how many answered in full, as a clause."""
    if full and judged:
        return trn(
            "{n} shock was thrown, {full} answered in full ({judged} judged by people)",
            "{n} shocks were thrown, {full} answered in full ({judged} judged by people)",
            thrown,
            full=full,
            judged=judged,
        )
    if judged:
        return trn(
            "{n} shock was thrown, none answered in full ({judged} judged by people)",
            "{n} shocks were thrown, none answered in full ({judged} judged by people)",
            thrown,
            judged=judged,
        )
    if full:
        return trn(
            "{n} shock was thrown, {full} answered in full by the text itself",
            "{n} shocks were thrown, {full} answered in full by the text itself",
            thrown,
            full=full,
        )
    return trn(
        "{n} shock was thrown, none answered in full by the text itself",
        "{n} shocks were thrown, none answered in full by the text itself",
        thrown,
    )


def _says(commitment: Commitment) -> int:
    return sum((who(commitment), when(commitment), verified(commitment)))


def _joined(said: Iterable[str]) -> str | None:
    return " · ".join(dict.fromkeys(words for words in said if words.strip())) or None
