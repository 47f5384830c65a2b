"""Pages with numbers: data cards that ask first, values against reservations, the agreement, a branch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scenarios.texts import mark, tr
from scoring.agreement.criteria import CRITERIA
from scoring.findings import Finding
from scoring.outcome.settlement import AGREED
from scoring.preferences import complete, points
from scoring.sentences import figure
from simulator.debrief.cards import Card, card
from simulator.debrief.naming import OUTCOMES, clock_text
from simulator.debrief.posters.shape import GAP, Kind, Line, Poster, big, head, poster, quiet, said
from simulator.debrief.reach import Reach
from simulator.debrief.sources import Sources
from simulator.engine.session import Slide


@dataclass(frozen=True, slots=True)
class DataCard:
    """Findings that are talked about together; its words are in English, and `tr` says them."""

    title: str
    ask: str
    findings: tuple[str, ...]


NO_DEAL = "no_deal"
"""The third card of talks that ended without agreement."""

CARDS: Mapping[str, DataCard] = {
    "balance": DataCard(
        mark("Balance"),
        mark("Who had how much of the floor, of the mediators, of the drafts? Was it the same for all?"),
        ("M2", "M3", "M4"),
    ),
    "interests": DataCard(
        mark("From interests to options"),
        mark("How many interests came out? Which of them found an option that serves it?"),
        ("M6", "M7", "M8", "M9"),
    ),
    "outcome": DataCard(
        mark("Outcome"),
        mark("What was it worth to each side? Was more to be had for all?"),
        ("outcome.surplus", "outcome.efficiency", "outcome.quality"),
    ),
    NO_DEAL: DataCard(
        mark("Without agreement"),
        mark("Set the last package against what each side needed: was no right?"),
        ("outcome.no_deal", "outcome.value", "outcome.room"),
    ),
}
"""The data cards: three for each debriefing, the third one by how the talks ended."""


def three(sources_agreed: bool) -> tuple[str, ...]:
    """The ids of the three cards of a debriefing."""
    return ("balance", "interests", "outcome" if sources_agreed else NO_DEAL)


def data_card(slide: Slide, sources: Sources) -> Poster | None:
    """Part 0 poses the question; part 1 gives the numbers, each with its caution."""
    known = sources.known
    found = {f.id: f for f in known.scorecard.findings}  # ratings of people are none of these
    told = CARDS.get(slide.ref)
    if told is None and slide.ref not in found:
        return None
    wanted = told.findings if told else (slide.ref,)
    title = tr(told.title) if told else found[slide.ref].title
    if not slide.part:
        ask = tr(told.ask) if told else tr("What do you expect to see here?")
        return poster(title, big(ask), GAP, quiet(tr("Guess first; then come the numbers.")))
    shown = [card(found[name], known.names) for name in wanted if name in found]
    return poster(title, *(part for at, each in enumerate(shown) for part in ([GAP] if at else [], _finding(each))))


def _finding(shown: Card) -> Iterator[Line]:
    yield head(tr("{name}: {text}", name=shown.title, text=shown.number) if shown.number else shown.title)
    yield said(shown.reading if shown.observed else tr("This was not observed; that is not zero."))
    if shown.observed and shown.caution:
        yield quiet(shown.caution)


def values(slide: Slide, sources: Sources) -> Poster:
    """What the terms were worth to each side against its reservation; with the answer, one better package."""
    known, names = sources.known, sources.known.names
    terms = known.settlement.terms
    title = tr("What it was worth")
    if terms is None or not known.settlement.values:
        why = known.settlement.no_value or tr("Nothing was ever on the table.")
        return poster(title, said(why), _better(sources) if slide.part else None)
    was = tr("What was agreed") if terms.agreed else tr("What lay last on the table")
    bars = [
        _bar(names.short(party), points(value), points(known.settlement.floor(party)))
        for party, value in known.settlement.values.items()
    ]
    note = quiet(tr("| marks what a side needed to be better off than without agreement."))
    more = _better(sources) if slide.part else [GAP, big(tr("Was more to be had for all?"))]
    return poster(title, head(was), bars, note, more)


def _bar(name: str, value: float, floor: float | None) -> Line:
    over = "" if floor is None else f" ({_signed(value - floor)})"
    return Line(Kind.BAR, name, f"{figure(value)}{over}", value, floor)


def _signed(value: float) -> str:
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    return sign + figure(abs(value))


def _better(sources: Sources) -> Iterator[Line]:
    """One package that was better, and since when it was within reach."""
    reach, names = sources.reach, sources.known.names
    yield GAP
    if reach is None:
        yield said(tr("No package would have been better for some without being worse for others."))
        return
    yield head(
        tr("One that would have been better") if reach.preferred else tr("One that every side could have signed")
    )
    yield said(names.terms(reach.package))
    for party, value in reach.values.items():
        gain = _signed(reach.gains[party])
        yield Line(Kind.BAR, names.short(party), f"{figure(value)} ({gain})", value, None)
    yield said(since(reach))
    yield quiet(tr("Points are the author's sketch of what a side wants; people may have had good reasons to say no."))


def since(reach: Reach) -> str:
    """Who proposed it, and since when it was within reach, in sentences."""
    by = (
        tr("Nobody proposed it.") if reach.proposed is None else tr("It was proposed as package {n}.", n=reach.proposed)
    )
    if reach.known is None:
        return f"{by} " + tr("It needed options that nobody knew.")
    at_hand = (
        tr("All its options were on the board from {time} on.", time=clock_text(reach.on_board))
        if reach.on_board is not None
        else tr("Somebody knew each of its options from {time} on, and not all were said.",
                time=clock_text(reach.known))
    )  # fmt: skip
    if reach.signable is None or reach.since is None:
        return f"{by} {at_hand} " + tr("At the end not every side could have signed it.")
    return f"{by} {at_hand} " + tr(
        "Every side could have signed it from {time} on: it was within reach from {reached} to the end.",
        time=clock_text(60 * reach.signable),
        reached=clock_text(reach.since),
    )


def agreement(sources: Sources) -> Poster:
    """The quality of the agreement, and what it leaves open."""
    known = sources.known
    title = tr("The quality of the agreement")
    found = {f.id: f for f in known.scorecard.findings}
    quality, commitments = found.get("outcome.quality"), found.get("outcome.commitments")
    if quality is None or not quality.observed:
        return poster(title, said(quality.reading if quality else tr("There is no agreement.")))
    gaps = list(_gaps(quality))
    return poster(
        title,
        said(quality.reading),
        head(tr("Gaps")) if gaps else None,
        gaps,
        said(commitments.reading) if commitments and commitments.observed else None,
        GAP,
        big(tr("Who acts, by when, and who looks whether it was done?")),
    )


def _gaps(quality: Finding) -> Iterator[Line]:
    """The criteria on which the agreement says nothing or little."""
    if quality.table is None:
        return
    for row in quality.table.rows:
        name, level = str(row.cells[0]), row.cells[1]
        if level in (0, 1) and name in CRITERIA:
            yield said(f"• {CRITERIA[name].name} ({level}/3)")


def what_if(slide: Slide, sources: Sources) -> Poster | None:
    """How the talks ended, and how they ended where stand-ins played on from a moment."""
    fork = slide.fork
    if fork is None:
        return None
    known, names = sources.known, sources.known.names
    begins = next((m.seconds for m in known.course.moments if m.number == fork.after), 0.0)
    settled, outcome = known.settlement, known.course.outcome
    agreed = fork.outcome in AGREED
    there = {party: points(known.scenario.worth(party, complete(known.scenario, fork.terms)))
             for party in known.scenario.deciding()} if agreed else {}  # fmt: skip
    here = {party: points(value) for party, value in settled.values.items()}
    if settled.terms is not None and not settled.terms.agreed:
        here = {}
    return poster(
        tr("What if: stand-ins played on from {time}", time=clock_text(begins)),
        head(tr("At this table: {outcome}", outcome=_ended(outcome[1].kind if outcome else None))),
        _values(here, sources),
        head(tr("In the branch: {outcome}, at {time}", outcome=_ended(fork.outcome), time=clock_text(fork.seconds))),
        said(names.terms(fork.terms)) if fork.terms else None,
        _values(there, sources),
        GAP,
        quiet(tr("Stand-ins show one way that it could have gone, and prove nothing.")),
    )


def _ended(kind: object) -> str:
    return tr(OUTCOMES[kind]) if kind in OUTCOMES else tr("no outcome recorded")  # type: ignore[index]


def _values(worth: Mapping[str, float], sources: Sources) -> Iterator[Line]:
    for party, value in worth.items():
        floor = points(sources.known.settlement.floor(party))
        yield _bar(sources.known.names.short(party), value, floor)


__all__ = ["CARDS", "agreement", "data_card", "since", "three", "values", "what_if"]
