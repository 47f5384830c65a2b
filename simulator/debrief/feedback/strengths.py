"""What there is to build on: acts of a seat that moved the talks, each with its events."""

from scenarios.texts import tr, trn
from simulator.debrief.feedback.point import Own, Point, Rule, first, numbers, words
from simulator.debrief.naming import MOVES, listed
from simulator.engine import events as e
from simulator.engine.words import Answer, Move, Resolution

MOST = 3
"""Strengths on a page."""

GOOD = (
    Move.OPEN_QUESTION,
    Move.PARAPHRASE,
    Move.SUMMARY,
    Move.REFRAME,
    Move.ACKNOWLEDGE,
    Move.REALITY_TEST,
    Move.VERIFY,
    Move.CHECK,
    Move.APOLOGY,
)
"""Moves that help, whoever makes them."""


def strengths(own: Own) -> tuple[Point, ...]:
    """At most three strengths, the weightiest first."""
    return first(RULES, own, MOST)


def skills(own: Own, most: int) -> tuple[str, ...]:
    """The competencies that the record evidences, at most so many, the weightiest first."""
    return tuple(dict.fromkeys(point.skill for point in first(RULES, own, len(RULES))))[:most]


def _acknowledged(own: Own) -> Point | None:
    found = own.did(e.InterestAcknowledged)
    if not found:
        return None
    owners = listed(dict.fromkeys(own.known.names.owner(event.interest) for _, event in found))
    text = tr("You said aloud what matters to {owner}. People move when they have been heard.", owner=owners)
    return Point(
        text, numbers(moment for moment, _ in found), skill=tr("Listening, and saying what one has understood")
    )


def _agreed(own: Own) -> Point | None:
    agreed = {event.package for _, event in own.known.course.every(e.PackageAgreed)}
    found = [moment for moment, event in own.did(e.PackageTabled) if event.package in agreed]
    if not found:
        return None
    text = tr("The package that you tabled became the agreement.")
    return Point(text, numbers(found), words(found), skill=tr("Making packages that others can accept"))


def _unlocked(own: Own) -> Point | None:
    opened = {event.interest: moment for moment, event in own.known.course.every(e.OptionUnlocked)}
    for moment, event in own.did(e.InterestDisclosed):
        after = opened.get(event.interest)
        if after is not None and after.number > moment.number:
            interest = own.known.names.interest(event.interest)
            text = tr("You told what your side needs ({interest}), and an option came of it.", interest=interest)
            return Point(text, (moment.number, after.number), skill=tr("Speaking of interests rather than positions"))
    return None


def _disclosed(own: Own) -> Point | None:
    found = own.did(e.InterestDisclosed)
    if not found:
        return None
    to = own.known.names.seats(dict.fromkeys(seat for _, event in found for seat in event.to))
    text = trn(
        "You told {to} {n} interest of your side instead of a position.",
        "You told {to} {n} interests of your side instead of positions.",
        len(found),
        to=to,
    )
    return Point(text, numbers(moment for moment, _ in found), skill=tr("Speaking of interests rather than positions"))


def _carried(own: Own) -> Point | None:
    found = own.did(e.InterestRelayed)
    if not found or any(event.breach for _, event in found):
        return None
    text = trn(
        "You carried {n} interest from one side to the other, and only what you were allowed to carry.",
        "You carried {n} interests from side to side, and only what you were allowed to carry.",
        len(found),
    )
    return Point(
        text, numbers(moment for moment, _ in found), skill=tr("Carrying between sides only what may be carried")
    )


def _accepted(own: Own) -> Point | None:
    mine = {event.package: moment for moment, event in own.did(e.PackageTabled)}
    yes = [
        (mine[event.package], moment, event.party)
        for moment, event in own.known.course.every(e.PackageAnswered)
        if event.package in mine and event.answer is Answer.ACCEPT and event.party != own.party
    ]
    if not yes:
        return None
    who = listed(dict.fromkeys(own.known.names.short(party) for _, _, party in yes))
    text = tr("{party} accepted a package that you tabled.", party=who)
    return Point(
        text, numbers((yes[0][0], yes[0][1])), words((yes[0][0],)), skill=tr("Making packages that others can accept")
    )


def _returned(own: Own) -> Point | None:
    found = [moment for moment, _ in (*own.did(e.PartyReturned), *own.did(e.StepOffered))]
    if not found:
        return None
    return Point(
        tr("You made the step that brought the talks back."),
        numbers(found),
        words(found),
        skill=tr("Bringing talks back after a break"),
    )


def _in_time(own: Own) -> Point | None:
    found = [(moment, event) for moment, event in own.known.course.every(e.InjectMet) if event.seat == own.seat]
    if not found:
        return None
    told = listed(dict.fromkeys(own.known.names.inject(event.inject) for _, event in found))
    text = tr("You did in time what the events asked of you: {events}.", events=told)
    return Point(text, numbers(moment for moment, _ in found), skill=tr("Answering events in time"))


def _lifted(own: Own) -> Point | None:
    found = [moment for moment, event in own.did(e.BracketLifted) if event.resolution is not Resolution.DEFERRED]
    found += [moment for moment, _ in own.did(e.BracketNarrowed)]
    if not found:
        return None
    text = trn(
        "You took {n} bracket out of the text, or made it smaller.",
        "You took {n} brackets out of the text, or made them smaller.",
        len(found),
    )
    return Point(text, numbers(found), words(found), skill=tr("Settling what is contested in a text"))


def _proposed(own: Own) -> Point | None:
    mine = {(event.issue, event.option): moment for moment, event in own.did(e.OptionProposed)}
    if not mine:
        return None
    for moment, event in own.known.course.every(e.PackageTabled):
        for term in event.terms.items():
            if term in mine and event.party != own.party:
                text = tr(
                    "An option that you proposed stood in a package of {party}.",
                    party=own.known.names.short(event.party),
                )
                return Point(
                    text,
                    (mine[term].number, moment.number),
                    words((mine[term],)),
                    skill=tr("Bringing new options to the table"),
                )
    return Point(
        tr("You put new options on the board."),
        numbers(mine.values()),
        words(mine.values()),
        skill=tr("Bringing new options to the table"),
    )


def _moves(own: Own) -> Point | None:
    found = own.tagged(*GOOD)
    if not found:
        return None
    events = [moment.event for moment in found]
    moves = listed(dict.fromkeys(tr(MOVES[event.move]) for event in events if isinstance(event, e.MoveTagged)))
    text = trn(
        "Somebody who watched noted {n} move of yours that helps: {moves}.",
        "Somebody who watched noted {n} moves of yours that help: {moves}.",
        len(found),
        moves=moves,
    )
    return Point(text, numbers(found), skill=tr("Asking and summing up so that others can move"))


def _consent(own: Own) -> Point | None:
    if not own.mediates:
        return None
    found = [moment for moment, event in own.known.course.every(e.ConsentChanged) if event.party != own.party]
    if len(found) < 2:
        return None
    text = tr("Your team asked for consent, and heard the conditions, before the talks went on.")
    return Point(text, numbers(found), skill=tr("Winning consent before beginning"))


def _framed(own: Own) -> Point | None:
    found = [moment for moment, _ in own.did(e.IssueFramed)]
    if not found:
        return None
    text = trn(
        "You put {n} issue as a question that all could answer.",
        "You put {n} issues as questions that all could answer.",
        len(found),
    )
    return Point(text, numbers(found), words(found), skill=tr("Framing issues as questions"))


def _text(own: Own) -> Point | None:
    found = [moment for moment, _ in own.did(e.VersionIssued)]
    if not found:
        return None
    text = trn(
        "You held the pen, and gave the room {n} version of one text to work on.",
        "You held the pen, and gave the room {n} versions of one text to work on.",
        len(found),
    )
    return Point(text, numbers(found), skill=tr("Holding the pen of a single negotiating text"))


def _met(own: Own) -> Point | None:
    found = [moment for moment, _ in own.did(e.CaucusCalled)]
    if not found:
        return None
    text = trn(
        "You asked for {n} private meeting when it was needed.",
        "You asked for {n} private meetings when they were needed.",
        len(found),
    )
    return Point(text, numbers(found), skill=tr("Meeting in private when it helps"))


def _commented(own: Own) -> Point | None:
    found = [moment for moment, _ in (*own.did(e.ClauseCommented), *own.did(e.CommitmentRecorded))]
    if not found:
        return None
    text = trn(
        "You worked on the words of the text {n} time.", "You worked on the words of the text {n} times.", len(found)
    )
    return Point(text, numbers(found), words(found), skill=tr("Working on the words of a text"))


def _asked(own: Own) -> Point | None:
    found = [moment for moment, _ in (*own.did(e.ExpertAsked), *own.did(e.CapitalAsked), *own.did(e.VisitAsked))]
    if not found:
        return None
    return Point(tr("You asked before you decided."), numbers(found), words(found), skill=tr("Asking before deciding"))


def _prepared(own: Own) -> Point | None:
    found = [moment for moment, _ in own.did(e.SheetFiled)]
    if not found:
        return None
    return Point(
        tr("Your side went into the talks with its preparation sheet filled in."),
        numbers(found),
        skill=tr("Going into talks prepared"),
    )


def _stated(own: Own) -> Point | None:
    found = [moment for moment, _ in own.did(e.PositionStated)]
    if not found:
        return None
    return Point(
        tr("You said clearly where your side stands."),
        numbers(found),
        words(found),
        skill=tr("Saying clearly where one stands"),
    )


RULES: tuple[Rule, ...] = (
    _agreed,
    _acknowledged,
    _unlocked,
    _carried,
    _accepted,
    _returned,
    _disclosed,
    _in_time,
    _moves,
    _proposed,
    _framed,
    _lifted,
    _consent,
    _text,
    _asked,
    _met,
    _commented,
    _prepared,
    _stated,
)
