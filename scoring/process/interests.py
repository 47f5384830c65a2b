"""What was found out behind the positions, and what became of it: M6 and M7."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scenarios.model import Interest, Scenario
from scenarios.texts import mark, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import figure, sentence
from simulator.engine.events import (
    InterestAcknowledged,
    InterestDisclosed,
    MoveTagged,
    OptionProposed,
    PackageTabled,
    VersionIssued,
)
from simulator.engine.session import Moment
from simulator.engine.words import EVERYBODY

HALF_BY = 70 / 180
"""The share of the exercise's minutes by which half of the key interests should be known: minute 70 of 180."""
BEFORE = 5 * 60
"""Play seconds within which a tagged move counts as what came before a disclosure."""
USE_WITHIN = 20 * 60
"""Play seconds within which a disclosure should lead to something on the table."""

DISCOVERY = Finding(
    id="M6",
    title=mark("Interest discovery"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("An interest that was said aloud and not recorded is missing here."),
    fundamentals=(Fundamental.CONSENT, Fundamental.QUALITY_AGREEMENT),
)
ACKNOWLEDGED = Finding(
    id="M6.acknowledged",
    title=mark("Interests acknowledged by others"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("Saying that one has understood is not agreeing, and may be said without being recorded."),
    fundamentals=(Fundamental.CONSENT, Fundamental.QUALITY_AGREEMENT),
)
USE = Finding(
    id="M7",
    title=mark("From discovery to use"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("What was proposed after a disclosure was not always proposed because of it."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The first time that an owner told an interest to somebody outside the own party."""

    interest: str
    """`party.interest`."""
    moment: Moment
    by: str
    to: tuple[str, ...]


def sought(scenario: Scenario) -> Mapping[str, Interest]:
    """The interests that there are to discover: guarded or hidden ones marked `key`, or all such if none is marked."""
    kept = {
        f"{name}.{interest}": token
        for name, party in scenario.parties.items()
        for interest, token in party.interests.items()
        if token.kept != "open"
    }
    return {name: token for name, token in kept.items() if token.key} or kept


def elicited(course: Course) -> Mapping[str, Disclosure]:
    """The sought interests that were told during the talks, in the order in which they were told."""
    wanted = sought(course.scenario)
    found: dict[str, Disclosure] = {}
    for moment, event in course.every(InterestDisclosed):
        owner = event.interest.partition(".")[0]
        outside = any(seat == EVERYBODY or course.party_of(seat) != owner for seat in event.to)
        if event.interest in wanted and event.interest not in found and outside:
            found[event.interest] = Disclosure(event.interest, moment, event.by, event.to)
    return found


def interest_discovery(course: Course) -> Finding:
    """M6: interests elicited / interests sought (0 to 1), with the time and circumstances of each."""
    wanted, found = sought(course.scenario), elicited(course)
    if not wanted:
        return replace(DISCOVERY.said, reading=tr("No party keeps an interest back in this scenario."))
    due = HALF_BY * course.scenario.minutes * 60
    if not found and course.end < due:
        now = figure(minutes(course.end))
        reading = tr("No interest was told by minute {minute}, too early to conclude.", minute=now)
        return replace(DISCOVERY.said, reading=reading)
    in_time = sum(disclosure.moment.seconds <= due for disclosure in found.values())
    half = 2 * in_time >= len(wanted)
    if any(token.key for token in wanted.values()):
        kept = trn("{n} key interest", "{n} key interests", len(wanted))
    else:
        kept = trn("{n} interest", "{n} interests", len(wanted))
    if found:
        first = next(iter(found.values())).moment
        # Translators: {interests} is "7 interests" or "7 key interests".
        told = trn(
            "{n} of {interests} kept back was told to somebody outside the party, the first one in minute {minute}",
            "{n} of {interests} kept back were told to somebody outside the party, the first one in minute {minute}",
            len(found),
            interests=kept,
            minute=figure(minutes(first.seconds)),
        )
    else:
        told = tr("0 of {interests} kept back were told to somebody outside the party", interests=kept)
    acknowledged = _acknowledged(course)
    return replace(
        DISCOVERY.said,
        observed=True,
        value=len(found) / len(wanted),
        reading=sentence(told, _when_due(course, in_time, due)),
        band=Band.AS_PLANNED if half else Band.WORTH_A_LOOK if course.end >= due else None,
        evidence=tuple(disclosure.moment.number for disclosure in found.values()),
        table=Table(
            ("interest", "kept", "minute", "told_by", "told_to", "move_before", "move_by", "acknowledged_by"),
            tuple(
                _row(course, name, token.kept, found.get(name), acknowledged.get(name, {}))
                for name, token in wanted.items()
            ),
        ),
    )


def _when_due(course: Course, in_time: int, due: float) -> str:
    if course.end < due:
        # Translators: {ended} is "the talks ended" or "the record breaks off".
        return tr(
            "half by minute {due} is good, and {ended} in minute {minute}",
            due=figure(minutes(due)),
            ended=course.cut_off_by,
            minute=figure(minutes(course.end)),
        )
    return trn(
        "{n} by minute {due}, where half is good",
        "{n} by minute {due}, where half is good",
        in_time,
        due=figure(minutes(due)),
    )


def interests_acknowledged(course: Course) -> Finding:
    """M6: of the interests elicited, the share that another deciding party said it understood (0 to 1).

    Mediators and others who said so are in the table and do not count: to understand is their profession.
    """
    found, acknowledged = elicited(course), _acknowledged(course)
    if not found:
        return replace(
            ACKNOWLEDGED.said, reading=tr("No interest that was kept back was told to anybody outside its party.")
        )
    sides = course.scenario.deciding()
    understood = sum(any(party in sides for party in acknowledged.get(name, ())) for name in found)
    rows: list[Row] = []
    for name, disclosure in found.items():
        heard, told = acknowledged.get(name, {}), disclosure.moment
        for party, moment in heard.items():
            decides = "yes" if party in sides else "no"
            after = minutes(course.between(told, moment))
            rows.append(Row((name, party, decides, minutes(moment.seconds), after), (told.number, moment.number)))
        if not heard:
            rows.append(Row((name, None, None, None, None), (told.number,)))
    by_others = sum(bool(acknowledged.get(name)) for name in found) - understood
    told_ = trn("{n} interest told", "{n} interests told", len(found))
    if understood:
        reading = trn(
            "Of {interests}, {n} got the word of another deciding party that it understood",
            "Of {interests}, {n} got the word of another deciding party that it understood",
            understood,
            interests=told_,
        )
    else:
        reading = tr("Of {interests}, none got the word of another deciding party that it understood", interests=told_)
    only = ""
    if by_others:
        only = trn(
            "{n} only that of mediators or others who do not decide",
            "{n} only that of mediators or others who do not decide",
            by_others,
        )
    return replace(
        ACKNOWLEDGED.said,
        observed=True,
        value=understood / len(found),
        reading=sentence(reading, only),
        evidence=_evidence(rows),
        table=Table(("interest", "acknowledged_by", "decides", "minute", "minutes_after"), tuple(rows)),
    )


def discovery_to_use(course: Course) -> Finding:
    """M7: of the interests elicited, the share that something new on the table serves within 20 play minutes (0 to 1).

    On the table comes an option put on the board, a package, or a version of the text. It is new when the same option
    had not come there in the same way before. Interests that no option serves do not count, nor those whose 20 minutes
    the end of the talks cut off.
    """
    wanted = sought(course.scenario)
    tabled = tuple(_tabled(course))
    rows: list[Row] = []
    states: Counter[str] = Counter()
    for disclosure in elicited(course).values():
        served_by = wanted[disclosure.interest].served_by
        if not any(served_by.values()):
            continue
        told = disclosure.moment
        before = {(how, issue, option) for moment, how, issue, option in tabled if moment.number < told.number}
        after = [
            use
            for use in tabled
            if use[0].number > told.number
            and course.between(told, use[0]) <= USE_WITHIN
            and use[3] in served_by.get(use[2], ())
        ]
        new = next((use for use in after if use[1:] not in before), None)
        use = new or next(iter(after), None)
        if new is None and _cut_off(course, told):
            use = None
        state = "used" if new else "cut_off" if _cut_off(course, told) else "again" if use else "not_used"
        states[state] += 1
        start = (disclosure.interest, minutes(told.seconds), state)
        if use is None:
            rows.append(Row((*start, None, None, None, None), (told.number,)))
        else:
            moment, how, issue, option = use
            late = minutes(course.between(told, moment))
            rows.append(Row((*start, how, f"{issue}.{option}", moment.event.by, late), (told.number, moment.number)))
    table = Table(("interest", "minute", "state", "how", "option", "by", "minutes_after"), tuple(rows))
    if not rows:
        return replace(USE.said, reading=tr("No interest was told that an option could serve."))
    tried = len(rows) - states["cut_off"]
    if not tried:
        reading = (
            tr("The talks ended less than 20 minutes after what was told, too early to see its use.")
            if course.over
            else tr("The record breaks off less than 20 minutes after what was told, too early to see its use.")
        )
        return replace(USE.said, reading=reading, table=table, evidence=_evidence(rows))
    again = early = ""
    if states["again"]:
        again = trn(
            "{n} was served only by what had been there before",
            "{n} were served only by what had been there before",
            states["again"],
        )
    if states["cut_off"]:
        # Translators: {ended} is "the talks ended" or "the record breaks off".
        early = trn(
            "for {n} more {ended} too early",
            "for {n} more {ended} too early",
            states["cut_off"],
            ended=course.cut_off_by,
        )
    used = trn(
        "{used} of {n} interest told led to something new on the table within 20 minutes",
        "{used} of {n} interests told led to something new on the table within 20 minutes",
        tried,
        used=states["used"],
    )
    reading = sentence(used, again, early)
    return replace(
        USE.said, observed=True, value=states["used"] / tried, reading=reading, evidence=_evidence(rows), table=table
    )


def _cut_off(course: Course, told: Moment) -> bool:
    return course.length - course.running(told) < USE_WITHIN


def _acknowledged(course: Course) -> Mapping[str, Mapping[str, Moment]]:
    """Who acknowledged whose interest first when: by interest and by acknowledging party."""
    found: dict[str, dict[str, Moment]] = {}
    for moment, event in course.every(InterestAcknowledged):
        if event.party != event.interest.partition(".")[0]:
            found.setdefault(event.interest, {}).setdefault(event.party, moment)
    return found


def _row(
    course: Course, name: str, kept: str, disclosure: Disclosure | None, acknowledged: Mapping[str, Moment]
) -> Row:
    if disclosure is None:
        return Row((name, kept, None, None, None, None, None, None))
    told = disclosure.moment
    move = _move_before(course, name.partition(".")[0], told)
    evidence = [told.number, *(moment.number for moment in acknowledged.values())]
    if move is not None:
        evidence.insert(0, move[0].number)
    return Row(
        (
            name,
            kept,
            minutes(told.seconds),
            disclosure.by,
            ", ".join(disclosure.to),
            move[1].move.value if move else None,
            move[1].seat if move else None,
            ", ".join(acknowledged) or None,
        ),
        tuple(evidence),
    )


def _move_before(course: Course, owner: str, told: Moment) -> tuple[Moment, MoveTagged] | None:
    """The last tagged move of somebody outside the owner's party in the five minutes before, in the same room.

    Of what is told in a private meeting, only what its members did since it opened came before.
    """
    meeting = next((m for m in course.meetings if m.number == _caucus(told)), None)
    for moment, event in reversed(course.every(MoveTagged)):
        if moment.number < told.number and course.between(moment, told) <= BEFORE:
            here = meeting is None or (
                event.seat in meeting.seats and meeting.opened is not None and meeting.opened.number < moment.number
            )
            if here and course.party_of(event.seat) != owner:
                return moment, event
    return None


def _caucus(told: Moment) -> int | None:
    return told.event.caucus if isinstance(told.event, InterestDisclosed) else None


def _tabled(course: Course) -> Iterator[tuple[Moment, str, str, str]]:
    """Every option that came on the table: its moment, how, its issue, and the option."""
    clauses = course.scenario.text.clauses
    for moment in course.any_of(OptionProposed, PackageTabled, VersionIssued):
        event = moment.event
        if isinstance(event, OptionProposed):
            yield moment, "option", event.issue, event.option
        elif isinstance(event, PackageTabled):
            for issue, option in event.terms.items():
                yield moment, "package", issue, option
        elif isinstance(event, VersionIssued):
            for name, draft in event.clauses.items():
                issue_of = clauses[name].issue if name in clauses else None
                if issue_of is not None and draft.option is not None:
                    yield moment, "version", issue_of, draft.option


def _evidence(rows: list[Row]) -> tuple[int, ...]:
    return tuple(sorted({number for row in rows for number in row.evidence}))
