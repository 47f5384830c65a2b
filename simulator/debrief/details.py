"""The sentences of events in which much may be told or left out, and their parts."""

from collections.abc import Mapping

from scenarios.texts import mark, tr, trn
from scoring.sentences import parted, sentence
from simulator.debrief.naming import CAUSES, OUTCOMES, Names, cut, listed, quoted
from simulator.engine import events as e
from simulator.engine.commands import CommitmentDraft
from simulator.engine.words import EVERYBODY, Cause, Permission, Source


def cast(event: e.SeatCast, names: Names) -> str:
    """Who plays a character; the character alone, for the sentence itself says who plays it."""
    found = names.scenario.seats.get(event.seat)
    seat = tr("{name}, {title},", name=found.name, title=found.title) if found else event.seat
    if event.source is Source.HUMAN and event.people:
        people = listed(cut(name) for name in event.people)
        # Translators: {seat} is "Dalia Venn, head of the village," with its commas, or an id.
        return tr("{seat} is played by {people}.", seat=seat, people=people)
    match event.source:
        case Source.HUMAN:
            return tr("{seat} is played by a person.", seat=seat)
        case Source.STAND_IN:
            return tr("{seat} is played by a stand-in.", seat=seat)
        case Source.EMPTY:
            return tr("{seat} is played by nobody.", seat=seat)


def entered(event: e.PhaseEntered, names: Names) -> str:
    """That a phase began, as a clause."""
    phase = names.phase(event.phase)
    if event.cause is Cause.BY_HAND:
        if event.loop:
            return tr("The talks went back to the phase {phase}", phase=phase)
        return tr("The phase {phase} began", phase=phase)
    cause = tr(CAUSES[event.cause])
    if event.loop:
        # Translators: {cause} is "at the deadline" and the like.
        return tr("The talks went back to the phase {phase} {cause}", phase=phase, cause=cause)
    return tr("The phase {phase} began {cause}", phase=phase, cause=cause)


def sent(event: e.InjectSent, names: Names) -> str:
    """Whom a prepared event reached, how, from whom, and why."""
    values = {
        "event": quoted(names.inject(event.inject)),
        "to": names.seats(event.to),
        "cause": tr(CAUSES[event.cause]),
    }
    found = names.scenario.events.get(event.inject)
    if found is None:
        return tr("{event} reached {to}, sent {cause}.", **values)
    values |= {"channel": tr(_CHANNELS[found.channel]), "sender": found.sender}
    if event.text:
        # Translators: {cause} is "by hand", "when its time had come" and the like.
        return tr(
            "{event}, {channel} from {sender}, reached {to}, sent {cause} in other words: {words}.",
            words=quoted(event.text),
            **values,
        )
    # Translators: {cause} is "by hand", "when its time had come" and the like.
    return tr("{event}, {channel} from {sender}, reached {to}, sent {cause}.", **values)


def improvised(event: e.InjectImprovised, names: Names) -> str:
    """Whom an improvised event reached, how, from whom."""
    return tr(
        "{event}, {channel} from {sender}, reached {to}, improvised: {words}.",
        event=quoted(event.title),
        channel=tr(_CHANNELS[event.channel.value]),
        sender=cut(event.sender),
        to=names.seats(event.to),
        words=quoted(event.text),
    )


def ended(event: e.OutcomeRecorded, names: Names) -> str:
    """How the talks ended, as a clause."""
    outcome = tr(OUTCOMES[event.kind])
    if event.cause in (Cause.BY_HAND, Cause.AUTOMATIC):
        ended = tr("The talks ended with {outcome}", outcome=outcome)
    else:
        # Translators: {cause} is "at the deadline" and the like.
        ended = tr("The talks ended {cause} with {outcome}", cause=tr(CAUSES[event.cause]), outcome=outcome)
    return f"{ended} ({cut(names.terms(event.terms), 400)})" if event.terms else ended


def disclosed(event: e.InterestDisclosed, names: Names) -> str:
    """Who told an interest to whom."""
    values = {
        "by": names.seat(event.by),
        "owner": names.owner(event.interest),
        "interest": quoted(names.interest(event.interest)),
    }
    if EVERYBODY in event.to:
        return tr("{by} told everybody an interest of {owner}: {interest}.", **values)
    to = names.seats(event.to)
    if event.permission is Permission.CLOSED:
        return tr("{by} told {to} an interest of {owner}, in confidence: {interest}.", to=to, **values)
    if event.carry_to:
        parties = listed(names.party(party) for party in event.carry_to)
        return tr(
            "{by} told {to} an interest of {owner}; it may be carried to {parties}: {interest}.",
            to=to,
            parties=parties,
            **values,
        )
    return tr("{by} told {to} an interest of {owner}; the mediators may carry it: {interest}.", to=to, **values)


def tabled(event: e.PackageTabled, names: Names) -> str:
    """A package on the table, as a clause; where most of it lay there before, what is otherwise."""
    values = {
        "by": names.seat(event.by),
        "n": event.package,
        "party": names.party(event.party),
        "other": event.counter_to,
        "terms": _settled(event, names),
    }
    if event.floated and event.counter_to is not None:
        return tr("{by} floated package {n}, against package {other}: {terms}", **values)
    if event.floated:
        return tr("{by} floated package {n}: {terms}", **values)
    if event.counter_to is not None:
        return tr("{by} tabled package {n} for {party}, against package {other}: {terms}", **values)
    return tr("{by} tabled package {n} for {party}: {terms}", **values)


def _settled(event: e.PackageTabled, names: Names) -> str:
    earlier = range(1, event.package) if event.counter_to is None else (event.counter_to,)
    alike = names.alike(event.package, earlier)
    if alike is None:
        return cut(names.terms(event.terms), 400)
    number, changed = alike
    terms = names.terms(changed)
    if not changed:
        return tr("the terms of package {n}", n=number)
    if event.counter_to is None:
        return tr("the terms of package {n}, but for {terms}", n=number, terms=terms)
    return tr("the same terms, but for {terms}", terms=terms)


def issued(event: e.VersionIssued, names: Names) -> str:
    """A version of the text, and where it comes from."""
    values = {"by": names.seat(event.by), "n": event.version, "package": event.package}
    clauses = listed(names.clause(clause, event.document) for clause in event.clauses)
    if event.package is not None and event.clauses:
        return tr("{by} issued version {n} of the text from package {package}: {clauses}.", clauses=clauses, **values)
    if event.package is not None:
        return tr("{by} issued version {n} of the text from package {package}.", **values)
    if event.clauses:
        return tr("{by} issued version {n} of the text: {clauses}.", clauses=clauses, **values)
    return tr("{by} issued version {n} of the text.", **values)


def observed(event: e.ObservationNoted, names: Names) -> str:
    """What a rater saw, of whom, on what."""
    values = {"rater": _rater(names, event.rater), "n": event.observation, "words": quoted(event.text)}
    seat = "" if event.seat is None else names.seat(event.seat)
    if event.dimension is None:
        if not seat:
            return tr("{rater} noted observation {n}: {words}.", **values)
        return tr("{rater} noted observation {n} on {seat}: {words}.", seat=seat, **values)
    of = event.dimension.value
    if not seat:
        return tr("{rater} noted observation {n} ({dimension}): {words}.", dimension=of, **values)
    return tr("{rater} noted observation {n} on {seat} ({dimension}): {words}.", seat=seat, dimension=of, **values)


def taken_back(event: e.ObservationWithdrawn, names: Names) -> str:
    """Which observation a rater took back."""
    return tr("{rater} took observation {n} back.", rater=_rater(names, event.rater), n=event.observation)


def announced(event: e.AnnouncementMade) -> str:
    """What exercise control told everybody."""
    if not event.text:
        return tr("The announcement was taken down.")
    return tr("Exercise control announced: {words}.", words=quoted(event.text))


def rated(event: e.SeatRated, names: Names) -> str:
    """What level a rater gave, and from what."""
    level = tr("insufficient evidence") if event.level is None else tr("level {n}", n=event.level)
    values = {
        "rater": _rater(names, event.rater),
        "seat": names.seat(event.seat),
        "dimension": event.dimension.value,
        "level": level,
    }
    if not event.observations:
        return tr("{rater} rated {seat} on {dimension}: {level}.", **values)
    seen = listed(tr("observation {n}", n=n) for n in event.observations)
    return tr("{rater} rated {seat} on {dimension}: {level}, from {observations}.", observations=seen, **values)


def commitment(record: CommitmentDraft) -> str:
    """A commitment record in a line: who does what by when, and how one will know; what is open is left out."""
    deadline = record.deadline or (_days(record.days) if record.days is not None else "")
    actor = record.actor or tr("nobody named")
    # Translators: a commitment: who does what.
    said = [tr("{actor}: {action}", actor=actor, action=record.action), deadline]
    said.append(tr("place: {place}", place=record.place) if record.place else "")
    said.append(tr("verified by {verifier}", verifier=record.verifier) if record.verifier else "")
    said.append(tr("how: {method}", method=record.method) if record.method else "")
    # Translators: numbers of other commitments.
    said.append(tr("after {commitments}", commitments=listed(map(str, record.after))) if record.after else "")
    said.append(tr("resources: {resources}", resources=record.resources) if record.resources else "")
    said.append(tr("if not: {consequence}", consequence=record.if_not) if record.if_not else "")
    return parted(said)


def _days(days: int) -> str:
    if days == 0:
        return tr("on the day of signature")
    return trn("within {n} day of signature", "within {n} days of signature", days)


def answer(names: Names, event: e.ShockAnswered) -> str:
    """What somebody answered to a shock: the article, who acts, by when, and how one knows."""
    said = [names.clause(event.clause) if event.clause is not None else tr("no article answers it")]
    said.append(tr("who: {words}", words=quoted(event.who)) if event.who else "")
    said.append(tr("by when: {words}", words=quoted(event.when)) if event.when else "")
    said.append(tr("how one knows: {words}", words=quoted(event.how)) if event.how else "")
    return parted(said)


def _rater(names: Names, rater: str) -> str:
    return names.seat(rater) if rater in names.scenario.seats else tr("The rater {rater}", rater=quoted(rater))


_CHANNELS: Mapping[str, str] = {
    # Translators: how an event reached people, as in "a radio message from the Mission".
    "paper": mark("a paper"),
    "radio": mark("a radio message"),
    "phone": mark("a call"),
    "messenger": mark("a message"),
    "letter": mark("a letter"),
}


def issue_of(names: Names, clause: str, document: str = "") -> str:
    """The issue that a clause settles; empty for a general one."""
    found = names.written(clause, document)
    return (found.issue or "") if found else ""


def alternative(event: e.ClauseBracketed | e.BracketNarrowed, names: Names) -> str:
    """What a bracket wants instead: an option, or words of its own."""
    wants = names.option(issue_of(names, event.clause, event.document), event.option) if event.option else ""
    return wants or (quoted(event.wording) if event.wording else tr("no alternative yet"))


def issues(names: Names, issues: tuple[str, ...]) -> str:
    """Issues after each other."""
    return listed(names.issue(issue) for issue in issues)


def because(clause: str, reason: str) -> str:
    """A clause as a sentence, with the reason that somebody gave."""
    if not reason:
        return sentence(clause)
    # Translators: {clause} is a whole clause, as "The clock was stopped", {reason} is in quotation marks.
    return tr("{clause} ({reason}).", clause=clause, reason=quoted(reason))


def saying(clause: str, words: str) -> str:
    """A clause as a sentence, with what somebody said."""
    if not words:
        return sentence(clause)
    # Translators: {clause} is a whole clause, as "North walked out", {words} is in quotation marks.
    return tr("{clause}, saying {words}.", clause=clause, words=quoted(words))
