"""The events of exercise control, expected and actual, for the trainer's document."""

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.model import Inject
from scenarios.model.course import Expectation
from scenarios.texts import tr, trn
from scoring.sentences import parted
from simulator.debrief.contents import Known
from simulator.debrief.naming import CAUSES, Names, clock_text, cut, listed, quoted
from simulator.engine import events as e
from simulator.engine.injects import addressees
from simulator.engine.names import act_name
from simulator.engine.session import Moment


@dataclass(frozen=True, slots=True)
class Planned:
    """A prepared event, expected and actual."""

    inject: str
    title: str
    tests: str
    expected: str
    sent: str
    """When, and why; empty when it was not sent."""
    number: int
    """The event that sent it; 0 when it was not sent."""
    actual: str
    contingency: str
    evidence: tuple[int, ...]
    missed: bool = False
    """Whether what was expected did not come in time, and nobody judged otherwise."""


def prepared(known: Known, name: str, inject: Inject) -> Planned:
    """A prepared event with what came of it."""
    names = known.names
    sent: Moment | None = None
    planned_for = addressees(known.scenario, inject.to)
    evidence: list[int] = []
    said: list[str] = []
    wrote: dict[str, list[str]] = {}
    how = ""
    opened = 0
    missed = False
    for moment in known.course.moments:
        event = moment.event
        if getattr(event, "inject", None) != name:
            continue
        if isinstance(event, e.PaperOpened):
            opened += 1
            continue
        evidence.append(moment.number)
        match event:
            case e.InjectSent():
                sent = sent or moment
                # Translators: when and why an event was sent, and to whom.
                how = tr(
                    "{time}, {cause}, to {seats}",
                    time=clock_text(moment.seconds),
                    cause=tr(CAUSES[event.cause]),
                    seats=names.seats(event.to),
                )
                if event.text:
                    said.append(tr("sent in other words than planned: {words}", words=quoted(event.text)))
                if event.to != planned_for:
                    said.append(tr("planned for {seats}", seats=names.seats(planned_for)))
            case e.InjectPutOff():
                said.append(tr("put off until {time}", time=clock_text(event.seconds)))
            case e.InjectMet():
                late = clock_text(moment.seconds - sent.seconds) if sent else clock_text(moment.seconds)
                seat, act = names.seat(event.seat), act_name(event.act)
                said.append(tr("answered by {seat} after {length}: {act}", seat=seat, length=late, act=act))
            case e.InjectMissed():
                missed = True
                said.append(tr("the expected response did not come in time"))
            case e.InjectMarked():
                missed = not event.met
                verdict = tr("judged as answered") if event.met else tr("judged as not answered")
                said.append(tr("{what}: {words}", what=verdict, words=event.note) if event.note else verdict)
            case e.InjectAnswered():
                wrote.setdefault(event.text.strip().removesuffix("."), []).append(names.seat(event.by))
            case e.InjectHeld():
                said.append(tr("kept back"))
            case e.InjectSkipped():
                said.append(tr("taken out: {words}", words=event.reason) if event.reason else tr("taken out"))
            case _:
                pass
    if opened:
        said.append(trn("opened at {n} seat", "opened at {n} seats", opened))
    said += [
        trn("{seats} wrote: {words}", "{seats} wrote: {words}", len(seats), seats=listed(seats), words=text)
        for text, seats in wrote.items()
    ]
    expect = inject.expect
    contingency = inject.contingency
    sent_too = any(isinstance(m.event, e.InjectSent) and m.event.inject == contingency for m in known.course.moments)
    return Planned(
        inject=name,
        title=inject.title,
        tests=inject.tests,
        expected="" if expect is None else _expected(expect, names),
        sent=how,
        number=sent.number if sent else 0,
        actual=parted(said),
        contingency=_contingency(names.inject(contingency), sent_too) if contingency is not None else "",
        evidence=tuple(evidence),
        missed=missed,
    )


def improvised(known: Known) -> Iterable[Planned]:
    """Events that the trainer made up, with what came of them."""
    names = known.names
    for moment, event in known.course.every(e.InjectImprovised):
        answers = [(m, a) for m, a in known.course.every(e.InjectAnswered) if a.inject == event.inject]
        marks = [(m, a) for m, a in known.course.every(e.InjectMarked) if a.inject == event.inject]
        said = [tr("judged as answered") if mark.met else tr("judged as not answered") for _, mark in marks]
        said += [
            trn("{seats} wrote: {words}", "{seats} wrote: {words}", 1, seats=names.seat(a.by), words=a.text)
            for _, a in answers
        ]
        yield Planned(
            inject=event.inject,
            title=tr("{title} (improvised)", title=cut(event.title)),
            tests=event.tests or tr("not said"),
            expected="",
            sent=tr("{time}, by hand, to {seats}", time=clock_text(moment.seconds), seats=names.seats(event.to)),
            number=moment.number,
            actual=parted((quoted(event.text), *said)),
            contingency="",
            evidence=(moment.number, *(m.number for m, _ in (*answers, *marks))),
        )


def _expected(expect: Expectation, names: Names) -> str:
    """What an event asks for, in a sentence, and what the author notes about it."""
    asked = trn(
        "{acts} by {parties} within {n} minute.",
        "{acts} by {parties} within {n} minutes.",
        expect.within,
        acts=tr(" or ").join(act_name(act) for act in expect.acts),
        parties=names.parties(expect.by),
    )
    return f"{asked} {expect.note}"


def _contingency(title: str, sent: bool) -> str:
    # Translators: the title of an event.
    return tr("{event} (sent)", event=title) if sent else tr("{event} (not sent)", event=title)
