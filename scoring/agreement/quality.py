"""How well an agreement can be carried out: twelve criteria, and what its commitments leave open."""

from dataclasses import dataclass, replace
from fractions import Fraction

from scenarios.texts import listing, mark, tr, trn
from scoring.agreement.articles import Agreement, Judgement, middle
from scoring.agreement.criteria import CRITERIA, MOST, Shown, gaps, shown
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.outcome.settlement import Settlement
from scoring.sentences import parted, percent, quoted, sentence

NO_AGREEMENT = mark("There was no agreement, so there is nothing to carry out.")

QUALITY = Finding(
    id="outcome.quality",
    title=mark("Quality of the agreement"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="share",
    caution=mark(
        "A machine counts what was written down, and not whether it is wise: where people judged, their level "
        "stands, and both are shown."
    ),
    fundamentals=(Fundamental.QUALITY_AGREEMENT, Fundamental.INCLUSIVITY, Fundamental.LAW_AND_NORMS),
)
COMMITMENTS = Finding(
    id="outcome.commitments",
    title=mark("What the commitments leave open"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="commitments",
    caution=mark("Not every commitment needs every field; the question is who would have to ask, and whom."),
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
        return replace(QUALITY.said, reading=tr(NO_AGREEMENT))
    index = index or Index.of(agreement)
    if index.value is None:
        return replace(
            QUALITY.said,
            reading=tr("Nothing shows how the agreement is to be carried out: no commitment was recorded."),
        )
    number = len(index.observed)
    by_people = sum(bool(judged.people) for judged in index.criteria)
    values = {
        "all": len(CRITERIA),
        "points": index.points,
        "most": MOST * number,
        "share": percent(float(index.value)),
    }
    if number == len(CRITERIA):
        reading = trn(
            "{n} of {all} criteria observed, which reach {points} of {most} ({share}).",
            "{n} of {all} criteria observed, which reach {points} of {most} ({share}).",
            number,
            **values,
        )
    else:
        reading = trn(
            "{n} of {all} criteria observed, which reach {points} of {most} ({share}): a share of what was observed, "
            "and not of all twelve.",
            "{n} of {all} criteria observed, which reach {points} of {most} ({share}): a share of what was observed, "
            "and not of all twelve.",
            number,
            **values,
        )
    if by_people:
        judged = trn("People judged {n} of them.", "People judged {n} of them.", by_people)
        reading = f"{reading} {judged}"
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
        QUALITY.said,
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
        return replace(COMMITMENTS.said, reading=tr(NO_AGREEMENT))
    if not agreement.commitments:
        return replace(COMMITMENTS.said, reading=tr("The agreement holds no commitment record."))
    rows: list[Row] = []
    for commitment in agreement.commitments:
        left = parted(gaps(commitment, agreement)) or None
        draft = commitment.draft
        rows.append(
            Row((commitment.clause, commitment.number, draft.actor or None, draft.action, left), commitment.evidence)
        )
    open_ = sum(row.cells[4] is not None for row in rows)
    rows += [
        Row((article.clause, None, None, None, tr("no commitment")), settlement.evidence) for article in agreement.bare
    ]
    left_open = trn(
        "Something is left open in {open} of {n} commitment",
        "Something is left open in {open} of {n} commitments",
        len(agreement.commitments),
        open=open_,
    )
    bare = listing(quoted(article.heading) for article in agreement.bare)
    # Translators: no commitment stands under these articles.
    none = tr("none stands under {articles}", articles=bare) if bare else ""
    return replace(
        COMMITMENTS.said,
        observed=True,
        value=float(open_),
        reading=sentence(left_open, none),
        evidence=tuple(sorted({event for row in rows for event in row.evidence})),
        table=Table(("clause", "commitment", "actor", "action", "left_open"), tuple(rows)),
    )


def _why(judged: Judged) -> str:
    levels = sorted({each.level for each in judged.people})
    if not levels[1:]:
        return judged.shown.why
    differ = tr("People differ: {levels}.", levels=tr(", ").join(map(str, levels)))
    return f"{judged.shown.why} {differ}"


def _notes(judged: Judged) -> str | None:
    return " · ".join(each.note for each in judged.people if each.note) or None
