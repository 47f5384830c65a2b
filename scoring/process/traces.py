"""Inputs that were handed in, what was said to have become of them, and what the text shows: M15."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.process.settled import Settled, settled
from scoring.sentences import percent, sentence
from simulator.engine.events import InputFiled, InputTraced, SynthesisIssued
from simulator.engine.session import Moment, Session, text_of
from simulator.engine.words import Uptake

HANDED_IN = Finding(
    id="M15.inputs",
    title=mark("Inputs that were taken up"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark(
        "It counts what those who hold the pen said had become of an input; read the clauses, and ask those who handed "
        "it in."
    ),
    fundamentals=(Fundamental.INCLUSIVITY, Fundamental.NATIONAL_OWNERSHIP),
)
TRACE = Finding(
    id="M15.trace",
    title=mark("From input to clause"),
    panel=Panel.PROCESS,
    observed=False,
    unit="inputs",
    caution=mark(
        "An option that takes an input up may stand in the text for other reasons, and own words are compared by "
        "nobody."
    ),
    fundamentals=(Fundamental.INCLUSIVITY, Fundamental.QUALITY_AGREEMENT),
)

_TAKEN = (Uptake.TAKEN_UP, Uptake.IN_PART)


@dataclass(frozen=True, slots=True)
class Traced:
    """An input, what was said of it, and what stood in the end."""

    number: int
    moment: Moment
    party: str
    card: str | None
    words: str
    """What it asks for: the title of its card, or its own words."""
    uptake: Uptake | None
    document: str
    clause: str | None
    reason: str
    evidence: tuple[int, ...]
    stands: bool | None
    """Whether the clause that it was traced to stood in the end; None where it was traced to none."""
    found: bool | None
    """Whether an option that takes it up stood in the end; None where the case names none or nothing was there."""

    @property
    def taken(self) -> bool:
        """Whether it was said to have been taken up, all of it or a part."""
        return self.uptake in _TAKEN


def traced(course: Course) -> tuple[Traced, ...]:
    """Every input that was handed in during the talks, in order."""
    end = settled(course)
    last = {event.input: (moment, event) for moment, event in course.every(InputTraced)}
    found: list[Traced] = []
    for moment, filed in course.every(InputFiled):
        said, trace = last.get(filed.input, (None, None))
        card = course.told.inputs.get(filed.card) if filed.card is not None else None
        clause, document = (trace.clause, trace.document) if trace is not None else (None, "")
        found.append(
            Traced(
                number=filed.input,
                moment=moment,
                party=filed.party,
                card=filed.card if card is not None else None,
                words=card.title if card is not None else filed.text,
                uptake=trace.uptake if trace is not None else None,
                document=document,
                clause=clause,
                reason=trace.reason if trace is not None else "",
                evidence=(moment.number,) if said is None else (moment.number, said.number),
                stands=_stands(course.talks, document, clause) if clause is not None else None,
                found=_found(end, card.serves if card is not None else {}),
            )
        )
    return tuple(found)


def _stands(talks: Session, document: str, clause: str) -> bool:
    state = text_of(talks, document).clauses.get(clause)
    return state is not None and state.state != "parked"


def _found(end: Settled | None, serves: Mapping[str, tuple[str, ...]]) -> bool | None:
    if end is None or not any(serves.values()):
        return None
    return any(end.options.get(issue) in options for issue, options in serves.items())


def handed_in(course: Course) -> Finding | None:
    """M15: of the inputs that were handed in, the share that was traced to a clause, whole or in part (0 to 1).

    By kind of party, and beside it the inputs that nobody traced although an option of the terms, or else of what came
    on the table last, takes them up. None where the case has no inputs and nobody handed one in.
    """
    inputs = traced(course)
    scenario = course.scenario
    if not inputs:
        if not (scenario.inputs or scenario.synthesis):
            return None
        return replace(HANDED_IN.said, reading=tr("Nobody handed in an input."))
    kinds = {each.number: scenario.parties[each.party].kind.value for each in inputs if each.party}
    rows: list[Row] = []
    for kind in dict.fromkeys(kinds.values()):
        own = [each for each in inputs if kinds.get(each.number) == kind]
        said = Counter(each.uptake for each in own)
        rows.append(
            Row(
                (
                    kind,
                    len(own),
                    said[Uptake.TAKEN_UP],
                    said[Uptake.IN_PART],
                    said[Uptake.NOT_TAKEN_UP],
                    said[None],
                    round(sum(each.taken for each in own) / len(own), 3),
                    sum(_unsaid(each) for each in own),
                ),
                tuple(sorted({number for each in own for number in each.evidence})),
            )
        )
    taken, open_ = sum(each.taken for each in inputs), sum(each.uptake is None for each in inputs)
    unsaid = sum(_unsaid(each) for each in inputs)
    parts = [
        trn(
            "Of {n} input {taken} went into a clause",
            "Of {n} inputs {taken} went into a clause",
            len(inputs),
            taken=taken,
        )
    ]
    if open_:
        parts.append(trn("nobody said what became of {n}", "nobody said what became of {n}", open_))
    if unsaid:
        parts.append(
            trn(
                "{n} of these is found in what stood in the end, without a trace",
                "{n} of these are found in what stood in the end, without a trace",
                unsaid,
            )
        )
    columns = ("kind", "inputs", "taken_up", "in_part", "not_taken_up", "not_traced", "share", "without_a_trace")
    return replace(
        HANDED_IN.said,
        observed=True,
        value=taken / len(inputs),
        reading=sentence(*parts),
        band=Band.WORTH_A_LOOK if open_ > unsaid else Band.AS_PLANNED,
        evidence=tuple(sorted({number for row in rows for number in row.evidence})),
        table=Table(columns, tuple(rows)),
    )


def _unsaid(each: Traced) -> bool:
    return each.uptake is None and each.found is True


def trace(course: Course) -> Finding | None:
    """M15: the inputs one by one, from what they ask for to the clause; the value is how many were said to be taken up
    and are seen in what stood in the end.

    An input is seen there when an option that takes it up stands in the terms, or else in what came on the table last.
    None where the case has no inputs and nobody handed one in.
    """
    inputs = traced(course)
    if not inputs:
        if not (course.scenario.inputs or course.scenario.synthesis):
            return None
        return replace(TRACE.said, reading=tr("Nobody handed in an input."))
    seen = {True: "reflected", False: "not_reflected", None: "cannot_be_seen"}
    rows = tuple(
        Row(
            (
                each.number,
                each.party or None,
                each.words,
                minutes(each.moment.seconds),
                "not_traced" if each.uptake is None else each.uptake.value,
                f"{each.document}/{each.clause}" if each.clause is not None else None,
                each.reason or None,
                seen[each.found],
            ),
            each.evidence,
        )
        for each in inputs
    )
    good = [each for each in inputs if each.taken and each.found]
    claimed = [each for each in inputs if each.taken and (each.found is False or each.stands is False)]
    syntheses = course.every(SynthesisIssued)
    words = [
        trn(
            "Said to be taken up, and seen in what stood in the end: {good} of {n} input",
            "Said to be taken up, and seen in what stood in the end: {good} of {n} inputs",
            len(inputs),
            good=len(good),
        )
    ]
    if claimed:
        words.append(
            tr(
                "said to be taken up, and not shown by what stood in the end: {names}",
                names=listing(tr("input {n}", n=each.number) for each in claimed),
            )
        )
    if syntheses:
        in_it = {number for point in syntheses[-1][1].points for number in point.inputs}
        share = sum(each.number in in_it for each in inputs) / len(inputs)
        words.append(tr("the synthesis has {share} of them", share=percent(share)))
    evidence = {number for row in rows for number in row.evidence} | {moment.number for moment, _ in syntheses}
    return replace(
        TRACE.said,
        observed=True,
        value=float(len(good)),
        reading=sentence(*words),
        band=Band.WORTH_A_LOOK if claimed else Band.AS_PLANNED,
        evidence=tuple(sorted(evidence)),
        table=Table(("input", "party", "asks", "minute", "state", "went_into", "why", "in_the_end"), rows),
    )
