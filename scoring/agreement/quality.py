"""How well an agreement can be carried out: twelve criteria, and what its commitments leave open."""

from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.agreement.articles import Agreement, Judgement, middle
from scoring.agreement.criteria import CRITERIA, MOST, Shown, gaps, shown
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.outcome.settlement import Settlement
from scoring.process.course import counted, listed, percent

NO_AGREEMENT = "There was no agreement, so there is nothing to carry out."

QUALITY = Finding(
    id="outcome.quality",
    title="Quality of the agreement",
    panel=Panel.OUTCOME,
    observed=False,
    unit="share",
    caution="A machine counts what was written down, and not whether it is wise: where people judged, their level "
    "stands, and both are shown.",
    fundamentals=(Fundamental.QUALITY_AGREEMENT, Fundamental.INCLUSIVITY, Fundamental.LAW_AND_NORMS),
)
COMMITMENTS = Finding(
    id="outcome.commitments",
    title="What the commitments leave open",
    panel=Panel.OUTCOME,
    observed=False,
    unit="commitments",
    caution="Not every commitment needs every field; the question is who would have to ask, and whom.",
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion with what the record shows and what people judged."""

    criterion: str
    shown: Shown
    people: tuple[Judgement, ...]

    @property
    def level(self) -> int | None:
        """What people judged goes before what the record shows; None where neither says anything."""
        judged = middle(self.people)
        return self.shown.level if judged is None else judged

    @property
    def evidence(self) -> tuple[int, ...]:
        """The events of what was shown and judged."""
        return tuple(sorted({*self.shown.evidence, *(judgement.event for judgement in self.people)}))


@dataclass(frozen=True, slots=True)
class Index:
    """Agreement Implementation Quality: the sum of the levels over what could be reached on the observed criteria."""

    criteria: tuple[Judged, ...]
    """All twelve."""
    agreement: Agreement

    @classmethod
    def of(cls, agreement: Agreement) -> "Index":
        """Judge an agreement."""
        found = shown(agreement)
        return cls(tuple(Judged(name, found[name], agreement.judged.get(name, ())) for name in CRITERIA), agreement)

    @property
    def observed(self) -> tuple[Judged, ...]:
        """The criteria that something shows."""
        return tuple(judged for judged in self.criteria if judged.level is not None)

    @property
    def points(self) -> int:
        """The sum of the levels."""
        return sum(judged.level or 0 for judged in self.observed)

    @property
    def value(self) -> Fraction | None:
        """Points / (3 × observed criteria), 0 to 1; None where nothing is observed."""
        return Fraction(self.points, MOST * len(self.observed)) if self.observed else None


def quality(settlement: Settlement, index: Index | None = None) -> Finding:
    """Agreement Implementation Quality: the sum of Q1 to Q12, 0 to 3 each, over 3 × the criteria that are observed.

    Of counted commitments or options, all that do what the criterion asks make 3, more than half 2, some 1, none 0; 3
    also asks that no article that settles an issue is without a commitment. What the text of an agreed option gives on
    a criterion stands where it is more, and what people judged goes before both. The index is made where none is given.
    """
    agreement = index.agreement if index else Agreement.of(settlement)
    if agreement is None:
        return replace(QUALITY, reading=NO_AGREEMENT)
    index = index or Index.of(agreement)
    if index.value is None:
        return replace(
            QUALITY, reading="Nothing shows how the agreement is to be carried out: no commitment was recorded."
        )
    number = len(index.observed)
    by_people = sum(bool(judged.people) for judged in index.criteria)
    reading = (
        f"{number} of {len(CRITERIA)} criteria observed, which reach {index.points} of {MOST * number} "
        f"({percent(float(index.value))})"
    )
    reading += "." if number == len(CRITERIA) else ": a share of what was observed, and not of all twelve."
    if by_people:
        reading += f" People judged {by_people} of them."
    rows = tuple(
        Row(
            (
                judged.criterion,
                judged.level,
                judged.shown.level,
                middle(judged.people),
                judged.shown.met,
                judged.shown.of,
                _why(judged),
                _notes(judged),
            ),
            judged.evidence,
        )
        for judged in index.criteria
    )
    return replace(
        QUALITY,
        observed=True,
        value=float(index.value),
        reading=reading,
        evidence=tuple(sorted({*settlement.evidence, *(event for row in rows for event in row.evidence)})),
        table=Table(("criterion", "level", "by_record", "by_people", "met", "of", "why", "judges_notes"), rows),
    )


def commitments(settlement: Settlement, index: Index | None = None) -> Finding:
    """Each commitment of the agreement with what it leaves open, then the articles without one.

    The value counts the commitments that leave something open.
    """
    agreement = index.agreement if index else Agreement.of(settlement)
    if agreement is None:
        return replace(COMMITMENTS, reading=NO_AGREEMENT)
    if not agreement.commitments:
        return replace(COMMITMENTS, reading="The agreement holds no commitment record.")
    rows: list[Row] = []
    for commitment in agreement.commitments:
        left = "; ".join(gaps(commitment, agreement)) or None
        draft = commitment.draft
        rows.append(
            Row((commitment.clause, commitment.number, draft.actor or None, draft.action, left), commitment.evidence)
        )
    open_ = sum(row.cells[4] is not None for row in rows)
    rows += [
        Row((article.clause, None, None, None, "no commitment"), settlement.evidence) for article in agreement.bare
    ]
    reading = f"Something is left open in {open_} of {counted(len(agreement.commitments), 'commitment')}"
    if agreement.bare:
        reading += f"; none stands under {listed([f'“{article.heading}”' for article in agreement.bare])}"
    return replace(
        COMMITMENTS,
        observed=True,
        value=float(open_),
        reading=f"{reading}.",
        evidence=tuple(sorted({event for row in rows for event in row.evidence})),
        table=Table(("clause", "commitment", "actor", "action", "left_open"), tuple(rows)),
    )


def _why(judged: Judged) -> str:
    levels = sorted({each.level for each in judged.people})
    return f"{judged.shown.why} People differ: {', '.join(map(str, levels))}." if levels[1:] else judged.shown.why


def _notes(judged: Judged) -> str | None:
    return " · ".join(each.note for each in judged.people if each.note) or None
