"""What civil society put in during the talks, and what became of it."""

from dataclasses import dataclass

from scoring.process.course import Course
from scoring.process.drafting import inside
from scoring.process.presence import voices
from scoring.process.settled import Settled, origins, settled
from scoring.process.traces import Traced, traced
from simulator.engine.events import (
    BracketLifted,
    ClauseBracketed,
    ClauseCommented,
    InterestDisclosed,
    OptionProposed,
    OptionUnlocked,
    VersionIssued,
)
from simulator.engine.session import Moment
from simulator.engine.words import Resolution


@dataclass(frozen=True, slots=True)
class Input:
    """Something that a party of civil society put in."""

    party: str
    kind: str
    """`option`, `comment`, `bracket`, `interest` or `input`."""
    moment: Moment
    about: str
    """`issue.option`, a clause, `party.interest`, or the number of an input."""
    taken: bool | None
    """Whether what stood in the end reflects it; None where that cannot be seen."""
    before: bool = False
    """Whether somebody else had put forward before what it is reflected by."""


def inputs(course: Course) -> tuple[Input, ...]:
    """What the parties of civil society put in during the talks, in order."""
    parties = voices(course)
    end = settled(course)
    first = origins(course)

    def earlier(moment: Moment, party: str, what: list[tuple[str, str]]) -> bool:
        """Whether others had put forward all of it."""
        known = [first[each] for each in what if each in first]
        return len(known) == len(what) and all(o.party != party and o.moment.number < moment.number for o in known)

    found = [_handed_in(each) for each in traced(course) if each.party in parties]
    told: set[str] = set()
    opened: dict[tuple[str, str], OptionUnlocked] = {}
    kinds = (OptionUnlocked, OptionProposed, ClauseCommented, ClauseBracketed, InterestDisclosed)
    for moment in course.any_of(*kinds):
        event = moment.event
        if isinstance(event, OptionUnlocked):
            opened[event.issue, event.option] = event
        party = course.party_of(event.by)
        if party not in parties or party is None:
            continue
        if isinstance(event, OptionProposed):
            door = opened.get((event.issue, event.option))
            if door is None or (door.at, door.by) != (event.at, event.by):  # else it came with its interest
                taken = None if end is None else _has(end, event.issue, event.option, event.text)
                before = earlier(moment, party, [(event.issue, event.option)])
                found.append(Input(party, "option", moment, f"{event.issue}.{event.option}", taken, before))
        elif isinstance(event, ClauseCommented):
            found.append(Input(party, "comment", moment, event.clause, _changed(course, end, event.clause, moment)))
        elif isinstance(event, ClauseBracketed):
            found.append(Input(party, "bracket", moment, event.clause, _resolved(course, event)))
        elif isinstance(event, InterestDisclosed) and event.interest not in told:
            told.add(event.interest)
            served = _served(course, end, event.interest)
            before = bool(served) and earlier(moment, party, served or [])
            taken = None if served is None else bool(served)
            found.append(Input(party, "interest", moment, event.interest, taken, before))
    return tuple(sorted(found, key=lambda each: each.moment.number))


def _handed_in(each: Traced) -> Input:
    """An input that was handed in: what the terms show, or else what was said to have become of it."""
    taken = each.found
    if taken is None and each.uptake is not None:
        taken = each.taken and each.stands is not False
    return Input(each.party, "input", each.moment, str(each.number), taken)


def _has(end: Settled, issue: str, option: str, words: str) -> bool:
    return end.options.get(issue) == option or (bool(words) and end.own_words.get(issue) == words)


def _served(course: Course, end: Settled | None, interest: str) -> list[tuple[str, str]] | None:
    """The options that stood in the end and serve an interest; None where no option of the scenario does."""
    party, _, name = interest.partition(".")
    served_by = course.scenario.parties[party].interests[name].served_by
    if end is None or not any(served_by.values()):
        return None
    stood = [(issue, end.options.get(issue, "")) for issue in served_by]
    return [(issue, option) for issue, option in stood if option in served_by[issue]]


def _changed(course: Course, end: Settled | None, clause: str, after: Moment) -> bool:
    """Whether a clause, or what was agreed on its issue, read differently in the end than when it was commented on."""
    before: tuple[str | None, str] | None = None
    inner = inside(moment.event for moment in course.any_of(ClauseBracketed))
    for moment in course.any_of(VersionIssued, BracketLifted):
        event = moment.event
        if moment.number > after.number:
            break
        if isinstance(event, VersionIssued) and clause in event.clauses:
            before = event.clauses[clause].option, event.clauses[clause].wording
        elif isinstance(event, BracketLifted) and event.clause == clause and event.resolution in _REWORDED:
            if (event.clause, event.bracket) in inner:
                continue
            before = event.option, event.wording
    written = course.scenario.text.clauses.get(clause)
    agreed = end.options.get(written.issue) if end is not None and written is not None and written.issue else None
    if agreed is not None and before is not None and agreed != before[0]:
        return True
    now = course.talks.text.clauses.get(clause)
    return now is not None and (now.option, now.wording) != before


_REWORDED = (Resolution.CHOSE_ALTERNATIVE, Resolution.MERGED, Resolution.AMBIGUITY)


def _resolved(course: Course, event: ClauseBracketed) -> bool:
    """Whether the alternative of a bracket was taken, or merged with the text."""
    clause = course.talks.text.clauses.get(event.clause)
    brackets = {each.number: each.resolution for each in clause.brackets} if clause is not None else {}
    return brackets.get(event.bracket) in (Resolution.CHOSE_ALTERNATIVE, Resolution.MERGED)
