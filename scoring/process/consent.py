"""Who was in, who left, and how long it took to come back: M14."""

from dataclasses import dataclass, field, replace

from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import sentence
from simulator.engine.events import ConsentChanged, ItemTakenUp, PartyReturned, PartyWalkedOut, PhaseEntered
from simulator.engine.session import main_body
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
    stays = _out_of_bodies(course)
    rows = tuple(
        _row(course, party, stays.get(party, _Apart()) if stays else None) for party in course.scenario.parties
    )
    shown = tuple(row for row in rows if row.evidence)
    if not shown:
        return replace(COURSE.said, reading=tr("No party said whether it takes part."))
    walk_outs = [event for _, event in course.every(PartyWalkedOut) if not event.body]
    returns = [event for _, event in course.every(PartyReturned) if not event.body]
    apart = len(course.every(PartyWalkedOut)) - len(walk_outs)
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
    bodies = ""
    if apart:
        bodies = trn(
            "{n} time a party left a body, or left it for an item, and stayed in the talks",
            "{n} times a party left a body, or left it for an item, and stayed in the talks",
            apart,
        )
    last = 7
    away = [course.name(str(row.cells[0])) for row in shown if row.cells[last] in (Consent.SUSPENDED, Consent.OUT)]
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
        value=float(len(walk_outs) + apart),
        reading=sentence(said, out, bodies, gone),
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
                *(("bodies_left", "minutes_out_of_bodies") if stays else ()),
            ),
            shown,
        ),
    )


@dataclass(slots=True)
class _Apart:
    """How often a party left a body or an item, and for how long."""

    times: int = 0
    seconds: float = 0.0
    since: dict[str, tuple[str, float | None]] = field(default_factory=dict)
    """By body: the item, or none for all of it, and since when the party has been away."""


def _out_of_bodies(course: Course) -> dict[str, _Apart]:
    """What parties left other than the talks; who left for an item is back when the item is done."""
    found: dict[str, _Apart] = {}
    items: dict[str, str] = {}
    for moment in course.any_of(PartyWalkedOut, PartyReturned, ItemTakenUp, PhaseEntered):
        event, now = moment.event, course.running(moment)
        if isinstance(event, PartyWalkedOut) and event.body:
            apart = found.setdefault(event.party, _Apart())
            apart.times += 1
            before = apart.since.get(event.body, ("", None))[1]
            there = not event.item or items.get(event.body) == event.item
            apart.since[event.body] = (event.item, before if before is not None else now if there else None)
        elif isinstance(event, PartyReturned) and event.body and event.party in found:
            _back(found[event.party], event.body, now)
        elif isinstance(event, ItemTakenUp):
            body = event.body or main_body(course.scenario)
            items[body] = event.item
            for apart in found.values():
                item, since = apart.since.get(body, ("", None))
                if item == event.item and since is None:
                    apart.since[body] = (item, now)
                elif item and item != event.item and since is not None:
                    _back(apart, body, now)
        elif isinstance(event, PhaseEntered):
            phase = course.scenario.phases.get(event.phase)
            for body in phase.in_ if phase is not None and phase.new_agenda else ():
                items.pop(body, None)
                for apart in found.values():
                    if apart.since.get(body, ("", None))[0]:
                        _back(apart, body, now)
    for apart in found.values():
        for body in tuple(apart.since):
            _back(apart, body, course.length)
    return found


def _back(apart: _Apart, body: str, now: float) -> None:
    _, since = apart.since.pop(body, ("", None))
    apart.seconds += now - since if since is not None else 0.0


def _row(course: Course, party: str, apart: _Apart | None) -> Row:
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
        if not isinstance(event, ConsentChanged) and event.body:
            continue
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
    more = () if apart is None else (apart.times, minutes(apart.seconds))
    return Row((*cells, *more), tuple(evidence))
