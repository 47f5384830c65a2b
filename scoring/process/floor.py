"""Who spoke how long on the open floor: M1 and M2."""

from collections.abc import Iterable
from dataclasses import replace
from math import log

from roles.rights import Kind
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, counted, lasting, listed, minutes, percent
from scoring.process.sittings import Turn
from simulator.engine.words import Source

MEDIATORS = (0.20, 0.35)
"""The share of plenary time that mediators take in talks that go well."""
EVEN = 0.85
"""The evenness below which one should ask why."""
ENOUGH = 5 * 60
"""Seconds on the floor below which shares are told and not looked at with a band: one turn would decide."""

SHARE = Finding(
    id="M1",
    title="Talk share",
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution="Only turns on the speaking clock count, and a long turn is not a good one.",
    fundamentals=(Fundamental.IMPARTIALITY, Fundamental.INCLUSIVITY),
)
EVENNESS = Finding(
    id="M2",
    title="Evenness among the sides",
    panel=Panel.PROCESS,
    observed=False,
    unit="index",
    caution="A side may choose silence, and uneven time can be fair.",
    fundamentals=(Fundamental.IMPARTIALITY,),
)


def talk_share(course: Course) -> Finding:
    """M1: t_i / Σt by party, kind of role and seat; the value is the mediators' share in plenary (0 to 1).

    The rows of scope `seat` are for the person in the seat and the trainer, never for the group.
    """
    total = _seconds(course.turns)
    if not total:
        return replace(SHARE, reading="Nobody had the floor on the speaking clock, so who spoke how long is not known.")
    plenary = [turn for turn in course.turns if course.scenario.bodies[turn.body].kind == "plenary"]
    in_plenary = _seconds(plenary)
    left = sum(not turn.ended for turn in course.turns)
    caution = SHARE.caution
    if left:
        caution += f" {counted(left, 'turn')} that nobody ended counted until its phase or the record ended."
    seen = replace(
        SHARE,
        observed=True,
        caution=caution,
        evidence=tuple(number for turn in course.turns for number in turn.evidence),
        table=_shares(course, total),
    )
    if not any(party.kind is Kind.MEDIATION for party in course.scenario.parties.values()):
        return replace(seen, reading=f"{counted(len(course.turns), 'turn')} took {lasting(total)}.")
    if not in_plenary:
        return replace(seen, reading=f"The floor was taken for {lasting(total)}, none of it in plenary.")
    share = _seconds(turn for turn in plenary if course.mediates(turn.seat)) / in_plenary
    low, high = MEDIATORS
    return replace(
        seen,
        value=share,
        reading=f"The mediators had {percent(share)} of the {lasting(in_plenary)} on the floor in plenary.",
        band=_band(low <= share <= high, in_plenary),
    )


def evenness(course: Course) -> Finding:
    """M2: H = -Σ p ln p / ln n over the n deciding parties' shares of their time: 1 is even, 0 is one party alone.

    The evenness of Pielou (1966) on Shannon's entropy.
    """
    sides = course.scenario.deciding()
    if len(sides) < 2:
        return replace(EVENNESS, reading="Fewer than two parties decide, so there is nothing to compare.")
    turns = {side: [turn for turn in course.turns if course.party_of(turn.seat) == side] for side in sides}
    spoken = {side: _seconds(of_side) for side, of_side in turns.items()}
    total = sum(spoken.values())
    if not total:
        return replace(EVENNESS, reading="No side had the floor on the speaking clock, so nothing can be compared.")
    shares = {side: seconds / total for side, seconds in spoken.items()}
    value = max(0.0, -sum(p * log(p) for p in shares.values() if p) / log(len(sides)))
    said = listed([f"{course.name(side)} {percent(share)}" for side, share in shares.items()])
    return replace(
        EVENNESS,
        observed=True,
        value=value,
        reading=f"Evenness among the sides is {value:.2f}, 1 being even: {said}.",
        band=_band(value >= EVEN, total),
        evidence=tuple(sorted(number for of_side in turns.values() for turn in of_side for number in turn.evidence)),
        table=Table(
            ("party", "turns", "minutes", "share"),
            tuple(
                Row(
                    (side, len(turns[side]), minutes(spoken[side]), round(shares[side], 3)),
                    tuple(number for turn in turns[side] for number in turn.evidence),
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
