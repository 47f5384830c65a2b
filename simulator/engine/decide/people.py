"""People: ready, notes, pulses, the stop word, calls and appeals, leaving the role."""

from scenarios.texts import tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide import lookup
from simulator.engine.legal import demand_head, instead, party_of
from simulator.engine.names import listed
from simulator.engine.refused import Refused
from simulator.engine.session import Session
from simulator.engine.speech import clean, need
from simulator.engine.words import TRAINER


def _seated(session: Session, by: str) -> None:
    if by == TRAINER:
        raise Refused("SEAT-ONLY", tr("This is for the people at the table."), instead(session, by))


def say_ready(command: c.SayReady, session: Session) -> tuple[e.Event, ...]:
    _seated(session, command.by)
    if session.phase is None or session.scenario.phases[session.phase].kind != "briefing":
        raise Refused("NOT-IN-PHASE", tr("Readiness is asked for in the briefing."), instead(session, command.by))
    if session.seats[command.by].ready:
        raise Refused("ALREADY", tr("You are ready already."), instead(session, command.by))
    return (e.SeatReady(at=command.at, by=command.by),)


def invoke_stop(command: c.InvokeStop, session: Session) -> tuple[e.Event, ...]:
    if not session.clock.started or session.stopped:
        why = tr("Play has stopped already.") if session.stopped else tr("The exercise has not started.")
        raise Refused("NO-PLAY", why, "")
    return (e.StopInvoked(at=command.at, by=command.by, reason=clean(command.reason, 1000)),)


def leave_role(command: c.LeaveRole, session: Session) -> tuple[e.Event, ...]:
    _seated(session, command.by)
    if session.phase is None or session.scenario.phases[session.phase].kind != "closing":
        raise Refused("NOT-IN-PHASE", tr("Roles are left when play is over."), instead(session, command.by))
    if session.seats[command.by].left_role:
        raise Refused("ALREADY", tr("You have left your role already."), "")
    return (e.RoleLeft(at=command.at, by=command.by),)


def write_note(command: c.WriteNote, session: Session) -> tuple[e.Event, ...]:
    text = need(command.text, tr("the note"))
    if command.seat is not None:
        lookup.seat(session, command.seat)
    if command.caucus is not None:
        _meeting(session, command.by, command.caucus)
    return (e.NoteWritten(at=command.at, by=command.by, text=text, caucus=command.caucus, seat=command.seat),)


def _meeting(session: Session, by: str, number: int) -> None:
    """Raise Refused where a seat is in no private meeting of that number."""
    caucus = session.caucuses.get(number)
    if caucus is None or (by != TRAINER and by not in caucus.seats):
        mine = [n for n, known in session.caucuses.items() if by in known.seats]
        raise Refused(
            "UNKNOWN",
            tr("You are in no private meeting {number}.", number=number),
            tr("Yours: {known}.", known=listed(mine)),
        )


def answer_pulse(command: c.AnswerPulse, session: Session) -> tuple[e.Event, ...]:
    _seated(session, command.by)
    pulse = session.scenario.pulses.get(command.pulse)
    if pulse is None or command.pulse not in session.pulses:
        asked = listed(session.pulses)
        raise Refused(
            "UNKNOWN",
            tr("No questions “{name}” are asked now.", name=command.pulse[:60]),
            tr("Asked: {asked}.", asked=asked),
        )
    if command.by in session.pulses[command.pulse]:
        raise Refused("ALREADY", tr("You have answered these questions."), "")
    missing = [item for item in pulse.items if item not in command.answers]
    strange = [item for item in command.answers if item not in pulse.items]
    wrong = [item for item, answer in command.answers.items() if type(answer) is not int or not 1 <= answer <= 7]
    if missing or strange or wrong:
        raise Refused(
            "PULSE-ANSWERS",
            tr(
                "Each statement needs an answer from 1 to 7; look at: {items}.",
                items=", ".join(missing + strange + wrong)[:200],
            ),
            "",
        )
    answers = {item: command.answers[item] for item in pulse.items}
    return (e.PulseAnswered(at=command.at, by=command.by, pulse=command.pulse, answers=answers),)


def answer_inject(command: c.AnswerInject, session: Session) -> tuple[e.Event, ...]:
    state = session.injects.get(command.inject)
    if state is None or command.by not in state.to:
        raise Refused("UNKNOWN", tr("No such event reached you."), instead(session, command.by))
    text = need(command.text, tr("the answer"))
    return (e.InjectAnswered(at=command.at, by=command.by, inject=command.inject, text=text),)


def open_paper(command: c.OpenPaper, session: Session) -> tuple[e.Event, ...]:
    """Said once: a paper that was opened before stays opened."""
    _seated(session, command.by)
    state = session.injects.get(command.inject)
    if state is None or command.by not in state.to:
        raise Refused("UNKNOWN", tr("No such event reached you."), instead(session, command.by))
    if command.by in state.opened:
        return ()
    return (e.PaperOpened(at=command.at, by=command.by, inject=command.inject),)


def ask_expert(command: c.AskExpert, session: Session) -> tuple[e.Event, ...]:
    expert = session.scenario.expert
    if expert is None:
        raise Refused("NO-EXPERT", tr("This exercise has no expert on call."), instead(session, command.by))
    if len(session.expert_calls) >= expert.calls:
        raise Refused(
            "NO-CALLS-LEFT",
            trn("The only call to the expert is used.", "All {n} calls to the expert are used.", expert.calls),
            instead(session, command.by),
        )
    number = len(session.expert_calls) + 1
    return (e.ExpertAsked(at=command.at, by=command.by, call=number, text=need(command.text, tr("the question"))),)


def answer_expert(command: c.AnswerExpert, session: Session) -> tuple[e.Event, ...]:
    expert = session.scenario.expert
    call = session.expert_calls.get(command.call)
    if expert is None or call is None or call.answer is not None:
        raise Refused(
            "NO-CALL", tr("No question {call} waits for the expert.", call=command.call), instead(session, command.by)
        )
    if command.by not in (TRAINER, expert.seat):
        raise Refused("NO-RIGHT", tr("Only the expert on call answers."), instead(session, command.by))
    if command.card is not None and command.card not in expert.cards:
        cards = listed(expert.cards)
        raise Refused(
            "UNKNOWN", tr("There is no card “{card}”.", card=command.card[:60]), tr("Cards: {cards}.", cards=cards)
        )
    text = clean(command.text) or (expert.cards[command.card] if command.card else "")
    answer = need(text, tr("the answer"), 16_000)
    return (e.ExpertAnswered(at=command.at, by=command.by, call=call.number, text=answer, card=command.card),)


def ask_capital(command: c.AskCapital, session: Session) -> tuple[e.Event, ...]:
    party = party_of(session, command.by)
    if session.scenario.parties[party].capital is None:
        raise Refused("NO-CAPITAL", tr("Nobody answers for your party's capital."), instead(session, command.by))
    if session.scenario.parties[party].decides:
        demand_head(session, command.by)
    number = len(session.capital_calls) + 1
    question = need(command.text, tr("the question"))
    return (e.CapitalAsked(at=command.at, by=command.by, call=number, party=party, text=question),)


def answer_capital(command: c.AnswerCapital, session: Session) -> tuple[e.Event, ...]:
    call = session.capital_calls.get(command.call)
    if call is None or call.answer is not None:
        raise Refused(
            "NO-CALL", tr("No question {call} waits for a capital.", call=command.call), instead(session, command.by)
        )
    answer = need(command.text, tr("the answer"))
    return (e.CapitalAnswered(at=command.at, by=command.by, call=call.number, party=call.party, text=answer),)


def make_appeal(command: c.MakeAppeal, session: Session) -> tuple[e.Event, ...]:
    left = session.scenario.appeals.get(command.by, 0) - session.appeals.get(command.by, 0)
    if left < 1:
        raise Refused("NO-APPEAL-LEFT", tr("Your appeal has been made."), instead(session, command.by))
    return (e.AppealMade(at=command.at, by=command.by, text=need(command.text, tr("the appeal"))),)
