"""How the one text grew: who got its versions when (M4), how it was contested, and how brackets closed (M11)."""

from bisect import bisect_left as bisect
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median

from scenarios.model import Scenario
from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import figure, lasting, sentence
from simulator.engine.commands import ClauseDraft
from simulator.engine.events import (
    BracketLifted,
    BracketNarrowed,
    BracketSupported,
    ClauseBracketed,
    ClauseCommented,
    ConsentChanged,
    Event,
    PartyReturned,
    PartyWalkedOut,
    ReadingClosed,
    VersionIssued,
)
from simulator.engine.session import Moment
from simulator.engine.words import Consent, Resolution

DELIVERY = Finding(
    id="M4",
    title=mark("Fairness of drafts"),
    panel=Panel.PROCESS,
    observed=False,
    unit="minutes",
    caution=mark(
        "A version reaches every screen at once. A paper shown in a corridor is not in the record, and who sits in "
        "a private meeting may read later."
    ),
    fundamentals=(Fundamental.IMPARTIALITY, Fundamental.COHERENCE),
)
TEXT = Finding(
    id="M11",
    title=mark("Course of the text"),
    panel=Panel.PROCESS,
    observed=False,
    unit="brackets",
    caution=mark("Fewer brackets may mean agreement, or words that no longer bind anybody: read the clauses."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)
BRACKETS = Finding(
    id="M11.brackets",
    title=mark("Life of the brackets"),
    panel=Panel.PROCESS,
    observed=False,
    unit="minutes",
    caution=mark("A bracket that is lifted fast may have been a mistake, and a slow one the real issue."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)


def draft_fairness(course: Course) -> Finding:
    """M4: the longest delay, in minutes, between deciding parties for the same version, and who could not read it then.

    Every version reaches all screens at once, so the delay is 0 until drafts are carried from side to side. The table
    says which deciding parties were away, or had somebody in a private meeting, when it came, and the minutes until
    each first touched it, by a comment, a bracket or the lift of one, before the next version.
    """
    issued = course.every(VersionIssued)
    if not issued:
        return replace(DELIVERY.said, reading=tr("No version of the text was issued."))
    sides = course.scenario.deciding()
    said = [
        (party, moment)
        for moment in course.any_of(ClauseCommented, ClauseBracketed, BracketLifted)
        if (party := course.party_of(moment.event.by)) in sides
    ]
    ends = [*(moment.number for moment, _ in issued[1:]), len(course.during) + 1]
    rows: list[Row] = []
    apart = absent = 0
    for (moment, event), until in zip(issued, ends, strict=True):
        meeting = _meeting(course, moment)
        away = _away(course, moment)
        apart += bool(meeting)
        absent += bool(away)
        touched: dict[str, Moment] = {}
        for party, later in said[bisect(said, moment.number, key=_number) : bisect(said, until, key=_number)]:
            touched.setdefault(party, later)
        first = [
            f"{course.name(side)} {minutes(course.between(moment, touched[side])):g}"
            for side in sides
            if side in touched
        ]
        rows.append(
            Row(
                (
                    event.version,
                    minutes(moment.seconds),
                    ", ".join(sides),
                    ", ".join(meeting) or None,
                    ", ".join(away) or None,
                    ", ".join(first) or None,
                ),
                (moment.number, *(later.number for later in touched.values())),
            )
        )
    reading = sentence(
        trn(
            "{n} version reached every side at the same time",
            "{n} versions reached every side at the same time",
            len(issued),
        ),
        _while_apart(apart, len(issued)),
        _while_away(absent, len(issued)),
    )
    return replace(
        DELIVERY.said,
        observed=True,
        value=0.0,
        reading=reading,
        band=Band.WORTH_A_LOOK if absent else Band.AS_PLANNED,
        evidence=tuple(moment.number for moment, _ in issued),
        table=Table(
            ("version", "minute", "reached", "in_private_meeting", "away", "minutes_to_first_word"), tuple(rows)
        ),
    )


def _while_apart(some: int, issued: int) -> str:
    if not some:
        return ""
    if issued == 1:
        return tr("it came while somebody of a side sat in a private meeting")
    return trn(
        "{n} of them while somebody of a side sat in a private meeting",
        "{n} of them while somebody of a side sat in a private meeting",
        some,
    )


def _while_away(some: int, issued: int) -> str:
    if not some:
        return ""
    if issued == 1:
        return tr("it came while a side was away")
    return trn("{n} of them while a side was away", "{n} of them while a side was away", some)


def text_dynamics(course: Course) -> Finding:
    """M11: open brackets and words by version, and clauses contested again after they were clean (churn).

    A row says how the text stood when the next version came, or when the talks were over. The value is the number of
    brackets open at the end. Words are those of the clauses that have any, as everybody read them.
    """
    issued = course.every(VersionIssued)
    if not issued:
        return replace(TEXT.said, reading=tr("No version of the text was issued."))
    standing: dict[str, str] = {}
    clean: set[str] = set()
    churned: list[int] = []
    open_now = 0
    rows: list[Row] = []
    counts: Counter[str] = Counter()
    current: tuple[Moment, int] | None = None
    evidence: list[int] = []

    def row() -> None:
        if current is not None:
            words = [len(text.split()) for text in standing.values() if text.strip()]
            mean = round(sum(words) / len(words), 1) if words else None
            cells = (
                current[1],
                minutes(current[0].seconds),
                counts["put"],
                counts["lifted"],
                open_now,
                counts["again"],
                len(words),
                mean,
            )
            rows.append(Row(cells, tuple(evidence)))

    inner = inside(moment.event for moment in course.any_of(ClauseBracketed))
    for moment in course.any_of(VersionIssued, ClauseBracketed, BracketLifted, ReadingClosed):
        event = moment.event
        if isinstance(event, VersionIssued):
            row()
            counts.clear()
            evidence.clear()
            current = moment, event.version
            standing |= {name: _words(course.told, name, draft) for name, draft in event.clauses.items()}
        elif isinstance(event, ClauseBracketed):
            open_now += 1
            counts["put"] += 1
            if event.clause in clean:
                clean.discard(event.clause)
                counts["again"] += 1
                churned.append(moment.number)
        elif isinstance(event, BracketLifted):
            open_now -= 1
            counts["lifted"] += 1
            if event.resolution in _CHANGES_TEXT and (event.clause, event.bracket) not in inner:
                draft = ClauseDraft(option=event.option, wording=event.wording)
                standing[event.clause] = _words(course.told, event.clause, draft)
        elif isinstance(event, ReadingClosed):
            clean |= set(event.clean)
        evidence.append(moment.number)
    row()
    first, last = rows[0].cells[-1], rows[-1].cells[-1]
    again = density = ""
    if churned:
        again = trn(
            "what had been clean was contested again {n} time",
            "what had been clean was contested again {n} times",
            len(churned),
        )
    if len(rows) > 1 and isinstance(first, float) and isinstance(last, float):
        density = tr(
            "{last} words a clause under the last version, {first} under the first version",
            last=figure(last),
            first=figure(first),
        )
    reading = sentence(
        trn("{n} version", "{n} versions", len(issued)),
        # Translators: {then} is "when the talks were over" or "where the record breaks off".
        trn("{n} bracket open {then}", "{n} brackets open {then}", open_now, then=course.at_the_end),
        again,
        density,
    )
    return replace(
        TEXT.said,
        observed=True,
        value=float(open_now),
        reading=reading,
        evidence=tuple(sorted({moment.number for moment, _ in issued} | set(churned))),
        table=Table(
            ("version", "minute", "brackets_put", "lifted", "open", "clean_contested", "clauses", "words_a_clause"),
            tuple(rows),
        ),
    )


def inside(events: Iterable[Event]) -> frozenset[tuple[str, int]]:
    """The brackets that stand inside another, by clause and number: what they settle goes into the other's words."""
    return frozenset(
        (event.clause, event.bracket)
        for event in events
        if isinstance(event, ClauseBracketed) and event.inside is not None
    )


@dataclass(frozen=True, slots=True)
class BracketLife:
    """A bracket from the minute it was put to the one in which it was lifted."""

    clause: str
    party: str
    put: Moment
    lifted: Moment | None
    resolution: Resolution | None


def brackets(course: Course) -> tuple[BracketLife, ...]:
    """The brackets of the talks, in the order in which they were put."""
    lifted = {(event.clause, event.bracket): (moment, event) for moment, event in course.every(BracketLifted)}
    found: list[BracketLife] = []
    for moment, event in course.every(ClauseBracketed):
        end = lifted.get((event.clause, event.bracket))
        found.append(
            BracketLife(event.clause, event.party, moment, end[0] if end else None, end[1].resolution if end else None)
        )
    return tuple(found)


def bracket_lives(course: Course) -> Finding:
    """M11: how long brackets stood, who put them, and how they were closed.

    The value is the median of the minutes from bracket to lift, over those that were lifted.
    """
    found = brackets(course)
    if not found:
        return replace(BRACKETS.said, reading=tr("No clause was put in brackets."))
    closed = [(life, course.between(life.put, life.lifted)) for life in found if life.lifted is not None]
    still = len(found) - len(closed)
    by_party = Counter(life.party for life in found)
    ways = Counter(life.resolution for life in found if life.resolution is not None)
    # Translators: a party and the number of its brackets.
    said = listing(tr("{party} {n}", party=course.name(party), n=put) for party, put in by_party.items())
    lifted = left = ""
    if closed:
        lifted = trn(
            "{n} lifted ({ways}), after {length}",
            "{n} lifted ({ways}), in the middle case after {length}",
            len(closed),
            ways=listing(_closed(way, times) for way, times in ways.items()),
            length=lasting(median(seconds for _, seconds in closed)),
        )
    if still:
        left = trn("{n} still open {then}", "{n} still open {then}", still, then=course.at_the_end)
    narrowed = len(course.every(BracketNarrowed))
    named = sum(1 for _, event in course.every(BracketSupported) if event.supports)
    moved = trn("{n} time one was narrowed", "{n} times one was narrowed", narrowed) if narrowed else ""
    behind = trn("{n} name put to those of others", "{n} names put to those of others", named) if named else ""
    caution = tr(BRACKETS.caution)
    if still and closed:
        left_out = tr("Those still open are not in the median.")
        caution = f"{caution} {left_out}"
    table = Table(
        ("clause", "party", "minute", "lifted_minute", "minutes_open", "closed_by"),
        tuple(
            Row(
                (
                    life.clause,
                    life.party,
                    minutes(life.put.seconds),
                    minutes(life.lifted.seconds) if life.lifted else None,
                    minutes(course.between(life.put, life.lifted)) if life.lifted else None,
                    life.resolution.value if life.resolution else None,
                ),
                (life.put.number, *((life.lifted.number,) if life.lifted else ())),
            )
            for life in found
        ),
    )
    return replace(
        BRACKETS.said,
        observed=True,
        value=median(seconds for _, seconds in closed) / 60 if closed else None,
        reading=sentence(
            trn("{n} bracket ({parties})", "{n} brackets ({parties})", len(found), parties=said),
            moved,
            behind,
            lifted,
            left,
        ),
        caution=caution,
        evidence=tuple(sorted(number for row in table.rows for number in row.evidence)),
        table=table,
    )


def _closed(way: Resolution, times: int) -> str:
    """How many brackets were closed in a way."""
    match way:
        case Resolution.WITHDRAWN:
            return trn("{n} withdrawn", "{n} withdrawn", times)
        case Resolution.CHOSE_TEXT:
            return trn("{n} for the text as it stood", "{n} for the text as it stood", times)
        case Resolution.CHOSE_ALTERNATIVE:
            return trn("{n} for the alternative", "{n} for the alternative", times)
        case Resolution.MERGED:
            return trn("{n} merged", "{n} merged", times)
        case Resolution.DEFERRED:
            return trn("{n} put off", "{n} put off", times)
        case Resolution.AMBIGUITY:
            return trn("{n} left open on purpose", "{n} left open on purpose", times)


_CHANGES_TEXT = (Resolution.CHOSE_ALTERNATIVE, Resolution.MERGED, Resolution.AMBIGUITY)


def _words(scenario: Scenario, name: str, draft: ClauseDraft) -> str:
    """What a clause says: its own wording, or the text of its option."""
    clause = scenario.text.clauses.get(name)
    issue = scenario.issues.get(clause.issue) if clause is not None and clause.issue is not None else None
    if draft.wording or issue is None or draft.option not in issue.options:
        return draft.wording
    return issue.options[draft.option].text


def _number(said: tuple[str, Moment]) -> int:
    return said[1].number


def _meeting(course: Course, moment: Moment) -> list[str]:
    """The deciding parties with somebody in a private meeting."""
    running = course.running(moment)
    inside = {
        course.party_of(seat)
        for meeting in course.meetings
        if meeting.sits_at(moment, running)
        for seat in meeting.seats
    }
    return [side for side in course.scenario.deciding() if side in inside]


def _away(course: Course, moment: Moment) -> list[str]:
    """The deciding parties that had walked out, or said that they stay out, and not come back."""
    gone: set[str] = set()
    for earlier in course.any_of(PartyWalkedOut, PartyReturned, ConsentChanged):
        event = earlier.event
        if earlier.number > moment.number:
            break
        if isinstance(event, PartyWalkedOut | PartyReturned) and event.body:
            continue  # who left a body still gets the papers of the talks
        if isinstance(event, PartyWalkedOut) or (isinstance(event, ConsentChanged) and event.consent is Consent.OUT):
            gone.add(event.party)
        elif isinstance(event, PartyReturned):
            gone.discard(event.party)
    return [side for side in course.scenario.deciding() if side in gone]
