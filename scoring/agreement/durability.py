"""Whether an agreement may last: one number made of three, to be talked about and never to be graded."""

from dataclasses import replace
from fractions import Fraction

from scenarios.texts import listing, mark, number, tr
from scoring.agreement.articles import Agreement
from scoring.agreement.factions import warning
from scoring.agreement.quality import Index
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.outcome.settlement import Settlement
from scoring.outcome.worth import surpluses
from scoring.process.interests import interests_acknowledged
from scoring.sentences import percent

PARTS = {"quality": Fraction(1, 2), "smallest_share": Fraction(3, 10), "interests_acknowledged": Fraction(1, 5)}
"""What each part counts; a choice of this engine, and no result of research."""

DURABILITY = Finding(
    id="outcome.durability",
    title=mark("Whether it may last"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="index",
    caution=mark("A number to discuss, and a judgement on nobody: nothing shows that these weights foretell anything."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)


def durability(settlement: Settlement, index: Index | None = None) -> Finding:
    """0.5 × agreement quality + 0.3 × the smallest share of gains + 0.2 × the share of interests acknowledged.

    Only where all three are observed.
    """
    agreement = index.agreement if index else Agreement.of(settlement)
    if agreement is None:
        return replace(DURABILITY.said, reading=tr("There was no agreement, so nothing has to last."))
    index = index or Index.of(agreement)
    shares = [share for share in surpluses(settlement).values() if share is not None]
    acknowledged = interests_acknowledged(settlement.course)
    missing = [
        name
        for name, known in (
            (tr("the quality of the agreement"), index.value is not None),
            (tr("what each side gained"), bool(shares)),
            (tr("whether interests were acknowledged"), acknowledged.observed),
        )
        if not known
    ]
    if index.value is None or not shares or acknowledged.value is None:
        return replace(DURABILITY.said, reading=tr("Not told without {missing}.", missing=listing(missing)))
    values = {
        "quality": index.value,
        "smallest_share": min(shares),
        "interests_acknowledged": Fraction(acknowledged.value).limit_denominator(10_000),
    }
    evidence = {
        "quality": tuple(sorted({event for judged in index.observed for event in judged.evidence})),
        "smallest_share": settlement.evidence,
        "interests_acknowledged": acknowledged.evidence,
    }
    leaving = warning(settlement)
    whole = sum((PARTS[name] * value for name, value in values.items()), Fraction(0))
    told = tr(
        "To discuss: quality {quality}, smallest share {smallest_share}, interests acknowledged "
        "{interests_acknowledged} make {whole} of 1. Which of the three would break first?",
        whole=number(float(whole), 2),
        **{name: percent(float(value)) for name, value in values.items()},
    )
    return replace(
        DURABILITY.said,
        observed=True,
        value=float(whole),
        reading=f"{told} {leaving}" if leaving else told,
        evidence=tuple(sorted({event for events in evidence.values() for event in events})),
        table=Table(
            ("part", "share", "weight"),
            tuple(Row((name, float(values[name]), float(PARTS[name])), evidence[name]) for name in PARTS),
        ),
    )
