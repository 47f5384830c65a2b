"""Who spoke how long on the open floor: M1 and M2."""

from collections.abc import Iterable
from dataclasses import replace
from math import log

from roles.rights import Kind
from scenarios.texts import listing, mark, number, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.process.sittings import Turn
from scoring.sentences import lasting, percent
from simulator.engine.words import Source

MEDIATORS = (0.20, 0.35)
"""The share of plenary time that mediators take in talks that go well."""
EVEN = 0.85
"""The evenness below which one should ask why."""
ENOUGH = 5 * 60
"""Seconds on the floor below which shares are told and not looked at with a band: one turn would decide."""

SHARE = Finding(
    id="M1",
    title=mark("Talk share"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("Only turns on the speaking clock count, and a long turn is not a good one."),
    fundamentals=(Fundamental.IMPARTIALITY, Fundamental.INCLUSIVITY),
)
EVENNESS = Finding(
    id="M2",
    title=mark("Evenness among the sides"),
    panel=Panel.PROCESS,
    observed=False,
    unit="index",
    caution=mark("A side may choose silence, and uneven time can be fair."),
    fundamentals=(Fundamental.IMPARTIALITY,),
)


def talk_share(course: Course) -> Finding:
    """M1: t_i / Σt by party, kind of role and seat; the value is the mediators' share in plenary (0 to 1).

    The rows of scope `seat` are for the person in the seat and the trainer, never for the group.
    """
    total = _seconds(course.turns)
    if not total:
        return replace(
            SHARE.said, reading=tr("Nobody had the floor on the speaking clock, so who spoke how long is not known.")
        )
    plenary = [turn for turn in course.turns if course.scenario.bodies[turn.body].kind == "plenary"]
    in_plenary = _seconds(plenary)
    left = sum(not turn.ended for turn in course.turns)
    caution = tr(SHARE.caution)
    if left:
        unended = trn(
            "{n} turn that nobody ended counted until its phase or the record ended.",
            "{n} turns that nobody ended counted until its phase or the record ended.",
            left,
        )
        caution = f"{caution} {unended}"
    seen = replace(
        SHARE.said,
        observed=True,
        caution=caution,
        evidence=tuple(number for turn in course.turns for number in turn.evidence),
        table=_shares(course, total),
    )
    if not any(party.kind is Kind.MEDIATION for party in course.scenario.parties.values()):
        taken = trn("{n} turn took {length}.", "{n} turns took {length}.", len(course.turns), length=lasting(total))
        return replace(seen, reading=taken)
    if not in_plenary:
        reading = tr("The floor was taken for {length}, none of it in plenary.", length=lasting(total))
        return replace(seen, reading=reading)
    share = _seconds(turn for turn in plenary if course.mediates(turn.seat)) / in_plenary
    low, high = MEDIATORS
    return replace(
        seen,
        value=share,
        reading=tr(
            "The mediators had {share} of the {length} on the floor in plenary.",
            share=percent(share),
            length=lasting(in_plenary),
        ),
        band=_band(low <= share <= high, in_plenary),
    )


def evenness(course: Course) -> Finding:
    """M2: H = -Σ p ln p / ln n over the n deciding parties' shares of their time: 1 is even, 0 is one party alone.

    The evenness of Pielou (1966) on Shannon's entropy.
    """
    sides = course.scenario.deciding()
    if len(sides) < 2:
        return replace(EVENNESS.said, reading=tr("Fewer than two parties decide, so there is nothing to compare."))
    turns = {side: [turn for turn in course.turns if course.party_of(turn.seat) == side] for side in sides}
    spoken = {side: _seconds(of_side) for side, of_side in turns.items()}
    total = sum(spoken.values())
    if not total:
        return replace(
            EVENNESS.said, reading=tr("No side had the floor on the speaking clock, so nothing can be compared.")
        )
    shares = {side: seconds / total for side, seconds in spoken.items()}
    value = max(0.0, -sum(p * log(p) for p in shares.values() if p) / log(len(sides)))
    # Translators: a party and its share.
    said = listing(
        tr("{party} {share}", party=course.name(side), share=percent(share)) for side, share in shares.items()
    )
    return replace(
        EVENNESS.said,
        observed=True,
        value=value,
        reading=tr(
            "Evenness among the sides is {evenness}, 1 being even: {shares}.", evenness=number(value, 2), shares=said
        ),
        band=_band(value >= EVEN, total),
        evidence=tuple(sorted(event for of_side in turns.values() for turn in of_side for event in turn.evidence)),
        table=Table(
            ("party", "turns", "minutes", "share"),
            tuple(
                Row(
                    (side, len(turns[side]), minutes(spoken[side]), round(shares[side], 3)),
                    tuple(event for turn in turns[side] for event in turn.evidence),
                )
                for side in sides
            ),
        ),
    )


def _band(planned: bool, seconds: float) -> Band | None:
    """The band of a share of so many seconds; none where they are too few."""
    if seconds < ENOUGH:
        return None
    return Band.AS_PLANNED if planned else Band.WORTH_A_LOOK


def _seconds(turns: Iterable[Turn]) -> float:
    return sum(turn.seconds for turn in turns)


def _shares(course: Course, total: float) -> Table:
    """Rows for parties, kinds of role, and seats that are played; who never spoke has a row too."""
    scenario = course.scenario
    spoke = {turn.seat for turn in course.turns}
    groups: list[tuple[str, str, set[str]]] = []
    for party in scenario.parties:
        groups.append(("party", party, set(scenario.seats_of(party))))
    for kind in dict.fromkeys(party.kind for party in scenario.parties.values()):
        seats = {name for name, seat in scenario.seats.items() if scenario.parties[seat.party].kind is kind}
        groups.append(("kind", kind.value, seats))
    for name in scenario.seats:
        state = course.talks.seats.get(name)
        if name in spoke or (state is not None and state.source is not Source.EMPTY):
            groups.append(("seat", name, {name}))
    rows: list[Row] = []
    for scope, who, seats in groups:
        if seats:
            turns = [turn for turn in course.turns if turn.seat in seats]
            seconds = _seconds(turns)
            cells = (scope, who, len(turns), minutes(seconds), round(seconds / total, 3))
            rows.append(Row(cells, tuple(number for turn in turns for number in turn.evidence)))
    return Table(("scope", "who", "turns", "minutes", "share"), tuple(rows))
