"""The own plan beside the own record: what the preparation sheet said, and what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scenarios.preparation import OF_MEDIATORS, OF_OTHERS, OF_PARTIES, Part
from scenarios.texts import tr, trn
from scoring.preferences import points
from scoring.process.course import minutes
from scoring.sentences import figure
from simulator.debrief.feedback.point import Own, numbers
from simulator.debrief.naming import clock_text, quoted
from simulator.engine import events as e
from simulator.engine.words import EVERYBODY, Consent


@dataclass(frozen=True, slots=True)
class Kept:
    """A part of the plan, and what the record shows of it."""

    part: str
    planned: str
    """The sheet's words, in quotation marks; empty where it said nothing."""
    shown: str
    evidence: tuple[int, ...] = ()


def plan(own: Own) -> tuple[Kept, ...]:
    """The parts of the preparation sheet of which a record can show something, for a seat."""
    written = sheet(own)
    found: list[Kept] = []
    for part in OF_MEDIATORS if own.mediates else OF_PARTIES if own.decides else OF_OTHERS:
        show = SHOWN.get(part.id)
        planned = written.get(part.id, "")
        if show is None and not planned:
            continue
        shown, evidence = show(own) if show else (tr("Only you can say."), ())
        found.append(Kept(_title(part), quoted(planned) if planned else "", shown, evidence))
    return tuple(found)


def sheet(own: Own) -> Mapping[str, str]:
    """The preparation sheet of the seat's party as it stood at the end."""
    parts: dict[str, str] = {}
    for _, event in own.known.course.every(e.SheetWritten):
        if event.party == own.party:
            parts.update(event.parts)
    return {name: text for name, text in parts.items() if text}


def _title(part: Part) -> str:
    return tr(part.title)


Shown = tuple[str, tuple[int, ...]]


def _interests(own: Own) -> Shown:
    party = own.known.scenario.parties[own.party]
    told = own.did(e.InterestDisclosed)
    said = trn("You told {n} of {all}.", "You told {n} of {all}.", len(told), all=len(party.interests))
    return said, numbers(moment for moment, _ in told)


def _theirs(own: Own) -> Shown:
    heard = [
        moment
        for moment in own.known.course.any_of(e.InterestDisclosed, e.InterestRelayed)
        if isinstance(moment.event, e.InterestDisclosed | e.InterestRelayed)
        and moment.event.by != own.seat
        and (own.seat in moment.event.to or EVERYBODY in moment.event.to)
    ]
    said = trn("You were told {n} interest of others.", "You were told {n} interests of others.", len(heard))
    return said, numbers(heard)


def _batna(own: Own) -> Shown:
    settlement = own.known.settlement
    raw = settlement.instructions.reservations.get(own.party)
    if raw is None:
        return tr("Your instructions name no reservation."), ()
    reservation = figure(points(raw))
    if settlement.terms is None or not settlement.terms.agreed or own.party not in settlement.values:
        return tr("No agreement: you went home with your alternative, worth {points} points.", points=reservation), ()
    value = figure(points(settlement.values[own.party]))
    return tr(
        "Agreed: {points} points to your side, your reservation was {floor}.", points=value, floor=reservation
    ), ()


def _opening(own: Own) -> Shown:
    stated, offered = own.did(e.PositionStated), own.did(e.PackageTabled)
    positions = trn("{n} position stated", "{n} positions stated", len(stated))
    packages = trn("{n} package tabled", "{n} packages tabled", len(offered))
    first = sorted([*(moment for moment, _ in stated), *(moment for moment, _ in offered)], key=lambda one: one.number)
    return tr("; ").join((positions, packages)) + ".", numbers(first)


def _speaks(own: Own) -> Shown:
    if not own.turns:
        return tr("The speaking clock never ran for you."), ()
    spoken = clock_text(sum(turn.seconds for turn in own.turns))
    said = trn("{n} turn, {time} in all.", "{n} turns, {time} in all.", len(own.turns), time=spoken)
    return said, tuple(turn.evidence[0] for turn in own.turns if turn.evidence)[:3]


def _questions(own: Own) -> Shown:
    asked = own.did(e.ExpertAsked)
    tagged = [moment for moment, event in own.known.course.every(e.MoveTagged) if event.seat == own.seat]
    if not asked and not tagged:
        return tr("Nobody noted your questions. Which of the three did you put?"), ()
    questions = sum(getattr(moment.event, "move", "") in ("open_question", "closed_question") for moment in tagged)
    said = trn("{n} question noted.", "{n} questions noted.", questions + len(asked))
    return said, numbers([*tagged, *(moment for moment, _ in asked)])


def _entry(own: Own) -> Shown:
    found = [
        m for m, event in own.known.course.every(e.ConsentChanged) if event.consent in (Consent.IN, Consent.CONDITIONAL)
    ]
    said = trn("{n} consent was recorded.", "{n} consents were recorded.", len(found))
    return said, numbers(found)


def _agenda(own: Own) -> Shown:
    found = own.known.course.every(e.AgendaAdopted)
    if not found:
        return tr("No agenda was adopted."), ()
    moment = found[0][0]
    return tr("Adopted at minute {minute}.", minute=figure(minutes(moment.seconds), 0)), (moment.number,)


def _caucuses(own: Own) -> Shown:
    met = [one for one in own.known.course.meetings if own.seat in one.seats and one.opened is not None]
    said = trn("You sat in {n} private meeting.", "You sat in {n} private meetings.", len(met))
    return said, numbers(one.opened for one in met if one.opened is not None)


def _text(own: Own) -> Shown:
    found = own.known.course.every(e.VersionIssued)
    if not found:
        return tr("No version of a text was issued."), ()
    moment = found[0][0]
    minute = figure(minutes(moment.seconds), 0)
    said = tr("First version at minute {minute}; versions in all: {n}.", minute=minute, n=len(found))
    return said, (moment.number,)


SHOWN: Mapping[str, Callable[[Own], Shown]] = {
    "interests": _interests,
    "theirs": _theirs,
    "batna": _batna,
    "opening": _opening,
    "disclosure": _interests,
    "questions": _questions,
    "speaks": _speaks,
    "entry": _entry,
    "agenda": _agenda,
    "caucuses": _caucuses,
    "text": _text,
    "message": _speaks,
    "contacts": _caucuses,
}
"""What a record can show of a part of a sheet."""
