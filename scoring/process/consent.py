"""Who was in, who left, and how long it took to come back: M14."""

from dataclasses import replace

from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, counted, listed, minutes
from simulator.engine.events import ConsentChanged, PartyReturned, PartyWalkedOut
from simulator.engine.words import Consent

COURSE = Finding(
    id="M14",
    title="Consent course",
    panel=Panel.PROCESS,
    observed=False,
    unit="walk-outs",
    caution="A walk-out may be a tactic, and a condition that is met may be the best move of the day.",
    fundamentals=(Fundamental.CONSENT,),
)


def consent_course(course: Course) -> Finding:
    """M14: changes of consent after the first word, walk-outs and play minutes away, by party.

    The value counts the walk-outs.
    """
    rows = tuple(_row(course, party) for party in course.scenario.parties)
    shown = tuple(row for row in rows if row.evidence)
    if not shown:
        return replace(COURSE, reading="No party said whether it takes part.")
    walk_outs = course.every(PartyWalkedOut)
    returns = course.every(PartyReturned)
    first = len({event.party for _, event in course.every(ConsentChanged)})
    changes = len(course.every(ConsentChanged)) - first
    who = counted(first, "party", "parties")
    reading = f"{who} said whether to take part, and consent changed {counted(changes, 'time')} after that"
    if walk_outs:
        reading += f"; {counted(len(walk_outs), 'walk-out')} and {counted(len(returns), 'return')}."
    else:
        reading += "; nobody walked out."
    away = [course.name(str(row.cells[0])) for row in shown if row.cells[-1] in (Consent.SUSPENDED, Consent.OUT)]
    if away:
        was = "were" if len(away) > 1 else "was"
        reading = f"{reading.removesuffix('.')}; {listed(away)} {was} away {course.at_the_end}."
    return replace(
        COURSE,
        observed=True,
        value=float(len(walk_outs)),
        reading=reading,
        evidence=tuple(sorted(number for row in shown for number in row.evidence)),
        table=Table(
            (
                "party",
                "changes",
                "walk_outs",
                "minutes_away",
                "returned",
                "conditions_set",
                "conditions_met",
                "consent_at_the_end",
            ),
            shown,
        ),
    )


def _row(course: Course, party: str) -> Row:
    """What one party did; a party that did not come back is away until the talks end.

    Its first word on taking part is no change.
    """
    evidence: list[int] = []
    changes = walk_outs = set_ = met = 0
    left: float | None = None
    away = 0.0
    waiting = False
    last: Consent | None = None
    for moment in course.any_of(ConsentChanged, PartyWalkedOut, PartyReturned):
        event = moment.event
        if not isinstance(event, ConsentChanged | PartyWalkedOut | PartyReturned) or event.party != party:
            continue
        evidence.append(moment.number)
        if isinstance(event, PartyWalkedOut):
            waiting = False  # whoever leaves and comes back has not had a condition met
            walk_outs += 1
            left = course.running(moment) if left is None else left
        elif isinstance(event, PartyReturned):
            if left is not None:
                away, left = away + course.running(moment) - left, None
        else:
            changes += last is not None
            last = event.consent
            if event.consent is Consent.CONDITIONAL:
                set_, waiting = set_ + 1, True
            elif event.consent is Consent.IN and waiting:
                met, waiting = met + 1, False
            elif event.consent is Consent.OUT:
                waiting = False
    if left is not None:
        away += course.length - left
    returned = None if not walk_outs else "no" if left is not None else "yes"
    cells = (
        party,
        changes,
        walk_outs,
        minutes(away) if walk_outs else None,
        returned,
        set_,
        met,
        last.value if last else None,
    )
    return Row(cells, tuple(evidence))
