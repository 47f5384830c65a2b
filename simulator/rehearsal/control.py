"""The trainer's part by rule: start, phases in time, events by hand, answers as capital and expert, the end."""

from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine.view import InjectView
from simulator.engine.words import TRAINER
from simulator.rehearsal import texts
from simulator.rehearsal.commitments import level
from simulator.rehearsal.guests import answer_expert
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import MINUTE, UNSTAMPED, closing, nature, scale, share, tested


def start(view: View) -> Command | None:
    """Start the clock."""
    return c.StartClock(at=UNSTAMPED, by=TRAINER) if view.clock.state == "ready" else None


def resume(view: View) -> Command | None:
    """Let the clock run on after a pause."""
    return c.ResumeClock(at=UNSTAMPED, by=TRAINER) if view.clock.state in ("paused", "stopped") else None


def answer_capital(view: View) -> Command | None:
    """Answer as a capital, from its instructions."""
    if view.control is None:
        return None
    for call in view.control.pending_capital:
        if view.clock.seconds - call.asked >= 90 * scale(view):
            text = _instruction(view.control.capital_instructions.get(call.party, ""), call.question)
            text = text or say(view, "hold")
            return c.AnswerCapital(
                at=UNSTAMPED, by=TRAINER, call=call.number, text=say(view, "capital-answer", text=text)
            )
    return None


def _instruction(instructions: str, question: str) -> str:
    """The line of the instructions that has most in common with a question; nothing where none has."""
    words = {word.strip("“”«»?.,:;").lower() for word in question.split() if len(word) > 4}
    lines = [line.strip(" -*") for line in instructions.splitlines()]
    shared = [(sum(word in line.lower() for word in words), line) for line in lines]
    most, line = max(shared, key=lambda pair: pair[0], default=(0, ""))
    return line if most else ""


def answer_as_expert(view: View) -> Command | None:
    """Answer for the expert where nobody at the table has done so."""
    if view.control is None:
        return None
    waiting = view.control.pending_expert
    if waiting and view.clock.seconds - waiting[0].asked >= 150 * scale(view):
        return answer_expert(view)
    return None


def send_event(view: View) -> Command | None:
    """Send the events that come by hand, spread over the talks."""
    if view.control is None or view.clock.phase is None or view.clock.phase.kind != "play" or tested(view):
        return None
    injects = view.control.injects
    follow = {inject.contingency for inject in injects}
    by_hand = [inject for inject in injects if inject.by_hand and inject.id not in follow]
    for place, inject in enumerate(by_hand):
        if inject.state.state in ("planned", "armed") and share(view) >= _time_for(view, inject, place, len(by_hand)):
            return c.SendInject(at=UNSTAMPED, by=TRAINER, inject=inject.id)
    return None


def _time_for(view: View, inject: InjectView, place: int, count: int) -> float:
    return 0.25 + 0.5 * (place + 0.3 + 0.4 * nature(view, f"event {inject.id}").random()) / count


def go_on(view: View) -> Command | None:
    """Enter the next phase when this one is done or its minutes are over; the last of play waits for an outcome."""
    clock = view.clock
    if clock.phase is None or not clock.next:
        return None
    target = next((phase for phase in clock.plan if phase.id == clock.next[0]), None)
    last = target is not None and target.kind == "closing" and clock.phase.kind != "closing"
    if tested(view):
        ready = clock.remaining <= 0 or _all_judged(view)
    elif last or (view.stress is not None and clock.next[0] == view.stress.phase):
        ready = view.outcome is not None and clock.phase_seconds > MINUTE * scale(view)
    else:
        planned = clock.phase.minutes * MINUTE
        ready = clock.remaining <= 0 or (clock.done and clock.phase_seconds >= _least(view) * planned)
    return c.EnterPhase(at=UNSTAMPED, by=TRAINER, phase=clock.next[0]) if ready else None


def _all_judged(view: View) -> bool:
    """Whether every shock that comes was judged, or none can come."""
    assert view.stress is not None
    judged = sum(shock.judged is not None for shock in view.stress.shocks)
    return judged >= view.stress.draw or (not view.stress.settled and view.clock.phase_seconds > 20)


def judge_shock(view: View) -> Command | None:
    """Judge what the text answered to a shock, when people had the time to look."""
    if view.stress is None:
        return None
    for shock in view.stress.shocks:
        age = view.clock.seconds - (shock.seconds or 0.0)
        if shock.judged is None and (age >= 100 * scale(view) or not tested(view)):
            found = level(tuple(shock.answers.values()))
            return c.JudgeShock(at=UNSTAMPED, by=TRAINER, shock=shock.id, level=found)
    return None


def _least(view: View) -> float:
    """The share of its planned minutes that a phase gets even when it is done early."""
    assert view.clock.phase is not None
    return 0.5 if view.clock.phase.kind == "closing" else 1.0


def end(view: View) -> Command | None:
    """Close the session when the last phase has had its minutes."""
    clock = view.clock
    if not closing(view) or clock.next or clock.phase is None:
        return None
    over = clock.remaining <= 0
    return c.EndSession(at=UNSTAMPED, by=TRAINER) if over else None


_PART = (start, resume, answer_capital, texts.answer_referral, answer_as_expert, send_event, judge_shock, go_on, end)


def trainer(view: View) -> Command | None:
    """What the trainer does now, with `UNSTAMPED` for its time; None where there is nothing to do."""
    for duty in _PART:
        command = duty(view)
        if command is not None:
            return command
    return None
