"""Who was in, who left, and how long it took to come back: M14."""

from dataclasses import replace

from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import sentence
from simulator.engine.events import ConsentChanged, PartyReturned, PartyWalkedOut
from simulator.engine.words import Consent

COURSE = Finding(
    id="M14",
    title=mark("Consent course"),
    panel=Panel.PROCESS,
    observed=False,
    unit="walk-outs",
    caution=mark("A walk-out may be a tactic, and a condition that is met may be the best move of the day."),
    fundamentals=(Fundamental.CONSENT,),
)


def consent_course(course: Course) -> Finding:
    """M14: changes of consent after the first word, walk-outs and play minutes away, by party.

    The value counts the walk-outs.
    """
    rows = tuple(_row(course, party) for party in course.scenario.parties)
    shown = tuple(row for row in rows if row.evidence)
    if not shown:
        return replace(COURSE.said, reading=tr("No party said whether it takes part."))
    walk_outs = course.every(PartyWalkedOut)
    returns = course.every(PartyReturned)
    first = len({event.party for _, event in course.every(ConsentChanged)})
    changes = len(course.every(ConsentChanged)) - first
    said = trn(
        "{n} party said whether to take part, and consent changed {changed} after that",
        "{n} parties said whether to take part, and consent changed {changed} after that",
        first,
        changed=trn("{n} time", "{n} times", changes),
    )
    out = tr("nobody walked out")
    if walk_outs:
        # Translators: how often parties walked out, and how often one came back.
        out = tr(
            "{walk_outs} and {returns}",
            walk_outs=trn("{n} walk-out", "{n} walk-outs", len(walk_outs)),
            returns=trn("{n} return", "{n} returns", len(returns)),
        )
    away = [course.name(str(row.cells[0])) for row in shown if row.cells[-1] in (Consent.SUSPENDED, Consent.OUT)]
    gone = ""
    if away:
        # Translators: {then} is "when the talks were over" or "where the record breaks off".
        gone = trn(
            "{parties} was away {then}",
            "{parties} were away {then}",
            len(away),
            parties=listing(away),
            then=course.at_the_end,
        )
    return replace(
        COURSE.said,
        observed=True,
        value=float(len(walk_outs)),
        reading=sentence(said, out, gone),
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
